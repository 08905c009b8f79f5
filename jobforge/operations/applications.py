"""The user's job applications."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from anyascii import anyascii
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from jobforge import broker, inputs
from jobforge.enums import PriorityLevel
from jobforge.errors import NotFound, ValidationError
from jobforge.inputs import read
from jobforge.models import Application, Caller, now
from jobforge.operations.ownership import application as owned
from jobforge.operations.ownership import digest, identity
from jobforge.operations.repeating import once

NAME_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Listed:
    """A page by offset, with the number of all that match."""

    applications: Sequence[Application]
    total: int
    limit: int
    offset: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page by cursor. The total is counted only when asked for: `matching` is the query to count."""

    applications: Sequence[Application]
    has_next: bool
    has_previous: bool
    matching: QuerySet[Application]


async def create(user: Caller, given: object, key: str | None = None) -> Application:
    """With an idempotency key, what it made when it was first used."""
    data = read(inputs.ApplicationCreate, given)
    return await once(user, key, data.model_dump(), Application, lambda: _insert(user, data))


async def _insert(user: Caller, data: inputs.ApplicationCreate) -> Application:
    moment = now()
    return await Application.create(
        user_id=user.id,
        name=make_name(data.company_name, data.role_title, moment),
        company_name=data.company_name,
        role_title=data.role_title,
        job_description=data.job_description,
        digest=digest(data.job_description),
        job_url=data.job_url,
        location=data.location,
        priority_level=data.priority_level or PriorityLevel.MEDIUM,
        additional_context=data.additional_context,
        search_text=searchable(data.company_name, data.role_title, data.location),
        created_at=moment,
        updated_at=moment,
    )


async def get(user: Caller, application_id: str) -> Application:
    return await owned(user, application_id)


async def list_by_offset(user: Caller, given: object) -> Listed:
    """Newest first; an offset past the end gives an empty page with the true total."""
    data = read(inputs.ApplicationList, given)
    query = _matching(user, data.status, data.priority, None)
    rows = await query.order_by("-created_at", "-id").offset(data.offset).limit(data.limit)
    return Listed(rows, await query.count(), data.limit, data.offset)


async def list_by_cursor(user: Caller, given: object) -> Page:
    """Newest first, from behind the cursor `after`. A page costs the same however deep it lies."""
    data = read(inputs.ApplicationSearch, given)
    matching = _matching(user, data.status, data.priority, data.search)
    query = matching
    if data.after is not None:
        moment, last = _read_cursor(data.after)
        query = query.filter(Q(created_at__lt=moment) | Q(created_at=moment, id__lt=last))
    rows = await query.order_by("-created_at", "-id").limit(data.first + 1)
    return Page(rows[: data.first], len(rows) > data.first, data.after is not None, matching)


async def change(user: Caller, application_id: str, given: object) -> Application:
    """Changes what was sent, and nothing else."""
    found = await owned(user, application_id)
    data = read(inputs.ApplicationChange, given)
    changed = {name: getattr(data, name) for name in data.model_fields_set}
    if not changed:
        return found
    found.update_from_dict(changed)
    changed["updated_at"] = found.updated_at = now()
    if "job_description" in changed:
        changed["digest"] = found.digest = digest(found.job_description)
    if changed.keys() & {"company_name", "role_title", "location"}:
        found.search_text = searchable(found.company_name, found.role_title, found.location)
        changed["search_text"] = found.search_text
    await found.save(update_fields=list(changed))
    return found


async def delete(user: Caller, application_id: str) -> UUID:
    """Deletes it with its documents, versions and runs; a running phase ends without a trace."""
    gone = identity(application_id, "Application")
    if not await Application.filter(id=gone, user_id=user.id).delete():
        raise NotFound("Application not found")
    await broker.current().tell(gone, broker.Signal.GONE)
    return gone


def make_name(company: str, role: str, moment: datetime) -> str:
    """`google_senior_developer_2025_07_01`: ASCII words, at most 255 characters, the date kept whole."""
    date = moment.strftime("%Y_%m_%d")
    words = "_".join(re.findall("[a-z0-9]+", anyascii(f"{company} {role}").lower())) or "application"
    return f"{words[: NAME_LENGTH - len(date) - 1].rstrip('_')}_{date}"


def fold(text: str) -> str:
    """Case and accents taken away, so that "Zürich" is found as "zurich" on every database."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def searchable(company: str, role: str, location: str | None) -> str:
    return fold("\n".join(filter(None, (company, role, location))))


def cursor(application: Application) -> str:
    """Where the application stands in the list: opaque to clients."""
    return base64.urlsafe_b64encode(f"{application.created_at.isoformat()} {application.id}".encode()).decode()


def _read_cursor(given: str) -> tuple[datetime, UUID]:
    try:
        moment, last = base64.urlsafe_b64decode(given.encode()).decode().rsplit(" ", 1)
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(last)
    except (binascii.Error, ValueError, OverflowError):
        raise ValidationError(details={"after": ["Must be the endCursor of an earlier page"]}) from None


def _matching(user: Caller, status: object, priority: object, search: str | None) -> QuerySet[Application]:
    query = Application.filter(user_id=user.id)
    if status is not None:
        query = query.filter(status=status)
    if priority is not None:
        query = query.filter(priority_level=priority)
    for searched in fold(search or "").split():
        query = query.filter(search_text__contains=searched)
    return query
