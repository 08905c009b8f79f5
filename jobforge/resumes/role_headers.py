"""What the head of a job says: its period, and which of its parts is the title, the employer and the place."""

import re
from collections.abc import Sequence
from functools import lru_cache

from jobforge.languages.resume import EMPLOYER_ENDINGS, EMPLOYER_WORDS, TITLE_ENDINGS, TITLE_WORDS
from jobforge.text.dates import Period, find_months, find_periods
from jobforge.text.markdown import Line, LineKind, strip_inline

_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_STRONG = re.compile(
    r"\s+[|·•—–~/]\s+|\s+-{1,2}\s+|\s*[—|·•]\s*|\t+|\s+@\s+|\s+(?:at|bei|beim|chez)\s+(?:der\s|dem\s|the\s)?"
)
_FOR = re.compile(r"\s+(?:for|with|im|in der|in|en|en el|en la|à|au|à la|pour|para)\s+(?=[^\W\d_a-zà-ÿ])")
_BOLD = re.compile(r"^\s*(?:[#*+•-]+\s+)?(\*\*|__)(?P<bold>[^*]{1,200}?)\1(?P<rest>.*)$")
_LENGTH = re.compile(
    r"\(?\b\d{1,2}[.,]?\d?\s?(?:years?|yrs?|months?|mos?|jahre?n?|monate?|ans?|mois|años?|meses|mes)\b\.?\s?(?:and|und|et|y)?\s?\)?",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?:position|title|job title|role|employer|company|dates?|period|location|poste|entreprise|stelle|arbeitgeber"
    r"|firma|zeitraum|ort|puesto|cargo|empresa|fechas?|lugar|lieu|période)\s*:\s*",
    re.IGNORECASE,
)
# What follows a bold title: "(part-time) at Employer".
_QUALIFIED = re.compile(
    r"^(?P<qualifier>\s*\([^()\d]{1,40}\))?[\s,]*(?:(?:at|bei|beim|chez|for|@)\s+)?(?P<rest>.*)$", re.DOTALL
)
EDGES = " \t,;:.|·•–—-*_/()[]~"
_LEGAL = re.compile(r",\s*(?=(?:Inc|LLC|Ltd|Limited|LLP|PLC|Corp|Co\.|GmbH|S\.A|S\.L|SA|SL|SARL|SAS|AG)\b)")
_LEGAL_FORM = re.compile(r"(?<!\w)(?:Co|AG|KG|SE|SA|SL|UG|NV|BV|LP|SAS|e\.\s?V|S\.A|S\.L)(?!\w)")


def has_title_word(text: str) -> bool:
    return _title_score(text) >= 2


def has_employer_word(text: str) -> bool:
    return _employer_score(text) > 0


def first_period(text: str) -> Period | None:
    return next(iter(find_periods(text)), None)


def header_period(line: Line) -> Period | None:
    """The period of a line; a lone date counts on headings and bold lines, at the end or in brackets."""
    if period := first_period(line.text):
        return period
    if line.kind not in (LineKind.HEADING, LineKind.TABLE) and not line.bold and len(line.text) > 70:
        return None
    for dated in find_months(line.text):
        first, last = dated.span
        ends = not line.text[last:].strip(EDGES) or line.text[first - 1 : first] == "("
        leads = first == 0 and line.kind in (LineKind.TABLE, LineKind.HEADING)
        if ends or leads or not line.text[:first].strip(EDGES):
            return Period(dated.month, dated.month, False, dated.span)
    return None


def without_period(text: str, period: Period | None) -> str:
    """`text` without its period and what belongs to it; the place of a period in the middle becomes a separator."""
    if period:
        first, last = period.span
        before, after = text[:first].rstrip(EDGES.replace(")", "")), text[last:].lstrip(EDGES.replace("(", ""))
        if re.fullmatch(r"\W*\([^()]*\)\W*", after):  # "(summers)" says something of the period
            after = ""
        text = f"{before} | {after}" if before and after else before or after
    text = _LENGTH.sub(" ", text)
    return _trim(_FIELD.sub("", text.strip()))


def _trim(text: str) -> str:
    """`text` without stray separators; brackets are kept where they close."""
    text = text.strip(" \t,;:|·•–—-*_/~")
    while text and ((text[0] in ")]") or (text[0] == "(" and text.count("(") > text.count(")"))):
        text = text[1:].lstrip(" ,;|–—-")
    if text.endswith(("(", "[")) or text.count(")") > text.count("("):
        text = text.rstrip(" ()[],")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip() or text.replace("(", "")
    return text.strip(" \t,;:|·•–—-*_/~")


def split_parts(text: str) -> list[str]:
    """The parts of a header between strong separators; commas only separate where there is nothing stronger."""
    groups = [part for part in map(_trim, _STRONG.split(text)) if part]
    if len(groups) == 1:
        return _commas(groups[0])
    return groups


def _commas(text: str) -> list[str]:
    text = _LEGAL.sub(" ", text)
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth <= 0:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return [part for part in map(_trim, parts) if part]


def _title_score(text: str) -> int:
    words = [word.strip(".'’").casefold() for word in _WORD.findall(text)]
    if any(_names_a_person(word) for word in words):
        return 3
    return 1 if any(word.endswith(tuple(TITLE_ENDINGS)) and len(word) > 4 for word in words) else 0


@lru_cache(maxsize=10_000)
def _names_a_person(word: str) -> bool:
    stem = re.sub(r"(?:[:*_/]?in(?:nen)?|e?s)$", "", word)
    if word in TITLE_WORDS or stem in TITLE_WORDS:
        return True
    if any(part in TITLE_WORDS for part in word.split("-")):
        return True
    return any(word.endswith(tail) and len(word) > len(tail) for tail in _COMPOUND)


# German writes one word: Kraftfahrer, Intensivpfleger, Küchenleiterin.
_COMPOUND_ENDINGS = (
    *("er", "erin", "kraft", "frau", "mann", "ist", "istin", "or", "koch", "leiter"),
    *("ent", "entin", "ant", "antin", "ing", "eur", "eurin"),
)
_COMPOUND = (
    *(word for word in TITLE_WORDS if len(word) >= 5 and word.endswith(_COMPOUND_ENDINGS)),
    *("koch", "köchin"),
)


def _employer_score(text: str) -> int:
    words = [word.strip(",'’").casefold() for word in _WORD.findall(text)]
    if any(word.rstrip(".") in EMPLOYER_WORDS for word in words) or _LEGAL_FORM.search(text):
        return 2
    if any(word.endswith(tuple(EMPLOYER_ENDINGS)) and len(word) > 6 for word in words):
        return 1
    return 1 if "&" in text or re.search(r"\bSt\.?\s", text) else 0


def _groups(header: Sequence[Line]) -> list[str]:
    groups: list[str] = []
    for line in header:
        own = header_period(line) or first_period(line.text)
        bold = _BOLD.match(line.raw) if line.kind is not LineKind.TABLE else None
        pieces = [line.text]
        if bold and bold["rest"].strip(EDGES):
            qualifier, rest = _QUALIFIED.match(strip_inline(bold["rest"])).groups()  # type: ignore[union-attr]
            pieces = [f"{strip_inline(bold['bold'])} {(qualifier or '').strip()}".rstrip(), rest]
        for piece in pieces:
            said = own and (first_period(piece) or (own if piece is line.text else None))
            if not said and own and piece == line.text[slice(*own.span)]:
                continue
            rest = without_period(piece, said or _lone(piece, own))
            groups += [part for part in map(_trim, _STRONG.split(rest)) if part]
    return groups


def _lone(piece: str, own: Period | None) -> Period | None:
    if own is None or own.start != own.end:
        return None
    return next((Period(d.month, d.month, False, d.span) for d in find_months(piece) if d.month == own.start), None)


def parse_header(header: Sequence[Line], above: Line | None) -> tuple[str, str | None, str | None]:
    """Title, employer and place of a job; `above` is the heading of an employer with several jobs."""
    groups = _groups(header)
    group = without_period(above.text, first_period(above.text)) if above else None
    if not groups:
        return group or "", None, None
    if len(groups) == 1 and group is None:
        groups = _split_phrase(groups[0])
    if len(groups) == 1:
        return _from_commas(_commas(groups[0]), group)
    scores = [_scores(part) for part in groups]
    title_at = _best_title(scores)
    title = groups.pop(title_at)
    scores.pop(title_at)
    if group:
        return title, group, ", ".join(groups) or None
    parts = _commas(title)
    if len(parts) > 1 and not any(employer for _, employer in scores):
        named = [index for index, part in enumerate(parts) if index and _employer_score(part)]
        if named:  # "Title, Employer — Place"
            first, employer, place = _from_commas(parts, None)
            return first, employer, ", ".join(filter(None, [place, *groups])) or None
    employer_at = max(range(len(groups)), key=lambda index: (min(scores[index][1], 2), -index))
    employer_parts = _commas(groups.pop(employer_at))
    employer, *rest = _employer_first(employer_parts)
    return title, employer, ", ".join([*rest, *groups]) or None


def _scores(part: str) -> tuple[int, int]:
    """How much a part looks like a title and like an employer; of "Title, Employer" the title counts."""
    first, *rest = _commas(part) or [part]
    if rest and _title_score(first) >= 2 and not _employer_score(first):
        return _title_score(first), 0
    return _title_score(part), _employer_score(part)


def _best_title(scores: list[tuple[int, int]]) -> int:
    """The first part that names a person's job; an employer's word beside it makes it less likely."""
    return max(range(len(scores)), key=lambda index: (3 * scores[index][0] - 2 * scores[index][1], -index))


def _split_phrase(text: str) -> list[str]:
    """`Cocinera en Restaurante Sol`: a preposition separates where an employer's word follows."""
    for found in _FOR.finditer(text):
        if has_employer_word(_commas(text[found.end() :])[0]) and has_title_word(text[: found.start()]):
            return [text[: found.start()], text[found.end() :]]
    return [text]


def _from_commas(parts: list[str], group: str | None) -> tuple[str, str | None, str | None]:
    if not parts:
        return "", group, None
    if group:
        return parts[0], group, ", ".join(parts[1:]) or None
    if len(parts) == 1:
        if has_employer_word(parts[0]) and not has_title_word(parts[0]):
            return "", parts[0], None
        return parts[0], None, None
    scores = [(_title_score(part), _employer_score(part)) for part in parts]
    if scores[0][1] and scores[0][0] < 3 and (found := [i for i, score in enumerate(scores) if i and score[0] == 3]):
        title = parts.pop(found[-1])
        return title, parts[0], ", ".join(parts[1:]) or None
    later = [index for index in range(1, len(parts)) if scores[index][1]]
    employer_at = max(later, key=lambda index: (scores[index][1], index)) if later else 1
    title = ", ".join(parts[:employer_at])
    return title, parts[employer_at], ", ".join(parts[employer_at + 1 :]) or None


def _employer_first(parts: list[str]) -> list[str]:
    if len(parts) > 1 and not has_employer_word(parts[0]):
        named = [index for index, part in enumerate(parts) if index and _employer_score(part) == 2]
        if named:
            return [", ".join(parts[: named[0] + 1]), *parts[named[0] + 1 :]]
    return parts
