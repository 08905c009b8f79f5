"""The tools for the course of an application: its timeline, notes, reminders and moves."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from jobforge.enums import EntryKind, Stage, TokenScope
from jobforge.mcp import results
from jobforge.mcp.access import Id, Request, user_of
from jobforge.operations import ownership, stages, timeline
from jobforge.storage.models import TimelineEntry

MAX_ENTRIES = 100


async def get_timeline(
    request: Request, application_id: Id, first: int = 50, after: str | None = None
) -> results.Timeline:
    """Read what happened in an application's course, the newest first: moves, notes, interviews, reminders."""
    application = await ownership.application(await user_of(request), application_id)
    page = await timeline.page(application.id, max(1, min(first, MAX_ENTRIES)), after)
    return results.Timeline(
        entries=[_entry(each) for each in page.entries],
        next=timeline.cursor(page.entries[-1]) if page.has_next else None,
    )


async def add_note(request: Request, application_id: Id, text: str) -> results.TimelineEntry:
    """Add a note, in Markdown, to an application's timeline."""
    caller = await user_of(request, TokenScope.WRITE)
    return _entry(await timeline.add(caller, application_id, EntryKind.NOTE, {"text": text}))


async def add_reminder(request: Request, application_id: Id, text: str, due_at: datetime) -> results.TimelineEntry:
    """Add a reminder to an application's timeline, due at a moment with its offset from UTC."""
    caller = await user_of(request, TokenScope.WRITE)
    return _entry(await timeline.add(caller, application_id, EntryKind.REMINDER, {"text": text, "due_at": due_at}))


async def move_application(
    request: Request,
    application_id: Id,
    stage: Stage,
    at: Annotated[datetime | None, Field(description="When it happened, if not now.")] = None,
) -> results.StageOf:
    """Move an application to another stage of the search. Ask the user first: `applied` notes what was sent."""
    row = await stages.move(await user_of(request, TokenScope.WRITE), application_id, stage, at)
    return results.StageOf(application_id=str(row["id"]), stage=row["stage"].value)


def _entry(entry: TimelineEntry) -> results.TimelineEntry:
    return results.TimelineEntry(
        id=str(entry.id),
        kind=entry.kind.value,
        at=str(entry.at),
        text=entry.text,
        from_stage=entry.from_stage.value if entry.from_stage else None,
        to_stage=entry.to_stage.value if entry.to_stage else None,
        name=entry.name,
        role=entry.role,
        place=entry.place,
        time_zone=entry.time_zone,
        due_at=str(entry.due_at) if entry.due_at else None,
        done=entry.done,
    )


TOOLS = (get_timeline, add_note, add_reminder, move_application)
