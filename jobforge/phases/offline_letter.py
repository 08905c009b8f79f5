"""The cover letter, without a model: what the resume proves of what the ad asks, in the first person."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from jobforge.analysis.dates import Month
from jobforge.analysis.language import detect
from jobforge.analysis.match import MatchedRequirement
from jobforge.analysis.resume import Role
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.phases.material import Material
from jobforge.phases.needs import distinct, short
from jobforge.phases.notes import read_notes
from jobforge.phases.practicalities import NEGATED, practical_lines
from jobforge.phases.reading import Reading, read
from jobforge.phases.telling import Form, tidy
from jobforge.phases.topics import Topic, topic_of
from jobforge.phases.wording import Variants, Wording

# The whole letter, from the sender's name to the signature, stays between these numbers of words where there is
# enough to say.
LEAST_WORDS = 190
ENOUGH_WORDS = 235
MOST_WORDS = 310
_MOST_LINES = 6
_MOST_LINES_OF_A_ROLE = 3


@dataclass(frozen=True, slots=True)
class Point:
    """A line of work that shows what the ad asks for."""

    number: int
    role: Role
    needs: tuple[MatchedRequirement, ...]
    weight: float


def compose(material: Material) -> str:
    """A letter in Markdown, in the language of the ad. Nothing in it goes beyond the resume and the user's notes."""
    return _Letter(material).text()


class _Letter:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.reading: Reading = read(material)
        self.wording: Wording = self.reading.ad_wording
        self.words = self.wording.letter
        self.company = " ".join(material.company_name.split())
        self.role = _without_genders(material.role_title)
        self.seed = f"{self.company}|{self.role}|{material.resume[:400]}"
        self.turns: Counter[Variants] = Counter()
        self.name = _in_small_letters(self.reading.resume.name or material.user_name)

    def text(self) -> str:
        kept = _spread(_points(self.reading)[:_MOST_LINES])
        extra: list[int] = []
        fillers: list[str] = []
        text = self._assemble(kept, extra, fillers)
        while len(kept) > 2 and _count(text) > MOST_WORDS:
            kept.remove(min(kept, key=lambda point: point.weight))
            text = self._assemble(kept, extra, fillers)
        for number in self._striking(kept):
            if _count(text) < ENOUGH_WORDS:
                extra.append(number)
                text = self._assemble(kept, extra, fillers)
        for filler in (self._practical(), self._say(self.words.offer)):
            if filler and _count(text) < LEAST_WORDS:
                fillers.append(filler)
                text = self._assemble(kept, extra, fillers)
        return text

    def _striking(self, points: Sequence[Point]) -> list[int]:
        """Lines of the told roles that the ad does not ask for but that name a result or a size."""
        told = self._roles(points)
        taken = {point.number for point in points}
        return [
            number
            for role in told
            for number in role.bullets
            if number not in taken
            and re.search(r"\d", self.reading.line(number))
            and len(self.reading.line(number).split()) <= 24
            and not NEGATED.search(self.reading.line(number))
        ][:2]

    def _roles(self, points: Sequence[Point]) -> list[Role]:
        roles = [role for role in self.reading.resume.roles if not role.career_break]
        return [role for role in roles if role is roles[0] or any(point.role is role for point in points)]

    def _assemble(self, points: Sequence[Point], extra: Sequence[int], fillers: Sequence[str]) -> str:
        self.turns.clear()
        paragraphs = [
            self._opening(points),
            *self._posts(points, extra),
            _joined([self._papers(), self._listed()]),
            self._own_words(),
            _joined([self._gaps(RequirementKind.MUST), self._gaps(RequirementKind.NICE)]),
            _joined([*fillers, self._say(self.words.closing)]),
        ]
        return "\n\n".join(part for part in (*self._head(), *paragraphs, self._farewell()) if part) + "\n"

    def _say(self, variants: Variants, **slots: str) -> str:
        """One of `variants`, chosen by the content and in turn, with its slots filled and spaces and first letter put right."""
        turn = self.turns[variants]
        self.turns[variants] += 1
        said = variants[(crc32((self.seed + variants[0]).encode()) + turn) % len(variants)].format(**slots)
        said = re.sub(r"\s+([,.;])", r"\1", re.sub(r"\s{2,}", " ", said)).replace(",,", ",")
        said = re.sub(r"([.!?…])\.$", r"\1", said)
        return said if said.startswith(("hiermit", "auf Ihre", "ich bewerbe")) else _capital(said)

    # The parts of a letter, from top to bottom.

    def _head(self) -> Iterable[str]:
        today = self.material.today
        day = self.wording.day.format(day=today.day, month=self.wording.months[today.month - 1], year=today.year)
        yield "  \n".join(line for line in (self.name, *self._contact()) if line)
        yield "  \n".join(line for line in (day, self.company) if line)
        yield "**" + self.words.subject.format(role=" ".join(self.material.role_title.split())) + "**"
        contact = self.reading.ad.contact_name
        yield self.words.dear_name.format(name=contact) if contact else self.words.dear_team

    def _contact(self) -> list[str]:
        lines = [self.reading.line(number) for number in self.reading.resume.contact]
        return [line for line in lines if line.casefold() != self.name.casefold() and len(line) <= 120][:3]

    def _opening(self, points: Sequence[Point]) -> str:
        role = self.role + ("," if "," in self.role and self.wording.names_needs_bare else "")
        if self.company:
            opening = self._say(self.words.opening, role=role, at=self.wording.where(self.company, ""))
        else:
            opening = self._say(self.words.opening_bare, role=self.role)
        names = self._names([need for point in points for need in point.needs], 3)
        if not names:
            return opening
        return _joined([opening, self._say(self.words.needs if names[1:] else self.words.need, needs=self.wording.join(names))])

    def _posts(self, points: Sequence[Point], extra: Sequence[int]) -> Iterable[str]:
        told = self._roles(points)
        if not told:
            yield self._say(self.words.thin)
        before: Role | None = None
        waiting = ""
        for role in told:
            lines = [point.number for point in points if point.role is role] + [line for line in extra if line in role.bullets]
            if not lines and len(told) == 1:
                lines = [number for number in role.bullets if not NEGATED.search(self.reading.line(number))][:2]
            told_here = list(self._told(role, lines))
            paragraph = _joined([waiting, self._held(role, before), *told_here])
            # A post that says nothing for this ad is named in the paragraph of the next one.
            waiting = paragraph if not told_here and role is not told[-1] else ""
            if not waiting:
                yield paragraph
            before = role

    def _held(self, role: Role, before: Role | None) -> str:
        slots = {
            "as_title": self.wording.as_title(role.title or ""),
            "where": self.wording.where(role.employer or "", role.place or ""),
        }
        if not (slots["as_title"] or slots["where"]):
            return ""
        period = role.period
        if period is None:
            return self._say(self.words.worked_undated, **slots)
        slots["start"] = self._month(period.start)
        if period.ongoing or period.end is None:
            return self._say(self.words.works, **slots)
        slots["end"] = self._month(period.end)
        earlier = before is not None and before.period is not None and period.end.index <= before.period.start.index
        return self._say(self.words.worked_before if earlier else self.words.worked, **slots)

    def _told(self, role: Role, lines: Sequence[int]) -> Iterable[str]:
        ongoing = role.period is not None and role.period.ongoing
        for index, number in enumerate(sorted(lines)):
            line = tidy(self.reading.line(number))
            if not self.reading.same_language:
                if index == 0:
                    yield self._say(self.words.foreign, text=self.wording.quote(line))
                continue
            telling = self.wording.tell(line, ongoing, self.material.resume)
            shapes = (self.words.further if index else self.words.told)[telling.form][0 if ongoing else 1]
            yield self._say(shapes, **self._slots(telling.form, telling.text, shapes))

    @staticmethod
    def _slots(form: Form, text: str, shapes: Variants) -> dict[str, str]:
        slots = {"text": text}
        if any("{also}" in shape for shape in shapes):
            slots["also"] = re.sub(r"^I (am |was )?", lambda found: f"I {found[1] or ''}also ", text)
        return slots

    def _papers(self) -> str:
        entries = {entry.line for entry in (*self.reading.resume.education, *self.reading.resume.certificates)}
        items: list[str] = []
        for requirement in self.reading.with_status(RequirementStatus.PROVED):
            number = requirement.evidence_line
            if number is None or number not in entries:
                continue
            line = tidy(self.reading.line(number))
            if line not in items and len(line.split()) <= 14 and not NEGATED.search(line):
                items.append(line)
        return self._say(self.words.papers, items=_listing(items[:3])) if items else ""

    def _listed(self) -> str:
        items: list[str] = []
        for requirement in self.reading.with_status(RequirementStatus.LISTED):
            named = _named(requirement)
            if named and named not in items and not NEGATED.search(named):
                items.append(named)
        return self._say(self.words.listed, items=_listing(items[:4])) if items else ""

    def _own_words(self) -> str:
        sentences: list[str] = []
        for text, most in ((self.material.letter_context, 90), (self.material.application_context, 60)):
            if not text:
                continue
            notes = read_notes(text, most)
            foreign = detect(text) is not self.reading.ad.language
            said = notes.facts + tuple(f"{sentence.rstrip('.')}" for sentence in notes.sentences) if foreign else notes.facts
            sentences += () if foreign else notes.sentences
            if said:
                listing = _listing(said)
                sentences.append(self._say(self.words.besides, text=self.wording.quote(listing) if foreign else listing))
        return _joined(sentences)

    def _gaps(self, kind: RequirementKind) -> str:
        own = " ".join(self.material.contexts).casefold()
        missing = [
            requirement
            for requirement in self.reading.with_status(RequirementStatus.MISSING)
            if requirement.kind is kind
            and topic_of(requirement.text) is not Topic.CONDITION
            and not any(term.casefold() in own for term in requirement.terms)
        ]
        names = self._names(missing, 3 if kind is RequirementKind.MUST else 2)
        variants = self.words.gaps_must if kind is RequirementKind.MUST else self.words.gaps_nice
        return self._say(variants, gaps=self.wording.join(names)) if names else ""

    def _practical(self) -> str:
        lines = practical_lines(self.reading)
        return self._say(self.words.practical, items=_listing(lines[:3])) if lines and self.reading.same_language else ""

    def _farewell(self) -> str:
        return f"{self.words.farewell}\n\n{self.name}" if self.name else self.words.farewell

    # Words

    def _names(self, requirements: Iterable[MatchedRequirement], most: int) -> list[str]:
        names = [short(need.text, need.terms, self.reading.ad.language) for need in requirements]
        texts = f"{self.reading.text}\n{self.material.resume}"
        return [self.wording.mention(name, texts) for name in distinct(names)[:most]]

    def _month(self, month: Month) -> str:
        if month.month is None:
            return str(month.year)
        return self.wording.month_year.format(month=self.wording.months[month.month - 1], year=month.year)


def _points(reading: Reading) -> list[Point]:
    """The lines of work that prove a requirement, those that say most about the ad's main needs first."""
    proved: dict[int, list[MatchedRequirement]] = {}
    for requirement in reading.with_status(RequirementStatus.PROVED):
        if requirement.evidence_line is not None:
            proved.setdefault(requirement.evidence_line, []).append(requirement)
    points = []
    for number, needs in proved.items():
        role = reading.role_of(number)
        line = reading.line(number)
        if role is None or number not in role.bullets or NEGATED.search(line):
            continue
        weight = sum(2.0 if need.kind is RequirementKind.MUST else 1.0 for need in needs)
        weight += 0.5 * bool(re.search(r"\d", line)) + 0.6 / (1 + reading.resume.roles.index(role))
        points.append(Point(number, role, tuple(needs), weight))
    return sorted(points, key=lambda point: (-point.weight, point.number))


def _spread(points: Sequence[Point]) -> list[Point]:
    """At most three lines of one role and three roles."""
    kept: list[Point] = []
    for point in points:
        roles = [known.role for known in kept]
        most = _MOST_LINES_OF_A_ROLE + all(other.role is point.role for other in points)
        if roles.count(point.role) < most and (point.role in roles or len(set(map(id, roles))) < 3):
            kept.append(point)
    return kept


def _named(requirement: MatchedRequirement) -> str | None:
    """What the resume calls a thing that it only lists, with a remark in brackets that may limit it."""
    evidence = tidy(requirement.evidence or "")
    if 0 < len(evidence.split()) <= 6:
        return evidence
    for term in requirement.terms:
        if found := re.search(rf"(?<!\w){re.escape(term)}(?!\w)(?:\s?\([^()]*\))?", evidence, re.IGNORECASE):
            return found[0]
    return None


def _listing(items: Sequence[str]) -> str:
    """Items as they are, with semicolons between them."""
    return "; ".join(items)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _in_small_letters(name: str) -> str:
    """A name that a resume shouts, as its owner would sign it."""
    return name.title() if name.isupper() else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(text: str) -> int:
    return len(text.split())


def _without_genders(title: str) -> str:
    """A German or French title without its "(m/w/d)", which nobody says in a sentence."""
    return " ".join(re.sub(r"\(\s*(?:[mwfhdxi]\s*[/|,]\s*)+[mwfhdxi*]\s*\)|\bH/F\b|\bF/H\b", " ", title, flags=re.IGNORECASE).split())
