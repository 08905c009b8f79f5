"""An event that many listen to is executed once for all who asked in the same words."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

import strawberry
from strawberry.types import ExecutionResult

from jobforge.graphql.compiled import CompiledExecution, SharedResults, data_json


@dataclass
class News:
    text: str


@dataclass
class Private:
    text: str


@strawberry.type
class Shown:
    text: str

    @strawberry.field
    def read(self, root: strawberry.Parent[Any], info: strawberry.Info[Any, None]) -> str:
        info.context.append(root.text)
        if root.text == "bad":
            raise ValueError("bad")
        return str(root.text)

    @strawberry.field
    def times(self, root: strawberry.Parent[Any], number: int) -> str:
        return str(root.text) * number


EVENTS: dict[str, list[Any]] = {"all": [News("one"), News("two")], "bad": [News("bad")], "own": [Private("own")]}


@strawberry.type
class Query:
    nothing: int = 0


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def news(self, which: str = "all") -> AsyncGenerator[Shown, None]:
        for event in EVENTS[which]:
            yield event


class Sharing(SharedResults):
    shared = (News,)


SCHEMA = strawberry.Schema(
    Query, subscription=Subscription, execution_context_class=Sharing, extensions=[lambda: CompiledExecution()]
)


async def listen(query: str, variables: dict[str, Any] | None = None) -> tuple[list[ExecutionResult], list[str]]:
    """All results of one subscriber, and the texts that were read for it."""
    seen: list[str] = []
    results = await SCHEMA.subscribe(query, variable_values=variables, context_value=seen)
    return [result async for result in results], seen


async def test_those_who_ask_alike_get_the_same_result() -> None:
    query = "subscription { news { text read } }"
    first, read = await listen(query)
    second, again = await listen(query)
    assert [result.data for result in first] == [{"news": {"text": t, "read": t}} for t in ("one", "two")]
    assert read == ["one", "two"]
    assert again == []
    assert all(one.data is other.data for one, other in zip(first, second, strict=True))


async def test_other_words_and_other_variables_get_their_own() -> None:
    query = "subscription S($n: Int!) { news { times(number: $n) } }"
    for number in (1, 2, 1, 2):
        results, _ = await listen(query, {"n": number})
        assert [result.data for result in results] == [{"news": {"times": t * number}} for t in ("one", "two")]
    results, _ = await listen("subscription { other: news { text } }")
    assert [result.data for result in results] == [{"other": {"text": t}} for t in ("one", "two")]


async def test_errors_and_what_is_not_named_are_never_shared() -> None:
    for which in ("bad", "own"):
        query = f'subscription {{ news(which: "{which}") {{ read }} }}'
        for _ in range(3):
            (result,), read = await listen(query)
            assert read == [which]
            assert bool(result.errors) is (which == "bad")


def test_data_is_written_once_for_all() -> None:
    data = {"news": {"text": "one"}}
    assert data_json(data) is data_json(data)
    assert data_json({"news": {"text": "one"}}) is not data_json(data)
    assert data_json({"half": "\ud800"}) == {"half": "\ud800"}
