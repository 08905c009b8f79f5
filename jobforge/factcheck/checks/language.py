"""A language and its level are those of the sources."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.language",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="A language and its level are those of the sources.",
    wrong=(Example("French (C1)", source="French (B1)", section="languages"),),
    right=(Example("French: B1", source="French (B1)", section="languages"),),
)
