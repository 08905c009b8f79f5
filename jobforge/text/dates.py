"""Months and periods as people write them in resumes, in four languages.

`Mar 2021 - Present`, `03/2019–02/2021`, `2019-21`, `seit 04/2020`, `de mars 2019 à juin 2021`, `Jan – Jun 2019`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from jobforge.languages.dates import alternatives, months
from jobforge.languages.tables import cached

# Inside a range a date may touch the dash before it, which the guard of `point` would refuse.
_DASH = r"[-–—‒―−~→]{1,3}>?"
_YEAR = r"(?:19|20)\d\d"
_OPEN = re.compile(r"[ ]?[-–—][ ]?(?:\.{3}|…)?[ ]?(?=$|[\n)\]|*_])")
_SHORT_END = re.compile(r"[ ]?[-–—/][ ]?['’]?(?P<year>\d\d)(?![\d.,/%-])")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of dates in all languages, made of their tables."""

    point: re.Pattern[str]
    join: re.Pattern[str]
    still: re.Pattern[str]
    since: re.Pattern[str]
    before: re.Pattern[str]
    first_month: re.Pattern[str]
    both: re.Pattern[str]
    between: re.Pattern[str]


@cached
def _patterns() -> _Patterns:
    named = "|".join(sorted(months(), key=len, reverse=True))
    join = rf"[\s.,]{{0,4}}(?:{_DASH}|/|{alternatives('until')})\s{{0,3}}"
    return _Patterns(
        point=re.compile(
            rf"""(?<![\w.,/$€£-])(?:
              (?:\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?[ ]{{1,2}}(?:de[ ])?)?
              (?P<name>{named})\b\.?,?[ ]{{0,2}}(?:(?:{alternatives("of")})[ ]{{1,2}})?
              (?:\d{{1,2}}(?:st|nd|rd|th)?,[ ])?
              (?:[-/]?(?P<named_year>{_YEAR})|[-'’](?P<short_year>\d\d))(?!\d)
            | (?P<day>\d{{1,2}})[./-](?P<day_month>\d{{1,2}})[./-](?P<day_year>{_YEAR})(?!\d)
            | (?P<number>0?[1-9]|1[0-2])[ ]?[./-][ ]?(?P<number_year>{_YEAR})(?!\d)
            | (?P<iso_year>{_YEAR})[-/.](?P<iso>0[1-9]|1[0-2])(?:[-/.]\d\d)?(?![\d])
            | (?P<slash>0[1-9]|1[0-2])[/.'](?P<slash_year>\d\d)(?![\d/.])
            | (?:(?:{alternatives("seasons").replace(" ", "[ ]")})[ -]{{1,2}})?(?P<year>{_YEAR})(?![\d%€$£]|[.,]\d)
            )""",
            re.IGNORECASE | re.VERBOSE,
        ),
        join=re.compile(join, re.IGNORECASE),
        still=re.compile(
            rf"(?:{join}|[\s,]{{0,3}}\(|[\s]{{0,2}}:[ ]?)(?:{alternatives('ongoing')})\b"
            rf"|\s{{0,2}}(?:{alternatives('still')})\b",
            re.IGNORECASE,
        ),
        since=re.compile(rf"(?:\b(?:{alternatives('since')})[ ]{{1,2}})$", re.IGNORECASE),
        before=re.compile(rf"(?:\b(?:{alternatives('from')})[ ]{{0,2}})$", re.IGNORECASE),
        first_month=re.compile(rf"\b(?P<name>{named})\b\.?{join}$", re.IGNORECASE),
        both=re.compile(rf"\s(?:{alternatives('both')})\s", re.IGNORECASE),
        between=re.compile(rf"(?:{alternatives('between')})\s$", re.IGNORECASE),
    )


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


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """One point in time and where the text says it (character offsets)."""

    month: Month
    span: tuple[int, int]


def find_months(text: str) -> tuple[DatedSpan, ...]:
    """Every single date of `text`, in order, those inside periods included."""
    return tuple(_points(text))


def find_periods(text: str) -> tuple[Period, ...]:
    """Every period of `text` in order: ranges, open ranges and `since ...`. A lone date is not a period."""
    return tuple(_periods(text, tuple(_points(text))))


def _points(text: str) -> Iterator[DatedSpan]:
    position = 0
    while found := _patterns().point.search(text, position):
        yield DatedSpan(_month(found), found.span())
        position = found.end()
        # A date right behind a dash ("2019-2021") would fail the guard against phone numbers and the like.
        joined = _patterns().join.match(text, position)
        if joined and (second := _patterns().point.match(" " + text[joined.end() : joined.end() + 30], 1)):
            yield DatedSpan(_month(second), (joined.end(), joined.end() + second.end() - 1))
            position = joined.end() + second.end() - 1


def _month(found: re.Match[str]) -> Month:
    parts = found.groupdict()
    if name := parts["name"]:
        return Month(_full_year(parts["named_year"] or parts["short_year"]), months()[name.casefold()])
    if parts["day"]:
        day, month = int(parts["day"]), int(parts["day_month"])
        if month > 12:
            month = day
        return Month(int(parts["day_year"]), month if 1 <= month <= 12 else None)
    if parts["number"]:
        return Month(int(parts["number_year"]), int(parts["number"]))
    if parts["iso"]:
        return Month(int(parts["iso_year"]), int(parts["iso"]))
    if parts["slash"]:
        return Month(_full_year(parts["slash_year"]), int(parts["slash"]))
    return Month(int(parts["year"]))


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 50 else 2000)


def _periods(text: str, points: tuple[DatedSpan, ...]) -> Iterator[Period]:
    index = 0
    while index < len(points):
        point = points[index]
        first, last = point.span
        following = points[index + 1] if index + 1 < len(points) else None
        lead = text[max(0, first - 14) : first]
        index += 1
        if following and _joins(text, point, following, lead):
            first -= _length(_patterns().before.search(lead))
            yield Period(point.month, following.month, False, (first, following.span[1]))
            index += 1
        elif still := _patterns().still.match(text, last):
            first -= _length(_patterns().before.search(lead))
            yield Period(point.month, None, True, (first, still.end()))
        elif point.month.month is None and (short := _SHORT_END.match(text, last)):
            end = point.month.year // 100 * 100 + int(short["year"])
            if end > point.month.year:
                yield Period(point.month, Month(end), False, (first, short.end()))
        elif _is_iso_range(text, point):
            yield Period(
                Month(point.month.year),
                Month(point.month.year // 100 * 100 + (point.month.month or 0)),
                False,
                point.span,
            )
        elif since := _patterns().since.search(lead):
            yield Period(point.month, None, True, (first - _length(since), last))
        elif opened := _OPEN.match(text, last):
            yield Period(point.month, None, True, (first, opened.end()))
        elif point.month.month and (start := _patterns().first_month.search(text[max(0, first - 24) : first])):
            begin = months()[start["name"].casefold()]
            if begin <= point.month.month:
                yield Period(Month(point.month.year, begin), point.month, False, (first - _length(start), last))


def _joins(text: str, point: DatedSpan, following: DatedSpan, lead: str) -> bool:
    gap = text[point.span[1] : following.span[0]]
    if len(gap) > 24 or following.month.year < point.month.year:
        return False
    if _patterns().join.fullmatch(gap):
        return True
    return bool(_patterns().both.fullmatch(gap) and _patterns().between.search(lead))


def _is_iso_range(text: str, point: DatedSpan) -> bool:
    """`2010-12` alone is the range 2010 to 2012 to most people; `2019-03` can only be a month."""
    said = text[point.span[0] : point.span[1]]
    return bool(re.fullmatch(r"(?:19|20)\d\d[-/]\d\d", said)) and int(said[-2:]) > int(said[2:4])


def _length(found: re.Match[str] | None) -> int:
    return found.end() - found.start() if found else 0
