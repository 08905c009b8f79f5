"""JobForge's own operations answer the same compiled and by graphql-core, on both databases, whatever goes wrong."""

from __future__ import annotations

import asyncio
import copy
import os
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass, replace
from random import Random
from typing import Any
from zlib import crc32

import httpx
import pytest
from compiled_queries import ODD, Operation, Writer
from compiled_state import ME, OTHER, VALUES, everything, lasting, restore
from compiled_world import World
from graphql import GraphQLNamedType
from structlog.testing import capture_logs
from tortoise.models import Model

from jobforge import security
from jobforge.graphql.compiled import KnownOperation, documents_of
from jobforge.graphql.compiled.emit import Compiled
from jobforge.graphql.http import GRAPHQL_JSON, JSON, GraphQLOverHTTP
from jobforge.graphql.limits import MAX_TOKENS
from jobforge.graphql.schema import JobForgeSchema, make_schema
from jobforge.operations import (
    access_tokens,
    account_data,
    account_export,
    accounts,
    applications,
    calendar,
    csv_applications,
    documents,
    nodes,
    phase_runs,
    requirement_match,
    resumes,
    stages,
    statistics,
    tags,
    timeline,
    usage_report,
)
from jobforge.settings import Settings
from jobforge.storage.columnar import Groups, Table

EXAMPLES = int(os.environ.get("COMPILED_EXAMPLES", "80"))
"""Generated operations on each database, each run over and over: as it is, with other variables, and with trouble."""

TROUBLED = {
    accounts: (
        "authenticate",
        "reading",
        "register",
        "login",
        "change_password",
        "change_email",
        "update",
        "set_budget",
    ),
    applications: ("get", "list_by_cursor", "create", "change", "delete"),
    documents: (
        "of_each_application",
        "of_applications",
        "versions_of_documents",
        "stale_reasons",
        "resume_contents",
        "version",
        "get",
        "edit",
        "restore",
    ),
    account_data: ("delete_account",),
    nodes: ("find",),
    account_export: ("text",),
    requirement_match: ("of_applications", "reviews_of_documents", "review_text"),
    phase_runs: ("runs_of_applications", "latest_runs", "start", "prepare", "status", "cancel"),
    stages: ("move", "archive", "set_tags", "duplicates_of", "counts"),
    tags: ("tags_of",),
    statistics: ("of_user",),
    usage_report: ("of_user",),
    access_tokens: ("create", "tokens", "sessions", "revoke"),
    calendar: ("address", "reset"),
    csv_applications: ("import_all",),
    timeline: ("page", "add", "change", "delete", "due", "runs_by_id", "applications_by_id", "sent_versions"),
    resumes: ("library", "get", "create", "replace", "set_primary", "delete"),
}
"""All that resolvers call."""

TURNS = 40
"""Of the event loop, in which whatever waited for an answer of the database has come to an end."""

Deed = Callable[..., Awaitable[Any]]
_inside: ContextVar[bool] = ContextVar("inside an operation", default=False)


@dataclass
class ServiceWriter(Writer):
    """Writes operations that now and then ask about the schema, too, or for what it does not have."""

    values: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: VALUES)

    def choice(self, type_: GraphQLNamedType, depth: int) -> str:
        if type_ is self.schema.query_type and self.chance(1):
            return f'{self.alias()}: __type(name: "Document") {{ name fields {{ name type {{ kind }} }} }}'
        if self.random.random() < 0.003:
            return "nothing"
        return super().choice(type_, depth)


def other_variables(operation: Operation, random: Random) -> Operation:
    """The same document with other values for some of its variables."""

    def another(value: Any) -> Any:
        if isinstance(value, bool):
            return not value
        if isinstance(value, str) and random.random() < 0.8:
            return random.choice(VALUES["String"] if value in VALUES["String"] else VALUES["ID"])
        return random.choice((*ODD, value))

    kept = {name: value for name, value in operation.variables.items() if random.random() < 0.9}
    return Operation(operation.text, {n: another(v) if random.random() < 0.5 else v for n, v in kept.items()})


def harmed(world: World, place: str, value: Any) -> Any:
    """A copy of what an operation gave, with trouble in some of its places."""
    if isinstance(value, Table):  # its columns stay as long as they are
        return Table({name: harmed_column(world, f"{place}/{name}", each) for name, each in value.columns.items()})
    if isinstance(value, Groups):  # by their place in their group: a database gives them in any order
        order = [each for group in value.places for each in group]
        members = Table({name: [column[each] for each in order] for name, column in value.members.columns.items()})
        places = iter(range(len(order)))
        return Groups(harmed(world, place, members), [[next(places) for _ in group] for group in value.places])
    if isinstance(value, list | tuple):
        value = [harmed(world, f"{place}/{number}", each) for number, each in enumerate(value)]
    elif isinstance(value, dict):
        value = {name: harmed(world, f"{place}/{name}", each) for name, each in value.items()}
    elif isinstance(value, Model) or is_dataclass(value):
        value = copy.copy(value)
        for name in value._meta.fields_db_projection if isinstance(value, Model) else (f.name for f in fields(value)):
            object.__setattr__(value, name, harmed(world, f"{place}/{name}", getattr(value, name)))
    return world.value(place, value)


def harmed_column(world: World, place: str, column: Any) -> Any:
    if isinstance(column, Table | Groups):
        return harmed(world, place, column)
    return [harmed(world, f"{place}/{number}", each) for number, each in enumerate(column)]


@dataclass
class Troubles:
    """Stands between the resolvers and the operations.

    Operations are carried out one after the other, each when all that came of the one before is done: otherwise it
    would be for the database to say when they end, and with it which of two errors comes first."""

    world: World = field(default_factory=lambda: World(0, 0))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def between(self, name: str, operation: Deed) -> Deed:
        async def troubled(*given: Any, **named: Any) -> Any:
            if _inside.get():
                return await operation(*given, **named)
            found = await self.in_turn(operation, *given, **named)
            if isinstance(found, applications.Page):
                found = replace(found, total=self.between(f"{name}.total", found.total))
            if not self.world.trouble:
                return found
            if isinstance(found, list | Groups) and isinstance(
                given[0], list
            ):  # for a loader: by key, however they are batched
                keys = [lasting(str(key)) for key in given[0]]  # what was just created has an id of its own each time
                self.world.call(f"{name}/{min(keys, default='')}")
                return [harmed(self.world, f"{name}/{key}", each) for key, each in zip(keys, found, strict=True)]
            self.world.call(name)
            # The same place in every process, which a function's address is not.
            asked = [getattr(each, "__qualname__", each) for each in given[1:]]
            return harmed(self.world, f"{name}/{crc32(repr((asked, named)).encode())}", found)

        return troubled

    async def in_turn(self, operation: Deed, *given: Any, **named: Any) -> Any:
        async with self.turn:
            for _ in range(TURNS):
                await asyncio.sleep(0)
            before = _inside.set(True)
            try:
                return await operation(*given, **named)
            finally:
                _inside.reset(before)


@pytest.fixture
def shortcuts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The operations that were executed without Strawberry around them."""
    taken: list[str] = []
    execute = KnownOperation.execute

    async def noted(self: KnownOperation, *given: Any) -> Any:
        if (result := await execute(self, *given)) is not None:
            taken.append(self.document.query)
        return result

    monkeypatch.setattr(KnownOperation, "execute", noted)
    return taken


@pytest.fixture
def troubles(monkeypatch: pytest.MonkeyPatch) -> Troubles:
    made = Troubles()
    for module, names in TROUBLED.items():
        for name in names:
            monkeypatch.setattr(module, name, made.between(f"{module.__name__}.{name}", getattr(module, name)))
    return made


async def answer(door: httpx.AsyncClient, asked: Operation, headers: dict[str, str]) -> tuple[int, str, list[str]]:
    """Status and text of the response, and what it left in the database if it may change it."""
    before = asyncio.all_tasks()
    response = await door.post("/", json={"query": asked.text, "variables": asked.variables}, headers=headers)
    if begun := asyncio.all_tasks() - before:  # beside an error
        await asyncio.wait(begun)
    left: list[str] = []
    if asked.text.startswith("mutation"):
        left = await everything()
        await restore()
    return response.status_code, lasting(response.text), left


def plans(schema: JobForgeSchema, query: str) -> list[Compiled]:
    """What became of a document."""
    document = documents_of(schema).get(query, (("max_tokens", MAX_TOKENS),))
    return [known for known in document.plans.values() if isinstance(known, Compiled)] if document else []


def door(schema: JobForgeSchema) -> httpx.AsyncClient:
    """Requests to the schema as they come over HTTP."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(GraphQLOverHTTP(schema)), base_url="http://test")


@pytest.mark.services
@pytest.mark.timeout(60 + EXAMPLES)
async def test_operations_of_the_service_answer_the_same_compiled(
    inside: Settings, troubles: Troubles, shortcuts: list[str]
) -> None:
    schemas = [make_schema(inside.model_copy(update={"compiled": compiled})) for compiled in (False, True)]
    mine, others = [f"Bearer {await security.issue_token(user)}" for user in (ME, OTHER)]
    tokens = [*[mine] * 16, others, "", "Bearer junk"]
    seen: Counter[str] = Counter()
    reached: set[str] = set()
    await restore()
    async with door(schemas[0]) as plain, door(schemas[1]) as compiled:
        for seed in range(EXAMPLES):
            random = Random(seed)
            operation = ServiceWriter(schemas[0]._schema, random, random.choice((5, 15, 25, 60))).operation()
            headers = {"Authorization": random.choice(tokens), "Accept": random.choice((JSON, GRAPHQL_JSON))}
            bad = World(seed, random.choice((10, 30, 100)))
            calm, other = World(seed, 0), other_variables(operation, random)
            if operation.text.startswith("mutation"):
                await restore()  # a query before it may have pinned a version by exporting it
            # graphql-core at first, then what it was compiled to, then that by the shortest way there is
            for asked, world, times in ((operation, calm, 3), (other, calm, 1), (operation, bad, 1)):
                troubles.world = world
                with capture_logs():
                    expected = await answer(plain, asked, headers)
                    for _ in range(times):
                        assert await answer(compiled, asked, headers) == expected, (seed, world.trouble, asked)
                seen["failed"] += '"errors":' in expected[1]
                seen["answered"] += expected[1].startswith('{"data":{')
            made = plans(schemas[1], operation.text)
            seen["compiled"] += bool(made)
            reached |= {field.name for each in made for field in each.plan.fields}
    assert seen["compiled"] > 0.7 * EXAMPLES  # the rest is refused, or asks about the schema
    assert len(shortcuts) > 2 * EXAMPLES
    assert seen["failed"] > 0.3 * EXAMPLES
    assert seen["answered"] > EXAMPLES
    assert len(reached) > 100  # of about 150 fields that queries and mutations lead to
