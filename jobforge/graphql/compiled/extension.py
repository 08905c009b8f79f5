"""The Strawberry extension: remembers documents, compiles those that come again, leaves the rest to graphql-core."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Hashable, Iterator
from threading import Lock
from typing import Any

from graphql import DocumentNode, ExecutionResult, GraphQLError
from graphql.execution.values import VariableValues, get_variable_values
from strawberry import Schema
from strawberry.extensions import SchemaExtension
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from .emit import Compiled, emit
from .plan import Operation, Unsupported, conditions, operation_in, plan
from .runtime import Run, is_awaitable

__all__ = ["CompiledExecution", "CompiledExecutionSync", "Documents", "documents_of"]

MOST_PLANS = 32
"""Compiled forms of one document: its operations, each for the conditions met so far."""
MOST_ERRORS = 50
"""Errors told about one request's variables; graphql-core's own limit."""

_NO_VARIABLES = VariableValues({}, {})


class Document:
    """A document that was parsed and found valid, and what was made of it."""

    def __init__(self, node: DocumentNode, rules: tuple[Any, ...]) -> None:
        self.node = node
        self.rules = rules
        """The validation rules that it has passed."""
        self.operations: dict[str | None, Operation | None] = {}
        self.conditions: tuple[str, ...] = ()
        self.plans: dict[Hashable, Compiled | int | None] = {}
        """By operation and conditions: how often it came up, what it was compiled to, or that it cannot be."""

    def operation(self, name: str | None) -> Operation | None:
        """The operation called `name`, unless it is one that is left to graphql-core."""
        if name not in self.operations:
            try:
                self.conditions = conditions(self.node)
                self.operations[name] = operation_in(self.node, name)
            except Unsupported:
                if len(self.operations) >= MOST_PLANS:
                    return None
                self.operations[name] = None
        return self.operations[name]

    def compiled(
        self, schema: Schema, name: str | None, variables: VariableValues, after: int
    ) -> Compiled | None:
        """The operation as compiled for these variables, once it has come up `after` times."""
        key = (name, *map(variables.coerced.get, self.conditions))
        known = self.plans.get(key, 0)
        if isinstance(known, int) and (key in self.plans or len(self.plans) < MOST_PLANS):
            if known + 1 < after:
                self.plans[key] = known + 1
                return None
            known = self.plans[key] = self._compile(schema, name, variables)
        return known if isinstance(known, Compiled) else None

    def _compile(self, schema: Schema, name: str | None, variables: VariableValues) -> Compiled | None:
        operation = self.operations[name]
        try:
            return emit(plan(schema, operation, variables)) if operation else None
        except (Unsupported, RecursionError):
            return None


class Documents:
    """The documents of one schema that came last, at most `size` of them."""

    def __init__(self, schema: Schema, size: int) -> None:
        self.size = size
        self.compilable = schema.execution_context_class is StrawberryGraphQLCoreExecutionContext and not any(
            type(extension).resolve is not SchemaExtension.resolve for extension in schema.get_extensions()
        )
        """Whether fields are resolved by nobody but their resolvers."""
        self._documents: OrderedDict[Hashable, Document] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._documents)

    def get(self, key: Hashable) -> Document | None:
        with self._lock:
            if (document := self._documents.get(key)) is not None:
                self._documents.move_to_end(key)
            return document

    def put(self, key: Hashable, document: Document) -> None:
        with self._lock:
            self._documents[key] = document
            self._documents.move_to_end(key)
            while len(self._documents) > self.size:
                self._documents.popitem(last=False)

    def compiled(self, query: str) -> list[Compiled]:
        """What the document `query` was compiled to so far; for whoever wants to read the source."""
        with self._lock:
            found = [document for key, document in self._documents.items() if key == (query, ())]
        return [
            known for document in found for known in document.plans.values() if isinstance(known, Compiled)
        ]


def documents_of(schema: Schema, size: int = 256) -> Documents:
    """The documents that `schema` remembers; `size` counts when they are asked for the first time."""
    kept: dict[str, Any] = schema._schema.extensions
    documents = kept.get("compiled-documents")
    if documents is None:
        documents = kept.setdefault("compiled-documents", Documents(schema, size))
    return documents  # type: ignore[no-any-return]


class CompiledExecution(SchemaExtension):
    """Runs the operations of documents that come again as compiled functions.

    Put it last in the list of extensions, so that the others have set their limits and rules by its turn.

    Args:
        enabled: False leaves everything to Strawberry and graphql-core.
        after: how often an operation is run by graphql-core before it is compiled; 0 compiles at first sight.
        size: how many documents are remembered, parsed, validated and compiled.
    """

    def __init__(self, *, enabled: bool = True, after: int = 1, size: int = 256) -> None:
        super().__init__()
        self.enabled = enabled
        self.after = after
        self.size = size
        self.document: Document | None = None

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        if self.enabled and context.query and context.graphql_document is None:
            self.document = documents_of(context.schema, self.size).get(self._key())
            if self.document is not None:
                context.graphql_document = self.document.node
        yield

    def on_validate(self) -> Iterator[None]:
        context, document = self.execution_context, self.document
        if document is not None and (
            document.node is not context.graphql_document or document.rules != context.validation_rules
        ):
            document = self.document = None
        if document is not None and context.pre_execution_errors is None:
            context.pre_execution_errors = []
        yield
        valid = context.validation_rules and context.pre_execution_errors == []
        if self.enabled and document is None and valid and context.query and context.graphql_document:
            known = Document(context.graphql_document, context.validation_rules)
            documents_of(context.schema, self.size).put(self._key(), known)
            self.document = known if self.after < 1 else None

    async def on_execute(self) -> AsyncIterator[None]:
        result = self._execute(sync=False)
        if result is not None:
            self.execution_context.result = result if isinstance(result, ExecutionResult) else await result
        yield

    def _key(self) -> Hashable:
        return self.execution_context.query, tuple(self.execution_context.parse_options.items())

    def _execute(self, sync: bool) -> ExecutionResult | Awaitable[ExecutionResult] | None:
        """The result of the operation, unless it is left to graphql-core."""
        context, document = self.execution_context, self.document
        if document is None or context.result is not None or context.pre_execution_errors:
            return None
        schema = context.schema
        if not documents_of(schema).compilable:
            return None
        name = context.operation_name
        if (operation := document.operation(name)) is None:
            return None
        variables = _NO_VARIABLES
        if operation.node.variable_definitions:
            coerced = get_variable_values(
                schema._schema, operation.node.variable_definitions, context.variables or {}, MOST_ERRORS
            )
            if isinstance(coerced, list):
                return ExecutionResult(None, coerced)
            variables = coerced
        compiled = document.compiled(schema, name, variables, self.after)
        if compiled is None:
            return None
        run = Run(operation, context, variables, sync)
        try:
            data = compiled.execute(run)
        except GraphQLError as error:
            return run.result(None, error)
        return _finished(run, data) if is_awaitable(data) else run.result(data)


async def _finished(run: Run, data: Awaitable[dict[str, Any]]) -> ExecutionResult:
    try:
        return run.result(await data)
    except GraphQLError as error:
        return run.result(None, error)


class CompiledExecutionSync(CompiledExecution):
    """The same for `Schema.execute_sync`, which takes no asynchronous hooks."""

    def on_execute(self) -> Iterator[None]:  # type: ignore[override]
        result = self._execute(sync=True)
        context = self.execution_context
        if isinstance(result, ExecutionResult):
            context.result = result
            if result.errors:
                context.pre_execution_errors = result.errors
                context.schema._process_errors(result.errors, context)
        elif result is not None:
            result.close()  # type: ignore[attr-defined]
            raise RuntimeError("GraphQL execution failed to complete synchronously.")
        yield
