"""Places, and readiness to travel or move, are those of the sources."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.location",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="Places, and readiness to travel or move, are those of the sources.",
    wrong=(Example("Opened the branch in Dortmund", source="Opened the new branch"),),
    right=(Example("The branch in Dortmund opened", source="Opened the branch in Dortmund"),),
)
