"""The worker's door: arq hands over a message, one operation does the work.

arq polls its queue every half second and ends when Redis does; here a message wakes it at once, and it is started
again inside the same process for as long as that is meant to live.
"""

import asyncio
import contextlib
import functools
import logging
import signal
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, cast

import structlog
from arq import cron, func
from arq.worker import Worker

from jobforge import messaging
from jobforge.messaging import Messaging, queue
from jobforge.messaging.redis import CONNECTION_ERRORS, deserialize, serialize
from jobforge.operations import account_data, renewal, run_executor
from jobforge.operations.run_executor import Providers
from jobforge.providers import opened_providers
from jobforge.providers.access import LOCAL_DEADLINE_SECONDS
from jobforge.settings import Settings
from jobforge.storage import database

if TYPE_CHECKING:
    from arq.typing import WorkerCoroutine

log = structlog.get_logger(__name__)

POLL_SECONDS = 0.5
HEALTH_SECONDS = 5
SWEEP_SECONDS = 5
RENEWAL_SECONDS = 10
SETTLE_SECONDS = 9  # a stopping worker's time to hand its runs back


async def perform(context: dict[Any, Any], run_id: str) -> None:
    """A message carries a run's id so that it is sent once; which run is performed is the line's decision."""
    await run_executor.perform(context["providers"])


Job = Callable[[dict[Any, Any]], Awaitable[int]]


def ends_quietly(job: Job) -> Job:
    """Have a job that is stopped with its worker end as one that is done: arq would log an error."""

    @functools.wraps(job)
    async def run(context: dict[Any, Any]) -> int:
        try:
            return await job(context)
        except asyncio.CancelledError:
            return 0  # the next worker finds the same rows

    return run


@ends_quietly
async def sweep(context: dict[Any, Any]) -> int:
    return await run_executor.sweep()


@ends_quietly
async def renew(context: dict[Any, Any]) -> int:
    """Of low priority: while phases wait, what is kept with rows may stay outdated a little longer."""
    try:
        return await renewal.renew()
    except Exception as error:
        if not database.is_away(error):
            raise
        log.warning("renewal_postponed", error=type(error).__name__)  # the next one finds the same rows
        return 0


@ends_quietly
async def purge(context: dict[Any, Any]) -> int:
    return await account_data.purge()


class WokenWorker(Worker):
    """arq's worker, woken by a message; the polling stays as the safety net."""

    def __init__(self, *arguments: Any, **words: Any) -> None:
        super().__init__(*arguments, **words)
        self._woken = asyncio.Event()

    def wake(self) -> None:
        self._woken.set()

    def _release_sem_dec_counter_on_complete(self) -> None:
        super()._release_sem_dec_counter_on_complete()
        self.wake()  # a slot is free: take the next job now

    async def main(self) -> None:
        self.ctx["redis"] = self.pool
        while True:
            self._woken.clear()
            await self._poll_iteration()
            self.ctx["outage"].end()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(POLL_SECONDS):
                    await self._woken.wait()


def _worker(settings: Settings, providers: Providers, open_messaging: Messaging) -> WokenWorker:
    return WokenWorker(
        [
            func(cast("WorkerCoroutine", perform), name=queue.JOB, keep_result=0, max_tries=1),
            func(cast("WorkerCoroutine", renew), name=queue.RENEWAL_JOB, keep_result=0, max_tries=1),
        ],
        queue_name=queue.QUEUE,
        redis_pool=open_messaging.redis,
        cron_jobs=[
            cron(
                cast("WorkerCoroutine", sweep),
                second=set(range(0, 60, SWEEP_SECONDS)),
                run_at_startup=True,
                keep_result=0,
            ),
            cron(
                cast("WorkerCoroutine", renew),
                second=set(range(2, 60, RENEWAL_SECONDS)),
                run_at_startup=True,
                keep_result=0,
            ),
            cron(cast("WorkerCoroutine", purge), hour=3, minute=17, run_at_startup=True, keep_result=0),
        ],
        handle_signals=False,
        max_jobs=settings.worker_slots,
        # Jobs in progress stay at the head of arq's queue: all workers must be able to read past them.
        queue_read_limit=max(1000, settings.worker_slots * 20),
        # The phase has a deadline of its own; this is for what hangs in spite of it.
        job_timeout=(settings.phase_deadline or LOCAL_DEADLINE_SECONDS) * 2 + 30,
        keep_result=0,
        max_tries=1,
        retry_jobs=False,
        health_check_interval=HEALTH_SECONDS,
        health_check_key=queue.HEALTH_KEY,
        ctx={"providers": providers, "outage": open_messaging.queue.outage},
        job_serializer=serialize,
        job_deserializer=deserialize,
        log_results=False,
    )


async def run(settings: Settings) -> None:
    """Performs phases until cancelled, then hands back what it holds. Database and messaging are open."""
    logging.getLogger("arq").setLevel(logging.WARNING)
    open_messaging = messaging.current()
    running: set[asyncio.Task[Any]] = set()
    async with opened_providers(settings) as providers:
        try:
            while True:
                worker = _worker(settings, providers, open_messaging)
                open_messaging.listeners.on_wake.append(worker.wake)
                try:
                    await worker.main()
                except CONNECTION_ERRORS as error:
                    open_messaging.queue.outage.begin(error)
                    await asyncio.sleep(1)
                finally:
                    open_messaging.listeners.on_wake.remove(worker.wake)
                    # A phase needs no queue to go on: what is being written outlives the worker object.
                    running = {task for task in running if not task.done()}
                    for task in (*worker.job_tasks.values(), *worker.tasks.values()):
                        task.add_done_callback(_note_end)
                        running.add(task)
        finally:
            await _hand_back(running)


def _note_end(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.warning("job_not_reported", error=type(error).__name__)


async def _hand_back(tasks: set[asyncio.Task[Any]]) -> None:
    """Ends the jobs that still run; each hands its run back as it is cancelled."""
    waiting = {task for task in tasks if not task.done()}
    for task in waiting:
        task.cancel()
    if waiting:
        await asyncio.wait(waiting, timeout=SETTLE_SECONDS)


def stop_on_signals(task: asyncio.Task[Any]) -> None:
    """SIGTERM and SIGINT end the task, in order."""
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
