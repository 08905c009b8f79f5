"""uvicorn's WebSocket protocol: a handshake that ends in time, a peer that reads, small messages from strangers."""

import asyncio
from asyncio.transports import BaseTransport
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from jobforge.http.uvicorn_transport import WriteTimeout

HANDSHAKE_SECONDS = 30.0
"""From the request to its 101."""
LISTEN_SECONDS = 10.0
"""In which a WebSocket must read something of the messages that wait for it."""
MAX_STRANGER_MESSAGE_BYTES = 16 * 1024
"""Of a message before a user is known: a token and its frame are some 300 bytes."""
MAX_MESSAGE_BYTES = 2 * 1024 * 1024
"""Of a message of a user."""


class WebSocketProtocol(WriteTimeout, WebSocketsSansIOProtocol):
    """A WebSocket. The application says when it knows the user, by calling `scope["state"]["user_known"]`."""

    _handshake_timer: asyncio.TimerHandle | None = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.conn.max_message_size = MAX_STRANGER_MESSAGE_BYTES

    def write_seconds(self) -> float:
        return LISTEN_SECONDS

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)
        self._handshake_timer = self.loop.call_later(HANDSHAKE_SECONDS, self._end_handshake)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._handshake_timer is not None:
            self._handshake_timer.cancel()
        super().connection_lost(exc)

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if scope := getattr(self, "scope", None):
            scope["state"]["user_known"] = self._allow_large_messages

    def _allow_large_messages(self) -> None:
        self.conn.max_message_size = MAX_MESSAGE_BYTES

    def _end_handshake(self) -> None:
        if not self.handshake_complete:
            self.transport.abort()
