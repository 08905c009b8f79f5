"""The resume tailored to an ad, without a model: nothing is added but order, the ad's words and a summary."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import combinations

from jobforge.documents.offline.credentials import papers
from jobforge.documents.offline.document import OfflineDocument
from jobforge.documents.offline.frames import Frames, sentence
from jobforge.documents.offline.lines import Strength, is_limited, strength, tidy
from jobforge.documents.offline.resume_competencies import MAX_COMPETENCIES, competencies
from jobforge.documents.offline.resume_layout import blocks, content, pages
from jobforge.documents.offline.resume_order import Relevance, best_result, ordered_bullets, ordered_skills
from jobforge.documents.offline.selection import evidence_lines, is_held, jobs, recency_key
from jobforge.documents.offline.self_check import Draft, Objection, Part, fact_objections, form_objections
from jobforge.documents.offline.spelling import Spellings
from jobforge.documents.offline.style import pattern, style_of
from jobforge.documents.parsed_input import Reading, read
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType
from jobforge.matching.match import match
from jobforge.resumes.parser import Line, LineKind, Role, Section, SectionKind

MAX_PAGES = 2
_MIN_COMPETENCIES = 2
_SUMMARY_NEEDS = 3
_COVERAGE_TOLERANCE = 0.0005  # of rounding
_MAX_RESULT_WORDS = 22
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜÀ-Þ])")
_DOCUMENT_WORD = re.compile(
    r"^(?:lebenslauf|curriculum vitae|cv|résumé|resume|currículum(?: vitae)?)\b[\s:–|-]*", re.IGNORECASE
)
_LABEL = re.compile(r"^(?P<label>[^,:;]{2,40}:)\s+(?P<items>.+)$")
_ITEMS = re.compile(r"\s*[,;]\s*(?![^()\[\]]*[)\]])")


class Layout(Enum):
    """How far the jobs are from the source: reordered, in its order, or its very lines."""

    TAILORED = 0
    SOURCE_ORDER = 1
    SOURCE_LINES = 2


def write_resume(material: Material) -> OfflineDocument:
    """Return the resume in its own language: every job, degree, certificate and line of the source is in it."""
    text = _Tailored(material).text()
    length = pages(text)
    notes = (f"The resume fills about {length:g} pages; many readers expect two.",) if length > MAX_PAGES else ()
    return OfflineDocument(text, notes)


class _Tailored:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.reading: Reading = read(material)
        self.resume = self.reading.resume
        self.style = style_of(self.resume.language)
        self.frames = Frames(self.resume.language, "resume_out", material.resume[:400])
        self.relevance = Relevance(self.reading)
        self.competencies = competencies(self.reading, self.style)
        self.layout = Layout.TAILORED
        self.draft = Draft()
        self.body: list[Part] = []
        # By the rules on both sides: a model's reading is of the source only.
        self._source_coverage = read(replace(material, model_reading=None)).match.coverage

    def text(self) -> str:
        if not any(line.text for line in self.resume.lines):
            return self.material.resume
        text, hides = "", False
        for layout in Layout:
            self.layout = layout
            self.draft, self.body = Draft(), [*self._body()]
            text = self.draft.settle(self._parts, self._objections)
            # A job that is read out of the source and not out of this text, or a requirement that the source shows
            # and this text does not: go back towards the source.
            hides = self._hides(text)
            if not hides and not any(objection.line == 0 for objection in self._objections(text)):
                return text
        return self.material.resume if hides else text

    def _hides(self, text: str) -> bool:
        """Whether less of what the ad asks for is found in a text than in the resume that it was made of."""
        coverage = match(text, self.reading.ad, today=self.material.today).coverage or 0.0
        return coverage < (self._source_coverage or 0.0) - _COVERAGE_TOLERANCE

    def _objections(self, text: str) -> list[Objection]:
        return [*fact_objections(text, DocumentType.OPTIMIZED_RESUME, self.material), *form_objections(text)]

    def _parts(self) -> list[Part]:
        return self.body

    def _body(self) -> Iterator[Part]:
        spellings = Spellings(self.reading, self.material.resume)
        sections = list(self.resume.sections)
        header = [section for section in sections if section.kind is SectionKind.HEADER][:1]
        profiles = [section for section in sections if section.kind is SectionKind.SUMMARY][:1]
        sentences: list[str] = []
        if header:
            head, sentences = self._header(header[0])
            yield from head
        limits: list[str] = []
        yield from self._summary(profiles[0] if profiles else None, sentences, limits)
        yield from self._competencies()
        for section in sections:
            if section not in header and section not in profiles:
                yield from self._section(section, spellings)
        if limits:
            yield Part.of(f"## {self.frames.text('further')}")
            yield from (Part.of(f"- {text}", bullet=True) for text in limits)

    # Name, summary, competencies.

    def _header(self, section: Section) -> tuple[list[Part], list[str]]:
        """Name and contact lines, and apart from them the sentences that introduce the person."""
        name = self.resume.name
        contact: list[str] = []
        sentences: list[str] = []
        for line in self._lines(section.first_line, section.last_line):
            text = content(line)
            if name and name in text:
                text = text.replace(name, "", 1)
            text = _DOCUMENT_WORD.sub("", text).strip(" |,·•–—-:")
            if not text:
                continue
            is_long = len(text.split()) > 12 and line.number not in self.resume.contact
            (sentences if is_long else contact).append(text)
        parts = ([Part.of(f"# {name}")] if name else []) + ([Part.of("  \n".join(contact))] if contact else [])
        return parts, sentences

    def _summary(self, section: Section | None, opening: Sequence[str], limits: list[str]) -> Iterator[Part]:
        """The tailored sentences, then the source's own profile; what denies or limits goes to the end."""
        tailored = [options for options in self._tailored_sentences() if options]
        profile = [*opening]
        listed: list[Part] = []
        if section is not None:
            lines = self._lines(section.first_line + bool(section.heading_line), section.last_line)
            for line, text in blocks(lines, {}):
                if line.kind is LineKind.PARAGRAPH:
                    profile.append(text)
                else:
                    listed.append(Part.of(text, bullet=line.kind in (LineKind.BULLET, LineKind.TABLE)))
        remaining, limited = self._without_limits(profile)
        limits += limited
        if not (tailored or remaining or listed):
            return
        title = section.title if section is not None and section.title else self.frames.text("summary")
        yield Part.of(f"## {title}")
        for index, options in enumerate(tailored):
            yield Part.of(*options, inline=index > 0)
        for index, text in enumerate(remaining):
            yield Part.of(text, inline=bool(tailored) or index > 0)
        yield from listed

    def _without_limits(self, profile: Sequence[str]) -> tuple[list[str], list[str]]:
        """Sentences of a profile, those that deny, limit or speak of something not held apart."""
        language = self.resume.language
        remaining: list[str] = []
        limited: list[str] = []
        for text in profile:
            for part in _SENTENCE.split(text):
                is_limit = is_limited(part, language) or pattern("lines", "not_held", language).search(part)
                (limited if is_limit else remaining).append(part)
        return remaining, limited

    def _tailored_sentences(self) -> Iterator[list[str]]:
        """Each sentence with its versions, the fullest first."""
        studies, roles = self._studies(), jobs(self.reading)
        position = [studies] if studies else self._position_with_years(roles[:1])
        if position:
            yield position
        result = self._best_result_of_studies() if studies else self._best_result(roles)
        if result is not None:
            yield [self.frames.say("sentences.result", line=result)]
        if position:  # a summary that began with a label would read as a list of certificates
            yield from self._formal_sentences()
        if needs := [item.label for item in self.competencies if item.is_work][:_SUMMARY_NEEDS]:
            choices = [list(names) for size in range(len(needs), 0, -1) for names in combinations(needs, size)]
            yield [self.frames.say("sentences.needs", items=self.style.listing(names)) for names in choices]

    def _position_with_years(self, latest: Sequence[Role]) -> list[str]:
        """Return the latest job, first with the years that the ad asks for; nothing without a title or dates."""
        if not latest or not latest[0].title or latest[0].period is None:
            return []
        position = self._position(latest[0])
        years = [item.label for item in self.competencies if item.years_of is latest[0]]
        return [*(f"{position[:-1]} – {label}." for label in years[:1]), position]

    def _formal_sentences(self) -> Iterator[list[str]]:
        """Yield the degrees and papers that the ad asks for, then others."""
        formal = [item for item in self.competencies if not item.is_work and item.years_of is None][:_SUMMARY_NEEDS]
        for item in formal:
            yield [f"{item.label}{self.style.colon} {item.source}.", f"{item.source}."]
        if items := [item for item in papers(self.reading, 2) if item not in {other.source for other in formal}]:
            yield [self.frames.say("sentences.papers", items=self.style.listing(items))]

    def _studies(self) -> str:
        """The degree in progress: it tells more of a student than the job beside it."""
        in_progress = pattern("lines", "in_progress", self.resume.language)
        entries = [entry for entry in self.resume.education if in_progress.search(self.reading.line(entry.line))]
        return sentence(tidy(content(self.resume.lines[entries[0].line - 1]))) if entries else ""

    def _best_result_of_studies(self) -> str | None:
        numbers = [item.number for item in evidence_lines(self.reading) if item.role is None]
        lines = [self.resume.lines[number - 1] for number in numbers]
        short = [line for line in lines if len(line.text.split()) <= _MAX_RESULT_WORDS]
        best = best_result(short, self.resume.language)
        return tidy(content(best)) if best is not None else None

    def _position(self, role: Role) -> str:
        period = role.period
        slots = {"title": self.style.title(role.title, same_language=False), "at": self.style.at(role.employer)}
        if not is_held(role) or period is None:
            return self.frames.say("sentences.last" if slots["at"] else "sentences.held_undated", **slots)
        months = period.months(self.material.today) - 1 if period.start.month else 0
        years = ""
        if months >= 24:
            key = "sentences.more_years" if months % 12 else "sentences.years"
            years = self.frames.text(key).format(years=months // 12)
        return self.frames.say("sentences.held", since=self.style.since(period.start), years=years, **slots)

    def _best_result(self, roles: Sequence[Role]) -> str | None:
        """The best result of the latest job that has one, short enough for a summary."""
        for role in roles[:2]:
            lines = [self.resume.lines[number - 1] for number in role.bullets]
            short = [line for line in lines if len(line.text.split()) <= _MAX_RESULT_WORDS]
            if (best := best_result(short, self.resume.language)) is not None:
                return tidy(content(best))
        return None

    def _competencies(self) -> Iterator[Part]:
        work = [item for item in self.competencies if item.is_work][:MAX_COMPETENCIES]
        if len(work) < _MIN_COMPETENCIES:
            return
        yield Part.of(f"## {self.frames.text('competencies')}")
        for item in work:
            labels = (item.label, *item.terms)
            options = [f"- {label} ({item.source})" if item.source else f"- {label}" for label in labels]
            yield Part.of(*options, bullet=True)

    # The source's own sections.

    def _section(self, section: Section, spellings: Spellings) -> Iterator[Part]:
        if section.heading_line and section.title:
            yield Part.of(f"## {section.title}")
        first = section.first_line + bool(section.heading_line)
        if section.kind is SectionKind.SKILLS:
            yield from self._skills(self._lines(first, section.last_line), spellings)
            return
        if section.kind is SectionKind.EXPERIENCE and self.layout is Layout.SOURCE_LINES:
            yield Part.of(
                "\n".join(line.raw.rstrip() for line in self.resume.lines[first - 1 : section.last_line]).strip()
            )
            return
        roles = [role for role in self.resume.roles if first <= role.first_line and role.last_line <= section.last_line]
        position = first
        runs: list[list[Part]] = []
        between = False
        for role in roles:
            lead = list(self._plain(self._lines(position, role.first_line - 1), spellings))
            between = between or bool(lead and runs)
            runs.append([*lead, *self._role(role, spellings)])
            position = role.last_line + 1
        if not between and self.layout is Layout.TAILORED:
            runs = [runs[index] for index in _held_first(roles)]
        for run in runs:
            yield from run
        yield from self._plain(self._lines(position, section.last_line), spellings)

    def _role(self, role: Role, spellings: Spellings) -> Iterator[Part]:
        lines = self._lines(role.first_line, role.last_line)
        start = next((index for index, line in enumerate(lines) if line.number in role.bullets and index), len(lines))
        head, body = lines[:start], lines[start:]
        if head:
            yield Part.of(f"### {content(head[0])}")
            if below := "  \n".join(content(line) for line in head[1:]):
                yield Part.of(below)
        yield from self._plain(
            ordered_bullets(body, self.relevance) if self.layout is Layout.TAILORED else body, spellings
        )

    def _skills(self, lines: Sequence[Line], spellings: Spellings) -> Iterator[Part]:
        ordered: list[tuple[float, Line]] = []
        for line in lines:
            if line.kind is LineKind.TABLE and line.level:
                continue
            label, items = "", content(line)
            if (match := _LABEL.match(items)) is not None:
                label, items = f"{match['label']} ", match["items"]
            names = [name for name in _ITEMS.split(items.strip()) if name]
            if len(names) > 1 and not items.rstrip().endswith("."):
                text = label + ", ".join(ordered_skills(names, self.relevance))
                kind = LineKind.BULLET if line.kind is LineKind.TABLE else line.kind
                line = replace(line, text=text, raw="", kind=kind)
            ordered.append((self.relevance.of_text(line.text), line))
        if all(line.kind is LineKind.BULLET and line.level == 0 for _, line in ordered):
            limited = [strength(line.text, self.resume.language) is Strength.LIMIT for _, line in ordered]
            order = sorted(range(len(ordered)), key=lambda index: (limited[index], -ordered[index][0]))
            ordered = [ordered[index] for index in order]
        yield from self._plain([line for _, line in ordered], spellings)

    def _plain(self, lines: Sequence[Line], spellings: Spellings) -> Iterator[Part]:
        for line, text in blocks(lines, {}):
            respelled = spellings.applied(line, text)
            yield Part.of(respelled, text, bullet=line.kind in (LineKind.BULLET, LineKind.TABLE))

    def _lines(self, first: int, last: int) -> list[Line]:
        skipped = (LineKind.BLANK, LineKind.CONTINUATION)
        return [line for line in self.resume.lines[first - 1 : last] if line.kind not in skipped and line.text]


def _held_first(roles: Sequence[Role]) -> list[int]:
    """The order of jobs: those held today before the others, otherwise as in the source."""
    if any(role.period is None for role in roles):
        return list(range(len(roles)))
    return sorted(range(len(roles)), key=lambda index: not recency_key(roles[index])[0])
