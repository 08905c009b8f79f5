"""What more processes bring, and what a phase costs the servers: `python benchmarks/scaling.py`, on Linux.

Takes an empty, migrated PostgreSQL and a Redis from JOBFORGE_DATABASE_URL and JOBFORGE_REDIS_URL, and
JOBFORGE_JWT_SECRET. One worker carries out PHASES (300) offline phases, and the servers say what they wrote. Then
SUBSCRIBERS users (2000), each with one subscription, are spread over 1, 2, 4 and 8 API processes, and events are
published: a fixed number, then a number that grows with the processes. Redis itself says how many messages it delivered
and how many bytes it sent to each process. Counts depend on no clock; only the phases a second do.
"""

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from uuid import UUID

import asyncpg
import fanout
import httpx
import psutil
from redis.asyncio import Redis

from jobforge.messaging.event_log import channel

SUBSCRIBERS = int(os.environ.get("SUBSCRIBERS", "2000"))
EVENTS = 8000
"""Of a fixed load; a growing one is an eighth of it a process."""
PHASES = int(os.environ.get("PHASES", "300"))
PROCESSES = (1, 2, 4, 8)
IDLE_SECONDS = 5
STATISTICS_SECONDS = 12  # until an idle session of PostgreSQL has handed in what it counted
PORT = 8320
COMMAND = str(Path(sys.executable).with_name("jobforge"))
PREPARE = "mutation ($id: ID!) { prepareApplication(applicationId: $id) { id } }"
RESUME = (Path(__file__).parents[1] / "examples" / "resume.md").read_text()
AD = (Path(__file__).parents[1] / "examples" / "ad.txt").read_text()


@dataclass(frozen=True)
class Account:
    """A user with one application."""

    id: UUID
    token: str
    application: str

    def crowd(self) -> fanout.Crowd:
        return fanout.Crowd(self.id, self.token)


@asynccontextmanager
async def servers(number: int) -> AsyncIterator[list[subprocess.Popen[bytes]]]:
    """Start so many API processes on the ports from PORT."""
    environment = {**os.environ, "JOBFORGE_BCRYPT_COST": "4", "JOBFORGE_AI": "offline", "JOBFORGE_USER_SOCKETS": "4000"}
    commands = [[COMMAND, "serve", "--port", str(PORT + place)] for place in range(number)]
    running = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for command in commands]  # noqa: ASYNC220
    try:
        async with httpx.AsyncClient() as http:
            for place in range(number):
                async with asyncio.timeout(60):
                    while not await _ready(http, PORT + place):
                        await asyncio.sleep(0.1)
        yield running
    finally:
        for process in running:
            process.send_signal(signal.SIGTERM)
        for process in running:
            await asyncio.to_thread(process.wait)


async def _ready(http: httpx.AsyncClient, port: int) -> bool:
    try:
        return (await http.get(f"http://127.0.0.1:{port}/readyz")).is_success
    except httpx.TransportError:
        return False


async def _accounts(number: int, resume: str | None = None) -> list[Account]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}/api/v1", timeout=60) as http:

        async def one(place: int) -> Account:
            given = {
                "email": f"{os.getpid()}-{number}-{place}@example.com",
                "password": "Scaling-4-all",
                "full_name": "S",
            }
            made = (await http.post("/auth/register", json=given)).json()
            headers = {"Authorization": f"Bearer {made['access_token']}"}
            if resume:
                answer = await http.post("/resumes", json={"name": "R", "content": resume}, headers=headers)
                answer.raise_for_status()
            wanted = {"company_name": "Quayside Travel", "role_title": "Developer", "job_description": AD}
            application = (await http.post("/applications", json=wanted, headers=headers)).json()["id"]
            return Account(UUID(made["id"]), made["access_token"], application)

        made: list[Account] = []
        for first in range(0, number, 20):
            made += await asyncio.gather(*(one(place) for place in range(first, min(number, first + 20))))
        return made


async def _sent(redis: Redis, processes: list[subprocess.Popen[bytes]]) -> list[int]:
    """Return the bytes that Redis has sent to each process over the connections that it holds now."""
    listed = {client["addr"].rpartition(":")[2]: int(client["tot-net-out"]) for client in await redis.client_list()}
    ports = [{str(each.laddr.port) for each in psutil.Process(process.pid).net_connections()} for process in processes]
    return [sum(listed.get(port, 0) for port in own) for own in ports]


async def _publish(redis: Redis, accounts: list[Account], crowds: list[fanout.Crowd], events: int) -> int:
    """Publish events to the users in turn, a hundred at a time; return how many deliveries Redis counts."""
    turns = cycle(range(len(accounts)))
    delivered = 0
    for _ in range(0, events, 100):
        pipe = redis.pipeline(transaction=False)
        for _ in range(100):
            place = next(turns)
            message = crowds[place].message(accounts[place].application)
            pipe.publish(channel(accounts[place].id), message)
        delivered += sum(await pipe.execute())
    return delivered


async def spread(accounts: list[Account], number: int) -> None:
    """Print what one of so many processes receives from Redis while the accounts listen."""
    redis = Redis.from_url(os.environ["JOBFORGE_REDIS_URL"], decode_responses=True)
    async with servers(number) as processes:
        ready, listening, crowds = asyncio.Semaphore(0), [], []
        for place, account in enumerate(accounts):
            crowd = account.crowd()
            crowds.append(crowd)
            work = crowd.listen([account.application], ready, PORT + place % number)
            listening.append(asyncio.create_task(work))
            if place % 50 == 49:
                for _ in range(50):
                    await ready.acquire()
        await asyncio.sleep(3)
        before = await _sent(redis, processes)
        await asyncio.sleep(IDLE_SECONDS)
        idle = sum(await _sent(redis, processes)) - sum(before)
        for load, events in (("fixed", EVENTS), ("growing", EVENTS // 8 * number)):
            before, seen = await _sent(redis, processes), sum(crowd.received for crowd in crowds)
            delivered = await _publish(redis, accounts, crowds, events)
            async with asyncio.timeout(60):
                while sum(crowd.received for crowd in crowds) < seen + events:
                    await asyncio.sleep(0.05)
            await asyncio.sleep(0.5)
            sent = [now - then for now, then in zip(await _sent(redis, processes), before, strict=True)]
            average, extremes = statistics.mean(sent) / 1000, f"{min(sent) / 1000:,.0f} to {max(sent) / 1000:,.0f}"
            print(
                f"{number} APIs, {load} load of {events}: {delivered / number:,.0f} messages and "
                f"{average:,.0f} kB a process ({extremes})",
                flush=True,
            )
        connections = len(await redis.client_list()) - 1
        quiet = idle / number / IDLE_SECONDS
        print(f"  idle: {quiet:,.0f} bytes a second and process; {connections} connections to Redis", flush=True)
        for task in listening:
            task.cancel()
        await asyncio.gather(*listening, return_exceptions=True)
    await redis.aclose()


WRITTEN = (
    "SELECT pg_current_wal_lsn() - '0/0' AS wal, sum(n_tup_ins) AS inserted, sum(n_tup_upd) AS updated, "
    "sum(n_tup_del) AS deleted, "
    "(SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()) AS commits "
    "FROM pg_stat_user_tables"
)


async def phases() -> None:
    """Print what a phase costs the worker, PostgreSQL and Redis, and what stays of it."""
    database = await asyncpg.connect(os.environ["JOBFORGE_DATABASE_URL"])
    redis = Redis.from_url(os.environ["JOBFORGE_REDIS_URL"], decode_responses=True)
    environment = {**os.environ, "JOBFORGE_AI": "offline"}
    async with servers(1):
        accounts = await _accounts(PHASES // 3, RESUME)
        worker = subprocess.Popen([COMMAND, "worker"], env=environment, stderr=subprocess.DEVNULL)  # noqa: ASYNC220
        try:
            await asyncio.sleep(STATISTICS_SECONDS)
            used, commands = psutil.Process(worker.pid).cpu_times(), await redis.info("stats")
            written, began = await _written(database), time.perf_counter()
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{PORT}", timeout=60) as http:
                for account in accounts:
                    asked = {"query": PREPARE, "variables": {"id": account.application}}
                    headers = {"Authorization": f"Bearer {account.token}"}
                    answer = (await http.post("/graphql", json=asked, headers=headers)).json()
                    assert "errors" not in answer, answer  # noqa: S101
            connections = 0
            while True:
                counted = await database.fetch("SELECT status, count(*) FROM phase_run GROUP BY status")
                connections = max(connections, await database.fetchval("SELECT count(*) FROM pg_stat_activity"))
                if {row["status"]: row["count"] for row in counted} == {"completed": PHASES}:
                    break
                await asyncio.sleep(0.25)
            seconds = time.perf_counter() - began
            now = psutil.Process(worker.pid).cpu_times()
            children = psutil.Process(worker.pid).children(recursive=True)
            texts = sum(sum(each.cpu_times()[:2]) for each in children)
            after = await redis.info("stats")
            await asyncio.sleep(STATISTICS_SECONDS)
            done = await _written(database)
        finally:
            worker.send_signal(signal.SIGTERM)
            await asyncio.to_thread(worker.wait)
    each = {name: (done[name] - written[name]) / PHASES for name in done}
    processor = (now.user + now.system - used.user - used.system + texts) / PHASES * 1000
    print(f"one worker: {PHASES / seconds:.1f} offline phases a second, {processor:.0f} ms of processor time each")
    print(
        f"a phase writes {each['inserted']:.1f} rows, updates {each['updated']:.1f}, deletes {each['deleted']:.1f}, "
        f"in {each['commits']:.1f} transactions and {each['wal'] / 1000:.0f} kB of WAL"
    )
    total = (after["total_commands_processed"] - commands["total_commands_processed"]) / PHASES
    sent = (after["total_net_output_bytes"] - commands["total_net_output_bytes"]) / PHASES / 1000
    received = (after["total_net_input_bytes"] - commands["total_net_input_bytes"]) / PHASES / 1000
    print(f"a phase makes {total:.0f} commands of Redis, {received:.1f} kB to it and {sent:.1f} kB from it")
    print(f"one API and one worker: at most {connections} sessions on PostgreSQL, this one and its own five included")
    for table in ("phase_run", "document", "document_version", "application"):
        size = await database.fetchrow(f"SELECT pg_total_relation_size('{table}'), (SELECT count(*) FROM {table})")  # noqa: S608
        print(f"{table}: {size[0] / max(1, size[1]):,.0f} bytes a row, indexes and dead rows included ({size[1]} rows)")
    memory = await redis.info("memory")
    print(f"Redis holds {memory['used_memory'] / 1000:,.0f} kB after {PHASES} phases")
    await redis.aclose()
    await database.close()


async def _written(database: asyncpg.Connection) -> dict[str, int]:
    await database.execute("SELECT pg_stat_force_next_flush()")
    row = await database.fetchrow(WRITTEN)
    return {name: int(value) for name, value in row.items()}


async def main() -> None:
    """Measure the phases on the still small tables, then the processes."""
    await phases()
    async with servers(1):
        accounts = await _accounts(SUBSCRIBERS)
    for number in PROCESSES:
        await spread(accounts, number)


if __name__ == "__main__":
    asyncio.run(main())
