"""A PDF made into Markdown: Europass's own data where it carries them, else what its pages show."""

import contextlib
from collections.abc import Callable, Iterator, Sequence

import pypdfium2 as pdfium

from jobforge.interchange.characters import open_pdf, read_pages
from jobforge.interchange.compose import compose
from jobforge.interchange.europass import is_europass, read_europass
from jobforge.interchange.layout import Layout, read_layout
from jobforge.interchange.limits import MAX_PAGES, no_text
from jobforge.interchange.results import Refusal, RefusalCode
from jobforge.interchange.rows import Row
from jobforge.resumes.reading_warning import ReadingWarning, warning

_MAX_ATTACHMENTS = 20
_MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024
_MIN_LETTERS = 40
_MAX_SHOWN = 3


def read_pdf(data: bytes, write: Callable[[Sequence[Row]], str] = compose) -> tuple[str, tuple[ReadingWarning, ...]]:
    """Return a PDF as what `write` makes of its rows, and what to look at. Raises: Refusal."""
    document = open_pdf(data)
    try:
        if len(document) <= MAX_PAGES and (attached := _europass(document)) is not None:
            return attached, ()
        pages = read_pages(document)
    finally:
        document.close()
    letters = sum(character.text.isalnum() for page in pages for character in page.characters)
    if not letters:
        message = "The PDF holds no text, only pictures: it is a scan. Send the file that it was printed from."
        raise Refusal(RefusalCode.NO_TEXT, message)
    if letters < _MIN_LETTERS:
        raise no_text("PDF")
    layout = read_layout(pages)
    return write(layout.rows), tuple(_warnings(layout, sum(page.skipped for page in pages)))


def _europass(document: pdfium.PdfDocument) -> str | None:
    """Return the text of the XML that Europass puts into its PDFs."""
    for index in range(min(document.count_attachments(), _MAX_ATTACHMENTS)):
        attachment = document.get_attachment(index)
        try:
            data = bytes(attachment.get_data())
        except pdfium.PdfiumError:
            continue
        if len(data) <= _MAX_ATTACHMENT_BYTES and is_europass(data):
            with contextlib.suppress(Refusal):
                text = read_europass(data)
                if len(text) >= _MIN_LETTERS:
                    return text
    return None


def _warnings(layout: Layout, skipped: int) -> Iterator[ReadingWarning]:
    if layout.columns:
        yield warning(1, "file.columns")
    if skipped:
        yield warning(1, "file.letters", count=skipped)
    if layout.rejoined:
        words = ", ".join(layout.rejoined[:_MAX_SHOWN])
        yield warning(1, "file.hyphens", count=len(layout.rejoined), words=words)
