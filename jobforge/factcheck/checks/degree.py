"""A letter claims no degree above those of the resume."""

from collections.abc import Iterator

from jobforge.ads.demands import degree_rank
from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import LETTER, Check, Example
from jobforge.factcheck.statements import Stance, Statement
from jobforge.languages.claims import TAKEN


def check_degree(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Yield statements of a degree taken that is higher than any of the sources."""
    if statement.stance is not Stance.CLAIM or not statement.first_person:
        return
    claimed = degree_rank(statement.text)
    if not claimed or not TAKEN.of(statement.language).search(statement.text):
        return
    held = max((degree_rank(passage.whole) for passage in evidence.positive), default=0)
    if claimed > held:
        yield Finding(
            "fact.degree",
            Severity.BLOCK,
            statement.line,
            statement.text,
            "Your resume names no degree of this level.",
        )


CHECK = Check(
    code="fact.degree",
    severity=Severity.BLOCK,
    applies_to=(LETTER,),
    why="A degree that a letter says was taken is not above those of the resume.",
    wrong=(Example("After that I completed a master's degree in archives.", kind=LETTER),),
    right=(
        Example("I completed a bachelor's degree in history.", kind=LETTER),
        Example(
            "I hold a Level 3 food safety award.",
            source="Level 3 Award in Food Safety",
            section="certificates",
            kind=LETTER,
        ),
    ),
    run=check_degree,
)
