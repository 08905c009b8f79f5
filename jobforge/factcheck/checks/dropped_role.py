"""No job of the resume is left out without a word."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.dropped_role",
    severity=Severity.BLOCK,
    applies_to=(RESUME,),
    why="No job of the resume is left out without a word.",
    wrong=(Example("", section="job"),),
    right=(Example("- Kept the job", source="- Kept the job", section="plain"),),
)
