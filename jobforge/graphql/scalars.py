"""The scalars of our own: a moment in UTC with a trailing Z, and bytes as Base64."""

import base64
import binascii
from datetime import datetime
from typing import NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

from jobforge.errors import FileRefused
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
    specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
    serialize=write_moment,
    parse_value=_read_moment,
)


MAX_FILE_BYTES = 1_400_000
"""As Base64 this is nearly the 2 MiB that a body may have."""
LARGE_FILES = "Files over 1.4 MB are taken by POST /api/v1/resumes/import and POST /api/v1/ads/import."

Base64Bytes = NewType("Base64Bytes", bytes)


def small_file(file: Base64Bytes | None) -> Base64Bytes | None:
    """Return a file that is small enough for GraphQL; UNSET and None as they are. Raises FileRefused."""
    if isinstance(file, bytes) and len(file) > MAX_FILE_BYTES:
        raise FileRefused("TOO_LARGE", LARGE_FILES)
    return file


def _read_base64(value: object) -> bytes:
    """Return the bytes; white space between the letters is taken, as programs break lines."""
    if isinstance(value, str):
        try:
            return base64.b64decode("".join(value.split()), validate=True)
        except (binascii.Error, ValueError):
            pass
    raise GraphQLError("Base64 cannot represent this value.")


Base64: ScalarDefinition = strawberry.scalar(
    name="Base64",
    description="Bytes in Base64 (RFC 4648).",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc4648",
    serialize=lambda value: base64.b64encode(value).decode("ascii"),
    parse_value=_read_base64,
)
