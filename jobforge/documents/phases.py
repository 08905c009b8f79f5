"""The registry of phases: one entry says all that a phase is.

The order of the entries is the order of the phases; nothing else names it. `docs/adding-a-phase.md` lists what stands
outside of this file: the names in `enums.py`, a route and a mutation.
"""

from collections.abc import Callable
from dataclasses import dataclass

from jobforge.documents.llm.tasks import COVER_LETTER_TASK, RESEARCH_TASK, RESUME_TASK
from jobforge.documents.offline.document import OfflineDocument
from jobforge.documents.offline.letter import write_letter
from jobforge.documents.offline.report import write_report
from jobforge.documents.offline.resume import write_resume
from jobforge.documents.writing_input import Material
from jobforge.enums import ApplicationStatus, DocumentType, Phase


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """One phase.

    Attributes:
        phase, document, reaches: Its name, what it makes, and where the application stands when it is done.
        after: The phase that it builds on; None for the first one.
        flag: The application's field that says whether it is done.
        title: Its document's name for people.
        done, needed: The refusals when it is done already, and when the phase before it is not.
        task: What a model is asked; slots as in `llm.prompts.opening`.
        offline: The writer that needs no model.
        searches: Whether a model may search the web for it.
        is_prose: Whether its document is running text, whose lines a model breaks anywhere.
        needs_resume, keeps_resume: Whether it is refused without a resume, and whether it goes on with the resume
            that the phase before it was started with.
        takes_notes: Whether the user's notes for this document come with its start.
    """

    phase: Phase
    document: DocumentType
    reaches: ApplicationStatus
    after: Phase | None
    flag: str
    title: str
    done: str
    needed: str
    task: str
    offline: Callable[[Material], OfflineDocument]
    searches: bool = False
    is_prose: bool = False
    needs_resume: bool = False
    keeps_resume: bool = False
    takes_notes: bool = False


PHASES: dict[Phase, PhaseEntry] = {
    entry.phase: entry
    for entry in (
        PhaseEntry(
            Phase.RESEARCH,
            DocumentType.RESEARCH_REPORT,
            ApplicationStatus.RESEARCH_COMPLETE,
            after=None,
            flag="research_completed",
            title="Research report",
            done="Research already completed",
            needed="",
            task=RESEARCH_TASK,
            offline=write_report,
            searches=True,
        ),
        PhaseEntry(
            Phase.RESUME,
            DocumentType.OPTIMIZED_RESUME,
            ApplicationStatus.RESUME_COMPLETE,
            after=Phase.RESEARCH,
            flag="resume_optimized",
            title="Optimized resume",
            done="Resume already optimized",
            needed="Research phase not completed",
            task=RESUME_TASK,
            offline=write_resume,
            needs_resume=True,
        ),
        PhaseEntry(
            Phase.COVER_LETTER,
            DocumentType.COVER_LETTER,
            ApplicationStatus.COVER_LETTER_COMPLETE,
            after=Phase.RESUME,
            flag="cover_letter_generated",
            title="Cover letter",
            done="Cover letter already generated",
            needed="Resume optimization not completed",
            task=COVER_LETTER_TASK,
            offline=write_letter,
            is_prose=True,
            keeps_resume=True,
            takes_notes=True,
        ),
    )
}


def _rank(status: ApplicationStatus) -> int:
    """Return how many phases an application with this status has been through."""
    return next((rank for rank, entry in enumerate(PHASES.values(), 1) if entry.reaches == status), 0)


def is_done(phase: Phase, status: ApplicationStatus) -> bool:
    """Whether an application with this status has been through the phase."""
    return _rank(status) >= _rank(PHASES[phase].reaches)


def further(status: ApplicationStatus, phase: Phase) -> ApplicationStatus:
    """Return where an application stands once the phase is done: never further back than before."""
    return max(status, PHASES[phase].reaches, key=_rank)


def flags(status: ApplicationStatus) -> dict[str, bool]:
    """Return the fields that say which phases are done."""
    return {entry.flag: is_done(entry.phase, status) for entry in PHASES.values()}


def earlier_documents(phase: Phase) -> tuple[DocumentType, ...]:
    """Return the documents that the phase's own builds on, the first one first."""
    previous = PHASES[phase].after
    return (*earlier_documents(previous), PHASES[previous].document) if previous else ()


def phase_of(document_type: DocumentType) -> Phase:
    """Return the phase that makes such a document."""
    return next(entry.phase for entry in PHASES.values() if entry.document == document_type)
