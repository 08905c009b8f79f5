"""A language of a low level is not used for demanding work."""

from collections.abc import Iterator

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.registry import LETTER, Check, Example
from jobforge.factcheck.rules.wording import ELEMENTARY, level
from jobforge.factcheck.statements import Stance, Statement
from jobforge.languages.claims import DEMANDING_SPEECH, LIMITS
from jobforge.resumes.spoken_languages import languages_in


def check_language_use(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """Yield languages in which a letter negotiates or presents, and which the resume gives as elementary."""
    language = statement.language
    if statement.stance in (Stance.WISH, Stance.AD) or LIMITS.of(language).search(statement.whole):
        return
    if not DEMANDING_SPEECH.of(language).search(statement.whole):
        return
    for skill in languages_in(statement.whole, statement.line):
        levels = [value for value in map(level, evidence.languages.get(skill.name, ())) if value is not None]
        if levels and max(levels) <= ELEMENTARY and level(skill.level) is None:
            values = evidence.languages[skill.name][0]
            yield Finding(
                "fact.language_use",
                Severity.WARN,
                statement.line,
                statement.text,
                f"Your resume gives {skill.name} as “{values}”.",
                values=(("name", skill.name), ("level", values)),
            )
            return


CHECK = Check(
    code="fact.language_use",
    severity=Severity.WARN,
    applies_to=(LETTER,),
    why="Negotiating, presenting or writing in a language takes more than the elementary level that the resume gives.",
    wrong=(Example("I negotiate in French.", source="French (B1)", section="languages", kind=LETTER),),
    right=(Example("My French is at level B1.", source="French (B1)", section="languages", kind=LETTER),),
    run=check_language_use,
)
