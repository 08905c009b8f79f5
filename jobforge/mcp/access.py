"""Who asks: the user whose token came with the request, and what the token allows."""

from collections.abc import Mapping
from typing import Annotated, Any

from mcp.server.mcpserver import Context
from pydantic import Field
from starlette.requests import Request as HttpRequest

from jobforge import security
from jobforge.enums import TokenScope
from jobforge.operations import accounts
from jobforge.security import Token

Request = Context[Any, Any]
Id = Annotated[str, Field(description="The application's id, from list_applications.")]


async def token_of(request: Request, scope: TokenScope = TokenScope.READ) -> Token:
    """Return the request's token. Raises AuthenticationError, and AuthorizationError for one without the scope."""
    headers: Mapping[str, str] = request.headers or {}
    return accounts.require(await accounts.access(security.bearer(headers.get("authorization"))), scope)


async def user_of(request: Request, scope: TokenScope = TokenScope.READ) -> accounts.TokenUser:
    """Return the user of the request's token. Raises what `token_of` raises."""
    return await accounts.user_of(await token_of(request, scope))


def address_of(request: Request, path: str) -> str:
    """Return the full address of a path of this service, as the client reaches it."""
    http = request.request_context.request
    if not isinstance(http, HttpRequest):
        raise TypeError("Tools are called over HTTP only.")
    return f"{http.url.scheme}://{http.url.netloc}{http.scope.get('base_path', '')}{path}"
