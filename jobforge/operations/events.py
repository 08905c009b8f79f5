"""Follow an application's phases live. A message only says that something happened; what is told comes from the row
and the events that are kept.

An authorization to listen is checked for as long as it is used: at once when a message says that it may have ended,
and every few seconds whatever was lost on the way.
"""

import asyncio
import contextlib
import re
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import cast
from uuid import UUID

from jobforge import messaging
from jobforge.enums import RunStatus
from jobforge.errors import AuthenticationError, RateLimited
from jobforge.messaging.event_log import Event, EventKind, Signal, event_id
from jobforge.messaging.listeners import Closing, Listener
from jobforge.operations import accounts, ownership, phase_runs
from jobforge.operations.phase_runs import Status
from jobforge.outage import Outage
from jobforge.security import Token
from jobforge.settings import current
from jobforge.storage import database
from jobforge.storage.models import Application, Caller, PhaseRun, User

_database = Outage("database")

RECHECK_SECONDS = 2.0
"""How often the authorizations of all listeners are checked."""
_ID = re.compile(r"\d{10}-\d{10}")
_ENDS = {
    RunStatus.COMPLETED: EventKind.COMPLETED,
    RunStatus.FAILED: EventKind.FAILED,
    RunStatus.CANCELLED: EventKind.CANCELLED,
}


async def follow_status(user: Caller, application_id: str, token: Token | None) -> AsyncGenerator[Status, None]:
    """Yield the status now, then each change of it; end when the application is deleted.

    Raises AuthenticationError when the token stops being good; without one that cannot happen."""
    application = await ownership.application(user, application_id)
    return _status_changes(user.id, application.id, token)


async def follow_events(
    user: Caller, application_id: str, after: str | None, token: Token | None
) -> AsyncGenerator[Event, None]:
    """Yield every event of the application's phases, in order: with `after` first what was missed, then live.

    Ends when the application is deleted. Raises SlowReader for a reader that cannot keep up, and AuthenticationError
    when the token stops being good; without one that cannot happen."""
    application = await ownership.application(user, application_id)
    return _events(user.id, application.id, after, token)


async def watch_authorizations() -> None:
    """End the listeners whose authorization has ended, until cancelled."""
    listeners = messaging.current().listeners
    woken = asyncio.Event()

    def recheck(_: UUID) -> None:
        woken.set()

    listeners.on_recheck.append(recheck)
    try:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RECHECK_SECONDS):
                    await woken.wait()
            woken.clear()
            await end_unauthorized()
    finally:
        listeners.on_recheck.remove(recheck)


async def end_unauthorized() -> None:
    """End the listeners of this process whose authorization has ended."""
    listeners = messaging.current().listeners
    tokens = cast("set[Token]", listeners.authorizations())
    if not tokens:
        return
    try:
        ended = await accounts.ended(tokens)
    except Exception as error:
        if not database.is_away(error):
            raise
        _database.begin(error)  # nobody can change an authorization either
        return
    _database.end()
    if ended:
        listeners.end(set(ended))


@asynccontextmanager
async def listening(user_id: UUID, application_id: UUID | None, token: Token | None) -> AsyncIterator[Listener]:
    """Receive what happens to one application of the user, or to all, for as long as the token is good."""
    listeners, most = messaging.current().listeners, current().user_subscriptions
    if listeners.count(user_id) >= most:
        raise RateLimited(f"You have {most} subscriptions open, which is the limit. Close one first.")
    seconds = None if token is None else token.expires - time.time()
    async with listeners.listen(user_id, application_id, token, seconds) as listener:
        yield listener


def continues(item: Event | Signal, *, of_all: bool = False) -> bool:
    """Return whether there may be more; `of_all` applications, there always may.

    Raises what ends a stream that is not at its end."""
    if item is Signal.CLOSING:
        raise Closing
    if item is Signal.UNAUTHORIZED:
        raise AuthenticationError("The token has expired or was revoked. Log in again.")
    return of_all or item is not Signal.DELETED


async def check_user(user_id: UUID) -> None:
    """Raise AuthenticationError for a user who was deleted: their applications went with them."""
    if not await User.filter(id=user_id).exists():
        raise AuthenticationError


async def _status_changes(user_id: UUID, application_id: UUID, token: Token | None) -> AsyncGenerator[Status, None]:
    visible: Status | None = None
    async with listening(user_id, application_id, token) as listener:
        item: Event | Signal = Signal.REFRESH
        while continues(item):
            if not (isinstance(item, Event) and item.kind is EventKind.TEXT):
                status = await _shared_status(application_id, item)
                if status is None:
                    await check_user(user_id)
                    return
                if status != visible:
                    visible = status
                    yield status
            item = await listener.next()


async def _events(
    user_id: UUID, application_id: UUID, after: str | None, token: Token | None
) -> AsyncGenerator[Event, None]:
    async with listening(user_id, application_id, token) as listener:
        if after is None:
            visited = await _newest_id(application_id)
        else:
            missed, visited = await _missed(application_id, after)
            for event in missed:
                yield event
        while continues(item := await listener.next()):
            if isinstance(item, Event):
                if item.id > visited:
                    visited = item.id
                    yield item
                continue
            if not await Application.filter(id=application_id).exists():
                await check_user(user_id)
                return
            missed, _ = await _missed(application_id, visited)
            for event in missed:
                if event.id > visited:
                    visited = event.id
                    yield event


_reading: dict[tuple[UUID, object], "asyncio.Task[Status | None]"] = {}


async def _shared_status(application_id: UUID, item: Event | Signal) -> Status | None:
    """Return the status after an event, read once for all who received it in this process."""
    if not isinstance(item, Event):
        return await _read_status(application_id)
    key = (application_id, item.id)
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
    recorded = await messaging.current().events.read(application_id)
    run = await _newest_run(application_id)
    return max(recorded[-1].id if recorded else "", _last_id(run) if run else "")


async def _newest_run(application_id: UUID) -> PhaseRun | None:
    return await PhaseRun.filter(application_id=application_id).order_by("-fence").first()


def _last_id(run: PhaseRun) -> str:
    return event_id(run.fence, run.sequence)


async def _missed(application_id: UUID, after: str) -> tuple[list[Event], str]:
    """What came behind `after`, and the id behind which the reader stands then.

    With an unknown id, all events of the latest run; where that is nothing, the beginning."""
    # The row before the events: a run that ended in between has its last ones recorded before its row says so.
    run = await _newest_run(application_id)
    if run is None:
        return [], ""
    recorded = await messaging.current().events.read(application_id)
    events = recorded if any(event.id == after for event in recorded) else [e for e in recorded if e.run_id == run.id]
    events = _completed_from_row(events, run)
    newest = max((event.id for event in events), default=_last_id(run))
    if not _ID.fullmatch(after) or (after > newest and not _may_be_lost(after, recorded, run)):
        after = ""
    following = [event for event in events if event.id > after]
    return following, following[-1].id if following else after


def _may_be_lost(after: str, recorded: list[Event], run: PhaseRun) -> bool:
    """Whether an id beyond all known ones may have been given out all the same: Redis has lost how the run began."""
    return after.startswith(event_id(run.fence, 0)[:10]) and event_id(run.fence, 0) not in {e.id for e in recorded}


def _completed_from_row(events: list[Event], run: PhaseRun) -> list[Event]:
    """The events with what Redis lost of the latest run filled in from its row: how it began and how it ended."""
    of_run = [event for event in events if event.run_id == run.id]
    if not of_run and run.started_at is not None and run.status is not RunStatus.CANCELLED:
        events = [*events, phase_runs.event_of(run, EventKind.STARTED)]
    end = _ENDS.get(run.status)
    if end is not None and not any(event.kind is end for event in of_run):
        events = [*events, phase_runs.event_of(run, end)]
    return sorted(events, key=lambda event: event.id)
