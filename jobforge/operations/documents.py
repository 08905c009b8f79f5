"""The documents of an application and their versions. Nothing that was written is ever lost: it becomes a version."""

from collections import defaultdict
from collections.abc import Sequence
from typing import cast
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from jobforge import inputs
from jobforge.enums import Author, DocumentType
from jobforge.errors import InvalidState, NotFound
from jobforge.inputs import read
from jobforge.operations.ownership import application as owned_application
from jobforge.operations.ownership import word
from jobforge.storage.columnar import Groups, Table
from jobforge.storage.models import Application, Caller, Document, DocumentVersion, Resume, now
from jobforge.storage.queries import Select


async def of_application(user: Caller, application_id: str) -> dict[DocumentType, Document | None]:
    """Every type of document, with the document or None."""
    application = await owned_application(user, application_id)
    made = {row.document_type: row for row in await Document.filter(application_id=application.id)}
    return {kind: made.get(kind) for kind in DocumentType}


async def get(user: Caller, application_id: str, document_type: str) -> Document:
    application = await owned_application(user, application_id)
    found = await Document.filter(
        application_id=application.id, document_type=word(DocumentType, document_type, "Document")
    ).first()
    if found is None:
        raise NotFound("Document not found")
    return found


async def edit(
    user: Caller, application_id: str, document_type: str, given: object, expected_version: int | None = None
) -> Document:
    """Saves the user's text as the newest version. Raises InvalidState when `expected_version` no longer is."""
    document = await get(user, application_id, document_type)
    data = read(inputs.DocumentWrite, given)
    async with in_transaction():
        return await _next_version(document, data.content, expected_version)


async def restore(user: Caller, application_id: str, document_type: str, version: int) -> Document:
    """Makes an earlier version the newest again, as a new version."""
    document = await get(user, application_id, document_type)
    earlier = await DocumentVersion.filter(document_id=document.id, version=version).first() if version > 0 else None
    if earlier is None:
        raise NotFound(f"Version {version} not found")
    async with in_transaction():
        return await _next_version(document, earlier.content, None)


async def save_generated(
    application: Application, document_type: DocumentType, content: str, source_digests: dict[str, object]
) -> Document:
    """Saves a generated text, in the transaction that the caller holds. It replaces nothing: it is a new version."""
    existing = await Document.filter(application_id=application.id, document_type=document_type).first()
    if existing is not None:
        return await _next_version(existing, content, None, Author.AI, source_digests)
    moment = now()
    document = await Document.create(
        application_id=application.id,
        document_type=document_type,
        content=content,
        author=Author.AI,
        source_digests=source_digests,
        created_at=moment,
        updated_at=moment,
    )
    await _keep(document)
    return document


COLUMNS = (
    "id",
    "application_id",
    "document_type",
    "content",
    "version",
    "author",
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
    for place in in_order(rows):
        places[owners[place]].append(place)
    return Groups(rows, [places[key] for key in keys])


def in_order(rows: Table) -> list[int]:
    """Where each document stands, in the order of the phases that make them."""
    order = [_ORDER[kind] for kind in rows.columns["document_type"]]
    return sorted(range(len(rows)), key=order.__getitem__)


async def versions_of_documents(document_ids: Sequence[UUID]) -> list[list[DocumentVersion]]:
    """The versions of each document, newest first: one statement for all."""
    found: defaultdict[UUID, list[DocumentVersion]] = defaultdict(list)
    for version in await DocumentVersion.filter(document_id__in=set(document_ids)).order_by("-version"):
        found[version.document_id].append(version)
    return [found[key] for key in document_ids]


async def are_stale(document_ids: Sequence[UUID]) -> list[bool]:
    """Of each document, whether the ad, the resume or an earlier document changed after its text was generated.

    Four statements for all. A resume that is gone has changed; one that was not there when the text was made has
    not."""
    documents = {
        row.id: row
        for row in await Document.filter(id__in=set(document_ids)).only("id", "application_id", "source_digests")
    }
    applications = {document.application_id for document in documents.values()}
    ads: dict[UUID, str] = dict(await Application.filter(id__in=applications).values_list("id", "digest"))
    used = {UUID(str(made)) for document in documents.values() if (made := document.source_digests.get("resume_id"))}
    resumes: dict[UUID, str] = dict(await Resume.filter(id__in=used).values_list("id", "digest")) if used else {}
    siblings = await Document.filter(application_id__in=applications).values_list(
        "application_id", "document_type", "version"
    )
    versions = {(application, DocumentType(kind).value): version for application, kind, version in siblings}

    def is_stale(document: Document) -> bool:
        made = document.source_digests
        earlier = cast(dict[str, int], made.get("documents", {}))
        resume = made.get("resume_id")
        return (
            made.get("ad") != ads.get(document.application_id)
            or (resume is not None and made.get("resume") != resumes.get(UUID(str(resume))))
            or any(versions.get((document.application_id, kind)) != version for kind, version in earlier.items())
        )

    return [is_stale(documents[key]) for key in document_ids]


async def _next_version(
    document: Document,
    content: str,
    expected_version: int | None,
    author: Author = Author.USER,
    source_digests: dict[str, object] | None = None,
) -> Document:
    newest = Document.filter(id=document.id)
    if expected_version is not None:
        newest = newest.filter(version=expected_version)
    changed: dict[str, object] = {"content": content, "author": author, "updated_at": now()}
    if source_digests is not None:
        changed["source_digests"] = source_digests
    if not await newest.update(version=F("version") + 1, **changed):
        saved = await Document.filter(id=document.id).first()
        if saved is None:
            raise NotFound("Document not found")
        raise InvalidState(
            f"The document has been changed meanwhile: its version is {saved.version}, not {expected_version}."
        )
    # The row is ours until the transaction ends, so this is the version that we made.
    document = await Document.get(id=document.id)
    await _keep(document)
    return document


async def _keep(document: Document) -> None:
    await DocumentVersion.create(
        document_id=document.id,
        version=document.version,
        content=document.content,
        author=document.author,
        created_at=document.updated_at,
    )
