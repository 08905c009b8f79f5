"""A resume as evidence: its clauses, what each can answer, and how much weight it carries."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from jobforge.ads.demands import licence_classes
from jobforge.languages.claims import DENIED, PAPER, UNFINISHED, WISHED
from jobforge.resumes.parser import Line, LineKind, Resume, SectionKind
from jobforge.text.dates import Period
from jobforge.text.language import Language
from jobforge.text.terms import Word, fold, keys, stem, words

_PROVING_SECTIONS = frozenset(
    {
        SectionKind.EDUCATION,
        SectionKind.CERTIFICATES,
        SectionKind.PROJECTS,
        SectionKind.PUBLICATIONS,
        SectionKind.AWARDS,
        SectionKind.VOLUNTEERING,
    }
)
# "HCPC PA04417", "NMC 12A3456E": whoever has a number there is on the register.
_REGISTERED = re.compile(
    r"\b[A-Z]{2,6}:?\s(?:[Nn]o\.?\s|[Nn]umber\s)?(?=[A-Z\d]{6,12}\b)[A-Z]{0,3}\d[A-Z\d]*\d[A-Z]?\b"
)
_NOTE = re.compile(r"\((?P<note>[^()]{4,80})\)")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\s+(?:but|aber|mais|pero|jedoch)\s+|\s[–—|]\s")

# "First aid – 2022, not renewed": what stands behind the dash of an entry is about the whole of it.
_ENTRY = re.compile(r"(?<=[.;!?])\s+|\s+(?:but|aber|mais|pero|jedoch)\s+|\s\|\s")


class Standing(IntEnum):
    """NAMED: among skills, in the profile or as a remark. PROOF: work, a degree, a licence, a course."""

    NAMED = 1
    PROOF = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a line. `context` holds what the title of its job says; `role` is the job's place in the resume."""

    line: int
    quote: str
    text: str
    keys: frozenset[str]
    context: frozenset[str]
    standing: Standing
    role: int | None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Denial:
    """What the resume says is not so: the words of the clause, and whether it is only unfinished or expired."""

    words: tuple[Word, ...]
    keys: frozenset[str]
    unfinished: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    resume: Resume
    clauses: tuple[Clause, ...]
    denials: tuple[Denial, ...]
    index: dict[str, tuple[int, ...]]
    vocabulary: tuple[str, ...]
    periods: tuple[Period | None, ...]
    licences: tuple[tuple[int, frozenset[str]], ...]
    compounds: bool


def gather(resume: Resume) -> Evidence:
    """Everything in `resume` that can answer a requirement, and everything that rules one out."""
    clauses: list[Clause] = []
    denials: list[Denial] = []
    licences: list[tuple[int, frozenset[str]]] = []
    for line, standing, role, heading in _standings(resume):
        licences += [(line.number, classes) for classes in _licences(line)] if not heading else []
        clauses_here, denied = _read(resume, line, standing, role, heading)
        clauses += clauses_here
        denials += denied
    index: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        for key in clause.keys:
            index[key].append(number)
    plain = sorted(key for key in index if key.isalpha() and len(key) >= 4)
    return Evidence(
        resume=resume,
        clauses=tuple(clauses),
        denials=tuple(denials),
        index={key: tuple(numbers) for key, numbers in index.items()},
        vocabulary=tuple(plain),
        periods=tuple(role.period for role in resume.roles),
        licences=tuple(licences),
        compounds=resume.language is Language.DE,
    )


def _licences(line: Line) -> Iterator[frozenset[str]]:
    """Yield the classes of the driving licences that a line says are held."""
    if UNFINISHED.search(fold(line.text)):
        return
    for sentence in _SENTENCE.split(line.text):
        classes = licence_classes(sentence)
        if classes is not None and not DENIED.match(fold(sentence)):
            yield classes


def _standings(resume: Resume) -> Iterator[tuple[Line, Standing, int | None, bool]]:
    """Each line that says something, its weight, its job, and whether it is that job's heading."""
    roles = {
        number: index
        for index, role in enumerate(resume.roles)
        if not role.career_break
        for number in range(role.first_line, role.last_line + 1)
    }
    entries = {entry.line for entry in (*resume.education, *resume.certificates)}
    section_of = {
        number: section for section in resume.sections for number in range(section.first_line, section.last_line + 1)
    }
    name = next((line.number for line in resume.lines if line.text), 0)
    for line in resume.lines:
        if line.kind in (LineKind.BLANK, LineKind.CONTINUATION) or not line.text or line.number == name:
            continue
        section = section_of.get(line.number)
        role = roles.get(line.number)
        if section is not None and section.heading_line == line.number:
            continue
        if role is not None:
            yield line, Standing.PROOF, role, line.number not in resume.roles[role].bullets
        elif line.number in entries or (section is not None and section.kind in _PROVING_SECTIONS):
            yield line, Standing.PROOF, None, False
        else:
            yield line, Standing.NAMED, None, False


def _read(
    resume: Resume, line: Line, standing: Standing, role: int | None, heading: bool
) -> tuple[list[Clause], list[Denial]]:
    context = keys(resume.roles[role].title, resume.language) if role is not None and not heading else frozenset()
    quote = line.text if line.text in line.raw else line.raw.strip()
    denials = [] if heading else list(_denied_in_brackets(line.text, resume.language))
    clauses = []
    is_entry = any(entry.line == line.number for entry in (*resume.education, *resume.certificates))
    split = _ENTRY if is_entry else _SENTENCE
    for piece in split.split(line.text) if not heading else [line.text]:
        text = fold(piece)
        if UNFINISHED.search(text):
            denials.append(_denial(UNFINISHED.sub(" ", text), resume.language, unfinished=True))
        elif DENIED.match(text):
            for part in piece.split(","):
                if DENIED.match(fold(part)):
                    denials.append(_denial(DENIED.sub(" ", fold(part)), resume.language))
                else:
                    clauses.append(_clause(resume, line, quote, part, context, standing, role, heading))
        elif role is not None or not WISHED.search(text):
            clause = _clause(resume, line, quote, piece, context, standing, role, heading)
            clauses.append(_of_section(clause, resume, line))
    return clauses, denials


def _denied_in_brackets(text: str, language: Language) -> Iterator[Denial]:
    """ "CNC table (never programmed it)": what is in brackets is denied of what stands before them."""
    for note in _NOTE.finditer(text):
        for part in note["note"].split(","):
            if DENIED.of(language).match(fold(part)):
                yield _denial(DENIED.of(language).sub(" ", fold(part)), language)


def _denial(text: str, language: Language, *, unfinished: bool = False) -> Denial:
    denied = words(text, language)
    return Denial(denied, frozenset(key for token in denied for key in token.keys), unfinished)


def _of_section(clause: Clause, resume: Resume, line: Line) -> Clause:
    """Return the clause with what its section says of it: a certificate, a publication."""
    section = next((part.kind for part in resume.sections if part.first_line <= line.number <= part.last_line), None)
    if section is SectionKind.CERTIFICATES or any(entry.line == line.number for entry in resume.certificates):
        return replace(clause, keys=clause.keys | {"@certificate", stem("certificate"), stem("licence")}, heading=False)
    if section is SectionKind.PUBLICATIONS:
        return replace(clause, keys=clause.keys | {"@publication", stem("publication")})
    return clause


def _clause(
    resume: Resume,
    line: Line,
    quote: str,
    piece: str,
    context: frozenset[str],
    standing: Standing,
    role: int | None,
    heading: bool,
) -> Clause:
    result = keys(piece, resume.language)
    if PAPER.of(resume.language).search(fold(piece)):
        result |= {"@certificate", stem("certificate"), stem("licence"), "card"}
    if _REGISTERED.search(piece):
        result |= {"@register", stem("registration")}
    if heading:
        result -= {"@learner", "@teach"} if stem("apprentice") in result or "@learner" in result else frozenset()
    return Clause(line.number, quote, piece, result, context, standing, role, heading)
