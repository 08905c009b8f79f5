"""Degrees, certificates, languages and skills as a resume lists them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.languages.resume import CERTIFICATE_STEMS, DEGREE_STEMS, HEADINGS, SectionKind, language_names
from jobforge.resumes.role_headers import has_employer_word
from jobforge.text.dates import find_months, find_periods
from jobforge.text.markdown import Line, LineKind

_NEGATED = re.compile(
    r"^(?:no|not|none|never|without|have not|has not|haven['’]t|kein|keine|keinen|ohne|nicht|noch kein|pas|aucun|aucune"
    r"|sans|sin|ningún|ninguna|no tengo)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[|·•—–]\s+|\s+-\s+|\t+|;\s*|,\s+")
_WORD = re.compile(r"[^\W\d_]+")
_LEVEL = re.compile(
    r"\b(?P<cefr>[ABC][12](?:\.[12])?\+?(?:\s?[-/–]\s?[ABC][12])?)\b|\b(?P<word>(?:native(?: speaker| level)?"
    r"|mother tongue|bilingual|fluent(?:ly)?|full professional(?: proficiency)?"
    r"|professional(?: working)?(?: proficiency)?"
    r"|limited working(?: proficiency)?|elementary(?: proficiency)?|proficient|advanced"
    r"|upper[- ]intermediate|intermediate|conversational|basic(?:s)?|beginner|good|very good"
    r"|excellent|working knowledge|school|rusty|reading"
    r"|muttersprache|muttersprachlich\w*|muttersprachler\w*|fließend|fliessend|verhandlungssicher"
    r"|sehr gut\w*|gut\w*"
    r"|grundkenntnisse|anfänger|konversationssicher|erstsprache|zweisprachig|schulkenntnisse"
    r"|langue maternelle|maternelle|courant|bilingue|notions|intermédiaire|débutant|scolaire|avancé"
    r"|lu, écrit, parlé"
    r"|technique|professionnel|natif|native|bon niveau"
    r"|nativ[oa]s?|lengua materna|materna|fluid[oa]|avanzado|intermedio|básico|nivel alto"
    r"|nivel medio|nivel básico"
    r"|alto|medio|bilingüe|principiante|hablad[oa]))\b",
    re.IGNORECASE,
)
_ACADEMIC = re.compile(
    r"\b(?:bachelor|master of|[bm]\.?sc|[bm]\.?a\.?|b\.?eng|mba|ph\.?d|degree|abitur|matura|realschul\w+"
    r"|high school|licenciatura|diplom-\w+|grado en|baccalauréat|bachillerato|staatsexamen|gesellen\w+)\b",
    re.IGNORECASE,
)
_SKILL_END = re.compile(r"[,;•·|▪◦]|\s[/–—]\s|\t")
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:,;|.()]{1,40}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A degree, school, licence, certificate or course, where it stands, and the year it was finished."""

    text: str
    line: int
    year: int | None
    institution: str | None


@dataclass(frozen=True, slots=True)
class Skill:
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A spoken language by its English name; `level` in the resume's own words."""

    name: str
    level: str | None
    line: int


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
    titled = any(line.kind is LineKind.HEADING or line.bold for line in items)
    open_lines: list[Line] = []

    def close() -> Iterator[tuple[str, int]]:
        if open_lines:
            yield ", ".join(line.text for line in open_lines), open_lines[0].number
        open_lines.clear()

    for line in items:
        head = line.kind is LineKind.HEADING or line.bold
        if line.kind is LineKind.BLANK:
            if not titled or not open_lines or open_lines[0].kind is not LineKind.HEADING:
                yield from close()
        elif line.kind is LineKind.TABLE:
            yield from close()
            if not line.level:
                yield line.text, line.number
        elif head:
            yield from close()
            open_lines.append(line)
        elif line.kind is LineKind.BULLET:
            if not titled or line.bold:
                yield from close()
                yield line.text, line.number
        elif open_lines and (titled or (kind is SectionKind.EDUCATION and _belongs(open_lines, line))):
            if len(open_lines) < 4:
                open_lines.append(line)
        else:
            yield from close()
            open_lines.append(line)
    yield from close()


def _belongs(before: list[Line], line: Line) -> bool:
    dated = any(find_months(item.text) for item in before)
    if len(before) >= 3 or is_education(line.text):
        return False
    return not (dated and (find_months(line.text) or (len(before) == 1 and _complete(before[0]))))


def _complete(line: Line) -> bool:
    return len(_PARTS.split(line.text)) >= 3


def heading_label(text: str) -> bool:
    """Whether `text` begins with the name of its section and a colon, as in `Licences: forklift, first aid`."""
    found = _LABEL.match(text)
    return found is not None and any(found["label"].casefold() in phrases for phrases in HEADINGS.values())


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
    if found := re.search(r"\b(?:at|from|an der|à l['’]|de la|en la)\s+(?P<name>(?:the\s)?[^\W\d_].{3,60})$", bare):
        return found["name"].strip(" ,.()") if has_employer_word(found["name"]) else None
    return None


def read_languages(lines: Sequence[Line]) -> Iterator[LanguageSkill]:
    for line in lines:
        if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION) and not (
            line.kind is LineKind.TABLE and line.level
        ):
            yield from languages_in(line.text, line.number)


def languages_in(text: str, number: int) -> Iterator[LanguageSkill]:
    """The languages named in one line; a level belongs to the name before it, or after it where none is before."""
    named = [
        (found.start(), found.end(), language_names()[found[0].casefold()])
        for found in _WORD.finditer(text)
        if found[0].casefold() in language_names() and not (found[0].islower() and found[0] in ("basic", "school"))
    ]
    seen: set[str] = set()
    for index, (_, end, name) in enumerate(named):
        stop = named[index + 1][0] if index + 1 < len(named) else len(text)
        begin = named[index - 1][1] if index else 0
        after, before = _LEVEL.search(text[end:stop]), _LEVEL.search(text[begin : named[index][0]])
        # "Fluent in Welsh": only where the level stands directly before the name.
        level = after or (
            before if before and text[begin + before.end() : named[index][0]].strip(" :-–—") in ("", "in") else None
        )
        if name not in seen:
            seen.add(name)
            yield LanguageSkill(name, level[0] if level else None, number)


def is_language_list(lines: Sequence[Line]) -> bool:
    texts = [line.text for line in lines if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION)]
    if not texts or sum(map(len, texts)) > 600:
        return False
    return all(any(word.casefold() in language_names() for word in _WORD.findall(text)[:4]) for text in texts)


def read_skills(lines: Sequence[Line]) -> Iterator[Skill]:
    for line in lines:
        if line.kind in (LineKind.BLANK, LineKind.CONTINUATION) or (line.kind is LineKind.TABLE and line.level):
            continue
        if line.kind is LineKind.HEADING or (line.bold_only and line.kind is LineKind.PARAGRAPH):
            continue
        text = line.text
        if line.kind is LineKind.TABLE and " | " in text:
            first, rest = text.split(" | ", 1)
            text = rest if "," in rest and "," not in first else text
        for name in skills_in(text):
            yield Skill(name, line.number)


def skills_in(text: str) -> Iterator[str]:
    """The single skills of one line: `Tools: Git, Docker (local only)` has two."""
    text = _LABEL.sub("", text)
    start = depth = 0
    cuts = {found.start(): found.end() for found in _SKILL_END.finditer(text)}
    for index, letter in enumerate(text):
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if index in cuts and not depth and index >= start:
            if name := text[start:index].strip(" .,;:–—-"):
                yield name
            start = cuts[index]
    if name := text[start:].strip(" .,;:–—-"):
        yield name
