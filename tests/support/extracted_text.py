"""The text of PDF and DOCX files as other programs read it, and the lines that a Markdown text must show in them."""

import io
import re
import unicodedata

import docx
import pypdf
import pypdfium2

from jobforge.interchange.blocks import Block, BlockKind, plain, read_blocks
from jobforge.interchange.glyphs import without_pictures

PAGE_NUMBER = re.compile(r"^\s*\d+ / \d+\s*$", re.MULTILINE)


def squeezed(text: str) -> str:
    """The letters, digits and signs of a text, without white space, bullets, page numbers and pictures."""
    text, _ = without_pictures(text)
    text = unicodedata.normalize("NFC", PAGE_NUMBER.sub("", text))
    return re.sub(r"[\s\u00ad\ufffe\x02]+", "", text).replace("•", "")


def by_pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_python_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    texts: list[str] = []
    for element in document.iter_inner_content():
        if isinstance(element, docx.table.Table):
            texts += ["\t".join(cell.text for cell in row.cells) for row in element.rows]
        else:
            texts.append(element.text)
    return "\n".join(texts)


def expected_lines(markdown: str, *, separator: str = "") -> list[str]:
    """What must be in a file, squeezed, in this order: headings, lines of paragraphs, items, cells."""
    return [line for block in read_blocks(markdown) for line in map(squeezed, _lines(block, separator)) if line]


def _lines(block: Block, separator: str) -> list[str]:
    if block.kind is BlockKind.TABLE:
        return [separator.join(map(plain, row)) for row in block.rows]
    if block.number is not None:
        return [plain(block.runs)]
    return block.text.split("\n")


def missing_lines(markdown: str, text: str, *, separator: str = "") -> list[str]:
    """The lines that are not in the text after those before them."""
    squeezed_text, position, missing = squeezed(text), 0, []
    for line in expected_lines(markdown, separator=separator):
        found = squeezed_text.find(line, position)
        if found < 0:
            missing.append(line)
        else:
            position = found + len(line)
    return missing


def added_text(markdown: str, text: str, *, separator: str = "") -> str:
    """What the text holds between the lines of the source; the numbers of ordered items are part of the source."""
    squeezed_text, position, added = squeezed(text), 0, []
    for line in expected_lines(markdown, separator=separator):
        found = squeezed_text.find(line, position)
        if found >= 0:
            added.append(squeezed_text[position:found])
            position = found + len(line)
    numbers = {f"{block.number}." for block in read_blocks(markdown) if block.number is not None}
    return "".join(piece for piece in (*added, squeezed_text[position:]) if piece not in numbers)
