"""Events of subscriptions are answered compiled as by graphql-core, to the byte, and leave nothing behind."""

from __future__ import annotations

import asyncio
import json
import os
import tracemalloc
from collections import Counter
from collections.abc import AsyncGenerator
from random import Random
from typing import Any

import pytest
import strawberry
from compiled_queries import Operation, Writer
from compiled_schema import new_world, schema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry.extensions import SchemaExtension

from jobforge.graphql.compiled import CompiledEvents, CompiledExecution, known_operation

PLAIN = schema()
COMPILED = schema(after=0)
EXAMPLES = int(os.environ.get("COMPILED_EXAMPLES", "200"))

Answer = tuple[list[tuple[str, list[Any]]], list[str]]


async def answer(of: Any, operation: Operation, seed: int, trouble: int) -> Answer:
    """Of each event the data as JSON and all there is to know about the errors; what was called in which order."""
    world = new_world(seed, trouble)
    results = []
    told = await of.subscribe(operation.text, dict(operation.variables), context_value=world, root_value={})
    async for result in told:
        for _ in range(100):  # what was begun beside an error
            await asyncio.sleep(0)
        errors = [(error.formatted, repr(error.original_error)) for error in result.errors or ()]
        results.append((json.dumps(result.data, default=repr), errors))
    return results, world.calls


@pytest.mark.services
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@given(st.integers(0, 2**64), st.integers(1, 30), st.sampled_from([10, 30, 100, 300]))
def test_events_errors_and_the_order_of_calls_are_graphql_cores(seed: int, size: int, trouble: int) -> None:
    operation = Writer(PLAIN._schema, Random(seed), size).subscription()

    async def compare() -> None:
        for world, struck in ((seed % 65536, 0), (seed % 65536, trouble), (seed % 65521, 20)):
            expected = await answer(PLAIN, operation, world, struck)
            for _ in range(2):
                assert await answer(COMPILED, operation, world, struck) == expected

    asyncio.run(compare())


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_most_generated_events_are_answered_compiled_and_many_of_them_fail_somewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: Counter[str] = Counter()
    build = CompiledEvents.build_per_event_executor

    def noted(self: CompiledEvents, payload: Any) -> Any:
        executor = build(self, payload)
        seen["plain" if isinstance(executor, CompiledEvents) else "compiled"] += 1
        return executor

    monkeypatch.setattr(CompiledEvents, "build_per_event_executor", noted)

    async def tell() -> None:
        for seed in range(100):
            operation = Writer(PLAIN._schema, Random(seed), 20).subscription()
            for _ in range(3):
                events, _ = await answer(COMPILED, operation, seed, 100)
                seen["failed"] += sum(bool(errors) for _, errors in events)

    asyncio.run(tell())
    assert seen["compiled"] > 2 * seen["plain"] > 0
    assert seen["failed"] > 0.2 * seen["compiled"]


@strawberry.type
class Tick:
    number: int

    @strawberry.field
    def twice(self) -> int:
        return self.number * 2


@strawberry.type
class Query:
    nothing: int = 0


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def ticks(self, first: int) -> AsyncGenerator[Tick, None]:
        for number in range(first):
            yield Tick(number=number)


class Tenfold(SchemaExtension):
    """Comes between graphql-core and the resolvers."""

    def resolve(self, _next: Any, root: Any, info: Any, *arguments: Any, **named: Any) -> Any:
        found = _next(root, info, *arguments, **named)
        return found * 10 if info.field_name == "number" else found


async def test_extensions_that_come_between_fields_and_resolvers_stay_in_force() -> None:
    made = strawberry.Schema(
        Query,
        subscription=Subscription,
        execution_context_class=CompiledEvents,
        extensions=[Tenfold, lambda: CompiledExecution()],
    )
    for _ in range(2):
        results = await made.subscribe("subscription { ticks(first: 4) { number } }")
        assert [result.data async for result in results] == [{"ticks": {"number": n}} for n in (0, 10, 20, 30)]


async def test_a_subscription_is_no_query_however_often_it_comes() -> None:
    made = strawberry.Schema(
        Query,
        subscription=Subscription,
        execution_context_class=CompiledEvents,
        extensions=[lambda: CompiledExecution(after=0)],
    )
    asked = "subscription { ticks(first: 4) { number } }"
    for _ in range(3):
        assert [result.data async for result in await made.subscribe(asked)][3] == {"ticks": {"number": 3}}
    assert known_operation(made, asked, None) is None


class _Plain(CompiledEvents):
    compiled = False


@pytest.mark.parametrize("execution", [CompiledEvents, _Plain], ids=["compiled", "plain"])
async def test_a_long_subscription_remembers_nothing_of_its_events(execution: type[CompiledEvents]) -> None:
    """graphql-core's executor would keep the fields of each event for as long as the subscription lasts."""
    made = strawberry.Schema(
        Query, subscription=Subscription, execution_context_class=execution, extensions=[lambda: CompiledExecution()]
    )
    for _ in range(2):
        results = await made.subscribe("subscription { ticks(first: 1400) { number twice } }")
        number = 0
        tracemalloc.start()
        async for result in results:
            assert result.data == {"ticks": {"number": number, "twice": number * 2}}
            number += 1
            if number == 400:
                before, _ = tracemalloc.get_traced_memory()
        after, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert number == 1400
        assert after - before < 100_000, "a hundred bytes an event"
