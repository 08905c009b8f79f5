"""A client is named only where the sources name it."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.client",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="A client is named only where the sources name it.",
    wrong=(Example("Booked travel for clients such as Halvorsen", source="Booked travel for clients"),),
    right=(
        Example("Travel booked for clients such as Halvorsen", source="Booked travel for clients such as Halvorsen"),
    ),
)
