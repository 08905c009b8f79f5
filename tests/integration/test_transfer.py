"""`jobforge transfer` brings everything from SQLite to PostgreSQL, however often it is interrupted, or says why not."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest
from servers import psql
from services import JobForge, Providers, Service, User, settings_for, until

OPERATIONS = Path(__file__).parents[2] / "schema" / "operations"
STORED = Path(__file__).parents[1] / "data" / "stored-2026-11.sqlite3"
MANY = 1300
"""Rows of one table: more than two batches."""


def command(data: Path, url: str, *words: str) -> tuple[list[str], dict[str, str]]:
    asked = [sys.executable, "-c", "from jobforge.cli import main; main()", "transfer", *words]
    return asked, {**os.environ, "JOBFORGE_DATA_DIR": str(data), "JOBFORGE_DATABASE_URL": url}


def transfer(data: Path, url: str, *words: str) -> subprocess.CompletedProcess[str]:
    asked, environment = command(data, url, *words)
    return subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=120, check=False)


def tables(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as source:
        names = [name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return sorted(name for name in names if name != "aerich" and not name.startswith("sqlite_"))


def counts(url: str, names: list[str]) -> dict[str, int]:
    return {name: int(psql(url, f"SELECT count(*) FROM {name}")) for name in names}


def source_counts(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file)) as source:
        return {name: source.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables(file)}


@contextmanager
def locked(url: str, table: str) -> Iterator[None]:
    """Keep everybody from writing to a table: whoever tries waits."""
    with held(url, f"LOCK TABLE {table} IN EXCLUSIVE MODE"):
        yield


@contextmanager
def held(url: str, statement: str) -> Iterator[None]:
    """Keep a transaction open after a statement, and roll it back in the end."""
    words = [sys.executable, "-c", HOLD, url, statement]
    holder = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    try:
        yield
    finally:
        holder.communicate(b"\n")


HOLD = """
import asyncio, sys, asyncpg
async def hold():
    connection = await asyncpg.connect(sys.argv[1])
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute(sys.argv[2])
    print("held", flush=True)
    sys.stdin.readline()
    await transaction.rollback()
    await connection.close()
asyncio.run(hold())
"""


def kill_when_it_waits(data: Path, url: str) -> None:
    """Start a transfer, and kill it without a warning when it waits for a lock."""
    asked, environment = command(data, url)
    with subprocess.Popen(asked, env=environment, stderr=subprocess.DEVNULL) as running:
        waiting = (
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        until(lambda: psql(url, waiting), lambda number: number == "1")
        running.kill()


class Filled(NamedTuple):
    """A stopped service with rows in every table."""

    process: JobForge
    user: User
    application: str
    answers: dict[str, object]

    @property
    def database(self) -> Path:
        return self.process.directory / "jobforge.sqlite3"


@pytest.fixture(scope="module")
def filled(providers: Providers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    log = tmp_path_factory.mktemp("filled") / "log"
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="offline"), log)
    with process, Service("source", [process], providers) as service:
        user = service.user()
        user.resume()
        application, deleted = user.application("Zoë & Söhne"), user.application()
        user.finish(application, "research", "resume", "cover-letter")
        operate(user, "addNote", applicationId=application, text="Rang: 'back on Monday' \u2028 \U0001f600")
        operate(user, "setTags", applicationIds=[application], add=["near"])
        operate(user, "moveApplication", id=application, stage="APPLIED")
        operate(user, "createAccessToken", name="script", scopes=["READ"])
        operate(user, "deleteApplication", id=deleted)
        answers = everything(user, application)
        process.stop()
        with closing(sqlite3.connect(process.directory / "jobforge.sqlite3")) as source, source:
            add_rows(source, user.id, application)
        yield Filled(process, user, application, answers)


def operate(user: User, operation: str, /, **variables: object) -> object:
    return user.data((OPERATIONS / f"{operation}.graphql").read_text(), **variables)


def everything(user: User, application: str) -> dict[str, object]:
    """What the API answers to the questions of a page."""
    asked: dict[str, dict[str, object]] = {
        "application": {"id": application},
        "match": {"id": application},
        **{name: {} for name in ("applications", "applicationCounts", "resumes", "me", "bin", "calendarUrl")},
    }
    found = {name: operate(user, name, **variables) for name, variables in asked.items()}
    for kind in ("research_report", "optimized_resume", "cover_letter"):
        found[kind] = operate(user, "document", applicationId=application, documentType=kind.upper())
        found[f"rest {kind}"] = user.rest("GET", f"/applications/{application}/documents/{kind}").json()
    return json.loads(json.dumps(found).replace(user.service.urls[0], "here"))  # type: ignore[no-any-return]


def add_rows(source: sqlite3.Connection, user: str, application: str) -> None:
    """Fill the tables that need a model, and one with more rows than a batch has."""
    day = "2026-11-26 01:02:03.000004+00:00"
    keys = [(str(uuid4()), f"key {number}", user, day) for number in range(MANY)]
    source.executemany("INSERT INTO idempotency_key VALUES (?1, ?2, 'A', 'd', ?1, ?4, ?3)", keys)
    reading = json.dumps({"model": "m", "statements": [{"share": 0.5, "count": 3, "text": "\u00e9"}]}, indent=1)
    columns = "id, ad_digest, resume_digest, content, created_at, application_id, user_id"
    row = (str(uuid4()), "a", "r", reading, day, application, user)
    source.execute(f"INSERT INTO ad_reading ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    columns = "id, run_id, phase, provider, model, month, input_tokens, cost_micros, created_at, user_id"
    for owner in (user, None):
        usage = (str(uuid4()), str(uuid4()), "research", "anthropic", "m", "2026-11", 2**31 - 1, 2**62, day, owner)
        source.execute(f"INSERT INTO usage_entry ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", usage)


def test_killed_wherever_and_run_again_everything_arrives_and_is_answered_alike(
    filled: Filled, empty_database_url: str, redis_url: str, providers: Providers, logs: Path
) -> None:
    url, data = empty_database_url, filled.process.directory
    before = filled.database.read_bytes()
    expected = source_counts(filled.database)
    assert all(expected.values()), expected
    assert run_migrate(filled, url).returncode == 0
    with locked(url, "user_account"):
        kill_when_it_waits(data, url)
        assert not any(counts(url, list(expected)).values())
    with locked(url, "idempotency_key"):
        kill_when_it_waits(data, url)
        arrived = counts(url, list(expected))
        assert arrived["user_account"] == expected["user_account"]
        assert arrived["idempotency_key"] == 0
    with held(url, key_of_a_later_batch(filled)):
        kill_when_it_waits(data, url)
        assert 0 < counts(url, ["idempotency_key"])["idempotency_key"] < MANY  # in the middle of a table
    with locked(url, "phase_run"):
        kill_when_it_waits(data, url)
    done = transfer(data, url)
    assert done.returncode == 0, done.stderr
    assert counts(url, list(expected)) == expected
    again = transfer(data, url)
    assert again.returncode == 0, again.stderr
    assert filled.database.read_bytes() == before
    assert not list(data.glob(".*"))
    servers = {"JOBFORGE_DATABASE_URL": url, "JOBFORGE_REDIS_URL": redis_url, "JOBFORGE_AI": "offline"}
    process = JobForge("serve", settings_for(providers, **servers), logs / "transferred")
    with process, Service("target", [process], providers) as service:
        account_there = {"id": filled.user.id, "email": filled.user.email, "access_token": filled.user.token}
        assert everything(User(service, account_there), filled.application) == filled.answers


def key_of_a_later_batch(filled: Filled) -> str:
    """Return a statement that adds a row whose id a later row of the source has: what comes to it waits."""
    with closing(sqlite3.connect(filled.database)) as source:
        asked = "SELECT id, user_id FROM idempotency_key ORDER BY id LIMIT 1 OFFSET ?"
        key, user = source.execute(asked, (MANY - 100,)).fetchone()
    return (
        "INSERT INTO idempotency_key (id, key, operation, digest, result_id, created_at, user_id) "
        f"VALUES ('{key}', 'held', 'A', 'd', '{key}', now(), '{user}')"
    )


def run_migrate(filled: Filled, url: str) -> subprocess.CompletedProcess[str]:
    asked = [sys.executable, "-c", "from jobforge.cli import main; main()", "migrate"]
    environment = {**filled.process.environment(), "JOBFORGE_DATABASE_URL": url}
    return subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_an_older_file_is_migrated_in_a_copy_only(tmp_path: Path, empty_database_url: str) -> None:
    content = STORED.read_bytes()
    file = tmp_path / "older.sqlite3"
    shutil.copy(STORED, file)
    done = transfer(tmp_path, empty_database_url, "--from", str(file))
    assert done.returncode == 0, done.stderr
    assert file.read_bytes() == content
    expected = source_counts(STORED)
    assert counts(empty_database_url, list(expected)) == expected


def test_an_erased_user_does_not_come_back(tmp_path: Path, empty_database_url: str) -> None:
    shutil.copy(STORED, tmp_path / "jobforge.sqlite3")
    with closing(sqlite3.connect(STORED)) as source:
        (erased, _), (_, other) = source.execute("SELECT id, email FROM user_account").fetchall()
    (tmp_path / "erased-users").write_text(f"{erased}\n")
    done = transfer(tmp_path, empty_database_url)
    assert done.returncode == 0, done.stderr
    assert psql(empty_database_url, "SELECT email FROM user_account") == other
    assert psql(empty_database_url, f"SELECT count(*) FROM application WHERE user_id = '{erased}'") == "0"


def test_a_target_with_other_rows_is_refused_and_left_as_it_is(tmp_path: Path, empty_database_url: str) -> None:
    url = empty_database_url
    shutil.copy(STORED, tmp_path / "jobforge.sqlite3")
    assert transfer(tmp_path, url).returncode == 0
    for change in ("UPDATE resume SET name = 'Changed' WHERE id =", "DELETE FROM resume WHERE id ="):
        psql(url, f"{change} (SELECT id FROM resume ORDER BY id LIMIT 1)")
        before = counts(url, tables(STORED))
        refused = transfer(tmp_path, url)
        assert refused.returncode == 2, refused.stderr
        assert "table resume holds rows" in refused.stderr
        assert counts(url, tables(STORED)) == before


def test_a_difference_in_the_end_is_named(tmp_path: Path, empty_database_url: str) -> None:
    """Somebody else's trigger changes what arrives: the rows are as many, and not the same."""
    url = empty_database_url
    shutil.copy(STORED, tmp_path / "jobforge.sqlite3")
    psql(url, "CREATE SCHEMA other")
    assert transfer(tmp_path, url).returncode == 0
    names = ", ".join(tables(STORED))
    psql(url, f"TRUNCATE {names} CASCADE")
    psql(
        url,
        "CREATE FUNCTION other.shout() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN NEW.name = upper(NEW.name); RETURN NEW; END $$",
    )
    psql(url, "CREATE TRIGGER shout BEFORE INSERT ON resume FOR EACH ROW EXECUTE FUNCTION other.shout()")
    failed = transfer(tmp_path, url)
    assert failed.returncode == 1, failed.stderr
    assert "resume (4 and 4 rows)" in failed.stderr
    assert "application" not in failed.stderr.partition("jobforge: ")[2]


def test_a_running_source_a_wrong_target_and_a_missing_file_are_refused(
    providers: Providers, logs: Path, tmp_path: Path, empty_database_url: str
) -> None:
    with JobForge("up", settings_for(providers), logs / "running-source") as process:
        refused = transfer(process.directory, empty_database_url)
    assert refused.returncode == 2
    assert "Another JobForge process" in refused.stderr
    for url, word in ((f"sqlite://{tmp_path / 'x'}", "PostgreSQL"), (empty_database_url, "no database")):
        refused = transfer(tmp_path, url)
        assert refused.returncode == 2
        assert word in refused.stderr
    assert psql(empty_database_url, "SELECT to_regclass('user_account')") == ""


def test_no_table_numbers_its_rows(database_url: str) -> None:
    """A sequence would have to be set after a transfer; the migrations' own table is not transferred."""
    owners = "SELECT DISTINCT table_name FROM information_schema.columns WHERE column_default LIKE 'nextval%'"
    assert psql(database_url, owners) == "aerich"
    assert psql(database_url, "SELECT count(*) FROM information_schema.columns WHERE is_identity = 'YES'") == "0"
