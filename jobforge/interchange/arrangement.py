"""How two sides of a page belong together: as columns, as labels with their text, or as cells of rows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jobforge.interchange.date_cells import is_date
from jobforge.interchange.fragments import Fragment, Word
from jobforge.resumes.parser import heading_kind
from jobforge.text.dates import find_months, find_periods

ROWS, LABELS, COLUMNS = "rows", "labels", "columns"
_MIN_SIDE = 3  # rows on both sides at least, else it is a row with a cell at its right
_MAX_LABEL = 60  # characters
_CONTACT = re.compile(r"@\w|\+?\d[\d ()/-]{7,}\d|linkedin\.|github\.|https?://|www\.")


def rows_of(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return fragments grouped by their baselines, each group from left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: f.y):
        if rows and abs(fragment.y - rows[-1][0].y) <= 0.35 * max(fragment.size, rows[-1][0].size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda f: f.left) for row in rows]


def arrangement_of(remainder: list[Fragment], right: list[Fragment]) -> str:
    """Return how two sides belong together: as columns, as labels with their text, or as cells of rows."""
    left_rows, right_rows = rows_of(remainder), rows_of(right)
    labels = _label_rows(left_rows, right_rows)
    if len(left_rows) < _MIN_SIDE or len(right_rows) < _MIN_SIDE:
        return LABELS if labels else ROWS
    size = left_rows[0][0].size
    top = max(left_rows[0][0].y, right_rows[0][0].y)
    bottom = min(left_rows[-1][0].y, right_rows[-1][0].y)
    if bottom - top < 2 * size:
        return ROWS
    if labels:
        return LABELS
    sides = ([row for row in rows if top - size <= row[0].y <= bottom + size] for rows in (left_rows, right_rows))
    small, other = sorted(sides, key=_amount)
    return _side_by_side(small, other)


def _side_by_side(small: list[list[Fragment]], other: list[list[Fragment]]) -> str:
    """Return how two sides of the same height belong together, of which one has less text."""
    texts = [" ".join(f.text for f in row) for row in small]
    if sum(map(is_date, texts)) >= 0.5 * len(texts):
        return ROWS
    beside = _count_beside(small, other, 1.2)
    if 2 * beside < sum(other[0][0].y <= row[0].y <= other[-1][0].y for row in small):
        return ROWS  # each side stands where the other has nothing: centred headings
    if _has_section(small, texts) or any(map(_CONTACT.search, texts)):
        return COLUMNS
    if _count_beside(small, other, 0.4) < 0.7 * len(small):
        return COLUMNS
    bulleted = sum(row[0].bullet is not None for row in small)
    return COLUMNS if 2 * bulleted > len(small) and any(row[0].bullet is not None for row in other) else ROWS


def _count_beside(rows: list[list[Fragment]], others: list[list[Fragment]], lines: float) -> int:
    """Return how many rows have one of the others at their height, give or take so many lines."""
    return sum(any(abs(row[0].y - other[0].y) < lines * row[0].size for other in others) for row in rows)


def _label_rows(left_rows: list[list[Fragment]], right_rows: list[list[Fragment]]) -> bool:
    """Whether what stands left are labels: headings, dates and short words, each beside the beginning of its text."""
    groups = _grouped([row[0] for row in left_rows])
    texts = [" ".join(fragment.text for fragment in group) for group in groups]
    if any(len(text) > _MAX_LABEL or group[0].bullet is not None for text, group in zip(texts, groups, strict=True)):
        return False
    headings = [bool(heading_kind(text)) for text in texts]
    dated = sum(map(_begins_with_date, texts))
    if not any(headings) and dated < 2:
        return False
    others = [group[0] for group, heading in zip(groups, headings, strict=True) if not heading]
    beside = sum(
        any(abs(label.y - row[0].y) < 0.8 * max(label.size, row[0].size) for row in right_rows) for label in others
    )
    return beside >= 0.8 * len(others) and sum(headings) + dated >= 0.5 * len(groups)


def _begins_with_date(text: str) -> bool:
    points = find_months(text)
    return is_date(text) or bool(points and points[0].span[0] <= 12)


def _grouped(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Group fragments that stand below each other without a gap, in one look, and are one label."""
    groups: list[list[Fragment]] = []
    for fragment in fragments:
        last = groups[-1][-1] if groups else None
        adjacent = last is not None and fragment.y - last.y < 1.6 * fragment.size and fragment.look == last.look
        if adjacent and _goes_on(" ".join(f.text for f in groups[-1]), fragment.text):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    return groups


def _goes_on(label: str, text: str) -> bool:
    """Whether a line goes on with the label above it, and is no label of its own."""
    together = f"{label} {text}"
    if heading_kind(text) and not heading_kind(together):
        return False
    if not is_date(text):
        return True
    return label.endswith("-") or any(
        start < len(label) < end for start, end in (p.span for p in find_periods(together))
    )


def with_whole_labels(remainder: list[Fragment], right: list[Fragment]) -> list[Fragment]:
    """Return both sides with wrapped labels on one line, at the height of the text beside them."""
    result = list(right)
    for group in _grouped([row[0] for row in rows_of(remainder)]):
        adjacent = min((f.y for f in right), key=lambda y: abs(y - group[0].y))
        y = adjacent if abs(adjacent - group[0].y) < 0.8 * group[0].size else group[0].y
        words: list[Word] = []
        for token in (token for fragment in group for token in fragment.words):
            if words and words[-1].text.endswith("-") and len(words[-1].text) > 2 and token.text[0].islower():
                words[-1] = replace(words[-1], text=words[-1].text[:-1] + token.text)
            else:
                words.append(token)
        result.append(replace(group[0], words=tuple(words), y=y))
    for row in rows_of(remainder):
        result += row[1:]
    return sorted(result, key=lambda fragment: (fragment.y, fragment.x0))


def _amount(rows: list[list[Fragment]]) -> int:
    return sum(len(fragment.text) for row in rows for fragment in row)


def _has_section(rows: list[list[Fragment]], texts: list[str]) -> bool:
    """Whether a section's heading has text under it within these rows."""
    for index in range(len(rows) - 1):
        gap = rows[index + 1][0].y - rows[index][0].y
        text_follows = not heading_kind(texts[index + 1]) and not is_date(texts[index + 1])
        if heading_kind(texts[index]) and text_follows and gap < 3.2 * rows[index][0].size:
            return True
    return False
