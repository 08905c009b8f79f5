"""Reduce an inflected word to its stem, by the Snowball stemmer of its language. Names are never stemmed."""

from functools import cache, lru_cache
from typing import Protocol

import snowballstemmer  # type: ignore[import-untyped]

from jobforge.languages.resume import TITLE_WORDS
from jobforge.languages.tables import cached, raw
from jobforge.languages.words import EMPTY_TAILS, IRREGULAR, NOUN_TAILS
from jobforge.text.language import Language
from jobforge.text.tokens import fold

MIN_STEM = 4  # letters that are left of a word, at least


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@cache
def _stemmer(language: str) -> _Stemmer | None:
    algorithm = raw(language, "words", "stemmer")
    return snowballstemmer.stemmer(algorithm) if algorithm in snowballstemmer.algorithms() else None


@cached
def _german_titles() -> frozenset[str]:
    return frozenset(fold(word) for word in TITLE_WORDS.of(Language.DE))


def _german_title(folded: str) -> str | None:
    """Return the title that a German word is a form of: Lehrerin is Lehrer, which has the stem of Lehre."""
    titles = _german_titles()
    return next(
        (base for ending in ("", "n", "s", "in", "innen") if (base := folded.removesuffix(ending)) in titles), None
    )


@lru_cache(maxsize=50_000)
def stem(folded: str, language: str = Language.EN) -> str:
    """Return the stem of a folded word in a language; the word itself where it has digits or no stemmer is named."""
    word = IRREGULAR.of(language).get(folded, folded)
    if title := _german_title(folded) if language == Language.DE and word is folded else None:
        return title
    if not word.isalpha() or len(word) < MIN_STEM:
        return word
    for tail in EMPTY_TAILS.of(language):
        if word.endswith(tail) and len(word) - len(tail) >= MIN_STEM:
            word = word[: -len(tail)].removesuffix("s")
            word = IRREGULAR.of(language).get(word, word)
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    # Folding takes the accent by which Spanish and its stemmer know `-ción`.
    root = stemmer.stemWord(word[:-3] + "ión" if language == Language.ES and word.endswith("cion") else word)
    for tail in NOUN_TAILS.of(language):
        if root.endswith(tail) and len(root) - len(tail) >= MIN_STEM:
            return stemmer.stemWord(root[: -len(tail)] + "en")
    return root
