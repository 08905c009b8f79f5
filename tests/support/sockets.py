"""graphql-transport-ws as it goes over the wire: messages sent and received one by one, nothing done for the test."""

import contextlib
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from processes import TIMEOUT_SECONDS
from services import Service
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

PROTOCOL = Subprotocol("graphql-transport-ws")


class Socket:
    """One WebSocket to the GraphQL door."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def send(self, kind: str, **words: object) -> None:
        await self.connection.send(json.dumps({"type": kind, **words}))

    async def receive(self) -> dict[str, Any]:
        """The next message that is no ping. Raises ConnectionClosed."""
        while (message := json.loads(await self.connection.recv()))["type"] == "ping":
            await self.send("pong")
        found: dict[str, Any] = message
        return found

    async def subscribe(self, id: str, query: str, variables: Mapping[str, object] | None = None) -> None:
        await self.send("subscribe", id=id, payload={"query": query, "variables": dict(variables or {})})

    async def closed(self) -> int | None:
        """The code that the server closes with, once it has; what it still sends is passed over."""
        with contextlib.suppress(ConnectionClosed):
            async for _ in self.connection:
                pass
        return self.connection.close_code


@asynccontextmanager
async def opened(url: str, **words: Any) -> AsyncIterator[Socket]:
    """A socket on which nothing has been said yet."""
    address = url.replace("http", "ws", 1) + "/graphql"
    async with connect(address, subprotocols=[PROTOCOL], open_timeout=TIMEOUT_SECONDS, **words) as connection:
        assert connection.subprotocol == PROTOCOL
        yield Socket(connection)


@asynccontextmanager
async def connected(where: Service | str, token: str | None, **words: Any) -> AsyncIterator[Socket]:
    """A socket whose `connection_init` brought the token and was acknowledged."""
    url = where if isinstance(where, str) else where.url
    async with opened(url, **words) as socket:
        payload = {"Authorization": f"Bearer {token}"} if token else {}
        await socket.send("connection_init", payload=payload)
        assert (await socket.receive())["type"] == "connection_ack"
        yield socket


async def first_of(socket: Socket, query: str, variables: Mapping[str, object], number: int) -> list[dict[str, Any]]:
    """The data of the first messages of a subscription, which then is given up."""
    await socket.subscribe("first", query, variables)
    seen: list[dict[str, Any]] = []
    while len(seen) < number:
        message = await socket.receive()
        assert message["type"] == "next", message
        assert not message["payload"].get("errors"), message
        seen.append(message["payload"]["data"])
    await socket.send("complete", id="first")
    return seen
