"""Whatever a resolver returns for a leaf, compiled operations make of it what graphql-core does."""

from __future__ import annotations

import asyncio
import enum
import json
import re
import uuid
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
import strawberry
from compiled_schema import Color, Moment, Quiet, Size, write_moment
from compiled_world import Later, Mishap, Strange
from graphql import Undefined
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.scalars import JSON
from strawberry.schema.config import StrawberryConfig

from jobforge.graphql.compiled import CompiledExecution, attribute_or_item, documents_of
from jobforge.graphql.compiled.leaves import PLAIN as PLAIN_CLASSES
from jobforge.graphql.compiled.leaves import Unfit, plain


class Text(str):
    __slots__ = ()


class Number(enum.IntEnum):
    ONE = 1


class Veiled:
    """An object whose class does not tell what it can do."""

    def __getattr__(self, name: str) -> Any:
        return getattr(Later("veiled"), name)


VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**70, 1.0, 1.5, 1e300),
    *(float("nan"), float("inf"), "", "1", "true", "RED", "small", "SMALL", "é\ud800", Text("text"), b"b"),
    *([], [1], ["a", None], (1, 2), [[1], None], {}, {"a": 1}, {1}, iter("a"), Number.ONE, Color.RED),
    *(Color.BLUE, (0, 0, 1), "g", Size.SMALL, Decimal("1.5"), Decimal("NaN"), uuid.UUID(int=1)),
    *(date(2026, 1, 1), datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), Undefined, Strange()),
    *(Mishap("m"), ValueError("v"), KeyboardInterrupt(), StopIteration(), object, len, range(2)),
    *(Later(None), Later("later"), Later(1), Later(Mishap("later")), [Later(1)], [Mishap("item")], Veiled()),
)
TYPES = (int, float, str, bool, strawberry.ID, JSON, Color, Size, Moment, Decimal, uuid.UUID, datetime, date)
FIELDS: dict[str, Any] = {}
for number, type_ in enumerate(TYPES):
    FIELDS |= {f"v{number}": type_, f"n{number}": type_ | None, f"l{number}": list[type_]}  # type: ignore[valid-type]
    FIELDS |= {f"m{number}": list[type_ | None] | None, f"d{number}": list[list[type_]]}  # type: ignore[valid-type]
Holder = strawberry.type(type("Holder", (), {"__annotations__": FIELDS}))


@strawberry.type
class Query:
    holder: Holder  # type: ignore[valid-type]
    maybe: Holder | None  # type: ignore[valid-type]

    @strawberry.field
    def beside(self) -> int:
        return 1


CONFIG = StrawberryConfig(
    default_resolver=attribute_or_item,
    scalar_map={Moment: strawberry.scalar(name="Moment", serialize=write_moment, parse_value=datetime.fromisoformat)},
)
PLAIN = Quiet(Query, config=CONFIG, extensions=[ParserCache, ValidationCache])
COMPILED = Quiet(Query, config=CONFIG, extensions=[lambda: CompiledExecution(after=0)])


async def answer(of: strawberry.Schema, query: str, name: str, value: Any) -> tuple[str, list[Any]]:
    if isinstance(value, type(iter("a"))):
        value = iter("a")  # one cannot be read twice
    holder: Any = {name: value} if len(name) % 2 else SimpleNamespace(**{name: value})
    result = await of.execute(query, root_value={"holder": holder, "maybe": holder})
    return re.sub(" at 0x[0-9a-f]+", "", json.dumps(result.data, default=repr)), [
        (error.formatted, type(error.original_error)) for error in result.errors or ()
    ]


@pytest.mark.parametrize("name", FIELDS)
def test_every_value_under_every_type_comes_out_as_from_graphql_core(name: str) -> None:
    async def compare(query: str) -> None:
        for value in VALUES:
            expected = await answer(PLAIN, query, name, value)
            assert await answer(COMPILED, query, name, value) == expected, (query, value)

    for query in (f"{{ holder {{ {name} }} }}", f"{{ maybe {{ a: {name} {name} }} beside }}"):
        asyncio.run(compare(query))
        assert documents_of(COMPILED).sources(query)


def test_what_databases_return_stays_on_the_fast_way() -> None:
    for value in (datetime(2026, 1, 1, tzinfo=UTC), date(2026, 1, 1), Decimal(1), uuid.UUID(int=1), SimpleNamespace()):
        plain(value)
        assert type(value) in PLAIN_CLASSES
    for odd in (None, Undefined, Mishap(), Later(1), Veiled()):
        with pytest.raises(Unfit):
            plain(odd)
