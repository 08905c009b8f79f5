"""Who the user is: registration, login, tokens."""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sized
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID
from weakref import WeakValueDictionary

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from jobforge import inputs, messaging, security
from jobforge.enums import TokenScope
from jobforge.errors import (
    AuthenticationError,
    AuthorizationError,
    DuplicateResource,
    InvalidState,
    NotFound,
    RateLimited,
    ValidationError,
)
from jobforge.inputs import read
from jobforge.messaging.event_log import Signal
from jobforge.operations import changes, credentials, ownership, renewal, text_reading
from jobforge.operations.repeats import repeatable
from jobforge.security import Token
from jobforge.settings import current
from jobforge.storage.models import Caller, Credential, User
from jobforge.storage.queries import Select

Arguments = ParamSpec("Arguments")
Found = TypeVar("Found", bound=Sized)
FAILURE_SECONDS = 15 * 60
EMAIL_TAKEN = "Email already registered"
RESET_PATH = "/reset-password"
"""Of the page where a link leads."""


@dataclass(frozen=True, slots=True)
class Session:
    """A user with a token that was just issued."""

    user: Caller
    access_token: str
    token_type: str = "bearer"  # noqa: S105


@dataclass(frozen=True, slots=True)
class ResetLink:
    """Where a user sets a new password without the old one, once, until `expires_at`. The path has no base path."""

    path: str
    expires_at: datetime


async def register(given: object) -> Session:
    """Makes an account. Raises DuplicateResource when the address has one, AuthorizationError when closed."""
    if current().registration == "closed":
        raise AuthorizationError("Registration is closed on this server. Ask its owner for an account.")
    data = read(inputs.Register, given)
    hashed = await security.hash_password(data.password)
    try:
        user = await User.create(email=data.email, full_name=data.full_name, password_hash=hashed)
    except IntegrityError:
        raise DuplicateResource(EMAIL_TAKEN) from None
    return await _session(user)


async def login(given: object) -> Session:
    """Raises AuthenticationError, in the same words and time, for an unknown address and a wrong password."""
    data = read(inputs.Login, given)
    email = data.email.strip().lower()
    storable = not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in email)
    async with _try(email):
        user = await User.filter(email=email).first() if storable else None
        right = await security.password_is_right(data.password, user.password_hash if user else None)
        if user is None or not right:
            raise AuthenticationError("Invalid email or password")
        if user.disabled_at is not None:
            raise AuthenticationError("This account is disabled. Ask the server's owner.")
    return await _session(user)


_USER = Select(lambda user_id: User.filter(id=user_id))
_USER_COLUMNS = (
    "id",
    "email",
    "full_name",
    "language",
    "created_at",
    "tokens_valid_after",
    "ghosted_after_days",
    "monthly_budget_micros",
)


@dataclass(frozen=True, slots=True)
class TokenUser:
    """What a token's check reads of its user."""

    id: UUID
    email: str
    full_name: str
    language: str | None
    created_at: datetime
    tokens_valid_after: int
    ghosted_after_days: int
    monthly_budget_micros: int | None
    access: Token
    """What the user was found by, and what that allows."""


async def access(token: str | None, session: str | None = None) -> Token:
    """Return what a request may do by its bearer token, or else by the secret of its page's session.

    Whether a bearer's user is still there is another question. Raises AuthenticationError."""
    if token:
        return await credentials.of_token(token) if is_personal(token) else security.read_token(token)
    if session:
        return await credentials.of_session(session)
    raise AuthenticationError("Authentication required")


def is_personal(token: str) -> bool:
    """Whether a bearer is a personal access token rather than one of a login."""
    return token.startswith(credentials.TOKEN_PREFIX)


def require(token: Token, scope: TokenScope | None) -> Token:
    """Return the token if it allows what the scope names; None is what no personal access token ever does.

    Raises AuthorizationError."""
    if token.scopes is None or (scope is not None and scope in token.scopes):
        return token
    if scope is None:
        raise AuthorizationError("A personal access token cannot do this. Log in.")
    raise AuthorizationError(f"This token lacks the scope {scope.name}.")


async def authenticate(token: str | None, session: str | None = None) -> TokenUser:
    """The only way from a token to a user; `reading` finds what is theirs without one. Raises AuthenticationError."""
    return await user_of(await access(token, session))


async def user_of(said: Token) -> TokenUser:
    row = await _USER.first(_USER_COLUMNS, said.user_id)
    if row is None or said.issued < row["tokens_valid_after"]:
        raise AuthenticationError()
    return TokenUser(**row | {"id": said.user_id, "access": said})


async def ended(tokens: Collection[Token]) -> set[Token]:
    """Return those of the tokens that are no longer good: two statements for all.

    Everything that lasts longer than a request asks this again and again for as long as it lasts."""
    users = User.filter(id__in={token.user_id for token in tokens})
    since = dict(await users.values_list("id", "tokens_valid_after"))
    revoked = await credentials.missing({token.credential_id for token in tokens if token.credential_id})
    moment = time.time()
    return {
        token
        for token in tokens
        if token.user_id not in since
        or token.issued < since[token.user_id]
        or token.expires <= moment
        or token.credential_id in revoked
    }


async def announce_end(user_id: UUID) -> None:
    """Have every process check now whether the user's tokens are still good; it is done soon in any case."""
    if messaging.is_open():
        await messaging.current().events.publish(user_id, None, Signal.RECHECK)


async def reading(
    said: Token,
    read: Callable[Concatenate[Token, Arguments], Awaitable[Found]],
    *arguments: Arguments.args,
    **words: Arguments.kwargs,
) -> Found:
    """What `read` finds for the bearer of a token, without looking the user up first: its statement holds the token
    against their row. Where nothing was found, it is looked up whether that is for want of a user.

    Raises AuthenticationError, and whatever `read` raises for a user who is there."""
    try:
        result = await read(said, *arguments, **words)
    except Exception:
        await user_of(said)
        raise
    if not result:
        await user_of(said)
    return result


@repeatable
async def update(user: Caller, given: object) -> User:
    """Change what was sent of the user's own data, and nothing else."""
    data = read(inputs.UserChange, given)
    changed = {name: getattr(data, name) for name in data.model_fields_set}
    async with changes.changing(user.id):
        if changed:
            await User.filter(id=user.id).update(**changed)
        if "full_name" in changed:
            await renewal.mark_user(user.id, coverage=False)
        row = await ownership.account(user)
    renewal.request()
    return row


@repeatable
async def set_budget(user: Caller, micros: int | None) -> User:
    """Set what a month may cost, in millionths of the price table's currency; None for no budget."""
    if micros is not None and not 0 <= micros < 2**31:
        raise ValidationError(details={"micros": [f"Must be between 0 and {2**31 - 1}"]})
    await User.filter(id=user.id).update(monthly_budget_micros=micros)
    return await ownership.account(user)


@repeatable
async def change_password(user: Caller, given: object, current_password: str) -> Session:
    """Sets a new password and ends all tokens issued before, the caller's included; gives a new one.

    Raises AuthenticationError when `current_password` is not right."""
    data = read(inputs.NewPassword, given)
    return await _set_password(await check_password(user, current_password), data.new_password)


@repeatable
async def change_email(user: Caller, given: object, password: str) -> User:
    """Set the address that the user logs in with. Tokens, sessions and streams stay good: none is bound to an address.

    Raises AuthenticationError when `password` is not right, DuplicateResource when the address has an account."""
    data = read(inputs.NewEmail, given)
    row = await check_password(user, password)
    try:
        await User.filter(id=row.id).update(email=data.email)
    except IntegrityError:
        raise DuplicateResource(EMAIL_TAKEN) from None
    row.email = data.email
    return row


@repeatable
async def reset_password(email: str, given: object) -> Session:
    """What the owner of the machine may do for a user who forgot it. Raises NotFound, InvalidState."""
    data = read(inputs.NewPassword, given)
    return await _set_password(await _resettable(email), data.new_password)


async def reset_link(email: str) -> ResetLink:
    """Return where the user sets a new password themselves, once. Raises NotFound, InvalidState."""
    user = await _resettable(email)
    token, expires = security.issue_reset(user.id, user.tokens_valid_after)
    # After `#`, so that the token reaches no server's log on the way.
    return ResetLink(f"{RESET_PATH}#{token}", datetime.fromtimestamp(expires, UTC))


@repeatable
async def reset_by_link(given: object) -> Session:
    """Set a new password by the token of a link, and end all tokens and the link itself.

    Raises AuthenticationError when the link is not good or no longer good, ValidationError."""
    data = read(inputs.PasswordReset, given)
    token, claims = security.read_reset(data.token)
    user = await User.filter(id=token.user_id, tokens_valid_after=claims.get("since"), disabled_at=None).first()
    if user is None:
        raise AuthenticationError(security.LINK_ENDED)
    user.password_hash = await security.hash_password(data.new_password)
    return await _renew(user, "password_hash", "tokens_valid_after", once=True)


async def _resettable(email: str) -> User:
    user = await User.filter(email=email.strip().lower()).first()
    if user is None:
        raise NotFound("There is no account with this address.")
    if user.disabled_at is not None:
        raise InvalidState("This account is disabled. Enable it first.")
    return user


async def check_password(user: Caller, password: str) -> User:
    """The user's row. Raises AuthenticationError when the password is not theirs, RateLimited after too many tries."""
    async with _try(user.email):
        row = await User.filter(id=user.id).first()
        if row is None or not await security.password_is_right(password, row.password_hash):
            raise AuthenticationError("The current password is not right.")
    return row


@repeatable
async def sign_out_everywhere(user: Caller) -> Session:
    """End all tokens, sessions of the page and streams of the user, the caller's included; give a new token."""
    return await _renew(await ownership.account(user), "tokens_valid_after")


async def _set_password(user: User, password: str) -> Session:
    user.password_hash = await security.hash_password(password)
    return await _renew(user, "password_hash", "tokens_valid_after")


async def _renew(user: User, *changed: str, once: bool = False) -> Session:
    """Save the columns and end everything that was issued before; give a new token.

    With `once`, raises AuthenticationError when this was done since the user was read."""
    former = user.tokens_valid_after
    # From the next second on: tokens carry whole seconds, and none of this one may survive.
    user.tokens_valid_after = max(int(time.time()), former if once else 0) + 1
    rows = User.filter(id=user.id, tokens_valid_after=former) if once else User.filter(id=user.id)
    async with in_transaction():
        if not await rows.update(**{name: getattr(user, name) for name in changed}) and once:
            raise AuthenticationError(security.LINK_ENDED)
        await Credential.filter(user_id=user.id).delete()
    await announce_end(user.id)
    return await _session(user)


async def _session(user: User) -> Session:
    soon = int(time.time()) + int(security.MAX_WAIT_SECONDS)
    if user.tokens_valid_after > soon:  # a clock was ahead when the password changed
        user.tokens_valid_after = soon
        await user.save(update_fields=["tokens_valid_after"])
    text_reading.warm_up()  # whoever logs in is about to look at matches and reviews
    return Session(user, await security.issue_token(user.id, user.tokens_valid_after))


_turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


@asynccontextmanager
async def _try(email: str) -> AsyncIterator[None]:
    """One try to give the right password for an address: counted before it is made, so that many at once are not free;
    forgotten, with those before, when the block ends well. Raises RateLimited."""
    # One at a time: many at once with the right password are no failures.
    async with _turns.setdefault(email, asyncio.Lock()):
        key = "jobforge:login:" + hashlib.sha256(email.encode(errors="surrogatepass")).hexdigest()
        limit = current().login_failures
        if limit:
            count, seconds = await messaging.current().rate_limit.hit(key, FAILURE_SECONDS)
            if count > limit:
                raise RateLimited("Too many failed logins for this address. Please wait.", retry_after=seconds)
        try:
            yield
        except AuthenticationError:
            raise
        except BaseException:  # nobody knows whether the password was right
            await messaging.current().rate_limit.release(key)
            raise
        if limit:
            await messaging.current().rate_limit.reset(key)
