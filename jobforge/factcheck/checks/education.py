"""Degrees, subjects, schools and marks are those of the sources."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.education",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="Degrees, subjects, schools and marks are those of the sources.",
    wrong=(
        Example(
            "MSc Geography, University of Leeds, 2016",
            source="BSc Geography, University of Leeds, 2016",
            section="education",
        ),
    ),
    right=(
        Example(
            "BSc Geography, University of Leeds, 2016",
            source="BSc Geography, University of Leeds, 2016",
            section="education",
        ),
    ),
)
