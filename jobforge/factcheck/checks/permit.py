"""The right to work somewhere is claimed only where the sources say it."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, LETTER, Check, Example

CHECK = Check(
    code="fact.permit",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="The right to work somewhere is claimed only where the sources say it.",
    wrong=(Example("I hold a work permit for Ireland.", kind=LETTER),),
    right=(Example("I hold a work permit for Ireland.", source="Work permit for Ireland until 2028", kind=LETTER),),
)
