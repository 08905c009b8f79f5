"""Markdown to blocks: the one model that every export reads.

A block holds the words of its source and nothing else. What is not Markdown in JobForge's eyes (raw HTML, code fences,
quotation marks of replies, images) stays text, as in `jobforge.text.markdown`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.token import Token

LINK_SCHEMES = ("https:", "http:", "mailto:", "tel:")
MAX_LEVEL = 6
MAX_DEPTH = 6

_PARSER = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
_PARSER.disable(["code", "fence", "blockquote", "reference", "html_block", "image", "autolink"])
_FENCE = re.compile(r"^\s{0,3}(?:`{3,}|~{3,})\s*\w*\s*$")
_QUOTED = re.compile(r"^(?:[ ]{0,3}>[ ]?){1,5}")
_TYPED_BULLET = re.compile(r"^\s*[•◦▪●■∙‣⁃]\s*(?=\S)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>https?://[^\s<>\"'|]{1,2000})"
    r"|(?<![\w@./-])(?P<site>(?:www\.)?(?:(?:\w{2,3}\.)?linkedin\.com|github\.com)/[\w%.~/+-]{1,200})",
    re.ASCII | re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}*'\""


class BlockKind(StrEnum):
    """What a block is; consecutive items form a list."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. A line break is a run of its own, whose text is a newline."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table.

    `level` is a heading's (1 to 6, without gaps) or the depth of an item (0 and up); `number` is an ordered item's own.
    The first of a table's `rows` is its header.
    """

    kind: BlockKind
    runs: Runs = ()
    level: int = 0
    number: int | None = None
    rows: tuple[tuple[Runs, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words without their look; the cells of a table by rows."""
        if self.kind is BlockKind.TABLE:
            return "\n".join(" | ".join(plain(cell) for cell in row) for row in self.rows)
        return plain(self.runs)


def plain(runs: Iterable[Run]) -> str:
    """Return the text of the runs."""
    return "".join(run.text for run in runs)


def read_blocks(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; the shallowest heading has level 1 and none skips a level."""
    text = _UNWRITABLE.sub("", re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", markdown))
    lines = ["" if _FENCE.match(line) else _QUOTED.sub("", line, count=1) for line in text.split("\n")]
    return tuple(_shift_levels(list(_blocks(_PARSER.parse("\n".join(lines)), lines))))


def _shift_levels(blocks: list[Block]) -> Iterator[Block]:
    used = sorted({block.level for block in blocks if block.kind is BlockKind.HEADING})
    depth = 0
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            yield block
            continue
        # A rank below the heading before it by more than one would skip a level.
        depth = min(used.index(block.level) + 1, depth + 1)
        yield replace(block, level=depth)


def _blocks(tokens: list[Token], lines: list[str]) -> Iterator[Block]:
    """Walk the parser's flat tokens; a list item's first paragraph is the item, later ones are paragraphs."""
    depth = -1
    number: int | None = None
    item: int | None = None  # the depth of an item whose text has not come yet
    heading: int | None = None
    rows: list[list[Runs]] = []
    in_table = False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open" | "bullet_list_close" | "ordered_list_close":
                depth += token.nesting
            case "list_item_open":
                item = depth
                number = int(token.info) if token.info.isdigit() else None  # as typed, not as counted
            case "list_item_close":
                item = None
            case "heading_open":
                heading = int(token.tag[1]) if _is_heading(token, lines) else None
            case "table_open":
                rows, in_table = [], True
            case "tr_open":
                rows.append([])
            case "table_close":
                in_table = False
                yield Block(BlockKind.TABLE, rows=tuple(tuple(row) for row in rows))
            case "inline" if in_table:
                rows[-1].append(_runs(token))
            case "inline" if heading is not None:
                yield Block(BlockKind.HEADING, _runs(token, one_line=True), heading)
                heading = item = None
            case "inline" if item is not None:
                yield Block(BlockKind.ITEM, _runs(token), min(item, MAX_DEPTH - 1), number)
                item = None
            case "inline":
                yield from _paragraphs(_runs(token))
            case _:
                pass


def _is_heading(token: Token, lines: list[str]) -> bool:
    """An underlined heading is one short line without a full stop, as JobForge's reader has it."""
    if token.markup.startswith("#") or token.map is None:
        return True
    first, end = token.map
    return end - first == 2 and len(lines[first]) <= 100 and not lines[first].rstrip().endswith(".")


def _paragraphs(runs: Runs) -> Iterator[Block]:
    """Lines that begin with a typed bullet are items, the others stay one paragraph."""
    pending: list[Run] = []
    for line in _split_lines(runs):
        bullet = _TYPED_BULLET.match(line[0].text) if line else None
        if bullet is None or not line:
            pending += [Run("\n"), *line] if pending else line
            continue
        if pending:
            yield Block(BlockKind.PARAGRAPH, tuple(pending))
            pending = []
        yield Block(BlockKind.ITEM, (replace(line[0], text=line[0].text[bullet.end() :]), *line[1:]))
    if pending:
        yield Block(BlockKind.PARAGRAPH, tuple(pending))


def _split_lines(runs: Runs) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if run.text == "\n":
            yield line
            line = []
        else:
            line.append(run)
    yield line


def _runs(token: Token, *, one_line: bool = False) -> Runs:
    runs: list[Run] = []
    bold = italic = 0
    link: str | None = None
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open":
                link = _safe_link(str(child.attrGet("href") or ""))
            case "link_close":
                link = None
            case "softbreak" | "hardbreak":
                runs.append(Run(" " if one_line else "\n"))
            case _ if child.content:
                look = Run(child.content, bold > 0, italic > 0, link)
                runs += [look] if link else _with_links(look)
    return _joined(runs)


def _joined(runs: list[Run]) -> Runs:
    """Join neighbours of one look; white space at the ends of a line goes."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        previous = out[-1] if out else None
        if previous and "\n" not in (previous.text, run.text) and replace(previous, text="") == replace(run, text=""):
            out[-1] = replace(previous, text=previous.text + run.text)
        else:
            out.append(run)
    return tuple(out)


def _safe_link(href: str) -> str | None:
    """Return the address if it is one that may be written into a file."""
    return href if href.lower().startswith(LINK_SCHEMES) else None


def _with_links(run: Run) -> Iterator[Run]:
    """Split a run at the addresses that people type as text."""
    end = 0
    if "@" in run.text or "/" in run.text:
        for match in _ADDRESS.finditer(run.text):
            address = match.group().rstrip(_TRAILING)
            if match.start() > end:
                yield replace(run, text=run.text[end : match.start()])
            prefix = "mailto:" if match["mail"] else "https://" if match["site"] else ""
            yield replace(run, text=address, link=prefix + address)
            end = match.start() + len(address)
    if end < len(run.text):
        yield replace(run, text=run.text[end:])
