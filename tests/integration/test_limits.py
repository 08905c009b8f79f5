"""One request may ask for so much and no more, and errors say no more than they must."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import sockets
from bombs import BODIES, DASHBOARD, QUERIES
from graphql import get_introspection_query
from services import JSON, JobForge, Providers, Service, User, settings_for

from jobforge.graphql import limits

COSTLY = "query ($n: Int!) { applications(first: $n) { edges { node { runs(first: $n) { id } } } } }"


@pytest.mark.parametrize("bomb", BODIES)
def test_a_bomb_is_refused(deployed: Service, bomb: str) -> None:
    user = deployed.user()
    answer = deployed.client.post(f"{deployed.url}/graphql", content=BODIES[bomb], headers=user.headers | JSON)
    said = answer.json()
    assert answer.status_code in (200, 400)
    assert {error["extensions"]["code"] for error in said["errors"]} == {"VALIDATION_ERROR"}
    assert not said.get("data")


@pytest.mark.parametrize("bomb", QUERIES)
async def test_a_bomb_is_refused_over_a_socket(deployed: Service, bomb: str) -> None:
    async with sockets.connected(deployed, deployed.user().token) as socket:
        await socket.subscribe("1", QUERIES[bomb])
        message = await socket.receive()
        assert message["type"] == "error", message
        assert {error["extensions"]["code"] for error in message["payload"]} == {"VALIDATION_ERROR"}


def test_whoever_has_no_token_cannot_even_ask_for_much(deployed: Service) -> None:
    for bomb, query in QUERIES.items():
        said = deployed.anonymous().graphql(query)
        assert {error["extensions"]["code"] for error in said["errors"]} == {"VALIDATION_ERROR"}, bomb


def test_a_dashboard_of_a_hundred_applications_passes_and_says_what_it_cost(user: User) -> None:
    for number in range(3):
        user.application(f"Works {number}")
    answer = user.graphql(DASHBOARD)
    assert "errors" not in answer
    assert answer["data"]["applications"]["totalCount"] == 3
    assert 100 < answer["extensions"]["cost"] <= limits.MAX_COST


def test_page_sizes_multiply_also_when_they_come_as_variables(user: User) -> None:
    costs = [user.graphql(COSTLY, n=n)["extensions"]["cost"] for n in (1, 10, 50)]
    assert costs == sorted(set(costs))
    assert costs[2] > 20 * costs[1]
    refused = user.graphql(COSTLY, n=100)
    assert "may cost" in refused["errors"][0]["message"]
    assert not refused.get("data")
    assert user.graphql(COSTLY, n="100" * 3)["errors"]


def test_introspection_costs_nothing(user: User) -> None:
    answer = user.graphql(get_introspection_query(input_value_deprecation=True))
    assert answer["extensions"]["cost"] == 0
    assert user.graphql("{ me { __typename id } }")["extensions"]["cost"] == 1


def test_costs_are_remembered_for_documents_of_a_usual_size_only(user: User) -> None:
    before = len(limits.Limits._known)
    padding = "#" * (limits.MAX_CACHED_CHARACTERS + 1)
    assert user.graphql("{ me { id } }" + padding)["data"]["me"]["id"] == user.id
    assert len(limits.Limits._known) == before


@pytest.fixture(scope="module")
def closed(providers: Providers, logs: Path) -> Iterator[Service]:
    settings = settings_for(providers, JOBFORGE_AI="offline", JOBFORGE_INTROSPECTION="false")
    process = JobForge("up", settings, logs / "no-introspection")
    with process, Service("closed", [process], providers) as service:
        yield service


@pytest.mark.parametrize(
    "query", [get_introspection_query(), '{ __type(name: "User") { name } }', "{ __schema { types { name } } }"]
)
def test_introspection_can_be_switched_off(closed: Service, query: str) -> None:
    said = closed.anonymous().graphql(query)
    assert not said.get("data")
    assert said["errors"][0]["extensions"]["code"] == "VALIDATION_ERROR"
    assert closed.user().data("{ me { __typename } }") == {"me": {"__typename": "User"}}


@pytest.mark.parametrize(
    ("query", "name"), [("", None), ("fragment F on User { id }", None), ("query A { me { id } }", "B")]
)
async def test_where_there_is_no_operation_each_door_says_so(deployed: Service, query: str, name: str | None) -> None:
    user = deployed.user()
    asked = {"query": query, "operationName": name}
    for accept in ("application/json", "text/event-stream"):
        headers = user.headers | JSON | {"Accept": accept}
        said = deployed.client.post(f"{deployed.url}/graphql", content=json.dumps(asked), headers=headers).text
        assert "VALIDATION_ERROR" in said
    async with sockets.connected(deployed, user.token) as socket:
        await socket.send("subscribe", id="1", payload=asked)
        message = await socket.receive()
        assert message["type"] == "error", message
        assert message["payload"][0]["extensions"]["code"] == "VALIDATION_ERROR"
