"""uvicorn's protocols, for clients that take their time: a request must arrive, and an answer be taken, in time.

An answer leaves in one piece."""

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

REQUEST_SECONDS = 30.0
"""From the first byte of a request, or from the connection, to the last byte of its body."""
READ_SECONDS = 30.0
"""In which a client must take something of an answer that waits for it."""
LISTEN_SECONDS = 10.0
"""In which a WebSocket must take something of the messages that wait for it."""
MIN_PROGRESS_BYTES = 16 * 1024
"""Bytes that are something. (Nothing waits any more when fewer than these are left.)"""
MAX_HEADER_BYTES = 64 * 1024
"""Bytes of a request's first line and headers."""


class InOnePiece:
    """A transport on which the head of an answer waits for its body, for as long as a turn of the loop.

    uvicorn writes one after the other, uvloop sends at once whatever is written, and to wake a reader that waits takes
    longer than most of what a request needs: 20 of 120 µs went into the second time."""

    __slots__ = ("_held", "_loop", "transport")

    def __init__(self, transport: Any, loop: asyncio.AbstractEventLoop) -> None:
        self.transport = transport
        self._loop = loop
        self._held = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.transport, name)

    def write(self, data: bytes) -> None:
        if self._held:
            held, self._held = self._held, b""
            self.transport.writelines((held, data))
        else:
            self._held = data
            self._loop.call_soon(self._flush)

    def close(self) -> None:
        self._flush()
        self.transport.close()

    def _flush(self) -> None:
        held, self._held = self._held, b""
        if held and not self.transport.is_closing():
            self.transport.write(held)


class Impatient(asyncio.Protocol):
    """Drops a connection whose other side takes next to nothing; the application hears of it as a client that left."""

    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    _offer: asyncio.TimerHandle | None = None

    def patience(self) -> float:
        """Seconds in which the other side must take something."""
        raise NotImplementedError

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_offering()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stop_offering()
        self._go_on_offering()

    def _go_on_offering(self) -> None:
        self._offer = self.loop.call_later(self.patience(), self._look, self.transport.get_write_buffer_size())

    def _look(self, before: int) -> None:
        if self.transport.get_write_buffer_size() > before - MIN_PROGRESS_BYTES:
            self.transport.abort()
        else:
            self._go_on_offering()

    def resume_writing(self) -> None:
        self._stop_offering()
        super().resume_writing()

    def _stop_offering(self) -> None:
        if self._offer is not None:
            self._offer.cancel()
            self._offer = None


class WebSocketProtocol(Impatient, WebSocketsSansIOProtocol):
    """A WebSocket that must be read."""

    def patience(self) -> float:
        return LISTEN_SECONDS


class Protocol(Impatient, HttpToolsProtocol):
    """HTTP whose requests must arrive, too."""

    _request: asyncio.TimerHandle | None = None
    _head: int | None = 0
    """Bytes of a head that is not complete."""
    _arriving = False
    """Whether a request is on its way."""
    _begun = False
    """Whether what came last began one. (White space between two does not, and yet ends uvicorn's own wait.)"""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(cast(asyncio.Transport, InOnePiece(transport, self.loop)))
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self._arrived()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        between_requests, self._begun = self.timeout_keep_alive_task is not None, False
        super().data_received(data)
        if self._arriving or (between_requests and not self._begun):  # most are complete at once, and need no timer
            self._await_request()
        if self._head is not None:
            self._head += len(data)
            if self._head > MAX_HEADER_BYTES and not self.transport.is_closing():
                self.transport.write(b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\n\r\n")
                self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head = 0
        self._arriving = self._begun = True

    def on_headers_complete(self) -> None:
        self._head = None
        super().on_headers_complete()
        if self.parser.should_upgrade():  # from here on it is a WebSocket
            self._arrived()

    def on_message_complete(self) -> None:
        self._arrived()
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        self.transport = cast(InOnePiece, self.transport).transport
        super().handle_websocket_upgrade()

    def patience(self) -> float:
        return READ_SECONDS

    def _await_request(self) -> None:
        self._request = self._request or self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _arrived(self) -> None:
        self._arriving = False
        if self._request is not None:
            self._request.cancel()
            self._request = None
