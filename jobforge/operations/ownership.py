"""Finding what is the user's own. Ownership is part of the query, so "not yours" and "not there" are one answer."""

import hashlib
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from jobforge.errors import AuthenticationError, NotFound
from jobforge.storage.models import Application, Caller, Resume, User

Word = TypeVar("Word", bound=StrEnum)


def identity(given: str | UUID, what: str) -> UUID:
    """The id as a UUID. What is none cannot be found: raises NotFound."""
    try:
        return given if isinstance(given, UUID) else UUID(given)
    except ValueError:
        raise NotFound(f"{what} not found") from None


def word(kind: type[Word], given: str, what: str) -> Word:
    """The given word of an address. One that does not exist cannot be found: raises NotFound."""
    try:
        return kind(given)
    except ValueError:
        raise NotFound(f"{what} not found") from None


async def account(user: Caller) -> User:
    """The user's own row. Raises AuthenticationError when it was deleted after their token was checked."""
    row = await User.filter(id=user.id).first()
    if row is None:
        raise AuthenticationError
    return row


async def application(user: Caller, application_id: str | UUID, *, lock: bool = False) -> Application:
    """The user's application; with `lock`, held until the transaction ends. Raises NotFound."""
    query = Application.filter(id=identity(application_id, "Application"), user_id=user.id)
    result = await (query.select_for_update() if lock else query).first()
    if result is None:
        raise NotFound("Application not found")
    return result


async def resume(user: Caller, resume_id: str | UUID) -> Resume:
    """The user's resume. Raises NotFound."""
    result = await Resume.filter(id=identity(resume_id, "Resume"), user_id=user.id).first()
    if result is None:
        raise NotFound("Resume not found")
    return result


def digest(text: str) -> str:
    """Tells two texts apart: 32 hexadecimal digits of BLAKE2b."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
