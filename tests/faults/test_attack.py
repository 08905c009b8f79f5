"""Twenty thousand hostile requests, and every bomb against the clock."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from bombs import BODIES
from hostile import attack
from rounds import REQUESTS
from services import JSON, PASSWORD, RESUME, User
from stack import Figures, SlowProvider, Stack, patience


@pytest.fixture(scope="module")
def attacked(logs: Path, slow: SlowProvider) -> Iterator[Stack]:
    own = logs / "attacked"
    own.mkdir()
    with Stack(own, provider=slow) as made:
        yield made


def test_hostile_requests_get_no_fault_in_time(attacked: Stack, figures: Figures) -> None:
    (api,) = attacked.apis
    user = attacked.service.user()
    for number in range(3):
        user.resume(name=f"Long {number}", content=RESUME + "x" * 40_000)
    seen, greedy, health = asyncio.run(attack(api.port, user.token, user.application(), REQUESTS, 7))
    for status, number in sorted(seen.statuses.items()):
        figures.note(f"hostile requests: answered with {status or 'a closed connection'}", number)
    figures.note("hostile requests: seconds of the slowest", seen.slowest)
    figures.note("hostile requests: seconds of the slowest of those that ask for much", greedy.slowest)
    figures.note("hostile requests: seconds of the slowest /healthz meanwhile", health.slowest)
    for each in (seen, greedy, health):
        assert not each.wrong, each.wrong[:5]
    assert set(health.statuses) == {200}
    assert "Traceback" not in api.log.read_text(errors="replace")
    assert max(seen.slowest, health.slowest) < patience(1)
    assert greedy.slowest < patience(10)


@pytest.mark.parametrize("bomb", BODIES)
def test_a_bomb_costs_little(attacked: Stack, figures: Figures, bomb: str) -> None:
    user = attacked.service.user()
    took = []
    for _ in range(5):
        began = time.monotonic()
        answer = user.service.client.post(
            f"{user.service.url}/graphql", content=BODIES[bomb], headers=user.headers | JSON
        )
        took.append(time.monotonic() - began)
        assert answer.json()["errors"]
    figures.note("bombs: seconds until one was refused", min(took))
    assert min(took) < 0.05


def test_twenty_logins_at_once_do_not_keep_others_waiting(logs: Path, slow: SlowProvider, figures: Figures) -> None:
    own = logs / "logins"
    own.mkdir()
    with Stack(own, provider=slow, JOBFORGE_BCRYPT_COST="12") as stack:
        users = [stack.service.user() for _ in range(20)]
        url = f"{stack.apis[0].url}/api/v1/auth"
        took = []

        async def both() -> None:
            async with httpx.AsyncClient(timeout=patience(30)) as http:

                async def login(user: User) -> None:
                    answer = await http.post(f"{url}/login", json={"email": user.email, "password": PASSWORD})
                    assert answer.status_code == 200

                logins = asyncio.gather(*map(login, users))
                while not logins.done():
                    began = time.monotonic()
                    assert (await http.get(f"{url}/me", headers=users[0].headers)).status_code == 200
                    took.append(time.monotonic() - began)
                    await asyncio.sleep(0.005)
                await logins

        asyncio.run(both())
    ordered = sorted(took)
    figures.note("20 logins at once: requests of others meanwhile", len(took))
    figures.note("20 logins at once: seconds that 99 of 100 of them took", ordered[int(len(ordered) * 0.99)])
    assert ordered[int(len(ordered) * 0.99)] < patience(0.1)
