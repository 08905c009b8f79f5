"""The jobs in the experience part of a resume: their heads, and the lines that say what was done."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jobforge.languages.resume import CAREER_BREAK
from jobforge.resumes.cells import header_period
from jobforge.resumes.head_lines import is_candidate, is_label
from jobforge.resumes.head_order import read_heads
from jobforge.resumes.heads import find_heads
from jobforge.resumes.labelled import FieldHead, labelled_heads, table_jobs
from jobforge.resumes.scores import has_title_word
from jobforge.text.dates import Period
from jobforge.text.markdown import Line, LineKind, joined_wraps

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


def is_role_header(line: Line) -> bool:
    """Return whether `line` alone looks like the head of a job: short, no sentence, with a period."""
    return is_candidate(line) and header_period(line) is not None


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs of a section, and the lines whose text is another than at first sight.

    A row of a table says what was done in one of its cells; a wrapped line belongs to the bullet before it.
    """

    roles: tuple[Role, ...]
    changed: Mapping[int, Line]


def read_roles(lines: Sequence[Line], level: int) -> Jobs:
    """Return the jobs in `lines`, the content of one section whose heading has `level` (0 where it has none)."""
    items = [line for line in lines if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION)]
    changed: dict[int, Line] = {}
    groups: dict[int, int] = {}
    if rows := table_jobs(items):
        by_number = {line.number: line for line in items}
        heads = [row.head for row in rows]
        changed = {n: replace(by_number[n], text=row.work) for row in rows if row.work for n in row.head.lines}
    else:
        heads, groups = _heads(items, level)
    roles = []
    # Lines are in their order: a section of thousands of jobs is read once, not once a job.
    numbers = [line.number for line in lines]
    for index, head in enumerate(heads):
        first = head.lines[0]
        following = heads[index + 1].lines[0] if index + 1 < len(heads) else None
        end = groups.get(following, following) if following else items[-1].number + 1
        part = lines[bisect_left(numbers, first) : bisect_left(numbers, end)]
        inside = [line for line in part if line.kind is not LineKind.BLANK]
        work = [line for line in inside if _is_work(line) and (line.number not in head.lines or line.number in changed)]
        changed |= joined_wraps(work)
        bullets = tuple(n for line in work if changed.get(n := line.number, line).kind is not LineKind.CONTINUATION)
        last = max((line.number for line in inside), default=max(head.lines))
        is_break = head.title.casefold().startswith(tuple(CAREER_BREAK))
        roles.append(Role(head.title, head.employer, head.place, head.period, first, last, bullets, is_break))
    return Jobs(tuple(roles), changed)


def _heads(items: Sequence[Line], level: int) -> tuple[list[FieldHead], dict[int, int]]:
    """Return the heads, and for those that begin a group the number of the group's own line."""
    if labelled := labelled_heads(items):
        return labelled, {}
    heads = find_heads(items, level)
    read = [
        FieldHead(text.title, text.employer, text.place, head.period, tuple(line.number for line in head.lines))
        for head, text in zip(heads, read_heads(heads), strict=True)
    ]
    groups: dict[int, int] = {}
    for previous, head in zip([None, *heads], heads, strict=False):
        if head.group and (previous is None or head.group is not previous.group):
            groups[head.first] = head.group.number
    return read, groups


def _is_work(line: Line) -> bool:
    return line.kind in (LineKind.BULLET, LineKind.PARAGRAPH, LineKind.TABLE) and not (
        is_label(line) or (line.kind is LineKind.TABLE and line.level)
    )
