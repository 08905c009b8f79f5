"""The application: puts the doors, the pages and what they stand on together."""

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from jobforge import __version__, background, messaging, owner_socket, security, settings
from jobforge.errors import ConfigurationError, JobForgeError, MethodNotAllowed, NotFound, ValidationError
from jobforge.graphql.http import GraphQLOverHTTP
from jobforge.graphql.schema import make_schema
from jobforge.graphql.websocket import GraphQLOverWebSocket
from jobforge.http import health, metrics_page, pages
from jobforge.http.base_path import BasePath
from jobforge.http.middleware import Edge
from jobforge.operations import events
from jobforge.rest import contract
from jobforge.rest.routes import PREFIX, Rest, respond_to
from jobforge.sandbox import pool
from jobforge.settings import Settings
from jobforge.storage import database
from jobforge.web import cookies
from jobforge.web.calendar import CalendarFeed
from jobforge.web.session import Sessions

if TYPE_CHECKING:
    from jobforge.mcp.server import McpOverHTTP

GRAPHQL = "/graphql"
SESSION = "/session"
MCP = "/mcp"
CALENDAR = "/calendar/"


def create_app(chosen: Settings, *, with_worker: bool = False) -> ASGIApp:
    """The whole service as one ASGI application; with the worker, everything in one process."""
    settings.use(chosen)
    security.secret_keys(chosen)
    metrics_page.observe(chosen, "jobforge-api")
    mcp = _mcp() if chosen.mcp else None
    app: ASGIApp = Doors(chosen, make_site(chosen, with_worker=with_worker, mcp=mcp), mcp)
    if chosen.cors_origins:
        app = CORSMiddleware(
            app,
            allow_origins=chosen.cors_origins,
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "X-Request-ID"],
            expose_headers=["Content-Disposition", "ETag", "JobForge-Warnings", "Retry-After", "X-Request-ID"],
        )
    return Edge(BasePath(app, chosen.base_path))


class Doors:
    """The short way to the doors; what is neither GraphQL nor REST goes to the pages."""

    def __init__(self, chosen: Settings, site: FastAPI, mcp: "McpOverHTTP | None") -> None:
        schema = make_schema(chosen)
        self.graphql = GraphQLOverHTTP(schema)
        self.socket = GraphQLOverWebSocket(schema, chosen.cors_origins, self.graphql.persisted)
        self.rest = Rest()
        self.sessions = Sessions()
        self.calendar = CalendarFeed()
        self.site = site
        self.mcp = mcp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] != "lifespan":
            scope["session_secret"] = cookies.session_secret(scope)
        if scope["type"] == "websocket":
            await (self.socket if path == GRAPHQL else self.site)(scope, receive, send)
        elif path == GRAPHQL and not _wants_page(scope):
            await self.graphql(scope, receive, send)
        elif path.startswith(PREFIX):
            await self.rest(scope, receive, send)
        elif path == MCP and self.mcp is not None:
            await self._assist(self.mcp, scope, receive, send)
        elif path.startswith(CALENDAR):
            await self.calendar(scope, receive, send)
        elif path == SESSION or path.startswith(f"{SESSION}/"):
            await self.sessions(scope, receive, send)
        else:
            await self.site(scope, receive, send)

    @staticmethod
    async def _assist(mcp: "McpOverHTTP", scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await mcp(scope, receive, send)
        except JobForgeError as error:  # before the first byte: whoever asks has no good token
            await respond_to(error, scope["path"])(scope, receive, send)


def _wants_page(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and b"query=" not in scope["query_string"]
        and "text/html" in Headers(scope=scope).get("accept", "")
    )


def _mcp() -> "McpOverHTTP":
    """Return the transport for assistants. Raises ConfigurationError when the extra is not installed."""
    try:
        from jobforge.mcp.server import McpOverHTTP  # the SDK takes a second to load
    except ImportError as error:
        raise ConfigurationError(
            f"JOBFORGE_MCP is on, but the extra `mcp` is not installed ({error.name}): pip install 'jobforge[mcp]'."
        ) from None
    return McpOverHTTP()


def make_site(chosen: Settings, *, with_worker: bool = False, mcp: "McpOverHTTP | None" = None) -> FastAPI:
    """The pages, the health checks and the OpenAPI contract."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        works: dict[str, background.Work] = {"authorizations": events.watch_authorizations}
        if with_worker:
            works["worker"] = _embedded_worker(chosen)
        async with (
            database.opened(chosen),
            messaging.opened(chosen),
            pool.opened(chosen),
            background.running(**works),
            mcp.running() if mcp is not None else contextlib.nullcontext(),
            metrics_page.own_port(chosen),
            contextlib.nullcontext() if chosen.on_postgres else owner_socket.listening(chosen),
        ):
            yield

    site = FastAPI(
        title="JobForge",
        version=__version__,
        description="The REST API. Everything else, live progress included, is in GraphQL at /graphql.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    contract.describe(site)
    site.router.routes.extend(pages.routes(chosen))
    site.router.routes.extend(health.ROUTES)
    site.router.routes.extend(metrics_page.ROUTES)
    site.add_route(GRAPHQL, _graphiql, include_in_schema=False)
    for kind in (HTTPException, RequestValidationError, JobForgeError, Exception):
        site.add_exception_handler(kind, _refuse)
    return site


def _embedded_worker(chosen: Settings) -> background.Work:
    from jobforge import worker  # what writes documents takes a while to load, and only some processes write

    return lambda: worker.run(chosen)


async def _graphiql(request: Request) -> Response:
    return pages.graphiql(request)


async def _refuse(request: Request, cause: Exception) -> Response:
    if isinstance(cause, HTTPException) and cause.status_code == 404 and pages.is_page_wanted(request):
        return pages.shell(request, status=404)
    if isinstance(cause, HTTPException):
        existing = {404: NotFound("There is nothing at this address."), 405: MethodNotAllowed()}
        cause = existing.get(cause.status_code, ValidationError(str(cause.detail)))
    return respond_to(cause, request.url.path)
