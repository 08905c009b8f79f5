"""Accounts."""

from starlette.requests import Request
from starlette.responses import Response

from jobforge import inputs
from jobforge.operations import accounts
from jobforge.operations.accounts import Session
from jobforge.rest import responses
from jobforge.rest.wire import Router, body, caller, respond, shaped

router = Router("Authentication")


def _session(session: Session) -> dict[str, object]:
    user = session.user
    return {
        "id": user.id,
        "email": user.email,
        "full_name": user.full_name,
        "access_token": session.access_token,
        "token_type": session.token_type,
    }


@router.add(
    "POST",
    "/auth/register",
    201,
    "Register a new account",
    takes=inputs.Register,
    gives=responses.Session,
    errors=(400, 403, 409),
    protected=False,
)
async def register(request: Request) -> Response:
    return respond(_session(await accounts.register(await body(request))), 201)


@router.add(
    "POST",
    "/auth/login",
    200,
    "Log in and get a token",
    takes=inputs.Login,
    gives=responses.Session,
    errors=(400, 401, 429),
    protected=False,
)
async def login(request: Request) -> Response:
    return respond(_session(await accounts.login(await body(request))))


@router.add("GET", "/auth/me", 200, "Get the current user's profile", gives=responses.Profile)
async def me(request: Request) -> Response:
    return respond(shaped(responses.Profile, await caller(request)))
