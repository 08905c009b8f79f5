"""Word tables for reading resumes: section headings, job titles, employers, languages."""

import re
from collections.abc import Mapping
from enum import StrEnum

from jobforge.languages.tables import Pattern, Table, Words, cached, covered, raw, strings

TOPIC = "resume"


class SectionKind(StrEnum):
    """What a section of a resume holds."""

    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    LANGUAGES = "languages"
    AWARDS = "awards"
    PROJECTS = "projects"
    PUBLICATIONS = "publications"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


# Whole headings, casefolded and without punctuation. A heading made of two of them ("Education and Certificates")
# has the kind of the first.
HEADINGS: dict[SectionKind, Words] = {kind: Words(TOPIC, f"headings.{kind.value}") for kind in SectionKind}
# Words that tell the kind of a longer heading ("Experience in hospitality"), with their kind.
_HEADING_STEMS = Table[str](TOPIC, "heading_stems")
# Labels inside a job ("Key achievements:"), which begin neither a section nor another job.
LABELS = Words(TOPIC, "labels")
PAGE_WORDS = Pattern(TOPIC, r"(?i:(?:{page_words}))\s*[.:]?")
CAREER_BREAK = Words(TOPIC, "career_break")
# Job titles: words, and endings of words, that name what somebody is.
TITLE_WORDS = Words(TOPIC, "title_words")
EMPLOYER_WORDS = Words(TOPIC, "employer_words")
TITLE_ENDINGS = Words(TOPIC, "title_endings")
EMPLOYER_ENDINGS = Words(TOPIC, "employer_endings")
DEGREE_STEMS = Words(TOPIC, "degree_stems")
CERTIFICATE_STEMS = Words(TOPIC, "certificate_stems")


@cached
def heading_kinds() -> Mapping[str, SectionKind]:
    """Return every whole heading with the kind of its section."""
    return {phrase: kind for kind, phrases in HEADINGS.items() for phrase in phrases}


@cached
def heading_stems() -> tuple[tuple[str, SectionKind], ...]:
    """Return the beginnings of words that tell the kind of a longer heading."""
    return tuple((stem, SectionKind(kind)) for stem, kind in _HEADING_STEMS.items())


@cached
def language_names() -> Mapping[str, str]:
    """Return every name of a language in all languages, casefolded, to its English name."""
    names: dict[str, str] = {}
    for code in covered(()):
        for english, spellings in (raw(code, TOPIC, "language_names") or {}).items():
            names |= dict.fromkeys(strings(spellings), english)
    return names


# What a labelled field of a job holds ("Company: ...", "Zeitraum: ...").
FIELDS: dict[str, Pattern] = {
    name: Pattern(TOPIC, rf"(?:{{fields.{name}}})", re.IGNORECASE)
    for name in ("title", "employer", "period", "place", "work")
}
# Titles of people without an employer.
SELF_EMPLOYED = Pattern(TOPIC, r"\b(?:{self_employed})", re.IGNORECASE)
# Heads of the column with levels in a table of skills.
LEVEL_COLUMNS = Words(TOPIC, "level_columns")
REGIONS = Words(TOPIC, "places.regions")
COUNTRIES = Words(TOPIC, "places.countries")
ANYWHERE = Pattern(TOPIC, r"(?:{places.anywhere})", re.IGNORECASE)
