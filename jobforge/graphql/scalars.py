"""The one scalar of our own: a moment in UTC with a trailing Z."""

from datetime import UTC, datetime

import strawberry
from strawberry.types.scalar import ScalarDefinition


def write_moment(value: datetime) -> str:
    """`2025-07-01T10:00:00Z`, with the fraction of the second where there is one."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _read_moment(value: str) -> datetime:
    return datetime.fromisoformat(value)


DateTime: ScalarDefinition = strawberry.scalar(
    name="DateTime",
    description="ISO 8601 in UTC with a trailing Z.",
    serialize=write_moment,
    parse_value=_read_moment,
)
