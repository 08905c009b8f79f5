"""A model's reading of an ad against a resume, and what of it is taken.

A model reads unusual wording far better than rules do, but nothing obliges it to be right. So each statement is
verified by itself: its quote stands in the ad, its lines exist and carry the weight that it claims, and what is a
matter of figures and papers is decided by the rules. What fails falls back to the rules, requirement by requirement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from jobforge.ads.demands import headcount_asked, languages_asked, licence_classes, lowest_degree, years_asked
from jobforge.ads.requirements import AdRequirement
from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.evidence import Clause
from jobforge.matching.matcher import Answer, Judge, is_paper
from jobforge.matching.requirement_logic import terms_of
from jobforge.text.terms import keys, words

MAX_CLAIMS = 80
MAX_QUOTE_CHARACTERS = 400
MIN_SAME = 0.5
"""Share of the words of both, taken together, from which two texts are the same requirement of an ad."""
MAX_NEW_SHARE = 0.25
"""Share of a quote's words that requirements of the rules may have, for it to be one that the rules overlooked."""
MAX_WRONG_SHARE = 0.2
"""Share of a reading's statements that may be wrong before it is no longer believed beyond the words."""
MIN_MISSING = 2
"""Requirements that the rules do not find in a resume, from which a reading that misses none is uncritical."""
_WHOLE = 0.999
"""Score of an answer that has every word of the requirement."""
_STANDING = {RequirementStatus.MISSING: 0, RequirementStatus.LISTED: 1, RequirementStatus.PROVED: 2}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a model says of one requirement: a verbatim `quote` of the ad, and the resume's `lines`, from 1."""

    quote: str
    kind: RequirementKind
    status: RequirementStatus
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelReading:
    """The statements of one model whose quotes stand in the ad and whose lines exist; `rejected` counts the others."""

    model: str
    claims: tuple[Claim, ...]
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """The requirements with their answers; `taken` counts those of which the model's statement was taken."""

    items: tuple[tuple[AdRequirement, Answer], ...]
    taken: int = 0


def with_reading(items: Sequence[tuple[AdRequirement, Answer]], judge: Judge, reading: ModelReading) -> Answered:
    """Return the rules' requirements and answers, with the model's where they are verified."""
    about = [_about(item, reading) for item, _ in items]
    believed = _is_believed(items, about, judge, reading)
    used = {claim for claims in about for claim in claims}
    result: list[tuple[AdRequirement, Answer]] = []
    taken = 0
    for (item, answer), claims in zip(items, about, strict=True):
        better = _verified(item.text, answer, _combined(claims), judge, believed) if claims else None
        taken += better is not None
        result.append((item, better or answer))
    for claim in reading.claims:
        if believed and claim not in used and _is_new(claim, items):
            item = AdRequirement(claim.quote, claim.kind, terms_of(claim.quote), 0)
            rules = judge.answer(claim.quote)
            result.append((item, _verified(claim.quote, rules, claim, judge, believed) or rules))
            taken += 1
    return Answered(tuple(result), taken)


def _about(item: AdRequirement, reading: ModelReading) -> list[Claim]:
    """Return the statements on this requirement: on it as a whole, or on its parts."""
    own = _keys(item.text)
    whole = max(reading.claims, key=lambda claim: _share(own, _keys(claim.quote)), default=None)
    if whole is not None and _share(own, _keys(whole.quote)) >= MIN_SAME:
        return [whole]
    parts = [claim for claim in reading.claims if (own_keys := _keys(claim.quote)) and own_keys <= own]
    covered = frozenset[str]().union(*(_keys(claim.quote) for claim in parts))
    return parts if len(parts) > 1 and _share(own, covered) >= MIN_SAME else []


def _combined(claims: Sequence[Claim]) -> Claim:
    """Return the statement on the whole of a requirement: as proved as its parts are, listed where some are missing."""
    if len(claims) == 1:
        return claims[0]
    present = [claim for claim in claims if claim.status is not RequirementStatus.MISSING]
    lines = tuple(dict.fromkeys(line for claim in present for line in claim.lines))
    if 2 * len(present) < len(claims):
        status = RequirementStatus.MISSING
    elif len(present) == len(claims) and all(claim.status is RequirementStatus.PROVED for claim in claims):
        status = RequirementStatus.PROVED
    else:
        status = RequirementStatus.LISTED
    return Claim(claims[0].quote, claims[0].kind, status, lines)


def _is_new(claim: Claim, items: Sequence[tuple[AdRequirement, Answer]]) -> bool:
    """Whether the rules overlooked the quote: none of their requirements shares more than a few words with it."""
    quoted = _keys(claim.quote)
    return bool(quoted) and all(len(quoted & _keys(item.text)) <= MAX_NEW_SHARE * len(quoted) for item, _ in items)


def _is_believed(
    items: Sequence[tuple[AdRequirement, Answer]], about: Sequence[list[Claim]], judge: Judge, reading: ModelReading
) -> bool:
    """Whether a reading may be followed where no shared word supports it; `about` has its statements by requirement.

    It may while what can be verified of it holds, and while it has found something missing if the rules have."""
    missing = sum(not answer.standing for _, answer in items)
    found_missing = any(claim.status is RequirementStatus.MISSING for claims in about for claim in claims)
    wrong = reading.rejected + sum(
        _contradicts(item.text, answer, claim, judge)
        for (item, answer), claims in zip(items, about, strict=True)
        for claim in claims
    )
    return wrong <= MAX_WRONG_SHARE * (len(reading.claims) + reading.rejected) and (
        found_missing or missing < MIN_MISSING
    )


def _contradicts(text: str, rules: Answer, claim: Claim, judge: Judge) -> bool:
    """Whether a statement claims what the resume rules out: a figure that is too small, a paper that is not there."""
    if claim.status is RequirementStatus.MISSING:
        return False
    clauses = _clauses(claim, judge)
    return not clauses or (_is_hard(text) and not rules.standing) or not _figures_hold(text, clauses, judge)


def _verified(text: str, rules: Answer, claim: Claim, judge: Judge, believed: bool) -> Answer | None:
    """Return the answer that the statement gives; None where the rules' answer stands."""
    if _is_hard(text) or judge.denies(text):
        return None
    if claim.status is RequirementStatus.MISSING:
        return Answer() if believed and rules.score < _WHOLE else None
    clauses = _clauses(claim, judge)
    if not clauses or not _figures_hold(text, clauses, judge) or not _names_present(text, clauses, judge):
        return None
    best = max(clauses, key=lambda clause: (clause.standing, _shared(text, clause, judge)))
    standing = min(_STANDING[claim.status], int(best.standing))
    if standing < rules.standing and (rules.score >= _WHOLE or not believed):
        return None
    if not believed and not any(_shared(text, clause, judge) for clause in clauses):
        return None
    return Answer(standing, best.line, best.quote, 1.0)


def _is_hard(text: str) -> bool:
    """Whether a requirement is a matter of papers and levels, which rules read exactly."""
    return bool(languages_asked(text) or licence_classes(text) is not None or lowest_degree(text))


def _figures_hold(text: str, clauses: Sequence[Clause], judge: Judge) -> bool:
    """Whether the cited jobs last as long, and the cited lines count as many, as the requirement asks."""
    years, headcount = years_asked(text), headcount_asked(text)
    if headcount and not any(judge.counts(clause, headcount) for clause in clauses):
        return False
    if not years:
        return True
    roles = {clause.role for clause in clauses if clause.role is not None}
    said = any((years_asked(clause.text) or 0) >= years for clause in clauses)
    return said or judge.months(roles) >= 12 * years


def _names_present(text: str, clauses: Sequence[Clause], judge: Judge) -> bool:
    """Whether the cited lines name the papers that a requirement names, and one of its tools, firms or standards."""
    cited = frozenset[str]().union(*(clause.keys for clause in clauses))
    required = words(text, judge.language)
    names = [word for word in required if word.named]
    papers = all(word.keys & cited for word in required if is_paper(word))
    return papers and (not names or any(word.keys & cited for word in names))


def _clauses(claim: Claim, judge: Judge) -> list[Clause]:
    """Return what the cited lines say; a line that denies something has no clause."""
    return [clause for clause in judge.evidence.clauses if clause.line in claim.lines]


def _shared(text: str, clause: Clause, judge: Judge) -> int:
    """Count the words of a requirement that a clause, or the title of its job, answers."""
    return sum(bool(word.keys & (clause.keys | clause.context)) for word in words(text, judge.language))


@lru_cache(maxsize=512)
def _keys(text: str) -> frozenset[str]:
    return keys(text)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def verbatim(quote: str, text: str) -> str:
    """Return the words of `text` that are `quote` but for white space and case; empty where it has none such."""
    pieces = quote.split()
    if not pieces or len(quote) > MAX_QUOTE_CHARACTERS:
        return ""
    pattern = r"\s+".join(map(re.escape, pieces))
    found = re.search(pattern, text) or re.search(pattern, text, re.IGNORECASE)
    return found.group() if found else ""
