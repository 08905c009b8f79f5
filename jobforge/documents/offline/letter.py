"""The cover letter, without a model: what the resume proves of what the ad asks, in the first person."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from jobforge.documents.offline.availability import NEGATED, practical_lines
from jobforge.documents.offline.legacy.telling import Form, Telling, tidy
from jobforge.documents.offline.legacy.wording import Variants, Wording
from jobforge.documents.offline.requirement_phrases import distinct, short
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import Choice, choose, further_lines, jobs, listed_as
from jobforge.documents.offline.user_notes import read_notes
from jobforge.documents.parsed_input import Reading, read
from jobforge.documents.writing_input import Material
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.resumes.parser import LineKind, Role, SectionKind
from jobforge.text.dates import Month
from jobforge.text.language import detect
from jobforge.text.terms import keys, words

# Of the whole letter, from the sender's name to the signature, where there is enough to say: within 180 to 320.
MIN_WORDS = 190
TARGET_WORDS = 235
MAX_WORDS = 310


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
        self.named: dict[tuple[tuple[str, ...], int], list[str]] = {}
        self.name = _in_small_letters(self.reading.resume.name or material.user_name)

    def text(self) -> str:
        choice = choose(self.reading)
        while len(choice.points) > 2 and self._length(choice) > MAX_WORDS:
            choice.drop_weakest()
        striking, others = further_lines(self.reading, choice)
        self._tell(choice, striking[:2], TARGET_WORDS)
        self._tell(choice, others[:4], MIN_WORDS)
        for role in jobs(self.reading):
            if role not in choice.posts and len(choice.posts) < 3 and self._length(choice) < MIN_WORDS:
                choice.posts.append(role)
                striking, others = further_lines(self.reading, choice)
                self._tell(choice, [number for number in (*striking, *others) if number in role.bullets][:2], MIN_WORDS)
        for sentence in (self._introduction(), self._practical(), self._say(self.words.offer)):
            if sentence and choice.posts and self._length(choice) < MIN_WORDS:
                choice.sentences.append(sentence)
        return self._assembled(choice)

    def _tell(self, choice: Choice, lines: Sequence[int], aim: int) -> None:
        """Tell further lines until the letter has as many words as it should."""
        for number in lines:
            if self._length(choice) < aim:
                choice.further.append(number)

    def _length(self, choice: Choice) -> int:
        return len(self._assembled(choice).split())

    def _assembled(self, choice: Choice) -> str:
        self.turns.clear()
        parts = (
            *self._head(),
            self._opening(choice),
            *self._posts(choice),
            _joined([self._papers(), self._listed()]),
            self._own_words(),
            self._all_gaps(),
            _joined([*choice.sentences, self._say(self.words.closing)]),
            self.words.farewell,
            self.name,
        )
        return "\n\n".join(part for part in parts if part) + "\n"

    def _say(self, variants: Variants, **slots: str) -> str:
        """One of `variants`, chosen by the content and in turn; slots filled, spaces and first letter put right."""
        turn = self.turns[variants]
        self.turns[variants] += 1
        said = variants[(crc32((self.seed + variants[0]).encode()) + turn) % len(variants)].format(**slots)
        said = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", said)).replace(",,", ",")
        said = re.sub(r"([.!?…])\.$", r"\1", said)
        return said if variants in self.words.small_openings else _capital(said)

    # The parts of a letter, from top to bottom.

    def _head(self) -> Iterator[str]:
        today = self.material.today
        day = self.wording.day.format(day=today.day, month=self.wording.months[today.month - 1], year=today.year)
        yield "  \n".join(line for line in (self.name, *self._contact()) if line)
        yield "  \n".join(line for line in (day, self.company) if line)
        yield ("**" + self.words.subject.format(role=" ".join(self.material.role_title.split())) + "**")
        contact = self.reading.ad.contact_name
        yield (self.wording.greet(contact) if contact else self.words.dear_team)

    def _contact(self) -> list[str]:
        lines = [self.reading.line(number) for number in self.reading.resume.contact]
        own = re.compile(rf"^{re.escape(self.reading.resume.name or chr(0))}[\s,|·•–—-]*", re.IGNORECASE)
        lines = [own.sub("", line) for line in lines]
        return [line for line in lines if line and line.casefold() != self.name.casefold() and len(line) <= 120][:3]

    def _opening(self, choice: Choice) -> str:
        role = self.role + ("," if "," in self.role and self.wording.names_needs_bare else "")
        if self.company:
            opening = self._say(self.words.opening, role=role, at=self.wording.where(self.company, ""))
        else:
            opening = self._say(self.words.opening_bare, role=self.role)
        shown = [need for need in choice.needs if topic_of(need.text) in (Topic.SKILL, Topic.YEARS)]
        names = self._names(sorted(shown, key=lambda need: need.kind is not RequirementKind.MUST), 3)
        if not names:
            return opening
        return _joined(
            [opening, self._say(self.words.needs if names[1:] else self.words.need, needs=self.wording.join(names))]
        )

    def _posts(self, choice: Choice) -> Iterator[str]:
        if not choice.posts:
            yield self._introduction() or self._say(self.words.thin)
        before: Role | None = None
        waiting = ""
        for role in choice.posts:
            told = list(self._told(role, choice.lines_of(role)))
            paragraph = _joined([waiting, self._held(role, before), *told])
            # A post that says nothing for this ad is named in the paragraph of the next one.
            waiting = paragraph if not told and role is not choice.posts[-1] else ""
            if not waiting:
                yield paragraph
            before = role

    def _held(self, role: Role, before: Role | None) -> str:
        slots = {
            "as_title": self.wording.as_title(role.title or "", self.reading.same_language),
            "where": self.wording.where(role.employer or "", role.place or ""),
        }
        if not (slots["as_title"] or slots["where"]):
            return ""
        period = role.period
        if period is None:
            return self._say(self.words.worked_undated if before is None else self.words.worked_undated_too, **slots)
        slots["start"] = self._month(period.start)
        if period.ongoing or period.end is None:
            return self._say(self.words.works, **slots)
        slots["end"] = self._month(period.end)
        earlier = before is not None and before.period is not None and period.end.index <= before.period.start.index
        return self._say(self.words.worked_before if earlier else self.words.worked, **slots)

    def _told(self, role: Role, lines: Sequence[int]) -> Iterator[str]:
        ongoing = role.period is not None and role.period.ongoing
        for index, number in enumerate(lines):
            line = tidy(self.reading.line(number))
            if self.reading.same_language:
                telling = self.wording.tell(line, ongoing, self.material.resume)
                forms = self.words.further if index else self.words.told
                yield self._say(forms[telling.form][0 if ongoing else 1], text=telling.text, also=_also(telling))
            elif index == 0:
                yield self._say(self.words.foreign, text=self.wording.quote(line))

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
        return self._say(self.words.papers, items=self._listing(items[:3])) if items else ""

    def _listed(self) -> str:
        items: list[str] = []
        for requirement in self.reading.with_status(RequirementStatus.LISTED):
            named = listed_as(requirement)
            if named and named not in items and not NEGATED.search(named):
                items.append(named)
        return self._say(self.words.listed, items=self._listing(items[:4])) if items else ""

    def _own_words(self) -> str:
        """The user's notes, the letter's own before those of the application; in another language they are quoted."""
        sentences: list[str] = []
        for text, most in ((self.material.letter_context, 90), (self.material.application_context, 60)):
            notes = read_notes(text, most)
            if notes and detect(text) is not self.reading.ad.language:
                quoted = self.wording.quote(" ".join(note.text.rstrip(".") + "." for note in notes).rstrip("."))
                sentences.append(self._say(self.words.besides, text=quoted))
                continue
            facts: list[str] = []
            for note in notes:
                telling = self.wording.tell(note.text, False, self.material.resume)
                if note.spoken:
                    sentences.append(note.text)
                elif telling.form is Form.CLAUSE and telling.text.startswith("I "):
                    sentences.append(f"{telling.text}.")
                else:
                    facts.append(note.text)
            if facts:
                sentences.append(self._say(self.words.besides, text=self._listing(facts)))
        return _joined(sentences)

    def _all_gaps(self) -> str:
        musts = self._gaps(RequirementKind.MUST)
        return _joined([musts, self._gaps(RequirementKind.NICE, after_musts=bool(musts))])

    def _gaps(self, kind: RequirementKind, after_musts: bool = False) -> str:
        own = keys(" ".join(self.material.contexts))
        missing = [
            need
            for need in self.reading.with_status(RequirementStatus.MISSING)
            if need.kind is kind
            and topic_of(need.text) is not Topic.CONDITION
            and not any(word.keys & own for word in words(need.text) if word.weight >= 1)
        ]
        names = self._names(missing, 3 if kind is RequirementKind.MUST else 2)
        nice = self.words.gaps_nice if after_musts else self.words.gaps_nice_alone
        variants = self.words.gaps_must if kind is RequirementKind.MUST else nice
        return self._say(variants, gaps=self.wording.join(names)) if names else ""

    def _introduction(self) -> str:
        """How the resume introduces its owner, where it does so in sentences; all it says where it names no jobs."""
        if not self.reading.same_language:
            return ""
        resume, thin = self.reading.resume, not self.reading.resume.roles
        prose = [
            line.text
            for section in resume.sections
            if section.kind in (SectionKind.SUMMARY, SectionKind.HEADER) or (thin and section.kind is SectionKind.OTHER)
            for line in resume.lines[section.first_line - 1 : section.last_line]
            if line.kind is LineKind.PARAGRAPH and line.number not in resume.contact and len(line.text.split()) > 4
        ]
        said = [note for note in read_notes("\n".join(prose), 45) if note.spoken or thin]
        return _joined(note.text.rstrip(".") + "." for note in said if not NEGATED.search(note.text))

    def _practical(self) -> str:
        lines = practical_lines(self.reading)
        if not lines or not self.reading.same_language:
            return ""
        return self._say(self.words.practical, items=self._listing(lines[:3]))

    def _listing(self, items: Sequence[str]) -> str:
        return f"{self.wording.semicolon} ".join(items)

    def _names(self, requirements: Sequence[MatchedRequirement], most: int) -> list[str]:
        """What the letter calls the first few requirements; worked out once, as a letter is put together many times."""
        key = (tuple(need.text for need in requirements), most)
        if key not in self.named:
            texts = f"{self.reading.text}\n{self.material.resume}"
            names = distinct([self._name(need) for need in requirements])[:most]
            self.named[key] = [self.wording.mention(name, texts) for name in names]
        return self.named[key]

    def _name(self, need: MatchedRequirement) -> str:
        name = short(need.text, need.terms, self.reading.ad.language)
        return _proved_alternative(name, need.evidence) if need.evidence else name

    def _month(self, month: Month) -> str:
        if month.month is None:
            return str(month.year)
        return self.wording.month_year.format(month=self.wording.months[month.month - 1], year=month.year)


def _proved_alternative(name: str, line: str) -> str:
    """Of "React Native or React" the one that the line shows; the whole where it shows none or all of them."""
    parts = re.split(r"\s+(?:or|oder|ou|o)\s+", name)
    known = keys(line)
    shown = [part for part in parts if words(part) and all(word.keys & known for word in words(part))]
    return shown[0] if len(parts) > 1 and len(shown) == 1 else name


def _also(telling: Telling) -> str:
    """An English clause that goes on from another one: "I also wrote ..."."""
    return re.sub(r"^I (am |was )?", lambda found: f"I {found[1] or ''}also ", telling.text)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _in_small_letters(name: str) -> str:
    """A name that a resume shouts, as its owner would sign it."""
    return name.title() if name.isupper() else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _without_genders(title: str) -> str:
    """A German or French title without its "(m/w/d)", which nobody says in a sentence."""
    return " ".join(
        re.sub(
            r"\(\s*(?:[mwfhdxi]\s*[/|,]\s*)+[mwfhdxi*]\s*\)|\bH/F\b|\bF/H\b", " ", title, flags=re.IGNORECASE
        ).split()
    )
