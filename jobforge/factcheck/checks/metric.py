"""A figure must stand in the sources, for the same thing, or follow from them by plain arithmetic."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, LETTER, Check, Example

CHECK = Check(
    code="fact.metric",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="A figure must stand in the sources, for the same thing, or follow from them by plain arithmetic.",
    wrong=(
        Example("Cut delays by 40 %", source="Cut delays by 14 %"),
        Example("I cut delays by 40 %.", source="Cut delays by 14 %", kind=LETTER),
        Example("Saved 24,000 litres of diesel a year", source="Saved 1,200 litres of diesel a month"),
    ),
    right=(
        Example("Reduced delays by fourteen per cent", source="Cut delays by 14 %"),
        Example("Saved 14,400 litres of diesel a year", source="Saved 1,200 litres of diesel a month"),
        Example("Saved 20,000 sheets of paper a month", source="Saved 240,000 sheets of paper a year"),
    ),
)
