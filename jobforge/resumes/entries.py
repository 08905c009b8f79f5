"""Degrees and certificates as a resume lists them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.languages.resume import CERTIFICATE_STEMS, DEGREE_STEMS, HEADINGS, SectionKind
from jobforge.resumes.scores import has_employer_word
from jobforge.text.dates import find_months, find_periods
from jobforge.text.markdown import Line, LineKind

MAX_ENTRY_LINES = 4
_NEGATED = re.compile(
    r"^(?:no|not|none|never|without|have not|has not|haven['’]t|kein|keine|keinen|ohne|nicht|noch kein|pas|aucun|aucune"
    r"|sans|sin|ningún|ninguna|no tengo)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|·•—–]\s+|\s+-\s+|\t+|;\s*|,\s+")
_ACADEMIC = re.compile(
    r"\b(?:bachelor|master of|[bm]\.?sc|[bm]\.?a\.?|b\.?eng|mba|ph\.?d|degree|abitur|matura|realschul\w+"
    r"|high school|licenciatura|diplom-\w+|grado en|baccalauréat|bachillerato|staatsexamen|gesellen\w+)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:,;|.()]{1,40}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A degree, school, licence, certificate or course, where it stands, and the year it was finished."""

    text: str
    line: int
    year: int | None
    institution: str | None


def read_entries(lines: Sequence[Line], kind: SectionKind) -> Iterator[tuple[SectionKind, Entry]]:
    """The entries of an education or certificates section, each with what it is by its own words."""
    for text, line in _entry_texts(lines, kind):
        text = _LABEL.sub("", text) if heading_label(text) else text
        if _NEGATED.match(text):
            continue
        yield _entry_kind(text, kind), Entry(text, line, _year(text), _institution(text))


def _entry_texts(lines: Sequence[Line], kind: SectionKind) -> Iterator[tuple[str, int]]:
    """One text per entry: bullets and rows stand alone, lines of one paragraph with one date belong together."""
    items = [line for line in lines if line.kind is not LineKind.CONTINUATION]
    titled = any(_is_title(line) for line in items)
    entry: list[Line] = []  # the lines of the one that is being read
    for line in items:
        if line.kind is LineKind.BLANK and titled and entry and entry[0].kind is LineKind.HEADING:
            continue  # between a heading and what belongs to it
        if line.kind is LineKind.BULLET and titled and not line.bold:
            continue  # what was learned there
        if _goes_on(entry, line, kind, titled):
            entry += [line][: MAX_ENTRY_LINES - len(entry)]
            continue
        yield from _joined(entry)
        entry = []
        if line.kind is LineKind.TABLE:
            if not line.level:
                yield _row_text(line), line.number
        elif line.kind is LineKind.BULLET and not line.bold:
            yield line.text, line.number
        elif line.kind is not LineKind.BLANK:
            entry = [line]
    yield from _joined(entry)


def _is_title(line: Line) -> bool:
    return line.kind is LineKind.HEADING or line.bold


def _goes_on(entry: Sequence[Line], line: Line, kind: SectionKind, titled: bool) -> bool:
    """Tell whether a line belongs to the entry that was begun before it."""
    if not entry or _is_title(line) or line.kind in (LineKind.BLANK, LineKind.TABLE, LineKind.BULLET):
        return False
    return titled or (kind is SectionKind.EDUCATION and _belongs(entry, line))


def _joined(entry: Sequence[Line]) -> Iterator[tuple[str, int]]:
    if entry:
        yield ", ".join(line.text for line in entry), entry[0].number


def _row_text(line: Line) -> str:
    """Return a row of a table as a line: a year in front goes to the end."""
    cells = line.text.split(" | ")
    if len(cells) > 1 and find_months(cells[0]) and len(cells[0]) <= 20:
        cells.append(cells.pop(0))
    return ", ".join(cells)


def _belongs(before: Sequence[Line], line: Line) -> bool:
    dated = any(find_months(item.text) for item in before)
    if len(before) >= 3 or is_education(line.text) or (is_certificate(line.text) and find_months(line.text)):
        return False
    return not (dated and (find_months(line.text) or (len(before) == 1 and _complete(before[0]))))


def _complete(line: Line) -> bool:
    return len(_PARTS.split(line.text)) >= 3


def heading_label(text: str) -> bool:
    """Whether `text` begins with the name of its section and a colon, as in `Licences: forklift, first aid`."""
    result = _LABEL.match(text)
    return result is not None and any(result["label"].casefold() in phrases for phrases in HEADINGS.values())


def _entry_kind(text: str, kind: SectionKind) -> SectionKind:
    low = f" {text.casefold()} "
    degree = any(stem in low for stem in DEGREE_STEMS if stem not in ("licen", "licence"))
    certificate = any(stem in low for stem in CERTIFICATE_STEMS)
    if kind is SectionKind.EDUCATION and certificate and not degree:
        return SectionKind.CERTIFICATES
    if kind is SectionKind.CERTIFICATES and _ACADEMIC.search(text) and not certificate:
        return SectionKind.EDUCATION
    return kind


def is_education(text: str) -> bool:
    low = f" {text.casefold()} "
    return any(stem in low for stem in DEGREE_STEMS)


def is_certificate(text: str) -> bool:
    low = f" {text.casefold()} "
    return any(stem in low for stem in CERTIFICATE_STEMS)


def _year(text: str) -> int | None:
    ends = [period.end.year for period in find_periods(text) if period.end]
    years = [dated.month.year for dated in find_months(text)]
    return max(ends or years, default=None)


def _institution(text: str) -> str | None:
    bare = text
    for dated in reversed(find_months(text)):
        bare = bare[: dated.span[0]] + bare[dated.span[1] :]
    parts = [part.strip(" ()-–—|·.:") for part in _PARTS.split(bare)]
    parts = [part for part in parts if part]
    named = [part for part in parts[1:] if has_employer_word(part)] or [
        part for part in parts[:1] if has_employer_word(part) and len(parts) > 1
    ]
    if named:
        return named[0]
    for part in parts[1:]:
        if part[:1].isupper() and len(part) > 3 and not is_education(part):
            return part
    if result := re.search(r"\b(?:at|from|an der|à l['’]|de la|en la)\s+(?P<name>(?:the\s)?[^\W\d_].{3,60})$", bare):
        return result["name"].strip(" ,.()") if has_employer_word(result["name"]) else None
    return None
