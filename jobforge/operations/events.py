"""Watching an application's phases live. A message only says "look again"; what is told comes from the row and the
events that are kept."""

import asyncio
import re
from collections.abc import AsyncGenerator
from uuid import UUID

from jobforge.enums import RunStatus
from jobforge.errors import AuthenticationError
from jobforge.messaging import broker
from jobforge.messaging.broker import Closing, Event, EventKind, Signal, event_id
from jobforge.operations import ownership, phase_runs
from jobforge.operations.phase_runs import Status
from jobforge.storage.models import Application, Caller, PhaseRun

_ID = re.compile(r"\d{10}-\d{10}")
_ENDS = {
    RunStatus.COMPLETED: EventKind.COMPLETED,
    RunStatus.FAILED: EventKind.FAILED,
    RunStatus.CANCELLED: EventKind.CANCELLED,
}


async def follow_status(user: Caller, application_id: str, seconds: float | None) -> AsyncGenerator[Status, None]:
    """The status now, then each change of it; ends when the application is deleted.

    Raises AuthenticationError after so many seconds, when the user's token has expired."""
    application = await ownership.application(user, application_id)
    return _status_changes(application.id, seconds)


async def follow_events(
    user: Caller, application_id: str, after: str | None, seconds: float | None
) -> AsyncGenerator[Event, None]:
    """Every event of the application's phases, in order: with `after` first what was missed, then live.

    Ends when the application is deleted. Raises SlowReader for a reader that cannot keep up, and AuthenticationError
    after so many seconds, when the user's token has expired."""
    application = await ownership.application(user, application_id)
    return _events(application.id, after, seconds)


def _go_on(heard: Event | Signal) -> bool:
    """Whether there may be more to hear. Raises what ends a stream that is not at its end."""
    if heard is Signal.CLOSING:
        raise Closing
    if heard is Signal.OVER:
        raise AuthenticationError("The token has expired. Log in again.")
    return heard is not Signal.GONE


async def _status_changes(application_id: UUID, seconds: float | None) -> AsyncGenerator[Status, None]:
    told: Status | None = None
    async with broker.current().listening(application_id, seconds) as listener:
        heard: Event | Signal = Signal.LOOK
        while _go_on(heard):
            if not (isinstance(heard, Event) and heard.kind is EventKind.TEXT):
                status = await _shared_status(application_id, heard)
                if status is None:
                    return
                if status != told:
                    told = status
                    yield status
            heard = await listener.next()


async def _events(application_id: UUID, after: str | None, seconds: float | None) -> AsyncGenerator[Event, None]:
    async with broker.current().listening(application_id, seconds) as listener:
        if after is None:
            seen = await _newest_id(application_id)
        else:
            missed, seen = await _missed(application_id, after)
            for event in missed:
                yield event
        while _go_on(heard := await listener.next()):
            if isinstance(heard, Event):
                if heard.id > seen:
                    seen = heard.id
                    yield heard
                continue
            if not await Application.filter(id=application_id).exists():
                return
            missed, _ = await _missed(application_id, seen)
            for event in missed:
                if event.id > seen:
                    seen = event.id
                    yield event


_reading: dict[tuple[UUID, object], "asyncio.Task[Status | None]"] = {}


async def _shared_status(application_id: UUID, heard: Event | Signal) -> Status | None:
    """The status after what was heard, read once for all who heard it in this process."""
    if not isinstance(heard, Event):
        return await _read_status(application_id)
    key = (application_id, heard.id)
    task = _reading.get(key)
    if task is None:
        task = _reading[key] = asyncio.create_task(_read_status(application_id))
        task.add_done_callback(lambda _: _reading.pop(key, None))
    return await asyncio.shield(task)


async def _read_status(application_id: UUID) -> Status | None:
    run = await phase_runs.latest_run(application_id)
    if run is None and not await Application.filter(id=application_id).exists():
        return None
    return phase_runs.status_of(application_id, run)


async def _newest_id(application_id: UUID) -> str:
    kept = await broker.current().kept(application_id)
    run = await _newest_run(application_id)
    return max(kept[-1].id if kept else "", _last_id(run) if run else "")


async def _newest_run(application_id: UUID) -> PhaseRun | None:
    return await PhaseRun.filter(application_id=application_id).order_by("-fence").first()


def _last_id(run: PhaseRun) -> str:
    return event_id(run.fence, run.sequence)


async def _missed(application_id: UUID, after: str) -> tuple[list[Event], str]:
    """What came behind `after`, and the id behind which the reader stands then.

    With an id that nobody knows, all that is known of the latest run; where that is nothing, the beginning."""
    # The row before the events: a run that ended in between has its last ones kept before its row says so.
    run = await _newest_run(application_id)
    if run is None:
        return [], ""
    kept = await broker.current().kept(application_id)
    known = kept if any(event.id == after for event in kept) else [e for e in kept if e.run_id == run.id]
    known = _completed_from_row(known, run)
    newest = max((event.id for event in known), default=_last_id(run))
    if not _ID.fullmatch(after) or (after > newest and not _may_be_lost(after, kept, run)):
        after = ""
    behind = [event for event in known if event.id > after]
    return behind, behind[-1].id if behind else after


def _may_be_lost(after: str, kept: list[Event], run: PhaseRun) -> bool:
    """Whether an id beyond all that is known may have been given out all the same: Redis has lost how the run began."""
    return after.startswith(event_id(run.fence, 0)[:10]) and event_id(run.fence, 0) not in {e.id for e in kept}


def _completed_from_row(known: list[Event], run: PhaseRun) -> list[Event]:
    """The events with what Redis lost of the latest run filled in from its row: how it began and how it ended."""
    of_run = [event for event in known if event.run_id == run.id]
    if not of_run and run.started_at is not None and run.status is not RunStatus.CANCELLED:
        known = [*known, phase_runs.event_of(run, EventKind.STARTED)]
    end = _ENDS.get(run.status)
    if end is not None and not any(event.kind is end for event in of_run):
        known = [*known, phase_runs.event_of(run, end)]
    return sorted(known, key=lambda event: event.id)
