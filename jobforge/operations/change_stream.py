"""Follow all of a user's applications in one stream: states, not events.

Each application that changed is told once, as it is now, whatever happened to it in between. Progress is live only.
"""

from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tortoise.expressions import Q

from jobforge.enums import ChangeKind
from jobforge.messaging.event_log import Event, EventKind
from jobforge.operations.applications import flagged
from jobforge.operations.events import check_user, continues, listening
from jobforge.security import Token
from jobforge.storage.columnar import Row
from jobforge.storage.models import Application, Caller, DeletedApplication, User, now
from jobforge.storage.queries import row_of

BATCH = 100
"""Applications read at a time."""
ALL = "0"
"""The id before all others."""
ID_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Change:
    """An application's state under the number of its last change."""

    number: int
    kind: ChangeKind
    at: datetime
    application_id: UUID | None = None
    application: Row | None = None

    @property
    def id(self) -> str:
        return str(self.number).zfill(ID_WIDTH)


def follow(user: Caller, after: str | None, token: Token | None) -> AsyncGenerator[Change, None]:
    """Yield what changed after the id `after`, then what changes.

    Raises SlowReader for a reader that cannot keep up, and AuthenticationError when the token stops being good."""
    return _changes(user.id, after, token)


async def _changes(user_id: UUID, after: str | None, token: Token | None) -> AsyncGenerator[Change, None]:
    async with listening(user_id, None, token) as listener:
        newest, oldest = await _numbers(user_id)
        visited = newest if after is None else _read_id(after, newest, oldest)
        if visited is None:
            visited = newest
            yield Change(newest, ChangeKind.RESET, now())
        elif after is not None:
            async for change in _since(user_id, visited):
                visited = change.number
                yield change
        while continues(item := await listener.next(), of_all=True):
            if isinstance(item, Event) and item.kind is EventKind.TEXT:
                continue
            notice = False
            async for change in _since(user_id, visited):
                visited, notice = max(visited, change.number), True
                yield change
            if isinstance(item, Event) and item.kind is EventKind.PROGRESSED and not notice:
                async for change in _progress(item, visited):
                    yield change
            if not isinstance(item, Event):
                await check_user(user_id)


async def _numbers(user_id: UUID) -> tuple[int, int]:
    """Return the user's newest number, and the newest one of which deletions are forgotten."""
    rows = await User.filter(id=user_id).values_list("change_number", "forgotten_number")
    newest, forgotten = rows[0] if rows else (0, 0)
    return int(str(newest)), int(str(forgotten))


def _read_id(after: str, newest: int, oldest: int) -> int | None:
    """Return the number of an id; None for one that is unknown or too old. Everything is what is after -1."""
    if after == ALL:
        return -1
    number = int(after) if after.isascii() and after.isdigit() and len(after) <= ID_WIDTH else -1
    return number if oldest <= number <= newest else None


async def _since(user_id: UUID, number: int) -> AsyncIterator[Change]:
    """Yield what changed after a number, in order; what was deleted does not matter to a reader of everything."""
    deleted = DeletedApplication.filter(user_id=user_id, change_number__gt=number).order_by("change_number")
    removed = deque(await deleted if number >= 0 else [])
    last, last_id = number, UUID(int=0)
    while True:
        following = Q(change_number__gt=last) | Q(change_number=last, id__gt=last_id)
        # The first condition bounds the index scan. Rows of before there were numbers share the number 0.
        changed = Application.filter(user_id=user_id, change_number__gte=last).filter(following)
        rows = await changed.order_by("change_number", "id").limit(BATCH)
        for row in rows:
            if row.change_number <= number:
                continue
            while removed and removed[0].change_number < row.change_number:
                yield _deletion(removed.popleft())
            kind = ChangeKind.CREATED if row.creation_number > number else ChangeKind.UPDATED
            yield Change(row.change_number, kind, row.updated_at, row.id, flagged(row_of(row)))
        if len(rows) < BATCH:
            break
        last, last_id = rows[-1].change_number, rows[-1].id
    for each in removed:
        yield _deletion(each)


def _deletion(row: DeletedApplication) -> Change:
    return Change(row.change_number, ChangeKind.DELETED, row.deleted_at, row.id)


async def _progress(event: Event, visited: int) -> AsyncIterator[Change]:
    if row := await Application.filter(id=event.application_id).first():
        yield Change(visited, ChangeKind.UPDATED, event.at, row.id, flagged(row_of(row)))
