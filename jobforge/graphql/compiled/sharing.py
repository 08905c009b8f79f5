"""One execution of a subscription's event for all who listen to it in the same form."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, ClassVar

from graphql import ExecutionResult, OperationDefinitionNode

from .events import CompiledEvents

__all__ = ["SharedResults"]

CACHE_SIZE = 256
"""Results remembered, of all operations and events."""

Kept = tuple[OperationDefinitionNode, object, dict[str, Any], ExecutionResult]


class SharedResults(CompiledEvents):
    """Compiled events, one execution for all who listen in the same form.

    Subscribers whose resolvers yield the very same object, and who asked in the same words with the same variables,
    get the very same result. That is right for objects that look alike to everybody who may see them: a subclass
    names their classes in `shared`. Only what is there without waiting and without errors is kept.
    """

    shared: ClassVar[tuple[type, ...]] = ()
    _kept: ClassVar[OrderedDict[tuple[int, int], Kept]] = OrderedDict()

    def build_per_event_executor(self, payload: Any) -> Any:
        if type(payload) not in self.shared:
            return super().build_per_event_executor(payload)
        key = id(self.operation), id(payload)
        if (remaining := self._kept.get(key)) is not None:
            operation, existing, variables, result = remaining
            if operation is self.operation and existing is payload and variables == self.variable_values.coerced:
                return _Answered(result)
        executor = super().build_per_event_executor(payload)
        executed = executor.execute_operation(False)
        if isinstance(executed, ExecutionResult) and not executed.errors:
            self._kept[key] = self.operation, payload, self.variable_values.coerced, executed
            while len(self._kept) > CACHE_SIZE:
                self._kept.popitem(last=False)
        return _Answered(executed)


class _Answered:
    """Stands for an executor that has done its work."""

    __slots__ = ("result",)

    def __init__(self, result: Any) -> None:
        self.result = result

    def execute_operation(self, serially: bool | None = None) -> Any:
        return self.result
