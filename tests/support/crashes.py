"""Deaths, absences and silences, each a round to be repeated, which ends with nothing lost and nothing doubled."""

import asyncio
import contextlib
import json
import random
import resource
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import psutil
import sockets
from services import PASSWORD, User
from stack import PHASES, Embedded, Figures, Stack, paced, patience, start_again, three_applications, wait_for
from websockets.exceptions import ConnectionClosed

PAUSE = 0.006
"""Seconds between two pieces of a text: a phase then takes about two."""

FOLLOW = "subscription ($id: ID!, $after: ID) { phaseEvents(applicationId: $id, after: $after) { __typename id } }"


class Ready:
    """A user with three applications on a stack, made once for many rounds."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.user = stack.service.user()
        self.applications = three_applications(self.user)

    def start_all(self) -> list[str]:
        self.stack.settle(patience(30))
        return [start_again(self.user, self.applications[phase], phase) for phase in PHASES]

    def end(self, runs: list[str], seconds: float) -> float:
        """Waits for the runs' ends; gives the seconds that it took. All must have been completed."""
        took = self.stack.settle(seconds)
        wanted = f"SELECT count(*) FROM phase_run WHERE status = 'completed' AND id IN ({_listed(runs)})"
        assert self.stack.number(wanted) == len(runs), self.stack.query("SELECT * FROM phase_run")
        self.stack.check()
        return took


def _listed(runs: list[str]) -> str:
    return ", ".join(f"'{run}'" for run in runs)


def worker_killed(ready: Ready, figures: Figures, lease: float) -> None:
    """kill -9 at a random moment while all three phases run; another worker ends them."""
    stack = ready.stack
    (worker,) = stack.workers
    with paced(stack.provider, PAUSE):
        runs = ready.start_all()
        time.sleep(stack.rng.uniform(0.0, 2.5))
        worker.kill()
    worker.start()
    figures.note("worker killed: seconds until all runs ended", ready.end(runs, patience(lease + 15)))


def api_killed_before_enqueue(ready: Ready, figures: Figures) -> None:
    """kill -9 of the API after the run's row was committed and before a message was sent: Redis keeps it waiting."""
    stack = ready.stack
    (api,) = stack.apis
    before = stack.number("SELECT count(*) FROM phase_run")
    user, application = ready.user, ready.applications["research"]
    answered: list[object] = []

    def ask() -> None:
        with contextlib.suppress(httpx.TransportError):
            answered.append(start_again(user, application, "research"))

    stack.redis.freeze()
    try:
        asking = threading.Thread(target=ask)
        asking.start()
        wait_for(lambda: stack.number("SELECT count(*) FROM phase_run") > before, patience(10))
        api.kill()
        asking.join()
    finally:
        stack.redis.thaw()
    assert not answered
    run = stack.query("SELECT id FROM phase_run ORDER BY created_at DESC LIMIT 1")
    with stack.redis_client() as client:
        assert not any(client.scan_iter(f"arq:job:{run}*"))
    api.start()
    figures.note("API killed before it enqueued: seconds until the run ended", ready.end([run], patience(15)))


def redis_emptied(ready: Ready, figures: Figures) -> None:
    """kill -9 of Redis while phases run and wait; it comes back with nothing in it."""
    stack = ready.stack
    with paced(stack.provider, PAUSE):
        runs = ready.start_all()
        time.sleep(stack.rng.uniform(0.0, 1.5))
        stack.redis.kill()
        stack.redis.start()
        figures.note("Redis restarted empty: seconds until all runs ended", ready.end(runs, patience(20)))


def redis_away(ready: Ready, figures: Figures, seconds: float) -> None:
    """Redis gone for a while: reads are unharmed, starts are taken, workers live on and catch up."""
    stack = ready.stack
    user = ready.user
    pids = [worker.pid for worker in stack.workers]
    with paced(stack.provider, PAUSE):
        running = start_again(user, ready.applications["research"], "research")
        time.sleep(stack.rng.uniform(0.0, 0.5))
        stack.redis.kill()
        gone = time.monotonic()
        fresh = user.application()
        began = time.monotonic()
        started = user.rest("POST", f"/processing/applications/{fresh}/research")
        assert started.status_code == 202, started.text
        figures.note("Redis away: seconds a start takes", time.monotonic() - began)
        while time.monotonic() - gone < seconds:
            began = time.monotonic()
            for path in ("/applications", f"/applications/{fresh}", "/resumes", "/auth/me"):
                assert user.rest("GET", path).status_code == 200
            figures.note("Redis away: seconds that four reads take", time.monotonic() - began)
            login = user.rest("POST", "/auth/login", {"email": user.email, "password": PASSWORD})
            assert login.status_code == 200
            time.sleep(0.2)
        stack.redis.start()
    ended = ready.end([running], patience(20))
    figures.note("Redis away: seconds from its return until all runs ended", ended)
    assert [worker.pid for worker in stack.workers if worker.running] == pids


def redis_frozen(ready: Ready, figures: Figures) -> None:
    """Redis that is there and answers nothing: nobody waits for it for long."""
    stack = ready.stack
    user = ready.user
    with paced(stack.provider, PAUSE):
        running = start_again(user, ready.applications["research"], "research")
        fresh = user.application()
        stack.redis.freeze()
        try:
            for path in ("/applications", f"/applications/{fresh}", "/resumes", "/auth/me"):
                assert user.rest("GET", path).status_code == 200
            login = user.rest("POST", "/auth/login", {"email": user.email, "password": PASSWORD})
            assert login.status_code == 200
            began = time.monotonic()
            started = user.rest("POST", f"/processing/applications/{fresh}/research")
            assert started.status_code == 202, started.text
            took = time.monotonic() - began
        finally:
            stack.redis.thaw()
        figures.note("Redis frozen: seconds a start takes", took)
        figures.note("Redis frozen: seconds until all runs ended", ready.end([running], patience(20)))
    assert took < patience(5)


def worker_frozen(ready: Ready, figures: Figures, lease: float) -> None:
    """SIGSTOP beyond the lease, then SIGCONT: what was thought dead writes nothing."""
    stack = ready.stack
    first, second = stack.workers
    second.stop()
    with paced(stack.provider, PAUSE):
        runs = ready.start_all()
        time.sleep(stack.rng.uniform(0.2, 1.5))
        first.freeze()
        second.start()
        figures.note("worker stopped: seconds until all runs ended", ready.end(runs, patience(lease + 15)))
        before = _everything(stack)
        first.thaw()
        time.sleep(2.0)
        assert _everything(stack) == before
    assert first.running
    stack.check()


_RENEWED = (
    *("coverage_share", "coverage_proved", "coverage_listed", "coverage_missing", "coverage_key"),
    *("coverage_outdated_since", "verdict", "verdict_key", "verdict_outdated_since", "change_number"),
)
"""Columns that any worker computes from the others at any time: see operations/renewal.py."""


def _everything(stack: Stack) -> str:
    """Return a digest of each table that phases write, without what is computed from its texts later."""
    left_out = ", ".join(f"'{column}'" for column in _RENEWED)
    return "\n".join(
        stack.query(
            f"SELECT count(*), md5(string_agg(r::text, '|' ORDER BY r::text))"
            f" FROM (SELECT to_jsonb(t) - ARRAY[{left_out}] AS r FROM {table} t) AS rows_of_table"
        )
        for table in ("document", "document_version", "phase_run", "application")
    )


def worker_terminated(ready: Ready, figures: Figures) -> None:
    """SIGTERM: the phases that run are handed back and use up no try; exit status 0."""
    stack = ready.stack
    (worker,) = stack.workers
    with paced(stack.provider, PAUSE):
        runs = ready.start_all()
        time.sleep(stack.rng.uniform(0.0, 1.5))
        began = time.monotonic()
        worker.stop()
        figures.note("SIGTERM: seconds until the worker had ended", time.monotonic() - began)
    assert worker.process is not None
    assert worker.process.returncode == 0
    left = stack.query(f"SELECT DISTINCT status, attempt FROM phase_run WHERE id IN ({_listed(runs)})")
    worker.start()
    assert set(left.splitlines()) <= {"queued|1", "completed|1"}, left
    ready.end(runs, patience(15))
    assert stack.number(f"SELECT max(attempt) FROM phase_run WHERE id IN ({_listed(runs)})") == 1


def api_terminated(ready: Ready, figures: Figures) -> None:
    """SIGTERM: subscribers get 1012, so that they come back; a stream of events ends without `complete`; exit 0."""
    stack = ready.stack
    (api,) = stack.apis
    application = ready.applications["research"]
    asked = {"query": FOLLOW, "variables": {"id": application}}
    headers = ready.user.headers | {"Accept": "text/event-stream"}

    async def watch() -> None:
        async with (
            sockets.connected(api.url, ready.user.token) as socket,
            httpx.AsyncClient(timeout=patience(20)) as client,
            client.stream("POST", f"{api.url}/graphql", json=asked, headers=headers) as stream,
        ):
            await socket.subscribe("1", FOLLOW, {"id": application})
            lines = stream.aiter_lines()
            assert await anext(lines) == ":"
            await asyncio.sleep(0.3)
            api.process.send_signal(signal.SIGTERM)  # type: ignore[union-attr]
            assert await socket.closed() == 1012
            rest = [line async for line in lines]
            assert not any(line.startswith("event: complete") for line in rest)

    with paced(stack.provider, PAUSE):
        runs = ready.start_all()
        asyncio.run(watch())
        began = time.monotonic()
        assert api.process is not None
        assert api.process.wait(patience(10)) == 0
        figures.note("SIGTERM: seconds until the API had ended", time.monotonic() - began)
        api.start()
        ready.end(runs, patience(20))


def postgres_restarted(ready: Ready, figures: Figures, seconds: float) -> None:
    """PostgreSQL restarted while clients read and write: few requests fail, each with the envelope."""
    stack = ready.stack
    user = ready.user
    failures: list[tuple[float, int, str]] = []
    count = 0
    ending = time.monotonic() + seconds
    names = iter(range(1_000_000))

    async def client(http: httpx.AsyncClient) -> None:
        nonlocal count
        while time.monotonic() < ending:
            number = next(names)
            url = f"{stack.apis[number % len(stack.apis)].url}/api/v1"
            if number % 5 == 0:
                body = {"company_name": f"Load {number}", "role_title": "Electrician", "job_description": "x" * 60}
                answer = await http.post(f"{url}/applications", json=body)
            else:
                path = ("/applications?limit=5", "/auth/me", "/resumes", "/applications?limit=1")[number % 4]
                answer = await http.get(url + path)
            count += 1
            if answer.status_code >= 400:
                failures.append((time.monotonic(), answer.status_code, answer.text))

    async def load() -> None:
        async with httpx.AsyncClient(headers=user.headers, timeout=30) as http:
            await asyncio.gather(*(client(http) for _ in range(8)))

    with paced(stack.provider, PAUSE):
        runs = ready.start_all()
        loading = threading.Thread(target=lambda: asyncio.run(load()))
        loading.start()
        time.sleep(stack.rng.uniform(0.3, 0.5) * seconds)
        began = time.monotonic()
        stack.postgres.restart()
        back = time.monotonic()
        figures.note("PostgreSQL restarted: seconds it was away", back - began)
        loading.join()
        ready.end(runs, patience(20))
    for _, status, text in failures:
        assert status == 503, (status, text)
        assert json.loads(text)["error"]["code"] == "SERVICE_UNAVAILABLE"
    share = len(failures) / count
    figures.note("PostgreSQL restarted: share of failed requests in percent", 100 * share)
    figures.note("PostgreSQL restarted: requests", count)
    healed = max((at - back for at, _, _ in failures), default=0.0)
    figures.note("PostgreSQL restarted: seconds after its return until the last failure", max(healed, 0.0))
    assert share < 0.01, failures[:3]
    assert healed < patience(5)


def embedded_killed(own: Embedded, user: User, applications: dict[str, str], figures: Figures) -> None:
    """kill -9 of `jobforge up` while its phases run; started again, the runs go on."""
    rng = random.Random()
    with paced(own.provider, PAUSE):
        for phase in PHASES:
            start_again(user, applications[phase], phase)
        time.sleep(rng.uniform(0.0, 2.0))
        own.process.kill()
    own.process.start()
    figures.note("`up` killed: seconds from its return until all runs ended", own.settle(patience(30)))
    own.check()
    assert own.number("SELECT count(*) FROM phase_run WHERE status <> 'completed'") == 0


def embedded_terminated(own: Embedded, user: User, applications: dict[str, str], figures: Figures) -> None:
    """SIGTERM of `jobforge up` while its phases run: handed back, no try used up, exit 0; started again, they go on."""
    with paced(own.provider, PAUSE):
        runs = [start_again(user, applications[phase], phase) for phase in PHASES]
        time.sleep(random.uniform(0.0, 1.5))
        began = time.monotonic()
        own.process.stop()
        figures.note("SIGTERM: seconds until `up` had ended", time.monotonic() - began)
    assert own.process.process is not None
    assert own.process.process.returncode == 0
    tries = f"SELECT DISTINCT status, attempt FROM phase_run WHERE id IN ({_listed(runs)})"
    assert set(own.query(tries)) <= {("queued", 1), ("completed", 1)}, own.query(tries)
    own.process.start()
    own.settle(patience(15))
    own.check()
    assert {attempt for _, attempt in own.query(tries)} == {1}


def disk_full(own: Embedded, user: User, figures: Figures) -> None:
    """No byte more fits into the embedded database: a clear error, nothing corrupt, and later all is well."""
    wal = own.database.with_name(own.database.name + "-wal")
    kept = len(user.rest("GET", "/applications?limit=100").json())
    application = user.application()
    with _no_file_over(own.process.pid, max(wal.stat().st_size, own.database.stat().st_size)):
        refused: list[httpx.Response] = []
        for _ in range(3000):  # the write-ahead log may just have been begun anew, and have room up to its size
            if len(refused) == 40:
                break
            answer = user.rest(
                "POST",
                "/applications",
                {"company_name": "Full", "role_title": "Electrician", "job_description": "x" * 10_000},
            )
            if answer.status_code != 201:
                refused.append(answer)
        assert len(refused) == 40
        for answer in refused:
            assert answer.status_code == 503, answer.text
            assert answer.json()["error"]["code"] == "SERVICE_UNAVAILABLE"
        assert user.rest("GET", f"/applications/{application}").status_code == 200
        # A small write may still find room where a large one does not. Whichever it is, it is said.
        start = user.rest("POST", f"/processing/applications/{application}/research")
        assert start.status_code in (202, 503), start.text
    figures.note("disk full: requests refused with 503", len(refused))
    if start.status_code == 503:
        wait_for(
            lambda: user.rest("POST", f"/processing/applications/{application}/research").status_code == 202,
            patience(5),
        )
    own.settle(patience(20))
    own.check()
    assert len(user.rest("GET", "/applications?limit=100").json()) >= min(kept, 100)


@contextmanager
def _no_file_over(pid: int, size: int) -> Iterator[None]:
    process = psutil.Process(pid)
    _, most = process.rlimit(resource.RLIMIT_FSIZE)
    process.rlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        process.rlimit(resource.RLIMIT_FSIZE, (most, most))


def cursor_survives(ready: Ready, figures: Figures) -> None:
    """A subscriber that comes back with its last event's id, after the API, the worker or Redis went, misses nothing
    and sees nothing twice."""
    stack = ready.stack
    (api,), (worker,) = stack.apis, stack.workers
    application = ready.applications["resume"]

    async def follow(after: str, until: float) -> list[dict[str, str]]:
        seen: list[dict[str, str]] = []
        with contextlib.suppress(ConnectionClosed, TimeoutError, OSError):
            async with asyncio.timeout(until), sockets.connected(api.url, ready.user.token) as socket:
                await socket.subscribe("1", FOLLOW, {"id": application, "after": after})
                while True:
                    message = await socket.receive()
                    assert message["type"] == "next", message
                    event = message["payload"]["data"]["phaseEvents"]
                    seen.append(event)
                    if event["__typename"] in ("PhaseCompleted", "PhaseFailed"):
                        break
        return seen

    for broken in (api.kill, worker.kill, stack.redis.kill):
        last = stack.query(
            f"SELECT lpad(fence::text, 10, '0') || '-' || lpad(sequence::text, 10, '0') FROM phase_run "
            f"WHERE application_id = '{application}' ORDER BY fence DESC LIMIT 1"
        )
        with paced(stack.provider, PAUSE):
            run = start_again(ready.user, application, "resume")
            seen = asyncio.run(follow(last, 1.0))
            broken()
            for server in (stack.redis, api, worker):
                if not server.running:
                    server.start()
            deadline = time.monotonic() + patience(40)
            while not seen or seen[-1]["__typename"] != "PhaseCompleted":
                assert time.monotonic() < deadline, seen
                seen += asyncio.run(follow(seen[-1]["id"] if seen else last, 10))
            ready.end([run], patience(20))
        ids = [event["id"] for event in seen]
        assert ids == sorted(set(ids)), seen
        assert seen[-1]["__typename"] == "PhaseCompleted"
        figures.note("event cursor: events seen over a breakdown", len(ids))
