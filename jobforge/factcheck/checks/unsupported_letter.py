"""A sentence about the applicant of which hardly a word stands in the sources is new."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import LETTER, Check, Example

CHECK = Check(
    code="letter.unsupported",
    severity=Severity.WARN,
    applies_to=(LETTER,),
    why="A sentence about the applicant of which hardly a word stands in the sources is new.",
    wrong=(Example("I choreographed pyrotechnic carnival parades.", kind=LETTER),),
    right=(Example("I ordered supplies for 40 desks.", source="Ordered supplies for 40 desks", kind=LETTER),),
    soft=True,
)
