"""A job ad as data: what it asks, what it offers, and what it says about itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jobforge.ads.bilingual import in_one_language
from jobforge.ads.demands import LanguageDemand, languages_asked, licence_classes, years_asked
from jobforge.ads.facts import (
    Remote,
    contact_of,
    pay_of,
    place_of,
    remote_of,
    seniority_of,
    work_permit_of,
)
from jobforge.ads.identity import company_name, role_title
from jobforge.ads.layout import Passage, passages, plain_text, sentences, unescape
from jobforge.ads.requirements import AdRequirement, read_requirements
from jobforge.ads.warnings import AdWarning, warnings_of
from jobforge.enums import RequirementKind
from jobforge.languages.ad import Zone
from jobforge.languages.ad_facts import Seniority
from jobforge.text.language import Language, detect, is_read

__all__ = ["Ad", "AdRequirement", "AdWarning", "LanguageDemand", "Remote", "Seniority", "read_ad"]

MIN_REQUIREMENTS = 3  # requirements below which nothing is claimed about how well a resume covers the ad
MAX_KEYWORDS = 30
_CACHE_SIZE = 16  # ads whose reading is kept: match, writers and review ask for the same one in a row
_MAX_TITLE = 120  # characters


@dataclass(frozen=True, slots=True)
class Ad:
    """What an ad says. Texts are its own words; `years` is the most it asks as a must; `pay` is a quote or None.

    `low_confidence`: it says too little about what it asks for a figure to mean anything.
    """

    title: str
    language: Language
    requirements: tuple[AdRequirement, ...]
    duties: tuple[str, ...]
    benefits: tuple[str, ...]
    company_lines: tuple[str, ...]
    pay: str | None
    seniority: Seniority | None
    years: float | None
    languages: tuple[LanguageDemand, ...]
    licences: tuple[str, ...]
    work_permit: str | None
    place: str | None
    company_name: str | None
    role_title: str | None
    remote: Remote | None
    contact_name: str | None
    warnings: tuple[AdWarning, ...]
    keywords: tuple[str, ...]
    low_confidence: bool

    @property
    def location(self) -> str | None:
        """Return the place under the name that the interface gives it."""
        return self.place


@lru_cache(maxsize=_CACHE_SIZE)
def read_ad(text: str) -> Ad:
    """Read a job ad: plain text, Markdown or HTML, in any of the four languages. Any text is taken."""
    resolved, offsets = unescape(text)
    parts = passages(resolved)
    understood = is_read(plain_text(resolved))
    parts = in_one_language(parts)
    requirements, plain = read_requirements(resolved, parts, text, offsets) if understood else ((), False)
    title = _title(parts)
    company = company_name(parts)
    musts = [item for item in requirements if item.kind is RequirementKind.MUST]
    years = max((request for item in musts if (request := years_asked(item.text))), default=None)
    pay, seniority = pay_of(parts), seniority_of(title)
    return Ad(
        title=title,
        language=detect(plain_text(resolved)),
        requirements=requirements,
        duties=tuple(_texts(parts, Zone.DUTIES)),
        benefits=tuple(_texts(parts, Zone.BENEFITS)),
        company_lines=tuple(_texts(parts, Zone.COMPANY)),
        pay=pay,
        seniority=seniority,
        years=years,
        languages=tuple(
            dict.fromkeys(
                language for item in requirements for term in item.terms for language in languages_asked(term)
            )
        ),
        licences=tuple(item.text for item in requirements if licence_classes(item.text) is not None),
        work_permit=work_permit_of(parts),
        place=place_of(parts, company),
        company_name=company,
        role_title=role_title(parts, title),
        remote=remote_of(parts),
        contact_name=contact_of(parts),
        warnings=warnings_of(parts, seniority=seniority, title=title, years=years, pay=pay, musts=len(musts)),
        keywords=tuple(_keywords(requirements)),
        low_confidence=not plain or len(requirements) < MIN_REQUIREMENTS,
    )


def _title(parts: Sequence[Passage]) -> str:
    if not parts or (parts[0].zone is not None and (parts[0].bullet or parts[0].heading)):
        return ""
    first = parts[0].text.split("\n")[0]
    start, end = sentences(first)[0] if sentences(first) else (0, len(first))
    return first[start:end].strip(" #*_-–.=")[:_MAX_TITLE]


def _texts(parts: Sequence[Passage], zone: Zone) -> Iterator[str]:
    for part in parts:
        if part.zone is zone and not part.heading:
            if part.bullet:
                yield part.text.strip()
            else:
                yield from (part.text[start:end].strip() for start, end in sentences(part.text))


def _keywords(requirements: Sequence[AdRequirement]) -> list[str]:
    """What is asked in the ad's own words, musts first, each once."""
    ordered = sorted(requirements, key=lambda item: item.kind is not RequirementKind.MUST)
    visited: dict[str, str] = {}
    for item in ordered:
        for term in item.terms:
            visited.setdefault(term.casefold(), term)
    return list(visited.values())[:MAX_KEYWORDS]
