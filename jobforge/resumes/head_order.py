"""Which part of a head is the title, which the employer, which the place.

One order holds for all jobs of a resume: "title, then employer" or the reverse. Heads of one shape (as many cells on
as many lines) are decided together; the others follow what most heads show.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jobforge.languages.resume import TOPIC
from jobforge.languages.tables import Pattern
from jobforge.resumes.cells import EDGES, cells_of, commas, date_span, trim, without_span
from jobforge.resumes.heads import Head
from jobforge.resumes.places import could_be_place, is_place, trailing_place
from jobforge.resumes.scores import employer_score, has_employer_word, has_title_word, names_a_firm, title_score
from jobforge.text.markdown import Line, LineKind, strip_inline

_IN = Pattern(TOPIC, r"\s+(?:{heads.in})\s+(?=[^\W\d_a-zà-ÿ])", re.IGNORECASE)
_CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ]")
_BOLD = re.compile(r"^\s*(?:[#*+•-]+\s+)?(\*\*|__)(?P<bold>[^*]{1,200}?)\1(?P<rest>.*)$")
_LABEL = re.compile(r"^[^\W\d_][^:,|]{0,24}:\s+(?=\S)")
# What follows a bold title: "(part-time) at Employer".
_QUALIFIED = Pattern(
    TOPIC,
    r"^(?P<qualifier>\s*\([^()\d]{1,40}\))?[\s,]*(?:(?:{heads.at}|{heads.in}|@)\s+)?(?P<rest>.*)$",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadText:
    """What a head says; `employer_above` where the employer has a line of its own over the title."""

    title: str
    employer: str | None
    place: str | None
    employer_above: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _Slots:
    """The numbers of the cells with title and employer; equal where one cell holds both, apart by a comma.

    `places_only`: what stands where the employer would be looks like a place in all heads of this shape.
    """

    title: int
    employer: int
    places_only: bool = False


def read_heads(heads: Sequence[Head]) -> list[HeadText]:
    """Return title, employer and place of each head."""
    rows = [_cells(head) for head in heads]
    votes = sum(_title_first_vote(row) for row in rows)
    slots = _slots_by_shape(rows, title_first=votes >= 0)
    read: list[HeadText] = []
    for head, row in zip(heads, rows, strict=True):
        text = _read(head, row, slots.get(_shape(row)), title_first=votes >= 0)
        if text.employer is None and read and read[-1].employer_above and _inherits(heads, len(read)):
            text = HeadText(text.title, read[-1].employer, text.place, True)
        read.append(text)
    return read


def _slots_by_shape(rows: Sequence[list[_Cell]], *, title_first: bool) -> dict[tuple[int, ...], _Slots]:
    """Decide for all heads of one shape together which cell is the title and which the employer."""
    alike: dict[tuple[int, ...], list[list[_Cell]]] = {}
    for row in rows:
        if len(row) >= 2:
            alike.setdefault(_shape(row), []).append(row)
    return {shape: _best_slots(group, title_first) for shape, group in alike.items()}


def _best_slots(group: Sequence[list[_Cell]], title_first: bool) -> _Slots:
    count = len(group[0])
    choices = [_Slots(t, e) for t in range(count) for e in range(count) if t != e]
    choices += [_Slots(t, t) for t in range(count) if all(len(_names_in(row[t].text)) >= 2 for row in group)]

    def score(slots: _Slots) -> tuple[float, bool, int]:
        fit = sum(_fit(row, slots) for row in group)
        in_order = (slots.title <= slots.employer) == title_first
        return fit, in_order, -slots.title - slots.employer

    best = max(choices, key=score)
    return replace(best, places_only=all(is_place(row[best.employer].text) for row in group))


def _fit(row: Sequence[_Cell], slots: _Slots) -> int:
    """Return how well a head's cells suit an assignment."""
    title, employer = row[slots.title].text, row[slots.employer].text
    if slots.title == slots.employer:
        title, *_, employer = _names_in(title)
    weak = title_score(employer) == 1  # An ending alone says nothing against an employer.
    fit = _leaning(title) - _leaning(employer) + weak - 6 * (is_place(title) + is_place(employer))
    rest = (cell.text for index, cell in enumerate(row) if index not in (slots.title, slots.employer))
    fit -= 2 * (slots.title == slots.employer)
    return fit + sum(4 if is_place(text) else 2 if could_be_place(text) else -2 for text in rest)


def _names_in(text: str) -> list[str]:
    """Return the comma parts of a cell without a place at their end."""
    parts = commas(text)
    return parts[: len(parts) - trailing_place(parts)]


def _inherits(heads: Sequence[Head], index: int) -> bool:
    """Return whether a head without an employer belongs to the one before: no heading or blank section between."""
    return heads[index].group is heads[index - 1].group and heads[index].period is not None


def _cells(head: Head) -> list[_Cell]:
    cells = []
    for number, line in enumerate(head.lines):
        cells += [_Cell(text, number) for text in _line_cells(line)]
    return _without_labels(cells)


def _without_labels(cells: list[_Cell]) -> list[_Cell]:
    """ "First years: Trainee": what stands before the colon is said of the job and is not its title."""
    return [
        _Cell(cell.text[label.end() :], cell.line)
        if (label := _LABEL.match(cell.text)) and has_title_word(cell.text[label.end() :])
        else cell
        for cell in cells
    ]


def _line_cells(line: Line) -> list[str]:
    span = date_span(line)
    bold = _BOLD.match(line.raw) if line.kind is not LineKind.TABLE else None
    if not bold or not bold["rest"].strip(EDGES):
        return cells_of(without_span(line.text, span))
    qualified = _QUALIFIED.of().match(strip_inline(bold["rest"]))
    qualifier, rest = qualified.group("qualifier", "rest") if qualified else ("", "")
    pieces = [f"{strip_inline(bold['bold'])} {(qualifier or '').strip()}".rstrip(), rest]
    dates = line.text[slice(*span)] if span else ""
    return [cell for piece in pieces for cell in cells_of(_without_dates(piece, dates))]


def _without_dates(piece: str, dates: str) -> str:
    at = piece.find(dates) if dates else -1
    return without_span(piece, (at, at + len(dates)) if at >= 0 else None)


def _shape(cells: Sequence[_Cell]) -> tuple[int, ...]:
    lines = Counter(cell.line for cell in cells)
    return tuple(lines[line] for line in sorted(lines))


def _title_first_vote(cells: Sequence[_Cell]) -> int:
    """Return how much the words of a head say for title before employer (above 0) or after it (below)."""
    named = [cell.text for cell in cells if not is_place(cell.text)]
    if len(named) == 1:
        named = _names_in(named[0])
    return _leaning(named[0]) - _leaning(named[1]) if len(named) >= 2 else 0


def _leaning(text: str) -> int:
    """Return how much more a part looks like a title (above 0) than like an employer (below 0).

    The first and the last word weigh more: a "Restaurant Manager" manages, "Smith Solicitors LLP" is a firm.
    """
    first = commas(text)[0] if commas(text) else text
    if names_a_firm(first):
        return -5
    if title_score(first) >= 2 and not employer_score(first):
        return 9
    words = text.split()
    if words and title_score(words[0]) == 1 and employer_score(text) == 1:
        return 1
    edges = {words[0], words[-1]} if words else set()
    fit = 9 if title_score(text) >= 2 else title_score(text)
    fit += 3 * any(title_score(token) >= 2 for token in edges)
    return fit - 4 * employer_score(text) - 3 * any(employer_score(token) >= 2 for token in edges)


def _read(head: Head, cells: list[_Cell], slots: _Slots | None, *, title_first: bool) -> HeadText:
    group = without_span(head.group.text, date_span(head.group)) if head.group else None
    if not cells:
        return HeadText(group or "", None, None)
    if group:
        return _under_group(cells, group)
    if slots is None:
        pieces = _split_phrase(cells[0].text)
        if len(pieces) == 1:
            return _from_commas(commas(pieces[0]), title_first)
        cells, slots = [_Cell(piece, cells[0].line) for piece in pieces], _Slots(0, 1)
    named = [cell for cell in cells if not is_place(cell.text)]
    if len(named) == 1 and (slots.places_only or len(_names_in(named[0].text)) > 1):
        text = _from_commas(commas(named[0].text), title_first)
        return HeadText(text.title, text.employer, text.place or _place([c.text for c in cells if c is not named[0]]))
    return _from_slots(cells, _swapped(cells, slots))


def _under_group(cells: list[_Cell], group: str) -> HeadText:
    if len(cells) == 1:
        parts = commas(cells[0].text)
        return HeadText(parts[0] if parts else "", group, _place([", ".join(parts[1:])]))
    named = [cell for cell in cells if not is_place(cell.text)] or cells
    title = max(named, key=lambda cell: (title_score(cell.text) >= 2, -named.index(cell)))
    return HeadText(title.text, group, _place([cell.text for cell in cells if cell is not title]))


def _swapped(cells: list[_Cell], slots: _Slots) -> _Slots:
    """Return the layout's slots, reversed where the words of this head plainly say so."""
    if slots.title == slots.employer:
        return slots
    title, employer = cells[slots.title].text, cells[slots.employer].text
    contrary = _leaning(employer) - _leaning(title)
    return _Slots(slots.employer, slots.title) if contrary >= 9 else slots


def _from_slots(cells: list[_Cell], slots: _Slots) -> HeadText:
    title, employer = cells[slots.title], cells[slots.employer]
    rest = [cell.text for index, cell in enumerate(cells) if index not in (slots.title, slots.employer)]
    parts = commas(title.text)
    employer_like = any(employer_score(part) for part in parts[1:])
    if slots.title == slots.employer or (employer_like and not employer_score(employer.text)):
        inner = _from_commas(parts, True)  # "Title, Employer - Place"
        others = [cell.text for cell in cells if cell is not title]
        return HeadText(inner.title, inner.employer, _place([inner.place or "", *others]))
    name, *tail = _employer_parts(commas(employer.text))
    above = employer.line < title.line
    return HeadText(title.text, name, _place([", ".join(tail), *rest]), above)


def _place(texts: Sequence[str]) -> str | None:
    """Return what looks like a place of what is left of a head."""
    return ", ".join(text for text in texts if text and could_be_place(text)) or None


def _split_phrase(text: str) -> list[str]:
    """`Cocinera en Restaurante Sol`: a preposition separates where an employer's word follows."""
    for result in _IN.finditer(text):
        if not _CAPITAL.match(text[result.end() :]):
            continue
        if has_employer_word(commas(text[result.end() :])[0]) and has_title_word(text[: result.start()]):
            return [trim(text[: result.start()]), trim(text[result.end() :])]
    return [text]


def _from_commas(parts: list[str], title_first: bool) -> HeadText:
    """Read a head of one cell by its commas."""
    if not parts:
        return HeadText("", None, None)
    count = trailing_place(parts)
    places, parts = parts[len(parts) - count :], parts[: len(parts) - count]
    if len(parts) == 1:
        if has_employer_word(parts[0]) and not has_title_word(parts[0]):
            return HeadText("", parts[0], _place([", ".join(places)]))
        return HeadText(parts[0], None, _place([", ".join(places)]))
    scores = [(title_score(part), employer_score(part)) for part in parts]
    titles = [index for index, score in enumerate(scores) if index and score[0] == 3]
    if scores[0][0] < 3 and titles and (scores[0][1] or not title_first):
        title = parts.pop(titles[-1])
        return HeadText(title, parts[0], _place([", ".join([*parts[1:], *places])]))
    later = [index for index in range(1, len(parts)) if scores[index][1]]
    employer_at = max(later, key=lambda index: (scores[index][1], index)) if later else 1
    position = _place([", ".join([*parts[employer_at + 1 :], *places])])
    return HeadText(", ".join(parts[:employer_at]), parts[employer_at], position)


def _employer_parts(parts: list[str]) -> list[str]:
    """Return the employer's name and what follows it; a word of employers further on belongs to the name."""
    if len(parts) > 1 and not has_employer_word(parts[0]):
        named = [index for index, part in enumerate(parts) if index and employer_score(part) == 2]
        if named:
            return [", ".join(parts[: named[0] + 1]), *parts[named[0] + 1 :]]
    return parts or [""]
