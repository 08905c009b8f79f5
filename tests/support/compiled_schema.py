"""A schema with everything in it, and data that goes wrong as often as one likes.

Two executors meet the same trouble if their worlds have the same seed.
"""

from __future__ import annotations

import enum
import uuid
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Annotated, Any, NewType

import strawberry
from compiled_world import Later, Mishap, World
from graphql import GraphQLError
from strawberry import UNSET, Info
from strawberry.dataloader import DataLoader
from strawberry.extensions import FieldExtension, ParserCache, ValidationCache
from strawberry.permission import BasePermission
from strawberry.scalars import JSON
from strawberry.schema.config import StrawberryConfig

from jobforge.graphql.compiled import (
    CompiledEvents,
    CompiledExecution,
    attribute_or_item,
    groups_by_column,
    passes,
    ready,
    selected,
    table_by_column,
)
from jobforge.storage.columnar import Groups, Table

table_by_column(Table)
groups_by_column(Groups)

FIRST = strawberry.ID("p")

Moment = NewType("Moment", datetime)


@passes(str)
def write_moment(value: datetime | str) -> str:
    return value if isinstance(value, str) else value.isoformat().replace("+00:00", "Z")


@strawberry.enum
class Color(enum.Enum):
    RED = 1
    GREEN = "g"
    BLUE = strawberry.enum_value((0, 0, 1), name="AZURE")


@strawberry.enum
class Size(enum.StrEnum):
    SMALL = "small"
    LARGE = "large"


@strawberry.interface
class Named:
    id: strawberry.ID
    name: str | None

    @strawberry.field
    def greeting(self, info: Info, loud: bool = False) -> str:
        info.context.call(f"greeting {self.id}")
        return "HELLO" if loud else "hello"


@strawberry.type
class Part:
    number: int
    weight: float | None
    price: Decimal
    size: Size
    moment: Moment | None
    label: str = strawberry.field(name="in")


@strawberry.type
class Item:
    id: strawberry.ID
    code: uuid.UUID
    color: Color
    extra: JSON | None
    made: datetime
    parts: list[Part]
    best: Part | None
    matrix: list[list[int | None] | None]
    grid: list[list[Part]] | None
    tags: list[str] | None


def part(world: World, key: str) -> Any:
    of = world.value
    values = {
        "number": of(key + ".number", world.roll(key, 99)),
        "weight": of(key + ".weight", None if world.roll(key, 5) == 0 else 0.5),
        "price": of(key + ".price", Decimal("1.50")),
        "size": of(key + ".size", (Size.LARGE, "small")[world.roll(key, 2)]),
        "moment": of(key + ".moment", ("2026-01-01", datetime(2026, 1, 1, tzinfo=UTC), None)[world.roll(key, 3)]),
        "label": of(key + ".label", "label"),
    }
    if world.struck("missing/" + key):
        del values[("number", "weight", "size")[world.roll(key, 3)]]
    return values if world.roll(key, 2) else SimpleNamespace(**values)


def item(world: World, key: str) -> Any:
    of = world.value
    parts: Any = [of(f"{key}.parts.{n}", part(world, f"{key}.parts.{n}")) for n in range(world.roll(key, 4))]
    if world.roll("form" + key, 9) < 2:
        parts = tuple(parts) if world.roll("form" + key, 9) else iter(parts)
    row = [of(f"{key}.row.{n}", n) for n in range(3)]
    return SimpleNamespace(
        id=of(key + ".id", (key, uuid.UUID(int=5), 7)[world.roll(key, 3)]),
        code=of(key + ".code", uuid.UUID(int=world.roll(key, 2**31))),
        color=of(key + ".color", (Color.RED, "g", Color.BLUE, (0, 0, 1))[world.roll(key, 4)]),
        extra=of(key + ".extra", ({"a": [1, None]}, None, "text")[world.roll(key, 3)]),
        made=of(key + ".made", datetime(2026, 1, 2) + timedelta(seconds=world.roll(key, 99))),
        parts=of(key + ".parts", parts),
        best=of(key + ".best", part(world, key + ".best") if world.roll(key, 2) else None),
        matrix=of(key + ".matrix", [row, None, of(key + ".matrix.2", [])]),
        grid=of(key + ".grid", [[part(world, key + ".grid")], of(key + ".grid.1", [])]),
        tags=of(key + ".tags", ["a", of(key + ".tag", "b")]),
    )


@strawberry.type
class Crate:
    """What comes in tables."""

    id: strawberry.ID
    color: Color | None
    made: datetime
    count: int
    weight: float | None
    sealed: bool
    moment: Moment | None
    best: Part
    other: Part | None
    parts: list[Part]
    spares: list[Part | None] | None
    tags: list[str] | None

    @strawberry.field
    def owner(self, root: strawberry.Parent[Any], info: Info) -> str:
        info.context.call(f"owner {root['id']}")
        return "nobody"


def crates(world: World, key: str, count: int) -> Table:
    """Some are whole and some are not; some of their parts are in tables, too."""

    def column(name: str, *right: Any) -> list[Any]:
        places = (f"{key}.{number}.{name}" for number in range(count))
        return [world.value(place, right[world.roll(place, len(right))]) for place in places]

    def parts(name: str) -> list[Any]:
        return [part(world, f"{key}.{number}.{name}") for number in range(count)]

    sizes = [world.roll(f"{key}.{number}.parts", 3) for number in range(count)]
    ends = [sum(sizes[: number + 1]) for number in range(count)]
    members = Table(
        {
            "number": [world.value(f"{key}.parts.{number}", number) for number in range(sum(sizes))],
            "weight": [None, 0.5, 1.5][: sum(sizes)] + [2.5] * (sum(sizes) - 3),
            "price": [Decimal("1.50")] * sum(sizes),
            "size": [(Size.LARGE, "small")[number % 2] for number in range(sum(sizes))],
            "moment": ["2026-01-01"] * sum(sizes),
            "label": ["label"] * sum(sizes),
        }
    )
    groups = Groups(members, [range(end - size, end) for size, end in zip(sizes, ends, strict=True)])
    whole = sum(sizes) > 0
    best: Any = parts("best")
    if whole:
        best = Table({name: column(f"best.{name}", *members.columns[name]) for name in members.columns})
    made = Table(
        {
            "id": column("id", "a", "b") if world.roll(key, 2) else column("id", "a", 7, uuid.UUID(int=5)),
            "color": column("color", Color.RED, "g", Color.BLUE, None),
            "made": column("made", datetime(2026, 1, 1, tzinfo=UTC)),
            "count": column("count", 0, 2**31 - 1),
            "weight": column("weight", 0.5, None),
            "sealed": column("sealed", True, False),
            "moment": column("moment", "2026-01-01", datetime(2026, 1, 1, tzinfo=UTC), None),
            "best": best,
            "other": best if whole and world.roll(key, 2) else column("other", None, *parts("other")[:1]),
            "parts": groups,
            "spares": groups[:] if world.roll(key, 2) else column("spares", None, [], [None, *parts("spares")]),
            "tags": column("tags", None, ["a", "b"], ("c",)),
        }
    )
    if world.struck("missing/" + key):
        del made.columns["weight"]
    return made


class Allowed(BasePermission):
    message = "not allowed"

    def has_permission(self, source: Any, info: Info, **_: Any) -> bool:
        return not info.context.struck(f"permission {source.id}")


class Doubled(FieldExtension):
    def resolve(self, next_: Any, source: Any, info: Info, **arguments: Any) -> Any:
        return next_(source, info, **arguments) * 2


@strawberry.input
class Range:
    low: int = 1
    high: int | None = UNSET


@strawberry.input
class Wish:
    size: Size
    color: Color | None = None
    ranges: list[Range] | None = UNSET
    note: str | None = UNSET


@strawberry.type
class Robot(Named):
    power: int
    master: Person | None

    @strawberry.field(permission_classes=[Allowed])  # type: ignore[untyped-decorator]
    def secret(self) -> str:
        return "secret"


@strawberry.type
class Person(Named):
    item: Item
    maybe_item: Item | None
    favourite: Annotated[Person | Robot, strawberry.union("Favourite")] | None
    world: strawberry.Private[World]

    @strawberry.field
    def items(self, first: int = 2) -> list[Item]:
        self.world.call(f"items {self.id} {first}")
        made = [item(self.world, f"{self.id}.items.{n}") for n in range(first % 5)]
        return self.world.value(f"{self.id}.items", made)  # type: ignore[return-value]

    @strawberry.field(metadata=ready("known_likes"))  # type: ignore[untyped-decorator]
    async def likes(self) -> list[Item]:
        if hasattr(self, "known_likes"):
            return self.known_likes  # type: ignore[no-any-return]
        self.world.call(f"likes {self.id}")
        return [item(self.world, f"{self.id}.likes")]

    @strawberry.field(metadata=ready("known_twin"))  # type: ignore[untyped-decorator]
    def twin(self) -> Person | None:
        if hasattr(self, "known_twin"):
            return self.known_twin  # type: ignore[no-any-return]
        self.world.call(f"twin {self.id}")
        return person(self.world, f"{self.id}.twin")  # type: ignore[no-any-return]

    @strawberry.field
    async def friends(self, info: Info, first: int = 2) -> list[Person | None]:
        key = f"{self.id}.friends"
        await Later(None, self.world.roll(key, 3))
        self.world.call(f"friends {self.id} {first} {selected(info)} {selected(info, 'item', 'parts')}")
        made = [self.world.value(f"{key}.{n}", person(self.world, f"{key}.{n}")) for n in range(first % 4)]
        return self.world.value(key, made)  # type: ignore[return-value]

    @strawberry.field
    async def robots(self, info: Info) -> list[Robot]:
        self.world.call(f"robots {self.id}")
        keys = [f"{self.id}.{n}" for n in range(self.world.roll(self.id, 3))]
        return await info.context.pets.load_many(keys)  # type: ignore[no-any-return]

    @strawberry.field
    def pet(self, info: Info) -> Robot | None:
        self.world.call(f"pet {self.id} {info.path.as_list()}")
        key = "common" if self.world.roll(self.id, 2) else self.id
        return info.context.pets.load(key)  # type: ignore[no-any-return]

    @strawberry.field
    def circle(self) -> list[Named]:
        self.world.call(f"circle {self.id}")
        around: list[Any] = [robot(self.world, self.id + ".r"), person(self.world, self.id + ".c")]
        around.append(self.world.value(f"{self.id}.circle", Later(robot(self.world, self.id + ".l"))))
        return around if self.world.roll(self.id, 2) else iter(around)  # type: ignore[return-value]

    @strawberry.field
    async def steps(self) -> list[int]:
        self.world.call(f"steps {self.id}")
        return _steps(self.world, self.id)  # type: ignore[return-value]

    @strawberry.field(extensions=[Doubled()])  # type: ignore[untyped-decorator]
    def doubled(self, of: int = 3) -> int:
        return of

    @strawberry.field
    def described(root: Any, info: Info, wish: Wish | None = None, by: Moment | None = None) -> str:
        return f"{root.id} {wish} {by} {info.field_name} {info.selected_fields} {info.variable_values}"


async def _steps(world: World, key: str) -> AsyncIterator[Any]:
    for n in range(3):
        yield world.value(f"{key}.steps.{n}", n)


def person(world: World, key: str) -> Any:
    of = world.value
    favourite: Any = None
    if key.count(".") < 4 and world.roll("favourite" + key, 3):
        favourite = (person, robot)[world.roll(key, 2)](world, key + ".f")
    made = Person(
        id=strawberry.ID(key),
        name=of(key + ".name", None if world.roll(key, 4) == 0 else "Ann"),  # type: ignore[arg-type]
        item=of(key + ".item", item(world, key + ".item")),  # type: ignore[arg-type]
        maybe_item=of(key + ".maybe", item(world, key + ".maybe")),  # type: ignore[arg-type]
        favourite=of(key + ".favourite", favourite),  # type: ignore[arg-type]
        world=world,
    )
    if world.roll("likes" + key, 4):
        made.known_likes = of(key + ".likes", [item(world, key + ".l")])  # type: ignore[attr-defined]
    if key.count(".") < 2 and world.roll("twin" + key, 4):
        made.known_twin = of(key + ".twin", person(world, key + ".t"))  # type: ignore[attr-defined]
    return made


def robot(world: World, key: str) -> Any:
    master = person(world, key + ".m") if key.count(".") < 4 and world.roll(key, 2) else None
    return Robot(
        id=strawberry.ID(key),
        name=world.value(key + ".name", "R2"),  # type: ignore[arg-type]
        power=world.value(key + ".power", world.roll(key, 100)),  # type: ignore[arg-type]
        master=world.value(key + ".master", master),  # type: ignore[arg-type]
    )


def new_world(seed: int, trouble: int) -> World:
    world = World(seed, trouble)

    async def load(keys: list[str]) -> list[Any]:
        world.calls.append("batch " + " ".join(keys))
        return [Mishap(key) if world.struck("load/" + key) else robot(world, key) for key in keys]

    world.pets = DataLoader(load)
    return world


@strawberry.type
class Query:
    version: str

    @strawberry.field
    def person(self, info: Info, id: strawberry.ID = FIRST) -> Person:
        info.context.call(f"person {id}")
        return info.context.value("person", person(info.context, id))  # type: ignore[no-any-return]

    @strawberry.field
    async def someone(self, info: Info, wish: Wish | None = None, id: strawberry.ID | None = None) -> Person | None:
        info.context.call(f"someone {wish} {id}")
        return info.context.value("someone", person(info.context, id or "s"))  # type: ignore[no-any-return]

    @strawberry.field
    async def items(self, info: Info, color: Color = Color.GREEN, count: int = 3) -> list[Item]:
        info.context.call(f"items {color} {count} {selected(info)}")
        return [item(info.context, f"i{n}") for n in range(count % 7)]

    @strawberry.field
    def crates(self, info: Info, count: int = 3) -> list[Crate]:
        return crates(info.context, "crate", count % 5)  # type: ignore[return-value]

    @strawberry.field
    async def more_crates(self, info: Info, count: int = 2) -> list[Crate | None] | None:
        return crates(info.context, "more", count % 5)  # type: ignore[return-value]

    @strawberry.field
    def things(self, info: Info) -> list[Named | None]:
        return [info.context.value(f"t{n}", (person, robot)[n % 2](info.context, f"t{n}")) for n in range(3)]


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def rename(self, info: Info, name: str, after: int = 0) -> Person | None:
        await Later(None, after % 5)
        info.context.call(f"rename {name}")
        return person(info.context, name)  # type: ignore[no-any-return]

    @strawberry.mutation
    def wish(self, info: Info, wish: Wish) -> str:
        info.context.call(f"wish {wish}")
        return f"{wish}"


@strawberry.type
class Subscription:
    """Each gives a few events, some of which are not what they should be."""

    @strawberry.subscription
    async def people(self, info: Info, first: int = 3) -> AsyncGenerator[Person, None]:
        for number in range(first % 6):
            yield info.context.value(f"e{number}", person(info.context, f"e{number}"))

    @strawberry.subscription
    async def maybe(self, info: Info, first: int = 3) -> AsyncGenerator[Person | None, None]:
        for number in range(first % 6):
            yield info.context.value(f"m{number}", None if number == 1 else person(info.context, f"m{number}"))

    @strawberry.subscription
    async def things(self, info: Info, first: int = 4) -> AsyncGenerator[Named, None]:
        for number in range(first % 6):
            made = (person, robot)[number % 2](info.context, f"n{number}")
            yield info.context.value(f"n{number}", made)

    @strawberry.subscription
    async def parts(self, info: Info, first: int = 4) -> AsyncGenerator[Part, None]:
        for number in range(first % 6):
            yield info.context.value(f"p{number}", part(info.context, f"p{number}"))

    @strawberry.subscription
    async def crates(self, info: Info, first: int = 3) -> AsyncGenerator[list[Crate], None]:
        for number in range(first % 6):
            yield crates(info.context, f"c{number}", number)  # type: ignore[misc]


class Quiet(strawberry.Schema):
    """Fails without a word in the log, where failing is the purpose."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        pass


def schema(**options: Any) -> strawberry.Schema:
    """The schema with compiled execution (see `CompiledExecution` for the options), or plain without any."""
    config = StrawberryConfig(
        default_resolver=attribute_or_item,
        scalar_map={
            Moment: strawberry.scalar(name="Moment", serialize=write_moment, parse_value=datetime.fromisoformat)
        },
    )
    compiled = lambda: CompiledExecution(**options)  # noqa: E731
    extensions: list[Any] = [compiled] if options else [ParserCache, ValidationCache]
    events: dict[str, Any] = {"execution_context_class": CompiledEvents} if options else {}
    return Quiet(Query, Mutation, Subscription, types=[Robot], config=config, extensions=extensions, **events)
