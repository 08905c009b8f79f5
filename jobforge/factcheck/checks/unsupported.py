"""A line of which hardly a word stands in the sources is new."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.unsupported",
    severity=Severity.WARN,
    applies_to=(RESUME,),
    why="A line of which hardly a word stands in the sources is new.",
    wrong=(Example("Choreographed pyrotechnic carnival parades", adds=True),),
    right=(Example("Ordered desk supplies", adds=True),),
    soft=True,
)
