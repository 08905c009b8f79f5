"""Which of an ad's requirements a resume proves, names or lacks."""

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from jobforge.ads.layout import plain_text
from jobforge.ads.parser import MIN_REQUIREMENTS, Ad, AdRequirement, read_ad
from jobforge.enums import MatchReader, RequirementKind, RequirementStatus
from jobforge.injection.detect import Injection, find_injections, without_injections
from jobforge.matching.evidence import gather
from jobforge.matching.matcher import Answer, Judge
from jobforge.matching.model_reading import Answered, ModelReading, with_reading
from jobforge.resumes.parser import Resume, read_resume
from jobforge.text.language import Language

MUST_WEIGHT, NICE_WEIGHT = 2, 1  # a must counts twice in the coverage
_STATUS = {0: RequirementStatus.MISSING, 1: RequirementStatus.LISTED, 2: RequirementStatus.PROVED}


@dataclass(frozen=True, slots=True)
class MatchedRequirement:
    """A requirement and where the resume stands on it.

    `evidence` is a verbatim quote from `evidence_line` (from 1); `position` are the code points of `text` in the ad,
    None where the ad has it in other words (broken over lines, for example).
    """

    text: str
    kind: RequirementKind
    terms: tuple[str, ...]
    status: RequirementStatus
    evidence: str | None = None
    evidence_line: int | None = None
    position: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """`coverage` is the weighed share of requirements proved or listed, 0.0 to 1.0; None where too little is known.

    `reader` is MODEL where a model's statements were taken.
    """

    requirements: tuple[MatchedRequirement, ...]
    coverage: float | None
    low_confidence: bool
    injections: tuple[Injection, ...]
    reader: MatchReader = MatchReader.RULES


def match(
    resume: str | Resume | None, ad: str | Ad, *, today: date | None = None, reading: ModelReading | None = None
) -> Match:
    """Hold `resume` against what `ad` asks.

    `today` is where jobs that go on are counted to; the day of the call unless given. What is verified of a model's
    `reading` of the two is taken. Without a resume every requirement is missing and no coverage is claimed.
    """
    injections = find_injections(ad) if isinstance(ad, str) else ()
    read = read_ad(without_injections(ad)) if isinstance(ad, str) else ad
    low = read.low_confidence
    if resume is None:
        missing = tuple(
            MatchedRequirement(item.text, item.kind, item.terms, RequirementStatus.MISSING)
            for item in read.requirements
        )
        return Match(_positions(missing, ad) if isinstance(ad, str) else missing, None, low, injections)
    evidence = gather(read_resume(resume) if isinstance(resume, str) else resume)
    if read.language is Language.DE and not evidence.compounds:
        evidence = replace(evidence, compounds=True)
    judge = Judge(evidence, read.title, today or date.today(), read.language)
    answered = [(item, judge.answer(plain_text(html.unescape(item.text)))) for item in read.requirements]
    verified = with_reading(answered, judge, reading) if reading else Answered(tuple(answered))
    matched = tuple(_matched(item, answer) for item, answer in verified.items)
    if isinstance(ad, str):
        matched = _positions(matched, ad)
    low = (low and verified.taken < MIN_REQUIREMENTS) or not evidence.clauses  # a model reads ads that rules do not
    reader = MatchReader.MODEL if verified.taken else MatchReader.RULES
    return Match(matched, None if low else coverage(matched), low, injections, reader)


def _positions(requirements: Sequence[MatchedRequirement], ad: str) -> tuple[MatchedRequirement, ...]:
    """Return the requirements with their places in the ad; one said twice is found twice, in order."""
    placed, reached = [], 0
    for item in requirements:
        start = ad.find(item.text, reached)
        start = start if start >= 0 else ad.find(item.text)
        if start >= 0:
            reached = start
            item = replace(item, position=(start, start + len(item.text)))
        placed.append(item)
    return tuple(placed)


def coverage(requirements: Sequence[MatchedRequirement]) -> float | None:
    """The share of `requirements` that are proved or listed, a must weighing twice; None for none."""
    weights = [
        (MUST_WEIGHT if item.kind is RequirementKind.MUST else NICE_WEIGHT, item.status) for item in requirements
    ]
    total = sum(weight for weight, _ in weights)
    return (
        sum(weight for weight, status in weights if status is not RequirementStatus.MISSING) / total if total else None
    )


def _matched(item: AdRequirement, answer: Answer) -> MatchedRequirement:
    status = _STATUS[answer.standing]
    if status is RequirementStatus.MISSING:
        return MatchedRequirement(item.text, item.kind, item.terms, status)
    return MatchedRequirement(item.text, item.kind, item.terms, status, answer.quote, answer.line)
