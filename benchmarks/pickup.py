"""How soon a worker takes up what is put into its queue: `python benchmarks/pickup.py`, on Linux with two cores.

A worker on the second core performs phases that do nothing, over the Redis that JOBFORGE_REDIS_URL names (its queue
must be empty). Prints the milliseconds from `Queue.enqueue` to a worker that is idle, and how many messages a second
are worked off when they wait.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from typing import Any
from uuid import uuid4

from jobforge import messaging, worker
from jobforge.settings import Settings, load

SINGLE = 200
MANY = 3000
SLOTS = 10


def _settings() -> Settings:
    return load(redis_url=os.environ["JOBFORGE_REDIS_URL"], jwt_secret="-" * 32, worker_slots=SLOTS, ai="offline")


async def _work(number: int) -> None:
    """Takes up so many messages, then says when it took up each."""
    taken: list[tuple[str, float]] = []
    done = asyncio.Event()

    async def perform(context: dict[Any, Any], run_id: str) -> None:
        taken.append((run_id, time.time()))
        if len(taken) == number:
            done.set()

    async def nothing(context: dict[Any, Any]) -> int:
        return 0

    worker.perform, worker.sweep, worker.purge = perform, nothing, nothing
    async with messaging.opened(_settings()):
        working = asyncio.create_task(worker.run(_settings()))
        await done.wait()
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    print("\n".join(f"{run} {moment}" for run, moment in taken))


def _start(number: int) -> "subprocess.Popen[str]":
    command = ["taskset", "-c", "1", sys.executable, __file__, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


async def _taken(process: "subprocess.Popen[str]") -> dict[str, float]:
    said, _ = await asyncio.to_thread(process.communicate)
    return {run: float(moment) for run, moment in map(str.split, said.splitlines())}


async def _measure() -> None:
    async with messaging.opened(_settings()) as opened:
        process = _start(SINGLE)
        await asyncio.sleep(4)
        sent: dict[str, float] = {}
        for _ in range(SINGLE):
            run = uuid4()
            sent[str(run)] = time.time()
            await opened.queue.enqueue(run, 1)
            await asyncio.sleep(0.03)
        taken = await _taken(process)
        waits = sorted((taken[run] - moment) * 1000 for run, moment in sent.items())
        print(f"picked up after {statistics.median(waits):.1f} ms; 99 of 100 within {waits[SINGLE * 99 // 100]:.1f} ms")
        for _ in range(MANY):
            await opened.queue.enqueue(uuid4(), 1)
        moments = sorted((await _taken(_start(MANY))).values())
        print(f"{(MANY - 1) / (moments[-1] - moments[0]):,.0f} a second of {MANY} that waited")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        asyncio.run(_work(int(sys.argv[1])))
    else:
        os.sched_setaffinity(0, {0})
        asyncio.run(_measure())
