"""What the faults are tried on, and the figures that were measured, shown at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from crashes import Ready
from rounds import LEASE
from stack import Figures, SlowProvider, Stack

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


@pytest.fixture(scope="module")
def stack(slow: SlowProvider, logs: Path) -> Iterator[Stack]:
    with Stack(logs, provider=slow, JOBFORGE_LEASE=str(LEASE)) as made:
        yield made


@pytest.fixture(scope="module")
def ready(stack: Stack) -> Ready:
    return Ready(stack)
