"""The order in which a page's fragments are read: columns one after the other, everything else by rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jobforge.interchange.fragments import Fragment, wide_gaps
from jobforge.resumes.parser import heading_kind
from jobforge.text.dates import find_months, find_periods

_EDGE = 3.0  # points: left edges this near are one
_MIN_SIDE = 3  # rows on both sides at least, else it is a row with a cell at its right
_MIN_EDGES = 4
_OVERFULL = 12.0  # points
_MAX_DEPTH = 2
_ROWS, _LABELS, _COLUMNS = "rows", "labels", "columns"
_CONTACT = re.compile(r"@\w|\+?\d[\d ()/-]{7,}\d|linkedin\.|github\.|https?://|www\.")
_DATE_WORDS = re.compile(
    r"[\d\W]|\b(?:present|now|heute|today|current|ongoing|since|seit|bis|to|until)\b", re.IGNORECASE
)


@dataclass(slots=True)
class Region:
    """A part of a page: one side, or two sides left and right of `x`."""

    sides: list[list[Fragment]]
    x: float | None = None


@dataclass(slots=True)
class Flow:
    """Fragments that are read one after the other; a chunk is what stands on one page."""

    chunks: list[list[Fragment]] = field(default_factory=list)
    right: float = 0.0
    """How far to the right its lines may go, as the page's margins and columns suggest."""


def reading_order(pages: Sequence[Sequence[Fragment]], widths: Sequence[float]) -> tuple[list[Flow], bool]:
    """Return the flows of the document in their order, and whether there are columns."""
    items: list[tuple[list[Flow], float | None]] = []
    columns_seen = False
    for page, width in zip(pages, widths, strict=True):
        margin = width - min((fragment.left for fragment in page), default=0.0)
        for index, region in enumerate(_regions(page)):
            if region.x is not None:
                columns_seen = True
            open_sides, x = items[-1] if items else ([], None)
            if x is not None and region.x is not None and abs(region.x - x) < 5 * _EDGE:
                for flow, side in zip(open_sides, region.sides, strict=True):
                    flow.chunks.append(side)
            elif items and x is None and region.x is None:
                open_sides[0].chunks.append(region.sides[0])
            elif x is not None and region.x is None and index == 0 and (side_index := _side_of(region, x)) is not None:
                open_sides[side_index].chunks.append(region.sides[0])
            else:
                rights = [margin] if region.x is None else [region.x - 3 * _EDGE, margin]
                flows = [Flow([side], right) for side, right in zip(region.sides, rights, strict=True)]
                items.append((flows, region.x))
    ordered = [flow for sides, _ in items for flow in (sides if len(sides) == 1 else _main_first(sides))]
    whole = [Flow([part for chunk in flow.chunks for part in _inner(chunk)], flow.right) for flow in ordered]
    return whole, columns_seen


def _inner(chunk: list[Fragment], depth: int = 1) -> Iterator[list[Fragment]]:
    """Yield a side's own regions, where it has columns again."""
    if depth > _MAX_DEPTH:
        yield chunk
        return
    for region in _regions(chunk):
        for side in region.sides:
            yield from _inner(side, depth + 1) if region.x is not None else [side]


def _side_of(region: Region, x: float) -> int | None:
    fragments = region.sides[0]
    if all(fragment.left >= x - _EDGE for fragment in fragments):
        return 1
    if all(fragment.x1 <= x + _EDGE for fragment in fragments):
        return 0
    return None


def _main_first(sides: list[Flow]) -> list[Flow]:
    """Put the side with the name first, else the one with more text."""

    def largest(flow: Flow) -> float:
        return max((fragment.size for fragment in flow.chunks[0]), default=0.0)

    def amount(flow: Flow) -> int:
        return sum(len(fragment.text) for chunk in flow.chunks for fragment in chunk)

    first, second = sides
    if abs(largest(first) - largest(second)) > 1.5:
        return [first, second] if largest(first) > largest(second) else [second, first]
    return [first, second] if amount(first) >= amount(second) else [second, first]


def _regions(fragments: Sequence[Fragment]) -> list[Region]:
    best: list[Region] = []
    labelled: list[Region] = []
    most, most_labels = 0, 0
    for x in _edges(fragments):
        regions, labels = _cut(fragments, x)
        if labels > most_labels:
            labelled, most_labels = regions, labels
        crossings = _crossings(regions, x)
        covered = sum(len(side) for region in regions if region.x is not None for side in region.sides)
        value = covered - 4 * crossings
        if covered and value > most:
            best, most = regions, value
    return best or labelled or ([Region([list(fragments)])] if fragments else [])


def _crossings(regions: list[Region], x: float) -> int:
    """Count fragments that cross `x` between the first and the last part with columns."""
    wide = [index for index, region in enumerate(regions) if region.x is not None]
    if not wide:
        return 0
    between = [r for r in regions[wide[0] : wide[-1]] if r.x is None]
    return sum(1 for region in between for f in region.sides[0] if f.left < x - _EDGE and f.x1 > x)


def _edges(fragments: Sequence[Fragment]) -> list[float]:
    """Return the left edges that several fragments share, the outermost aside."""
    if not fragments:
        return []
    lefts = sorted(
        [fragment.left for fragment in fragments] + [x for fragment in fragments for x in _inner_edges(fragment)]
    )
    outermost = lefts[0]
    right = max(fragment.x1 for fragment in fragments)
    edges: list[float] = []
    start = 0
    for index in range(1, len(lefts) + 1):
        if index == len(lefts) or lefts[index] - lefts[index - 1] > _EDGE:
            edge = lefts[start]
            if index - start >= _MIN_EDGES and outermost + 40 < edge < right - 20:
                edges.append(edge)
            start = index
    return edges


def _inner_edges(fragment: Fragment) -> Iterator[float]:
    """Yield where words begin behind a gap wider than a space: columns may stand close."""
    for index in wide_gaps(fragment):
        yield fragment.words[index].x0


def _split_at(fragment: Fragment, x: float) -> tuple[Fragment, Fragment] | None:
    for index in wide_gaps(fragment):
        if abs(fragment.words[index].x0 - x) <= _EDGE:
            left = replace(fragment, words=fragment.words[:index])
            return left, Fragment(fragment.words[index:], fragment.y)
    return None


def _cut(fragments: Sequence[Fragment], x: float) -> tuple[list[Region], int]:
    """Divide at the fragments that cross `x`; between them are two sides, or rows. Return how many are labels, too."""
    regions: list[Region] = []
    full: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    whole: list[Fragment] = []

    labels = 0

    def close() -> None:
        nonlocal full, labels
        arrangement = _arrangement(left, right) if left and right else _ROWS
        if arrangement == _COLUMNS:
            if full:
                regions.append(Region([full]))
                full = []
            regions.append(Region([list(left), list(right)], x))
        elif arrangement == _LABELS:
            full += _with_whole_labels(left, right)
            labels += len(left)
        else:
            full += whole
        left.clear()
        right.clear()
        whole.clear()

    for fragment in fragments:
        if fragment.left >= x - _EDGE:
            right.append(fragment)
        elif fragment.x1 <= x - 0.2 * fragment.size:
            left.append(fragment)
        elif fragment.x1 <= x + _OVERFULL and fragment.left < x - 5 * _OVERFULL:
            left.append(fragment)  # a line that is too long for its column
        elif parts := _split_at(fragment, x):
            left.append(parts[0])
            right.append(parts[1])
        else:
            close()
            full.append(fragment)
            continue
        whole.append(fragment)
    close()
    if full:
        regions.append(Region([full]))
    return regions, labels


def rows_of(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return fragments grouped by their baselines, each group from left to right."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: f.y):
        if rows and abs(fragment.y - rows[-1][0].y) <= 0.35 * max(fragment.size, rows[-1][0].size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda f: f.left) for row in rows]


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


def _arrangement(left: list[Fragment], right: list[Fragment]) -> str:
    """Return how two sides belong together: as columns, as labels with their text, or as cells of rows."""
    left_rows, right_rows = rows_of(left), rows_of(right)
    labels = _label_rows(left_rows, right_rows)
    if len(left_rows) < _MIN_SIDE or len(right_rows) < _MIN_SIDE:
        return _LABELS if labels else _ROWS
    overlap = min(left_rows[-1][0].y, right_rows[-1][0].y) - max(left_rows[0][0].y, right_rows[0][0].y)
    if overlap < 2 * left_rows[0][0].size:
        return _ROWS
    top = max(left_rows[0][0].y, right_rows[0][0].y) - left_rows[0][0].size
    bottom = min(left_rows[-1][0].y, right_rows[-1][0].y) + left_rows[0][0].size
    left_rows = [row for row in left_rows if top <= row[0].y <= bottom]
    right_rows = [row for row in right_rows if top <= row[0].y <= bottom]
    small, other = sorted((left_rows, right_rows), key=_amount)
    texts = [" ".join(f.text for f in row) for row in small]
    if sum(map(is_date, texts)) >= 0.5 * len(texts):
        return _ROWS
    if labels:
        return _LABELS
    beside = sum(any(abs(row[0].y - o[0].y) < 1.2 * row[0].size for o in other) for row in small)
    if 2 * beside < sum(other[0][0].y <= row[0].y <= other[-1][0].y for row in small):
        return _ROWS  # each side stands where the other has nothing: centred headings
    if _has_section(small, texts) or any(map(_CONTACT.search, texts)):
        return _COLUMNS
    aligned = sum(any(abs(row[0].y - o[0].y) < 0.4 * row[0].size for o in other) for row in small)
    if aligned < 0.7 * len(small):
        return _COLUMNS
    bulleted = sum(row[0].bullet is not None for row in small)
    return _COLUMNS if 2 * bulleted > len(small) and any(row[0].bullet is not None for row in other) else _ROWS


def _label_rows(left_rows: list[list[Fragment]], right_rows: list[list[Fragment]]) -> bool:
    """Whether what stands left are labels: headings, dates and short words, each beside the beginning of its text."""
    groups = _grouped([row[0] for row in left_rows])
    texts = [" ".join(fragment.text for fragment in group) for group in groups]
    if any(len(text) > 45 or group[0].bullet is not None for text, group in zip(texts, groups, strict=True)):
        return False
    headings = sum(bool(heading_kind(text)) for text in texts)
    if not headings:
        return False
    beside = sum(
        any(abs(group[0].y - row[0].y) < 0.8 * max(group[0].size, row[0].size) for row in right_rows)
        for group in groups
    )
    return beside >= 0.9 * len(groups) and headings + sum(map(is_date, texts)) >= 0.5 * len(groups)


def _grouped(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Group fragments that stand below each other without a gap and in one look."""
    groups: list[list[Fragment]] = []
    for fragment in fragments:
        last = groups[-1][-1] if groups else None
        if last and fragment.y - last.y < 1.6 * fragment.size and fragment.look == last.look:
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    return groups


def _with_whole_labels(left: list[Fragment], right: list[Fragment]) -> list[Fragment]:
    """Return both sides with wrapped labels on one line, at the height of the text beside them."""
    result = list(right)
    for group in _grouped([row[0] for row in rows_of(left)]):
        near = min((f.y for f in right), key=lambda y: abs(y - group[0].y))
        y = near if abs(near - group[0].y) < 0.8 * group[0].size else group[0].y
        words = tuple(word for fragment in group for word in fragment.words)
        result.append(replace(group[0], words=words, y=y))
    return sorted(result, key=lambda fragment: (fragment.y, fragment.x0))


def _amount(rows: list[list[Fragment]]) -> int:
    return sum(len(fragment.text) for row in rows for fragment in row)


def _has_section(rows: list[list[Fragment]], texts: list[str]) -> bool:
    """Whether a section's heading has text under it within these rows."""
    for index in range(len(rows) - 1):
        gap = rows[index + 1][0].y - rows[index][0].y
        if heading_kind(texts[index]) and not heading_kind(texts[index + 1]) and gap < 3.2 * rows[index][0].size:
            return True
    return False
