"""The account as a whole."""

from collections.abc import AsyncIterator
from contextlib import aclosing

import structlog
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from jobforge.errors import AuthenticationError
from jobforge.operations import account_export, accounts
from jobforge.rest.wire import Router, access

log = structlog.get_logger(__name__)

router = Router("Account")
MEDIA_TYPE = "application/json"


@router.add("GET", "/account/export", 200, "Download all that is yours as one JSON document", errors=(403, 429))
async def export(request: Request) -> Response:
    """Stream the export. What is wrong is told before the first byte is sent."""
    token = await access(request, None)
    user = await accounts.user_of(token)
    pieces = account_export.stream(user, token)
    first = await anext(pieces)
    headers = {"content-disposition": 'attachment; filename="jobforge-export.json"'}
    return StreamingResponse(_all(first, pieces), media_type=MEDIA_TYPE, headers=headers)


@router.add("POST", "/account/export", 200, "The same for a form of our own page", errors=(403, 429))
async def export_by_form(request: Request) -> Response:
    """Stream the export to a browser, whose cookie never counts on a GET."""
    return await export(request)


async def _all(first: bytes, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    async with aclosing(pieces):  # type: ignore[type-var]
        yield first
        try:
            async for piece in pieces:
                yield piece
        except AuthenticationError:  # the document ends in the middle: what it lacks shows
            log.info("export_unauthorized")
