"""The figures of the labelled set stay where they were recorded."""

import pytest
from quality.floors import FLOORS
from quality.measure import HERE, measure


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return measure(HERE)


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_below_its_floor(figures: dict[str, float], name: str) -> None:
    assert FLOORS[name].holds(figures[name]), f"{name}: {figures[name]:.3f}, must be {FLOORS[name]}"
