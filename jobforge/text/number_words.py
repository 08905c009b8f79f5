"""Quantities that are written in words: "twenty-five", "zweihundertfünfzig", "a third of", "doubled"."""

import re
from collections.abc import Iterator

from jobforge.languages.numbers import (
    AND_A_HALF,
    CURRENCIES,
    CURRENCY_BEHIND,
    DENOMINATORS,
    JOINERS,
    LARGE,
    LONG,
    MULTIPLE,
    MULTIPLES,
    NUMERATORS,
    OFTEN,
    PERCENT_BEHIND,
    SHARE,
    SMALL,
    TIMES_BEHIND,
    TIMES_ENDING,
    VAGUE,
)
from jobforge.text.language import Language
from jobforge.text.quantity import WORD, Bound, Kind, Quantity, bound_of, measure

DECADE_YEARS = 10
MAX_UNIT_LETTERS = 14  # behind a number in words, in which a percentage or a currency stands
# "Twice deployed" counts, "twice as fast" multiplies.
_AS_MUCH = re.compile(r"\s(?:as|the|so)\b", re.IGNORECASE)
_DE_PART = re.compile(
    r"(?:(?P<m>[a-zäöüß]*?)tausend)?(?:(?P<h>[a-zäöüß]*?)hundert)?(?:und)?(?P<r>[a-zäöüß]*)", re.IGNORECASE
)

_Run = list[tuple[re.Match[str], float]]  # words of one number, each with its value


def spoken(text: str, language: Language) -> Iterator[Quantity]:
    """Yield the quantities that `text` writes in words of `language`."""
    small, joiners = SMALL.of(language), JOINERS.of(language)
    run: _Run = []
    joiner: re.Match[str] | None = None  # the "and" behind the run
    for token in WORD.finditer(text):
        phrase = token[0].casefold()
        value = _value(phrase, language)
        gap = text[run[-1][0].end() : token.start()] if run else ""
        if value is not None:
            if run and not _continues(run, value, phrase, gap, language, joiner is not None):
                yield from _number(text, run, language)
                run = []
            run.append((token, value))
            joiner = None
        elif run and joiner is None and phrase in joiners and gap.isspace():
            joiner = token
        else:
            yield from _number(text, run, language)
            run, joiner = [], None
        yield from _rounded(text, token, phrase, small)
    yield from _number(text, run, language)


def _rounded(text: str, token: re.Match[str], phrase: str, small: dict[str, float]) -> Iterator[Quantity]:
    """Yield what a word says by itself: "dozens", "a decade"."""
    start, end = token.span()
    if phrase in VAGUE:
        yield Quantity(VAGUE[phrase], Kind.COUNT, None, None, Bound.OVER, start, end, vague=True, spelled=True)
    if phrase in LONG and not _is_counted(text, start, small):
        bound = bound_of(text, start)
        yield Quantity(DECADE_YEARS, Kind.DURATION, "year", None, bound, start, end, spelled=True)


def _is_counted(text: str, start: int, small: dict[str, float]) -> bool:
    earlier = re.search(r"([^\W_]+)\s$", text[max(0, start - 20) : start])
    return bool(earlier and (earlier[1].casefold() in small or earlier[1].isdigit()))


def _continues(run: _Run, value: float, phrase: str, gap: str, language: Language, is_joined: bool) -> bool:
    """Tell whether a word goes on with the number of the words before it."""
    large = LARGE.of(language)
    if "," in gap if is_joined else not gap.isspace():
        return False
    if phrase in large:
        return True
    last_word, last = run[-1]
    if last_word[0].casefold() in large:
        return value < last
    if is_joined and last < 20:
        return False
    # French counts on from sixty and eighty: soixante-dix, quatre-vingt-douze.
    most = 20 if last in (60, 80) else 10
    return last >= 20 and value < most and last % 10 == 0 or last == 4 and value == 20


def _number(text: str, run: _Run, language: Language) -> Iterator[Quantity]:
    """Yield the quantity of a run of words; "one" alone is none."""
    value = _sum(run, language)
    if not run or value == 1:
        return
    start, end = run[0][0].start(), run[-1][0].end()
    words, behind = text[start:end].casefold(), text[end : end + MAX_UNIT_LETTERS]
    is_percent, money = PERCENT_BEHIND.match(behind), CURRENCY_BEHIND.match(behind)
    is_multiple = TIMES_BEHIND.match(behind) or TIMES_ENDING.search(words)
    if OFTEN.search(words):
        is_multiple = _AS_MUCH.match(text, end)
    if half := AND_A_HALF.match(text, end):
        value, end = value + 0.5, half.end()
    kind, unit = Kind.COUNT, None
    if is_percent:
        kind = Kind.PERCENT
    elif money:
        kind, unit = Kind.MONEY, CURRENCIES[money["currency"].casefold()]
    elif is_multiple:
        kind = Kind.MULTIPLE
    value, kind, unit, per = measure(text, end, value, kind, unit)
    yield Quantity(value, kind, unit, per, bound_of(text, start), start, end, spelled=True)


def _sum(run: _Run, language: Language) -> float:
    large = LARGE.of(language)
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
    return total + current


def _value(phrase: str, language: Language) -> float | None:
    """Return the value of one word, also of `twenty-five` and `fünfundzwanzig`; None where it is no number."""
    value = SMALL.of(language).get(phrase)
    if language is Language.DE and len(phrase) > 5 and phrase.endswith("mal"):
        return _value(phrase[:-3], language)
    if value is None:
        value = LARGE.of(language).get(phrase)
    if value is None and "-" in phrase and language in (Language.EN, Language.FR):
        value = _hyphenated(phrase, language)
    if value is None and language is Language.DE and len(phrase) < 40:
        value = _german(phrase)
    return value


def _hyphenated(phrase: str, language: Language) -> float | None:
    values = [SMALL.of(language).get(part) for part in phrase.split("-") if part != "et"]
    numbers = [value for value in values if value is not None]
    if len(numbers) < len(values) or not 0 < len(numbers) <= 4:
        return None
    if numbers[:2] == [4, 20]:
        numbers[:2] = [80]
    return sum(numbers) if numbers[0] >= 20 or language is Language.FR else None


def _german(phrase: str) -> float | None:
    """`fünfundzwanzig`, `zweihundertfünfzig`, `dreitausend`."""
    small = SMALL.of(Language.DE)
    result = _DE_PART.fullmatch(phrase)
    if not result or not re.search(r"tausend|hundert|[a-zäöüß]und[a-zäöüß]", phrase):
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


def shares(text: str) -> Iterator[Quantity]:
    """Yield the shares of a whole that are written in words, as percentages."""
    for result in SHARE.finditer(text):
        share = 50.0
        if not result["half"]:
            above, below = (result["many"] or "one"), (result["parts"] or result["part"])
            share = 100 * NUMERATORS[above.casefold()] / DENOMINATORS[below.casefold()]
        bound = bound_of(text, result.start())
        bound = Bound.ABOUT if bound is Bound.EXACT else bound
        yield Quantity(share, Kind.PERCENT, None, None, bound, result.start(), result.end(), spelled=True)


def multiples(text: str) -> Iterator[Quantity]:
    """Yield what verbs and phrases multiply by: "halved", "by a third"."""
    for result in MULTIPLE.finditer(text):
        value = next(value for pattern, value in MULTIPLES if pattern.fullmatch(result[0]))
        yield Quantity(value, Kind.MULTIPLE, None, None, Bound.EXACT, result.start(), result.end(), spelled=True)
