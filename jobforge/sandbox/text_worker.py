"""A process that reads texts: takes batches of calls from its standard input, answers each on its standard output.

Frames are a length of eight bytes and a pickle, between this process and the one that started it only. Each call has
a bound on processor time; one that exceeds it is given up, and the process goes on with what it has cached.
"""

import gc
import importlib
import pickle  # nosec B403
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO

from jobforge.errors import JobForgeError

LENGTH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Batch:
    """Calls of one function, named `package.module:name`."""

    function: str
    calls: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...]
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one call: its value, or why there is none."""

    value: Any = None
    error: JobForgeError | None = None
    """Raised by the function, expected by whoever asked."""
    failure: str = ""
    """An error that nobody expected: its type and where it happened, without a word of the text."""
    too_slow: bool = False


class _OutOfTime(BaseException):
    """No `Exception`, so that no reader of texts takes it for a fault of the text."""


def write_frame(stream: BinaryIO, value: object) -> None:
    """Write one frame."""
    data = pickle.dumps(value)
    stream.write(len(data).to_bytes(LENGTH_BYTES, "big") + data)
    stream.flush()


def _read_frame(stream: BinaryIO) -> Any:
    head = stream.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        raise EOFError
    return pickle.loads(stream.read(int.from_bytes(head, "big")))  # noqa: S301  # nosec B301


def _function(name: str) -> Callable[..., Any]:
    module, _, attribute = name.partition(":")
    if not module.startswith("jobforge."):
        raise ImportError(name)
    result: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
    return result


def _stop(*_: object) -> None:
    raise _OutOfTime


def call(function: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any], seconds: float) -> Outcome:
    """Return what became of the call within so many seconds of processor time."""
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            return Outcome(function(*arguments, **options))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except _OutOfTime:
        return Outcome(too_slow=True)
    except JobForgeError as error:
        return Outcome(error=error)
    except (Exception, RecursionError) as error:  # the text is a user's: only its place in our code is told
        frames = traceback.extract_tb(error.__traceback__)
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return Outcome(failure="; ".join([type(error).__name__, *places[-12:]]))


def main() -> None:
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but frames leaves by the other one
    signal.signal(signal.SIGPROF, _stop)
    while True:
        try:
            batch: Batch = _read_frame(source)
        except EOFError:
            return
        function = _function(batch.function)
        for arguments, options in batch.calls:
            write_frame(target, call(function, arguments, options, batch.cpu_seconds))
        gc.freeze()
