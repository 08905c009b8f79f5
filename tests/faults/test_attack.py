"""Twenty thousand hostile requests, and every bomb against the clock."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bombs import BODIES
from hostile import attack
from rounds import REQUESTS
from services import JSON
from stack import Figures, SlowProvider, Stack, patience


@pytest.fixture(scope="module")
def attacked(logs: Path, slow: SlowProvider) -> Iterator[Stack]:
    own = logs / "attacked"
    own.mkdir()
    with Stack(own, provider=slow) as made:
        yield made


def test_hostile_requests_get_no_fault_in_time(attacked: Stack, figures: Figures) -> None:
    (api,) = attacked.apis
    seen = asyncio.run(attack(api.port, attacked.service.user().token, REQUESTS, 7))
    for status, number in sorted(seen.statuses.items()):
        figures.note(f"hostile requests: answered with {status or 'a closed connection'}", number)
    figures.note("hostile requests: seconds of the slowest", seen.slowest)
    assert not seen.wrong, seen.wrong[:5]
    assert "Traceback" not in api.log.read_text(errors="replace")
    assert seen.slowest < patience(1)


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
