"""The head of a job cut into cells: between strong separators, and at commas where there are none."""

import re

from jobforge.languages.resume import TOPIC
from jobforge.languages.tables import Pattern
from jobforge.text.dates import Period, find_months, find_periods, find_reversed
from jobforge.text.markdown import Line, LineKind

_MAX_SEASON = 10  # characters of what may stand before a lone date: "Summer", "Étés"
EDGES = " \t,;:.|·•–—-*_/()[]~"
_TRIMMED = " \t,;:|·•–—-*_/~"
_SEPARATOR = Pattern(
    TOPIC,
    r"\s+[|•·—–~/▪●]\s+|\s+-{1,2}\s+|\s*[—|·•]\s*|\t+|\s+@\s*|\s+(?:{heads.at})\s+(?:(?:{heads.articles})\s)?",
    re.IGNORECASE,
)
_DURATION = Pattern(
    TOPIC,
    r"\(?\b\d{1,2}[.,]?\d?\s?(?:{heads.durations})\b\.?,?\s?(?:{heads.and})?\s?\)?",
    re.IGNORECASE,
)
_FIELD = Pattern(
    TOPIC, r"^(?:{fields.title}|{fields.employer}|{fields.period}|{fields.place})\s{0,12}:\s*", re.IGNORECASE
)
# "First years: Trainee": a short label before a title.
_LEGAL = re.compile(r",\s*(?=(?:Inc|LLC|Ltd|Limited|LLP|PLC|Corp|Co\.|GmbH|S\.A|S\.L|SA|SL|SARL|SAS|AG)\b)")


def first_period(text: str) -> Period | None:
    """Return the first period of a text."""
    return next(iter(find_periods(text)), None)


def header_period(line: Line) -> Period | None:
    """Return the period of a line; a lone date counts on headings and bold lines, at an edge or in brackets."""
    if period := first_period(line.text):
        return period
    strong = line.kind in (LineKind.HEADING, LineKind.TABLE) or line.bold
    if (not strong and len(line.text) > 70) or find_reversed(line.text):
        return None
    for dated in find_months(line.text):
        first, last = dated.span
        apart = strong or _is_apart(line.text[:first])
        ends = apart and not line.text[last:].strip(EDGES) or line.text[first - 1 : first] == "("
        leads = first == 0 and (
            strong or line.text[last : last + 2] in (" |", ":", ": ") or not line.text[last:].strip()
        )
        if ends or leads or not line.text[:first].strip(EDGES):
            return Period(dated.month, dated.month, False, dated.span)
    return None


def _is_apart(before: str) -> bool:
    """Return whether a date at the end of a plain line is set apart, and not the end of a phrase ("won in 2022")."""
    for dated in reversed(find_months(before)):
        before = before[: dated.span[0]] + before[dated.span[1] :]
    before = before.strip()
    return not before or before[-1] in ",(|–—-·:/[" or len(before) <= _MAX_SEASON


def date_span(line: Line) -> tuple[int, int] | None:
    """Return where the dates of a line stand, also where they are in the wrong order."""
    if period := header_period(line):
        return period.span
    return next(iter(find_reversed(line.text)), None)


def without_span(text: str, span: tuple[int, int] | None) -> str:
    """Return `text` without its dates and what belongs to them; dates in the middle become a separator."""
    if span:
        first, last = span
        previous, after = text[:first].rstrip(EDGES.replace(")", "")), text[last:].lstrip(EDGES.replace("(", ""))
        if re.fullmatch(r"\W*\([^()]*\)\W*", after):  # "(summers)" says something of the period
            after = ""
        text = f"{previous} | {after}" if previous and after else previous or after
    text = _DURATION.sub(" ", text)
    return trim(_FIELD.sub("", text.strip()))


def trim(text: str) -> str:
    """Return `text` without stray separators; brackets are kept where they close."""
    text = text.strip(_TRIMMED)
    while text and ((text[0] in ")]") or (text[0] == "(" and text.count("(") > text.count(")"))):
        text = text[1:].lstrip(" ,;|–—-")
    if text.endswith(("(", "[")) or text.count(")") > text.count("("):
        text = text.rstrip(" ()[],")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip() or text.replace("(", "")
    return text.strip(_TRIMMED)


def cells_of(text: str) -> list[str]:
    """Return the parts of a head between strong separators."""
    return [part for part in map(trim, _SEPARATOR.split(text)) if part]


def split_parts(text: str) -> list[str]:
    """Return the parts of a head between strong separators; commas only separate where there is nothing stronger."""
    cells = cells_of(text)
    return commas(cells[0]) if len(cells) == 1 else cells


def commas(text: str) -> list[str]:
    """Return the parts of a text between commas; what stands in brackets and legal forms stay whole."""
    text = _LEGAL.sub(" ", text)
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth <= 0:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return [part for part in map(trim, parts) if part]
