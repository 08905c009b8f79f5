"""GraphQL over WebSocket: graphql-transport-ws, spoken by Strawberry, with our users, errors and limits.

The protocol: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
"""

import contextlib
import gc
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, cast

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.exceptions import WebSocketDisconnected
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.types import ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.unset import UNSET, UnsetType

from jobforge.errors import AuthenticationError
from jobforge.graphql.compiled import data_json
from jobforge.graphql.context import Context
from jobforge.graphql.schema import JobForgeSchema, failures
from jobforge.messaging.listeners import Closing
from jobforge.operations import accounts

INIT_SECONDS = 10
RESTART = 1012  # "service restart": clients come back by themselves
COLLECT_AFTER = 50  # closed sockets: each leaves some hundred objects in circles, which the next ones can use again
MAX_OPERATIONS = 100  # of one socket, at a time


class Adapter(ASGIWebSocketAdapter):
    """Sends JSON made by orjson. (A reader that takes nothing is dropped by `protocol.WebSocketProtocol`.)"""

    async def send_json(self, message: Mapping[str, object]) -> None:
        try:
            await self.ws.send_text(orjson.dumps(message, option=orjson.OPT_UTC_Z).decode())
        except Exception as error:  # uvicorn's own, once the client is gone
            raise WebSocketDisconnected from error

    async def close(self, code: int, reason: str) -> None:
        with contextlib.suppress(RuntimeError, WebSocketDisconnect):
            await super().close(code, reason)


class Handler(BaseGraphQLTransportWSHandler[Context, None]):
    """An operation that needs a user and has none, or loses it, ends with an `error` message."""

    async def handle_message(self, message: Any) -> None:
        if _is_message(message):
            await super().handle_message(message)
        else:
            await self.handle_invalid_message("This is no message of graphql-transport-ws")

    async def handle_task_exception(self, error: Exception) -> None:
        if not isinstance(error, WebSocketDisconnected):  # a client that leaves is no fault of ours
            await super().handle_task_exception(error)

    async def _send_result_stream(self, operation: Operation[Context, None], result_source: Any) -> None:
        async for result in result_source:
            reasons = failures(result)
            if any(isinstance(reason, Closing) for reason in reasons):
                operation.completed = True
                await self.websocket.close(code=RESTART, reason="The server restarts")
                return
            if isinstance(result, PreExecutionError) or any(isinstance(r, AuthenticationError) for r in reasons):
                await operation.send_initial_errors(result.errors or [])
                return
            if not isinstance(result, ExecutionResult):
                await self._reject_incremental_delivery(operation)
                return
            result.data = cast(Any, data_json(result.data))  # the result is of this subscriber, its data of all
            await operation.send_next(result)


def _is_message(said: Any) -> bool:
    """Whether it has the shape of a message that the handler knows: clients may send anything."""
    if not isinstance(said, dict):
        return False
    payload = said.get("payload")
    match said.get("type"):
        case "connection_init":
            return isinstance(payload, dict) or "payload" not in said
        case "subscribe":
            return (
                isinstance(said.get("id"), str)
                and isinstance(payload, dict)
                and isinstance(payload.get("query"), str)
                and isinstance(payload.get("variables"), dict | None)
                and isinstance(payload.get("operationName"), str | None)
            )
        case "complete":
            return isinstance(said.get("id"), str)
        case kind:
            return kind in ("ping", "pong")


class GraphQLOverWebSocket(GraphQL[Context, None]):
    """Only the WebSocket side of Strawberry's ASGI application."""

    websocket_adapter_class = Adapter
    graphql_transport_ws_handler_class = Handler

    def __init__(self, schema: JobForgeSchema, allowed_origins: Sequence[str]) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
            connection_init_wait_timeout=timedelta(seconds=INIT_SECONDS),
            max_subscriptions_per_connection=MAX_OPERATIONS,
            allowed_origins=allowed_origins,
        )
        self._closed = 0

    def decode_json(self, data: str | bytes) -> object:
        try:
            return json.loads(data)
        except RecursionError:
            raise json.JSONDecodeError("nested too deeply", "", 0) from None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._closed += 1
            if self._closed % COLLECT_AFTER == 0:
                gc.collect()

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        scope = request.scope
        session, base_path = scope.get("session_secret"), scope.get("base_path", "")
        return Context(request.headers, is_socket=True, session=session, base_path=base_path)

    async def on_ws_connect(self, context: Context) -> UnsetType:
        """A bad token or cookie closes the socket with 4403; none leaves it open."""
        if context.token is not None or context.session is not None:
            try:
                await accounts.authenticate(context.token, context.session)
            except AuthenticationError:
                raise ConnectionRejectionError from None
        return UNSET
