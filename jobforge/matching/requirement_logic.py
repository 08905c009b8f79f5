"""The logic of a requirement: what must all be there, and what may stand in for what."""

import re
from collections.abc import Sequence, Set

from jobforge.ads.demands import languages_asked, lowest_degree
from jobforge.ads.layout import flat
from jobforge.languages.frames import CONNECTOR, FRAME, FRAME_TAIL, NUMBERS, OR_ENDING, TERM_BOUNDARY
from jobforge.languages.tables import Words
from jobforge.text.terms import words

Group = tuple[str, ...]

_TRIM = " \t\r\n,;:.!·•–—-*_"
_PIECE = re.compile(r"\d+\s?\+?|[^\s'’]+")
# CI/CD, MIG/MAG, coordinador/a: one word to the reader.
_INITIALS = re.compile(r"[A-Z]{1,5}[0-9]?/[A-Z]{1,5}\b|[A-Za-z]+/[a-z]{1,2}\b")


def groups_of(text: str) -> tuple[Group, ...]:
    """Groups that must all be answered; one member answers its group. "A and B (C or D)" is (A) and (B, C, D)."""
    phrase = flat(_INITIALS.sub(lambda result: result.group().replace("/", "x"), text))
    commas_join = _commas_join(phrase)
    groups: list[list[str]] = [[]]
    examples: set[str] = set()
    depth, begin, link = 0, 0, "both"
    for result in [*CONNECTOR.finditer(phrase), None]:
        term = without_frame(text[begin : result.start() if result else len(phrase)])
        if term and words(term):
            joins = depth > 0 or link in ("either", "example") or (link == "comma" and commas_join)
            if not joins or not groups[-1]:
                groups.append([])
            elif depth > 0 or link == "example":
                examples.add(term)
            groups[-1].append(term)
        if result:
            begin = result.end()
            link, depth = _link(result, depth)
    return tuple(_shared(group, examples) for group in groups if group)


def _commas_join(phrase: str) -> bool:
    """Tell whether commas stand between alternatives: "A, B or C", and no "and" outside of brackets."""
    kinds = {result.lastgroup for result in CONNECTOR.finditer(re.sub(r"\([^()]*\)", "", phrase))}
    return "either" in kinds and "both" not in kinds


def _link(connector: re.Match[str], depth: int) -> tuple[str, int]:
    """Return how what follows a connector hangs together with what came before, and how deep in brackets it is."""
    link = connector.lastgroup or "both"
    if link == "example" and connector.group().strip() in ("(", "["):
        return link, depth + 1
    if link == "close":
        return "either" if OR_ENDING.search(connector.group()) else "both", max(0, depth - 1)
    return link, depth


def _shared(group: Sequence[str], examples: Set[str]) -> Group:
    """ "managed analysts or engineers": the engineers too; "travel or hospitality software": both are software."""
    first = group[0].split()
    last = next((term.split()[-1] for term in group if len(words(term)) > 1 and term not in examples), "")
    shared = []
    for term in group:
        request = words(term)
        full = len(request) != 1 or request[0].named or term in examples or not last
        if full or languages_asked(term) or lowest_degree(group[0]):
            shared.append(term)
        else:
            shared.append(" ".join([*first[:-1], term]) if len(words(group[0])) > 1 else f"{term} {last}")
    return tuple(shared)


def terms_of(text: str) -> tuple[str, ...]:
    """The skills and qualifications in a requirement, in its own words."""
    phrase = flat(_INITIALS.sub(lambda result: result.group().replace("/", "x"), text))
    result: list[str] = []
    begin = 0
    bounds = [(mark.start(), mark.end()) for mark in TERM_BOUNDARY.finditer(phrase)] + [(len(phrase), len(phrase))]
    for stop, following in bounds:
        piece, begin = text[begin:stop], following
        term = without_frame(piece)
        if term and words(term) and term not in result:
            result.append(term)
    return tuple(result) or (without_frame(text) or text,)


def without_frame(text: str) -> str:
    """The thing itself: without "solid experience in" before it and "is a plus" after it."""
    parts = list(_PIECE.finditer(text))
    first, last = 0, len(parts)
    while first < last and _is_frame(parts, first, FRAME):
        first += 1
    while (
        last > first
        and flat(parts[last - 1].group().strip('.,;:!?()"')) in FRAME_TAIL
        and not _shouts(parts[last - 1].group())
    ):
        last -= 1
    if first == last:
        return ""
    return text[parts[first].start() : parts[last - 1].end()].strip(_TRIM + "()[]'’\"“”„«»")


def _is_frame(parts: Sequence[re.Match[str]], index: int, table: Words) -> bool:
    token = parts[index].group()
    bare = flat(token.strip('.,;:!?()"'))
    if token.rstrip("+ ").isdigit():
        return index + 1 < len(parts) and flat(parts[index + 1].group())[:4] in (
            "year",
            "yrs",
            "yr",
            "jahr",
            "ans",
            "anne",
            "anos",
            "mont",
            "mona",
        )
    if bare in NUMBERS and token[:1].isupper() and index + 1 < len(parts) and parts[index + 1].group()[:1].isupper():
        return False  # Six Sigma
    return (bare in table or not bare) and not _shouts(token)


def _shouts(token: str) -> bool:
    return len(token) > 1 and token.isupper() and token.isalpha()
