"""A report calls proved only what the resume proves, and says of the employer only what the ad says."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import REPORT, Check, Example

CHECK = Check(
    code="report.claim",
    severity=Severity.BLOCK,
    applies_to=(REPORT,),
    why="A report calls proved only what the resume proves, and says of the employer only what the ad says.",
    wrong=(Example("- Welding: proven, see the jobs at Brightwater", kind=REPORT),),
    right=(Example("- Filing: proven, see the job at Hollins & Vane", kind=REPORT),),
)
