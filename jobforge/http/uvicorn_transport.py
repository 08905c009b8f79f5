"""A transport that sends an answer in one piece, and protocols that drop a peer that reads next to nothing."""

import asyncio
from typing import Any

MIN_PROGRESS_BYTES = 16 * 1024
"""Bytes that count as progress. (Nothing waits any more when fewer than these are left.)"""


class CoalescingTransport:
    """A transport on which the head of an answer waits for its body, for as long as a turn of the loop.

    uvicorn writes one after the other, uvloop sends at once whatever is written, and to wake a reader that waits takes
    longer than most of what a request needs: 20 of 120 µs went into the second time."""

    __slots__ = ("_buffer", "_loop", "transport")

    def __init__(self, transport: Any, loop: asyncio.AbstractEventLoop) -> None:
        self.transport = transport
        self._loop = loop
        self._buffer = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.transport, name)

    def write(self, data: bytes) -> None:
        if self._buffer:
            first, self._buffer = self._buffer, b""
            self.transport.writelines((first, data))
        else:
            self._buffer = data
            self._loop.call_soon(self.flush)

    def close(self) -> None:
        self.flush()
        self.transport.close()

    def flush(self) -> None:
        """Send what waits."""
        data, self._buffer = self._buffer, b""
        if data and not self.transport.is_closing():
            self.transport.write(data)


class WriteTimeout(asyncio.Protocol):
    """Drops a connection whose peer reads next to nothing; the application sees a client that left."""

    loop: asyncio.AbstractEventLoop
    transport: asyncio.Transport
    _write_timer: asyncio.TimerHandle | None = None

    def write_seconds(self) -> float:
        """Return the seconds in which the peer must read something."""
        raise NotImplementedError

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_write_timer()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stop_write_timer()
        self._start_write_timer()

    def resume_writing(self) -> None:
        self._stop_write_timer()
        super().resume_writing()

    def _start_write_timer(self) -> None:
        size = self.transport.get_write_buffer_size()
        self._write_timer = self.loop.call_later(self.write_seconds(), self._check_progress, size)

    def _check_progress(self, before: int) -> None:
        if self.transport.get_write_buffer_size() > before - MIN_PROGRESS_BYTES:
            self.transport.abort()
        else:
            self._start_write_timer()

    def _stop_write_timer(self) -> None:
        if self._write_timer is not None:
            self._write_timer.cancel()
            self._write_timer = None
