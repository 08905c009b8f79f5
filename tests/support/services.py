"""JobForge as users meet it: real processes, started once for all tests, and users who talk to them.

`embedded` is one `jobforge up` on SQLite; `deployed` is two `jobforge serve` and two `jobforge worker` on PostgreSQL
and Redis. Both ask the `Providers` of this file first and the offline writer then, so that a test decides, by the name
of the company that it applies to, whether a phase is written at once, waits, or fails.
"""

import asyncio
import itertools
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from json import dumps
from pathlib import Path
from typing import Any, Self, TypeVar

import httpx
import redis
from processes import TIMEOUT_SECONDS, Server
from wire_servers import KEY, OVERLOADED, WRONG_KEY, Answer, Asked, WireServer

Seen = TypeVar("Seen")

SECRET = "a-secret-of-the-tests-with-enough-bytes-in-it"
JSON = {"Content-Type": "application/json"}
PASSWORD = "Sesame-opens-7"
RESUME = """# Robin Ashgrove

Bristol · robin.ashgrove@example.com

## Experience

### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night

### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test

## Education
- City & Guilds Level 3 in Electrical Installation, 2018

## Skills
Fault finding, testing, circuit diagrams, BS 7671
"""
AD = """Electrician (m/f/d)

We fit out old houses in the harbour quarter.

Your tasks
- Wire houses and small shops
- Find and mend faults

Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
"""


class Providers(WireServer):
    """Answers as if overloaded, so that the offline writer writes, unless the company's name says otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._held: frozenset[str] = frozenset()
        self._refused: frozenset[str] = frozenset()
        self._readings: dict[str, Answer] = {}

    def reads(self, statements: list[dict[str, object]]) -> str:
        """The name of a company: whatever model reads its ad makes these statements."""
        company = f"Read Works {secrets.token_hex(4)}"
        self._readings[company] = Answer(dumps({"requirements": statements}))
        return company

    def held(self) -> str:
        """The name of a company: whoever applies there has its phases wait until `release`."""
        return self.hold(f"Held Works {secrets.token_hex(4)}")

    def hold(self, company: str) -> str:
        self._held |= {company}
        return company

    def refused(self) -> str:
        """The name of a company: whoever applies there has its phases fail until `release`."""
        company = f"Refused Works {secrets.token_hex(4)}"
        self._refused |= {company}
        return company

    def release(self, company: str) -> None:
        """From now on the company is like any other."""
        self._held -= {company}
        self._refused -= {company}

    def release_all(self) -> None:
        self._held = self._refused = frozenset()

    async def _answer(
        self, asked: Asked, answer: Answer, writer: asyncio.StreamWriter, gone: "asyncio.Task[bytes]"
    ) -> None:
        said = asked.system + str(asked.turns)
        while any(company in said for company in self._held) and not gone.done():
            await asyncio.sleep(0.02)
        refused = any(company in said for company in self._refused)
        reading = next((each for company, each in self._readings.items() if company in said), None)
        if asked.wants_reading and reading is not None:
            await super()._answer(asked, reading, writer, gone)
        else:
            await super()._answer(asked, WRONG_KEY if refused else OVERLOADED, writer, gone)


class JobForge(Server):
    """One process of ours. `answers` is the readiness that the process itself claims."""

    name = "jobforge"

    def __init__(self, command: str, environment: Mapping[str, str], log: Path | None = None) -> None:
        super().__init__()
        self._command = command
        self._environment = environment
        self.log = log or self.log

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def command(self) -> list[str]:
        listens = [] if self._command == "worker" else ["--port", str(self.port)]
        return [sys.executable, "-c", "from jobforge.cli import main; main()", self._command, *listens]

    def environment(self) -> Mapping[str, str]:
        return {**os.environ, "JOBFORGE_DATA_DIR": str(self.directory), **self._environment}

    def run(self, *words: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run another command with this process's settings and data."""
        asked = [sys.executable, "-c", "from jobforge.cli import main; main()", *map(str, words)]
        return subprocess.run(
            asked, env=self.environment(), input=given, capture_output=True, text=True, check=False, timeout=110
        )

    def answers(self) -> bool:
        if self._command == "worker":
            with redis.Redis.from_url(self._environment["JOBFORGE_REDIS_URL"]) as client:
                return bool(client.exists("jobforge:queue:health-check"))
        try:
            return httpx.get(f"{self.url}/readyz", verify=False).status_code == 200
        except httpx.TransportError:
            return False


def settings_for(providers: WireServer, **more: str) -> dict[str, str]:
    """The environment of the processes that tests talk to."""
    return {
        "JOBFORGE_AI": "anthropic,offline",
        "ANTHROPIC_API_KEY": KEY,
        "ANTHROPIC_BASE_URL": providers.url,
        "JOBFORGE_BCRYPT_COST": "4",
        "JOBFORGE_JWT_SECRET": SECRET,
        "JOBFORGE_LOG": "json",
        "JOBFORGE_USER_RESUMES": "100000",  # tests that send whatever they can think of share an account
        **more,
    }


class Service:
    """Running processes that are one JobForge. Requests go to its API processes in turn."""

    def __init__(self, name: str, processes: list[JobForge], providers: Providers) -> None:
        self.name = name
        self.processes = processes
        self.providers = providers
        self.urls = [process.url for process in processes if process._command != "worker"]
        self.client = httpx.Client(timeout=TIMEOUT_SECONDS, verify=False)
        self._turns = itertools.cycle(self.urls)

    @property
    def environment(self) -> Mapping[str, str]:
        """The settings of its processes."""
        return self.processes[0].environment()

    @property
    def url(self) -> str:
        """The address of the API process whose turn it is."""
        return next(self._turns)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.client.close()

    def logs(self) -> str:
        return "\n".join(process.log.read_text() for process in self.processes)

    def user(self) -> "User":
        """A fresh account."""
        email = f"{secrets.token_hex(6)}@example.com"
        given = {"email": email, "password": PASSWORD, "full_name": "Robin Ashgrove"}
        answer = self.client.post(f"{self.url}/api/v1/auth/register", json=given)
        assert answer.status_code == 201, answer.text
        return User(self, answer.json())

    def anonymous(self) -> "User":
        """Somebody without a token."""
        return User(self, {"id": "", "email": "", "access_token": ""})


class User:
    """An account and ways to use it: REST, GraphQL, and the steps that many tests begin with."""

    def __init__(self, service: Service, account: Mapping[str, str]) -> None:
        self.service = service
        self.id, self.email, self.token = account["id"], account["email"], account["access_token"]

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def rest(self, method: str, path: str, json: object = None, **words: Any) -> httpx.Response:
        """Asks for a path below /api/v1; without `json`, there is no body."""
        content = None if json is None else dumps(json)
        headers = self.headers | words.pop("headers", {}) | ({} if json is None else JSON)
        url = f"{self.service.url}/api/v1{path}"
        return self.service.client.request(method, url, headers=headers, content=content, **words)

    def graphql(self, query: str, **variables: object) -> dict[str, Any]:
        """The whole answer, errors included."""
        asked = {"query": query, "variables": variables}
        answer = self.service.client.post(
            f"{self.service.url}/graphql", content=dumps(asked), headers=self.headers | JSON
        )
        said: dict[str, Any] = answer.json()
        return said

    def data(self, query: str, **variables: object) -> dict[str, Any]:
        """What a query answers when nothing goes wrong."""
        answer = self.graphql(query, **variables)
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    def refusal(self, query: str, **variables: object) -> dict[str, Any]:
        """The extensions of the one error that a query meets."""
        (error,) = self.graphql(query, **variables)["errors"]
        extensions: dict[str, Any] = error["extensions"]
        return extensions

    def resume(self, **more: object) -> str:
        """The id of a new resume."""
        answer = self.rest("POST", "/resumes", {"name": "Resume", "content": RESUME, **more})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def application(self, company: str = "Harbour Fit-Out", **more: object) -> str:
        """The id of a new application."""
        given = {"company_name": company, "role_title": "Electrician", "job_description": AD, **more}
        answer = self.rest("POST", "/applications", given)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def start(self, application: str, phase: str) -> None:
        answer = self.rest("POST", f"/processing/applications/{application}/{phase}")
        assert answer.status_code == 202, answer.text

    def status(self, application: str) -> dict[str, Any]:
        answer = self.rest("GET", f"/processing/applications/{application}/status")
        assert answer.status_code == 200, answer.text
        said: dict[str, Any] = answer.json()
        return said

    def settled(self, application: str) -> dict[str, Any]:
        """The status once nothing is being processed any more."""
        return until(lambda: self.status(application), lambda status: status["status"] != "processing")

    def finish(self, application: str, *phases: str) -> None:
        """Runs the phases one after the other."""
        for phase in phases:
            self.start(application, phase)
            status = self.settled(application)
            assert status["status"] == "completed", status


def until(look: Callable[[], Seen], good: Callable[[Seen], bool]) -> Seen:
    """What `look` sees once it is good. Fails with what it saw last when that never comes."""
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while not good(seen := look()):
        assert time.monotonic() < deadline, f"still {seen!r}"
        time.sleep(0.05)
    return seen
