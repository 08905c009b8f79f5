"""What is read out of an ad before there is a resume: title, place, language, requirements."""

from dataclasses import dataclass

from jobforge.ads.parser import read_ad
from jobforge.injection.detect import Injection, find_injections, without_injections
from jobforge.matching.match import MatchedRequirement, match

MAX_READ_CHARACTERS = 50_000
"""Of an ad's text; an ad that is saved has at most 10,000."""


@dataclass(frozen=True, slots=True)
class AdText:
    """An ad as its text says it; None where it does not say."""

    company: str | None
    title: str | None
    place: str | None
    language: str
    requirements: tuple[MatchedRequirement, ...]
    low_confidence: bool
    injections: tuple[Injection, ...]


def read_ad_text(text: str) -> AdText:
    """Return what an ad's text says. Orders to machines in it are not read."""
    text = text[:MAX_READ_CHARACTERS]
    ad = read_ad(without_injections(text))
    requirements = match(None, ad).requirements
    title = ad.role_title or ad.title or None
    return AdText(
        ad.company_name,
        title,
        ad.place,
        ad.language.value,
        requirements,
        ad.low_confidence,
        find_injections(text),
    )
