"""What in an ad should make its reader ask back: contradictions, missing pay, phrases that often mean trouble."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.ads.layout import Passage, flat, sentences
from jobforge.languages.ad_facts import ON_SITE, Seniority
from jobforge.languages.ad_warnings import FULLY_REMOTE, PHRASES
from jobforge.languages.tables import Pattern

MANY = 20  # requirements that are a must, beyond which a list is a wish list
JUNIOR_YEARS, SENIOR_YEARS = (
    4,
    2,
)  # asked of a junior at least, of a senior at most, to be called a contradiction


@dataclass(frozen=True, slots=True)
class AdWarning:
    """`code` is stable and dotted; `quote` stands in the ad, empty where something is missing from it."""

    code: str
    quote: str
    message: str


def warnings_of(
    passages: Sequence[Passage],
    *,
    seniority: Seniority | None,
    title: str,
    years: float | None,
    pay: str | None,
    musts: int,
) -> tuple[AdWarning, ...]:
    """Warning signs in the order in which a reader would ask about them."""
    return tuple(_warnings(passages, seniority, title, years, pay, musts))


def _warnings(
    passages: Sequence[Passage],
    seniority: Seniority | None,
    title: str,
    years: float | None,
    pay: str | None,
    musts: int,
) -> Iterator[AdWarning]:
    if years is not None and seniority in (Seniority.JUNIOR, Seniority.INTERN) and years >= JUNIOR_YEARS:
        yield AdWarning(
            "ad.seniority_contradiction", title, f"A {seniority.value} title, but {years:g} years are asked."
        )
    if years is not None and seniority in (Seniority.SENIOR, Seniority.HEAD) and years < SENIOR_YEARS:
        yield AdWarning(
            "ad.seniority_contradiction",
            title,
            f"A {seniority.value} title, but only {years:g} years are asked.",
        )
    full = flat("\n".join(part.text for part in passages))
    remote, on_site = _first(passages, full, FULLY_REMOTE), _first(passages, full, ON_SITE)
    if remote and on_site and remote != on_site:
        yield AdWarning("ad.remote_contradiction", on_site, f"The ad also says: {remote}")
    for code, message, pattern in PHRASES:
        if (quote := _first(passages, full, pattern)) and not re.search(r"\bnot? (?:an? )?unpaid\b", flat(quote)):
            yield AdWarning(code, quote, message)
    if musts > MANY:
        yield AdWarning("ad.wish_list", "", f"{musts} requirements are called a must: ask which of them count.")
    if pay is None:
        yield AdWarning("ad.no_pay", "", "The ad names no pay.")


def _first(passages: Sequence[Passage], full: str, pattern: Pattern) -> str:
    if not pattern.search(full):
        return ""
    for part in passages:
        for start, end in sentences(part.text):
            if pattern.search(flat(part.text[start:end])):
                return part.text[start:end].strip()
    return ""
