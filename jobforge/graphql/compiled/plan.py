"""From a validated document to a plan: which fields, of which types, read in which way.

The selection sets are collected by graphql-core itself, with the request's own values of the variables that
`@skip` and `@include` use; a plan holds for these values, and another is made for others. So there is nothing
conditional in a plan, and grouping and order are graphql-core's by construction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_object_type,
    visit,
)
from graphql.execution.collect_fields import (
    FieldDetailsList,
    FragmentDetails,
    GroupedFieldSet,
    collect_fields,
    collect_subfields,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature
from graphql.execution.values import VariableValues
from strawberry import Schema

from .access import Access, Attribute, Call, Typename, access
from .selection import STRAWBERRY, Nodes

__all__ = ["FieldPlan", "Operation", "Plan", "Selection", "Unsupported", "conditions", "operation_in", "plan"]

MAX_FIELDS = 2000
"""Fields in a plan; aliases in nested fragments can make a short document exponentially large."""


class Unsupported(Exception):
    """The operation is left to graphql-core; says why."""


@dataclass(slots=True, eq=False)
class FieldPlan:
    """One field of a selection set, under one response key."""

    key: str
    parent: GraphQLObjectType
    definition: GraphQLField
    details: FieldDetailsList
    nodes: Nodes
    access: Access
    selections: dict[str, Selection] = field(default_factory=dict)
    """What is asked for beneath, by the name of the object's type."""

    @property
    def type(self) -> GraphQLOutputType:
        return self.definition.type

    @property
    def name(self) -> str:
        return f"{self.parent.name}.{self.nodes[0].name.value}"

    @property
    def read(self) -> Attribute | None:
        """Where its value is found without calling anybody; for `__typename` and a subscription's field, nowhere."""
        if isinstance(self.access, Call):
            return self.access.ready
        return self.access if isinstance(self.access, Attribute) else None

    @property
    def plain(self) -> bool:
        """Whether its value is complete without calling anybody's resolver or asking what type it has."""
        return not is_abstract_type(get_named_type(self.type)) and all(
            selection.plain for selection in self.selections.values()
        )

    @property
    def fast(self) -> bool:
        """Whether it can be read and completed by one expression."""
        return not isinstance(self.access, Call) and self.plain

    @property
    def hopeful(self) -> bool:
        """Whether its value is complete in itself if all answers beneath it are ready (see `access.ready`)."""
        return not is_abstract_type(get_named_type(self.type)) and all(
            selection.hopeful for selection in self.selections.values()
        )


@dataclass(slots=True, eq=False)
class Selection:
    """The fields asked for of one object type at one place in the operation."""

    type: GraphQLObjectType
    fields: list[FieldPlan]

    @property
    def asks(self) -> bool:
        """Whether the type wants to see `info` before it takes an object for its own."""
        definition = self.type.extensions.get(STRAWBERRY)
        return self.type.is_type_of is not None and getattr(definition, "is_type_of", True) is not None

    plain: bool = False
    hopeful: bool = False


@dataclass(slots=True, eq=False)
class Operation:
    """An operation of a document, with the fragments it may use."""

    node: OperationDefinitionNode
    fragments: dict[str, FragmentDetails]
    definitions: dict[str, FragmentDefinitionNode]
    signatures: tuple[GraphQLVariableSignature, ...] | None = None
    """Of the variables, once they are known; empty also where one of them has a default."""


@dataclass(slots=True, eq=False)
class Plan:
    """All fields of an operation, for certain values of its conditions."""

    operation: Operation
    root: Selection
    fields: list[FieldPlan]
    selections: list[Selection]


def operation_in(document: DocumentNode, name: str | None) -> Operation:
    """The operation called `name`, or the only one.

    Raises:
        Unsupported: something in the document is beyond plain fields and fragments.
    """
    nodes = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    chosen = [node for node in nodes if (node.name.value if node.name else None) == name]
    definitions = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    if len(chosen) != 1 or (name is None and len(nodes) != 1):
        raise Unsupported("the operation is not clear")
    if any(getattr(node, "variable_definitions", None) for node in definitions.values()):
        raise Unsupported("a fragment has variables")
    fragments = {key: FragmentDetails(node) for key, node in definitions.items()}
    return Operation(chosen[0], fragments, definitions)


def conditions(document: DocumentNode) -> tuple[str, ...]:
    """The variables that `@skip` and `@include` use anywhere in the document.

    Raises:
        Unsupported: there are other directives.
    """
    found: dict[str, None] = {}

    class Conditions(Visitor):
        def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
            if node.name.value not in ("skip", "include"):
                raise Unsupported(f"@{node.name.value} is used")
            for argument in node.arguments or ():
                if isinstance(argument.value, VariableNode):
                    found[argument.value.name.value] = None

    visit(document, Conditions())
    return tuple(found)


def plan(schema: Schema, operation: Operation, variables: VariableValues) -> Plan:
    """The plan of `operation` for the conditions in `variables`.

    Raises:
        Unsupported: it asks for something that is left to graphql-core.
    """
    return _Planner(schema, operation, variables).plan()


class _Planner:
    def __init__(self, schema: Schema, operation: Operation, variables: VariableValues) -> None:
        self.strawberry = schema
        self.schema: GraphQLSchema = schema._schema
        self.operation = operation
        self.variables = variables
        self.fields: list[FieldPlan] = []
        self.selections: list[Selection] = []

    def plan(self) -> Plan:
        node = self.operation.node
        root = self.schema.get_root_type(node.operation)
        if root is None:
            raise Unsupported("the schema has no such operations")
        try:
            collected = collect_fields(self.schema, self.operation.fragments, self.variables, root, node)
            selection = self.selection(root, collected.grouped_field_set)
        except (GraphQLError, RecursionError) as error:
            raise Unsupported("the selection cannot be collected") from error
        return Plan(self.operation, selection, self.fields, self.selections)

    def selection(self, type_: GraphQLObjectType, grouped: GroupedFieldSet) -> Selection:
        fields = [self.field(type_, key, details) for key, details in grouped.items()]
        selection = Selection(type_, fields)
        selection.plain = not selection.asks and all(each.fast for each in fields)
        selection.hopeful = not selection.asks and all(
            each.hopeful and (not isinstance(each.access, Call) or each.access.ready) for each in fields
        )
        self.selections.append(selection)
        return selection

    def field(self, parent: GraphQLObjectType, key: str, details: FieldDetailsList) -> FieldPlan:
        if len(self.fields) >= MAX_FIELDS:
            raise Unsupported("it has too many fields")
        name = details[0].node.name.value
        definition = self.schema.get_field(parent, name)
        if definition is None or name in ("__schema", "__type"):
            raise Unsupported("it asks about the schema")
        read = Typename() if name == "__typename" else access(self.strawberry, definition, details[0].node)
        created = FieldPlan(key, parent, definition, details, Nodes(details), read)
        self.fields.append(created)
        named = get_named_type(definition.type)
        if not is_leaf_type(named):
            for type_ in self.types(named):
                below = collect_subfields(
                    self.schema, self.operation.fragments, self.variables, self.operation.node, type_, details
                )
                created.selections[type_.name] = self.selection(type_, below.grouped_field_set)
        return created

    def types(self, named: GraphQLNamedType) -> list[GraphQLObjectType]:
        if is_object_type(named):
            return [named]
        if is_abstract_type(named):
            return list(self.schema.get_possible_types(named))
        raise Unsupported(f"{named} is no output type")
