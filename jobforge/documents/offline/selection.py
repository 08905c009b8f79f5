"""Which lines of a resume speak for its owner: proofs of what the ad asks for, results before sizes before tasks.

Evidence outside jobs counts too: projects, studies, placements and voluntary work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from jobforge.documents.offline.lines import Strength, hangs, is_latin, shortened, strength, tidy
from jobforge.documents.offline.requirement_phrases import as_label, distinct, proved_alternative, requirement_label
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.resumes.parser import LineKind, Role, Section, SectionKind
from jobforge.text.dates import find_periods
from jobforge.text.terms import keys, words

MAX_LINE_WORDS = 30
MIN_LINE_WORDS = 3
_WORK = (Topic.SKILL, Topic.YEARS)
_STRENGTH_WEIGHT = 0.7
_NOVEL_WEIGHT = {RequirementKind.MUST: 2.0, RequirementKind.NICE: 1.0}
_YEARS_WEIGHT = 0.5  # a line does not say how long something was done


class Origin(StrEnum):
    """Where a line of evidence stands."""

    JOB = "job"
    STUDIES = "studies"
    PROJECTS = "projects"
    VOLUNTEERING = "volunteering"


_ORIGINS = {
    SectionKind.EDUCATION: Origin.STUDIES,
    SectionKind.PROJECTS: Origin.PROJECTS,
    SectionKind.VOLUNTEERING: Origin.VOLUNTEERING,
    SectionKind.AWARDS: Origin.STUDIES,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line that a document may quote. `text` is verbatim; `needs` are the requirements that it proves."""

    number: int
    text: str
    strength: Strength
    origin: Origin
    role: Role | None
    source: str
    recency: float
    needs: tuple[MatchedRequirement, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A chosen line, and the requirement that it answers in the ad's words (None: it stands for itself)."""

    evidence: Evidence
    label: str | None
    need: MatchedRequirement | None


def jobs(reading: Reading) -> list[Role]:
    """Return the jobs that have begun, those held today first, then by their end; breaks are left out."""
    roles = [role for role in reading.resume.roles if not role.career_break and (role.title or role.employer)]
    begun = [role for role in roles if not has_not_begun(role, reading) and is_latin(f"{role.title} {role.employer}")]
    return sorted(begun, key=lambda role: recency_key(role), reverse=True)


def has_not_begun(role: Role, reading: Reading) -> bool:
    """Whether a job starts after today."""
    if role.period is None:
        return False
    today = reading.today
    start = role.period.start
    return (start.year, start.month or 1) > (today.year, today.month)


def recency_key(role: Role) -> tuple[bool, int, int]:
    """Return a key by which a later job is larger: held today, then the end, then the start. Undated jobs are last."""
    period = role.period
    if period is None:
        return (False, 0, 0)
    held = period.ongoing or period.end is None
    end = period.end.index if period.end is not None and not held else 0
    return (held, end, period.start.index)


def is_held(role: Role | None) -> bool:
    """Whether a job is held today."""
    return role is not None and role.period is not None and (role.period.ongoing or role.period.end is None)


@lru_cache(maxsize=8)
def evidence_lines(reading: Reading) -> tuple[Evidence, ...]:
    """Return every line of the resume that a document may quote as evidence."""
    return tuple(_evidence(reading))


def _evidence(reading: Reading) -> Iterator[Evidence]:
    proved = _proved_by_line(reading)
    order = {id(role): index for index, role in enumerate(jobs(reading))}
    in_roles: set[int] = set()
    for role in reading.resume.roles:
        in_roles.update(range(role.first_line, role.last_line + 1))
        if id(role) not in order:
            continue
        recency = 1.0 if is_held(role) else 0.8 / (1 + order[id(role)])
        for number in role.bullets:
            yield from _line(reading, number, Origin.JOB, role, "", recency, proved)
    for section in reading.resume.sections:
        if section.kind in _ORIGINS:
            for number, source in _lines_outside_jobs(reading, section):
                if number not in in_roles:
                    yield from _line(reading, number, _ORIGINS[section.kind], None, source, 0.5, proved)


def _line(
    reading: Reading,
    number: int,
    origin: Origin,
    role: Role | None,
    source: str,
    recency: float,
    proved: dict[int, list[MatchedRequirement]],
) -> Iterator[Evidence]:
    language = reading.resume.language
    line = reading.line(number)
    text = shortened(line, MAX_LINE_WORDS)
    value = strength(line, language)
    if value is Strength.LIMIT or hangs(text, language) or len(text.split()) < MIN_LINE_WORDS:
        return
    if not is_latin(text) or text.endswith(":") or line.rstrip().endswith(":") or number in reading.resume.contact:
        return
    yield Evidence(number, text, value, origin, role, source, recency, tuple(proved.get(number, ())))


def _lines_outside_jobs(reading: Reading, section: Section) -> Iterator[tuple[int, str]]:
    """The bullets of a section with the heading or dated line that they stand under."""
    # Of the bullets below a degree those with a year of their own are further degrees.
    entries = {
        entry.line
        for entry in (*reading.resume.education, *reading.resume.certificates)
        if entry.year is not None or entry.institution
    }
    source = ""
    first = section.first_line + bool(section.heading_line)
    for line in reading.resume.lines[first - 1 : section.last_line]:
        if line.kind in (LineKind.BLANK, LineKind.CONTINUATION, LineKind.TABLE) or not line.text:
            continue
        is_head = line.kind is LineKind.HEADING or line.bold or (line.kind is not LineKind.BULLET)
        if is_head and (find_periods(line.text) or line.kind is LineKind.HEADING or len(line.text.split()) <= 8):
            source = tidy(line.text)
        elif line.number not in entries or section.kind is not SectionKind.EDUCATION:
            yield line.number, source


def _proved_by_line(reading: Reading) -> dict[int, list[MatchedRequirement]]:
    """The requirements of work that each line proves: its own evidence, and what it says in the requirement's words."""
    proved: dict[int, list[MatchedRequirement]] = {}
    lines = [number for role in reading.resume.roles for number in role.bullets]
    existing = {number: keys(reading.line(number)) for number in lines}
    for need in reading.with_status(RequirementStatus.PROVED):
        if topic_of(need.text) not in _WORK:
            continue
        numbers = {need.evidence_line} if need.evidence_line is not None else set()
        request = [words(term) for term in need.terms if words(term)]
        if not reading.is_limited(need.evidence_line):
            numbers |= {
                number
                for number in lines
                if any(
                    all(token.keys & existing[number] for token in term) for term in request if _says_something(term)
                )
            }
        for number in numbers:
            proved.setdefault(number, []).append(need)
    return proved


def _says_something(term: Sequence[object]) -> bool:
    return sum(getattr(token, "weight", 0.0) for token in term) >= 1


def choose(reading: Reading, count: int) -> list[Point]:
    """Return the `count` lines that say most about the ad's needs, the strongest first; each need is answered once."""
    points: list[Point] = []
    rest = list(evidence_lines(reading))
    answered: set[str] = set()
    labels: list[str] = []
    while rest and len(points) < count:
        best = max(rest, key=lambda item: (_worth(item, answered, points), -item.number))
        rest.remove(best)
        need, phrase = _label_for(reading, best, answered, labels)
        points.append(Point(best, phrase, need))
        answered |= {item.text for item in best.needs}
        if phrase:
            labels.append(phrase)
    return sorted(points, key=lambda point: (point.label is None, not is_must(point.need)))


def is_must(need: MatchedRequirement | None) -> bool:
    """Whether a requirement is one that the ad insists on."""
    return need is not None and need.kind is RequirementKind.MUST


def _worth(item: Evidence, answered: set[str], points: Sequence[Point]) -> float:
    new = [need for need in item.needs if need.text not in answered]
    value = min(4.0, sum(_need_weight(need) for need in new))
    same = sum(point.evidence.role is item.role for point in points) if item.role is not None else 0
    return value + _STRENGTH_WEIGHT * item.strength + item.recency - (1.5 if same >= 3 else 0.0)


def _need_weight(need: MatchedRequirement) -> float:
    return _YEARS_WEIGHT if topic_of(need.text) is Topic.YEARS else _NOVEL_WEIGHT[need.kind]


def _label_for(
    reading: Reading, item: Evidence, answered: set[str], labels: Sequence[str]
) -> tuple[MatchedRequirement | None, str | None]:
    for need in sorted(item.needs, key=lambda need: need.kind is not RequirementKind.MUST):
        if need.text in answered or topic_of(need.text) is Topic.YEARS:
            continue
        phrase = need_phrase(reading, need, item.text)
        if phrase and len(distinct([*labels, phrase])) > len(distinct(labels)) and not _repeats(phrase, item.text):
            return need, as_label(phrase)
    return None, None


def _repeats(phrase: str, text: str) -> bool:
    """Whether a line begins with the very words that its label would say."""
    return text.casefold().startswith(phrase.casefold())


def need_phrase(reading: Reading, need: MatchedRequirement, evidence: str = "") -> str | None:
    """Return a requirement as a noun phrase of the ad; of alternatives the one that the evidence shows."""
    phrase = requirement_label(need.text, need.terms, reading.ad.language)
    if phrase is None:
        return None
    return proved_alternative(phrase, keys(evidence or need.evidence or ""))
