"""Which characters the fonts of a PDF have, without rendering one.

`glyphs.txt` lists ranges of code points for which Typst's own fonts or Noto Sans have a glyph; a test compares it with
what Typst says. Fonts of the operator (`JOBFORGE_FONT_DIR`) and of the system are not in it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("glyphs.txt")
MAX_NAMED_CHARACTERS = 20
_NEW_PICTURES = 0x1F000
"""From here on what Unicode has named since this Python was made is a picture, too."""
_JOINERS = "\u200d\ufe0e\ufe0f"
"""What holds the parts of a picture together, or chooses its look."""
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


@cache
def _ranges() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and the last code points of the ranges, in ascending order."""
    pairs = [line.partition("-")[::2] for line in _TABLE.read_text("ascii").split()]
    return tuple(int(first, 16) for first, _ in pairs), tuple(int(last or first, 16) for first, last in pairs)


def characters_without_glyph(text: str) -> list[str]:
    """Return the distinct characters of a text that no font has, in the order in which they appear."""
    firsts, lasts = _ranges()
    missing = []
    for character in dict.fromkeys(text):
        position = bisect_right(firsts, ord(character)) - 1
        is_there = position >= 0 and ord(character) <= lasts[position]
        if not is_there and unicodedata.category(character) not in _INVISIBLE:
            missing.append(character)
    return missing


def without_pictures(text: str) -> tuple[str, list[str]]:
    """Return a text without the pictures (📞, ✉) that no font has, and these: an empty box would stand for each."""
    pictures = [character for character in characters_without_glyph(text) if _is_picture(character)]
    if not pictures:
        return text, []
    return re.sub(f"[{''.join(map(re.escape, pictures))}][{_JOINERS}]*", "", text), pictures


def _is_picture(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("So", "Sk") or character in _JOINERS or (category == "Cn" and ord(character) >= _NEW_PICTURES)


def glyph_warnings(text: str) -> list[str]:
    """Return the sentences on what of a text a PDF cannot show, none where it shows everything."""
    shown, pictures = without_pictures(text)
    missing = characters_without_glyph(shown)
    return [
        *([pictures_warning(pictures)] if pictures else []),
        *([missing_characters_warning(missing)] if missing else []),
    ]


def pictures_warning(pictures: Iterable[str]) -> str:
    """Return the sentence that names pictures which were left out."""
    visible = [picture for picture in pictures if picture not in _JOINERS]
    return f"Pictures that no font has were left out: {' '.join(visible[:MAX_NAMED_CHARACTERS])}."


def missing_characters_warning(characters: Iterable[str]) -> str:
    """Return the sentence that names characters which no font has."""
    distinct = list(dict.fromkeys(characters))
    names = ", ".join(f"{c} (U+{ord(c[0]):04X})" for c in distinct[:MAX_NAMED_CHARACTERS])
    rest = f" and {len(distinct) - MAX_NAMED_CHARACTERS} more" if len(distinct) > MAX_NAMED_CHARACTERS else ""
    return f"No font has these characters, an empty box stands in their place: {names}{rest}."
