"""Which lines of a resume a letter tells, and of which posts."""

import re
from dataclasses import dataclass, field

from jobforge.documents.offline.availability import NEGATED
from jobforge.documents.offline.legacy.telling import tidy
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.resumes.parser import Role
from jobforge.text.terms import keys, words

_MAX_LINES = 6
_MAX_LINES_OF_A_ROLE = 3
_MAX_ROLES = 3
_LISTED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Point:
    """A line of work that shows what the ad asks for."""

    number: int
    role: Role
    needs: tuple[MatchedRequirement, ...]
    weight: float


@dataclass(slots=True)
class Choice:
    """What a letter tells: lines that prove a point of the ad, further lines, and posts that are only named."""

    points: list[Point]
    further: list[int] = field(default_factory=list)
    posts: list[Role] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)

    @property
    def needs(self) -> list[MatchedRequirement]:
        return [need for point in self.points for need in point.needs]

    def lines_of(self, role: Role) -> list[int]:
        """The chosen lines of `role`, in the order of the resume."""
        own = [point.number for point in self.points if point.role is role]
        return sorted(own + [number for number in self.further if number in role.bullets])

    def drop_weakest(self) -> None:
        self.points.remove(min(self.points, key=lambda point: point.weight))


def choose(reading: Reading) -> Choice:
    """The lines that say most about the ad's main needs, from at most three posts; the latest post is always told."""
    points = _points(reading)[:_MAX_LINES]
    kept: list[Point] = []
    for point in points:
        roles = [known.role for known in kept]
        most = _MAX_LINES_OF_A_ROLE + all(other.role is point.role for other in points)
        if roles.count(point.role) < most and (point.role in roles or len(set(map(id, roles))) < _MAX_ROLES):
            kept.append(point)
    posts = jobs(reading)
    told = [role for role in posts if role is posts[0] or any(point.role is role for point in kept)]
    return Choice(kept, posts=told)


def jobs(reading: Reading) -> list[Role]:
    """The posts of the resume without breaks between them."""
    return [role for role in reading.resume.roles if not role.career_break and (role.title or role.employer)]


def further_lines(reading: Reading, choice: Choice) -> tuple[list[int], list[int]]:
    """Lines of the told posts that the ad does not ask for: those with a result or a size, and the rest."""
    taken = {point.number for point in choice.points} | set(choice.further)
    lines = {number: reading.line(number) for role in choice.posts for number in role.bullets}
    fit = [
        number
        for number, line in lines.items()
        if number not in taken and 3 <= len(line.split()) <= 24 and not NEGATED.search(line)
    ]
    return [n for n in fit if re.search(r"\d", lines[n])], [n for n in fit if not re.search(r"\d", lines[n])]


def _points(reading: Reading) -> list[Point]:
    proved: dict[int, list[MatchedRequirement]] = {}
    for requirement in reading.with_status(RequirementStatus.PROVED):
        if requirement.evidence_line is not None:
            proved.setdefault(requirement.evidence_line, []).append(requirement)
    points = []
    for number, needs in proved.items():
        role = reading.role_of(number)
        line = reading.line(number)
        if role is None or role.career_break or number not in role.bullets or NEGATED.search(line):
            continue
        weight = sum(2.0 if need.kind is RequirementKind.MUST else 1.0 for need in needs)
        weight += 0.5 * bool(re.search(r"\d", line)) + 0.6 / (1 + reading.resume.roles.index(role))
        points.append(Point(number, role, tuple(needs), weight))
    return sorted(points, key=lambda point: (-point.weight, point.number))


def listed_as(requirement: MatchedRequirement) -> str | None:
    """What the resume calls a thing that it only lists, with a remark in brackets that may limit it."""
    evidence = tidy(requirement.evidence or "")
    asked = frozenset[str]().union(*(word.keys for word in words(requirement.text)))
    for part in re.split(r"\s*[;|•·,]\s*(?![^()]*\))", evidence):
        if len(part.split()) <= _LISTED_WORDS and keys(part) & asked:
            return part
    for term in requirement.terms:
        if found := re.search(rf"(?<!\w){re.escape(term)}(?!\w)(?:\s?\([^()]*\))?", evidence, re.IGNORECASE):
            return found[0]
    return None
