"""Months and periods as people write them in resumes, in four languages.

`Mar 2021 - Present`, `03/2019–02/2021`, `2019-21`, `seit 04/2020`, `de mars 2019 à juin 2021`, `Jan – Jun 2019`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise

from jobforge.languages.dates import TOPIC, months
from jobforge.languages.tables import Pattern

# Inside a range a date may touch the dash before it, which the guard of _POINT would refuse.
_DASH = r"[-–—‒―−~→➔\x96\x97]{1,3}>?"
_YEAR = r"(?:19|20)\d\d"
_JOIN_SOURCE = rf"[\s.,]{{0,4}}(?:{_DASH}|/|{{until}})\s{{0,3}}"
_ONGOING_SOURCE = (
    rf"(?:{_JOIN_SOURCE}(?:{_DASH}\s?)?(?:(?:{{until}})\s{{1,2}})?|[\s,]{{0,3}}\(|\s{{0,2}}:\s?)(?:{{ongoing}})\b\.?"
    r"|\s{0,2}(?:to\sdate|à\sce\sjour)\b|\s{1,3}(?:{onwards})\b|\s{1,3}(?:{ongoing})(?=[\s)\]|*_]*$)|\+(?=[\s)\]|]*$)"
)
_POINT = Pattern(
    TOPIC,
    r"(?:(?<![\w.,/$€£-])|(?<=[^\W\d_]-)(?=[^\W\d_]))(?:"
    r"(?:\d{1,2}(?:{ordinal})?\.?[ ]{1,2}(?:de[ ])?)?"
    r"(?P<name>{months})\b\.?,?[ ]{0,2}(?:(?:{of})[ ]{1,2})?(?:\d{1,2}(?:{ordinal})?,[ ])?"
    rf"(?:[-/]?(?P<named_year>{_YEAR})|[-'’‘](?P<short_year>\d\d))(?!\d)"
    rf"|(?P<day>\d{{1,2}})[./-](?P<day_month>\d{{1,2}})[./-](?P<day_year>{_YEAR})(?!\d)"
    rf"|(?P<number>0?[1-9]|1[0-2])[ ]?[./-][ ]?(?P<number_year>{_YEAR})(?!\d)"
    rf"|(?P<iso_year>{_YEAR})[-/.](?P<iso>0[1-9]|1[0-2])(?:[-/.]\d\d)?(?![\d])"
    r"|(?P<slash>0[1-9]|1[0-2])[/.'](?P<slash_year>\d\d)(?![\d/.])"
    # "9/19 - 12/21": one digit is a month only where a second date follows.
    rf"|(?P<digit>[1-9])[/.](?P<digit_year>\d\d)(?=\s?(?:{_DASH}|to)\s?"
    rf"(?:(?:0?[1-9]|1[0-2])[/.]\d\d(?![\d/.])|(?:{{ongoing}})\b))"
    rf"|(?:(?:{{seasons}})[ -]{{1,2}})?(?P<year>{_YEAR})(?![\d%€$£]|[.,]\d)"
    r")",
    re.IGNORECASE,
)
_SECOND_DIGIT = re.compile(r"(?P<digit>[1-9])[/.](?P<digit_year>\d\d)(?![\d/.])")
_JOIN = Pattern(TOPIC, _JOIN_SOURCE, re.IGNORECASE)
_STILL = Pattern(TOPIC, _ONGOING_SOURCE, re.IGNORECASE)
_OPEN = re.compile(r"[ ]?[-–—][ ]?(?:\.{3}|…)?[ ]?(?=$|[\n)\]|*_])")
_SINCE = Pattern(TOPIC, r"(?:\b(?:{since})[ ]{1,2})$", re.IGNORECASE)
_FROM = Pattern(TOPIC, r"(?:\b(?:{from})[ ]{0,2})$", re.IGNORECASE)
_FIRST_MONTH = Pattern(TOPIC, rf"\b(?P<name>{{months}})\b\.?{_JOIN_SOURCE}$", re.IGNORECASE)
_SHORT_END = re.compile(r"[ ]?[-–—/][ ]?['’]?(?P<year>\d\d)(?![\d.,/%-])")
_BETWEEN = Pattern(TOPIC, r"\s(?:{both})\s", re.IGNORECASE)
_AFTER_BETWEEN = Pattern(TOPIC, r"(?:{between})\s$", re.IGNORECASE)
_LEAD = 22  # characters before a date that may say "since" or "from"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A point in time as exact as the text gives it; `month` is None where only the year is said."""

    year: int
    month: int | None = None

    @property
    def index(self) -> int:
        """Months since year 0; a bare year counts from January."""
        return self.year * 12 + (self.month or 1) - 1


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both included; `end` is None exactly where `ongoing` is true.

    `span` is where the text said so (character offsets), and is left out of comparisons.
    """

    start: Month
    end: Month | None
    ongoing: bool
    span: tuple[int, int] = field(default=(0, 0), compare=False)

    def months(self, today: date) -> int:
        """Length in months. Both end months count where they are known; bare years are taken as differences."""
        end = self.end or Month(today.year, today.month)
        if self.start.month is None or end.month is None:
            return max(0, end.year - self.start.year) * 12
        return max(0, end.index - self.start.index + 1)

    def has_begun(self, today: date) -> bool:
        """Return whether the period began before or in the month of `today`."""
        return (self.start.year, self.start.month or 1) <= (today.year, today.month)


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """One point in time and where the text says it (character offsets)."""

    month: Month
    span: tuple[int, int]


def find_months(text: str) -> tuple[DatedSpan, ...]:
    """Every single date of `text`, in order, those inside periods included."""
    return _points(text)


def find_periods(text: str) -> tuple[Period, ...]:
    """Every period of `text` in order: ranges, open ranges and `since ...`. A lone date is not a period."""
    return tuple(_periods(text, _points(text)))


def find_reversed(text: str) -> tuple[tuple[int, int], ...]:
    """Return where two joined dates stand in the wrong order ("2021 - 2019"): a slip that no reader can mend."""
    points = _points(text)
    return tuple(
        (point.span[0], following.span[1])
        for point, following in pairwise(points)
        if _is_before(following.month, point.month) and _JOIN.fullmatch(text[point.span[1] : following.span[0]])
    )


@lru_cache(maxsize=1_000)
def _points(text: str) -> tuple[DatedSpan, ...]:
    """Return the dates of a text; a line is asked for its periods, its months and its slips in a row."""
    return tuple(_find_points(text))


def _find_points(text: str) -> Iterator[DatedSpan]:
    position = 0
    while result := _POINT.search(text, position):
        yield DatedSpan(_month(result), result.span())
        position = result.end()
        # A date right behind a dash ("2019-2021") would fail the guard against phone numbers and the like.
        joined = _JOIN.match(text, position)
        if joined is None:
            continue
        rest = text[joined.end() : joined.end() + 30]
        second = _POINT.match(" " + rest, 1)
        if second is None and (result["slash"] or result["digit"] or not result.group()[0].isdigit()):
            second = _SECOND_DIGIT.match(" " + rest, 1)
        if second:
            position = joined.end() + second.end() - 1
            yield DatedSpan(_month(second), (joined.end(), position))


def _month(result: re.Match[str]) -> Month:
    parts = result.groupdict()
    if name := parts.get("name"):
        return Month(_full_year(parts["named_year"] or parts["short_year"]), months()[name.casefold()])
    if parts.get("day"):
        day, month = int(parts["day"]), int(parts["day_month"])
        if month > 12:
            month = day
        return Month(int(parts["day_year"]), month if 1 <= month <= 12 else None)
    for number, year in (
        ("number", "number_year"),
        ("iso", "iso_year"),
        ("slash", "slash_year"),
        ("digit", "digit_year"),
    ):
        if parts.get(number):
            return Month(_full_year(parts[year]), int(parts[number]))
    return Month(int(parts["year"]))


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


def _periods(text: str, points: tuple[DatedSpan, ...]) -> Iterator[Period]:
    index = 0
    while index < len(points):
        following = points[index + 1] if index + 1 < len(points) else None
        lead = text[max(0, points[index].span[0] - _LEAD) : points[index].span[0]]
        if following and _joins(text, points, index, lead):
            first = points[index].span[0] - _length(_FROM.search(lead))
            yield Period(points[index].month, following.month, False, (first, following.span[1]))
            index += 1
        elif period := _open_period(text, points[index], lead) or _short_period(text, points[index]):
            yield period
        index += 1


def _open_period(text: str, point: DatedSpan, lead: str) -> Period | None:
    """Return a period that has not ended: `2021 - Present`, `since 2021`, `2021 -`."""
    first, last = point.span
    if still := _STILL.match(text, last):
        return Period(point.month, None, True, (first - _length(_FROM.search(lead)), still.end()))
    if (since := _SINCE.search(lead)) and not _SHORT_END.match(text, last):
        return Period(point.month, None, True, (first - _length(since), last))
    if opened := _OPEN.match(text, last):
        return Period(point.month, None, True, (first, opened.end()))
    return None


def _short_period(text: str, point: DatedSpan) -> Period | None:
    """Return a period whose second year is said in two digits, or whose first month has no year."""
    (first, last), month = point.span, point.month
    if month.month is None and (short := _SHORT_END.match(text, last)):
        end = month.year // 100 * 100 + int(short["year"])
        return Period(month, Month(end), False, (first, short.end())) if end > month.year else None
    if _is_iso_range(text, point):
        return Period(Month(month.year), Month(month.year // 100 * 100 + (month.month or 0)), False, point.span)
    if month.month and (start := _FIRST_MONTH.search(text[max(0, first - 24) : first])):
        begin = months()[start["name"].casefold()]
        year = month.year - (begin > month.month)  # "Dec - Feb 2020" began in the year before
        return Period(Month(year, begin), month, False, (first - _length(start), last))
    return None


def _joins(text: str, points: tuple[DatedSpan, ...], index: int, lead: str) -> bool:
    point, following = points[index], points[index + 1]
    gap = text[point.span[1] : following.span[0]]
    if len(gap) > 24 or _is_before(following.month, point.month):
        return False
    if _JOIN.fullmatch(gap):
        return True
    if len(points) == 2 and not gap.strip(" |\t") and point.month.month and following.month.month:
        return True  # The dash was lost: "Mar 2019  Jun 2021".
    return bool(_BETWEEN.fullmatch(gap) and _AFTER_BETWEEN.search(lead))


def _is_before(later: Month, earlier: Month) -> bool:
    if later.year != earlier.year or not later.month or not earlier.month:
        return later.year < earlier.year
    return later.month < earlier.month


def _is_iso_range(text: str, point: DatedSpan) -> bool:
    """`2010-12` alone is the range 2010 to 2012 to most people; `2019-03` can only be a month."""
    written = text[point.span[0] : point.span[1]]
    return bool(re.fullmatch(r"(?:19|20)\d\d[-/]\d\d", written)) and int(written[-2:]) > int(written[2:4])


def _length(result: re.Match[str] | None) -> int:
    return result.end() - result.start() if result else 0
