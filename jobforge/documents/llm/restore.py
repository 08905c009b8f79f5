"""What a rewritten resume lacks of its source comes back: name, contact, roles, degrees, certificates."""

from collections.abc import Sequence

from jobforge.documents.llm.stream_parser import Line, bare, text_of
from jobforge.resumes.parser import Resume, Role, Section, read_resume

_MIN_OVERLAP = 3
"""Lines over which a degree or a certificate may be spread."""


def restored(lines: Sequence[Line], source: Resume) -> tuple[list[Line], int]:
    """The lines with what is missing put where it belongs, word for word, and how many things that were."""
    remaining, count = list(lines), 0
    for add in (_contact, _roles, _entries):
        remaining, added = add(remaining, source)
        count += added
    return remaining, count


def _contact(lines: list[Line], source: Resume) -> tuple[list[Line], int]:
    head = []
    if source.name and not _is_in(source.name, lines):
        head = [line for line in source.lines if line.text and bare(source.name) in bare(line.text)][:1]
    head += [
        source.lines[number - 1]
        for number in source.contact
        if not _is_in(source.lines[number - 1].text, lines) and source.lines[number - 1] not in head
    ]
    if not head:
        return lines, 0
    at = 0 if head[0].number not in source.contact else _after_first_text(lines)
    raw = [Line(line.raw, (f"L{line.number}",)) for line in head]
    return [*lines[:at], *raw, Line(""), *lines[at:]], len(raw)


def _roles(lines: list[Line], source: Resume) -> tuple[list[Line], int]:
    previous: Role | None = None
    count = 0
    for role in source.roles:
        present = _role(role, lines)
        # A line that merely mentions the post (an apprenticeship at the same firm, say) is not its heading.
        heading_text = bare(source.lines[role.first_line - 1].text)
        if not present and not any(bare(line.text).startswith(heading_text) for line in lines):
            roles = read_resume(text_of(lines)).roles
            first = roles[0].first_line - 1 if roles else len(lines)
            at = _end_of_text(lines, previous.last_line if previous else first)
            block = _raw(source, role.first_line, role.last_line)
            heading = [] if roles else _heading(source, _section(source, role.first_line))
            lines = [*lines[:at], *heading, Line(""), *block, Line(""), *lines[at:]]
            count += 1
            present = _role(role, lines)
        previous = present or previous
    return lines, count


def _entries(lines: list[Line], source: Resume) -> tuple[list[Line], int]:
    count = 0
    for entry in (*source.education, *source.certificates):
        if _is_in(entry.text, lines):
            continue
        personal = _section(source, entry.line)
        section = next((each for each in read_resume(text_of(lines)).sections if each.kind is personal.kind), None)
        at = _end_of_text(lines, section.last_line if section else len(lines))
        added = [*([] if section else _heading(source, personal)), *_raw(source, entry.line, entry.line)]
        lines = [*lines[:at], *added, *lines[at:]]
        count += 1
    return lines, count


def _section(source: Resume, line: int) -> Section:
    return next(each for each in source.sections if each.first_line <= line <= each.last_line)


def _heading(source: Resume, section: Section) -> list[Line]:
    if not section.heading_line:
        return [Line("")]
    return [Line(""), *_raw(source, section.heading_line, section.heading_line), Line("")]


def _raw(source: Resume, first: int, last: int) -> list[Line]:
    return [Line(line.raw, (f"L{line.number}",)) for line in source.lines[first - 1 : last]]


def _role(role: Role, lines: Sequence[Line]) -> Role | None:
    """The role as it stands in the lines, if it does."""
    return next((each for each in read_resume(text_of(lines)).roles if _same(role, each)), None)


def _same(one: Role, other: Role) -> bool:
    starts = [each.period.start.year for each in (one, other) if each.period and each.period.start]
    if len(set(starts)) > 1:
        return False
    if one.employer and other.employer:
        # Of a resume with one job less, another word of a head may be read as its title.
        return _alike(one.employer, other.employer) or bare(one.employer) in bare(f"{other.title} {other.employer}")
    return bool(one.title and other.title) and _alike(one.title or "", other.title or "")


def _alike(one: str, other: str) -> bool:
    return bare(one) in bare(other) or bare(other) in bare(one)


def _is_in(entry: str, lines: Sequence[Line]) -> bool:
    """Whether its longer words and figures stand close together, in whatever order and punctuation."""
    target = {token for token in bare(entry).split() if len(token) > 2}
    words = [bare(line.text).split() for line in lines if line.text.strip()]
    return any(
        target <= {token for line in words[start : start + _MIN_OVERLAP] for token in line}
        for start in range(len(words))
    )


def _after_first_text(lines: Sequence[Line]) -> int:
    return next((index + 1 for index, line in enumerate(lines) if line.text.strip()), 0)


def _end_of_text(lines: Sequence[Line], end: int) -> int:
    """`end` without the blank lines before it."""
    while end and not lines[end - 1].text.strip():
        end -= 1
    return end
