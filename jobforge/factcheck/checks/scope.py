"""How far something reached is what the sources say."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import LETTER, RESUME, Check, Example

CHECK = Check(
    code="fact.scope",
    severity=Severity.WARN,
    applies_to=(
        RESUME,
        LETTER,
    ),
    why="How far something reached is what the sources say.",
    wrong=(Example("Introduced the visitor log company-wide", source="Introduced the visitor log at reception"),),
    right=(Example("Visitor log introduced at reception", source="Introduced the visitor log at reception"),),
    soft=True,
)
