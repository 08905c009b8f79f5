"""Questions an interviewer would ask, with the slots of a STAR answer filled from the line that answers them."""

from collections.abc import Iterator

from jobforge.documents.offline.frames import Frames
from jobforge.documents.offline.lines import Strength
from jobforge.documents.offline.report_facts import duties_of, pay
from jobforge.documents.offline.requirement_advice import Answers
from jobforge.documents.offline.requirement_phrases import mention, plain
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import Evidence, evidence_lines, need_phrase
from jobforge.documents.offline.style import Style
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.text.language import Language
from jobforge.text.terms import keys

_OPEN = (Topic.SKILL, Topic.YEARS)
_COUNTS = {RequirementStatus.PROVED: 2, RequirementStatus.MISSING: 2, RequirementStatus.LISTED: 1}
_BRIEF_COUNTS = {RequirementStatus.PROVED: 1, RequirementStatus.MISSING: 1}  # where a long ad fills the report
_MAX_DUTY_WORDS = 14
_ASKED_BY_APPLICANT = 3
_MIN_SHARED = 2  # words of a duty that a line must have to count as a story for it


class Questions:
    """The questions of one report."""

    def __init__(self, reading: Reading, frames: Frames, style: Style, answers: Answers, *, brief: bool) -> None:
        self.brief = brief
        self.counts = _BRIEF_COUNTS if brief else _COUNTS
        self.reading = reading
        self.frames = frames
        self.style = style
        self.answers = answers
        self.used: set[int] = set()

    def of_interviewer(self) -> Iterator[str]:
        """Yield numbered questions with their answers below them."""
        pairs = [*self._about_needs(), *([] if self.brief else self._about_duties()), *self._about_results()]
        pairs.append((self.frames.text("questions.motive"), [self.frames.text("questions.own_answer")]))
        for number, (question, lines) in enumerate(pairs, 1):
            yield f"{number}. {question}\n" + "\n".join(f"   - {line}" for line in lines)

    def _about_needs(self) -> Iterator[tuple[str, list[str]]]:
        for status, count in self.counts.items():
            turn = 0
            for need in self.reading.with_status(status):
                phrase = need_phrase(self.reading, need)
                if turn >= count or phrase is None or topic_of(need.text) is not Topic.SKILL:
                    continue
                if status is RequirementStatus.PROVED and not self._lines_for(need):
                    continue
                name = self._named(phrase)
                yield self.frames.say_next(f"questions.{status.value}", turn, need=name), self._answer(need)
                turn += 1

    def _named(self, phrase: str) -> str:
        if self.style.language is Language.EN:
            return mention(phrase, self.style, f"{self.reading.text}\n{self.answers.reading.ad.title}")
        return self.style.quote(phrase)

    def _answer(self, need: MatchedRequirement) -> list[str]:
        if need.status is RequirementStatus.PROVED:
            lines = self._lines_for(need)
            return self._star(max(lines, key=lambda item: (item.number not in self.used, item.strength, item.recency)))
        if need.status is RequirementStatus.LISTED:
            return [self.frames.text("questions.only_named")]
        nearest = self.answers.nearest(need)
        if nearest is None:
            return [self.frames.text("questions.no_story")]
        quote = self.style.quote(self.answers.short(nearest))
        return [self.frames.say("questions.no_story_nearest", quote=quote, place="")]

    def _lines_for(self, need: MatchedRequirement) -> list[Evidence]:
        return [item for item in evidence_lines(self.reading) if need in item.needs]

    def _star(self, item: Evidence) -> list[str]:
        self.used.add(item.number)
        role = item.role
        position = ""
        if role is not None:
            title = self.style.without_genders(role.title or "")
            position = ", ".join(part for part in (title, self.style.role_source(role)) if part)
        position = position or item.source
        lines = [self.frames.say("questions.situation", place=position)] if position else []
        lines += [
            self.frames.text("questions.task"),
            self.frames.say("questions.action", quote=self.style.quote(self.answers.short(item.text))),
            self.frames.text("questions.result_known" if item.strength is Strength.RESULT else "questions.result_open"),
        ]
        return lines

    def _about_duties(self) -> Iterator[tuple[str, list[str]]]:
        """A duty of the ad that is no requirement already asked about."""
        required = {need.text for need in self.reading.match.requirements}
        for duty in duties_of(self.reading):
            text = plain(duty)
            if duty not in required and 3 <= len(text.split()) <= _MAX_DUTY_WORDS:
                yield self.frames.say("questions.duty", need=self.style.quote(text)), self._answer_to_duty(text)
                return

    def _answer_to_duty(self, duty: str) -> list[str]:
        request = keys(duty)
        adjacent = [item for item in evidence_lines(self.reading) if len(keys(item.text) & request) >= _MIN_SHARED]
        if not adjacent or not self.reading.same_language:
            return [self.frames.text("questions.no_story")]
        return self._star(max(adjacent, key=lambda item: (len(keys(item.text) & request), item.strength)))

    def _about_results(self) -> Iterator[tuple[str, list[str]]]:
        results = [
            item
            for item in evidence_lines(self.reading)
            if item.strength is Strength.RESULT and item.number not in self.used
        ]
        if results:
            best = max(results, key=lambda item: (item.recency, -item.number))
            yield self.frames.text("questions.result"), self._star(best)

    def of_applicant(self) -> Iterator[str]:
        """Yield three questions to ask: first about what the ad leaves out, then about the work."""
        chosen = ["first", "team", "why"] if pay(self.reading) else ["pay", "first", "team"]
        yield from (self.frames.text(f"ask.{key}") for key in chosen[:_ASKED_BY_APPLICANT])
