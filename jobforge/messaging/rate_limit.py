"""Counters that forget: how often something was done within some minutes.

They are shared by all processes in Redis. While it is unavailable or full, each process counts for itself, so that
a failure of Redis is no way around a limit.
"""

import asyncio
import contextlib
import time
from collections import OrderedDict
from dataclasses import dataclass

from arq.connections import ArqRedis

from jobforge.messaging.redis import CONNECTION_ERRORS, TIMEOUT_SECONDS

MAX_LOCAL_COUNTERS = 10_000
"""Counters of a process while Redis is unavailable; beyond that the oldest is forgotten."""


@dataclass(slots=True)
class _Counter:
    count: int
    ends: float


class RateLimit:
    """Counts by key."""

    def __init__(self, redis: ArqRedis) -> None:
        self.redis = redis
        self._local: OrderedDict[str, _Counter] = OrderedDict()

    async def hit(self, key: str, seconds: int) -> tuple[int, int]:
        """Increment the counter, which ends `seconds` after its first hit; return it and the seconds left."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS), self.redis.pipeline(transaction=True) as pipe:
                pipe.set(key, 0, ex=seconds, nx=True)
                pipe.incr(key)
                pipe.ttl(key)
                _, count, remainder = await pipe.execute()
        except CONNECTION_ERRORS:
            return self._hit_local(key, seconds)
        local = self._live(key)
        return count + (local.count if local else 0), max(remainder, 1)

    async def release(self, key: str) -> None:
        """Decrement the counter; the attempt's outcome is unknown."""
        if local := self._live(key):
            local.count = max(0, local.count - 1)
        with contextlib.suppress(*CONNECTION_ERRORS):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                if await self.redis.exists(key):
                    await self.redis.decr(key)

    async def reset(self, key: str) -> None:
        """Set the counter to zero."""
        self._local.pop(key, None)
        with contextlib.suppress(*CONNECTION_ERRORS):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await self.redis.delete(key)

    def _live(self, key: str) -> _Counter | None:
        counter = self._local.get(key)
        if counter is not None and counter.ends <= time.monotonic():
            del self._local[key]
            return None
        return counter

    def _hit_local(self, key: str, seconds: int) -> tuple[int, int]:
        moment = time.monotonic()
        counter = self._live(key)
        if counter is None:
            counter = self._local[key] = _Counter(0, moment + seconds)
            while len(self._local) > MAX_LOCAL_COUNTERS:
                self._local.popitem(last=False)
        counter.count += 1
        return counter.count, max(1, round(counter.ends - moment))
