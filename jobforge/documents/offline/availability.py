"""What a resume says, outside the jobs, about when, where and under what conditions its owner can work."""

import re
from collections.abc import Iterator

from jobforge.documents.offline.lines import tidy
from jobforge.documents.offline.style import pattern
from jobforge.documents.parsed_input import Reading
from jobforge.resumes.parser import LineKind, SectionKind

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ASIDE = (SectionKind.EXPERIENCE, SectionKind.REFERENCES, SectionKind.INTERESTS)
_MAX_CONDITIONS = 5


def practical_lines(reading: Reading) -> list[str]:
    """Return lines such as "Notice period eight weeks", without those that rule something out."""
    practical = pattern("availability", "practical", reading.resume.language)
    denial = pattern("lines", "denial", reading.resume.language)
    return [line for line in sentences(reading) if practical.search(line) and not denial.search(line)]


def permit_line(reading: Reading) -> str | None:
    """Return what the resume says about being allowed to work in a country."""
    permit = pattern("availability", "permit", reading.resume.language)
    return next((line for line in sentences(reading) if permit.search(line)), None)


def own_conditions(reading: Reading) -> list[str]:
    """Return what the resume says its owner does not have, do or want, and when and where it is possible to start."""
    language = reading.resume.language
    practical, denial = pattern("availability", "practical", language), pattern("lines", "denial", language)
    lines = [line for line in sentences(reading) if practical.search(line) or denial.search(line)]
    return list(dict.fromkeys(lines))[:_MAX_CONDITIONS]


def remarks(reading: Reading) -> tuple[str, ...]:
    """Return the short statements outside the jobs, enumerations taken apart: "Kein Meisterbrief", "Englisch: A2"."""
    parts = (part.strip() for sentence in sentences(reading) for part in re.split(r"\s*[;|•·]\s*", sentence))
    return tuple(dict.fromkeys(part for part in parts if len(part.split()) > 1))


def sentences(reading: Reading) -> Iterator[str]:
    """Yield the short sentences of the resume that stand outside its jobs."""
    for section in reading.resume.sections:
        if section.kind in _ASIDE:
            continue
        for line in reading.resume.lines[section.first_line - 1 : section.last_line]:
            if line.kind is LineKind.HEADING or line.number in reading.resume.contact:
                continue
            for sentence in _SENTENCE.split(line.text):
                if 2 <= len(sentence.split()) <= 14:
                    yield tidy(sentence)
