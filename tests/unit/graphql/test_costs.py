"""A page costs what it may hold, however it is asked for."""

import pytest
from graphql import parse

from jobforge.graphql.limits import measure
from jobforge.graphql.schema import make_schema

SCHEMA = make_schema()._schema
APPLICATION = '{{ application(id: "x") {{ {field} }} }}'
DOCUMENT = '{{ application(id: "x") {{ documents {{ {field} }} }} }}'
LISTS = [
    (APPLICATION, "runsConnection", "id"),
    (APPLICATION, "timeline", "id"),
    (DOCUMENT, "versionsConnection", "version"),
]


def cost(query: str) -> int:
    return measure(SCHEMA, parse(query), None, {})[0]


@pytest.mark.parametrize(("place", "name", "field"), LISTS)
def test_a_page_without_a_size_costs_what_one_of_its_default_size_does(place: str, name: str, field: str) -> None:
    page = f"{{ nodes {{ {field} }} }}"
    assert cost(place.format(field=f"{name} {page}")) == cost(place.format(field=f"{name}(first: 20) {page}"))


@pytest.mark.parametrize(("place", "name", "field"), LISTS)
def test_a_larger_page_costs_more(place: str, name: str, field: str) -> None:
    page = f"{{ nodes {{ {field} }} }}"
    one, many = (cost(place.format(field=f"{name}(first: {first}) {page}")) for first in (1, 100))
    assert many > 50 * one - 60
    assert many > one


@pytest.mark.parametrize("rows", ["nodes { companyName }", "edges { node { companyName } }"])
def test_nodes_and_edges_are_counted_by_the_page(rows: str) -> None:
    one, ten = (cost(f"{{ applications(first: {first}) {{ {rows} }} }}") for first in (1, 10))
    assert ten == 10 * one


def test_a_node_costs_its_statements() -> None:
    assert cost('{ node(id: "x") { id } }') > cost('{ application(id: "x") { id } }')
