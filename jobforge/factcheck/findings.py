"""What a review of a document reports."""

from dataclasses import dataclass

from jobforge.enums import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a document that the user's own words do not bear out.

    `code` is stable and dotted (`fact.metric`); `line` counts from 1 and is None for what is missing from the
    document; `quote` is copied from the document, or from the resume for what is missing.
    """

    code: str
    severity: Severity
    line: int | None
    quote: str
    message: str
