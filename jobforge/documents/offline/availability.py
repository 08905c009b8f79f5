"""What a resume says, outside the jobs, about when, where and under what conditions its owner can work."""

import re
from collections.abc import Iterator

from jobforge.documents.offline.legacy.telling import tidy
from jobforge.documents.parsed_input import Reading
from jobforge.resumes.parser import LineKind, SectionKind

NEGATED = re.compile(
    r"\b(?:no|not|never|none|without|kein\w*|nicht|nie|ohne|ne|pas|jamais|aucun\w*|sans|nunca|ningun\w*|sin)\b",
    re.IGNORECASE,
)
_PRACTICAL = re.compile(
    r"notice period|available|availability|can start|right to work|work permit|relocat|kündigungsfrist|verfügbar|"
    r"frühestens|"
    r"eintritt|arbeitserlaubnis|préavis|disponib|permis de travail|preaviso|incorporación|permiso de trabajo",
    re.IGNORECASE,
)
_PERMIT = re.compile(
    r"right to work|work (?:permit|authori[sz]ation)|authori[sz]ed to work|citizen|visa|arbeitserlaubnis|"
    r"aufenthalt\w*|"
    r"permis de travail|titre de séjour|nationalité|permiso de trabajo|nacionalidad",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def practical_lines(reading: Reading) -> list[str]:
    """Lines such as "Notice period eight weeks", without those that rule something out."""
    return [line for line in _sentences(reading) if _PRACTICAL.search(line) and not NEGATED.search(line)]


def permit_line(reading: Reading) -> str | None:
    """What the resume says about being allowed to work in a country."""
    return next((line for line in _sentences(reading) if _PERMIT.search(line)), None)


def own_conditions(reading: Reading) -> list[str]:
    """Those, and what the resume says its owner does not have, do or want."""
    return list(dict.fromkeys(line for line in _sentences(reading) if _PRACTICAL.search(line) or NEGATED.search(line)))[
        :8
    ]


def remarks(reading: Reading) -> tuple[str, ...]:
    """The short statements outside the jobs, enumerations taken apart: "Kein Meisterbrief", "Englisch: A2"."""
    parts = (part.strip() for sentence in _sentences(reading) for part in re.split(r"\s*[;|•·]\s*", sentence))
    return tuple(dict.fromkeys(part for part in parts if len(part.split()) > 1))


def _sentences(reading: Reading) -> Iterator[str]:
    aside = (SectionKind.EXPERIENCE, SectionKind.REFERENCES, SectionKind.INTERESTS)
    for section in reading.resume.sections:
        if section.kind in aside:
            continue
        for line in reading.resume.lines[section.first_line - 1 : section.last_line]:
            if line.kind is LineKind.HEADING:
                continue
            for sentence in _SENTENCE.split(line.text):
                if 2 <= len(sentence.split()) <= 14 and line.number not in reading.resume.contact:
                    yield tidy(sentence)
