"""The opening of a letter: the position, and the ad's first need with the strongest place where it was met."""

import re
from collections.abc import Sequence

from jobforge.documents.offline.frames import Frames
from jobforge.documents.offline.requirement_phrases import mention
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import Evidence, evidence_lines, is_held, need_phrase
from jobforge.documents.offline.self_check import Part
from jobforge.documents.offline.style import Style, pattern
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.resumes.parser import Role

_MAX_TITLE_WORDS = 7


class Opening:
    """One or two sentences; where the check objects to the proof, the background stands for it."""

    def __init__(self, reading: Reading, frames: Frames, style: Style, jobs: Sequence[Role]) -> None:
        self.reading = reading
        self.frames = frames
        self.style = style
        self.jobs = jobs
        self.texts = f"{reading.text}\n" + "\n".join(line.text for line in reading.resume.lines)

    def part(self, role: str, company: str) -> Part:
        """Return the opening with what may stand for it."""
        slots = {"role": role, "at": self.style.at(company)}
        position = self.frames.say("position.any", **slots)
        proof = self._first_need()
        background = self._background()
        options = [f"{position} {option}".strip() for option in dict.fromkeys((proof or background, background, ""))]
        return Part.of(*options, self.frames.say("position.bare"))

    def _first_need(self) -> str:
        """The ad's first need that is proved, with the strongest place where it was."""
        for need in self.reading.with_status(RequirementStatus.PROVED):
            if need.kind is not RequirementKind.MUST or topic_of(need.text) not in (Topic.SKILL, Topic.YEARS):
                continue
            evidence = self._place_of(need)
            if topic_of(need.text) is Topic.YEARS and not self._can_count(need, evidence):
                continue
            phrase = need_phrase(self.reading, need)
            if evidence is None or phrase is None:
                continue
            return self._proof(need, phrase, evidence)
        return ""

    def _can_count(self, need: MatchedRequirement, place: Evidence | Role | None) -> bool:
        """Whether a number of years can be told of the job that is held today."""
        role = place.role if isinstance(place, Evidence) else place
        phrase = need_phrase(self.reading, need) or ""
        return is_held(role) and len(phrase.split()) > 3 and pattern("phrases", "years").search(phrase) is not None

    def _place_of(self, need: MatchedRequirement) -> Evidence | Role | None:
        lines = [
            item for item in evidence_lines(self.reading) if any(personal.text == need.text for personal in item.needs)
        ]
        if lines:
            return max(lines, key=lambda item: (item.recency, item.strength))
        role = self.reading.role_of(need.evidence_line)
        return role if role in self.jobs else None

    def _proof(self, need: MatchedRequirement, phrase: str, place: Evidence | Role) -> str:
        role = place.role if isinstance(place, Evidence) else place
        slots = {"need": mention(phrase, self.style, self.texts)}
        if role is None:
            return self.frames.say(f"first_need.{place.origin.value}", **slots) if isinstance(place, Evidence) else ""
        slots |= {"title": self._title(role), "at": self.style.at(role.employer)}
        if not slots["title"]:
            return self.frames.say("first_need.untitled", **slots) if slots["at"] else ""
        if is_held(role):
            if topic_of(need.text) is Topic.YEARS and role.period is not None:
                return self.frames.say("first_need.years_present", since=self.style.since(role.period.start), **slots)
            return self.frames.say("first_need.present", **slots)
        return self.frames.say("first_need.past", **slots)

    def _background(self) -> str:
        role = self.jobs[0] if self.jobs else None
        if role is None or not role.title or (role.period is None and len(self.jobs) > 1):
            return ""
        slots = {"title": self._title(role), "at": self.style.at(role.employer)}
        if not slots["title"]:
            return ""
        return self.frames.say("background.present" if is_held(role) else "background.past", **slots)

    def _title(self, role: Role) -> str:
        """The title for a sentence; empty where it names no person (an internship) or cannot be one."""
        title = " ".join((role.title or "").split())
        if (
            len(title.split()) > _MAX_TITLE_WORDS
            or re.search(r"\d", title)
            or pattern("phrases", "no_person").search(title)
        ):
            return ""
        return self.style.title(role.title or "", self.reading.same_language)
