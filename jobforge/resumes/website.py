"""What a website leaves in a resume that was copied from it: a trail of pages, buttons, links."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jobforge.languages.resume import PAGE_WORDS
from jobforge.text.markdown import Line, LineKind

_BETWEEN = re.compile(r"\s{2,}|\t|\s+[|/·•–-]\s+|\s*[>›»]\s*")
_TRAIL = re.compile(r"\s[>›»]\s")
_MAX_LENGTH = 120  # characters
_MIN_PARTS = 2
"""Of a line: one word such as "Profile" may be a heading."""


def without_website(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, those that only a website says read as blank ones."""
    return tuple(replace(line, text="", kind=LineKind.BLANK) if _is_of_website(line) else line for line in lines)


def _is_of_website(line: Line) -> bool:
    if line.kind in (LineKind.BLANK, LineKind.CONTINUATION, LineKind.HEADING) or len(line.raw) > _MAX_LENGTH:
        return False
    parts = [part.strip() for part in _BETWEEN.split(line.raw.strip().lstrip("-*• ")) if part.strip()]
    known = sum(bool(PAGE_WORDS.fullmatch(part)) for part in parts)
    if len(parts) >= _MIN_PARTS and known == len(parts):
        return True
    return len(_TRAIL.findall(line.raw)) >= _MIN_PARTS and known >= _MIN_PARTS
