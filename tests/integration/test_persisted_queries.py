"""A document is sent once and named by its hash from then on."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pytest
from services import Service, User
from sockets import connected

from jobforge.errors import PersistedQueryNotFound, ValidationError
from jobforge.graphql import persisted_queries
from jobforge.graphql.persisted_queries import PersistedQueries

QUERY = "query Me { me { id } }"


def hashed(query: str) -> dict[str, Any]:
    digest = hashlib.sha256(query.encode()).hexdigest()
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}}


def post(user: User, url: str, body: Mapping[str, Any]) -> Any:
    return user.service.client.post(f"{url}/graphql", json=body, headers=user.headers)


def test_a_hash_is_enough_once_the_text_was_sent(service: Service) -> None:
    user, url = service.user(), service.url
    query = f"query Me{user.id.replace('-', '')} {{ me {{ id }} }}"
    first = post(user, url, hashed(query))
    assert first.status_code == 200
    (error,) = first.json()["errors"]
    assert (error["message"], error["extensions"]["code"]) == ("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND")
    expected = {"me": {"id": user.id}}
    assert post(user, url, hashed(query) | {"query": query}).json()["data"] == expected
    assert post(user, url, hashed(query)).json()["data"] == expected
    parameters = {"extensions": json.dumps(hashed(query)["extensions"])}
    got = user.service.client.get(f"{url}/graphql", params=parameters, headers=user.headers)
    assert got.json()["data"] == expected


@pytest.mark.parametrize(
    "persisted",
    [
        1,
        {},
        {"version": 2, "sha256Hash": "a"},
        {"version": 1},
        {"version": 1, "sha256Hash": 5},
        {"version": 1, "sha256Hash": "é" * 64},
    ],
)
def test_what_is_no_hash_is_refused(service: Service, persisted: object) -> None:
    for query in ({}, {"query": QUERY}):
        answer = post(service.user(), service.url, query | {"extensions": {"persistedQuery": persisted}})
        assert answer.json()["errors"][0]["extensions"]["code"] == "VALIDATION_ERROR"


def test_a_text_of_another_hash_is_refused_and_not_kept() -> None:
    queries = PersistedQueries()
    with pytest.raises(ValidationError):
        queries.text_of(hashed(QUERY) | {"query": "{ service { version } }"})
    with pytest.raises(PersistedQueryNotFound):
        queries.text_of(hashed(QUERY))


def test_what_is_kept_is_bounded_by_number_and_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persisted_queries, "CACHE_SIZE", 3)
    monkeypatch.setattr(persisted_queries, "MAX_CACHE_BYTES", 100)
    queries = PersistedQueries()
    texts = [f"query Q{number} {{ me {{ id }} }}" for number in range(5)]
    for text in texts:
        queries.text_of(hashed(text) | {"query": text})
    for text in texts[:2]:
        with pytest.raises(PersistedQueryNotFound):
            queries.text_of(hashed(text))
    assert [queries.text_of(hashed(text)) for text in texts[2:]] == texts[2:]
    long = "query L { me { id } } #" + "x" * 90
    queries.text_of(hashed(long) | {"query": long})
    with pytest.raises(PersistedQueryNotFound):
        queries.text_of(hashed(texts[-1]))


async def test_a_websocket_knows_the_same_texts(service: Service) -> None:
    user = service.user()
    query = f"query Me{user.id.replace('-', '')} {{ me {{ id }} }}"
    async with connected(service, user.token) as socket:
        await socket.send("subscribe", id="1", payload=hashed(query))
        message = await socket.receive()
        assert message["type"] == "error"
        (error,) = message["payload"]
        assert (error["message"], error["extensions"]["code"]) == (
            "PersistedQueryNotFound",
            "PERSISTED_QUERY_NOT_FOUND",
        )
        for operation, payload in (("2", hashed(query) | {"query": query}), ("3", hashed(query))):
            await socket.send("subscribe", id=operation, payload=payload)
            message = await socket.receive()
            assert message["payload"]["data"] == {"me": {"id": user.id}}
            assert (await socket.receive())["type"] == "complete"
        await socket.send("subscribe", id="4", payload=hashed(query) | {"query": QUERY})
        assert (await socket.receive())["payload"][0]["extensions"]["code"] == "VALIDATION_ERROR"
