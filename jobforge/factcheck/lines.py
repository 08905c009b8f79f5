"""The text of sources and documents in parts: sentences, words with meaning, and what only looks different."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from jobforge.languages.claims import EVERYDAY, NEGATION, NEGATION_ELIDED
from jobforge.languages.words import FRAME_WORDS, STOP_WORDS, WEAK_WORDS
from jobforge.text.terms import Token, fold, keys, stem, tokens

COMPOUND = 4  # letters that a part of a compound must have
MAX_SENTENCE = 600
STEM_SHARE = 0.55
EVERYDAY_WEIGHT = 0.25

_SENTENCE = re.compile(r"(?<=[.!?])[\"”»)]?\s+(?=[\"“„«(]?[A-ZÀ-Þ0-9¿¡])|;\s+|\s\|\s")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Sr|Jr|Prof|Nr|No|Tel|ca|approx|bzw|inkl|z\.B|e\.g|i\.e|Mgmt|Dev|Inc|Ltd|Co|\w)\.)$"
)


@cache
def generic_stems() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in EVERYDAY | STOP_WORDS | FRAME_WORDS | WEAK_WORDS)


@lru_cache(maxsize=20_000)
def token_keys(text: str) -> frozenset[str]:
    return keys(text)


@lru_cache(maxsize=20_000)
def content(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry meaning, numbers left out."""
    return frozenset(
        stem(token.folded)
        for token in tokens(text)
        if len(token.folded) > 1 and token.folded not in STOP_WORDS and not token.folded[0].isdigit()
    )


def is_generic(token: Token) -> bool:
    """A word of everyday work, which claims nothing by itself. For ambiguous short stems the word itself counts."""
    root = stem(token.folded)
    if token.folded in _everyday() or token.folded[:-1] in _everyday() and token.folded[-1] == "s":
        return True
    # "generator" and "general" share a stem, yet not a meaning: a stem must be most of the word.
    return len(root) >= max(COMPOUND, STEM_SHARE * len(token.folded)) and root in generic_stems()


@cache
def _everyday() -> frozenset[str]:
    return frozenset(fold(word) for word in EVERYDAY | STOP_WORDS | FRAME_WORDS | WEAK_WORDS)


def weight(word: str) -> float:
    return EVERYDAY_WEIGHT if word in generic_stems() else 1.0


@lru_cache(maxsize=5_000)
def negated(text: str) -> bool:
    return bool(NEGATION.search(text) or NEGATION_ELIDED.search(text))


def sentences(text: str) -> list[str]:
    """The sentences of one line; full stops of abbreviations end none."""
    found: list[str] = []
    start = 0
    for cut in _SENTENCE.finditer(text):
        if _ABBREVIATED.search(text[max(start, cut.start() - 12) : cut.start()]):
            continue
        found.append(text[start : cut.start()].strip())
        start = cut.end()
    found.append(text[start:].strip())
    return [piece for sentence in found if sentence for piece in _pieces(sentence)]


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
    found = re.search(pattern, line)
    return found[0] if found else quote


_TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)


@lru_cache(maxsize=5_000)
def plain(text: str) -> str:
    """`text` without what only looks different: typographic marks, markup, case, final stop."""
    return " ".join(re.sub(r"[*_`#|•▪]", " ", text.translate(_TYPOGRAPHY)).casefold().split()).rstrip(".;, ")
