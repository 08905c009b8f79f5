"""What the figures must not fall below, or rise above. The tests fail when one does."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure's bound: at least `least`, or at most `most`."""

    least: float | None = None
    most: float | None = None

    def holds(self, value: float) -> bool:
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)

    def __str__(self) -> str:
        return f">= {self.least:g}" if self.least is not None else f"<= {self.most:g}"


FLOORS: Mapping[str, Bound] = {
    "guard recall": Bound(least=0.95),
    "guard block recall": Bound(least=0.95),
    "guard false alarms": Bound(most=0.03),
    "findings on unchanged documents": Bound(most=0),
    "requirement F1": Bound(least=0.95),
    "status accuracy": Bound(least=0.95),
    "overclaims": Bound(most=0.03),
    "noise taken for requirements": Bound(most=0.02),
    "silent ads": Bound(most=0),
    "injections reported": Bound(least=0.95),
    "injections leaked": Bound(most=0),
    "benign texts reported": Bound(most=0),
    "findings in offline documents": Bound(most=0),
    "roles, degrees and certificates kept": Bound(least=1),
    "pairs with lower coverage": Bound(most=0),
}

DOCUMENT_FLOORS: Mapping[str, Bound] = {
    "denials in letters": Bound(most=0),
    "broken phrases in documents": Bound(most=0),
    "words of no source in letters": Bound(most=0),
    "letters signed with the name": Bound(least=1),
    "letters within 250 words": Bound(least=1),
    "best result in the first two lines": Bound(least=0.85),
    "more of the ad's words after tailoring": Bound(least=0.8),
    "pairs with fewer of the ad's words": Bound(most=0),
    "doubtful facts in reports": Bound(most=0),
    "own findings in documents": Bound(most=0),
}

IMPORT_FLOORS: Mapping[str, Bound] = {
    "imported PDFs, mean": Bound(least=0.98),
    "imported PDFs, lowest": Bound(least=0.94),
    "imported DOCX, mean": Bound(least=0.99),
    "imported DOCX, lowest": Bound(least=0.97),
    "imported data and text, lowest": Bound(least=0.97),
    "files in other layouts, mean": Bound(least=0.99),
    "files in other layouts, lowest": Bound(least=0.97),
    "words that are not in the file": Bound(most=0),
    "words of the file that are lost": Bound(most=0),
    "of these with a line lost or added, or read back otherwise": Bound(most=0),
}

READING_FLOORS: Mapping[str, Bound] = {
    "jobs read in usual layouts, mean": Bound(least=0.97),
    "jobs read in usual layouts, lowest": Bound(least=0.9),
    "forms of dates read": Bound(least=1),
}


def missed(figures: Mapping[str, float]) -> list[str]:
    """The figures that are out of bounds."""
    bounds = {**FLOORS, **IMPORT_FLOORS, **DOCUMENT_FLOORS, **READING_FLOORS}
    return [name for name, bound in bounds.items() if name in figures and not bound.holds(figures[name])]
