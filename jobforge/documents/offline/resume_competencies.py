"""Core competencies: what the ad asks for and the resume proves, in the ad's words, each with where it is proved."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobforge.documents.offline.casing import settled
from jobforge.documents.offline.credentials import is_held_now, spoken_language, stated
from jobforge.documents.offline.requirement_phrases import (
    as_label,
    distinct,
    plain,
    proved_alternative,
    requirement_label,
)
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.selection import evidence_lines, is_held
from jobforge.documents.offline.style import Style, pattern
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.resumes.parser import Role
from jobforge.text.terms import keys, words

MAX_COMPETENCIES = 8


@dataclass(frozen=True, slots=True)
class Competency:
    """A requirement as the ad names it, and its evidence.

    `terms` are narrower names that the evidence has itself; `years_of` is the job that answers a number of years.
    """

    label: str
    source: str
    terms: tuple[str, ...]
    is_work: bool
    years_of: Role | None = None


def competencies(reading: Reading, style: Style) -> list[Competency]:
    """Return what is proved of the ad's requirements: work first, then years, papers and languages."""
    if not reading.same_language:
        return []
    result = sorted(_competencies(reading, style), key=lambda item: not item.is_work)
    work = distinct([item.label for item in result if item.is_work])
    names = dict.fromkeys([*work, *(item.label for item in result if not item.is_work)])
    by_label = {item.label: item for item in reversed(result)}
    return [by_label[name] for name in names]


def _competencies(reading: Reading, style: Style) -> Iterator[Competency]:
    for need in reading.with_status(RequirementStatus.PROVED, RequirementStatus.LISTED):
        topic = topic_of(need.text)
        phrase = requirement_label(need.text, need.terms, reading.ad.language)
        if phrase is None or reading.is_limited(need.evidence_line):
            continue
        if topic is Topic.SKILL and need.status is RequirementStatus.PROVED:
            yield from _of_work(reading, style, need, phrase)
        elif topic in (Topic.PAPER, Topic.LANGUAGE):
            item = settled(spoken_language(reading, need) or "") if topic is Topic.LANGUAGE else _paper(reading, need)
            phrase = proved_alternative(phrase, keys(item))
            if item and is_held_now(item, reading) and not _repeats(phrase, item):
                yield Competency(as_label(phrase), item, (), is_work=False)
        elif topic is Topic.YEARS:
            yield from _of_years(reading, style, need, phrase)


def _of_work(reading: Reading, style: Style, need: MatchedRequirement, phrase: str) -> Iterator[Competency]:
    line = next((item for item in evidence_lines(reading) if item.number == need.evidence_line), None)
    if line is None:
        return
    visible = keys(line.text)
    source = style.role_source(line.role, with_years=False) if line.role is not None else line.source
    terms = tuple(
        as_label(plain(term))
        for term in need.terms
        if words(term) and all(token.keys & visible for token in words(term)) and len(term.split()) <= 4
    )
    yield Competency(as_label(proved_alternative(phrase, visible)), source, terms, is_work=True)


def _paper(reading: Reading, need: MatchedRequirement) -> str:
    return settled(stated(reading, need) or "")


def _of_years(reading: Reading, style: Style, need: MatchedRequirement, phrase: str) -> Iterator[Competency]:
    """Years are told by the job that is held today, and only where the phrase names a number."""
    role = reading.role_of(need.evidence_line)
    if role is None or role.period is None or not is_held(role) or not role.title:
        return
    if pattern("phrases", "years").search(phrase) and len(phrase.split()) > 3:
        yield Competency(phrase, style.since(role.period.start), (), is_work=False, years_of=role)


def _repeats(phrase: str, item: str) -> bool:
    return phrase.casefold() in item.casefold() or item.casefold() in phrase.casefold()
