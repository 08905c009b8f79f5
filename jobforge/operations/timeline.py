"""An application's course: moves, results, what was sent, notes, interviews, contacts, reminders."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from tortoise.expressions import Q

from jobforge import inputs
from jobforge.enums import EntryKind
from jobforge.errors import InvalidState, NotFound, ValidationError
from jobforge.inputs import read
from jobforge.operations import changes, ownership
from jobforge.operations.applications import flagged
from jobforge.operations.moments import utc
from jobforge.operations.repeats import repeatable
from jobforge.storage.columnar import Row
from jobforge.storage.models import Application, Caller, DocumentVersion, PhaseRun, TimelineEntry, now
from jobforge.storage.queries import row_of

MAX_ENTRIES = 2000
"""Of one application."""
MAX_DUE = 200
PAGE = 20
EDITABLE = (EntryKind.NOTE, EntryKind.INTERVIEW, EntryKind.CONTACT, EntryKind.REMINDER)
SHAPES: Mapping[EntryKind, tuple[type[inputs.Input], type[inputs.Input]]] = {
    EntryKind.NOTE: (inputs.NoteWrite, inputs.NoteWrite),
    EntryKind.INTERVIEW: (inputs.InterviewCreate, inputs.InterviewChange),
    EntryKind.CONTACT: (inputs.ContactCreate, inputs.ContactChange),
    EntryKind.REMINDER: (inputs.ReminderCreate, inputs.ReminderChange),
}
"""What is read when an entry is added, and when it is changed."""
COLUMNS = {"kind": "name", "note": "text"}
"""Where a column has another name than the field."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a timeline, the newest entries first."""

    entries: list[TimelineEntry]
    has_next: bool
    has_previous: bool


async def page(application_id: UUID, first: int = PAGE, after: str | None = None) -> Page:
    """Return a page of an application's timeline: one statement, however deep it lies."""
    query = TimelineEntry.filter(application_id=application_id)
    if after is not None:
        moment, last = _read_cursor(after)
        query = query.filter(at__lte=moment).filter(Q(at__lt=moment) | Q(id__lt=last))
    rows = await query.order_by("-at", "-id").limit(first + 1)
    return Page(rows[:first], len(rows) > first, after is not None)


def cursor(entry: TimelineEntry) -> str:
    """Return where an entry stands: opaque to clients."""
    return base64.urlsafe_b64encode(f"{entry.at.isoformat()} {entry.id}".encode()).decode()


def _read_cursor(after: str) -> tuple[datetime, UUID]:
    try:
        moment, last = base64.urlsafe_b64decode(after.encode()).decode().rsplit(" ", 1)
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(last)
    except (binascii.Error, ValueError, OverflowError):
        raise ValidationError(details={"after": ["Must be the cursor of an entry"]}) from None


@repeatable
async def add(user: Caller, application_id: str, kind: EntryKind, given: object) -> TimelineEntry:
    """Add a note, an interview, a contact or a reminder. Raises InvalidState where there are too many entries."""
    application = await ownership.application(user, application_id)
    columns = _columns(kind, read(SHAPES[kind][0], given))
    async with changes.changing(user.id) as number:
        if await TimelineEntry.filter(application_id=application.id).count() >= MAX_ENTRIES:
            raise InvalidState(f"A timeline holds at most {MAX_ENTRIES} entries.", status=422)
        entry = await TimelineEntry.create(
            application_id=application.id, user_id=user.id, kind=kind, **({"at": now()} | columns)
        )
        await changes.record(application.id, number)
    await changes.announce(user.id, application.id)
    return entry


@repeatable
async def change(user: Caller, entry_id: str, kind: EntryKind, given: object) -> TimelineEntry:
    """Change what was sent of an entry, and nothing else."""
    result = await _owned(user, entry_id, kind)
    columns = _columns(kind, read(SHAPES[kind][1], given))
    async with changes.changing(user.id) as number:
        if not await TimelineEntry.filter(id=result.id).update(**columns, updated_at=now()):
            raise NotFound(f"{_name(kind)} not found")
        await changes.record(result.application_id, number)
    await changes.announce(user.id, result.application_id)
    return await _owned(user, entry_id, kind)


@repeatable
async def delete(user: Caller, entry_id: str) -> UUID:
    """Delete an entry that the user made. What the service noted stays: a move is undone by a move back."""
    result = await _owned(user, entry_id, None)
    if result.kind not in EDITABLE:
        raise InvalidState("Moves, results and what was sent stay in the timeline.")
    async with changes.changing(user.id) as number:
        await TimelineEntry.filter(id=result.id).delete()
        await changes.record(result.application_id, number)
    await changes.announce(user.id, result.application_id)
    return result.id


async def due(user: Caller, until: datetime | None = None) -> list[TimelineEntry]:
    """Return the reminders that are due and not done, the earliest first."""
    moment = utc(until, "until") or now()
    reminders = TimelineEntry.filter(user_id=user.id, kind=EntryKind.REMINDER, done=False, due_at__lte=moment)
    return await reminders.order_by("due_at", "id").limit(MAX_DUE)


async def _owned(user: Caller, entry_id: str, kind: EntryKind | None) -> TimelineEntry:
    name = _name(kind) if kind else "Entry"
    query = TimelineEntry.filter(id=ownership.identity(entry_id, name), user_id=user.id)
    result = await (query.filter(kind=kind) if kind else query).first()
    if result is None:
        raise NotFound(f"{name} not found")
    return result


def _name(kind: EntryKind) -> str:
    return kind.value.capitalize()


def _columns(kind: EntryKind, data: inputs.Input) -> dict[str, Any]:
    columns = {COLUMNS.get(name, name): getattr(data, name) for name in data.model_fields_set}
    for name in ("at", "due_at"):
        if columns.get(name) is not None:
            columns[name] = utc(columns[name], name)
    zone = columns.get("time_zone")
    if kind is EntryKind.INTERVIEW and zone is not None and zone not in available_timezones():
        raise ValidationError(details={"time_zone": ["Must be a time zone such as Europe/London"]})
    return columns


async def note_result(run: PhaseRun) -> None:
    """Note that a run has ended, in the transaction that ends it."""
    await TimelineEntry.create(
        application_id=run.application_id, user_id=run.user_id, kind=EntryKind.PHASE_RESULT, run_id=run.id
    )


async def runs_by_id(run_ids: Sequence[UUID]) -> list[PhaseRun | None]:
    """Return runs by their ids; None for one that is gone. One statement for all."""
    result = {run.id: run for run in await PhaseRun.filter(id__in=list(set(run_ids)))}
    return [result.get(key) for key in run_ids]


async def applications_by_id(application_ids: Sequence[UUID]) -> list[Row]:
    """Return applications by their ids: one statement for all."""
    result = {row.id: flagged(row_of(row)) for row in await Application.filter(id__in=list(set(application_ids)))}
    return [result[key] for key in application_ids]


async def sent_versions(entries: Sequence[tuple[str, ...]]) -> list[list[DocumentVersion]]:
    """Return the versions that entries name: one statement for all."""
    ids = {key for entry in entries for key in entry}
    result = {str(row.id): row for row in await DocumentVersion.filter(id__in=list(ids))} if ids else {}
    return [[result[key] for key in entry if key in result] for entry in entries]
