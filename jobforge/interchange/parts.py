"""Blocks to the parts of a page: which line is the name, which heading begins a section, what stays together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jobforge.enums import TextKind
from jobforge.interchange.blocks import MAX_LEVEL, Block, BlockKind, Run, plain

MAX_KEPT_CHARACTERS = 400
"""An item or a paragraph up to this length (about four lines) does not break over pages."""
MAX_NAME_CHARACTERS = 60


class Style(StrEnum):
    """What a part is on the page."""

    NAME = "name"
    CONTACT = "contact"
    SECTION = "section"
    ENTRY = "entry"
    DETAIL = "detail"
    LEAD = "lead"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"


HEADINGS = (Style.NAME, Style.SECTION, Style.ENTRY, Style.DETAIL)


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its style. `level` is a heading's level in the outline, 0 for what is no heading."""

    style: Style
    block: Block
    level: int = 0

    @property
    def keep_whole(self) -> bool:
        """Whether the part is short enough to stay on one page."""
        return len(self.block.text) <= MAX_KEPT_CHARACTERS


def page_parts(blocks: Sequence[Block], kind: TextKind) -> tuple[Part, ...]:
    """Return the parts of a page in the order of the blocks, with every word of them."""
    if kind is not TextKind.REPORT:
        blocks = [_rows_as_lines(block) if block.kind is BlockKind.TABLE else block for block in blocks]
    blocks = _split_name(list(blocks), kind)
    ranks = _heading_styles(blocks, kind)
    return tuple(_parts(blocks, ranks, kind))


def _rows_as_lines(table: Block) -> Block:
    """A resume or a letter has no tables: each row becomes a line, as JobForge's reader reads it."""
    runs: list[Run] = []
    for row in table.rows:
        cells = [cell for cell in row if plain(cell).strip()]
        if runs and cells:
            runs.append(Run("\n"))
        for number, cell in enumerate(cells):
            runs += [Run(" | ")] if number else []
            runs += cell
    return Block(BlockKind.PARAGRAPH, tuple(runs))


def _split_name(blocks: list[Block], kind: TextKind) -> list[Block]:
    """Part a first paragraph that begins with a line for the name from the rest of it."""
    if kind is TextKind.REPORT or not blocks or blocks[0].kind is not BlockKind.PARAGRAPH:
        return blocks
    runs = blocks[0].runs
    end = next((position for position, run in enumerate(runs) if run.text == "\n"), len(runs))
    if not _is_name(plain(runs[:end])) or (kind is TextKind.LETTER and end == len(runs)):
        return blocks
    rest = [Block(BlockKind.PARAGRAPH, runs[end + 1 :])] if end < len(runs) else []
    return [Block(BlockKind.HEADING, runs[:end], 0), *rest, *blocks[1:]]


def _is_name(line: str) -> bool:
    return (
        0 < len(line) <= MAX_NAME_CHARACTERS
        and 1 < len(line.split()) <= 6
        and not any(character.isdigit() or character in "@|:,;/" for character in line)
        and not line.endswith((".", "!", "?"))
    )


def _heading_styles(blocks: Sequence[Block], kind: TextKind) -> dict[int, Style]:
    """Return the style of each level; level 0 is a name that was no heading in the source."""
    levels = sorted({block.level for block in blocks if block.kind is BlockKind.HEADING})
    first = blocks[0] if blocks and blocks[0].kind is BlockKind.HEADING else None
    alone = first is not None and sum(b.level == first.level for b in blocks if b.kind is BlockKind.HEADING) == 1
    has_name = first is not None and alone and first.level == levels[0]
    below = [Style.SECTION, Style.ENTRY, Style.DETAIL]
    styles = [Style.NAME, *below] if has_name or kind is TextKind.REPORT else below
    return {level: styles[min(rank, len(styles) - 1)] for rank, level in enumerate(levels)}


def _parts(blocks: Sequence[Block], styles: dict[int, Style], kind: TextKind) -> Iterator[Part]:
    # A name that was no heading comes above all others: these go one level down.
    ranks = {level: min(rank, MAX_LEVEL) for rank, level in enumerate(sorted(styles), 1)}
    in_head = bool(blocks) and blocks[0].kind is BlockKind.HEADING and styles[blocks[0].level] is Style.NAME
    for position, block in enumerate(blocks):
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        if block.kind is BlockKind.HEADING:
            in_head = in_head and position == 0
            yield Part(styles[block.level], block, ranks[block.level])
        elif block.kind is BlockKind.PARAGRAPH:
            contact = in_head and kind is not TextKind.REPORT and position <= 2
            if contact and (position == 1 or _is_contact(block)):
                yield Part(Style.CONTACT, block)
                continue
            in_head = False
            yield Part(Style.LEAD if _leads(block, following) else Style.TEXT, block)
        else:
            in_head = False
            yield Part(Style.ITEM if block.kind is BlockKind.ITEM else Style.TABLE, block)


def _is_contact(block: Block) -> bool:
    return any(run.link for run in block.runs) or "|" in block.text or "·" in block.text


def _leads(block: Block, following: Block | None) -> bool:
    """A short paragraph over a list or a table is not left behind at a page's end."""
    short = len(block.text) <= MAX_KEPT_CHARACTERS
    return short and following is not None and following.kind in (BlockKind.ITEM, BlockKind.TABLE)
