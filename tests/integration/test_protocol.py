"""Clients that are slow, or never come to an end, are dropped; the others notice nothing."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from jobforge.http import uvicorn_protocol
from jobforge.http.uvicorn_protocol import MAX_HEADER_BYTES, HttpProtocol
from jobforge.http.uvicorn_transport import CoalescingTransport

HEAD = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\n"


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Short limits, and what the application saw of clients that went."""
    monkeypatch.setattr(uvicorn_protocol, "REQUEST_SECONDS", 0.5)
    monkeypatch.setattr(uvicorn_protocol, "READ_SECONDS", 0.5)
    return []


@asynccontextmanager
async def serving(left: list[str]) -> AsyncIterator[int]:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:
            left.append(scope["path"])
            return
        size = int(scope["query_string"] or 0)
        await Response(b"x" * size or str(len(body)).encode())(scope, receive, send)

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(app, http=HttpProtocol, lifespan="off", log_config=None, access_log=False)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve(sockets=[listening]))
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await task


async def trickle(port: int, first: bytes, more: bytes) -> bytes:
    """What comes back until the server closes, while `more` is sent again and again."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(first)

    async def go_on() -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                writer.write(more)
                await writer.drain()
                await asyncio.sleep(0.05)

    going = asyncio.create_task(go_on())
    try:
        async with asyncio.timeout(30):
            try:
                return await reader.read()
            except ConnectionError:
                return b""
    finally:
        going.cancel()
        writer.close()


@pytest.mark.parametrize(
    ("first", "more"),
    [
        (b"", b""),
        (b"G", b""),
        (b"GET / HTTP/1.1\r\nHost: here\r\n", b"X-More: 1\r\n"),
        (b"GET /" + b"a" * 10, b"a"),
        (HEAD + b"\r\n", b"a"),
        (HEAD + b"\r\nabc", b""),
        (b"POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    ],
    ids=[
        "says nothing",
        "one letter",
        "headers without end",
        "an address without end",
        "a body by bytes",
        "half a body",
        "chunks",
    ],
)
async def test_a_request_that_never_ends_is_dropped(left: list[str], first: bytes, more: bytes) -> None:
    async with serving(left) as port:
        assert await trickle(port, first, more) == b""
        await asyncio.sleep(0.1)
    assert left == (["/"] if b"\r\n\r\n" in first else [])


async def test_a_head_that_is_too_large_is_refused_at_once(left: list[str]) -> None:
    async with serving(left) as port:
        said = await trickle(
            port, b"GET / HTTP/1.1\r\n" + b"X-More: 1\r\n" * (MAX_HEADER_BYTES // 10), b"X-More: 1\r\n"
        )
    assert said.startswith(b"HTTP/1.1 431 ") or said == b""


async def test_an_answer_that_nobody_takes_is_dropped(left: list[str]) -> None:
    async with serving(left) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
        writer.write(b"GET /?80000000 HTTP/1.1\r\nHost: here\r\n\r\n")
        await asyncio.sleep(1.5)
        for number in range(3):
            assert await _asked(port, number) == str(number).encode()
        writer.close()


async def test_an_answer_that_is_taken_slowly_is_whole(left: list[str]) -> None:
    """Longer than the wait for it to be taken, but something is taken all the time."""
    async with serving(left) as port:
        with socket.socket() as plain:
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**16)
            plain.connect(("127.0.0.1", port))
            plain.setblocking(False)
            reader, writer = await asyncio.open_connection(sock=plain, limit=2**16)
            writer.write(b"GET /?12000000 HTTP/1.1\r\nHost: here\r\n\r\n")
            await reader.readuntil(b"\r\n\r\n")
            for _ in range(60):
                await reader.readexactly(200_000)
                await asyncio.sleep(0.025)
            writer.close()


async def test_white_space_between_requests_keeps_no_connection(left: list[str]) -> None:
    async with serving(left) as port:
        first = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\nabc"
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(first)
        await reader.readuntil(b"\r\n\r\n")
        assert await reader.readexactly(1) == b"3"
        writer.write(b"\r\n")
        async with asyncio.timeout(3):  # uvicorn's own wait would be five seconds, and was ended by the white space
            assert await reader.read() == b""
        writer.close()


async def _asked(port: int, length: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % length + b"a" * length
    )
    answer = await reader.read()
    writer.close()
    return answer.rpartition(b"\r\n\r\n")[2]


class Recorded(asyncio.Transport):
    """Writes down what a transport is asked to do."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def write(self, data: Any) -> None:
        self.asked.append(data)

    def writelines(self, pieces: Any) -> None:
        self.asked.append(b"".join(pieces))

    def close(self) -> None:
        self.asked.append("close")

    def is_closing(self) -> bool:
        return "close" in self.asked


async def test_an_answer_leaves_in_one_piece_and_nothing_waits_longer_than_a_turn_of_the_loop() -> None:
    transport = Recorded()
    whole = CoalescingTransport(transport, asyncio.get_running_loop())
    whole.write(b"head ")
    assert transport.asked == []
    whole.write(b"body")
    assert transport.asked == [b"head body"]
    whole.write(b"head alone")
    await asyncio.sleep(0)
    assert transport.asked[1:] == [b"head alone"]
    whole.write(b"last")
    whole.close()
    await asyncio.sleep(0)
    assert transport.asked[2:] == [b"last", "close"]
    whole.write(b"too late")
    await asyncio.sleep(0)
    assert transport.asked[4:] == []


@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
async def test_answers_are_whole_whether_there_is_a_body_or_not(left: list[str], method: bytes) -> None:
    async with serving(left) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(3):
            writer.write(method + b" /?3 HTTP/1.1\r\nHost: here\r\n\r\n")
            head = await reader.readuntil(b"\r\n\r\n")
            assert b"content-length: 3" in head
            if method == b"GET":
                assert await reader.readexactly(3) == b"xxx"
        writer.close()


async def test_requests_one_after_the_other_have_each_their_own_time(left: list[str]) -> None:
    async with serving(left) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(4):
            writer.write(b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\nabc")
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200 ")
            assert await reader.readexactly(1) == b"3"
            await asyncio.sleep(0.3)
        writer.close()
