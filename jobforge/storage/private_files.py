"""Files that only their owner may read, whatever the umask: resumes, tokens and everything else a user entrusts."""

import contextlib
import os
from pathlib import Path

DIRECTORY_MODE = 0o700
FILE_MODE = 0o600


def make_directory(directory: Path) -> None:
    """Create the directory, private; one of ours that exists already is tightened by `tighten`."""
    if not directory.is_dir():
        directory.mkdir(mode=DIRECTORY_MODE, parents=True, exist_ok=True)
        directory.chmod(DIRECTORY_MODE)


def create(file: Path) -> None:
    """Create an empty private file. Raises FileExistsError."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    file.chmod(FILE_MODE)


def tighten(database: Path, directory: Path) -> None:
    """Make the data directory, the database and what SQLite keeps beside it private; files of others are left alone."""
    if database.parent == directory:
        with contextlib.suppress(OSError):
            directory.chmod(DIRECTORY_MODE)
    for file in database.parent.glob(f"{_escaped(database.name)}*"):
        if file.is_file() and file.stat().st_mode & 0o077:
            with contextlib.suppress(OSError):
                file.chmod(FILE_MODE)


def publish(beside: Path, target: Path) -> None:
    """Give a finished file its name, unless there is one of that name. Raises FileExistsError."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # not every file system has links
        if target.exists():
            raise FileExistsError from None
        beside.rename(target)


def sync_directory(directory: Path) -> None:
    """Have the directory's entries survive a loss of power."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _escaped(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)
