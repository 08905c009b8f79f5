"""Typed views of the languages' tables: word lists, mappings and patterns, read and compiled on first use.

A view names a topic (the file) and keys in it. Without a language it covers all of them; `of("de")` is what German
and the shared table hold. A language may leave a key out; `missing_keys` lists those.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache
from typing import Any, Generic, TypeVar

from jobforge.languages import SHARED, languages, table

V = TypeVar("V")
_SLOT = re.compile(r"\{([a-z_]+(?:\.[a-z_0-9]+)*)\}")
_NOTHING = "(?!)"
_views: "list[View]" = []
_caches: list[Callable[[], None]] = []


class View:
    """What the views have in common: a topic, the keys they read, and a place in the register."""

    def __init__(self, topic: str, *names: str) -> None:
        self.topic, self.names = topic, names
        _views.append(self)

    def clear(self) -> None:
        """Drop what was read, so that the next use reads the tables again."""
        raise NotImplementedError


def cached(function: Callable[[], V]) -> Callable[[], V]:
    """Keep what a function makes of the tables until they are read again."""
    keeper = cache(function)
    _caches.append(keeper.cache_clear)
    return keeper


def forget() -> None:
    """Drop everything that was read or compiled."""
    raw.cache_clear()
    for clear in _caches:
        clear()
    for view in _views:
        view.clear()


@cache
def raw(language: str, topic: str, key: str) -> Any:
    """Return one entry of a table, None where the language does not have it; dots in `key` go into sub-tables."""
    try:
        entry: Any = table(language, topic)
    except FileNotFoundError:
        return None
    for part in key.split("."):
        if not isinstance(entry, Mapping) or part not in entry:
            return None
        entry = entry[part]
    return entry


# What a language may have no use for: German joins words and writes nouns with capitals, Spanish verbs say "I",
# and some phrases have no counterpart.
OPTIONAL = frozenset(
    """
    ad.you_are ad_facts.not_a_place ad_facts.pay_rates claims.as_title claims.as_title_article
    claims.first_person_verb claims.instructs claims.negation_elided demands.level_words.negotiation
    numbers.and_a_half numbers.compound_units numbers.multiples.tenfold numbers.no_hour numbers.no_share_after
    resume.employer_endings words.empty_tails words.noun_endings words.noun_tails words.nouns
    words.work_nouns
    """.split()
)


def missing_keys(language: str) -> tuple[str, ...]:
    """Return the keys that views read and neither the language nor the shared tables hold, as `topic.key`.

    Only views of modules that were imported are known.
    """
    return tuple(
        sorted(
            {
                f"{view.topic}.{name}"
                for view in _views
                for name in view.names
                if raw(language, view.topic, name) is None and raw(SHARED, view.topic, name) is None
            }
            - OPTIONAL
        )
    )


def covered(chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes to read for a choice of languages (all where none is chosen) and the shared one, last."""
    # English first: where two languages spell a cue alike, the span of the English one is used.
    every = chosen or tuple(sorted(languages(), key=lambda code: (code != "en", code)))
    return (*every, SHARED)


def strings(entry: Any) -> list[str]:
    """Return the words of an entry: a string holds them apart by spaces, a list one by one, a table as its keys."""
    if entry is None:
        return []
    return entry.split() if isinstance(entry, str) else list(entry)


class Words(View, Set[str]):
    """A set of words or phrases."""

    def __init__(self, topic: str, key: str) -> None:
        super().__init__(topic, key)
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, *codes: str) -> frozenset[str]:
        """Return the words of these languages and the shared ones; of all languages where none is named."""
        words = self._sets.get(codes)
        if words is None:
            entries = (raw(code, self.topic, self.names[0]) for code in covered(codes))
            words = self._sets[codes] = frozenset(token for entry in entries for token in strings(entry))
        return words

    def clear(self) -> None:
        self._sets.clear()

    def __contains__(self, token: object) -> bool:
        return token in self.of()

    def __iter__(self) -> Iterator[str]:
        return iter(self.of())

    def __len__(self) -> int:
        return len(self.of())

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> frozenset[Any]:
        return frozenset(it)


class Table(View, Mapping[str, V], Generic[V]):
    """A mapping from words to values, for example from number words to numbers."""

    def __init__(self, topic: str, key: str) -> None:
        super().__init__(topic, key)
        self._maps: dict[tuple[str, ...], dict[str, V]] = {}

    def of(self, *codes: str) -> dict[str, V]:
        """Return the mapping of these languages and the shared one; of all languages where none is named."""
        mapping = self._maps.get(codes)
        if mapping is None:
            mapping = self._maps[codes] = {}
            for code in covered(codes):
                for token, value in (raw(code, self.topic, self.names[0]) or {}).items():
                    mapping.setdefault(token, value)
        return mapping

    def clear(self) -> None:
        self._maps.clear()

    def __getitem__(self, token: str) -> V:
        return self.of()[token]

    def __iter__(self) -> Iterator[str]:
        return iter(self.of())

    def __len__(self) -> int:
        return len(self.of())

    def __contains__(self, token: object) -> bool:
        return token in self.of()


class Pattern(View):
    """A regular expression whose slots (`{cues}`) are filled with the alternatives that the tables list.

    A slot may be a list of alternatives, a string of words, a table (its keys), or a string with slots of its own.
    """

    def __init__(self, topic: str, template: str, flags: int = 0) -> None:
        super().__init__(topic, *dict.fromkeys(_SLOT.findall(template)))
        self.template, self.flags = template, flags
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}

    def source(self, *codes: str) -> str:
        """Return the expression for these languages, not compiled."""
        chosen = covered(codes)

        def fill(slot: re.Match[str]) -> str:
            return "|".join(alternatives(slot[1])) or _NOTHING

        def alternatives(key: str) -> list[str]:
            listed: dict[str, None] = {}
            for code in chosen:
                entry = raw(code, self.topic, key)
                if isinstance(entry, Mapping):
                    entry = sorted(entry, key=len, reverse=True)
                listed |= dict.fromkeys(_SLOT.sub(fill, cue) for cue in strings(entry))
            return list(listed)

        return _SLOT.sub(fill, self.template)

    def of(self, *codes: str) -> re.Pattern[str]:
        """Return the compiled expression of these languages; of all languages where none is named."""
        compiled = self._compiled.get(codes)
        if compiled is None:
            compiled = self._compiled[codes] = re.compile(self.source(*codes), self.flags)
        return compiled

    def clear(self) -> None:
        self._compiled.clear()

    @property
    def pattern(self) -> str:
        return self.of().pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.of().search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.of().match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.of().fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.of().finditer(text, start, end)

    def findall(self, text: str) -> list[Any]:
        return self.of().findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        return self.of().split(text, maxsplit)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self.of().sub(replacement, text, count)
