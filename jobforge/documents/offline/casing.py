"""Capital letters: names that a resume shouts, and words of an ad in the middle of a sentence."""

import re

from jobforge.text.terms import words

_SMALL_WORDS = frozenset("of and the for in at de del la le les du des et y und von van der den zu à en".split())
_SYLLABLE = re.compile(r"[^AEIOUY][AEIOU][^AEIOU]")  # BUS, CAR: words; CNC, TCE: abbreviations
_SHORT = 3  # letters; a shouted word of at most so many may be an abbreviation


def settled(text: str) -> str:
    """Return a name or title in CAPITALS in ordinary letters: SENIOR ACCOUNTANT, but IBM and HR stay."""
    lengths = [len(token) for token in re.findall(r"[^\W\d_]+", text)]
    if not text.isupper() or max(lengths, default=0) <= _SHORT + (len(lengths) == 1):
        return text
    parts = re.split(r"([^\W\d_]+(?:['’][^\W\d_]+)*)", text)
    return "".join(_settled_word(part, first=index <= 1) for index, part in enumerate(parts))


def _settled_word(token: str, *, first: bool) -> str:
    if token.casefold() in _SMALL_WORDS and not first:
        return token.casefold()
    if len(token) < _SHORT or (len(token) == _SHORT and (not _SYLLABLE.fullmatch(token) or _is_name(token))):
        return token
    return token.capitalize()


def _is_name(token: str) -> bool:
    return any(key.startswith("=") for part in words(token) for key in part.keys)


def person_name(name: str) -> str:
    """Return a name as its owner would sign it."""
    name = " ".join(name.split())
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)


def lowered(text: str, *, always: bool = False) -> str:
    """Return `text` with a small first letter where none of its other words has a capital.

    `always` ignores the other words: a common noun before a proper name (Restaurant La Cale).
    """
    first, *others = text.split() or [""]
    plain = len(first) > 1 and first[1:].replace("-", "").replace("'", "").replace("’", "").islower()
    if not plain or (not always and any(token[:1].isupper() for token in others)):
        return text
    return text[0].lower() + text[1:]


def capitalized(text: str) -> str:
    """Return `text` with a capital first letter, unless its first word is a name such as iOS or dbt."""
    first = text.split(" ", 1)[0]
    if not text or not first.islower() or (len(first) <= _SHORT and not re.search(r"[aeiouyäöüáéíóúàè]", first)):
        return text
    return text[0].upper() + text[1:]


def bare_in_sentence(phrase: str, texts: str) -> str | None:
    """Return an ad's phrase as it can stand in an English sentence; None where only a quotation is safe.

    `texts` show which words are written small there.
    """
    first = re.split(r"[\s,;:(/]", phrase, maxsplit=1)[0]
    if not first or first[:1].islower() or first[:1].isdigit() or not first[1:].replace("-", "").islower():
        return phrase
    small = first[0].lower() + first[1:]
    if re.search(rf"(?<!\w){re.escape(small)}(?!\w)", texts):
        return small + phrase[len(first) :]
    named = words(phrase)
    return phrase if named and named[0].named else None
