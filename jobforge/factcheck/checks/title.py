"""A job title is not raised, and a word that lowers it is not lost."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.title",
    severity=Severity.BLOCK,
    applies_to=(RESUME,),
    why="A job title is not raised, and a word that lowers it is not lost.",
    wrong=(
        Example(
            "### Director, Brightwater Ltd, Leeds", source="### Office Manager, Brightwater Ltd, Leeds", section="head"
        ),
    ),
    right=(
        Example(
            "### Office Mgr, Brightwater Ltd, Leeds",
            source="### Office Manager, Brightwater Ltd, Leeds",
            section="head",
        ),
    ),
)
