"""The cover letter, without a model: need, evidence, result, in the applicant's own lines.

A letter never volunteers a gap: those belong to the report. Bullets carry lines of the resume word for word, so that no
grammar has to turn a fragment into a clause; the sentences around them are frames of `languages/xx/letter.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jobforge.ads.parser import Seniority
from jobforge.documents.offline.availability import practical_lines
from jobforge.documents.offline.casing import person_name, settled
from jobforge.documents.offline.country import document_word, is_american
from jobforge.documents.offline.credentials import is_held_now, listed_skills, papers, spoken_languages
from jobforge.documents.offline.document import OfflineDocument
from jobforge.documents.offline.frames import Frames, sentence
from jobforge.documents.offline.letter_opening import Opening
from jobforge.documents.offline.lines import Strength, is_latin, is_limited, tidy
from jobforge.documents.offline.requirement_phrases import as_label, distinct, mention, plain
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import (
    Evidence,
    Point,
    choose,
    jobs,
    need_phrase,
)
from jobforge.documents.offline.self_check import (
    MAX_ROUNDS,
    Draft,
    Objection,
    Part,
    fact_objections,
    form_objections,
    word_objections,
)
from jobforge.documents.offline.style import pattern, style_of
from jobforge.documents.offline.user_notes import read_notes
from jobforge.documents.parsed_input import Reading, read
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, RequirementKind, RequirementStatus
from jobforge.resumes.parser import LineKind, SectionKind, heading_kind
from jobforge.resumes.roles import has_title_word
from jobforge.text.dates import find_periods
from jobforge.text.language import detect
from jobforge.text.terms import keys, words

MIN_WORDS = 120
MAX_WORDS = 250
USUAL_POINTS = 4
MIN_POINTS, MAX_POINTS = 3, 6
_BARS = re.compile(r"\s*\|+\s*")
_STRONG, _FAIR = 0.75, 0.4
_ANSWERED = 0.5  # share of a gap's words in the resume or notes from which on it may be none
_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


def write_letter(material: Material) -> OfflineDocument:
    """Return a letter in the language of the ad. Nothing in it goes beyond the resume and the user's notes."""
    letter = _Letter(material)
    return OfflineDocument(letter.text(), tuple(letter.notes()))


@dataclass(frozen=True, slots=True)
class _Plan:
    """What goes into the letter beside the fixed parts."""

    points: tuple[Point, ...]
    skills: bool = False
    more: bool = False


class _Letter:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.reading: Reading = read(material)
        self.style = style_of(self.reading.ad.language)
        self.role = self.style.without_genders(settled(_BARS.sub(" – ", " ".join(material.role_title.split()))))
        self.company = " ".join(material.company_name.split())
        seed = f"{self.company}|{self.role}|{material.resume[:400]}"
        self.frames = Frames(self.reading.ad.language, "letter", seed)
        self.name = _name(self.reading, material)
        self.jobs = jobs(self.reading)
        self.draft = Draft()

    def text(self) -> str:
        plan = self._plan()
        return self.draft.settle(lambda: self._parts(plan), self._objections)

    def notes(self) -> Iterator[str]:
        """Remarks for the run: what the writer without a model could not do."""
        if not self.reading.same_language:
            source, target = self.reading.resume.language, self.reading.ad.language
            yield (
                f"The resume is in {_LANGUAGES[source]}, the ad in {_LANGUAGES[target]}: the letter names titles, "
                "employers, dates and certificates. A model would translate the rest."
            )
        if any(self._is_foreign(text) for text in self.material.contexts):
            yield "Your notes are in another language than the ad and were left out of the letter."

    # What goes in.

    def _plan(self) -> _Plan:
        points = tuple(choose(self.reading, USUAL_POINTS)) if self.reading.same_language else ()
        plan = _Plan(_worth_telling(points))
        for larger in self._larger_plans(plan):
            if self._length(plan) >= MIN_WORDS:
                break
            plan = larger
        while len(plan.points) > MIN_POINTS - 1 and self._length(plan) > MAX_WORDS:
            plan = replace(plan, points=_without_weakest(plan.points))
        return plan

    def _larger_plans(self, plan: _Plan) -> Iterator[_Plan]:
        plan = replace(plan, skills=True)
        yield plan
        if self.reading.same_language:
            for count in range(len(plan.points) + 1, MAX_POINTS + 1):
                plan = replace(plan, points=tuple(choose(self.reading, count)))
                yield plan
        yield replace(plan, more=True)

    def _length(self, plan: _Plan) -> int:
        return len(self._assembled(plan).split())

    def _assembled(self, plan: _Plan) -> str:
        return self.draft.assembled(self._parts(plan))

    def _parts(self, plan: _Plan) -> list[Part]:
        bullets = [part for part in self._bullets(plan) if self.draft.current(part)]
        opening = Opening(self.reading, self.frames, self.style, self.jobs).part(self.role, self.company)
        parts = [*self._head(), opening]
        if plan.more:
            parts.append(Part.of(self._introducing_sentences()))
        if bullets:
            introduction = self.frames.versions(f"introduction.{self._introduction(plan)}")
            parts += [Part.of(*introduction, *self.frames.versions("introduction.plain")), *bullets]
        for key, items in (("credentials", papers(self.reading)), ("languages", spoken_languages(self.reading))):
            if items:
                parts.append(Part.of(self.frames.say(f"paragraphs.{key}", items=self.style.listing(items))))
        if plan.skills and (skills := listed_skills(self.reading)) and self.reading.same_language:
            parts.append(Part.of(self.frames.say("paragraphs.also", items=self.style.listing(skills))))
        parts.append(Part((self._own_words(),) * (MAX_ROUNDS + 1)))
        if self.material.mention_gaps and (gaps := self._gaps()):
            parts.append(Part.of(self.frames.say("paragraphs.gaps", gaps=gaps, cv=document_word(self.reading.text))))
        parts += [self._closing(plan, bullets), Part.of(self.frames.text("farewell")), Part.of(self.name)]
        return parts

    # From top to bottom.

    def _head(self) -> Iterator[Part]:
        yield Part.of("  \n".join(line for line in (self.name, *self._contact()) if line))
        yield Part.of("  \n".join(line for line in (self._date(), self.company) if line))
        yield Part.of(f"**{self.frames.say('subject', role=self.role)}**")
        yield Part.of(self.style.greeting(self.reading.ad.contact_name), self.style.greeting(None))

    def _date(self) -> str:
        return self.style.day(self.material.today, american=is_american(self.reading.text))

    def _contact(self) -> list[str]:
        personal = re.compile(rf"^{re.escape(self.reading.resume.name or chr(0))}[\s,|·•–—-]*", re.IGNORECASE)
        lines = [personal.sub("", self.reading.line(number)) for number in self.reading.resume.contact]
        parts = [re.sub(r"\s*\|\s*", " · ", line.strip(" |·•")) for line in lines]
        return [line for line in parts if line and line.casefold() != self.name.casefold() and len(line) <= 120][:3]

    def _introduction(self, plan: _Plan) -> str:
        if not self.reading.same_language:
            return "places"
        if not any(point.label for point in plan.points):
            return "plain" if self.jobs else "starter"
        if self._is_starter():
            return "starter"
        fit = self._fit()
        if self._leads_people() and fit >= _FAIR:
            return "lead"
        return "strong" if fit >= _STRONG else "fair" if fit >= _FAIR else "stretch"

    def _introducing_sentences(self) -> str:
        """What the resume itself says of its owner in the first person; where there are no jobs, all it says."""
        if not self.reading.same_language:
            return ""
        resume = self.reading.resume
        kinds = (SectionKind.SUMMARY, SectionKind.HEADER, *(() if resume.roles else (SectionKind.OTHER,)))
        prose = [
            line.text
            for section in resume.sections
            if section.kind in kinds
            for line in resume.lines[section.first_line - 1 : section.last_line]
            if line.kind is LineKind.PARAGRAPH and line.number not in resume.contact and len(line.text.split()) > 4
        ]
        notes = [note for note in read_notes("\n".join(prose), 45) if note.spoken or not resume.roles]
        fitting = [note.text for note in notes if not is_limited(note.text, resume.language) and is_latin(note.text)]
        return " ".join(sentence(text) for text in fitting)

    def _leads_people(self) -> bool:
        """Whether the position is one with responsibility for others: many a manager has none."""
        seniority = self.reading.ad.seniority
        notice = pattern("phrases", "people", self.reading.ad.language).search(self.reading.text) is not None
        return seniority is Seniority.HEAD or (seniority is Seniority.LEAD and notice)

    def _is_starter(self) -> bool:
        return not self.jobs or self.reading.ad.seniority is Seniority.INTERN

    def _fit(self) -> float:
        musts = [need for need in self.reading.match.requirements if need.kind is RequirementKind.MUST]
        answered = [need for need in musts if need.status is not RequirementStatus.MISSING]
        return len(answered) / len(musts) if musts else 0.0

    def _bullets(self, plan: _Plan) -> Iterator[Part]:
        if not self.reading.same_language:
            yield from self._places()
            return
        named: list[str] = []
        for point in plan.points:
            source = self._source(point.evidence, named)
            line = point.evidence.text
            if source:
                line += f" – {source}" if line.endswith(")") else f" ({source})"
            labels = dict.fromkeys([point.label, *self._other_labels(point)] if point.label else [])
            labelled = [f"- **{label}{self.style.colon}** {line}" for label in labels]
            yield Part.of(*labelled, f"- {line}", f"- {point.evidence.text}", bullet=True)

    def _other_labels(self, point: Point) -> list[str]:
        """Terms of the need that stand in the line itself."""
        visible = keys(point.evidence.text)
        terms = [plain(term) for term in (point.need.terms if point.need else ())]
        return [as_label(term) for term in terms if words(term) and all(token.keys & visible for token in words(term))]

    def _source(self, item: Evidence, named: list[str]) -> str:
        """Employer and years; the years are said once, and an employer that the line names is not named again."""
        if item.role is None:
            return _short_source(item.source, item.text)
        source = self.style.role_source(item.role, with_years=False)
        years = self.style.years(item.role.period)
        first = source not in named
        named.append(source)
        parts = [] if source and source.casefold() in item.text.casefold() else [source]
        return ", ".join(part for part in (*parts, years if first else "") if part)

    def _places(self) -> Iterator[Part]:
        """For a resume in another language: jobs with what they prove, no quotation."""
        for role in self.jobs[:MIN_POINTS]:
            needs = [
                phrase
                for need in self.reading.with_status(RequirementStatus.PROVED)
                if topic_of(need.text) in (Topic.SKILL, Topic.YEARS)
                and self.reading.role_of(need.evidence_line) is role
                and (phrase := need_phrase(self.reading, need)) is not None
            ]
            title = self.style.without_genders(role.title or "")
            position = ", ".join(part for part in (title, self.style.role_source(role)) if part)
            if not position:
                continue
            labels = self.style.listing(distinct(needs)[:2])
            labelled = [f"- **{as_label(labels)}{self.style.colon}** {position}"] if labels else []
            yield Part.of(*labelled, f"- {position}", bullet=True)

    def _own_words(self) -> str:
        """The user's notes, the letter's own before those of the application."""
        paragraphs: list[str] = []
        for text, max_words in ((self.material.letter_context, 90), (self.material.application_context, 60)):
            if not text or self._is_foreign(text):
                continue
            notes = read_notes(text, max_words)
            spoken = " ".join(note.text for note in notes if note.spoken)
            facts = [note.text for note in notes if not note.spoken]
            if facts:
                items = f"{self.style.semicolon} ".join(facts)
                spoken = f"{spoken} {self.frames.say('paragraphs.notes', items=items)}".strip()
            if spoken:
                paragraphs.append(spoken)
        return " ".join(paragraphs)

    def _is_foreign(self, text: str) -> bool:
        """Whether notes are long enough to tell their language, and it is not the letter's."""
        return bool(text) and len(text.split()) >= 6 and detect(text) is not self.reading.ad.language

    def _gaps(self) -> str:
        """Missing musts by name; one that half of the words could answer is not called a gap."""
        existing = keys("\n".join((self.material.resume, *self.material.contexts)))
        names: list[str] = []
        for need in self.reading.with_status(RequirementStatus.MISSING):
            if need.kind is not RequirementKind.MUST or topic_of(need.text) in (Topic.CONDITION, Topic.YEARS):
                continue
            phrase = need_phrase(self.reading, need)
            request = [token for token in words(phrase or "") if token.weight >= 1]
            if phrase and sum(bool(token.keys & existing) for token in request) < _ANSWERED * max(len(request), 1):
                names.append(phrase)
        texts = f"{self.reading.text}\n{self.material.resume}"
        quoted = [
            mention(name, self.style, texts) if self.frames.language.value == "en" else self.style.quote(name)
            for name in distinct(names)[:3]
        ]
        return self.style.join(quoted)

    def _closing(self, plan: _Plan, bullets: Sequence[Part]) -> Part:
        sentences: list[str] = []
        if plan.more or not bullets:
            sentences.append(self.frames.say("paragraphs.enclosed", cv=document_word(self.reading.text)))
        kind = "any"
        if self._is_starter():
            kind = "starter"
        elif self._leads_people():
            kind = "lead"
        versions = self.frames.versions(f"closing.{kind}")
        last = versions[0]
        practical = [
            sentence(line)
            for line in practical_lines(self.reading)[:1]
            if self.reading.same_language and is_held_now(line, self.reading)
        ]
        return Part.of(" ".join((*sentences, *practical, last)), " ".join((*sentences, last)), *versions)

    def _objections(self, text: str) -> list[Objection]:
        facts = fact_objections(text, DocumentType.COVER_LETTER, self.material)
        return [*facts, *form_objections(text), *word_objections(text, self.material, "letter")]


def _worth_telling(points: Sequence[Point]) -> tuple[Point, ...]:
    """Points that prove something or show a result or size; bare tasks only where there is little else."""
    good = [point for point in points if point.label or point.need or point.evidence.strength >= Strength.TOOL]
    return tuple(good if len(good) >= MIN_POINTS else points)


def _without_weakest(points: Sequence[Point]) -> tuple[Point, ...]:
    weakest = min(points, key=lambda point: (bool(point.label), point.evidence.strength, point.evidence.recency))
    return tuple(point for point in points if point is not weakest)


def _short_source(source: str, text: str) -> str:
    """The heading that a line outside the jobs stands under, cut to its first parts."""
    parts = re.split(r"\s+[–—|·]\s+|,\s+(?![^()]*\))", source)
    source = ", ".join(part for part in parts[:2] if not find_periods(part) or len(parts) == 1)
    source = re.sub(r"\s*\([^()]*\)$", "", source).strip(" ,")
    return "" if not source or source.casefold() in text.casefold() or len(source.split()) > 8 else source


def _name(reading: Reading, material: Material) -> str:
    """The name that signs: the resume's own, unless it reads like a title and the account has one."""
    name = reading.resume.name
    if name and material.user_name and (has_title_word(name) or heading_kind(name, loose=True)):
        name = material.user_name
    return person_name(tidy(name or material.user_name))
