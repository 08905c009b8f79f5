"""Whose resume it is: the name, and the lines with addresses and numbers."""

import re
from collections.abc import Iterator, Sequence

from jobforge.resumes.headings import heading_kind
from jobforge.resumes.scores import has_employer_word, has_title_word
from jobforge.text.dates import find_periods
from jobforge.text.markdown import Line, LineKind

CONTACT = re.compile(
    r"[^\s@]@[^\s@]+\.\w|\+?\(?\d[\d ().\-/]{6,}\d|\b(?:https?://|www\.|linkedin|github\.com)"
    r"|\b(?:tel|phone|mobile|mobil|telefon|téléphone|teléfono|móvil|e-?mail|address|adresse|dirección|anschrift)\b",
    re.IGNORECASE,
)
_NAME_NOISE = re.compile(
    r"^(?:lebenslauf|curriculum vitae|cv|c\.v\.|résumé|resume|currículum(?: vitae)?|name|nom|nombre)\b"
    r"(?:\s+(?:of|von|de|for))?\s*[:–—|-]?\s*",
    re.IGNORECASE,
)
_PARTICLES = frozenset("de von van der del la da di y zu den dos do du el al bin ben ten ter of".split())
_CUT = re.compile(r"\s*[|•·,(]|\s+[–—-]\s+")
_MAX_NAME_LINE = 4  # lines with text among which the name is looked for


def name_of(lines: Sequence[Line]) -> str | None:
    """Return the name at the top, or under a side column that was copied first."""
    visited = 0
    for index, line in enumerate(lines):
        if not line.text or line.kind is LineKind.CONTINUATION:
            continue
        visited += 1
        if visited > _MAX_NAME_LINE:
            break
        if heading_kind(line.text):
            if visited == 1 and (below := name_under_side_column(lines)) is not None:
                return _name(lines[below].text)
            continue
        if name := _name(line.text):
            return name
        if visited == 1 and (single := _single_name(lines, index)):
            return single
    return None


def name_under_side_column(lines: Sequence[Line]) -> int | None:
    """Return the index of the line with the name in text whose side column ("Contact", "Top Skills") comes first."""
    first = next((line for line in lines if line.text), None)
    if first is None or heading_kind(first.text) is None:
        return None
    for index, line in enumerate(lines[1:-1], 1):
        headline = lines[index + 1]
        if lines[index - 1].text or line.kind not in (LineKind.PARAGRAPH, LineKind.HEADING) or not headline.text:
            continue
        existing = heading_kind(line.text) or has_title_word(line.text) or has_employer_word(line.text)
        if not existing and len(line.text.split()) >= 2 and _name(line.text) and _is_headline(headline.text):
            return index
    return None


def _is_headline(text: str) -> bool:
    return has_title_word(text) and not find_periods(text)


def _name(text: str) -> str | None:
    cut = _NAME_NOISE.sub("", _CUT.split(text, maxsplit=1)[0]).strip(" :")
    cut = cut or _NAME_NOISE.sub("", text).strip(" :")
    words = cut.split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d@:/]", cut):
        return None
    return (
        cut
        if all(_is_capital(token) for token in words) and words[0].casefold() not in _PARTICLES - {"el", "al"}
        else None
    )


def _is_capital(token: str) -> bool:
    """Return whether a word may stand in a name; scripts without capitals have none to ask for."""
    first = next((letter for letter in token if letter.isalpha()), "")
    return bool(first) and (
        not first.islower() or token in _PARTICLES or bool(re.match(r"[dlo]['’][^\W\d_a-z]", token))
    )


def _single_name(lines: Sequence[Line], index: int) -> str | None:
    """Return a name of one word on the first line, where contact details follow."""
    text = _NAME_NOISE.sub("", lines[index].text).strip(" :")
    if not re.fullmatch(r"[^\W\d_a-z][^\W\d_]{2,30}", text) or has_title_word(text):
        return None
    following = [line for line in lines[index + 1 :] if line.text][:3]
    return text if any(CONTACT.search(line.text) for line in following) else None


def contact_lines(inside: Sequence[Line]) -> Iterator[int]:
    """Return the numbers of the lines with contact details among those of the header."""
    for line in inside:
        if line.text and not find_periods(line.text) and CONTACT.search(line.text):
            yield line.number
