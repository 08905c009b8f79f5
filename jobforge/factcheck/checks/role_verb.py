"""Helping does not become doing, and doing does not become leading."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import LETTER, RESUME, Check, Example

CHECK = Check(
    code="fact.role_verb",
    severity=Severity.WARN,
    applies_to=(
        RESUME,
        LETTER,
    ),
    why="Helping does not become doing, and doing does not become leading.",
    wrong=(
        Example(
            "Led the move of the archive to the cellar", source="Helped with the move of the archive to the cellar"
        ),
    ),
    right=(
        Example(
            "Assisted with moving the archive to the cellar", source="Helped with the move of the archive to the cellar"
        ),
    ),
)
