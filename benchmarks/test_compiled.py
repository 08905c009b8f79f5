"""Compiled execution against plain graphql-core, on the dashboard and on resolvers of each kind.

`pytest benchmarks/test_compiled.py` prints one table a group; the ratio of its two rows is what counts, since
both ran on the same machine in the same minute.
"""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
import strawberry
from pytest_benchmark.fixture import BenchmarkFixture
from strawberry import Info
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, SchemaExtension, ValidationCache
from strawberry.schema.config import StrawberryConfig

from jobforge.graphql.compiled import (
    CompiledExecution,
    attribute_or_item,
    groups_by_column,
    response_bytes,
    selected,
    table_by_column,
)
from jobforge.storage.columnar import Groups, Table


@strawberry.enum
class Priority(enum.StrEnum):
    LOW = "low"
    HIGH = "high"


@strawberry.enum
class Kind(enum.StrEnum):
    REPORT = "report"
    LETTER = "letter"


@strawberry.type
class Document:
    id: strawberry.ID
    document_type: Kind
    created_at: str
    updated_at: str


@strawberry.type
class Application:
    id: strawberry.ID
    name: str
    company_name: str
    role_title: str
    job_url: str | None
    location: str | None
    priority_level: Priority
    research_completed: bool
    resume_optimized: bool
    cover_letter_generated: bool
    pages: int
    created_at: str
    documents: list[Document]

    @strawberry.field
    def called(self) -> list[Document]:
        return self.documents

    @strawberry.field
    async def awaited(self) -> list[Document]:
        return self.documents

    @strawberry.field
    def loaded(self, info: Info) -> list[Document]:
        return info.context.load(int(self.id))  # type: ignore[no-any-return]


@strawberry.type
class Query:
    @strawberry.field
    async def applications(self, info: Info, first: int = 50) -> list[Application]:
        selected(info)
        return ROWS[:first]

    @strawberry.field
    async def given(self, info: Info) -> list[Application]:
        return info.context  # type: ignore[no-any-return]


class Row:
    """A light row."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


def document(number: int) -> Any:
    return Row(id=f"d{number}", document_type="letter", created_at="2026-01-01", updated_at="2026-01-02")


def application(number: int) -> Any:
    return Row(
        id=str(number),
        name="Developer at Example",
        company_name="Example",
        role_title="Developer",
        job_url=None,
        location="Here",
        priority_level="high",
        research_completed=True,
        resume_optimized=True,
        cover_letter_generated=False,
        pages=number,
        created_at="2026-01-01T00:00:00Z",
        documents=[document(2 * number), document(2 * number + 1)],
    )


ROWS: list[Any] = [application(number) for number in range(50)]
DOCUMENT = "{ id documentType createdAt updatedAt }"
COLUMNS = (
    "id name companyName roleTitle jobUrl location priorityLevel researchCompleted resumeOptimized "
    "coverLetterGenerated pages createdAt"
)
WORKLOADS = {
    "dashboard": f"{{ applications {{ {COLUMNS} documents {DOCUMENT} }} }}",
    "50 resolvers": f"{{ applications {{ id name called {DOCUMENT} }} }}",
    "50 asynchronous resolvers": f"{{ applications {{ id name awaited {DOCUMENT} }} }}",
    "data loader": f"{{ applications {{ id name loaded {DOCUMENT} }} }}",
    "one row by variable": "query Q($first: Int!) { applications(first: $first) { id name } }",
}
EXTENSIONS: dict[str, list[type[SchemaExtension]]] = {
    "graphql-core": [ParserCache, ValidationCache],
    "compiled": [CompiledExecution],
}


async def load(keys: list[int]) -> list[Any]:
    return [ROWS[key].documents for key in keys]


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    with asyncio.Runner() as runner:
        yield runner.get_loop()


def measure(
    benchmark: BenchmarkFixture, loop: asyncio.AbstractEventLoop, once: Callable[[], Awaitable[Any]], times: int
) -> None:
    """Measures `times` runs of `once` together, as the loop's own start and end would be most of a single one."""

    async def several() -> None:
        for _ in range(times):
            await once()

    loop.run_until_complete(several())
    benchmark.extra_info["runs in a round"] = times
    benchmark.pedantic(lambda: loop.run_until_complete(several()), rounds=10, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("by", EXTENSIONS)
@pytest.mark.parametrize("workload", WORKLOADS)
def test_execution(benchmark: BenchmarkFixture, loop: asyncio.AbstractEventLoop, workload: str, by: str) -> None:
    benchmark.group = f"20 x {workload}"
    schema = strawberry.Schema(Query, extensions=EXTENSIONS[by])

    async def once() -> None:
        result = await schema.execute(WORKLOADS[workload], {"first": 1}, context_value=DataLoader(load))
        if result.errors:
            pytest.fail(str(result.errors))

    measure(benchmark, loop, once, 20)


def table() -> Table:
    """The rows by column."""
    documents = [vars(document) for row in ROWS for document in row.documents]
    members = Table({name: [row[name] for row in documents] for name in documents[0]})
    columns = {name: [vars(row)[name] for row in ROWS] for name in vars(ROWS[0])}
    return Table(columns | {"documents": Groups(members, [(2 * number, 2 * number + 1) for number in range(50)])})


LISTS: dict[str, Callable[[], Any]] = {
    "objects": lambda: ROWS,
    "dictionaries": lambda: list(table()),
    "by column": table,
}


@pytest.mark.parametrize("rows", LISTS)
def test_lists(benchmark: BenchmarkFixture, loop: asyncio.AbstractEventLoop, rows: str) -> None:
    benchmark.group = "20 x dashboard, by what its lists are made of"
    table_by_column(Table)
    groups_by_column(Groups)
    config = StrawberryConfig(default_resolver=attribute_or_item)
    schema = strawberry.Schema(Query, extensions=[CompiledExecution], config=config)
    given, asked = LISTS[rows](), WORKLOADS["dashboard"].replace("applications", "given")

    async def once() -> None:
        result = await schema.execute(asked, context_value=given)
        if result.errors:
            pytest.fail(str(result.errors))

    measure(benchmark, loop, once, 20)


@pytest.mark.parametrize("enabled", [False, True], ids=["without", "with"])
def test_a_document_never_seen_before(
    benchmark: BenchmarkFixture, loop: asyncio.AbstractEventLoop, enabled: bool
) -> None:
    benchmark.group = "20 x a document never seen before"
    schema = strawberry.Schema(Query, extensions=[lambda: CompiledExecution(enabled=enabled)])
    number = 0

    async def once() -> None:
        nonlocal number
        number += 1
        await schema.execute(f"{WORKLOADS['dashboard']} # {number}")

    measure(benchmark, loop, once, 20)


def test_response_bytes(benchmark: BenchmarkFixture, loop: asyncio.AbstractEventLoop) -> None:
    benchmark.group = "the dashboard's bytes"
    schema = strawberry.Schema(Query, extensions=[CompiledExecution])
    result = loop.run_until_complete(schema.execute(WORKLOADS["dashboard"]))
    benchmark(response_bytes, result)
