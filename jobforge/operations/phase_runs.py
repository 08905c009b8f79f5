"""Starting, watching and cancelling the phases. The run's row is the truth; the queue only wakes a worker."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from structlog.contextvars import get_contextvars
from tortoise.exceptions import IntegrityError
from tortoise.expressions import F

from jobforge import inputs, messaging
from jobforge.documents.phases import PHASES, is_done
from jobforge.enums import Phase, ProcessingState, RunStatus, Writer
from jobforge.errors import InvalidState, NotFound, ServiceUnavailable
from jobforge.inputs import read
from jobforge.messaging.event_log import Event, EventKind
from jobforge.operations import changes, ownership, quotas, renewal
from jobforge.operations.idempotency import once
from jobforge.operations.repeats import repeatable
from jobforge.settings import current
from jobforge.storage.models import Application, Caller, PhaseRun, Resume, now
from jobforge.storage.queries import newest

ACTIVE = (RunStatus.QUEUED, RunStatus.PROCESSING)
EMPTY_LIBRARY = "Your resume library is empty. Add a resume first."
OFFLINE_SECONDS = 5
MODEL_SECONDS = 60


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
        round(run.progress, 2),
        run.estimated_completion if active else None,
        None if active else run.completed_at,
        run.error_message,
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be run, and what is to follow."""

    phase: Phase
    context: str | None = None
    resume_id: str | None = None
    again: bool = False
    mention_gaps: bool | None = None
    offline: bool = False
    next_phases: tuple[Phase, ...] = ()


@repeatable
async def start(
    user: Caller,
    application_id: str | UUID,
    phase: Phase,
    given: object = None,
    *,
    resume_id: str | None = None,
    mention_gaps: bool | None = None,
    again: bool = False,
    offline: bool = False,
    key: str | None = None,
) -> PhaseRun:
    """Starts the phase in the background. Errors come in the order that the specification's reading gives.

    `offline`: the built-in writer writes, whichever writers are configured; no model is asked and no budget applies.
    With an idempotency key, the run that it started when it was first used."""
    result = await ownership.application(user, application_id)
    data = read(inputs.CoverLetterStart, given)
    context = data.additional_context if PHASES[phase].takes_notes else None
    order = _Order(phase, context, resume_id, again, mention_gaps, offline)
    requested = [result.id, phase, context, resume_id, again]
    if mention_gaps is not None:
        requested.append(mention_gaps)
    if offline:
        requested.append("offline")
    return await _run(user, key, requested, lambda: _insert(user, result.id, order))


@repeatable
async def prepare(
    user: Caller,
    application_id: str,
    given: object = None,
    *,
    resume_id: str | None = None,
    mention_gaps: bool | None = None,
    again: bool = False,
    key: str | None = None,
) -> PhaseRun:
    """Start the first phase that is not finished, the others to follow as each completes; `again`, all of them.

    Raises InvalidState when every phase is finished, and what `start` raises."""
    result = await ownership.application(user, application_id)
    data = read(inputs.CoverLetterStart, given)

    async def insert() -> PhaseRun:
        application = await ownership.application(user, result.id)
        phases = [phase for phase in Phase if again or not is_done(phase, application.status)]
        if not phases:
            raise InvalidState("All phases are completed.")
        if resume_id is None and not await Resume.filter(user_id=user.id).exists():
            raise InvalidState(EMPTY_LIBRARY, status=422)
        order = _Order(
            phases[0], data.additional_context, resume_id, again, mention_gaps, next_phases=tuple(phases[1:])
        )
        return await _insert(user, application.id, order)

    requested = ["prepare", result.id, data.additional_context, mention_gaps, resume_id, again]
    return await _run(user, key, requested, insert)


async def _run(user: Caller, key: str | None, requested: object, insert: Callable[[], Awaitable[PhaseRun]]) -> PhaseRun:
    run = await once(user, key, requested, PhaseRun, insert)
    if run.status is RunStatus.QUEUED:
        await messaging.current().queue.enqueue(run.id, run.fence, get_contextvars().get("request_id", ""))
        await changes.announce(user.id, run.application_id)
    return run


async def _insert(user: Caller, application_id: UUID, order: _Order) -> PhaseRun:
    try:
        async with changes.changing(user.id) as number:
            # Held, so that no run of this application can end between what is read here and the new row.
            application = await ownership.application(user, application_id, lock=True)
            await _check_order(application, order.phase, order.again)
            resume = await _resume_for(user, application, order.phase, order.resume_id)
            for phase in (order.phase, *order.next_phases):
                await quotas.check_phase(user.id, application.id, PHASES[phase].document)
            latest = await PhaseRun.filter(application_id=application.id).order_by("-fence").first()
            moment = now()
            run = await PhaseRun.create(
                application_id=application.id,
                user_id=user.id,
                phase=order.phase,
                fence=latest.fence + 1 if latest else 1,
                queue_position=await PhaseRun.filter(user_id=user.id, status__in=ACTIVE).count(),
                next_phases=",".join(order.next_phases),
                resume_id=resume.id if resume else None,
                additional_context=order.context,
                mention_gaps=order.mention_gaps,
                offline=order.offline,
                estimated_completion=moment + timedelta(seconds=_expected_seconds(order.offline)),
                created_at=moment,
            )
            await changes.record(application.id, number)
            # Which resume was last used, and what the letter may say, is evidence.
            await renewal.mark_application(application.id)
            return run
    except IntegrityError:
        raise _already_running(order.phase) from None


async def insert_next(run: PhaseRun) -> PhaseRun | None:
    """Create the run that is to follow one that completes, in the transaction that the caller holds."""
    if not (phases := planned(run)):
        return None
    moment = now()
    return await PhaseRun.create(
        application_id=run.application_id,
        user_id=run.user_id,
        phase=phases[0],
        fence=run.fence + 1,
        next_phases=",".join(phases[1:]),
        resume_id=run.resume_id,
        additional_context=run.additional_context,
        mention_gaps=run.mention_gaps,
        offline=run.offline,
        estimated_completion=moment + timedelta(seconds=_expected_seconds(run.offline)),
        created_at=moment,
    )


def planned_of(runs: Sequence[PhaseRun]) -> list[Phase]:
    """Return the phases that are to follow what runs now; `runs` are an application's, newest first."""
    return planned(runs[0]) if runs and runs[0].status in ACTIVE else []


def planned(run: PhaseRun) -> list[Phase]:
    """Return the phases that are to follow a run while it is active."""
    return [Phase(name) for name in run.next_phases.split(",") if name]


async def status(user: Caller, application_id: str) -> Status:
    application = await ownership.application(user, application_id)
    return status_of(application.id, await latest_run(application.id))


async def latest_run(application_id: UUID) -> PhaseRun | None:
    """The newest run that was not cancelled."""
    runs = PhaseRun.filter(application_id=application_id).exclude(status=RunStatus.CANCELLED)
    return await runs.order_by("-fence").first()


async def runs_of_applications(keys: Sequence[tuple[UUID, int, int | None]]) -> list[list[PhaseRun]]:
    """Return the newest runs of each application, by (application, how many, with a fence below this one).

    One statement for all that ask alike."""
    result: defaultdict[tuple[UUID, int, int | None], list[PhaseRun]] = defaultdict(list)
    for limit, before in {(limit, before) for _, limit, before in keys}:
        applications = {application for application, *how in keys if how == [limit, before]}
        for run in await newest(PhaseRun, "application_id", "fence", applications, limit, before=before):
            result[run.application_id, limit, before].append(run)
    return [result[key] for key in keys]


async def latest_runs(application_ids: Sequence[UUID]) -> list[PhaseRun | None]:
    """Return the newest run of each application that was not cancelled: one statement for all."""
    runs = await newest(PhaseRun, "application_id", "fence", set(application_ids), 1, where="status <> 'cancelled'")
    result = {run.application_id: run for run in runs}
    return [result.get(key) for key in application_ids]


@repeatable
async def cancel(user: Caller, application_id: str) -> PhaseRun:
    """Ends the running phase; what was there before stays. Raises InvalidState when nothing runs."""
    application = await ownership.application(user, application_id)
    for _ in range(20):
        run = await PhaseRun.filter(application_id=application.id, status__in=ACTIVE).first()
        if run is None:
            raise InvalidState("Nothing is being processed for this application.")
        mine = PhaseRun.filter(id=run.id, fence=run.fence, status__in=ACTIVE)
        async with changes.changing(user.id) as number:
            # The next fence: from here on the worker's writes change nothing.
            cancelled_here = await mine.update(
                status=RunStatus.CANCELLED, fence=F("fence") + 1, sequence=0, completed_at=now(), lease_until=None
            )
            await changes.record(application.id, number)
        if cancelled_here:
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
        raise InvalidState(PHASES[phase].done)
    previous = PHASES[phase].after
    if previous and not is_done(previous, application.status):
        raise InvalidState(PHASES[phase].needed, status=412)
    if await PhaseRun.filter(application_id=application.id, status__in=ACTIVE).exists():
        raise _already_running(phase)


def _already_running(phase: Phase) -> InvalidState:
    return InvalidState("A phase of this application is being processed.", status=409 if PHASES[phase].after else 400)


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
    if PHASES[phase].keeps_resume:
        return await last_used_resume(application)
    resume = await Resume.filter(user_id=user.id, is_primary=True).first()
    if resume is None and PHASES[phase].needs_resume:
        raise InvalidState(EMPTY_LIBRARY, status=422)
    return resume


def _expected_seconds(offline: bool) -> int:
    return OFFLINE_SECONDS if offline or current().writers[0] is Writer.OFFLINE else MODEL_SECONDS
