"""The order in which a page's fragments are read: columns one after the other, everything else by rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jobforge.interchange.arrangement import COLUMNS, LABELS, ROWS, arrangement_of, with_whole_labels
from jobforge.interchange.fragments import Fragment, wide_gaps

_EDGE = 3.0  # points: left edges this near are one
_MIN_EDGES = 4
_OVERFULL = 12.0  # points
_MAX_DEPTH = 2


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
    for page, width in zip(pages, widths, strict=True):
        margin = width - min((fragment.left for fragment in page), default=0.0)
        for index, region in enumerate(_regions(page)):
            open_sides, x = items[-1] if items else ([], None)
            continued = _continued(open_sides, x, region, first_of_page=index == 0)
            for flow, side in zip(continued, region.sides, strict=bool(continued)):
                flow.chunks.append(side)
            if not continued:
                rights = [margin] if region.x is None else [region.x - 3 * _EDGE, margin]
                flows = [Flow([side], right) for side, right in zip(region.sides, rights, strict=True)]
                items.append((flows, region.x))
    ordered = [flow for sides, _ in items for flow in (sides if len(sides) == 1 else _main_first(sides))]
    full = [Flow([part for chunk in flow.chunks for part in _inner(chunk)], flow.right) for flow in ordered]
    return full, any(x is not None for _, x in items)


def _continued(sides: Sequence[Flow], x: float | None, region: "Region", *, first_of_page: bool) -> Sequence[Flow]:
    """Return the open flows that a region's sides go on with; none where it begins new ones."""
    if region.x is None:
        if x is None:
            return sides
        side = _side_of(region, x) if first_of_page else None
        return () if side is None else [sides[side]]
    return sides if x is not None and abs(region.x - x) < 5 * _EDGE else ()


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
    for region in best:
        if region.x is None:
            inner = _regions(region.sides[0])
            if len(inner) == 1 and inner[0].x is None:
                region.sides = inner[0].sides  # with whole labels
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
            remainder = replace(fragment, words=fragment.words[:index])
            return remainder, Fragment(fragment.words[index:], fragment.y)
    return None


def _cut(fragments: Sequence[Fragment], x: float) -> tuple[list[Region], int]:
    """Divide at the fragments that cross `x`; between them are two sides, or rows. Return how many are labels, too."""
    regions: list[Region] = []
    full: list[Fragment] = []
    remainder: list[Fragment] = []
    right: list[Fragment] = []
    total: list[Fragment] = []

    labels = 0

    def close() -> None:
        nonlocal full, labels
        arrangement = arrangement_of(remainder, right) if remainder and right else ROWS
        if arrangement == COLUMNS:
            if full:
                regions.append(Region([full]))
                full = []
            regions.append(Region([list(remainder), list(right)], x))
        elif arrangement == LABELS:
            full += with_whole_labels(remainder, right)
            labels += len(remainder)
        else:
            full += total
        remainder.clear()
        right.clear()
        total.clear()

    for fragment in fragments:
        if fragment.left >= x - _EDGE:
            right.append(fragment)
        elif fragment.x1 <= x - 0.2 * fragment.size:
            remainder.append(fragment)
        elif fragment.x1 <= x + _OVERFULL and fragment.left < x - 5 * _OVERFULL:
            remainder.append(fragment)  # a line that is too long for its column
        elif parts := _split_at(fragment, x):
            remainder.append(parts[0])
            right.append(parts[1])
        else:
            close()
            full.append(fragment)
            continue
        total.append(fragment)
    close()
    if full:
        regions.append(Region([full]))
    return regions, labels
