"""No request is answered with a fault of ours, whatever is in it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from hostile import MIB, attack
from services import RESUME, JobForge, Providers, Service, User, settings_for

REACHED = 14
"""Of the requests that ask for much: small trailers, reviews, ads and large answers."""


async def until_async(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("seed", [1, 2])
async def test_hostile_requests_get_no_fault_and_leave_the_service_well(service: Service, seed: int) -> None:
    user = service.user()
    process = next(process for process in service.processes if process._command != "worker")
    before = len(process.log.read_bytes())
    for number in range(3):
        user.resume(name=f"Long {number}", content=RESUME + "x" * 40_000)
    server = psutil.Process(process.pid)
    await attack(process.port, user.token, user.application(), 30, seed)  # what a first crowd leaves, the next one uses
    descriptors, memory = server.num_fds(), server.memory_info().rss
    seen, greedy, health = await attack(process.port, user.token, user.application(), 300, seed)
    for each in (seen, greedy, health):
        assert not each.wrong, each.wrong[:3]
    assert greedy.executed >= REACHED, "cost or validation refused what was to be done"
    assert set(health.statuses) == {200}
    await until_async(lambda: server.num_fds() <= descriptors + 20)
    assert server.memory_info().rss - memory < 64 * MIB
    assert seen.statuses.get(200, 0) + seen.statuses.get(201, 0) > 0
    assert seen.statuses.get(400, 0) > 20
    said = process.log.read_text(errors="replace")[before:]
    assert "Traceback" not in said, said[said.index("Traceback") - 500 :][:3000]
    assert user.rest("GET", "/auth/me").status_code == 200


def test_pages_of_other_origins_are_not_let_in(user: User) -> None:
    for method in ("GET", "OPTIONS"):
        headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
        answer = user.rest(method, "/auth/me", headers=headers)
        assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.fixture(scope="module")
def behind_a_proxy(providers: Providers, logs: Path) -> Iterator[Service]:
    settings = settings_for(
        providers,
        JOBFORGE_AI="offline",
        JOBFORGE_TRUSTED_PROXIES="127.0.0.1",
        JOBFORGE_CORS_ORIGINS="https://app.example",
    )
    process = JobForge("up", settings, logs / "behind-a-proxy")
    with process, Service("proxied", [process], providers) as service:
        yield service


def test_behind_a_trusted_proxy_with_tls_browsers_are_told_to_stay_there(behind_a_proxy: Service) -> None:
    client, url = behind_a_proxy.client, behind_a_proxy.url
    secure = client.get(f"{url}/healthz", headers={"X-Forwarded-Proto": "https"})
    assert secure.headers["strict-transport-security"] == "max-age=31536000"
    assert "strict-transport-security" not in client.get(f"{url}/healthz").headers


def test_a_forwarded_header_of_anybody_else_is_not_believed(service: Service) -> None:
    answer = service.client.get(f"{service.url}/healthz", headers={"X-Forwarded-Proto": "https"})
    assert "strict-transport-security" not in answer.headers


def test_only_the_origins_that_are_set_are_let_in(behind_a_proxy: Service) -> None:
    client, url = behind_a_proxy.client, behind_a_proxy.url
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    good = client.options(f"{url}/graphql", headers={"Origin": "https://app.example", **asked})
    assert good.headers["access-control-allow-origin"] == "https://app.example"
    bad = client.options(f"{url}/graphql", headers={"Origin": "https://evil.example", **asked})
    assert "access-control-allow-origin" not in bad.headers
    assert "access-control-allow-credentials" not in good.headers
