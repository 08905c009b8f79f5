"""Pages of numbered rows, the highest number first: a document's versions, an application's runs.

A page begins behind a number, so that a deep page costs what the first one does and new rows shift nothing."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from jobforge.errors import ValidationError

Row = TypeVar("Row")
MAX_NUMBER = 2**63 - 1
"""What a column of the database holds."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """A page of rows, and whether there are others before and behind it."""

    rows: Sequence[Row]
    has_next: bool
    has_previous: bool

    @classmethod
    def of(cls, rows: Sequence[Row], first: int, after: int | None) -> "Page[Row]":
        """Return a page of rows, of which one more than `first` was asked for."""
        return cls(rows[:first], len(rows) > first, after is not None)


def cursor(number: int) -> str:
    """Return where the row with this number stands: opaque to clients."""
    return base64.urlsafe_b64encode(f"no {number}".encode()).decode()


def read_cursor(after: str | None) -> int | None:
    """Return the number that a cursor names; None without one. Raises ValidationError."""
    if after is None:
        return None
    try:
        prefix, _, number = base64.urlsafe_b64decode(after.encode()).decode().partition(" ")
        if prefix == "no" and number.isascii() and number.isdigit() and len(number) < 20 and int(number) <= MAX_NUMBER:
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise ValidationError(details={"after": ["Must be the cursor of an item of this list"]})
