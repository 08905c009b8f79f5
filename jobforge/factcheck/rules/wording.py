"""Does a statement say more than its source: turned round, raised, widened, or without its limits?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence, Passage
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import generic_stems
from jobforge.factcheck.rules.releases import released_after
from jobforge.factcheck.statements import Stance, Statement
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import (
    ATTESTED,
    AVAILABLE,
    AWARD,
    BARELY,
    DEGREE,
    EXPIRED,
    HOLDING,
    LEVELS,
    LIMITS,
    MARK,
    MOBILITY,
    PERMIT,
    PLACING,
    SPOTLESS,
    UNFINISHED,
)
from jobforge.languages.words import FRAME_WORDS, STOP_WORDS
from jobforge.resumes.parser import LanguageSkill, Resume
from jobforge.text.language import Language
from jobforge.text.terms import content, fold, stem, tokens

DENIED_SHARE = 0.6
SAME_TOPIC = 0.3
HALF = 0.5
ELEMENTARY = 3.0  # up to B1
MIN_PAPER_WORDS = 2  # shared with a statement, after which a line need not be named as a whole
HELD = 0.6  # a lower level than this above the source's is a difference of words
_PARENTHESIS = re.compile(r"(?P<what>[\w+#.\[\]-]+)\s*\((?P<note>[^()]{2,60})\)")

Near = Sequence[tuple[float, Passage]]


@cache
def _frame_stems(language: str) -> frozenset[str]:
    return frozenset(stem(token, language) for table in (FRAME_WORDS, STOP_WORDS) for token in table.of(language))


def check_negation(statement: Statement, evidence: Evidence, adjacent: Near) -> Iterator[Finding]:
    """What the source denies must not be claimed."""
    if statement.stance is not Stance.CLAIM:
        return
    generic = generic_stems(evidence.language)
    mine = statement.stems
    for passage in evidence.denials:
        text = frozenset(token for token in passage.stems - evidence.denying if len(token) > 2)
        # Where every word is a common one, all that is not grammar must be said.
        target = text - generic or text - _frame_stems(evidence.language)
        if not target:
            continue
        beside = (passage.stems & generic) - evidence.denying - _frame_stems(evidence.language)
        if len(target) == 1 and beside and not beside & mine and passage.text.islower() | passage.text[1:].islower():
            continue
        if adjacent and adjacent[0][0] >= HALF and adjacent[0][1].positive and target & mine <= adjacent[0][1].stems:
            continue
        shared = sum(
            1
            for token in target
            if token in mine or any(len(token) > 5 and token in other for other in mine if len(other) > len(token))
        )
        if shared == len(target) if len(target) <= 2 else shared >= DENIED_SHARE * len(target):
            yield Finding(
                "fact.negation",
                Severity.BLOCK,
                statement.line,
                statement.text,
                f"Your resume says the opposite: “{passage.text}”.",
                values=(("source", str(passage.text)),),
            )
            return


def check_marks(statement: Statement, adjacent: Near, evidence: Evidence) -> Iterator[Finding]:
    """The mark of a degree or an examination is what the sources give."""
    for text in MARK.of(statement.language).finditer(statement.text):
        if any(fold(text[0]) in fold(p.text) for p in evidence.positive):
            continue
        beside = adjacent[0][1].text if adjacent else ""
        if MARK.of(evidence.language).search(beside) or DEGREE.of(statement.language).search(statement.text):
            yield Finding(
                "fact.education",
                Severity.BLOCK,
                statement.line,
                statement.text,
                f"Your resume does not say “{text[0]}”.",
                values=(("words", str(text[0])),),
            )
            return


def check_limits(statement: Statement, adjacent: Near) -> Iterator[Finding]:
    """A limit in brackets that fell away: `Docker (local development only)`."""
    said_limits = statement.text
    named = {token.folded for token in statement.tokens}
    for nearness, passage in adjacent[:2]:
        if nearness < SAME_TOPIC:
            return
        if (
            nearness >= HALF
            and (barely := BARELY.of(statement.language).search(passage.text))
            and not LIMITS.of(statement.language).search(said_limits)
        ):
            yield Finding(
                "fact.qualifier",
                Severity.WARN,
                statement.line,
                statement.text,
                f"Your resume says “{barely[0]}” of this: “{passage.text}”.",
                values=(
                    ("words", str(barely[0])),
                    ("source", str(passage.text)),
                ),
            )
            return
        for result in _PARENTHESIS.finditer(passage.text):
            note, what = result["note"], fold(result["what"])
            if LIMITS.search(note) and what in named and not LIMITS.of(statement.language).search(statement.text):
                quote = statement.text
                yield Finding(
                    "fact.qualifier",
                    Severity.WARN,
                    statement.line,
                    quote,
                    f"Your resume adds “({note})”; without that it claims more.",
                    values=(("note", str(note)),),
                )
                return


def limited_skills(resume: Resume) -> dict[frozenset[str], str]:
    """Skills that the resume names with a limit, by the stems of their names."""
    result = {}
    for skill in resume.skills:
        bare, _, note = skill.name.partition("(")
        if LIMITS.search(note) or LIMITS.search(bare):
            # `Docker (local only)`, `basic HTML`
            words = frozenset(
                stem(t.folded, resume.language) for t in tokens(LIMITS.sub(" ", bare)) if t.folded not in STOP_WORDS
            )
            if words:
                result[words] = skill.name
    return result


def check_availability(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Readiness to travel, move or work at night, and the right to work somewhere."""
    if statement.stance is Stance.DENIAL or statement.stance is Stance.AD:
        return
    positive = evidence.positive
    text = AVAILABLE.of(statement.language).search(statement.text)
    for group, pattern in MOBILITY.items():
        what = pattern.search(statement.text)
        if not what or any(pattern.search(p.text) and AVAILABLE.of(evidence.language).search(p.text) for p in positive):
            continue
        denied = any(pattern.search(p.text) for p in evidence.passages if p.denied)
        compound = re.search(r"bereitschaft", what[0], re.IGNORECASE)
        if compound or text and (text.start() != what.start()):
            if statement.stance is Stance.WISH and not denied:
                continue
            yield Finding(
                "fact.location",
                Severity.BLOCK,
                statement.line,
                statement.text,
                f"Your resume does not say that you are open to this ({group}).",
                values=(("group", str(group)),),
            )
            return
    if (permit := PERMIT.of(statement.language).search(statement.text)) and statement.stance is Stance.CLAIM:
        words = content(permit[0], evidence.language)
        if not any(words <= p.stems for p in positive):
            yield Finding(
                "fact.permit",
                Severity.BLOCK,
                statement.line,
                permit[0],
                f"Your resume says nothing of “{permit[0]}”.",
                values=(("words", str(permit[0])),),
            )


def check_pending(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """A paper that is planned, begun or expired, said to be held."""
    if EXPIRED.of(statement.language).search(statement.text) or not (
        holding := HOLDING.of(statement.language).search(statement.text)
    ):
        return
    pending = [p for p in evidence.passages if _is_pending(p, evidence.language)]
    held = [p for p in evidence.positive if not _is_pending(p, evidence.language)] if pending else []
    for passage in pending:
        if _speaks_of_paper(statement, passage, held, evidence.language):
            yield Finding(
                "fact.licence",
                Severity.BLOCK,
                statement.line,
                statement.text,
                f"Your resume says “{passage.text}”, not “{holding[0]}”.",
                values=(
                    ("source", str(passage.text)),
                    ("words", str(holding[0])),
                ),
            )
            return


def _speaks_of_paper(statement: Statement, pending: Passage, held: Sequence[Passage], language: Language) -> bool:
    """Tell whether a statement speaks of the paper of a pending passage and of none in the `held` passages."""
    names = {t.folded for t in statement.tokens if t.text[1:] != t.text[1:].lower() or any(c.isdigit() for c in t.text)}
    names &= {t.folded for t in tokens(pending.text)}
    if names and not any(names & {t.folded for t in tokens(p.text)} for p in held):
        return True
    # A bullet of a job shares ordinary words with many statements: there only names count.
    words = statement.stems & pending.stems if pending.role is None else frozenset()
    if not words or any(words <= p.stems for p in held):
        return False
    return len(words) >= MIN_PAPER_WORDS or _paper_words(pending, language) <= words


def _paper_words(passage: Passage, language: Language) -> frozenset[str]:
    """Return the stems that name the paper itself: `Bootsführerschein, begonnen 2025`."""
    text = UNFINISHED.of(language).sub(" ", fold(EXPIRED.of(language).sub(" ", passage.text)))
    return frozenset(word for word in content(text, language) if not word.isdigit())


def _is_pending(passage: Passage, language: Language) -> bool:
    """Tell whether a passage says of a paper that it is planned, begun or expired, and not that it is held."""
    if HOLDING.of(language).search(passage.text):
        return False
    is_begun = passage.role is None and UNFINISHED.of(language).search(fold(passage.text))
    return bool(is_begun or EXPIRED.of(language).search(passage.text))


def check_awards(statement: Statement, evidence: Evidence, scope: Scope) -> Iterator[Finding]:
    for text in AWARD.of(statement.language).finditer(statement.text):
        words = content(text[0], evidence.language) - generic_stems(evidence.language)
        if not any(words & p.stems or fold(text[0]) in fold(p.text) for p in evidence.awards):
            yield Finding(
                "fact.award",
                Severity.BLOCK,
                statement.line,
                statement.text,
                f"Your resume does not speak of “{text[0]}”.",
                values=(("words", str(text[0])),),
            )
            return
    for position in (
        PLACING.of(statement.language).finditer(statement.text)
        if AWARD.of(statement.language).search(statement.text)
        else ()
    ):
        rank = fold(position[0])
        root = stem(rank, evidence.language)
        if not any(rank in fold(p.text) or root in p.stems for p in evidence.awards):
            yield Finding(
                "fact.award",
                Severity.BLOCK,
                statement.line,
                statement.text,
                f"Your resume does not say “{position[0]}” of an award.",
                values=(("words", str(position[0])),),
            )
            return
    if (spotless := SPOTLESS.of(statement.language).search(statement.text)) and not any(
        SPOTLESS.of(evidence.language).search(p.text) and content(spotless[0], evidence.language) & p.stems
        for p in evidence.passages
    ):
        yield Finding(
            "fact.metric",
            Severity.BLOCK,
            statement.line,
            spotless[0],
            f"Your resume does not say “{spotless[0]}”.",
            values=(("words", str(spotless[0])),),
        )
    if (attested := ATTESTED.of(statement.language).search(statement.text)) and not any(
        scope.suggests(t) for t in tokens(attested[0])
    ):
        yield Finding(
            "fact.licence",
            Severity.BLOCK,
            statement.line,
            statement.text,
            f"Your resume does not say “{attested[0]}” of this.",
            values=(("words", str(attested[0])),),
        )


def level(text: str | None) -> float | None:
    """A language level from A1 = 1 to mother tongue = 7; None where none is said."""
    if not text:
        return None
    return next((value for pattern, value in LEVELS if pattern.search(text)), None)


def check_languages(
    result: Sequence[LanguageSkill], evidence: Evidence, quotes: dict[int, str], *, as_listed: bool = False
) -> Iterator[Finding]:
    """Languages and their levels against the resume and the contexts; `as_listed`: a list must keep a low level."""
    existing = evidence.languages
    for skill in result:
        quote = quotes.get(skill.line, skill.name)
        phrase = level(skill.level)
        if skill.name not in existing:
            yield Finding(
                "fact.language",
                Severity.BLOCK,
                skill.line,
                quote,
                f"{skill.name} is not among the languages of your resume.",
                values=(("name", str(skill.name)),),
            )
        elif phrase is None:
            held = [value for value in map(level, existing[skill.name]) if value is not None]
            if as_listed and held and max(held) <= ELEMENTARY:
                yield Finding(
                    "fact.qualifier",
                    Severity.WARN,
                    skill.line,
                    quote,
                    f"Your resume gives {skill.name} as “{existing[skill.name][0]}”; without that it claims more.",
                    values=(
                        ("name", str(skill.name)),
                        ("words", str(existing[skill.name][0])),
                    ),
                )
        else:
            levels = [level(text) for text in existing[skill.name]]
            held = [value for value in levels if value is not None]
            if held and phrase > max(held) + HELD:
                personal = next(text for text in existing[skill.name] if level(text) == max(held))
                yield Finding(
                    "fact.language",
                    Severity.BLOCK,
                    skill.line,
                    quote,
                    f"Your resume gives {skill.name} as “{personal}”.",
                    values=(
                        ("name", str(skill.name)),
                        ("own", str(personal)),
                    ),
                )


def check_anachronism(statement: Statement, last_year: int | None) -> Iterator[Finding]:
    if last_year is not None and (result := released_after(statement.text, last_year)):
        name, year = result
        yield Finding(
            "fact.anachronism",
            Severity.WARN,
            statement.line,
            statement.text,
            f"“{name}” appeared in {year}, after this job ended in {last_year}.",
            values=(
                ("name", str(name)),
                ("year", str(year)),
                ("last_year", str(last_year)),
            ),
        )
