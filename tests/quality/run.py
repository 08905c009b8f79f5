"""`make quality`: prints every figure of the labelled set beside its target, and fails where one is missed."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from rich.console import Console
from rich.table import Table

from quality import date_forms, layout_texts
from quality.document_measures import all_pairs, measure_documents
from quality.floors import DOCUMENT_FLOORS, FLOORS, IMPORT_FLOORS, READING_FLOORS, missed
from quality.import_score import measure_imports
from quality.measure import HERE, TODAY, measure, milliseconds, pairs_of, write_offline, write_with
from quality.round_trip import measure_round_trips


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ai", help="write the documents with this provider instead of offline")
    parser.add_argument("--set", type=Path, default=HERE, help="the folder of the labelled set")
    parser.add_argument("--quiet", action="store_true", help="only the table")
    given = parser.parse_args()
    write = write_with(given.ai) if given.ai else write_offline
    figures = measure(given.set, write, verbose=not given.quiet)
    if given.set == HERE:
        figures |= measure_imports()
        figures |= layout_texts.measure_layouts() | {"forms of dates read": date_forms.right_share()}
        if not given.ai:
            figures |= measure_documents(list(all_pairs(HERE)), TODAY)
            figures |= measure_round_trips(HERE, TODAY)
    figures["milliseconds a pair"] = milliseconds(pairs_of(given.set))
    table = Table(
        "figure", "measured", "must", title=f"{given.set.name}, documents by {given.ai or 'the offline writer'}"
    )
    wrong = missed(figures)
    for name, value in figures.items():
        bound = {**FLOORS, **IMPORT_FLOORS, **DOCUMENT_FLOORS, **READING_FLOORS}.get(name)
        style = "red" if name in wrong else ""
        table.add_row(name, f"{value:.3f}".rstrip("0").rstrip("."), str(bound or ""), style=style)
    Console(width=100).print(table)
    return 1 if wrong and given.set == HERE else 0


if __name__ == "__main__":
    sys.exit(main())
