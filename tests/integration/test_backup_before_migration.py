"""A database that holds data is copied before it is migrated."""

import asyncio
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import asyncpg
from servers import POSTGRES_PROGRAMS, psql
from services import SECRET

STORED = Path(__file__).parents[1] / "data" / "stored-2026-11"


async def load(url: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(STORED.with_suffix(".sql").read_text())
    await connection.close()


def run(name: str, data: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from jobforge.cli import main; main()", name, *words]
    environment = {**os.environ, "JOBFORGE_DATA_DIR": str(data), **settings}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def migrate(data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    done = run("migrate", data, **settings)
    assert done.returncode == 0, done.stderr
    return done


def test_a_new_database_is_not_copied(tmp_path: Path) -> None:
    migrate(tmp_path)
    assert not list(tmp_path.glob("*before*"))


def test_an_older_sqlite_database_is_copied_once(tmp_path: Path) -> None:
    older = STORED.with_suffix(".sqlite3")
    shutil.copy(older, tmp_path / "jobforge.sqlite3")
    done = migrate(tmp_path)
    (copy,) = tmp_path.glob("jobforge.sqlite3.before-*")
    assert str(copy) in done.stderr
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as opened, closing(sqlite3.connect(older)) as source:
        for connection in (opened, source):
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        versions = [c.execute("SELECT version FROM aerich ORDER BY id").fetchall() for c in (opened, source)]
        assert versions[0] == versions[1]
    content = copy.read_bytes()
    migrate(tmp_path)
    assert [file.read_bytes() for file in tmp_path.glob("*before*")] == [content]


def test_an_older_postgresql_database_is_dumped_where_that_can_be(tmp_path: Path, empty_database_url: str) -> None:
    asyncio.run(load(empty_database_url))
    settings = {"JOBFORGE_DATABASE_URL": empty_database_url, "JOBFORGE_JWT_SECRET": SECRET}
    without = tmp_path / "programs"
    without.mkdir()
    done = migrate(tmp_path, **settings, PATH=str(without))
    assert "pg_dump is not installed" in done.stderr


def test_a_dump_is_taken_by_pg_dump_and_a_failure_changes_nothing(tmp_path: Path, empty_database_url: str) -> None:
    asyncio.run(load(empty_database_url))
    settings = {"JOBFORGE_DATABASE_URL": empty_database_url, "JOBFORGE_JWT_SECRET": SECRET}
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "pg_dump"
    program.write_text("#!/bin/sh\necho 'server version mismatch' >&2\nexit 1\n")
    program.chmod(0o700)
    path = f"{programs}:{os.environ['PATH']}"
    refused = run("migrate", tmp_path, **settings, PATH=path)
    assert refused.returncode == 2
    assert "server version mismatch" in refused.stderr
    assert psql(empty_database_url, "SELECT count(*) FROM aerich") == "2"
    program.unlink()
    program.symlink_to(POSTGRES_PROGRAMS / "pg_dump")
    migrate(tmp_path, **settings, PATH=path)
    (dump,) = tmp_path.glob("jobforge.before-*.dump")
    assert stat.S_IMODE(dump.stat().st_mode) == 0o600
    assert dump.read_bytes().startswith(b"PGDMP")


def test_whoever_has_a_backup_migrates_without_a_copy(tmp_path: Path, empty_database_url: str) -> None:
    asyncio.run(load(empty_database_url))
    settings = {"JOBFORGE_DATABASE_URL": empty_database_url, "JOBFORGE_JWT_SECRET": SECRET}
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho 'server version mismatch' >&2\nexit 1\n")
    program.chmod(0o700)
    path = f"{tmp_path}:{os.environ['PATH']}"
    assert "jobforge migrate --no-copy" in run("migrate", tmp_path, **settings, PATH=path).stderr
    done = run("migrate", tmp_path, "--no-copy", **settings, PATH=path)
    assert done.returncode == 0, done.stderr
    assert "applied" in done.stdout
    assert not list(tmp_path.glob("*before*"))
