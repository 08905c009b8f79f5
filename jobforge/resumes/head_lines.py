"""What single lines of an experience section are: a possible head of a job, a label, or work."""

import re

from jobforge.languages.resume import FIELDS, LABELS
from jobforge.resumes.cells import EDGES, cells_of, commas, date_span, without_span
from jobforge.resumes.places import is_place, trailing_place
from jobforge.resumes.scores import employer_score, has_employer_word, has_title_word, title_score
from jobforge.text.dates import find_periods
from jobforge.text.markdown import Line, LineKind

_ABBREVIATED_END = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Mfg|Bros|e\.V|S\.A|S\.L|C\.V|Dr|St|Qro|Jal)\.$")
_MAX_STRONG, _MAX_BOLD, _MAX_PLAIN = 240, 200, 150  # characters of a heading, a line that begins bold, another


def is_candidate(line: Line) -> bool:
    """Return whether `line` may be the head of a job: short and no sentence."""
    if line.kind in (LineKind.HEADING, LineKind.TABLE) or line.bold_only:
        return len(line.text) <= _MAX_STRONG
    if line.kind is LineKind.BULLET:
        return is_bullet_head(line)
    text = line.text
    if len(text) > (_MAX_BOLD if line.bold else _MAX_PLAIN):
        return False
    if text.endswith((".", "!", "?", ";")) and not _ABBREVIATED_END.search(text):
        return len(text.split()) <= 6 and bool(find_periods(text))
    return bool(line.bold or len(text.split()) <= 22) and not re.search(r"\S@\S", text)


def is_bullet_head(line: Line) -> bool:
    """Return whether a bullet is the head of a job; it can be only where no other line is."""
    if line.kind is not LineKind.BULLET or len(line.text) > 140:
        return False
    span = date_span(line) if find_periods(line.text) else None
    if span is None:
        return False
    at_edge = span[0] <= 2 or len(line.text.rstrip(EDGES)) - span[1] <= 1
    rest = without_span(line.text, span)
    if not (at_edge and rest) or title_score(rest) + employer_score(rest) == 0 and len(commas(rest)) < 2:
        return False
    return line.bold or has_title_word(rest) or has_employer_word(rest) or len(rest) <= 70


def is_label(line: Line) -> bool:
    """Return whether `line` is a label inside a job ("Key achievements:")."""
    text = line.text.casefold().strip(EDGES)
    return line.text.endswith(":") or text in LABELS or bool(FIELDS["work"].of().fullmatch(text))


def is_strong(line: Line) -> bool:
    """Return whether the line is set apart from others: a heading, or bold."""
    return line.kind is LineKind.HEADING or line.bold


def named_parts(lines: list[Line]) -> list[str]:
    """Return the cells of the lines that are neither dates nor places; commas count where there is one cell only."""
    cells = [cell for line in lines for cell in cells_of(without_span(line.text, date_span(line)))]
    if len(cells) > 1:
        return [cell for cell in cells if not is_place(cell)]
    parts = commas(cells[0]) if cells else []
    return parts[: len(parts) - trailing_place(parts)]
