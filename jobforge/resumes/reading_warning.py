"""A place in a resume that was read badly. Apart from what looks for them, so that naming one loads no language."""

from dataclasses import dataclass

MESSAGES = {
    "file.columns": "The page has columns: check the order of the sections.",
    "file.hidden_text": "Hidden text was left out: “{text}”.",
    "file.hyphens": "{count} words were put together at a hyphen, such as {words}.",
    "file.letters": "{count} letters were left out: they stand off the page, are turned or too small to read.",
    "resume.no_name": "No name was recognised at the top.",
    "resume.no_jobs": "No jobs were recognised.",
    "resume.no_periods": "{count} of the jobs have no period: {jobs}.",
    "resume.no_section": "{count} lines are in no section, the first: “{text}”.",
    "resume.reversed_period": "These dates end before they begin, so the job has no period.",
    "resume.doubtful_date": "This does not look like a date that can be right: {date}.",
    "resume.unread_heading": "No job was found under this heading. Give each job a line with its title, employer and "
    "dates.",
    "resume.half_read": "Fewer than half of the jobs were read with a title and an employer. Put both and the dates "
    "at the head of each.",
    "resume.no_title": "No title was read for this job.",
    "resume.no_employer": "No employer was read for this job.",
    "resume.other_language": "This text is in a language that is not read here. English, German, French and Spanish "
    "are.",
}
"""What each code says. A client words it in another language by the code and the values. `file` is of no line."""


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """A place in the resume, its line counted from 1, and what is wrong there.

    `code` is a key of `MESSAGES`; `values` are what the message was made with, by name. What is wrong with the whole
    file stands at line 1."""

    line: int
    code: str
    message: str
    values: tuple[tuple[str, str], ...] = ()


def warning(line: int, code: str, **values: object) -> ReadingWarning:
    """Return the warning of a code."""
    said = {name: str(value) for name, value in values.items()}
    return ReadingWarning(line, code, MESSAGES[code].format(**said), tuple(said.items()))
