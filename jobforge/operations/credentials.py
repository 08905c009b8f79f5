"""Credentials that have a row: page sessions and personal access tokens. Ending one is deleting its row."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.expressions import Q

from jobforge.enums import CredentialKind, TokenScope
from jobforge.errors import AuthenticationError
from jobforge.security import Token
from jobforge.storage.models import Credential, now

SECRET_BYTES = 32
MAX_SECRET_CHARACTERS = 100
SESSION_IDLE = timedelta(days=14)
SESSION_LIFETIME = timedelta(days=90)
FORMER_SECRET_TTL = timedelta(minutes=1)
"""How long the secret before an exchange is good: two tabs may exchange it at the same time."""
USE_INTERVAL = timedelta(hours=1)
"""How exactly the last use is recorded: a write for each request would cost more than the request."""

TOKEN_PREFIX = "jf_"  # noqa: S105  # nosec B105
"""What every personal access token begins with, and no other secret."""
ISSUED_NOW = 2**62
"""What counts as the time of issue: a changed password deletes the row, so its age says nothing more."""


def new_secret() -> str:
    """Return 32 random bytes as text."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest_of(secret: str) -> str:
    """Return what is stored of a secret. It is random, so that a plain digest cannot be searched for."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


async def find_session(secret: str) -> Credential:
    """Return the row of a session that is still good. Raises AuthenticationError."""
    moment, digest = now(), digest_of(secret)
    current = Q(secret_digest=digest) | Q(former_digest=digest, exchanged_at__gt=moment - FORMER_SECRET_TTL)
    row = None
    if len(secret) <= MAX_SECRET_CHARACTERS:
        row = await Credential.filter(current, kind=CredentialKind.SESSION).first()
    if row is None or session_end(row) <= moment:
        raise AuthenticationError("The session has ended. Sign in again.")
    return row


def session_end(row: Credential) -> datetime:
    """Return when a session ends unless it is used again."""
    idle = (row.last_used_at or row.created_at) + SESSION_IDLE
    return min(idle, row.created_at + SESSION_LIFETIME)


async def of_session(secret: str) -> Token:
    """Return what the secret of a page's session allows. Raises AuthenticationError."""
    row = await find_session(secret)
    await record_use(row)
    expires = int((row.created_at + SESSION_LIFETIME).timestamp())
    return Token(row.user_id, ISSUED_NOW, expires, row.id)


async def missing(ids: Collection[UUID]) -> set[UUID]:
    """Return those of the credentials that have been ended."""
    if not ids:
        return set()
    present: list[UUID] = await Credential.filter(id__in=ids).values_list("id", flat=True)  # type: ignore[assignment]
    return set(ids) - set(present)


async def purge() -> int:
    """Delete sessions that have ended and tokens that have expired."""
    moment = now()
    sessions = Credential.filter(kind=CredentialKind.SESSION)
    idle = sessions.filter(last_used_at__lt=moment - SESSION_IDLE)
    ended = await idle.delete() + await sessions.filter(created_at__lt=moment - SESSION_LIFETIME).delete()
    return ended + await Credential.filter(expires_at__lt=moment).delete()


async def of_token(secret: str) -> Token:
    """Return what a personal access token allows. Raises AuthenticationError."""
    row = None
    if len(secret) <= MAX_SECRET_CHARACTERS:
        row = await Credential.filter(secret_digest=digest_of(secret), kind=CredentialKind.TOKEN).first()
    if row is None or (row.expires_at is not None and row.expires_at <= now()):
        raise AuthenticationError
    await record_use(row)
    expires = int(row.expires_at.timestamp()) if row.expires_at else ISSUED_NOW
    scopes = frozenset(TokenScope(name) for name in row.scopes.split(","))
    return Token(row.user_id, ISSUED_NOW, expires, row.id, scopes)


async def record_use(row: Credential) -> None:
    """Note that a credential was used, at most once an hour."""
    moment = now()
    if row.last_used_at is None or row.last_used_at < moment - USE_INTERVAL:
        await Credential.filter(id=row.id).update(last_used_at=moment)
