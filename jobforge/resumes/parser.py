"""A resume as data: sections, jobs, degrees, certificates, languages, skills, each with its line numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jobforge.languages.resume import LABELS, SectionKind, heading_kinds, heading_stems
from jobforge.resumes.entries import (
    Entry,
    LanguageSkill,
    Skill,
    is_certificate,
    is_education,
    is_language_list,
    languages_in,
    read_entries,
    read_languages,
    read_skills,
    skills_in,
)
from jobforge.resumes.role_headers import has_title_word
from jobforge.resumes.roles import Role, is_role_header, read_roles
from jobforge.text.dates import find_months, find_periods
from jobforge.text.language import Language, detect
from jobforge.text.markdown import Line, LineKind, read_lines

__all__ = [
    "Entry", "LanguageSkill", "Line", "LineKind", "Resume", "Role", "Section", "SectionKind", "Skill",
    "heading_kind", "read_resume",
]  # fmt: skip

_CACHE_SIZE = 16  # resumes whose reading is kept: match, writers and review ask for the same one in a row
# "Skills: a, b" on a line of its own begins a section, but inside a job it belongs to the job.
_LABELS_OPEN = frozenset(SectionKind) - {
    SectionKind.HEADER,
    SectionKind.OTHER,
    SectionKind.EXPERIENCE,
    SectionKind.SUMMARY,
}
_OF_A_JOB = frozenset({SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.AWARDS})
_AND = re.compile(r"\s*(?:&|\+|/|,|\||\b(?:and|und|et|y|e|sowie)\b)\s*")
_NOT_WORDS = re.compile(r"[^\w\s&/,|+]|_")
_CONTACT = re.compile(
    r"[^\s@]@[^\s@]+\.\w|\+?\(?\d[\d ().\-/]{6,}\d|\b(?:https?://|www\.|linkedin|github\.com)"
    r"|\b(?:tel|phone|mobile|mobil|telefon|téléphone|teléfono|móvil|e-?mail|address|adresse|dirección|anschrift)\b",
    re.IGNORECASE,
)
_NAME_NOISE = re.compile(
    r"^(?:lebenslauf|curriculum vitae|cv|c\.v\.|résumé|resume|currículum(?: vitae)?|name|nom|nombre)\b"
    r"(?:\s+(?:of|von|de|for))?\s*[:–—|-]?\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^:]{2,40}):\s*(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the resume. `first_line` to `last_line` include the heading; `heading_line` is None without one."""

    kind: SectionKind
    title: str
    heading_line: int | None
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Resume:
    """What a resume says, in the order in which it says it. `contact` holds line numbers."""

    lines: tuple[Line, ...]
    name: str | None
    contact: tuple[int, ...]
    language: Language
    sections: tuple[Section, ...]
    roles: tuple[Role, ...]
    education: tuple[Entry, ...]
    certificates: tuple[Entry, ...]
    languages: tuple[LanguageSkill, ...]
    skills: tuple[Skill, ...]


@lru_cache(maxsize=_CACHE_SIZE)
def read_resume(text: str) -> Resume:
    """Read a resume in Markdown or plain text. Any text is taken; what is not found is empty."""
    lines = read_lines(text)
    sections = _sections(lines)
    roles: list[Role] = []
    entries: list[tuple[SectionKind, Entry]] = []
    languages: list[LanguageSkill] = []
    skills: list[Skill] = []
    for section in sections:
        body = _body(lines, section)
        if section.kind is SectionKind.EXPERIENCE:
            level = lines[section.heading_line - 1].level if section.heading_line else 0
            roles += read_roles(body, level)
        elif section.kind in (SectionKind.EDUCATION, SectionKind.CERTIFICATES):
            entries += read_entries(body, section.kind)
        elif section.kind is SectionKind.LANGUAGES:
            languages += read_languages(body)
        elif section.kind is SectionKind.SKILLS:
            for line in body:
                spoken = _label_kind(line) is SectionKind.LANGUAGES and list(languages_in(line.text, line.number))
                if spoken:  # and not "Languages: Go, Python"
                    languages += spoken
                else:
                    skills += read_skills([line])
        else:
            for line in body:
                labelled = _label_kind(line)
                if labelled is SectionKind.LANGUAGES:
                    languages += languages_in(line.text, line.number)
                elif labelled is SectionKind.SKILLS:
                    skills += [Skill(name, line.number) for name in skills_in(line.text)]
                elif labelled in (SectionKind.EDUCATION, SectionKind.CERTIFICATES):
                    entries += read_entries([line], labelled)
    return Resume(
        lines=lines,
        name=_name(lines),
        contact=_contact(lines, sections),
        language=detect(text),
        sections=sections,
        roles=tuple(roles),
        education=tuple(entry for kind, entry in entries if kind is SectionKind.EDUCATION),
        certificates=tuple(entry for kind, entry in entries if kind is SectionKind.CERTIFICATES),
        languages=_unique(languages),
        skills=tuple(skills),
    )


@lru_cache(maxsize=5_000)
def heading_kind(text: str, loose: bool = False) -> SectionKind | None:
    """What section a heading begins; None where its words do not say. `loose` also takes longer headings."""
    if len(text) > 80:
        return None
    text = re.sub(r"^\s*[IVX]{1,4}[.)]\s+", "", text)
    plain = " ".join(_NOT_WORDS.sub(" ", text.casefold().replace("'", "").replace("’", " ")).split())
    plain = re.sub(r"^\d{1,2}\s+(?=\w)|^(?:my|meine?|mes|mon|mis|mi)\s+", "", plain).strip(" &/,|+")
    if not plain:
        return None
    if "".join(plain.split(" ")) != plain and all(len(word) == 1 for word in plain.split(" ")):
        plain = plain.replace(" ", "")  # "E D U C A T I O N"
    if kind := heading_kinds().get(" ".join(_AND.sub(" and ", plain).split())) or heading_kinds().get(plain):
        return kind
    kinds = [heading_kinds().get(part) for part in _AND.split(plain) if part]
    if kinds and all(kinds):
        return kinds[0]
    if loose and len(plain.split()) <= 6:
        return next(
            (
                kind
                for stem, kind in heading_stems()
                if any(w.startswith(stem) or (len(stem) > 6 and stem in w) for w in plain.split())
            ),
            None,
        )
    return None


def _sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    starts: list[tuple[int, SectionKind, str, bool]] = []  # index, kind, title, whether the line is only a heading
    level, current = 0, SectionKind.HEADER
    first_text = next((index for index, line in enumerate(lines) if line.text), None)
    for index, line in enumerate(lines):
        kind = _starts_section(lines, index, current, level, first_text)
        if kind is None:
            continue
        labelled = _LABELLED.match(line.text) if _label_kind(line) is kind and heading_kind(line.text) is None else None
        starts.append((index, kind, labelled["label"] if labelled else line.text.rstrip(": "), labelled is None))
        current, level = kind, line.level if line.kind is LineKind.HEADING else level
    bounds = [index for index, *_ in starts] + [len(lines)]
    sections = []
    if bounds[0] > 0:
        sections.append(Section(SectionKind.HEADER, "", None, 1, bounds[0]))
    for (index, kind, title, alone), end in zip(starts, bounds[1:], strict=True):
        body = lines[index + 1 : end]
        sections.append(Section(_by_content(kind, body), title, index + 1 if alone else None, index + 1, end))
    return tuple(_without_headings(lines, sections))


def _starts_section(
    lines: Sequence[Line], index: int, current: SectionKind, level: int, first_text: int | None
) -> SectionKind | None:
    line = lines[index]
    if line.kind in (LineKind.BLANK, LineKind.CONTINUATION, LineKind.TABLE, LineKind.BULLET):
        return None
    if len(line.text) > 80 and ":" not in line.text[:40]:
        return None
    exact = heading_kind(line.text)
    in_work = current in (SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.PROJECTS)
    if line.kind is LineKind.HEADING:
        deeper = bool(level) and line.level > level
        if index == first_text and exact is None:
            return None
        if in_work and deeper:
            label = line.text.casefold().strip(": ") in LABELS
            return exact if not label and not find_periods(line.text) else None
        if exact:
            return exact
        if find_periods(line.text) and (
            current in (SectionKind.EXPERIENCE, SectionKind.EDUCATION) or has_title_word(line.text)
        ):
            return None if current is not SectionKind.HEADER else SectionKind.OTHER
        if deeper and current is not SectionKind.HEADER:
            return None
        if index and _is_subtitle(lines, index, first_text):
            return None
        return heading_kind(line.text, loose=True) or SectionKind.OTHER
    alone = index == 0 or not lines[index - 1].text
    if (
        alone
        and not exact
        and (labelled := _label_kind(line)) in _LABELS_OPEN
        and not (in_work and labelled in _OF_A_JOB)
    ):
        return labelled
    if exact and (
        alone or line.bold_only or line.text.isupper() or line.text.endswith(":") or _opens_list(lines, index)
    ):
        label = line.text.casefold().strip(": ") in LABELS
        in_markdown = any(item.kind is LineKind.HEADING and item.level for item in lines[:index])
        if in_work and label and (in_markdown or not (alone and line.text.isupper())):
            return None
        return exact
    upper = line.text.isupper() and len(line.text) > 3 and len(line.text.split()) <= 5 and index != first_text
    if upper and alone and not in_work and not _CONTACT.search(line.text) and not find_months(line.text):
        return heading_kind(line.text, loose=True) or (SectionKind.OTHER if current is not SectionKind.HEADER else None)
    if upper and alone and in_work and not find_months(line.text):
        return heading_kind(line.text, loose=True)
    if line.bold_only and not in_work and current is not SectionKind.EDUCATION and not find_months(line.text):
        return heading_kind(line.text, loose=True) or None
    return None


def _is_subtitle(lines: Sequence[Line], index: int, first_text: int | None) -> bool:
    """A second heading straight under the name is the person's trade."""
    return (
        first_text is not None
        and not any(line.text for line in lines[first_text + 1 : index])
        and (lines[first_text].kind is LineKind.HEADING and has_title_word(lines[index].text))
    )


def _opens_list(lines: Sequence[Line], index: int) -> bool:
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is not None and following.kind in (LineKind.BULLET, LineKind.TABLE)


def _by_content(kind: SectionKind, body: Sequence[Line]) -> SectionKind:
    """What an unknown heading heads is told by what stands under it."""
    if kind is not SectionKind.OTHER:
        return kind
    items = [line for line in body if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION)]
    if not items:
        return kind
    heads = [line for line in items if line.kind is not LineKind.BULLET and is_role_header(line)]
    learnt = sum(is_education(line.text) for line in items)
    if heads and learnt < len(heads) and any(line.kind is LineKind.BULLET or len(line.text) > 80 for line in items):
        return SectionKind.EXPERIENCE
    if is_language_list(items):
        return SectionKind.LANGUAGES
    if 2 * learnt > len(items):
        return SectionKind.EDUCATION
    if 2 * sum(is_certificate(line.text) and bool(find_months(line.text)) for line in items) > len(items):
        return SectionKind.CERTIFICATES
    return kind


def _without_headings(lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[Section]:
    """A resume that has jobs but no heading over them: the part with the first of them is experience."""
    if any(section.kind is SectionKind.EXPERIENCE for section in sections):
        yield from sections
        return
    for section in sections:
        first = section.heading_line or 0
        body = [line for line in lines[first : section.last_line] if line.text and line.kind is not LineKind.BULLET]
        heads = [line for line in body if is_role_header(line)]
        if section.kind is not SectionKind.HEADER or not heads:
            yield section
            continue
        begin = heads[0].number
        while (
            begin - 1 > section.first_line + 1 and lines[begin - 2].text and not _CONTACT.search(lines[begin - 2].text)
        ):
            begin -= 1
        if begin > section.first_line:
            yield Section(SectionKind.HEADER, section.title, section.heading_line, section.first_line, begin - 1)
        yield Section(SectionKind.EXPERIENCE, "", None, begin, section.last_line)


def _body(lines: Sequence[Line], section: Section) -> Sequence[Line]:
    first = section.first_line if section.heading_line else section.first_line - 1
    return lines[first : section.last_line]


def _label_kind(line: Line) -> SectionKind | None:
    if line.kind in (LineKind.BLANK, LineKind.CONTINUATION) or not (found := _LABELLED.match(line.text)):
        return None
    return heading_kind(found["label"]) if found["rest"] else None


def _name(lines: Sequence[Line]) -> str | None:
    seen = 0
    for line in lines:
        if not line.text or line.kind is LineKind.CONTINUATION:
            continue
        seen += 1
        if seen > 4:
            return None
        text = _NAME_NOISE.sub("", re.split(r"\s*[|•·,(]|\s+[–—-]\s+", line.text, maxsplit=1)[0]).strip(" :")
        text = text or _NAME_NOISE.sub("", line.text).strip(" :")
        if heading_kind(line.text) or not 2 <= len(text.split()) <= 5 or re.search(r"[\d@:/]", text):
            continue
        if all(
            word[0].isupper() or word in ("de", "von", "van", "der", "del", "la", "da", "di", "y", "zu")
            for word in text.split()
        ):
            return text
    return None


def _contact(lines: Sequence[Line], sections: Sequence[Section]) -> tuple[int, ...]:
    inside = [
        line
        for section in sections
        if section.kind is SectionKind.HEADER
        for line in lines[section.first_line - 1 : section.last_line]
    ]
    return tuple(
        line.number for line in inside if line.text and not find_periods(line.text) and _CONTACT.search(line.text)
    )


def _unique(found: Sequence[LanguageSkill]) -> tuple[LanguageSkill, ...]:
    by_name: dict[str, LanguageSkill] = {}
    for skill in found:
        if skill.name not in by_name or (skill.level and not by_name[skill.name].level):
            by_name[skill.name] = skill
    return tuple(by_name.values())
