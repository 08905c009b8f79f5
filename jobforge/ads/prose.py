"""Sentences that ask for something, taken apart into what is asked and how much it weighs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    EMPLOYER_SPEAKS,
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


@dataclass(slots=True)
class _Clause:
    """A clause of a sentence: where it stands, what it weighs, and how it joins the ones before it."""

    start: int
    end: int
    begin: int  # where the thing itself begins, behind words like "you have"
    weight: RequirementKind | None
    is_marked: bool  # its own words say the weight, or end the list
    opens: bool  # it begins another thing


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a clause's own words say: its weight, whether they stand after the thing, where the thing begins."""

    weight: RequirementKind | None
    closes: bool = False
    begin: int = 0
    ends_run: bool = False


def weighed_pieces(text: str, default: RequirementKind | None) -> Iterator[tuple[int, int, RequirementKind]]:
    """Parts of a sentence with the weight that their own words, or those around them, give them."""
    yield from _joined(text, _weighed_clauses(text, default))


def _weighed_clauses(text: str, default: RequirementKind | None) -> list[_Clause]:
    result: list[_Clause] = []
    run, pending, closed = default, False, False
    for start, end in clauses(text):
        phrase = flat(text[start:end])
        mark = _mark(phrase)
        weight: RequirementKind | None = None
        if mark.weight is _NICE and not words(text[start:end]):
            # "Ideally, you speak Spanish": the word weighs what follows.
            run, pending, closes, effective = _NICE, True, False, None
        else:
            weight, closes = _own_weight(mark, phrase, result, pending), mark.closes
            pending = False
            if mark.ends_run:
                run = None
            elif mark.weight is not None and closes:
                _weigh_before(result, weight, default)
            elif mark.weight is not None:
                run = weight
            effective = weight if weight or (result and RELATIVE.match(phrase)) else run
            run = default if closes else run
        opens = bool(NEW_ITEM.match(FILLER.sub("", phrase))) or (weight is not None and not closes) or closed
        is_marked = weight is not None or mark.ends_run
        result.append(_Clause(start, end, start + (0 if closes else mark.begin), effective, is_marked, opens))
        closed = closes
    return result


def _own_weight(mark: _Mark, phrase: str, before: Sequence[_Clause], pending: bool) -> RequirementKind | None:
    """Return the weight by a clause's own words: "likewise" takes it over, "ideally" before it lowers it."""
    if mark.weight is None and not mark.ends_run and before and LIKEWISE.match(phrase):
        return before[-1].weight
    return _NICE if pending and mark.weight is MUST else mark.weight


def _weigh_before(clauses: Sequence[_Clause], weight: RequirementKind | None, default: RequirementKind | None) -> None:
    """Give the weight that stands behind a list ("A, B and C required") to the clauses before it."""
    for clause in reversed(clauses):
        if clause.is_marked or clause.weight is not default:
            return
        clause.weight = weight
        if clause.opens:
            return


def _mark(phrase: str) -> _Mark:
    if (previous := NICE_BEFORE.search(phrase)) and words(phrase[previous.end() :]):
        return _Mark(_NICE, begin=previous.end())
    if nice := NICE.search(phrase):
        return _Mark(_NICE, closes=True) if words(phrase[: nice.start()]) else _Mark(_NICE, begin=nice.end())
    if after := MUST_AFTER.search(phrase):
        return _Mark(MUST, closes=True) if words(phrase[: after.start()]) else _Mark(MUST, begin=after.end())
    if previous := MUST_BEFORE.search(phrase):
        if words(phrase[previous.end() :]):
            return _Mark(MUST, begin=previous.end())
        return _Mark(MUST, closes=bool(words(phrase[: previous.start()])))
    if personal := YOU_ARE.search(phrase):
        return _Mark(MUST, begin=personal.start() if personal.group()[:1] == "y" else personal.start() + 1)
    return _Mark(None, ends_run=bool(GIFT.search(phrase) or DUTY.search(phrase) or EMPLOYER_SPEAKS.search(phrase)))


def _joined(text: str, clauses: Sequence[_Clause]) -> Iterator[tuple[int, int, RequirementKind]]:
    """Clauses of one weight that belong together become one piece again; members of a long list stay apart."""
    for run in _runs(text, clauses):
        first, last = run[0], run[-1]
        weight = first.weight
        assert weight is not None  # noqa: S101  # nosec B101
        if _seeks(text, run):
            phrase = flat(text[first.begin : last.end])
            if sought := SOUGHT.search(phrase):
                yield first.begin + sought.end(), last.end, weight
            elif LOOKS_ASKED.search(phrase) and not NEEDED_PERSON.search(flat(text)):
                yield first.begin, last.end, weight
        elif _is_list(text, run):
            yield first.begin, first.end, weight
            yield from ((clause.start, clause.end, weight) for clause in run[1:])
        else:
            yield first.begin, last.end, weight


def _runs(text: str, clauses: Sequence[_Clause]) -> list[list[_Clause]]:
    """Group neighbouring clauses of one weight, each group up to where another thing begins."""
    runs: list[list[_Clause]] = []
    previous: _Clause | None = None
    for clause in clauses:
        if clause.weight is not None:
            phrase = flat(text[clause.start : clause.end])
            between = text[previous.end : clause.start] if previous else ""
            opens = clause.opens or ("," in between and bool(ARTICLE.match(phrase)))
            follows = previous is not None and previous.weight is clause.weight
            if follows and (not opens or EXAMPLE.match(phrase)) and not _seeks(text, runs[-1]):
                runs[-1].append(clause)
            else:
                runs.append([clause])
        previous = clause
    return runs


def _is_list(text: str, run: Sequence[_Clause]) -> bool:
    parts = [text[clause.start : clause.end] for clause in run[1:]]
    return (
        len(parts) > 1
        and all(len(part.split()) <= SHORT for part in parts)
        and not any(EXAMPLE.match(flat(part)) for part in parts)
        and "," in text[run[0].begin : run[-1].end]
    )


def _seeks(text: str, run: Sequence[_Clause]) -> bool:
    """ "We are looking for a cook with ...": whom the ad seeks is its title; what stands after `with` is asked."""
    phrase = flat(text[run[0].start : run[0].end])
    previous = MUST_BEFORE.search(phrase)
    return previous is not None and bool(SEEKING.search(previous.group()) or NEEDED_PERSON.search(phrase))
