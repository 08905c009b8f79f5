"""Rows: what a paragraph, list item or line of cells is to the reader, whatever file it came from."""

from dataclasses import dataclass


@dataclass(slots=True)
class Row:
    """A paragraph or a line of cells.

    `marker` is the bullet or number before it; `gap` the space above in heights of its letters; `style` the look by
    which headings are told; `heading` a level that the file itself states. `source` tells parts of the file apart.
    `inner_marker` is a bullet before the second cell.
    """

    cells: list[str]
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    style: tuple[object, ...] = ()
    marker: str = ""
    level: int = 0
    gap: float = 1.0
    heading: int | None = None
    lines: int = 1
    source: int = 0
    inner_marker: str = ""

    @property
    def text(self) -> str:
        return " | ".join(cell for cell in self.cells if cell)

    @property
    def plain(self) -> bool:
        """Whether it is neither an item of a list nor a heading by the file's own word."""
        return not self.marker and self.heading is None
