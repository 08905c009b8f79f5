"""Signing in at the page: the routes below `/session`. The token is in a cookie, where no script can read it."""

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jobforge.errors import (
    AuthenticationError,
    AuthorizationError,
    MethodNotAllowed,
    NotFound,
    PayloadTooLarge,
    RateLimited,
    UnsupportedMediaType,
    ValidationError,
)
from jobforge.inputs import parse_json
from jobforge.operations import sessions
from jobforge.operations.accounts import TokenUser
from jobforge.operations.error_mapping import envelope, expected, json_bytes
from jobforge.web import cookies

PATHS = {"/session": "GET, POST, PUT, DELETE", "/session/new": "POST", "/session/password": "POST"}
BEGINNINGS = {
    "/session": sessions.sign_in,
    "/session/new": sessions.sign_up,
    "/session/password": sessions.reset_password,
}
FIELDS = {"fullName": "full_name", "newPassword": "new_password"}
"""What the page calls a field by another name than the operation."""


class Sessions:
    """The ASGI application of the session routes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await _answer(Request(scope, receive))
        except ClientDisconnect:
            return
        except Exception as cause:
            response = _refusal(cause, scope)
        await response(scope, receive, send)


async def _answer(request: Request) -> Response:
    path, method = request.scope["path"], request.method
    if path not in PATHS:
        raise NotFound("There is nothing at this address.")
    if method not in PATHS[path].split(", "):
        raise MethodNotAllowed(f"{method} is not possible here.")
    if method == "POST":
        return await _begin(request)
    if method == "GET":
        return await _who(request)
    if method == "PUT":
        return await _exchange(request)
    return await _end(request)


async def _begin(request: Request) -> Response:
    if cookies.is_from_another_site(request.scope):
        raise AuthorizationError("Sign in at this server's own page.")
    values, agent = await _body(request), request.headers.get("user-agent", "")
    signed_in = await BEGINNINGS[request.scope["path"]](values, agent)
    response = Response(status_code=204)
    cookies.set_session(response, request.scope, signed_in.secret)
    return response


async def _who(request: Request) -> Response:
    secret = cookies.session_secret(request.scope)
    try:
        user = await sessions.user_of(secret) if secret else None
    except AuthenticationError:
        user = None
    return (
        Response(status_code=204) if user is None else Response(json_bytes(_shown(user)), media_type="application/json")
    )


def _shown(user: TokenUser) -> dict[str, object]:
    return {
        "id": user.id,
        "email": user.email,
        "fullName": user.full_name,
        "language": user.language,
        "createdAt": user.created_at,
    }


async def _exchange(request: Request) -> Response:
    secret = cookies.session_secret(request.scope)
    if secret is None:
        raise AuthenticationError("Sign in first.")
    response = Response(status_code=204)
    if fresh := await sessions.exchange(secret):
        cookies.set_session(response, request.scope, fresh)
    return response


async def _end(request: Request) -> Response:
    if secret := cookies.session_secret(request.scope):
        await sessions.sign_out(secret)
    response = Response(status_code=204, headers={"clear-site-data": '"cache", "storage"'})
    cookies.clear_session(response, request.scope)
    return response


async def _body(request: Request) -> object:
    """Return the JSON of the body; what is wrong with it is raised by the operation, after what comes first."""
    try:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return UnsupportedMediaType()
        values = parse_json(await request.body(), "body")
    except (PayloadTooLarge, ValidationError) as error:
        return error
    return {FIELDS.get(name, name): value for name, value in values.items()} if isinstance(values, dict) else values


def _refusal(cause: Exception, scope: Scope) -> Response:
    error = expected(cause)
    content = envelope(error, scope["path"], with_fields=True)
    headers = {"retry-after": str(error.retry_after)} if isinstance(error, RateLimited) else {}
    if isinstance(error, MethodNotAllowed):
        headers["allow"] = PATHS[scope["path"]]
    return Response(json_bytes(content), error.status, headers, "application/json")
