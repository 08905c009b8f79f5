"""A law, a standard or a rule is named only where the sources name it."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.regulation",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="A law, a standard or a rule is named only where the sources name it.",
    wrong=(Example("Kept personnel files in line with HIPAA", source="Kept personnel files in order"),),
    right=(Example("Personnel files kept in line with GDPR", source="Kept personnel files in line with GDPR"),),
)
