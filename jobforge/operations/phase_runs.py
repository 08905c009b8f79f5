"""Starting, watching and cancelling the phases. The run's row is the truth; the queue only wakes a worker."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from structlog.contextvars import get_contextvars
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.transactions import in_transaction

from jobforge import inputs, messaging
from jobforge.documents.phases import STEPS, is_done
from jobforge.enums import Phase, ProcessingState, RunStatus, Writer
from jobforge.errors import InvalidState, NotFound, ServiceUnavailable
from jobforge.inputs import read
from jobforge.messaging.event_log import Event, EventKind, Signal
from jobforge.operations import ownership
from jobforge.operations.idempotency import once
from jobforge.settings import current
from jobforge.storage.models import Application, Caller, PhaseRun, Resume, now

ACTIVE = (RunStatus.QUEUED, RunStatus.PROCESSING)
OFFLINE_SECONDS = 5
MODEL_SECONDS = 60

_DONE = {
    Phase.RESEARCH: "Research already completed",
    Phase.RESUME: "Resume already optimized",
    Phase.COVER_LETTER: "Cover letter already generated",
}
_NEEDED = {
    Phase.RESUME: "Research phase not completed",
    Phase.COVER_LETTER: "Resume optimization not completed",
}


@dataclass(frozen=True, slots=True)
class Status:
    """Where the processing of an application stands: the state of its latest run that was not cancelled."""

    application_id: UUID
    current_phase: Phase | None = None
    status: ProcessingState = ProcessingState.IDLE
    progress: float = 0.0
    estimated_completion: datetime | None = None
    completed_at: datetime | None = None
    error_message: str | None = None


def status_of(application_id: UUID, run: PhaseRun | None) -> Status:
    if run is None:
        return Status(application_id)
    active = run.status in ACTIVE
    return Status(
        application_id,
        run.phase,
        ProcessingState.PROCESSING if active else ProcessingState(run.status.value),
        run.progress,
        run.estimated_completion if active else None,
        None if active else run.completed_at,
        run.error_message,
    )


async def start(
    user: Caller,
    application_id: str | UUID,
    phase: Phase,
    given: object = None,
    *,
    resume_id: str | None = None,
    again: bool = False,
    key: str | None = None,
) -> PhaseRun:
    """Starts the phase in the background. Errors come in the order that the specification's reading gives.

    With an idempotency key, the run that it started when it was first used."""
    found = await ownership.application(user, application_id)
    data = read(inputs.CoverLetterStart, given)
    context = data.additional_context if phase is Phase.COVER_LETTER else None
    asked = [found.id, phase, context, resume_id, again]
    run = await once(user, key, asked, PhaseRun, lambda: _insert(user, found.id, phase, context, resume_id, again))
    if run.status is RunStatus.QUEUED:
        await messaging.current().queue.enqueue(run.id, run.fence, get_contextvars().get("request_id", ""))
        await messaging.current().events.publish(user.id, run.application_id, Signal.REFRESH)
    return run


async def _insert(
    user: Caller, application_id: UUID, phase: Phase, context: str | None, resume_id: str | None, again: bool
) -> PhaseRun:
    try:
        async with in_transaction():
            # Held, so that no run of this application can end between what is read here and the new row.
            application = await ownership.application(user, application_id, lock=True)
            await _check_order(application, phase, again)
            resume = await _resume_for(user, application, phase, resume_id)
            latest = await PhaseRun.filter(application_id=application.id).order_by("-fence").first()
            moment = now()
            return await PhaseRun.create(
                application_id=application.id,
                user_id=user.id,
                phase=phase,
                fence=latest.fence + 1 if latest else 1,
                queue_position=await PhaseRun.filter(user_id=user.id, status__in=ACTIVE).count(),
                resume_id=resume.id if resume else None,
                additional_context=context,
                estimated_completion=moment + timedelta(seconds=_expected_seconds()),
                created_at=moment,
            )
    except IntegrityError:
        raise _already_running(phase) from None


async def status(user: Caller, application_id: str) -> Status:
    application = await ownership.application(user, application_id)
    return status_of(application.id, await latest_run(application.id))


async def latest_run(application_id: UUID) -> PhaseRun | None:
    """The newest run that was not cancelled."""
    runs = PhaseRun.filter(application_id=application_id).exclude(status=RunStatus.CANCELLED)
    return await runs.order_by("-fence").first()


async def runs_of_applications(application_ids: Sequence[UUID]) -> list[list[PhaseRun]]:
    """The runs of each application, newest first: one statement for all."""
    found: defaultdict[UUID, list[PhaseRun]] = defaultdict(list)
    for run in await PhaseRun.filter(application_id__in=set(application_ids)).order_by("-fence"):
        found[run.application_id].append(run)
    return [found[key] for key in application_ids]


async def cancel(user: Caller, application_id: str) -> PhaseRun:
    """Ends the running phase; what was there before stays. Raises InvalidState when nothing runs."""
    application = await ownership.application(user, application_id)
    for _ in range(20):
        run = await PhaseRun.filter(application_id=application.id, status__in=ACTIVE).first()
        if run is None:
            raise InvalidState("Nothing is being processed for this application.")
        mine = PhaseRun.filter(id=run.id, fence=run.fence, status__in=ACTIVE)
        # The next fence: from here on the worker's writes change nothing.
        if await mine.update(
            status=RunStatus.CANCELLED, fence=F("fence") + 1, sequence=0, completed_at=now(), lease_until=None
        ):
            cancelled = await PhaseRun.filter(id=run.id).first()
            if cancelled is None:
                raise NotFound("Application not found")
            await messaging.current().events.append(event_of(cancelled, EventKind.CANCELLED))
            return cancelled
    raise ServiceUnavailable("The phase changed hands over and over. Please try again.")


def event_of(run: PhaseRun, kind: EventKind) -> Event:
    """The event that says how the run ended, or that it began, as its row tells it."""
    return Event(
        run.fence,
        0 if kind is EventKind.STARTED else run.sequence,
        kind,
        run.user_id,
        run.application_id,
        run.id,
        run.phase,
        (run.started_at if kind is EventKind.STARTED else run.completed_at) or run.created_at,
        attempt=run.attempt,
        error_code=run.error_code or "",
        error_message=run.error_message or "",
    )


async def _check_order(application: Application, phase: Phase, again: bool) -> None:
    if is_done(phase, application.status) and not again:
        raise InvalidState(_DONE[phase])
    before = STEPS[phase].after
    if before and not is_done(before, application.status):
        raise InvalidState(_NEEDED[phase], status=412)
    if await PhaseRun.filter(application_id=application.id, status__in=ACTIVE).exists():
        raise _already_running(phase)


def _already_running(phase: Phase) -> InvalidState:
    return InvalidState(
        "A phase of this application is being processed.", status=400 if phase is Phase.RESEARCH else 409
    )


async def last_used_resume(application: Application) -> Resume | None:
    """The resume that the application's newest run was started with, or else the user's primary one."""
    runs = PhaseRun.filter(application_id=application.id, resume_id__isnull=False).order_by("-fence")
    for used in await runs.limit(1).values_list("resume_id", flat=True):
        if resume := await Resume.filter(id=used, user_id=application.user_id).first():
            return resume
    return await Resume.filter(user_id=application.user_id, is_primary=True).first()


async def _resume_for(user: Caller, application: Application, phase: Phase, resume_id: str | None) -> Resume | None:
    if resume_id is not None:
        return await ownership.resume(user, resume_id)
    if phase is Phase.COVER_LETTER:
        return await last_used_resume(application)
    resume = await Resume.filter(user_id=user.id, is_primary=True).first()
    if resume is None and phase is Phase.RESUME:
        raise InvalidState("Your resume library is empty. Add a resume first.", status=422)
    return resume


def _expected_seconds() -> int:
    return OFFLINE_SECONDS if current().writers[0] is Writer.OFFLINE else MODEL_SECONDS
