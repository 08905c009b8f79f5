"""What the resume answers to one requirement of the ad, and what its owner can do about it, case by case."""

from collections.abc import Sequence

from jobforge.documents.offline.availability import remarks
from jobforge.documents.offline.credentials import listed_as
from jobforge.documents.offline.frames import Frames
from jobforge.documents.offline.lines import is_latin, shortened
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import jobs
from jobforge.documents.offline.style import Style, pattern
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.text.terms import Word, keys, words

# The share of a requirement's words, by weight, from which on a line of the resume speaks about the same thing.
_MIN_OVERLAP = 0.5
_MAX_QUOTE_WORDS = 16
_TOP_LINES = 2  # lines of a job that a reader sees first
_RECENT_JOBS = 2


class Answers:
    """Answers in the ad's language; the resume is quoted as it is."""

    def __init__(self, reading: Reading, frames: Frames, style: Style) -> None:
        self.reading = reading
        self.frames = frames
        self.style = style
        self.remarks = remarks(reading)
        self.jobs = jobs(reading)

    def quote(self, need: MatchedRequirement) -> str | None:
        """Return the evidence in the resume's words, or its remark on a requirement that it does not meet."""
        if not need.evidence:
            return self.remark(need)
        role = self.reading.role_of(need.evidence_line)
        if role is not None and role.title and need.evidence_line not in role.bullets:
            return role.title
        is_short = need.status is RequirementStatus.LISTED or topic_of(need.text) is Topic.LANGUAGE
        return (listed_as(need) if is_short else None) or self.short(need.evidence)

    def short(self, line: str) -> str:
        """Return a line, or its first words and an ellipsis where it is long."""
        text = shortened(line, _MAX_QUOTE_WORDS)
        parts = text.split()
        return text if len(parts) <= _MAX_QUOTE_WORDS + 4 else " ".join(parts[:_MAX_QUOTE_WORDS]) + " …"

    def where(self, need: MatchedRequirement) -> str:
        """Return the employer of the evidence in brackets; empty where the evidence names it or has none."""
        role = self.reading.role_of(need.evidence_line)
        if role is None or not role.employer or role.employer in (self.quote(need) or ""):
            return ""
        return f" ({role.employer})"

    def advice(self, need: MatchedRequirement) -> str:
        """Return what to do about the requirement."""
        if need.status is RequirementStatus.PROVED:
            return self._placement(need)
        topic = topic_of(need.text)
        if need.status is RequirementStatus.MISSING and self._is_denied(need):
            return self.frames.text("advice.denied")
        if need.status is RequirementStatus.LISTED:
            return self._use() if topic is Topic.SKILL else self.frames.text("advice.entry")
        if topic is not Topic.SKILL:
            return self.frames.text(f"advice.{topic.value}")
        if nearest := self.nearest(need):
            return self.frames.say("advice.nearest", quote=self.style.quote(self.short(nearest)))
        must = need.kind is RequirementKind.MUST
        return self.frames.text("advice.missing_must" if must else "advice.missing_nice")

    def _placement(self, need: MatchedRequirement) -> str:
        """Where a proof stands, and whether it should move."""
        role = self.reading.role_of(need.evidence_line)
        if role is None:
            return self.frames.text("advice.entry")
        if need.evidence_line not in role.bullets:
            return self.frames.text("advice.title")
        if role in self.jobs[_RECENT_JOBS:]:
            return self.frames.text("advice.older")
        index = role.bullets.index(need.evidence_line)
        if index < _TOP_LINES:
            return self.frames.text("advice.top")
        return self.frames.text("advice.move")

    def _is_denied(self, need: MatchedRequirement) -> bool:
        remark = self.remark(need)
        return (
            remark is not None and pattern("lines", "denial", self.reading.resume.language).search(remark) is not None
        )

    def _use(self) -> str:
        """In which job a skill may have been used that the resume only names."""
        latest = next((role for role in self.jobs if role.employer), None)
        if latest is None:
            return self.frames.text("advice.named_nowhere")
        return self.frames.say("advice.named", at=self.style.at(latest.employer))

    def remark(self, need: MatchedRequirement) -> str | None:
        """Return what the resume says of a requirement it does not meet: that it is not there, or is less."""
        target, request = keys(need.text), words(need.text)
        denial = pattern("lines", "denial", self.reading.resume.language)
        for remark in self.remarks:
            denied = [token for token in words(remark) if not denial.fullmatch(token.text)]
            if denial.search(remark) and _share(denied, target) > _MIN_OVERLAP:
                return remark
        if topic_of(need.text) not in (Topic.PAPER, Topic.LANGUAGE):
            return None
        close = [
            item for item in self.remarks if len(item.split()) <= 6 and _share(request, keys(item)) >= _MIN_OVERLAP
        ]
        return max(close, key=lambda item: _share(request, keys(item)), default=None)

    def nearest(self, need: MatchedRequirement) -> str | None:
        """Return the line of work that has most in common with a requirement the resume does not show."""
        if not self.reading.same_language:
            return None
        request = words(need.text)
        lines = [self.reading.line(number) for role in self.jobs for number in role.bullets]
        adjacent = [line for line in lines if is_latin(line) and _share(request, keys(line)) >= _MIN_OVERLAP]
        return max(adjacent, key=lambda line: _share(request, keys(line)), default=None)


def _share(asked: Sequence[Word], existing: frozenset[str]) -> float:
    """Return the share of the words asked for, by weight, that `known` answers."""
    full = sum(token.weight for token in asked)
    return sum(token.weight for token in asked if token.keys & existing) / full if full else 0.0
