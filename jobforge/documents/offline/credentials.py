"""Degrees, licences, certificates and languages that an ad asks for and that are held today."""

import re
from collections.abc import Iterator

from jobforge.documents.offline.casing import settled
from jobforge.documents.offline.lines import is_latin, tidy
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.documents.offline.style import pattern
from jobforge.documents.parsed_input import Reading
from jobforge.enums import RequirementStatus
from jobforge.matching.match import MatchedRequirement
from jobforge.resumes.parser import LanguageSkill, LineKind
from jobforge.resumes.spoken_languages import languages_in
from jobforge.text.language import Language
from jobforge.text.terms import keys, words

_MAX_WORDS = 14
_LISTED_WORDS = 6
_PARTS = re.compile(r"\s*[;|•·,]\s*(?![^()]*\))")
_LEADING_YEARS = re.compile(r"^(?P<years>(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?)[\s,:]+(?P<rest>\D.*)$")
_CEFR = re.compile(r"[ABC][12]\b")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


def papers(reading: Reading, max_items: int = 4) -> list[str]:
    """Return what the resume says of each degree, licence or certificate that the ad asks for and that is held now."""
    entries = {entry.line: entry.text for entry in (*reading.resume.education, *reading.resume.certificates)}
    items: list[str] = []
    for need in reading.with_status(RequirementStatus.PROVED, RequirementStatus.LISTED):
        topic = topic_of(need.text)
        if topic is Topic.LANGUAGE or (topic is not Topic.PAPER and need.evidence_line not in entries):
            continue
        item = stated(reading, need)
        if item and not _said_already(item, items) and is_held_now(item, reading) and is_latin(item):
            items.append(settled(_LEADING_YEARS.sub(r"\g<rest>, \g<years>", item)))
    return items[:max_items]


def spoken_languages(reading: Reading) -> list[str]:
    """Return the languages that the ad asks for, each with its level in the resume's own words."""
    needs = reading.with_status(RequirementStatus.PROVED, RequirementStatus.LISTED)
    return list(dict.fromkeys(item for need in needs for item in _spoken_for(reading, need)))


def spoken_language(reading: Reading, need: MatchedRequirement) -> str | None:
    """Return the language that one requirement asks for, with its level."""
    return next(_spoken_for(reading, need), None)


def _spoken_for(reading: Reading, need: MatchedRequirement) -> Iterator[str]:
    request = {skill.name for skill in languages_in(need.text, 0)}
    for skill in reading.resume.languages:
        spoken = _spoken(reading, skill) if skill.name in request else None
        if spoken and is_held_now(spoken, reading):
            yield spoken


def is_held_now(text: str, reading: Reading) -> bool:
    """Whether a line speaks of something that is held: no denial, no expiry, no application still open.

    A degree in progress says so itself and may be named."""
    language = reading.resume.language
    if pattern("lines", "in_progress", language).search(text):
        return True
    return not any(pattern("lines", key, language).search(text) for key in ("denial", "not_held"))


def stated(reading: Reading, need: MatchedRequirement) -> str | None:
    """Return what the resume says of one degree, licence or certificate, in a few words."""
    entries = {entry.line: entry.text for entry in (*reading.resume.education, *reading.resume.certificates)}
    number = need.evidence_line
    if number is None:
        return None
    role = reading.role_of(number)
    if role is not None and number not in entries:
        return None
    line = tidy(entries.get(number) or reading.line(number))
    if len(line.split()) > _MAX_WORDS or reading.resume.lines[number - 1].kind is LineKind.PARAGRAPH:
        return _part(need, line)
    if len(line.split()) > _LISTED_WORDS and number not in entries:
        return _part(need, line)
    return line if len(line.split()) <= _MAX_WORDS else None


def _part(need: MatchedRequirement, line: str) -> str | None:
    """The one statement of an enumeration or a profile that answers the need."""
    request = frozenset[str]().union(*(token.keys for token in words(need.text)))
    for sentence in _SENTENCES.split(line):
        if (
            (sentence.count(",") < 1 or sentence.count(",") > 4)
            and len(sentence.split()) <= 8
            and keys(sentence) & request
        ):
            return tidy(sentence) if "," not in sentence else None
        for part in _PARTS.split(sentence):
            if 0 < len(part.split()) <= _LISTED_WORDS and keys(part) & request:
                return tidy(part)
    return None


def _spoken(reading: Reading, skill: LanguageSkill) -> str | None:
    """The language and its level in the resume's own words; in English where that is the ad's language alone."""
    if not skill.level:
        return None
    if not reading.same_language:
        return (
            f"{skill.name} ({skill.level})" if reading.ad.language is Language.EN and _CEFR.match(skill.level) else None
        )
    for part in re.split(r"\s*[;|•·]\s*|,\s*(?![^()]*\))", tidy(reading.line(skill.line))):
        if skill.level.casefold() in part.casefold() and len(part.split()) <= 5:
            name, colon, level = part.rpartition(":")
            return f"{name.rpartition(':')[2].strip()} ({level.strip()})" if colon and name else part
    return None


def listed_as(need: MatchedRequirement) -> str | None:
    """Return what the resume calls a thing that it only lists, with a remark in brackets that may limit it."""
    evidence = tidy(need.evidence or "")
    request = frozenset[str]().union(*(token.keys for token in words(need.text)))
    for part in _PARTS.split(evidence):
        part = re.sub(r"^[^:]{2,30}:\s+", "", part)
        if 0 < len(part.split()) <= _LISTED_WORDS - 1 and keys(part) & request:
            return part
    for term in need.terms:
        if match := re.search(rf"(?<!\w){re.escape(term)}(?!\w)(?:\s?\([^()]*\))?", evidence, re.IGNORECASE):
            return match[0]
    return None


def listed_skills(reading: Reading, max_items: int = 4) -> list[str]:
    """Return the skills of the ad that the resume only lists, without those that it limits."""
    return list(_listed(reading))[:max_items]


def _listed(reading: Reading) -> Iterator[str]:
    visited: list[str] = []
    for need in reading.with_status(RequirementStatus.LISTED):
        if topic_of(need.text) is not Topic.SKILL:
            continue
        name = listed_as(need)
        if name is None or _said_already(name, visited) or not is_held_now(name, reading):
            continue
        if pattern("lines", "limit", reading.resume.language).search(name):
            continue
        visited.append(name)
        yield name


def _said_already(item: str, items: list[str]) -> bool:
    mine = keys(item)
    return any(item == other or (mine and mine <= keys(other)) for other in items)
