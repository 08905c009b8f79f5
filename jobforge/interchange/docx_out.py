"""Parts of a page to a DOCX file with built-in styles: what Word, LibreOffice and applicant tracking systems know."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from jobforge.enums import ExportFormat, ExportTemplate, PaperSize, TextKind
from jobforge.interchange.blocks import Runs, read_blocks
from jobforge.interchange.export_options import MEDIA_TYPES, ExportOptions
from jobforge.interchange.parts import Part, Style, page_parts
from jobforge.interchange.results import RenderedFile
from jobforge.interchange.table_widths import column_weights

_PAPERS = {PaperSize.A4: (Mm(210), Mm(297)), PaperSize.LETTER: (Emu(7772400), Emu(10058400))}
_LIST_DEPTHS = 3
"""Word has three built-in levels of each list style."""
_LEFT_OUT = ("/thumbnail", "/stylesWithEffects")
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Look:
    font: str
    size: float
    name_size: float
    section_size: float
    accent: str
    margin: float
    centred: bool = False
    rule: bool = True


_LOOKS = {
    ExportTemplate.CLASSIC: _Look("Cambria", 10.5, 20, 12, "000000", 20, centred=True),
    ExportTemplate.MODERN: _Look("Calibri", 10.5, 20, 12.5, "1D4E6B", 18),
    ExportTemplate.COMPACT: _Look("Calibri", 9.5, 15, 10.5, "000000", 14, rule=False),
}
_LETTER_MARGIN = 25.0
_LETTER_NAME_SIZE = 15.0


def to_docx(markdown: str, options: ExportOptions) -> RenderedFile:
    """Return the DOCX file of a text. The same text and options give the same bytes."""
    look = _LOOKS[options.template if options.kind is not TextKind.REPORT else ExportTemplate.MODERN]
    parts = page_parts(read_blocks(markdown), options.kind)
    document = Document()
    _set_page(document, look, options)
    _set_styles(document, look, options)
    _set_heading_styles(document, look, parts, options)
    _set_properties(document, parts, options)
    numbering = _Numbering(document)
    for part, following in zip(parts, [*parts[1:], None], strict=False):
        if part.style is Style.TABLE:
            _add_table(document, part)
        else:
            numbering.apply(_add_paragraph(document, part, following, look, options), part)
    return RenderedFile(_same_bytes(document), MEDIA_TYPES[ExportFormat.DOCX])


def _set_page(document: DocxDocument, look: _Look, options: ExportOptions) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[options.paper]
    margin = Mm(_LETTER_MARGIN if options.kind is TextKind.LETTER else look.margin)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin


def _set_styles(document: DocxDocument, look: _Look, options: ExportOptions) -> None:
    styles: Any = document.styles
    letter = options.kind is TextKind.LETTER
    normal = styles["Normal"]
    _set_font(normal, look.font, look.size + (0.5 if letter else 0), options.language)
    normal.paragraph_format.space_after = Pt(8 if letter else 2)
    normal.paragraph_format.line_spacing = 1.15 if letter else 1.0
    normal.paragraph_format.widow_control = True
    for base in ("List Bullet", "List Number"):
        for depth in range(_LIST_DEPTHS):
            style = styles[_list_style(base, depth)]
            style.paragraph_format.space_after = Pt(4 if letter else 1)


def _set_heading_styles(document: DocxDocument, look: _Look, parts: Sequence[Part], options: ExportOptions) -> None:
    """Give each level of heading the look of what stands at it: the outline is the source's."""
    name_size = _LETTER_NAME_SIZE if options.kind is TextKind.LETTER else look.name_size
    sizes = {
        Style.NAME: (name_size, 0, 2),
        Style.SECTION: (look.section_size, 9, 3),
        Style.ENTRY: (look.size + 0.3, 6, 1),
        Style.DETAIL: (look.size, 5, 1),
    }
    styles: Any = document.styles
    for level, role in {part.level: part.style for part in parts if part.level}.items():
        style = styles[f"Heading {level}"]
        size, previous, after = sizes[role]
        prominent = role in (Style.NAME, Style.SECTION)
        _set_font(style, look.font, size, options.language)
        style.font.bold, style.font.italic = True, False
        style.font.color.rgb = RGBColor.from_string(look.accent if prominent else "000000")
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(previous), Pt(after)
        style.paragraph_format.keep_with_next = True
        if role is Style.NAME and look.centred:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if role is Style.SECTION and look.rule:
            _add_rule(style, look.accent)


def _set_font(style: Any, font: str, size: float, language: str) -> None:
    style.font.name, style.font.size = font, Pt(size)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), font)
    tag = properties.find(qn("w:lang"))
    if tag is None:
        tag = OxmlElement("w:lang")
        properties.append(tag)
    tag.set(qn("w:val"), language)


def _add_rule(style: Any, colour: str) -> None:
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", colour)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
        "w:outlineLvl",
    )  # fmt: skip


def _set_properties(document: DocxDocument, parts: Sequence[Part], options: ExportOptions) -> None:
    properties = document.core_properties
    properties.title = options.title or next((part.block.text for part in parts if part.level), "Document")
    properties.author = options.author
    properties.language = options.language
    properties.comments = ""
    element: Any = properties._element
    for name in ("dcterms:created", "dcterms:modified"):  # the bytes must not depend on the time
        for date in element.findall(qn(name)):
            element.remove(date)


def _list_style(base: str, depth: int) -> str:
    return base if depth == 0 else f"{base} {min(depth, _LIST_DEPTHS - 1) + 1}"


def _add_paragraph(
    document: DocxDocument, part: Part, following: Part | None, look: _Look, options: ExportOptions
) -> Paragraph:
    paragraph = document.add_paragraph(style=_style_of(part))
    if part.style is Style.CONTACT and look.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    ends_head = following is not None and following.style not in (Style.NAME, Style.CONTACT)
    if options.kind is TextKind.LETTER and part.style in (Style.NAME, Style.CONTACT) and ends_head:
        paragraph.paragraph_format.space_after = Pt(20)
    if part.style is Style.LEAD:
        paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.keep_together = part.keep_whole or None
    _add_runs(paragraph, part.block.runs)
    return paragraph


class _Numbering:
    """Number the items of ordered lists as their source does; Word alone would count on from one list to the next."""

    def __init__(self, document: DocxDocument) -> None:
        self._document: Any = document
        self._lists: dict[int, tuple[int, int]] = {}  # by depth: the id of its numbering, and its last number

    def apply(self, paragraph: Paragraph, part: Part) -> None:
        number, depth = part.block.number, part.block.level
        if part.style is not Style.ITEM or number is None:
            self._lists = {above: state for above, state in self._lists.items() if above < depth}
            return
        identifier, last = self._lists.get(depth, (0, 0))
        if not identifier or number != last + 1:
            identifier = self._new_list(paragraph, number)
        self._lists = {above: state for above, state in self._lists.items() if above < depth}
        self._lists[depth] = (identifier, number)
        properties = cast(Any, paragraph._p).get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = identifier

    def _new_list(self, paragraph: Paragraph, start: int) -> int:
        numbering = self._document.part.numbering_part.element
        style: Any = paragraph.style
        base = numbering.num_having_numId(style.element.pPr.numPr.numId.val)
        created = numbering.add_num(base.abstractNumId.val)
        created.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(created.numId)


def _style_of(part: Part) -> str:
    if part.level:
        return f"Heading {part.level}"
    if part.style is not Style.ITEM:
        return "Normal"
    return _list_style("List Number" if part.block.number is not None else "List Bullet", part.block.level)


def _add_runs(paragraph: Paragraph, runs: Runs) -> None:
    for run in runs:
        if run.text == "\n":
            paragraph.add_run().add_break()
            continue
        written = paragraph.add_run(run.text)
        written.bold, written.italic = run.bold or None, run.italic or None
        if run.link:
            _wrap_in_link(paragraph, written, run.link)


def _wrap_in_link(paragraph: Paragraph, run: Any, address: str) -> None:
    identifier = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), identifier)
    paragraph._p.append(link)
    link.append(run._r)


def _add_table(document: DocxDocument, part: Part) -> None:
    rows = part.block.rows
    if not rows:
        return
    weights = column_weights(rows)
    section: Any = document.sections[0]
    space = section.page_width - section.left_margin - section.right_margin
    table = document.add_table(rows=len(rows), cols=len(weights), style="Table Grid")
    table.autofit = False
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Emu(int(space * weight / sum(weights)))
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, weight in zip(row.cells, weights, strict=True):
            cell.width = Emu(int(space * weight / sum(weights)))
        for cell, runs in zip(row.cells, cells, strict=False):
            _add_runs(cell.paragraphs[0], runs)
            if number == 0:
                for run in cell.paragraphs[0].runs:
                    run.bold = True
        properties: Any = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _same_bytes(document: DocxDocument) -> bytes:
    """Return the file with one date for all of its entries: the same text gives the same bytes."""
    written, out = io.BytesIO(), io.BytesIO()
    package = cast(Any, document.part.package)
    for relations in (package.rels, document.part.rels):  # the library's own picture, and styles for Word of 2010
        for identifier in [key for key, rel in relations.items() if rel.reltype.endswith(_LEFT_OUT)]:
            del relations[identifier]
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            plain = zipfile.ZipInfo(entry.filename, _DATE)
            plain.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(plain, source.read(entry))
    return out.getvalue()
