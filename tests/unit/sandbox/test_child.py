"""A conversion in a child process cannot take more than it was given, whatever it does."""

import asyncio
import os
import signal
import time
from pathlib import Path

import psutil
import pytest

from jobforge.errors import RateLimited
from jobforge.sandbox import child
from jobforge.sandbox.child import ChildFailed, ChildTimeout, Limits

MODULE = "tests.support.misbehaving"


async def test_bytes_go_in_and_come_out() -> None:
    data = os.urandom(3 * 1024 * 1024)
    assert await child.run(MODULE, data, "echo") == data


async def test_a_child_that_reads_nothing_is_no_failure() -> None:
    assert await child.run(MODULE, bytes(3 * 1024 * 1024), "deaf") == b"done"


async def test_the_environment_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBFORGE_JWT_SECRET", "secret")
    assert await child.run(MODULE, b"", "environment") == b""


async def test_memory_is_bounded() -> None:
    with pytest.raises(ChildFailed):
        await child.run(MODULE, b"", "eat")


async def test_processor_time_is_bounded() -> None:
    with pytest.raises(ChildFailed) as failure:
        await child.run(MODULE, b"", "spin", limits=Limits(cpu_seconds=1))
    assert failure.value.status in (-signal.SIGXCPU, -signal.SIGKILL)


async def test_a_child_that_sleeps_is_killed_with_its_own_children() -> None:
    me = psutil.Process()
    begun = time.monotonic()
    running = asyncio.create_task(child.run(MODULE, b"", "sleep", limits=Limits(wall_seconds=1.5)))
    family: list[psutil.Process] = []
    while len(family) < 2 and time.monotonic() < begun + 1.4:
        await asyncio.sleep(0.02)
        family = [p for p in me.children(recursive=True) if "sleep" in p.cmdline()]
    with pytest.raises(ChildTimeout):
        await running
    assert len(family) == 2
    _, alive = psutil.wait_procs(family, timeout=5)
    assert not [p for p in alive if p.status() != psutil.STATUS_ZOMBIE]


async def test_a_cancelled_request_ends_its_child() -> None:
    running = asyncio.create_task(child.run(MODULE, b"", "sleep"))
    await asyncio.sleep(0.3)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert not [p for p in psutil.Process().children() if "sleep" in p.cmdline()]


async def test_output_is_bounded() -> None:
    with pytest.raises(ChildTimeout):
        await child.run(MODULE, b"", "pour", limits=Limits(output_bytes=5 * 1024 * 1024))


async def test_files_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ChildFailed):
        await child.run(MODULE, b"", "write", str(tmp_path / "file"))


async def test_a_few_run_at_a_time_and_the_rest_is_told_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "WAIT_SECONDS", 0.2)
    running = [
        asyncio.create_task(child.run(MODULE, b"", "sleep", limits=Limits(wall_seconds=2)))
        for _ in range(child.CHILDREN_AT_ONCE)
    ]
    await asyncio.sleep(0)
    with pytest.raises(RateLimited) as refused:
        await child.run(MODULE, b"", "echo")
    assert refused.value.retry_after == child.RETRY_SECONDS
    for task in running:
        with pytest.raises(ChildTimeout):
            await task
    assert await child.run(MODULE, b"again", "echo") == b"again"
