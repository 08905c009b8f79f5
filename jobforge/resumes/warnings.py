"""What of a resume was read badly, and where, so that its owner can mend the text."""

import re
from collections.abc import Iterator, Sequence

from jobforge.languages.resume import SELF_EMPLOYED, SectionKind
from jobforge.resumes.reading_warning import ReadingWarning, warning
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

OTHER_LANGUAGE = warning(1, "resume.other_language")


def reading_warnings(
    lines: Sequence[Line], sections: Sequence[Section], roles: Sequence[Role]
) -> tuple[ReadingWarning, ...]:
    """Return the warnings in the order of the text."""
    result = [*_dates(lines), *_jobs(lines, sections, roles)]
    return tuple(sorted(result, key=lambda one: one.line))


def _dates(lines: Sequence[Line]) -> Iterator[ReadingWarning]:
    for line in lines:
        if line.kind in (LineKind.BLANK, LineKind.CONTINUATION):
            continue
        if find_reversed(line.text):
            yield warning(line.number, "resume.reversed_period")
        elif (date := _MISTYPED.search(line.text)) and len(line.text) <= 120:
            yield warning(line.number, "resume.doubtful_date", date=date[0])


def _jobs(lines: Sequence[Line], sections: Sequence[Section], roles: Sequence[Role]) -> Iterator[ReadingWarning]:
    jobs = [role for role in roles if not role.career_break]
    unread = [role for role in jobs if not (role.title and (role.employer or SELF_EMPLOYED.search(role.title)))]
    if jobs and len(jobs) - len(unread) < _MIN_READ * len(jobs):
        yield warning(jobs[0].first_line, "resume.half_read")
    for role in unread:
        yield warning(role.first_line, "resume.no_employer" if role.title else "resume.no_title")
    for section in sections:
        if section.kind is SectionKind.EXPERIENCE and section.heading_line:
            inside = any(section.first_line <= role.first_line <= section.last_line for role in roles)
            if not inside and any(line.text for line in body_of(lines, section)):
                yield warning(section.heading_line, "resume.unread_heading")
