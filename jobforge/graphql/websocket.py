"""GraphQL over WebSocket: graphql-transport-ws, spoken by Strawberry, with our users, errors and limits.

The protocol: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
"""

import contextlib
import gc
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

import orjson
from graphql import GraphQLError
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

from jobforge import messaging
from jobforge.errors import AnswerTooLarge, AuthenticationError, JobForgeError, RateLimited
from jobforge.graphql.compiled import data_json
from jobforge.graphql.context import Context
from jobforge.graphql.persisted_queries import PersistedQueries
from jobforge.graphql.schema import JobForgeSchema, explain, failures
from jobforge.graphql.socket_registry import TOKEN_ENDED, TOO_MANY, Registration, SocketRegistry
from jobforge.messaging.listeners import Closing
from jobforge.operations import accounts
from jobforge.security import Token
from jobforge.settings import current

INIT_SECONDS = 10
RESTART = 1012
"""Service restart: clients come back by themselves."""
COLLECT_AFTER = 50
"""Closed sockets: each leaves some hundred objects in cycles, which the next ones can use again."""
MAX_OPERATIONS = 100
"""Of one socket, at a time."""


class Adapter(ASGIWebSocketAdapter):
    """Sends JSON made by orjson. (A peer that does not read is dropped by `http.uvicorn_websocket`.)"""

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

    view: "GraphQLOverWebSocket"
    registration: Registration

    async def handle(self) -> None:
        self.context.on_user = self.authenticated
        self.registration = self.view.sockets.add(self.websocket)
        with contextlib.ExitStack() as guards:
            self._guards = guards
            try:
                await super().handle()
            finally:
                self.registration.remove()

    async def handle_message(self, message: Any) -> None:
        if _is_message(message):
            await super().handle_message(message)
        else:
            await self.handle_invalid_message("This is no message of graphql-transport-ws")

    async def handle_connection_init(self, message: Any) -> None:
        try:
            await super().handle_connection_init(message)
        except RateLimited as error:
            await self.websocket.close(code=TOO_MANY, reason=error.message)

    def authenticated(self, user_id: UUID, token: Token) -> None:
        """The socket is this user's from now on. Raises RateLimited."""
        self.registration.set_user(user_id)
        state = cast(Adapter, self.websocket).ws.scope.get("state", {})
        if allow_large_messages := state.get("user_known"):
            allow_large_messages()
        self._guards.enter_context(messaging.current().listeners.guard(token, self._token_ended))

    def _token_ended(self) -> None:
        # Running subscriptions tell why; whoever only keeps the socket open has a while to leave.
        self.registration.set_anonymous(TOKEN_ENDED)

    async def handle_subscribe(self, message: Any) -> None:
        if not self.connection_acknowledged or message["id"] in self.operations:
            await super().handle_subscribe(message)  # closes the socket
            return
        if len(self.operations) >= MAX_OPERATIONS:
            limit = RateLimited(f"This WebSocket has {MAX_OPERATIONS} operations running, which is the limit.")
            await self._refuse(message["id"], limit)
            return
        payload = message["payload"]
        try:
            query = self.view.persisted.text_of(payload)
        except JobForgeError as error:
            await self._refuse(message["id"], error)
            return
        await super().handle_subscribe(message | {"payload": payload | {"query": query}})

    async def _refuse(self, operation_id: str, cause: JobForgeError) -> None:
        """Answer an operation with an error; the socket stays open."""
        error = GraphQLError(cause.message, original_error=cause)
        explain(error)
        await self.send_message({"id": operation_id, "type": "error", "payload": [error.formatted]})

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
            if len(orjson.dumps(result.data)) > current().answer_bytes:
                error = GraphQLError(AnswerTooLarge.message, original_error=AnswerTooLarge())
                explain(error)
                await operation.send_initial_errors([error])
                return
            await operation.send_next(result)


def _is_message(message: Any) -> bool:
    """Return whether this has the shape of a message that the handler knows: clients may send anything."""
    if not isinstance(message, dict):
        return False
    payload = message.get("payload")
    match message.get("type"):
        case "connection_init":
            return isinstance(payload, dict) or "payload" not in message
        case "subscribe":
            return (
                isinstance(message.get("id"), str)
                and isinstance(payload, dict)
                and isinstance(payload.get("extensions"), dict | None)
                and (isinstance(payload.get("query"), str) or _is_persisted(payload))
                and isinstance(payload.get("variables"), dict | None)
                and isinstance(payload.get("operationName"), str | None)
            )
        case "complete":
            return isinstance(message.get("id"), str)
        case kind:
            return kind in ("ping", "pong")


def _is_persisted(payload: Mapping[str, Any]) -> bool:
    """Return whether a payload names its document by a hash alone."""
    return payload.get("query") is None and "persistedQuery" in (payload.get("extensions") or {})


class GraphQLOverWebSocket(GraphQL[Context, None]):
    """Only the WebSocket side of Strawberry's ASGI application."""

    websocket_adapter_class = Adapter
    graphql_transport_ws_handler_class = Handler

    def __init__(
        self, schema: JobForgeSchema, allowed_origins: Sequence[str], persisted: PersistedQueries | None = None
    ) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
            connection_init_wait_timeout=timedelta(seconds=INIT_SECONDS),
            max_subscriptions_per_connection=MAX_OPERATIONS,
            allowed_origins=allowed_origins,
        )
        self.sockets = SocketRegistry()
        self.persisted = persisted or PersistedQueries()
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
        """Close the socket with 4403 for a bad token or cookie; none leaves it open for a while. Raises RateLimited."""
        if context.token is not None or context.session is not None:
            try:
                access = await context.access()
                user = await accounts.user_of(access)
            except AuthenticationError:
                raise ConnectionRejectionError from None
            if context.on_user is not None:
                context.on_user(user.id, access)
        return UNSET
