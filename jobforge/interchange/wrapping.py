"""Lines of a column put together to paragraphs and list items."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jobforge.interchange.arrangement import rows_of
from jobforge.interchange.columns import Flow
from jobforge.interchange.date_cells import is_date
from jobforge.interchange.fragments import NUMBERED, Fragment, Look, Word
from jobforge.interchange.rows import Row
from jobforge.resumes.parser import heading_kind
from jobforge.text.dates import find_months, find_periods

_MAX_OFFSET = 2.5  # points
_RAGGED = 0.08  # of a column's width: lines this long are full
_MIN_FULL = 3
_ADDRESS = re.compile(r"\S@\S|https?://|www\.|^\+?\d[\d ()/-]{6,}\d$|linkedin\.com|github\.com")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HALF_PERIOD = re.compile(r"(?:[-–—/]|\b(?:to|until|bis|à|au|a|al|hasta))$")
_SMALL_WORD = re.compile(r"(?:^|\s)[^\W\d_A-ZÀ-Þ]{1,3}$")
_DASHES = ("-", "–", "—")
_MAX_PERIOD = 30  # characters
_SENTENCE_END = (".", "!", "?", ":", ";")
_SUSPENDED = re.compile(r"^(?:und|oder|bzw|sowie|and|or|et|ou|y|o|to|bis)\b")


@dataclass(slots=True)
class Hyphens:
    """Decide on hyphens at line ends by what the rest of the document writes."""

    words: frozenset[str]
    ends: int
    rejoined: list[str] = field(default_factory=list)

    def join(self, before: str, after: str) -> str:
        """Return two lines as one text."""
        if before.endswith("\xad"):
            return before[:-1] + after
        if re.search(r"\d-$", before):
            return before + after
        if not re.search(r"[^\W\d_]-$", before):
            return f"{before} {after}"
        if _SUSPENDED.match(after):
            return f"{before} {after}"
        first = re.search(r"[\w-]+$", before)
        second = re.match(r"[^\W\d_]+", after)
        if not first or not second or not after[0].islower():
            return before + after
        joined = first[0][:-1] + second[0]
        hyphenated = first[0] + second[0]
        if hyphenated.casefold() in self.words or (joined.casefold() not in self.words and self.ends < 2):
            return before + after
        self.rejoined.append(joined)
        return before[:-1] + after


def hyphens_of(flows: Sequence[Flow]) -> Hyphens:
    """Return what the document's words tell of its hyphens."""
    words: Counter[str] = Counter()
    ends = 0
    for flow in flows:
        for fragment in (fragment for chunk in flow.chunks for fragment in chunk):
            text = fragment.text
            ends += bool(re.search(r"[^\W\d_]{2}-$", text))
            words.update(token.casefold() for token in _WORD.findall(text))
    return Hyphens(frozenset(words), ends)


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on: its cells so far, and what its last line looked like."""

    row: Row
    fragments: list[Fragment]  # the last fragment of each cell
    starts: list[float]  # where the text of each cell begins
    y: float
    spacing: float | None = None  # between its lines, once it has two


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float

    @property
    def width(self) -> float:
        return max(1.0, self.right - self.left)


def rows_of_flow(flow: Flow, hyphens: Hyphens, source: int) -> Iterator[Row]:
    """Yield the paragraphs of a flow, wrapped lines joined."""
    current: _Open | None = None
    right = _right_edge(flow)
    for chunk_index, chunk in enumerate(chunk for chunk in flow.chunks if chunk):
        column = _Column(min(f.left for f in chunk), right)
        lines = [_joined_dates(row) for row in _with_split_periods(rows_of(chunk))]
        for index, line in enumerate(lines):
            new_chunk = index == 0 and chunk_index > 0
            if current and (part := _rest_of_period(current, line)) is not None:
                _extend(current, part, hyphens, new_chunk)
                continue
            if current and _continues(current, line, column, new_chunk):
                _extend(current, line[0], hyphens, new_chunk)
                continue
            if current:
                yield current.row
            gap = 9.0 if index == 0 or current is None else (line[0].y - current.y) / max(1.0, line[0].size)
            current = _opened(line, gap, source)
    if current:
        yield current.row


def _right_edge(flow: Flow) -> float:
    """Return where lines end at the right: where several do, else where the page's margin is."""
    fragments = [fragment for chunk in flow.chunks for fragment in chunk]
    if not fragments:
        return 0.0
    remainder, right = min(f.left for f in fragments), max(f.x1 for f in fragments)
    width = right - remainder
    full = sum(f.x1 > right - _RAGGED * width and f.left < remainder + 0.2 * width for f in fragments)
    return right if full >= _MIN_FULL else max(right, flow.right)


def _joined_dates(line: list[Fragment]) -> list[Fragment]:
    """Join cells that are one period between them: `2019` `–` `2021` set wide."""
    out: list[Fragment] = []
    for fragment in line:
        if out and re.fullmatch(r"[-–—]", out[-1].text) and fragment.bullet is None:
            out[-1] = Fragment((*out[-1].words, *fragment.words), out[-1].y, out[-1].bullet, out[-1].marker)
        else:
            out.append(fragment)
    return out


def _with_split_periods(lines: list[list[Fragment]]) -> list[list[Fragment]]:
    """Put a period that stands on two lines of a narrow column on one."""
    for line, following in pairwise(lines):
        for index, cell in enumerate(line):
            if not _HALF_PERIOD.search(cell.text) or len(cell.text) > 25 or not any(c.isdigit() for c in cell.text):
                continue
            below = [f for f in following if _is_under(f, cell) and is_date(f.text)]
            if len(following) > 1 and below and following[0].y - cell.y < 2 * cell.size:
                line[index] = Fragment((*cell.words, *below[0].words), cell.y, cell.bullet, cell.marker)
                following.remove(below[0])
    return [line for line in lines if line]


def _is_under(below: Fragment, above: Fragment) -> bool:
    """Whether two cells are aligned at their left, at their right or in the middle."""
    middle = abs(below.x0 + below.x1 - above.x0 - above.x1) / 2
    return min(abs(below.left - above.left), abs(below.x1 - above.x1), middle) <= _MAX_OFFSET


def _opened(line: list[Fragment], gap: float, source: int) -> _Open:
    first = line[0]
    looks = [fragment.look for fragment in line]
    marker = first.marker if first.bullet is not None else ""
    cells = [_clean(fragment.text) for fragment in line]
    if not marker and NUMBERED.match(first.words[0].text) and len(first.words) > 1:
        marker = first.words[0].text.strip("(").replace(")", ".")
        cells[0] = _clean(" ".join(token.text for token in first.words[1:]))
    starts = [fragment.x0 for fragment in line]
    if marker and first.bullet is None:
        starts[0] = first.words[1].x0
    row = Row(
        cells,
        size=first.size,
        bold=first.all_bold,
        italic=all(look.italic for look in looks[:1]),
        style=_style(first.look, cells[0]),
        marker=marker,
        level=0,
        gap=gap,
        source=source,
        inner_marker=line[1].marker if len(line) > 1 and line[1].bullet is not None else "",
    )
    return _Open(row, list(line), starts, first.y)


def _style(look: Look, text: str) -> tuple[object, ...]:
    return (look.size, look.bold, look.italic, text.isupper(), look.colour, look.font)


def _continues(current: _Open, line: list[Fragment], column: _Column, new_chunk: bool) -> bool:
    fragment = line[0]
    if len(line) != 1 or fragment.bullet is not None or NUMBERED.match(fragment.words[0].text):
        return False
    cell = _cell_of(current, fragment, column)
    if cell is None:
        return False
    last = current.fragments[cell]
    previous, after = last.words[-1].look, fragment.words[0].look
    if abs(last.size - fragment.size) > 0.8 or previous.bold != after.bold or previous.italic != after.italic:
        return False
    text = _clean(fragment.text)
    if new_chunk:
        return text[:1].islower() and not current.row.text.endswith(_SENTENCE_END)
    spacing = fragment.y - current.y
    if spacing > 2.1 * fragment.size or (current.spacing is not None and spacing > 1.3 * current.spacing):
        return False
    return not _stands_alone(text, fragment, last, current) and _is_wrapped(current, cell, fragment, column)


def _stands_alone(text: str, fragment: Fragment, last: Fragment, current: _Open) -> bool:
    """Tell whether a line is an address, a date or a heading, and no rest of the line before it."""
    is_bullet = bool(current.row.marker)
    if _ADDRESS.search(text) or (_ADDRESS.search(last.text) and not is_bullet and len(last.words) < 4):
        return True
    if is_date(text) and not is_bullet and last.look != fragment.look:
        return True
    is_set_apart = fragment.all_bold or text.isupper() or last.text.endswith(_SENTENCE_END)
    return bool(heading_kind(text)) and is_set_apart


def _rest_of_period(current: _Open, line: list[Fragment]) -> Fragment | None:
    """Return a line that begins with the rest of a period: `June` / `2020 – now`, `2021` / `– present`."""
    fragment = line[0]
    if len(line) != 1 or fragment.y - current.y > 2.1 * fragment.size or len(fragment.text) > _MAX_PERIOD:
        return None
    if fragment.bullet is not None:
        if fragment.marker not in _DASHES:
            return None
        first = fragment.words[0]
        dash = Word(fragment.marker, fragment.left, fragment.left, first.look)
        fragment = Fragment((dash, *fragment.words), fragment.y)
    tail = " ".join(current.row.text.split()[-2:])
    together = f"{tail} {fragment.text}"
    crossing = any(start < len(tail) < end for start, end in (period.span for period in find_periods(together)))
    return fragment if crossing and is_date(fragment.text) else None


def _cell_of(current: _Open, fragment: Fragment, column: _Column) -> int | None:
    """Return the number of the cell under which the line stands."""
    for index, start in enumerate(current.starts):
        if abs(fragment.x0 - start) <= _MAX_OFFSET:
            return index
    first = current.fragments[0]
    if len(current.starts) > 1:
        return None
    if current.row.marker and column.left - _MAX_OFFSET <= fragment.x0 <= current.starts[0] + _MAX_OFFSET:
        return 0
    centred = abs((first.x0 + first.x1) - (fragment.x0 + fragment.x1)) <= 4 * _MAX_OFFSET and first.x0 > column.left + 5
    hanging = first.x0 < fragment.x0 <= first.x0 + 3 * first.size and not current.row.marker
    return 0 if centred or hanging or (current.row.lines == 1 and first.x0 > fragment.x0 > first.x0 - 30) else None


def _is_wrapped(current: _Open, cell: int, fragment: Fragment, column: _Column) -> bool:
    last = current.fragments[cell]
    limit = current.fragments[cell + 1].left - last.size if cell + 1 < len(current.fragments) else column.right
    token = fragment.words[0]
    room = limit - last.x1
    mixed = last.words[0].look.bold != last.words[-1].look.bold  # a bold title and more behind it, on one line
    fits = (token.x1 - token.x0 + 0.2 * last.size) * (1.25 if mixed else 1.0) <= room
    ended = last.text.endswith(_SENTENCE_END)
    text = fragment.text
    hangs = bool(current.row.marker) and abs(fragment.x0 - current.starts[cell]) <= _MAX_OFFSET
    if hangs:
        return not (fits and ended and room > 0.3 * column.width)
    if find_months(last.text[-_MAX_PERIOD:]) and last.text[-1].isdigit() and text[:1].isupper() and not hangs:
        return False  # an entry that ends with its year
    goes_on = text[:1].islower() or last.text.endswith((",", "-", "\xad", "&", "(")) or _SMALL_WORD.search(last.text)
    if goes_on and not ended and room < 0.4 * column.width:
        return True
    share = 0.25 if len(current.starts) > 1 else 0.5
    wide = last.x1 - current.starts[cell] >= share * (limit - current.starts[cell])
    return not fits and wide


def _extend(current: _Open, fragment: Fragment, hyphens: Hyphens, new_chunk: bool) -> None:
    last = len(current.starts) - 1
    cell = next((i for i, start in enumerate(current.starts) if abs(fragment.x0 - start) <= _MAX_OFFSET), None)
    if cell is None:
        cell = last if is_date(fragment.text) else 0
    current.row.cells[cell] = hyphens.join(current.row.cells[cell], _clean(fragment.text))
    current.fragments[cell] = fragment
    if not new_chunk:
        current.spacing = fragment.y - current.y
    current.y = fragment.y
    current.row.lines += 1
    current.row.bold = current.row.bold and fragment.all_bold


def _clean(text: str) -> str:
    """Remove soft hyphens within the line; the one at its end tells how it goes on."""
    return text[:-1].replace("\xad", "") + text[-1:]
