"""`/mcp` over streamable HTTP, and the relay between it and an assistant that speaks over stdin and stdout."""

import contextlib
import logging
from collections.abc import AsyncIterator

import anyio
import httpx2
from mcp.client.streamable_http import streamable_http_client
from mcp.server import MCPServer
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from jobforge import __version__, security
from jobforge.errors import ConfigurationError
from jobforge.mcp.tools import INSTRUCTIONS, register_all
from jobforge.operations import accounts

WAIT_SECONDS = 900.0
"""For an answer: a phase by a model on this machine may take ten minutes."""


class McpOverHTTP:
    """The ASGI application at `/mcp`: stateless, so that any process can answer, and only for bearers of a token."""

    def __init__(self) -> None:
        handlers = logging.getLogger().handlers[:]
        self._server = MCPServer("jobforge", version=__version__, instructions=INSTRUCTIONS)
        logging.getLogger().handlers[:] = handlers  # the SDK adds one of its own to the root logger
        register_all(self._server)
        # A bearer is asked for below and cookies never count, so that no page can use a browser against us: the SDK's
        # check of hosts would only refuse proxies.
        unchecked = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        self._app: ASGIApp = self._server.streamable_http_app(
            stateless_http=True, json_response=False, transport_security=unchecked
        )

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep the SDK's task group open; it must be entered before the first request."""
        async with self._server.session_manager.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await accounts.authenticate(security.bearer(Headers(scope=scope).get("authorization")))
        await self._app(scope, receive, send)


async def relay(url: str, token: str) -> None:
    """Pass messages between stdin and stdout and the server at `url`, with the token, until stdin ends.

    Raises ConfigurationError when the token is missing."""
    if not token:
        raise ConfigurationError("Set JOBFORGE_TOKEN to a token of yours, so that the assistant may work in your name.")
    async with (
        httpx2.AsyncClient(headers={"authorization": f"Bearer {token}"}, timeout=WAIT_SECONDS) as client,
        streamable_http_client(url, http_client=client) as (from_server, to_server, *_),
        stdio_server() as (from_assistant, to_assistant),
        anyio.create_task_group() as tasks,
    ):

        async def upstream() -> None:
            async for message in from_assistant:
                if not isinstance(message, Exception):
                    await to_server.send(message)
            tasks.cancel_scope.cancel()

        async def downstream() -> None:
            async for message in from_server:
                if not isinstance(message, Exception):
                    await to_assistant.send(message)

        tasks.start_soon(upstream)
        tasks.start_soon(downstream)
