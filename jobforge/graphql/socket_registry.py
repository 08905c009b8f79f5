"""The WebSockets of this process: how many there are, whose they are, and how long one may stay without a user."""

import asyncio
from collections import Counter
from typing import Protocol
from uuid import UUID

import structlog

from jobforge.errors import RateLimited
from jobforge.settings import current

log = structlog.get_logger(__name__)

ANONYMOUS_SECONDS = 30.0
"""How long a socket stays open without a user."""
NO_TOKEN = 4408
TOKEN_ENDED = 4403
TOO_MANY = 4429


class Closable(Protocol):
    """A socket."""

    async def close(self, code: int, reason: str) -> None: ...


class Registration:
    """One socket: anonymous at first and when its token has ended, a user's in between."""

    def __init__(self, registry: "SocketRegistry", socket: Closable) -> None:
        self._registry = registry
        self._socket = socket
        self._timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None
        self.user_id: UUID | None = None

    def set_user(self, user_id: UUID) -> None:
        """Count the socket as the user's. Raises RateLimited when they have too many."""
        most = current().user_sockets
        if self._registry.users[user_id] >= most:
            raise RateLimited(f"You have {most} WebSockets open, which is the limit. Close one first.")
        self._registry.users[user_id] += 1
        self.user_id = user_id
        self._registry.anonymous.pop(self, None)
        self._stop_timer()

    def set_anonymous(self, code: int = NO_TOKEN) -> None:
        """Count the socket as nobody's, and close it with the code after a while."""
        self._release_user()
        self._registry.anonymous[self] = None
        self._stop_timer()
        reason = "The token has ended" if code == TOKEN_ENDED else "No token was sent"
        self._timer = asyncio.get_running_loop().call_later(ANONYMOUS_SECONDS, self.close, code, reason)

    def close(self, code: int, reason: str) -> None:
        """Close the socket, without waiting for it."""
        self._registry.anonymous.pop(self, None)
        self._closing = asyncio.ensure_future(self._socket.close(code, reason))

    def remove(self) -> None:
        """Forget the socket."""
        self._release_user()
        self._registry.anonymous.pop(self, None)
        self._stop_timer()

    def _release_user(self) -> None:
        if self.user_id is not None:
            self._registry.users[self.user_id] -= 1
            if not self._registry.users[self.user_id]:
                del self._registry.users[self.user_id]
            self.user_id = None

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class SocketRegistry:
    """All sockets of this process."""

    def __init__(self) -> None:
        self.users: Counter[UUID] = Counter()
        self.anonymous: dict[Registration, None] = {}
        """In the order in which they came."""

    def add(self, socket: Closable) -> Registration:
        """Register a socket without a user; where there are too many of them, the oldest goes.

        A user's socket is anonymous for the moment until its token arrives, so strangers who stay keep nobody out."""
        registration = Registration(self, socket)
        registration.set_anonymous()
        if len(self.anonymous) > current().anonymous_sockets:
            log.info("anonymous_sockets_exhausted", limit=current().anonymous_sockets)
            next(iter(self.anonymous)).close(TOO_MANY, "Too many connections without a token")
        return registration
