"""The research report, without a model: what the ad asks, what the resume shows of it, and what follows from that.

It is written in the language of the ad, as its reader will need the ad's words; quotes of the resume stay as they are.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from jobforge.documents.offline.availability import NEGATED, own_conditions, permit_line
from jobforge.documents.offline.legacy.telling import tidy
from jobforge.documents.offline.legacy.wording import Wording
from jobforge.documents.offline.requirement_advice import Answers
from jobforge.documents.offline.requirement_phrases import plain, short
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.parsed_input import Reading, read
from jobforge.documents.writing_input import Material
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement

_MAX_QUOTES = 4
_MAX_GAPS = 3
_MAX_QUOTE = 45  # words
_APPLYING = re.compile(
    r"@\w|\bclos(?:ing|e[sd]?)\b|deadline|apply (?:by|with|via|at|through)|applications? (?:in|by|via|to|"
    r"are read)|send (?:us|your|a )|by post|cover letter|\bphotos?\b|"
    r"interview|references|background check|bewerbung\w*|bewirb|anschreiben|unterlagen|frist|gespräche|"
    r"probearbeit\w*|candidature|"
    r"lettre de motivation|date limite|entretien|envoye[rz]|candidatura|enviar|fecha límite|entrevista|"
    r"carta de presentación",
    re.IGNORECASE,
)


def compose(material: Material) -> str:
    """A report in Markdown. It claims nothing about the employer that the ad does not say."""
    return _Report(material).text()


class _Report:
    def __init__(self, material: Material) -> None:
        self.material = material
        self.reading: Reading = read(material)
        self.wording: Wording = self.reading.ad_wording
        self.words = self.wording.report
        self.answers = Answers(self.reading)
        self.company = " ".join(material.company_name.split())
        self.role = " ".join(material.role_title.split())

    def text(self) -> str:
        parts = (
            [f"# {self.words.title.format(role=self.role, company=self.company)}"],
            self._brief(),
            self._injections(),
            self._requirements(),
            self._eligibility(),
            self._post(),
            self._keywords(),
            self._warnings(),
            self._questions(),
            self._applying(),
            self._unchecked(),
        )
        return "\n\n".join(block for part in parts for block in part if block) + "\n"

    def _brief(self) -> Iterator[str]:
        yield f"## {self.words.brief}"
        place = _flat(self.reading.ad.place or self.material.location)
        aside = f" ({place})" if place and place.casefold() not in f"{self.company} {self.role}".casefold() else ""
        at = self.wording.where(self.company, "")
        sentences = [self.words.brief_post.format(role=self.role, at=at, place=aside)]
        needs = self.reading.with_status(*RequirementStatus)
        if needs:
            sentences.append(self.words.brief_asks.format(needs=self._quoted(needs[:3])))
        else:
            sentences.append(self.words.brief_asks_nothing)
        gaps = self.reading.with_status(RequirementStatus.MISSING)
        if self.reading.match.low_confidence:
            sentences.append(self.words.brief_low)
        elif gaps:
            said = self.words.brief_gaps if len(gaps) <= _MAX_GAPS else self.words.brief_more_gaps
            sentences.append(said.format(needs=self._quoted(gaps[:_MAX_GAPS])))
        else:
            sentences.append(self.words.brief_fit)
        yield " ".join(sentences)

    def _quoted(self, needs: Sequence[MatchedRequirement]) -> str:
        return self.wording.join([self.wording.quote(self._short(need)) for need in needs])

    def _injections(self) -> Iterator[str]:
        if not self.reading.injections:
            return
        yield f"## {self.words.injections}"
        yield self.words.injections_intro
        changed = _changed_lines(self.material.ad, self.reading.text)
        yield _bullets(
            dict.fromkeys(
                self.words.injection.format(
                    kind=self.words.injection_kinds.get(injection.code, injection.code),
                    line=_line_of(injection.quote, self.material.ad, changed),
                )
                for injection in self.reading.injections
            )
        )

    def _requirements(self) -> Iterator[str]:
        yield f"## {self.words.requirements}"
        needs = self.reading.with_status(*RequirementStatus)
        if not needs:
            yield self.words.none_found
            return
        rows = [self.words.columns, ("---",) * 5]
        for need in needs:
            kind = self.words.must if need.kind is RequirementKind.MUST else self.words.nice
            evidence = self.answers.evidence(need)
            rows.append((plain(need.text), kind, self.words.status[need.status], evidence, self.answers.advice(need)))
        yield "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)

    def _eligibility(self) -> Iterator[str]:
        ad = self.reading.ad
        labels = {
            Topic.PAPER: self.words.licence,
            Topic.LANGUAGE: self.words.language,
            Topic.CONDITION: self.words.condition,
        }
        asked = [
            (labels[topic], plain(need.text), self.answers.words_of(need) if need.evidence else self.answers.said(need))
            for need in self.reading.with_status(*RequirementStatus)
            if (topic := topic_of(need.text)) in labels and need.kind is RequirementKind.MUST
        ]
        if ad.work_permit:
            asked.append((self.words.permit, plain(_flat(ad.work_permit)), permit_line(self.reading)))
        if ad.place:
            posts = [role.place for role in self.reading.resume.roles if role.place]
            asked.append((self.words.place, _flat(ad.place), posts[0] if posts else None))
        own = own_conditions(self.reading)
        if not asked and not own:
            return
        yield f"## {self.words.eligibility}"
        if asked:
            yield self.words.eligibility_intro
            yield _bullets(
                f"{label}{self.wording.colon} {self.wording.quote(text)} → {self._answer(said)}"
                for label, text, said in asked
            )
        if own:
            yield self.words.own_conditions
            yield _bullets(self.wording.quote(line) for line in own)

    def _answer(self, said: str | None) -> str:
        if said is None:
            return self.words.not_in_resume
        return self.words.in_resume.format(quote=self.wording.quote(said))

    def _post(self) -> Iterator[str]:
        ad = self.reading.ad
        quoted = ((self.words.pay, ad.pay), (self.words.contact, ad.contact_name))
        lines = [f"{label}{self.wording.colon} {self.wording.quote(_flat(text))}" for label, text in quoted if text]
        if ad.remote:
            lines.append(f"{self.words.mode}{self.wording.colon} {self.words.modes[ad.remote]}")
        if ad.seniority:
            lines.append(f"{self.words.seniority}{self.wording.colon} {self.words.seniorities[ad.seniority]}")
        known = {need.text for need in self.reading.match.requirements} | {ad.work_permit}
        for label, texts in (
            (self.words.duties, ad.duties),
            (self.words.offers, ad.benefits),
            (self.words.company, ad.company_lines),
        ):
            new = [text for text in texts if text not in known and not _APPLYING.search(text)]
            quotes = [self.wording.quote(plain(text)) for text in new if len(text.split()) <= _MAX_QUOTE]
            if quotes:
                lines.append(f"{label}{self.wording.colon} {f'{self.wording.semicolon} '.join(quotes[:_MAX_QUOTES])}")
        if lines:
            yield f"## {self.words.post}"
            yield _bullets(lines)

    def _keywords(self) -> Iterator[str]:
        words = list(dict.fromkeys(self.reading.ad.keywords))[:20]
        if not words:
            return
        lines = [line.text for line in self.reading.resume.lines if not NEGATED.search(line.text)]
        own = "\n".join(lines).casefold()
        yield f"## {self.words.keywords}"
        groups = (
            (self.words.keywords_in, [word for word in words if word.casefold() in own]),
            (self.words.keywords_out, [word for word in words if word.casefold() not in own]),
        )
        yield _bullets(f"{label}{self.wording.colon} {', '.join(found)}" for label, found in groups if found)

    def _warnings(self) -> Iterator[str]:
        yield f"## {self.words.warnings}"
        lines = []
        for warning in self.reading.ad.warnings:
            quote = f" {self.wording.quote(_flat(warning.quote))}" if warning.quote else ""
            lines.append(self.words.warning_texts.get(warning.code, warning.message) + quote)
        yield _bullets(lines) if lines else self.words.warnings_none

    def _questions(self) -> Iterator[str]:
        open_to_talk = (Topic.SKILL, Topic.YEARS)
        proved, listed, missing = (
            [need for need in self.reading.with_status(status) if topic_of(need.text) in open_to_talk]
            for status in (RequirementStatus.PROVED, RequirementStatus.LISTED, RequirementStatus.MISSING)
        )
        variants = {
            RequirementStatus.PROVED: self.words.question_proved,
            RequirementStatus.LISTED: self.words.question_listed,
            RequirementStatus.MISSING: self.words.question_missing,
        }
        asked = [*proved[:3], *missing[:2], *listed[:1]]
        pairs = []
        for index, need in enumerate(asked):
            name = self.wording.mention(self._asked_about(need), f"{self.reading.text}\n{self.material.resume}")
            shapes = variants[need.status]
            pairs.append((shapes[index % len(shapes)].format(need=name), self._story(need)))
        told = {need.evidence_line for need in asked}
        if (result := self._result(told)) is not None:
            role = self.reading.role_of(result)
            where = f" ({role.employer})" if role and role.employer else ""
            quote = self.wording.quote(tidy(self.reading.line(result)))
            pairs.append((self.words.question_result, self.words.story.format(quote=quote, where=where)))
        pairs.append((self.words.question_motive, self.words.story_motive))
        yield f"## {self.words.questions}"
        yield "\n".join(f"{number}. {question}\n   - {story}" for number, (question, story) in enumerate(pairs, 1))

    def _result(self, told: Container[int | None]) -> int | None:
        """A line of work with a change in figures, not used in another story."""
        lines = (number for role in self.reading.resume.roles for number in role.bullets if number not in told)
        return next((number for number in lines if len(re.findall(r"\d+", self.reading.line(number))) > 1), None)

    def _story(self, need: MatchedRequirement) -> str:
        if not need.evidence:
            return self.words.story_missing
        if need.status is RequirementStatus.LISTED:
            return self.words.story_listed.format(quote=self.wording.quote(self.answers.words_of(need)))
        return self.words.story.format(
            quote=self.wording.quote(self.answers.words_of(need)), where=self.answers.where(need)
        )

    def _applying(self) -> Iterator[str]:
        sentences = (
            plain(sentence)
            for line in self.reading.text.splitlines()
            for sentence in re.split(r"(?<=[^\d][.!?])\s+", line)
            if _APPLYING.search(sentence) and 3 <= len(sentence.split()) <= 40
        )
        found = list(dict.fromkeys(sentences))[:5]
        if found:
            yield f"## {self.words.applying}"
            yield _bullets(self.wording.quote(sentence) for sentence in found)

    def _unchecked(self) -> Iterator[str]:
        yield f"## {self.words.unchecked}"
        yield _bullets(self.words.unchecked_items)

    def _asked_about(self, need: MatchedRequirement) -> str:
        """What an interviewer would name: the work itself, not the years of it."""
        named = [term for term in need.terms if term in need.text and topic_of(term) is Topic.SKILL]
        if topic_of(need.text) is Topic.YEARS and named:
            return named[0]
        return short(need.text, need.terms, self.reading.ad.language, bare=self.wording.names_needs_bare)

    def _short(self, need: MatchedRequirement) -> str:
        return short(need.text, need.terms, self.reading.ad.language)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _cell(text: str) -> str:
    return _flat(text).replace("|", "\\|")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _changed_lines(ad: str, clean: str) -> list[int]:
    """The first line of each run of lines, from 1, of which something was taken out."""
    pairs = list(zip(ad.split("\n"), clean.split("\n"), strict=False))
    changed = [number for number, (raw, left) in enumerate(pairs, 1) if raw != left]
    return [number for number in changed if number - 1 not in changed]


def _line_of(quote: str, ad: str, changed: list[int]) -> int:
    """The line of the ad on which a quote begins; a quote in disguise is taken for the next change."""
    position = ad.find(quote.rstrip("…")[:40])
    if position >= 0:
        return ad.count("\n", 0, position) + 1
    return changed.pop(0) if len(changed) > 1 else (changed or [1])[0]
