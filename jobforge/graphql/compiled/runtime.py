"""What a compiled operation calls while it runs.

This is graphql-core's execution with the plan's functions in place of its look-ups: the same tasks are
started in the same order, so what runs at the same time, which errors are kept and how they are sorted
stays the same. All errors go through a real graphql-core executor, made when it is first needed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from graphql import (
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLOutputType,
    GraphQLResolveInfo,
    GraphQLResolveInfoHelpers,
    GraphQLSchema,
    OperationDefinitionNode,
    default_field_resolver,
    default_type_resolver,
)
from graphql.execution import Executor
from graphql.execution.values import VariableValues
from graphql.pyutils import Path, gather_with_cancel
from strawberry import Schema
from strawberry.execution import optimized_is_awaitable as is_awaitable
from strawberry.types import ExecutionContext, Info

from .plan import FieldPlan, Operation

__all__ = ["Run", "awaited", "completed_list", "gathered", "is_awaitable", "serially", "settled"]

Complete = Callable[["Run", Any, Path], Any]


class Run:
    """One execution of a compiled operation.

    graphql-core's executor is made when something must be done its way. Infos do without: to `build_resolve_info` a
    run looks like an executor, with the same attributes."""

    __slots__ = ("_executor", "_info", "context", "planned", "root_value", "sync", "variable_values")

    is_awaitable = staticmethod(is_awaitable)
    abort_signal = None

    def __init__(
        self, planned: Operation, context: ExecutionContext, variables: VariableValues, sync: bool = False
    ) -> None:
        self.planned = planned
        self.context = context
        self.root_value = context.root_value
        self.variable_values = variables
        self.sync = sync
        self._executor: Executor[Any] | None = None
        self._info: tuple[FieldPlan, Path, GraphQLResolveInfo[Any]] | None = None

    @property
    def schema(self) -> GraphQLSchema:
        return self.context.schema._schema

    @property
    def operation(self) -> OperationDefinitionNode:
        return self.planned.node

    @property
    def fragment_definitions(self) -> dict[str, FragmentDefinitionNode]:
        return self.planned.definitions

    @property
    def context_value(self) -> Any:
        return self.context.context

    @property
    def operation_extensions(self) -> dict[str, Any] | None:
        return self.context.operation_extensions

    @property
    def async_helpers(self) -> GraphQLResolveInfoHelpers:
        return GraphQLResolveInfoHelpers(gather=self._gather, track=self._track)

    def _gather(self, awaitables: Sequence[Awaitable[Any]]) -> Awaitable[list[Any]]:
        return self.executor.gather_async_work(awaitables)

    def _track(self, values: Sequence[Any]) -> None:
        self.executor.track_async_work(values)

    @property
    def executor(self) -> Executor[Any]:
        """graphql-core's executor of this very request, as Strawberry would have made it."""
        if self._executor is None:
            settings: dict[str, Any] = {"operation_extensions": self.operation_extensions}
            if self.sync:
                settings["is_async_iterable"] = lambda _: False
            self._executor = self.context.schema.execution_context_class(
                self.schema,
                self.fragment_definitions,
                self.planned.fragments,
                self.root_value,
                self.context_value,
                self.operation,
                self.variable_values,
                default_field_resolver,
                default_type_resolver,
                default_field_resolver,
                is_awaitable=is_awaitable,  # type: ignore[arg-type]
                **settings,
            )
        return self._executor

    def result(self, data: dict[str, Any] | None, error: GraphQLError | None = None) -> ExecutionResult:
        """The response, with the errors met on the way and `error`, which left no data at all."""
        if error is not None:
            self.executor.collected_errors.add(error, None)
        errors = self._executor.collected_errors.errors if self._executor is not None else None
        return ExecutionResult(data, errors or None)

    def raw_info(self, field: FieldPlan, path: Path) -> GraphQLResolveInfo[Any]:
        """graphql-core's info for `field`; `path` may be that of an item in its lists."""
        while isinstance(path.key, int) and path.prev is not None:
            path = path.prev
        if self._info is None or self._info[0] is not field or self._info[1] is not path:
            build = self.context.schema.execution_context_class.build_resolve_info
            info = build(self, field.definition, field.nodes, field.parent, path)  # type: ignore[arg-type]
            self._info = field, path, info
        return self._info[2]

    def info(self, field: FieldPlan, path: Path) -> Info[Any, Any]:
        """Strawberry's info for a resolver's own function."""
        schema: Schema = self.context.schema
        owner = field.access.own.field  # type: ignore[union-attr]
        return schema.config.info_class(_raw_info=self.raw_info(field, path), _field=owner)

    def complete(self, field: FieldPlan, type_: GraphQLOutputType, value: Any, path: Path) -> Any:
        """Completes a value the exact way, by graphql-core."""
        info = self.raw_info(field, path)
        return self.executor.complete_value(type_, field.details, info, path, value, None)

    def again(
        self,
        fields: Sequence[FieldPlan],
        source: Any,
        path: Path | None,
        data: dict[str, Any],
        pending: list[str],
    ) -> None:
        """Reads and completes `fields`, one of which failed, the exact way."""
        for field in fields:
            current = Path(path, field.key, field.parent.name)
            value = self.executor.execute_field(field.parent, source, field.details, current, None)
            data[field.key] = value
            if is_awaitable(value):
                pending.append(field.key)

    def failed(self, field: FieldPlan, type_: GraphQLOutputType, error: Exception, path: Path) -> Any:
        """Null where an error was noted; from a place that cannot be null it goes on to the next that can."""
        self.executor.handle_field_error(error, type_, field.details, path)
        return None

    def abandon(self, awaitables: list[Awaitable[Any]]) -> None:
        """Lets what was begun beside a failed sibling come to its end."""
        if awaitables:
            self.executor.settle_in_background(awaitables)


async def awaited(
    run: Run,
    field: FieldPlan,
    type_: GraphQLOutputType,
    complete: Complete,
    value: Awaitable[Any],
    path: Path,
) -> Any:
    """Completes what `value` brings."""
    try:
        completed = complete(run, await value, path)
        return await completed if is_awaitable(completed) else completed
    except Exception as error:
        return run.failed(field, type_, error, path)


async def settled(run: Run, field: FieldPlan, type_: GraphQLOutputType, value: Awaitable[Any], path: Path) -> Any:
    """A value that is being completed, with its errors seen to."""
    try:
        return await value
    except Exception as error:
        return run.failed(field, type_, error, path)


async def gathered(data: dict[str, Any], pending: list[str]) -> dict[str, Any]:
    """`data` when the values under the keys in `pending` are there."""
    if len(pending) == 1:
        data[pending[0]] = await data[pending[0]]
    else:
        data.update(zip(pending, await gather_with_cancel(*[data[key] for key in pending]), strict=True))
    return data


def completed_list(
    run: Run,
    field: FieldPlan,
    item_type: GraphQLOutputType,
    complete: Complete,
    values: Sequence[Any],
    path: Path,
) -> Any:
    """A list each of whose items is completed by `complete`, or an awaitable of it."""
    done: list[Any] = []
    pending: list[int] = []
    iterator = iter(values)
    try:
        for index, value in enumerate(iterator):
            current = Path(path, index, None)
            try:
                if is_awaitable(value):
                    completed: Any = awaited(run, field, item_type, complete, value, current)
                    pending.append(index)
                else:
                    completed = complete(run, value, current)
                    if is_awaitable(completed):
                        completed = settled(run, field, item_type, completed, current)
                        pending.append(index)
            except Exception as error:
                completed = run.failed(field, item_type, error, current)
            done.append(completed)
    except Exception:
        run.abandon([*(done[index] for index in pending), *filter(is_awaitable, iterator)])
        raise
    return _gathered_list(done, pending) if pending else done


async def _gathered_list(done: list[Any], pending: list[int]) -> list[Any]:
    if len(pending) == 1:
        done[pending[0]] = await done[pending[0]]
    else:
        results = await gather_with_cancel(*[done[index] for index in pending])
        for index, result in zip(pending, results, strict=True):
            done[index] = result
    return done


def serially(run: Run, steps: Sequence[tuple[str, Callable[..., Any]]], type_name: str) -> Any:
    """The root fields of a mutation, each begun when the one before it is done."""
    data: dict[str, Any] = {}
    for number, (key, step) in enumerate(steps, 1):
        value = step(run, run.root_value, Path(None, key, type_name))
        data[key] = value
        if is_awaitable(value):
            return _rest_serially(run, data, key, steps[number:], type_name)
    return data


async def _rest_serially(
    run: Run, data: dict[str, Any], key: str, steps: Sequence[tuple[str, Callable[..., Any]]], type_name: str
) -> dict[str, Any]:
    data[key] = await data[key]
    for name, step in steps:
        value = step(run, run.root_value, Path(None, name, type_name))
        data[name] = await value if is_awaitable(value) else value
    return data
