"""The sections of a resume: where each begins, and what it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.languages.resume import LABELS, SectionKind
from jobforge.resumes.contact import CONTACT, name_under_side_column
from jobforge.resumes.entries import is_certificate, is_education
from jobforge.resumes.headings import LABELLED, heading_kind, label_kind
from jobforge.resumes.roles import is_role_header
from jobforge.resumes.scores import has_title_word
from jobforge.resumes.spoken_languages import is_language_list
from jobforge.text.dates import find_months, find_periods
from jobforge.text.markdown import Line, LineKind

# "Skills: a, b" on a line of its own begins a section, but inside a job it belongs to the job.
_LABELS_OPEN = frozenset(SectionKind) - {
    SectionKind.HEADER,
    SectionKind.OTHER,
    SectionKind.EXPERIENCE,
    SectionKind.SUMMARY,
}
_OF_A_JOB = frozenset({SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.AWARDS})
_WITH_JOBS = frozenset({SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.PROJECTS})
_NO_HEADING = frozenset({LineKind.BLANK, LineKind.CONTINUATION, LineKind.TABLE, LineKind.BULLET})
_MAX_HEADING = 80  # characters
_MAX_CAPITALS = 5  # words of a heading in capitals


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the resume. `first_line` to `last_line` include the heading; `heading_line` is None without one."""

    kind: SectionKind
    title: str
    heading_line: int | None
    first_line: int
    last_line: int


def find_sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Return the sections in order; what stands before the first heading is the header."""
    starts = _Starts(lines).all()
    bounds = [index for index, *_ in starts] + [len(lines)]
    sections = []
    if bounds[0] > 0:
        sections.append(Section(SectionKind.HEADER, "", None, 1, bounds[0]))
    for (index, kind, title, alone), end in zip(starts, bounds[1:], strict=True):
        body = lines[index + 1 : end]
        sections.append(Section(_by_content(kind, body), title, index + 1 if alone else None, index + 1, end))
    return tuple(_without_headings(lines, sections))


def body_of(lines: Sequence[Line], section: Section) -> Sequence[Line]:
    """Return the lines of a section without its heading."""
    first = section.first_line if section.heading_line else section.first_line - 1
    return lines[first : section.last_line]


class _Starts:
    """Walk the lines and decide which begin a section, knowing the section that is open."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.first_text = next((index for index, line in enumerate(lines) if line.text), None)
        headings = (i for i, line in enumerate(lines) if line.kind is LineKind.HEADING and line.level)
        self.first_heading = next(headings, None)
        self.name_below = name_under_side_column(lines)
        self.current, self.level = SectionKind.HEADER, 0

    def all(self) -> list[tuple[int, SectionKind, str, bool]]:
        """Return index, kind, title and whether the line is only a heading."""
        starts = []
        for index, line in enumerate(self.lines):
            if index == self.name_below:
                starts.append((index, SectionKind.HEADER, "", False))
                self.current, self.level = SectionKind.HEADER, 0
                continue
            kind = self._kind(index)
            if kind is None:
                continue
            label = LABELLED.match(line.text) if label_kind(line) is kind and heading_kind(line.text) is None else None
            starts.append((index, kind, label["label"] if label else line.text.rstrip(": "), label is None))
            self.current, self.level = kind, line.level if line.kind is LineKind.HEADING else self.level
        return starts

    @property
    def in_work(self) -> bool:
        return self.current in _WITH_JOBS

    def _kind(self, index: int) -> SectionKind | None:
        line = self.lines[index]
        if line.kind in _NO_HEADING or (len(line.text) > _MAX_HEADING and ":" not in line.text[:40]):
            return None
        exact = heading_kind(line.text)
        if line.kind is LineKind.HEADING:
            return self._of_heading(index, exact)
        alone = index == 0 or not self.lines[index - 1].text
        if alone and not exact and (kind := self._of_label(line)):
            return kind
        if exact and self._is_set_apart(index, alone):
            return None if self._is_label_of_job(index, alone) else exact
        return self._of_capitals_or_bold(index, alone)

    def _of_heading(self, index: int, exact: SectionKind | None) -> SectionKind | None:
        line = self.lines[index]
        deeper = bool(self.level) and line.level > self.level
        if index == self.first_text and exact is None:
            return None
        if self.in_work and deeper:
            label = line.text.casefold().strip(": ") in LABELS
            return exact if not label and not find_periods(line.text) else None
        if exact:
            return exact
        if find_periods(line.text) and (
            self.current in (SectionKind.EXPERIENCE, SectionKind.EDUCATION) or has_title_word(line.text)
        ):
            return None if self.current is not SectionKind.HEADER else SectionKind.OTHER
        if (deeper and self.current is not SectionKind.HEADER) or self._is_employer_over_jobs(index):
            return None
        if index and self._is_subtitle(index):
            return None
        return heading_kind(line.text, loose=True) or SectionKind.OTHER

    def _of_label(self, line: Line) -> SectionKind | None:
        kind = label_kind(line)
        return kind if kind in _LABELS_OPEN and not (self.in_work and kind in _OF_A_JOB) else None

    def _is_set_apart(self, index: int, alone: bool) -> bool:
        line = self.lines[index]
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        opens = following is not None and following.kind in (LineKind.BULLET, LineKind.TABLE)
        marked = line.bold_only or line.text.isupper() or line.text.endswith(":") or opens
        return alone or marked or self._is_bare(index)

    def _is_bare(self, index: int) -> bool:
        """Return whether a line of a text without blank lines is the words of a heading and no more."""
        line, previous = self.lines[index], self.lines[index - 1]
        goes_on = previous.text.endswith(",") or previous.text.endswith(("-", "–"))
        in_markdown = self.first_heading is not None and self.first_heading < index
        return line.text[:1].isupper() and not goes_on and not in_markdown and index > (self.first_text or 0)

    def _is_label_of_job(self, index: int, alone: bool) -> bool:
        line = self.lines[index]
        if not self.in_work or line.text.casefold().strip(": ") not in LABELS:
            return False
        in_markdown = self.first_heading is not None and self.first_heading < index
        return in_markdown or not (alone and line.text.isupper())

    def _of_capitals_or_bold(self, index: int, alone: bool) -> SectionKind | None:
        line = self.lines[index]
        if find_months(line.text):
            return None
        upper = line.text.isupper() and len(line.text) > 3 and len(line.text.split()) <= _MAX_CAPITALS
        if upper and index != self.first_text and alone:
            if self.in_work:
                return heading_kind(line.text, loose=True)
            if not CONTACT.search(line.text):
                unknown = SectionKind.OTHER if self.current is not SectionKind.HEADER else None
                return heading_kind(line.text, loose=True) or unknown
        if line.bold_only and not self.in_work and self.current is not SectionKind.EDUCATION:
            return heading_kind(line.text, loose=True)
        return None

    def _is_employer_over_jobs(self, index: int) -> bool:
        """Return whether a heading above the level of its own section is an employer: dated headings follow."""
        line = self.lines[index]
        if self.current is not SectionKind.EXPERIENCE or line.level >= self.level:
            return False
        following = next((item for item in self.lines[index + 1 :] if item.text), None)
        return following is not None and bool(find_periods(following.text))

    def _is_subtitle(self, index: int) -> bool:
        """Return whether the heading stands straight under the name: the person's trade."""
        first = self.first_text
        if first is None or any(line.text for line in self.lines[first + 1 : index]):
            return False
        return self.lines[first].kind is LineKind.HEADING and has_title_word(self.lines[index].text)


def _by_content(kind: SectionKind, body: Sequence[Line]) -> SectionKind:
    """Return what an unknown heading heads, told by what stands under it."""
    items = [line for line in body if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION)]
    if kind is not SectionKind.OTHER or not items:
        return kind
    heads = [line for line in items if line.kind is not LineKind.BULLET and is_role_header(line)]
    learnt = sum(is_education(line.text) for line in items)
    if heads and learnt < len(heads) and any(line.kind is LineKind.BULLET or len(line.text) > 80 for line in items):
        return SectionKind.EXPERIENCE
    if is_language_list(items):
        return SectionKind.LANGUAGES
    if 2 * learnt > len(items):
        return SectionKind.EDUCATION
    if 2 * sum(is_certificate(line.text) and bool(find_months(line.text)) for line in items) > len(items):
        return SectionKind.CERTIFICATES
    return kind


def _without_headings(lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections; in a resume without a heading over its jobs, the part with the first of them is one."""
    if any(section.kind is SectionKind.EXPERIENCE for section in sections):
        yield from sections
        return
    for section in sections:
        first = section.heading_line or 0
        body = [line for line in lines[first : section.last_line] if line.text and line.kind is not LineKind.BULLET]
        heads = [line for line in body if is_role_header(line)]
        if section.kind is not SectionKind.HEADER or not heads:
            yield section
            continue
        begin = _first_of_head(lines, section, heads[0].number)
        if begin > section.first_line:
            yield Section(SectionKind.HEADER, section.title, section.heading_line, section.first_line, begin - 1)
        yield Section(SectionKind.EXPERIENCE, "", None, begin, section.last_line)


def _first_of_head(lines: Sequence[Line], section: Section, begin: int) -> int:
    while begin - 1 > section.first_line + 1 and lines[begin - 2].text and not CONTACT.search(lines[begin - 2].text):
        begin -= 1
    return begin
