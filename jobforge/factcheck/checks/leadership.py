"""Nobody led who does not say so."""

from collections.abc import Iterator

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence, Passage
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import LETTER, Check, Example
from jobforge.factcheck.statements import Stance, Statement
from jobforge.languages.claims import HELPED, LEADS_PEOPLE
from jobforge.text.terms import keys


def _leads(passage: Passage, evidence: Evidence) -> bool:
    language = evidence.language
    words = keys(passage.whole, language)
    notice = passage.role is not None or passage.line is None
    # A title says it alone; a line of work names the people too ("Led four clerks").
    enough = "@people" in words or "@learner" in words or passage.line in evidence.headers or passage.line is None
    return notice and enough and "@lead" in words and not HELPED.of(language).search(passage.whole)


def check_leadership(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Yield words by which a letter claims to lead people, a team or an office, where no source does."""
    if statement.stance is not Stance.CLAIM or not statement.first_person:
        return
    match = LEADS_PEOPLE.of(statement.language).search(statement.text)
    if match is None or any(_leads(passage, evidence) for passage in evidence.positive):
        return
    yield Finding(
        "fact.leadership",
        Severity.BLOCK,
        statement.line,
        match[0],
        f"Your resume does not say that you led: “{match[0]}”.",
        values=(("words", match[0]),),
    )


CHECK = Check(
    code="fact.leadership",
    severity=Severity.BLOCK,
    applies_to=(LETTER,),
    why="Leading people, a team or an office is claimed only where a source says it, and not where one only stood in.",
    wrong=(
        Example(
            "I lead the team of clerks and hand out the work.",
            source="### Clerk, Brightwater Ltd, Leeds",
            section="head",
            kind=LETTER,
        ),
    ),
    right=(Example("I led a team of four clerks.", source="Led four clerks", kind=LETTER),),
    run=check_leadership,
)
