"""The Strawberry extension: runs what is compiled, and leaves the rest to graphql-core."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Hashable, Iterator

from graphql import ExecutionResult, OperationType
from strawberry.extensions import SchemaExtension

from .documents import MEMORY, Document, documents_of
from .perform import perform, read_variables

__all__ = ["CompiledExecution", "CompiledExecutionSync"]


class CompiledExecution(SchemaExtension):
    """Runs the operations of documents that come again as compiled functions.

    Put it last in the list of extensions: the others have set their limits and rules when its turn comes.

    Args:
        enabled: False leaves everything to Strawberry and graphql-core.
        after: how often an operation is run by graphql-core before it is compiled; 0 compiles at first sight.
        memory: bytes that remembered documents may take, parsed and compiled; those that came last are kept.
    """

    def __init__(self, *, enabled: bool = True, after: int = 1, memory: int = MEMORY) -> None:
        super().__init__()
        self.enabled = enabled
        self.after = after
        self.memory = memory
        self.document: Document | None = None

    def on_parse(self) -> Iterator[None]:
        context = self.execution_context
        if self.enabled and context.query and context.graphql_document is None:
            existing = documents_of(context.schema, self.memory).get(context.query, self._options())
            if existing is not None:
                self.document = existing
                context.graphql_document = existing.node
        yield

    def on_validate(self) -> Iterator[None]:
        context, document = self.execution_context, self.document
        rules, node = context.validation_rules, context.graphql_document
        if document is not None and (document.rules != rules or document.node is not node):
            document = self.document = None
        if document is not None and context.pre_execution_errors is None:
            context.pre_execution_errors = []
        yield
        valid = rules and context.pre_execution_errors == []
        if self.enabled and document is None and valid and context.query and node is not None:
            document = Document(context.query, self._options(), node, rules)
            documents_of(context.schema, self.memory).put(document)
            self.document = document if self.after < 1 else None

    async def on_execute(self) -> AsyncIterator[None]:
        result = self._execute(sync=False)
        if result is not None:
            self.execution_context.result = result if isinstance(result, ExecutionResult) else await result
        yield

    def _options(self) -> Hashable:
        return tuple(self.execution_context.parse_options.items())

    def _execute(self, sync: bool) -> ExecutionResult | Awaitable[ExecutionResult] | None:
        """The result of the operation, unless it is left to graphql-core."""
        context, document = self.execution_context, self.document
        if document is None or context.result is not None or context.pre_execution_errors:
            return None
        documents, name = documents_of(context.schema), context.operation_name
        if not documents.compilable or (operation := document.operation(name)) is None:
            return None
        if operation.node.operation is OperationType.SUBSCRIPTION:
            return None
        variables = read_variables(documents.schema, operation, context.variables)
        if isinstance(variables, list):
            return ExecutionResult(None, variables)
        compiled = documents.compiled(document, name, variables, self.after)
        return None if compiled is None else perform(compiled, context, variables, sync)


class CompiledExecutionSync(CompiledExecution):
    """The same for `Schema.execute_sync`, which takes no asynchronous hooks."""

    def on_execute(self) -> Iterator[None]:  # type: ignore[override]
        result = self._execute(sync=True)
        context = self.execution_context
        if isinstance(result, ExecutionResult):
            context.result = result
            if result.errors:  # only for results of its own does Strawberry do this here
                context.pre_execution_errors = result.errors
                context.schema._process_errors(result.errors, context)
        elif result is not None:
            result.close()  # type: ignore[attr-defined]
            raise RuntimeError("GraphQL execution failed to complete synchronously.")
        yield
