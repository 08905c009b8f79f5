"""What a connection may send and hold: trailers, heads, pipelines, upgrades, and how many connections there may be."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psutil
import pytest
import uvicorn
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.websockets import WebSocket

from jobforge.http import uvicorn_protocol, uvicorn_websocket
from jobforge.http.uvicorn_protocol import MAX_HEADER_BYTES, MAX_TRAILER_BYTES, HttpProtocol
from jobforge.http.uvicorn_websocket import MAX_STRANGER_MESSAGE_BYTES, WebSocketProtocol

CHUNKED = b"POST /%s HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n"
UPGRADE = (
    b"GET /socket HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)


class App:
    """Answers with what it was sent, and notes which requests it saw as a whole."""

    def __init__(self) -> None:
        self.completed: list[str] = []
        self.left: list[str] = []
        self.go_on = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket":
            websocket = WebSocket(scope, receive, send)
            await websocket.accept()
            async for text in websocket.iter_text():
                if text == "known":
                    scope["state"]["user_known"]()
                await websocket.send_text(str(len(text)))
            return
        request = Request(scope, receive)
        try:
            body = await request.body()
        except ClientDisconnect:
            self.left.append(scope["path"])
            return
        self.completed.append(scope["path"])
        if scope["path"] == "/slow":
            await self.go_on.wait()
        answer = {"path": scope["path"], "size": len(body), "headers": sorted(set(request.headers))}
        await JSONResponse(answer)(scope, receive, send)


@asynccontextmanager
async def serving(app: App) -> AsyncIterator[int]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        app,
        http=HttpProtocol,
        ws=WebSocketProtocol,
        ws_max_size=2**21,
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        access_log=False,
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve(sockets=[listening]))
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = server.force_exit = True
        await task


async def exchange(port: int, *pieces: bytes, pause: float = 0.05) -> bytes:
    """What comes back until the server closes or nothing comes any more."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    said = b""
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)
        while True:
            async with asyncio.timeout(1):
                data = await reader.read(2**16)
            if not data:
                return said
            said += data
    except (TimeoutError, ConnectionError):
        return said
    finally:
        writer.close()


def bodies(said: bytes) -> list[dict[str, Any]]:
    """The JSON bodies of the answers."""
    return [json.loads(b"{" + part.partition(b"}")[0] + b"}") for part in said.split(b"{")[1:]]


async def test_what_comes_after_a_chunked_body_is_dropped() -> None:
    app = App()
    async with serving(app) as port:
        trailers = b"Authorization: Bearer x\r\nIdempotency-Key: k\r\nX-Request-ID: me\r\nHost: other\r\n\r\n"
        said = await exchange(port, CHUNKED % b"one" + trailers)
        again = await exchange(port, CHUNKED % b"two", trailers)
    assert [answer["headers"] for answer in bodies(said + again)] == [["host", "transfer-encoding"]] * 2
    assert app.completed == ["/one", "/two"]


@pytest.mark.parametrize("field", [b"X-A: 1\r\n", b"X-A: " + b"a" * 5000 + b"\r\n", b"a" * 4096])
async def test_trailers_are_bounded_and_the_request_is_not_carried_out(field: bytes) -> None:
    app = App()
    async with serving(app) as port:
        before = psutil.Process().memory_info().rss
        pieces = [field * (4096 // len(field) or 1)] * 2000
        said = await exchange(port, CHUNKED % b"long" + b"X-Long: ", *pieces, pause=0)
        grown = psutil.Process().memory_info().rss - before
        at_once = await exchange(
            port, CHUNKED % b"once" + b"X-Long: " + field * (2 * MAX_TRAILER_BYTES // len(field) + 1) + b"\r\n\r\n"
        )
    assert not app.completed
    assert grown < 4 * 2**20
    assert not [answer for answer in (said, at_once) if answer and not answer.startswith(b"HTTP/1.1 431 ")]
    assert at_once.startswith(b"HTTP/1.1 431 ")


async def test_small_chunks_are_no_trailers() -> None:
    app = App()
    async with serving(app) as port:
        head = b"POST /many HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
        said = await exchange(port, head, *[b"1\r\na\r\n" * 1000] * 30, b"0\r\n\r\n", pause=0)
    assert [answer["size"] for answer in bodies(said)] == [30_000]


async def test_the_end_of_a_long_body_is_no_part_of_the_next_head() -> None:
    app = App()
    body = b"a" * (3 * MAX_HEADER_BYTES)
    first = b"POST /first HTTP/1.1\r\nHost: here\r\nContent-Length: %d\r\n\r\n" % len(body)
    async with serving(app) as port:
        said = await exchange(port, first + body + b"GET /second HT", b"TP/1.1\r\nHost: here\r\n\r\n")
    assert [answer["path"] for answer in bodies(said)] == ["/first", "/second"]


@pytest.mark.parametrize("pieces", [1, 3])
async def test_a_long_body_is_no_head_in_however_many_pieces_it_comes(pieces: int) -> None:
    app = App()
    body = b"a" * (2 * MAX_HEADER_BYTES)
    whole = b"POST /one HTTP/1.1\r\nHost: here\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    size = -(-len(whole) // pieces)
    async with serving(app) as port:
        said = await exchange(port, *(whole[n * size : (n + 1) * size] for n in range(pieces)), whole)
    assert [answer["size"] for answer in bodies(said)] == [len(body)] * 2


async def test_a_head_in_many_pieces_is_bounded_whatever_its_fields() -> None:
    app = App()
    async with serving(app) as port:
        for field in (b"X-A: 1\r\n" * 500, b"a" * 4096):
            said = await exchange(port, b"GET / HTTP/1.1\r\nHost: here\r\n", *[field] * 40, b"\r\n\r\n", pause=0)
            assert said.startswith(b"HTTP/1.1 431 ") or said == b""
        good = await exchange(
            port, b"GET /fits HTTP/1.1\r\nHost: here\r\nX-A: ", *[b"a" * 4096] * 12, b"\r\n\r\n", pause=0
        )
    assert [answer["path"] for answer in bodies(good)] == ["/fits"]
    assert app.completed == ["/fits"]


@pytest.mark.parametrize("hosts", [b"", b"Host: a\r\nHost: a\r\n"])
async def test_a_request_names_its_host_once(hosts: bytes) -> None:
    app = App()
    async with serving(app) as port:
        assert (await exchange(port, b"GET / HTTP/1.1\r\n" + hosts + b"\r\n")).startswith(b"HTTP/1.1 400 ")
        assert b" 200 " in await exchange(port, b"GET /old HTTP/1.0\r\n\r\n")
    assert app.completed == ["/old"]


async def test_a_refusal_comes_after_the_answers_to_earlier_requests() -> None:
    app = App()
    async with serving(app) as port:
        asked = asyncio.create_task(
            exchange(
                port, b"POST /slow HTTP/1.1\r\nHost: here\r\nContent-Length: 1\r\n\r\na", b"GET / HTTP/1.1\r\n\r\n"
            )
        )
        await asyncio.sleep(0.3)
        app.go_on.set()
        said = await asked
    assert [part[:3] for part in said.split(b"HTTP/1.1 ")[1:]] == [b"200", b"400"]


async def test_a_websocket_waits_for_the_answer_to_the_request_before_it() -> None:
    app = App()
    slow = b"POST /slow HTTP/1.1\r\nHost: here\r\nContent-Length: 1\r\n\r\na"
    async with serving(app) as port:
        asked = asyncio.create_task(exchange(port, slow + UPGRADE + b"\r\n"))
        await asyncio.sleep(0.3)
        app.go_on.set()
        said = await asked
        alone = await exchange(port, UPGRADE + b"\r\n")
    assert [part[:3] for part in said.split(b"HTTP/1.1 ")[1:]] == [b"200", b"101"]
    assert bodies(said)[0]["path"] == "/slow"
    assert alone.startswith(b"HTTP/1.1 101 ")


@pytest.mark.parametrize("body", [b"Content-Length: 10\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc"])
async def test_an_upgrade_with_a_body_keeps_no_connection(body: bytes) -> None:
    app = App()
    async with serving(app) as port:
        assert (await exchange(port, UPGRADE + body)).startswith(b"HTTP/1.1 400 ")
    assert not app.completed


async def test_a_handshake_that_is_not_answered_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uvicorn_websocket, "HANDSHAKE_SECONDS", 0.3)

    async def deaf(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(30)

    async with serving(deaf) as port:  # type: ignore[arg-type]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(UPGRADE + b"\r\n")
        async with asyncio.timeout(3):
            with contextlib.suppress(ConnectionError):
                assert await reader.read() == b""
        writer.close()


def frame(text: bytes) -> bytes:
    """A masked text frame."""
    head = bytes([0x81, 0x80 | 127]) + len(text).to_bytes(8, "big")
    return head + bytes(4) + text


async def test_messages_are_small_until_a_user_is_known() -> None:
    app = App()
    large = frame(b"a" * (MAX_STRANGER_MESSAGE_BYTES + 1))
    async with serving(app) as port:
        refused = await exchange(port, UPGRADE + b"\r\n", large)
        taken = await exchange(port, UPGRADE + b"\r\n", frame(b"known"), large)
    assert b"\x03\xf1" in refused.partition(b"\r\n\r\n")[2]  # 1009: message too big
    assert str(MAX_STRANGER_MESSAGE_BYTES + 1).encode() in taken


async def test_the_longest_idle_connection_goes_when_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HttpProtocol, "max_connections", 5)
    app = App()
    async with serving(app) as port:
        strangers = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]
        for _, writer in strangers[1:]:
            writer.write(b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\nabc")
        await asyncio.sleep(0.1)
        said = await exchange(port, b"GET /me HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        assert [answer["path"] for answer in bodies(said)] == ["/me"]
        async with asyncio.timeout(3):
            with contextlib.suppress(ConnectionError):
                assert await strangers[0][0].read() == b""
        for _, writer in strangers:
            writer.close()


async def test_a_connection_is_refused_when_all_others_are_being_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HttpProtocol, "max_connections", 3)
    app = App()
    async with serving(app) as port:
        slow = [
            asyncio.create_task(exchange(port, b"GET /slow HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
            for _ in range(3)
        ]
        await asyncio.sleep(0.3)
        refused = await exchange(port, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
        assert refused.startswith(b"HTTP/1.1 503 ")
        assert b"retry-after" in refused
        app.go_on.set()
        assert all(b" 200 " in said for said in await asyncio.gather(*slow))


class Uploads(App):
    """Times the bodies of one path by their progress."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/upload":
            scope["state"]["time_by_progress"]()
        await super().__call__(scope, receive, send)


@pytest.fixture
def short_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uvicorn_protocol, "REQUEST_SECONDS", 0.6)
    monkeypatch.setattr(uvicorn_protocol, "MIN_UPLOAD_BYTES", 1000)


async def sent_slowly(path: str, piece: bytes, pieces: int) -> bytes:
    """Return what is answered to a body that comes piece by piece, one in 0.2 seconds."""
    async with serving(Uploads()) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        length = len(piece) * pieces
        writer.write(f"POST {path} HTTP/1.1\r\nHost: here\r\nContent-Length: {length}\r\n\r\n".encode())
        answer = asyncio.ensure_future(reader.read(4096))
        for _ in range(pieces):
            if answer.done():
                break
            writer.write(piece)
            await asyncio.sleep(0.2)
        try:
            return await asyncio.wait_for(answer, 5)
        except ConnectionResetError:
            return b""
        finally:
            writer.close()


async def test_a_file_that_comes_slowly_is_whole(short_times: None) -> None:
    answer = await sent_slowly("/upload", bytes(1000), 10)
    assert b" 200 " in answer
    assert b'"size":10000' in answer


async def test_a_file_that_hardly_comes_is_dropped(short_times: None) -> None:
    assert await sent_slowly("/upload", bytes(100), 20) == b""


async def test_another_body_that_comes_slowly_is_dropped(short_times: None) -> None:
    assert await sent_slowly("/other", bytes(1000), 20) == b""
