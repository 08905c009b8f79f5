"""A document is sent as it is: no brackets to be filled in."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import LETTER, REPORT, Check, Example

CHECK = Check(
    code="letter.placeholder",
    severity=Severity.BLOCK,
    applies_to=(
        LETTER,
        REPORT,
    ),
    why="A document is sent as it is: no brackets to be filled in.",
    wrong=(Example("I look forward to hearing from you at [phone number].", kind=LETTER),),
    right=(Example("I look forward to hearing from you.", kind=LETTER),),
)
