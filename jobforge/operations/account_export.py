"""All that is a user's as one JSON document, written page by page: as little memory for the largest account as for one
of its pages."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import orjson
from tortoise.expressions import Q
from tortoise.models import Model

from jobforge.errors import AnswerTooLarge, AuthenticationError, RateLimited
from jobforge.messaging import current as messaging
from jobforge.operations import account_tables, ownership
from jobforge.security import Token
from jobforge.settings import current
from jobforge.storage.models import Application, Caller, Document, DocumentVersion, PhaseRun, Resume, now

ROUTE = "/api/v1/account/export"
"""Where the whole export is streamed, whatever its size."""
PAGE = 20
"""Rows with texts read at a time: of some 100 KB at most."""
RETRY_SECONDS = 5

_SECRET = {"password_hash", "tokens_valid_after"}
_INTERNAL = {"user_id", "search_text", "digest", "source_digests", "fence", "sequence", "queue_position", "lease_until"}
_running: set[UUID] = set()


async def text(user: Caller) -> str:
    """Return the export as one text.

    Raises AnswerTooLarge beyond the cap on answers, and RateLimited while another export of the user is written."""
    cap = current().answer_bytes
    most = cap * 3 // 4  # within an answer its quotation marks take two bytes each
    content = bytearray()
    async with _one_at_a_time(user.id):
        async for piece in _pieces(user):
            content += piece
            if len(content) > most:
                raise AnswerTooLarge(
                    f"Your data is larger than an answer may be ({cap // 2**20} MiB). Download it from GET {ROUTE}, "
                    "with the same token."
                )
    return content.decode()


async def stream(user: Caller, token: Token) -> AsyncIterator[bytes]:
    """Yield the export in pieces of some KB.

    Raises RateLimited while another export of the user is written, and AuthenticationError when the token stops
    being good."""
    ended = False

    def end() -> None:
        nonlocal ended
        ended = True

    async with _one_at_a_time(user.id):
        with messaging().listeners.guard(token, end):
            async for piece in _pieces(user):
                if ended:
                    raise AuthenticationError
                yield piece


def is_running(user_id: UUID) -> bool:
    """Return whether an export of the user is being written in this process."""
    return user_id in _running


@asynccontextmanager
async def _one_at_a_time(user_id: UUID) -> AsyncIterator[None]:
    if user_id in _running:
        raise RateLimited("Another export of your data is being written. Please wait for it.", RETRY_SECONDS)
    _running.add(user_id)
    try:
        yield
    finally:
        _running.discard(user_id)


async def _pieces(user: Caller) -> AsyncIterator[bytes]:
    row = await ownership.account(user)
    yield b'{"exported_at":' + _json(now())
    yield b',"user":' + _json(_plain(row))
    yield b',"resumes":['
    async for piece in _separated(_resume_pieces(user)):
        yield piece
    yield b'],"applications":['
    first = True
    async for applications in _pages(Application.filter(user_id=user.id), PAGE):
        documents, runs = await _documents_of(applications), await _runs_of(applications)
        for application in applications:
            head = _json(_plain(application))
            yield (b"" if first else b",\n") + head[:-1] + b',"documents":['
            first = False
            async for piece in _separated(_document_pieces(documents[application.id])):
                yield piece
            yield b'],"runs":[' + b",".join(_json(_plain(run)) for run in runs[application.id]) + b"]}"
    yield b"]"
    async for piece in _table_pieces(user):
        yield piece
    yield b"}\n"


async def _table_pieces(user: Caller) -> AsyncIterator[bytes]:
    """Yield what has a table of its own, each as one more field."""
    open_table = ""
    async for name, rows in account_tables.pages(user):
        content = b",\n".join(map(_json, rows))
        if name == open_table:
            yield b",\n" + content if content else b""
            continue
        yield (b"]" if open_table else b"") + b"," + _json(name) + b":[" + content
        open_table = name
    yield b"]"


async def _document_pieces(documents: Sequence[Document]) -> AsyncIterator[bytes]:
    for document in documents:
        head = _json(_plain(document))
        versions = DocumentVersion.filter(document_id=document.id)
        parts = [head[:-1], b',"versions":[']
        async for piece in _separated(_version_pieces(versions, document.version)):
            parts.append(piece)
            if len(parts) > PAGE:
                yield _Part(b"".join(parts))
                parts = []
        yield b"".join(parts) + b"]}"


class _Part(bytes):
    """A piece of a row that goes on: no comma comes after it."""

    __slots__ = ()


async def _version_pieces(versions: Any, newest: int) -> AsyncIterator[bytes]:
    after = 0
    while after < newest:
        page = await versions.filter(version__gt=after).order_by("version").limit(PAGE)
        if not page:
            return
        for version in page:
            yield _json(_plain(version))
        after = page[-1].version


async def _separated(rows: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Yield the rows with commas between them; a part and what comes after it are one row."""
    comma = b""
    async for row in rows:
        yield comma + row
        comma = b"" if isinstance(row, _Part) else b",\n"


async def _resume_pieces(user: Caller) -> AsyncIterator[bytes]:
    async for page in _pages(Resume.filter(user_id=user.id), PAGE):
        for row in page:
            yield _json(_plain(row))


async def _pages(query: Any, size: int) -> AsyncIterator[Any]:
    """Yield the rows in the order in which they were created, a page at a time, each as quickly as the first."""
    page = query
    while rows := await page.order_by("created_at", "id").limit(size):
        yield rows
        last = rows[-1]
        # The first condition alone bounds the index scan, so that a late page costs what the first one does.
        page = query.filter(created_at__gte=last.created_at).filter(
            Q(created_at__gt=last.created_at) | Q(id__gt=last.id)
        )


async def _documents_of(applications: Sequence[Application]) -> defaultdict[UUID, list[Document]]:
    result: defaultdict[UUID, list[Document]] = defaultdict(list)
    keys = [application.id for application in applications]
    for document in await Document.filter(application_id__in=keys).order_by("created_at"):
        result[document.application_id].append(document)
    return result


async def _runs_of(applications: Sequence[Application]) -> defaultdict[UUID, list[PhaseRun]]:
    result: defaultdict[UUID, list[PhaseRun]] = defaultdict(list)
    keys = [application.id for application in applications]
    for run in await PhaseRun.filter(application_id__in=keys).order_by("fence"):
        result[run.application_id].append(run)
    return result


def _json(value: object) -> bytes:
    return orjson.dumps(value, str, orjson.OPT_UTC_Z)


def _plain(row: Model) -> dict[str, Any]:
    return {
        name: getattr(row, name)
        for name in row._meta.fields_db_projection
        if name not in _SECRET and name not in _INTERNAL
    }
