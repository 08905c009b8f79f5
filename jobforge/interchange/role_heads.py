"""Heads of jobs, which people set on one to four lines, put on one: title, employer, place and dates at the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobforge.interchange.date_cells import is_date
from jobforge.interchange.rows import Row
from jobforge.resumes.cells import split_parts
from jobforge.resumes.scores import has_employer_word, has_title_word
from jobforge.text.dates import find_periods

_MAX_ABOVE, _MAX_BELOW = 3, 3
_HEAD_ROOM = 1.3  # above a head there is so much more room than within it
_MAX_HEAD = 150
_DURATION = re.compile(
    r"^\(?\d{1,2}\s(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|meses|mes)\b.{0,25}$", re.IGNORECASE
)
_PLACED = re.compile(r"^(?P<title>[^,;|]+)[,;] (?P<place>[^\W\d_][^,;|\d]{1,30})$")
_BRACKETED = re.compile(r"^(?P<title>[^()|]+) \((?P<place>[A-ZÀ-Þ][^()|\d]{1,30})\)$")
_LIST_OF_WORDS = re.compile(r"(?:,[^,]*){4,}")


@dataclass(slots=True)
class Head:
    """The rows `first` to `last` are the head of a job; `anchor` is the one with the dates.

    `grouped` jobs are at the employer of the group before them; `group` is the first row of such a group, where the
    head begins one: the employer, then how long all its jobs took.
    """

    first: int
    last: int
    anchor: int
    group: int | None = None
    grouped: bool = False


def find_heads(rows: Sequence[Row]) -> list[Head]:
    """Return the heads of jobs among the rows of one section."""
    anchors = [index for index, row in enumerate(rows) if _is_anchor(row)]
    plain = [index for index in anchors if not rows[index].marker]
    anchors = plain or anchors
    usual = _usual_above(rows, anchors)
    tops = [_top_of_head(rows, anchors, number, usual) for number in range(len(anchors))]
    heads: list[Head] = []
    for number, anchor in enumerate(anchors):
        first = max(tops[number], heads[-1].last + 1 if heads else 0)
        ceiling = tops[number + 1] if number + 1 < len(anchors) else len(rows)
        heads.append(Head(first, _last_of_head(rows, first, anchor, ceiling), anchor))
    return _with_groups(rows, heads)


def _with_groups(rows: Sequence[Row], heads: list[Head]) -> list[Head]:
    """Find employers with several jobs: their name, the length of all, then jobs that begin with a title."""
    employer: tuple[object, ...] | None = None
    for head in heads:
        lengths = [index for index in range(head.first + 1, head.anchor) if _DURATION.match(rows[index].text)]
        if lengths:
            employer = rows[head.first].style
            head.group, head.first, head.grouped = head.first, lengths[0] + 1, True
        elif employer is not None and rows[head.first].style != employer:
            head.grouped = True
        else:
            employer = None
    return heads


def head_texts(rows: Sequence[Row], heads: Sequence[Head]) -> list[str]:
    """Return each head on one line: what stands left, what stands right, then the dates.

    Where titles of a section all end with a place (`Baker, Leeds` beside the employer), the place goes to the right.
    """
    parts = [_parts(rows, head) for head in heads]
    number = _line_with_places([lefts for lefts, _, _ in parts])
    texts = []
    for lefts, rights, dates in parts:
        if (
            number is not None
            and number < len(lefts)
            and (match := _PLACED.match(lefts[number]) or _BRACKETED.match(lefts[number]))
        ):
            lefts[number] = match["title"]
            rights.insert(0, match["place"])
        if len(lefts) == 1 and "," in lefts[0] and rights and all(map(_is_place, rights)):
            lefts, rights = [", ".join([*lefts, *rights])], []  # title, employer, place
        texts.append(" | ".join([part for part in (*lefts, *rights) if part] + dates))
    return texts


def _line_with_places(lines: Sequence[Sequence[str]]) -> int | None:
    """Return which of two lines is `Title, Place` in most heads, None where none is."""
    pairs = [pair for pair in lines if len(pair) == 2]
    for number in (0, 1):
        if len(pairs) >= 2 and sum(bool(_BRACKETED.match(pair[number])) for pair in pairs) >= 0.6 * len(lines):
            return number
        placed = [
            match["title"]
            for pair in pairs
            if (match := _PLACED.match(pair[number])) and "," not in pair[1 - number] and _is_place(match["place"])
        ]
        titled = sum(map(has_title_word, placed))
        if len(placed) >= 2 and len(placed) >= 0.6 * len(lines) and 2 * titled > len(placed):
            return number
    return None


def _is_place(text: str) -> bool:
    return not has_title_word(text) and not has_employer_word(text)


def _parts(rows: Sequence[Row], head: Head) -> tuple[list[str], list[str], list[str]]:
    """Return what stands left in a head, what stands right, and its dates."""
    lefts: list[str] = []
    rights: list[str] = []
    dates: list[str] = []
    for row in rows[head.first : head.last + 1]:
        cells = [part for cell in row.cells for part in _parted(cell)]
        texts = [cell for cell in cells if not is_date(cell)]
        dates += [cell for cell in cells if is_date(cell)]
        if len(texts) > 1 and _is_place(texts[0]) and not all(map(_is_place, texts[1:])):
            texts = [*texts[1:], texts[0]]  # a place under the dates in a left column
        lefts += texts[:1]
        rights += texts[1:]
    clean = [[part for text in side if (part := text.strip(" |,;"))] for side in (lefts, rights)]
    return clean[0], clean[1], [date.strip(" |,;") for date in dates]


def _parted(cell: str) -> list[str]:
    """Return a cell's text and the period at its edge without a separator, `Baker 2019 – 2021`, as two cells."""
    periods = find_periods(cell)
    if not periods:
        return [cell] if cell else []
    start, end = periods[0].span
    previous, after = cell[:start].rstrip(), cell[end:].lstrip(" :|–—")
    if not previous and after and after[0].isalpha() and (after[0].isupper() or not is_date(cell)):
        return [after, cell[:end].strip()]
    if is_date(cell):
        return [cell]
    if not after.strip(" .") and previous and (previous[-1].isalnum() or previous[-1] == ")"):
        return [previous, cell[start:].strip()]
    return [cell]


def _is_anchor(row: Row) -> bool:
    if len(row.text) > _MAX_HEAD + 60 or row.lines > 3:
        return False
    if any(is_date(cell) for cell in row.cells):
        return bool(find_periods(row.text)) or not row.marker
    if row.marker:
        return False
    prose = row.text.endswith(".") and len(row.text.split()) > (12 if row.bold else 4)
    return not prose and any(map(_has_period_at_edge, row.cells))


def _has_period_at_edge(cell: str) -> bool:
    """Whether a cell begins or ends with a period, or has one behind a separator."""
    periods = find_periods(cell)
    if not periods:
        return False
    start, end = periods[0].span
    separated = cell[:start].rstrip().endswith(("(", "|", ",", "–", "-", "·", "•"))
    return start <= 3 or len(cell.rstrip(" .)]|")) - end <= 3 or separated


def _usual_above(rows: Sequence[Row], anchors: Sequence[int]) -> int:
    """Return how many rows of a head stand above its dates: as many as above the first of them, or fewer."""
    counts = [_rows_above(rows, anchors, number) for number in range(len(anchors))]
    if not counts or not counts[0][0]:
        return 0
    return min(count for number, (count, sure) in enumerate(counts) if count and (sure or not number))


def _top_of_head(rows: Sequence[Row], anchors: Sequence[int], number: int, usual: int) -> int:
    """Return the first row of the head with this anchor."""
    count, sure = _rows_above(rows, anchors, number)
    return anchors[number] - (count if sure and usual else min(count, usual))


def _rows_above(rows: Sequence[Row], anchors: Sequence[int], number: int) -> tuple[int, bool]:
    """Return how many rows above an anchor may be of its head, and whether a gap or a list shows where it begins."""
    anchor, count = anchors[number], 0
    floor = anchors[number - 1] + 1 if number else 0
    while count < _MAX_ABOVE and anchor - count - 1 >= floor:
        row = rows[anchor - count - 1]
        if not _may_be_head(row):
            return count, bool(row.marker)
        count += 1
        if row.gap * row.size > _HEAD_ROOM * rows[anchor].gap * rows[anchor].size:
            return count, True
    return count, False


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
        if parts >= 2 and not _belongs_to_head(rows, last + 1, ceiling):
            break
        last += 1
        parts += _part_count([row])
    return last


def _belongs_to_head(rows: Sequence[Row], index: int, ceiling: int) -> bool:
    """Tell whether a row below a head that is complete without it belongs to it all the same."""
    row = rows[index]
    following = rows[index + 1] if index + 1 < len(rows) else None
    items_follow = following is None or bool(following.marker) or index + 1 >= ceiling or not _may_be_head(following)
    is_styled = row.italic or row.bold or row.heading is not None
    telling = is_styled or has_employer_word(row.text) or has_title_word(row.text)
    is_position = bool(_DURATION.match(row.text)) or len(row.text.split()) <= 4
    return (items_follow and (telling or is_position)) or (telling and row.style != _body(rows))


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
