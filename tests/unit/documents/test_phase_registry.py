"""A phase is one entry of the registry: adding one is enough for the pipeline, the order and the flags."""

from enum import StrEnum
from typing import Any, cast

import pytest
from audience import Audience
from offline_pairs import PAIRS

from jobforge.documents.offline.document import OfflineDocument
from jobforge.documents.phases import PHASES, PhaseEntry, earlier_documents, flags, further, is_done, phase_of
from jobforge.documents.pipeline import write
from jobforge.documents.writing_input import Material
from jobforge.enums import ApplicationStatus, DocumentType, Phase, Writer


class _Extra(StrEnum):
    """Names that `enums.py` would get."""

    INTERVIEW = "interview"
    INTERVIEW_NOTES = "interview_notes"
    INTERVIEW_COMPLETE = "interview_complete"


class _Listener(Audience):
    def __init__(self) -> None:
        self.pieces: list[str] = []

    async def text(self, piece: str) -> None:
        self.pieces.append(piece)

    async def restart(self, reason: str) -> None:
        raise AssertionError(reason)


def _write_notes(material: Material) -> OfflineDocument:
    return OfflineDocument(f"# Notes for {material.company_name}\n", ("Only a heading.",))


@pytest.fixture
def interview(monkeypatch: pytest.MonkeyPatch) -> Phase:
    phase = cast(Phase, _Extra.INTERVIEW)
    entry = PhaseEntry(
        phase,
        cast(DocumentType, _Extra.INTERVIEW_NOTES),
        cast(ApplicationStatus, _Extra.INTERVIEW_COMPLETE),
        after=Phase.COVER_LETTER,
        flag="interview_prepared",
        title="Interview notes",
        done="Interview already prepared",
        needed="Cover letter not generated",
        task="Write notes.",
        offline=_write_notes,
    )
    monkeypatch.setitem(cast("dict[Any, PhaseEntry]", PHASES), phase, entry)
    return phase


async def test_a_new_entry_is_written_offline_with_its_notes(interview: Phase) -> None:
    listener = _Listener()
    written = await write(interview, PAIRS["fullstack__good"], (Writer.OFFLINE,), {}, listener, 5.0)
    assert written.text == "".join(listener.pieces) == "# Notes for Pebblestay\n"
    assert written.notes == ["Only a heading."]


def test_a_new_entry_takes_its_place_in_the_order(interview: Phase) -> None:
    complete = ApplicationStatus.COVER_LETTER_COMPLETE
    assert earlier_documents(interview) == (
        DocumentType.RESEARCH_REPORT, DocumentType.OPTIMIZED_RESUME, DocumentType.COVER_LETTER,
    )  # fmt: skip
    assert not is_done(interview, complete)
    assert further(complete, interview).value == "interview_complete"
    assert flags(complete)["interview_prepared"] is False
    assert flags(further(complete, interview))["interview_prepared"] is True
    assert phase_of(cast(DocumentType, _Extra.INTERVIEW_NOTES)) == interview


def test_the_order_is_that_of_the_entries() -> None:
    before: Phase | None = None
    for phase, entry in PHASES.items():
        assert entry.after is before
        assert (entry.needed == "") is (before is None)
        before = phase
    assert list(PHASES) == list(Phase)


@pytest.mark.parametrize("status", ApplicationStatus)
def test_flags_and_status_agree(status: ApplicationStatus) -> None:
    done = [name for name, value in flags(status).items() if value]
    assert done == [entry.flag for entry in PHASES.values()][: list(ApplicationStatus).index(status)]
