"""How fast events reach their subscribers: `python benchmarks/fanout.py`, on Linux with two cores.

Starts `jobforge serve` on the second core, with the database and the Redis that JOBFORGE_DATABASE_URL and
JOBFORGE_REDIS_URL name and JOBFORGE_JWT_SECRET, and opens SUBSCRIBERS sockets (500) from the first. Prints the memory
that each takes, when the last of all that listen to one application has an event, and how many events a second reach
their subscribers when each listens to an application of its own.
"""

import asyncio
import os
import re
import secrets
import signal
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import websockets
from redis.asyncio import Redis

from jobforge.enums import Phase
from jobforge.messaging.event_log import Event, EventKind, channel, encode, encode_message

SUBSCRIBERS = int(os.environ.get("SUBSCRIBERS", "500"))
EVENTS = 6000
IN_FLIGHT = 200
PORT = 8310
URL = f"http://127.0.0.1:{PORT}"
WATCH = (
    "subscription Watch($id: ID!) { phaseEvents(applicationId: $id) { __typename id runId phase at "
    "... on PhaseProgressed { progress step } } }"
)
AD = "We are looking for an electrician who fits out harbours, with five years of experience."


class Crowd:
    """The subscribers, and what they have received."""

    def __init__(self, user: UUID, token: str) -> None:
        self.user = user
        self.token = token
        self.received = 0
        self.numbers = count(1)

    async def listen(self, applications: list[str], ready: asyncio.Semaphore, port: int = PORT) -> None:
        """One socket that listens to some applications until it is cancelled."""
        headers = {"Authorization": f"Bearer {self.token}"}
        where = f"ws://127.0.0.1:{port}/graphql"
        protocol = websockets.Subprotocol("graphql-transport-ws")
        async with websockets.connect(
            where, subprotocols=[protocol], compression=None, ping_interval=None, additional_headers=headers
        ) as socket:
            await socket.send('{"type":"connection_init"}')
            await socket.recv()
            for key in applications:
                asked = f'{{"query":"{WATCH}","variables":{{"id":"{key}"}}}}'
                await socket.send(f'{{"id":"{key}","type":"subscribe","payload":{asked}}}')
            ready.release()
            async for message in socket:
                if '"next"' in str(message):
                    self.received += 1

    def message(self, application: str) -> bytes:
        """An event as a worker announces it."""
        key = UUID(application)
        place = next(self.numbers)
        moment = datetime.now(UTC)
        event = Event(place, 1, EventKind.PROGRESSED, self.user, key, uuid4(), Phase.RESEARCH, moment, 0.5, "reading")
        return encode_message(self.user, key, encode(event))

    async def until(self, number: int) -> None:
        """Waits until so many were received in all. Raises TimeoutError."""
        async with asyncio.timeout(30):
            while self.received < number:
                await asyncio.sleep(0.001)


def _memory(process: int) -> int:
    """kB of memory, the shared part by its share."""
    found = re.search(r"Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text())
    return int(found[1]) if found else 0


def _processor(process: int) -> float:
    """Seconds of processor time."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _account(number: int) -> tuple[UUID, str, list[str]]:
    """A new user's id and token, and the ids of so many applications."""
    async with httpx.AsyncClient(base_url=f"{URL}/api/v1") as http:
        account = {"email": f"{secrets.token_hex(8)}@example.com", "password": "fan-out-4-all", "full_name": "Fan"}
        made = (await http.post("/auth/register", json=account)).json()
        token = made["access_token"]
        http.headers["Authorization"] = f"Bearer {token}"
        given = {"company_name": "Harbour", "role_title": "Electrician", "job_description": AD}
        keys = [(await http.post("/applications", json=given)).json()["id"] for _ in range(number)]
        return UUID(made["id"]), token, keys


async def _measure(process: int) -> None:
    user, token, (everybodys, *own) = await _account(SUBSCRIBERS + 1)
    redis = Redis.from_url(os.environ["JOBFORGE_REDIS_URL"])
    crowd, ready = Crowd(user, token), asyncio.Semaphore(0)
    before = _memory(process)
    tasks = []
    for key in own:
        tasks.append(asyncio.create_task(crowd.listen([key], ready)))
        await ready.acquire()
    await asyncio.sleep(2)
    print(f"each of {SUBSCRIBERS} subscribers: {(_memory(process) - before) / SUBSCRIBERS:.0f} kB")

    rates, costs = [], []
    for _ in range(5):
        messages = [crowd.message(own[number % SUBSCRIBERS]) for number in range(EVENTS)]
        first, began, used = crowd.received, time.perf_counter(), _processor(process)
        for sent in range(0, EVENTS, IN_FLIGHT):
            await crowd.until(first + sent - IN_FLIGHT // 2)
            pipe = redis.pipeline(transaction=False)
            for message in messages[sent : sent + IN_FLIGHT]:
                pipe.publish(channel(user), message)
            await pipe.execute()
        await crowd.until(first + EVENTS)
        rates.append(EVENTS / (time.perf_counter() - began))
        costs.append((_processor(process) - used) / EVENTS * 1e6)
    print(
        f"events to single subscribers: {statistics.median(rates):,.0f} a second "
        f"({min(rates):,.0f} to {max(rates):,.0f}), {min(costs):.0f} µs of processor time each"
    )

    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    tasks = [asyncio.create_task(crowd.listen([everybodys], ready)) for _ in range(SUBSCRIBERS)]
    for _ in tasks:
        await ready.acquire()
    await asyncio.sleep(2)
    last = []
    for _ in range(30):
        first, began = crowd.received, time.perf_counter()
        await redis.publish(channel(user), crowd.message(everybodys))
        await crowd.until(first + SUBSCRIBERS)
        last.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.1)
    print(
        f"one event to all {SUBSCRIBERS}: the last has it after {statistics.median(last):.0f} ms "
        f"(median of {len(last)}; {min(last):.0f} to {max(last):.0f})"
    )
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await redis.aclose()


def main() -> None:
    os.sched_setaffinity(0, {0})
    jobforge = str(Path(sys.executable).with_name("jobforge"))
    command = ["taskset", "-c", "1", jobforge, "serve", "--port", str(PORT)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(100):
                time.sleep(0.1)
                try:
                    httpx.get(f"{URL}/readyz").raise_for_status()
                    break
                except httpx.HTTPError:
                    continue
            asyncio.run(_measure(server.pid))
        finally:
            server.send_signal(signal.SIGTERM)


if __name__ == "__main__":
    main()
