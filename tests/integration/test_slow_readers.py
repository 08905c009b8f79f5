"""A reader that takes nothing is cut off, keeps no memory growing, and holds nobody else up."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
from processes import TIMEOUT_SECONDS
from services import Service, User
from sockets import Socket, connected
from websockets.asyncio.client import connect

from jobforge import messaging
from jobforge.enums import Phase
from jobforge.messaging import Messaging
from jobforge.messaging.event_log import Event, EventKind
from jobforge.settings import load

EVENTS = """subscription($id: ID!) { phaseEvents(applicationId: $id) {
    __typename id ... on PhaseText { text } } }"""
PIECE = "x" * 20_000
PIECES = 1500
"""Far more than what sockets, servers and queues hold between them."""


@pytest.fixture
async def announcer(deployed: Service) -> AsyncIterator[Messaging]:
    """What a worker announces by, in the hands of the test."""
    environment = deployed.environment
    settings = load(redis_url=environment["JOBFORGE_REDIS_URL"], jwt_secret=environment["JOBFORGE_JWT_SECRET"])
    async with messaging.opened(settings) as opened:
        yield opened


async def announce(
    announcer: Messaging, user: User, application: str, kind: EventKind, sequence: int, text: str = ""
) -> None:
    moment = datetime.now(UTC)
    event = Event(9, sequence, kind, UUID(user.id), UUID(application), uuid4(), Phase.RESEARCH, moment, text=text)
    assert await announcer.events.append(event)


async def subscribed(socket: Socket, announcer: Messaging, user: User, application: str) -> None:
    """Returns when the subscription hears what is announced."""
    await socket.subscribe("1", EVENTS, {"id": application})
    sequence = 0
    async with asyncio.timeout(TIMEOUT_SECONDS):
        while True:
            await announce(announcer, user, application, EventKind.PROGRESSED, sequence)
            sequence += 1
            try:
                async with asyncio.timeout(0.2):
                    await socket.connection.recv()
            except TimeoutError:
                continue
            return


def unread(url: str) -> socket.socket:
    """A connection whose system takes as little as it can before somebody reads."""
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    plain.connect((urlsplit(url).hostname, urlsplit(url).port))
    return plain


async def test_a_socket_that_is_not_read_is_cut_off_and_others_are_unhurt(
    deployed: Service, announcer: Messaging
) -> None:
    user = deployed.user()
    application, (url, _) = user.application(), deployed.urls
    address = url.replace("http", "ws", 1) + "/graphql"
    lazy = unread(url)
    async with (
        connected(url, user.token, max_queue=None) as quick,
        connect(
            address,
            sock=lazy,
            subprotocols=["graphql-transport-ws"],  # type: ignore[list-item]
            additional_headers=user.headers,
            max_queue=1,
            ping_interval=None,
            close_timeout=0,
        ) as connection,
    ):
        slow = Socket(connection)
        await slow.send("connection_init")
        assert (await slow.receive())["type"] == "connection_ack"
        await subscribed(slow, announcer, user, application)
        await subscribed(quick, announcer, user, application)
        read = asyncio.create_task(texts(quick, PIECES))
        connection.transport.pause_reading()
        for sequence in range(PIECES):
            await announce(announcer, user, application, EventKind.TEXT, 10_000 + sequence, PIECE)
        assert await read == PIECES
        connection.transport.resume_reading()
        async with asyncio.timeout(TIMEOUT_SECONDS):
            seen, code = await texts_until_error(slow)
    assert seen < PIECES
    assert code == "RATE_LIMITED"


async def texts(socket: Socket, number: int) -> int:
    """How many pieces of text came, once as many as asked for have."""
    seen = 0
    async with asyncio.timeout(TIMEOUT_SECONDS):
        while seen < number:
            message = await socket.receive()
            seen += message["payload"]["data"]["phaseEvents"]["__typename"] == "PhaseText"
    return seen


async def texts_until_error(socket: Socket) -> tuple[int, str]:
    """How many messages came before the subscription ended in an error, and the error's code."""
    seen = 0
    while True:
        message = await socket.receive()
        errors = message["payload"] if message["type"] == "error" else message["payload"].get("errors")
        if errors:
            return seen, errors[0]["extensions"]["code"]
        seen += 1


async def test_an_event_stream_that_is_not_read_is_cut_off(deployed: Service, announcer: Messaging) -> None:
    user = deployed.user()
    application, (url, _) = user.application(), deployed.urls
    asked = json.dumps({"query": EVENTS, "variables": {"id": application}})
    request = (
        f"POST /graphql HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer {user.token}\r\n"
        f"Content-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: {len(asked)}\r\n\r\n{asked}"
    )
    lazy = unread(url)
    lazy.setblocking(False)
    reader, writer = await asyncio.open_connection(sock=lazy, limit=2**16)
    writer.write(request.encode())
    async with asyncio.timeout(TIMEOUT_SECONDS):
        head = await reader.readuntil(b"\r\n\r\n")
        assert b"text/event-stream" in head
        for sequence in range(PIECES):
            await announce(announcer, user, application, EventKind.TEXT, 10_000 + sequence, PIECE)
        while '"slow_reader"' not in deployed.logs():
            await asyncio.sleep(0.1)
    writer.close()
