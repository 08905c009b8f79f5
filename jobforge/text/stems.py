"""Reduce an inflected word to its stem, by the Snowball stemmer of its language. Names are never stemmed."""

import threading
from functools import lru_cache
from typing import Protocol

import snowballstemmer  # type: ignore[import-untyped]

from jobforge.languages.resume import TITLE_WORDS
from jobforge.languages.tables import cached, raw
from jobforge.languages.words import EMPTY_TAILS, IRREGULAR, NOUN_TAILS
from jobforge.text.language import Language
from jobforge.text.tokens import fold

MIN_STEM = 4  # letters that are left of a word, at least


class _Stemmer(Protocol):
    def stemWord(self, token: str) -> str: ...


class _Stemmers(threading.local):
    """The stemmers of one thread, by language: a stemmer keeps the word it works on in itself."""

    def __init__(self) -> None:
        self.by_language: dict[str, _Stemmer | None] = {}


_own = _Stemmers()


def _stemmer(language: str) -> _Stemmer | None:
    if language not in _own.by_language:
        algorithm = raw(language, "words", "stemmer")
        known = algorithm in snowballstemmer.algorithms()
        _own.by_language[language] = snowballstemmer.stemmer(algorithm) if known else None
    return _own.by_language[language]


@cached
def _german_titles() -> frozenset[str]:
    return frozenset(fold(token) for token in TITLE_WORDS.of(Language.DE))


def _german_title(folded: str) -> str | None:
    """Return the title that a German word is a form of: Lehrerin is Lehrer, which has the stem of Lehre."""
    titles = _german_titles()
    return next(
        (base for ending in ("", "n", "s", "in", "innen") if (base := folded.removesuffix(ending)) in titles), None
    )


@lru_cache(maxsize=50_000)
def stem(folded: str, language: str = Language.EN) -> str:
    """Return the stem of a folded word in a language; the word itself where it has digits or no stemmer is named."""
    token = IRREGULAR.of(language).get(folded, folded)
    if title := _german_title(folded) if language == Language.DE and token is folded else None:
        return title
    if not token.isalpha() or len(token) < MIN_STEM:
        return token
    for tail in EMPTY_TAILS.of(language):
        if token.endswith(tail) and len(token) - len(tail) >= MIN_STEM:
            token = token[: -len(tail)].removesuffix("s")
            token = IRREGULAR.of(language).get(token, token)
    stemmer = _stemmer(language)
    if stemmer is None:
        return token
    # Folding takes the accent by which Spanish and its stemmer know `-ción`.
    root = stemmer.stemWord(token[:-3] + "ión" if language == Language.ES and token.endswith("cion") else token)
    for tail in NOUN_TAILS.of(language):
        if root.endswith(tail) and len(root) - len(tail) >= MIN_STEM:
            return stemmer.stemWord(root[: -len(tail)] + "en")
    return root
