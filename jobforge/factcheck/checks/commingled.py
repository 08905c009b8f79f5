"""What was done for one employer is not moved to another."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.commingled",
    severity=Severity.BLOCK,
    applies_to=(RESUME,),
    why="What was done for one employer is not moved to another.",
    wrong=(Example("Filed invoices in Sage for the Harrogate warehouse", source="Ordered supplies for 40 desks"),),
    right=(Example("Supplies ordered for 40 desks", source="Ordered supplies for 40 desks"),),
)
