"""Sentences and clauses of an ad, as offsets."""

import re

from jobforge.ads.markup import flat
from jobforge.languages.ad import ABBREVIATION, BOUNDARY


def clauses(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a sentence lie between commas and conjunctions; brackets are not parted."""
    covered = flat(re.sub(r"\([^()]*\)", lambda found: "x" * len(found.group()), text))
    found, begin = [], 0
    for boundary in BOUNDARY.finditer(covered):
        found.append((begin, boundary.start()))
        begin = boundary.end()
    found.append((begin, len(text)))
    return [(start, end) for start, end in found if end > start]


_STOP = re.compile(r"[.!?…](?:[\"'”»)]*)\s+(?=[\"'“„«(¿¡]*(?:[^\W_a-z]|[£$€]\s?\d))|\n")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a passage lie."""
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
