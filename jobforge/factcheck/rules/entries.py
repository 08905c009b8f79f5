"""Are the skills, degrees and certificates of a document those of the sources?"""

import re
from collections.abc import Iterator, Sequence

from jobforge.enums import Severity, Source
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import is_generic
from jobforge.factcheck.rules.names import MEASURE, calendar, spelled_out, strong
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import EXPIRED, LIMITS
from jobforge.languages.resume import language_names
from jobforge.languages.words import STOP_WORDS
from jobforge.resumes.parser import Entry, Resume, Skill
from jobforge.text.names import is_word_like, written_as_name
from jobforge.text.terms import Token, content, stem, tokens

SAME_ENTRY = 0.5
_GRADE = re.compile(
    r"first|second|third|upper|lower|summa|magna|honou?rs|distinction|merit|advanced|higher|erst\w*|zweit\w*"
    r"|beste\w*|premi\w+|deuxième|mention|primer\w*|segund\w*|superior",
    re.IGNORECASE,
)


def check_skills(
    skills: Sequence[Skill], evidence: Evidence, allowed: frozenset[str], limits: dict[frozenset[str], str]
) -> Iterator[Finding]:
    """Every item of a skills list must be in the sources, with the limits the sources set to it."""
    scope, language = evidence.scope(), evidence.language
    for skill in skills:
        text = skill.name
        items = [t for t in tokens(skill.name) if t.folded not in STOP_WORDS and not MEASURE.fullmatch(t.text)]
        bare = frozenset(
            stem(t.folded, language) for t in tokens(skill.name.split("(")[0]) if t.folded not in STOP_WORDS
        )
        note = limits.get(bare)
        if note and not LIMITS.search(text):
            yield Finding(
                "fact.qualifier",
                Severity.WARN,
                skill.line,
                text,
                f"Your resume says “{note}”; without that it claims more.",
                values=(("note", str(note)),),
            )
        unborne = [
            t
            for t in items
            if not _has(scope, t, items, text)
            and not scope.abbreviates(t)
            and t.folded not in allowed
            and t.folded not in language_names()
            and not ((is_generic(t, language) or scope.suggests(t)) and not strong(t))
        ]
        if not unborne or spelled_out(unborne, tokens(text), scope):
            continue
        existing = [t for t in items if t not in unborne and not is_generic(t, language)]
        plain_word = all(
            not strong(t) and not t.text[0].isupper() and stem(t.folded, language) not in evidence.ad_scope.stems
            for t in unborne
        )
        severity = Severity.WARN if existing and plain_word else Severity.BLOCK
        yield Finding(
            "fact.skill",
            severity,
            skill.line,
            text,
            f"“{text}” is not in your resume. Remove it or add it to your own details.",
            values=(("words", str(text)),),
        )


def _has(scope: Scope, token: Token, items: Sequence[Token], name: str) -> bool:
    if is_word_like(token.folded) and written_as_name(items, items.index(token), name):
        return scope.has_name(token)
    return scope.has(token)


def _says_nothing(token: Token, language: str) -> bool:
    """Return whether the token is a stop word or a generic word, and neither a grade nor an abbreviation."""
    if _GRADE.fullmatch(token.text):
        return False
    stop_word = token.folded in STOP_WORDS and not (token.text.isupper() and len(token.text) > 1)
    return stop_word or is_generic(token, language) and not token.text.isupper()


def check_entries(document: Resume, evidence: Evidence, allowed: frozenset[str]) -> Iterator[Finding]:
    """Degrees and certificates are taken over as they are: each word from one entry of the source."""
    language = evidence.language
    source = [*evidence.resume.education, *evidence.resume.certificates]
    context = Scope(language)
    for passage in evidence.passages:
        if passage.source is Source.CONTEXT and passage.positive:
            context.add(passage.text)
    for entries, code in ((document.education, "fact.education"), (document.certificates, "fact.licence")):
        for entry in entries:
            best = max(source, key=lambda other: _likeness(entry, other, language), default=None)
            if (
                best
                and _likeness(entry, best, language) >= SAME_ENTRY
                and LIMITS.search(best.text)
                and not LIMITS.search(entry.text)
            ):
                yield Finding(
                    "fact.qualifier",
                    Severity.BLOCK if EXPIRED.search(best.text) else Severity.WARN,
                    entry.line,
                    entry.text,
                    f"Your resume says “{best.text}”; without that it claims more.",
                    values=(("source", str(best.text)),),
                )
            scope = Scope(language)
            if best is not None:
                scope.add(best.text)
            words = content(entry.text, language)
            for other in source:
                if content(other.text, language) <= words:
                    scope.add(other.text)
            result = tokens(entry.text)
            spelled = evidence.scope().glosses(entry.text)
            for token in result:
                if any(start <= token.start < end for start, end in spelled):
                    continue
                if _says_nothing(token, language) or token.folded in allowed or token.folded in calendar():
                    continue
                if scope.has(token) or context.has(token) or scope.abbreviates(token):
                    continue
                if token.folded[:1].isdigit() and any(
                    token.folded in p.text for p in evidence.passages if best and p.line == best.line
                ):
                    continue
                if any(
                    t.folded != token.folded and best and evidence.scope().has(t) for t in result
                ) and _same_elsewhere(entry, evidence):
                    continue
                yield Finding(
                    code,
                    Severity.BLOCK,
                    entry.line,
                    entry.text,
                    f"“{token.text}” is not what your resume says of this{_what(best)}.",
                    values=(
                        ("text", str(token.text)),
                        ("best", str(_what(best))),
                    ),
                )
                break


def _same_elsewhere(entry: Entry, evidence: Evidence) -> bool:
    """The line stands in another part of the resume."""
    words = {token.folded for token in tokens(entry.text)}
    return any(words <= {token.folded for token in tokens(p.whole)} for p in evidence.passages)


def _what(best: Entry | None) -> str:
    return f" (“{best.text}”)" if best else ""


def _likeness(entry: Entry, other: Entry, language: str) -> float:
    mine, theirs = content(entry.text, language), content(other.text, language)
    return len(mine & theirs) / (len(mine | theirs) or 1) + (0.2 if entry.year and entry.year == other.year else 0.0)
