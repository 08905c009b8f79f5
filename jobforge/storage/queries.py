"""Light rows: what a list or a lookup reads when whole models would be too much.

Tortoise writes each SELECT once for every set of columns and shape of arguments; after that PostgreSQL's driver answers
it directly. On SQLite Tortoise answers too: the same columns, the same values. Ids are text, because most are only
handed on.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from enum import Enum
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from tortoise.models import Model
from tortoise.queryset import QuerySet

from jobforge.storage.columnar import Row, Table
from jobforge.storage.database import connection
from jobforge.storage.postgres import Client

CACHE_SIZE = 256
"""SELECTs remembered for each kind; they differ by columns and by which arguments are None."""
_NOBODY = UUID(int=0)

Found = TypeVar("Found", bound=Model)
_IN_LIST = re.compile(r" IN \((\$\d+)\)")


def row_of(model: Model) -> Row:
    """A model as the row that it is. (Tortoise's models can be awaited, so whoever is handed one must ask it.)"""
    return {column: getattr(model, column) for column in model._meta.fields_db_projection}


async def insert(model: type[Model], row: Row) -> None:
    """Adds a row whose columns are all given: what `Model.create` does, without the model.

    Raises IntegrityError."""
    client = connection()
    executor = client.executor_class(model=model, db=client)
    fields = model._meta.fields_map
    values = [fields[name].to_db_value(row[name], model) for name in executor.regular_columns]
    await client.execute_insert(executor.insert_query, values)


async def insert_numbered(model: type[Model], row: Row, raised: str, key: str, numbers: Sequence[str]) -> None:
    """Add a row, as `insert` does, whose columns `numbers` are what another statement returns, in one round trip.

    `raised` has a slot for its own parameter, `key`. PostgreSQL only. Raises IntegrityError."""
    client = connection()
    executor = client.executor_class(model=model, db=client)
    fields = model._meta.fields_map
    columns = [name for name in executor.regular_columns if name not in numbers]
    values = [fields[name].to_db_value(row[name], model) for name in columns]
    await client.execute_insert(_numbered(model, tuple(columns), raised, tuple(numbers)), [*values, key])


@cache
def _numbered(model: type[Model], columns: tuple[str, ...], raised: str, numbers: tuple[str, ...]) -> str:
    names = [model._meta.fields_map[name].source_field or name for name in (*columns, *numbers)]
    places = [f"${place}" for place in range(1, len(columns) + 1)] + ["(SELECT * FROM raised)"] * len(numbers)
    into, values = f"{model._meta.db_table} ({', '.join(names)})", ", ".join(places)
    insert = f"INSERT INTO {into} VALUES ({values})"  # noqa: S608  # nosec B608
    return f"WITH raised AS ({raised.format(f'${len(columns) + 1}')}) {insert}"


async def table_of(query: QuerySet[Any], columns: tuple[str, ...]) -> Table:
    """What a query finds that is no `Select`."""
    result = await query.values_list(*columns)
    return Table.of(columns, [[str(value) if isinstance(value, UUID) else value for value in row] for row in result])


async def newest(
    model: type[Found],
    group: str,
    order: str,
    keys: Collection[UUID],
    limit: int,
    *,
    columns: Sequence[str] = (),
    where: str = "TRUE",
    before: int | None = None,
) -> list[Found]:
    """Return the rows with the highest `order` of each group, `limit` at most of each, in falling order.

    With `before`, only those whose `order` is lower. One statement; only the ids are read of rows that are left out.
    With `columns`, only these are read. `group`, `order` and `columns` are columns, `where` is a condition in SQL; none
    of them may come from a client."""
    client = connection()
    values: list[Any] = [str(key) for key in keys]
    if client.capabilities.dialect == "postgres":
        among, values = "= ANY($1::uuid[])", [values]
    else:
        among = f"IN ({', '.join('?' * len(values))})"
    if before is not None:
        where += f" AND {order} < {'$2::bigint' if client.capabilities.dialect == 'postgres' else '?'}"
        values.append(before)
    table = model._meta.db_table
    read = ", ".join(f"{table}.{column}" for column in columns or model._meta.fields_db_projection)
    statement = (
        f"SELECT {read} FROM {table} JOIN (SELECT id AS key, "  # noqa: S608  # nosec B608
        f"ROW_NUMBER() OVER (PARTITION BY {group} ORDER BY {order} DESC) AS place "
        f"FROM {table} WHERE {group} {among} AND {where}) AS placed ON placed.key = {table}.id "
        f"WHERE place <= {limit:d} ORDER BY {table}.{order} DESC"
    )
    executor = client.executor_class(model=model, db=client)
    return await executor.execute_select(statement, values)


class Select:
    """A kind of SELECT. `build` makes the query from its arguments, which its filters name in the same order; an
    argument that is None has no filter."""

    def __init__(self, build: Callable[..., QuerySet[Any]]) -> None:
        self.build = build
        self._written: OrderedDict[tuple[Any, ...], str] = OrderedDict()

    async def rows(self, columns: tuple[str, ...], *arguments: Any) -> Table:
        """The rows that match, with these columns."""
        if (records := await self._answer(columns, arguments)) is None:
            return await table_of(self.build(*arguments), columns)
        return Table.of(columns, records)

    async def first(self, columns: tuple[str, ...], *arguments: Any) -> Row | None:
        rows = await self.rows(columns, *arguments)
        return rows[0] if rows else None

    async def count(self, *arguments: Any) -> int:
        """How many rows match."""
        if (records := await self._answer((), arguments)) is None:
            return await self.build(*arguments).count()
        return int(records[0][0])

    async def _answer(self, columns: tuple[str, ...], arguments: Sequence[Any]) -> Sequence[Any] | None:
        """What PostgreSQL says; None on another database."""
        client = connection()
        if client.capabilities.dialect != "postgres":
            return None
        shape = (columns, *(argument is None for argument in arguments))
        statement = self._written.get(shape) or self._write(shape, columns, arguments)
        values = [argument for argument in arguments if argument is not None]
        if isinstance(client, Client):
            return await client.fetch(statement, values)
        _, records = await client.execute_query(statement, values)  # inside a transaction
        return records

    def _write(self, shape: tuple[Any, ...], columns: tuple[str, ...], arguments: Sequence[Any]) -> str:
        sample = [[_NOBODY] if isinstance(argument, list) else argument for argument in arguments]
        built = self.build(*sample)
        query: Any = built.values(*columns) if columns else built.count()
        query._choose_db_if_not_chosen()
        query._make_query()
        statement, expected = query.query.get_parameterized_sql()
        if [_plain(value) for value in expected] != [_plain(value) for value in sample if value is not None]:
            raise TypeError(f"The filters of a Select must name its arguments in their order: {statement}")
        # A list goes over as one array: one statement for lists of any length, and less to plan.
        self._written[shape] = statement = _IN_LIST.sub(r" = ANY(\1)", statement)
        while len(self._written) > CACHE_SIZE:
            self._written.popitem(last=False)
        return str(statement)


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return _plain(value[0])
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, UUID) else value
