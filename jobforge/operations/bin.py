"""Deleted applications and resumes, kept for 30 days with all that hung on them.

They leave their tables, so that no read has to leave them out; a bin's entry holds the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from tortoise.expressions import RawSQL
from tortoise.models import Model

from jobforge.enums import DeletedKind
from jobforge.errors import NotFound
from jobforge.storage.models import (
    AdReading,
    Application,
    ApplicationTag,
    BinEntry,
    Caller,
    Document,
    DocumentVersion,
    PhaseRun,
    Resume,
    TimelineEntry,
    now,
)

TTL = timedelta(days=30)
MAX_ENTRIES = 200
"""Of one user: with another one the oldest is gone for good."""
_KINDS: dict[str, type[Model]] = {
    kind.__name__: kind
    for kind in (Application, ApplicationTag, AdReading, TimelineEntry, Document, DocumentVersion, PhaseRun, Resume)
}
"""In the order in which they are made again."""


# Names are read in the database: the rows of one entry may hold megabytes of texts.
_TITLE = """coalesce(content->'Application'->0->>'role_title', content->'Resume'->0->>'name')"""
_COMPANY = "content->'Application'->0->>'company_name'"


@dataclass(frozen=True, slots=True)
class DeletedItem:
    """What a user can bring back, without its texts."""

    id: UUID
    kind: DeletedKind
    name: str
    company_name: str | None
    deleted_at: datetime

    @property
    def expires_at(self) -> datetime:
        """Return when it is gone for good."""
        return self.deleted_at + TTL


async def contents(user: Caller) -> list[DeletedItem]:
    """Return what the user can bring back, the newest first."""
    entries = BinEntry.filter(user_id=user.id, deleted_at__gt=now() - TTL).order_by("-deleted_at", "-id")
    named = entries.annotate(name=RawSQL(_TITLE), company=RawSQL(_COMPANY)).limit(MAX_ENTRIES)
    rows = await named.values_list("id", "kind", "name", "company", "deleted_at")
    return [DeletedItem(key, DeletedKind(kind), *rest) for key, kind, *rest in rows]


async def put_application(application: Application) -> None:
    """Put an application into the bin, in the transaction that deletes it. What runs is left behind."""
    documents = await Document.filter(application_id=application.id)
    rows: list[Model] = [application, *documents]
    rows += await DocumentVersion.filter(document_id__in=[document.id for document in documents])
    rows += await ApplicationTag.filter(application_id=application.id)
    rows += await TimelineEntry.filter(application_id=application.id)
    rows += await AdReading.filter(application_id=application.id)
    rows += await PhaseRun.filter(application_id=application.id, completed_at__isnull=False)
    await _put(application.user_id, application.id, Application, rows)


async def take_application(user_id: UUID, application_id: UUID) -> None:
    """Take an application out of the bin. Raises NotFound."""
    await _take(user_id, application_id, Application)


async def put_resume(resume: Resume) -> None:
    """Put a resume into the bin, in the transaction that deletes it."""
    await _put(resume.user_id, resume.id, Resume, [resume])


async def take_resume(user_id: UUID, resume_id: UUID) -> None:
    """Take a resume out of the bin; it is not the primary one. Raises NotFound."""
    await _take(user_id, resume_id, Resume, is_primary=False)


async def purge() -> int:
    """Delete what has been in the bin for too long."""
    return await BinEntry.filter(deleted_at__lt=now() - TTL).delete()


async def _put(user_id: UUID, key: UUID, kind: type[Model], rows: Iterable[Model]) -> None:
    content: dict[str, Any] = {}
    for row in rows:
        columns = {name: getattr(row, name) for name in row._meta.fields_db_projection}
        content.setdefault(type(row).__name__, []).append(columns)
    plain = orjson.loads(orjson.dumps(content, default=str))
    await BinEntry.filter(id=key).delete()
    await BinEntry.create(id=key, user_id=user_id, kind=kind.__name__, content=plain)
    newest_first = BinEntry.filter(user_id=user_id).order_by("-deleted_at")
    if surplus := await newest_first.offset(MAX_ENTRIES).limit(MAX_ENTRIES).values_list("id", flat=True):
        await BinEntry.filter(id__in=surplus).delete()


async def _take(user_id: UUID, key: UUID, kind: type[Model], **changed: Any) -> None:
    entry = await BinEntry.filter(id=key, user_id=user_id, kind=kind.__name__, deleted_at__gt=now() - TTL).first()
    if entry is None:
        raise NotFound(f"{kind.__name__} not found")
    for name, model in _KINDS.items():
        rows: Any = entry.content.get(name, [])
        await model.bulk_create([model(**(row | (changed if model is kind else {}))) for row in rows])
    await entry.delete()
