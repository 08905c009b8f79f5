"""The documents of an application and their versions. Nothing that was written is ever lost: it becomes a version."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from tortoise.expressions import F

from jobforge import inputs
from jobforge.enums import Author, DocumentType, StaleReason
from jobforge.errors import NotFound, VersionConflict
from jobforge.inputs import read
from jobforge.operations import changes, quotas, renewal
from jobforge.operations.ownership import application as owned_application
from jobforge.operations.ownership import identity, word
from jobforge.operations.repeats import repeatable
from jobforge.storage.columnar import Groups, Row, Table
from jobforge.storage.models import Application, Caller, Document, DocumentVersion, Resume, ResumeText, now
from jobforge.storage.queries import Select, newest

AMEND_WINDOW = timedelta(minutes=10)
"""How long a version may be replaced by the next save, counted from the first save of the chain."""


async def of_application(user: Caller, application_id: str) -> dict[DocumentType, Row | None]:
    """Return every type of document with the document, or None where there is none."""
    application = await owned_application(user, application_id)
    (rows,) = await of_applications([application.id])
    created = {row["document_type"]: row for row in rows}
    return {kind: created.get(kind) for kind in DocumentType}


async def get(user: Caller, application_id: str, document_type: str) -> Document:
    application = await owned_application(user, application_id)
    result = await Document.filter(
        application_id=application.id, document_type=word(DocumentType, document_type, "Document")
    ).first()
    if result is None:
        raise NotFound("Document not found")
    return result


@repeatable
async def edit(
    user: Caller,
    application_id: str,
    document_type: str,
    given: object,
    expected_version: int | None = None,
    *,
    amend: bool = False,
) -> Document:
    """Save the user's text as the newest version. Raises VersionConflict when `expected_version` no longer is.

    With `amend`, it replaces the newest version where that is the user's own, unsent and begun a short time ago:
    without it, every pause in typing would stay as a version."""
    document = await get(user, application_id, document_type)
    data = read(inputs.DocumentWrite, given)
    if amend and data.content == document.content and expected_version in (None, document.version):
        return document
    async with changes.changing(user.id) as number:
        await quotas.check_version(user.id, document, len(data.content.encode()))
        saved = await _next_version(document, _Text(data.content), expected_version, amend=amend)
        await changes.record(saved.application_id, number)
    await _announce(user, saved)
    return saved


@repeatable
async def restore(user: Caller, application_id: str, document_type: str, version: int) -> Document:
    """Makes an earlier version the newest again, as a new version."""
    document = await get(user, application_id, document_type)
    earlier = await DocumentVersion.filter(document_id=document.id, version=version).first() if version > 0 else None
    if earlier is None:
        raise NotFound(f"Version {version} not found")
    async with changes.changing(user.id) as number:
        await quotas.check_version(user.id, document, len(earlier.content.encode()))
        saved = await _next_version(document, _Text(earlier.content, pinned=True), None)
        await changes.record(saved.application_id, number)
    await _announce(user, saved)
    return saved


async def _announce(user: Caller, document: Document) -> None:
    await changes.announce(user.id, document.application_id)
    renewal.request()


async def version(user: Caller, document_id: str, number: int) -> DocumentVersion:
    """One version of a document with its text. Raises NotFound."""
    result = None
    if 0 < number <= inputs.MAX_OFFSET:
        versions = DocumentVersion.filter(
            document_id=identity(document_id, "Document"), version=number, document__application__user_id=user.id
        )
        result = await versions.first()
    if result is None:
        identity(document_id, "Document")
        raise NotFound("Document not found" if not await _is_own(user, document_id) else f"Version {number} not found")
    return result


async def _is_own(user: Caller, document_id: str) -> bool:
    return await Document.filter(id=identity(document_id, "Document"), application__user_id=user.id).exists()


async def pin(document_id: UUID, number: int) -> None:
    """Have a version stay that was sent or handed out, whatever is saved after it."""
    await DocumentVersion.filter(document_id=document_id, version=number).update(pinned=True)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that becomes the newest version, and where it comes from."""

    content: str
    author: Author = Author.USER
    writer: str | None = None
    source_digests: dict[str, object] | None = None
    pinned: bool = False


async def save_generated(
    application: Application,
    document_type: DocumentType,
    content: str,
    source_digests: dict[str, object],
    writer: str | None = None,
) -> Document:
    """Saves a generated text, in the transaction that the caller holds. It replaces nothing: it is a new version."""
    text = _Text(content, Author.AI, writer and str(writer), source_digests)
    existing = await Document.filter(application_id=application.id, document_type=document_type).first()
    if existing is not None:
        return await _next_version(existing, text, None)
    moment = now()
    document = await Document.create(
        application_id=application.id,
        document_type=document_type,
        content=content,
        author=Author.AI,
        source_digests=source_digests,
        verdict_outdated_since=moment,
        created_at=moment,
        updated_at=moment,
    )
    await _keep(document, text)
    return document


async def keep_resume_text(resume: Resume) -> None:
    """Keep what a resume says now, for documents that are made from it: once for each text."""
    await ResumeText.get_or_create(
        user_id=resume.user_id, digest=resume.digest, defaults={"content": resume.content, "created_at": now()}
    )


async def resume_contents(document_ids: Sequence[UUID]) -> list[str | None]:
    """Return the text of the resume that each document was made from; None where it is unknown.

    Three statements for all."""
    documents = await Document.filter(id__in=set(document_ids)).values("id", "source_digests", "application__user_id")
    target = {row["id"]: (row["application__user_id"], row["source_digests"].get("resume")) for row in documents}
    digests = {digest for _, digest in target.values() if digest}
    owners = {user_id for user_id, _ in target.values()}
    texts: dict[tuple[UUID, str], str] = {}
    for kind in (Resume, ResumeText) if digests else ():
        rows = kind.filter(user_id__in=owners, digest__in=digests)
        texts |= {
            (user_id, digest): text for user_id, digest, text in await rows.values_list("user_id", "digest", "content")
        }
    return [texts.get(target[key]) for key in document_ids]


COLUMNS = (
    "id",
    "application_id",
    "document_type",
    "content",
    "version",
    "author",
    "verdict",
    "created_at",
    "updated_at",
)
_OF_APPLICATIONS = Select(lambda application_ids: Document.filter(application_id__in=application_ids))
_ORDER = {kind: place for place, kind in enumerate(DocumentType)}


async def of_applications(application_ids: Sequence[UUID | str], columns: tuple[str, ...] = COLUMNS) -> Groups:
    """The documents of each application, in the order of the phases that make them: one statement for all.

    `columns` must name `application_id` and `document_type`."""
    keys = [str(key) for key in application_ids]
    places: dict[str, list[int]] = {key: [] for key in keys}
    rows = await _OF_APPLICATIONS.rows(columns, list(places))
    owners = rows.columns["application_id"]
    for position in in_order(rows):
        places[owners[position]].append(position)
    return Groups(rows, [places[key] for key in keys])


async def of_each_application(keys: Sequence[tuple[UUID, bool]]) -> list[list[Row]]:
    """Return the documents of each application, by (application, with their texts?): one statement for all alike."""
    result: dict[tuple[UUID, bool], list[Row]] = {}
    for with_content in {with_content for _, with_content in keys}:
        applications = list({application for application, target in keys if target is with_content})
        columns = COLUMNS if with_content else tuple(column for column in COLUMNS if column != "content")
        for application, rows in zip(applications, await of_applications(applications, columns), strict=True):
            result[application, with_content] = rows
    return [result[key] for key in keys]


def in_order(rows: Table) -> list[int]:
    """Where each document stands, in the order of the phases that make them."""
    order = [_ORDER[kind] for kind in rows.columns["document_type"]]
    return sorted(range(len(rows)), key=order.__getitem__)


VERSION_COLUMNS = ("id", "document_id", "version", "author", "writer", "verdict", "created_at")
"""What is shown of a version besides its text."""


VersionKey = tuple[UUID, int, bool, int | None]
"""A document, how many versions, with their texts?, below this number."""


async def versions_of_documents(keys: Sequence[VersionKey]) -> list[list[DocumentVersion]]:
    """Return the newest versions of each document: one statement for all that ask alike."""
    result: defaultdict[VersionKey, list[DocumentVersion]] = defaultdict(list)
    for limit, with_content, before in {(limit, content, before) for _, limit, content, before in keys}:
        documents = {document for document, *how in keys if how == [limit, with_content, before]}
        columns = () if with_content else VERSION_COLUMNS
        rows = newest(DocumentVersion, "document_id", "version", documents, limit, columns=columns, before=before)
        for version in await rows:
            result[version.document_id, limit, with_content, before].append(version)
    return [result[key] for key in keys]


async def stale_reasons(document_ids: Sequence[UUID]) -> list[list[StaleReason]]:
    """Return what changed after the text of each document was generated.

    Four statements for all. A resume that is gone has changed; one that was not there when the text was made has
    not."""
    target = Document.filter(id__in=set(document_ids)).only("id", "application_id", "source_digests")
    documents = {row.id: row for row in await target}
    applications = {document.application_id for document in documents.values()}
    ads: dict[UUID, str] = dict(await Application.filter(id__in=applications).values_list("id", "digest"))
    used = {
        UUID(str(created)) for document in documents.values() if (created := document.source_digests.get("resume_id"))
    }
    resumes: dict[UUID, str] = dict(await Resume.filter(id__in=used).values_list("id", "digest")) if used else {}
    siblings = await Document.filter(application_id__in=applications).values_list(
        "application_id", "document_type", "version"
    )
    versions = {(application, DocumentType(kind).value): version for application, kind, version in siblings}

    def reasons(document: Document) -> Iterator[StaleReason]:
        created = document.source_digests
        resume = created.get("resume_id")
        if created.get("ad") != ads.get(document.application_id):
            yield StaleReason.AD
        if resume is not None and created.get("resume") != resumes.get(UUID(str(resume))):
            yield StaleReason.RESUME
        for kind, version in cast(dict[str, int], created.get("documents", {})).items():
            if versions.get((document.application_id, kind)) != version:
                yield StaleReason(kind)

    return [list(reasons(documents[key])) for key in document_ids]


async def _next_version(
    document: Document, text: _Text, expected_version: int | None, *, amend: bool = False
) -> Document:
    newest = Document.filter(id=document.id)
    if expected_version is not None:
        newest = newest.filter(version=expected_version)
    moment = now()
    changed: dict[str, object] = {
        "content": text.content,
        "author": text.author,
        "verdict_outdated_since": moment,
        "updated_at": moment,
    }
    if text.source_digests is not None:
        changed["source_digests"] = text.source_digests
    if not await newest.update(version=F("version") + 1, **changed):
        saved = await Document.filter(id=document.id).first()
        if saved is None:
            raise NotFound("Document not found")
        raise VersionConflict(
            f"The document has been changed meanwhile: its version is {saved.version}, not {expected_version}.",
            saved.version,
        )
    # The row is ours until the transaction ends, so this is the version that we made.
    document = await Document.get(id=document.id)
    begun_at = await _drop_amended(document) if amend else None
    await _keep(document, text, begun_at)
    return document


async def _drop_amended(document: Document) -> datetime | None:
    """Drop the version before the newest one if that may replace it; return when the chain of such saves began."""
    former = await DocumentVersion.filter(document_id=document.id, version=document.version - 1).first()
    if former is None or former.author is not Author.USER or former.pinned:
        return None
    begun_at = former.begun_at or former.created_at
    if begun_at < document.updated_at - AMEND_WINDOW:
        return None
    await former.delete()
    return begun_at


async def _keep(document: Document, text: _Text, begun_at: datetime | None = None) -> None:
    await DocumentVersion.create(
        document_id=document.id,
        version=document.version,
        content=document.content,
        author=document.author,
        writer=text.writer,
        begun_at=begun_at,
        pinned=text.pinned,
        created_at=document.updated_at,
    )
