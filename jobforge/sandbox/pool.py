"""Processes that read texts, apart from the one that serves: a text cannot hold up what has nothing to do with it.

A thread cannot be ended and shares the interpreter with everything else; a process can be killed. They are started
when first needed, kept for their caches, and replaced after a while or when one takes too long.
"""

import asyncio
import contextlib
import pickle  # nosec B403
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Callable, Hashable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog

from jobforge.errors import Overloaded, RateLimited
from jobforge.sandbox.child import Limits, kill, start
from jobforge.sandbox.text_worker import LENGTH_BYTES, Batch, Outcome
from jobforge.settings import Settings

log = structlog.get_logger(__name__)

MODULE = "jobforge.sandbox"
MAX_BATCHES = 2
"""Of one user, at a time."""
USER_WAIT_SECONDS = 2.0
"""How long a batch waits for the user's earlier ones."""
WORKER_WAIT_SECONDS = 10.0
"""How long a batch waits for a worker."""
WALL_FACTOR = 5
"""Seconds by the clock for each second of processor time: the machine has other things to do."""
MIN_WALL_SECONDS = 10.0
MAX_CALLS = 2000
"""After which a worker is replaced: what it has cached stays bounded."""
IDLE_SECONDS = 600.0
"""After which a worker without work ends."""
MEMORY_BYTES = 1024**3
RETRY_SECONDS = 2

Call = tuple[tuple[Any, ...], dict[str, Any]]


class WorkerLost(Exception):
    """The worker ended in the middle of a batch, for want of memory among others."""


@dataclass(slots=True, eq=False)
class _Worker:
    """One process and what it has done."""

    process: Process
    calls: int = 0
    user: Hashable = None
    timer: asyncio.TimerHandle | None = field(default=None, repr=False)


class TextPool:
    """The workers of this process."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._turns = asyncio.Semaphore(size)
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._batches: Counter[Hashable] = Counter()
        self._freed = asyncio.Condition()

    async def run(
        self,
        function: Callable[..., Any],
        calls: Sequence[Call],
        *,
        user: Hashable,
        cpu_seconds: float,
        wait_seconds: float = WORKER_WAIT_SECONDS,
    ) -> list[Outcome]:
        """Return what became of each call of the function, a pure one at the top of a module of ours.

        Each has `cpu_seconds` of processor time; calls that a lost worker left undone are too slow.

        Raises:
            RateLimited: the user's earlier batches are still being worked on.
            Overloaded: no worker was free in time.
        """
        batch = Batch(f"{function.__module__}:{function.__qualname__}", tuple(calls), cpu_seconds)
        async with self._user_turn(user):
            try:
                async with asyncio.timeout(wait_seconds):
                    await self._turns.acquire()
            except TimeoutError:
                raise Overloaded("Many texts are being read. Please try again.", RETRY_SECONDS) from None
            try:
                return await self._work(batch, user)
            finally:
                self._turns.release()

    @property
    def is_cold(self) -> bool:
        """Whether there is no worker yet, or any more."""
        return not self._all

    async def warm(self, function: Callable[..., Any], call: Call) -> None:
        """Start a worker and have it import and load what it will need."""
        with contextlib.suppress(RateLimited, Overloaded, OSError):
            await self.run(function, [call], user=None, cpu_seconds=30.0)

    async def close(self) -> None:
        """End all workers."""
        for worker in list(self._all):
            await self._end(worker)

    @asynccontextmanager
    async def _user_turn(self, user: Hashable) -> AsyncIterator[None]:
        if user is not None:
            async with self._freed:
                try:
                    async with asyncio.timeout(USER_WAIT_SECONDS):
                        await self._freed.wait_for(lambda: self._batches[user] < MAX_BATCHES)
                except TimeoutError:
                    raise RateLimited(
                        f"Your last {MAX_BATCHES} requests to read texts are still being worked on. Please wait.",
                        RETRY_SECONDS,
                    ) from None
                self._batches[user] += 1
        try:
            yield
        finally:
            if user is not None:
                self._batches[user] -= 1
                if not self._batches[user]:
                    del self._batches[user]
                async with self._freed:
                    self._freed.notify_all()

    async def _work(self, batch: Batch, user: Hashable) -> list[Outcome]:
        worker = await self._worker(user)
        outcomes: list[Outcome] = []
        sound = False
        try:
            async with asyncio.timeout(self._wall_seconds(batch)):
                await self._converse(worker, batch, outcomes)
            sound = True
        except (TimeoutError, WorkerLost) as error:
            log.warning("text_worker_lost", error=type(error).__name__, function=batch.function)
        finally:
            worker.calls += len(batch.calls)
            if sound and worker.calls < MAX_CALLS:
                self._park(worker, user)
            else:
                await asyncio.shield(self._end(worker))
        return outcomes + [Outcome(too_slow=True)] * (len(batch.calls) - len(outcomes))

    @staticmethod
    def _wall_seconds(batch: Batch) -> float:
        return max(MIN_WALL_SECONDS, batch.cpu_seconds * WALL_FACTOR)

    async def _converse(self, worker: _Worker, batch: Batch, outcomes: list[Outcome]) -> None:
        process = worker.process
        assert process.stdin is not None and process.stdout is not None  # noqa: S101  # nosec B101
        data = pickle.dumps(batch)
        try:
            process.stdin.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
            await process.stdin.drain()
            while len(outcomes) < len(batch.calls):
                head = await process.stdout.readexactly(LENGTH_BYTES)
                answer = await process.stdout.readexactly(int.from_bytes(head, "big"))
                outcomes.append(pickle.loads(answer))  # noqa: S301  # nosec B301
        except (asyncio.IncompleteReadError, BrokenPipeError, ConnectionResetError):
            raise WorkerLost from None

    async def _worker(self, user: Hashable) -> _Worker:
        """Return an idle worker, best one that has read this user's texts before, or a new one."""
        while self._idle:
            existing = next((worker for worker in self._idle if worker.user == user), self._idle[-1])
            self._idle.remove(existing)
            if existing.timer is not None:
                existing.timer.cancel()
            if existing.process.returncode is None:
                return existing
            self._all.discard(existing)
        limits = Limits(memory_bytes=MEMORY_BYTES, cpu_seconds=-1)
        worker = _Worker(await start(MODULE, (), limits))
        self._all.add(worker)
        return worker

    def _park(self, worker: _Worker, user: Hashable) -> None:
        worker.user = user
        self._idle.append(worker)
        worker.timer = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._retire, worker)

    def _retire(self, worker: _Worker) -> None:
        if worker in self._idle:
            self._idle.remove(worker)
            worker.timer = asyncio.get_running_loop().call_later(60, kill, worker.process)
            if worker.process.stdin is not None:
                worker.process.stdin.close()  # it reads the end of its input, and ends
            self._all.discard(worker)

    async def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        if worker in self._idle:
            self._idle.remove(worker)
        if worker.timer is not None:
            worker.timer.cancel()
        kill(worker.process)
        await worker.process.wait()


_open: TextPool | None = None


def current() -> TextPool | None:
    """Return the pool that is open in this process, if any."""
    return _open


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[TextPool]:
    """A pool for every task of this process until the block ends."""
    global _open
    pool = _open = TextPool(settings.text_workers)
    try:
        yield pool
    finally:
        _open = None
        await pool.close()


async def run(
    function: Callable[..., Any],
    calls: Sequence[Call],
    *,
    user: Hashable,
    cpu_seconds: float,
    wait_seconds: float = WORKER_WAIT_SECONDS,
) -> list[Outcome]:
    """Return what became of each call, in a worker where a pool is open; else in a thread, without bounds.

    Raises as `TextPool.run`."""
    if _open is not None:
        return await _open.run(function, calls, user=user, cpu_seconds=cpu_seconds, wait_seconds=wait_seconds)

    def work() -> list[Outcome]:
        return [Outcome(function(*arguments, **options)) for arguments, options in calls]

    return await asyncio.to_thread(work)
