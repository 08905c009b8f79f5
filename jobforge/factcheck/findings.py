"""What a review of a document reports."""

from dataclasses import dataclass

from jobforge.enums import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a document that the user's own words do not support.

    `code` is that of a check (`fact.metric`); `line` counts from 1 and is None for what is missing from the document;
    `quote` is copied from the document, or from the resume for what is missing. `values` are what the message was
    made with, by name. `start` and `end` are the quote's code points in its line, None where it does not stand in it.
    """

    code: str
    severity: Severity
    line: int | None
    quote: str
    message: str
    values: tuple[tuple[str, str], ...] = ()
    start: int | None = None
    end: int | None = None
