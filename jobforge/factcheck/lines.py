"""The text of sources and documents in parts: sentences, words with meaning, and what only looks different."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from jobforge.languages.claims import EVERYDAY, NEGATION, NEGATION_ELIDED
from jobforge.languages.words import FRAME_WORDS, STOP_WORDS, WEAK_WORDS
from jobforge.text.terms import Token, fold, stem

COMPOUND = 4  # letters that a part of a compound must have
MAX_SENTENCE = 600
STEM_SHARE = 0.55
EVERYDAY_WEIGHT = 0.25

_SENTENCE = re.compile(r"(?<=[.!?])[\"”»)]?\s+(?=[\"“„«(]?[A-ZÀ-Þ0-9¿¡])|;\s+|\s\|\s")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Sr|Jr|Prof|Nr|No|Tel|ca|approx|bzw|inkl|z\.B|e\.g|i\.e|Mgmt|Dev|Inc|Ltd|Co|\w)\.)$"
)


@cache
def generic_stems(language: str) -> frozenset[str]:
    """Return the stems of the words of everyday work, which claim nothing by themselves."""
    return frozenset(stem(token, language) for token in _everyday(language))


def is_generic(token: Token, language: str) -> bool:
    """Tell whether a word is one of everyday work. For ambiguous short stems the word itself counts."""
    root = stem(token.folded, language)
    if token.folded in _everyday(language) or token.folded[:-1] in _everyday(language) and token.folded[-1] == "s":
        return True
    # "generator" and "general" share a stem, yet not a meaning: a stem must be most of the word.
    return len(root) >= max(COMPOUND, STEM_SHARE * len(token.folded)) and root in generic_stems(language)


@cache
def _everyday(language: str) -> frozenset[str]:
    tables = (EVERYDAY, STOP_WORDS, FRAME_WORDS, WEAK_WORDS)
    return frozenset(fold(token) for table in tables for token in table.of(language))


def weight(token: str, language: str) -> float:
    """Return how much a stem tells of a line."""
    return EVERYDAY_WEIGHT if token in generic_stems(language) else 1.0


@lru_cache(maxsize=5_000)
def negated(text: str, language: str) -> bool:
    """Tell whether a sentence denies something."""
    return bool(NEGATION.of(language).search(text) or NEGATION_ELIDED.of(language).search(text))


def sentences(text: str) -> list[str]:
    """The sentences of one line; full stops of abbreviations end none."""
    result: list[str] = []
    start = 0
    for cut in _SENTENCE.finditer(text):
        if _ABBREVIATED.search(text[max(start, cut.start() - 12) : cut.start()]):
            continue
        result.append(text[start : cut.start()].strip())
        start = cut.end()
    result.append(text[start:].strip())
    return [piece for sentence in result if sentence for piece in _pieces(sentence)]


def _pieces(sentence: str) -> Iterator[str]:
    """`sentence`, or parts of it where it is longer than anybody's: every rule then takes a bounded time."""
    while len(sentence) > MAX_SENTENCE:
        cut = sentence.rfind(" ", MAX_SENTENCE // 2, MAX_SENTENCE)
        cut = cut if cut > 0 else MAX_SENTENCE
        yield sentence[:cut].strip()
        sentence = sentence[cut:].strip()
    if sentence:
        yield sentence


QUOTED = re.compile(r"„([^„“”]+)[“”]|“([^“”]+)”|«([^«»]+)»|‹([^‹›]+)›|\"([^\"]+)\"")
BLANKED = re.compile(r"\u2800+")


def shown_again(quote: str, line: str) -> str:
    """`quote` with the words that were blanked in it, as they stand in `line`."""
    pattern = ".+?".join(re.escape(piece) for piece in BLANKED.split(quote))
    result = re.search(pattern, line)
    return result[0] if result else quote


_TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)


@lru_cache(maxsize=5_000)
def plain(text: str) -> str:
    """`text` without what only looks different: typographic marks, markup, case, final stop."""
    return " ".join(re.sub(r"[*_`#|•▪]", " ", text.translate(_TYPOGRAPHY)).casefold().split()).rstrip(".;, ")
