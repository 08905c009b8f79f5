"""The jobs in the experience part of a resume.

People lay jobs out in any order: title first or employer first, on one line or on three, dates before or after, as
headings, bold lines, table rows, bullets or bare text. The one thing nearly all have in common is a period on or
beside a short line, so periods are the anchors; word tables decide only which part is the title.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jobforge.languages.resume import CAREER_BREAK, LABELS
from jobforge.resumes.role_headers import (
    EDGES,
    first_period,
    has_employer_word,
    has_title_word,
    header_period,
    parse_header,
    split_parts,
    without_period,
)
from jobforge.text.dates import Period, find_periods
from jobforge.text.markdown import Line, LineKind

__all__ = ["Role", "has_title_word", "is_role_header", "read_roles"]


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
    # Lines are in their order: a section of thousands of jobs is read once, not once a job.
    item_numbers, line_numbers = [item.number for item in items], [line.number for line in lines]
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
        inside = items[bisect_left(item_numbers, first) : bisect_left(item_numbers, end)]
        headers = {line.number for line in block.header}
        work = tuple(item.number for item in inside if item.number not in headers and _is_work(item))
        part = lines[bisect_left(line_numbers, first) : bisect_left(line_numbers, end)]
        tail = [line.number for line in part if line.kind is not LineKind.BLANK]
        title, employer, place = parse_header(block.header, block.group)
        roles.append(
            Role(
                title,
                employer,
                place,
                block.period,
                first,
                max(tail, default=max(headers)),
                work,
                career_break=title.casefold().startswith(tuple(CAREER_BREAK)),
            )
        )
    return tuple(roles)


def is_role_header(line: Line) -> bool:
    """Whether `line` alone looks like the head of a job: short, no sentence, with a period."""
    return _is_candidate(line) and header_period(line) is not None


def _heading(block: _Block, before: _Block) -> tuple[Line, ...]:
    return (block.group,) if block.group and block.group is not before.group else ()


def _blocks(items: list[Line], level: int) -> list[_Block]:
    periods = {item.number: header_period(item) for item in items if _is_candidate(item)}
    anchors = {number for number, period in periods.items() if period}
    by_number = {item.number: item for item in items}
    if not any(by_number[number].kind is not LineKind.BULLET for number in anchors):
        anchors |= {item.number for item in items if _is_bullet_role(item)}
        periods |= {number: first_period(by_number[number].text) for number in anchors}
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
            under = _below(items, index, anchors, periods)
            untitled = not any(has_title_word(line.text) for line in header)
            if _part_count(header, periods) < 2 or (untitled and under and has_title_word(under[0].text)):
                header += under
            taken.update(line.number for line in header)
            blocks.append(_Block(tuple(header), periods[item.number]))
    heads = {line.number for block in blocks for line in block.header}
    blocks += _undated(items, level, anchors, heads, bool(blocks))
    blocks.sort(key=lambda block: block.header[0].number)
    return _with_groups(items, level, blocks)


def _undated(items: list[Line], level: int, anchors: set[int], taken: set[int], dated: bool) -> list[_Block]:
    """Jobs without a period: sub-headings; where nothing is dated at all, also bold and short lines over bullets."""
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
    own = without_period(anchor.text, header_period(anchor) or first_period(anchor.text))
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
        if len(split_parts(own)) >= 2 and not strong and not (own and not has_title_word(own)):
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
    return sum(len(split_parts(without_period(line.text, periods.get(line.number)))) for line in lines)


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
    period = first_period(line.text)
    if period is None:
        return False
    first, last = period.span
    at_edge = first <= 2 or len(line.text.rstrip(EDGES)) - last <= 1
    rest = without_period(line.text, period)
    return at_edge and bool(rest) and (line.bold or has_title_word(rest) or has_employer_word(rest))


def _is_label(line: Line) -> bool:
    if line.text.endswith(":"):
        return True
    return line.text.casefold().strip(EDGES) in LABELS


def _is_work(line: Line) -> bool:
    return line.kind in (LineKind.BULLET, LineKind.PARAGRAPH, LineKind.TABLE) and not _is_label(line)
