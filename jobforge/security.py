"""Passwords and tokens: what makes a secret safe to keep and a bearer believable."""

import asyncio
import contextlib
import os
import secrets
import time
import uuid
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import bcrypt
import jwt

from jobforge.enums import TokenScope
from jobforge.errors import AuthenticationError, ConfigurationError, Overloaded
from jobforge.inputs import BCRYPT_BYTES
from jobforge.settings import SECRET_BYTES, Settings, current

ALGORITHM = "HS256"
TOKEN_SECONDS = 24 * 60 * 60
TICKET_SECONDS = 5 * 60
EXPORT_AUDIENCE = "export"
RESET_SECONDS = 24 * 60 * 60
RESET_AUDIENCE = "password-reset"
LINK_ENDED = "This address is not good or no longer good. Ask for a new one."
HASHES_AT_ONCE = 2
CACHE_SIZE = 1024
"""Tokens whose signature was found right."""
MAX_CHARACTERS = 512
"""Of a token that may be remembered; ours have some 200."""

MAX_WAIT_SECONDS = 2.0
"""For the second from which on a token is good."""
MAX_WAITING_HASHES = 32
"""Passwords that are hashed or wait for it: at two threads, some four seconds."""
_threads = ThreadPoolExecutor(HASHES_AT_ONCE, thread_name_prefix="bcrypt")
_waiting = 0

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Token:
    """What a good token says: whose it is, and from when until when (Unix seconds) it holds.

    A page's session and a personal access token have a row; `scopes` is None where everything is allowed."""

    user_id: uuid.UUID
    issued: int
    expires: int
    credential_id: uuid.UUID | None = None
    scopes: frozenset[TokenScope] | None = None


def secret_keys(settings: Settings) -> list[str]:
    """The secrets that verify tokens; the first one signs. An embedded one is made once, mode 0600."""
    if settings.jwt_secret:
        return [secret.get_secret_value() for secret in settings.jwt_secret]
    return [_stored_secret(settings.data_dir)]


@cache
def _stored_secret(directory: Path) -> str:
    path = directory / "jwt_secret"
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            beside = path.with_name(f".jwt_secret.{os.getpid()}")
            with os.fdopen(os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
                file.write(secrets.token_hex(SECRET_BYTES))
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(FileExistsError):  # another process was quicker: its secret is good
                os.link(beside, path)  # whole or not at all
            beside.unlink()
        secret = path.read_text().strip()
    except OSError as error:
        raise ConfigurationError(f"JOBFORGE_DATA_DIR: {directory} cannot be used: {error.strerror}.") from None
    if len(secret.encode()) < SECRET_BYTES:
        raise ConfigurationError(
            f"The secret in {path} is shorter than {SECRET_BYTES} bytes; delete the file to have one made."
        )
    return secret


async def _in_thread(work: Callable[..., Result], *arguments: object) -> Result:
    """Return what the work gives, done in one of a few threads that do nothing else. Raises Overloaded."""
    # bcrypt takes a quarter of a second of a core: never on the loop, never on all cores at once, and never in the
    # threads that others need.
    global _waiting
    if _waiting >= MAX_WAITING_HASHES:
        raise Overloaded("Many people are logging in just now. Please try again in a moment.")
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads, work, *arguments)
    finally:
        _waiting -= 1


def _hash(password: bytes, cost: int) -> str:
    return bcrypt.hashpw(password, bcrypt.gensalt(cost)).decode()


@cache
def _nobodys_hash(cost: int) -> str:
    return _hash(secrets.token_bytes(16).hex().encode(), cost)


async def hash_password(password: str) -> str:
    hashed: str = await _in_thread(_hash, password.encode(), current().bcrypt_cost)
    return hashed


async def password_is_right(password: str, hashed: str | None) -> bool:
    """Whether they belong together. Takes as long when there is no hash, or when the password could never be one."""
    values = password.encode(errors="surrogatepass")
    possible = len(values) <= BCRYPT_BYTES and b"\0" not in values
    against = hashed if hashed else await _in_thread(_nobodys_hash, current().bcrypt_cost)
    matches: bool = await _in_thread(bcrypt.checkpw, values if possible else b"-", against.encode())
    return matches and possible and hashed is not None


async def issue_token(user_id: uuid.UUID, not_before: int = 0) -> str:
    """Return a bearer token for the next 24 hours, issued no earlier than `not_before` (Unix seconds), soon to come."""
    await asyncio.sleep(min(MAX_WAIT_SECONDS, max(0.0, not_before - time.time())))
    issued = max(int(time.time()), not_before)
    claims = {"sub": str(user_id), "iat": issued, "exp": issued + TOKEN_SECONDS}
    return jwt.encode(claims, secret_keys(current())[0], algorithm=ALGORITHM)


def issue_ticket(user_id: uuid.UUID, contents: dict[str, str | int]) -> tuple[str, int]:
    """Return a token that opens the route of exports and nothing else, and when it expires (Unix seconds)."""
    return _issue_for(EXPORT_AUDIENCE, TICKET_SECONDS, user_id, contents)


def issue_reset(user_id: uuid.UUID, tokens_valid_after: int) -> tuple[str, int]:
    """Return a token that sets a new password and does nothing else, and when it expires (Unix seconds).

    It is good while the user's tokens are good from `tokens_valid_after` on: a new password moves that, so it works
    once."""
    return _issue_for(RESET_AUDIENCE, RESET_SECONDS, user_id, {"since": tokens_valid_after})


def _issue_for(audience: str, seconds: int, user_id: uuid.UUID, contents: Mapping[str, str | int]) -> tuple[str, int]:
    issued = int(time.time())
    expires = issued + seconds
    claims = {**contents, "sub": str(user_id), "iat": issued, "exp": expires, "aud": audience}
    return jwt.encode(claims, secret_keys(current())[0], algorithm=ALGORITHM), expires


def read_ticket(ticket: str) -> tuple[Token, dict[str, Any]]:
    """Return whose ticket it is, and all that it says.

    Raises AuthenticationError unless one of our secrets signed it for exports and it still holds."""
    return _read_for(EXPORT_AUDIENCE, ticket)


def read_reset(token: str) -> tuple[Token, dict[str, Any]]:
    """Return whose password may be set anew, and all that the token says.

    Raises AuthenticationError unless one of our secrets signed it for this and it still holds."""
    return _read_for(RESET_AUDIENCE, token)


def _read_for(audience: str, token: str) -> tuple[Token, dict[str, Any]]:
    for key in secret_keys(current()):
        try:
            decoded = jwt.decode_complete(
                token,
                key,
                algorithms=[ALGORITHM],
                audience=audience,
                options={"require": ["sub", "iat", "exp", "aud"]},
            )
            claims = decoded["payload"]
            if "crit" in decoded["header"] or claims["aud"] != audience:
                break
            return Token(uuid.UUID(claims["sub"]), int(claims["iat"]), int(claims["exp"])), claims
        except jwt.InvalidSignatureError:
            continue
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            break
    raise AuthenticationError(LINK_ENDED)


def bearer(authorization: object) -> str | None:
    """The token of an Authorization header's value, if it holds one."""
    scheme, _, token = authorization.partition(" ") if isinstance(authorization, str) else ("", "", "")
    return token.strip() or None if scheme.lower() == "bearer" else None


def read_token(token: str) -> Token:
    """Return what the token says.

    Raises AuthenticationError unless one of our secrets signed it, for nothing but this, and it is good now."""
    decode = _decode_cached if len(token) <= MAX_CHARACTERS else _decode
    for key in secret_keys(current()):
        try:
            decoded, not_before = decode(token, key)
        except jwt.InvalidSignatureError:
            continue
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            break
        if not_before <= time.time() < decoded.expires:
            return decoded
        break
    raise AuthenticationError()


def _decode(token: str, key: str) -> tuple[Token, int]:
    """Return what a token says that this key signed, and from when it holds (Unix seconds).

    Raises jwt.PyJWTError, ValueError and their like. Whether it holds at this time is for the caller to say."""
    decoded = jwt.decode_complete(
        token,
        key,
        algorithms=[ALGORITHM],
        options={
            "require": ["sub", "iat", "exp"],
            "verify_exp": False,
            "verify_iat": False,
            "verify_nbf": False,
            "verify_aud": False,
        },
    )
    claims = decoded["payload"]
    # A token with an audience was made for one place only, and a bearer is good at all of them.
    if "crit" in decoded["header"] or "aud" in claims:
        raise jwt.InvalidTokenError
    issued = int(claims["iat"])
    return Token(uuid.UUID(claims["sub"]), issued, int(claims["exp"])), max(issued, int(claims.get("nbf", issued)))


_decode_cached = lru_cache(CACHE_SIZE)(_decode)
"""Clients come again with the same token, and in a busy server its signature took 20 µs, a tenth of a detail. What is
raised is not remembered."""
