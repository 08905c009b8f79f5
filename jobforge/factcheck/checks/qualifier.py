"""A limit that the resume sets (only, basics, expired) is not dropped."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.qualifier",
    severity=Severity.BLOCK,
    applies_to=(RESUME,),
    why="A limit that the resume sets (only, basics, expired) is not dropped.",
    wrong=(Example("Typo3", source="Typo3 (basics only)", section="skills"),),
    right=(Example("Typo3 (basics)", source="Typo3 (basics only)", section="skills"),),
)
