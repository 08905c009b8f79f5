"""The shape of an ad: lines, bullets, headings, and the zone (requirements, benefits, ...) each line stands in.

Everything keeps its offsets in the source, so that a quote is a slice of the ad as it was pasted, HTML and all.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jobforge.ads.lines import LABEL, AdLine, ad_lines
from jobforge.languages.ad import ABBREVIATION, BOUNDARY, GIFT, HEADINGS, LOOKS_ASKED, MUST_AFTER, NICE, Zone
from jobforge.text.terms import fold

MAX_HEADING = 70  # characters
_MAX_LEAD = 11  # words of a line that leads to bullets
MAX_AD = 100_000  # characters that are read; an ad is a page or two

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_BREAKING_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|section|article|header|footer|dt|dd|dl)\b", re.IGNORECASE
)
_HTML_HEADING = re.compile(r"<(?:h[1-6]|b|strong)\b[^<>]{0,200}>\s{0,20}$", re.IGNORECASE)
_HTML_HEADING_END = re.compile(r"\s{0,20}:?\s{0,20}</(?:h[1-6]|b|strong)>\s{0,20}:?\s{0,20}(?:<|\n|$)", re.IGNORECASE)
_DECORATION = re.compile(r"[\s#*_=~|\[\]:>\-–—•·.]+")
_AND = re.compile(r"\s+(?:and|und|et|y|e|&|\+)\s+|\s*[/,&+]\s*")
_CLOSED = re.compile(r"[.;,!]\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A bullet, a heading, a sentence's paragraph or a list's line: `text` is that stretch without tags."""

    line: int
    start: int
    end: int
    text: str
    bullet: bool
    heading: bool
    zone: Zone | None
    labelled: bool = False


@cache
def _flat_letters() -> dict[int, str]:
    """Every letter of the Latin blocks by its plain form of one letter, so that offsets stay."""
    table = {}
    for code in range(0x41, 0x250):
        plain = fold(chr(code))
        table[code] = plain if len(plain) == 1 else chr(code).lower()[:1]
    table.update({0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2011: "-", 0xDF: "s"})
    return table


def flat(text: str) -> str:
    """Lower case without diacritics, of the same length as `text`."""
    return text.translate(_flat_letters())


def plain_text(source: str) -> str:
    """`source` without HTML, character for character in place: block tags become line ends, the rest blanks."""

    def blank(found: re.Match[str]) -> str:
        tag = found.group()
        if tag[:3].lower() == "<li" and len(tag) >= len("<li>"):
            return "\n• ".ljust(len(tag))
        breaks = _BREAKING_TAG.match(tag)
        return ("\n" if breaks else " ") + " " * (len(tag) - 1) if tag else tag

    return _TAG.sub(blank, _without_comments(source))


def unescape(source: str) -> tuple[str, list[int]]:
    """`source` with its HTML entities resolved, and for each of its characters the offset in `source`."""
    pieces: list[str] = []
    offsets: list[int] = []
    position = 0
    for found in _ENTITY.finditer(source):
        meant = html.unescape(found.group())
        pieces += [source[position : found.start()], meant]
        offsets += [*range(position, found.start()), *[found.start()] * len(meant)]
        position = found.end()
    offsets += range(position, len(source) + 1)
    return "".join([*pieces, source[position:]]), offsets


def _without_comments(source: str) -> str:
    pieces, position = [], 0
    while (begin := source.find("<!--", position)) >= 0 and (end := source.find("-->", begin)) >= 0:
        end += len("-->")
        pieces += [source[position:begin], re.sub(r"[^\n]", " ", source[begin:end])]
        position = end
    return "".join([*pieces, source[position:]])


def passages(source: str) -> tuple[Passage, ...]:
    """The passages of an ad in order, each in its zone."""
    text = plain_text(source[:MAX_AD])
    raws = ad_lines(text, lambda said: heading_zone(said) is not None)
    found: list[Passage] = []
    zone: Zone | None = None
    unknown_heading = False
    in_list = bulleted = False
    for index, raw in enumerate(raws):
        marked_up = bool(
            _HTML_HEADING.search(source[max(raw.start - 250, 0) : raw.start])
            and _HTML_HEADING_END.match(source, raw.end)
        )
        heading, kind = _heading(raws, index, marked_up)
        if not heading and bulleted and raw.blank_before and _stands_alone(raws, index):
            heading, kind = True, heading_zone(raw.text)
        if heading:
            found.append(_passage(text, raw, heading=True, zone=kind))
            zone, in_list, bulleted = kind, False, False
            unknown_heading = kind is None and index > 0
            continue
        prose = not raw.bullet and (len(raw.text) > MAX_HEADING or bool(_CLOSED.search(raw.text)))
        if raw.blank_before and in_list and prose:
            zone, unknown_heading = None, False  # prose after a list belongs to no list
        label = LABEL.match(raw.text) if index else None
        label_zone = heading_zone(label["label"]) if label and len(label["label"].split()) <= 7 else None
        if label is not None and label_zone is not None:
            inside = raw.bullet and zone in (Zone.MUST, Zone.NICE) and label_zone not in (Zone.NICE, Zone.MUST)
            if not inside:
                begin = raw.start if label_zone is Zone.MUST and raw.bullet else raw.start + label.end()
                found.append(_passage(text, raw, zone=label_zone, start=begin, labelled=True))
                continue
        in_list = in_list or raw.bullet or not prose or zone in (Zone.MUST, Zone.NICE)
        bulleted = bulleted or raw.bullet
        listed = unknown_heading and (raw.bullet or not prose)
        found.append(_passage(text, raw, zone=zone, bullet=raw.bullet or listed, labelled=listed))
    return tuple(_resolved(found))


def _passage(
    text: str,
    raw: AdLine,
    *,
    zone: Zone | None,
    start: int | None = None,
    heading: bool = False,
    bullet: bool | None = None,
    labelled: bool = False,
) -> Passage:
    begin = raw.start if start is None else start
    listed = raw.bullet if bullet is None else bullet
    return Passage(raw.line, begin, raw.end, text[begin : raw.end], listed, heading, zone, labelled)


def heading_zone(text: str) -> Zone | None:
    """What a heading announces; None where its words do not say."""
    words = flat(_DECORATION.sub(" ", text).strip()).strip()[:MAX_HEADING]
    zone = _first_zone(words)
    if zone is Zone.MUST and {Zone.MUST, Zone.DUTIES} <= {_first_zone(part) for part in _AND.split(words)}:
        return Zone.MIXED
    return zone


def _first_zone(words: str) -> Zone | None:
    return next((zone for zone, pattern in HEADINGS if pattern.search(words)), None)


def _heading(raws: Sequence[AdLine], index: int, marked_up: bool) -> tuple[bool, Zone | None]:
    raw = raws[index]
    text = raw.text.strip()
    if len(text) > MAX_HEADING or not text:
        return False, None
    bare = text.strip("*_=~#[] 👇↓▼⬇️")
    formatted = (
        text.startswith("#")
        or (text[:2] in ("**", "__", "==") and text[-2:] in ("**", "__", "==", "*:", "_:"))
        or (text.startswith("**") and text.endswith(("**", "**:")))
        or (text.startswith("[") and text.endswith(("]", "]:")))
        or text.endswith(":")
        or (marked_up and not raw.bullet)
        or (bare.isupper() and len(bare.split()) <= 6 and any(len(word) > 3 for word in bare.split()))
        or (raw.bullet and raw.marker in ("**", "*", "==", "__") and text.endswith(("*", "=", "_")))
    )
    zone = heading_zone(bare)
    following = raws[index + 1] if index + 1 < len(raws) else None
    opens = following is not None and following.bullet and not (raw.bullet and following.marker == raw.marker)
    if raw.bullet:
        alone = (index == 0 or raws[index - 1].marker != raw.marker) and (
            following is None or following.marker != raw.marker
        )
        wrapped = raw.text.endswith(("*", "=", "_")) or text.endswith(":")
        return alone and len(text.split()) <= 8 and (
            wrapped or (opens and raw.blank_before) or (opens or raw.blank_before) and zone is not None
        ), zone
    if formatted and (len(bare.split()) <= 10 or text.endswith(":")):
        if index == 0 and not text.endswith(":"):
            return True, None
        return not (zone is None and _asks(bare, opens) and not text.endswith(":")), zone
    if zone is None or len(text.split()) > 8 or _CLOSED.search(text):
        if opens and raw.blank_before and index > 0 and len(text.split()) <= _MAX_LEAD and not _CLOSED.search(text):
            return True, zone
        opens = opens or (raw.blank_before and _opens_plain_list(raws, index))
        return (opens and raw.blank_before and index > 0 and len(text.split()) <= 6 and not _CLOSED.search(text)), None
    if index == 0:
        return False, None
    return opens or (raw.blank_before and not _asks(bare, opens)), zone


def _stands_alone(raws: Sequence[AdLine], index: int) -> bool:
    """A short line between blank lines and text that is no bullet, after a list of bullets."""
    raw = raws[index]
    short = not raw.bullet and len(raw.text.split()) <= 6 and not _CLOSED.search(raw.text)
    return short and index + 1 < len(raws) and not raws[index + 1].blank_before


def _opens_plain_list(raws: Sequence[AdLine], index: int) -> bool:
    """Two or more short lines without bullets or full stops follow directly."""
    following = raws[index + 1 : index + 3]
    return len(following) > 1 and all(
        not item.bullet and not item.blank_before and len(item.text) <= MAX_HEADING and not _CLOSED.search(item.text)
        for item in following
    )


def _asks(text: str, opens: bool) -> bool:
    """A line of a list that says what is asked, not what the list is."""
    return not opens and bool(LOOKS_ASKED.search(flat(text))) and len(text.split()) > 2


def _resolved(found: Sequence[Passage]) -> list[Passage]:
    """Lists under headings that say nothing: requirements, if that is what they look like."""
    out: list[Passage] = []
    index = 0
    seen_must = False
    while index < len(found):
        item = found[index]
        if not (item.bullet and item.labelled and item.zone is None):
            seen_must = seen_must or (item.zone is Zone.MUST and not item.heading)
            out.append(item)
            index += 1
            continue
        end = index
        while end < len(found) and found[end].bullet and found[end].labelled and found[end].zone is None:
            end += 1
        group = found[index:end]
        asked = sum(
            bool(
                LOOKS_ASKED.search(flat(part.text))
                or NICE.search(flat(part.text))
                or MUST_AFTER.search(flat(part.text))
            )
            for part in group
        )
        given = sum(bool(GIFT.search(flat(part.text))) for part in group)
        zone = (
            Zone.BENEFITS
            if given > asked
            else None
            if 3 * asked < len(group)
            else Zone.NICE
            if seen_must
            else Zone.MUST
        )
        seen_must = seen_must or zone is Zone.MUST
        out += [Passage(p.line, p.start, p.end, p.text, True, False, zone, False) for p in group]
        index = end
    return out


def clauses(text: str) -> list[tuple[int, int]]:
    """Where the parts of a sentence lie between commas and conjunctions; what stands in brackets is not parted."""
    covered = flat(re.sub(r"\([^()]*\)", lambda found: "x" * len(found.group()), text))
    found, begin = [], 0
    for boundary in BOUNDARY.finditer(covered):
        found.append((begin, boundary.start()))
        begin = boundary.end()
    found.append((begin, len(text)))
    return [(start, end) for start, end in found if end > start]


_STOP = re.compile(r"[.!?…](?:[\"'”»)]*)\s+(?=[\"'“„«(¿¡]*(?:[^\W_a-z]|[£$€]\s?\d))|\n")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a passage lie."""
    found, begin = [], 0
    for stop in _STOP.finditer(text):
        if stop.group() == "\n":
            continue
        if ABBREVIATION.search(flat(text[max(begin, stop.start() - 12) : stop.start() + 1])):
            continue
        found.append((begin, stop.start() + 1))
        begin = stop.end()
    found.append((begin, len(text)))
    return [(start, end) for start, end in found if text[start:end].strip()]
