"""Years and months of jobs and papers are those of the sources."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, Check, Example

CHECK = Check(
    code="fact.date",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="Years and months of jobs and papers are those of the sources.",
    wrong=(Example("Chaired the works council in 2011", source="Chaired the works council in 2021"),),
    right=(Example("In 2021, chaired the works council", source="Chaired the works council in 2021"),),
)
