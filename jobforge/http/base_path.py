"""The path below which everything is served: set, or told by a trusted proxy in X-Forwarded-Prefix."""

import re

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

FORWARDED_PREFIX = b"x-forwarded-prefix"
VALID_BASE_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")
MAX_CHARACTERS = 200


class ForwardedHeaders:
    """What proxies at trusted addresses say of a request: scheme, client, prefix. uvicorn knows the first two."""

    def __init__(self, app: ASGIApp, trusted: list[str]) -> None:
        self._inner = ProxyHeadersMiddleware(app, trusted)  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        if client and client[0] in self._inner.trusted_hosts:
            scope["forwarded_prefix"] = _prefix(scope)
        await self._inner(scope, receive, send)  # type: ignore[arg-type]


def _prefix(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == FORWARDED_PREFIX:
            prefix = value.decode("latin-1").strip().rstrip("/")
            return prefix if len(prefix) <= MAX_CHARACTERS and VALID_BASE_PATH.fullmatch(prefix) else ""
    return ""


class BasePath:
    """Takes the base path off the path, and leaves it in the scope for addresses that are handed out.

    A proxy may take it off by itself: what comes without it is served, too."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self.app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            base = scope.get("forwarded_prefix") or self._base
            path: str = scope["path"]
            if base and path == base and scope["type"] == "http":
                await RedirectResponse(f"{base}/")(scope, receive, send)
                return
            if base and path.startswith(f"{base}/"):
                scope = {**scope, "path": path[len(base) :]}
            scope["base_path"] = base
        await self.app(scope, receive, send)
