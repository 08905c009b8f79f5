"""Rows of any file made into the Markdown that JobForge keeps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from jobforge.interchange.headings import body_size, find_headings, may_be_name, name_row
from jobforge.interchange.role_heads import Head, find_heads, head_texts
from jobforge.interchange.rows import Row
from jobforge.resumes.parser import SectionKind, heading_kind

_MARKUP = re.compile(r"([*`])|(?<!\w)(_)|(_)(?!\w)|(<)(?=[/a-zA-Z!?])|(&)(?=#?\w+;)|(!?\[)(?=[^\]]*\]\()")
_CONTACT = re.compile(r"\S@\S+\.\w|\+?\(?\d[\d ()./-]{7,}\d|linkedin\.com|github\.com", re.IGNORECASE)
_MAX_TITLE = 100  # characters
_LARGER = 1.15  # times the usual size: letters of a heading
_KINDS_WITH_JOBS = (SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.PROJECTS, SectionKind.OTHER)
_MIN_LABELS = 3
_PARAGRAPH_GAP = 1.9  # of the size of letters
_MAX_CONTACT_ROWS, _MAX_CONTACT = 8, 90
_LINE_START = re.compile(r"^(\s*)([#>+=~-]|\d{1,2}(?=[.)]\s))")


@dataclass(slots=True)
class _Section:
    title: str | None
    kind: SectionKind
    rows: list[Row] = field(default_factory=list)


def escape(text: str) -> str:
    """Return `text` so that Markdown reads its own letters and no markup."""
    return _MARKUP.sub(lambda match: "\\" + match[0], text)


def compose(rows: Sequence[Row]) -> str:
    """Return the rows as a resume in Markdown."""
    rows = [row for row in _split_labels(_without_section_numbers(rows)) if row.text]
    rows, name = _with_whole_name(rows, name_row(rows))
    headings = find_headings(rows, name)
    head, sections = _sections(rows, name, headings)
    out: list[str] = []
    if name is not None:
        out.append(f"# {escape(_close_up(rows[name].cells[0]))}")
        head = [Row(rows[name].cells[1:], size=rows[name].size), *head] if len(rows[name].cells) > 1 else head
    contact = [section for section in sections if section.kind is SectionKind.HEADER and section.title]
    out += [_paragraph(row) for row in head]
    for section in contact:
        out.append(" | ".join(escape(row.text) for row in section.rows))
    for section in sections:
        if section in contact:
            continue
        out += ["", f"## {escape(_close_up(section.title or ''))}", ""]
        out += _body(section)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def compose_text(rows: Sequence[Row]) -> str:
    """Return the rows of a text that is no resume as Markdown: headings, paragraphs and lists in their order."""
    rows = [row for row in rows if row.text]
    usual = body_size(rows)
    title = max(range(len(rows)), key=lambda index: (rows[index].size, -index), default=None)
    out: list[str] = []
    for index, row in enumerate(rows):
        short = not row.marker and len(row.text) <= _MAX_TITLE and not row.text.endswith((".", ",", ";"))
        larger = row.size >= _LARGER * usual
        stated = row.heading is not None
        if short and index == title and larger:
            out += ["", f"# {escape(row.text)}", ""]
        elif short and (stated or larger or (row.bold and len(row.cells) == 1)):
            out += ["", f"## {escape(_close_up(row.text))}", ""]
        else:
            if index and not (row.marker and rows[index - 1].marker):
                out.append("")
            out.append(_paragraph(replace(row, bold=False)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _with_whole_name(rows: list[Row], name: int | None) -> tuple[list[Row], int | None]:
    """Join a name that stands on two lines."""
    if name is None or name + 1 >= len(rows):
        return rows, name
    first, second = rows[name], rows[name + 1]
    together = f"{first.text} {second.text}"
    if first.style != second.style or first.source != second.source or second.marker or len(together.split()) > 5:
        return rows, name
    if not may_be_name(second) or heading_kind(second.text) or first.size < 1.3 * body_size(rows):
        return rows, name
    return [*rows[:name], replace(first, cells=[together]), *rows[name + 2 :]], name


def _without_section_numbers(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with numbered headings, `1. Summary`, without their numbers."""
    numbered = [
        index
        for index, row in enumerate(rows)
        if row.marker[:-1].isdigit() and not (index + 1 < len(rows) and rows[index + 1].marker[:-1].isdigit())
    ]
    sections = sum(bool(heading_kind(rows[index].text)) for index in numbered)
    if sections < 2 or 2 * sections < len(numbered):
        return list(rows)
    return [replace(row, marker="") if index in set(numbered) else row for index, row in enumerate(rows)]


def _split_labels(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield a heading that stands beside its section's first line as a row of its own."""
    labels = [row for row in rows if len(row.cells) > 1 and not row.marker and heading_kind(row.cells[0])]
    alone = sum(len(row.cells) == 1 and not row.marker and bool(heading_kind(row.text)) for row in rows)
    beside = {id(row) for row in labels} if len(labels) + alone >= _MIN_LABELS else set()
    for row in rows:
        if id(row) in beside:
            yield replace(row, cells=row.cells[:1], style=("label", *row.style))
            yield replace(row, cells=row.cells[1:], bold=False, style=(), marker=row.inner_marker)
        else:
            yield row


def _sections(rows: Sequence[Row], name: int | None, headings: set[int]) -> tuple[list[Row], list[_Section]]:
    """Return what stands above the sections, and the sections."""
    head: list[Row] = []
    sections: list[_Section] = []
    current: _Section | None = None
    for index, row in enumerate(rows):
        if index in headings:
            kind = heading_kind(row.text) or heading_kind(row.text, loose=True) or SectionKind.OTHER
            current = _Section(row.text.rstrip(": "), kind)
            sections.append(current)
            continue
        if index == name or (index and row.source != rows[index - 1].source and _is_contact(rows, index, headings)):
            current = None
        if index == name:
            continue
        (head if current is None else current.rows).append(row)
    return head, sections


def _is_contact(rows: Sequence[Row], start: int, headings: set[int]) -> bool:
    """Whether a part of the page begins with the person's addresses and not with more of the section before."""
    first = next((index for index in range(start, len(rows)) if index in headings), len(rows))
    part = [row for row in rows[start:first] if row.source == rows[start].source]
    short = len(part) <= _MAX_CONTACT_ROWS and all(len(row.text) < _MAX_CONTACT for row in part)
    return short and any(_CONTACT.search(row.text) for row in part)


def _body(section: _Section) -> Iterator[str]:
    rows = section.rows
    if section.kind in _KINDS_WITH_JOBS:
        heads = find_heads(rows)
        if section.kind is SectionKind.EXPERIENCE or _have_bodies(rows, [head.last for head in heads]):
            yield from _jobs(rows, heads)
            return
    for index, row in enumerate(rows):
        if index and _is_apart(rows[index - 1], row):
            yield ""
        yield _paragraph(row)


def _is_apart(before: Row, row: Row) -> bool:
    """Whether a blank line belongs between two rows: a list begins or ends, or there is room between paragraphs."""
    return bool(row.marker) != bool(before.marker) or (not row.marker and row.gap > _PARAGRAPH_GAP)


def _have_bodies(rows: Sequence[Row], lasts: Sequence[int]) -> bool:
    return any(last + 1 < len(rows) and rows[last + 1].marker for last in lasts)


def _jobs(rows: Sequence[Row], heads: Sequence[Head]) -> Iterator[str]:
    starts = {
        head.first if head.group is None else head.group: (head, text)
        for head, text in zip(heads, head_texts(rows, heads), strict=True)
    }
    index = 0
    listed = False
    while index < len(rows):
        if index in starts:
            head, text = starts[index]
            yield ""
            if head.group is not None:
                yield f"### {escape(' | '.join(row.text for row in rows[head.group : head.first]))}"
                yield ""
            yield f"{'####' if head.grouped else '###'} {escape(text)}"
            index = head.last + 1
            listed = False
            continue
        row = rows[index]
        if bool(row.marker) != listed or not row.marker:
            yield ""
        yield _paragraph(row)
        listed = bool(row.marker)
        index += 1


def _paragraph(row: Row) -> str:
    text = escape(row.text)
    if row.marker:
        mark = row.marker if row.marker[:-1].isdigit() else "-"
        return f"{'  ' * row.level}{mark} {text}"
    text = _LINE_START.sub(r"\1\\\2", text)
    if row.bold and len(row.text) <= 120:
        return f"**{text}**"
    return text


def _close_up(text: str) -> str:
    """Return `E D U C A T I O N` as one word."""
    words = text.split()
    return "".join(words) if len(words) > 3 and all(len(token) == 1 for token in words) else text
