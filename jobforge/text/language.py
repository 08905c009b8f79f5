"""Which of the languages a text is written in. A language is there when it has a folder in `jobforge/languages`."""

import re
from collections import Counter

from jobforge.languages import languages
from jobforge.languages.tables import cached, raw

_READ = 20_000
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


def detect(text: str) -> Language:
    """Return the language most of `text` is in; English where nothing tells."""
    head = text[:_READ].casefold()
    counted = Counter(_WORD.findall(head))
    letters = Counter(head)
    scores = {
        language: sum(counted[word] for word in words) + sum(letters[letter] for letter in own_letters) / 2
        for language, (words, own_letters) in _cues().items()
    }
    return max(scores, key=lambda language: scores[language])
