"""When a writer cannot, the next one does, and the notes say why."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from audience import Audience
from wire_servers import (
    BAD_REQUEST,
    BROKEN,
    FORBIDDEN,
    KEY,
    NO_CREDIT,
    OVERLOADED,
    RATE_LIMITED,
    SILENT,
    UNKNOWN_MODEL,
    WRONG_KEY,
    Answer,
    WireServer,
)

from jobforge.documents.offline.resume import write_resume
from jobforge.documents.pipeline import ATTEMPTS, Written, write
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase, Writer
from jobforge.errors import ExternalApiError, ProviderRefused, ProviderTruncated, ProviderUnavailable
from jobforge.providers import Usage, opened_providers

QUALITY = Path(__file__).parent.parent / "quality"
MATERIAL = Material(
    resume=(QUALITY / "resumes" / "fullstack.md").read_text(encoding="utf-8"),
    ad=(QUALITY / "ads" / "fullstack__good.txt").read_text(encoding="utf-8"),
    company_name="Pebblestay",
    role_title="Full Stack Developer",
    today=date(2026, 11, 22),
)
LINES = MATERIAL.resume.splitlines()
GOOD = Answer("\n".join(f"{line} [[L{n}]]" if line.strip() else line for n, line in enumerate(LINES, 1)))
BROKEN_OFF = Answer(MATERIAL.resume, then="cut", after=30)


class Listener(Audience):
    """What somebody who follows the run has on the screen."""

    def __init__(self) -> None:
        self.seen = ""
        self.restarts: list[str] = []

    async def text(self, piece: str) -> None:
        self.seen += piece

    async def restart(self, reason: str) -> None:
        self.seen = ""
        self.restarts.append(reason)

    async def progress(self, progress: float, step: str) -> None:
        assert 0 <= progress <= 1
        assert step

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None:
        assert model


@pytest.fixture
def server() -> Iterator[WireServer]:
    with WireServer() as server:
        yield server


async def written(server: WireServer, ai: str, deadline: float = 60) -> tuple[Written, Listener]:
    settings = server.settings(ai, phase_deadline=deadline)
    listener = Listener()
    async with opened_providers(settings) as providers:
        made = await write(Phase.RESUME, MATERIAL, settings.writers, providers, listener, deadline)
    assert listener.seen.strip() == made.text.strip()
    return made, listener


@pytest.mark.parametrize(
    "failure",
    [
        OVERLOADED,
        RATE_LIMITED,
        BROKEN,
        BROKEN_OFF,
        Answer(MATERIAL.resume, then="error", error="overloaded_error", after=30),
    ],
)
@pytest.mark.parametrize(("first", "second"), [("anthropic", "openai"), ("openai", "anthropic")])
async def test_the_next_provider_writes_when_the_first_cannot(
    server: WireServer, first: str, second: str, failure: Answer
) -> None:
    server.play(*[failure] * ATTEMPTS, GOOD)
    made, listener = await written(server, f"{first},{second},offline")
    assert (made.provider, made.text.strip()) == (Writer(second), MATERIAL.resume.strip())
    assert [asked.wire for asked in server.requests] == [*[first] * ATTEMPTS, second]
    assert len(listener.restarts) == ATTEMPTS
    assert made.notes[0].startswith(first)
    assert made.output_tokens


async def test_the_offline_writer_writes_when_every_provider_is_down(server: WireServer) -> None:
    server.play(BROKEN_OFF)
    made, listener = await written(server, "anthropic,openai,offline")
    assert made.provider is Writer.OFFLINE
    assert made.text == write_resume(MATERIAL).text
    assert len(listener.restarts) == 2 * ATTEMPTS
    assert [note.partition(":")[0] for note in made.notes] == ["anthropic", "openai"]
    assert KEY not in str(made.notes) + str(listener.restarts)


async def test_a_model_that_writes_nothing_true_gives_way_too(server: WireServer) -> None:
    server.play(Answer("I am sorry, Pebblestay cannot be reached from Jupiter."), OVERLOADED)
    made, _ = await written(server, "anthropic,offline")
    assert made.provider is Writer.OFFLINE
    assert "Jupiter" not in made.text
    assert "Tidewell Booking Systems" in made.text


async def test_silence_costs_the_next_provider_its_turn_no_more_than_the_deadline(server: WireServer) -> None:
    server.play(SILENT)
    made, listener = await written(server, "anthropic,openai,offline", deadline=0.8)
    assert made.provider is Writer.OFFLINE
    assert len(listener.restarts) == 2


@pytest.mark.parametrize("ai", ["anthropic,openai,offline", "openai,anthropic,offline"])
@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (WRONG_KEY, ProviderRefused),
        (BAD_REQUEST, ProviderRefused),
        (UNKNOWN_MODEL, ProviderRefused),
        (FORBIDDEN, ProviderRefused),
        (NO_CREDIT, ProviderRefused),
        (Answer(status=413, error="request_too_large"), ProviderRefused),
        (Answer(status=422, error="invalid_request_error"), ProviderRefused),
        (Answer("I", stop="refusal"), ProviderRefused),
        (Answer("I", stop="filter"), ProviderRefused),
        (Answer("# A", stop="length"), ProviderTruncated),
    ],
)
async def test_the_next_writer_writes_when_one_refuses_and_the_notes_say_why(
    server: WireServer, ai: str, failure: Answer, error: type[ExternalApiError]
) -> None:
    server.play(failure)
    made, listener = await written(server, ai)
    assert made.provider is Writer.OFFLINE
    assert [note.partition(":")[0] for note in made.notes] == ai.split(",")[:2]
    assert KEY not in str(made.notes) + str(listener.restarts)
    with pytest.raises(error) as raised:
        await written(server, ai.split(",")[0])
    assert KEY not in raised.value.message


async def test_a_failure_in_passing_is_tried_again_after_the_time_that_the_server_asks_for(server: WireServer) -> None:
    server.play(Answer(status=429, error="rate_limit_error", retry_after="0.2"), GOOD)
    began = asyncio.get_running_loop().time()
    made, _ = await written(server, "anthropic,offline")
    assert made.provider is Writer.ANTHROPIC
    assert asyncio.get_running_loop().time() - began >= 0.2


async def test_a_wait_that_outlasts_the_deadline_is_not_begun(server: WireServer) -> None:
    server.play(Answer(status=429, error="rate_limit_error", retry_after="30"), GOOD)
    made, _ = await written(server, "anthropic,offline", deadline=5)
    assert made.provider is Writer.OFFLINE
    assert len(server.requests) == 1


async def test_a_fault_of_ours_lets_the_next_writer_write(server: WireServer) -> None:
    """A model may find a text that our own reading stumbles over; a NUL in a mark did, once."""
    server.play(Answer("\0[[L99999999999999999999]]" * 50))
    made, _ = await written(server, "openai,offline")
    assert made.provider is Writer.OFFLINE


async def test_without_the_offline_writer_the_last_failure_stands(server: WireServer) -> None:
    server.play(OVERLOADED, RATE_LIMITED)
    with pytest.raises(ProviderUnavailable, match=r"OpenAI \(127\.0\.0\.1:\d+\) is limiting requests"):
        await written(server, "anthropic,openai")


async def test_a_model_whose_resume_covers_less_of_the_ad_gives_way(server: WireServer) -> None:
    kept = [f"{line} [[L{n}]]" for n, line in enumerate(LINES, 1) if not line.startswith("- ")]
    server.play(Answer("\n".join(kept)))
    made, listener = await written(server, "openai,offline")
    assert made.provider is Writer.OFFLINE
    assert "covers" in made.notes[0]
    assert listener.seen.strip() == made.text.strip()


async def test_an_answer_without_any_evidence_gives_way(server: WireServer) -> None:
    server.play(Answer(MATERIAL.resume))
    made, _ = await written(server, "openai,offline")
    assert made.provider is Writer.OFFLINE
    assert "no evidence" in made.notes[0]
