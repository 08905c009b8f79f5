"""What a requirement asks beyond its words: years, a language at a level, a licence class, a degree, a headcount."""

import re
from dataclasses import dataclass

from jobforge.analysis.lexicon_resume import LANGUAGES
from jobforge.analysis.terms import fold, tokens

NUMBER_WORDS = {
    word: value
    for value, said in enumerate(
        (
            "one ein eine einem einen einer un une uno una", "two zwei deux dos", "three drei trois tres",
            "four vier quatre cuatro", "five funf cinq cinco", "six sechs seis", "seven sieben sept siete", "eight acht huit ocho",
            "nine neun neuf nueve", "ten zehn dix diez", "eleven elf onze once", "twelve zwolf douze doce",
        ),
        1,
    )
    for word in said.split()
}  # fmt: skip
_COUNT = r"\d{1,2}(?:[.,]\d)?|" + "|".join(sorted(NUMBER_WORDS, key=lambda word: -len(word)))
_YEARS = re.compile(
    rf"\b(?P<number>{_COUNT})(?:\s?(?:-|–|to|bis|a|à)\s?\d{{1,2}})?\s?\+?\)?\s?(?:or more|oder mehr|ou plus|o mas|volle[n]?|full)?[\s-]{{0,2}}"
    r"(?:years?|yrs?|jahr(?:e|en|es)?|ans|annees?|anos?)\b"
)
_SEVERAL_YEARS = re.compile(r"\bmehrjahrig|\bseveral years|\blangjahrig|\bplusieurs annees|\bvarios anos|\bmany years")
_HEADCOUNT = re.compile(rf"\b(?:at least|minimum(?: of)?|more than|mindestens|mehr als|au moins|plus de|al menos|mas de|minimo)\s(?:de\s)?(?P<number>\d{{1,4}}|{_COUNT})\b(?!\s?\+?\s?(?:years?|yrs?|jahr|ans\b|anos?\b|months?|monat|mois|meses|hours|stunden))")

# Common European Framework levels A1 to C2 as 1 to 6, and the words people use for them.
_CEFR = {"a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 6}
_LEVEL_WORDS = (
    (6, re.compile(r"native|mother tongue|muttersprach|maternelle|nativ[oa]|bilingual|zweisprachig|bilingue")),
    (5, re.compile(r"business fluent|verhandlungssicher|negotiat|proficient|full professional|perfect|perfekt|profesional completo")),
    (4, re.compile(r"fluen|fliess|flies|courant|fluid|wort und schrift|written and spoken|spoken and written|ecrit et (?:a l.)?oral|very good|sehr gut|avanzad|advanced|lu, ecrit|hablado y escrito|upper.intermediate")),
    (3, re.compile(r"working knowledge|conversational|intermediate|good|gute?\b|bon(?:ne)?\b|buen|intermedi|solid|konversation|professional")),
    (2, re.compile(r"basic|grundkenntnis|notions|basic[oa]|elementary|elemental|scolaire|schulkenntnis")),
    (1, re.compile(r"beginner|anfanger|debutant|principiante")),
)  # fmt: skip
_LANGUAGES = {fold(name): english for name, english in LANGUAGES.items()}
_AROUND_LANGUAGE = frozenset(
    """a1 a2 b1 b2 c1 c2 wort schrift word level niveau nivel languages language sprache sprachen langue lengua idioma speaker speaking
    native spoken written basic intermediate advanced conversational professional working business both every day fluency fluidez
    courant lu ecrit parle oral maternelle verhandlungssicher verhandlungssichere verhandlungssicheres fliessend fliessende fliessendes
    sprichst sprechen speak speaks parlez hablas communicate communication verbal hablado escrito alto medio good gute deutschkenntnisse
    sehr nativo nativa mindestens minimum minimo least on""".split()
)

_LICENCE = re.compile(
    r"\bdriv(?:ing|er'?s?|ers) licen[cs]e|\bfuhrerschein|\bfahrerlaubnis|\bpermis (?:de conduire|a|b|be|c|ce|c1|d)\b|\b(?:carnet?|permiso|licencia) (?:de )?(?:conducir|b|c)\b"
)
_NOT_A_CAR = re.compile(r"\bforklift|\bstapler|\bkran|\bboat|\bcdl\b|\bhgv\b|\bcaces\b|\bpersonenbeforderung")
_CLASS = re.compile(r"\b(?:A1|A2|AM|A|BE|B96|B|C1E|C1|CE|C\+E|C|D1E|D1|DE|D|T|L)\b")
_INCLUDES = {
    "CE": "CE C C1 C1E BE B", "C": "C C1 B", "C1E": "C1E C1 BE B", "C1": "C1 B", "BE": "BE B", "B96": "B96 B", "D": "D D1 B",
    "DE": "DE D D1 BE B", "D1": "D1 B", "A": "A A2 A1 AM", "A2": "A2 A1 AM", "B": "B AM L", "T": "T L AM",
}  # fmt: skip

_DEGREES = (
    (5, re.compile(r"\bph\.? ?d\b|\bdoctora|\bdoktor|\bpromotion zum\b|\bpromoviert|^promotion\b|\bdr\. ?(?:iur|rer|med|phil|ing)|\bdphil\b")),
    (4, re.compile(r"\bmaster(?:'?s|s)? (?:degree|of|in|level)|\bmaster(?:'s|abschluss|studium)?\b(?! (?:craftsman|data|file|electrician))|\bm\.?sc\b|\bm\.?eng\b|\bmba\b|\bma\b(?= )|\bm\.a\b|\bms\b(?= (?:in|with|or|degree))|\bmagister|\bdiplom(?:-?(?:ingenieur|kauf|inform|psycholog)|\b(?! \w+ \d))|\bstaatsexam|\bbac ?\+ ?5|\bllm\b|\bll\.m|\bdiplome d.ingenieur|\blicenciatura\b")),
    (3, re.compile(r"\bbachelor|\bb\.?sc\b|\bb\.?eng\b|\bba\b(?= )|\bb\.a\b|\bb\.?s\b(?= )|\bllb\b|\bb\.?ed\b|\bgrado en|\bgrado universitario|\bgraduad[oa] en|\btitulacion (?:superior|universitaria)|\buniversity degree|\bcollege degree|\bdegree\b|\bstudium\b|\bhochschul|\bbac ?\+ ?[34]|\blicence (?:pro|en|de)\b(?!.*\biso\b)|\bingenieria\b")),
    (2, re.compile(r"\bassociate(?:'?s)? degree|\bassociate of|\bbac ?\+ ?2|\bbts\b|\bdut\b|\bhn[dc]\b|\btecnico superior|\bfoundation degree")),
    (1, re.compile(r"\bhigh school|\bged\b|\babitur\b|\bmatura\b|\brealschul|\bhauptschul|\bmittlere reife|\bbachillerato|\bbaccalaureat|\bsecondary school|\bleaving cert|\bgcse|\ba[- ]levels?\b")),
)  # fmt: skip
_DEGREE_WORDS = frozenset(
    """degree bachelor bachelors master masters phd doctorate doctoral bsc ba msc ma ms mba beng meng llb llm bed university college
    higher studium hochschulstudium studienabschluss abschluss hochschulabschluss promotion diplom diplome diploma high school ged
    abitur associate related field fields discipline subject equivalent similar relevant quantitative technical stem ingenieur bac
    bac+2 bac+3 bac+4 bac+5 licence grado titulacion titulo universitaria universitario universitat superior estudios hons honours
    staatsexamen staatsexamina juristische juristisches zweites erstes zwei graduado formation type""".split()
)


@dataclass(frozen=True, slots=True)
class LanguageDemand:
    """A spoken language by its English name and the least level, 1 (A1) to 6 (C2, native), 0 where none is said."""

    name: str
    level: int


def years_asked(text: str) -> float | None:
    """The years of experience a requirement asks for; "several" counts as two."""
    said = fold(text)
    found = [_number(match["number"]) for match in _YEARS.finditer(said)]
    if found:
        return max(found)
    return 2.0 if _SEVERAL_YEARS.search(said) else None


def without_years(text: str) -> str:
    """`text` without the numbers of years, same words otherwise."""
    return _YEARS.sub(" ", fold(text)) if _YEARS.search(fold(text)) else text


def _number(said: str) -> float:
    return float(said.replace(",", ".")) if said[0].isdigit() else float(NUMBER_WORDS[said])


def headcount_asked(text: str) -> int | None:
    """How many people at least, where the requirement counts them."""
    found = _HEADCOUNT.search(fold(text))
    return int(_number(found["number"])) if found else None


def level_of(said: str) -> int:
    """A level in anybody's words as 1 (A1) to 6 (C2, native); 0 where the words name none."""
    plain = fold(said)
    if exact := re.search(r"\b([abc][12])\b", plain):
        return _CEFR[exact.group(1)]
    return next((level for level, pattern in _LEVEL_WORDS if pattern.search(plain)), 0)


def languages_asked(text: str) -> tuple[LanguageDemand, ...]:
    """Languages, where a requirement is about speaking them and not, say, about teaching them."""
    found, rest = [], []
    for token in tokens(text):
        name = _language(token.folded, token.text)
        if name:
            found.append(name)
        else:
            rest.append(token.folded)
    if not found:
        return ()
    from jobforge.analysis.lexicon_words import FRAME_WORDS, STOP_WORDS

    if [word for word in rest if word not in STOP_WORDS and word not in FRAME_WORDS and word not in _AROUND_LANGUAGE and len(word) > 1]:
        return ()
    level = level_of(re.sub(r"(?i)bilingual|bilingue|zweisprachig", "", text))
    return tuple(LanguageDemand(name, level) for name in dict.fromkeys(found))


def _language(folded: str, written: str) -> str | None:
    for tail in ("kenntnisse", "kenntnissen", "sprachig", "sprachige", "speaking"):
        folded = folded.removesuffix(tail)
    if written.islower() and folded in ("polish", "latin", "thai", "dari", "twi", "creole", "lse"):
        return None
    return _LANGUAGES.get(folded) or _LANGUAGES.get(folded.removesuffix("e"))


def licence_classes(text: str) -> frozenset[str] | None:
    """Driving licence classes in `text`, empty where only "a driving licence" is said; None where none is meant."""
    said = fold(text)
    found = _LICENCE.search(said)
    if found is None or _NOT_A_CAR.search(said):
        return None
    return frozenset(match.group().replace("+", "") for match in _CLASS.finditer(text[max(found.start() - 12, 0) :]))


def covers(held: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether the classes held allow all that are asked; a licence without a class is for cars."""
    allowed = {inner for one in held or {"B"} for inner in _INCLUDES.get(one, one).split()}
    return asked <= allowed if asked else bool(allowed & {"B"}) or not held


def degree_rank(text: str) -> int:
    """1 school, 2 associate, 3 bachelor, 4 master, 5 doctorate; 0 where no degree is meant."""
    said = fold(text)
    return next((rank for rank, pattern in _DEGREES if pattern.search(said)), 0)


def lowest_degree(text: str) -> int:
    """The lowest degree of several that a requirement would take."""
    ranks = [rank for rank, pattern in _DEGREES if pattern.search(fold(text))]
    return min(ranks) if ranks else 0


def is_degree_word(folded: str) -> bool:
    return folded in _DEGREE_WORDS
