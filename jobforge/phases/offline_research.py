"""The research report, without a model: what the ad asks, what the resume shows of it, and what follows from that.

It is written in the language of the ad, as its reader will need the ad's words; quotes of the resume stay as they are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from jobforge.analysis.match import MatchedRequirement
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.phases.material import Material
from jobforge.phases.needs import plain, short
from jobforge.phases.offline_letter import practical_lines
from jobforge.phases.reading import Reading, read
from jobforge.phases.telling import tidy
from jobforge.phases.wording import Variants, Wording

_MOST_QUESTIONS = 6
_MOST_QUOTES = 4
_APPLYING = re.compile(
    r"@\w|\bclos(?:ing|e[sd]?)\b|deadline|apply (?:by|with|via|at|through)|applications? (?:in|by|via|to|are read)|send (?:us|your|a )|by post|cover letter|photo|"
    r"interview|references|background check|bewerbung\w*|bewirb|anschreiben|unterlagen|frist|gespräche|probearbeit\w*|candidature|"
    r"lettre de motivation|date limite|entretien|envoye[rz]|candidatura|enviar|fecha límite|entrevista|carta de presentación",
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
        place = self.reading.ad.place or self.material.location
        sentences = [
            self.words.brief_post.format(role=self.role, company=self.company, place=f" ({_flat(place)})" if place else "")
        ]
        needs = self.reading.with_status(*RequirementStatus)
        musts = [need for need in needs if need.kind is RequirementKind.MUST]
        if needs:
            sentences.append(
                self.words.brief_asks.format(
                    musts=_counted(self.words.must_count, len(musts)),
                    nices=_counted(self.words.nice_count, len(needs) - len(musts)),
                    needs=self.wording.join([self.wording.quote(self._short(need)) for need in needs[:3]]),
                )
            )
            sentences.append(self._fit(needs))
        else:
            sentences += [self.words.brief_asks_nothing, self.words.brief_low]
        yield " ".join(sentences)

    def _fit(self, needs: Sequence[MatchedRequirement]) -> str:
        match = self.reading.match
        if match.low_confidence or match.coverage is None:
            return self.words.brief_low
        counts = {status: sum(need.status is status for need in needs) for status in RequirementStatus}
        return self.words.brief_fit.format(
            proved=counts[RequirementStatus.PROVED],
            listed=counts[RequirementStatus.LISTED],
            missing=counts[RequirementStatus.MISSING],
            percent=round(100 * match.coverage),
        )

    def _injections(self) -> Iterator[str]:
        if not self.reading.injections:
            return
        yield f"## {self.words.injections}"
        yield self.words.injections_intro
        lines = [
            self.words.injection.format(
                kind=injection.code.replace("_", " ").replace(".", ": "), line=_line_of(injection.quote, self.material.ad)
            )
            for injection in self.reading.injections
        ]
        yield _bullets(dict.fromkeys(lines))

    def _requirements(self) -> Iterator[str]:
        yield f"## {self.words.requirements}"
        needs = self.reading.with_status(*RequirementStatus)
        if not needs:
            yield self.words.none_found
            return
        rows = [self.words.columns, ("---",) * 5]
        for need in needs:
            kind = self.words.must if need.kind is RequirementKind.MUST else self.words.nice
            evidence = self._evidence(need)
            rows.append((plain(need.text), kind, self.words.status[need.status], evidence, self._advice(need)))
        yield "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)

    def _evidence(self, need: MatchedRequirement) -> str:
        if not need.evidence:
            return self.words.no_evidence
        role = self.reading.role_of(need.evidence_line)
        where = f" ({role.employer})" if role and role.employer and role.employer not in need.evidence else ""
        return self.wording.quote(tidy(need.evidence)) + where

    def _advice(self, need: MatchedRequirement) -> str:
        if need.status is RequirementStatus.PROVED:
            return self._pick(self.words.advice_proved, need.text)
        if need.status is RequirementStatus.LISTED:
            return self._pick(self.words.advice_listed, need.text)
        if any(plain(need.text) in plain(licence) or plain(licence) in plain(need.text) for licence in self.reading.ad.licences):
            return self.words.advice_paper
        if any(language in need.text for language in self.reading.ad.languages):
            return self.words.advice_language
        if need.kind is RequirementKind.MUST:
            return self._pick(self.words.advice_missing_must, need.text)
        return self._pick(self.words.advice_missing_nice, need.text)

    def _eligibility(self) -> Iterator[str]:
        ad = self.reading.ad
        asked = [(self.words.licence, text) for text in ad.licences] + [(self.words.language, text) for text in ad.languages]
        if ad.work_permit:
            asked.append((self.words.permit, ad.work_permit))
        if ad.place:
            asked.append((self.words.place, ad.place))
        own = practical_lines(self.reading)
        if not asked and not own:
            return
        yield f"## {self.words.eligibility}"
        if asked:
            yield self.words.eligibility_intro
            yield _bullets(f"{label}: {self.wording.quote(plain(text))}; {self._answer(text)}" for label, text in asked)
        if own:
            yield self.words.own_conditions
            yield _bullets(self.wording.quote(line) for line in own)

    def _answer(self, text: str) -> str:
        for need in self.reading.match.requirements:
            if need.evidence and (text in need.text or need.text in text):
                return self.words.in_resume.format(quote=self.wording.quote(tidy(need.evidence)))
        return self.words.not_in_resume

    def _post(self) -> Iterator[str]:
        ad = self.reading.ad
        facts = [
            (label, text)
            for label, text in (
                (self.words.pay, ad.pay),
                (self.words.place, ad.place),
                (self.words.mode, ad.remote),
                (self.words.seniority, ad.seniority),
                (self.words.contact, ad.contact_name),
            )
            if text
        ]
        lines = [f"{label}: {self.wording.quote(_flat(str(text)))}" for label, text in facts]
        for label, quotes in ((self.words.duties, ad.duties), (self.words.company, ad.company_lines)):
            lines += [f"{label}: {self.wording.quote(plain(quote))}" for quote in quotes[:_MOST_QUOTES]]
        if lines:
            yield f"## {self.words.post}"
            yield _bullets(lines)

    def _keywords(self) -> Iterator[str]:
        words = list(dict.fromkeys(self.reading.ad.keywords))[:20]
        if not words:
            return
        own = self.material.resume.casefold()
        yield f"## {self.words.keywords}"
        groups = (
            (self.words.keywords_in, [word for word in words if word.casefold() in own]),
            (self.words.keywords_out, [word for word in words if word.casefold() not in own]),
        )
        yield _bullets(f"{label}: {', '.join(found)}" for label, found in groups if found)

    def _warnings(self) -> Iterator[str]:
        yield f"## {self.words.warnings}"
        yield _bullets(self.reading.ad.warnings) if self.reading.ad.warnings else self.words.warnings_none

    def _questions(self) -> Iterator[str]:
        proved = self.reading.with_status(RequirementStatus.PROVED)
        listed = self.reading.with_status(RequirementStatus.LISTED)
        missing = self.reading.with_status(RequirementStatus.MISSING)
        asked = [*proved[:3], *missing[:2], *listed[:1], *proved[3:], *missing[2:]][:_MOST_QUESTIONS]
        if not asked:
            return
        yield f"## {self.words.questions}"
        variants = {
            RequirementStatus.PROVED: self.words.question_proved,
            RequirementStatus.LISTED: self.words.question_listed,
            RequirementStatus.MISSING: self.words.question_missing,
        }
        lines = []
        for index, need in enumerate(asked):
            name = self.wording.mention(self._short(need), self.reading.text)
            shapes = variants[need.status]
            lines.append(f"{index + 1}. {shapes[index % len(shapes)].format(need=name)}\n   - {self._story(need)}")
        yield "\n".join(lines)

    def _story(self, need: MatchedRequirement) -> str:
        if not need.evidence:
            return self.words.story_missing
        role = self.reading.role_of(need.evidence_line)
        where = f" ({role.employer})" if role and role.employer and role.employer not in need.evidence else ""
        return self.words.story.format(quote=self.wording.quote(tidy(need.evidence)), where=where)

    def _applying(self) -> Iterator[str]:
        sentences = (
            plain(sentence)
            for line in self.reading.text.splitlines()
            for sentence in re.split(r"(?<=[.!?])\s+", line)
            if _APPLYING.search(sentence) and 3 <= len(sentence.split()) <= 40
        )
        found = list(dict.fromkeys(sentences))[:5]
        if found:
            yield f"## {self.words.applying}"
            yield _bullets(self.wording.quote(sentence) for sentence in found)

    def _unchecked(self) -> Iterator[str]:
        yield f"## {self.words.unchecked}"
        yield _bullets(self.words.unchecked_items)

    def _short(self, need: MatchedRequirement) -> str:
        return short(need.text, need.terms, self.reading.ad.language)

    def _pick(self, variants: Variants, key: str) -> str:
        return variants[crc32(key.encode()) % len(variants)]


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _cell(text: str) -> str:
    return _flat(text).replace("|", "\\|")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _counted(forms: tuple[str, str], number: int) -> str:
    return forms[0] if number == 1 else forms[1].format(n=number)


def _line_of(quote: str, ad: str) -> int:
    """The line of the ad on which a quote begins, from 1."""
    first = quote.strip().splitlines()[0] if quote.strip() else ""
    position = ad.find(first)
    return ad.count("\n", 0, position) + 1 if position > 0 else 1
