"""The jobs in the experience part of a resume.

People lay jobs out in any order: title first or employer first, on one line or on three, dates before or after, as
headings, bold lines, table rows, bullets or bare text. The one thing nearly all have in common is a period on or
beside a short line, so periods are the anchors; word tables decide only which part is the title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jobforge.analysis.dates import Period, find_months, find_periods
from jobforge.analysis.lexicon_resume import (
    CAREER_BREAK,
    EMPLOYER_ENDINGS,
    EMPLOYER_WORDS,
    LABELS,
    TITLE_ENDINGS,
    TITLE_WORDS,
)
from jobforge.analysis.markdown import Line, LineKind, strip_inline

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
_EDGES = " \t,;:.|·•–—-*_/()[]~"
_LEGAL = re.compile(r",\s*(?=(?:Inc|LLC|Ltd|Limited|LLP|PLC|Corp|Co\.|GmbH|S\.A|S\.L|SA|SL|SARL|SAS|AG)\b)")
_LEGAL_FORM = re.compile(r"(?<!\w)(?:Co|AG|KG|SE|SA|SL|UG|NV|BV|LP|SAS|e\.\s?V|S\.A|S\.L)(?!\w)")


@dataclass(frozen=True, slots=True)
class Role:
    """One job. Lines are numbered from 1; `bullets` are the numbers of the lines that say what was done.

    `career_break` marks a dated pause (parental leave, travel) that stands among the jobs but is none.
    """

    title: str
    employer: str | None
    place: str | None
    period: Period | None
    first_line: int
    last_line: int
    bullets: tuple[int, ...]
    career_break: bool = False


@dataclass(frozen=True, slots=True)
class _Block:
    header: tuple[Line, ...]
    period: Period | None
    group: Line | None = None


def read_roles(lines: Sequence[Line], level: int) -> tuple[Role, ...]:
    """The jobs in `lines`, the content of one section whose heading has `level` (0 where it has none)."""
    items = [line for line in lines if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION)]
    blocks = _blocks(items, level)
    roles: list[Role] = []
    for index, block in enumerate(blocks):
        first = min(line.number for line in block.header)
        end = min(
            (
                line.number
                for later in blocks[index + 1 : index + 2]
                for line in (*later.header, *_heading(later, block))
            ),
            default=items[-1].number + 1,
        )
        inside = [item for item in items if first <= item.number < end]
        headers = {line.number for line in block.header}
        work = tuple(item.number for item in inside if item.number not in headers and _is_work(item))
        tail = [line.number for line in lines if first <= line.number < end and line.kind is not LineKind.BLANK]
        title, employer, place = _parts(block)
        roles.append(
            Role(
                title,
                employer,
                place,
                block.period,
                first,
                tail[-1],
                work,
                career_break=title.casefold().startswith(CAREER_BREAK),
            )
        )
    return tuple(roles)


def is_role_header(line: Line) -> bool:
    """Whether `line` alone looks like the head of a job: short, no sentence, with a period."""
    return _is_candidate(line) and _period(line) is not None


def has_title_word(text: str) -> bool:
    return _title_score(text) >= 2


def has_employer_word(text: str) -> bool:
    return _employer_score(text) > 0


def _heading(block: _Block, before: _Block) -> tuple[Line, ...]:
    return (block.group,) if block.group and block.group is not before.group else ()


def _blocks(items: list[Line], level: int) -> list[_Block]:
    periods = {item.number: _period(item) for item in items if _is_candidate(item)}
    anchors = {number for number, period in periods.items() if period}
    by_number = {item.number: item for item in items}
    if not any(by_number[number].kind is not LineKind.BULLET for number in anchors):
        anchors |= {item.number for item in items if _is_bullet_role(item)}
        periods |= {number: _first_period(by_number[number].text) for number in anchors}
    else:
        anchors = {number for number in anchors if by_number[number].kind is not LineKind.BULLET}
    taken: set[int] = set()
    blocks: list[_Block] = []
    for index, item in enumerate(items):
        if item.number in taken:
            continue
        if item.number in anchors:
            above = _above(items, index, anchors, taken)
            header = [*above, item]
            if _part_count(header, periods) < 2:
                header += _below(items, index, anchors, periods)
            taken.update(line.number for line in header)
            blocks.append(_Block(tuple(header), periods[item.number]))
    heads = {line.number for block in blocks for line in block.header}
    blocks += _undated(items, level, anchors, heads, bool(blocks))
    blocks.sort(key=lambda block: block.header[0].number)
    return _with_groups(items, level, blocks)


def _undated(items: list[Line], level: int, anchors: set[int], taken: set[int], dated: bool) -> list[_Block]:
    """Jobs without a period: sub-headings; where nothing at all is dated also bold lines and short lines over bullets."""
    blocks = []
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        if item.number in taken or not _is_candidate(item) or _is_label(item) or item.kind is LineKind.BULLET:
            continue
        if item.kind is LineKind.TABLE and (item.level or dated):
            continue
        heads_others = following is not None and (
            following.number in taken or (following.kind is LineKind.HEADING and following.level > item.level)
        )
        if heads_others or following is None:
            continue
        if item.kind is LineKind.HEADING and item.level > level:
            blocks.append(_Block((item,), None))
        elif not dated and (item.bold or (following.kind is LineKind.BULLET and len(item.text) <= 100)):
            above = _above(items, index, anchors, taken) if not item.bold else []
            blocks.append(_Block((*above, item), None))
            taken.update(line.number for line in above)
    return blocks


def _with_groups(items: list[Line], level: int, blocks: list[_Block]) -> list[_Block]:
    """Give jobs that stand under a heading of an employer that heading."""
    heads = {line.number: block for block in blocks for line in block.header}
    above: list[Line] = []  # the headings that are open at this point, outermost first
    groups: dict[int, Line | None] = {}
    for item in items:
        if item.kind is LineKind.HEADING and item.level > level:
            while above and above[-1].level >= item.level:
                above.pop()
        block = heads.get(item.number)
        if block and block.header[0] is item:
            last = above[-1] if above else None
            groups[item.number] = last if last and last.number not in heads else None
        if item.kind is LineKind.HEADING and item.level > level:
            above.append(item)
    return [replace(block, group=groups.get(block.header[0].number)) for block in blocks]


def _above(items: list[Line], index: int, anchors: set[int], taken: set[int]) -> list[Line]:
    anchor = items[index]
    own = _rest(anchor.text, _period(anchor) or _first_period(anchor.text))
    if anchor.kind is LineKind.TABLE or (own and (anchor.kind is LineKind.HEADING or anchor.bold_only)):
        return []
    found: list[Line] = []
    below = anchor.number
    for item in reversed(items[max(0, index - 3) : index]):
        gap = below - item.number > 1
        strong = item.kind is LineKind.HEADING or item.bold
        if item.number in anchors or item.number in taken or not _is_candidate(item) or _is_label(item):
            break
        if item.kind is LineKind.BULLET or item.kind is LineKind.TABLE or (gap and own and not strong):
            break
        if len(_split(own)) >= 2 and not strong and not (own and not has_title_word(own)):
            break
        if gap and not strong and found:
            break
        found.insert(0, item)
        below = item.number
        if item.kind is LineKind.HEADING or (item.bold and not (index and items[index - 1].bold and len(found) < 2)):
            break
    return found


def _below(items: list[Line], index: int, anchors: set[int], periods: dict[int, Period | None]) -> list[Line]:
    found: list[Line] = []
    above = items[index]
    for item in items[index + 1 : index + 3]:
        if item.number in anchors or item.kind not in (LineKind.PARAGRAPH, LineKind.HEADING) or _is_label(item):
            break
        gap = item.number - above.number > 1
        if not _is_candidate(item) or len(item.text) > 90:
            break
        if gap and (items[index].kind is not LineKind.HEADING or len(item.text) > 60 or not _starts_marked(item)):
            break
        found.append(item)
        above = item
        if _part_count([items[index], *found], periods) >= 3:
            break
    return found


def _starts_marked(line: Line) -> bool:
    return line.raw.lstrip()[:1] in "*_" or has_employer_word(line.text) or has_title_word(line.text)


def _part_count(lines: list[Line], periods: dict[int, Period | None]) -> int:
    return sum(len(_split(_rest(line.text, periods.get(line.number)))) for line in lines)


def _is_candidate(line: Line) -> bool:
    """Short and no sentence. A bullet can be the head of a job, but only where no other line is."""
    if line.kind in (LineKind.HEADING, LineKind.TABLE) or line.bold_only:
        return len(line.text) <= 240
    if line.kind is LineKind.BULLET:
        return _is_bullet_role(line)
    text = line.text
    if len(text) > (200 if line.bold else 150):
        return False
    if text.endswith((".", "!", "?", ";")) and not re.search(r"\b(?:Inc|Ltd|Co|Corp|e\.V|S\.A|S\.L|Dr|St)\.$", text):
        return len(text.split()) <= 6 and bool(find_periods(text))
    return bool(line.bold or len(text.split()) <= 22) and "@" not in text


def _is_bullet_role(line: Line) -> bool:
    if line.kind is not LineKind.BULLET or len(line.text) > 140:
        return False
    period = _first_period(line.text)
    if period is None:
        return False
    first, last = period.span
    at_edge = first <= 2 or len(line.text.rstrip(_EDGES)) - last <= 1
    rest = _rest(line.text, period)
    return at_edge and bool(rest) and (line.bold or has_title_word(rest) or has_employer_word(rest))


def _is_label(line: Line) -> bool:
    if line.text.endswith(":"):
        return True
    return line.text.casefold().strip(_EDGES) in LABELS


def _is_work(line: Line) -> bool:
    return line.kind in (LineKind.BULLET, LineKind.PARAGRAPH, LineKind.TABLE) and not _is_label(line)


def _first_period(text: str) -> Period | None:
    return next(iter(find_periods(text)), None)


def _period(line: Line) -> Period | None:
    """The period of a line; a lone date counts on headings and bold lines, at the end or in brackets."""
    if period := _first_period(line.text):
        return period
    if line.kind not in (LineKind.HEADING, LineKind.TABLE) and not line.bold and len(line.text) > 70:
        return None
    for dated in find_months(line.text):
        first, last = dated.span
        ends = not line.text[last:].strip(_EDGES) or line.text[first - 1 : first] == "("
        leads = first == 0 and line.kind in (LineKind.TABLE, LineKind.HEADING)
        if ends or leads or not line.text[:first].strip(_EDGES):
            return Period(dated.month, dated.month, False, dated.span)
    return None


def _rest(text: str, period: Period | None) -> str:
    """`text` without its period and what belongs to it; the place of a period in the middle becomes a separator."""
    if period:
        first, last = period.span
        before, after = text[:first].rstrip(_EDGES.replace(")", "")), text[last:].lstrip(_EDGES.replace("(", ""))
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


def _split(text: str) -> list[str]:
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
    return 1 if any(word.endswith(TITLE_ENDINGS) and len(word) > 4 for word in words) else 0


def _names_a_person(word: str) -> bool:
    stem = re.sub(r"(?:[:*_/]?in(?:nen)?|e?s)$", "", word)
    if word in TITLE_WORDS or stem in TITLE_WORDS:
        return True
    if any(part in TITLE_WORDS for part in word.split("-")):
        return True
    return any(word.endswith(tail) and len(word) > len(tail) for tail in _COMPOUND)


# German writes one word: Kraftfahrer, Intensivpfleger, Küchenleiterin.
_COMPOUND = tuple(
    word for word in TITLE_WORDS
    if len(word) >= 5 and word.endswith(("er", "erin", "kraft", "frau", "mann", "ist", "istin", "or", "koch", "leiter",
                                         "ent", "entin", "ant", "antin", "ing", "eur", "eurin"))
) + ("koch", "köchin")  # fmt: skip


def _employer_score(text: str) -> int:
    words = [word.strip(",'’").casefold() for word in _WORD.findall(text)]
    if any(word.rstrip(".") in EMPLOYER_WORDS for word in words) or _LEGAL_FORM.search(text):
        return 2
    if any(word.endswith(EMPLOYER_ENDINGS) and len(word) > 6 for word in words):
        return 1
    return 1 if "&" in text or re.search(r"\bSt\.?\s", text) else 0


def _groups(block: _Block) -> list[str]:
    groups: list[str] = []
    for line in block.header:
        own = _period(line) or _first_period(line.text)
        bold = _BOLD.match(line.raw) if line.kind is not LineKind.TABLE else None
        pieces = [line.text]
        if bold and bold["rest"].strip(_EDGES):
            qualifier, rest = _QUALIFIED.match(strip_inline(bold["rest"])).groups()  # type: ignore[union-attr]
            pieces = [f"{strip_inline(bold['bold'])} {(qualifier or '').strip()}".rstrip(), rest]
        for piece in pieces:
            said = own and (_first_period(piece) or (own if piece is line.text else None))
            if not said and own and piece == line.text[slice(*own.span)]:
                continue
            rest = _rest(piece, said or _lone(piece, own))
            groups += [part for part in map(_trim, _STRONG.split(rest)) if part]
    return groups


def _lone(piece: str, own: Period | None) -> Period | None:
    if own is None or own.start != own.end:
        return None
    return next((Period(d.month, d.month, False, d.span) for d in find_months(piece) if d.month == own.start), None)


def _parts(block: _Block) -> tuple[str, str | None, str | None]:
    """Title, employer and place of a job."""
    groups = _groups(block)
    group = _rest(block.group.text, _first_period(block.group.text)) if block.group else None
    if not groups:
        return group or "", None, None
    if len(groups) == 1 and group is None:
        groups = _split_phrase(groups[0])
    if len(groups) == 1:
        return _from_commas(_commas(groups[0]), group)
    scores = [(_title_score(part), _employer_score(part)) for part in groups]
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
