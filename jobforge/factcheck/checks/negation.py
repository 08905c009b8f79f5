"""What the resume denies is not claimed."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.negation",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="What the resume denies is not claimed.",
    wrong=(Example("Budget responsibility for the department", source="No budget responsibility for the department"),),
    right=(Example("No responsibility for budgets", source="No budget responsibility for the department"),),
)
