"""What a model would read behind invisible characters, look-alike letters, entities and encodings."""

import base64
import binascii
import codecs
import html
import re
import unicodedata
from dataclasses import dataclass

from jobforge.languages.injection import COMMON

_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064"
    "\ufeff\u034f\u180e\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Letters that look Latin (a selection of Unicode's confusables.txt).
_LOOKALIKES = dict(
    zip(
        "аАВсСеЕНіІјЈКМоОрРѕЅТхХуУһԁԛԝɡɩαΑΒεΕΗιΙΚΜνΝοΟρΡΤυΥΧΖɑօոսցհ",
        "aABcCeEHiIjJKMoOpPsSTxXyYhdqwgiaABeEHiIKMvNoOpPTuYXZaonugh",
        strict=True,
    )
)
_LEET = str.maketrans("013457@$", "oieastas")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"(?<![\w@$])(?=[a-zA-Z@$]{0,30}\d)(?=[\d@$]{0,30}[a-zA-Z])[a-zA-Z\d@$]{3,30}(?![\w@$])")
_SPACED = re.compile(r"(?:(?<!\S)\S[ ]{1,4}){6,200}\S(?!\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text without disguise; `origin[i]` is where character i stands in the ad."""

    text: str
    origin: list[int]
    disguised: bool = False


def undisguised(ad: str) -> Reading:
    """Entities, invisible characters, compatibility forms and look-alike letters undone."""
    if ad.isascii() and "&" not in ad:
        return Reading(ad, list(range(len(ad))))
    letters: list[str] = []
    origin: list[int] = []
    position = 0
    while position < len(ad):
        letter, width = ad[position], 1
        if letter == "&" and (result := _ENTITY.match(ad, position)):
            letter, width = html.unescape(result[0]), len(result[0])
        for single in letter:
            if single in _INVISIBLE or 0xE0000 <= ord(single) <= 0xE01EF or 0xFE00 <= ord(single) <= 0xFE0F:
                continue
            for plain in single if single.isascii() else unicodedata.normalize("NFKC", single):
                letters.append(plain)
                origin.append(position)
        position += width
    text = "".join(letters)
    out = list(text)
    for result in WORD.finditer(text):
        token = result[0]
        if not token.isascii() and any(c in _LOOKALIKES for c in token) and any(c.isascii() for c in token):
            out[result.start() : result.end()] = [_LOOKALIKES.get(c, c) for c in token]
    return Reading("".join(out), origin)


def unleet(reading: Reading) -> Reading | None:
    text = _MIXED.sub(lambda result: result[0].translate(_LEET), reading.text)
    return Reading(text, reading.origin, True) if text != reading.text else None


def unspaced(reading: Reading) -> Reading | None:
    drop: set[int] = set()
    for result in _SPACED.finditer(reading.text):
        wide = "  " in result[0]
        for gap in re.finditer(r"[ ]+", result[0]):
            keep = wide and len(gap[0]) > 1
            drop.update(range(result.start() + gap.start() + keep, result.start() + gap.end()))
    if not drop:
        return None
    remaining = [index for index in range(len(reading.text)) if index not in drop]
    return Reading("".join(reading.text[i] for i in remaining), [reading.origin[i] for i in remaining], True)


def known_words(text: str) -> int:
    """How many of the words are common ones of a language."""
    return sum(token in COMMON for token in WORD.findall(text.casefold()))


def _printable(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if text and all(c.isprintable() or c in "\n\t" for c in text) else None


def from_base64(token: str) -> str | None:
    token = token.rstrip("=").translate(str.maketrans("-_", "+/"))
    if len(token) % 4 == 1:
        return None
    try:
        return _printable(base64.b64decode(token + "=" * (-len(token) % 4)))
    except (binascii.Error, ValueError):
        return None


def from_hex(token: str) -> str | None:
    digits = re.sub(r"0x|\\x|[% :]", "", token)
    return _printable(bytes.fromhex(digits[: len(digits) // 2 * 2]))


def from_binary(token: str) -> str | None:
    digits = "".join(token.split())
    return _printable(bytes(int(digits[i : i + 8], 2) for i in range(0, len(digits) // 8 * 8, 8)))


def rot13(text: str) -> str:
    return codecs.encode(text, "rot13")


def reversed_text(text: str) -> str:
    return text[::-1]
