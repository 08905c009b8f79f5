"""What a user has in tables of its own, beside profile, resumes and applications with what hangs on them.

A test holds that every table is here or there."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.models import Model

from jobforge.storage.models import (
    AdReading,
    ApplicationTag,
    BinEntry,
    Caller,
    Credential,
    DeletedApplication,
    IdempotencyKey,
    ResumeText,
    TimelineEntry,
    UsageEntry,
)

PAGE = 100
TABLES: dict[str, type[Model]] = {
    "tags": ApplicationTag,
    "timeline": TimelineEntry,
    "ad_readings": AdReading,
    "bin": BinEntry,
    "resume_texts": ResumeText,
    "sessions_and_tokens": Credential,
    "deleted_applications": DeletedApplication,
    "idempotency_keys": IdempotencyKey,
    "usage": UsageEntry,
}
"""By the name that the export gives them."""
HIDDEN = {"user_id", "secret_digest", "former_digest", "digest", "ad_digest", "resume_digest", "change_number"}


async def pages(user: Caller) -> AsyncIterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the rows of each table, a page at a time; a table without rows is one empty page."""
    for name, kind in TABLES.items():
        last: Any = None
        while True:
            query = kind.filter(user_id=user.id)
            rows = await (query.filter(id__gt=last) if last else query).order_by("id").limit(PAGE)
            yield name, [_plain(row) for row in rows]
            if len(rows) < PAGE:
                break
            last = rows[-1].pk


def _plain(row: Model) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row._meta.fields_db_projection if name not in HIDDEN}
