"""No certificate of the resume is left out without a word."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.dropped_certificate",
    severity=Severity.WARN,
    applies_to=(RESUME,),
    why="No certificate of the resume is left out without a word.",
    wrong=(Example("", source="Fire marshal training, 2020", section="certificates"),),
    right=(Example("2020: fire marshal training", source="Fire marshal training, 2020", section="certificates"),),
)
