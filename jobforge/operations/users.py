"""Accounts as the owner of the machine sees and manages them."""

import time
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tortoise.exceptions import IntegrityError

from jobforge import inputs, messaging, security
from jobforge.errors import DuplicateResource, InvalidState, NotFound
from jobforge.inputs import read
from jobforge.operations import accounts, credentials, statistics, text_reading
from jobforge.settings import current
from jobforge.storage import backup
from jobforge.storage.models import Application, User, now

NO_TOKEN_IS_GOOD = credentials.ISSUED_NOW + 1
"""What the tokens of a disabled user are held against: beyond every time of issue."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account as it is listed."""

    id: UUID
    email: str
    full_name: str
    created_at: datetime
    disabled_at: datetime | None
    applications: int


async def accounts_of_server() -> list[Account]:
    """Return all accounts, the oldest first."""
    rows = await User.all().order_by("created_at", "id")
    return [
        Account(
            row.id,
            row.email,
            row.full_name,
            row.created_at,
            row.disabled_at,
            await Application.filter(user_id=row.id).count(),
        )
        for row in rows
    ]


async def add(given: object) -> UUID:
    """Create an account, whether or not registration is open. Raises ValidationError, DuplicateResource."""
    data = read(inputs.Register, given)
    hashed = await security.hash_password(data.password)
    try:
        row = await User.create(email=data.email, full_name=data.full_name, password_hash=hashed)
    except IntegrityError:
        raise DuplicateResource("There is an account with this address.") from None
    return row.id


async def disable(email: str) -> None:
    """Have every token and stream of a user end at once, and no login succeed. Raises NotFound."""
    row = await _of(email)
    await User.filter(id=row.id).update(disabled_at=now(), tokens_valid_after=NO_TOKEN_IS_GOOD)
    await accounts.announce_end(row.id)


async def enable(email: str) -> None:
    """Let a disabled user log in again. Logins of before stay ended; personal tokens are good again."""
    row = await _of(email)
    if row.disabled_at is None:
        raise InvalidState("This account is not disabled.")
    await User.filter(id=row.id).update(disabled_at=None, tokens_valid_after=int(time.time()) + 1)


async def reset_password(email: str, given: object) -> None:
    """Set a new password for a user and end all tokens. Raises NotFound, InvalidState, ValidationError."""
    await accounts.reset_password(email, given)


async def remove(email: str) -> UUID:
    """Erase a user and all that is theirs. Raises NotFound."""
    return await erase(await _of(email))


async def erase(row: User) -> UUID:
    """Erase a user, so that no restored backup brings them back."""
    ids = [application.id for application in await Application.filter(user_id=row.id).only("id")]
    key = row.id
    await row.delete()
    text_reading.forget_all()
    statistics.forget(key)
    backup.note_erased(current(), key)
    if messaging.is_open():
        await messaging.current().events.delete(ids)
    await accounts.announce_end(key)
    return key


async def _of(email: str) -> User:
    row = await User.filter(email=email.strip().lower()).first()
    if row is None:
        raise NotFound("There is no account with this address.")
    return row
