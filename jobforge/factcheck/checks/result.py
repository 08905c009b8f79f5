"""A result or a novelty is one that the sources tell of."""

from collections.abc import Iterator

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import LETTER, RESUME, Check, Example
from jobforge.factcheck.statements import Stance, Statement
from jobforge.languages.claims import CHANGE, EVERYDAY
from jobforge.languages.words import STOP_WORDS

_SIGNS = frozenset(  # around a figure
    "percent percentage point points prozent prozentpunkt prozentpunkte prozentpunkten pourcent pourcentage puntos"
    " porcentuales ciento habe haben hatte".split()
)
MIN_MISSING = 2  # things of the sentence that no source has


def check_result(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Yield sentences that tell of a change or a novelty whose things stand nowhere in the sources."""
    same_language = statement.language == evidence.language
    if statement.stance is not Stance.CLAIM or not same_language:
        return
    match = CHANGE.of(statement.language).search(statement.text)
    if match is None:
        return
    scope = evidence.everything
    stop_words = STOP_WORDS.of(statement.language)
    everyday = EVERYDAY.of(statement.language) | _SIGNS
    missing = [
        token
        for token in statement.tokens
        if len(token.folded) > 3
        and token.folded not in stop_words
        and not token.folded[:1].isdigit()
        and token.folded not in everyday
        and not match.start() <= token.start < match.end()
        and not scope.suggests(token)
    ]
    if len(missing) >= MIN_MISSING and 2 * len(missing) >= len(statement.stems):
        words = ", ".join(token.text for token in missing)
        yield Finding(
            "fact.result",
            Severity.WARN,
            statement.line,
            statement.text,
            f"Your resume does not tell of this: {words}.",
            values=(("words", words),),
        )


CHECK = Check(
    code="fact.result",
    severity=Severity.WARN,
    applies_to=(RESUME, LETTER),
    why="What was reduced, raised or introduced is something the sources tell of.",
    wrong=(Example("Reduced falls by introducing hourly rounds", adds=True),),
    right=(
        Example("Reduced waiting at the front desk", source="Cut the waiting time at the front desk"),
        Example("Waste reduced by four percentage points, from 12% to 8%", source="Brought waste from 12% to 8%"),
    ),
    run=check_result,
    soft=True,
)
