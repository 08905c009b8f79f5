"""Live progress as clients get it: over WebSocket and SSE, replayed and live, across processes, and to its end."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from itertools import pairwise
from typing import Any

import httpx
import jwt
import pytest
from gql import Client, gql
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXAsyncTransport
from gql.transport.websockets import WebsocketsTransport
from httpx_sse import aconnect_sse
from processes import TIMEOUT_SECONDS
from services import SECRET, Service, User
from sockets import Socket, connected, opened
from websockets.exceptions import ConnectionClosed

STATUS = """subscription($id: ID!) { processingStatus(applicationId: $id) {
    applicationId currentPhase status progress estimatedCompletion completedAt errorMessage } }"""
EVENTS = """subscription($id: ID!, $after: ID) { phaseEvents(applicationId: $id, after: $after) {
    __typename id runId phase at
    ... on PhaseProgressed { progress step } ... on PhaseText { text } ... on PhaseRestarted { attempt reason }
    ... on PhaseCompleted { document { content version } } ... on PhaseFailed { errorCode errorMessage } } }"""
ENDS = {"PhaseCompleted", "PhaseFailed", "PhaseCancelled"}

Told = dict[str, Any]


async def told(socket: Socket, until: Callable[[Told], bool]) -> list[Told]:
    """What a subscription tells, up to the first thing for which `until` holds."""
    seen: list[Told] = []
    async with asyncio.timeout(TIMEOUT_SECONDS):
        while not seen or not until(seen[-1]):
            message = await socket.receive()
            assert message["type"] == "next", message
            assert not message["payload"].get("errors"), message
            (value,) = message["payload"]["data"].values()
            seen.append(value)
    return seen


def is_end(event: Told) -> bool:
    return event["__typename"] in ENDS


def written(events: list[Told]) -> str:
    """The text that a client shows after these events."""
    text = ""
    for event in events:
        if event["__typename"] == "PhaseRestarted":
            text = ""
        text += event.get("text", "")
    return text


async def test_the_status_comes_at_once_and_then_each_change(service: Service) -> None:
    user = service.user()
    company = service.providers.held()
    application = user.application(company)
    async with connected(service, user.token) as socket:
        await socket.subscribe("1", STATUS, {"id": application})
        (idle,) = await told(socket, lambda _: True)
        assert idle == {
            "applicationId": application,
            "currentPhase": None,
            "status": "IDLE",
            "progress": 0.0,
            "estimatedCompletion": None,
            "completedAt": None,
            "errorMessage": None,
        }
        user.start(application, "research")
        (first,) = await told(socket, lambda _: True)
        assert (first["status"], first["currentPhase"], first["completedAt"]) == ("PROCESSING", "RESEARCH", None)
        assert first["estimatedCompletion"]
        service.providers.release(company)
        changes = [first, *await told(socket, lambda status: status["status"] == "COMPLETED")]
    assert all(before != after for before, after in pairwise(changes))
    steps = [change["progress"] for change in changes]
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert changes[-1]["completedAt"]
    assert user.status(application)["status"] == "completed"


async def test_each_progress_that_is_told_can_be_read(service: Service) -> None:
    """Whoever hears of a progress and asks at once is not told less."""
    user = service.user()
    application = user.application()
    query = "query($id: ID!) { processingStatus(applicationId: $id) { progress status } }"
    async with connected(service, user.token) as socket:
        await socket.subscribe("1", EVENTS, {"id": application, "after": "0"})
        user.start(application, "research")
        ended = False
        while not ended:
            (event,) = await told(socket, lambda _: True)
            read = user.data(query, id=application)["processingStatus"]
            assert read["progress"] >= event.get("progress", 0.0)
            ended = is_end(event)
        assert read == {"progress": 1.0, "status": "COMPLETED"}


async def test_events_tell_how_a_document_comes_about(service: Service) -> None:
    user = service.user()
    application = user.application()
    async with connected(service, user.token) as socket:
        await socket.subscribe("1", EVENTS, {"id": application, "after": "0"})
        user.start(application, "research")
        events = await told(socket, is_end)
    assert events[0]["__typename"] == "PhaseStarted"
    assert events[-1]["__typename"] == "PhaseCompleted"
    assert {event["__typename"] for event in events} >= {"PhaseProgressed", "PhaseText"}
    assert {event["phase"] for event in events} == {"RESEARCH"}
    assert len({event["runId"] for event in events}) == 1
    assert written(events) == events[-1]["document"]["content"]
    assert events[-1]["document"]["version"] == 1
    ids = [event["id"] for event in events]
    assert ids == sorted(set(ids))
    assert len({len(id) for id in ids}) == 1


async def test_what_was_missed_is_told_in_order_and_nothing_twice(service: Service) -> None:
    """One client sees everything; others come in at each point of it, on whichever process, and see the same."""
    user = service.user()
    application = user.application()
    async with connected(service.urls[0], user.token) as socket:
        await socket.subscribe("1", EVENTS, {"id": application, "after": "0"})
        user.start(application, "research")
        events = await told(socket, is_end)
    for url in service.urls:
        async with connected(url, user.token) as socket:
            for place, seen in enumerate(events[:-1]):
                await socket.subscribe(str(place), EVENTS, {"id": application, "after": seen["id"]})
                assert await told(socket, is_end) == events[place + 1 :]
                await socket.send("complete", id=str(place))
            for unknown in ("0", "", "no id at all", "0000000000-0000000000", "9999999999-9999999999"):
                await socket.subscribe(unknown or "empty", EVENTS, {"id": application, "after": unknown})
                assert await told(socket, is_end) == events
                await socket.send("complete", id=unknown or "empty")


async def test_replay_goes_over_into_live_across_processes(deployed: Service) -> None:
    """A subscriber of each API process, one that comes while the phase runs, and the worker: all separate."""
    user = deployed.user()
    company = deployed.providers.held()
    application = user.application(company)
    one, other = deployed.urls
    async with connected(one, user.token) as early, connected(other, user.token) as late:
        await early.subscribe("1", EVENTS, {"id": application, "after": "0"})
        user.start(application, "research")
        begun = await told(early, lambda event: event["__typename"] == "PhaseProgressed")
        await late.subscribe("1", EVENTS, {"id": application, "after": begun[0]["id"]})
        assert await told(late, lambda event: event["id"] == begun[-1]["id"]) == begun[1:]
        deployed.providers.release(company)
        rest = await told(early, is_end)
        assert await told(late, is_end) == rest
    assert written(rest) == rest[-1]["document"]["content"]
    deployed.providers.release_all()


async def test_without_after_only_what_happens_from_now_on_is_told(service: Service) -> None:
    user = service.user()
    application = user.application()
    user.finish(application, "research")
    async with connected(service, user.token) as socket:
        await socket.subscribe("1", EVENTS, {"id": application})
        await socket.subscribe("2", STATUS, {"id": application})
        (status,) = await told(socket, lambda _: True)  # and so the other one is under way as well
        assert status["status"] == "COMPLETED"
        await socket.send("complete", id="2")
        user.resume()
        user.start(application, "resume")
        seen = await told(socket, lambda value: value.get("__typename") in ENDS)
    assert {event["phase"] for event in seen if "phase" in event} == {"RESUME"}


async def test_events_of_a_failure_and_of_a_cancellation(model_only: Service) -> None:
    service, user = model_only, model_only.user()
    broken, company = user.application(service.providers.refused()), service.providers.held()
    cancelled = user.application(company)
    async with connected(service, user.token) as socket:
        await socket.subscribe("1", EVENTS, {"id": broken, "after": "0"})
        user.start(broken, "research")
        events = await told(socket, is_end)
        assert (events[-1]["__typename"], events[-1]["errorCode"]) == ("PhaseFailed", "EXTERNAL_API_ERROR")
        assert events[-1]["errorMessage"] == user.status(broken)["error_message"]
        await socket.send("complete", id="1")
        await socket.subscribe("2", EVENTS, {"id": cancelled, "after": "0"})
        user.start(cancelled, "research")
        await told(socket, lambda event: event["__typename"] == "PhaseStarted")
        user.data("mutation($id: ID!) { cancelProcessing(applicationId: $id) { id } }", id=cancelled)
        assert (await told(socket, is_end))[-1]["__typename"] == "PhaseCancelled"


@pytest.mark.parametrize("query", [STATUS, EVENTS])
async def test_deletion_completes_a_subscription(service: Service, query: str) -> None:
    user = service.user()
    application = user.application(service.providers.held())
    user.start(application, "research")
    async with connected(service, user.token) as socket:
        await socket.subscribe(
            "1", query, {"id": application, "after": "0"} if query is EVENTS else {"id": application}
        )
        await told(socket, lambda _: True)
        assert user.rest("DELETE", f"/applications/{application}").status_code == 204
        async with asyncio.timeout(TIMEOUT_SECONDS):
            while (message := await socket.receive())["type"] == "next":
                pass
        assert message == {"type": "complete", "id": "1"}


def token_for(user: User, seconds: float) -> str:
    now = time.time()
    return jwt.encode({"sub": user.id, "iat": int(now), "exp": int(now + seconds)}, SECRET, algorithm="HS256")


async def test_an_expired_token_ends_what_runs_with_an_error(service: Service) -> None:
    user = service.user()
    application = user.application()
    async with connected(service, token_for(user, 2.9)) as socket:
        await socket.subscribe("status", STATUS, {"id": application})
        await socket.subscribe("events", EVENTS, {"id": application, "after": "0"})
        ended: dict[str, str] = {}
        async with asyncio.timeout(TIMEOUT_SECONDS):
            while len(ended) < 2:
                message = await socket.receive()
                if message["type"] == "error":
                    ended[message["id"]] = message["payload"][0]["extensions"]["code"]
        assert ended == {"status": "AUTHENTICATION_ERROR", "events": "AUTHENTICATION_ERROR"}
        await socket.subscribe("again", STATUS, {"id": application})
        message = await socket.receive()
        assert (message["type"], message["payload"][0]["extensions"]["status"]) == ("error", 401)


@pytest.mark.parametrize("query", [STATUS, EVENTS])
async def test_whose_it_is_not_and_what_is_not_there_are_the_same(service: Service, query: str) -> None:
    stranger, application = service.user(), service.user().application()
    async with connected(service, stranger.token) as socket:
        for place, id in enumerate((application, "00000000-0000-4000-8000-000000000000", "seven")):
            await socket.subscribe(str(place), query, {"id": id})
            message = await socket.receive()
            errors = message["payload"] if message["type"] == "error" else message["payload"]["errors"]
            assert (errors[0]["message"], errors[0]["extensions"]) == (
                "Application not found",
                {"code": "NOT_FOUND", "status": 404, "details": {}},
            )
            if message["type"] == "next":
                assert (await socket.receive())["type"] == "complete"


async def test_the_token_may_come_in_the_header_or_in_any_case(service: Service) -> None:
    user = service.user()
    for headers, payload in (
        (user.headers, {}),
        ({}, {"authorization": f"bearer {user.token}"}),
        ({}, {"AUTHORIZATION": f"Bearer {user.token}"}),
    ):
        async with opened(service.url, additional_headers=headers) as socket:
            await socket.send("connection_init", payload=payload)
            assert (await socket.receive())["type"] == "connection_ack"
            await socket.subscribe("1", "{ me { id } }")
            assert (await socket.receive())["payload"]["data"]["me"]["id"] == user.id


async def test_without_a_token_the_socket_stays_open_and_says_what_it_needs(service: Service) -> None:
    async with connected(service, None) as socket:
        for id, query in (("1", "{ me { id } }"), ("2", STATUS)):
            await socket.subscribe(id, query, {"id": "x"} if id == "2" else None)
            message = await socket.receive()
            assert (message["type"], message["id"]) == ("error", id)
            assert message["payload"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"
        await socket.subscribe("3", "{ __typename }")
        assert (await socket.receive())["payload"]["data"] == {"__typename": "Query"}
        await socket.send("ping")
        messages = [await socket.receive(), await socket.receive()]
        assert {"complete", "pong"} == {message["type"] for message in messages}


async def close_code(socket: Socket) -> int | None:
    async with asyncio.timeout(TIMEOUT_SECONDS):
        return await socket.closed()


@pytest.mark.parametrize("token", ["no token", SECRET])
async def test_a_bad_token_closes_the_socket(service: Service, token: str) -> None:
    async with opened(service.url) as socket:
        await socket.send("connection_init", payload={"Authorization": f"Bearer {token}"})
        assert await close_code(socket) == 4403


@pytest.mark.parametrize(
    "said",
    [
        "{",
        "[]",
        '"x"',
        "{}",
        "[" * 100_000,
        '{"type": "tell"}',
        '{"type": 7}',
        '{"type": ["subscribe"]}',
        '{"type": "subscribe"}',
        '{"type": "subscribe", "id": ["1"], "payload": {"query": "{ me { id } }"}}',
        '{"type": "subscribe", "id": "1", "payload": "{ me { id } }"}',
        '{"type": "subscribe", "id": "1", "payload": {"query": 7}}',
        '{"type": "subscribe", "id": "1", "payload": {"query": "{ me { id } }", "variables": []}}',
        '{"type": "complete", "id": {}}',
        '{"type": "connection_init", "payload": "a token"}',
    ],
    ids=lambda said: said[:70],
)
async def test_what_is_no_message_closes_the_socket(service: Service, said: str) -> None:
    user = service.user()
    async with connected(service, user.token) as socket:
        await socket.connection.send(said)
        assert await close_code(socket) == 4400


async def test_subscribing_before_the_handshake_closes_the_socket(service: Service) -> None:
    async with opened(service.url) as socket:
        await socket.subscribe("1", "{ __typename }")
        assert await close_code(socket) == 4401


async def test_a_socket_that_says_nothing_is_closed(embedded: Service) -> None:
    async with opened(embedded.url) as socket:
        assert await close_code(socket) == 4408


async def test_an_id_in_use_closes_the_socket(service: Service) -> None:
    user = service.user()
    application = user.application()
    async with connected(service, user.token) as socket:
        for _ in range(2):
            await socket.subscribe("same", STATUS, {"id": application})
        assert await close_code(socket) == 4409


async def test_a_second_handshake_closes_the_socket(service: Service) -> None:
    async with connected(service, None) as socket:
        await socket.send("connection_init")
        assert await close_code(socket) == 4429


async def test_another_protocol_is_not_spoken(service: Service) -> None:
    address = service.url.replace("http", "ws", 1) + "/graphql"
    from websockets.asyncio.client import connect

    with pytest.raises(ConnectionClosed) as caught:
        async with connect(address, subprotocols=["graphql-ws"]) as connection:  # type: ignore[list-item]
            await connection.recv()
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4406


async def test_gql_over_http_and_websocket(service: Service) -> None:
    user = service.user()
    application = user.application()
    url = service.url
    over_http = HTTPXAsyncTransport(f"{url}/graphql", headers=user.headers, verify=False)
    async with Client(transport=over_http, fetch_schema_from_transport=True) as session:
        assert (await session.execute(gql("{ me { id } }")))["me"]["id"] == user.id
        started = gql("mutation($id: ID!) { startResearch(applicationId: $id) { phase } }")
        started.variable_values = {"id": application}
        assert await session.execute(started) == {"startResearch": {"phase": "RESEARCH"}}
        with pytest.raises(TransportQueryError) as caught:
            await session.execute(started)
        assert caught.value.errors is not None
        assert caught.value.errors[0]["extensions"]["code"] == "INVALID_STATE"
    over_socket = WebsocketsTransport(
        f"{url.replace('http', 'ws')}/graphql", init_payload={"Authorization": f"Bearer {user.token}"}
    )
    async with Client(transport=over_socket) as session:
        wanted = gql(EVENTS)
        wanted.variable_values = {"id": application, "after": "0"}
        kinds = []
        async for answer in session.subscribe(wanted):
            kinds.append(answer["phaseEvents"]["__typename"])
            if kinds[-1] in ENDS:
                break
    assert (kinds[0], kinds[-1]) == ("PhaseStarted", "PhaseCompleted")


@asynccontextmanager
async def sse(user: User, query: str, variables: Mapping[str, object]) -> AsyncIterator[AsyncIterator[tuple[str, Any]]]:
    """The kinds and data of the events that answer a query."""
    async with (
        httpx.AsyncClient(timeout=TIMEOUT_SECONDS, verify=False) as client,
        aconnect_sse(
            client,
            "POST",
            f"{user.service.url}/graphql",
            json={"query": query, "variables": variables},
            headers=user.headers,
        ) as source,
    ):
        assert source.response.headers["content-type"].startswith("text/event-stream")
        events = source.aiter_sse()
        async with aclosing(events):
            yield ((event.event, json.loads(event.data) if event.data else None) async for event in events)


async def test_httpx_reads_events_as_they_come(service: Service) -> None:
    user = service.user()
    application = user.application()
    user.start(application, "research")
    seen = []
    async with sse(user, EVENTS, {"id": application, "after": "0"}) as events:
        async for kind, said in events:
            assert kind == "next"
            seen.append(said["data"]["phaseEvents"])
            if is_end(seen[-1]):
                break
    assert seen[0]["__typename"] == "PhaseStarted"
    assert written(seen) == seen[-1]["document"]["content"]


async def test_an_expired_token_and_a_deletion_end_event_streams_too(service: Service) -> None:
    user = service.user()
    application = user.application()
    user.token, kept = token_for(user, 2.9), user.token
    async with sse(user, STATUS, {"id": application}) as events:
        seen = [event async for event in events]
    assert [kind for kind, _ in seen] == ["next", "next", "complete"]
    assert seen[1][1]["errors"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"
    user.token = kept
    kinds = []
    async with sse(user, STATUS, {"id": application}) as events:
        async for kind, _ in events:
            kinds.append(kind)
            if len(kinds) == 1:
                assert user.rest("DELETE", f"/applications/{application}").status_code == 204
    assert kinds == ["next", "complete"]


def test_a_plain_http_client_reads_events(service: Service) -> None:
    user = service.user()
    application = user.application()
    user.finish(application, "research")
    body = {"query": EVENTS, "variables": {"id": application, "after": "0"}}
    headers = {"accept": "text/event-stream", "authorization": f"Bearer {user.token}"}
    seen = []
    with httpx.stream("POST", f"{service.url}/graphql", json=body, headers=headers, timeout=60) as stream:
        for line in stream.iter_lines():
            if line.startswith("data: "):
                seen.append(json.loads(line.removeprefix("data: "))["data"]["phaseEvents"])
                if is_end(seen[-1]):
                    break
    assert [seen[0]["__typename"], seen[-1]["__typename"]] == ["PhaseStarted", "PhaseCompleted"]


@pytest.mark.parametrize(
    ("accept", "query", "kind"),
    [
        ("application/json, text/event-stream", "{ me { id } }", "application/json"),
        ("application/graphql-response+json, text/event-stream", "{ me { id } }", "application/graphql-response+json"),
        ("text/event-stream", "{ me { id } }", "text/event-stream"),
        ("application/json", "{ me { id } }", "application/json"),
        ("*/*", "{ me { id } }", "application/json"),
    ],
)
def test_events_go_only_to_whom_they_are_for(service: Service, accept: str, query: str, kind: str) -> None:
    user = service.user()
    headers = user.headers | {"Accept": accept}
    answer = service.client.post(f"{service.url}/graphql", json={"query": query}, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert user.id in answer.text


def test_a_subscription_asked_for_as_json_is_refused_with_what_to_do(service: Service) -> None:
    user = service.user()
    asked = {"query": STATUS, "variables": {"id": user.application()}}
    answer = service.client.post(f"{service.url}/graphql", json=asked, headers=user.headers)
    assert answer.status_code == 400
    assert "text/event-stream" in answer.json()["errors"][0]["message"]
