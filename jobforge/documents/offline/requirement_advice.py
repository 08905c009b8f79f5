"""What the resume answers to one requirement of the ad, and what its owner can do about it."""

from collections import Counter
from collections.abc import Sequence

from jobforge.documents.offline.availability import NEGATED, remarks
from jobforge.documents.offline.legacy.telling import tidy
from jobforge.documents.offline.legacy.wording import Variants
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import listed_as
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.text.markdown import strip_inline
from jobforge.text.terms import Word, keys, words

# The share of a point's words, by weight, from which on a line of the resume speaks about the same thing.
_MIN_OVERLAP = 0.5


class Answers:
    """Answers in the wording of the ad's language; the resume is quoted as it is."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.wording = reading.ad_wording
        self.words = self.wording.report
        self.remarks = remarks(reading)
        self.turns: Counter[Variants] = Counter()
        self.fixed_advice = {
            Topic.PAPER: self.words.advice_paper,
            Topic.LANGUAGE: self.words.advice_language,
            Topic.YEARS: self.words.advice_years,
            Topic.CONDITION: self.words.advice_condition,
        }

    def _next(self, variants: Variants) -> str:
        turn = self.turns[variants]
        self.turns[variants] += 1
        return variants[turn % len(variants)]

    def evidence(self, need: MatchedRequirement) -> str:
        """What the resume says to the point, quoted."""
        if not need.evidence:
            said = self.said(need)
            return self.words.in_resume.format(quote=self.wording.quote(said)) if said else self.words.no_evidence
        return self.wording.quote(self.words_of(need)) + self.where(need)

    def words_of(self, need: MatchedRequirement) -> str:
        """The evidence itself: the line of work, the title of the post, or the one thing out of a list."""
        role = self.reading.role_of(need.evidence_line)
        if role is not None and role.title and need.evidence_line not in role.bullets:
            return role.title
        listed = need.status is RequirementStatus.LISTED or topic_of(need.text) is Topic.LANGUAGE
        return (listed_as(need) if listed else None) or tidy(strip_inline(need.evidence or ""))

    def where(self, need: MatchedRequirement) -> str:
        """The employer whose post the evidence belongs to, in brackets."""
        role = self.reading.role_of(need.evidence_line)
        known = role is not None and role.employer and role.employer not in self.words_of(need)
        return f" ({role.employer})" if role is not None and known else ""

    def advice(self, need: MatchedRequirement) -> str:
        """What to do about the point; empty where there is nothing to do."""
        if need.status is RequirementStatus.PROVED:
            return self._next(self.words.advice_proved)
        topic = topic_of(need.text)
        if topic in self.fixed_advice:
            return "" if need.status is RequirementStatus.LISTED else self.fixed_advice[topic]
        if need.status is RequirementStatus.LISTED:
            return self._next(self.words.advice_listed)
        if nearest := self._nearest(need):
            return self.words.nearest.format(quote=self.wording.quote(nearest))
        missing = need.kind is RequirementKind.MUST
        return self._next(self.words.advice_missing_must if missing else self.words.advice_missing_nice)

    def said(self, need: MatchedRequirement) -> str | None:
        """What the resume says about a point it does not meet: that it is not there, or is less than asked."""
        wanted, asked = keys(need.text), words(need.text)
        counted = topic_of(need.text) in (Topic.PAPER, Topic.LANGUAGE)
        for said in self.remarks:
            denied = [word for word in words(said) if not NEGATED.fullmatch(word.text)]
            if NEGATED.search(said) and _share(denied, wanted) > _MIN_OVERLAP:
                return said
        close = [
            said
            for said in self.remarks
            if counted and len(said.split()) <= 6 and _share(asked, keys(said)) >= _MIN_OVERLAP
        ]
        return max(close, key=lambda said: _share(asked, keys(said)), default=None)

    def _nearest(self, need: MatchedRequirement) -> str | None:
        """The line of work that has most in common with a point the resume does not show, if it has much."""
        if not self.reading.same_language:
            return None
        asked = words(need.text)
        lines = [self.reading.line(number) for role in self.reading.resume.roles for number in role.bullets]
        near = [line for line in lines if len(line.split()) <= 25 and _share(asked, keys(line)) >= _MIN_OVERLAP]
        return tidy(max(near, key=lambda line: _share(asked, keys(line)))) if near else None


def _share(asked: Sequence[Word], known: frozenset[str]) -> float:
    """The share of the words asked for, by weight, that `known` answers."""
    whole = sum(word.weight for word in asked)
    return sum(word.weight for word in asked if word.keys & known) / whole if whole else 0.0
