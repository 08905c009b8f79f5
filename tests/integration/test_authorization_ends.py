"""An authorization that ends, ends what runs on it within seconds: at WebSockets, server-sent events, every process."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Callable

import httpx
import pytest
from services import JSON, PASSWORD, Service, User
from sockets import connected

STATUS = "subscription($id: ID!) { processingStatus(applicationId: $id) { status } }"
EVENTS = "subscription($id: ID!) { phaseEvents(applicationId: $id) { id } }"
CHANGE = """mutation ($old: String!, $new: String!) {
  changePassword(currentPassword: $old, newPassword: $new) { accessToken } }"""
DELETE = "mutation ($password: String!) { deleteAccount(password: $password) }"
SECONDS = 5.0


def change_password(_: Service, user: User) -> None:
    user.data(CHANGE, old=PASSWORD, new="Another-door-8")


def delete_account(_: Service, user: User) -> None:
    user.data(DELETE, password=PASSWORD)


def reset_password(service: Service, user: User) -> None:
    """By the owner of the machine, in a process of its own."""
    script = "import typer; typer.prompt = lambda *a, **k: 'Given-by-owner-1'; from jobforge.cli import main; main()"
    asked = [sys.executable, "-c", script, "reset-password", user.email]
    subprocess.run(asked, env=service.environment, capture_output=True, check=True)


def sign_out_everywhere(service: Service, user: User) -> None:
    assert user.data("mutation { signOutEverywhere { accessToken } }")


ENDS = [change_password, delete_account, sign_out_everywhere]


async def errors_of(service: Service, url: str, user: User, end: Callable[[Service, User], None]) -> dict[str, str]:
    """The codes of the errors that end the socket's subscriptions within the promised time."""
    application = user.application()
    ended: dict[str, str] = {}
    async with connected(url, user.token) as socket:
        await socket.subscribe("status", STATUS, {"id": application})
        assert (await socket.receive())["type"] == "next"
        await socket.subscribe("events", EVENTS, {"id": application})
        await asyncio.sleep(0.2)
        await asyncio.to_thread(end, service, user)
        async with asyncio.timeout(SECONDS):
            while len(ended) < 2:
                message = await socket.receive()
                assert message["type"] == "error", message
                ended[message["id"]] = message["payload"][0]["extensions"]["code"]
    return ended


@pytest.mark.parametrize("end", ENDS)
async def test_subscriptions_of_a_socket_end_with_the_authorization(
    service: Service, end: Callable[[Service, User], None]
) -> None:
    for url in service.urls:
        ended = await errors_of(service, url, service.user(), end)
        assert ended == {"status": "AUTHENTICATION_ERROR", "events": "AUTHENTICATION_ERROR"}


async def test_subscriptions_end_when_the_owner_of_the_machine_resets_the_password(deployed: Service) -> None:
    ended = await errors_of(deployed, deployed.urls[0], deployed.user(), reset_password)
    assert set(ended.values()) == {"AUTHENTICATION_ERROR"}


@pytest.mark.parametrize("end", ENDS)
async def test_server_sent_events_end_with_the_authorization(
    service: Service, end: Callable[[Service, User], None]
) -> None:
    user = service.user()
    asked = json.dumps({"query": STATUS, "variables": {"id": user.application()}})
    headers = user.headers | JSON | {"Accept": "text/event-stream"}
    async with (
        httpx.AsyncClient(verify=False, timeout=30) as http,
        http.stream("POST", f"{service.url}/graphql", content=asked, headers=headers) as answer,
    ):
        lines = answer.aiter_lines()
        while "IDLE" not in await anext(lines):
            pass
        await asyncio.to_thread(end, service, user)
        began = time.monotonic()
        said = "\n".join([line async for line in lines])
    assert "AUTHENTICATION_ERROR" in said
    assert time.monotonic() - began < SECONDS


async def test_tokens_of_others_and_newer_ones_stay(service: Service) -> None:
    user, other = service.user(), service.user()
    application = other.application()
    async with connected(service, other.token) as socket:
        await socket.subscribe("status", STATUS, {"id": application})
        assert (await socket.receive())["type"] == "next"
        change_password(service, user)
        await asyncio.sleep(2.5)
        other.start(application, "research")
        message = await socket.receive()
        assert message["type"] == "next", message


def test_signing_out_everywhere_ends_all_kinds_of_tokens_and_gives_a_new_one(service: Service) -> None:
    user = service.user()
    create = 'mutation { createAccessToken(name: "script", scopes: [READ]) { secret } }'
    personal = User(
        service, {"id": user.id, "email": user.email, "access_token": user.data(create)["createAccessToken"]["secret"]}
    )
    assert personal.rest("GET", "/auth/me").status_code == 200
    fresh = user.data("mutation { signOutEverywhere { accessToken } }")["signOutEverywhere"]["accessToken"]
    assert user.rest("GET", "/auth/me").status_code == personal.rest("GET", "/auth/me").status_code == 401
    user.token = fresh
    assert user.rest("GET", "/auth/me").status_code == 200
