"""Lines of a resume as quotable text, and what they are worth to a reader: a result, a size, a tool, a task."""

import re
from enum import IntEnum

from jobforge.documents.offline.style import pattern
from jobforge.text.language import Language
from jobforge.text.terms import words

_CLOSING = re.compile(r"[\s.;,:]+$")
_MARK = re.compile(r"^[\s\-*•◦▪●▸►▶✓✔✅⭐~+>·–—\uf000-\uf0ff]+(?=\S)")
_CLAUSE_END = re.compile(r"\s*(?:[;]|[.!?](?=\s+[A-ZÄÖÜÀ-Þ])|\s[–—]\s)\s*")
_FIGURE = re.compile(r"(?<![\w.])[£$€]?\d")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d")


class Strength(IntEnum):
    """What a line shows, the least first."""

    LIMIT = -1
    TASK = 0
    TOOL = 1
    SCALE = 2
    RESULT = 3


def tidy(line: str) -> str:
    """Return one line without its mark, the bars of a table and closing punctuation."""
    text = _MARK.sub("", " ".join(line.split()))
    text = re.sub(r"\s*\|\s*", ", ", text.strip(" |")).replace("**", "")
    return _CLOSING.sub("", text)


def shortened(line: str, max_words: int) -> str:
    """Return `line`, or its first clauses where it is longer: cut at a clause end only, never rewritten."""
    text = tidy(line)
    if len(text.split()) <= max_words:
        return text
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    fitting = [end for end in ends if 4 <= len(text[:end].split()) <= max_words]
    return _CLOSING.sub("", text[: fitting[-1]]) if fitting else text


def is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters, which the frames of all languages are."""
    letters = [letter for letter in text if letter.isalpha()]
    return not letters or sum(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" for letter in letters) >= 0.8 * len(
        letters
    )


def strength(line: str, language: Language) -> Strength:
    """Return what `line` shows, by the patterns of its language."""
    if pattern("lines", "denial", language).search(line) or pattern("lines", "limit", language).search(line):
        return Strength.LIMIT
    figures = bool(_FIGURE.search(_YEAR_ONLY.sub("", line)))
    if pattern("lines", "distinction", language).search(line):
        return Strength.RESULT
    if figures and pattern("lines", "change", language).search(line):
        return Strength.RESULT
    if figures:
        return Strength.SCALE
    return Strength.TOOL if any(token.named for token in words(line)) else Strength.TASK


def is_limited(line: str, language: Language) -> bool:
    """Whether a line denies or limits what it speaks of."""
    return strength(line, language) is Strength.LIMIT


def hangs(line: str, language: Language) -> bool:
    """Whether a line ends in a word that something must follow ("and", "with")."""
    return pattern("lines", "hanging", language).search(tidy(line)) is not None
