"""Are the skills, degrees and certificates of a document those of the sources?"""

from collections.abc import Iterator, Sequence

from jobforge.ads.demands import covers, licence_classes
from jobforge.enums import Severity, Source
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import is_generic
from jobforge.factcheck.rules.names import MEASURE, calendar, spelled_out, strong
from jobforge.factcheck.statements import Statement
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import EXPIRED, GRADE, LIMITS
from jobforge.languages.resume import language_names
from jobforge.languages.words import STOP_WORDS
from jobforge.resumes.parser import Entry, Resume, Skill
from jobforge.text.names import is_word_like, written_as_name
from jobforge.text.terms import Token, content, stem, tokens

SAME_ENTRY = 0.5


def check_skills(
    skills: Sequence[Skill], evidence: Evidence, allowed: frozenset[str], limits: dict[frozenset[str], str]
) -> Iterator[Finding]:
    """Every item of a skills list must be in the sources, with the limits the sources set to it."""
    language = evidence.language
    for skill in skills:
        plain = skill.name.split("(")[0]
        bare = frozenset(stem(t.folded, language) for t in tokens(plain) if t.folded not in STOP_WORDS)
        note = limits.get(bare)
        if note and not LIMITS.search(skill.name):
            yield _without_limit(note, skill.line, skill.name, Severity.WARN, "note")
        if severity := _unsupported_skill(skill.name, evidence, allowed):
            yield Finding(
                "fact.skill",
                severity,
                skill.line,
                skill.name,
                f"“{skill.name}” is not in your resume. Remove it or add it to your own details.",
                values=(("words", skill.name),),
            )


def _without_limit(source: str, line: int, quote: str, severity: Severity, name: str) -> Finding:
    message = f"Your resume says “{source}”; without that it claims more."
    return Finding("fact.qualifier", severity, line, quote, message, values=((name, source),))


def _unsupported_skill(name: str, evidence: Evidence, allowed: frozenset[str]) -> Severity | None:
    """Return how grave it is that the sources do not have a skill; None where they have it."""
    scope, language = evidence.scope(), evidence.language
    items = [t for t in tokens(name) if t.folded not in STOP_WORDS and not MEASURE.fullmatch(t.text)]
    unsupported = [
        t
        for t in items
        if not _has(scope, t, items, name)
        and not scope.abbreviates(t)
        and t.folded not in allowed
        and t.folded not in language_names()
        and (strong(t) or not (is_generic(t, language) or scope.suggests(t)))
    ]
    if not unsupported or spelled_out(unsupported, tokens(name), scope):
        return None
    supported = [t for t in items if t not in unsupported and not is_generic(t, language)]
    is_plain = all(
        not strong(t) and not t.text[0].isupper() and stem(t.folded, language) not in evidence.ad_scope.stems
        for t in unsupported
    )
    return Severity.WARN if supported and is_plain else Severity.BLOCK


def _has(scope: Scope, token: Token, items: Sequence[Token], name: str) -> bool:
    if is_word_like(token.folded) and written_as_name(items, items.index(token), name):
        return scope.has_name(token)
    return scope.has(token)


def _says_nothing(token: Token, language: str) -> bool:
    """Return whether the token is a stop word or a generic word, and neither a grade nor an abbreviation."""
    if GRADE.fullmatch(token.text):
        return False
    stop_word = token.folded in STOP_WORDS and not (token.text.isupper() and len(token.text) > 1)
    return stop_word or is_generic(token, language) and not token.text.isupper()


def check_entries(document: Resume, evidence: Evidence, allowed: frozenset[str]) -> Iterator[Finding]:
    """Degrees and certificates are taken over as they are: each word from one entry of the source."""
    language = evidence.language
    source = [*evidence.resume.education, *evidence.resume.certificates]
    notes = Scope(language)
    for passage in evidence.passages:
        if passage.source is Source.CONTEXT and passage.positive:
            notes.add(passage.text)
    for entries, code in ((document.education, "fact.education"), (document.certificates, "fact.licence")):
        for entry in entries:
            best = max(source, key=lambda other: _likeness(entry, other, language), default=None)
            if best and _likeness(entry, best, language) >= SAME_ENTRY and _loses_limit(entry, best):
                severity = Severity.BLOCK if EXPIRED.search(best.text) else Severity.WARN
                yield _without_limit(best.text, entry.line, entry.text, severity, "source")
            word = _unsupported_word(entry, best, source, notes, evidence, allowed)
            if word is not None:
                yield Finding(
                    code,
                    Severity.BLOCK,
                    entry.line,
                    entry.text,
                    f"“{word}” is not what your resume says of this{_what(best)}.",
                    values=(("text", word), ("best", _what(best))),
                )


def _loses_limit(entry: Entry, source: Entry) -> bool:
    return bool(LIMITS.search(source.text)) and not LIMITS.search(entry.text)


def _unsupported_word(
    entry: Entry,
    best: Entry | None,
    source: Sequence[Entry],
    notes: Scope,
    evidence: Evidence,
    allowed: frozenset[str],
) -> str | None:
    """Return the first word of a degree or certificate that neither its source entry nor the notes have."""
    language = evidence.language
    words = content(entry.text, language)
    scope = Scope(language)
    for other in source:
        if other is best or content(other.text, language) <= words:
            scope.add(other.text)
    parts = tokens(entry.text)
    glosses = evidence.scope().glosses(entry.text)
    figures = " ".join(p.text for p in evidence.passages if best and p.line == best.line)
    for token in parts:
        if any(start <= token.start < end for start, end in glosses) or token.folded in allowed:
            continue
        if _says_nothing(token, language) or token.folded in calendar() or scope.has(token) or notes.has(token):
            continue
        if scope.abbreviates(token) or token.folded[:1].isdigit() and token.folded in figures:
            continue
        if not best or not _stands_elsewhere(token, parts, entry, evidence):
            return token.text
    return None


def _stands_elsewhere(token: Token, parts: Sequence[Token], entry: Entry, evidence: Evidence) -> bool:
    """Tell whether the whole entry is a line of another part of the resume, with more than this word in it."""
    scope = evidence.scope()
    return any(t.folded != token.folded and scope.has(t) for t in parts) and _same_elsewhere(entry, evidence)


def _same_elsewhere(entry: Entry, evidence: Evidence) -> bool:
    """The line stands in another part of the resume."""
    words = {token.folded for token in tokens(entry.text)}
    return any(words <= {token.folded for token in tokens(p.whole)} for p in evidence.passages)


def _what(best: Entry | None) -> str:
    return f" (“{best.text}”)" if best else ""


def _likeness(entry: Entry, other: Entry, language: str) -> float:
    mine, theirs = content(entry.text, language), content(other.text, language)
    return len(mine & theirs) / (len(mine | theirs) or 1) + (0.2 if entry.year and entry.year == other.year else 0.0)


def check_classes(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Yield a claim of a class of driving licence that the sources lack, where they say which are held."""
    claimed = licence_classes(statement.text)
    if not claimed:
        return
    named = [classes for passage in evidence.positive if (classes := licence_classes(passage.text)) is not None]
    held = frozenset[str]().union(*named)
    if named and not covers(held, claimed):
        message = f"Your resume names the driving licence {', '.join(sorted(held)) or 'without a class'}."
        yield Finding("fact.licence", Severity.BLOCK, statement.line, statement.text, message)
