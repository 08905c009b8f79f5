"""Tables: what the models say and what the migrations make are the same, and an upgrade keeps what is there."""

import asyncio
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from services import SECRET
from tortoise import Tortoise

from jobforge.operations import account_export
from jobforge.settings import Settings, load
from jobforge.storage import database, postgres
from jobforge.storage.models import PARTIAL_INDEXES, User

Catalogue = set[tuple[Any, ...]]

COLUMNS = """SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'aerich'"""
INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'aerich'"
CONSTRAINTS = """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'aerich' AND contype <> 'n'"""


async def catalogue(settings: Settings) -> Catalogue:
    """Columns, indexes and constraints as the database itself tells them."""
    if settings.on_postgres:
        connection = await asyncpg.connect(settings.database)
        try:
            return {tuple(row) for query in (COLUMNS, INDEXES, CONSTRAINTS) for row in await connection.fetch(query)}
        finally:
            await connection.close()
    found: Catalogue = set()
    file = sqlite3.connect(settings.database.removeprefix("sqlite://"))
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('aerich', 'sqlite_sequence')"
    for (table,) in file.execute(names).fetchall():
        found |= {(table, *row[1:]) for row in file.execute(f"PRAGMA table_info({table})")}
        found |= {(table, *row[2:]) for row in file.execute(f"PRAGMA foreign_key_list({table})")}
        for _, index, unique, origin, partial in file.execute(f"PRAGMA index_list({table})").fetchall():
            columns = tuple(row[2] for row in file.execute(f"PRAGMA index_info({index})"))
            found.add((table, columns, unique, origin, partial))
    written = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'"
    found |= {tuple(row) for row in file.execute(written)}
    file.close()
    return found


@pytest.fixture
def other_settings(database_settings: Settings, request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Another empty database of the same kind."""
    given: dict[str, Any] = {"data_dir": tmp_path / "other", "jwt_secret": "s" * 32}
    if database_settings.on_postgres:
        databases = request.getfixturevalue("databases")
        given["database_url"] = databases.create()
        request.addfinalizer(lambda: databases.drop(given["database_url"]))
    return load(**given)


async def test_models_and_migrations_make_the_same_tables(
    database_settings: Settings, other_settings: Settings
) -> None:
    async with database.opened(database_settings):
        await database.migrate(database_settings)
    async with database.opened(other_settings):
        await Tortoise.generate_schemas()
        for statement in PARTIAL_INDEXES.values():
            await database.connection().execute_script(statement)
    migrated = await catalogue(database_settings)
    assert migrated == await catalogue(other_settings)
    said = {str(part).lower() for row in migrated for part in row}
    for name in PARTIAL_INDEXES:
        unique = "UNIQUE" in PARTIAL_INDEXES[name]
        (index,) = [line for line in said if f"index {name} " in line]
        assert ("unique" in index) == unique
        assert " where " in index


ROWS = {
    "user_account": {
        "id": 1,
        "email": "jo@example.com",
        "full_name": "Jo",
        "password_hash": "x",
        "tokens_valid_after": 7,
    },
    "resume": {"id": 2, "user_id": 1, "name": "R", "content": "c" * 100, "digest": "d", "is_primary": True},
    "application": {
        "id": 3,
        "user_id": 1,
        "name": "acme_cook_2025_01_01",
        "company_name": "Äcme",
        "role_title": "Cook",
        "job_description": "j" * 60,
        "digest": "d",
        "priority_level": "low",
        "status": "research_complete",
        "search_text": "acme\ncook",
        "updated_at": None,
    },
    "document": {
        "id": 4,
        "application_id": 3,
        "document_type": "research_report",
        "content": "# Report",
        "version": 1,
        "author": "ai",
        "source_digests": "{}",
        "updated_at": None,
    },
    "document_version": {"id": 5, "document_id": 4, "version": 1, "content": "# Report", "author": "ai"},
    "phase_run": {
        "id": 6,
        "application_id": 3,
        "user_id": 1,
        "phase": "research",
        "status": "completed",
        "progress": 1.0,
        "attempt": 1,
        "fence": 2,
        "sequence": 9,
        "queue_position": 0,
        "notes": "[]",
    },
}
"""A row of every table of the first migration; ids stand for UUIDs, times are filled in."""
FORMER_NAMES = {
    ("user_account", "tokens_valid_after"): "tokens_since",
    ("document", "source_digests"): "made_from",
    ("phase_run", "queue_position"): "place",
    ("idempotency_key", "result_id"): "made_id",
}
"""What columns were called in the first migrations."""
STORED = Path(__file__).parent.parent / "data" / "stored-2026-11"
"""A database in each dialect as the second migration left it: users, resumes, applications, documents, runs."""


def literal(name: str, value: object) -> str:
    if name.endswith("_at"):
        return "'2025-01-01 10:00:00+00:00'"
    if name == "id" or name.endswith("_id"):
        return f"'00000000-0000-4000-8000-00000000000{value}'"
    return f"'{value}'" if isinstance(value, str) else str(value)


async def test_an_upgrade_from_the_first_version_keeps_everything(
    database_settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    where = database.location(database_settings) / "models"
    first, *later = sorted(where.glob("[0-9]*_*.py"))
    old = tmp_path / "old" / database.location(database_settings).name / "models"
    old.mkdir(parents=True)
    shutil.copy(first, old)
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", tmp_path / "old")
        async with database.opened(database_settings):
            assert await database.migrate(database_settings) == [first.name]
            for table, row in ROWS.items():
                values = row | {"created_at": None} | ({"updated_at": None} if table == "resume" else {})
                columns = ", ".join(FORMER_NAMES.get((table, name), name) for name in values)
                said = ", ".join(literal(name, value) for name, value in values.items())
                await database.connection().execute_script(f"INSERT INTO {table} ({columns}) VALUES ({said})")
            before = {table: renamed(table, await rows(table)) for table in ROWS}
    async with database.opened(database_settings):
        assert await database.pending(database_settings) == [file.name for file in later]
        assert await database.migrate(database_settings) == [file.name for file in later]
        assert await database.pending(database_settings) == []
        assert await database.migrate(database_settings) == []
        for table, kept in before.items():
            assert [row | kept[0] for row in await rows(table)] == await rows(table)
            assert len(await rows(table)) == 1


async def rows(table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in await database.connection().execute_query_dict(f"SELECT * FROM {table}")]


def renamed(table: str, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of before the renaming under the columns' names of today."""
    names = {former: name for (of, name), former in FORMER_NAMES.items() if of == table}
    return [{names.get(name, name): value for name, value in row.items()} for row in found]


async def test_a_stored_database_is_upgraded_with_all_its_data(database_settings: Settings) -> None:
    if database_settings.on_postgres:
        connection = await asyncpg.connect(database_settings.database)
        await connection.execute(STORED.with_suffix(".sql").read_text())
        await connection.close()
    else:
        file = Path(database_settings.database.removeprefix("sqlite://"))
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(STORED.with_suffix(".sqlite3"), file)
    tables = (*ROWS, "idempotency_key")
    async with database.opened(database_settings):
        before = {table: renamed(table, await rows(table)) for table in tables}
        assert {table: len(kept) for table, kept in before.items()} == {
            "user_account": 2,
            "resume": 4,
            "application": 10,
            "document": 19,
            "document_version": 29,
            "phase_run": 23,
            "idempotency_key": 12,
        }
        assert await database.migrate(database_settings) != []
        for table, kept in before.items():
            after = {row["id"]: row for row in await rows(table)}
            assert len(after) == len(kept)
            for row in kept:
                assert after[row["id"]] == after[row["id"]] | row
        for user in await User.all():
            exported = json.loads(await account_export.text(user))
            assert len(exported["applications"]) == 5
            assert sum(len(each["documents"]) for each in exported["applications"]) in (9, 10)


async def test_both_dialects_have_the_same_migrations() -> None:
    names = [
        {file.name for file in (database.MIGRATIONS / dialect / "models").glob("[0-9]*_*.py")}
        for dialect in ("sqlite", "postgres")
    ]
    assert names[0] == names[1]


async def test_what_must_be_one_is_one_by_an_index(inside: Settings) -> None:
    """Written past all operations, the second of what may be only one is refused by the database."""
    connection = database.connection()
    for table, row in ROWS.items():
        values = row | {"created_at": None} | ({"updated_at": None} if table == "resume" else {})
        values |= {"status": "queued"} if table == "phase_run" else {}
        columns, said = ", ".join(values), [literal(name, value) for name, value in values.items()]
        await connection.execute_script(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(said)})")
        other = [
            text.replace("00000000000", "00000000001", 1) if place == 0 else text for place, text in enumerate(said)
        ]
        if table == "phase_run":
            other[list(values).index("fence")] = "77"
        if table == "application":  # of which there may be any number alike
            continue
        with pytest.raises(Exception, match=r"(?i)unique"):
            await connection.execute_script(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(other)})")


async def test_single_statements_take_turns_on_a_few_connections(empty_database_url: str, tmp_path: Path) -> None:
    """However many are asked for at once, and whoever of them leaves while waiting or in the middle."""
    async with database.opened(load(database_url=empty_database_url, jwt_secret=SECRET, data_dir=tmp_path)):
        client = database.connection()
        assert isinstance(client, postgres.Client)

        async def one(number: int) -> tuple[int, int]:
            (row,) = await client.fetch("SELECT $1::int, pg_backend_pid(), pg_sleep(0.02)", [number])
            return row[0], row[1]

        for _ in range(2):
            waiting = [asyncio.create_task(one(number)) for number in range(60)]
            await asyncio.sleep(0.03)
            for task in waiting[1::2]:
                task.cancel()
            ended = await asyncio.gather(*waiting, return_exceptions=True)
            answers = [each for each in ended if not isinstance(each, BaseException)]
            assert [number for number, _ in answers if number % 2 == 0] == list(range(0, 60, 2))
            assert sum(isinstance(each, asyncio.CancelledError) for each in ended) == 60 - len(answers) > 0
        # No turn was lost: as many as may are still on their way at the same time.
        together = await asyncio.gather(*(one(number) for number in range(3 * postgres.STATEMENT_CONNECTIONS)))
        assert len({process for _, process in together}) == postgres.STATEMENT_CONNECTIONS
