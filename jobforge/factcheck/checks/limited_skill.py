"""What the resume names with a limit is not claimed without it."""

from collections.abc import Iterator

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import EVERYWHERE, LETTER, Check, Example
from jobforge.factcheck.statements import Stance, Statement
from jobforge.languages.claims import LIMITS
from jobforge.resumes.parser import SectionKind
from jobforge.text.terms import tokens


def check_limited_skill(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Yield skills that the resume knows only from a course, a hobby or a trial, and the statement without that."""
    if statement.stance is not Stance.CLAIM or LIMITS.of(statement.language, evidence.language).search(statement.whole):
        return
    spoken = {token.folded for token in statement.tokens}
    for name, limited in evidence.limited.items():
        if not name <= spoken or statement.section is SectionKind.SKILLS:
            continue
        if any(name <= {token.folded for token in tokens(p.text)} for p in evidence.positive if p.role is not None):
            continue
        yield Finding(
            "fact.limited_skill",
            Severity.WARN,
            statement.line,
            " ".join(token.text for token in statement.tokens if token.folded in name),
            f"Your resume says “{limited}”; without that it claims more.",
            values=(("source", limited),),
        )
        return


CHECK = Check(
    code="fact.limited_skill",
    severity=Severity.WARN,
    applies_to=EVERYWHERE,
    why="A skill that the resume names with a limit (hobby, course, trial version) is not told as work.",
    wrong=(Example("I wrote daily reports in Tableau.", source="Tableau (hobby)", section="skills", kind=LETTER),),
    right=(Example("I know Tableau from my hobby.", source="Tableau (hobby)", section="skills", kind=LETTER),),
    run=check_limited_skill,
)
