"""Backups that are whole or nothing, and files that only their owner may read."""

import os
import resource
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from services import SECRET

from jobforge import security
from jobforge.errors import ConfigurationError
from jobforge.settings import Settings, load
from jobforge.storage import backup, database
from jobforge.storage.models import User


@pytest.fixture
def chosen(tmp_path: Path) -> Settings:
    return load(data_dir=tmp_path / "data", jwt_secret=SECRET, bcrypt_cost=4)


async def make(chosen: Settings, users: int = 1) -> Path:
    async with database.opened(chosen):
        await database.migrate(chosen)
        for number in range(users):
            await User.create(email=f"{number}@example.com", full_name="x" * 250, password_hash="-")
    return Path(chosen.database.removeprefix("sqlite://"))


def emails(file: Path) -> int:
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as opened:
        return int(opened.execute("SELECT count(*) FROM user_account").fetchone()[0])


def names(directory: Path) -> set[str]:
    return {file.name for file in directory.iterdir()}


def modes(directory: Path) -> dict[str, str]:
    return {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in sorted(directory.rglob("*"))}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277 & 0o077])
async def test_files_are_private_whatever_the_umask(chosen: Settings, tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        async with database.opened(chosen):
            await database.migrate(chosen)
            await User.create(email="a@example.com", full_name="A", password_hash="-")
            security._stored_secret.cache_clear()
            security.secret_keys(chosen.model_copy(update={"jwt_secret": ()}))
            copy = tmp_path / "data" / "copy"
            backup.backup(chosen, copy)
            found = modes(chosen.data_dir)
    finally:
        os.umask(before)
    assert len(found) >= 4
    assert set(found.values()) == {"0o600"}, found
    assert stat.S_IMODE(chosen.data_dir.stat().st_mode) == 0o700


async def test_files_of_an_older_version_are_tightened_at_the_start(chosen: Settings) -> None:
    file = await make(chosen)
    file.chmod(0o644)
    chosen.data_dir.chmod(0o755)
    await make(chosen, 0)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(chosen.data_dir.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["what?", "a#b", "100%", "50%20off", "a b"])
async def test_a_backup_may_have_any_name(chosen: Settings, tmp_path: Path, name: str) -> None:
    await make(chosen, 3)
    target = tmp_path / name
    backup.backup(chosen, target)
    assert emails(target) == 3
    assert names(tmp_path) == {"data", name}
    await make(load(data_dir=tmp_path / "other", jwt_secret=SECRET))
    kept = backup.restore(load(data_dir=tmp_path / "other", jwt_secret=SECRET), target)
    assert kept is not None
    assert (emails(tmp_path / "other" / "jobforge.sqlite3"), emails(kept)) == (3, 1)


def limited(code: str, size: int) -> "subprocess.CompletedProcess[str]":
    """Runs code in a process that may write no file larger than `size`: what a full disk looks like."""
    script = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {resource.RLIM_INFINITY}));"
        "from pathlib import Path; from jobforge.settings import load; from jobforge.storage import backup\n"
        f"try:\n    {code}\nexcept Exception as error:\n    print(type(error).__name__, error)"
    )
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)


async def test_a_full_disk_leaves_everything_as_it_was(chosen: Settings, tmp_path: Path) -> None:
    file = await make(chosen, 500)
    whole = tmp_path / "whole"
    backup.backup(chosen, whole)
    await make(chosen, 0)
    before = {name: mode for name, mode in modes(tmp_path).items() if not name.endswith(("-wal", "-shm"))}
    settings = f"load(data_dir=Path({str(chosen.data_dir)!r}), jwt_secret={SECRET!r})"
    said = limited(f"backup.backup({settings}, Path({str(tmp_path / 'new')!r}))", 100_000)
    assert "ConfigurationError" in said.stdout, said
    assert "Nothing was changed" in said.stdout
    said = limited(f"backup.restore({settings}, Path({str(whole)!r}))", 100_000)
    assert "ConfigurationError" in said.stdout, said
    assert emails(file) == 500
    after = {name: mode for name, mode in modes(tmp_path).items() if not name.endswith(("-wal", "-shm"))}
    assert after == before


async def test_a_backup_with_something_added_is_refused(chosen: Settings, tmp_path: Path) -> None:
    file = await make(chosen)
    for statement, word in (
        ("CREATE TRIGGER evil AFTER INSERT ON user_account BEGIN DELETE FROM resume; END", "evil"),
        ("INSERT INTO aerich (version, app, content) VALUES ('999_20991231_future.py', 'models', '{}')", "999_"),
        ("DROP TABLE phase_run", "not a sound"),
    ):
        copy = tmp_path / word.strip()
        backup.backup(chosen, copy)
        with closing(sqlite3.connect(copy)) as opened:
            opened.execute(statement)
            opened.commit()
        with pytest.raises(ConfigurationError, match=word):
            backup.restore(chosen, copy)
    assert emails(file) == 1


async def test_an_interrupted_start_leaves_no_empty_secret(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = chosen.model_copy(update={"jwt_secret": ()})
    chosen.data_dir.mkdir(parents=True)

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    security._stored_secret.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            security.secret_keys(bare)
    assert not (chosen.data_dir / "jwt_secret").exists()
    (secret,) = security.secret_keys(bare)
    assert len(secret.encode()) >= 32
    security._stored_secret.cache_clear()
    assert security.secret_keys(bare) == [secret]
