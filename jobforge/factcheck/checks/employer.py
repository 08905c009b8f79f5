"""Every job has the employer that the resume gives it."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.employer",
    severity=Severity.BLOCK,
    applies_to=(RESUME,),
    why="Every job has the employer that the resume gives it.",
    wrong=(
        Example(
            "### Office Manager, Siemens AG, Leeds", source="### Office Manager, Brightwater Ltd, Leeds", section="head"
        ),
    ),
    right=(
        Example(
            "### Office Manager, Brightwater Ltd, Leeds",
            source="### Office Manager, Brightwater Ltd, Leeds",
            section="head",
        ),
    ),
)
