"""Skills as a resume lists them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.languages.resume import LEVEL_COLUMNS
from jobforge.text.markdown import Line, LineKind

_SKILL_END = re.compile(r"[,;•·|▪◦]|\s[/–—]\s|\t")
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:;|.()]{1,40}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill and where it stands."""

    name: str
    line: int


def read_skills(lines: Sequence[Line]) -> Iterator[Skill]:
    """Yield the skills of a section; of a table with a column of levels only the first cells."""
    levels = False
    for line in lines:
        if line.kind is LineKind.TABLE and line.level:
            levels = any(cell.casefold() in LEVEL_COLUMNS for cell in line.text.split(" | ")[1:])
        if line.kind in (LineKind.BLANK, LineKind.CONTINUATION) or (line.kind is LineKind.TABLE and line.level):
            continue
        if line.kind is LineKind.HEADING or (line.bold_only and line.kind is LineKind.PARAGRAPH):
            continue
        text = line.text
        if line.kind is LineKind.TABLE and " | " in text:
            first, rest = text.split(" | ", 1)
            text = first if levels else rest if "," in rest and "," not in first else text
        for name in skills_in(text):
            yield Skill(name, line.number)


def skills_in(text: str) -> Iterator[str]:
    """The single skills of one line: `Tools: Git, Docker (local only)` has two."""
    text = _LABEL.sub("", text)
    start = depth = 0
    cuts = {result.start(): result.end() for result in _SKILL_END.finditer(text)}
    for index, letter in enumerate(text):
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if index in cuts and not depth and index >= start:
            if name := text[start:index].strip(" .,;:–—-"):
                yield name
            start = cuts[index]
    if name := text[start:].strip(" .,;:–—-"):
        yield name
