"""How large a part somebody had, from helping to leading, and how far it reached, from a ward to the world."""

import re
from collections.abc import Iterator, Sequence

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence, Passage
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import generic_stems
from jobforge.factcheck.statements import Statement
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import (
    HEADED,
    HELPED,
    INSTRUCTS,
    LADDER,
    RAN,
    REACH,
    SOLE,
    TIME_ALL,
    TOTAL,
    UNIVERSAL,
)
from jobforge.resumes.parser import SectionKind
from jobforge.text.terms import content, fold, keys, tokens

SAME_TOPIC = 0.3
HALF = 0.5
BESIDE = 40  # letters around a word of leading in which its object stands
TOPIC = 0.6  # of the words of a statement that make it speak of the same thing

Near = Sequence[tuple[float, Passage]]


def check_helper(statement: Statement, adjacent: Near, scope: Scope) -> Iterator[Finding]:
    """From helping to doing, from doing to leading, from together to alone."""
    language = statement.language
    if (alone := SOLE.of(language).search(statement.text)) and not _has_all(scope, alone[0]):
        message = f"Your resume does not say “{alone[0]}”."
        yield Finding("fact.role_verb", Severity.WARN, statement.line, alone[0], message, values=(("words", alone[0]),))
    instructs = INSTRUCTS.of(language).search(statement.text)
    headed = None if instructs else HEADED.of(language).search(statement.text)
    passage = next((p for nearness, p in adjacent[:2] if _is_about(statement, headed, nearness, p)), None)
    if passage is None:
        return
    helped = HELPED.of(language).search(passage.text)
    if helped and not HELPED.of(language).search(statement.text):
        if headed or not _about_the_object(statement, passage):
            message = f"Your resume says “{passage.whole}”: you helped."
            yield _more_than(statement, statement.text, message, passage)
    elif headed and not helped and not _led(headed, statement, passage, adjacent, scope):
        message = f"Your resume says “{passage.whole}”, not that you led it."
        yield _more_than(statement, headed[0], message, passage)


def _more_than(statement: Statement, quote: str, message: str, passage: Passage) -> Finding:
    values = (("source", passage.whole),)
    return Finding("fact.role_verb", Severity.WARN, statement.line, quote, message, values=values)


def _has_all(scope: Scope, phrase: str) -> bool:
    return all(scope.has(t) for t in tokens(phrase))


def _is_about(statement: Statement, headed: re.Match[str] | None, nearness: float, passage: Passage) -> bool:
    """Tell whether a line of the source, but not one of a skills list, speaks of what the statement does."""
    if passage.section is SectionKind.SKILLS:
        return False
    head = content(headed[0], statement.language) if headed else frozenset()
    text = statement.stems - head
    topic = text - generic_stems(statement.language) or text
    helped = HELPED.of(statement.language).search(passage.text)
    shared = topic & passage.stems or (head & passage.stems if helped else frozenset())
    return bool(shared) and (nearness >= SAME_TOPIC or len(shared) >= TOPIC * len(topic))


def _led(headed: re.Match[str], statement: Statement, passage: Passage, adjacent: Near, scope: Scope) -> bool:
    """Tell whether the sources say that the user was at the head of it, in whatever words."""
    language = statement.language
    return bool(
        HEADED.of(language).search(passage.whole)
        or _ran(headed, statement, adjacent)
        or _ideas(headed[0], language) & keys(passage.whole, language)
        or _has_all(scope, headed[0])
    )


def _ran(headed: re.Match[str], statement: Statement, adjacent: Near) -> bool:
    """Whether any line near says that the thing beside the word of leading was run, kept or led."""
    start, end = max(0, headed.start() - BESIDE), headed.end() + BESIDE
    what = (
        content(statement.text[start:end], statement.language)
        - content(headed[0], statement.language)
        - generic_stems(statement.language)
    )
    return any(
        (RAN.of(statement.language).search(p.text) or HEADED.of(statement.language).search(p.text))
        and (not what or what & p.stems)
        for _, p in adjacent
    )


def _ideas(text: str, language: str) -> frozenset[str]:
    """The concepts of a word of leading: `encadre` is also to teach."""
    return frozenset(key for key in keys(text, language) if key[0] == "@") | {"@lead"}


def _about_the_object(statement: Statement, passage: Passage) -> bool:
    """Said without any verb of doing: nearly every word is the source's, so only the form is new."""
    new = [token for token in statement.stems if token not in passage.stems]
    return not new and len(statement.stems) < len(passage.stems)


def check_reach(statement: Statement, adjacent: Near, evidence: Evidence, role: int | None) -> Iterator[Finding]:
    """From the team to the company, from the county to the nation."""
    for text in REACH.of(statement.language).finditer(statement.text):
        words = content(text[0], statement.language) or frozenset({fold(text[0])})
        sources = evidence.sources(role)
        if adjacent and adjacent[0][0] >= SAME_TOPIC and role is None:
            sources = [p for _, p in adjacent[:3]]
        if any(words <= p.stems or fold(text[0]) in fold(p.text) for p in sources):
            continue
        yield Finding(
            "fact.scope",
            Severity.WARN,
            statement.line,
            text[0],
            f"Your resume does not say that this was “{text[0].strip()}”.",
            values=(("words", str(text[0].strip())),),
        )
        return
    yield from _check_ladder(statement, adjacent, evidence, role)


def _check_ladder(statement: Statement, adjacent: Near, evidence: Evidence, role: int | None) -> Iterator[Finding]:
    """`the state's planning group` where the source has the county's."""
    if not adjacent or adjacent[0][0] < HALF:
        return
    passage = adjacent[0][1]
    current = [rung for rung, words in enumerate(LADDER) if words.search(passage.text)]
    text = [(rung, result) for rung, words in enumerate(LADDER) if (result := words.search(statement.text))]
    if not current or not text or text[-1][0] <= current[-1]:
        return
    result = text[-1][1]
    if not any(result[0].casefold() in p.text.casefold() for p in evidence.sources(role)):
        yield Finding(
            "fact.scope",
            Severity.WARN,
            statement.line,
            result[0],
            f"Your resume says “{passage.whole}” of this.",
            values=(("source", str(passage.whole)),),
        )


def _total(text: str) -> bool:
    return bool(UNIVERSAL.search(text) or TOTAL.search(text))


def check_all(statement: Statement, adjacent: Near) -> Iterator[Finding]:
    """`all payments` where the source has payments."""
    if not adjacent or adjacent[0][0] < SAME_TOPIC or _total(adjacent[0][1].whole):
        return
    for text in UNIVERSAL.of(statement.language).finditer(statement.text):
        following = tokens(statement.text[text.end() : text.end() + 25])
        if following and following[0].folded in TIME_ALL:
            continue
        yield Finding(
            "fact.scope",
            Severity.WARN,
            statement.line,
            text[0],
            f"Your resume says “{adjacent[0][1].whole}”, without “{text[0]}”.",
            values=(
                ("source", str(adjacent[0][1].whole)),
                ("words", str(text[0])),
            ),
        )
        return
