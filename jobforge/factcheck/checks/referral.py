"""Nobody recommended the applicant unless the user says so."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import LETTER, Check, Example

CHECK = Check(
    code="letter.referral",
    severity=Severity.BLOCK,
    applies_to=(LETTER,),
    why="Nobody recommended the applicant unless the user says so.",
    wrong=(Example("Your colleague Jonas Weil recommended this role to me.", kind=LETTER),),
    right=(Example("I read about this role in your advertisement.", kind=LETTER),),
)
