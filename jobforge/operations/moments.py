"""Moments that users send."""

from datetime import UTC, datetime

from jobforge.errors import ValidationError

EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def utc(at: datetime | None, field: str) -> datetime | None:
    """Return the moment in UTC; one without a zone is in UTC. Raises ValidationError for one beyond all calendars."""
    if at is None:
        return None
    try:
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except OverflowError:
        at = LATEST.replace(year=9999)
    if not EARLIEST <= at <= LATEST:
        raise ValidationError(details={field: ["Must be between 1970 and 2200"]})
    return at
