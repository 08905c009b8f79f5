"""Names of tools, products, places and companies in a text: which words are one, and how it is spelled.

A name is compared as it is written, never by a stem, and an ordinary word does not stand for a name that is spelled
like it: `looked` is not Looker, `a flask` is not Flask.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jobforge.languages.claims import EVERYDAY
from jobforge.languages.resume import TITLE_WORDS
from jobforge.languages.skills import CASE_SENSITIVE, alias_rows, kind_rows, word_like_names, word_like_tools
from jobforge.languages.tables import cached
from jobforge.languages.words import AMBIGUOUS_SMALL, FRAME_WORDS, STOP_WORDS, WEAK_WORDS
from jobforge.text.tokens import Token, fold, tokens

_AFTER_NAME = re.compile(
    r"\s*(?:$|[^\w\s]|(?:and|or|und|oder|et|ou|y|o|e|is|are|ist|est|es|on|in|for|skills?|experience|[A-Z])\b)"
)
_PART_OF_MORE = re.compile(r"[.&'’°]\S")
_SENTENCE_END = re.compile(r"[.!?:;•]\s*$")
# After a name at the start of a sentence: "Flask services", "Looker dashboards".
_MADE_WITH = re.compile(
    r"\s(?:services?|apps?|applications?|dashboards?|scripts?|modules?|pipelines?|reports?"
    r"|recipes?|manifests?|cookbooks?"
    r"|files?|components?|code|microservices?|models?|boards?|playbooks?|tests?|queries|charts?|extensions?|plugins?"
    r"|workflows?|macros?|certified|developer|administrator|jobs?|clusters?|functions?|projects?)\b"
)


@cached
def title_words() -> frozenset[str]:
    """Return the words of job titles, folded."""
    return frozenset(fold(token) for token in TITLE_WORDS)


@cached
def _folded_word_like() -> frozenset[str]:
    return frozenset(fold(name) for name in word_like_names())


@cached
def everyday_words() -> frozenset[str]:
    """Return the folded words of titles and of everyday work, which are seldom names."""
    return frozenset(fold(token) for token in (*TITLE_WORDS, *EVERYDAY, *STOP_WORDS, *FRAME_WORDS, *WEAK_WORDS))


@cached
def _everyday_capitals() -> frozenset[str]:
    return frozenset(name for name in word_like_names() if fold(name) in everyday_words())


def is_word_like(folded: str) -> bool:
    """Tell whether a name is spelled like this ordinary word."""
    return folded in _folded_word_like()


def written_as_name(parts: Sequence[Token], position: int, text: str) -> bool:
    """Tell whether a word that may be a name is written as one: with its capital, not only to begin a sentence."""
    token = parts[position]
    if token.text.islower():
        return _among_names(parts, position, text)
    if not (token.text in word_like_names() or len(token.text) > 1 and token.text.isupper()):
        return False
    if not stands_as_name(token, parts, position, text):
        return False
    # "Head Chef", "Managed Teams": words of titles and of everyday work are names only beside another one.
    return token.folded not in everyday_words() or any(
        other is not token and (is_proper(other.text) or other.text in word_like_names() - _everyday_capitals())
        for other in parts
    )


def _among_names(parts: Sequence[Token], position: int, text: str) -> bool:
    """Tell whether a word in small letters stands in a list of names in small letters: `word, excel, powerpoint`."""
    if "," not in text:
        return False
    others = [part.folded for location, part in enumerate(parts) if location != position]
    return sum(other in _spellings() or is_word_like(other) for other in others) >= 2


def is_tool(text: str) -> bool:
    """Tell whether a name is that of a known tool or product."""
    return text in word_like_tools() or canonical(text) in instances()


def is_proper(text: str, shouting: bool = False) -> bool:
    """Tell whether a word looks like a name: a digit, or a capital inside, unless all around is in capitals."""
    return any(letter.isdigit() for letter in text) or (
        not shouting and any(part[1:].lower() != part[1:] for part in text.split())
    )


@cached
def _folded_case_sensitive() -> frozenset[str]:
    return frozenset(fold(name) for name in CASE_SENSITIVE if name not in ("Excel", "React", "SAP"))


@cached
def instances() -> frozenset[str]:
    """Return names of particular things, which nothing general can stand in for."""
    return frozenset(canonical(form) for row in kind_rows() for form in row[1:])


@cached
def _spellings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Spellings by their first word, longest first."""
    table: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for forms in alias_rows():
        for form in forms:
            parts = tuple(token.folded for token in tokens(form))
            table[parts[0]].setdefault(parts, forms[0])
    for row in kind_rows():
        for form in row:
            parts = tuple(token.folded for token in tokens(form))
            table[parts[0]].setdefault(parts, form)
    return {first: sorted(forms.items(), key=lambda item: -len(item[0])) for first, forms in table.items()}


def canonical(name: str) -> str:
    """Return the first spelling of a known name; the name itself where it is not known."""
    parts = tuple(token.folded for token in tokens(name))
    return (
        next((existing for form, existing in _spellings().get(parts[0], ()) if form == parts), name) if parts else name
    )


def known_names(parts: Sequence[Token], text: str) -> Iterator[tuple[int, int, str]]:
    """Position, length in words and canonical spelling of each known name; the longest spelling wins."""
    table = _spellings()
    position = 0
    while position < len(parts):
        token = parts[position]
        length, name = 0, ""
        for form, existing in table.get(token.folded, ()):
            if all(
                position + step < len(parts) and parts[position + step].folded == term for step, term in enumerate(form)
            ):
                length, name = len(form), existing
                break
        if length == 1 and token.folded in AMBIGUOUS_SMALL and token.text.islower():
            length = 0
        if length <= 1 and token.text in CASE_SENSITIVE and stands_as_name(token, parts, position, text):
            length, name = 1, CASE_SENSITIVE[token.text]
        elif length == 1 and _only_a_word(parts, position, text):
            length = 0
        if length:
            yield position, length, name
        position += max(length, 1)


def _only_a_word(parts: Sequence[Token], position: int, text: str) -> bool:
    token = parts[position]
    if token.text not in CASE_SENSITIVE and token.folded in _folded_case_sensitive():
        return True
    return is_word_like(token.folded) and not written_as_name(parts, position, text)


def stands_as_name(token: Token, parts: Sequence[Token], position: int, text: str) -> bool:
    """At the start of a sentence a capital proves nothing: "Go the extra mile" is no programming language."""
    previous, following = text[max(token.start - 1, 0) : token.start], text[token.end : token.end + 20]
    if len(token.text) == 1 and (_PART_OF_MORE.match(following) or previous in ("°", "&", "-")):
        return False
    if token.text[1:].lower() != token.text[1:]:
        return True
    first = position == 0 or bool(_SENTENCE_END.search(text[parts[position - 1].end : token.start]))
    return not first or bool(_AFTER_NAME.match(following) or _MADE_WITH.match(text, token.end))
