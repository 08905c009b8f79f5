"""The lines of a Markdown or plain text, each with its number, its kind and its text without markup.

markdown-it-py finds headings, lists and tables; what people type in plain text (`•` bullets, wrapped lines) is
added here. Code, quotations and raw HTML are taken as ordinary text: a pasted resume often sits in one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from jobforge.text.dates import find_months, find_periods
from jobforge.text.glyphs import repair_lines, without_edge_pictures

# Longer lines are nobody's Markdown; their markup is removed without a parser so that time stays linear.
_PARSED_LENGTH = 2_000
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
_PARSER.disable(["code", "fence", "blockquote", "reference", "html_block", "inline"])
_INLINE = MarkdownIt("commonmark", {"html": False})

_MIN_BULLETS = 3
_QUOTED_SHARE = 0.8  # of the lines, from which on a text is a quotation
_QUOTED = re.compile(r"^(?:[ ]{0,3}>[ ]?){1,5}")
_FENCE = re.compile(r"^\s{0,3}(?:`{3,}|~{3,})\s*\w*\s*$")
_RULE = re.compile(r"^[\s\-=_*~#·•|+:.—–]{3,}$")
_MARKED = re.compile(
    r"^(?P<indent>\s*)(?:[•◦▪▫■□●○◉◆◇❖▸▹►▻▶➤➢➔➜➡→⇒✓✔✅☑✦✧✱✪⭐★☆⚫∙·‣⁃⦁–—*+-][️]?\s+|[•◦▪■●▸►✓✔⦁]|o\s{1,4}(?=[A-ZÀ-Þ])"
    r"|-(?=[^\W\d_])|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)(?=\S)"
)
_BOLD_ONLY = re.compile(r"^\s*(?:\*\*|__|<b>|<strong>)(?P<text>.*?)(?:\*\*|__|</b>|</strong>)\s*:?\s*$")
_BOLD_START = re.compile(r"^\s*(?:\*\*|__|<b>|<strong>)\s*\S")
# "Tools: Git, Docker": a line with a label of its own is not the rest of the one before.
_LABELLED = re.compile(r"^[^\W\d_a-zà-ÿ][^:.;()@/]{1,40}\s?:\s")
_MIN_MARGIN = 30  # characters; narrower bullets say nothing of a margin
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,100}>")
_MARKUP = re.compile(r"\*\*|__|[`*_](?=\w)|(?<=\w)[`*_]")


class LineKind(StrEnum):
    """A CONTINUATION is a wrapped line whose words are also in the text of the line it continues."""

    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    CONTINUATION = "continuation"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source.

    `text` is without markup; on the first line of a wrapped bullet or paragraph it holds the whole of it. The cells of
    a table row are joined by ` | `. `level` is the depth of a heading (1 to 6) or of a bullet (0 and up), and
    1 on the header row of a table. `bold` lines begin in bold type, `bold_only` ones are bold throughout.
    """

    number: int
    raw: str
    text: str
    kind: LineKind
    level: int = 0
    bold: bool = False
    bold_only: bool = False


def read_lines(text: str) -> tuple[Line, ...]:
    """Split `text` at its line breaks (\\n, \\r\\n or \\r) and say what each line is."""
    raws = re.split(r"\r\n?|\n", text)
    mark = "- " if _quotes_are_bullets(raws) else ""
    unquoted = ("" if _FENCE.match(raw) else _QUOTED.sub(mark, raw, count=1).replace("\x00", " ") for raw in raws)
    clean = repair_lines(list(unquoted))
    kinds = _structure(clean)
    lines = [_line(number, raw, *kinds.get(number, (None, 0, None))) for number, raw in enumerate(clean, 1)]
    joined = _join_wrapped(lines)
    return tuple(
        Line(line.number, raw, line.text, line.kind, line.level, line.bold, line.bold_only)
        for line, raw in zip(joined, raws, strict=True)
    )


def _quotes_are_bullets(raws: Sequence[str]) -> bool:
    """Return whether `>` begins some of the lines, as a bullet does; a quoted text has it before nearly all."""
    text = [raw for raw in raws if raw.strip()]
    quoted = sum(bool(_QUOTED.match(raw)) for raw in text)
    return quoted >= _MIN_BULLETS and quoted < _QUOTED_SHARE * len(text)


def strip_inline(text: str) -> str:
    """`text` without emphasis, code marks, link targets and tags; entities are resolved."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    if len(text) > _PARSED_LENGTH:
        return " ".join(_MARKUP.sub("", text).split())
    if any(mark in text for mark in "*_`[\\&<!~"):
        tokens = _INLINE.parseInline(text)
        text = "".join(_texts(tokens[0].children or ()))
        text = text.replace("**", "")
    return " ".join(text.split()) if "\t" not in text and "   " not in text else _keep_columns(text)


def _keep_columns(text: str) -> str:
    """Tabs and wide gaps set columns apart in plain text: keep them as one separator."""
    return " | ".join(part for part in (" ".join(p.split()) for p in re.split(r"\t+|\s{3,}", text.strip())) if part)


def _texts(tokens: tuple[Token, ...] | list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield token.content


MAX_UNDERLINED = 100  # characters of a heading that is underlined rather than marked
_Shape = tuple[LineKind | None, int, str | None]  # kind, level and, in tables, text


def _structure(raws: list[str]) -> dict[int, _Shape]:
    """Return what the Markdown parser knows of lines, by their numbers."""
    tokens = _PARSER.parse("\n".join(raws))
    result: dict[int, _Shape] = {}
    depth = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open" and token.map:
            result.setdefault(token.map[0] + 1, (LineKind.BULLET, depth - 1, None))
        elif token.type == "heading_open" and token.map:
            first, end = token.map
            heading = (LineKind.HEADING, int(token.tag[1]), None)
            if token.markup.startswith("#"):
                result[first + 1] = heading
            elif end - first == 2 and len(raws[first]) <= MAX_UNDERLINED and not raws[first].rstrip().endswith("."):
                result.setdefault(first + 1, heading)
    return result | dict(_table_rows(tokens))


def _table_rows(tokens: list[Token]) -> Iterator[tuple[int, _Shape]]:
    """Yield the rows of tables; the level is 1 for those of a table's head."""
    row, cells, in_header = 0, [""], False
    for token in tokens:
        if token.type in ("thead_open", "thead_close"):
            in_header = token.type == "thead_open"
        elif token.type == "tr_open" and token.map:
            row, cells = token.map[0] + 1, []
        elif token.type == "inline" and row:
            cells.append(strip_inline(token.content))
        elif token.type == "tr_close" and row:
            yield row, (LineKind.TABLE, int(in_header), " | ".join(cell for cell in cells if cell))
            row = 0


def _line(number: int, raw: str, kind: LineKind | None, level: int, text: str | None) -> Line:
    if kind is LineKind.TABLE and text is not None:
        return Line(number, raw, text, kind, level)
    if not raw.strip() or (_RULE.match(raw) and not (kind is LineKind.HEADING and raw.strip("#- \t"))):
        return Line(number, raw, "", LineKind.BLANK)
    content = raw
    if kind is LineKind.HEADING:
        content = re.sub(r"\s#{1,6}\s*$", "", re.sub(r"^[\s*+-]*#{1,6}\s*", "", raw))
    elif marked := _MARKED.match(raw):
        content = raw[marked.end() :]
        if kind is not LineKind.BULLET:
            kind, level = LineKind.BULLET, min(5, len(marked["indent"].expandtabs(4)) // 2)
        content = re.sub(r"^\[[ xX]\]\s", "", content)
        if inner := _MARKED.match(content):  # "- • text": pasted from a word processor
            content = content[inner.end() :]
    else:
        kind = LineKind.PARAGRAPH
    only = _BOLD_ONLY.match(content)
    if only and not ("**" in only["text"] or "__" in only["text"]):
        text = strip_inline(only["text"])
    else:
        only, text = None, strip_inline(content)
    text = without_edge_pictures(text)
    if not text:
        return Line(number, raw, "", LineKind.BLANK)
    return Line(number, raw, text, kind, level, bold=bool(_BOLD_START.match(content)), bold_only=only is not None)


def _join_wrapped(lines: list[Line]) -> list[Line]:
    out = list(lines)
    start = 0
    pieces: list[str] = []
    margin = max((len(line.raw) for line in lines if line.kind is LineKind.BULLET), default=0)

    def close() -> None:
        if len(pieces) > 1:
            first = out[start]
            out[start] = Line(
                first.number, first.raw, " ".join(pieces), first.kind, first.level, first.bold, first.bold_only
            )

    for index, line in enumerate(lines):
        previous = lines[index - 1] if index else None
        if (
            pieces
            and previous
            and (
                _continues(previous, line, lines[start].kind)
                or (lines[start].kind is LineKind.BULLET and _fills_margin(previous, lines[index : index + 3], margin))
            )
        ):
            out[index] = Line(line.number, line.raw, line.text, LineKind.CONTINUATION, line.level, line.bold)
            pieces.append(line.text)
            continue
        close()
        start, pieces = index, [line.text] if line.kind in (LineKind.BULLET, LineKind.PARAGRAPH) else []
    close()
    return out


def joined_wraps(work: Sequence[Line]) -> dict[int, Line]:
    """Return the lines of a job that change when bare lines are joined to the bullets whose margin they broke at."""
    margin = max((len(line.raw) for line in work if line.kind is LineKind.BULLET), default=0)
    changed: dict[int, Line] = {}
    open_bullet: Line | None = None
    for previous, line in pairwise(work):
        if previous.kind is LineKind.BULLET:
            open_bullet = previous
        adjacent = line.number == previous.number + 1
        if open_bullet is None or not adjacent or not _fills_margin(previous, [line], margin):
            open_bullet = None
            continue
        open_bullet = replace(open_bullet, text=f"{open_bullet.text} {line.text}")
        changed[open_bullet.number] = open_bullet
        changed[line.number] = replace(line, kind=LineKind.CONTINUATION)
    return changed


def _fills_margin(before: Line, following: list[Line], margin: int) -> bool:
    """Return whether the first word of the next line had no room in `before`, and no head of a job follows."""
    line = following[0]
    if (
        line.kind is not LineKind.PARAGRAPH
        or not before.text
        or line.bold
        or before.text.endswith((".", ":", "!", "?"))
    ):
        return False
    if margin < _MIN_MARGIN or len(before.raw) + 1 + len(line.text.split()[0]) <= margin:
        return False
    for item in following:
        if item.kind is not LineKind.PARAGRAPH or not item.text:
            break
        if find_months(item.text[:200]) or "|" in item.text or _LABELLED.match(item.text):
            return False
    return True


def _continues(before: Line, line: Line, kind: LineKind) -> bool:
    """Whether `line` is the wrapped rest of the line before it."""
    if line.kind is not LineKind.PARAGRAPH or not before.text or line.bold or "|" in line.text or "@" in line.text:
        return False
    if _LABELLED.match(line.text):
        return False
    indented = len(line.raw) - len(line.raw.lstrip()) >= 2
    if kind is LineKind.BULLET and indented:
        return True
    if find_periods(line.text[:80]) or before.text.endswith((".", ":", "!", "?")) or before.bold_only:
        return False
    if find_months(before.text[-200:]) and (line.text[0].isdigit() or find_months(line.text[:200])):
        return False
    if kind is LineKind.BULLET:
        return line.text[0].islower() or len(before.raw) >= 65
    return "|" not in before.text and len(before.raw) >= (45 if line.text[0].islower() else 68)
