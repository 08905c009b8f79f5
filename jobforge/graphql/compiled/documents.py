"""Documents that came before: parsed, found valid and, once they come again, compiled."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

from graphql import DocumentNode, OperationDefinitionNode
from graphql.execution.values import VariableValues
from strawberry import Schema
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from .emit import Compiled, emit
from .plan import Operation, Unsupported, conditions, operation_in, plan

__all__ = ["MEMORY", "Document", "Documents", "documents_of"]

MEMORY = 64 * 2**20
"""Bytes that the documents of a schema may take, by the estimates below."""
MAX_PLANS = 32
"""Compiled forms of one document: its operations, each for the conditions met so far."""
BYTES_OF_CHARACTER = 80
"""A parsed document, by the characters of its text (measured: 68)."""
BYTES_OF_FIELD = 2000
"""A compiled operation, by the fields of its plan (measured: 830, besides source and code)."""

_CACHE_KEY = "compiled-documents"


class Document:
    """A valid document and what was made of it."""

    def __init__(self, query: str, options: Hashable, node: DocumentNode, rules: tuple[Any, ...]) -> None:
        self.query = query
        self.key = query, options
        self.node = node
        self.rules = rules
        """The validation rules that it has passed."""
        self.weight = BYTES_OF_CHARACTER * len(query)
        definitions = [each for each in node.definitions if isinstance(each, OperationDefinitionNode)]
        self.names = [each.name.value if each.name else None for each in definitions]
        self.conditions: tuple[str, ...] = ()
        self.operations: dict[str | None, Operation | None] = {}
        self.plans: dict[Hashable, Compiled | int | None] = {}
        """By operation and conditions: how often it came, what it was compiled to, or that it cannot be."""

    def operation(self, name: str | None) -> Operation | None:
        """The operation called `name`, unless it is one that is left to graphql-core. (Of a subscription, the events
        are executed, see `events`.)"""
        if name not in self.operations:
            try:
                self.conditions = conditions(self.node)
                self.operations[name] = operation_in(self.node, name)
            except Unsupported:
                self.operations[name] = None
        return self.operations[name]

    def key_of(self, name: str | None, variables: VariableValues) -> Hashable:
        """What the compiled form of an operation is kept under."""
        return (name, *map(variables.coerced.get, self.conditions))

    def compiled(self, name: str | None, variables: VariableValues) -> Compiled | None:
        """The operation's compiled form for these variables, if there is one already."""
        existing = self.plans.get(self.key_of(name, variables))
        return existing if isinstance(existing, Compiled) else None


class Documents:
    """The documents of one schema that came last, as many as fit into `memory` bytes."""

    def __init__(self, schema: Schema, memory: int) -> None:
        self.schema = schema
        self.memory = memory
        self.taken = 0
        execution = schema.execution_context_class
        ours = hasattr(execution, "compiled")  # CompiledEvents, which knows of documents, and not they of it
        plain = execution is StrawberryGraphQLCoreExecutionContext or ours
        self.compilable = plain and not any(
            type(extension).resolve is not SchemaExtension.resolve for extension in schema.get_extensions()
        )
        """Whether nobody comes between graphql-core and the resolvers."""
        self._documents: OrderedDict[Hashable, Document] = OrderedDict()
        self._options: Hashable = ()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._documents)

    def get(self, query: str, options: Hashable = ()) -> Document | None:
        """The document with this text, parsed with these options."""
        with self._lock:
            if (document := self._documents.get((query, options))) is not None:
                self._documents.move_to_end(document.key)
            return document

    def last(self, query: str) -> Document | None:
        """The document with this text, parsed with the options of the newest one."""
        return self.get(query, self._options)

    def put(self, document: Document) -> None:
        with self._lock:
            _, self._options = document.key
            previous = self._documents.pop(document.key, None)
            self._documents[document.key] = document
            self._take(document.weight - (previous.weight if previous else 0))

    def compiled(self, document: Document, name: str | None, variables: VariableValues, after: int) -> Compiled | None:
        """The operation as compiled for these variables, once it has come `after` times before."""
        key = document.key_of(name, variables)
        existing = document.plans.get(key, 0)
        if isinstance(existing, int) and (key in document.plans or len(document.plans) < MAX_PLANS):
            if existing + 1 < after:
                document.plans[key] = existing + 1
                return None
            existing = document.plans[key] = self._compile(document, name, variables)
        return existing if isinstance(existing, Compiled) else None

    def sources(self, query: str) -> list[str]:
        """The Python that this document was compiled to so far, for whoever wants to read it."""
        with self._lock:
            alike = [document for document in self._documents.values() if document.query == query]
        plans = [existing for document in alike for existing in document.plans.values()]
        return [existing.source for existing in plans if isinstance(existing, Compiled)]

    def _compile(self, document: Document, name: str | None, variables: VariableValues) -> Compiled | None:
        if (operation := document.operation(name)) is None:
            return None
        try:
            compiled = emit(plan(self.schema, operation, variables))
        except (Unsupported, RecursionError):
            return None
        with self._lock:
            if self._documents.get(document.key) is document:
                weight = BYTES_OF_FIELD * len(compiled.plan.fields)
                document.weight += weight
                self._take(weight)
        return compiled

    def _take(self, weight: int) -> None:
        self.taken += weight
        while self.taken > self.memory and self._documents:
            _, oldest = self._documents.popitem(last=False)
            self.taken -= oldest.weight


def documents_of(schema: Schema, memory: int = MEMORY) -> Documents:
    """The documents that `schema` remembers; `memory` counts when they are asked for the first time."""
    remaining: dict[str, Documents] = schema._schema.extensions
    if (documents := remaining.get(_CACHE_KEY)) is None:
        documents = remaining.setdefault(_CACHE_KEY, Documents(schema, memory))
    return documents
