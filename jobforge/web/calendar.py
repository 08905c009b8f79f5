"""The calendar feed over HTTP: its address is its secret."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jobforge.errors import MethodNotAllowed, NotFound
from jobforge.operations import calendar
from jobforge.operations.error_mapping import envelope, expected, json_bytes

SUFFIX = ".ics"


class CalendarFeed:
    """The ASGI application of `/calendar/{secret}.ics`."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await _answer(Request(scope, receive))
        except Exception as cause:
            error = expected(cause)
            content = json_bytes(envelope(error, calendar.PATH))  # the secret is not said again
            headers = {"allow": "GET, HEAD"} if isinstance(error, MethodNotAllowed) else {}
            response = Response(content, error.status, headers, "application/json")
        await response(scope, receive, send)


async def _answer(request: Request) -> Response:
    path: str = request.scope["path"]
    if request.method not in ("GET", "HEAD"):
        raise MethodNotAllowed(f"{request.method} is not possible here.")
    if not path.endswith(SUFFIX):
        raise NotFound("There is no calendar at this address.")
    content = await calendar.feed(path.removeprefix(calendar.PATH).removesuffix(SUFFIX))
    headers = {"cache-control": "private, max-age=300", "content-disposition": 'inline; filename="jobforge.ics"'}
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")
