"""A tool is not used before it existed."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import RESUME, Check, Example

CHECK = Check(
    code="fact.anachronism",
    severity=Severity.WARN,
    applies_to=(RESUME,),
    why="A tool is not used before it existed.",
    wrong=(Example("Answered letters with ChatGPT", section="old", adds=True),),
    right=(Example("Filed invoices in Sage", section="old", adds=True),),
)
