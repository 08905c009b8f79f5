"""A DOCX made into rows: body, text boxes and page head, tables as what they are used for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jobforge.interchange.archive import Archive
from jobforge.interchange.docx_styles import (
    LetterLook,
    ParagraphStyle,
    Styles,
    attribute,
    with_paragraph_properties,
    with_run_properties,
)
from jobforge.interchange.docx_tables import are_columns, entry_of, side_by_side
from jobforge.interchange.limits import MAX_CHARACTERS, damaged, too_large
from jobforge.interchange.rows import Row
from jobforge.interchange.xml_in import Element, child, local, parse_xml

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "footnoteReference", "pict", "drawing"})
_BULLET = re.compile(r"^\s*([•◦▪▫■□●○▸►▶➤➢➔→✓✔∙·‣⁃–—❖*\uf0b7\uf0a7\uf0d8-]|o(?=\t))[\s\t]+(?=\S)")
_GLYPHS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▸", "\uf0fc": "✓", "\uf06e": "■"}
_ICON = re.compile("[\ue000-\uf8ff]")
_PAGE = re.compile(r"^(?:page|seite|página)?\s?\d{0,2}\s?(?:/|of|von|de|sur)?\s?\d{0,2}$", re.IGNORECASE)
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REL_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
_MAIN = "word/document.xml"
_WHAT = "DOCX"


@dataclass(frozen=True, slots=True)
class DocxContent:
    """The rows of a document in reading order; `columns` where a table or text boxes make some."""

    rows: list[Row]
    columns: bool


def read_docx(data: bytes) -> DocxContent:
    """Return the rows of a DOCX. Raises: Refusal when it is damaged, encrypted or beyond a cap."""
    archive = Archive(data, _WHAT)
    if _MAIN not in archive.names:
        raise damaged(_WHAT)
    root = parse_xml(archive.read(_MAIN), _WHAT)
    styles = Styles(parse_xml(archive.read("word/styles.xml"), _WHAT) if "word/styles.xml" in archive.names else None)
    body = child(root, "body")
    if body is None:
        raise damaged(_WHAT)
    reader = _Reader(styles)
    head = [row for part in _heads(archive, root) for row in reader.blocks(part) if not _PAGE.match(row.text)]
    main = list(reader.blocks(body))
    flows = _name_first([main, *reader.boxes])
    if head:
        flows.insert(0, head)
    for number, flow in enumerate(flows):
        for row in flow:
            row.source = 10 * number + row.source
    return DocxContent([row for flow in flows for row in flow], reader.columns or len(reader.boxes) > 1)


def _heads(archive: Archive, root: Element) -> Iterator[Element]:
    """Yield the page heads, that of the first page first; the same part once."""
    names: dict[str, str] = {}
    if "word/_rels/document.xml.rels" in archive.names:
        for relation in parse_xml(archive.read("word/_rels/document.xml.rels"), _WHAT):
            names[relation.get("Id") or ""] = f"word/{(relation.get('Target') or '').removeprefix('/word/')}"
    references = [e for e in root.iter() if local(e) == "headerReference"]
    references.sort(key=lambda e: attribute(e, "type") != "first")
    visited: set[str] = set()
    for reference in references[:6]:
        name = names.get(reference.get(f"{_REL}id") or reference.get(f"{_REL_STRICT}id") or "", "")
        if name in archive.names and name not in visited:
            visited.add(name)
            yield parse_xml(archive.read(name), _WHAT)
            return  # the head of the first page; those of later ones repeat it


def _name_first(flows: list[list[Row]]) -> list[list[Row]]:
    """Put the flow with the largest letters first; else the body, then text boxes in their order."""
    flows = [flow for flow in flows if flow]
    sizes = [max((row.size for row in flow), default=0.0) for flow in flows]
    if len(flows) > 1 and max(sizes) > sizes[0] + 1:
        flows.insert(0, flows.pop(sizes.index(max(sizes))))
    return flows


@dataclass(slots=True)
class _Piece:
    text: str
    look: LetterLook


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._characters = 0
        self.boxes: list[list[Row]] = []
        self.columns = False
        self._box_texts: set[str] = set()

    def blocks(self, parent: Element) -> Iterator[Row]:
        """Yield the rows of paragraphs and tables in `parent`."""
        blank = 0
        after = 0.0
        for element in _unwrapped(parent):
            if local(element) == "tbl":
                for row in self._table(element):
                    row.gap += blank
                    blank = 0
                    yield row
                continue
            rows, style = self._paragraph(element)
            if not rows:
                blank += 1
                continue
            size = max(rows[0].size, 1.0)
            rows[0].gap = 1.2 + blank * 1.2 + max(style.before, after) / size
            blank, after = 0, style.after
            yield from rows

    def _paragraph(self, element: Element) -> tuple[list[Row], ParagraphStyle]:
        properties = child(element, "pPr")
        style = self._styles.paragraph(attribute(child(properties, "pStyle"), "val"))
        style = with_paragraph_properties(style, properties)
        pieces = list(self._pieces(element, style.look))
        self._characters += sum(len(piece.text) for piece in pieces)
        if self._characters > MAX_CHARACTERS:
            raise too_large(_WHAT, f"{MAX_CHARACTERS:,} characters")
        rows = [row for line in _lines(pieces) if (row := _row(line, style))]
        return rows, style

    def _pieces(self, element: Element, look: LetterLook) -> Iterator[_Piece]:
        for inner in element:
            name = local(inner)
            if name == "r":
                yield from self._run(inner, look)
            elif name == "AlternateContent":
                choice = child(inner, "Choice")
                yield from self._pieces(choice if choice is not None else inner, look)
            elif name in ("drawing", "pict", "object"):
                self._boxes_in(inner)
            elif name not in _SKIPPED and name not in ("pPr", "sdtPr", "sdtEndPr", "rPr"):
                yield from self._pieces(inner, look)

    def _run(self, run: Element, look: LetterLook) -> Iterator[_Piece]:
        properties = child(run, "rPr")
        look = self._styles.run(look, attribute(child(properties, "rStyle"), "val"))
        look = with_run_properties(look, properties)
        for inner in run:
            name = local(inner)
            if name == "AlternateContent":
                choice = child(inner, "Choice")
                for part in choice if choice is not None else ():
                    self._boxes_in(part)
            elif name in ("drawing", "pict", "object"):
                self._boxes_in(inner)
            elif not look.hidden and (text := _run_text(name, inner)):
                yield _Piece(text, look)

    def _boxes_in(self, drawing: Element) -> None:
        """Read the text boxes of a drawing, each text once."""
        for box in drawing.iter():
            if local(box) != "txbxContent":
                continue
            rows = list(self.blocks(box))
            key = "\n".join(row.text for row in rows)
            if rows and key not in self._box_texts:
                self._box_texts.add(key)
                self.boxes.append(rows)

    def _table(self, table: Element) -> Iterator[Row]:
        grid = [[list(self.blocks(cell)) for cell in _cells(row)] for row in _rows(table)]
        grid = [[cell for cell in row if cell] for row in grid]
        grid = [row for row in grid if row]
        for cells in grid:
            yield from self._table_row(cells)

    def _table_row(self, cells: list[list[Row]]) -> Iterator[Row]:
        if len(cells) == 1:
            yield from cells[0]
        elif all(len(cell) == 1 and not cell[0].marker for cell in cells):
            yield side_by_side(cells)
        elif are_columns(cells):
            self.columns = True
            for number, cell in enumerate(_name_first(cells)):
                for row in cell:
                    row.source += number + 1
                yield from cell
        else:
            yield from entry_of(cells)


def _rows(table: Element) -> Iterator[Element]:
    for element in _unwrapped(table):
        if local(element) == "tr":
            yield element


def _cells(row: Element) -> Iterator[Element]:
    for element in _unwrapped(row):
        if local(element) == "tc":
            yield element


def _unwrapped(parent: Element) -> Iterator[Element]:
    """Yield paragraphs, tables, rows and cells of `parent`, those within content controls and insertions included."""
    for element in parent:
        name = local(element)
        if name in ("p", "tbl", "tr", "tc"):
            yield element
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _unwrapped(element)
        elif name == "AlternateContent":
            choice = child(element, "Choice")
            if choice is not None:
                yield from _unwrapped(choice)


def _run_text(name: str, element: Element) -> str:
    if name == "t":
        return element.text or ""
    if name in ("tab", "ptab"):
        return "\t"
    if name in ("br", "cr"):
        return "\n"
    if name == "noBreakHyphen":
        return "-"
    if name == "sym":
        code = attribute(element, "char") or ""
        return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else ""
    return ""


def _lines(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(_Piece(first, piece.look))
        for text in rest:
            yield line
            line = [_Piece(text, piece.look)]
    yield line


def _row(pieces: Sequence[_Piece], style: ParagraphStyle) -> Row | None:
    text = "".join(piece.text for piece in pieces)
    for glyph, plain in _GLYPHS.items():
        text = text.replace(glyph, plain)
    text = _ICON.sub("", text).replace("\xad", "").replace("\xa0", " ")
    marker = ""
    if match := _BULLET.match(text):
        marker, text = "•", text[match.end() :]
    elif style.listed is not None and style.heading is None:
        marker = "•"
    cells = [" ".join(cell.split()) for cell in re.split(r"\t+|\s{4,}", text)]
    cells = [cell for cell in cells if cell]
    if not cells:
        return None
    lettered = [piece for piece in pieces if any(letter.isalnum() for letter in piece.text)] or list(pieces)
    first = lettered[0].look
    return Row(
        cells,
        size=max(piece.look.size for piece in lettered),
        bold=all(piece.look.bold for piece in lettered),
        italic=first.italic,
        style=(first.size, first.bold, first.italic, first.caps or text.isupper(), first.colour, ""),
        marker=marker,
        level=min(style.listed or 0, 3) if marker else 0,
        gap=1.2,
        heading=style.heading,
    )
