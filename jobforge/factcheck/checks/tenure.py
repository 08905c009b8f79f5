"""A length of time must be allowed by the dates of the jobs it speaks of."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, LETTER, Check, Example

CHECK = Check(
    code="fact.tenure",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="A length of time must be allowed by the dates of the jobs it speaks of.",
    wrong=(Example("I bring 19 years of experience as an office manager.", kind=LETTER),),
    right=(Example("I bring four years of experience as an office manager.", kind=LETTER),),
)
