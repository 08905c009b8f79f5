"""The figures of the labelled set stay where they were recorded."""

import pytest
from quality.document_measures import all_pairs, measure_documents
from quality.floors import DOCUMENT_FLOORS, FLOORS
from quality.measure import HERE, TODAY, measure


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return measure(HERE)


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_below_its_floor(figures: dict[str, float], name: str) -> None:
    assert FLOORS[name].holds(figures[name]), f"{name}: {figures[name]:.3f}, must be {FLOORS[name]}"


@pytest.fixture(scope="module")
def document_figures() -> dict[str, float]:
    return measure_documents(list(all_pairs(HERE)), TODAY)


@pytest.mark.parametrize("name", DOCUMENT_FLOORS)
def test_a_reader_would_object_to_nothing_in_the_documents(document_figures: dict[str, float], name: str) -> None:
    value = document_figures[name]
    assert DOCUMENT_FLOORS[name].holds(value), f"{name}: {value:.3f}, must be {DOCUMENT_FLOORS[name]}"
