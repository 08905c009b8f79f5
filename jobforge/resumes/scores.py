"""How much a piece of text looks like a job title or like the name of an employer."""

import re
from functools import lru_cache

from jobforge.languages.resume import EMPLOYER_ENDINGS, EMPLOYER_WORDS, TITLE_ENDINGS, TITLE_WORDS
from jobforge.languages.tables import cached

_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_LEGAL_FORM = re.compile(r"(?<!\w)(?:Co|AG|KG|SE|SA|SL|UG|NV|BV|LP|SAS|AS|AB|Oy|e\.\s?V|S\.A|S\.L|Pvt|Mfg|Bros)(?!\w)")
# German writes one word: Kraftfahrer, Intensivpfleger, Küchenleiterin.
_COMPOUND_ENDINGS = (
    *("er", "erin", "kraft", "frau", "mann", "ist", "istin", "or", "koch", "leiter"),
    *("ent", "entin", "ant", "antin", "ing", "eur", "eurin"),
)


def has_title_word(text: str) -> bool:
    """Return whether `text` names what somebody is."""
    return title_score(text) >= 2


def has_employer_word(text: str) -> bool:
    """Return whether `text` has a word of firms and institutions, or a legal form."""
    return employer_score(text) > 0


def title_score(text: str) -> int:
    """Return 3 where a word names a job, 1 where one ends like such words, else 0."""
    words = [token.strip(".'’").casefold() for token in _WORD.findall(text)]
    if any(_names_a_person(token) for token in words):
        return 3
    return 1 if any(token.endswith(tuple(TITLE_ENDINGS)) and len(token) > 4 for token in words) else 0


def names_a_firm(text: str) -> bool:
    """Return whether `text` ends in the plural of a job, as firms do: "Planwerk Ingenieure"."""
    words = [token.strip(".'’").casefold() for token in _WORD.findall(text)]
    if len(words) < 2 or words[-1] in TITLE_WORDS or any(token in TITLE_WORDS for token in words[:-1]):
        return False
    return any(words[-1].removesuffix(tail) in TITLE_WORDS for tail in ("s", "e", "en") if words[-1].endswith(tail))


def employer_score(text: str) -> int:
    """Return 2 where a word names an employer, 1 where one may, else 0."""
    words = [token.strip(",'’").casefold() for token in _WORD.findall(text)]
    if any(token.rstrip(".") in EMPLOYER_WORDS for token in words) or _LEGAL_FORM.search(text):
        return 2
    if any(token.endswith(tuple(EMPLOYER_ENDINGS)) and len(token) > 6 for token in words):
        return 1
    return 1 if "&" in text or re.search(r"\bSt\.?\s", text) else 0


@lru_cache(maxsize=10_000)
def _names_a_person(token: str) -> bool:
    stem = re.sub(r"(?:[:*_/]?in(?:nen)?|e?s)$", "", token)
    if token in TITLE_WORDS or stem in TITLE_WORDS:
        return True
    if any(part in TITLE_WORDS for part in token.split("-")):
        return True
    return any(token.endswith(tail) and len(token) > len(tail) for tail in _compound_tails())


@cached
def _compound_tails() -> tuple[str, ...]:
    long_words = (token for token in TITLE_WORDS if len(token) >= 5 and token.endswith(_COMPOUND_ENDINGS))
    return (*long_words, "koch", "köchin")
