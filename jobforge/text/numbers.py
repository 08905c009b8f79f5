"""Quantities in a text: digits and words, money, percentages, durations, multiples, in four languages.

Two quantities that mean the same compare equal in `value`, `kind` and `unit` however they were written:
`50,000`, `50K`, `fifty thousand`; `$2M`, `2 Mio. $`; `60 %`, `sixty per cent`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from jobforge.languages.numbers import ATTACHED, CURRENCY_LINK, FROM_TO, NUMBER, SCALES, currency_of
from jobforge.text.language import Language
from jobforge.text.number_words import multiples, shares, spoken
from jobforge.text.quantity import Bound, Kind, Quantity, bound_of, measure

__all__ = ["Bound", "Kind", "Quantity", "find_quantities"]

_HIDDEN = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w[\w.-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AMBIGUOUS_SCALES = frozenset("mbB")


@lru_cache(maxsize=5_000)
def find_quantities(text: str, language: Language = Language.EN) -> tuple[Quantity, ...]:
    """Every quantity of `text` in order. Parts of names (`S3`, `ISO9001`, `2S`) and addresses are none."""
    visible = _HIDDEN.sub(lambda result: " " * len(result[0]), text)
    result = sorted((*_written(visible, language), *shares(visible)), key=lambda quantity: quantity.start)
    used = [(quantity.start, quantity.end) for quantity in result]
    result += [
        quantity
        for quantity in (*spoken(visible, language), *multiples(visible))
        if not any(start < quantity.end and quantity.start < end for start, end in _near(used, quantity))
    ]
    return tuple(_of_one_kind(sorted(result, key=lambda quantity: quantity.start), text))


def _of_one_kind(quantities: list[Quantity], text: str) -> Iterator[Quantity]:
    """Give both ends of "from 19 to 14 weeks" and of "from 19 weeks to 14" the same unit."""
    for position, quantity in enumerate(quantities):
        if position + 1 < len(quantities):
            following = quantities[position + 1]
            if _is_change(quantity, following, text[quantity.end : following.start]):
                quantity = replace(quantity, kind=following.kind, unit=following.unit)
        if position:
            previous = quantities[position - 1]
            has_word = re.match(r"\s\w", text[quantity.end : quantity.end + 2])
            if _is_change(quantity, previous, text[previous.end : quantity.start]) and not has_word:
                quantity = replace(quantity, kind=previous.kind, unit=previous.unit)
        yield quantity


def _is_change(bare: Quantity, other: Quantity, between: str) -> bool:
    """Tell whether a bare number is one end of a change of which the other end says the unit."""
    is_measured = other.kind in (Kind.DURATION, Kind.PERCENT, Kind.MONEY)
    return bare.kind is Kind.COUNT and is_measured and FROM_TO.fullmatch(between) is not None


def _near(used: list[tuple[int, int]], quantity: Quantity) -> Iterator[tuple[int, int]]:
    # `used` is in order: only the neighbours of the place can overlap.
    low, high = 0, len(used)
    while low < high:
        middle = (low + high) // 2
        if used[middle][1] <= quantity.start:
            low = middle + 1
        else:
            high = middle
    yield from used[low : low + 3]


def _written(text: str, language: Language) -> Iterator[Quantity]:
    """Yield the quantities that are written in digits."""
    for result in NUMBER.finditer(text):
        scaled = _scaled(text, result, language)
        if scaled is None:
            continue
        value, end = scaled
        bound = Bound.OVER if result["plus"] else bound_of(text, result.start(), result["tilde"])
        kind, unit, per = *_kind_of(result), None
        if kind is not Kind.YEAR:
            value, kind, unit, per = measure(text, end, value, kind, unit)
        yield Quantity(value, kind, unit, per, bound, result.start("digits"), end)


def _scaled(text: str, result: re.Match[str], language: Language) -> tuple[float, int] | None:
    """Return a number's value with its scale ("2 Mio.") and where it ends; None for parts of names, as in `2S`."""
    scale, after = result["scale"], (result["after"] or "").casefold()
    end = result.end("digits")
    if text[end : end + 1].isalpha() and not (result["ordinal"] or scale or after in ATTACHED):
        return None
    value = _value(result["digits"], language)
    if not scale:
        return value, result.end()
    # "5 m" is five metres, "£5m" is money; "3 B" is a class of licence, not three thousand million.
    is_attached = result.start("scale") == end
    if not _currency(result) and (scale in _AMBIGUOUS_SCALES or len(scale) == 1 and not is_attached):
        return None if is_attached else (value, result.end() if after else end)
    return value * SCALES.get(scale.casefold().rstrip("."), 1e3), result.end()


def _currency(result: re.Match[str]) -> str | None:
    after = CURRENCY_LINK.sub("", (result["after"] or "").casefold())
    return currency_of((result["before"] or "").casefold()) or currency_of(after)


def _kind_of(result: re.Match[str]) -> tuple[Kind, str | None]:
    if currency := _currency(result):
        return Kind.MONEY, currency
    if result["after"]:
        return Kind.PERCENT if result["percent"] else Kind.MULTIPLE, None
    is_bare = not result["scale"] and not result["ordinal"]
    return Kind.YEAR if is_bare and _YEAR.fullmatch(result["digits"]) else Kind.COUNT, None


def _value(digits: str, language: Language) -> float:
    if language is Language.EN:
        digits = digits.replace(" ", "")
    grouped = re.fullmatch(r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+", digits)
    if grouped:
        separators = {c for c in digits if not c.isdigit()}
        single = len(re.findall(r"\D", digits)) == 1
        decimal = "." if language is Language.EN else ","
        if not (single and separators == {decimal}) and not digits.startswith("0"):
            return float(re.sub(r"\D", "", digits))
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return float(re.sub(r"\D", "", digits) or 0)
    return float(re.sub(r"\D", "", digits[:last]) + "." + digits[last + 1 :])
