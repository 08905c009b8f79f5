"""What an ad says beside its requirements: seniority, place, remote work, pay, work permit, whom to address."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from jobforge.ads.layout import Passage, flat, sentences
from jobforge.languages.ad import Zone
from jobforge.languages.ad_facts import (
    CONTACT,
    HYBRID,
    NOT_A_NAME,
    NOT_A_PLACE,
    NOT_PAY,
    ON_SITE,
    PAY,
    PERMIT,
    PLACE_LABEL,
    PLACE_TITLE,
    REMOTE,
    SENIORITY,
    Seniority,
)
from jobforge.resumes.scores import employer_score, title_score


class Remote(StrEnum):
    REMOTE = "remote"
    HYBRID = "hybrid"
    ON_SITE = "on_site"


_MAX_PLACE_LINE = 80  # characters
_MAX_TITLE = 120  # characters


def seniority_of(title: str) -> Seniority | None:
    """The level a job title names, if it names one."""
    text = flat(title)
    return next((level for level, pattern in SENIORITY if pattern.search(text)), None)


def remote_of(passages: Sequence[Passage]) -> Remote | None:
    """Where the work is done, as far as the ad says; a mix of both counts as hybrid."""
    text = " \n ".join(flat(part.text) for part in passages)
    if HYBRID.search(text):
        return Remote.HYBRID
    if ON_SITE.search(text) and not REMOTE.search(text):
        return Remote.ON_SITE
    return Remote.REMOTE if REMOTE.search(text) else None


def pay_of(passages: Sequence[Passage]) -> str | None:
    """The pay in the ad's own words, if it gives an amount."""
    ordered = sorted(passages, key=lambda part: part.zone is not Zone.BENEFITS)
    for part in ordered:
        for start, end in sentences(part.text):
            sentence = part.text[start:end]
            for result in PAY.finditer(sentence):
                around = flat(sentence[max(0, result.start() - 30) : result.end() + 15])
                amount = re.sub(r"\D", "", result.group())
                if len(amount) >= 2 and not NOT_PAY.search(around):
                    return result.group().strip(" .,")
    return None


def work_permit_of(passages: Sequence[Passage]) -> str | None:
    """The sentence about visas or the right to work."""
    for part in passages:
        for start, end in sentences(part.text):
            if PERMIT.search(flat(part.text[start:end])):
                return part.text[start:end].strip()
    return None


def contact_of(passages: Sequence[Passage]) -> str | None:
    """The person to write to, by name; towards the end of the ad if there are several."""
    for part in reversed(passages):
        for result in CONTACT.finditer(part.text):
            name = result["titled"] or result["plain"]
            if name and not NOT_A_NAME.search(name):
                return name if not result["titled"] else result.group().strip()
    return None


def place_of(passages: Sequence[Passage], company: str | None = None) -> str | None:
    """Return where the job is, from a label, else from the title lines; None where neither says."""
    for part in passages:
        if label := PLACE_LABEL.match(part.text.replace("*", "")):
            return label["place"].split(",")[0].strip(" .*_")
    full = " ".join(part.text for part in passages[1:])
    for number, part in enumerate(passages[:2]):
        if number and (len(part.text) > _MAX_PLACE_LINE or part.text.rstrip().endswith(".")):
            continue
        for position in _places_in(part.text.split("\n")[0][:200]):
            if position != company and not _is_name_of_employer(position, full):
                return position
    return None


def _places_in(title: str) -> Iterator[str]:
    if len(title) > _MAX_TITLE:
        title = title[: sentences(title)[0][1]] if sentences(title) else ""
    for result in reversed(list(PLACE_TITLE.finditer(title.rstrip(".")))):
        position = result["place"].strip(" .,").removeprefix("Standort ").removeprefix("Raum ")
        if not NOT_A_PLACE.search(position) and not position.isupper():
            yield position


def _is_name_of_employer(place: str, full: str) -> bool:
    """Return whether what may be a place is the employer: a word of firms, or a subject of the text."""
    if employer_score(place) >= 2 or title_score(place) >= 2:
        return True
    spoken_of = len(re.findall(rf"(?:^|[.!?]\s|\n)\s*{re.escape(place)}\b", full))
    return spoken_of > 0
