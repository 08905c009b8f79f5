"""Events of subscriptions, executed by what their operation was compiled to.

`Schema.subscribe` and the stream that it gives stay graphql-core's; each event is then an execution of its own, of the
same operation, with the event as root value.
"""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from graphql import ExecutionResult
from graphql.execution.values import VariableValues
from strawberry import Schema
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types import ExecutionContext

from .documents import documents_of
from .emit import Compiled
from .perform import perform

__all__ = ["CompiledEvents"]


@dataclass(slots=True)
class _Event:
    """One event. Stands for an executor, and for the context that a run wants to know."""

    schema: Schema
    context: Any
    operation_extensions: dict[str, Any] | None
    root_value: Any
    variables: VariableValues
    compiled: Compiled

    def execute_operation(self, serially: bool | None = None) -> ExecutionResult | Awaitable[ExecutionResult]:
        return perform(self.compiled, cast(ExecutionContext, self), self.variables)


class CompiledEvents(StrawberryGraphQLCoreExecutionContext):
    """An `execution_context_class` for `strawberry.Schema`.

    An operation is compiled when its second event comes, for all its subscribers, and kept with its document where
    `CompiledExecution` remembers that. Schemas whose extensions have a `resolve` are left to graphql-core."""

    compiled: ClassVar[bool] = True
    """False leaves all events to graphql-core."""
    _own: Compiled | None = None

    def build_per_event_executor(self, payload: Any) -> Any:
        schema: Schema = cast(Any, self.schema)._strawberry_schema
        if self._own is None and self.compiled:
            self._own = self._look_up(schema)
        if self._own is not None:
            extensions, variables = self.operation_extensions, self.variable_values
            return _Event(schema, self.context_value, extensions, payload, variables, self._own)
        executor = super().build_per_event_executor(payload)
        # Otherwise the fields of each event would be remembered until the subscription ends: 3 MiB a minute for some
        # twenty events a second.
        executor._relevant_sub_fields = {}
        return executor

    def _look_up(self, schema: Schema) -> Compiled | None:
        """What the operation was compiled to; None at its first event, and for one that is left to graphql-core."""
        documents, source = documents_of(schema), self.operation.loc and self.operation.loc.source.body
        if not documents.compilable or not source or (document := documents.last(source)) is None:
            return None
        name = self.operation.name.value if self.operation.name else None
        existing = document.operation(name)
        if existing is None or existing.node is not self.operation:
            return None
        return documents.compiled(document, name, self.variable_values, after=2)  # at the second event
