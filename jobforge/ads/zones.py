"""What lists under headings that say nothing of themselves hold: told by their entries and by their place in the ad.

Ads nearly always go from the work to what is asked, then to what would be nice, then to what is offered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jobforge.ads.markup import flat
from jobforge.languages.ad import DUTY, FORMALITY, GIFT, LOOKS_ASKED, MUST_AFTER, NICE, Zone

_ASKED_SHARE = 1 / 3  # of the entries of a list that is one of requirements
_SHORT_ENTRY = 9  # words


@dataclass(frozen=True, slots=True)
class Passage:
    """A bullet, a heading, a sentence's paragraph or a list's line: `text` is that stretch without tags."""

    line: int
    start: int
    end: int
    text: str
    bullet: bool
    heading: bool
    zone: Zone | None
    labelled: bool = False


def resolved(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages with a zone for the lists under headings that say nothing."""
    out: list[Passage] = []
    index = 0
    while index < len(passages):
        if not _is_unknown(passages[index]):
            out.append(passages[index])
            index += 1
            continue
        end = index
        while end < len(passages) and _is_unknown(passages[end]):
            end += 1
        zone = _zone_of(passages[index:end], _zones(out), _zones(passages[end:]))
        out += [replace(item, zone=zone, labelled=False) for item in passages[index:end]]
        index = end
    return out


def _is_unknown(item: Passage) -> bool:
    return item.bullet and item.labelled and item.zone is None


def _zones(passages: Sequence[Passage]) -> list[Zone]:
    """Return the zones of lists and paragraphs in order."""
    return [item.zone for item in passages if item.zone is not None and not item.heading]


def _zone_of(group: Sequence[Passage], before: Sequence[Zone], after: Sequence[Zone]) -> Zone | None:
    request = sum(_looks_asked(flat(item.text)) for item in group)
    values = sum(bool(GIFT.search(flat(item.text))) for item in group)
    if values > request:
        return Zone.BENEFITS
    if request >= _ASKED_SHARE * len(group):
        return Zone.NICE if Zone.MUST in before else Zone.MUST
    return _zone_by_place(group, before, after, values)


def _zone_by_place(group: Sequence[Passage], before: Sequence[Zone], after: Sequence[Zone], given: int) -> Zone | None:
    """Return NICE for a list of things between what is asked and what is offered, MUST for one where that lacks."""
    other = given or any(DUTY.search(flat(item.text)) or FORMALITY.search(flat(item.text)) for item in group)
    short = sum(len(item.text.split()) <= _SHORT_ENTRY for item in group) >= 0.6 * len(group)
    if other or not short or Zone.BENEFITS in before or Zone.PROCESS in before:
        return None
    if before and before[-1] is Zone.MUST and Zone.NICE not in before and Zone.NICE not in after:
        return Zone.NICE
    asked_elsewhere = {Zone.MUST, Zone.MIXED} & {*before, *after}
    leads = Zone.NICE in after or (bool(before) and before[-1] is Zone.DUTIES and bool(after))
    if leads and not asked_elsewhere:
        return Zone.MUST
    return None


def _looks_asked(text: str) -> bool:
    return bool(LOOKS_ASKED.search(text) or NICE.search(text) or MUST_AFTER.search(text))
