"""Sentences and clauses of an ad, as offsets."""

import re

from jobforge.ads.markup import flat
from jobforge.languages.ad import ABBREVIATION, BOUNDARY


def clauses(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a sentence lie between commas and conjunctions; brackets are not parted."""
    covered = flat(re.sub(r"\([^()]*\)", lambda result: "x" * len(result.group()), text))
    result, begin = [], 0
    for boundary in BOUNDARY.finditer(covered):
        result.append((begin, boundary.start()))
        begin = boundary.end()
    result.append((begin, len(text)))
    return [(start, end) for start, end in result if end > start]


_STOP = re.compile(r"[.!?…](?:[\"'”»)]*)\s+(?=[\"'“„«(¿¡]*(?:[^\W_a-z]|[£$€]\s?\d))|\n")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a passage lie."""
    result, begin = [], 0
    for stop in _STOP.finditer(text):
        if stop.group() == "\n":
            continue
        if ABBREVIATION.search(flat(text[max(begin, stop.start() - 12) : stop.start() + 1])):
            continue
        result.append((begin, stop.start() + 1))
        begin = stop.end()
    result.append((begin, len(text)))
    return [(start, end) for start, end in result if text[start:end].strip()]
