"""Where a sentence of a letter places what it tells: "At Crumb I baked 900 loaves" is about one job of the resume."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from jobforge.factcheck.statements import Statement
from jobforge.languages.claims import GONE_FROM, WORKS_AT
from jobforge.resumes.parser import Resume
from jobforge.text.language import Language
from jobforge.text.tokens import tokens

_MIN_LETTERS = 4


def job_of(statement: Statement, resume: Resume) -> int | None:
    """Return the job that a sentence places itself in; None where it names no employer, or more than one."""
    names = _names(resume)
    said = [token for token in statement.tokens if token.folded in names and token.text[:1].isupper()]
    jobs = {names[token.folded] for token in said}
    if len(jobs) != 1 or GONE_FROM.of(statement.language).search(statement.text):
        return None
    return jobs.pop() if _is_placed(statement.text[: said[0].start], statement.language) else None


def _is_placed(before: str, language: Language) -> bool:
    return any(match.end() == len(before) for match in _endings(before, language))


def _endings(before: str, language: Language) -> list[re.Match[str]]:
    """Return where a word that places ends, at the end of a text or a few words of a name before it."""
    pattern = WORKS_AT.of(language)
    starts = [match.start() for match in re.finditer(r"\b\w", before)][-4:]
    return [match for start in starts if (match := pattern.match(before, start))]


@lru_cache(maxsize=64)
def _names(resume: Resume) -> Mapping[str, int]:
    """Return the words that one job's employer is called by and no other line has, with the number of the job."""
    jobs = {n: index for index, role in enumerate(resume.roles) for n in range(role.first_line, role.last_line + 1)}
    places: dict[str, set[int | None]] = defaultdict(set)
    for line in resume.lines:
        for token in tokens(line.text):
            places[token.folded].add(jobs.get(line.number))
    return {
        token.folded: number
        for number, role in enumerate(resume.roles)
        for token in tokens(role.employer or "")
        if token.text[:1].isupper() and len(token.folded) >= _MIN_LETTERS and places[token.folded] == {number}
    }
