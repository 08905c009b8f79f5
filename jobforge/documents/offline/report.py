"""The research report, without a model: a verdict, what the ad asks, what the resume shows of it, and what follows.

It is written in the language of the ad, as its reader will need the ad's words; quotes of the resume stay as they are.
One match stands behind all of its sections.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from jobforge.documents.offline.document import OfflineDocument
from jobforge.documents.offline.frames import Frames
from jobforge.documents.offline.report_facts import ad_facts
from jobforge.documents.offline.report_questions import Questions
from jobforge.documents.offline.report_verdict import breakers, verdict
from jobforge.documents.offline.requirement_advice import Answers
from jobforge.documents.offline.requirement_phrases import plain
from jobforge.documents.offline.self_check import Draft, Objection, Part, fact_objections, form_objections
from jobforge.documents.offline.style import style_of
from jobforge.documents.parsed_input import Reading, read
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement

MAX_WORDS = 900
_MAX_KEYWORDS = 20
_FEW_KEYWORDS = 8


class Brevity(IntEnum):
    """How much a report leaves out, so that a long ad does not make it longer than a reader takes."""

    FULL = 0
    FEWER_QUESTIONS = 1
    MINIMAL = 2


def write_report(material: Material) -> OfflineDocument:
    """Return a report that claims nothing about the employer beyond what the ad says."""
    return OfflineDocument(_Report(material).text())


class _Report:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.reading: Reading = read(material)
        self.style = style_of(self.reading.ad.language)
        company, role = (" ".join(text.split()) for text in (material.company_name, material.role_title))
        self.frames = Frames(self.reading.ad.language, "report", f"{company}|{role}")
        self.answers = Answers(self.reading, self.frames, self.style)
        self.title = self.frames.say("title", role=role, company=company)
        self.draft = Draft()

    def text(self) -> str:
        parts = self._parts(Brevity.FULL)
        for brevity in Brevity:
            parts = self._parts(brevity)
            if len(self.draft.assembled(parts).split()) <= MAX_WORDS:
                break
        return self.draft.settle(lambda: parts, self._objections)

    def _parts(self, brevity: Brevity) -> list[Part]:
        return [Part.of(f"# {self.title}"), *self._body(brevity)]

    def _objections(self, text: str) -> list[Objection]:
        return [*fact_objections(text, DocumentType.RESEARCH_REPORT, self.material), *form_objections(text)]

    def _body(self, brevity: Brevity) -> Iterator[Part]:
        brief = brevity is not Brevity.FULL
        questions = Questions(self.reading, self.frames, self.style, self.answers, brief=brief)
        facts = ad_facts(self.reading, self.frames, self.style, self.material.location)
        sections: tuple[tuple[str, Iterable[Part]], ...] = (
            ("verdict", self._verdict()),
            ("breakers", _bullets(breakers(self.reading, self.frames, self.style, self.answers))),
            ("injections", self._injections()),
            ("requirements", self._requirements(brevity)),
            ("facts", _bullets(facts)),
            ("keywords", _bullets(self._keywords(_FEW_KEYWORDS if brief else _MAX_KEYWORDS))),
            ("questions", [Part.of(text, bullet=True) for text in questions.of_interviewer()]),
            ("ask", _bullets(questions.of_applicant())),
            ("warnings", self._warnings()),
            ("unchecked", _bullets(self.frames.items("unchecked.items"))),
        )
        for key, parts in sections:
            content = list(parts)
            if content:
                yield Part.of(f"## {self.frames.text(f'headings.{key}')}")
                yield from content

    def _verdict(self) -> Iterator[Part]:
        for index, text in enumerate(verdict(self.reading, self.frames, self.style, self.answers)):
            yield Part.of(text, inline=index > 0)

    def _injections(self) -> Iterator[Part]:
        if not self.reading.injections:
            return
        yield Part.of(self.frames.text("injections.intro"))
        changed = _changed_lines(self.material.ad, self.reading.text)
        kinds = self.frames.mapping("injections.kinds")
        items = dict.fromkeys(
            self.frames.say(
                "injections.item",
                kind=kinds.get(injection.code, injection.code),
                line=str(_line_of(injection.quote, self.material.ad, changed)),
            )
            for injection in self.reading.injections
        )
        yield from _bullets(items)

    def _requirements(self, brevity: Brevity) -> Iterator[Part]:
        needs = self.reading.with_status(*RequirementStatus)
        if not needs:
            return
        columns = self.frames.items("table.columns")
        yield Part.of(f"{_row(columns)}\n{_row(['---'] * len(columns))}")
        for need in needs:
            cells = self._cells(need)
            if brevity is Brevity.MINIMAL and need.kind is RequirementKind.NICE:
                cells = [*cells[:-1], self.frames.text("table.nothing")]
            nothing = [self.frames.text("table.nothing")] * len(cells)
            options = [_row([*cells[:count], *nothing[count:]]) for count in range(len(cells), 2, -1)]
            yield Part.of(*options, bullet=True)

    def _cells(self, need: MatchedRequirement) -> list[str]:
        kind = self.frames.text("table.must" if need.kind is RequirementKind.MUST else "table.nice")
        status = self.frames.text(f"table.{need.status.value}")
        quote = self.answers.quote(need)
        evidence = self.style.quote(quote) + self.answers.where(need) if quote else self.frames.text("table.nothing")
        return [plain(need.text), kind, status, evidence, self.answers.advice(need)]

    def _keywords(self, count: int) -> Iterator[str]:
        """The ad's terms by the status of their requirement: one match, never a second search."""
        present: dict[str, str] = {}
        absent: dict[str, str] = {}
        for need in self.reading.with_status(*RequirementStatus):
            group = absent if need.status is RequirementStatus.MISSING else present
            for term in need.terms:
                if term.casefold() not in present and len(term.split()) <= 6:
                    group.setdefault(term.casefold(), plain(term))
        for key, group in (("present", present), ("absent", absent)):
            terms = [term for folded, term in group.items() if group is present or folded not in present]
            if terms:
                yield f"{self.frames.text(f'keywords.{key}')}{self.style.colon} {', '.join(terms[:count])}"

    def _warnings(self) -> Iterator[Part]:
        texts = self.frames.mapping("warnings.texts")
        lines = []
        for warning in self.reading.ad.warnings:
            quote = f" {self.style.quote(_flat(warning.quote))}" if warning.quote else ""
            lines.append(texts.get(warning.code, warning.message) + quote)
        yield from _bullets(lines) if lines else [Part.of(self.frames.text("warnings.none"))]


def _bullets(lines: Iterable[str]) -> list[Part]:
    return [Part.of(f"- {line}", bullet=True) for line in lines]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_flat(cell).replace("|", "\\|") for cell in cells) + " |"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _changed_lines(ad: str, clean: str) -> list[int]:
    """The first line of each run of lines, from 1, of which something was taken out."""
    pairs = list(zip(ad.split("\n"), clean.split("\n"), strict=False))
    changed = [number for number, (raw, remainder) in enumerate(pairs, 1) if raw != remainder]
    return [number for number in changed if number - 1 not in changed]


def _line_of(quote: str, ad: str, changed: list[int]) -> int:
    """The line of the ad on which a quote begins; a quote in disguise is taken for the next change."""
    position = ad.find(quote.rstrip("…")[:40])
    if position >= 0:
        return ad.count("\n", 0, position) + 1
    return changed.pop(0) if len(changed) > 1 else (changed or [1])[0]
