"""What a client that keeps a cache can read again by its id alone."""

from typing import Any

import strawberry
from graphql import GraphQLInterfaceType, GraphQLSchema
from strawberry import ID

from jobforge.storage.models import Document, PhaseRun, Resume


@strawberry.interface(description="An object that `Query.node` finds by its id.")
class Node:
    id: ID = strawberry.field(description="Unique over all types, and lasting.")

    @classmethod
    def resolve_type(cls, value: Any, *_: object) -> str:
        """Return the name of a node's type; an application comes as a row."""
        return type(value).__name__ if isinstance(value, Document | PhaseRun | Resume) else "Application"


def trust_nodes(schema: GraphQLSchema) -> None:
    """Take each value of a node's type for what it is, in place: rows and models are no instances of the type.

    Strawberry would ask every object of a type with an interface, and lists could not be completed by column."""
    node = schema.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)  # noqa: S101  # nosec B101
    for kind in schema.get_possible_types(node):
        kind.is_type_of = None
