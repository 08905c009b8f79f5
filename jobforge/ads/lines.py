"""The lines of an ad: bullets by any sign, hard-wrapped lines put together, text in columns read column by column."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

WRAPPED = 50  # a line at least this long without a full stop goes on in the next
_SLACK = 4  # characters that a wrapped line may leave free although the next word would have fitted

_UNITS = (
    r"(?:years?|yrs?|jahre?n?|ans?|años?|hours?|hrs?|stunden|heures?|horas?|days?|tage?|jours?|días?|fte|million)\b"
)
_MARKER = re.compile(
    r"(?:[-*•]?\s?\[[ xX✓✔]?\]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s+(?:[^\W\d_]|[£$]\d))(?!\s+"
    + _UNITS
    + r")"
    r"|[A-Z]{1,2}\d{1,2}(?:[.):](?=\s)|(?=\s{2,}))|\(?[a-zA-Z][)]|o(?=\s{1,4}[^\W\d_])"
    r"|[^\w\s\"'“”„«»‹¿¡$£€#<(\[@&.]{1,3})\s+(?=\S)",
)
_GLUED_MARKER = re.compile(r"[-*•·●▪‣➤►✓✔–]\s*(?=[^\W_])")
_NUMBERED = re.compile(r"\(?\d{1,2}((?:\.\d{1,2})*)")
_GUTTER = re.compile(r"[ \t]*\|[ \t]*|\t+|[ ]{4,}")
LABEL = re.compile(
    r"\s*[\[*_]{0,3}(?P<label>[^\W\d_][^:\[\].]{1,48}?)\s?(?:[*_]{1,3}:|:[*_]{1,3}|:|\])[*_]{0,3}\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class AdLine:
    """One line without its bullet; `line` counts from 1, `start` and `end` are its place in the text."""

    line: int
    start: int
    end: int
    text: str
    marker: str
    bullet: bool
    blank_before: bool


def ad_lines(text: str, heads: Callable[[str], bool]) -> list[AdLine]:
    """The lines of `text` that say something. `heads` tells whether a text is a heading, for text in columns."""
    return _joined(list(_in_columns(_lines(text), heads)))


def _lines(text: str) -> list[AdLine]:
    result: list[AdLine] = []
    blank = True
    position, number = 0, 0
    for piece in text.splitlines(keepends=True):
        number += piece.count("\n") > 0 or not piece.endswith("\n")
        current, position = position, position + len(piece)
        stripped = piece.strip()
        if not stripped or not any(letter.isalnum() for letter in stripped):
            blank = True
            continue
        start = current + len(piece) - len(piece.lstrip())
        end = current + len(piece.rstrip())
        result.append(_line(text, number, start, end, blank))
        blank = False
    return result


def _line(text: str, number: int, start: int, end: int, blank: bool) -> AdLine:
    stripped = text[start:end]
    marker = _MARKER.match(text, start, end) or _GLUED_MARKER.match(text, start, end)
    sign = marker.group().strip() if marker else ""
    if marker and (sign in ("**", "***", "__", "==") or (sign == "*" and stripped.endswith("*"))):
        marker, sign = None, ""
    body = marker.end() if marker else start
    return AdLine(number, body, end, text[body:end], _kind(sign), marker is not None, blank)


def _kind(sign: str) -> str:
    """The sign without what changes from one entry to the next: 1. and 2. are of a kind, 1.1 is another."""
    if re.fullmatch(r"[A-Z]{1,2}\d{1,2}[.):]?", sign):
        return "A1."
    if numbered := _NUMBERED.match(sign):
        return "1" + ".1" * numbered[1].count(".") + "."
    return "1." if sign[-1:] == ")" else sign


def _in_columns(lines: Sequence[AdLine], heads: Callable[[str], bool]) -> Iterator[AdLine]:
    """Read rows under a row of headings ("Duties | Profile") downwards, one column after the other.

    A first column without such a heading ("Criteria | Essential | Desirable") only names the rows.
    """
    index = 0
    while index < len(lines):
        titles = _cells(lines[index])
        columns = [number for number, cell in enumerate(titles) if heads(cell.text)]
        end = index + 1
        while end < len(lines) and not lines[end].blank_before and _GUTTER.search(lines[end].text):
            end += 1
        unnamed = [number for number in range(len(titles)) if number not in columns and titles[number].text.strip()]
        if len(columns) < 2 or end - index < 3 or unnamed not in ([], [min(columns) - 1]):
            yield lines[index]
            index += 1
            continue
        rows = [_cells(line, bullets=True) for line in lines[index + 1 : end]]
        for column in columns:
            title = titles[column]
            yield replace(title, text=title.text + ":" * (not title.text.endswith(":")), blank_before=True)
            yield from (row[column] for row in rows if column < len(row) and row[column].text.strip())
        index = end


def _cells(line: AdLine, *, bullets: bool = False) -> list[AdLine]:
    result, begin = [], 0
    for gutter in [*_GUTTER.finditer(line.text), None]:
        stop = gutter.start() if gutter else len(line.text)
        text = line.text[begin:stop]
        result.append(replace(line, start=line.start + begin, end=line.start + stop, text=text, bullet=bullets))
        begin = gutter.end() if gutter else stop
    return result


def _joined(lines: Sequence[AdLine]) -> list[AdLine]:
    """Hard-wrapped lines put together again."""
    result: list[AdLine] = []
    lists = _plain_lists(lines)
    for raw in lines:
        previous = result[-1] if result else None
        wrapped = (
            previous is not None
            and len(result) > 1
            and not raw.bullet
            and not raw.blank_before
            and raw.line == previous.line + 1 + previous.text.count("\n")
            and (len(previous.text.rsplit("\n", 1)[-1]) >= WRAPPED or (previous.bullet and raw.text[:1].islower()))
            and not re.search(r"[.!?:;]$", previous.text)
            and (raw.text[:1].islower() or raw.text[:1] in "(&" or not (previous.bullet or raw.line in lists))
            and not LABEL.match(raw.text)
        )
        if wrapped and previous is not None:
            joined = previous.text + " " * (raw.start - previous.end - 1) + "\n" + raw.text
            result[-1] = replace(previous, end=raw.end, text=joined)
        else:
            result.append(raw)
    return result


def _plain_lists(lines: Sequence[AdLine]) -> set[int]:
    """Numbers of lines in blocks that no margin broke: most of them had room for the word that follows."""
    result: set[int] = set()
    begin = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and not lines[index].blank_before:
            continue
        block = lines[begin:index]
        begin = index
        width = max(len(line.text) for line in block)
        inner = [(line, after) for line, after in pairwise(block[1:]) if not line.bullet]
        open_ended = [(line, after) for line, after in inner if not re.search(r"[.!?:;,]$", line.text)]
        roomy = sum(len(line.text) + 1 + len(after.text.split()[0]) + _SLACK <= width for line, after in open_ended)
        if len(open_ended) >= 2 and 2 * roomy >= len(open_ended):
            result.update(line.line for line in block)
    return result
