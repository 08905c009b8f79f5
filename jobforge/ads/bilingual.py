"""An ad that says everything in two languages: the first one is taken."""

from collections.abc import Sequence

from jobforge.ads.zones import Passage
from jobforge.languages.ad import Zone
from jobforge.text.language import Language, detect

_MIN_WORDS = 6  # words of a part whose language can be told
_ASKED = (Zone.MUST, Zone.MIXED)


def in_one_language(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages up to a second list of requirements in another language, with what leads to it."""
    lists = _lists(passages)
    if len(lists) < 2:
        return tuple(passages)
    first, language = lists[0]
    for begin, other in lists[1:]:
        if other != language:
            return tuple(passages[: _start_of_part(passages, first, begin, other)])
    return tuple(passages)


def _lists(passages: Sequence[Passage]) -> list[tuple[int, Language]]:
    """Return where each list of requirements begins and its language, where there are words enough to tell."""
    result: list[tuple[int, Language]] = []
    index = 0
    while index < len(passages):
        end = index
        while end < len(passages) and passages[end].zone in _ASKED:
            end += 1
        text = " ".join(item.text for item in passages[index:end])
        if len(text.split()) >= _MIN_WORDS:
            result.append((index, detect(text)))
        index = max(end, index + 1)
    return result


def _start_of_part(passages: Sequence[Passage], first: int, begin: int, language: Language) -> int:
    """Return where the second language starts: its headings and paragraphs in front of its requirements are of it."""
    while begin - 1 > first:
        previous = passages[begin - 1]
        existing = len(previous.text.split()) >= _MIN_WORDS and detect(previous.text) == language
        if not (previous.heading or existing):
            break
        begin -= 1
    return begin
