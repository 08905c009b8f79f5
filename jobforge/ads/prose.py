"""Sentences that ask for something, taken apart into what is asked and how much it weighs."""

import re
from collections.abc import Iterator, Sequence

from jobforge.ads.layout import clauses, flat
from jobforge.enums import RequirementKind
from jobforge.languages.ad import (
    DUTY,
    GIFT,
    LOOKS_ASKED,
    MUST_AFTER,
    MUST_BEFORE,
    NEW_ITEM,
    NICE,
    NICE_BEFORE,
    YOU_ARE,
)
from jobforge.languages.frames import (
    ARTICLE,
    EXAMPLE,
    FILLER,
    LIKEWISE,
    NEEDED_PERSON,
    RELATIVE,
    SEEKING,
    SOUGHT,
)
from jobforge.text.terms import words

SHORT = 6  # words of one entry of a running list
MUST, _NICE = RequirementKind.MUST, RequirementKind.NICE


def weighed_pieces(text: str, default: RequirementKind | None) -> Iterator[tuple[int, int, RequirementKind]]:
    """Parts of a sentence with the weight that their own words, or those around them, give them."""
    spans = clauses(text)
    weights: list[RequirementKind | None] = []
    begins: list[int] = []
    opening: list[bool] = []
    notice: list[bool] = []
    run, pending, closed = default, False, False
    for start, end in spans:
        phrase = flat(text[start:end])
        weight, closes, begin, ends_run = _mark(phrase)
        if weight is _NICE and not words(text[start:end]):
            pending, weight, closes = True, None, False  # "Ideally, you speak Spanish"
            weights.append(None)
            run = _NICE
        else:
            if pending and weight is MUST:
                weight = _NICE
            pending = False
            if ends_run:
                run = None
            elif closes and weight is not None:
                for back in range(len(weights) - 1, -1, -1):
                    if notice[back] or weights[back] is not default or opening[back]:
                        if not notice[back] and weights[back] is default and opening[back]:
                            weights[back] = weight
                        break
                    weights[back] = weight
            elif weight is not None:
                run = weight
            if weight is None and not ends_run and weights and LIKEWISE.match(phrase):
                weight = weights[-1]
            aside = weight is None and bool(weights) and bool(RELATIVE.match(phrase))
            weights.append(weight if weight is not None or aside else run)
            if closes:
                run = default
        notice.append(weight is not None or ends_run)
        bare = FILLER.sub("", phrase)
        opening.append(bool(NEW_ITEM.match(bare)) or (weight is not None and not closes) or closed)
        begins.append(start + (0 if closes else begin))
        closed = closes
    yield from _joined(text, spans, weights, begins, opening)


def _mark(said: str) -> tuple[RequirementKind | None, bool, int, bool]:
    """Weight of a clause, whether its words stand after the thing, where the thing begins, whether it ends the list."""
    if (previous := NICE_BEFORE.search(said)) and words(said[previous.end() :]):
        return _NICE, False, previous.end(), False
    if nice := NICE.search(said):
        ahead = bool(words(said[: nice.start()]))
        return _NICE, ahead, nice.end() if not ahead else 0, False
    if after := MUST_AFTER.search(said):
        if words(said[: after.start()]):
            return MUST, True, 0, False
        return MUST, False, after.end(), False
    previous = MUST_BEFORE.search(said)
    if previous and words(said[previous.end() :]):
        return MUST, False, previous.end(), False
    if previous and (previous.end() >= len(said.rstrip()) - 1 or not words(said[previous.end() :])):
        return MUST, bool(words(said[: previous.start()])), 0, False
    if personal := YOU_ARE.search(said):
        return MUST, False, personal.start() if personal.group()[:1] == "y" else personal.start() + 1, False
    if (
        GIFT.search(said)
        or DUTY.search(said)
        or re.match(r"(?:we|our|wir|unser|nous|notre|nosotros|nuestr)\b|\bqueremos\b", said)
    ):
        return None, False, 0, True
    return None, False, 0, False


def _joined(
    text: str,
    spans: Sequence[tuple[int, int]],
    weights: Sequence[RequirementKind | None],
    begins: Sequence[int],
    opening: Sequence[bool],
) -> Iterator[tuple[int, int, RequirementKind]]:
    """Clauses of one weight that belong together become one piece again; members of a long list stay apart."""
    runs: list[list[int]] = []
    for index, weight in enumerate(weights):
        if weight is None:
            continue
        phrase = flat(text[spans[index][0] : spans[index][1]])
        between = text[spans[index - 1][1] : spans[index][0]] if index else ""
        opens = opening[index] or ("," in between and bool(ARTICLE.match(phrase)))
        together = bool(runs) and weights[runs[-1][-1]] is weight and runs[-1][-1] == index - 1
        if together and (not opens or EXAMPLE.match(phrase)) and not _seeks(text, runs[-1], spans):
            runs[-1].append(index)
        else:
            runs.append([index])
    for run in runs:
        weight = weights[run[0]]
        assert weight is not None  # noqa: S101  # nosec B101
        members = [(begins[index] if index == run[0] else spans[index][0], spans[index][1]) for index in run]
        if _seeks(text, run, spans):
            sought = SOUGHT.search(flat(text[members[0][0] : members[-1][1]]))
            if sought:
                yield members[0][0] + sought.end(), members[-1][1], weight
            elif LOOKS_ASKED.search(flat(text[members[0][0] : members[-1][1]])) and not NEEDED_PERSON.search(
                flat(text)
            ):
                yield members[0][0], members[-1][1], weight
            continue
        short = all(len(text[a:b].split()) <= SHORT for a, b in members[1:])
        example = any(EXAMPLE.match(flat(text[a:b])) for a, b in members[1:])
        if len(members) > 2 and short and not example and "," in text[members[0][0] : members[-1][1]]:
            for a, b in members:
                yield a, b, weight
        else:
            yield members[0][0], members[-1][1], weight


def _seeks(text: str, run: Sequence[int], spans: Sequence[tuple[int, int]]) -> bool:
    """ "We are looking for a cook with ...": whom the ad seeks is its title; what stands after `with` is asked."""
    phrase = flat(text[spans[run[0]][0] : spans[run[0]][1]])
    previous = MUST_BEFORE.search(phrase)
    return previous is not None and bool(SEEKING.search(previous.group()) or NEEDED_PERSON.search(phrase))
