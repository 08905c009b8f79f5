"""Tasks that run for as long as their process: one that fails is logged, reported by `/readyz` and started again."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 1.0
"""Between the failure of a task and its next start."""
REPORT_SECONDS = 60.0
"""How long a failure is reported after it happened."""
_failures: dict[str, float] = {}

Work = Callable[[], Awaitable[None]]


def failing() -> list[str]:
    """Return the names of the tasks that failed within the last minute."""
    since = time.monotonic() - REPORT_SECONDS
    return sorted(name for name, moment in _failures.items() if moment > since)


async def keep_running(name: str, work: Work) -> None:
    """Run the work again and again until cancelled."""
    while True:
        try:
            await work()
            log.error("background_task_ended", task=name)
        except Exception:
            log.exception("background_task_failed", task=name)
        _failures[name] = time.monotonic()
        await asyncio.sleep(PAUSE_SECONDS)


@asynccontextmanager
async def running(**works: Work) -> AsyncIterator[None]:
    """Keep the named works running until the block ends."""
    tasks = [asyncio.create_task(keep_running(name, work), name=name) for name, work in works.items()]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
