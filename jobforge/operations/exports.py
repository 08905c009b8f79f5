"""Saved texts as files: what is exported, under which name, and the tickets that browsers fetch files with."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from uuid import UUID

import orjson

from jobforge import security
from jobforge.enums import DocumentType, ExportFormat, ExportTemplate, TextKind
from jobforge.errors import AuthenticationError, NotFound, ValidationError
from jobforge.inputs import DocumentExport, ResumeExport, read
from jobforge.interchange.export import EXPORT_VERSION
from jobforge.interchange.export_options import MEDIA_TYPES, ExportOptions
from jobforge.interchange.filenames import content_disposition, file_name
from jobforge.interchange.glyphs import glyph_warnings
from jobforge.interchange.paper import default_paper
from jobforge.interchange.results import RenderedFile
from jobforge.interchange.text_out import to_markdown
from jobforge.languages import table
from jobforge.operations import accounts, conversions, csv_applications, documents, ownership
from jobforge.operations.ownership import word
from jobforge.settings import current
from jobforge.storage.models import Application, Caller, Document, DocumentVersion, Resume
from jobforge.text.language import detect

_KINDS = {
    DocumentType.RESEARCH_REPORT: TextKind.REPORT,
    DocumentType.OPTIMIZED_RESUME: TextKind.RESUME,
    DocumentType.COVER_LETTER: TextKind.LETTER,
}
_WITHOUT_JSON = [kind.value for kind in ExportFormat if kind is not ExportFormat.JSON_RESUME]


@dataclass(frozen=True, slots=True)
class Source:
    """A text that can be exported, with what its file is named after. `version` is None for a resume."""

    id: UUID
    kind: TextKind
    text: str
    company: str | None = None
    place: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """A text with everything that decides the bytes of its file; nothing has been rendered yet."""

    text: str
    options: ExportOptions
    filename: str

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.options.format]

    @property
    def etag(self) -> str:
        """Return the strong validator of the file, quotes included."""
        decisive = orjson.dumps([EXPORT_VERSION, self.filename, self.text, *map(str, astuple(self.options))])
        return f'"{hashlib.blake2b(decisive, digest_size=16).hexdigest()}"'

    @property
    def headers(self) -> dict[str, str]:
        """Return what its answer carries over HTTP, whether or not the body is sent."""
        return {
            "ETag": self.etag,
            "Cache-Control": "private, no-cache",
            "Content-Disposition": content_disposition(self.filename),
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }


@dataclass(frozen=True, slots=True)
class Ticket:
    """Where a file can be fetched without a header until `expires_at`. The path has no base path."""

    path: str
    filename: str
    media_type: str
    expires_at: datetime
    warnings: list[str]


TICKET_PATH = "/api/v1/exports/"
CSV_NAME, CSV_MEDIA_TYPE = "applications.csv", "text/csv; charset=utf-8"


async def of_document(user: Caller, application_id: str, document_type: str, given: object) -> Export:
    """Return the export of a document. Raises NotFound, ValidationError."""
    application = await ownership.application(user, application_id)
    kind = word(DocumentType, document_type, "Document")
    row = await Document.filter(application_id=application.id, document_type=kind).first()
    if row is None:
        raise NotFound("Document not found")
    chosen = read(DocumentExport, given)
    return _export(user, await _at_version(_of_row(row, application), chosen.version), chosen)


async def of_resume(user: Caller, resume_id: str, given: object) -> Export:
    """Return the export of a resume of the library. Raises NotFound, ValidationError."""
    row = await ownership.resume(user, resume_id)
    return _export(user, Source(row.id, TextKind.RESUME, row.content), read(ResumeExport, given))


async def sources_of_documents(document_ids: Sequence[UUID]) -> list[Source]:
    """Return what of each document is exported: two statements for all."""
    rows = {row.id: row for row in await Document.filter(id__in=set(document_ids))}
    applications = {row.application_id for row in rows.values()}
    owners = {row.id: row for row in await Application.filter(id__in=applications)}
    return [_of_row(rows[key], owners[rows[key].application_id]) for key in document_ids]


async def sources_of_resumes(resume_ids: Sequence[UUID]) -> list[Source]:
    """Return what of each resume is exported: one statement for all."""
    texts = dict(await Resume.filter(id__in=set(resume_ids)).values_list("id", "content"))
    return [Source(key, TextKind.RESUME, texts[key]) for key in resume_ids]


async def document_ticket(user: Caller, source: Source, given: object) -> Ticket:
    """Return where a document's file can be fetched. Raises NotFound for an unknown version, ValidationError."""
    chosen = read(DocumentExport, given)
    source = await _at_version(source, chosen.version)
    if source.version is not None:
        await documents.pin(source.id, source.version)  # the ticket names this version
    return _ticket(user, source, chosen)


async def resume_ticket(user: Caller, source: Source, given: object) -> Ticket:
    """Return where a resume's file can be fetched. Raises ValidationError."""
    return _ticket(user, source, read(ResumeExport, given))


def applications_ticket(user: Caller) -> Ticket:
    """Return where all applications can be fetched as CSV."""
    ticket, expires = security.issue_ticket(user.id, {"list": "applications"})
    return Ticket(TICKET_PATH + ticket, CSV_NAME, CSV_MEDIA_TYPE, datetime.fromtimestamp(expires, UTC), [])


async def list_by_ticket(ticket: str) -> str | None:
    """Return the list that a ticket names, as CSV; None for the ticket of a text. Raises AuthenticationError."""
    token, claims = security.read_ticket(ticket)
    if claims.get("list") != "applications":
        return None
    return await csv_applications.export(await accounts.user_of(token))


async def by_ticket(ticket: str) -> Export:
    """Return the export that a ticket names, as its text is now, or at the version that it names.

    Raises AuthenticationError for a ticket that is not good, or no longer; NotFound for what is gone."""
    token, claims = security.read_ticket(ticket)
    user = await accounts.user_of(token)
    try:
        values = {name: claims[name] for name in ("format", "template", "paper")}
        identity = UUID(claims["text"])
        version = claims.get("version")
    except (KeyError, ValueError, TypeError):
        raise AuthenticationError from None
    if version is None:
        row = await ownership.resume(user, identity)
        return _export(user, Source(row.id, TextKind.RESUME, row.content), read(ResumeExport, values))
    document = await Document.filter(id=identity, application__user_id=user.id).first()
    if document is None:
        raise NotFound("Document not found")
    application = await Application.get(id=document.application_id)
    source = await _at_version(_of_row(document, application), version)
    return _export(user, source, read(ResumeExport, values))


async def render(export: Export) -> RenderedFile:
    """Return the file. Raises FileRefused, RateLimited."""
    if export.options.format is ExportFormat.MARKDOWN:
        return to_markdown(export.text)
    return await conversions.render(export.text, export.options)


def from_text(text: str, kind: TextKind, name: str, chosen: ResumeExport, company: str | None = None) -> Export:
    """Return the export of a text that is not stored. Raises ValidationError."""
    _check_format(kind, chosen.format)
    language = detect(text)
    names = _file_names(language.value)
    filename = file_name([name, names[kind.value], company or ""], chosen.format.value)
    options = ExportOptions(
        kind=kind,
        format=chosen.format,
        template=chosen.template or ExportTemplate.MODERN,
        paper=chosen.paper or default_paper(text, language.value),
        title=filename.rpartition(".")[0],
        author=name,
        language=language.value,
        font_directory=str(directory) if (directory := current().font_dir) else None,
    )
    return Export(text, options, filename)


def _file_names(language: str) -> Mapping[str, str]:
    """Return what a file of each kind is called; in English where a language does not say."""
    try:
        return table(language, "files")
    except FileNotFoundError:
        return table("en", "files")


def _export(user: Caller, source: Source, chosen: ResumeExport) -> Export:
    if chosen.paper is None and source.place:
        language = detect(source.text).value
        chosen = chosen.model_copy(update={"paper": default_paper(source.text, language, source.place)})
    return from_text(source.text, source.kind, user.full_name, chosen, source.company)


def _check_format(kind: TextKind, chosen: ExportFormat) -> None:
    if chosen is ExportFormat.JSON_RESUME and kind is not TextKind.RESUME:
        raise ValidationError(details={"format": [f"Must be one of: {', '.join(_WITHOUT_JSON)}"]})


def _of_row(row: Document, application: Application) -> Source:
    kind = _KINDS[row.document_type]
    # A report is about the employer's country; letter and resume say where their writer lives.
    position = application.location if kind is TextKind.REPORT else None
    return Source(row.id, kind, row.content, application.company_name, position, row.version)


async def _at_version(source: Source, version: int | None) -> Source:
    if version is None or version == source.version:
        return source
    row = await DocumentVersion.filter(document_id=source.id, version=version).first()
    if row is None:
        raise NotFound(f"Version {version} not found")
    return Source(source.id, source.kind, row.content, source.company, source.place, version)


def _ticket(user: Caller, source: Source, chosen: ResumeExport) -> Ticket:
    export = _export(user, source, chosen)
    contents: dict[str, str | int] = {
        "text": str(source.id),
        "format": export.options.format.value,
        "template": export.options.template.value,
        "paper": export.options.paper.value,
    }
    if source.version is not None:
        contents["version"] = source.version
    ticket, expires = security.issue_ticket(user.id, contents)
    return Ticket(
        TICKET_PATH + ticket,
        export.filename,
        export.media_type,
        datetime.fromtimestamp(expires, UTC),
        glyph_warnings(source.text) if export.options.format is ExportFormat.PDF else [],
    )
