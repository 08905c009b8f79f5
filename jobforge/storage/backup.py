"""Backup and restore of the embedded data: one SQLite file, and the secret that signed the tokens stays where it is."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from jobforge.errors import ConfigurationError
from jobforge.settings import Settings
from jobforge.storage import database


def backup(settings: Settings, target: Path) -> None:
    """Copies the database into `target` by SQLite's own online backup. Raises ConfigurationError."""
    source = _embedded(settings, "backup")
    if not source.is_file():
        raise ConfigurationError(f"There is no data in {source.parent} to back up.")
    if target.exists():
        raise ConfigurationError(f"{target} exists already. Name a new file.")
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    _check(target)


def restore(settings: Settings, source: Path) -> Path | None:
    """Puts the backup in the database's place; gives where what was there before is kept. Raises ConfigurationError."""
    target = _embedded(settings, "restore")
    _check(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    with database.alone(settings):
        kept = None
        if target.is_file():
            kept = target.with_name(f"{target.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
            with closing(sqlite3.connect(target)) as live:
                live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            target.rename(kept)
        for rest in ("-wal", "-shm"):
            target.with_name(target.name + rest).unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(target)) as live:
            copy.backup(live)
    return kept


def _embedded(settings: Settings, command: str) -> Path:
    if settings.on_postgres:
        tool = {"backup": "pg_dump", "restore": "pg_restore"}[command]
        raise ConfigurationError(f"`jobforge {command}` is for the embedded database. Use {tool} for PostgreSQL.")
    return Path(settings.database.removeprefix("sqlite://"))


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
            sound = opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours = opened.execute("SELECT count(*) FROM sqlite_master WHERE name = 'phase_run'").fetchone()[0] == 1
    except sqlite3.DatabaseError:
        sound = ours = False
    if not (sound and ours):
        raise ConfigurationError(f"{file} is not a sound JobForge backup.")
