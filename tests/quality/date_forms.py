"""Dates as people write them in resumes, and whether each is read."""

from collections.abc import Iterator
from pathlib import Path

from jobforge.text.dates import Month, find_months, find_periods

FORMS = Path(__file__).parent / "layouts" / "date_forms.txt"


def forms() -> list[tuple[str, str]]:
    """Return each form with what it says."""
    lines = FORMS.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" => ") for line in lines if " => " in line and not line.startswith("# form"))
    return [(form, meaning) for form, meaning in pairs]


def reading(form: str) -> str:
    """Return what is read of a form, written as in the file."""
    periods = find_periods(form)
    if len(periods) == 1:
        period = periods[0]
        return f"{_text(period.start)} .. {_text(period.end) if period.end else 'now'}"
    points = find_months(form)
    return _text(points[0].month) if len(points) == 1 and not periods else "-"


def _text(month: Month) -> str:
    return f"{month.year}-{month.month:02}" if month.month else str(month.year)


def faults() -> Iterator[str]:
    """Return the forms that are read wrong, each with what is read."""
    for form, meaning in forms():
        if (read := reading(form)) != meaning:
            yield f"{form!r}: {read}, not {meaning}"


def right_share() -> float:
    """Return the share of the forms that are read right."""
    return 1 - len(list(faults())) / len(forms())
