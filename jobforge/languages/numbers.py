"""Words for numbers, scales, currencies, units of time and bounds."""

import re

from jobforge.languages.tables import Pattern, Table, Words

TOPIC = "numbers"

UNITS = ("year", "quarter", "season", "month", "week", "day", "night", "shift", "hour", "minute", "second")
_UNIT_WORDS = {unit: Words(TOPIC, f"units.{unit}") for unit in UNITS}
LASTING = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_COMPOUND_UNITS = Table[str](TOPIC, "compound_units")


def unit_of(token: str) -> str | None:
    """Return the unit of time that a word names in any of the languages ("weekly": "week")."""
    return next((unit for unit, words in _UNIT_WORDS.items() if token in words), None)


def unit_of_compound(folded: str) -> str | None:
    """Return the unit of time that a German compound opens with: `wochenbudget`."""
    return next((unit for opening, unit in _COMPOUND_UNITS.items() if folded.startswith(opening)), None)


def currency_of(text: str) -> str | None:
    """Return the code of a currency (`usd`) by its sign or its folded name, None where it is neither."""
    return CURRENCIES.get(text) or CURRENCY_SIGNS.get(text)


LONG = Table[float](TOPIC, "long")
SCALES = Table[float](TOPIC, "scales")
CURRENCIES = Table[str](TOPIC, "currencies")
CURRENCY_SIGNS = Table[str](TOPIC, "currency_signs")
VAGUE = Table[float](TOPIC, "vague")
NUMERATORS = Table[float](TOPIC, "numerators")
DENOMINATORS = Table[float](TOPIC, "denominators")
ADVERBS = Words(TOPIC, "adverbs")
BREAKS = Words(TOPIC, "breaks")
PER_WORDS = Words(TOPIC, "per_words")
SMALL = Table[float](TOPIC, "small")
LARGE = Table[float](TOPIC, "large")
# Multiples and shares said in words. "Half" alone is too often an hour, a day or a place to be a claim.
MULTIPLES: tuple[tuple[Pattern, float], ...] = tuple(
    (Pattern(TOPIC, f"{{multiples.{name}}}", re.IGNORECASE), factor)
    for name, factor in (
        ("half", 0.5),
        ("double", 2.0),
        ("triple", 3.0),
        ("quadruple", 4.0),
        ("third", 1 / 3),
        ("quarter", 0.25),
        ("two_thirds", 2 / 3),
        ("tenfold", 10.0),
    )
)
# Shares of a whole: a numerator, a denominator, and what tells "a third of them" from "a third person".
SHARE = Pattern(
    TOPIC,
    r"(?<!by )(?<!um )(?<!en )(?<!por )\b(?:(?P<many>{several})[ -](?P<parts>{denominators})s?\b(?!{no_share_after})"
    r"|(?P<one>{one})[ -](?P<part>{denominators})(?: parte)?(?= (?:{share_of})\b(?!{no_hour}))"
    r"|(?P<half>{half_of}))",
    re.IGNORECASE,
)
# One of the multiples, whichever.
MULTIPLE = Pattern(
    TOPIC,
    r"\b(?:{multiples.half}|{multiples.double}|{multiples.triple}|{multiples.quadruple}|{multiples.third}"
    r"|{multiples.quarter}|{multiples.two_thirds}|{multiples.tenfold})(?!\w)",
    re.IGNORECASE,
)
# What stands before a number and bounds it.
BOUND = Pattern(
    TOPIC,
    r"\b(?:(?P<over>{bounds.over})|(?P<under>{bounds.under})|(?P<about>{bounds.about}))"
    r"(?:\s(?:{articles}))?\s*[$€£]?\s*$",
    re.IGNORECASE,
)
# A number in digits, with what stands at it: currency, ordinal, scale, percentage, "times".
NUMBER = Pattern(
    TOPIC,
    r"(?<![\w])(?P<before>(?:US)?[$€£¥]|(?:USD|EUR|GBP|CHF)(?= ?\d))?[ \u00a0]?(?P<tilde>[~≈>≥<≤])? ?"
    r"(?P<digits>\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d{1,3}(?: \d{3})+(?![\d-])|\d+(?:[.,]\d+)?)"
    r"(?P<ordinal>{ordinal})?(?![^\W\dkKmMbBxX])"
    r"(?:[ \u00a0\u202f-]?(?P<scale>{scale})\b\.?)?"
    r"(?P<plus>\+)?"
    r"(?:[ \u00a0\u202f-]?(?P<after>(?P<percent>%|(?:{percent})\b)|[$€£¥]"
    r"|(?i:(?:{currency_link})?(?:{currencies}))\b|x\b|×|{times_attached}|(?:{times})\b))?",
)
CURRENCY_LINK = Pattern(TOPIC, r"^(?:{currency_link})")
# What may stand at a number without a space: "3x", "10fach".
ATTACHED = Words(TOPIC, "attached")
# The same behind a number in words.
PERCENT_BEHIND = Pattern(TOPIC, r"[\s-](?:{percent})\b", re.IGNORECASE)
CURRENCY_BEHIND = Pattern(TOPIC, r"\s(?:{currency_link})?(?P<currency>{currencies})\b", re.IGNORECASE)
TIMES_BEHIND = Pattern(TOPIC, r"(?:\s(?:{times})|{times_attached})\b")
AND_A_HALF = Pattern(TOPIC, r"\s(?:{and_a_half})\b", re.IGNORECASE)
# A number in words that multiplies by its ending: "zwanzigmal".
TIMES_ENDING = Pattern(TOPIC, r"(?:{times_ending})$")
# Words that count, and multiply only with "as" behind them: "twice", "dreimal".
OFTEN = Pattern(TOPIC, r"^(?:{often})$")
# What joins the words of a number: "two hundred and five".
JOINERS = Words(TOPIC, "joiners")
# Between the ends of a change; a unit may stand with the first.
FROM_TO = Pattern(
    TOPIC,
    r"\s?(?:%|€|\$|£|[^\W\d]+)?\s?(?:down |up )?(?:{from_to}|-|–)\s(?:(?:{merely}) )?[€$£]?",
)
