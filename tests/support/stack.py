"""A whole JobForge of a test's own, to be killed, frozen, starved and started again, and what must be true then."""

import asyncio
import os
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self, cast

import redis
from servers import Postgres, Redis, migrate, psql
from services import AD, RESUME, JobForge, Service, User, settings_for
from wire_servers import Answer, Asked, WireServer

from jobforge.documents.offline.report import write_report
from jobforge.documents.writing_input import Material

PHASES = ("research", "resume", "cover-letter")
STARTS = {
    "research": "startResearch",
    "resume": "startResumeOptimization",
    "cover-letter": "startCoverLetter",
}
COUNT_UNFINISHED = "SELECT count(*) FROM phase_run WHERE status NOT IN ('completed', 'failed', 'cancelled')"
DOUBLED = """
SELECT count(*) FROM (
  SELECT (SELECT count(*) FROM phase_run r WHERE r.application_id = a.id AND r.phase = kinds.phase
          AND r.status = 'completed') AS runs,
         (SELECT count(*) FROM document d JOIN document_version v ON v.document_id = d.id
          WHERE d.application_id = a.id AND d.document_type = kinds.document AND v.author = 'ai') AS versions
  FROM application a, (SELECT 'research' AS phase, 'research_report' AS document
                       UNION ALL SELECT 'resume', 'optimized_resume'
                       UNION ALL SELECT 'cover_letter', 'cover_letter') AS kinds) AS counts
WHERE runs <> versions"""


def patience(seconds: float) -> float:
    """A generous bound for what should take `seconds`: the machine may have other things to do."""
    return seconds * float(os.environ.get("JOBFORGE_TEST_PATIENCE", "3"))


class SlowProvider(WireServer):
    """Writes a document of some hundred pieces with a pause after each; counts the streams that clients gave up."""

    def __init__(self) -> None:
        super().__init__()
        self.pause = 0.0
        material = Material(
            resume=RESUME,
            ad=AD,
            company_name="Harbour Fit-Out",
            role_title="Electrician",
            user_name="Robin Ashgrove",
            today=date(2026, 11, 22),
        )
        self.text = write_report(material).text
        self.given_up = threading.Event()
        self.open = 0

    async def _answer(
        self, asked: Asked, answer: Answer, writer: asyncio.StreamWriter, gone: "asyncio.Task[bytes]"
    ) -> None:
        self.open += 1
        try:
            await super()._answer(asked, Answer(self.text), cast("asyncio.StreamWriter", _Paced(writer, self)), gone)
        finally:
            self.open -= 1
            if asked.left.is_set():
                self.given_up.set()


class _Paced:
    """A stream writer that rests after each write for as long as the provider's pause."""

    def __init__(self, writer: asyncio.StreamWriter, provider: SlowProvider) -> None:
        self._writer = writer
        self._provider = provider

    def __getattr__(self, name: str) -> Any:
        return getattr(self._writer, name)

    async def drain(self) -> None:
        await self._writer.drain()
        await asyncio.sleep(self._provider.pause)


@dataclass
class Figures:
    """What was measured, by name; the largest of each is what counts."""

    seen: dict[str, list[float]] = field(default_factory=dict)

    def note(self, name: str, value: float) -> None:
        self.seen.setdefault(name, []).append(value)

    def lines(self) -> Iterator[str]:
        for name, values in self.seen.items():
            ordered = sorted(values)
            middle = ordered[len(ordered) // 2]
            yield f"{name}: {len(values)} measured, median {middle:.3g}, largest {ordered[-1]:.3g}"


class Stack:
    """PostgreSQL, Redis, API processes and workers: all may be broken, and `settle` waits until all is well again."""

    def __init__(self, logs: Path, *, apis: int = 1, workers: int = 1, provider: SlowProvider, **settings: str) -> None:
        self.logs = logs
        self.provider = provider
        self.postgres = Postgres()
        self.redis = Redis()
        self._counts = (apis, workers)
        self._settings = settings
        self._exits = ExitStack()
        self.rng = random.Random()

    def __enter__(self) -> Self:
        enter = self._exits.enter_context
        enter(self.postgres)
        enter(self.redis)
        migrate(self.postgres.url())
        self.settings = settings_for(
            self.provider,
            JOBFORGE_DATABASE_URL=self.postgres.url(),
            JOBFORGE_REDIS_URL=self.redis.url(),
            **self._settings,
        )
        apis, workers = self._counts
        self.apis = [enter(JobForge("serve", self.settings, self.logs / f"serve-{n}")) for n in range(apis)]
        self.workers = [enter(JobForge("worker", self.settings, self.logs / f"worker-{n}")) for n in range(workers)]
        self.service = enter(Service("stack", [*self.apis, *self.workers], self.provider))  # type: ignore[arg-type]
        return self

    def __exit__(self, *exc: object) -> None:
        for server in (self.redis, self.postgres, *self.apis, *self.workers):
            if server.running:
                server.thaw()
        self._exits.close()

    def add_worker(self) -> None:
        worker = JobForge("worker", self.settings, self.logs / f"worker-{len(self.workers)}")
        self.workers.append(self._exits.enter_context(worker))

    def query(self, statement: str) -> str:
        return psql(self.postgres.url(), statement)

    def number(self, statement: str) -> int:
        return int(self.query(statement))

    def redis_client(self) -> "redis.Redis":
        return redis.Redis.from_url(self.redis.url(), socket_timeout=5)

    def settle(self, seconds: float) -> float:
        """Waits until no run is left to do; gives the seconds that it took."""
        began = time.monotonic()
        wait_for(lambda: self.number(COUNT_UNFINISHED) == 0, seconds, lambda: self.query("SELECT * FROM phase_run"))
        return time.monotonic() - began

    def check(self) -> None:
        """Nothing lost, nothing doubled: each run has ended, each completed one made one version."""
        assert self.number(COUNT_UNFINISHED) == 0
        assert self.number(DOUBLED) == 0


class Embedded:
    """One `jobforge up` of a test's own."""

    def __init__(self, logs: Path, provider: SlowProvider, **settings: str) -> None:
        self.provider = provider
        self.process = JobForge("up", settings_for(provider, **settings), logs / "up")

    def __enter__(self) -> Self:
        self.process.__enter__()
        self.service = Service("own", [self.process], self.provider).__enter__()  # type: ignore[arg-type]
        return self

    def __exit__(self, *exc: object) -> None:
        self.service.__exit__()
        self.process.close()

    @property
    def database(self) -> Path:
        return self.process.directory / "jobforge.sqlite3"

    def query(self, statement: str) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)) as opened:
            return opened.execute(statement).fetchall()

    def number(self, statement: str) -> int:
        return int(self.query(statement)[0][0])

    def settle(self, seconds: float) -> float:
        began = time.monotonic()
        wait_for(lambda: self.number(COUNT_UNFINISHED) == 0, seconds, lambda: self.query("SELECT * FROM phase_run"))
        return time.monotonic() - began

    def check(self) -> None:
        assert self.number(COUNT_UNFINISHED) == 0
        assert self.number(DOUBLED) == 0
        assert self.query("PRAGMA integrity_check") == [("ok",)]


def wait_for(good: Callable[[], bool], seconds: float, seen: Callable[[], object] = lambda: "") -> None:
    """Waits until something is so. Fails after the seconds with what is seen then."""
    deadline = time.monotonic() + seconds
    while not good():
        assert time.monotonic() < deadline, f"not within {seconds:g} s: {seen()}"
        time.sleep(0.05)


def three_applications(user: User) -> dict[str, str]:
    """An application for each phase, with all documents made, so that any phase may be started again."""
    user.resume()
    made = {phase: user.application() for phase in PHASES}
    for phase in PHASES:
        for application in made.values():
            user.start(application, phase)
        for application in made.values():
            assert user.settled(application)["status"] == "completed"
    return made


def start_again(user: User, application: str, phase: str) -> str:
    """Starts a finished phase once more; gives the run's id."""
    asked = f"mutation ($id: ID!) {{ run: {STARTS[phase]}(applicationId: $id, again: true) {{ id }} }}"
    return str(user.data(asked, id=application)["run"]["id"])


@contextmanager
def paced(provider: SlowProvider, pause: float) -> Iterator[None]:
    """Slows the provider down for a while."""
    provider.pause = pause
    try:
        yield
    finally:
        provider.pause = 0.0
