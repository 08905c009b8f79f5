"""Quantities in a text: digits and words, money, percentages, durations, multiples, in four languages.

Two quantities that mean the same compare equal in `value`, `kind` and `unit` however they were written:
`50,000`, `50K`, `fifty thousand`; `$2M`, `2 Mio. $`; `60 %`, `sixty per cent`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jobforge.analysis.language import Language


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


_UNITS = {
    "year": "year years yr yrs jahr jahre jahren jahres ans année années año años annum yearly annual annually "
    "jährlich jährliche jährlichen annuel annuels annuelle anual anuales anualmente annuellement",
    "quarter": "quarter quarters quarterly quartal quartale vierteljährlich trimestre trimestres trimestriel "
    "trimestrielle trimestral",
    "season": "season seasons saison saisons temporada temporadas",
    "month": "month months monthly monat monate monaten monats monatlich monatliche monatlichen mois mensuel mensuelle "
    "mensuels mes meses mensual mensuales mensualmente",
    "week": "week weeks weekly woche wochen wöchentlich wöchentliche semaine semaines hebdomadaire hebdomadaires semana "
    "semanas semanal semanales",
    "day": "day days daily tag tage tagen täglich tägliche jour jours journalier quotidien quotidienne quotidiennes día "
    "días diario diaria diarios diarias diariamente",
    "night": "night nights nightly nacht nächte nuit nuits noche noches",
    "shift": "shift shifts schicht schichten service turno turnos poste",
    "hour": "hour hours hourly hr hrs stunde stunden stündlich heure heures hora horas",
    "minute": "minute minutes min mins minuten minuto minutos",
    "second": "second seconds sec secs sekunde sekunden seconde secondes segundo segundos",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_LASTING = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_LONG = {
    "decade": 10, "decades": 10, "jahrzehnt": 10, "jahrzehnte": 10, "jahrzehnten": 10, "décennie": 10,
    "décennies": 10, "década": 10, "décadas": 10,
}  # fmt: skip
_ADVERBS = frozenset(
    "yearly annual annually jährlich jährliche jährlichen annuel annuels annuelle annuellement anual anuales anualmente "
    "quarterly vierteljährlich trimestriel trimestrielle trimestral monthly monatlich monatliche monatlichen mensuel "
    "mensuelle mensuels mensual mensuales mensualmente weekly wöchentlich wöchentliche hebdomadaire hebdomadaires semanal "
    "semanales daily täglich tägliche journalier quotidien quotidienne quotidiennes diario diaria diarios diarias "
    "diariamente hourly stündlich nightly".split()
)
_BREAKS = frozenset("and und et y or oder ou o who which while die qui que with mit avec con".split())
_PER_WORDS = frozenset(
    "a an per each every pro im am je jede jeden jedes der par à l le la chaque por al a la cada".split()
)

_SCALES = {
    "k": 1e3, "thousand": 1e3, "tsd": 1e3, "tausend": 1e3, "mille": 1e3, "mil": 1e3,
    "m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "millón": 1e6,
    "millones": 1e6,
    "bn": 1e9, "b": 1e9, "billion": 1e9, "billions": 1e9, "mrd": 1e9, "md": 1e9, "mds": 1e9, "milliarde": 1e9,
    "milliarden": 1e9, "milliard": 1e9, "milliards": 1e9, "trillion": 1e12, "billionen": 1e12,
}  # fmt: skip
CURRENCIES = {
    "$": "usd", "us$": "usd", "usd": "usd", "dollar": "usd", "dollars": "usd", "dólares": "usd",
    "€": "eur", "eur": "eur", "euro": "eur", "euros": "eur",
    "£": "gbp", "gbp": "gbp", "pound": "gbp", "pounds": "gbp", "pfund": "gbp", "livres": "gbp",
    "chf": "chf", "franken": "chf", "francs": "chf", "sfr": "chf", "¥": "jpy", "yen": "jpy",
}  # fmt: skip
_SPELT_CURRENCIES = "|".join(sorted((re.escape(c) for c in CURRENCIES if c.isalpha()), key=len, reverse=True))
_NUMBER = re.compile(
    rf"""(?<![\w])(?P<before>(?:US)?[$€£¥]|(?:USD|EUR|GBP|CHF)(?=[ ]?\d))?[ \u00a0]?(?P<tilde>[~≈>≥<≤])?[ ]?
    (?P<digits>\d{{1,3}}(?:[.,'’\u00a0\u202f]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d{{1,3}}(?:[ ]\d{{3}})+(?![\d-])|\d+(?:[.,]\d+)?)
    (?P<ordinal>st|nd|rd|th|er|ère|e|º|ª)?(?![^\W\dkKmMbBxX])
    (?:[ \u00a0\u202f-]?(?P<scale>k|K|M|m|mn|MM|bn|B|b|thousand|million|millions|billion|billions|trillion
       |Tsd|Mio|Millionen|Million|Mrd|Milliarden|Milliarde|tausend|mille|milliers?|milliards?|Md|Mds|mil|millones|millón)\b\.?)?
    (?P<plus>\+)?
    (?:[ \u00a0\u202f-]?(?P<after>%|percent\b|per[ ]cent\b|Prozent\w*|pour[ ]cents?\b|por[ ]ciento\b|pc\b|[$€£¥]
       |(?i:(?:de[ ]|d['’]|of[ ])?(?:{_SPELT_CURRENCIES}))\b|x\b|×|-?fold\b|fach\w*|times\b|Mal\b|mal\b|fois\b|veces\b))?""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_HIDDEN = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w[\w.-]*")

_SMALL: dict[Language, dict[str, float]] = {
    Language.EN: {
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "one": 1, "zero": 0, "dozen": 12, "twice": 2, "thrice": 3,
    },
    Language.DE: {
        "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
        "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
        "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40,
        "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "null": 0, "dutzend": 12,
        "hundert": 100, "tausend": 1000,
    },
    Language.FR: {
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20,
        "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90,
        "zéro": 0, "cent": 100, "cents": 100, "mille": 1000, "dizaine": 10, "douzaine": 12, "quinzaine": 15,
        "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
        "millier": 1000,
    },
    Language.ES: {
        "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
        "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17,
        "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiún": 21, "veintidós": 22,
        "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27,
        "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
        "setenta": 70, "ochenta": 80, "noventa": 90, "cero": 0, "cien": 100, "ciento": 100, "doscientos": 200,
        "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "quinientos": 500,
        "quinientas": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900,
        "mil": 1000, "docena": 12, "decena": 10, "veintena": 20, "centenar": 100, "millar": 1000,
    },
}  # fmt: skip
_LARGE: dict[Language, dict[str, float]] = {
    Language.EN: {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9},
    Language.DE: {"hundert": 100, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9},
    Language.FR: {"cent": 100, "cents": 100, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
    Language.ES: {"mil": 1e3, "millón": 1e6, "millones": 1e6},
}
_VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
    "dutzende": 24, "dutzenden": 24, "hunderte": 200, "hunderten": 200, "tausende": 2000, "tausenden": 2000,
    "dizaines": 20, "douzaines": 24, "centaines": 200, "milliers": 2000,
    "docenas": 24, "decenas": 20, "centenares": 200, "cientos": 200, "miles": 2000, "millares": 2000,
}  # fmt: skip
# Multiples and shares said in words. "Half" alone is too often an hour, a day or a place to be a claim.
_MULTIPLES = (
    (re.compile(r"halv(?:e|es|ed|ing)|by half|(?:um die|zur) Hälfte|halbier\w+|(?:réduit|divisé|baissé)\w* (?:de moitié|par deux)"
                r"|de moitié|(?:a|por|en) la mitad", re.IGNORECASE), 0.5),
    (re.compile(r"doubl(?:e|es|ed|ing)|two-?fold|verdoppel\w+|doubl(?:é|ée|er|ait)|duplic\w+|doblad?[oa]s?", re.IGNORECASE), 2.0),
    (re.compile(r"tripl(?:e|es|ed|ing)|three-?fold|verdreifach\w+|tripl(?:é|ée|er)|triplic\w+", re.IGNORECASE), 3.0),
    (re.compile(r"quadrupl\w+|four-?fold|vervierfach\w+|cuadruplic\w+", re.IGNORECASE), 4.0),
    (re.compile(r"by a third|um ein Drittel|d['’]un tiers|(?:en|por) un tercio", re.IGNORECASE), 1 / 3),
    (re.compile(r"by a quarter|um ein Viertel|d['’]un quart|(?:en|por) un cuarto", re.IGNORECASE), 0.25),
    (re.compile(r"by two[ -]thirds|um zwei Drittel|des deux tiers|en dos tercios", re.IGNORECASE), 2 / 3),
    (re.compile(r"ten-?fold|verzehnfach\w+|décupl\w+", re.IGNORECASE), 10.0),
)  # fmt: skip
_MULTIPLE_WORD = re.compile(
    r"\b(?:" + "|".join(f"(?:{pattern.pattern})" for pattern, _ in _MULTIPLES) + r")(?!\w)", re.IGNORECASE
)
_BOUNDS = (
    (Bound.OVER, "over|more than|at least|above|in excess of|upwards of|no (?:less|fewer) than|exceeding|beyond|past"
     "|über|mehr als|mindestens|wenigstens|gut|plus d['’e]|au moins|au-delà de|más de|al menos|por lo menos|como mínimo"),
    (Bound.UNDER, "almost|nearly|up to|close to|under|less than|fewer than|at most|maximum|just under|fast|knapp|beinahe|bis zu"
     "|unter|weniger als|höchstens|maximal|annähernd|presque|près d['’e]|jusqu['’]à|moins d['’e]|au plus|casi|hasta|menos de"
     "|cerca de"),
    (Bound.ABOUT, "about|around|some|approximately|approx\\.?|roughly|circa|c\\.|ca\\.?|rund|etwa|ungefähr|zirka|environ|autour de"
     "|quelque|unos|unas|aproximadamente|alrededor de|usually|typically|average|mostly|gewöhnlich|meist|normalement"),
)  # fmt: skip
_BOUND = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{bound}>{words})" for bound, words in _BOUNDS)
    + r")(?:\s(?:a|an|the|einer|einem|une|un|una|of|de|den|die))?\s*[$€£]?\s*$",
    re.IGNORECASE,
)
_DE_PART = re.compile(
    r"(?:(?P<m>[a-zäöüß]*?)tausend)?(?:(?P<h>[a-zäöüß]*?)hundert)?(?:und)?(?P<r>[a-zäöüß]*)", re.IGNORECASE
)


def find_quantities(text: str, language: Language = Language.EN) -> tuple[Quantity, ...]:
    """Every quantity of `text` in order. Parts of names (`S3`, `ISO9001`, `2S`) and addresses are none."""
    shown = _HIDDEN.sub(lambda found: " " * len(found[0]), text)
    found = [*_written(shown, language)]
    taken = [(quantity.start, quantity.end) for quantity in found]
    for quantity in (*_spoken(shown, language), *_multiples(shown)):
        if not any(start < quantity.end and quantity.start < end for start, end in _near(taken, quantity)):
            found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _near(taken: list[tuple[int, int]], quantity: Quantity) -> Iterator[tuple[int, int]]:
    # `taken` is in order: only the neighbours of the place can overlap.
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        if taken[middle][1] <= quantity.start:
            low = middle + 1
        else:
            high = middle
    yield from taken[low : low + 3]


def _written(text: str, language: Language) -> Iterator[Quantity]:
    for found in _NUMBER.finditer(text):
        digits, scale = found["digits"], found["scale"]
        if text[found.end("digits") : found.end("digits") + 1].isalpha() and not (
            found["ordinal"] or scale or (found["after"] or "").casefold() in {"x", "fach"}
        ):
            continue
        grouped = " " not in digits or language is not Language.EN
        value = _value(digits if grouped else digits.replace(" ", ""), language)
        before = (found["before"] or "").casefold()
        after = re.sub(r"^(?:de |d['’]|of )", "", (found["after"] or "").casefold())
        currency = CURRENCIES.get(before) or CURRENCIES.get(after)
        end = found.end()
        if scale:
            # "5 m" is five metres, "£5m" is money; "3 B" is a class of licence, not three thousand million.
            attached = found.start("scale") == found.end("digits")
            if scale in {"m", "b", "B"} and not currency or (len(scale) == 1 and not attached and not currency):
                end = found.end("digits") if not found["after"] else end
                if attached:
                    continue
            else:
                value *= _SCALES.get(scale.casefold().rstrip("."), 1e3)
        bound = _bound(text, found.start(), found["tilde"])
        if found["plus"]:
            bound = Bound.OVER
        kind, unit, per = Kind.COUNT, None, None
        if currency:
            kind, unit = Kind.MONEY, currency
        elif after == "%" or after.startswith(("per", "pro", "pour", "por", "pc")):
            kind = Kind.PERCENT
        elif after:
            kind = Kind.MULTIPLE
        elif not scale and not found["ordinal"] and re.fullmatch(r"(?:19|20)\d\d", digits):
            kind = Kind.YEAR
        if kind is not Kind.YEAR:
            value, kind, unit, per = _measure(text, end, value, kind, unit)
        yield Quantity(value, kind, unit, per, bound, found.start("digits"), end)


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
    for place, word in enumerate(words):
        said = word[0].casefold()
        between = text[words[place - 1].end() if place else end : word.start()]
        if re.search(r"[;:.!?\n]|, ", between) or said.isdigit() or place and said in _BREAKS:
            break
        if place == 0 and said in _LONG and kind is Kind.COUNT:
            return value * _LONG[said], Kind.DURATION, "year", None
        earlier = words[place - 1][0].casefold() if place else ""
        measured = _UNIT_OF.get(said) or _UNIT_OF.get(said.rsplit("-", 1)[-1])
        if said == "an" and earlier in {"par", "l"}:
            measured = "year"
        if measured is None:
            continue
        if said in _ADVERBS or "/" in between or earlier in _PER_WORDS:
            per = measured
            break
        if kind is Kind.COUNT and place <= 1 and measured in _LASTING and said not in _ADVERBS:
            # "3 full years"; a word between that is itself counted ("40 staff days") is rare enough.
            kind, unit = Kind.DURATION, measured
    return value, kind, unit, per


def _bound(text: str, start: int, sign: str | None = None) -> Bound:
    if sign:
        return {"~": Bound.ABOUT, "≈": Bound.ABOUT, ">": Bound.OVER, "≥": Bound.OVER}.get(sign, Bound.UNDER)
    found = _BOUND.search(text[max(0, start - 32) : start])
    if not found:
        return Bound.EXACT
    return next(bound for bound in (Bound.OVER, Bound.UNDER, Bound.ABOUT) if found[bound.value])


def _spoken(text: str, language: Language) -> Iterator[Quantity]:
    small, large = _SMALL[language], _LARGE[language]
    joiner = {Language.EN: "and", Language.FR: "et", Language.ES: "y", Language.DE: "und"}[language]
    run: list[tuple[re.Match[str], float]] = []
    held: re.Match[str] | None = None
    for word in (*_WORD.finditer(text), None):
        said = word[0].casefold() if word else ""
        value = _spoken_value(said, language) if word else None
        gap = text[run[-1][0].end() : word.start()] if run and word else ""
        if value is not None and word is not None:
            if run and held is None and not gap.isspace() or run and held and "," in gap or run and not _continues(run, value, said, large, held is not None):
                yield from _said(text, run, large)
                run = []
            run.append((word, value))
            held = None
        elif run and held is None and said == joiner and gap.isspace():
            held = word
        else:
            if run:
                yield from _said(text, run, large)
            run, held = [], None
        if word and said in _VAGUE:
            yield Quantity(_VAGUE[said], Kind.COUNT, None, None, Bound.OVER, word.start(), word.end(), vague=True, spelled=True)
        if word and said in _LONG and not _counted(text, word.start(), small):
            yield Quantity(10, Kind.DURATION, "year", None, _bound(text, word.start()), word.start(), word.end(), spelled=True)


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
    for word, value in run:
        scale = large.get(word[0].casefold())
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
    money = re.match(rf"\s(?:de |d['’])?({_SPELT_CURRENCIES})\b", text[end : end + 14], re.IGNORECASE)
    multiple = text[start:end].casefold() in ("twice", "thrice") or text[end - 3 : end] == "mal" or re.match(r"(?:\s(?:times|Mal|mal|fois|veces)|-?fold|fach)\b", text[end : end + 7])
    kind, unit, per = Kind.COUNT, None, None
    if tail:
        kind = Kind.PERCENT
    elif money:
        kind, unit = Kind.MONEY, CURRENCIES[money[1].casefold()]
    elif multiple:
        kind = Kind.MULTIPLE
    value, kind, unit, per = _measure(text, end, value, kind, unit)
    yield Quantity(value, kind, unit, per, _bound(text, start), start, end, spelled=True)


def _spoken_value(said: str, language: Language) -> float | None:
    value = _SMALL[language].get(said)
    if language is Language.DE and len(said) > 5 and said.endswith("mal"):
        return _spoken_value(said[:-3], language)
    if value is None:
        value = _LARGE[language].get(said)
    if value is None and "-" in said and language in (Language.EN, Language.FR):
        parts = [_SMALL[language].get(part) for part in said.split("-") if part != "et"]
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
    small = _SMALL[Language.DE]
    found = _DE_PART.fullmatch(said)
    if not found or not re.search(r"tausend|hundert|[a-zäöüß]und[a-zäöüß]", said):
        return None
    total = 0.0
    for part, scale in ((found["m"], 1000), (found["h"], 100)):
        if part is not None:
            count = 1 if part in ("", "ein") else small.get(part)
            if count is None:
                return None
            total += count * scale
    rest = found["r"]
    if rest:
        if rest in small:
            return total + small[rest]
        unit, _, tens = rest.partition("und")
        units = 1.0 if unit == "ein" else small.get(unit)
        if units is None or units > 9 or not 20 <= small.get(tens, 0) <= 90:
            return None
        total += units + small[tens]
    return total


def _multiples(text: str) -> Iterator[Quantity]:
    for found in _MULTIPLE_WORD.finditer(text):
        value = next(value for pattern, value in _MULTIPLES if pattern.fullmatch(found[0]))
        yield Quantity(value, Kind.MULTIPLE, None, None, Bound.EXACT, found.start(), found.end(), spelled=True)
