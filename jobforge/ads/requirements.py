"""What an ad asks for: from lists, labelled lines and sentences, each with its kind and its terms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jobforge.ads.demands import languages_asked
from jobforge.ads.layout import Passage, clauses, flat, plain_text, sentences
from jobforge.ads.prose import SHORT, weighed_pieces
from jobforge.enums import RequirementKind
from jobforge.languages.ad import (
    DEMAND,
    DUTY,
    FORMALITY,
    GIFT,
    LIST_WORD,
    LOOKS_ASKED,
    MUST_AFTER,
    MUST_BEFORE,
    NEW_ITEM,
    NICE,
    NICE_BEFORE,
    YOU_ARE,
    Zone,
)
from jobforge.languages.frames import (
    COMPLETE,
    FILLER,
    LEADING_TAG,
    OR_WORD,
    OWN_YEARS,
    TRAILING_TAG,
    YEARS,
    YEARS_FIRST,
)
from jobforge.matching.requirement_logic import terms_of
from jobforge.text.terms import words

MUST, NICE_KIND = RequirementKind.MUST, RequirementKind.NICE

_TRIM = " \t\r\n,;:.!·•–—-*_"
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,200})[)\]]")


_NEEDED = re.compile(r"\bmust\b|\brequired\b|\bneed(?:ed)?\b|\berforderlich\b|\bexige|\bimprescindible")
_FORM_YEARS = re.compile(
    r"(?P<thing>[^\W\d_][^:]{0,50}):\s+(?P<years>\d{1,2}\+?\s(?:years?|yrs?|jahre?n?|ans?|años?))\b[^:]{0,20}$",
    re.IGNORECASE,
)
_MAX_BARE_DEMAND = 12  # words
_MIN_COMMAS, _MIN_PART_WORDS = 3, 2.5  # of a paragraph that is a list
_OWN = re.compile(r"(?:we|our|us|wir|unser\w*|nous|notre|nos|nosotros|nuestr\w+|about|the company)\b")
_ALTERNATIVE = re.compile(r"\s*(?:or|oder|ou|o|u)\s+")


@dataclass(frozen=True, slots=True)
class AdRequirement:
    """One thing the ad asks for. `text` is a verbatim quote; `line` counts the lines of the ad from 1."""

    text: str
    kind: RequirementKind
    terms: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: RequirementKind


def read_requirements(
    text: str, passages: Sequence[Passage], source: str, offsets: Sequence[int]
) -> tuple[tuple[AdRequirement, ...], bool]:
    """The requirements in the order of the ad, and whether the ad says plainly what it asks.

    `text` is `source` with its entities resolved, `offsets` the place in `source` of each of its characters.

    Without any such words its lists are taken, then its sentences that name knowledge or years; then the second
    value is False.
    """
    body = passages[1:] if passages and not passages[0].bullet else passages
    first = list(_from_title(passages))
    notice = any(part.zone in (Zone.MUST, Zone.NICE, Zone.MIXED) and not part.heading for part in body)
    result = first + [item for part in body if not part.heading for item in _from_passage(part, notice)]
    plain = bool(result)
    if not any(item.kind is MUST for item in result) and not notice:
        result += [item for part in body for item in _from_bare(part)]
    visited: set[str] = set()
    requirements = []
    for item in sorted(result, key=lambda item: item.start):
        phrase = text[item.start : item.end]
        same = " ".join(phrase.casefold().split())
        if same not in visited:
            visited.add(same)
            start, end = offsets[item.start], offsets[item.end]
            line = source.count("\n", 0, start) + 1
            quote = source[start:end]
            if "&" in quote and quote != phrase:  # An entity is no part of what is asked.
                quote = " ".join(plain_text(phrase).split())
            requirements.append(AdRequirement(quote, item.kind, terms_of(_unlabelled(plain_text(phrase))), line))
    return tuple(requirements), plain


def _unlabelled(text: str) -> str:
    """Return "5 years Python" for the form line "Python: 5 years", other texts as they are."""
    form = _FORM_YEARS.match(text)
    return f"{form['years']} {form['thing']}" if form else text


def _from_title(passages: Sequence[Passage]) -> Iterator[_Found]:
    """Read a first line that is a whole paragraph: it is no title, the ad is one piece of prose."""
    if not passages or passages[0].bullet or len(sentences(passages[0].text)) < 2:
        return
    part = passages[0]
    yield from _from_prose(part)
    for start, end in sentences(part.text)[1:]:
        if _is_bare_demand(flat(part.text[start:end])):
            yield from _cut(part, start, end, MUST)


def _is_bare_demand(said: str) -> bool:
    """Return whether a sentence without a verb of asking names what is asked: "Diploma in civil engineering." """
    if len(said.split()) > _MAX_BARE_DEMAND or not LOOKS_ASKED.search(said):
        return False
    asks = (MUST_AFTER, MUST_BEFORE, NICE, NICE_BEFORE, YOU_ARE)
    other = (GIFT, FORMALITY, DUTY, OWN_YEARS)
    return not any(pattern.search(said) for pattern in (*asks, *other)) and not _OWN.match(said)


def _from_passage(part: Passage, notice: bool) -> Iterator[_Found]:
    if part.zone in (Zone.MUST, Zone.NICE):
        kind = MUST if part.zone is Zone.MUST else NICE_KIND
        if not part.bullet and (part.labelled or _is_running_list(part.text)):
            yield from _from_running_list(part, kind)
        elif part.bullet or _is_entry(part.text):
            yield from _from_entry(part, kind)
        else:
            yield from _from_prose(part, kind)
    elif part.zone is Zone.MIXED:
        text = flat(part.text)
        if _weight(text) or YEARS_FIRST.match(text) or MUST_BEFORE.match(text):
            yield from _from_entry(part, MUST)
    elif part.zone is None:
        if part.bullet and not notice:
            yield from _from_bare(part)
        elif not part.labelled:
            yield from _from_prose(part)
    elif part.zone in (Zone.DUTIES, Zone.COMPANY) and not part.bullet:
        yield from _from_prose(part, strict=True)


def _is_running_list(text: str) -> bool:
    """Return whether a paragraph is a list of phrases with commas between them, and no sentence about the reader."""
    parts = clauses(text) if len(sentences(text)) == 1 else []
    phrase = flat(text)
    if any(cue.search(phrase) for cue in (MUST_BEFORE, YOU_ARE, GIFT, FORMALITY, OWN_YEARS)) or _says_weight(phrase):
        return False
    return text.count(",") >= _MIN_COMMAS and len(text.split()) >= _MIN_PART_WORDS * len(parts)


def _is_entry(text: str) -> bool:
    return len(text.split()) <= 25 and len(sentences(text)) == 1 and not text.rstrip().endswith(".")


def _from_bare(part: Passage) -> Iterator[_Found]:
    """A list under no heading, in an ad that has no other."""
    text = flat(part.text)
    if part.bullet and part.zone in (None, Zone.DUTIES) and not GIFT.search(text) and not FORMALITY.search(text):
        if part.zone is None or LOOKS_ASKED.search(text):
            yield from _from_entry(part, MUST)
    elif not part.bullet and not part.heading and part.zone is None:
        for start, end in sentences(part.text):
            clause = flat(part.text[start:end])
            if LOOKS_ASKED.search(clause) and not (
                GIFT.search(clause) or FORMALITY.search(clause) or DUTY.search(clause)
            ):
                yield from _cut(part, start, end, MUST)


def _from_entry(part: Passage, kind: RequirementKind) -> Iterator[_Found]:
    """One entry of a list. Usually one requirement; more where parts of it are weighed differently."""
    for start, end in _entry_parts(part.text):
        yield from _weighed(part, start, end, kind)


def _entry_parts(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        begin = start
        for mark in re.finditer(r";\s+", text[start:end]):
            yield begin, start + mark.start()
            begin = start + mark.end()
        yield begin, end


def _weighed(part: Passage, start: int, end: int, kind: RequirementKind) -> Iterator[_Found]:
    text = part.text
    for bracket in _BRACKETS.finditer(text, start, end):
        inside = flat(bracket.group(1))
        aside = kind is MUST and NICE.search(inside) and not MUST_AFTER.search(inside)
        if aside and words(NICE.sub("", inside)):
            yield from _cut(part, bracket.start() + 1, bracket.end() - 1, NICE_KIND)
            yield from _weighed_clauses(part, start, bracket.start(), kind)
            if words(text[bracket.end() : end]):
                yield from _weighed_clauses(part, bracket.end(), end, kind)
            return
    yield from _weighed_clauses(part, start, end, kind)


def _weighed_clauses(part: Passage, start: int, end: int, kind: RequirementKind) -> Iterator[_Found]:
    """Split only where a clause says another weight than the one before: "X required, Y preferred"."""
    text = part.text[start:end]
    spans = clauses(text)
    if len(spans) > 1 and _lists_levels(text, spans):
        for a, b in spans:
            yield from _cut(part, start + a, start + b, kind)
        return
    weights = [_weight(flat(text[a:b])) for a, b in spans]
    cuts = _cuts(text, spans, weights) if spans else []
    if len(cuts) > 1 and not (kind is MUST and _only_example(text, spans, cuts)):
        for cut, following in pairwise((*cuts, len(spans))):
            weight = next((weight for weight in weights[cut:following] if weight is not None), kind)
            yield from _cut(part, start + spans[cut][0], start + spans[following - 1][1], weight)
        return
    yield from _cut(part, start, end, _only_weight(text, spans, weights, kind))


def _lists_levels(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether each clause asks for a level of a language, and all of them are asked for."""
    return all(level for a, b in spans for level in _levels(text[a:b])) and not OR_WORD.search(flat(text))


def _cuts(text: str, spans: Sequence[tuple[int, int]], weights: Sequence[RequirementKind | None]) -> list[int]:
    """Return the indices of the clauses that begin a part of another weight; the first is always one."""
    cuts, current = [0], weights[0]
    for index in range(1, len(spans)):
        weight = weights[index]
        if weight is None or weight == current:
            continue
        begins = _begins_item(text, spans, index)
        between = flat(text[spans[index - 1][1] : spans[index][0]])
        if current is None and (not begins or _ALTERNATIVE.fullmatch(between)):
            current = weight
        elif words(text[spans[index][0] : spans[index][1]]):
            cuts.append(index)
            current = weight
        elif current is None:
            current = weight
    return cuts


def _begins_item(text: str, spans: Sequence[tuple[int, int]], index: int) -> bool:
    """Tell whether a clause begins another thing: by its own words, or behind a comma and something complete."""
    opening = flat(text[spans[index][0] : spans[index][1]])
    if NEW_ITEM.match(opening) or NICE_BEFORE.match(opening):
        return True
    previous = spans[index - 1][1]
    return "," in text[previous : spans[index][0]] and bool(COMPLETE.search(flat(text[:previous])))


def _only_weight(
    text: str,
    spans: Sequence[tuple[int, int]],
    weights: Sequence[RequirementKind | None],
    kind: RequirementKind,
) -> RequirementKind:
    """Return the one weight that clauses say of the whole; an ideal instance of what is asked says none of it."""
    notice = {weight for weight in weights if weight is not None}
    if len(notice) != 1:
        return kind
    is_aside = notice == {NICE_KIND} and kind is MUST and weights[0] is None
    return kind if is_aside and _only_example(text, spans, [0, len(spans) - 1]) else notice.pop()


def _levels(text: str) -> list[int]:
    """The levels of the languages that a clause asks for, and nothing else; 0 where it is about something else."""
    return [language.level for language in languages_asked(text)] or [0]


def _only_example(text: str, spans: Sequence[tuple[int, int]], cuts: Sequence[int]) -> bool:
    """ "ERP experience, ideally SAP": the ideal is an instance of what is asked, not another thing."""
    if len(cuts) != 2:
        return False
    second = flat(text[spans[cuts[1]][0] : spans[-1][1]])
    opening = NICE_BEFORE.match(second)
    rest = second[opening.end() :].strip() if opening else ""
    return bool(opening) and len(rest.split()) <= 3 and not NEW_ITEM.match(rest)


def _weight(said: str) -> RequirementKind | None:
    if NICE.search(said):
        return NICE_KIND
    return MUST if MUST_AFTER.search(said) or re.search(r"\bmust\b|\bzwingend\b", said) else None


def _from_running_list(part: Passage, kind: RequirementKind) -> Iterator[_Found]:
    """ "Nice to have: butchery, pastry, a driving licence." """
    for start, end in sentences(part.text):
        text = part.text[start:end]
        if MUST_BEFORE.match(flat(text)) or YOU_ARE.match(flat(text)):
            yield from _from_sentence(part, start, end, kind, strict=False)
            continue
        if ";" in text:
            for a, b in _entry_parts(text):
                yield from _weighed(part, start + a, start + b, kind)
            continue
        spans = clauses(text)
        short = all(len(text[a:b].split()) <= SHORT for a, b in spans)
        if "," in text and len(spans) > 1 and (short or len(spans) > 2):
            for a, b in _merged_alternatives(text, spans):
                yield from _weighed(part, start + a, start + b, kind)
        else:
            yield from _weighed(part, start, end, kind)


def _merged_alternatives(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts at commas; "X and Y" between two commas stays one, the last "and Z" of the list is its own."""
    result: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(spans):
        between = text[result[-1][1] : start] if result else ","
        last = index == len(spans) - 1
        if result and "," not in between and not (last and LIST_WORD.search(flat(between)) and len(result) > 1):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def _from_prose(part: Passage, default: RequirementKind | None = None, *, strict: bool = False) -> Iterator[_Found]:
    for start, end in sentences(part.text):
        yield from _from_sentence(part, start, end, default, strict)


def _from_sentence(
    part: Passage, start: int, end: int, default: RequirementKind | None, strict: bool
) -> Iterator[_Found]:
    text = part.text[start:end]
    phrase = flat(text)
    if strict and not (MUST_AFTER.search(phrase) or DEMAND.search(phrase)):
        return
    if FORMALITY.search(phrase) and not DEMAND.search(phrase) and not _NEEDED.search(phrase):
        return
    asks = _says_weight(phrase) or MUST_BEFORE.search(phrase)
    if not asks and default is None:
        if YEARS_FIRST.match(phrase) and not OWN_YEARS.search(phrase):
            yield from _cut(part, start, end, MUST)
            return
        if not YOU_ARE.search(phrase):
            return
    if GIFT.search(phrase) and not asks:
        return
    label = re.match(r"\s*[^:,.]{2,40}:\s+", phrase)
    if label and _says_weight(label[0]):
        kind = NICE_KIND if NICE.search(label[0]) or NICE_BEFORE.search(label[0]) else MUST
        begin = start + label.end()
        inner = replace(part, start=part.start + begin, end=part.start + end, text=part.text[begin:end])
        yield from _from_running_list(inner, kind)
        return
    for a, b, kind in weighed_pieces(text, default):
        yield from _cut(part, start + a, start + b, kind)


def _says_weight(phrase: str) -> bool:
    return any(cue.search(phrase) for cue in (MUST_AFTER, NICE, NICE_BEFORE))


def _substance(text: str) -> bool:
    """Something is asked: a thing, or at least a number of years."""
    return bool(words(text)) or bool(YEARS.search(flat(text)))


def _cut(part: Passage, start: int, end: int, kind: RequirementKind) -> Iterator[_Found]:
    """The piece without the signs and tags around it, if anything is left."""
    text = part.text
    while True:
        phrase = flat(text[start:end])
        if tag := TRAILING_TAG.search(phrase):
            kind = _weight(phrase[tag.start() :]) or kind
            end = start + tag.start()
            continue
        if tag := LEADING_TAG.match(phrase):
            kind = _weight(tag.group()) or kind
            start += tag.end()
            continue
        if (filler := FILLER.match(phrase)) and filler.end() < len(phrase):
            start += filler.end()
            continue
        remainder = len(text[start:end]) - len(text[start:end].lstrip(_TRIM))
        right = len(text[start:end]) - len(text[start:end].rstrip(_TRIM))
        if not remainder and not right:
            break
        start, end = start + remainder, end - right
        if end <= start:
            return
    if text[start:end].count(")") > text[start:end].count("(") and text[end - 1] == ")":
        end -= 1
    if text[start:end].startswith(".") is False and text[start - 1 : start] == "." and text[start : start + 3] == "NET":
        start -= 1
    if _substance(text[start:end]):
        yield _Found(part.start + start, part.start + end, kind)
