"""The schema as it is published and executed."""

import re
from collections.abc import AsyncGenerator, Iterable
from datetime import datetime
from typing import Any

from graphql import GraphQLError
from strawberry import Schema
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import DisableIntrospection
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.exceptions import CannotGetOperationTypeError
from strawberry.types.execution import ExecutionContext, ExecutionResult, PreExecutionError
from strawberry.types.graphql import OperationType

from jobforge.errors import JobForgeError, Overloaded, RateLimited, ValidationError, VersionConflict
from jobforge.graphql.compiled import CompiledExecution, SharedResults, attribute_or_item, known_operation
from jobforge.graphql.events import EVENT_TYPES
from jobforge.graphql.limits import MAX_CHARACTERS, Limits
from jobforge.graphql.mutations import Mutation
from jobforge.graphql.node import trust_nodes
from jobforge.graphql.pipeline_types import ENTRY_TYPES
from jobforge.graphql.queries import Query
from jobforge.graphql.reference import describe
from jobforge.graphql.scalars import Base64, Base64Bytes, DateTime
from jobforge.graphql.subscriptions import Subscription
from jobforge.messaging.event_log import Event
from jobforge.operations.error_mapping import expected, fields_of
from jobforge.settings import Settings


class _Execution(SharedResults):
    """Events of an application look alike to all who may see them: they are its owner."""

    shared = (Event,)


class _PlainExecution(_Execution):
    compiled = False


class JobForgeSchema(Schema):
    """Every error leaves with a code, a status and details; what nobody expected is logged and masked."""

    async def execute(
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any | None = None,
        root_value: Any | None = None,
        operation_name: str | None = None,
        allowed_operation_types: Iterable[OperationType] | None = None,
        operation_extensions: dict[str, Any] | None = None,
    ) -> ExecutionResult:
        """As Strawberry's; an operation that was let through before and is compiled goes a shorter way."""
        if refused := _too_long(query):
            return refused
        existing = known_operation(self, query or "", operation_name)
        if existing is not None and (allowed_operation_types is None or existing.type in allowed_operation_types):
            cost = Limits.known_cost(query or "", existing.name, variable_values or {})
            if cost is not None and (result := await existing.execute(variable_values, context_value, root_value)):
                return ExecutionResult(result.data, result.errors, {"cost": cost})
        return await super().execute(
            query,
            variable_values,
            context_value,
            root_value,
            operation_name,
            allowed_operation_types,
            operation_extensions,
        )

    async def stream(self, query: str | None, *arguments: Any, **words: Any) -> AsyncGenerator[Any, None]:
        if refused := _too_long(query):
            return _only(refused)
        return await super().stream(query, *arguments, **words)

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        for error in errors:
            explain(error, suggestions=not self.config.disable_field_suggestions)


_QUOTED_VALUES = (
    (re.compile(r", found: .*", re.DOTALL), "."),
    (re.compile(r"( cannot represent (?:a )?(?:non[\w -]* )?value): .*", re.DOTALL), r"\1."),
    (re.compile(r"( got invalid value) .*?(; |$)", re.DOTALL), r"\1\2"),
    (re.compile(r"(found (?:BlockString|String|Int|Float)) .*", re.DOTALL), r"\1."),
)
"""Where graphql-core quotes a value, and what stays of the message."""
_SUGGESTION = re.compile(r" Did you mean (?:[a-z ]+ )?'\w+'(?:(?:, or|,| or) '\w+')*\?$")
"""Names of the schema, and nothing that a client sent, at the end of a message."""


def _too_long(query: str | None) -> PreExecutionError | None:
    # Before it is parsed: the lexer reads a string or a comment of a megabyte letter by letter.
    if query is None or len(query) <= MAX_CHARACTERS:
        return None
    error = GraphQLError(
        f"The document has more than {MAX_CHARACTERS} characters. Long texts belong into its variables."
    )
    explain(error)
    return PreExecutionError(None, [error])


async def _only(result: PreExecutionError) -> AsyncGenerator[Any, None]:
    yield result


def explain(error: GraphQLError, *, suggestions: bool = False) -> None:
    """Give the error its code, status and details, in place; with `suggestions`, keep the names that were meant."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    if cause is None:
        visible: JobForgeError = ValidationError()
        error.message = _without_values(error.message, suggestions)
    elif isinstance(cause, CannotGetOperationTypeError | MissingQueryError):
        visible = ValidationError()
        error.message = cause.as_http_error_reason() if isinstance(cause, CannotGetOperationTypeError) else str(cause)
    else:
        visible = expected(cause, path=error.path)
        error.message = visible.message
    # What a client sent may be quoted, half of a surrogate pair included.
    error.message = error.message.encode(errors="backslashreplace").decode()
    error.extensions = {"code": visible.code, "status": visible.status, "details": visible.details}
    if fields := fields_of(visible):
        error.extensions["fields"] = fields
    if isinstance(visible, VersionConflict):
        error.extensions["currentVersion"] = visible.current_version
    if isinstance(visible, RateLimited | Overloaded):
        error.extensions["retryAfter"] = visible.retry_after


def _without_values(message: str, suggestions: bool) -> str:
    """Return a message of graphql-core without what the client sent in the wrong place: it may be a password."""
    suggestion = _SUGGESTION.search(message) if suggestions else None
    message = message.partition(" Did you mean")[0]
    for pattern, kept in _QUOTED_VALUES:
        message = pattern.sub(kept, message)
    return message + suggestion[0] if suggestion else message


def failures(result: Any) -> list[BaseException]:
    """Why there is no data at all in a result; empty where there is some."""
    if getattr(result, "data", None) is not None:
        return []
    return [e.original_error for e in getattr(result, "errors", None) or () if e.original_error is not None]


def make_schema(settings: Settings | None = None) -> JobForgeSchema:
    """The schema; without settings, with the defaults."""
    chosen = settings or Settings.model_construct()
    extensions: list[Any] = [
        Limits,
        *([] if chosen.introspection else [DisableIntrospection]),
        *([CompiledExecution] if chosen.compiled else []),
    ]
    schema = JobForgeSchema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=(*EVENT_TYPES, *ENTRY_TYPES),
        extensions=extensions,
        execution_context_class=_Execution if chosen.compiled else _PlainExecution,
        config=StrawberryConfig(
            disable_field_suggestions=not chosen.introspection,  # a suggestion tells of the schema
            scalar_map={datetime: DateTime, Base64Bytes: Base64},
            default_resolver=attribute_or_item,
        ),
    )
    trust_nodes(schema._schema)
    describe(schema._schema)
    return schema
