"""Which rows are the name, the headings of sections, and neither."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from jobforge.interchange.date_cells import is_date
from jobforge.interchange.rows import Row
from jobforge.resumes.parser import heading_kind
from jobforge.resumes.scores import has_title_word
from jobforge.text.dates import find_months, find_periods

_DOCUMENT_NAME = re.compile(
    r"^(?:lebenslauf|curriculum vitae|cv|r[ée]sum[ée]|curr[íi]culum(?: vitae)?|bewerbung)$", re.I
)
_NOT_A_NAME = re.compile(r"[\d@/|:]")
_MAX_HEADING = 60
_CAPITALS = 3  # where a style says so


def name_row(rows: Sequence[Row]) -> int | None:
    """Return the index of the row that holds the person's name: the largest letters, else the first row."""
    candidates = [
        (row.size, -index)
        for index, row in enumerate(rows)
        if may_be_name(row) and (row.heading is None or row.heading <= 1)
    ]
    if not candidates:
        return None
    size, index = max(candidates)
    usual = body_size(rows)
    if size >= 1.15 * usual:
        return -index
    first = next((i for i, row in enumerate(rows) if row.text), None)
    if first is not None and rows[first].heading == 1 and may_be_name(rows[first]):
        return first
    return next((i for i, row in enumerate(rows[:4]) if may_be_name(row) and _looks_like_name(row.cells[0])), None)


def may_be_name(row: Row) -> bool:
    """Whether a row can be a person's name by its words."""
    text = row.cells[0] if row.cells else ""
    return (
        not row.marker
        and 1 <= len(text.split()) <= 6
        and not _NOT_A_NAME.search(text)
        and not heading_kind(text)
        and not _DOCUMENT_NAME.match(text)
    )


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 5
        and all(token[0].isupper() for token in words if len(token) > 3)
        and not has_title_word(text)
    )


def body_size(rows: Sequence[Row]) -> float:
    """Return the size of most letters."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def find_headings(rows: Sequence[Row], name: int | None) -> set[int]:
    """Return the indexes of the headings of sections."""
    stated = _stated(rows, name)
    if stated:
        return stated
    short = [
        index
        for index, row in enumerate(rows)
        if index != name and row.text and not row.marker and len(row.cells) == 1 and len(row.text) <= _MAX_HEADING
    ]
    sections = {index for index in short if heading_kind(rows[index].text)}
    by_style: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index in short:
        by_style[_key(rows[index])].append(index)
    body = _body_style(rows)
    chosen = {index for style, members in by_style.items() for index in _of_style(rows, style, members, sections, body)}
    if len(chosen) < 2 <= len({heading_kind(rows[index].text) for index in sections}):
        return chosen | sections  # nothing is set apart at all: the words must do
    return chosen


def _of_style(
    rows: Sequence[Row],
    style: tuple[object, ...],
    members: Sequence[int],
    sections: set[int],
    body: tuple[object, ...],
) -> Iterator[int]:
    """Yield the headings among the short rows of one style; `sections` are those whose words name a section."""
    hits = [index for index in members if index in sections]
    others = [index for index in members if index not in sections]
    if style == body:
        yield from (index for index in hits if _stands_apart(rows, index))
        return
    dated = [index for index in others if _is_dated(rows, index)]
    shared = len(dated) > 1 or any(has_title_word(rows[index].text) for index in dated)
    yield from (index for index in hits if not shared or not _is_label(rows, index))
    if hits and 4 * len(hits) >= len(members) - len(dated):
        only_capitals = len(style) > _CAPITALS and (*style[:_CAPITALS], False, *style[_CAPITALS + 1 :]) == body
        for index in others:
            # Capitals alone may be an abbreviation.
            if _may_be_heading(rows, index, shared) and (not only_capitals or _has_room(rows, index)):
                yield index


def _stated(rows: Sequence[Row], name: int | None) -> set[int]:
    """Return the headings that the file itself marks, if sections are among them."""
    levels = [row.heading for i, row in enumerate(rows) if i != name and row.heading and heading_kind(row.text)]
    if len(levels) < 2:
        return set()
    level = min(levels)
    return {i for i, row in enumerate(rows) if i != name and row.heading is not None and row.heading <= level}


def _key(row: Row) -> tuple[object, ...]:
    return row.style or (row.size, row.bold, row.italic, row.text.isupper())


def _body_style(rows: Sequence[Row]) -> tuple[object, ...]:
    styles: Counter[tuple[object, ...]] = Counter()
    for row in rows:
        styles[_key(row)] += len(row.text)
    return styles.most_common(1)[0][0] if styles else ()


def _stands_apart(rows: Sequence[Row], index: int) -> bool:
    """Whether a row that looks like text has the room of a heading: more above it than lines have."""
    row = rows[index]
    following = rows[index + 1] if index + 1 < len(rows) else None
    opens_list = following is not None and bool(following.marker) and row.text.endswith(":")
    return row.text.isupper() or opens_list or _has_room(rows, index)


def _has_room(rows: Sequence[Row], index: int) -> bool:
    gaps = sorted(other.gap for other in rows if other.gap < 9)
    usual = gaps[len(gaps) // 2] if gaps else 1.2
    return rows[index].gap > 1.25 * usual


def _is_dated(rows: Sequence[Row], index: int) -> bool:
    """Whether a row, or one of the next that are no items, tells when: then it is an entry's head."""
    if find_months(rows[index].text):
        return True
    for row in rows[index + 1 : index + 4]:
        if row.marker or row.lines > 1 or heading_kind(row.text):
            return False
        if any(is_date(cell) for cell in row.cells) or find_periods(row.text):
            return True
        if _key(row) == _key(rows[index]):
            return False
    return False


def _may_be_heading(rows: Sequence[Row], index: int, shared: bool) -> bool:
    """Whether an unknown row in the look of headings is one: job titles may share that look."""
    row = rows[index]
    if _is_prose(row):
        return False
    return not shared or not (_is_dated(rows, index) or has_title_word(row.text))


def _is_prose(row: Row) -> bool:
    return row.text.endswith((".", ",", ";")) or bool(find_periods(row.text)) or len(row.text.split()) > 6


def _is_label(rows: Sequence[Row], index: int) -> bool:
    return rows[index].text.endswith(":") and index + 1 < len(rows) and not rows[index + 1].marker
