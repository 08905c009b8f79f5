"""Compiled operations answer as graphql-core does, to the byte; and what is promised around them."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import orjson
import pytest
import strawberry
from compiled_queries import Operation, Writer
from compiled_schema import new_world, schema
from graphql import ASTValidationRule, ExecutionResult
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry import Info
from strawberry.extensions import AddValidationRules, SchemaExtension
from strawberry.scalars import JSON
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from jobforge.graphql.compiled import (
    CompiledExecution,
    CompiledExecutionSync,
    documents_of,
    ready,
    response_bytes,
    selected,
)

PLAIN = schema()
COMPILED = schema(after=0)
EXAMPLES = int(os.environ.get("COMPILED_EXAMPLES", "400"))
"""Generated operations, each run in three worlds; some thousands more before a release do no harm."""


@pytest.fixture
def no_leftovers() -> Iterator[None]:
    """Coroutines that graphql-core never awaits, beside failed ones, are cleared away before the next test."""
    yield
    gc.collect()


async def answer(of: Any, operation: Operation, seed: int, trouble: int) -> tuple[str, list[Any], list[str]]:
    """The data as JSON, all there is to know about the errors, and what was called in which order."""
    world = new_world(seed, trouble)
    root = {"version": world.value("version", "1")}
    result = await of.execute(operation.text, dict(operation.variables), context_value=world, root_value=root)
    for _ in range(100):  # what was begun beside an error
        await asyncio.sleep(0)
    errors = [
        (error.formatted, type(error.original_error), repr(error.original_error), len(error.nodes or ()))
        for error in result.errors or ()
    ]
    return json.dumps(result.data, default=repr), errors, world.calls


@pytest.mark.services
@pytest.mark.usefixtures("no_leftovers")
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@given(st.integers(0, 2**64), st.integers(1, 30), st.sampled_from([10, 30, 100, 300]))
def test_answers_errors_and_the_order_of_calls_are_graphql_cores(seed: int, size: int, trouble: int) -> None:
    operation = Writer(PLAIN._schema, Random(seed), size).operation()

    async def compare() -> None:
        for world, struck in ((seed % 65536, 0), (seed % 65536, trouble), (seed % 65521, 20)):
            expected = await answer(PLAIN, operation, world, struck)
            assert await answer(COMPILED, operation, world, struck) == expected

    asyncio.run(compare())


@pytest.mark.usefixtures("no_leftovers")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_most_generated_operations_are_compiled_and_many_of_them_fail_somewhere() -> None:
    async def tell() -> tuple[int, int]:
        compiled = failed = 0
        for seed in range(100):
            operation = Writer(PLAIN._schema, Random(seed), 20).operation()
            _, errors, _ = await answer(COMPILED, operation, seed, 100)
            compiled += bool(documents_of(COMPILED).sources(operation.text))
            failed += bool(errors)
        return compiled, failed

    compiled, failed = asyncio.run(tell())
    assert compiled > 85
    assert failed > 30


# A small schema for the rest


@strawberry.type
class Leaf:
    id: strawberry.ID
    in_words: str

    @strawberry.field
    def twice(self) -> str:
        return self.in_words * 2

    @strawberry.field(metadata=ready("known_parts"))  # type: ignore[untyped-decorator]
    def parts(self, info: Info) -> list[str]:
        info.root_value.asked.append("parts")
        return getattr(self, "known_parts", ["asked"])


@strawberry.type
class Query:
    asked: strawberry.Private[list[Any]]
    number: int = 1

    @strawberry.field
    def leaves(self, info: Info, count: int = 2) -> list[Leaf]:
        self.asked.append(selected(info))
        return [Leaf(id=strawberry.ID(str(n)), in_words="one") for n in range(count)]

    @strawberry.field
    def leaf(self, known: bool) -> Leaf:
        made = Leaf(id=strawberry.ID("1"), in_words="one")
        if known:
            made.known_parts = ["known"]  # type: ignore[attr-defined]
        return made

    @strawberry.field
    async def later(self, text: str) -> str:
        await asyncio.sleep(0)
        return text

    @strawberry.field
    def marked(self, data: JSON) -> JSON:
        data["marks"] = data.get("marks", 0) + 1  # type: ignore[attr-defined, index]
        return data


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self) -> AsyncIterator[int]:
        yield 1
        yield 2


def small(*more: Any, **options: Any) -> strawberry.Schema:
    return strawberry.Schema(Query, subscription=Subscription, extensions=[*more, lambda: CompiledExecution(**options)])


def run(of: strawberry.Schema, query: str, times: int = 1, asked: list[Any] | None = None, **variables: Any) -> Any:
    async def execute() -> Any:
        for _ in range(times):
            result = await of.execute(query, variables, root_value=Query(asked=[] if asked is None else asked))
        return result

    return asyncio.run(execute())


def test_a_document_is_compiled_when_it_comes_again() -> None:
    of, query = small(), "{ leaves { id twice } }"
    first = run(of, query)
    assert documents_of(of).sources(query) == []
    assert run(of, query).data == first.data
    (source,) = documents_of(of).sources(query)
    assert "'id': v" not in source  # beside a resolver, each field is seen to by itself
    assert "data['id'] = v if type(v := x.id) is str" in source


def test_nothing_is_remembered_when_switched_off() -> None:
    of = small(enabled=False)
    assert run(of, "{ number }", times=3).data == {"number": 1}
    assert len(documents_of(of)) == 0


@pytest.mark.parametrize("query", ["{ __schema { queryType { name } } }", '{ __type(name: "Leaf") { name } }'])
def test_introspection_is_left_to_graphql_core(query: str) -> None:
    of = small()
    assert run(of, query, times=3).errors is None
    assert documents_of(of).sources(query) == []


def test_an_exponential_document_is_left_to_graphql_core() -> None:
    of = small()
    levels = [f"fragment F{n} on Query {{ a: number ...F{n + 1} }}" for n in range(3)]
    many = " ".join(f"n{n}: number" for n in range(2001))
    query = "{ ...F0 } " + " ".join(levels) + f" fragment F3 on Query {{ {many} }}"
    assert len(run(of, query, times=2).data) == 2002
    assert documents_of(of).sources(query) == []


def test_subscriptions_are_left_to_graphql_core() -> None:
    async def listen() -> list[Any]:
        of, seen = small(), []
        for _ in range(3):
            results = [result async for result in await of.subscribe("subscription { count }")]
            seen += [result.data["count"] for result in results]  # type: ignore[index]
        return seen

    assert asyncio.run(listen()) == [1, 2] * 3


class Loud(SchemaExtension):
    def resolve(self, _next: Callable[..., Any], root: Any, info: Any, *args: str, **kwargs: Any) -> Any:
        value = _next(root, info, *args, **kwargs)
        return value.upper() if isinstance(value, str) else value


def test_extensions_that_come_between_fields_and_resolvers_stay_in_force() -> None:
    assert run(small(Loud), "{ leaves(count: 1) { twice } }", times=3).data == {"leaves": [{"twice": "ONEONE"}]}


def test_an_execution_context_of_ones_own_stays_in_force() -> None:
    class Counting(StrawberryGraphQLCoreExecutionContext):
        runs = 0

        def execute_operation(self, serially: bool | None = None) -> Any:
            Counting.runs += 1
            return super().execute_operation(serially)

    of = strawberry.Schema(Query, execution_context_class=Counting, extensions=[CompiledExecution])
    run(of, "{ number }", times=3)
    assert Counting.runs == 3


def test_each_value_of_a_condition_has_its_own_plan() -> None:
    of, query = small(), 'query Q($full: Boolean!) { number later(text: "x") @include(if: $full) }'
    assert run(of, query, times=2, full=True).data == {"number": 1, "later": "x"}
    assert run(of, query, times=2, full=False).data == {"number": 1}
    assert len(documents_of(of).sources(query)) == 2


def test_a_document_is_validated_once_for_each_set_of_rules() -> None:
    seen: list[str] = []

    class Counted(ASTValidationRule):
        def enter_document(self, *_: Any) -> None:
            seen.append("validated")

    of = small(lambda: AddValidationRules([Counted]))
    run(of, "{ number }", times=4)
    assert seen == ["validated"]

    rules: list[Any] = []
    of = small(lambda: AddValidationRules(list(rules)))
    run(of, "{ number }", times=2)
    rules.append(Counted)
    run(of, "{ number }", times=2)
    assert seen == ["validated"] * 2


def test_an_invalid_document_stays_invalid() -> None:
    of = small()
    for _ in range(3):
        assert "Cannot query field" in run(of, "{ nothing }").errors[0].message
    assert len(documents_of(of)) == 0


def test_documents_that_came_last_are_kept_within_the_memory_given() -> None:
    of = small(memory=20_000)
    for n in range(50):
        run(of, f"{{ n{n}: number }}", times=2)
    documents = documents_of(of)
    assert 1 < len(documents) < 10
    assert documents.taken <= 20_000
    assert documents.sources("{ n49: number }")
    assert documents.get("{ n0: number }") is None


def test_resolvers_learn_what_is_selected_compiled_or_not() -> None:
    query = """query Q($no: Boolean!) {
        leaves { __typename again: id ...More inWords @skip(if: $no) ... on Leaf { id } } }
        fragment More on Leaf { twice @include(if: $no) }"""
    for options in ({}, {"enabled": False}):
        asked: list[Any] = []
        of = small(**options)
        run(of, query, times=3, asked=asked, no=True)
        assert asked == [("id", "twice")] * 3
        run(of, query, times=1, asked=asked, no=False)
        assert asked[-1] == ("id", "in_words")


def test_arguments_that_a_resolver_changes_are_new_for_each_request() -> None:
    of = small()
    for _ in range(4):
        assert run(of, "{ marked(data: {}) }").data == {"marked": {"marks": 1}}


def test_an_answer_that_is_ready_is_taken_without_its_resolver() -> None:
    of, query = small(after=0), "{ leaf(known: true) { id parts } }"
    asked: list[Any] = []
    assert run(of, query, asked=asked).data == {"leaf": {"id": "1", "parts": ["known"]}}
    assert asked == []
    query = query.replace("true", "false")
    assert run(of, query, asked=asked).data == {"leaf": {"id": "1", "parts": ["asked"]}}
    assert asked == ["parts"]


def test_requests_at_the_same_time_do_not_mix() -> None:
    of, query = small(), "query Q($text: String!) { later(text: $text) }"

    async def many(start: int) -> list[str]:
        root = Query(asked=[])
        results = [of.execute(query, {"text": f"{start + n}"}, root_value=root) for n in range(50)]
        return [result.data["later"] for result in await asyncio.gather(*results)]  # type: ignore[index]

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda start: asyncio.run(many(start)), range(0, 400, 50)))
    assert [text for part in found for text in part] == [str(n) for n in range(400)]


def test_synchronous_execution_answers_as_without() -> None:
    compiled = strawberry.Schema(Query, extensions=[CompiledExecutionSync])
    plain = strawberry.Schema(Query)
    for query in ("{ leaves { twice } }", "query Q($n: Int!) { leaves(count: $n) { id } }"):
        expected = plain.execute_sync(query, root_value=Query(asked=[]))
        for _ in range(3):
            result = compiled.execute_sync(query, root_value=Query(asked=[]))
            assert (result.data, result.errors) == (expected.data, expected.errors)


def test_synchronous_execution_refuses_to_wait() -> None:
    of = strawberry.Schema(Query, extensions=[lambda: CompiledExecutionSync(after=0)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the resolver's coroutine can only be dropped
        result = of.execute_sync('{ later(text: "x") }', root_value=Query(asked=[]))
        message = str(result.errors)
        del result
        gc.collect()
    assert "failed to complete synchronously" in message


def test_a_response_is_written_whatever_its_strings_and_numbers_are() -> None:
    assert response_bytes(ExecutionResult({"a": 1.5, "b": ["é", None, True]})) == (
        '{"data":{"a":1.5,"b":["é",null,true]}}'.encode()
    )
    for odd in ({"a": "\ud800"}, {"a": 2**70}):
        assert json.loads(response_bytes(ExecutionResult(odd))) == {"data": odd}
    failed = run(small(), "query Q($n: Int!) { leaves(count: $n) { id } }")
    assert orjson.loads(response_bytes(failed))["errors"][0]["locations"] == [{"line": 1, "column": 9}]
