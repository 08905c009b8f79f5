"""What a resolver may want to know before it reads: which fields were asked for beneath it."""

from __future__ import annotations

from typing import Any

from graphql import (
    FieldNode,
    GraphQLNamedType,
    GraphQLResolveInfo,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_subfields
from graphql.execution.values import VariableValues
from strawberry.types import Info
from strawberry.types.nodes import get_variable_values

__all__ = ["STRAWBERRY", "Nodes", "selected"]

STRAWBERRY = "strawberry-definition"
"""Where Strawberry keeps its own definition in the extensions of graphql-core's."""


class Nodes(list[FieldNode]):
    """The nodes of a field in the document, with what `selected` found out about them.

    A compiled operation uses the same nodes for every request with the same `@skip` and `@include`, so
    from the second request on the answer is only looked up.
    """

    __slots__ = ("memory",)

    def __init__(self, details: list[FieldDetails]) -> None:
        super().__init__(detail.node for detail in details)
        self.memory: dict[tuple[str, ...], tuple[str, ...]] = {}


def selected(info: Info[Any, Any], *path: str) -> tuple[str, ...]:
    """The Python names of the fields asked for beneath the current one, in the order of the document.

    `path` leads further down, by Python names too: in the resolver of a connection,
    `selected(info, "edges", "node")` tells which columns of the rows are wanted. Fragments are followed,
    `@skip` and `@include` obeyed, aliases and `__typename` left out; of an interface or a union, the fields
    of all its types are named. Nothing is selected beneath a field that was not asked for.

    Works in any Strawberry schema; in a compiled operation it costs one look-up.
    """
    raw = info._raw_info
    memory: dict[tuple[str, ...], tuple[str, ...]] = getattr(raw.field_nodes, "memory", {})
    if (names := memory.get(path)) is None:
        details = [FieldDetails(node, None) for node in raw.field_nodes]
        below = _below(raw, get_named_type(raw.return_type), details)
        for step in path:
            below = _below(raw, *below[step]) if step in below else {}
        names = memory[path] = tuple(below)
    return names


Below = dict[str, tuple[GraphQLNamedType, list[FieldDetails]]]


def _below(info: GraphQLResolveInfo[Any], named: GraphQLNamedType, details: list[FieldDetails]) -> Below:
    """The fields under `details`, by Python name, with their types and nodes."""
    schema = info.schema
    fragments = {name: FragmentDetails(fragment) for name, fragment in info.fragments.items()}
    variables = VariableValues({}, get_variable_values(info))
    types = schema.get_possible_types(named) if is_abstract_type(named) else [named]
    below: Below = {}
    for type_ in types:
        if not is_object_type(type_):
            continue
        grouped = collect_subfields(schema, fragments, variables, info.operation, type_, details).grouped_field_set
        for group in grouped.values():
            definition = type_.fields.get(group[0].node.name.value)
            if definition is None:
                continue  # __typename
            field = definition.extensions.get(STRAWBERRY)
            name = getattr(field, "python_name", None) or group[0].node.name.value
            _, nodes = below.setdefault(name, (get_named_type(definition.type), []))
            nodes.extend(detail for detail in group if detail not in nodes)
    return below
