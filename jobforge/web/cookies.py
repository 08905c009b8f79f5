"""The session cookie: its name, its attributes, and when a browser's cookie counts.

A cookie counts only where the request comes from our own page. A request with a bearer ignores cookies.
"""

from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from jobforge.operations.credentials import SESSION_IDLE

CHANGING = ("POST", "PUT", "DELETE")
SECURE_SCHEMES = ("https", "wss")


def is_secure(scope: Scope) -> bool:
    """Whether the request came over TLS, as far as a trusted proxy says so."""
    return scope["scheme"] in SECURE_SCHEMES


def cookie_name(scope: Scope) -> str:
    """Return the cookie's name. Cookies know no ports, so over plain HTTP the port is in the name."""
    if is_secure(scope):
        return "__Secure-jobforge" if scope.get("base_path") else "__Host-jobforge"
    port = _split(f"//{Headers(scope=scope).get('host', '')}")[1]
    return f"jobforge-{port or 80}"


def is_own_origin(scope: Scope, origin: str) -> bool:
    """Whether an Origin header names the very address that the request was sent to."""
    secure = is_secure(scope)
    host, port = _split(f"//{Headers(scope=scope).get('host', '')}")
    default = 443 if secure else 80
    parts = urlsplit(origin)
    theirs, their_port = _split(origin)
    scheme = "https" if secure else "http"
    return bool(host) and parts.scheme == scheme and (theirs, their_port or default) == (host, port or default)


def _split(address: str) -> tuple[str, int | None]:
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").lower(), parts.port
    except ValueError:
        return "", None


def is_from_own_page(scope: Scope) -> bool:
    """Whether the browser says that the request was made by a page of ours."""
    headers = Headers(scope=scope)
    if (site := headers.get("sec-fetch-site")) is not None:
        return site == "same-origin"
    return is_own_origin(scope, headers.get("origin", ""))


def is_from_another_site(scope: Scope) -> bool:
    """Whether the browser says that the request was made elsewhere; what is no browser says nothing."""
    headers = Headers(scope=scope)
    names_a_source = "sec-fetch-site" in headers or "origin" in headers
    return names_a_source and not is_from_own_page(scope)


def session_secret(scope: Scope) -> str | None:
    """Return the secret in the session cookie where it counts, else None."""
    headers = Headers(scope=scope)
    if "authorization" in headers or "cookie" not in headers:
        return None
    if scope["type"] == "websocket":
        counts = is_own_origin(scope, headers.get("origin", ""))
    elif scope["method"] == "GET":
        counts = scope["path"] == "/session" and not is_from_another_site(scope)
    else:
        counts = scope["method"] in CHANGING and is_from_own_page(scope)
    return _read(headers["cookie"], cookie_name(scope)) if counts else None


def _read(header: str, name: str) -> str | None:
    for part in header.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value or None
    return None


def set_session(response: Response, scope: Scope, secret: str) -> None:
    """Have the browser keep a session's secret, out of reach of scripts."""
    response.headers.append("set-cookie", _cookie(scope, secret, int(SESSION_IDLE.total_seconds())))


def clear_session(response: Response, scope: Scope) -> None:
    """Have the browser forget the session's secret."""
    response.headers.append("set-cookie", _cookie(scope, "", 0))


def _cookie(scope: Scope, value: str, seconds: int) -> str:
    cookie: SimpleCookie = SimpleCookie()
    name = cookie_name(scope)
    cookie[name] = value
    attributes: dict[str, Any] = {"path": f"{scope.get('base_path', '')}/", "max-age": seconds, "samesite": "Strict"}
    cookie[name].update(attributes | {"httponly": True, "secure": is_secure(scope)})
    return cookie.output(header="").strip()
