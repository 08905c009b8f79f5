"""What can be asked."""

import strawberry
from strawberry import ID, UNSET

from jobforge.enums import ApplicationOrder, ApplicationStatus, DocumentType, PriorityLevel, Stage
from jobforge.graphql.columns import application_columns, page_columns, resume_columns
from jobforge.graphql.context import Info
from jobforge.graphql.file_types import AdReading
from jobforge.graphql.history_types import DocumentVersion
from jobforge.graphql.inputs import given
from jobforge.graphql.node import Node
from jobforge.graphql.pipeline_queries import PipelineQueries
from jobforge.graphql.review_types import DocumentReview, FactCheck
from jobforge.graphql.types import (
    Application,
    ApplicationConnection,
    Document,
    ProcessingStatus,
    Resume,
    Service,
    User,
    shown,
)
from jobforge.operations import (
    account_export,
    accounts,
    applications,
    capabilities,
    documents,
    exchange,
    nodes,
    phase_runs,
    requirement_match,
    resumes,
)


@strawberry.type
class Query(PipelineQueries):
    @strawberry.field(description="What this server can do; needs no user.")
    async def service(self) -> Service:
        return shown(capabilities.describe())

    @strawberry.field(description="The user whose bearer token came with the request.")
    async def me(self, info: Info) -> User:
        return shown(await info.context.user())

    @strawberry.field(
        description="An application, document, resume or run of the user's by its id; null for every other id."
    )
    async def node(self, info: Info, id: ID) -> Node | None:
        return shown(await nodes.find(await info.context.user(), id))

    @strawberry.field(description="All that is the user's, as one JSON document.")
    async def export_account(self, info: Info) -> str:
        return await account_export.text(await info.context.owner())

    @strawberry.field
    async def application(self, info: Info, id: ID) -> Application | None:
        access, columns = await info.context.access(), application_columns(info)
        return shown(await accounts.reading(access, applications.get, id, *columns))

    @strawberry.field(description="Newest first. `first` is at most 100; `after` is the endCursor of the page before.")
    async def applications(
        self,
        info: Info,
        first: int = 50,
        after: str | None = UNSET,
        status: ApplicationStatus | None = UNSET,
        priority: PriorityLevel | None = UNSET,
        search: str | None = UNSET,
        stage: Stage | None = UNSET,
        archived: bool | None = UNSET,
        tag: str | None = UNSET,
        order_by: ApplicationOrder | None = UNSET,
    ) -> ApplicationConnection:
        request = given(
            first=first,
            after=after,
            status=status,
            priority=priority,
            search=search,
            stage=stage,
            archived=archived,
            tag=tag,
            order_by=order_by,
        )
        access, columns = await info.context.access(), page_columns(info)
        page = await accounts.reading(access, applications.list_by_cursor, request, *columns)
        return ApplicationConnection(page=page)

    @strawberry.field
    async def document(self, info: Info, application_id: ID, document_type: DocumentType) -> Document | None:
        return shown(await documents.get(await info.context.user(), application_id, document_type))

    @strawberry.field(description="One version of a document, with its text.")
    async def document_version(self, info: Info, document_id: ID, version: int) -> DocumentVersion | None:
        return shown(await documents.version(await info.context.user(), document_id, version))

    @strawberry.field
    async def resume(self, info: Info, id: ID) -> Resume | None:
        return shown(await resumes.get(await info.context.user(), id))

    @strawberry.field
    async def resumes(self, info: Info) -> list[Resume]:
        return shown(await resumes.library(await info.context.user(), resume_columns(info)))

    @strawberry.field(description="Checks a text as if it were this document's new content, and saves nothing.")
    async def review(
        self, info: Info, application_id: ID, document_type: DocumentType, content: str
    ) -> DocumentReview | None:
        user = await info.context.user()
        return shown(await requirement_match.review_text(user, application_id, document_type, given(content=content)))

    @strawberry.field(description="All checks that a document's review makes.")
    async def fact_checks(self, info: Info) -> list[FactCheck]:
        return shown(requirement_match.fact_checks())

    @strawberry.field
    async def processing_status(self, info: Info, application_id: ID) -> ProcessingStatus | None:
        return shown(await phase_runs.status(await info.context.user(), application_id))

    @strawberry.field(description="What is read out of an ad's text; nothing is saved.")
    async def read_ad(self, info: Info, text: str) -> AdReading:
        return shown(await exchange.read_ad(await info.context.user(), given(text=text)))
