"""What a line of a resume can become in a sentence of a letter, and stay true to the word.

Resumes speak in fragments ("Reduced waste by 20 %", "Wartung von Pumpen", "Gestion d'une équipe"). Each language has
a small grammar (`telling_en` and so on) that recognises the fragments it can turn into a sentence safely. What it does
not recognise stays as it is and is quoted after a colon.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from jobforge.text.terms import words


class Form(StrEnum):
    """How the text of a `Telling` fits into a sentence."""

    CLAUSE = "clause"  # a whole clause in the first person, fit to follow "There, ..."
    ACTIVITY = "activity"  # a noun phrase, fit to follow "My work includes ..."
    INFINITIVE = "infinitive"  # fit to follow "My work is to ..."
    STATEMENT = "statement"  # a sentence about something else, with its own subject
    FRAGMENT = "fragment"  # fits nowhere but after a colon


@dataclass(frozen=True, slots=True)
class Telling:
    form: Form
    text: str


def word_set(words: str) -> frozenset[str]:
    """A table of words, written as running text."""
    return frozenset(words.split())


_CLOSING = re.compile(r"[\s.;,:]+$")
_ASIDE = re.compile(r"^(?P<main>[^();:]{12,}?)\s*[;–—]\s+(?P<aside>[^();:]{3,80})$")


def tidy(line: str) -> str:
    """One line without closing punctuation; a part after a semicolon or a dash becomes an aside in brackets, so that
    the first part can be told as one clause."""
    text = _CLOSING.sub("", " ".join(line.split()))
    if found := _ASIDE.match(text):
        return f"{found['main']} ({found['aside']})"
    return text


def first_word(text: str) -> str:
    return re.split(r"[\s,;:(/]", text, maxsplit=1)[0]


def uncapitalized(text: str, *, names: str = "") -> str:
    """`text` with a small first letter, unless its first word is a name, an acronym or a symbol.

    A word is a name where it is a known one, or where `names` (the text around it) has it with a capital in the
    middle of a line and never with a small letter."""
    word = first_word(text)
    if len(word) < 2 or not word[1:].replace("-", "").replace("'", "").replace("’", "").islower():
        return text
    small = word[0].lower() + word[1:]
    if not re.search(rf"(?<!\w){re.escape(small)}(?!\w)", names) and (
        is_name(word) or re.search(rf"[a-zà-ÿ,/&] {re.escape(word)}(?!\w)", names)
    ):
        return text
    return small + text[len(word) :]


def is_name(word: str) -> bool:
    """Whether a capitalised word is a product, a language or another name that the analysis knows."""
    return word in _LANGUAGE_NAMES or any(
        key[0] == "=" and key[1:2].isupper() for known in words(word) for key in known.keys
    )


_LANGUAGE_NAMES = word_set(
    """
    English German French Spanish Italian Portuguese Dutch Polish Russian Ukrainian Turkish Arabic Chinese
    Mandarin Japanese Korean Hindi Urdu Welsh Irish Gaelic Scottish Swedish Norwegian Danish Finnish Czech
    Slovak Hungarian Romanian Bulgarian Greek Hebrew Farsi Vietnamese Tagalog Swahili Yoruba European
    British American
    """
)
