"""A tool, a product or a proper name must stand in the sources, as it is written there."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, LETTER, Check, Example

CHECK = Check(
    code="fact.skill",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="A tool, a product or a proper name must stand in the sources, as it is written there.",
    wrong=(
        Example("Prepared reports in Looker", source="Looked after the monthly reports"),
        Example("I prepared reports in Looker.", source="Looked after the monthly reports", kind=LETTER),
    ),
    right=(Example("Monthly reports prepared in Looker", source="Prepared monthly reports in Looker"),),
)
