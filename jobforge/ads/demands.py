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
    said = fold(text)
    found = [_number(match["number"]) for match in YEARS.finditer(said)]
    if found:
        return max(found)
    return 2.0 if SEVERAL_YEARS.search(said) else None


def without_years(text: str) -> str:
    """`text` without the numbers of years, same words otherwise."""
    for found in reversed(list(YEARS.finditer(flat(text)))):
        text = text[: found.start()] + " " + text[found.end() :]
    return text


def _number(said: str) -> float:
    return float(said.replace(",", ".")) if said[0].isdigit() else float(NUMBER_WORDS[said])


def headcount_asked(text: str) -> int | None:
    """How many people at least, where the requirement counts them."""
    found = HEADCOUNT.search(fold(text))
    return int(_number(found["number"])) if found else None


def level_of(said: str) -> int:
    """A level in anybody's words as 1 (A1) to 6 (C2, native); 0 where the words name none."""
    plain = fold(said)
    if exact := re.search(r"\b([abc][12])\b", plain):
        return CEFR[exact.group(1)]
    return next((level for level, pattern in LEVEL_WORDS if pattern.search(plain)), 0)


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
    if [
        word
        for word in rest
        if word not in STOP_WORDS
        and word not in FRAME_WORDS
        and word not in AROUND_LANGUAGE
        and len(word) > 1
        and "niveau" not in word
        and not level_of(word)
    ]:
        return ()
    level = level_of(re.sub(r"(?i)bilingual|bilingue|zweisprachig", "", text))
    return tuple(LanguageDemand(name, level) for name in dict.fromkeys(found))


def _language(folded: str, written: str) -> str | None:
    for tail in ("kenntnisse", "kenntnissen", "sprachig", "sprachige", "speaking"):
        folded = folded.removesuffix(tail)
    if written.islower() and folded in ("polish", "latin", "thai", "dari", "twi", "creole", "lse"):
        return None
    return _languages().get(folded) or _languages().get(folded.removesuffix("e"))


def licence_classes(text: str) -> frozenset[str] | None:
    """Driving licence classes in `text`, empty where only "a driving licence" is said; None where none is meant."""
    said = fold(text)
    found = LICENCE.search(said)
    if found is None or NOT_A_CAR.search(said):
        return None
    return frozenset(match.group().replace("+", "") for match in CLASS.finditer(text[max(found.start() - 12, 0) :]))


def covers(held: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether the classes held allow all that are asked; a licence without a class is for cars."""
    allowed = {inner for one in held or {"B"} for inner in INCLUDES.get(one, one).split()}
    return asked <= allowed if asked else bool(allowed & {"B"}) or not held


def degree_rank(text: str) -> int:
    """1 school, 2 associate, 3 bachelor, 4 master, 5 doctorate; 0 where no degree is meant."""
    said = fold(text)
    return next((rank for rank, pattern in DEGREES if pattern.search(said)), 0)


def lowest_degree(text: str) -> int:
    """The lowest degree of several that a requirement would take."""
    ranks = [rank for rank, pattern in DEGREES if pattern.search(fold(text))]
    return min(ranks) if ranks else 0


def is_degree_word(folded: str) -> bool:
    return folded in DEGREE_WORDS
