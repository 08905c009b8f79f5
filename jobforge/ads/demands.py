"""What a requirement asks beyond its words: years, a language at a level, a licence class, a degree, a headcount."""

import re
from dataclasses import dataclass

from jobforge.ads.layout import flat
from jobforge.languages.demands import (
    AROUND_LANGUAGE,
    CEFR,
    CLASS,
    DEGREE_WORDS,
    DEGREES,
    HEADCOUNT,
    INCLUDES,
    LEVEL_WORDS,
    LICENCE,
    NOT_A_CAR,
    NUMBER_WORDS,
    SEVERAL_YEARS,
    YEARS,
)
from jobforge.languages.resume import language_names
from jobforge.languages.tables import cached
from jobforge.languages.words import FRAME_WORDS, STOP_WORDS
from jobforge.text.terms import fold, tokens


@cached
def _languages() -> dict[str, str]:
    return {fold(name): english for name, english in language_names().items()}


@dataclass(frozen=True, slots=True)
class LanguageDemand:
    """A spoken language by its English name and the least level, 1 (A1) to 6 (C2, native), 0 where none is said."""

    name: str
    level: int


def years_asked(text: str) -> float | None:
    """The years of experience a requirement asks for; "several" counts as two."""
    phrase = fold(text)
    result = [_number(match["number"]) for match in YEARS.finditer(phrase)]
    if result:
        return max(result)
    return 2.0 if SEVERAL_YEARS.search(phrase) else None


def without_years(text: str) -> str:
    """`text` without the numbers of years, same words otherwise."""
    for result in reversed(list(YEARS.finditer(flat(text)))):
        text = text[: result.start()] + " " + text[result.end() :]
    return text


def _number(said: str) -> float:
    return float(said.replace(",", ".")) if said[0].isdigit() else float(NUMBER_WORDS[said])


def headcount_asked(text: str) -> int | None:
    """How many people at least, where the requirement counts them."""
    result = HEADCOUNT.search(fold(text))
    return int(_number(result["number"])) if result else None


def level_of(said: str) -> int:
    """A level in anybody's words as 1 (A1) to 6 (C2, native); 0 where the words name none."""
    plain = fold(said)
    if exact := re.search(r"\b([abc][12])\b", plain):
        return CEFR[exact.group(1)]
    return next((level for level, pattern in LEVEL_WORDS if pattern.search(plain)), 0)


def languages_asked(text: str) -> tuple[LanguageDemand, ...]:
    """Languages, where a requirement is about speaking them and not, say, about teaching them."""
    result, rest = [], []
    for token in tokens(text):
        name = _language(token.folded, token.text)
        if name:
            result.append(name)
        else:
            rest.append(token.folded)
    if not result:
        return ()
    if [
        term
        for term in rest
        if term not in STOP_WORDS
        and term not in FRAME_WORDS
        and term not in AROUND_LANGUAGE
        and len(term) > 1
        and "niveau" not in term
        and not level_of(term)
    ]:
        return ()
    level = level_of(re.sub(r"(?i)bilingual|bilingue|zweisprachig", "", text))
    return tuple(LanguageDemand(name, level) for name in dict.fromkeys(result))


def _language(folded: str, written: str) -> str | None:
    for tail in ("kenntnisse", "kenntnissen", "sprachig", "sprachige", "speaking"):
        folded = folded.removesuffix(tail)
    if written.islower() and folded in ("polish", "latin", "thai", "dari", "twi", "creole", "lse"):
        return None
    return _languages().get(folded) or _languages().get(folded.removesuffix("e"))


def licence_classes(text: str) -> frozenset[str] | None:
    """Driving licence classes in `text`, empty where only "a driving licence" is said; None where none is meant."""
    phrase = fold(text)
    result = LICENCE.search(phrase)
    if result is None or NOT_A_CAR.search(phrase):
        return None
    return frozenset(match.group().replace("+", "") for match in CLASS.finditer(text[max(result.start() - 12, 0) :]))


def covers(held: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether the classes held allow all that are asked; a licence without a class is for cars."""
    allowed = {inner for one in held or {"B"} for inner in INCLUDES.get(one, one).split()}
    return asked <= allowed if asked else bool(allowed & {"B"}) or not held


def degree_rank(text: str) -> int:
    """1 school, 2 associate, 3 bachelor, 4 master, 5 doctorate; 0 where no degree is meant."""
    phrase = fold(text)
    return next((rank for rank, pattern in DEGREES if pattern.search(phrase)), 0)


def lowest_degree(text: str) -> int:
    """The lowest degree of several that a requirement would take."""
    ranks = [rank for rank, pattern in DEGREES if pattern.search(fold(text))]
    return min(ranks) if ranks else 0


def is_degree_word(folded: str) -> bool:
    return folded in DEGREE_WORDS
