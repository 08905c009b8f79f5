"""GraphQL over HTTP: POST and GET, and server-sent events for subscriptions.

Follows the GraphQL-over-HTTP draft (https://graphql.github.io/graphql-over-http/draft/) for statuses and media types,
and the "distinct connections mode" of graphql-sse (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md).
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any
from urllib.parse import parse_qs

import orjson
import structlog
from anyio import CancelScope
from graphql import GraphQLError, OperationDefinitionNode, OperationType, parse
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send
from strawberry.exceptions import MissingQueryError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType as Operation

from jobforge.errors import (
    AnswerTooLarge,
    MethodNotAllowed,
    PayloadTooLarge,
    UnsupportedMediaType,
    ValidationError,
)
from jobforge.graphql.compiled import response_bytes
from jobforge.graphql.context import Context
from jobforge.graphql.limits import MAX_CHARACTERS, MAX_TOKENS
from jobforge.graphql.persisted_queries import PersistedQueries
from jobforge.graphql.scalars import LARGE_FILES
from jobforge.graphql.schema import JobForgeSchema, explain, failures
from jobforge.inputs import parse_json
from jobforge.messaging.listeners import Closing
from jobforge.operations.deadline import request_deadline
from jobforge.settings import current

log = structlog.get_logger(__name__)

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
EVENTS = "text/event-stream"
HEARTBEAT_SECONDS = 12
SEND_SECONDS = 10


class GraphQLOverHTTP:
    """One request in, one response or one stream of them out."""

    def __init__(self, schema: JobForgeSchema) -> None:
        self.schema = schema
        self.persisted = PersistedQueries()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        try:
            response = await self._answer(scope, headers, receive)
        except ClientDisconnect:
            return
        except Exception as cause:
            response = _refusal(cause)
        with contextlib.suppress(ClientDisconnect):
            await response(scope, receive, _impatient(send) if isinstance(response, StreamingResponse) else send)

    async def _answer(self, scope: Scope, headers: Headers, receive: Receive) -> Response:
        request = await _asked(scope, headers, receive)
        request["query"] = self.persisted.text_of(request)
        _check("query", request["query"], str)
        accepted = headers.get("accept", "")
        context = Context(headers, session=scope.get("session_secret"), base_path=scope.get("base_path", ""))
        if EVENTS in accepted and (_is_subscription(request) or not _takes_json(accepted)):
            return StreamingResponse(
                self._events(request, context), media_type=EVENTS, headers={"cache-control": "no-cache"}
            )
        methods = {Operation.QUERY} if scope["method"] == "GET" else {Operation.QUERY, Operation.MUTATION}
        try:
            async with request_deadline():
                result = await self.schema.execute(
                    request["query"],
                    variable_values=request.get("variables"),
                    operation_name=request.get("operationName"),
                    context_value=context,
                    allowed_operation_types=methods,
                )
        except InvalidOperationTypeError as error:
            if error.operation_type is Operation.SUBSCRIPTION:
                raise ValidationError(
                    f"Subscriptions come as server-sent events: send `Accept: {EVENTS}`, or use a WebSocket."
                ) from None
            raise MethodNotAllowed("Send mutations by POST.") from None
        except CannotGetOperationTypeError as error:
            raise ValidationError(error.as_http_error_reason()) from None
        except MissingQueryError as error:
            raise ValidationError(str(error)) from None
        media_type = GRAPHQL_JSON if GRAPHQL_JSON in accepted else JSON
        # In the older media type every well-formed request is a 200; the newer one tells what was not even begun.
        status = 400 if media_type == GRAPHQL_JSON and isinstance(result, PreExecutionError) else 200
        return Response(_bytes(result), status, _waiting(result), media_type)

    async def _events(self, asked: Mapping[str, Any], context: Context) -> AsyncGenerator[str, None]:
        yield ":\n\n"
        results = await self.schema.stream(
            asked["query"],
            variable_values=asked.get("variables"),
            operation_name=asked.get("operationName"),
            context_value=context,
        )
        async with aclosing(_with_heartbeat(results)) as beating:
            async for result in beating:
                if any(isinstance(reason, Closing) for reason in failures(result)):
                    return  # no `complete`: the client comes back
                yield ":\n\n" if result is None else _next(result)
        yield "event: complete\ndata:\n\n"


def _impatient(send: Send) -> Send:
    """Gives up on a reader of a stream that takes nothing for ten seconds, whatever waits to be sent."""

    async def sending(message: Message) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await send(message)
        except TimeoutError:
            log.info("slow_reader")
            raise ClientDisconnect from None

    return sending


async def _with_heartbeat(results: AsyncGenerator[Any, None]) -> AsyncGenerator[Any, None]:
    """The results, and None whenever there was none for a while; closes them at the end."""
    following: asyncio.Future[Any] | None = None
    try:
        while True:
            following = asyncio.ensure_future(anext(results))
            while not (await asyncio.wait({following}, timeout=HEARTBEAT_SECONDS))[0]:
                yield None
            try:
                yield following.result()
            except StopAsyncIteration:
                return
    finally:
        # A client that left cancels every wait, the ones that tidy up among them.
        with CancelScope(shield=True):
            if following is not None and not following.done():
                following.cancel()
                await asyncio.wait({following})
            await results.aclose()


def _bytes(result: Any) -> bytes:
    if isinstance(result, PreExecutionError):  # nothing was executed: there is no data, not even null
        return orjson.dumps({"errors": [error.formatted for error in result.errors or []]})
    content = response_bytes(result)
    if len(content) <= current().answer_bytes:
        return content
    return orjson.dumps({"data": None, "errors": [_explained(AnswerTooLarge()).formatted]})


def _waiting(result: Any) -> dict[str, str]:
    """The header that says how long to wait, where an error does."""
    errors = getattr(result, "errors", None) or ()
    seconds = [error.extensions["retryAfter"] for error in errors if "retryAfter" in (error.extensions or {})]
    return {"retry-after": str(max(seconds))} if seconds else {}


def _next(result: Any) -> str:
    return f"event: next\ndata: {_bytes(result).decode()}\n\n"


def _explained(cause: Exception) -> GraphQLError:
    error = GraphQLError(str(cause), original_error=cause)
    explain(error)
    return error


def _refusal(cause: Exception) -> Response:
    error = _explained(cause).formatted
    headers = {"allow": "GET, POST"} if isinstance(cause, MethodNotAllowed) else {}
    return Response(orjson.dumps({"errors": [error]}), error["extensions"]["status"], headers, JSON)


async def _asked(scope: Scope, headers: Headers, receive: Receive) -> dict[str, Any]:
    """The request's query, variables and operation name. Raises ValidationError and its like."""
    if scope["method"] == "GET":
        request: Any = {name: values[-1] for name, values in parse_qs(scope["query_string"].decode("latin-1")).items()}
        for name in ("variables", "extensions"):
            if name in request:
                request[name] = parse_json(request[name].encode(errors="replace"), name)
    elif scope["method"] == "POST":
        if headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
            raise UnsupportedMediaType()
        try:
            request = parse_json(await Request(scope, receive).body(), "body")
        except PayloadTooLarge as error:
            raise PayloadTooLarge(f"{error.message} {LARGE_FILES}") from None
    else:
        raise MethodNotAllowed("Send GraphQL by POST or GET.")
    if isinstance(request, list):
        raise ValidationError("Batches are not taken: send one operation a request.")
    if not isinstance(request, dict):
        raise ValidationError("The body must be a JSON object.")
    _check("operationName", request.get("operationName"), str | None)
    _check("variables", request.get("variables"), dict | None)
    _check("extensions", request.get("extensions"), dict | None)
    return request


def _check(name: str, value: object, kind: Any) -> None:
    if not isinstance(value, kind):
        target = {"query": "a string", "operationName": "a string or null"}.get(name, "an object or null")
        raise ValidationError(f"`{name}` must be {target}.")


def _takes_json(accepted: str) -> bool:
    return any(kind in accepted for kind in (JSON, GRAPHQL_JSON, "*/*", "application/*"))


def _is_subscription(asked: Mapping[str, Any]) -> bool:
    if len(asked["query"]) > MAX_CHARACTERS:
        return False
    try:
        document = parse(asked["query"], max_tokens=MAX_TOKENS)
    except GraphQLError:
        return False
    name = asked.get("operationName")
    return any(
        isinstance(node, OperationDefinitionNode)
        and node.operation is OperationType.SUBSCRIPTION
        and (name is None or (node.name is not None and node.name.value == name))
        for node in document.definitions
    )
