"""The order within a job and a list of skills: results first, what the ad asks for before the rest, limits last."""

from collections.abc import Mapping, Sequence

from jobforge.documents.offline.lines import Strength, strength
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.resumes.parser import Line, LineKind
from jobforge.text.language import Language
from jobforge.text.terms import keys, words

_MUST, _NICE, _TOUCHED = 1.5, 0.8, 0.3
_TOUCHED_SHARE = 0.5
_TOP = 2  # a best result stands among the first two lines of its job


class Relevance:
    """What lines and skills have to do with the ad."""

    def __init__(self, reading: Reading) -> None:
        self.language = reading.resume.language
        self.weights = _line_weights(reading)
        self.asked = [words(need.text) for need in reading.match.requirements]

    def of_line(self, line: Line) -> float:
        """Return the weight of a line of work: what it shows and whether the ad asks for it."""
        value = strength(line.text, self.language)
        if value is Strength.LIMIT:
            return -1.0
        touched = _TOUCHED * min(3.0, self.of_text(line.text))
        return value + (self.weights.get(line.number) or touched)

    def of_text(self, text: str) -> float:
        """Return how much of the requirements a text touches; a stray word in common counts for nothing."""
        existing = keys(text)
        total = 0.0
        for request in self.asked:
            touched = sum(token.weight for token in request if token.keys & existing)
            if touched and touched >= _TOUCHED_SHARE * sum(token.weight for token in request):
                total += touched
        return total


def ordered_bullets(lines: Sequence[Line], relevance: Relevance) -> list[Line]:
    """Return the bullets of a job in their new order, each with the lines that stand below it.

    Lines that are no bullets keep their place: then nothing is moved.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if (line.kind is LineKind.BULLET and line.level == 0) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    if not all(group[0].kind is LineKind.BULLET for group in groups):
        return list(lines)
    best = best_result([group[0] for group in groups], relevance.language)
    moved = sorted(groups, key=lambda group: -relevance.of_line(group[0]))
    if best is not None:
        group = next(group for group in groups if group[0] is best)
        limit = min(groups.index(group), _TOP - 1)
        if moved.index(group) > limit:
            moved.remove(group)
            moved.insert(limit, group)
    return [line for group in moved for line in group]


def best_result(lines: Sequence[Line], language: Language) -> Line | None:
    """Return the line with the best result: the first of those with the most figures; None without a result."""
    results = [line for line in lines if strength(line.text, language) is Strength.RESULT]
    return max(results, key=lambda line: (_figures(line.text), -line.number), default=None)


def ordered_skills(names: Sequence[str], relevance: Relevance) -> list[str]:
    """Return the items of one list: those that the ad asks for first, those with a limit never in front."""
    return sorted(names, key=lambda name: (_is_limited(name, relevance.language), -relevance.of_text(name)))


def _is_limited(name: str, language: Language) -> bool:
    return strength(name, language) is Strength.LIMIT


def _figures(text: str) -> int:
    return sum(token[:1].isdigit() or token[:1] in "£$€" for token in text.split())


def _line_weights(reading: Reading) -> Mapping[int, float]:
    weights: dict[int, float] = {}
    for need in reading.with_status(RequirementStatus.PROVED):
        if need.evidence_line is not None:
            weight = _MUST if need.kind is RequirementKind.MUST else _NICE
            weights[need.evidence_line] = min(2 * _MUST, weights.get(need.evidence_line, 0.0) + weight)
    return weights
