"""The gate between what a model wrote and what is kept: a line that the user's own words do not bear out is put back to
its source line or left out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from jobforge.analysis.resume import Role, read_resume
from jobforge.analysis.review import Finding, review
from jobforge.enums import DocumentType, Phase, Severity
from jobforge.phases import STEPS
from jobforge.phases.draft import FENCE, Line, document, unmarked
from jobforge.phases.material import Material
from jobforge.phases.prompts import SYSTEM, evidence
from jobforge.phases.reading import Reading

ROUNDS = 6
"""Putting a line back may bring up another finding; each line is changed at most twice, so few rounds are needed."""

ALIKE = 0.45
"""Share of common words from which a source line is what a line was made of; a named one needs half of it."""

ECHO = 7
"""Words in a row that a document shares with our instructions, or with an order in the ad, by no chance."""

_WORD = re.compile(r"\w+")
_PREFIX = re.compile(r"^\s*(?:#{1,6}|[-*+•]|\d{1,2}[.)])\s+")
_URL = re.compile(r"https?://[^\s)>\]|\"]+")
_ID = re.compile(r"\s*[\[(]?\b[LN]\d{1,3}\b(?:\s*[,–-]\s*[LN]\d{1,3}\b)*[\])]?")
_ANSWER = re.compile(r"^\s*[-*]?\s*(\d{1,4})\s*[|:.)]\s?(.*)$")
_CODE_WORD = re.compile(r"\b(?=\w*[A-Z0-9])\w*(?:[A-Z]\w*[A-Z0-9]|\d\w*[A-Z]|[A-Z]\w*\d)\w*\b")


@dataclass(slots=True)
class Count:
    """What the gate did, for the run's notes."""

    put_back: int = 0
    left_out: int = 0
    restored: int = 0

    def notes(self) -> list[str]:
        said = (
            (self.put_back, "put back to the resume's own words"),
            (self.left_out, "left out because the resume does not bear it out"),
            (self.restored, "restored from the resume"),
        )
        return [f"{count} line{'s' if count > 1 else ''} {what}." for count, what in said if count]


class Gate:
    """Holds a draft of one phase against the material. `cited` are the addresses that a web search gave."""

    def __init__(self, phase: Phase, material: Material, reading: Reading, cited: Iterable[str] = ()) -> None:
        self._type = STEPS[phase].document
        self._material = material
        self._reading = reading
        self._cited = tuple(cited)
        self._sources = evidence(material, reading)
        self._known = "\n".join(
            (material.resume, *material.contexts, reading.text, material.job_url, material.company_name, material.role_title)
        )
        self._echoes = _runs(SYSTEM)
        self._orders: set[str] = set()
        for injection in reading.injections:
            self._echoes |= _runs(injection.quote)
            self._orders |= set(_CODE_WORD.findall(injection.quote)) - set(_CODE_WORD.findall(self._known))
        self._own = self._baseline() if self._type is DocumentType.OPTIMIZED_RESUME else frozenset()

    def problems(self, lines: Sequence[Line]) -> dict[int, list[str]]:
        """What is wrong, by index of the line; under -1 what concerns the document as a whole."""
        found: dict[int, list[str]] = {}
        for finding in self._unborne(lines):
            inside = finding.line and 0 < finding.line <= len(lines) and lines[finding.line - 1].text.strip()
            found.setdefault(finding.line - 1 if inside and finding.line else -1, []).append(finding.message)
        for index, line in enumerate(lines):
            if trouble := self._stray(line):
                found.setdefault(index, []).append(trouble)
        return found

    def repaired(self, lines: Sequence[Line], answer: str, asked: Iterable[int]) -> list[Line]:
        """The draft with the model's corrections of the lines it was asked about, and of no others."""
        open_lines, changed = set(asked), list(lines)
        for row in answer.splitlines():
            if (told := _ANSWER.match(row)) and (index := int(told[1]) - 1) in open_lines:
                line = unmarked(told[2])
                text = "" if line.text.strip() in ("", "-", "–", "—") else line.text.strip()
                changed[index] = replace(changed[index], text=text, evidence=line.evidence)
        return _without_gaps(changed)

    def settle(self, lines: Sequence[Line]) -> tuple[list[Line], Count]:
        """The draft with every line that is still unborne put back to its source or left out. The resume's roles,
        degrees and certificates that are missing come back word for word."""
        kept, count = list(lines), Count()
        for _ in range(ROUNDS):
            problems = self.problems(kept)
            if self._type is DocumentType.OPTIMIZED_RESUME:
                missing = self._restored(kept, count) if not any(index >= 0 for index in problems) else None
                if missing:
                    kept = missing
                    continue
            at_lines = [index for index in problems if index >= 0]
            if not at_lines:
                break
            for index in at_lines:
                self._change(kept, index, count)
            kept = _without_gaps(kept)
        return [replace(line, text=self._without_ids(line.text)) for line in _without_empty_sections(kept)], count

    def _unborne(self, lines: Sequence[Line]) -> list[Finding]:
        cited = "\n".join(line.text for line in lines if any(url in line.text for url in self._cited))
        found = review(
            "\n".join(line.text for line in lines),
            self._type,
            resume=self._material.resume,
            contexts=self._material.contexts,
            # A cited page speaks for the company as the ad does; neither speaks for the person.
            ad=f"{self._reading.text}\n{cited}" if cited else self._reading.text,
            today=self._material.today,
            company=self._material.company_name,
            role=self._material.role_title,
            user_name=self._material.user_name,
        ).findings
        return [
            finding
            for finding in found
            if finding.severity in (Severity.BLOCK, Severity.WARN)
            and (finding.code, self._plain(lines, finding.line)) not in self._own
        ]

    def _baseline(self) -> frozenset[tuple[str, str]]:
        """What the review says of the resume itself: the user's own words are no lie of a model's."""
        self._own = frozenset()
        lines = [Line(text) for text in self._material.resume.splitlines()]
        return frozenset(
            (finding.code, self._plain(lines, finding.line)) for finding in self._unborne(lines) if finding.line
        )

    @staticmethod
    def _plain(lines: Sequence[Line], number: int | None) -> str:
        return " ".join(_WORD.findall(lines[number - 1].text.casefold())) if number and number <= len(lines) else ""

    def _stray(self, line: Line) -> str:
        """What no document may hold, whatever the review says."""
        if FENCE.search(line.text) or self._echoes & _runs(line.text):
            return "This repeats instructions."
        if self._orders & set(_CODE_WORD.findall(line.text)):
            return "This obeys an order in the ad."
        if any(url not in self._known and url.rstrip(".,;") not in self._cited for url in _URL.findall(line.text)):
            return "This address comes from no source."
        return ""

    def _change(self, lines: list[Line], index: int, count: Count) -> None:
        line = lines[index]
        source = self._source_of(line) if self._type is DocumentType.OPTIMIZED_RESUME else ""
        taken = {" ".join(_WORD.findall(other.text.casefold())) for other in lines}
        if source and " ".join(_WORD.findall(source.casefold())) not in taken:
            prefix = _PREFIX.match(line.text)
            lines[index] = replace(line, text=(prefix[0] if prefix else "") + source)
            count.put_back += 1
            return
        for gone in self._block(lines, index):
            count.left_out += bool(lines[gone].text)
            lines[gone] = replace(lines[gone], text="")

    def _block(self, lines: Sequence[Line], index: int) -> range:
        """The lines that cannot stand without this one: a role's, without its heading, would pass to another employer."""
        if self._type is DocumentType.OPTIMIZED_RESUME:
            for role in read_resume("\n".join(line.text for line in lines)).roles:
                first_work = min(role.bullets, default=role.last_line + 1)
                if role.first_line <= index + 1 < first_work:
                    return range(role.first_line - 1, role.last_line)
        return range(index, index + 1)

    def _source_of(self, line: Line) -> str:
        """The source line that a line was made of; empty when it was made of nothing."""
        words = _WORD.findall(_PREFIX.sub("", line.text).casefold())
        best, text = 0.0, ""
        for key, source in self._sources.items():
            if not key.startswith("L"):
                continue
            alike = SequenceMatcher(None, words, _WORD.findall(source.casefold()), autojunk=False).ratio()
            alike *= 2 if key in line.evidence else 1
            if alike > max(best, ALIKE):
                best, text = alike, source
        return text

    def _restored(self, lines: Sequence[Line], count: Count) -> list[Line] | None:
        """The draft with the first role, degree or certificate that it lacks; None when it lacks nothing."""
        source, draft = self._reading.resume, read_resume("\n".join(line.text for line in lines))
        before: Role | None = None
        for role in source.roles:
            there = next((each for each in draft.roles if _same_role(role, each)), None)
            if not there:
                at = before.last_line if before else (draft.roles[0].first_line - 1 if draft.roles else len(lines))
                count.restored += 1
                return _with(lines, at, self._raw(role.first_line, role.last_line))
            before = there
        text = _plain_words("\n".join(line.text for line in lines))
        for entry in (*source.education, *source.certificates):
            if _plain_words(entry.text) not in text and not _mostly_in(entry.text, text):
                kind = next(s.kind for s in source.sections if s.first_line <= entry.line <= s.last_line)
                section = next((s for s in draft.sections if s.kind is kind), None)
                own = next(s for s in source.sections if s.kind is kind)
                heading = self._raw(own.heading_line, own.heading_line) if own.heading_line and not section else []
                at = _last_text(lines, section.last_line) if section else len(lines)
                count.restored += 1
                return _with(lines, at, [*heading, *self._raw(entry.line, entry.line)], gap=not section)
        return None

    def _raw(self, first: int, last: int) -> list[Line]:
        return [Line(line.raw, (f"L{line.number}",)) for line in self._reading.resume.lines[first - 1 : last]]

    def _without_ids(self, text: str) -> str:
        """A text without the ids that stand in its prose, unless the sources themselves say so."""
        return _ID.sub(lambda found: found[0] if found[0].strip(" []()") in self._known else "", text)


def _runs(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {" ".join(words[start : start + ECHO]) for start in range(len(words) - ECHO + 1)}


def _plain_words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _mostly_in(entry: str, text: str) -> bool:
    """Whether an entry is there in other order or punctuation: all its longer words and figures are on the page."""
    there = set(text.split())
    return all(word in there for word in _WORD.findall(entry.casefold()) if len(word) > 2)


def _same_role(one: Role, other: Role) -> bool:
    def alike(mine: str | None, theirs: str | None) -> bool:
        return bool(mine and theirs) and (
            _plain_words(mine or "") in _plain_words(theirs or "") or _plain_words(theirs or "") in _plain_words(mine or "")
        )

    starts = one.period.start if one.period else None, other.period.start if other.period else None
    if starts[0] and starts[1] and starts[0].year != starts[1].year:
        return False
    return alike(one.employer, other.employer) or (not (one.employer and other.employer) and alike(one.title, other.title))


def _with(lines: Sequence[Line], at: int, added: Sequence[Line], gap: bool = True) -> list[Line]:
    space = [Line("")] if gap else []
    return [*lines[:at], *space, *added, *space, *lines[at:]]


def _last_text(lines: Sequence[Line], end: int) -> int:
    while end and not lines[end - 1].text.strip():
        end -= 1
    return end


def _without_gaps(lines: Sequence[Line]) -> list[Line]:
    """Without the lines that were emptied, so that no sentence joins another paragraph in their place."""
    kept: list[Line] = []
    joined = True
    for line in lines:
        if line.text or not line.joined and not kept:
            kept.append(replace(line, joined=line.joined and joined) if line.text else line)
            joined = True
        elif not line.joined:
            kept.append(line)
            joined = False
    return kept


def _without_empty_sections(lines: Sequence[Line]) -> list[Line]:
    """Without headings that head nothing any more."""
    kept: list[Line] = []
    level = 7
    for line in reversed(lines):
        heading = re.match(r"#{1,6}(?= )", line.text)
        if heading:
            if len(heading[0]) >= level:
                continue
            level = len(heading[0])
        elif line.text.strip():
            level = 7
        kept.append(line)
    return kept[::-1]
