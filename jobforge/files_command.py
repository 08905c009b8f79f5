"""`jobforge export`, `jobforge import`, and the files of `jobforge draft`: the operations on files, from a terminal."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from jobforge.enums import DocumentType, ExportFormat, ExportTemplate, PaperSize, TextKind
from jobforge.errors import ConfigurationError, JobForgeError
from jobforge.inputs import ResumeExport
from jobforge.interchange.results import ImportedAd, ImportedResume
from jobforge.operations import conversions, exports
from jobforge.operations.ad_addresses import fetch_ad_page
from jobforge.resumes.parser import read_resume

TEXT_SUFFIXES = ("", ".md", ".markdown", ".txt")
"""Files that are read as they are; all others are converted."""
KINDS = {
    DocumentType.RESEARCH_REPORT: TextKind.REPORT,
    DocumentType.OPTIMIZED_RESUME: TextKind.RESUME,
    DocumentType.COVER_LETTER: TextKind.LETTER,
}


def kind_of(file: Path) -> TextKind:
    """Return what kind of text a file holds, by the names that `jobforge draft` gives."""
    names = {document.value: kind for document, kind in KINDS.items()}
    return names.get(file.stem, TextKind.RESUME)


def formats_of(words: str) -> list[ExportFormat]:
    """Return the formats in `pdf,docx`. Raises ConfigurationError."""
    try:
        return list(dict.fromkeys(ExportFormat(token.strip().lower()) for token in words.split(",")))
    except ValueError:
        existing = ", ".join(each.value for each in ExportFormat)
        raise ConfigurationError(
            f"--format: {words!r} is none of {existing}, or several with commas between."
        ) from None


async def export_text(
    text: str,
    kind: TextKind,
    target: Path,
    formats: Sequence[ExportFormat],
    template: ExportTemplate | None,
    paper: PaperSize | None,
) -> tuple[list[Path], list[str]]:
    """Write a text as files of these formats, named as `target` with another suffix; return them and the warnings.

    Raises the operations' errors, and ConfigurationError when a file cannot be written."""
    files, warnings = [], []
    name = read_resume(text).name if kind is TextKind.RESUME else None
    for each in formats:
        chosen = ResumeExport(format=each, template=template, paper=paper)
        rendered = await exports.render(exports.from_text(text, kind, name or "", chosen))
        file = target.with_suffix(f".{each.value}")
        try:
            await asyncio.to_thread(file.write_bytes, rendered.data)
        except OSError as error:
            raise ConfigurationError(f"{file} cannot be written ({error.strerror}).") from None
        files.append(file)
        warnings += [warning for warning in rendered.warnings if warning not in warnings]
    return files, warnings


async def import_resume(file: Path) -> ImportedResume:
    """Return the resume in a file of any format that is read. Raises FileRefused with the file's name."""
    data = await asyncio.to_thread(_bytes, file)
    try:
        return await conversions.read_resume(data, file.name)
    except JobForgeError as error:
        error.args = (f"{file}: {error.message}",)
        raise


async def import_ad(source: str) -> ImportedAd:
    """Return the ad in a file or at an address. Raises FileRefused, InvalidState, ConfigurationError."""
    if source.startswith(("https://", "http://")):
        page = await fetch_ad_page(None, source)
        return await conversions.read_ad(page.data, page.filename)
    file = Path(source)
    data = await asyncio.to_thread(_bytes, file)
    try:
        return await conversions.read_ad(data, file.name)
    except JobForgeError as error:
        error.args = (f"{file}: {error.message}",)
        raise


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be read ({error.strerror}).") from None
