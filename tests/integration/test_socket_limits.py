"""How many WebSockets there may be, and how long one stays without a user."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import uuid4

import pytest
from services import PASSWORD, JobForge, Providers, Service, settings_for
from sockets import connected, opened
from websockets.exceptions import ConnectionClosed

from jobforge.graphql import socket_registry
from jobforge.graphql.socket_registry import NO_TOKEN, TOKEN_ENDED, TOO_MANY, SocketRegistry

ME = "{ me { id } }"
STATUS = "subscription($id: ID!) { processingStatus(applicationId: $id) { status } }"


class Closed:
    """A socket that notes how it was closed."""

    def __init__(self) -> None:
        self.code: int | None = None

    async def close(self, code: int, reason: str) -> None:
        assert reason
        self.code = code


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_registry, "ANONYMOUS_SECONDS", 0.1)


async def test_a_socket_without_a_user_is_closed_after_a_while(quick: None) -> None:
    registry, silent, known = SocketRegistry(), Closed(), Closed()
    registry.add(silent)
    registration = registry.add(known)
    registration.set_user(uuid4())
    await asyncio.sleep(0.3)
    assert (silent.code, known.code) == (NO_TOKEN, None)
    registration.set_anonymous(TOKEN_ENDED)
    await asyncio.sleep(0.3)
    assert known.code == TOKEN_ENDED
    registration.remove()
    assert not registry.anonymous
    assert not registry.users


async def test_who_leaves_is_not_closed_later(quick: None) -> None:
    registry, socket = SocketRegistry(), Closed()
    registry.add(socket).remove()
    await asyncio.sleep(0.3)
    assert socket.code is None


@pytest.fixture(scope="module")
def narrow(providers: Providers, logs: Path) -> Iterator[Service]:
    """A service with room for few."""
    settings = settings_for(
        providers,
        JOBFORGE_AI="offline",
        JOBFORGE_ANONYMOUS_SOCKETS="3",
        JOBFORGE_USER_SOCKETS="2",
        JOBFORGE_USER_SUBSCRIPTIONS="3",
    )
    process = JobForge("up", settings, logs / "narrow")
    with process, Service("narrow", [process], providers) as service:
        yield service


async def test_strangers_keep_nobody_out(narrow: Service) -> None:
    user = narrow.user()
    async with AsyncExitStack() as stack:
        strangers = [await stack.enter_async_context(opened(narrow.url)) for _ in range(6)]
        async with connected(narrow.url, user.token) as socket:
            await socket.subscribe("1", ME)
            assert (await socket.receive())["payload"]["data"]["me"]["id"] == user.id
        assert await strangers[0].closed() == TOO_MANY


async def test_sockets_of_a_user_are_bounded(narrow: Service) -> None:
    user = narrow.user()
    async with connected(narrow.url, user.token) as one, connected(narrow.url, user.token):
        async with opened(narrow.url) as third:
            await third.send("connection_init", payload={"Authorization": f"Bearer {user.token}"})
            assert await third.closed() == TOO_MANY
        async with connected(narrow.url, narrow.user().token):  # others have room of their own
            pass
        await one.connection.close()
        async with connected(narrow.url, user.token):
            pass


async def test_subscriptions_of_a_user_are_bounded(narrow: Service) -> None:
    user = narrow.user()
    application = user.application()
    async with connected(narrow.url, user.token) as one, connected(narrow.url, user.token) as two:
        for name in "abc":
            await one.subscribe(name, STATUS, {"id": application})
            assert (await one.receive())["type"] == "next"
        await two.subscribe("d", STATUS, {"id": application})
        message = await two.receive()
        assert message["type"] in ("error", "next"), message
        errors = message["payload"] if message["type"] == "error" else message["payload"]["errors"]
        assert errors[0]["extensions"]["code"] == "RATE_LIMITED"
        await one.send("complete", id="a")
        await asyncio.sleep(0.2)
        await two.subscribe("e", STATUS, {"id": application})
        message = await two.receive()
        while message.get("id") != "e":
            message = await two.receive()
        assert message["payload"]["data"], message


async def test_operations_of_a_socket_are_bounded_with_a_code(deployed: Service) -> None:
    user = deployed.user()
    application = user.application()
    async with connected(deployed.url, user.token) as socket:
        for number in range(101):
            await socket.subscribe(str(number), STATUS, {"id": application})
        refused = None
        while refused is None:
            message = await socket.receive()
            refused = message if message["type"] == "error" else None
        assert refused["payload"][0]["extensions"]["code"] == "RATE_LIMITED"


async def test_a_long_message_of_a_stranger_ends_the_socket_and_a_users_does_not(deployed: Service) -> None:
    padding = "#" * 20_000
    async with connected(deployed.url, None) as socket:
        with pytest.raises(ConnectionClosed):
            await socket.subscribe("1", ME + padding)
            await socket.receive()
        assert socket.connection.close_code == 1009
    user = deployed.user()
    async with connected(deployed.url, user.token) as socket:
        await socket.subscribe("1", ME + padding)
        assert (await socket.receive())["payload"]["data"]["me"]["id"] == user.id


async def test_a_socket_whose_token_has_ended_does_not_count_as_its_users(narrow: Service) -> None:
    user = narrow.user()
    change = "mutation { changePassword(currentPassword: %s, newPassword: %s) { accessToken } }"
    async with connected(narrow.url, user.token), connected(narrow.url, user.token):
        changed = user.data(change % (f'"{PASSWORD}"', '"Another-door-8"'))
        await asyncio.sleep(2.5)
        async with connected(narrow.url, changed["changePassword"]["accessToken"]) as socket:
            await socket.subscribe("1", ME)
            assert (await socket.receive())["payload"]["data"]["me"]["id"] == user.id
