"""Spoken languages and their levels as a resume lists them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.languages.resume import language_names
from jobforge.text.markdown import Line, LineKind

_WORD = re.compile(r"[^\W\d_]+")
_LEVEL = re.compile(
    r"\b(?P<cefr>[ABC][12](?:\.[12])?\+?(?:\s?[-/–]\s?[ABC][12])?)\b|\b(?P<word>(?:native(?: speaker| level)?"
    r"|mother tongue|bilingual|fluent(?:ly)?|full professional(?: proficiency)?"
    r"|professional(?: working)?(?: proficiency)?"
    r"|limited working(?: proficiency)?|elementary(?: proficiency)?|proficient|advanced"
    r"|upper[- ]intermediate|intermediate|conversational|basic(?:s)?|beginner|good|very good"
    r"|excellent|working knowledge|school|rusty|reading"
    r"|muttersprache|muttersprachlich\w*|muttersprachler\w*|fließend|fliessend|verhandlungssicher"
    r"|sehr gut\w*|gut\w*"
    r"|grundkenntnisse|anfänger|konversationssicher|erstsprache|zweisprachig|schulkenntnisse"
    r"|langue maternelle|maternelle|courant|bilingue|notions|intermédiaire|débutant|scolaire|avancé"
    r"|lu, écrit, parlé"
    r"|technique|professionnel|natif|native|bon niveau"
    r"|nativ[oa]s?|lengua materna|materna|fluid[oa]|avanzado|intermedio|básico|nivel alto"
    r"|nivel medio|nivel básico"
    r"|alto|medio|bilingüe|principiante|hablad[oa]))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """A spoken language by its English name; `level` in the resume's own words."""

    name: str
    level: str | None
    line: int


def read_languages(lines: Sequence[Line]) -> Iterator[LanguageSkill]:
    for line in lines:
        if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION) and not (
            line.kind is LineKind.TABLE and line.level
        ):
            yield from languages_in(line.text, line.number)


def languages_in(text: str, number: int) -> Iterator[LanguageSkill]:
    """The languages named in one line; a level belongs to the name before it, or after it where none is before."""
    named = [
        (result.start(), result.end(), language_names()[result[0].casefold()])
        for result in _WORD.finditer(text)
        if result[0].casefold() in language_names() and not (result[0].islower() and result[0] in ("basic", "school"))
    ]
    visited: set[str] = set()
    for index, (_, end, name) in enumerate(named):
        stop = named[index + 1][0] if index + 1 < len(named) else len(text)
        begin = named[index - 1][1] if index else 0
        after, previous = _LEVEL.search(text[end:stop]), _LEVEL.search(text[begin : named[index][0]])
        # "Fluent in Welsh": only where the level stands directly before the name.
        level = after or (
            previous
            if previous and text[begin + previous.end() : named[index][0]].strip(" :-–—") in ("", "in")
            else None
        )
        if name not in visited:
            visited.add(name)
            yield LanguageSkill(name, level[0] if level else None, number)


def is_language_list(lines: Sequence[Line]) -> bool:
    texts = [line.text for line in lines if line.kind not in (LineKind.BLANK, LineKind.CONTINUATION)]
    if not texts or sum(map(len, texts)) > 600:
        return False
    return all(any(token.casefold() in language_names() for token in _WORD.findall(text)[:4]) for text in texts)
