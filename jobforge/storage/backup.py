"""Backup and restore of the embedded data: one SQLite file, and the secret that signed the tokens stays where it is.

Both write beside the target, check what they wrote, and swap: a full disk leaves everything as it was.
"""

import os
import shutil
import sqlite3
import subprocess  # nosec B404
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import UUID

from jobforge.errors import ConfigurationError
from jobforge.settings import Settings
from jobforge.storage import database, private_files

_COMPANIONS = ("-wal", "-shm", "-journal")


def backup(settings: Settings, target: Path) -> None:
    """Copy the database into `target` by SQLite's own online backup. Raises ConfigurationError."""
    source = _embedded(settings, "backup")
    if not source.is_file():
        raise ConfigurationError(f"There is no data in {source.parent} to back up.")
    if target.exists():
        raise ConfigurationError(f"{target} exists already. Name a new file.")
    beside = _copy(source, target)
    try:
        private_files.publish(beside, target)
    except OSError as error:
        raise _unwritable(target, error) from None
    finally:
        beside.unlink(missing_ok=True)


def before_migration(settings: Settings, migration: str) -> Path | None:
    """Copy the database beside itself before its first missing migration; return the copy.

    PostgreSQL is copied by `pg_dump`; None where that is not installed. A copy from an earlier try is kept as it is:
    what a migration left half-done is not put in its place. Raises ConfigurationError when there is no room."""
    name = f"before-{migration.removesuffix('.py')}"
    if settings.on_postgres:
        return _dump(settings, settings.data_dir / f"jobforge.{name}.dump")
    source = _embedded(settings, "backup")
    target = source.with_name(f"{source.name}.{name}")
    if not target.exists():
        backup(settings, target)
    return target


def _dump(settings: Settings, target: Path) -> Path | None:
    program = shutil.which("pg_dump")
    if program is None or target.exists():
        return target if target.exists() else None
    address = urlsplit(settings.database)
    # By the environment: arguments can be read by every user of the machine.
    connection = {
        "PGHOST": address.hostname or "",
        "PGPORT": str(address.port or 5432),
        "PGUSER": unquote(address.username or ""),
        "PGPASSWORD": unquote(address.password or ""),
        "PGDATABASE": unquote(address.path.removeprefix("/")),
    }
    private_files.make_directory(target.parent)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        private_files.create(beside)
        command = [program, "--format=custom", f"--file={beside}"]
        where = os.environ | connection
        subprocess.run(command, env=where, check=True, capture_output=True)  # noqa: S603  # nosec B603
        beside.replace(target)
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise ConfigurationError(
            f"pg_dump failed before the migration ({' '.join(reason)}). Nothing was changed. Install the version "
            "of the server, or back the database up yourself and run `jobforge migrate --no-copy`."
        ) from None
    except OSError as error:
        raise _unwritable(target, error) from None
    finally:
        beside.unlink(missing_ok=True)
    return target


def restore(settings: Settings, source: Path) -> Path | None:
    """Put the backup in the database's place; return where what was there before is kept.

    Raises ConfigurationError; then everything is as it was."""
    target = _embedded(settings, "restore")
    _check(source, settings)
    private_files.make_directory(target.parent)
    with database.alone(settings):
        beside = _copy(source, target)
        remaining = None
        try:
            _check(beside, settings)
            _erase_again(settings, beside)
            if target.is_file():
                remaining = target.with_name(f"{target.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
                with closing(sqlite3.connect(_uri(target, "rw"), uri=True)) as live:
                    live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                _keep(target, remaining)
            for companion in _COMPANIONS:
                target.with_name(target.name + companion).unlink(missing_ok=True)
            beside.replace(target)
            private_files.sync_directory(target.parent)
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(target, error) from None
        finally:
            beside.unlink(missing_ok=True)
    return remaining


@contextmanager
def snapshot(settings: Settings) -> Iterator[Path]:
    """Copy the embedded database beside itself, without erased users, and keep its service from running meanwhile.

    The copy is the caller's to change; it is deleted in the end, and so is one that a killed process left. Raises
    ConfigurationError when the database is in use, missing or none of ours."""
    source = _embedded(settings, "backup")
    if not source.is_file():
        raise ConfigurationError(f"There is no database at {source}.")
    if not os.access(source.parent, os.W_OK):
        raise ConfigurationError(f"{source.parent} is read-only, and a copy is made there. Copy the file elsewhere.")
    with database.alone(settings):
        _check(source, settings)
        target = source.with_name(f"{source.name}.snapshot")
        _remove_copies(target)
        try:
            beside = _copy(source, target)
            _erase_again(settings, beside)
            yield beside
        finally:
            _remove_copies(target)


def _remove_copies(target: Path) -> None:
    """Remove what `_copy` made for a target, by whatever process, and what was made beside that."""
    for file in target.parent.iterdir():
        if file.name.startswith(f".{target.name}."):
            file.unlink(missing_ok=True)


def note_erased(settings: Settings, user_id: UUID) -> None:
    """Note beside the embedded database that a user was erased, for backups that are restored later."""
    if settings.on_postgres:
        return
    file = _erased(settings)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as notes:
        notes.write(f"{user_id}\n")


def _erased(settings: Settings) -> Path:
    return Path(settings.database.removeprefix("sqlite://")).with_name("erased-users")


def _erase_again(settings: Settings, database_file: Path) -> None:
    """Delete from a restored database whoever was erased after it was backed up."""
    notes = _erased(settings)
    if not notes.is_file():
        return
    with closing(sqlite3.connect(database_file)) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        for line in notes.read_text().split():
            opened.execute("DELETE FROM user_account WHERE id = ?", (line,))
        opened.commit()


def _keep(target: Path, remaining: Path) -> None:
    try:
        os.link(target, remaining)
    except OSError:  # not every file system has links
        shutil.copy2(target, remaining)


def _embedded(settings: Settings, command: str) -> Path:
    if settings.on_postgres:
        tool = {"backup": "pg_dump", "restore": "pg_restore"}[command]
        raise ConfigurationError(f"`jobforge {command}` is for the embedded database. Use {tool} for PostgreSQL.")
    return Path(settings.database.removeprefix("sqlite://"))


def _copy(source: Path, target: Path) -> Path:
    """Return a private copy of a database beside the target, whole and on the disk. Raises ConfigurationError."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.copy")
    try:
        with suppress(FileNotFoundError):
            beside.unlink()
        private_files.create(beside)
        with (
            closing(sqlite3.connect(_uri(source, "ro"), uri=True)) as live,
            closing(sqlite3.connect(_uri(beside, "rw"), uri=True)) as copy,
        ):
            live.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        with beside.open("rb") as written:
            os.fsync(written.fileno())
    except (OSError, sqlite3.Error) as error:
        for name in (beside.name, *(beside.name + companion for companion in _COMPANIONS)):
            beside.with_name(name).unlink(missing_ok=True)
        raise _unwritable(target, error) from None
    return beside


def _unwritable(target: Path, error: Exception) -> ConfigurationError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return ConfigurationError(f"{target} cannot be written: {reason}. Nothing was changed.")


def _check(file: Path, settings: Settings) -> None:
    """Raise ConfigurationError unless the file is a whole database of ours, of no newer version, with nothing added."""
    try:
        with closing(sqlite3.connect(_uri(file, "ro"), uri=True)) as opened:
            sound = opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            objects = dict(opened.execute("SELECT name, type FROM sqlite_master"))
            applied = {row[0] for row in opened.execute("SELECT version FROM aerich")} if "aerich" in objects else set()
    except sqlite3.Error:
        sound, objects, applied = False, {}, set()
    if not sound or objects.get("phase_run") != "table":
        raise ConfigurationError(f"{file} is not a sound database of JobForge.")
    # What is executed by itself when rows change is not ours: a backup may come from anywhere.
    if foreign := sorted(name for name, kind in objects.items() if kind in ("trigger", "view")):
        raise ConfigurationError(f"{file} holds what JobForge never made: {', '.join(foreign)}.")
    if newer := sorted(applied - set(database.migrations(settings))):
        raise ConfigurationError(f"{file} is of a newer JobForge ({', '.join(newer)}). Update JobForge first.")


def _uri(file: Path, mode: str) -> str:
    """Return SQLite's address of a file, whatever its name."""
    return f"{file.absolute().as_uri()}?mode={mode}"
