"""The one scalar of our own: a moment in UTC with a trailing Z."""

from datetime import datetime

import strawberry
from strawberry.types.scalar import ScalarDefinition

from jobforge.graphql.compiled import passes


@passes(datetime)
def write_moment(value: datetime) -> datetime:
    """Left to orjson: `2025-07-01T10:00:00Z`, with the fraction of the second where there is one. All are in UTC."""
    return value


def _read_moment(value: str) -> datetime:
    return datetime.fromisoformat(value)


DateTime: ScalarDefinition = strawberry.scalar(
    name="DateTime",
    description="ISO 8601 in UTC with a trailing Z.",
    serialize=write_moment,
    parse_value=_read_moment,
)
