"""Markdown as a file, and as plain text without its marks."""

import re
from collections.abc import Iterator

from jobforge.enums import ExportFormat
from jobforge.interchange.blocks import Block, BlockKind, read_blocks
from jobforge.interchange.export_options import MEDIA_TYPES
from jobforge.interchange.results import RenderedFile


def to_markdown(markdown: str) -> RenderedFile:
    """Return the text as it is, with line feeds, one of them at its end."""
    text = re.sub(r"\r\n?", "\n", markdown).rstrip("\n") + "\n"
    return RenderedFile(text.encode(), MEDIA_TYPES[ExportFormat.MARKDOWN])


def to_text(markdown: str) -> RenderedFile:
    """Return the words without marks: headings over a blank line, bullets as `•`, a table's cells with ` | `."""
    lines: list[str] = []
    previous: Block | None = None
    for block in read_blocks(markdown):
        if previous is not None and not _is_close(previous, block):
            lines.append("")
        lines += _lines(block)
        previous = block
    return RenderedFile(("\n".join(lines) + "\n").encode(), MEDIA_TYPES[ExportFormat.TEXT])


def _is_close(before: Block, block: Block) -> bool:
    """A list stands right under its lead, and the first line of an entry right under its heading."""
    if block.kind is BlockKind.ITEM:
        return True
    return before.kind is BlockKind.HEADING and block.kind is BlockKind.PARAGRAPH and before.level != 2


def _lines(block: Block) -> Iterator[str]:
    if block.kind is not BlockKind.ITEM:
        yield from block.text.split("\n")
        return
    indent = "  " * block.level
    mark = "•" if block.number is None else f"{block.number}."
    first, *rest = block.text.split("\n")
    yield f"{indent}{mark} {first}"
    for line in rest:
        yield f"{indent}{' ' * (len(mark) + 1)}{line}"
