"""One conversion in a process of its own: bytes in, bytes out, bounded in time, memory, processor and output.

    output = await run("jobforge.interchange.child", data, "read", limits=Limits(output_bytes=2 * 1024 * 1024))

The module reads standard input to its end, writes its answer to standard output and exits with 0. It finds an empty
environment (no keys, no database address), a session of its own, and the limits already in force; it must not write
files. A few run at a time; whoever would wait longer than `WAIT_SECONDS` for a turn is told to come back.
"""

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

from jobforge.errors import RateLimited

CHILDREN_AT_ONCE = 2
WAIT_SECONDS = 10.0
"""How long a conversion waits for its turn before it is refused."""
RETRY_SECONDS = 10
_BOOTSTRAP = Path(__file__).with_name("bootstrap.py")
_ROOT = Path(__file__).parent.parent.parent
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use. A negative memory or processor bound is none."""

    memory_bytes: int = 1024**3
    cpu_seconds: int = 10
    wall_seconds: float = 15.0
    open_files: int = 32
    output_bytes: int = 32 * 1024 * 1024


class ChildFailed(Exception):
    """The child ended otherwise than with 0, for want of memory or processor time among others."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the child ended with {status}")
        self.status = status
        """The exit status; negative: the number of the signal that ended it."""


class ChildTimeout(ChildFailed):
    """The child did not end in time and was killed, or wrote more than it may."""

    def __init__(self) -> None:
        super().__init__(-signal.SIGKILL)


def command(module: str, arguments: tuple[str, ...], limits: Limits) -> list[str]:
    """Return the command line of a bounded process that runs the module."""
    bounds = (limits.memory_bytes, limits.cpu_seconds, limits.open_files)
    return [sys.executable, "-I", "-B", str(_BOOTSTRAP), str(_ROOT), module, *map(str, bounds), *arguments]


async def start(module: str, arguments: tuple[str, ...], limits: Limits) -> Process:
    """Start a bounded process with pipes, an empty environment and a session of its own."""
    return await asyncio.create_subprocess_exec(
        *command(module, arguments, limits),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,  # a traceback may quote what the user sent
        env={},
        cwd="/",
        start_new_session=True,
    )


def kill(process: Process) -> None:
    """End the process and everything that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


async def run(module: str, data: bytes, *arguments: str, limits: Limits | None = None) -> bytes:
    """Return what the module writes when it is given the data.

    Raises:
        RateLimited: no turn within `WAIT_SECONDS`.
        ChildTimeout: not done within the limits, or too much output.
        ChildFailed: ended by a signal or with a status other than 0.
    """
    bounds = limits or Limits()
    turns = _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(CHILDREN_AT_ONCE))
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            await turns.acquire()
    except TimeoutError:
        raise RateLimited("Many files are being converted. Please try again.", RETRY_SECONDS) from None
    try:
        return await _converse(await start(module, arguments, bounds), data, bounds)
    finally:
        turns.release()


async def _converse(process: Process, data: bytes, limits: Limits) -> bytes:
    feeding = asyncio.create_task(_feed(process, data))
    try:
        async with asyncio.timeout(limits.wall_seconds):
            output = await _read(process, limits.output_bytes)
            status = await process.wait()
    except TimeoutError:
        raise ChildTimeout from None
    finally:
        feeding.cancel()
        if process.returncode is None:
            kill(process)
            await asyncio.shield(process.wait())
    if status != 0:
        raise ChildFailed(status)
    return output


async def _feed(process: Process, data: bytes) -> None:
    assert process.stdin is not None  # noqa: S101  # nosec B101
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(data)
        await process.stdin.drain()
    process.stdin.close()


async def _read(process: Process, most: int) -> bytes:
    assert process.stdout is not None  # noqa: S101  # nosec B101
    output = bytearray()
    while piece := await process.stdout.read(64 * 1024):
        output += piece
        if len(output) > most:
            raise TimeoutError
    return bytes(output)
