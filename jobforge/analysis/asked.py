"""The logic of a requirement: what must all be there, and what may stand in for what."""

import re

from jobforge.analysis.ad_layout import flat
from jobforge.analysis.ad_requirements import without_frame
from jobforge.analysis.terms import words

Group = tuple[str, ...]

_OR = r"(?:or(?! more| above| over)|oder(?! mehr)|ou(?! plus)|o(?! mas)|u|and/or|und/oder|beziehungsweise|bzw\.)"
_AND = r"(?:&|and|und|et|y|e|sowie|as well as|plus|ainsi que|asi como)"
_EXAMPLE = r"(?:such as|like|including|incl\.?|e\.g\.|i\.e\.|ideally|preferably|z\. ?b\.|wie|inklusive|idealerweise|insbesondere|tel que|tels que|telles que|comme|notamment|como|tales como|incluyendo|p\. ?ej\.|davon|dont)"
_CONNECTOR = re.compile(
    rf"(?P<example>\s*[(\[:]\s*|,?\s+{_EXAMPLE}\s+)|(?P<close>\s*[)\]]\s*,?\s*(?:{_AND}\s+|{_OR}\s+)?)|(?P<either>\s*,?\s+{_OR}\s+|\s*/\s*)|(?P<both>\s*,?\s+{_AND}\s+|\s+[-–—]\s+)|(?P<comma>\s*[,;|]\s+)"
)
_INITIALS = re.compile(r"[A-Z]{2,5}[0-9]?/[A-Z]{1,5}\b|[A-Za-z]+/[a-z]{1,2}\b")


def groups_of(text: str) -> tuple[Group, ...]:
    """Groups that must all be answered; one member answers its group. "A and B (C or D)" is (A) and (B, C, D)."""
    said = flat(_INITIALS.sub(lambda found: found.group().replace("/", "x"), text))
    groups: list[list[str]] = [[]]
    depth, begin, link = 0, 0, "both"
    either = any(
        found.lastgroup == "either" for found in _CONNECTOR.finditer(re.sub(r"\([^()]*\)", "", said))
    )
    both = any(found.lastgroup == "both" for found in _CONNECTOR.finditer(re.sub(r"\([^()]*\)", "", said)))
    for found in [*_CONNECTOR.finditer(said), None]:
        stop = found.start() if found else len(said)
        term = without_frame(text[begin:stop])
        if term and words(term):
            joins = depth > 0 or link in ("either", "example") or (link == "comma" and either and not both)
            if joins and groups[-1]:
                groups[-1].append(term)
            else:
                groups.append([term])
        if found is None:
            break
        begin, link = found.end(), found.lastgroup or "both"
        if link == "example" and found.group().strip() in ("(", "["):
            depth += 1
        elif link == "close":
            depth = max(0, depth - 1)
            link = "either" if re.search(rf"\b{_OR}\s*$", found.group()) else "both"
        elif link == "example" and depth == 0 and ":" not in found.group():
            link = "example"
    return tuple(tuple(group) for group in groups if group)
