"""The edge of the service: what holds for every HTTP exchange, whichever door it goes to.

A request id, a size limit counted while the body streams, headers that keep browsers careful, one line of log.
"""

import re
import time
import uuid

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jobforge.errors import PayloadTooLarge

log = structlog.get_logger(__name__)

MOST_BYTES = 2 * 1024 * 1024
REQUEST_ID = "x-request-id"
_HARMLESS_ID = re.compile(r"[\w.-]{1,64}")

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
}
HSTS = "max-age=31536000"


class Edge:
    """Wraps the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get(REQUEST_ID, "")
        request_id = given if _HARMLESS_ID.fullmatch(given) else uuid.uuid4().hex
        started = time.perf_counter()
        status = 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                answer = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in HEADERS.items():
                    answer.setdefault(name, value)
                if scope["scheme"] == "https":
                    answer["strict-transport-security"] = HSTS
                answer[REQUEST_ID] = request_id
                message["headers"] = answer.raw
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            await self.app(scope, _limited(receive, _length(headers)), send_with_headers)
            log.info(
                "request",
                method=scope["method"],
                path=scope["path"],
                status=status,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )


def _length(headers: Headers) -> int:
    value = headers.get("content-length", "0")
    return int(value) if value.isascii() and value.isdigit() else 0


def _limited(receive: Receive, announced: int) -> Receive:
    # Refused when it is read rather than at once: what comes before the body in the order of checks comes first.
    received = 0

    async def limited() -> Message:
        nonlocal received
        if announced > MOST_BYTES:
            raise PayloadTooLarge()
        message = await receive()
        if message["type"] == "http.request":
            received += len(message.get("body", b""))
            if received > MOST_BYTES:
                raise PayloadTooLarge()
        return message

    return limited
