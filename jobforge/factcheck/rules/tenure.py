"""Do the dates of the jobs allow the years a statement claims?"""

import re
from collections.abc import Sequence
from datetime import date

from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.lines import generic_stems
from jobforge.factcheck.statements import Statement
from jobforge.resumes.parser import Role
from jobforge.resumes.roles import has_title_word
from jobforge.text.dates import Month
from jobforge.text.numbers import Bound, Quantity
from jobforge.text.terms import content

ROUNDED_UP = 0.5  # years by which a tenure may be rounded up
YEARS_ONLY = 1.0  # further years that two bare years leave open
_CUT = re.compile(
    r", |\s(?:and|und|et|y|plus|sowie)\s(?=(?:[\w-]+\s){0,2}(?:\d|years?|jahre?n?|ans|años))", re.IGNORECASE
)
_AS = re.compile(
    r"\b(?:as|als|comme|en tant que|como|been|bin|war)\s+(?:an?\s|eine?\s|une?\s)?(?P<what>.{3,60})", re.IGNORECASE
)
_TENURE = re.compile(
    r"experience|background|career|track record|erfahrung\w*|\w*erfahrung|expérience|experiencia|since|seit"
    r"|depuis|desde|have been|been|worked|work\b|tätig|arbeite"
    r"|spent|verbracht|passé|pasé"
    r"|for\b|lang|pendant|durante|llevo|travaille|trabaj\w+|with|mit|avec|con|as\b|als|comme|como|years in|ans de|años",
    re.IGNORECASE,
)


def tenure_borne(quantity: Quantity, statement: Statement, evidence: Evidence, role: int | None, today: date) -> bool:
    """Whether the dates of the jobs allow so long a time."""
    if not _TENURE.search(statement.text):
        return False
    roles: Sequence[Role] = [r for r in evidence.resume.roles if not r.career_break]
    roles = (
        [evidence.resume.roles[role]]
        if role is not None
        else _meant(_part(statement.text, quantity), roles, evidence.language)
    )
    years, slack = span_years(roles, today)
    text = quantity.value / (12 if quantity.unit == "month" else 1)
    if quantity.bound is Bound.OVER:
        return years + slack > text
    if quantity.bound is Bound.UNDER:
        return years + slack >= text - 2 * ROUNDED_UP
    return years + slack >= text - ROUNDED_UP


def _part(text: str, quantity: Quantity) -> str:
    """The words around a quantity, up to a comma or to the next quantity of a row."""
    end = _CUT.search(text, quantity.end)
    start = max((cut.end() for cut in _CUT.finditer(text) if cut.end() <= quantity.start), default=0)
    return text[start : end.start() if end else len(text)]


def _meant(text: str, roles: Sequence[Role], language: str) -> Sequence[Role]:
    """The jobs a sentence speaks of: by employer, or by what follows "as a"; else all of them."""
    generic, titles = generic_stems(language), {role.title for role in roles}
    named = [
        role
        for role in roles
        if role.employer
        and role.employer not in titles
        and (personal := content(role.employer, language) - generic)
        and len(personal & content(text, language)) * 2 > len(personal)
    ]
    if named:
        return named
    if phrase := _AS.search(text):
        what = content(phrase["what"], language)
        if has_title_word(phrase["what"]):
            scored = [(len(what & content(role.title, language)), role) for role in roles]
            best = max((score for score, _ in scored), default=0)
            if best:
                return [role for score, role in scored if score == best]
    return roles


def span_years(roles: Sequence[Role], today: date) -> tuple[float, float]:
    """Years from the first start to the last end of `roles`, gaps included once, and what bare years leave open."""
    starts, ends, slack = [], [], 0.0
    for role in roles:
        if role.period is None:
            continue
        end = role.period.end or Month(today.year, today.month)
        starts.append(role.period.start.index)
        ends.append(end.index + (12 if end.month is None else 1))
        if role.period.start.month is None or end.month is None:
            slack = 0.0 if end.month is None else YEARS_ONLY / 2
    if not starts:
        return 0.0, 0.0
    return (max(ends) - min(starts)) / 12, slack
