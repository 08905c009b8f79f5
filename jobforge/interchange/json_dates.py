"""Dates and periods of a resume's lines as JSON Resume writes them, as exact as the text says them."""

import re
from dataclasses import dataclass

from jobforge.text.dates import Month, Period, find_months, find_periods

_ISO = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
_EDGES = " \t,;|()[]–—-·:"


@dataclass(frozen=True, slots=True)
class Dates:
    """`start` and `end` in ISO 8601, None where the text says none; `rest` is the text without them."""

    start: str | None
    end: str | None
    rest: str


def split_period(text: str) -> Dates | None:
    """Return the last period of a text and the words around it; None where there is none."""
    periods = find_periods(text)
    if not periods:
        return None
    period = periods[-1]
    first, last = period.span
    rest = f"{text[:first].rstrip(_EDGES)} {text[last:].lstrip(_EDGES)}".strip()
    return Dates(*iso_period(period, text), rest.rstrip(_EDGES))


def split_date(text: str) -> Dates | None:
    """Return a single date that ends a text, as `end`, and what stands before it; None where there is none."""
    dates = find_months(text)
    if not dates or text[dates[-1].span[1] :].strip(_EDGES + "."):
        return None
    first, last = dates[-1].span
    return Dates(None, _iso(dates[-1].month, text[first:last]), text[:first].rstrip(_EDGES))


def iso_period(period: Period, text: str) -> tuple[str, str | None]:
    """Return start and end of a period that stands in `text`; days are kept where the text has them."""
    written = _ISO.findall(text[slice(*period.span)])
    start = next((date for date in written if date.startswith(_iso(period.start, ""))), _iso(period.start, ""))
    if period.end is None:
        return start, None
    end = _iso(period.end, "")
    return start, next((date for date in reversed(written) if date.startswith(end)), end)


def _iso(month: Month, written: str) -> str:
    if _ISO.fullmatch(written.strip()):
        return written.strip()
    return f"{month.year}-{month.month:02d}" if month.month else str(month.year)
