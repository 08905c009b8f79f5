"""A resume as data: sections, jobs, degrees, certificates, languages, skills, each with its line numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jobforge.languages.resume import SectionKind
from jobforge.resumes.contact import contact_lines, name_of
from jobforge.resumes.entries import Entry, read_entries
from jobforge.resumes.headings import heading_kind, label_kind
from jobforge.resumes.reading_warning import ReadingWarning
from jobforge.resumes.roles import Role, read_roles
from jobforge.resumes.sections import Section, body_of, find_sections
from jobforge.resumes.skills import Skill, read_skills, skills_in
from jobforge.resumes.spoken_languages import LanguageSkill, languages_in, read_languages
from jobforge.resumes.warnings import OTHER_LANGUAGE, reading_warnings
from jobforge.resumes.website import without_website
from jobforge.text.language import Language, detect, is_read
from jobforge.text.markdown import Line, LineKind, read_lines

__all__ = [
    "Entry", "LanguageSkill", "Line", "LineKind", "ReadingWarning", "Resume", "Role", "Section", "SectionKind",
    "Skill", "heading_kind", "read_resume",
]  # fmt: skip

_CACHE_SIZE = 16  # resumes whose reading is kept: match, writers and review ask for the same one in a row


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
    warnings: tuple[ReadingWarning, ...] = ()
    is_read: bool = True
    """False where the text is in a language that is not read: then nothing is claimed to be a job or a degree."""


@lru_cache(maxsize=_CACHE_SIZE)
def read_resume(text: str) -> Resume:
    """Read a resume in Markdown or plain text. Any text is taken; what is not found is empty."""
    lines = without_website(read_lines(text))
    sections = find_sections(lines)
    content = _Content()
    understood = is_read(text)
    for section in sections if understood else ():
        content.read(section, lines)
    header = [
        line
        for section in sections
        if section.kind is SectionKind.HEADER
        for line in lines[section.first_line - 1 : section.last_line]
    ]
    return Resume(
        lines=tuple(content.changed.get(line.number, line) for line in lines),
        name=name_of(lines),
        contact=tuple(contact_lines(header)),
        language=detect(text),
        sections=sections,
        roles=tuple(content.roles),
        education=tuple(entry for kind, entry in content.entries if kind is SectionKind.EDUCATION),
        certificates=tuple(entry for kind, entry in content.entries if kind is SectionKind.CERTIFICATES),
        languages=_unique(content.languages),
        skills=tuple(content.skills),
        warnings=reading_warnings(lines, sections, content.roles) if understood else (OTHER_LANGUAGE,),
        is_read=understood,
    )


def warnings_of(text: str) -> tuple[ReadingWarning, ...]:
    """Return what of a resume was read badly."""
    return read_resume(text).warnings


@dataclass(slots=True)
class _Content:
    """What has been read of the sections so far."""

    roles: list[Role] = field(default_factory=list)
    changed: dict[int, Line] = field(default_factory=dict)
    entries: list[tuple[SectionKind, Entry]] = field(default_factory=list)
    languages: list[LanguageSkill] = field(default_factory=list)
    skills: list[Skill] = field(default_factory=list)

    def read(self, section: Section, lines: Sequence[Line]) -> None:
        """Add what a section says."""
        body = body_of(lines, section)
        if section.kind is SectionKind.EXPERIENCE:
            jobs = read_roles(body, lines[section.heading_line - 1].level if section.heading_line else 0)
            self.roles += jobs.roles
            self.changed |= jobs.changed
        elif section.kind in (SectionKind.EDUCATION, SectionKind.CERTIFICATES):
            self.entries += read_entries(body, section.kind)
        elif section.kind is SectionKind.LANGUAGES:
            self.languages += read_languages(body)
        elif section.kind is SectionKind.SKILLS:
            self._read_skills(body)
        else:
            self._read_labelled(body)

    def _read_skills(self, body: Sequence[Line]) -> None:
        spoken = set()
        for line in body:
            named = list(languages_in(line.text, line.number)) if label_kind(line) is SectionKind.LANGUAGES else []
            if named:  # and not "Languages: Go, Python"
                self.languages += named
                spoken.add(line.number)
        self.skills += read_skills([line for line in body if line.number not in spoken])

    def _read_labelled(self, body: Sequence[Line]) -> None:
        for line in body:
            kind = label_kind(line)
            if kind is SectionKind.LANGUAGES:
                self.languages += languages_in(line.text, line.number)
            elif kind is SectionKind.SKILLS:
                self.skills += [Skill(name, line.number) for name in skills_in(line.text)]
            elif kind in (SectionKind.EDUCATION, SectionKind.CERTIFICATES):
                self.entries += read_entries([line], kind)


def _unique(named: Sequence[LanguageSkill]) -> tuple[LanguageSkill, ...]:
    by_name: dict[str, LanguageSkill] = {}
    for skill in named:
        if skill.name not in by_name or (skill.level and not by_name[skill.name].level):
            by_name[skill.name] = skill
    return tuple(by_name.values())
