"""Are the quantities of a statement those of the sources?"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from jobforge.enums import Severity, Source
from jobforge.factcheck.evidence import Evidence, Passage
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.rules.tenure import tenure_borne
from jobforge.factcheck.statements import Statement
from jobforge.languages.claims import UNIVERSAL
from jobforge.languages.numbers import unit_of, unit_of_compound
from jobforge.text.numbers import Bound, Kind, Quantity
from jobforge.text.terms import keys, stem, tokens

ROUND_DOWN = 1.25  # "over 300" may stand for up to this many times as much
MAX_PLACES = 20  # places that have a figure, after which no more are looked for
SHARE_ROUNDED = 1.7  # percentage points between "two thirds" and 65 %
PERCENT_BELOW = 5  # points by which "over 90 %" may stay below
ROUND_UP = 0.9  # "nearly 50" for at least this share
# How many of the first unit of time make one of the second.
_TIMES = {("month", "quarter"): 3, ("month", "year"): 12, ("quarter", "year"): 4, ("week", "year"): 52}
_TO = re.compile(r"\s*(?:%|\w{0,12})?\s*(?:to|auf|à|a|al|hasta|bis|down to|up to)\s*(?:the\s|el\s)?", re.IGNORECASE)
_LANGUAGES = re.compile(r"\s(?:languages|sprachen|langues|idiomas|lenguas)\b", re.IGNORECASE)
_JOBS = re.compile(
    r"\s(?:jobs|employers|companies|positions|roles|stellen|arbeitgeber\w*|betrieben?|firmen|postes|employeurs"
    r"|entreprises|puestos|empleos|empresas)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s*(?:[.,;)]|$)")
_ELLIPSIS = re.compile(
    r"\s(?:of (?:them|these|those|which)|in|as|at|before|with|for|davon|als|bei|im|davor|zuvor|comme|en|dans|chez|avant"
    r"|como|antes)\b",
    re.IGNORECASE,
)


def check_quantities(
    statement: Statement,
    quantities: Sequence[Quantity],
    evidence: Evidence,
    role: int | None,
    today: date,
    ad_counts: bool,
    same_language: bool,
) -> Iterator[Finding]:
    """Findings for quantities that no source gives. `ad_counts`: figures of the ad may be repeated here."""
    if not quantities:
        return
    sources = evidence.sources(role)
    if ad_counts:
        sources = [*sources, *evidence.ad]
    for position, quantity in enumerate(quantities):
        if position and _is_label(quantity, quantities[position - 1], statement, sources):
            continue
        if position and _goes_on(quantity, quantities[:position], statement.text):
            quantity = replace(quantity, kind=Kind.DURATION, unit="year")
        text = statement.text[quantity.start : quantity.end]
        code, problem = "fact.metric", ""
        if quantity.kind is Kind.YEAR:
            if not _year_borne(quantity, evidence, role, sources, today):
                code, problem = "fact.date", f"the year {text} is not in your resume for this"
        elif quantity.kind is Kind.DURATION and quantity.unit in ("year", "month"):
            if not _matches(quantity, statement, sources, same_language) and not tenure_borne(
                quantity, statement, evidence, role, today
            ):
                code, problem = "fact.tenure", f"your dates do not add up to {text}"
        elif not (quantity.spelled and quantity.value == 1):
            following = quantities[position + 1] if position + 1 < len(quantities) else None
            matches = _matches(quantity, statement, sources, same_language)
            code, problem = _figure_problem(quantity, following, matches, statement, evidence)
        if problem:
            yield Finding(
                code,
                Severity.WARN if code == "fact.qualifier" else Severity.BLOCK,
                statement.line,
                _around(statement.text, quantity),
                f"{problem[0].upper()}{problem[1:]}.",
                values=(("words", text),),
            )


def _figure_problem(
    quantity: Quantity,
    following: Quantity | None,
    matches: Sequence[tuple[Quantity, Passage]],
    statement: Statement,
    evidence: Evidence,
) -> tuple[str, str]:
    """Return code and problem of a figure that is neither a year nor a duration; no problem is an empty string."""
    text = statement.text[quantity.start : quantity.end]
    if not matches:
        counted = _counts(quantity, statement, evidence)
        return "fact.metric", "" if counted else f"{text} is not a figure of your resume for this"
    if _raised(quantity, matches):
        return "fact.qualifier", f"your resume does not say that it was more than {text}"
    if following is not None and _reversed(statement, quantity, following, matches):
        return "fact.metric", "your resume gives these two figures the other way round"
    return "fact.metric", ""


def _is_label(quantity: Quantity, before: Quantity, statement: Statement, sources: Sequence[Passage]) -> bool:
    """The second of two numbers in a row is a name: `1,900 911 calls`."""
    digits = statement.text[quantity.start : quantity.end]
    return (
        digits.isdigit()
        and statement.text[before.end : quantity.start].isspace()
        and any(digits in p.text for p in sources)
    )


def _goes_on(quantity: Quantity, before: Sequence[Quantity], text: str) -> bool:
    """Years again without the word: `ten years as a nurse, four in hospital`."""
    return (
        quantity.kind is Kind.COUNT
        and quantity.unit is None
        and any(q.kind is Kind.DURATION and q.unit == "year" for q in before)
        and bool(
            _ELLIPSIS.match(text, quantity.end)
            or (quantity.spelled or quantity.bound is not Bound.EXACT)
            and _CLOSED.match(text, quantity.end)
        )
    )


def _around(text: str, quantity: Quantity) -> str:
    start = text.rfind(" ", 0, max(0, quantity.start - 12)) + 1
    end = text.find(" ", min(len(text), quantity.end + 20))
    return text[start : end if end >= 0 else len(text)]


def _year_borne(
    quantity: Quantity, evidence: Evidence, role: int | None, sources: Sequence[Passage], today: date
) -> bool:
    if any(q.value == quantity.value and q.kind is Kind.YEAR for p in sources for q in p.quantities):
        return True
    year = str(int(quantity.value))
    if any(year in p.text for p in sources):
        return True
    if role is not None:
        period = evidence.resume.roles[role].period
        last = period.end.year if period and period.end else today.year
        text = any(year in p.text for p in evidence.passages if p.role is None)
        return bool(period and text and period.start.year <= quantity.value <= last)
    return False


def _matches(
    quantity: Quantity, statement: Statement, sources: Sequence[Passage], same_language: bool
) -> list[tuple[Quantity, Passage]]:
    topic = statement.stems
    aim = re.search(r"(?:to|auf|à|a|al|hasta)\s+(?:the\s)?$", statement.text[: quantity.start], re.IGNORECASE)
    ideas: frozenset[str] | None = None
    result: list[tuple[Quantity, Passage]] = []
    for passage in sources:
        if not passage.quantities:
            continue
        if len(result) >= MAX_PLACES:
            break
        for other in (*passage.quantities, *(() if aim else _derived(passage.quantities))):
            if not _same(quantity, other, passage):
                continue
            if same_language and topic and passage.stems and not topic & passage.stems:
                ideas = keys(statement.text, statement.language) if ideas is None else ideas
                if not ideas & keys(passage.whole, statement.language):
                    continue
            if same_language and _bound_elsewhere(quantity, statement, other, passage):
                continue
            result.append((other, passage))
    return result


def _counts(quantity: Quantity, statement: Statement, evidence: Evidence) -> bool:
    """`three languages`, `four employers`: the number of those that the resume has."""
    what = statement.text[quantity.end : quantity.end + 24]
    if _LANGUAGES.match(what):
        return quantity.value <= max(len(evidence.resume.languages), 1)
    return bool(_JOBS.match(what)) and quantity.value <= len(evidence.resume.roles)


def _same(said: Quantity, other: Quantity, passage: Passage) -> bool:
    if said.vague:
        if other.kind is not Kind.COUNT or other.value < said.value:
            return False
    elif not _equal(said, other):
        return False
    if said.kind is not other.kind:
        # "from 19 to 14 weeks": the unit stands at the second figure only.
        mixed = {said.kind, other.kind} <= {Kind.COUNT, Kind.PERCENT, Kind.DURATION, Kind.MONEY}
        if not mixed or Kind.COUNT not in (said.kind, other.kind):
            return False
        target = said.kind if other.kind is Kind.COUNT else other.kind
        if said.kind is not Kind.COUNT and not any(q.kind is target for q in passage.quantities):
            return False
    elif said.unit and other.unit and said.unit != other.unit:
        return False
    return not said.per or not other.per and _rate_nearby(said, passage) or said.per == other.per


def _rate_nearby(said: Quantity, passage: Passage) -> bool:
    if passage.source is Source.CONTEXT or any(q.per == said.per for q in passage.quantities):
        return True
    # "Weekly budget", "Wochenbudget": the unit stands in another word of the line.
    spoken = (token.folded for token in tokens(passage.text))
    return any(unit_of(term) == said.per or said.per == unit_of_compound(term) for term in spoken)


def _equal(said: Quantity, other: Quantity) -> bool:
    if abs(said.value - other.value) <= 1e-6 * max(1.0, abs(other.value)):
        return True
    if said.kind is other.kind is Kind.PERCENT and said.spelled is not other.spelled:
        return abs(said.value - other.value) <= SHARE_ROUNDED
    if said.kind is Kind.PERCENT and other.kind is Kind.PERCENT and said.bound is not Bound.EXACT:
        if said.bound is Bound.ABOUT:
            return abs(said.value - other.value) <= 1.0
        above = (other.value - said.value) * (1 if said.bound is Bound.OVER else -1)
        return 0 <= above <= PERCENT_BELOW
    if said.bound is Bound.OVER and said.value >= 3:
        return said.value <= other.value <= said.value * ROUND_DOWN
    if said.bound is Bound.UNDER and said.value >= 10:
        return said.value * ROUND_UP <= other.value <= said.value
    return said.bound is Bound.ABOUT and said.value >= 10 and abs(said.value - other.value) <= 0.1 * other.value


@lru_cache(maxsize=2_000)
def _derived(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    return tuple(_worked_out(quantities))


def _worked_out(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """What follows from the figures of one line.

    Of two neighbours the difference, the change in per cent and the factor; of a rate the same by other units of time.
    """
    plain = [q for q in quantities if q.kind is not Kind.YEAR and not q.vague]
    for first, second in itertools.pairwise(plain):
        if {first.kind, second.kind} - {Kind.COUNT, first.kind, second.kind} or not first.value or not second.value:
            continue
        kind = second.kind if second.kind is not Kind.COUNT else first.kind
        change = abs(first.value - second.value)
        yield Quantity(change, kind, second.unit or first.unit, None, Bound.EXACT, 0, 0)
        for share in (100 * change / first.value, 100 * change / max(first.value, second.value)):
            yield Quantity(float(round(share)), Kind.PERCENT, None, None, Bound.EXACT, 0, 0)
        yield Quantity(round(second.value / first.value, 3), Kind.MULTIPLE, None, None, Bound.EXACT, 0, 0)
        yield Quantity(round(first.value / second.value, 3), Kind.MULTIPLE, None, None, Bound.EXACT, 0, 0)
    for quantity in quantities:
        for (short, long), times in _TIMES.items():
            # "1,200 litres a month" are 14,400 a year, and the other way round.
            if quantity.per == short:
                yield replace(quantity, value=quantity.value * times, per=long, end=0)
            elif quantity.per == long:
                yield replace(quantity, value=quantity.value / times, per=short, end=0)
        if quantity.kind is Kind.MULTIPLE and quantity.value == 0.5:
            yield Quantity(50.0, Kind.PERCENT, None, None, Bound.EXACT, 0, 0)
        if quantity.kind is Kind.PERCENT and quantity.value < 100:
            # "by a third" may round 33 %, and a fall by 67 % leaves a third.
            for share in (1 / 3, 0.25, 2 / 3, 0.5):
                if abs(quantity.value - 100 * share) <= 1.5:
                    yield Quantity(share, Kind.MULTIPLE, None, None, Bound.EXACT, 0, 0)


def _bound_elsewhere(said: Quantity, statement: Statement, other: Quantity, passage: Passage) -> bool:
    """`26 patients on an 8-bed ward` where the source has 8 patients on a 26-bed ward."""
    if other.end == 0 or len(passage.quantities) < 2:
        return False
    noun, personal = _noun(statement.text, said.end), _noun(passage.text, other.end)
    if not noun or not personal or noun == personal:
        return False
    return any(q.value != said.value and _noun(passage.text, q.end) == noun for q in passage.quantities)


def _noun(text: str, end: int) -> str | None:
    following = tokens(text[end : end + 24])
    if not following or following[0].start > 2:
        return None
    return stem(following[0].folded)


def _raised(said: Quantity, result: Sequence[tuple[Quantity, Passage]]) -> bool:
    exact = [other for other, _ in result if other.value == said.value]
    if len(exact) < len(result) or not exact:
        return False
    if said.bound is Bound.OVER:
        return all(other.bound is not Bound.OVER for other in exact)
    return said.bound is Bound.EXACT and all(other.bound is Bound.UNDER and other.end for other in exact)


def _reversed(
    statement: Statement, first: Quantity, second: Quantity, result: Sequence[tuple[Quantity, Passage]]
) -> bool:
    if first.value == second.value or not _TO.fullmatch(statement.text[first.end : second.start]):
        return False
    orders = []
    for _, passage in result:
        for one, two in zip(passage.quantities, passage.quantities[1:], strict=False):
            if {one.value, two.value} == {first.value, second.value} and _TO.fullmatch(
                passage.text[one.end : two.start]
            ):
                orders.append(one.value == first.value)
    return bool(orders) and not any(orders)


def check_universal(statement: Statement, adjacent: Sequence[tuple[float, Passage]]) -> Iterator[Finding]:
    """`every single inspection` where the source has a share of them."""
    text = UNIVERSAL.of(statement.language).search(statement.text)
    if not text or not adjacent:
        return
    passage = adjacent[0][1]
    if any(q.kind is Kind.PERCENT and q.value < 100 for q in passage.quantities) and not UNIVERSAL.of(
        statement.language
    ).search(passage.text):
        yield Finding(
            "fact.metric",
            Severity.BLOCK,
            statement.line,
            text[0],
            f"Your resume says “{passage.text}”, not all of them.",
            values=(("source", str(passage.text)),),
        )
