"""The connection to the database, and its migrations. Tables are in `models`."""

import contextlib
import fcntl
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import asyncpg
from aerich import Command
from aerich.models import Aerich
from tortoise import Tortoise
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.context import TortoiseContext, require_context
from tortoise.exceptions import DBConnectionError, OperationalError

from jobforge.errors import ConfigurationError
from jobforge.settings import Settings
from jobforge.storage import postgres, private_files

APP = "models"
POOL = 16
MIGRATION_LOCK = 0x4A6F62466F726765  # any number of our own, so that two migrations wait for each other

_here = Path(__file__).parent.parent
MIGRATIONS = _here / "migrations" if (_here / "migrations").is_dir() else _here.parent / "migrations"


def config(settings: Settings) -> dict[str, Any]:
    """What Tortoise and aerich need to know."""
    connection = expand_db_url(settings.database)
    if settings.on_postgres:
        connection["engine"] = postgres.__name__
        connection["credentials"].update(minsize=1, maxsize=POOL, timeout=5)
    else:
        connection["credentials"].update(busy_timeout=5000)
    return {
        "connections": {"default": connection},
        "apps": {APP: {"models": ["jobforge.storage.models", "aerich.models"], "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[TortoiseContext]:
    """The database, for every task of this process, until the block ends."""
    with nullcontext() if settings.on_postgres else alone(settings):
        if not settings.on_postgres:
            file = Path(settings.database.removeprefix("sqlite://"))
            with contextlib.suppress(FileExistsError):  # SQLite gives what it makes beside it the same mode
                private_files.create(file)
        EXECUTOR_CACHE.clear()  # it remembers statements by the connection's name, whatever its dialect
        context = await Tortoise.init(config=config(settings), _enable_global_fallback=True)
        try:
            yield context
        finally:
            await context.close_connections()


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Keeps other processes off the embedded database: two that write to one file get in each other's way.

    Raises ConfigurationError when another process has it."""
    file = Path(settings.database.removeprefix("sqlite://"))
    private_files.make_directory(file.parent)
    private_files.tighten(file, settings.data_dir)
    guard = file.with_name(file.name + ".lock")
    with contextlib.suppress(FileExistsError):
        private_files.create(guard)
    with guard.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ConfigurationError(
                f"Another JobForge process uses {file}. Stop it first, or set JOBFORGE_DATA_DIR to another directory."
            ) from None
        yield


def connection() -> BaseDBAsyncClient:
    """The open database's client, for what models cannot say."""
    return require_context().connections.get("default")


def location(settings: Settings) -> Path:
    """Where the migrations of this dialect lie."""
    return MIGRATIONS / ("postgres" if settings.on_postgres else "sqlite")


async def migrate(settings: Settings) -> list[str]:
    """Brings the open database up to date; gives the migrations that ran. Two at once wait for each other."""
    command = Command(config(settings), app=APP, location=str(location(settings)))
    await command.init()
    if not settings.on_postgres:
        return await command.upgrade()
    # A connection of its own: inside a transaction aerich's look at a table that is not there yet would end it.
    holder = await asyncpg.connect(settings.database)
    try:
        await holder.execute("SELECT pg_advisory_lock($1)", MIGRATION_LOCK)
        return await command.upgrade()
    finally:
        await holder.close()


def migrations(settings: Settings) -> list[str]:
    """Return the names of all migrations of this dialect, in their order."""
    return sorted(file.name for file in (location(settings) / APP).glob("[0-9]*_*.py"))


async def pending(settings: Settings) -> list[str]:
    """The migrations that the open database still lacks."""
    target = migrations(settings)
    try:
        done = {str(version) for version in await Aerich.filter(app=APP).values_list("version", flat=True)}
    except OperationalError:
        done = set()
    return [name for name in target if name not in done]


def is_away(error: BaseException) -> bool:
    """Whether the error says that the database cannot be reached or has no room, rather than that we asked wrongly."""
    error = _cause(error)
    if isinstance(error, sqlite3.OperationalError):
        return any(text in str(error) for text in ("disk is full", "locked", "unable to open", "disk I/O", "readonly"))
    return isinstance(error, (DBConnectionError, TimeoutError, *postgres.CONNECTION_ERRORS, *postgres.REFUSALS))


def is_damaged(error: BaseException) -> bool:
    """Whether SQLite says that its file is damaged or none of its own."""
    return isinstance(error := _cause(error), sqlite3.DatabaseError) and any(
        text in str(error) for text in ("not a database", "malformed")
    )


def _cause(error: BaseException) -> BaseException:
    """Return the driver's error inside Tortoise's."""
    while isinstance(error, OperationalError) and error.args and isinstance(error.args[0], BaseException):
        error = error.args[0]
    return error


def is_conflict(error: BaseException) -> bool:
    """Whether the database ended a transaction in favour of another one; nothing of it was written."""
    return isinstance(_cause(error), postgres.CONFLICTS)


def pool_use() -> tuple[int, int]:
    """Return how many connections the pool to PostgreSQL has and how many of them are idle; zeros on SQLite."""
    pool: Any = getattr(require_context().connections.get("default"), "_pool", None)
    return (pool.get_size(), pool.get_idle_size()) if hasattr(pool, "get_idle_size") else (0, 0)
