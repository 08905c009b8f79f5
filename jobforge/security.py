"""Passwords and tokens: what makes a secret safe to keep and a bearer believable."""

import asyncio
import contextlib
import hmac
import os
import secrets
import time
import uuid
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import bcrypt
import jwt
import orjson

from jobforge.errors import AuthenticationError, ConfigurationError
from jobforge.inputs import BCRYPT_BYTES
from jobforge.settings import SECRET_BYTES, Settings, current

ALGORITHM = "HS256"
TOKEN_SECONDS = 24 * 60 * 60
HASHES_AT_ONCE = 2
CACHE_SIZE = 1024
"""Tokens whose signature was found right."""
MAX_CHARACTERS = 512
"""Of a token that may be remembered; ours have some 200."""
_HEADER = jwt.encode({}, "-" * SECRET_BYTES, algorithm=ALGORITHM).partition(".")[0] + "."  # of every token we issue

_slots: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Token:
    """What a good token says: whose it is, and from when until when (Unix seconds) it holds."""

    user_id: uuid.UUID
    issued: int
    expires: int


def secret_keys(settings: Settings) -> list[str]:
    """The secrets that verify tokens; the first one signs. An embedded one is made once and kept, mode 0600."""
    if settings.jwt_secret:
        return [secret.get_secret_value() for secret in settings.jwt_secret]
    return [_kept_secret(settings.data_dir)]


@cache
def _kept_secret(directory: Path) -> str:
    path = directory / "jwt_secret"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        kept = path.read_text().strip()
        if len(kept.encode()) < SECRET_BYTES:
            raise ConfigurationError(
                f"The secret kept in {path} is shorter than {SECRET_BYTES} bytes; delete the file to have one made."
            ) from None
        return kept
    except OSError as error:
        raise ConfigurationError(f"JOBFORGE_DATA_DIR: {directory} cannot be used: {error.strerror}.") from None
    with os.fdopen(descriptor, "w") as file:
        file.write(made := secrets.token_hex(SECRET_BYTES))
    return made


async def _in_thread(work: Any, *arguments: Any) -> Any:
    # bcrypt takes a quarter of a second of a core: never on the loop, never on all cores at once.
    slot = _slots.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(HASHES_AT_ONCE))
    async with slot:
        return await asyncio.to_thread(work, *arguments)


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
    given = password.encode(errors="surrogatepass")
    possible = len(given) <= BCRYPT_BYTES and b"\0" not in given
    against = hashed or await _in_thread(_nobodys_hash, current().bcrypt_cost)
    matches: bool = await _in_thread(bcrypt.checkpw, given if possible else b"-", against.encode())
    return matches and possible and hashed is not None


async def issue_token(user_id: uuid.UUID, not_before: int = 0) -> str:
    """A bearer token for the next 24 hours, issued no earlier than `not_before` (Unix seconds)."""
    await asyncio.sleep(max(0.0, not_before - time.time()))
    issued = max(int(time.time()), not_before)
    claims = {"sub": str(user_id), "iat": issued, "exp": issued + TOKEN_SECONDS}
    return jwt.encode(claims, secret_keys(current())[0], algorithm=ALGORITHM)


def bearer(authorization: object) -> str | None:
    """The token of an Authorization header's value, if it holds one."""
    scheme, _, token = authorization.partition(" ") if isinstance(authorization, str) else ("", "", "")
    return token.strip() or None if scheme.lower() == "bearer" else None


def read_token(token: str) -> Token:
    """What the token says. Raises AuthenticationError unless one of our secrets signed it and it still holds."""
    plain = token.startswith(_HEADER) and token.isascii() and len(token) <= MAX_CHARACTERS
    for key in secret_keys(current()):
        with contextlib.suppress(_Foreign):
            if plain and (own := _read_own(token, key)).issued <= time.time() < own.expires:
                return own
        try:
            decoded = jwt.decode_complete(
                token,
                key,
                algorithms=[ALGORITHM],
                options={"require": ["sub", "iat", "exp"], "verify_aud": False},
            )
            if "crit" in decoded["header"]:
                break
            claims = decoded["payload"]
            return Token(uuid.UUID(claims["sub"]), int(claims["iat"]), int(claims["exp"]))
        except jwt.InvalidSignatureError:
            continue
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            break
    raise AuthenticationError()


class _Foreign(Exception):
    """A token that another key has signed, or that is not just as we issue them: PyJWT says what it is."""


@lru_cache(CACHE_SIZE)
def _read_own(token: str, key: str) -> Token:
    """What a token says that has our header and this key's signature, whether or not it holds at this time.

    Dashboards come again with the same token; in a busy server its signature took 20 µs, a tenth of a detail. What is
    raised is not remembered. Raises _Foreign."""
    signed, _, signature = token.rpartition(".")
    right = urlsafe_b64encode(hmac.digest(key.encode(), signed.encode(), "sha256")).rstrip(b"=")
    if not hmac.compare_digest(right, signature.encode()):
        raise _Foreign
    payload = signed[len(_HEADER) :]
    try:
        claims = orjson.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        if claims.keys() == {"sub", "iat", "exp"} and type(claims["iat"]) is int and type(claims["exp"]) is int:
            return Token(uuid.UUID(claims["sub"]), claims["iat"], claims["exp"])
    except (ValueError, TypeError, AttributeError):
        pass
    raise _Foreign
