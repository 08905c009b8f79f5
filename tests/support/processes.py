"""Processes that tests may start, stop, kill, freeze and start again, and that never outlive the tests."""

import os
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

TIMEOUT_SECONDS = 60.0  # seconds until a server that gives no sign of life counts as broken


def run(
    *command: object, user: int | None = None, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    """What a command prints. Raises RuntimeError with its last words when it fails."""
    asked = list(map(str, command))
    done = subprocess.run(asked, user=user, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{asked[0]} ended with status {done.returncode}:\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout.strip()


def free_port() -> int:
    """A loopback port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Guard:
    """Ends processes and removes directories when this process is gone, by whatever death.

    A process of its own (guard.py) waits for the end of a pipe that only this one holds. Linux's parent-death
    signal would not do: it follows the thread that started the child."""

    def __init__(self) -> None:
        script = str(Path(__file__).with_name("guard.py"))
        self._process = subprocess.Popen(
            [sys.executable, script], stdin=subprocess.PIPE, text=True, start_new_session=True
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

    name: str
    user: int | None = None
    stop_signal: ClassVar[signal.Signals] = signal.SIGTERM
    guard_signal: ClassVar[signal.Signals] = signal.SIGKILL

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix=f"jobforge-{self.name}-"))
        guard().will_remove(self.directory)
        self.log = self.directory / "log"
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    def environment(self) -> Mapping[str, str]:
        return os.environ

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
        """Starts and waits until it answers. Raises RuntimeError, with the log's end, if it does not."""
        assert not self.running, f"{self.name} runs already"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(),
                cwd=self.directory,
                env=self.environment(),
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
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while not self.answers():
            if not self.running or time.monotonic() > deadline:
                said = self.log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"{self.name} on port {self.port} does not answer:\n{said}")
            time.sleep(0.02)

    def _end(self, number: signal.Signals) -> None:
        if self.process is not None and self.running:
            self.process.send_signal(number)
            self.process.send_signal(signal.SIGCONT)
            self.process.wait(TIMEOUT_SECONDS)
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
