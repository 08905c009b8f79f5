"""Rounds of every fault, and the figures that were measured, shown at the end.

JOBFORGE_TEST_ROUNDS says how many rounds (20), JOBFORGE_TEST_LEASE the lease in seconds (15), JOBFORGE_TEST_MINUTES how
long the subscribers of a crowd stay (1), JOBFORGE_TEST_PATIENCE by what to multiply the bounds on time (3).
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from crashes import Ready
from stack import Figures, SlowProvider, Stack

ROUNDS = int(os.environ.get("JOBFORGE_TEST_ROUNDS", "20"))
LEASE = float(os.environ.get("JOBFORGE_TEST_LEASE", "15"))

_figures = Figures()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.timeout(7200))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("measured")
    for line in _figures.lines():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures() -> Figures:
    return _figures


@pytest.fixture(scope="session")
def slow() -> Iterator[SlowProvider]:
    with SlowProvider() as server:
        yield server


@pytest.fixture(scope="session")
def stack(slow: SlowProvider, logs: Path) -> Iterator[Stack]:
    with Stack(logs, provider=slow, JOBFORGE_LEASE=str(LEASE)) as made:
        yield made


@pytest.fixture(scope="session")
def ready(stack: Stack) -> Ready:
    return Ready(stack)
