"""A row of a DOCX's table as what it is used for: columns of a page, cells side by side, or one entry."""

from collections.abc import Iterator
from dataclasses import replace

from jobforge.interchange.date_cells import is_date
from jobforge.interchange.rows import Row
from jobforge.resumes.parser import heading_kind


def are_columns(cells: list[list[Row]]) -> bool:
    """Whether the cells are columns of a page: each has text of its own, not a date or label for the other."""
    for cell in cells:
        texts = [row.text for row in cell]
        if sum(is_date(text) for text in texts) * 2 >= len(texts):
            return False
        if len(cell) == 1 and len(texts[0]) <= 40 and (heading_kind(texts[0]) or not cell[0].marker):
            return False
    headed = sum(any(heading_kind(row.text) for row in cell[:-1]) for cell in cells)
    return headed > 0 or min(len(cell) for cell in cells) >= 3


def side_by_side(cells: list[list[Row]]) -> Row:
    """Return cells of one line each as one row."""
    first = cells[0][0]
    texts = [text for cell in cells for text in cell[0].cells]
    return replace(first, cells=texts, bold=all(cell[0].bold for cell in cells))


def entry_of(cells: list[list[Row]]) -> Iterator[Row]:
    """Yield an entry whose cells stand side by side: a label or dates beside text that goes on below."""
    main = max(cells, key=lambda cell: sum(len(row.text) for row in cell))
    beside = [cell for cell in cells if cell is not main]
    labels = [" ".join(row.text for row in cell) if _is_short(cell) else None for cell in beside]
    if main[0].marker and all(labels):
        for cell in beside:
            yield from cell
        yield from main
        return
    if any(label is None for label in labels):
        left_first = cells.index(main) == 0
        for cell in [main, *beside] if left_first else cells:
            yield from cell
        return
    texts = [label for label in labels if label]
    previous = cells.index(main) > 0
    head = replace(main[0], cells=[*texts, *main[0].cells] if previous else [*main[0].cells, *texts], marker="")
    yield head
    yield from main[1:]


def _is_short(cell: list[Row]) -> bool:
    return len(cell) <= 3 and all(len(row.text) <= 60 and not row.marker for row in cell)
