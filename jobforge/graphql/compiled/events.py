"""Events of subscriptions, executed by what their operation was compiled to.

`Schema.subscribe` and the stream that it gives stay graphql-core's; each event is then an execution of its own, of the
same operation, with the event as root value.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Hashable
from dataclasses import dataclass, field
from typing import Any, ClassVar, cast

from graphql import DocumentNode, ExecutionResult, OperationDefinitionNode
from graphql.execution.values import VariableValues
from strawberry import Schema
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types import ExecutionContext

from .emit import Compiled, emit
from .perform import perform
from .plan import Operation, Unsupported, conditions, plan

__all__ = ["CompiledEvents"]

KEPT = 256
"""Operations remembered."""
MOST_PLANS = 8
"""Compiled forms of one operation, each for the conditions met so far."""


@dataclass(slots=True)
class _Known:
    """An operation, and what was made of it."""

    node: OperationDefinitionNode
    conditions: tuple[str, ...] | None
    """The variables of `@skip` and `@include`; None where it is left to graphql-core."""
    plans: dict[Hashable, Compiled | None] = field(default_factory=dict)


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

    An operation is compiled when its second event comes, for all its subscribers: documents should be parsed once for
    all, as `CompiledExecution` does."""

    compiled: ClassVar[bool] = True
    """False leaves all events to graphql-core."""
    _known: ClassVar[OrderedDict[int, _Known]] = OrderedDict()
    _own: Compiled | None = None

    def build_per_event_executor(self, payload: Any) -> Any:
        if self._own is None and self.compiled:
            self._own = self._look_up()
        if self._own is not None:
            schema: Schema = cast(Any, self.schema)._strawberry_schema
            return _Event(
                schema, self.context_value, self.operation_extensions, payload, self.variable_values, self._own
            )
        executor = super().build_per_event_executor(payload)
        # Otherwise the fields of each event would be remembered until the subscription ends: 3 MiB a minute for some
        # twenty events a second.
        executor._relevant_sub_fields = {}
        return executor

    def _look_up(self) -> Compiled | None:
        """What the operation was compiled to; None at its first event, and for one that is left to graphql-core."""
        key = id(self.operation)
        known = self._known.get(key)
        if known is None or known.node is not self.operation:
            self._known[key] = _Known(self.operation, self._conditions())
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            return None
        if known.conditions is None:
            return None
        values = tuple(map(self.variable_values.coerced.get, known.conditions))
        if values not in known.plans and len(known.plans) < MOST_PLANS:
            known.plans[values] = self._compile()
        return known.plans.get(values)

    def _conditions(self) -> tuple[str, ...] | None:
        try:
            return conditions(DocumentNode(definitions=(self.operation, *self.fragment_definitions.values())))
        except Unsupported:
            return None

    def _compile(self) -> Compiled | None:
        operation = Operation(self.operation, self.fragments, self.fragment_definitions)
        try:
            return emit(plan(cast(Any, self.schema)._strawberry_schema, operation, self.variable_values))
        except (Unsupported, RecursionError):
            return None
