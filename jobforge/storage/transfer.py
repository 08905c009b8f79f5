"""Move everything from a SQLite database into PostgreSQL.

Tables go in the order of their references, rows in the order of their ids. Whatever an interrupted transfer left is
therefore the beginning of one sequence, and only that is continued: a target whose rows were changed, added or deleted
since is refused before anything is written.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from graphlib import TopologicalSorter
from hashlib import blake2b
from itertools import islice
from typing import Any
from uuid import UUID

import asyncpg

from jobforge.errors import ConfigurationError, JobForgeError
from jobforge.storage import postgres

MAX_BATCH_ROWS = 500
MAX_BATCH_CHARACTERS = 4_000_000
LOCK = 0x4A6F62466F726766  # any number of our own, so that two transfers wait for each other
LOCK_TIMEOUT = "60s"  # until an interrupted transfer's session has ended on the server
PREFETCH = 200

Row = tuple[Any, ...]
OnProgress = Callable[[float, str], None]


class TransferFailed(JobForgeError):
    code = "TRANSFER_FAILED"


@dataclass(frozen=True, slots=True)
class Table:
    """A table's name, and PostgreSQL's types of its columns by name."""

    name: str
    types: Mapping[str, str]

    @property
    def columns(self) -> str:
        return ", ".join(f'"{column}"' for column in self.types)


class Digest:
    """The number of rows and what they hold, equal for equal rows of either database."""

    def __init__(self, table: Table) -> None:
        self._json = [type_ == "jsonb" for type_ in table.types.values()]
        self._hash = blake2b(digest_size=16)
        self.rows = 0

    def add(self, row: Sequence[Any]) -> None:
        values = [_same_json(value) if json_ else value for value, json_ in zip(row, self._json, strict=True)]
        self._hash.update(repr([_comparable(value) for value in values]).encode())
        self.rows += 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Digest) and (self.rows, self.hex) == (other.rows, other.hex)

    __hash__ = None  # type: ignore[assignment]

    @property
    def hex(self) -> str:
        return self._hash.hexdigest()


async def transfer(source: sqlite3.Connection, target_url: str, on_progress: OnProgress) -> dict[str, int]:
    """Copy every row and compare both sides; return the number of rows by table.

    Both databases are migrated, and nobody writes to the source. Interrupted, it is continued by calling it again.
    Raises ConfigurationError when the target holds anything that is not the beginning of the source, TransferFailed
    when PostgreSQL refuses a row or the two differ in the end."""
    target = await asyncpg.connect(target_url)
    try:
        await _lock(target)
        return await _Transfer(source, target, await _tables(source, target), on_progress).run()
    finally:
        await target.close()


async def holds_data(target_url: str) -> bool:
    """Whether a PostgreSQL database has accounts of JobForge, of whatever version."""
    target = await asyncpg.connect(target_url)
    try:
        if await target.fetchval("SELECT to_regclass('user_account')") is None:
            return False
        return bool(await target.fetchval("SELECT EXISTS (SELECT FROM user_account)"))
    finally:
        await target.close()


async def _lock(target: asyncpg.Connection) -> None:
    await target.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
    try:
        await target.execute("SELECT pg_advisory_lock($1)", LOCK)
    except asyncpg.LockNotAvailableError:
        raise ConfigurationError("Another transfer into this database is running.") from None
    await target.execute("SET lock_timeout = 0")


async def _tables(source: sqlite3.Connection, target: asyncpg.Connection) -> list[Table]:
    """Return all tables, each after those it refers to. Raises ConfigurationError when the databases differ in them."""
    listed = source.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    names = [name for (name,) in listed if name != "aerich" and not name.startswith("sqlite_")]
    references = {name: {row[2] for row in source.execute(f'PRAGMA foreign_key_list("{name}")')} for name in names}
    types: dict[str, dict[str, str]] = {}
    for table, column, type_ in await target.fetch(
        "SELECT table_name, column_name, data_type FROM information_schema.columns "
        "WHERE table_schema = current_schema() ORDER BY table_name, column_name"
    ):
        types.setdefault(table, {})[column] = type_
    for name in names:
        columns = {row[1] for row in source.execute(f'PRAGMA table_info("{name}")')}
        if columns != types.get(name, {}).keys():
            raise ConfigurationError(f"The two databases differ in the columns of {name}. Name an empty target.")
    order = TopologicalSorter({name: sorted(references[name] - {name}) for name in names}).static_order()
    return [Table(name, types[name]) for name in order]


class _Transfer:
    def __init__(
        self, source: sqlite3.Connection, target: asyncpg.Connection, tables: list[Table], on_progress: OnProgress
    ) -> None:
        self._source, self._target, self._tables, self._on_progress = source, target, tables, on_progress
        counts = "SELECT count(*) FROM "
        self._counts = {each.name: source.execute(f'{counts}"{each.name}"').fetchone()[0] for each in tables}
        self._done = 0

    async def run(self) -> dict[str, int]:
        await self._check_target()
        for table in self._tables:
            await self._copy(table)
        await self._target.execute("ANALYZE")
        differing = []
        for table in self._tables:
            source = self._source_digest(table, self._counts[table.name])
            target = await self._target_digest(table)
            if source != target:
                differing.append(f"{table.name} ({source.rows} and {target.rows} rows)")
            self._advance("comparing", table, source.rows)
        if differing:
            raise TransferFailed(
                f"Source and target differ in {', '.join(differing)}. Does a service run on the target? Stop it and "
                "begin with an empty database."
            )
        return self._counts

    async def _check_target(self) -> None:
        """Raise ConfigurationError unless the target's rows are the first ones of the source."""
        ended = False
        for table in self._tables:
            target = await self._target_digest(table)
            if target.rows and (ended or target != self._source_digest(table, target.rows)):
                raise ConfigurationError(
                    f"The target's table {table.name} holds rows that are not in the source, or has lost some that are."
                    " Nothing was copied. Name an empty database."
                )
            ended = ended or target.rows < self._counts[table.name]
            self._advance("copying", table, target.rows)

    async def _copy(self, table: Table) -> None:
        """Add the rows that the target lacks, a statement a batch: each is there as a whole or not at all."""
        statement = f'SELECT id FROM "{table.name}" ORDER BY id DESC LIMIT 1'  # noqa: S608  # nosec B608
        last = await self._target.fetchval(statement)
        for batch in _batches(self._rows(table, after="" if last is None else str(last))):
            try:
                await self._target.copy_records_to_table(table.name, records=batch, columns=list(table.types))
            except postgres.CONNECTION_ERRORS:
                raise
            except (asyncpg.PostgresError, asyncpg.DataError, ValueError, OverflowError) as error:
                raise TransferFailed(f"PostgreSQL does not take a row of {table.name}: {error}.") from None
            self._advance("copying", table, len(batch))

    def _rows(self, table: Table, after: str = "") -> Iterator[Row]:
        """Yield the source's rows behind an id, as the driver of PostgreSQL takes them."""
        readers = [_READERS.get(type_) for type_ in table.types.values()]
        statement = f'SELECT {table.columns} FROM "{table.name}" WHERE id > ? ORDER BY id'  # noqa: S608  # nosec B608
        for record in self._source.execute(statement, (after,)):
            try:
                yield tuple(
                    value if value is None or read is None else read(value)
                    for value, read in zip(record, readers, strict=True)
                )
            except (TypeError, ValueError) as error:
                raise TransferFailed(f"A row of {table.name} cannot be read: {error}.") from None

    def _source_digest(self, table: Table, rows: int) -> Digest:
        """Return the digest of the source's first rows."""
        digest = Digest(table)
        for row in islice(self._rows(table), rows):
            digest.add(row)
        return digest

    async def _target_digest(self, table: Table) -> Digest:
        digest = Digest(table)
        statement = f'SELECT {table.columns} FROM "{table.name}" ORDER BY id'  # noqa: S608  # nosec B608
        async with self._target.transaction(readonly=True):
            async for record in self._target.cursor(statement, prefetch=PREFETCH):
                digest.add(tuple(record))
        return digest

    def _advance(self, step: str, table: Table, rows: int) -> None:
        """Report progress: each row is copied once and compared once."""
        self._done += rows
        self._on_progress(self._done / max(1, 2 * sum(self._counts.values())), f"{step} {table.name}")


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Yield the rows in lists that are bounded in rows and, but for a single longer row, in characters."""
    batch: list[Row] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += sum(len(value) for value in row if isinstance(value, str))
        if len(batch) >= MAX_BATCH_ROWS or characters >= MAX_BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


_READERS: dict[str, Callable[[Any], Any]] = {
    "uuid": UUID,
    "timestamp with time zone": _moment,
    "boolean": bool,
    "double precision": float,
}
"""What makes PostgreSQL's value of SQLite's; all other types are the same in both."""


def _comparable(value: Any) -> Any:
    """Return a value whose `repr` is the same for either driver's."""
    if isinstance(value, UUID):
        return str(value)
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _same_json(text: str | None) -> str | None:
    """Return JSON as one of several texts that mean the same: PostgreSQL keeps the meaning only."""
    if text is None:
        return None
    return json.dumps(json.loads(text, parse_float=_same_number, parse_int=_same_number), sort_keys=True)


def _same_number(digits: str) -> list[str]:
    return [str(Decimal(digits).normalize() + 0)]
