"""A text and its options to a file of any format. The libraries are imported when they are first needed."""

from jobforge.enums import ExportFormat
from jobforge.interchange.export_options import ExportOptions
from jobforge.interchange.results import RenderedFile

EXPORT_VERSION = 2
"""To be raised when the same text would give other bytes: what clients hold is then out of date."""


def export_text(markdown: str, options: ExportOptions) -> RenderedFile:
    """Return the file. Runs in a child process: see `jobforge.interchange.child`."""
    match options.format:
        case ExportFormat.PDF:
            from jobforge.interchange.pdf_out import to_pdf

            return to_pdf(markdown, options)
        case ExportFormat.DOCX:
            from jobforge.interchange.docx_out import to_docx

            return to_docx(markdown, options)
        case ExportFormat.MARKDOWN:
            from jobforge.interchange.text_out import to_markdown

            return to_markdown(markdown)
        case ExportFormat.JSON_RESUME:
            from jobforge.interchange.json_resume_out import to_json_resume

            return to_json_resume(markdown)
        case ExportFormat.TEXT:
            from jobforge.interchange.text_out import to_text

            return to_text(markdown)
