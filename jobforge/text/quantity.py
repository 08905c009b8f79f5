"""A quantity, and what the words around a number make of it: its unit, its rate, its bound."""

import re
from dataclasses import dataclass
from enum import StrEnum

from jobforge.languages.numbers import ADVERBS, BOUND, BREAKS, LASTING, LONG, PER_WORDS, unit_of

MAX_UNIT_WORDS = 7  # behind a number, among which its unit stands
MAX_UNIT_LETTERS = 70
MAX_BOUND_LETTERS = 32  # before a number, in which "more than" stands


class Kind(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    MULTIPLE = "multiple"
    YEAR = "year"


class Bound(StrEnum):
    """What a word beside the number makes of it: exactly, about, more than, up to."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` in `unit`: a currency for money, `year`, `month`, `week`, `day`, `hour`, `minute` for durations.

    `per` is the unit of time of a rate (`28 houses a year`: `year`). A percentage of 60 has the value 60, "halved"
    is the multiple 0.5. `vague` marks lower bounds such as "hundreds of". `start` and `end` are offsets in the text.
    """

    value: float
    kind: Kind
    unit: str | None
    per: str | None
    bound: Bound
    start: int
    end: int
    vague: bool = False
    spelled: bool = False


WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_SENTENCE_BREAK = re.compile(r"[;:.!?\n]|, ")
_SIGNS = {"~": Bound.ABOUT, "≈": Bound.ABOUT, ">": Bound.OVER, "≥": Bound.OVER}


def measure(
    text: str, end: int, value: float, kind: Kind, unit: str | None
) -> tuple[float, Kind, str | None, str | None]:
    """Return value, kind and unit by the words behind a number that ends at `end`, and the unit of time of a rate."""
    per = None
    previous, previous_end = "", end
    for position, token in enumerate(list(WORD.finditer(text, end, end + MAX_UNIT_LETTERS))[:MAX_UNIT_WORDS]):
        phrase, between = token[0].casefold(), text[previous_end : token.start()]
        if _SENTENCE_BREAK.search(between) or phrase.isdigit() or position and phrase in BREAKS:
            break
        if position == 0 and phrase in LONG and kind is Kind.COUNT:
            return value * LONG[phrase], Kind.DURATION, "year", None
        measured = _unit_of(phrase, previous)
        if measured and (phrase in ADVERBS or "/" in between or previous in PER_WORDS):
            per = measured
            break
        if measured in LASTING and kind is Kind.COUNT and position <= 1:
            # "3 full years"; a word between that is itself counted ("40 staff days") is rare enough.
            kind, unit = Kind.DURATION, measured
        previous, previous_end = phrase, token.end()
    if kind is Kind.MULTIPLE and per:
        kind = Kind.COUNT  # "three times a year"
    return value, kind, unit, per


def _unit_of(word: str, previous: str) -> str | None:
    if word == "an" and previous in {"par", "l"}:
        return "year"  # French; "an" alone is an English article
    return unit_of(word) or unit_of(word.rsplit("-", 1)[-1])


def bound_of(text: str, start: int, sign: str | None = None) -> Bound:
    """Return the bound that a sign (`~`, `≥`) or the words before a number at `start` set."""
    if sign:
        return _SIGNS.get(sign, Bound.UNDER)
    result = BOUND.search(text[max(0, start - MAX_BOUND_LETTERS) : start])
    if not result:
        return Bound.EXACT
    return next(bound for bound in (Bound.OVER, Bound.UNDER, Bound.ABOUT) if result[bound.value])
