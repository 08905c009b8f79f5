"""Small crowds, so that the ordinary suite would notice what tests/faults measures with large ones."""

from collections.abc import Iterator
from pathlib import Path

import crowds
import pytest
from crashes import Ready
from stack import Figures, SlowProvider, Stack


@pytest.fixture(scope="module")
def slow() -> Iterator[SlowProvider]:
    with SlowProvider() as server:
        yield server


@pytest.fixture(scope="module")
def stack(slow: SlowProvider, logs: Path) -> Iterator[Stack]:
    own = logs / "crowds"
    own.mkdir()
    with Stack(own, workers=2, provider=slow, JOBFORGE_WORKER_SLOTS="5") as made:
        yield made


def test_all_of_many_runs_end_and_another_users_one_does_not_wait_for_them(stack: Stack) -> None:
    crowds.many_runs(stack, Figures(), 80)


def test_a_cancellation_stops_the_providers_stream(stack: Stack) -> None:
    ready = Ready(stack)
    crowds.cancelled(stack, ready.user, ready.applications["research"], Figures())


def test_each_event_reaches_each_subscriber_and_their_memory_comes_back(stack: Stack) -> None:
    user = stack.service.user()
    user.resume()
    crowds.subscribers(stack, user, Figures(), 50, 6)


def test_a_large_export_keeps_nobody_waiting_and_takes_little_memory(stack: Stack) -> None:
    crowds.exported(stack, Figures(), 1_000)
