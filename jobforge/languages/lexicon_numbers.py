"""Words for numbers, scales, currencies, units of time and bounds in English, German, French and Spanish."""

import re

from jobforge.text.language import Language

UNITS = {
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
UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words.split()}
_COMPOUND_UNITS = {"jahres": "year", "monats": "month", "wochen": "week", "tages": "day", "stunden": "hour"}


def unit_of_compound(folded: str) -> str | None:
    """The unit of time that a German compound opens with: `wochenbudget`."""
    return next((unit for opening, unit in _COMPOUND_UNITS.items() if folded.startswith(opening)), None)


LASTING = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
LONG = {
    "decade": 10, "decades": 10, "jahrzehnt": 10, "jahrzehnte": 10, "jahrzehnten": 10, "décennie": 10,
    "décennies": 10, "década": 10, "décadas": 10,
}  # fmt: skip
ADVERBS = frozenset(
    "yearly annual annually jährlich jährliche jährlichen annuel annuels annuelle annuellement anual anuales anualmente "
    "quarterly vierteljährlich trimestriel trimestrielle trimestral monthly monatlich monatliche monatlichen mensuel "
    "mensuelle mensuels mensual mensuales mensualmente weekly wöchentlich wöchentliche hebdomadaire hebdomadaires semanal "
    "semanales daily täglich tägliche journalier quotidien quotidienne quotidiennes diario diaria diarios diarias "
    "diariamente hourly stündlich nightly".split()
)
BREAKS = frozenset(
    "within innerhalb binnen and und et y or oder ou o who which while die qui que with mit avec con".split()
)
PER_WORDS = frozenset(
    "a an per each every pro im am je jede jeden jedes der par à l le la chaque por al a la cada".split()
)

SCALES = {
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
SMALL: dict[Language, dict[str, float]] = {
    Language.EN: {
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "one": 1, "zero": 0, "twice": 2, "thrice": 3,
    },
    Language.DE: {
        "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
        "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
        "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40,
        "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "null": 0,
        "hundert": 100, "tausend": 1000,
    },
    Language.FR: {
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20,
        "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90,
        "zéro": 0, "cent": 100, "cents": 100, "mille": 1000, "dizaine": 10, "quinzaine": 15,
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
        "mil": 1000, "decena": 10, "veintena": 20, "centenar": 100, "millar": 1000,
    },
}  # fmt: skip
LARGE: dict[Language, dict[str, float]] = {
    Language.EN: {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9},
    Language.DE: {
        "dutzend": 12,
        "hundert": 100,
        "tausend": 1e3,
        "million": 1e6,
        "millionen": 1e6,
        "milliarde": 1e9,
        "milliarden": 1e9,
    },
    Language.FR: {
        "douzaine": 12,
        "douzaines": 12,
        "cent": 100,
        "cents": 100,
        "mille": 1e3,
        "million": 1e6,
        "millions": 1e6,
        "milliard": 1e9,
        "milliards": 1e9,
    },
    Language.ES: {"docena": 12, "docenas": 12, "mil": 1e3, "millón": 1e6, "millones": 1e6},
}
VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9,
    "dutzende": 24, "dutzenden": 24, "hunderte": 200, "hunderten": 200, "tausende": 2000, "tausenden": 2000,
    "dizaines": 20, "centaines": 200, "milliers": 2000,
    "decenas": 20, "centenares": 200, "cientos": 200, "miles": 2000, "millares": 2000,
}  # fmt: skip
# Multiples and shares said in words. "Half" alone is too often an hour, a day or a place to be a claim.
MULTIPLES = (
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
# Shares of a whole: a numerator, a denominator, and what tells "a third of them" from "a third person".
NUMERATORS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9, "ein": 1, "einem": 1, "zwei": 2,
    "drei": 3, "vier": 4, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "una": 1, "dos": 2, "tres": 3, "cuatro": 4,
}  # fmt: skip
DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10, "drittel": 3, "viertel": 4,
    "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10, "tiers": 3, "quart": 4, "cinquième": 5, "sixième": 6,
    "dixième": 10, "tercio": 3, "cuarto": 4, "quinto": 5, "sexto": 6, "décimo": 10, "quinta": 5, "décima": 10,
}  # fmt: skip
SHARE = re.compile(
    r"(?<!by )(?<!um )(?<!en )(?<!por )\b(?:(?P<many>"
    + "|".join(k for k, v in NUMERATORS.items() if v > 1)
    + r")[ -](?P<parts>"
    + "|".join(DENOMINATORS)
    + r")s?\b(?! d['’]heure| de hora|stunde)"
    r"|(?P<one>an?|one|einem|ein|une?|una)[ -](?P<part>"
    + "|".join(DENOMINATORS)
    + r")(?: parte)?(?= (?:of|were|was|are|is|der|des|aller|du|de|d['’])\b(?! hora))"
    r"|(?P<half>\bhalf (?:of|the|all|our|my)\b|\b(?:die|der) hälfte (?:der|des|aller|davon)\b|\bla moitié d|\bla mitad de\b))",
    re.IGNORECASE,
)
BOUNDS = (
    ("over", "over|more than|at least|above|in excess of|upwards of|no (?:less|fewer) than|exceeding|beyond|past"
     "|über|mehr als|mindestens|wenigstens|gut|plus d['’e]|au moins|au-delà de|más de|al menos|por lo menos|como mínimo"),
    ("under", "almost|nearly|up to|close to|under|less than|fewer than|at most|maximum|just under|fast|knapp|beinahe|bis zu"
     "|unter|weniger als|höchstens|maximal|annähernd|presque|près d['’e]|jusqu['’]à|moins d['’e]|au plus|casi|hasta|menos de"
     "|cerca de"),
    ("about", "about|around|some|approximately|approx\\.?|roughly|circa|c\\.|ca\\.?|rund|etwa|ungefähr|zirka|environ|autour de"
     "|quelque|unos|unas|aproximadamente|alrededor de|usually|typically|average|mostly|gewöhnlich|meist|normalement"),
)  # fmt: skip
