"""Heads of jobs, which people set on one to four lines, put on one: title, employer, place and dates at the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobforge.interchange.columns import is_date
from jobforge.interchange.rows import Row
from jobforge.resumes.role_headers import has_employer_word, has_title_word, split_parts
from jobforge.text.dates import find_months, find_periods

_MAX_ABOVE, _MAX_BELOW = 3, 3
_MAX_HEAD = 150
_DURATION = re.compile(
    r"^\(?\d{1,2}\s(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|meses|mes)\b.{0,25}$", re.IGNORECASE
)
_LIST_OF_WORDS = re.compile(r"(?:,[^,]*){4,}")


@dataclass(slots=True)
class Head:
    """The rows `first` to `last` are the head of a job; `anchor` is the one with the dates."""

    first: int
    last: int
    anchor: int


def find_heads(rows: Sequence[Row], styled: bool = True) -> list[Head]:
    """Return the heads of jobs among the rows of one section."""
    anchors = [index for index, row in enumerate(rows) if _is_anchor(row)]
    plain = [index for index in anchors if not rows[index].marker]
    anchors = plain or anchors
    above = _usual_above(rows, anchors)
    heads: list[Head] = []
    for number, anchor in enumerate(anchors):
        floor = heads[-1].last + 1 if heads else 0
        ceiling = anchors[number + 1] - above if number + 1 < len(anchors) else len(rows)
        first = anchor
        while anchor - first < above and first - 1 >= floor and _may_be_head(rows[first - 1]):
            first -= 1
        last = _last_of_head(rows, first, anchor, min(ceiling, len(rows)))
        heads.append(Head(first, last, anchor))
    return heads


def head_text(rows: Sequence[Row], head: Head) -> str:
    """Return the head on one line: what stands left, what stands right, then the dates."""
    lefts: list[str] = []
    rights: list[str] = []
    dates: list[str] = []
    for row in rows[head.first : head.last + 1]:
        cells = [cell for cell in row.cells if cell]
        texts = [cell for cell in cells if not is_date(cell)]
        dates += [cell for cell in cells if is_date(cell)]
        lefts += texts[:1]
        rights += texts[1:]
    parts = [part.strip(" |,;") for part in (*lefts, *rights)]
    return " | ".join([part for part in parts if part] + dates)


def _is_anchor(row: Row) -> bool:
    if len(row.text) > _MAX_HEAD + 60 or row.lines > 3:
        return False
    if any(is_date(cell) for cell in row.cells):
        return bool(find_periods(row.text)) or not row.marker
    if row.marker:
        return False
    periods = find_periods(row.text)
    if not periods:
        return False
    start, end = periods[0].span
    text = row.text
    at_edge = (
        start <= 3
        or len(text.rstrip(" .)]|")) - end <= 3
        or text[:start].rstrip().endswith(("(", "|", ",", "–", "-", "·", "•"))
    )
    prose = text.endswith(".") and len(text.split()) > (12 if row.bold else 4)
    return at_edge and not prose


def _usual_above(rows: Sequence[Row], anchors: Sequence[int]) -> int:
    """Return how many rows of a head stand above its dates: as many as above the first of them."""
    if not anchors:
        return 0
    counts = []
    for number, anchor in enumerate(anchors):
        floor = anchors[number - 1] + 1 if number else 0
        count = 0
        while count < _MAX_ABOVE and anchor - count - 1 >= floor and _may_be_head(rows[anchor - count - 1]):
            count += 1
            if rows[anchor - count].gap > 2.2 and count:
                break
        counts.append(count)
    first = counts[0]
    bodies = [c for number, c in enumerate(counts) if number and _has_items(rows, anchors[number - 1], anchors[number])]
    return min([first, *[count for count in bodies if count]]) if first else 0


def _has_items(rows: Sequence[Row], start: int, end: int) -> bool:
    return any(row.marker for row in rows[start + 1 : end])


def _may_be_head(row: Row) -> bool:
    text = row.text
    if not row.plain and row.heading is None:
        return False
    return (
        bool(text)
        and not row.marker
        and len(text) <= 110
        and row.lines <= 2
        and not (text.endswith((".", ":", ";")) and not text.endswith(("Inc.", "Ltd.", "Co.", "e.V.", "Corp.")))
        and not _LIST_OF_WORDS.search(text)
    )


def _last_of_head(rows: Sequence[Row], first: int, anchor: int, ceiling: int) -> int:
    parts = _part_count(rows[first : anchor + 1])
    last = anchor
    while last + 1 < ceiling and last - anchor < _MAX_BELOW:
        row = rows[last + 1]
        if not _may_be_head(row) or _is_anchor(row) or row.gap > 2.6:
            break
        following = rows[last + 2] if last + 2 < len(rows) else None
        items_follow = following is None or bool(following.marker) or last + 2 >= ceiling or not _may_be_head(following)
        telling = (
            row.italic or row.bold or row.heading is not None or has_employer_word(row.text) or has_title_word(row.text)
        )
        place = bool(_DURATION.match(row.text)) or len(row.text.split()) <= 4
        needed = parts < 2
        if not (needed or (items_follow and (telling or place)) or (telling and row.style != _body(rows))):
            break
        last += 1
        parts += _part_count([row])
    return last


def _body(rows: Sequence[Row]) -> tuple[object, ...]:
    items = [row for row in rows if row.marker]
    return items[0].style if items else ()


def _part_count(rows: Sequence[Row]) -> int:
    total = 0
    for row in rows:
        for cell in row.cells:
            text = cell
            for period in reversed(find_periods(cell)):
                text = text[: period.span[0]] + text[period.span[1] :]
            if not is_date(cell) and any(letter.isalpha() for letter in text):
                total += len(split_parts(text.strip(" ()|,")))
    return total


def has_dates(row: Row) -> bool:
    return bool(find_months(row.text))
