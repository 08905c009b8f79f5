"""What was done for one employer is not moved to another."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import LETTER, RESUME, Check, Example

CHECK = Check(
    code="fact.commingled",
    severity=Severity.BLOCK,
    applies_to=(RESUME, LETTER),
    why='What was done for one employer is not moved to another. A letter\'s "At Crumb I ..." is about that job only.',
    wrong=(Example("Filed invoices in Sage for the Harrogate warehouse", source="Ordered supplies for 40 desks"),),
    right=(Example("Supplies ordered for 40 desks", source="Ordered supplies for 40 desks"),),
)
