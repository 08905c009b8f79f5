"""Personal access tokens and page sessions, as their user sees and ends them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tortoise.queryset import QuerySet

from jobforge import inputs
from jobforge.enums import CredentialKind, TokenScope
from jobforge.errors import InvalidState, NotFound, ValidationError
from jobforge.inputs import read
from jobforge.operations import accounts, changes, credentials, ownership
from jobforge.operations.moments import utc
from jobforge.operations.repeats import repeatable
from jobforge.storage.models import Caller, Credential, now

MAX_TOKENS = 100
"""Of one user."""
LIST_SIZE = 200


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A token as it is listed; its secret is shown once, when it is created."""

    id: UUID
    name: str
    scopes: list[TokenScope]
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewAccessToken:
    """A token with its secret."""

    token: AccessToken
    secret: str


@dataclass(frozen=True, slots=True)
class PageSession:
    """A browser that is signed in."""

    id: UUID
    created_at: datetime
    last_used_at: datetime
    agent: str | None
    current: bool


@repeatable
async def create(
    user: Caller, given: object, scopes: Sequence[TokenScope], expires_at: datetime | None = None
) -> NewAccessToken:
    """Create a token. Raises ValidationError, and InvalidState where there are too many."""
    name = read(inputs.TokenName, given).name
    expires = utc(expires_at, "expires_at")
    if not scopes:
        raise ValidationError(details={"scopes": ["Must be at least one"]})
    if expires is not None and expires <= now():
        raise ValidationError(details={"expires_at": ["Must be in the future"]})
    secret = credentials.TOKEN_PREFIX + credentials.new_secret()
    async with changes.changing(user.id):
        if await _of(user, CredentialKind.TOKEN).count() >= MAX_TOKENS:
            raise InvalidState(f"You have {MAX_TOKENS} tokens, which is the limit. Revoke one first.", status=422)
        row = await Credential.create(
            user_id=user.id,
            kind=CredentialKind.TOKEN,
            name=name,
            scopes=",".join(sorted(set(scopes))),
            secret_digest=credentials.digest_of(secret),
            expires_at=expires,
        )
    return NewAccessToken(_shown(row), secret)


async def tokens(user: Caller) -> list[AccessToken]:
    """Return the user's tokens, the newest first."""
    rows = await _of(user, CredentialKind.TOKEN).order_by("-created_at", "-id").limit(LIST_SIZE)
    return [_shown(row) for row in rows]


async def sessions(user: Caller, current_id: UUID | None) -> list[PageSession]:
    """Return the browsers that are signed in, the newest first."""
    rows = await _of(user, CredentialKind.SESSION).order_by("-created_at", "-id").limit(LIST_SIZE)
    moment = now()
    return [
        PageSession(row.id, row.created_at, row.last_used_at or row.created_at, row.name or None, row.id == current_id)
        for row in rows
        if credentials.session_end(row) > moment
    ]


@repeatable
async def revoke(user: Caller, kind: CredentialKind, credential_id: str) -> UUID:
    """End a token or a session, and what is open with it, at once. Raises NotFound."""
    name = "Token" if kind is CredentialKind.TOKEN else "Session"
    key = ownership.identity(credential_id, name)
    if not await _of(user, kind).filter(id=key).delete():
        raise NotFound(f"{name} not found")
    await accounts.announce_end(user.id)
    return key


def _of(user: Caller, kind: CredentialKind) -> QuerySet[Credential]:
    return Credential.filter(user_id=user.id, kind=kind)


def _shown(row: Credential) -> AccessToken:
    scopes = [TokenScope(name) for name in row.scopes.split(",")]
    return AccessToken(row.id, row.name, scopes, row.created_at, row.last_used_at, row.expires_at)
