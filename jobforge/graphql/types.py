"""The types of the schema. Their plain fields are read from the rows and values that operations give."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

import strawberry
from strawberry import ID, UNSET

from jobforge import models
from jobforge.enums import (
    ApplicationStatus,
    Author,
    DocumentType,
    FocusArea,
    Phase,
    PriorityLevel,
    ProcessingState,
    RunStatus,
)
from jobforge.graphql.context import Info
from jobforge.graphql.findings import DocumentReview, MatchReport
from jobforge.inputs import PageSize, read
from jobforge.operations import applications, processing

for _enum in (
    PriorityLevel,
    ApplicationStatus,
    DocumentType,
    FocusArea,
    Phase,
    ProcessingState,
    RunStatus,
    Author,
):
    strawberry.enum(_enum)


def shown(value: object) -> Any:
    """A row or value of an operation as the GraphQL type that shows it: its fields are read by name."""
    return value


def _first(given: int | None) -> int:
    return read(PageSize, {} if given in (None, UNSET) else {"first": given}).first


@strawberry.type
class User:
    id: ID
    email: str
    full_name: str
    created_at: datetime


@strawberry.type
class AuthPayload:
    user: User
    access_token: str
    token_type: str


@strawberry.type
class ProcessingStatus:
    application_id: ID
    current_phase: Phase | None
    status: ProcessingState
    progress: float = strawberry.field(description="From 0.0 to 1.0; never goes back within a run.")
    estimated_completion: datetime | None
    completed_at: datetime | None
    error_message: str | None


@strawberry.type
class PhaseRun:
    id: ID
    application_id: ID
    phase: Phase
    status: RunStatus
    progress: float
    attempt: int
    provider: str | None = strawberry.field(
        description="Who wrote the text: `anthropic`, `openai` or `offline`; null until it is known."
    )
    model: str | None
    input_tokens: int | None
    output_tokens: int | None
    notes: list[str] = strawberry.field(description="What the writer has to say of its text, such as a failover.")
    error_code: str | None
    error_message: str | None
    estimated_completion: datetime | None
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None


@strawberry.type
class DocumentVersion:
    version: int
    author: Author
    content: str
    created_at: datetime


@strawberry.type
class Document:
    id: ID
    application_id: ID
    document_type: DocumentType
    content: str = strawberry.field(description="Markdown.")
    version: int
    author: Author
    created_at: datetime
    updated_at: datetime

    @strawberry.field(
        description="True when the ad, the resume or an earlier document changed after this text was generated."
    )
    async def stale(self, info: Info) -> bool:
        return await info.context.loaders.stale.load(cast(models.Document, self))

    @strawberry.field
    async def review(self, info: Info) -> DocumentReview:
        return shown(await info.context.loaders.reviews.load(cast(models.Document, self)))

    @strawberry.field(description="Newest first; 20 unless `first` says otherwise, 100 at most.")
    async def versions(self, info: Info, first: int | None = UNSET) -> list[DocumentVersion]:
        size = _first(first)
        return shown((await info.context.loaders.versions.load(cast(UUID, self.id)))[:size])


@strawberry.type
class Resume:
    id: ID
    name: str
    content: str = strawberry.field(description="Markdown.")
    focus_area: FocusArea | None
    is_primary: bool
    created_at: datetime
    updated_at: datetime


@strawberry.type
class Application:
    id: ID
    name: str
    company_name: str
    role_title: str
    job_url: str | None
    job_description: str
    location: str | None
    priority_level: PriorityLevel
    additional_context: str | None
    status: ApplicationStatus
    research_completed: bool
    resume_optimized: bool
    cover_letter_generated: bool
    created_at: datetime
    updated_at: datetime

    @strawberry.field
    async def documents(self, info: Info) -> list[Document]:
        return shown(await info.context.loaders.documents.load(cast(UUID, self.id)))

    @strawberry.field
    async def document(self, info: Info, document_type: DocumentType) -> Document | None:
        made = await info.context.loaders.documents.load(cast(UUID, self.id))
        return shown(next((document for document in made if document.document_type is document_type), None))

    @strawberry.field
    async def processing(self, info: Info) -> ProcessingStatus:
        runs = await info.context.loaders.runs.load(cast(UUID, self.id))
        latest = next((run for run in runs if run.status is not RunStatus.CANCELLED), None)
        return shown(processing.status_of(cast(UUID, self.id), latest))

    @strawberry.field(description="Newest first; 20 unless `first` says otherwise, 100 at most.")
    async def runs(self, info: Info, first: int | None = UNSET) -> list[PhaseRun]:
        size = _first(first)
        return shown((await info.context.loaders.runs.load(cast(UUID, self.id)))[:size])

    @strawberry.field(
        description="What the job ad asks for, held against the user's resume (the one last used, or else the primary "
        "one)."
    )
    async def match(self, info: Info) -> MatchReport:
        return shown(await info.context.loaders.matches.load(cast(models.Application, self)))


@strawberry.type
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type
class ApplicationEdge:
    cursor: str
    node: Application


@strawberry.type
class ApplicationConnection:
    edges: list[ApplicationEdge]
    page_info: PageInfo
    page: strawberry.Private[applications.Page]

    @strawberry.field
    async def total_count(self) -> int:
        return await self.page.matching.count()

    @classmethod
    def of(cls, page: applications.Page) -> "ApplicationConnection":
        edges = [ApplicationEdge(cursor=applications.cursor(row), node=shown(row)) for row in page.applications]
        info = PageInfo(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return cls(edges=edges, page_info=info, page=page)
