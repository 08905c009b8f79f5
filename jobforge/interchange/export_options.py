"""How a text is exported: format, template, paper, and what the file says of itself."""

from dataclasses import dataclass

from jobforge.enums import ExportFormat, ExportTemplate, PaperSize, TextKind

MEDIA_TYPES = {
    ExportFormat.PDF: "application/pdf",
    ExportFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ExportFormat.MARKDOWN: "text/markdown; charset=utf-8",
    ExportFormat.TEXT: "text/plain; charset=utf-8",
    ExportFormat.JSON_RESUME: "application/json",
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Everything that decides the bytes of an export, the text aside."""

    kind: TextKind
    format: ExportFormat = ExportFormat.PDF
    template: ExportTemplate = ExportTemplate.MODERN
    paper: PaperSize = PaperSize.A4
    title: str = ""
    author: str = ""
    language: str = "en"
    font_directory: str | None = None
