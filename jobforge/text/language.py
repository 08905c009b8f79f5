"""Which of the languages a text is written in. A language is there when it has a folder in `jobforge/languages`."""

import re
from collections import Counter

from jobforge.languages import SHARED, languages
from jobforge.languages.tables import cached, raw

_READ = 20_000
_LATIN = re.compile(r"[a-zªºµß-ɏḀ-ỿ]")
_MAX_FOREIGN = 0.4  # share of letters of other scripts; a Chinese ad names its tools in Latin letters
_MIN_OTHER_WORDS = 4  # words of another language, below which nothing is claimed
_MARGIN = 1.5  # how much more common they must be than those of the languages that are read
_WORD = re.compile(r"[^\W\d_]+")


class Language(str):
    """A language's ISO 639-1 code. Equal codes are one object.

    Named are the languages for which there are rules in code (how German joins words); the others are only data.
    """

    __slots__ = ()
    EN: "Language"
    DE: "Language"
    FR: "Language"
    ES: "Language"

    def __new__(cls, code: str) -> "Language":
        return _CODES.setdefault(code, super().__new__(cls, code))

    @property
    def value(self) -> str:
        return str(self)


_CODES: dict[str, Language] = {}
Language.EN = Language("en")
Language.DE = Language("de")
Language.FR = Language("fr")
Language.ES = Language("es")


@cached
def _cues() -> dict[Language, tuple[frozenset[str], str]]:
    """Return the words and letters that tell each language. English comes first: it wins where nothing tells."""
    codes = sorted(languages(), key=lambda code: (code != Language.EN, code))
    return {
        Language(code): (
            frozenset((raw(code, "language", "words") or "").split()),
            raw(code, "language", "letters") or "",
        )
        for code in codes
    }


@cached
def _unread_words() -> tuple[frozenset[str], ...]:
    words = raw(SHARED, "unread", "words") or {}
    return tuple(frozenset(listed.split()) for code, listed in words.items() if code not in languages())


def _count(counted: Counter[str], words: frozenset[str]) -> int:
    """Return how often any of `words` occurs; texts of a few words are the most frequent."""
    return sum(count for token, count in counted.items() if token in words)


def is_read(text: str) -> bool:
    """Return whether a text is in one of the languages that are read.

    It is not where most letters are of another script, or where the words of another language are much more common.
    Names of tools are no language: a text without any such words counts as read.
    """
    head = text[:_READ].casefold()
    letters = [letter for letter in head if letter.isalpha()]
    foreign = sum(not _LATIN.match(letter) for letter in letters)
    if letters and foreign > _MAX_FOREIGN * len(letters):
        return False
    counted = Counter(_WORD.findall(head))
    personal = max(_count(counted, words) for words, _ in _cues().values())
    other = max((_count(counted, words) for words in _unread_words()), default=0)
    return other < _MIN_OTHER_WORDS or other <= _MARGIN * personal


def detect(text: str) -> Language:
    """Return the language most of `text` is in; English where nothing tells."""
    head = text[:_READ].casefold()
    counted = Counter(_WORD.findall(head))
    letters = Counter(head)
    scores = {
        language: _count(counted, words) + sum(letters[letter] for letter in own_letters) / 2
        for language, (words, own_letters) in _cues().items()
    }
    return max(scores, key=lambda language: scores[language])
