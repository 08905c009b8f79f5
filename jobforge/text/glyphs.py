"""Repair of characters that copying, fonts and wrong encodings leave behind, line by line and before anything is read.

Line breaks stay where they are, so that line numbers are those of the source.
"""

import re

# UTF-8 read as Windows-1252: one leading character and one to three of the upper half.
_MOJIBAKE = re.compile(r"[ÂÃâð][\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
# Windows-1252 read as Latin-1: control characters where bullets, dashes and quotes were.
_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or " " for code in range(0x80, 0xA0)}
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SPACES = dict.fromkeys((0x00A0, 0x2007, 0x202F), " ")
# Bullets of symbol fonts: the private area, the replacement character, and the letters of Wingdings.
_FONT_BULLET = re.compile(r"^(\s*)(?:[\ue000-\uf8ff\ufffd]|[§Øüv](?=\s+\S))\s*(?=\S)")
_LETTER_BULLET = re.compile(r"^\s*[§Øüv]\s+[^\W\d_]")
_PRIVATE = re.compile(r"\s*[\ue000-\uf8ff\ufffd]\s*")
_PICTURE = "\U0001f000-\U0001faff\u2600-\u2604\u2607-\u2610\u2613-\u26ff\u2708\u2709\u270f\u2712"
_ONE_PICTURE = rf"[{_PICTURE}]\ufe0f?(?:[\U0001f3fb-\U0001f3ff])?"
_EDGE_PICTURES = re.compile(rf"^(?:{_ONE_PICTURE}\s*)+|(?:\s*{_ONE_PICTURE})+$")
_PICTURE_BULLETS = (
    "\U0001f538\U0001f539\U0001f536\U0001f537\U0001f534\U0001f535\U0001f7e0-\U0001f7e9\U0001f449\u2b50\u26ab"
)
_PICTURE_BULLET = re.compile(rf"^(\s*)(?:[{_PICTURE_BULLETS}]\ufe0f?)\s*(?=\S)")
_FOOTER = re.compile(
    r"^\s*(?:[^|·•]{2,40}[|·•–-]\s*)?(?:page|seite|página|pagina|p\.|s\.)\s*\d{1,2}"
    r"(?:\s*(?:of|von|de|sur|/)\s*\d{1,2})?"
    r"(?:\s*[|·•–-]\s*[^|·•]{2,40})?\s*$|^\s*(?:-\s?)?\d{1,2}\s*/\s*\d{1,2}(?:\s?-)?\s*$",
    re.IGNORECASE,
)


def repair_lines(raws: list[str]) -> list[str]:
    """Return the lines with mended characters; page footers become empty."""
    letters = sum(bool(_LETTER_BULLET.match(raw)) for raw in raws) >= 2
    return [_repair(raw, letters) for raw in raws]


def _repair(raw: str, letter_bullets: bool) -> str:
    if raw.isascii():
        return "" if _FOOTER.match(raw) else _letters(raw, letter_bullets)
    text = _MOJIBAKE.sub(_decoded, raw) if "Ã" in raw or "â" in raw or "Â" in raw or "ð" in raw else raw
    text = text.translate(_CONTROLS).translate(_INVISIBLE).translate(_SPACES)
    if _FOOTER.match(text):
        return ""
    text = _PICTURE_BULLET.sub(r"\1• ", text)
    text = _letters(text, letter_bullets)
    return _PRIVATE.sub(" ", text)


def _letters(text: str, letter_bullets: bool) -> str:
    if _LETTER_BULLET.match(text) and not letter_bullets:
        return text
    return _FONT_BULLET.sub(r"\1• ", text)


def _decoded(result: re.Match[str]) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return result.group().encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    # The last character may be the text's own: try without it.
    shorter = result.group()[:-1]
    try:
        return shorter.encode("cp1252").decode("utf-8") + result.group()[-1] if len(shorter) > 1 else result.group()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return result.group()


def without_edge_pictures(text: str) -> str:
    """Return `text` without the emoji and pictographs at its ends."""
    if text.isascii():
        return text
    return _EDGE_PICTURES.sub("", text)
