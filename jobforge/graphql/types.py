"""The types of the schema. Their plain fields are read from the rows and values that operations give."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
from strawberry import ID, UNSET

from jobforge.enums import (
    ApplicationStatus,
    Author,
    ChangeKind,
    DocumentType,
    ExportFormat,
    ExportTemplate,
    FocusArea,
    PaperSize,
    Phase,
    PriorityLevel,
    ProcessingState,
    RunStatus,
    Stage,
    StaleReason,
    Verdict,
)
from jobforge.graphql.columns import ROWS
from jobforge.graphql.compiled import attribute_or_item, groups_by_column, ready, selected, table_by_column
from jobforge.graphql.context import Info
from jobforge.graphql.file_types import Export
from jobforge.graphql.history_types import (
    DocumentVersion,
    DocumentVersionConnection,
    PageInfo,
    PhaseRun,
    PhaseRunConnection,
)
from jobforge.graphql.inputs import given, or_none
from jobforge.graphql.node import Node
from jobforge.graphql.pipeline_types import TimelineConnection
from jobforge.graphql.review_types import DocumentReview, MatchReport, ReadingWarning
from jobforge.inputs import PageSize, read
from jobforge.operations import applications, exports, pages, phase_runs, timeline
from jobforge.storage.columnar import Groups, Table

table_by_column(Table)
groups_by_column(Groups)

for _enum in (
    PriorityLevel,
    ApplicationStatus,
    DocumentType,
    FocusArea,
    Phase,
    ProcessingState,
    RunStatus,
    Author,
    ExportFormat,
    StaleReason,
    ChangeKind,
):
    strawberry.enum(_enum)


def shown(value: object) -> Any:
    """A row or value of an operation as the GraphQL type that shows it: its fields are read by name."""
    return value


def _id(root: Any) -> UUID:
    result = attribute_or_item(root, "id")
    return result if isinstance(result, UUID) else UUID(result)


def _first(given: int | None) -> int:
    return read(PageSize, {} if given in (None, UNSET) else {"first": given}).first


@strawberry.type(description="Who writes documents.")
class WriterInfo:
    name: str = strawberry.field(description="`anthropic`, `openai` or `offline`.")
    model: str | None
    receiver: str | None = strawberry.field(
        description="The host that texts are sent to, null when they stay on this server."
    )


@strawberry.type(description="What this server can do; needs no user.")
class Service:
    version: str
    registration_open: bool = strawberry.field(description="Whether new accounts may be made.")
    writers: list[WriterInfo] = strawberry.field(description="In the order in which they are tried.")
    import_formats: list[str] = strawberry.field(description="Of the files that resumes and ads are read from.")
    export_formats: list[ExportFormat] = strawberry.field(description="That documents are written as.")
    languages: list[str] = strawberry.field(description="ISO 639-1 codes of the languages that are read and written.")


@strawberry.type
class User:
    id: ID
    email: str
    full_name: str
    language: str | None = strawberry.field(description="That the user reads the pages in, as an ISO 639-1 code.")
    ghosted_after_days: int = strawberry.field(description="Of silence after which GHOSTED is offered, never set.")
    monthly_budget_micros: int | None = strawberry.field(description="In millionths of the currency of `usage`.")
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
class Document(Node):
    application_id: ID
    document_type: DocumentType
    content: str = strawberry.field(description="Markdown.")
    version: int
    author: Author
    created_at: datetime
    updated_at: datetime
    verdict: Verdict | None = strawberry.field(
        description="Of the review, kept with the document and renewed in the background after a change; null until "
        "it was first computed."
    )

    @strawberry.field(
        description="True when the ad, the resume or an earlier document changed after this text was generated."
    )
    async def stale(self, root: strawberry.Parent[Any], info: Info) -> bool:
        return bool(await info.context.loaders.stale_reasons.load(_id(root)))

    @strawberry.field(description="What changed after this text was generated; empty where it is up to date.")
    async def stale_reasons(self, root: strawberry.Parent[Any], info: Info) -> list[StaleReason]:
        return await info.context.loaders.stale_reasons.load(_id(root))

    @strawberry.field(description="The resume's text that the document was made from; null where it was not kept.")
    async def resume_content(self, root: strawberry.Parent[Any], info: Info) -> str | None:
        return await info.context.loaders.resume_contents.load(_id(root))

    @strawberry.field
    async def review(self, root: strawberry.Parent[Any], info: Info) -> DocumentReview:
        return shown(await info.context.loaders.reviews.load(_id(root)))

    @strawberry.field(description="Newest first; 20 unless `first` says otherwise, 100 at most.")
    async def versions(
        self, root: strawberry.Parent[Any], info: Info, first: int | None = UNSET
    ) -> list[DocumentVersion]:
        key = (_id(root), _first(first), "content" in selected(info), None)
        return shown(await info.context.loaders.versions.load(key))

    @strawberry.field(
        description="All versions by pages, newest first; 20 a page unless `first` says otherwise, at most 100."
    )
    async def versions_connection(
        self, root: strawberry.Parent[Any], info: Info, first: int | None = UNSET, after: str | None = UNSET
    ) -> DocumentVersionConnection:
        size, number = _first(first), pages.read_cursor(or_none(after))
        with_content = any("content" in selected(info, *path) for path in ROWS)
        rows = await info.context.loaders.versions.load((_id(root), size + 1, with_content, number))
        return DocumentVersionConnection(page=pages.Page.of(rows, size, number))

    @strawberry.field(
        description="Where this document can be fetched as a file; the newest version unless one is named."
    )
    async def export(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        format: ExportFormat = ExportFormat.PDF,
        template: ExportTemplate | None = UNSET,
        paper: PaperSize | None = UNSET,
        version: int | None = UNSET,
    ) -> Export | None:
        user, chosen = await info.context.user(), given(format=format, template=template, paper=paper, version=version)
        source = await info.context.loaders.exported_documents.load(_id(root))
        return shown(await exports.document_ticket(user, source, chosen))


@strawberry.type
class Resume(Node):
    name: str
    content: str = strawberry.field(description="Markdown.")
    focus_area: FocusArea | None
    is_primary: bool
    version: int = strawberry.field(description="Grows with every change of it.")
    created_at: datetime
    updated_at: datetime

    @strawberry.field(description="What was read badly and where, in the order of the text; empty where all is well.")
    async def reading_warnings(self, root: strawberry.Parent[Any], info: Info) -> list[ReadingWarning]:
        warnings: Any = await info.context.loaders.reading_warnings.load(_id(root))
        return list(warnings)

    @strawberry.field(description="Where this resume can be fetched as a file.")
    async def export(
        self,
        root: strawberry.Parent[Any],
        info: Info,
        format: ExportFormat = ExportFormat.PDF,
        template: ExportTemplate | None = UNSET,
        paper: PaperSize | None = UNSET,
    ) -> Export | None:
        user, chosen = await info.context.user(), given(format=format, template=template, paper=paper)
        source = await info.context.loaders.exported_resumes.load(_id(root))
        return shown(await exports.resume_ticket(user, source, chosen))


@strawberry.type(
    description="The ad's requirements held against the resume, kept with the application and renewed in the "
    "background."
)
class Coverage:
    share: float | None = strawberry.field(
        description="Of the requirements, 0.0 to 1.0, must-haves weighing more; null when too little was found to say."
    )
    proved: int
    listed: int
    missing: int
    outdated: bool = strawberry.field(description="Whether a text changed since.")


@strawberry.type
class Application(Node):
    name: str
    company_name: str
    role_title: str
    job_url: str | None
    job_description: str
    location: str | None
    priority_level: PriorityLevel
    additional_context: str | None
    status: ApplicationStatus
    stage: Stage = strawberry.field(description="Where it stands in the search; `status` has the phases.")
    applied_at: datetime | None
    closed_at: datetime | None
    deadline: datetime | None
    salary: str | None = strawberry.field(description="As the ad says it.")
    found_via: str | None
    archived: bool
    research_completed: bool
    resume_optimized: bool
    cover_letter_generated: bool
    created_at: datetime
    updated_at: datetime

    @strawberry.field(graphql_type=list[Document], metadata=ready("documents"))
    def documents(self, root: strawberry.Parent[Any], info: Info) -> Any:
        read = root.get("documents") if type(root) is dict else None
        return info.context.loaders.documents.load((_id(root), "content" in selected(info))) if read is None else read

    @strawberry.field
    async def document(self, root: strawberry.Parent[Any], info: Info, document_type: DocumentType) -> Document | None:
        created = await info.context.loaders.documents.load((_id(root), "content" in selected(info)))
        return shown(next((row for row in created if row["document_type"] == document_type), None))

    @strawberry.field
    async def processing(self, root: strawberry.Parent[Any], info: Info) -> ProcessingStatus:
        latest = await info.context.loaders.latest_runs.load(_id(root))
        return shown(phase_runs.status_of(_id(root), latest))

    @strawberry.field(description="Newest first; 20 unless `first` says otherwise, 100 at most.")
    async def runs(self, root: strawberry.Parent[Any], info: Info, first: int | None = UNSET) -> list[PhaseRun]:
        return shown(await info.context.loaders.runs.load((_id(root), _first(first), None)))

    @strawberry.field(
        description="All runs by pages, newest first; 20 a page unless `first` says otherwise, at most 100."
    )
    async def runs_connection(
        self, root: strawberry.Parent[Any], info: Info, first: int | None = UNSET, after: str | None = UNSET
    ) -> PhaseRunConnection:
        size, number = _first(first), pages.read_cursor(or_none(after))
        rows = await info.context.loaders.runs.load((_id(root), size + 1, number))
        return PhaseRunConnection(page=pages.Page.of(rows, size, number))

    @strawberry.field(description="Null until it was first computed.")
    def coverage(self, root: strawberry.Parent[Any]) -> Coverage | None:
        proved = attribute_or_item(root, "coverage_proved")
        if proved is None:
            return None
        return Coverage(
            share=attribute_or_item(root, "coverage_share"),
            proved=proved,
            listed=attribute_or_item(root, "coverage_listed"),
            missing=attribute_or_item(root, "coverage_missing"),
            outdated=attribute_or_item(root, "coverage_outdated_since") is not None,
        )

    @strawberry.field(description="In alphabetical order; at most 20.")
    async def tags(self, root: strawberry.Parent[Any], info: Info) -> list[str]:
        return await info.context.loaders.tags.load(_id(root))

    @strawberry.field(description="What happened and what will, the newest first; 20 unless `first` says otherwise.")
    async def timeline(
        self, root: strawberry.Parent[Any], first: int | None = UNSET, after: str | None = UNSET
    ) -> TimelineConnection:
        return TimelineConnection(page=await timeline.page(_id(root), _first(first), or_none(after)))

    @strawberry.field(
        graphql_type=list[Annotated["Application", strawberry.lazy("jobforge.graphql.types")]],
        description="The user's other applications to the same company for the same role, or with the same address.",
    )
    async def possible_duplicates(self, root: strawberry.Parent[Any], info: Info) -> Any:
        return await info.context.loaders.duplicates.load(_id(root))

    @strawberry.field(description="The phases that the server starts by itself, each as the one before completes.")
    async def planned_phases(self, root: strawberry.Parent[Any], info: Info) -> list[Phase]:
        return phase_runs.planned_of(await info.context.loaders.runs.load((_id(root), 1, None)))

    @strawberry.field(
        description="What the job ad asks for, held against the user's resume (the one last used, or else the primary "
        "one)."
    )
    async def match(self, root: strawberry.Parent[Any], info: Info) -> MatchReport:
        return shown(await info.context.loaders.matches.load(_id(root)))


@strawberry.type
class ApplicationEdge:
    node: Application

    @strawberry.field
    def cursor(self, root: strawberry.Parent[Any]) -> str:
        return applications.cursor(root["node"], root["order"])


@strawberry.type
class ApplicationConnection:
    page: strawberry.Private[applications.Page]

    @strawberry.field(graphql_type=list[ApplicationEdge])
    def edges(self) -> Any:
        rows = self.page.applications
        return Table({"node": rows, "order": [self.page.order] * len(rows)})

    @strawberry.field(graphql_type=list[Application])
    def nodes(self) -> Any:
        return self.page.applications

    @strawberry.field
    def page_info(self) -> PageInfo:
        rows = self.page.applications
        return PageInfo(
            has_next_page=self.page.has_next,
            has_previous_page=self.page.has_previous,
            start_cursor=applications.cursor(rows[0], self.page.order) if rows else None,
            end_cursor=applications.cursor(rows[-1], self.page.order) if rows else None,
        )

    @strawberry.field
    async def total_count(self) -> int:
        return await self.page.total()


@strawberry.type(
    description="The state of an application that changed. RESET: what was asked for is too old, read everything again."
)
class ApplicationChange:
    id: ID
    kind: ChangeKind
    application: Application | None = strawberry.field(description="As it is now; null for DELETED and RESET.")
    at: datetime
    application_id: ID | None = strawberry.field(description="Of the application; null for RESET.")
