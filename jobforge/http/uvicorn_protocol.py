"""uvicorn's HTTP protocol, bounded: a request must arrive in time, and its head and trailers be of a size.

Whatever is refused here is refused before the application sees it, in the order of the requests on a connection.
"""

import asyncio
import time
from typing import Any, ClassVar, cast

import structlog
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from jobforge.http.uvicorn_transport import CoalescingTransport, WriteTimeout

log = structlog.get_logger(__name__)

REQUEST_SECONDS = 30.0
"""From the first byte of a request, or from the connection, to the last byte of its body, or to its 101."""
MIN_UPLOAD_BYTES = 128 * 1024
"""Of a file, in each `REQUEST_SECONDS`: a slow line (35 kbit/s) is no attack. Only for routes that take files."""
READ_SECONDS = 30.0
"""In which a client must read something of an answer that waits for it."""
MAX_HEADER_BYTES = 64 * 1024
"""Of a request's first line and headers."""
MAX_TRAILER_BYTES = 8 * 1024
"""Of what comes after a chunked body. It is dropped: nobody has asked for it."""
_FIELD_OVERHEAD = 4
"""Bytes of a header's line besides its name and value."""
_BODY_FIELDS = (b"content-length", b"transfer-encoding")
"""What announces a body, which a WebSocket's request cannot have."""
_last_report = -1e9


class HttpProtocol(WriteTimeout, HttpToolsProtocol):
    """One HTTP connection."""

    max_connections: ClassVar[int] = 4000
    """Of this process; whoever serves sets it."""
    _request_timer: asyncio.TimerHandle | None = None
    _in_head = True
    """Whether what arrives belongs to a head (or to what should be one) rather than to a body or its trailers."""
    _unparsed_bytes = 0
    """Bytes of an incomplete head; or bytes after a head, received since the parser last completed anything."""
    _trailer_bytes = 0
    """Bytes of the fields after a chunked body."""
    _progress = False
    """Whether the parser completed anything of a body in what is being received now."""
    _arriving = False
    """Whether a request is on its way."""
    _began = False
    """Whether what came last began one. (White space between two does not, and yet ends uvicorn's own wait.)"""
    _upload_bytes: int | None = None
    """Bytes of a file since its progress was last looked at; None where a request is timed as a whole."""
    _has_cycle = False
    """Whether the application was called for the request that arrives."""
    _refusal: int | None = None
    """The status with which this connection ends."""
    _upgrade_waits = False
    """Whether a WebSocket waits for the answers to the requests before it."""
    _idle_since = 0.0
    """When the connection was made or last answered, by the loop's clock."""

    # --- the connection

    def connection_made(self, transport: Any) -> None:
        super().connection_made(cast(asyncio.Transport, CoalescingTransport(transport, self.loop)))
        self._idle_since = self.loop.time()
        if len(self.connections) > self.max_connections:
            self._make_room()
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_request_timer()
        super().connection_lost(exc)

    def write_seconds(self) -> float:
        return READ_SECONDS

    def is_idle(self) -> bool:
        """Return whether nothing is being done for this connection: no request was received as a whole."""
        return self.cycle is None or self.cycle.response_complete or (self._arriving and self._has_cycle)

    def _make_room(self) -> None:
        """Drop the connection that has been idle longest, this one if all others are being answered."""
        _report_full(len(self.connections))
        others = [each for each in self.connections if isinstance(each, HttpProtocol) and each is not self]
        idle = min(filter(HttpProtocol.is_idle, others), key=lambda each: each._idle_since, default=None)
        if idle is None:
            self._refuse(503)
        else:
            self.connections.discard(idle)
            idle.transport.abort()

    # --- what is received

    def data_received(self, data: bytes) -> None:
        if self._refusal is not None:
            return
        if self._upgrade_waits:  # nothing may follow an upgrade before its answer
            self.transport.abort()
            return
        between_requests, self._began = self.timeout_keep_alive_task is not None, False
        in_head, self._progress = self._in_head, False
        super().data_received(data)
        if self._refusal is not None:
            return
        if self._arriving or (between_requests and not self._began):  # most are complete at once, and need no timer
            self._await_request()
        if self._in_head:  # a request before it, or the end of its body, is no part of a head
            self._unparsed_bytes += len(data) if in_head and not self._progress else 0
            if self._unparsed_bytes > MAX_HEADER_BYTES:
                self._refuse(431)
        else:
            self._unparsed_bytes = 0 if self._progress or in_head else self._unparsed_bytes + len(data)
            if self._unparsed_bytes + self._trailer_bytes > MAX_TRAILER_BYTES:
                self._refuse(431)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._has_cycle = False
        self._arriving = self._began = True

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:
            super().on_header(name, value)
            return
        self._progress = True
        self._trailer_bytes += len(name) + len(value) + _FIELD_OVERHEAD
        if self._trailer_bytes > MAX_TRAILER_BYTES:
            self._refuse(431)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._unparsed_bytes = self._trailer_bytes = 0
        if self._refusal is not None:
            return
        size, hosts, has_body = len(self.url), 0, False
        for name, value in self.headers:
            size += len(name) + len(value) + _FIELD_OVERHEAD
            hosts += name == b"host"
            has_body = has_body or name in _BODY_FIELDS
        becomes_socket = self.parser.should_upgrade() and self._should_upgrade()
        if size > MAX_HEADER_BYTES:
            self._refuse(431)
        elif hosts > 1 or (hosts == 0 and self.parser.get_http_version() == "1.1") or (becomes_socket and has_body):
            self._refuse(400)
        else:
            super().on_headers_complete()
            self._has_cycle = not becomes_socket
            self.scope["state"]["time_by_progress"] = self._time_by_progress

    def on_body(self, body: bytes) -> None:
        self._progress = True
        if self._upload_bytes is not None:
            self._upload_bytes += len(body)
        if self._refusal is None:
            super().on_body(body)

    def on_chunk_header(self) -> None:
        self._progress = True

    def on_message_complete(self) -> None:
        self._in_head = self._progress = True
        self._unparsed_bytes = 0
        if self._refusal is None:
            self._stop_request_timer()
            super().on_message_complete()

    # --- what is answered

    def handle_websocket_upgrade(self) -> None:
        if self._refusal is not None:
            return
        if self.cycle is not None and not self.cycle.response_complete:
            self._upgrade_waits = True  # the answers to the requests before it come first
            return
        self._stop_request_timer()
        coalescing = cast(CoalescingTransport, self.transport)
        coalescing.flush()
        self.transport = coalescing.transport
        super().handle_websocket_upgrade()

    def on_response_complete(self) -> None:
        was_last = not self.pipeline
        super().on_response_complete()
        self._idle_since = self.loop.time()
        if not was_last or self.transport.is_closing():
            return
        if self._refusal is not None:
            self._send_refusal()
        elif self._upgrade_waits:
            self._upgrade_waits = False
            self._unset_keepalive_if_required()
            self.handle_websocket_upgrade()

    def _refuse(self, status: int) -> None:
        """End the connection with this status, after the answers to earlier requests."""
        if self._refusal is not None:
            return
        self._refusal = status
        self._stop_request_timer()
        if self._has_cycle:  # the application is at work on the request that turned out to be wrong
            self.cycle.disconnected = True
            self.cycle.message_event.set()
            if self.cycle.response_started:
                self.transport.close()
            else:
                self._send_refusal()
        elif self.cycle is None or self.cycle.response_complete:
            self._send_refusal()
        else:
            self._await_request()  # for earlier answers no longer than for a request

    def _send_refusal(self) -> None:
        assert self._refusal is not None  # noqa: S101  # nosec B101
        retry = b"retry-after: 1\r\n" if self._refusal == 503 else b""
        head = STATUS_LINE[self._refusal] + retry + b"content-length: 0\r\nconnection: close\r\n\r\n"
        if not self.transport.is_closing():
            self.transport.write(head)
            self.transport.close()

    # --- the clock

    def _await_request(self) -> None:
        self._request_timer = self._request_timer or self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _time_by_progress(self) -> None:
        """Time the request that arrives by its progress. The application calls this before it reads the body."""
        if self._arriving and self._request_timer is not None:
            self._request_timer.cancel()
            self._await_progress()

    def _await_progress(self) -> None:
        self._upload_bytes = 0
        self._request_timer = self.loop.call_later(REQUEST_SECONDS, self._check_upload)

    def _check_upload(self) -> None:
        if (self._upload_bytes or 0) < MIN_UPLOAD_BYTES:
            self.transport.abort()
        else:
            self._await_progress()

    def _stop_request_timer(self) -> None:
        self._arriving = False
        self._upload_bytes = None
        if self._request_timer is not None:
            self._request_timer.cancel()
            self._request_timer = None


def _report_full(connections: int) -> None:
    """Log once a minute that there is no room for more connections."""
    global _last_report
    moment = time.monotonic()
    if moment - _last_report >= 60:
        _last_report = moment
        log.warning("connections_exhausted", connections=connections, limit=HttpProtocol.max_connections)
