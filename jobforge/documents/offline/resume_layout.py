"""Lines of a source resume as clean Markdown: no table bars, tabs or columns; and how many pages a text fills."""

import math
import re
from collections.abc import Iterable, Iterator

from jobforge.resumes.parser import Line, LineKind

CHARACTERS_OF_A_LINE = 92
LINES_OF_A_PAGE = 50
_LINK = re.compile(r"\]\(\S")
_LEADING_MARK = re.compile(r"^[\s>]*(?:#{1,6}\s+|[-*+•◦▪●▸►✓✔–—·]\s+|\(?\d{1,2}[.)]\s+)?")
_COLUMNS = re.compile(r"\s*(?:\t|\s{3,}|(?<!\\)\|)\s*")


def content(line: Line) -> str:
    """Return what a line says, without its mark and columns; links keep their addresses."""
    if _LINK.search(line.raw):
        return re.sub(r"^\*\*(.*)\*\*$", r"\1", _LEADING_MARK.sub("", line.raw).strip())
    if line.kind is LineKind.TABLE:
        return table_row(line.text)
    return without_columns(line.text)


def table_row(text: str) -> str:
    """Return the cells of a row as one line: a key and its value, or an enumeration."""
    cells = [cell.strip(" |") for cell in text.split(" | ")]
    cells = [cell for cell in cells if cell]
    if len(cells) == 2:
        return f"{cells[0].rstrip(':')}: {cells[1]}"
    return ", ".join(cells)


def without_columns(text: str) -> str:
    """Return a line whose columns were set apart by tabs, wide gaps or bars as one line of text."""
    parts = [part for part in _COLUMNS.split(text.strip(" |\t")) if part]
    return " · ".join(parts)


def blocks(lines: Iterable[Line], respelled: dict[int, str]) -> Iterator[tuple[Line, str]]:
    """Yield each line with its Markdown; `respelled` holds other wordings by line number."""
    for line in lines:
        if line.kind is LineKind.TABLE and line.level:
            continue  # the header row of a table says nothing about the person
        text = respelled.get(line.number, content(line))
        if not text:
            continue
        if line.kind in (LineKind.BULLET, LineKind.TABLE):
            indent = "  " * min(line.level if line.kind is LineKind.BULLET else 0, 3)
            yield line, f"{indent}- {text}"
        elif line.kind is LineKind.HEADING:
            yield line, f"### {text}"
        else:
            yield line, text


def pages(text: str) -> float:
    """Return how many pages a resume fills in an ordinary layout (A4 or letter, 11 points), in steps of a half."""
    lines = 0.0
    for line in text.strip().split("\n"):
        if not line.strip():
            lines += 0.4
        else:
            lines += math.ceil(len(line) / CHARACTERS_OF_A_LINE) + (0.6 if line.startswith("#") else 0)
    return max(0.5, math.ceil(lines / LINES_OF_A_PAGE * 2) / 2)
