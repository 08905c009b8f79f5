"""Many at once: runs by the thousand, subscribers by the hundred, and one who changes their mind."""

import asyncio
import contextlib
import json
import time
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import httpx
import psutil
import sockets
from services import AD, User
from stack import DOUBLED, PHASES, Figures, SlowProvider, Stack, paced, patience, start_again, wait_for

WATCH = "subscription ($id: ID!) { phaseEvents(applicationId: $id) { __typename id at } }"
MIB = 1024 * 1024


async def _start_many(stack: Stack, user: User, number: int) -> None:
    """Makes that many applications, and starts the first phase of each at about the same time."""
    limits = httpx.Limits(max_connections=16)
    async with httpx.AsyncClient(headers=user.headers, timeout=patience(60), limits=limits) as http:

        async def ask(count: int, path: str, body: dict[str, str] | None, status: int) -> dict[str, Any]:
            url = stack.apis[count % len(stack.apis)].url
            answer = await http.post(f"{url}/api/v1{path}", json=body)
            assert answer.status_code == status, answer.text
            said: dict[str, Any] = answer.json()
            return said

        given = {"company_name": "Harbour Fit-Out", "role_title": "Electrician", "job_description": AD}
        made = await asyncio.gather(*(ask(n, "/applications", given, 201) for n in range(number)))
        starts = [f"/processing/applications/{application['id']}/research" for application in made]
        await asyncio.gather(*(ask(n, path, None, 202) for n, path in enumerate(starts)))


def many_runs(stack: Stack, figures: Figures, number: int) -> None:
    """All of `number` runs end, and another user's one run does not wait for them."""
    crowd, other = stack.service.user(), stack.service.user()
    crowd.resume()
    other.resume()
    single = other.application()
    for worker in stack.workers:
        worker.stop()
    began = time.monotonic()
    asyncio.run(_start_many(stack, crowd, number))
    figures.note("many runs: seconds until all were started", time.monotonic() - began)
    other.start(single, "research")
    left = stack.number("SELECT count(*) FROM phase_run WHERE status = 'queued'")
    assert left == number + 1
    began = time.monotonic()
    for worker in stack.workers:
        worker.start()
    stack.settle(patience(60 + number * 0.5))
    figures.note("many runs: seconds from the workers' start until all had ended", time.monotonic() - began)
    assert stack.number("SELECT count(*) FROM phase_run WHERE status <> 'completed'") == 0
    assert stack.number(DOUBLED) == 0
    before = stack.number(
        "SELECT count(*) FROM phase_run r, phase_run own WHERE own.application_id = "
        f"'{single}' AND r.started_at < own.started_at"
    )
    figures.note("many runs: of those waiting, how many were taken up before another user's one", before)
    figures.note("many runs: how many waited when another user started one", left)
    assert before <= max(60, left // 10)
    attempts = stack.number("SELECT max(attempt) FROM phase_run")
    assert attempts == 1


def cancelled(stack: Stack, user: User, application: str, figures: Figures) -> None:
    """A cancellation in the middle of a text stops the provider's stream, and the run leaves no document."""
    versions = stack.number("SELECT count(*) FROM document_version")
    provider: SlowProvider = stack.provider
    with paced(provider, 0.05):
        run = start_again(user, application, "research")
        wait_for(lambda: provider.open > 0, patience(10))
        time.sleep(stack.rng.uniform(0.0, 1.0))
        provider.given_up.clear()
        began = time.monotonic()
        asked = "mutation ($id: ID!) { cancelProcessing(applicationId: $id) { id status } }"
        assert user.data(asked, id=application)["cancelProcessing"] == {"id": run, "status": "CANCELLED"}
        assert provider.given_up.wait(patience(2))
        figures.note("cancellation: seconds until the provider's stream was closed", time.monotonic() - began)
    time.sleep(0.5)
    assert stack.query(f"SELECT status FROM phase_run WHERE id = '{run}'") == "cancelled"
    assert stack.number("SELECT count(*) FROM document_version") == versions


def subscribers(stack: Stack, user: User, figures: Figures, number: int, seconds: float) -> None:
    """Many sockets listen while phases run: each event reaches each of them soon, and their memory comes back."""
    (api,) = stack.apis
    process = psutil.Process(api.pid)
    applications = [user.application() for _ in range(20)]
    for phase in PHASES:
        for application in applications:
            user.start(application, phase)
        for application in applications:
            user.settled(application)
    # The first crowd only widens what the allocator keeps for the next one.
    small = process.memory_info().rss
    asyncio.run(_listen(stack, user, Figures(), applications, number, min(seconds, 60)))
    before = process.memory_info().rss
    figures.note("subscribers: MiB that the API keeps for the next crowd after the first", (before - small) / MIB)
    asyncio.run(_listen(stack, user, figures, applications, number, seconds))
    time.sleep(2)
    grown = (process.memory_info().rss - before) / MIB
    figures.note("subscribers: MiB more after the second crowd left", grown)
    assert grown <= 20
    stack.settle(patience(30))


async def _listen(
    stack: Stack, user: User, figures: Figures, applications: list[str], number: int, seconds: float
) -> None:
    (api,) = stack.apis
    late: list[float] = []
    ended: list[int] = []
    ready = asyncio.Semaphore(20)

    async def listen(own: int, together: asyncio.Barrier) -> None:
        async with contextlib.AsyncExitStack() as leaving:
            async with ready:
                socket = await leaving.enter_async_context(sockets.connected(api.url, user.token))
            await socket.subscribe("1", WATCH, {"id": applications[own % len(applications)]})
            await together.wait()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    while True:
                        message = json.loads(await socket.connection.recv())
                        if message["type"] == "next":
                            at = datetime.fromisoformat(message["payload"]["data"]["phaseEvents"]["at"])
                            late.append((datetime.now(UTC) - at).total_seconds())
                        elif message["type"] == "ping":
                            await socket.send("pong")
                        else:
                            raise AssertionError(message)
            ended.append(own)

    async def work(together: asyncio.Barrier) -> None:
        await together.wait()
        ending = time.monotonic() + seconds - 2
        turn = 0
        while time.monotonic() < ending:
            two = [applications[(turn + n) % len(applications)] for n in range(2)]
            for application in two:
                await asyncio.to_thread(start_again, user, application, "research")
            for application in two:
                await asyncio.to_thread(user.settled, application)
            turn += 2

    together = asyncio.Barrier(number + 1)
    with paced(stack.provider, 0.01):
        await asyncio.gather(work(together), *(listen(n, together) for n in range(number)))
    assert len(ended) == number
    assert late
    ordered = sorted(late)
    figures.note("subscribers: how many", number)
    figures.note("subscribers: events received", len(late))
    figures.note("subscribers: seconds from an event to its reader, the slowest", ordered[-1])
    figures.note("subscribers: seconds from an event to its reader, 99 of 100", ordered[int(len(late) * 0.99)])
    assert ordered[-1] < patience(1)


def exported(stack: Stack, figures: Figures, number: int) -> None:
    """A large account is exported while others are answered as quickly as before, and in little memory."""
    (api,) = stack.apis
    owner, other = stack.service.user(), stack.service.user()
    application = owner.application()
    stack.query(
        "INSERT INTO application SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).* "
        f"FROM application one, generate_series(2, {number}) WHERE one.id = '{application}'"
    )
    alone = asyncio.run(_answered(api.url, other, asyncio.sleep(2)))
    process = psutil.Process(api.pid)
    asyncio.run(_download(api.url, owner, process))  # what one export leaves with the allocator, the next one uses
    size, grown = 0, 0

    async def export() -> None:
        nonlocal size, grown
        size, grown = await _download(api.url, owner, process)

    beside = asyncio.run(_answered(api.url, other, export()))
    figures.note("exports: MiB of one", size / MIB)
    figures.note("exports: MiB of memory more while one is streamed", grown / MIB)
    figures.note("exports: seconds that 99 of 100 other requests took before", alone)
    figures.note("exports: seconds that 99 of 100 other requests took meanwhile", beside)
    assert size > number * len(AD)
    assert grown < 50 * MIB
    assert beside < patience(10 * alone + 0.05)


async def _download(url: str, user: User, process: psutil.Process) -> tuple[int, int]:
    """Export an account; return its bytes and by how many the process grew meanwhile."""
    before = largest = process.memory_info().rss
    size = 0
    async with (
        httpx.AsyncClient(headers=user.headers, timeout=patience(60)) as http,
        http.stream("GET", f"{url}/api/v1/account/export") as answer,
    ):
        assert answer.status_code == 200
        async for piece in answer.aiter_raw():
            size += len(piece)
            largest = max(largest, process.memory_info().rss)
    return size, largest - before


async def _answered(url: str, user: User, work: Coroutine[Any, Any, None]) -> float:
    """Return the seconds within which 99 of 100 small requests were answered until the work was done."""
    took = []
    working = asyncio.ensure_future(work)
    async with httpx.AsyncClient(headers=user.headers, timeout=patience(30)) as http:
        while not working.done():
            began = time.monotonic()
            assert (await http.get(f"{url}/api/v1/auth/me")).status_code == 200
            took.append(time.monotonic() - began)
            await asyncio.sleep(0.002)
    await working
    return sorted(took)[int(len(took) * 0.99)]
