"""Cells and lines that hold a date or a period and nothing else."""

import re

from jobforge.text.dates import find_months, find_periods

_DATE_WORDS = re.compile(
    r"[\d\W]|\b(?:present|now|heute|today|current|ongoing|since|seit|bis|to|until)\b", re.IGNORECASE
)


def is_date(text: str) -> bool:
    """Whether `text` is a date or a period and nothing else to speak of."""
    if len(text) > 45:
        return False
    spans = [period.span for period in find_periods(text)] or [point.span for point in find_months(text)]
    if not spans:
        return bool(re.fullmatch(r"[-–—]?\s*(?:present|heute|now|today|current|actualidad|aujourd['’]hui)", text, re.I))
    rest = text
    for first, last in reversed(spans):
        rest = rest[:first] + rest[last:]
    return len(_DATE_WORDS.sub("", rest)) <= 12
