"""The edge of the service: what holds for every HTTP exchange, whichever door it goes to.

A request id, a size limit counted while the body streams, headers that keep browsers careful, one line of log.
"""

import re
import secrets
import time
from collections.abc import Mapping
from itertools import count

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars, reset_contextvars

from jobforge import metrics, tracing
from jobforge.errors import PayloadTooLarge
from jobforge.http.logging import log_request

MAX_BODY_BYTES = 2 * 1024 * 1024
_HARMLESS_ID = re.compile(rb"[\w.-]{1,64}")

REQUEST_ID = b"x-request-id"
PLAIN_ROUTES = frozenset(
    "/ /graphql /mcp /session /session/new /session/password /docs /about /healthz /readyz /metrics".split()
)
HSTS = (b"strict-transport-security", b"max-age=31536000")
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
)
"""Where an answer does not say otherwise."""

_process = secrets.token_hex(6)
_numbers = count(1)


class Edge:
    """Wraps the whole application. Works on the headers as they are: all that is answered comes through here."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        values, announced = _told(scope["headers"])
        request_id = values if _HARMLESS_ID.fullmatch(values) else f"{_process}{next(_numbers):010x}".encode()
        name = request_id.decode()
        status = 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = list(message.get("headers", ()))
                text = {name for name, _ in headers}
                headers += [pair for pair in HEADERS if pair[0] not in text]
                if scope["scheme"] == "https":
                    headers.append(HSTS)
                headers.append((REQUEST_ID, request_id))
                message["headers"] = headers
            await send(message)

        bound = bind_contextvars(request_id=name)
        try:
            if scope["type"] == "websocket":  # one id for all that is sent over it
                await self.app(scope, receive, send)
                return
            limit = scope["body_limit"] = {"bytes": MAX_BODY_BYTES}
            with tracing.span(scope["method"], parent=_traceparent(scope["headers"])):
                await self.app(scope, _limited(receive, announced, limit), send_with_headers)
            seconds = time.perf_counter() - started
            log_request(scope["method"], scope["path"], status, seconds, name, _client(scope))
            metrics.request_answered(scope["method"], _route(scope), status, seconds)
        finally:
            reset_contextvars(**bound)


def _route(scope: Scope) -> str:
    """Return the pattern that the path belongs to: labels must be few."""
    path: str = scope["path"]
    return scope.get("route_pattern") or (path if path in PLAIN_ROUTES else "other")


def _client(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def _traceparent(headers: list[tuple[bytes, bytes]]) -> str:
    return next((value.decode("latin-1") for name, value in headers if name == b"traceparent"), "")


def _told(headers: list[tuple[bytes, bytes]]) -> tuple[bytes, int]:
    """The request's id, if it brought one, and how long it says that its body is."""
    request_id, length = b"", b""
    for name, value in headers:
        if name == b"content-length":
            length = length or value
        elif name == REQUEST_ID:
            request_id = request_id or value
    return request_id, int(length) if length.isdigit() else 0


def _limited(receive: Receive, announced: int, limit: Mapping[str, int]) -> Receive:
    # Refused when it is read rather than at once: what comes before the body in the order of checks comes first.
    # A route may have set another limit by then.
    received = 0

    async def limited() -> Message:
        nonlocal received
        if announced > limit["bytes"]:
            raise _too_large(limit["bytes"])
        message = await receive()
        if message["type"] == "http.request":
            received += len(message.get("body", b""))
            if received > limit["bytes"]:
                raise _too_large(limit["bytes"])
        return message

    return limited


def _too_large(most: int) -> PayloadTooLarge:
    return PayloadTooLarge(f"The request body is larger than {most / 1024**2:.3g} MiB.")
