"""Operations that came before, carried out without Strawberry around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphql import ExecutionResult
from graphql import OperationType as Kind
from strawberry import Schema
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from .documents import Document, documents_of
from .perform import perform, read_variables
from .plan import Operation

__all__ = ["KnownOperation", "known_operation"]


@dataclass(slots=True)
class KnownOperation:
    """An operation of a document that came before."""

    schema: Schema
    document: Document
    operation: Operation
    name: str | None

    @property
    def type(self) -> OperationType:
        return OperationType(self.operation.node.operation.value)

    async def execute(self, variables: dict[str, Any] | None, context: Any, root: Any = None) -> ExecutionResult | None:
        """What `Schema.execute` gives, but for the extensions' results; None where it must be called after all."""
        read = read_variables(self.schema, self.operation, variables)
        execution = ExecutionContext(
            self.document.query, self.schema, (), context, variables, root_value=root, provided_operation_name=self.name
        )
        execution.graphql_document = self.document.node
        if isinstance(read, list):
            result = ExecutionResult(None, read)
        elif (compiled := self.document.compiled(self.name, read)) is None:
            return None
        else:
            performed = perform(compiled, execution, read)
            result = performed if isinstance(performed, ExecutionResult) else await performed
        if result.errors:
            self.schema._process_errors(result.errors, execution)
        return result


def known_operation(schema: Schema, query: str, name: str | None) -> KnownOperation | None:
    """The operation called `name`, or the only one, of a document that `CompiledExecution` remembers.

    It can be executed without Strawberry's machinery around it (a third of a millisecond in a server). That is right
    where all requests are parsed and validated under the same options and rules, and where the other extensions
    would do nothing for a document that they have let through before; what they add to results is for the caller.
    """
    documents = documents_of(schema)
    if not documents.compilable or (document := documents.last(query)) is None:
        return None
    if name is None and len(document.names) == 1:
        name = document.names[0]  # as Strawberry does
    operation = document.operation(name)
    if operation is None or operation.node.operation is Kind.SUBSCRIPTION:
        return None
    return KnownOperation(schema, document, operation, name)
