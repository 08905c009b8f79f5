"""What of a resume was read badly, and where, so that its owner can mend the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.languages.resume import SELF_EMPLOYED, SectionKind
from jobforge.resumes.roles import Role
from jobforge.resumes.sections import Section, body_of
from jobforge.text.dates import find_reversed
from jobforge.text.markdown import Line, LineKind

# "20219 - 2021", "13/2020 - 02/2021": digits that were meant as a date.
_MISTYPED = re.compile(
    r"(?<![\d.,/-])(?:\d{5}|[3-9]\d{3}|2[1-9]\d\d|1[0-8]\d\d)\s?[-–—]\s?(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d\s?[-–—]\s?(?:\d{5,}|2[1-9]\d\d|1[0-8]\d\d)\b|\b(?:1[3-9]|[2-9]\d)[./](?:19|20)\d\d\b"
)
_MIN_READ = 0.5  # share of dated jobs with a title and an employer

_REVERSED = "These dates end before they begin, so the job has no period."
_MISTYPED_DATE = "This does not look like a date that can be right."
_NO_JOBS = "No job was found under this heading. Give each job a line with its title, employer and dates."
_HALF = (
    "Fewer than half of the jobs were read with a title and an employer. Put both and the dates at the head of each."
)
_NO_TITLE = "No title was read for this job."
_NO_EMPLOYER = "No employer was read for this job."


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """A place in the resume, its line counted from 1, and what is wrong there."""

    line: int
    message: str


OTHER_LANGUAGE = ReadingWarning(
    1, "This text is in a language that is not read here. English, German, French and Spanish are."
)


def reading_warnings(
    lines: Sequence[Line], sections: Sequence[Section], roles: Sequence[Role]
) -> tuple[ReadingWarning, ...]:
    """Return the warnings in the order of the text."""
    result = [*_dates(lines), *_jobs(lines, sections, roles)]
    return tuple(sorted(result, key=lambda warning: warning.line))


def _dates(lines: Sequence[Line]) -> Iterator[ReadingWarning]:
    for line in lines:
        if line.kind in (LineKind.BLANK, LineKind.CONTINUATION):
            continue
        if find_reversed(line.text):
            yield ReadingWarning(line.number, _REVERSED)
        elif _MISTYPED.search(line.text) and len(line.text) <= 120:
            yield ReadingWarning(line.number, _MISTYPED_DATE)


def _jobs(lines: Sequence[Line], sections: Sequence[Section], roles: Sequence[Role]) -> Iterator[ReadingWarning]:
    jobs = [role for role in roles if not role.career_break]
    unread = [role for role in jobs if not (role.title and (role.employer or SELF_EMPLOYED.search(role.title)))]
    if jobs and len(jobs) - len(unread) < _MIN_READ * len(jobs):
        yield ReadingWarning(jobs[0].first_line, _HALF)
    for role in unread:
        yield ReadingWarning(role.first_line, _NO_EMPLOYER if role.title else _NO_TITLE)
    for section in sections:
        if section.kind is SectionKind.EXPERIENCE and section.heading_line:
            inside = any(section.first_line <= role.first_line <= section.last_line for role in roles)
            if not inside and any(line.text for line in body_of(lines, section)):
                yield ReadingWarning(section.heading_line, _NO_JOBS)
