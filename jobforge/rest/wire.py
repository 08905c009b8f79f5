"""From a request to what an operation takes, and from what it gives to a response."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from jobforge import security
from jobforge.enums import TokenScope
from jobforge.errors import (
    JobForgeError,
    Overloaded,
    PayloadTooLarge,
    RateLimited,
    UnsupportedMediaType,
    ValidationError,
)
from jobforge.inputs import parse_json
from jobforge.operations import accounts, error_mapping
from jobforge.security import Token
from jobforge.storage.models import Caller


@dataclass(frozen=True, slots=True)
class Route:
    """One route of the specification: what answers it, and what the published contract says of it."""

    method: str
    path: str
    answer: "Handler"
    summary: str
    status: int
    gives: type[BaseModel] | None
    takes: type[BaseModel] | None = None
    body_required: bool = True
    query: type[BaseModel] | None = None
    errors: tuple[int, ...] = ()
    protected: bool = True
    repeatable: bool = False
    accepts: tuple[str, ...] = ()
    """The media types of a body that is a file."""
    takes_json: type[BaseModel] | None = None
    """What may be sent as JSON in place of a file."""
    produces: tuple[str, ...] = ()
    """The media types of a file that answers, where no model does."""


Handler = Callable[[Request], Awaitable[Response]]


@dataclass(slots=True)
class Router:
    """Collects the routes of one part of the specification."""

    tag: str
    routes: list[Route] = field(default_factory=list)

    def add(self, method: str, path: str, status: int, summary: str, **words: Any) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            self.routes.append(Route(method, path, handler, summary, status, words.pop("gives", None), **words))
            return handler

        return register


def shaped(model: type[BaseModel], value: object) -> dict[str, Any]:
    """The fields of the model, read by name from a row or an object: exactly the specification's keys."""
    if isinstance(value, dict):
        return {name: value[name] for name in model.model_fields}
    return {name: getattr(value, name) for name in model.model_fields}


def all_shaped(model: type[BaseModel], values: Iterable[object]) -> list[dict[str, Any]]:
    return [shaped(model, value) for value in values]


def respond(content: object, status: int = 200) -> Response:
    """JSON; moments are UTC with a trailing Z."""
    return Response(error_mapping.json_bytes(content), status, media_type="application/json")


def no_content() -> Response:
    return Response(status_code=204)


async def caller(request: Request, scope: TokenScope | None = TokenScope.READ) -> Caller:
    """The user whose token came with the request; what changes something needs the scope for that.

    Raises AuthenticationError, and AuthorizationError for a personal token without the scope."""
    return await accounts.user_of(await access(request, scope))


async def access(request: Request, scope: TokenScope | None = TokenScope.READ) -> Token:
    """What the request's token or cookie allows, for `accounts.reading`. Raises what `caller` raises."""
    token = security.bearer(request.headers.get("authorization"))
    required = TokenScope.WRITE if scope is TokenScope.READ and request.method not in ("GET", "HEAD") else scope
    return accounts.require(await accounts.access(token, request.scope.get("session_secret")), required)


async def body(request: Request) -> object:
    """The JSON of the body, None where there is none.

    What is wrong with it is handed on as an error for the operation to raise in its place: what comes before the
    body in the order of checks is the operation's to say."""
    try:
        raw = await request.body()
    except PayloadTooLarge as error:
        return error
    if not raw:
        return None
    kind = request.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        return UnsupportedMediaType()
    try:
        return parse_json(raw, "body")
    except ValidationError as error:
        return error


def idempotency_key(request: Request) -> str | None:
    """The key under which the same request is carried out once, if it brought one."""
    return request.headers.get("idempotency-key")


def query(request: Request) -> Mapping[str, str]:
    return dict(request.query_params)


def envelope(error: JobForgeError, path: str) -> Response:
    """The specification's error response."""
    response = respond(error_mapping.envelope(error, path), error.status)
    if error.status == 401:
        response.headers["www-authenticate"] = "Bearer"
    if isinstance(error, RateLimited | Overloaded):
        response.headers["retry-after"] = str(error.retry_after)
    return response
