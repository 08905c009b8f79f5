"""The statements of a document and what each is: a claim about the user, a wish, an admission, a word on the ad."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jobforge.enums import DocumentType
from jobforge.factcheck.evidence import MAX_LINE
from jobforge.factcheck.lines import negated, sentences
from jobforge.languages.claims import (
    FIRST_PERSON,
    FIRST_PERSON_ES,
    HEDGE,
    POSSESSION,
    SECOND_PERSON,
    SPOTLESS,
    WISH,
)
from jobforge.resumes.parser import LineKind, Resume, SectionKind
from jobforge.text.language import Language
from jobforge.text.terms import Token, content, tokens

_CLAUSE = re.compile(
    r",\s+(?=(?:and|und|et|y)\s(?:[\w'’]+\s){0,3}(?:i|ich|je|j['’]\w+)\b)|\s*;\s+|\s+[–—]\s+"
    r"|,\s+(?=(?:which|but|so|while|although|where|die|der|das|und|aber|doch|während|in das|in die|qui|que|et"
    r"|mais|où|dont|y|pero|lo que|aunque)\b)"
    r"|\s+(?=(?:and|but|und|aber|et|mais|y|pero)\s+(?:i|i['’]\w+|ich|habe|je|j['’]\w+|he|tengo|my|meine|mes|mis)\b)",
    re.IGNORECASE,
)


SALUTATION = re.compile(
    r"(?:dear|hello|hi|sehr geehrte\w*|guten tag|liebe[rs]?|hallo|madame|monsieur|mesdames|chère?|bonjour|estimad[oa]s?"
    r"|apreciad[oa]s?|muy señor\w*|hola)\b[^.!?]{0,80}[,:!]?$",
    re.IGNORECASE,
)


class Stance(StrEnum):
    CLAIM = "claim"
    WISH = "wish"
    DENIAL = "denial"
    AD = "ad"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a resume or a clause of a letter or report. `role` is the place of the job in the document."""

    text: str
    whole: str
    line: int
    stance: Stance
    kind: LineKind
    role: int | None
    section: SectionKind | None
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    language: Language

    @property
    def first_person(self) -> bool:
        return bool(
            FIRST_PERSON.of(self.language).search(self.text) or FIRST_PERSON_ES.of(self.language).search(self.text)
        )


def statements(
    document: Resume,
    document_type: DocumentType,
    unquote: Callable[[str], str] | None = None,
    language_of: Callable[[str], Language] | None = None,
) -> Iterator[Statement]:
    """Yield everything said in `document`, headings and job headers left out.

    `unquote` blanks what a line only quotes; `language_of` tells the language of a line, the document's unless given.
    """
    role_of = {n: i for i, role in enumerate(document.roles) for n in range(role.first_line, role.last_line + 1)}
    headers = {n for role in document.roles for n in range(role.first_line, _body(role.bullets, role.last_line))}
    section_of = {
        n: section.kind for section in document.sections for n in range(section.first_line, section.last_line + 1)
    }
    is_resume = document_type is DocumentType.OPTIMIZED_RESUME
    for line in document.lines:
        if not line.text or line.kind in (LineKind.BLANK, LineKind.CONTINUATION, LineKind.HEADING):
            continue
        if is_resume and line.number in headers:
            continue
        text = unquote(line.text) if unquote else line.text
        language = language_of(text) if language_of else document.language
        for sentence in sentences(text):
            parts = [sentence] if is_resume else _clauses(sentence)
            for part in parts:
                yield Statement(
                    part,
                    text if len(text) <= MAX_LINE else sentence,
                    line.number,
                    stance(part, is_resume, language),
                    line.kind,
                    role_of.get(line.number) if is_resume else None,
                    section_of.get(line.number) if is_resume else None,
                    tuple(tokens(part)),
                    content(part, language),
                    language,
                )


def _body(bullets: tuple[int, ...], last: int) -> int:
    return min(bullets, default=last + 1)


def _clauses(sentence: str) -> list[str]:
    return [part.strip() for part in _CLAUSE.split(sentence) if part and part.strip()]


def stance(text: str, is_resume: bool, language: str) -> Stance:
    """Return what a sentence is; in a resume everything that is not denied or wished for is a claim."""
    if negated(text, language) and not SPOTLESS.of(language).search(text):
        return Stance.DENIAL
    if WISH.of(language).search(text):
        return Stance.WISH
    if is_resume:
        return Stance.CLAIM
    if SALUTATION.match(text):
        return Stance.AD
    if HEDGE.of(language).search(text) and not POSSESSION.of(language).search(text):
        return Stance.WISH
    if SECOND_PERSON.of(language).search(text) and not FIRST_PERSON.of(language).search(text):
        return Stance.AD
    return Stance.CLAIM
