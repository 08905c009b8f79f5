"""Serving the application by uvicorn, and the sentences a person sees when it begins."""

import contextlib
import errno
import gc
import resource
import signal
import socket
from types import FrameType

import uvicorn
from rich.console import Console
from starlette.types import ASGIApp

from jobforge import messaging
from jobforge.errors import ConfigurationError
from jobforge.http import pages
from jobforge.http.base_path import ForwardedHeaders
from jobforge.http.uvicorn_protocol import HttpProtocol
from jobforge.http.uvicorn_websocket import MAX_MESSAGE_BYTES, WebSocketProtocol
from jobforge.settings import Settings

GC_THRESHOLD = 10_000  # new containers between two looks; a dashboard makes some 500
SHUTDOWN_SECONDS = 4
MAX_DESCRIPTORS = 65_536
OWN_DESCRIPTORS = 96
"""For the database, Redis, child processes, files and providers."""
MIN_CONNECTIONS = 16
KEEP_ALIVE_SECONDS = 15


def bind(settings: Settings) -> socket.socket:
    """The socket to serve on. Raises ConfigurationError when the port is taken or the address is not ours."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            raise ConfigurationError(
                f"Port {settings.port} on {settings.host} is taken. Set JOBFORGE_PORT or give --port to use another."
            ) from None
        raise ConfigurationError(
            f"Cannot listen on {settings.host} port {settings.port}: {error.strerror}. Check JOBFORGE_HOST and "
            "JOBFORGE_PORT."
        ) from None
    return listening


def raise_descriptor_limit() -> int:
    """Take as many descriptors as the system gives; return how many connections fit into them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    target = MAX_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, MAX_DESCRIPTORS)
    if soft < target:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (target, hard))
            soft = target
    return max(MIN_CONNECTIONS, soft - OWN_DESCRIPTORS)


def serve(app: ASGIApp, settings: Settings, listening: socket.socket) -> None:
    """Serves until a signal ends it."""
    config = uvicorn.Config(
        ForwardedHeaders(app, list(settings.trusted_proxies)) if settings.trusted_proxies else app,
        log_config=None,
        access_log=False,
        server_header=False,
        http=HttpProtocol,
        ws=WebSocketProtocol,
        ws_max_size=MAX_MESSAGE_BYTES,
        ws_max_queue=8,
        # A compressor takes a third of a MiB for each socket, and gains little on messages of a few hundred bytes.
        ws_per_message_deflate=False,
        lifespan="on",
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )
    HttpProtocol.max_connections = min(settings.connections, raise_descriptor_limit())
    # uvicorn raises the signal that ended it once more when it is done; by then all is in order: exit with 0.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    # What is there now stays: the collector need not walk it again and again (a fifth of a dashboard's time).
    gc.collect()
    gc.freeze()
    gc.set_threshold(GC_THRESHOLD)
    _Server(config).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Tells the streams that the end has come, so that they need not be cut off."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        messaging.close_listeners()


def welcome(settings: Settings, port: int) -> None:
    """Says where everything is, where the data lies, and who reads it."""
    local = settings.host in ("127.0.0.1", "::1", "0.0.0.0", "::")  # noqa: S104 # nosec B104
    host = "localhost" if local else f"[{settings.host}]" if ":" in settings.host else settings.host
    origin = f"http://{host}:{port}{settings.base_path}"
    data = "PostgreSQL" if settings.on_postgres else settings.database.removeprefix("sqlite://")
    writers, privacy = pages.who_writes(settings)
    console = Console(highlight=False, soft_wrap=True)
    console.print("[bold]JobForge[/bold] is serving")
    for name, path in {
        "Start here": "/",
        "GraphQL": "/graphql",
        "REST": "/docs",
        "Health": "/readyz",
    }.items():
        console.print(f"  {name:<11} {origin}{path}")
    console.print(f"  {'Data':<11} {data}")
    console.print(f"  {'Writers':<11} {writers}")
    console.print(f"  {'Privacy':<11} {privacy}")
