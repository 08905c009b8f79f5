"""Carrying out what is compiled."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLInputType,
    Undefined,
    get_nullable_type,
    is_input_object_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values
from graphql.utilities import coerce_input_value
from strawberry import Schema
from strawberry.types import ExecutionContext

from .emit import Compiled
from .plan import Operation
from .runtime import Run, is_awaitable

__all__ = ["perform", "read_variables"]

MAX_ERRORS = 50
"""Errors told about one request's variables; graphql-core's own limit."""

_NO_VARIABLES = VariableValues({}, {})


def read_variables(
    schema: Schema, operation: Operation, given: dict[str, Any] | None
) -> VariableValues | list[GraphQLError]:
    """The variables of a request as the operation takes them, or what is wrong with them."""
    definitions = operation.node.variable_definitions
    if not definitions:
        return _NO_VARIABLES
    if operation.signatures is None:
        operation.signatures = _signatures(schema, operation)
    if operation.signatures and (read := _read_shallow(operation.signatures, given or {})) is not None:
        return read
    return get_variable_values(schema._schema, definitions, given or {}, MAX_ERRORS)


def _signatures(schema: Schema, operation: Operation) -> tuple[GraphQLVariableSignature, ...]:
    """Those of variables whose values cannot be nested deeply, and that have no default."""
    signatures = []
    for definition in operation.node.variable_definitions or ():
        signature = get_variable_signature(schema._schema, definition)
        if isinstance(signature, GraphQLError) or definition.default_value or not _is_shallow(signature.type):
            return ()
        signatures.append(signature)
    return tuple(signatures)


def _is_shallow(type_: GraphQLInputType) -> bool:
    inner = get_nullable_type(type_)
    if is_input_object_type(inner):
        return all(is_leaf_type(get_nullable_type(field.type)) for field in inner.fields.values())
    return is_leaf_type(inner)


def _read_shallow(signatures: tuple[GraphQLVariableSignature, ...], given: dict[str, Any]) -> VariableValues | None:
    """What graphql-core makes of the values; None where one of them does not fit, for it to say what is wrong."""
    sources: dict[str, VariableValueSource] = {}
    coerced: dict[str, Any] = {}
    for signature in signatures:
        value = given.get(signature.name, Undefined)
        if value is Undefined:
            if is_non_null_type(signature.type):
                return None
            sources[signature.name] = VariableValueSource(signature)
            continue
        sources[signature.name] = VariableValueSource(signature, value)
        coerced[signature.name] = fitting = coerce_input_value(value, signature.type)
        if fitting is Undefined:
            return None
    return VariableValues(sources, coerced)


def perform(
    compiled: Compiled, context: ExecutionContext, variables: VariableValues, sync: bool = False
) -> ExecutionResult | Awaitable[ExecutionResult]:
    """Calls the compiled operation; the result is whole, with the errors met on the way."""
    run = Run(compiled.plan.operation, context, variables, sync)
    try:
        data = compiled.execute(run)
    except GraphQLError as error:
        return run.result(None, error)
    return _finished(run, data) if is_awaitable(data) else run.result(data)


async def _finished(run: Run, data: Awaitable[dict[str, object]]) -> ExecutionResult:
    try:
        return run.result(await data)
    except GraphQLError as error:
        return run.result(None, error)
