"""The craft: what each phase reads, and who writes its document.

The order of the phases is said here and nowhere else.
"""

from dataclasses import dataclass

from jobforge.enums import ApplicationStatus, DocumentType, Phase


@dataclass(frozen=True, slots=True)
class Step:
    """What a phase makes, where the application stands when it is done, and which phase it builds on."""

    phase: Phase
    document: DocumentType
    reaches: ApplicationStatus
    after: Phase | None


STEPS = {
    step.phase: step
    for step in (
        Step(Phase.RESEARCH, DocumentType.RESEARCH_REPORT, ApplicationStatus.RESEARCH_COMPLETE, None),
        Step(Phase.RESUME, DocumentType.OPTIMIZED_RESUME, ApplicationStatus.RESUME_COMPLETE, Phase.RESEARCH),
        Step(
            Phase.COVER_LETTER,
            DocumentType.COVER_LETTER,
            ApplicationStatus.COVER_LETTER_COMPLETE,
            Phase.RESUME,
        ),
    )
}

_RANK = {status: rank for rank, status in enumerate(ApplicationStatus)}


def is_done(phase: Phase, status: ApplicationStatus) -> bool:
    """Whether an application that stands there has been through the phase."""
    return _RANK[status] >= _RANK[STEPS[phase].reaches]


def further(status: ApplicationStatus, phase: Phase) -> ApplicationStatus:
    """Where an application stands once the phase is done: never further back than before."""
    return max(status, STEPS[phase].reaches, key=_RANK.__getitem__)


def earlier_documents(phase: Phase) -> tuple[DocumentType, ...]:
    """The documents that the phase's own builds on, the first one first."""
    before = STEPS[phase].after
    return (*earlier_documents(before), STEPS[before].document) if before else ()


def phase_of(document_type: DocumentType) -> Phase:
    """The phase that makes such a document."""
    return next(step.phase for step in STEPS.values() if step.document is document_type)
