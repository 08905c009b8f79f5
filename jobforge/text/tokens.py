"""Split a text into words. This is the project's one tokenizer and one normalizer."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"\.NET\b"
    r"|[A-Za-z]\+\+|\b[CFJcfj]#"
    r"|\b[A-Za-z][&/][A-Za-z]\b"
    r"|\b[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+\b\.?"
    r"|[^\W\d_]+\+\d+"
    r"|\d+(?:[.,:/-]\d+)*[^\W\d_]{0,3}\b"
    r"|[^\W_]+(?:\.(?:js|io|net|NET)\b)?"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is written, folded, and where it stands."""

    text: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return `text` in lower case without diacritics: Führerschein and fuhrerschein are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=5_000)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text` in order. C++, .NET, Node.js, P&L and LL.M. stay whole; hyphens part words."""
    result = []
    matches = list(_TOKEN.finditer(text))
    skip = False
    for number, match in enumerate(matches):
        if skip:
            skip = False
            continue
        piece, end = match.group(), match.end()
        short = len(piece) == 1 and piece.isalpha() or piece.isdigit()
        if short and text[end : end + 1] == "-" and number + 1 < len(matches):
            following = matches[number + 1]
            if following.start() == end + 1 and following.group()[0].isalpha():
                piece, end, skip = piece + following.group(), following.end(), True  # X-ray, e-mail, 5-axis
        if piece.count(".") and piece != ".NET" and piece[0] != ".":
            folded = fold(piece) if piece.lower().endswith((".js", ".io", ".net")) else fold(piece.replace(".", ""))
        else:
            folded = fold(piece)
        result.append(Token(piece, folded, match.start(), end))
    return tuple(result)
