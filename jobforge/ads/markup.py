"""The text of an ad without its markup: tags and comments blanked in place, entities resolved, letters made plain."""

import html
import re
from functools import cache

from jobforge.text.terms import fold

_MAX_ESCAPED = 3  # how often an ad may have been escaped
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_BREAKING_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|section|article|header|footer|dt|dd|dl)\b", re.IGNORECASE
)


@cache
def _flat_letters() -> dict[int, str]:
    """Return every letter of the Latin blocks by its plain form of one letter, so that offsets stay."""
    table = {}
    for code in range(0x41, 0x250):
        plain = fold(chr(code))
        table[code] = plain if len(plain) == 1 else chr(code).lower()[:1]
    table.update({0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2011: "-", 0xDF: "s"})
    return table


def flat(text: str) -> str:
    """Return lower case without diacritics, of the same length as `text`."""
    return text.translate(_flat_letters())


def plain_text(source: str) -> str:
    """Return `source` without HTML, character for character in place: block tags become line ends, the rest blanks."""

    def blank(result: re.Match[str]) -> str:
        tag = result.group()
        if tag[:3].lower() == "<li" and len(tag) >= len("<li>"):
            return "\n• ".ljust(len(tag))
        breaks = _BREAKING_TAG.match(tag)
        return ("\n" if breaks else " ") + " " * (len(tag) - 1) if tag else tag

    return _TAG.sub(blank, _without_comments(source))


def unescape(source: str) -> tuple[str, list[int]]:
    """Return `source` with its HTML entities resolved, and for each of its characters the offset in `source`.

    Some boards send bodies that were escaped twice.
    """
    text, offsets = _unescape_once(source)
    for _ in range(_MAX_ESCAPED - 1):
        again, inner = _unescape_once(text)
        if again == text:
            break
        text, offsets = again, [offsets[offset] for offset in inner]
    return text, offsets


def _unescape_once(source: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for result in _ENTITY.finditer(source):
        intended = html.unescape(result.group())
        pieces += [source[position : result.start()], intended]
        offsets += [*range(position, result.start()), *[result.start()] * len(intended)]
        position = result.end()
    offsets += range(position, len(source) + 1)
    return "".join([*pieces, source[position:]]), offsets


def _without_comments(source: str) -> str:
    pieces, position = [], 0
    while (begin := source.find("<!--", position)) >= 0 and (end := source.find("-->", begin)) >= 0:
        end += len("-->")
        pieces += [source[position:begin], re.sub(r"[^\n]", " ", source[begin:end])]
        position = end
    return "".join([*pieces, source[position:]])
