"""uvicorn's HTTP protocol, for clients that take their time: a request must arrive, and an answer be taken, in time."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

REQUEST_SECONDS = 30.0
"""From the first byte of a request, or from the connection, to the last byte of its body."""
READ_SECONDS = 30.0
"""In which a client must make room for more of its answer."""
MOST_HEAD = 64 * 1024
"""Bytes of a request's first line and headers."""


class Protocol(HttpToolsProtocol):
    """Drops a connection that is too slow; the application hears of it as a client that left."""

    _request: asyncio.TimerHandle | None = None
    _answer: asyncio.TimerHandle | None = None
    _head: int | None = 0
    """Bytes of a head that is not complete."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        self._stop_offering()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._head is not None:
            self._head += len(data)
            if self._head > MOST_HEAD and not self.transport.is_closing():
                self.transport.write(b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\n\r\n")
                self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head = 0
        self._await_request()

    def on_headers_complete(self) -> None:
        self._head = None
        super().on_headers_complete()
        if self.parser.should_upgrade():  # from here on it is a WebSocket
            self._stop_waiting()

    def on_message_complete(self) -> None:
        self._stop_waiting()
        super().on_message_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._answer = self._answer or self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        self._stop_offering()
        super().resume_writing()

    def _await_request(self) -> None:
        self._request = self._request or self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._request is not None:
            self._request.cancel()
            self._request = None

    def _stop_offering(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
            self._answer = None
