"""The queue that wakes the workers. A lost message costs time, never a run: the database's rows are the truth."""

import asyncio
from uuid import UUID

import structlog
from arq.connections import ArqRedis

from jobforge import tracing
from jobforge.messaging.event_log import EVENT_TTL_SECONDS
from jobforge.messaging.redis import CONNECTION_ERRORS, TIMEOUT_SECONDS, address_of
from jobforge.outage import Outage

RENEWAL_DELAY_SECONDS = 0.1
"""In which further requests need no message of their own."""

log = structlog.get_logger(__name__)

QUEUE = "jobforge:queue"
JOB = "perform"
RENEWAL_JOB = "renew"
HEALTH_KEY = QUEUE + ":health-check"
WAKE = "jobforge:wake"
"""The channel on which workers are woken."""


class Queue:
    """Messages to the workers."""

    def __init__(self, redis: ArqRedis) -> None:
        self.redis = redis
        self.outage = Outage("queue", address_of(redis))
        self._renewal: asyncio.Task[None] | None = None

    async def enqueue(self, run_id: UUID, fence: int, request_id: str = "") -> bool:
        """Wake a worker for the run; False when the queue is unavailable and the sweeper will have to.

        With the id of the request that started it, `request_id` tells it to the worker that claims the run."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                if request_id:
                    origin = f"{request_id} {tracing.traceparent()}"
                    await self.redis.set(_request_key(run_id), origin, ex=EVENT_TTL_SECONDS)
                # Each fence its own job: arq refuses a job id it still remembers.
                await self.redis.enqueue_job(JOB, str(run_id), _job_id=f"{run_id}:{fence}", _queue_name=QUEUE)
                await self.redis.publish(WAKE, b"")
        except CONNECTION_ERRORS as error:
            self.outage.begin(error)
            return False
        self.outage.end()
        return True

    def request_renewal(self) -> None:
        """Wake a worker soon to renew what is kept with rows: one message for all that ask within a moment."""
        if self._renewal is None or self._renewal.done():
            self._renewal = asyncio.create_task(self._send_renewal())

    async def close(self) -> None:
        """Drop a message that was not sent yet: workers look by themselves, too."""
        if self._renewal is not None:
            self._renewal.cancel()
            await asyncio.wait({self._renewal})

    async def _send_renewal(self) -> None:
        await asyncio.sleep(RENEWAL_DELAY_SECONDS)
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await self.redis.enqueue_job(RENEWAL_JOB, _job_id=RENEWAL_JOB, _queue_name=QUEUE)
                await self.redis.publish(WAKE, b"")
        except CONNECTION_ERRORS as error:
            log.info("renewal_not_requested", error=type(error).__name__)  # the worker looks by itself, too

    async def origin(self, run_id: UUID) -> tuple[str, str]:
        """Return the id of the request that started the run and its `traceparent`; empty where they are not known."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                stored = await self.redis.get(_request_key(run_id))
        except CONNECTION_ERRORS:
            return "", ""
        request_id, _, trace = stored.decode().partition(" ") if stored else ("", "", "")
        return request_id, trace

    async def size(self) -> int:
        """Return how many messages wait; 0 while the queue is unavailable."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                return int(await self.redis.zcard(QUEUE))
        except CONNECTION_ERRORS:
            return 0


def _request_key(run_id: UUID) -> str:
    return f"jobforge:request:{run_id}"
