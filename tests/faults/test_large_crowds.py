"""Thousands of runs, hundreds of subscribers."""

from collections.abc import Iterator
from pathlib import Path

import crowds
import pytest
from crashes import Ready
from rounds import MINUTES, ROUNDS, RUNS
from stack import Figures, SlowProvider, Stack


@pytest.fixture(scope="module")
def wide(logs: Path, slow: SlowProvider) -> Iterator[Stack]:
    own = logs / "wide"
    own.mkdir()
    with Stack(own, workers=3, provider=slow, JOBFORGE_AI="offline", JOBFORGE_WORKER_SLOTS="50") as made:
        yield made


def test_all_of_many_runs_end_and_another_users_one_does_not_wait_for_them(wide: Stack, figures: Figures) -> None:
    crowds.many_runs(wide, figures, RUNS)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_cancellation_stops_the_providers_stream(ready: Ready, figures: Figures, number: int) -> None:
    crowds.cancelled(ready.stack, ready.user, ready.applications["research"], figures)


def test_each_event_reaches_each_subscriber_and_their_memory_comes_back(stack: Stack, figures: Figures) -> None:
    user = stack.service.user()
    user.resume()
    crowds.subscribers(stack, user, figures, 500, MINUTES * 60)


def test_a_large_export_keeps_nobody_waiting_and_takes_little_memory(stack: Stack, figures: Figures) -> None:
    crowds.exported(stack, figures, 10_000)
