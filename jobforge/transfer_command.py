"""`jobforge transfer`: from SQLite to PostgreSQL, at the terminal."""

import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from jobforge import command_database, settings
from jobforge.errors import ConfigurationError, JobForgeError
from jobforge.settings import Settings
from jobforge.storage import backup, database, postgres
from jobforge.storage.transfer import TransferFailed, holds_data, transfer


def source_settings(file: Path | None) -> Settings:
    """Return the settings of the database to be read: a file, else that of the data directory."""
    return settings.load(
        database_url=f"sqlite://{file.absolute()}" if file else "",
        redis_url="",
        jwt_secret="",  # nosec B106
    )


def target_settings(url: str) -> Settings:
    """Return the settings of the database to be filled. Raises ConfigurationError."""
    target = settings.load(database_url=url, redis_url="", jwt_secret=secrets.token_hex())
    if not target.on_postgres:
        raise ConfigurationError("The target must be PostgreSQL: postgres://user:password@host/name.")
    return target


async def move(source: Settings, target: Settings, console: Console) -> dict[str, int]:
    """Copy all tables, with a progress bar; return the number of rows by table.

    Raises ConfigurationError when one of the two cannot be used, JobForgeError when not all has arrived."""
    with backup.snapshot(source) as copy:
        copied = source_settings(copy)
        async with command_database.opened(copied):
            await database.migrate(copied)
        async with command_database.opened(target):
            if await database.pending(target) and await holds_data(target.database):
                raise ConfigurationError("The target holds data of an older JobForge. Name an empty database.")
            await database.migrate(target)
        title, step = TextColumn("Transfer"), TextColumn("{task.fields[step]}")
        with (
            Progress(title, BarColumn(), step, TimeElapsedColumn(), console=console) as bars,
            closing(sqlite3.connect(copy)) as rows,
        ):
            task = bars.add_task("", total=1.0, step="")
            try:
                counts = await transfer(
                    rows, target.database, lambda share, step: bars.update(task, completed=share, step=step)
                )
            except postgres.CONNECTION_ERRORS as error:
                raise TransferFailed(
                    f"The connection to PostgreSQL broke ({error}). Run the command again: it goes on where it stopped."
                ) from None
            except JobForgeError:
                bars.update(task, step="failed")
                raise
            bars.update(task, completed=1.0, step="done")
            return counts
