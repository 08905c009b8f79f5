"""A personal story is told only where the sources tell it."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import LETTER, Check, Example

CHECK = Check(
    code="letter.motivation",
    severity=Severity.WARN,
    applies_to=(LETTER,),
    why="A personal story is told only where the sources tell it.",
    wrong=(Example("Since my childhood I have been a loyal customer of your shop.", kind=LETTER),),
    right=(Example("I would like to work for you.", kind=LETTER),),
)
