"""Who the user is: registration, login, tokens."""

import hashlib
import math
from dataclasses import dataclass

from tortoise.exceptions import IntegrityError

from jobforge import broker, inputs, security
from jobforge.errors import AuthenticationError, AuthorizationError, DuplicateResource, RateLimited
from jobforge.inputs import read
from jobforge.models import User
from jobforge.settings import current

FAILURE_SECONDS = 15 * 60


@dataclass(frozen=True, slots=True)
class Session:
    """A user with a token that was just issued."""

    user: User
    access_token: str
    token_type: str = "bearer"  # noqa: S105


async def register(given: object) -> Session:
    """Makes an account. Raises DuplicateResource when the address has one, AuthorizationError when closed."""
    if current().registration == "closed":
        raise AuthorizationError("Registration is closed on this server. Ask its owner for an account.")
    data = read(inputs.Register, given)
    hashed = await security.hash_password(data.password)
    try:
        user = await User.create(email=data.email, full_name=data.full_name, password_hash=hashed)
    except IntegrityError:
        raise DuplicateResource("Email already registered") from None
    return await _session(user)


async def login(given: object) -> Session:
    """Raises AuthenticationError, in the same words and time, for an unknown address and a wrong password."""
    data = read(inputs.Login, given)
    email = data.email.strip().lower()
    failures = await _count_try(email)
    storable = not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in email)
    user = await User.filter(email=email).first() if storable else None
    right = await security.password_is_right(data.password, user.password_hash if user else None)
    if user is None or not right:
        raise AuthenticationError("Invalid email or password")
    await failures.forget()
    return await _session(user)


async def authenticate(token: str | None) -> User:
    """The only way from a token to a user. Raises AuthenticationError."""
    if not token:
        raise AuthenticationError("Authentication required")
    said = security.read_token(token)
    user = await User.filter(id=said.user_id).first()
    if user is None or said.issued < user.tokens_since:
        raise AuthenticationError()
    return user


async def _session(user: User) -> Session:
    return Session(user, await security.issue_token(user.id, user.tokens_since))


@dataclass(frozen=True, slots=True)
class _Tries:
    key: str

    async def forget(self) -> None:
        try:
            await broker.current().redis.delete(self.key)
        except broker.AWAY:
            return


async def _count_try(email: str) -> _Tries:
    """Counts a try before it is made, so that many at once are not free. Without Redis nothing is counted."""
    limit = current().login_failures
    tries = _Tries("jobforge:login:" + hashlib.sha256(email.encode(errors="surrogatepass")).hexdigest())
    if not limit:
        return tries
    redis = broker.current().redis
    try:
        count = await redis.incr(tries.key)
        if count == 1:
            await redis.expire(tries.key, FAILURE_SECONDS)
        left = math.ceil(await redis.pttl(tries.key) / 1000) if count > limit else 0
    except broker.AWAY:
        return tries
    if count > limit:
        raise RateLimited("Too many failed logins for this address. Please wait.", retry_after=max(left, 1))
    return tries
