"""All that crosses Redis: the queue that wakes the workers, the events that subscribers see, and rate limits.

Nothing here is the truth. A message that is lost costs time, never data: the database's rows say what is so.
Without a Redis address the same code runs over a Redis inside the process.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from arq.connections import ArqRedis

from jobforge import background
from jobforge.messaging.event_log import EventLog
from jobforge.messaging.listeners import Listeners
from jobforge.messaging.queue import Queue
from jobforge.messaging.rate_limit import RateLimit
from jobforge.messaging.redis import connected
from jobforge.settings import Settings


@dataclass(frozen=True, slots=True)
class Messaging:
    """One process's connection to Redis and what it is used for."""

    redis: ArqRedis
    queue: Queue
    events: EventLog
    listeners: Listeners
    rate_limit: RateLimit


_open: Messaging | None = None


def current() -> Messaging:
    """Return what is open in this process."""
    if _open is None:
        raise RuntimeError("messaging is not open in this process")
    return _open


def is_open() -> bool:
    """Return whether messaging is open in this process; a command on the database alone has none."""
    return _open is not None


def close_listeners() -> None:
    """Tell every listener of this process, if there are any, that it ends."""
    if _open is not None:
        _open.listeners.close()


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Messaging]:
    """Messaging for every task of this process until the block ends."""
    global _open
    async with connected(settings) as redis:
        listeners = Listeners(redis)
        created = _open = Messaging(redis, Queue(redis), EventLog(redis), listeners, RateLimit(redis))
        try:
            async with background.running(events=listeners.receive, silence=listeners.tick):
                yield created
        finally:
            await created.queue.close()
            _open = None
