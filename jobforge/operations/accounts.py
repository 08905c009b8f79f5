"""Who the user is: registration, login, tokens."""

import hashlib
import math
import time
from dataclasses import dataclass

from tortoise.exceptions import IntegrityError

from jobforge import broker, inputs, security
from jobforge.errors import (
    AuthenticationError,
    AuthorizationError,
    DuplicateResource,
    NotFound,
    RateLimited,
)
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


async def change_password(user: User, given: object, current_password: str) -> Session:
    """Sets a new password and ends all tokens issued before, the caller's included; gives a new one.

    Raises AuthenticationError when `current_password` is not right."""
    data = read(inputs.NewPassword, given)
    await check_password(user, current_password)
    return await set_password(user, data.new_password)


async def reset_password(email: str, given: object) -> Session:
    """What the owner of the machine may do for a user who forgot it. Raises NotFound."""
    data = read(inputs.NewPassword, given)
    user = await User.filter(email=email.strip().lower()).first()
    if user is None:
        raise NotFound("There is no account with this address.")
    return await set_password(user, data.new_password)


async def set_password(user: User, password: str) -> Session:
    user.password_hash = await security.hash_password(password)
    # From the next second on: tokens carry whole seconds, and none of this one may survive.
    user.tokens_since = int(time.time()) + 1
    await user.save(update_fields=["password_hash", "tokens_since"])
    return await _session(user)


async def check_password(user: User, password: str) -> None:
    """Raises AuthenticationError when it is not the user's, RateLimited after too many wrong ones."""
    tries = await _count_try(user.email)
    if not await security.password_is_right(password, user.password_hash):
        raise AuthenticationError("The current password is not right.")
    await tries.forget()


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
