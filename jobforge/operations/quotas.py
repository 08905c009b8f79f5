"""How much a user may store. Whoever has no room left is told so before anything is written; nothing is ever dropped.

Counting for each write would cost more than the write, so a process remembers what it counted, adds what it writes,
and counts again after a while, and whenever the limit seems to be near.
"""

import sqlite3
import time
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from jobforge.enums import DocumentType
from jobforge.errors import InvalidState
from jobforge.settings import current
from jobforge.storage.database import connection
from jobforge.storage.models import Application, Document, DocumentVersion, Resume

REMEMBER_SECONDS = 600.0
RECOUNT_SECONDS = 10.0
"""After which a user at their limit is counted again: they may have deleted something."""
MARGIN = 0.9
"""Of a limit: beyond that share every write is counted exactly. The user's row is held meanwhile, so that two at once
cannot both take the last place."""
CACHE_SIZE = 10_000


@dataclass(slots=True)
class _Usage:
    """What a process knows of a user."""

    size: int
    counted: float


_bytes: OrderedDict[UUID, _Usage] = OrderedDict()
_applications: OrderedDict[UUID, _Usage] = OrderedDict()


async def check_application(user_id: UUID, size: int) -> None:
    """Raise InvalidState unless the user may store one more application of that many bytes. Their row is held."""
    most = current().user_applications
    await check_bytes(user_id, size)
    usage = _fresh(_applications, user_id, REMEMBER_SECONDS)
    if usage is None or usage.size + 1 > most * MARGIN:
        usage = _remember(_applications, user_id, await Application.filter(user_id=user_id).count())
    if usage.size >= most:
        raise _full(f"You have {most:,} applications, which is the limit. Delete some first.")
    usage.size += 1


def has_plenty(user_id: UUID, size: int) -> bool:
    """Count one more application of that many bytes where the user is known to be far from every limit.

    Else nothing is counted, and `check_application` has to look, with their row held."""
    stored = _fresh(_bytes, user_id, REMEMBER_SECONDS)
    applications = _fresh(_applications, user_id, REMEMBER_SECONDS)
    if stored is None or applications is None:
        return False
    if stored.size + size > current().user_bytes * MARGIN:
        return False
    if applications.size + 1 > current().user_applications * MARGIN:
        return False
    stored.size += size
    applications.size += 1
    return True


async def check_resumes(user_id: UUID, size: int) -> None:
    """Raise InvalidState unless the user may store one more resume of that many bytes. Their row is held."""
    most = current().user_resumes
    await check_bytes(user_id, size)
    if await Resume.filter(user_id=user_id).count() >= most:
        raise _full(f"You have {most:,} resumes, which is the limit. Delete some first.")


async def check_version(user_id: UUID, document: Document, size: int) -> None:
    """Raise InvalidState unless the document may have one more version of that many bytes."""
    most = current().document_versions
    await check_bytes(user_id, size)
    # Numbers may have gaps, so there are at most as many versions as the newest one's number.
    if document.version >= most and await DocumentVersion.filter(document_id=document.id).count() >= most:
        raise _full(f"This document has {most:,} versions, which is the limit.")


async def check_phase(user_id: UUID, application_id: UUID, document_type: DocumentType) -> None:
    """Raise InvalidState unless the phase may store its document: when it is started, never when it is done."""
    document = await Document.filter(application_id=application_id, document_type=document_type).only("id", "version")
    if document:
        await check_version(user_id, document[0], 0)
    else:
        await check_bytes(user_id, 0)


async def check_bytes(user_id: UUID, added: int) -> None:
    """Raise InvalidState unless the user may store that many bytes more."""
    most = current().user_bytes
    usage = _fresh(_bytes, user_id, REMEMBER_SECONDS)
    if usage is None or (
        usage.size + added > most * MARGIN and time.monotonic() - usage.counted > RECOUNT_SECONDS * (usage.size < most)
    ):
        usage = _remember(_bytes, user_id, await stored_bytes(user_id))
    if usage.size + added > most:
        raise _full(f"You have stored {_megabytes(usage.size)} of {_megabytes(most)}, which is the limit. Delete some.")
    usage.size += added


async def stored_bytes(user_id: UUID) -> int:
    """Return the bytes of the user's texts: resumes, ads, documents and all their versions."""
    client = connection()
    on_postgres = client.capabilities.dialect == "postgres"
    key = "$1" if on_postgres else "?"
    size = "octet_length({})" if on_postgres or sqlite3.sqlite_version_info >= (3, 43) else "LENGTH(CAST({} AS BLOB))"
    personal = f"SELECT id FROM application WHERE user_id = {key}"  # noqa: S608  # nosec B608
    documents = f"SELECT id FROM document WHERE application_id IN ({personal})"  # noqa: S608  # nosec B608
    context = size.format("coalesce(additional_context, '')")
    sums = (
        (f"{size.format('content')}", "resume", f"user_id = {key}"),
        (f"{size.format('job_description')} + {context}", "application", f"user_id = {key}"),
        (f"{context}", "phase_run", f"user_id = {key}"),
        (f"{size.format('content')}", "document", f"application_id IN ({personal})"),
        (f"{size.format('content')}", "document_version", f"document_id IN ({documents})"),
    )
    total = 0
    for expression, table, condition in sums:
        size = f"coalesce(sum({expression}), 0) AS size"
        statement = f"SELECT {size} FROM {table} WHERE {condition}"  # noqa: S608  # nosec B608
        (row,) = await client.execute_query_dict(statement, [str(user_id)])
        total += int(row["size"])
    return total


def _fresh(existing: OrderedDict[UUID, _Usage], user_id: UUID, seconds: float) -> _Usage | None:
    usage = existing.get(user_id)
    return usage if usage is not None and time.monotonic() - usage.counted < seconds else None


def _remember(existing: OrderedDict[UUID, _Usage], user_id: UUID, size: int) -> _Usage:
    usage = existing[user_id] = _Usage(size, time.monotonic())
    while len(existing) > CACHE_SIZE:
        existing.popitem(last=False)
    return usage


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.1f} MiB"


def _full(message: str) -> InvalidState:
    return InvalidState(message, status=422)
