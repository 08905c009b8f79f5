"""`/metrics`: for whoever brings JOBFORGE_METRICS_TOKEN; also a port of its own for processes without an API."""

import asyncio
import contextlib
import hmac
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jobforge import messaging, metrics, security, tracing
from jobforge.errors import NotFound
from jobforge.operations import backlog
from jobforge.settings import Settings, current
from jobforge.storage import database


def observe(settings: Settings, service: str) -> None:
    """Begin to count and to trace, where the settings or OpenTelemetry's variables ask for it."""
    if settings.metrics_token is not None or settings.metrics_port is not None:
        metrics.enable()
    tracing.enable(service)


async def _page() -> Response:
    waiting = await backlog.waiting()
    size, idle = database.pool_use()
    gauges = {
        "queue_depth": float(waiting.queued),
        "oldest_waiting_seconds": waiting.oldest_seconds,
        "runs_in_progress": float(waiting.processing),
        "subscriptions": float(messaging.current().listeners.total()),
        "database_connections": float(size),
        "database_connections_idle": float(idle),
    }
    return Response(metrics.render(gauges), media_type=metrics.CONTENT_TYPE)


async def with_token(request: Request) -> Response:
    """Answer with the metrics; without the right token there is nothing here."""
    token = current().metrics_token
    values = security.bearer(request.headers.get("authorization")) or ""
    if token is None or not hmac.compare_digest(values.encode(), token.get_secret_value().encode()):
        raise NotFound("There is nothing at this address.")
    return await _page()


async def _without_token(_: Request) -> Response:
    return await _page()


class _Server(uvicorn.Server):
    """Leaves the signals to the process that it is a part of."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


ROUTES = [Route("/metrics", with_token, include_in_schema=False)]


@contextlib.asynccontextmanager
async def own_port(settings: Settings) -> AsyncIterator[None]:
    """Serve /metrics on JOBFORGE_METRICS_PORT, where it is set, until the block ends."""
    if settings.metrics_port is None:
        yield
        return
    app = Starlette(routes=[Route("/metrics", _without_token)])
    config = uvicorn.Config(
        app, host=settings.metrics_host, port=settings.metrics_port, log_config=None, access_log=False, lifespan="off"
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        yield
    finally:
        server.should_exit = True
        await serving
