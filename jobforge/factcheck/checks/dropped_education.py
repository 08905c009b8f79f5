"""No degree of the resume is left out without a word."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.dropped_education",
    severity=Severity.WARN,
    applies_to=(RESUME,),
    why="No degree of the resume is left out without a word.",
    wrong=(Example("", source="BSc Geography, University of Leeds, 2016", section="education"),),
    right=(
        Example(
            "B.Sc. Geography, University of Leeds, 2016",
            source="BSc Geography, University of Leeds, 2016",
            section="education",
        ),
    ),
)
