"""Quantities in a text: digits and words, money, percentages, durations, multiples, in four languages.

Two quantities that mean the same compare equal in `value`, `kind` and `unit` however they were written:
`50,000`, `50K`, `fifty thousand`; `$2M`, `2 Mio. $`; `60 %`, `sixty per cent`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from jobforge.languages.numbers import (
    ADVERBS,
    BOUND,
    BREAKS,
    CURRENCIES,
    DENOMINATORS,
    LARGE,
    LASTING,
    LONG,
    MULTIPLE,
    MULTIPLES,
    NUMERATORS,
    PER_WORDS,
    SCALES,
    SHARE,
    SMALL,
    VAGUE,
    unit_of,
)
from jobforge.languages.tables import cached
from jobforge.text.language import Language


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


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_HIDDEN = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w[\w.-]*")

# Between the ends of a change; a unit may stand with the first.
_FROM_TO = re.compile(
    r"\s?(?:%|€|\$|£|[^\W\d]+)?\s?(?:down |up )?(?:to|auf|bis|à|a|hasta|-|–)\s(?:only |just |nur |solo )?[€$£]?"
)
_AND_A_HALF = re.compile(r"\s(?:and a half|et demie?|y medi[oa])\b", re.IGNORECASE)
# "Twice deployed" counts, "twice as fast" multiplies.
_OFTEN = frozenset(("twice", "thrice", "zweimal", "dreimal"))
_AS_MUCH = re.compile(r"\s(?:as|the|so)\b", re.IGNORECASE)
_DE_PART = re.compile(
    r"(?:(?P<m>[a-zäöüß]*?)tausend)?(?:(?P<h>[a-zäöüß]*?)hundert)?(?:und)?(?P<r>[a-zäöüß]*)", re.IGNORECASE
)


@cached
def _currencies() -> str:
    return "|".join(sorted((re.escape(c) for c in CURRENCIES if c.isalpha()), key=len, reverse=True))


@cached
def _number() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\w])(?P<before>(?:US)?[$€£¥]|(?:USD|EUR|GBP|CHF)(?=[ ]?\d))?[ \u00a0]?(?P<tilde>[~≈>≥<≤])?[ ]?
        (?P<digits>\d{{1,3}}(?:[.,'’\u00a0\u202f]\d{{3}})+(?:[.,]\d+)?(?!\d)
           |\d{{1,3}}(?:[ ]\d{{3}})+(?![\d-])|\d+(?:[.,]\d+)?)
        (?P<ordinal>st|nd|rd|th|er|ère|e|º|ª)?(?![^\W\dkKmMbBxX])
        (?:[ \u00a0\u202f-]?(?P<scale>k|K|M|m|mn|MM|bn|B|b|thousand|million|millions|billion|billions|trillion
           |Tsd|Mio|Millionen|Million|Mrd|Milliarden|Milliarde|tausend
           |mille|milliers?|milliards?|Md|Mds|mil|millones|millón)\b\.?)?
        (?P<plus>\+)?
        (?:[ \u00a0\u202f-]?(?P<after>%|percent\b|per[ ]cent\b|Prozent\w*|pour[ ]cents?\b|por[ ]ciento\b|pc\b|[$€£¥]
           |(?i:(?:de[ ]|d['’]|of[ ])?(?:{_currencies()}))\b
           |x\b|×|-?fold\b|fach\w*|times\b|Mal\b|mal\b|fois\b|veces\b))?""",
        re.VERBOSE,
    )


@lru_cache(maxsize=5_000)
def find_quantities(text: str, language: Language = Language.EN) -> tuple[Quantity, ...]:
    """Every quantity of `text` in order. Parts of names (`S3`, `ISO9001`, `2S`) and addresses are none."""
    visible = _HIDDEN.sub(lambda result: " " * len(result[0]), text)
    result = sorted((*_written(visible, language), *_shares(visible)), key=lambda quantity: quantity.start)
    used = [(quantity.start, quantity.end) for quantity in result]
    result += [
        quantity
        for quantity in (*_spoken(visible, language), *_multiples(visible))
        if not any(start < quantity.end and quantity.start < end for start, end in _near(used, quantity))
    ]
    return tuple(_of_one_kind(sorted(result, key=lambda quantity: quantity.start), text))


def _of_one_kind(quantities: list[Quantity], text: str) -> Iterator[Quantity]:
    """Give both ends of "from 19 to 14 weeks" and of "from 19 weeks to 14" the same unit."""
    for position, quantity in enumerate(quantities):
        for other, between in (
            (quantities[position + 1], text[quantity.end : quantities[position + 1].start])
            if position + 1 < len(quantities)
            else (None, ""),
            (quantities[position - 1], text[quantities[position - 1].end : quantity.start]) if position else (None, ""),
        ):
            if (
                other is not None
                and quantity.kind is Kind.COUNT
                and other.kind in (Kind.DURATION, Kind.PERCENT, Kind.MONEY)
                and _FROM_TO.fullmatch(between)
                and not (other.start < quantity.start and re.match(r"\s\w", text[quantity.end : quantity.end + 2]))
            ):
                quantity = replace(quantity, kind=other.kind, unit=other.unit)
        yield quantity


def _near(used: list[tuple[int, int]], quantity: Quantity) -> Iterator[tuple[int, int]]:
    # `taken` is in order: only the neighbours of the place can overlap.
    low, high = 0, len(used)
    while low < high:
        middle = (low + high) // 2
        if used[middle][1] <= quantity.start:
            low = middle + 1
        else:
            high = middle
    yield from used[low : low + 3]


def _written(text: str, language: Language) -> Iterator[Quantity]:
    for result in _number().finditer(text):
        digits, scale = result["digits"], result["scale"]
        if text[result.end("digits") : result.end("digits") + 1].isalpha() and not (
            result["ordinal"] or scale or (result["after"] or "").casefold() in {"x", "fach"}
        ):
            continue
        grouped = " " not in digits or language is not Language.EN
        value = _value(digits if grouped else digits.replace(" ", ""), language)
        previous = (result["before"] or "").casefold()
        after = re.sub(r"^(?:de |d['’]|of )", "", (result["after"] or "").casefold())
        currency = CURRENCIES.get(previous) or CURRENCIES.get(after)
        end = result.end()
        if scale:
            # "5 m" is five metres, "£5m" is money; "3 B" is a class of licence, not three thousand million.
            attached = result.start("scale") == result.end("digits")
            if scale in {"m", "b", "B"} and not currency or (len(scale) == 1 and not attached and not currency):
                end = result.end("digits") if not result["after"] else end
                if attached:
                    continue
            else:
                value *= SCALES.get(scale.casefold().rstrip("."), 1e3)
        bound = _bound(text, result.start(), result["tilde"])
        if result["plus"]:
            bound = Bound.OVER
        kind, unit, per = Kind.COUNT, None, None
        if currency:
            kind, unit = Kind.MONEY, currency
        elif after == "%" or after.startswith(("per", "pro", "pour", "por", "pc")):
            kind = Kind.PERCENT
        elif after:
            kind = Kind.MULTIPLE
        elif not scale and not result["ordinal"] and re.fullmatch(r"(?:19|20)\d\d", digits):
            kind = Kind.YEAR
        if kind is not Kind.YEAR:
            value, kind, unit, per = _measure(text, end, value, kind, unit)
        yield Quantity(value, kind, unit, per, bound, result.start("digits"), end)


def _value(digits: str, language: Language) -> float:
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


def _measure(
    text: str, end: int, value: float, kind: Kind, unit: str | None
) -> tuple[float, Kind, str | None, str | None]:
    """The unit behind a number and the unit of time it is a rate of."""
    per = None
    words = list(_WORD.finditer(text, end, min(len(text), end + 70)))[:7]
    for position, token in enumerate(words):
        phrase = token[0].casefold()
        between = text[words[position - 1].end() if position else end : token.start()]
        if re.search(r"[;:.!?\n]|, ", between) or phrase.isdigit() or position and phrase in BREAKS:
            break
        if position == 0 and phrase in LONG and kind is Kind.COUNT:
            return value * LONG[phrase], Kind.DURATION, "year", None
        earlier = words[position - 1][0].casefold() if position else ""
        measured = unit_of(phrase) or unit_of(phrase.rsplit("-", 1)[-1])
        if phrase == "an" and earlier in {"par", "l"}:
            measured = "year"
        if measured is None:
            continue
        if phrase in ADVERBS or "/" in between or earlier in PER_WORDS:
            per = measured
            break
        if kind is Kind.COUNT and position <= 1 and measured in LASTING and phrase not in ADVERBS:
            # "3 full years"; a word between that is itself counted ("40 staff days") is rare enough.
            kind, unit = Kind.DURATION, measured
    if kind is Kind.MULTIPLE and per:
        kind = Kind.COUNT  # "three times a year"
    return value, kind, unit, per


def _bound(text: str, start: int, sign: str | None = None) -> Bound:
    if sign:
        return {"~": Bound.ABOUT, "≈": Bound.ABOUT, ">": Bound.OVER, "≥": Bound.OVER}.get(sign, Bound.UNDER)
    result = BOUND.search(text[max(0, start - 32) : start])
    if not result:
        return Bound.EXACT
    return next(bound for bound in (Bound.OVER, Bound.UNDER, Bound.ABOUT) if result[bound.value])


def _spoken(text: str, language: Language) -> Iterator[Quantity]:
    small, large = SMALL.of(language), LARGE.of(language)
    joiner = {Language.EN: "and", Language.FR: "et", Language.ES: "y", Language.DE: "und"}[language]
    run: list[tuple[re.Match[str], float]] = []
    held: re.Match[str] | None = None
    for token in (*_WORD.finditer(text), None):
        phrase = token[0].casefold() if token else ""
        value = _spoken_value(phrase, language) if token else None
        gap = text[run[-1][0].end() : token.start()] if run and token else ""
        if value is not None and token is not None:
            if (
                run
                and held is None
                and not gap.isspace()
                or run
                and held
                and "," in gap
                or run
                and not _continues(run, value, phrase, large, held is not None)
            ):
                yield from _said(text, run, large)
                run = []
            run.append((token, value))
            held = None
        elif run and held is None and phrase == joiner and gap.isspace():
            held = token
        else:
            if run:
                yield from _said(text, run, large)
            run, held = [], None
        if token and phrase in VAGUE:
            yield Quantity(
                VAGUE[phrase], Kind.COUNT, None, None, Bound.OVER, token.start(), token.end(), vague=True, spelled=True
            )
        if token and phrase in LONG and not _counted(text, token.start(), small):
            yield Quantity(
                10, Kind.DURATION, "year", None, _bound(text, token.start()), token.start(), token.end(), spelled=True
            )


def _counted(text: str, start: int, small: dict[str, float]) -> bool:
    earlier = re.search(r"([^\W_]+)\s$", text[max(0, start - 20) : start])
    return bool(earlier and (earlier[1].casefold() in small or earlier[1].isdigit()))


def _continues(
    run: list[tuple[re.Match[str], float]], value: float, said: str, large: dict[str, float], joined: bool
) -> bool:
    if said in large:
        return True
    last_word, last = run[-1]
    if last_word[0].casefold() in large:
        return value < last
    if joined and last < 20:
        return False
    return last >= 20 and value < (20 if last in (60, 80) else 10) and last % 10 == 0 or last == 4 and value == 20


def _said(text: str, run: list[tuple[re.Match[str], float]], large: dict[str, float]) -> Iterator[Quantity]:
    total = current = 0.0
    for token, value in run:
        scale = large.get(token[0].casefold())
        if scale and scale >= 1000:
            total += (current or 1) * scale
            current = 0
        elif scale:
            current = (current or 1) * scale
        elif value == 20 and current == 4:
            current = 80
        else:
            current += value
    value = total + current
    start, end = run[0][0].start(), run[-1][0].end()
    if value == 1:
        return
    tail = re.match(r"[\s-](?:per ?cent|Prozent\w*|pour cents?|por ciento)\b", text[end : end + 14], re.IGNORECASE)
    money = re.match(rf"\s(?:de |d['’])?({_currencies()})\b", text[end : end + 14], re.IGNORECASE)
    multiple = (
        text[start:end].casefold() in ("twice", "thrice")
        or text[end - 3 : end] == "mal"
        or re.match(r"(?:\s(?:times|Mal|mal|fois|veces)|-?fold|fach)\b", text[end : end + 7])
    )
    midpoint = _AND_A_HALF.match(text, end)
    if midpoint:
        value, end = value + 0.5, midpoint.end()
    kind, unit, per = Kind.COUNT, None, None
    if tail:
        kind = Kind.PERCENT
    elif money:
        kind, unit = Kind.MONEY, CURRENCIES[money[1].casefold()]
    elif multiple and not (text[start:end].casefold() in _OFTEN and not _AS_MUCH.match(text, end)):
        kind = Kind.MULTIPLE
    value, kind, unit, per = _measure(text, end, value, kind, unit)
    yield Quantity(value, kind, unit, per, _bound(text, start), start, end, spelled=True)


def _spoken_value(said: str, language: Language) -> float | None:
    value = SMALL.of(language).get(said)
    if language is Language.DE and len(said) > 5 and said.endswith("mal"):
        return _spoken_value(said[:-3], language)
    if value is None:
        value = LARGE.of(language).get(said)
    if value is None and "-" in said and language in (Language.EN, Language.FR):
        parts = [SMALL.of(language).get(part) for part in said.split("-") if part != "et"]
        if None not in parts and len(parts) <= 4:
            numbers = [part for part in parts if part is not None]
            if numbers[:2] == [4, 20]:
                numbers[:2] = [80]
            return sum(numbers) if numbers[0] >= 20 or language is Language.FR else None
    if value is None and language is Language.DE and len(said) < 40:
        value = _german(said)
    return value


def _german(said: str) -> float | None:
    """`fünfundzwanzig`, `zweihundertfünfzig`, `dreitausend`."""
    small = SMALL.of(Language.DE)
    result = _DE_PART.fullmatch(said)
    if not result or not re.search(r"tausend|hundert|[a-zäöüß]und[a-zäöüß]", said):
        return None
    total = 0.0
    for part, scale in ((result["m"], 1000), (result["h"], 100)):
        if part is not None:
            count = 1 if part in ("", "ein") else small.get(part)
            if count is None:
                return None
            total += count * scale
    rest = result["r"]
    if rest:
        if rest in small:
            return total + small[rest]
        unit, _, tens = rest.partition("und")
        units = 1.0 if unit == "ein" else small.get(unit)
        if units is None or units > 9 or not 20 <= small.get(tens, 0) <= 90:
            return None
        total += units + small[tens]
    return total


def _shares(text: str) -> Iterator[Quantity]:
    for result in SHARE.finditer(text):
        share = 50.0
        if not result["half"]:
            above, below = (result["many"] or "one"), (result["parts"] or result["part"])
            share = 100 * NUMERATORS[above.casefold()] / DENOMINATORS[below.casefold()]
        bound = _bound(text, result.start())
        bound = Bound.ABOUT if bound is Bound.EXACT else bound
        yield Quantity(share, Kind.PERCENT, None, None, bound, result.start(), result.end(), spelled=True)


def _multiples(text: str) -> Iterator[Quantity]:
    for result in MULTIPLE.finditer(text):
        value = next(value for pattern, value in MULTIPLES if pattern.fullmatch(result[0]))
        yield Quantity(value, Kind.MULTIPLE, None, None, Bound.EXACT, result.start(), result.end(), spelled=True)
