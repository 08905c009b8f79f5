"""The calendar feed: interviews, deadlines and reminders at an address that only its user knows.

The address holds an HMAC over the user and a counter, so that it can be shown again, and revoked by counting on.
"""

import base64
import binascii
import hashlib
import hmac
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from tortoise.expressions import F

from jobforge import __version__, security
from jobforge.enums import EntryKind
from jobforge.errors import NotFound
from jobforge.operations import ownership
from jobforge.settings import current
from jobforge.storage.models import Application, Caller, TimelineEntry, User, now

PATH = "/calendar/"
INTERVIEW_LENGTH = timedelta(hours=1)
MAX_AGE = timedelta(days=365)
MAX_ENTRIES = 2000
DIGEST_BYTES = 18


async def address(user: Caller) -> str:
    """Return the secret path of the user's feed; it has no base path."""
    row = await ownership.account(user)
    return f"{PATH}{_secret(row.id, row.calendar_number)}.ics"


async def reset(user: Caller) -> str:
    """Revoke the address and return a new one."""
    await User.filter(id=user.id).update(calendar_number=F("calendar_number") + 1)
    return await address(user)


def _secret(user_id: UUID, number: int) -> str:
    return base64.urlsafe_b64encode(
        user_id.bytes + _digest(user_id, number, security.secret_keys(current())[0])
    ).decode()


def _digest(user_id: UUID, number: int, key: str) -> bytes:
    text = b"calendar:" + user_id.bytes + b":%d" % number
    return hmac.digest(key.encode(), text, hashlib.sha256)[:DIGEST_BYTES]


async def feed(secret: str) -> bytes:
    """Return the calendar at a secret address. Raises NotFound for every address that is not good."""
    try:
        raw = base64.urlsafe_b64decode(secret.encode("ascii"))
        user_id, digest = UUID(bytes=raw[:16]), raw[16:]
    except (binascii.Error, ValueError):
        raise NotFound("There is no calendar at this address.") from None
    user = await User.filter(id=user_id, disabled_at__isnull=True).first()
    keys = security.secret_keys(current())
    number = user.calendar_number if user else 0
    if not any(hmac.compare_digest(digest, _digest(user_id, number, key)) for key in keys) or user is None:
        raise NotFound("There is no calendar at this address.")
    return await _calendar(user.id)


async def _calendar(user_id: UUID) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//JobForge//{__version__}//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "JobForge")
    since = now() - MAX_AGE
    names = {row.id: f"{row.role_title}, {row.company_name}" for row in await Application.filter(user_id=user_id)}
    entries = TimelineEntry.filter(user_id=user_id, kind__in=(EntryKind.INTERVIEW, EntryKind.REMINDER))
    for entry in await entries.order_by("-at").limit(MAX_ENTRIES):
        if entry.kind is EntryKind.INTERVIEW and entry.at >= since:
            calendar.add_component(_interview(entry, names[entry.application_id]))
        elif entry.kind is EntryKind.REMINDER and entry.due_at and entry.due_at >= since and not entry.done:
            calendar.add_component(_event(entry.id, entry.due_at, entry.text or "", names[entry.application_id]))
    deadlines = Application.filter(user_id=user_id, deadline__gte=since, archived=False)
    for application in await deadlines.order_by("deadline").limit(MAX_ENTRIES):
        if application.deadline is not None:
            title = f"Deadline: {names[application.id]}"
            calendar.add_component(_event(application.id, application.deadline, title, ""))
    return bytes(calendar.to_ical())


def _interview(entry: TimelineEntry, name: str) -> Event:
    start = entry.at.astimezone(ZoneInfo(entry.time_zone or "UTC"))
    event = _event(entry.id, start, f"{entry.name}: {name}", entry.text or "")
    event.add("dtend", start + INTERVIEW_LENGTH)
    if entry.place:
        event.add("location", entry.place)
    return event


def _event(key: UUID, start: datetime, title: str, description: str) -> Event:
    event = Event()
    event.add("uid", f"{key}@jobforge")
    event.add("dtstamp", now())
    event.add("dtstart", start)
    event.add("summary", title)
    if description:
        event.add("description", description)
    return event
