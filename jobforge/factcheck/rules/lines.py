"""Is a line new, or does it carry what another job did, or a thing that was added?"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence, Passage
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import generic_stems, is_generic
from jobforge.factcheck.rules.names import Frame
from jobforge.factcheck.statements import Stance, Statement
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.words import STOP_WORDS
from jobforge.text.terms import Token, content, stem, tokens

MISSING_SHARE = 0.66  # of the words of a line that no source has, from which on the line is new
FEWEST_MISSING = 3
MOVED = 4  # points: two for a word that stands for a thing, one for an everyday word
MIN_UNCHANGED_SHARE = 0.75  # of a source line's words that stand unchanged beside an insertion

_ITEM = re.compile(r",\s+|\s+(?:and|und|et|y|e|sowie|&)\s+|\s*;\s*|\s*/\s*")


def missing_words(statement: Statement, scope: Scope) -> list[Token]:
    """Words with meaning that the scope neither has nor suggests."""
    return [
        token
        for token in statement.tokens
        if len(token.folded) > 2
        and token.folded not in STOP_WORDS
        and not token.folded[:1].isdigit()
        and not is_generic(token, statement.language)
        and not scope.suggests(token)
    ]


def check_moved(statement: Statement, evidence: Evidence, frame: Frame) -> Iterator[Finding]:
    """Find words of one job's line in the text of another job."""
    missing = missing_words(statement, frame.scope) if frame.own_role is not None else []
    if not missing:
        return
    rare = {stem(token.folded, statement.language) for token in missing}
    words = {stem(token.folded, statement.language): token for token in missing}
    for token in statement.tokens:
        if len(token.folded) > 3 and token.folded not in STOP_WORDS and not frame.scope.suggests(token):
            words.setdefault(stem(token.folded, statement.language), token)
    lines, roles = _elsewhere(words, rare, evidence, frame)
    number, points = max(lines.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if points < MOVED and max(roles.values(), default=0) < 2:
        return
    passage = evidence.passages[number]
    moved = [token for term, token in words.items() if term in passage.stems]
    quote = statement.text[min(token.start for token in moved) : max(token.end for token in moved)]
    message = f"Your resume says this of another job: “{passage.whole}”."
    yield Finding(
        "fact.commingled",
        Severity.BLOCK,
        statement.line,
        quote,
        message,
        values=(("source", passage.whole),),
    )


def _elsewhere(
    words: Mapping[str, Token], rare: Set[str], evidence: Evidence, frame: Frame
) -> tuple[Counter[int], Counter[int]]:
    """Return the points of each line of another job, and for each other job how many rare words only jobs have."""
    lines: Counter[int] = Counter()
    roles: Counter[int] = Counter()
    for term, token in words.items():
        having: set[int] = set()
        for number in evidence.postings(term):
            passage = evidence.passages[number]
            if passage.role is not None and passage.role != frame.own_role and passage.positive:
                lines[number] += 2 if term in rare else 1
                having.add(passage.role)
        if term in rare and not evidence.general.has(token):
            roles.update(having)
    return lines, roles


def check_new(
    statement: Statement, evidence: Evidence, frame: Frame, adjacent: Sequence[tuple[float, Passage]], code: str
) -> Iterator[Finding]:
    """Find a line of which hardly a word is in the sources, or a thing added to a line that is otherwise unchanged."""
    if not frame.same_language or statement.stance is not Stance.CLAIM:
        return
    missing = missing_words(statement, frame.scope)
    if code == "letter.unsupported":
        missing = [t for t in missing if not evidence.ad_scope.suggests(t) and t.folded not in frame.allowed]
    generic = generic_stems(statement.language)
    all_words = [token for token in statement.stems if token not in generic]
    if len(missing) >= FEWEST_MISSING and len(missing) >= MISSING_SHARE * len(all_words):
        yield Finding(code, Severity.WARN, statement.line, statement.text, "No line of your resume says this.")
    elif adjacent and _keeps_all_of(adjacent[0][1], statement):
        yield from _check_additions(statement, evidence, frame, missing)


def _keeps_all_of(passage: Passage, statement: Statement) -> bool:
    """Tell whether a statement has every word with meaning of a source's line."""
    language = statement.language
    if len(passage.stems & statement.stems) < MIN_UNCHANGED_SHARE * len(passage.stems):
        return False
    return all(
        stem(t.folded, language) in statement.stems or is_generic(t, language) or t.folded in STOP_WORDS
        for t in tokens(passage.text)
    )


def _check_additions(
    statement: Statement, evidence: Evidence, frame: Frame, missing: Sequence[Token]
) -> Iterator[Finding]:
    """Find items that the ad asks for or that are new, in a line that is otherwise the source's."""
    language = statement.language
    for start, end in _items(statement.text):
        if not start:
            continue
        quote = statement.text[start:end].strip()
        words = content(statement.text[start:end], language)
        is_asked = len(words) > 1 and any(words <= request for request in evidence.requirements)
        if is_asked and not words <= frame.scope.stems:
            message = f"“{quote}” is what the ad asks for; your resume does not say it here."
            yield Finding("fact.skill", Severity.BLOCK, statement.line, quote, message, values=(("words", quote),))
            return
        inside = [t for t in statement.tokens if start <= t.start < end and t.folded not in STOP_WORDS]
        new = [t for t in inside if t in missing]
        if new and len(new) == sum(not is_generic(t, language) for t in inside):
            message = f"“{quote}” was added to a line of your resume that does not say it."
            yield Finding("fact.skill", Severity.WARN, statement.line, quote, message, values=(("words", quote),))


def _items(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _ITEM.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)
