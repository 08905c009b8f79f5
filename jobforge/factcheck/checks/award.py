"""An award, a prize or a place won stands in the sources."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.award",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="An award, a prize or a place won stands in the sources.",
    wrong=(Example("Won the regional service award", source="Answered the phone"),),
    right=(Example("Winner of the regional service award", source="Won the regional service award"),),
)
