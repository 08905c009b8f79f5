"""The gate between what a model wrote and what is kept.

A line that the user's own words do not support is put back to its source line or left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache

from jobforge.documents.llm.answer_filter import chatter
from jobforge.documents.llm.prompts import SYSTEM, evidence
from jobforge.documents.llm.restore import restored
from jobforge.documents.llm.second_reading import MAX_LINES, Verdicts, says_more
from jobforge.documents.llm.stream_parser import FENCE, Line, bare, text_of, unmarked
from jobforge.documents.offline.style import style_of
from jobforge.documents.parsed_input import Reading
from jobforge.documents.phases import PHASES
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Phase, RequirementStatus, Severity
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import soft_codes
from jobforge.factcheck.review import review
from jobforge.matching.match import match
from jobforge.resumes.parser import read_resume

MIN_QUOTED_WORDS = 3
"""Words that a line of the resume has at least when it stands for a sentence: shorter ones are names and dates."""

ROUNDS = 6
"""Putting a line back may bring up another finding; each line is changed at most twice, so few are needed."""

MIN_SIMILARITY = 0.45
"""Share of common words from which a source line is what a line was made of; a named one needs half of it."""

MIN_ECHO_WORDS = 7
"""Words in a row that a document shares with our instructions, or with an order in the ad, by no chance."""

GREETING = 8
"""Words that a salutation has at most."""

STRAY = "guardrail.stray"
"""Code of a change to a line that repeats instructions, obeys an order or names an address from nowhere."""

CITATION = "guardrail.citation"
"""Code of a change to a line that names evidence that does not exist."""

UNVERIFIED_CLAIM = "guardrail.claim"
"""Code of a change to a line with a claim that a second reading found in no source."""

_WORD = re.compile(r"\w+")
_PREFIX = re.compile(r"^\s*(?:#{1,6}|[-*+•]|\d{1,2}[.)])\s+")
_URL = re.compile(r"https?://[^\s)>\]|\"]+")
_ID = re.compile(r"\s*[\[(]?\b[LN]\d{1,3}\b(?:\s*[,–-]\s*[LN]\d{1,3}\b)*[\])]?")
_ANSWER = re.compile(r"^\s*[-*]?\s*(\d{1,4})\s*[|:.)]\s?(.*)$")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_CODE_WORD = re.compile(r"\b(?=\w*[A-Z0-9])\w*(?:[A-Z]\w*[A-Z0-9]|\d\w*[A-Z]|[A-Z]\w*\d)\w*\b")


@dataclass(slots=True)
class Count:
    """What the gate did, for the run's notes."""

    put_back: int = 0
    left_out: int = 0
    restored: int = 0
    hollow: bool = False
    """More of the resume's facts were missing than there: it was no resume that the model wrote."""

    def notes(self) -> list[str]:
        text = (
            (self.put_back, "put back to the resume's own words"),
            (self.left_out, "left out because they could not be verified"),
            (self.restored, "restored from the resume"),
        )
        return [f"{count} line{'s' if count > 1 else ''} {what}." for count, what in text if count]


class Gate:
    """Holds a draft of one phase against the material. `cited` are the addresses that a web search gave."""

    def __init__(self, phase: Phase, material: Material, reading: Reading, cited: Iterable[str] = ()) -> None:
        self._type = PHASES[phase].document
        self._material = material
        self._reading = reading
        self._cited = tuple(cited)
        self.sources = evidence(material, reading)
        """The lines of the resume and of the user's notes, by their ids."""
        self._source_words = {"", *map(bare, self.sources.values())}
        self._continued = {f"L{line.number}" for line in reading.resume.lines if line.kind == "continuation"}
        self._known = "\n".join(
            (
                material.resume,
                *material.contexts,
                reading.text,
                material.job_url,
                material.company_name,
                material.role_title,
            )
        )
        self._echoes = _runs(SYSTEM)
        self._orders: set[str] = set()
        for injection in reading.injections:
            order = _INVISIBLE.sub("", injection.quote)
            self._echoes |= _runs(order)
            self._orders |= set(_CODE_WORD.findall(order)) - set(_CODE_WORD.findall(self._known))
        self._gaps = _gaps(material, reading) if self._type is DocumentType.OPTIMIZED_RESUME else []
        self.reasons: dict[str, tuple[str, str]] = {}
        self.verdicts = Verdicts()
        """Of a second reading, where there was one."""
        self._last: tuple[str | None, Sequence[Finding]] = (None, ())
        self._own: frozenset[tuple[str, str]] = frozenset()
        if self._type is DocumentType.OPTIMIZED_RESUME:
            self._own = self._baseline()

    def problems(self, lines: Sequence[Line]) -> dict[int, list[str]]:
        """What is wrong, by index of the line."""
        result: dict[int, list[str]] = {}

        def add(index: int, code: str, message: str) -> None:
            result.setdefault(index, []).append(message)
            self.reasons.setdefault(bare(lines[index].text), (code, message))

        for finding in self._unborne(lines):
            if (at := _place(finding, lines)) is not None and not self._is_waived(finding, lines[at]):
                add(at, finding.code, finding.message)
        for index, line in enumerate(lines):
            if trouble := self._stray(line):
                add(index, STRAY, trouble)
            if trouble := self._miscited(line):
                add(index, CITATION, trouble)
            if trouble := self.verdicts.complaint(line):
                add(index, UNVERIFIED_CLAIM, trouble)
        return result

    def to_read_again(self, lines: Sequence[Line]) -> list[Line]:
        """Return the lines for a second reading: those in doubt, and those that say more than what they cite."""
        doubted = {
            at
            for finding in self._unborne(lines)
            if finding.code in soft_codes() and (at := _place(finding, lines)) is not None
        }
        chosen = [
            line
            for index, line in enumerate(lines)
            if not (self._is_source(line) or line.text.lstrip().startswith(("#", "|")))
            and (index in doubted or says_more(line, self.sources, self._reading))
        ]
        return chosen[:MAX_LINES]

    def _is_source(self, line: Line) -> bool:
        """Whether a line has a source's own words, or none."""
        return bare(line.text) in self._source_words

    def _is_waived(self, finding: Finding, line: Line) -> bool:
        return finding.code in soft_codes() and bare(line.text) in self.verdicts.supported

    def _miscited(self, line: Line) -> str:
        """Return what is wrong with the lines that a line names as its evidence; a source's own words need none."""
        if self._is_source(line):
            return ""
        unknown = [key for key in line.evidence if key not in self.sources and key not in self._continued]
        return f"There is no line {', '.join(unknown)} in the sources." if unknown else ""

    def passes(self, lines: Sequence[Line]) -> bool:
        """Whether nothing untrue is left. A warning about the document as a whole is for its reader."""
        full = (each for each in self._unborne(lines) if _place(each, lines) is None)
        return not self.problems(lines) and not any(each.severity is Severity.BLOCK for each in full)

    def repaired(self, lines: Sequence[Line], answer: str, asked: Iterable[int]) -> list[Line]:
        """The draft with the model's corrections of the lines it was asked about, and of no others."""
        open_lines, changed, removed = set(asked), list(lines), set()
        for row in answer.splitlines():
            if (notice := _ANSWER.match(row)) and (index := int(notice[1]) - 1) in open_lines:
                line = unmarked(notice[2])
                if line.text.strip() in ("", "-", "–", "—"):
                    removed.add(index)
                else:
                    changed[index] = replace(changed[index], text=line.text.strip(), evidence=line.evidence)
        return _without(changed, removed)

    def settle(self, lines: Sequence[Line]) -> tuple[list[Line], Count]:
        """The draft with every line that is still unborne put back to its source or left out.

        What it lacks of the resume's roles, degrees and certificates comes back."""
        count = Count()
        remaining = self._cleared(lines, count)
        if self._type is DocumentType.OPTIMIZED_RESUME:
            source = self._reading.resume
            remaining, count.restored = restored(remaining, source)
            facts = len(source.roles) + len(source.education) + len(source.certificates)
            count.hollow = bool(facts) and count.restored > facts / 2
            remaining = self._cleared(remaining, count)
        elif self._type is DocumentType.RESEARCH_REPORT:
            remaining = _without_empty_sections(remaining)
        return [replace(line, text=self._without_ids(line.text)) for line in remaining], count

    def _cleared(self, lines: Sequence[Line], count: Count) -> list[Line]:
        remaining = list(lines)
        for _ in range(ROUNDS):
            if not (problems := self.problems(remaining)):
                break
            removed: set[int] = set()
            for index in problems:
                removed |= self._change(remaining, index, count)
            count.left_out += len(removed)
            remaining = _without(remaining, removed)
        return remaining

    def _unborne(self, lines: Sequence[Line]) -> list[Finding]:
        text = text_of(lines)
        # The same draft is looked at by several steps in a row; a review takes some 30 ms.
        if text != self._last[0]:
            self._last = text, self._review(text, lines)
        return [
            finding
            for finding in self._last[1]
            if finding.severity in (Severity.BLOCK, Severity.WARN)
            and (finding.code, self._plain(lines, finding.line)) not in self._own
        ]

    def _review(self, text: str, lines: Sequence[Line]) -> Sequence[Finding]:
        cited = "\n".join(line.text for line in lines if any(url in line.text for url in self._cited))
        return review(
            text,
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

    def _baseline(self) -> frozenset[tuple[str, str]]:
        """What the review says of the resume itself: the user's own words are no lie of a model's."""
        lines = [Line(text) for text in self._material.resume.splitlines()]
        return frozenset(
            (finding.code, self._plain(lines, finding.line)) for finding in self._unborne(lines) if finding.line
        )

    @staticmethod
    def _plain(lines: Sequence[Line], number: int | None) -> str:
        return bare(lines[number - 1].text) if number and number <= len(lines) else ""

    def _stray(self, line: Line) -> str:
        """What no document may hold, whatever the review says."""
        if FENCE.search(line.text) or self._echoes & _runs(line.text):
            return "This repeats instructions."
        if self._orders & set(_CODE_WORD.findall(line.text)):
            return "This obeys an order in the ad."
        if any(url not in self._known and url.rstrip(".,;") not in self._cited for url in _URL.findall(line.text)):
            return "This address comes from no source."
        for term, pattern in self._gaps:
            if pattern.search(line.text):
                return f"The ad asks for {term}, but the resume does not show it."
        return ""

    def _change(self, lines: list[Line], index: int, count: Count) -> set[int]:
        """Put a line back to its source; return the indexes of the lines that have to go because they have none."""
        if self._type is DocumentType.OPTIMIZED_RESUME:
            return set() if self._put_back(lines, index, count) else set(self._block(lines, index))
        if self._type is DocumentType.COVER_LETTER and _greets(lines, index):
            lines[index] = Line(style_of(self._reading.ad.language).greeting(None))
            count.left_out += 1
            return set()
        # A sentence that leans on this one ("There I ...") would speak of something else without it.
        removed: set[int] = set()
        for each in (index, *_dependents(lines, index)):
            if not self._quote(lines, each, count):
                removed.add(each)
        return removed

    def _put_back(self, lines: list[Line], index: int, count: Count) -> bool:
        """Replace a resume's line by the source line it was made of; False where there is none."""
        line = lines[index]
        source = self._source_of(line)
        if not source or bare(source) in {bare(other.text) for other in lines}:
            return False
        prefix = _PREFIX.match(line.text)
        lines[index] = replace(line, text=(prefix[0] if prefix else "") + source)
        count.put_back += 1
        return True

    def _quote(self, lines: list[Line], index: int, count: Count) -> bool:
        """Replace a sentence by the resume's own line that it cites, as a bullet; False where it cites none."""
        line = lines[index]
        if line.text.lstrip().startswith(("|", "#")):
            return False
        written = {bare(other.text) for other in lines}
        for source in self._cited_lines(line):
            if bare(source) not in written:
                lines[index] = Line(f"- {source}", line.evidence)
                if index + 1 < len(lines) and lines[index + 1].joined:
                    lines[index + 1] = replace(lines[index + 1], joined=False)
                count.put_back += 1
                return True
        return False

    def _block(self, lines: Sequence[Line], index: int) -> range:
        """The lines that go with this one: without its heading, a role's work would pass to another."""
        if self._type is DocumentType.OPTIMIZED_RESUME:
            for role in read_resume(text_of(lines)).roles:
                first_work = min(role.bullets, default=role.last_line + 1)
                if role.first_line <= index + 1 < first_work:
                    return range(role.first_line - 1, role.last_line)
        return range(index, index + 1)

    def _source_of(self, line: Line) -> str:
        """The source line that a line was made of; empty when it was made of nothing."""
        words = _WORD.findall(_PREFIX.sub("", line.text).casefold())
        best, text = 0.0, ""
        for key, source in self.sources.items():
            if not key.startswith("L"):
                continue
            alike = SequenceMatcher(None, words, _WORD.findall(source.casefold()), autojunk=False).ratio()
            alike *= 2 if key in line.evidence else 1
            if alike > max(best, MIN_SIMILARITY):
                best, text = alike, source
        return text or next(self._cited_lines(line), "")

    def _cited_lines(self, line: Line) -> Iterator[str]:
        """The lines of the resume that a line cites and that say something by themselves."""
        cited = (self.sources.get(key, "") for key in line.evidence if key.startswith("L"))
        return (source for source in cited if len(source.split()) >= MIN_QUOTED_WORDS)

    def _without_ids(self, text: str) -> str:
        """A text without the ids that stand in its prose, unless the sources themselves say so."""
        return _ID.sub(lambda result: result[0] if result[0].strip(" []()") in self._known else "", text)


@cache
def _dependent() -> re.Pattern[str]:
    """Return the words of all languages with which a sentence leans on the one before it."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, chatter('dependent')))})\b")


def _dependents(lines: Sequence[Line], index: int) -> list[int]:
    """Return the sentences behind this one, in its paragraph, that lean on it."""
    result = []
    for each in range(index + 1, len(lines)):
        if not lines[each].joined or not _dependent().match(lines[each].text.strip()):
            break
        result.append(each)
    return result


def _gaps(material: Material, reading: Reading) -> list[tuple[str, re.Pattern[str]]]:
    """What the ad asks for and the user's own words do not even name. Short names keep their case: Go, R."""
    personal = "\n\n".join((material.resume, *material.contexts))
    missing = [each for each in match(personal, reading.ad).requirements if each.status is RequirementStatus.MISSING]
    patterns = [
        (term, re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE if len(term) > 3 else 0))
        for term in sorted({term for each in missing for term in each.terms if bare(term)})
    ]
    return [(term, pattern) for term, pattern in patterns if not pattern.search(personal)]


def _greets(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the letter's salutation: short, open at its end, and before all sentences."""
    previous = [len(line.text.split()) <= GREETING for line in lines[: index + 1]]
    return all(previous) and lines[index].text.rstrip().endswith((",", ":"))


def _place(finding: Finding, lines: Sequence[Line]) -> int | None:
    """The index of the line that a finding is about; None when it is about the whole."""
    at = (finding.line or 0) - 1
    return at if 0 <= at < len(lines) and lines[at].text.strip() else None


def _runs(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {" ".join(words[start : start + MIN_ECHO_WORDS]) for start in range(len(words) - MIN_ECHO_WORDS + 1)}


def _without(lines: Sequence[Line], removed: set[int]) -> list[Line]:
    """Without these lines. The sentence behind one that began a line begins it now."""
    remaining: list[Line] = []
    begins = False
    for index, line in enumerate(lines):
        if index in removed:
            begins = begins or not line.joined
        else:
            remaining.append(replace(line, joined=line.joined and not begins))
            begins = False
    return remaining


def _without_empty_sections(lines: Sequence[Line]) -> list[Line]:
    """Without headings that head nothing any more."""
    remaining: list[Line] = []
    next_level = 1
    for line in reversed(lines):
        if heading := re.match(r"#{1,6}(?= )", line.text):
            if len(heading[0]) >= next_level:
                continue
            next_level = len(heading[0])
        elif line.text.strip():
            next_level = 7
        remaining.append(line)
    return remaining[::-1]
