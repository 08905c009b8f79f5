"""The search itself: stages, timeline, statistics, and what opens the API."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import strawberry
from strawberry import ID

from jobforge.enums import ApplicationOrder, DeletedKind, EntryKind, Phase, Stage, TokenScope
from jobforge.graphql.compiled import attribute_or_item
from jobforge.graphql.context import Info
from jobforge.graphql.history_types import DocumentVersion, PageInfo, PhaseRun
from jobforge.operations import timeline

if TYPE_CHECKING:
    from jobforge.graphql.types import Application

_TYPES = "jobforge.graphql.types"
LazyApplication = Annotated["Application", strawberry.lazy(_TYPES)]

strawberry.enum(Stage, description="Where an application stands in the search; the last four are closed.")
strawberry.enum(ApplicationOrder, description="How a list of applications is sorted.")
strawberry.enum(DeletedKind, description="What lies in the bin: an application or a resume.")
strawberry.enum(
    TokenScope,
    description="READ: queries, subscriptions, exports of documents. WRITE: changes of the user's things. RUN: "
    "starting and cancelling phases.",
)

Type = TypeVar("Type", bound=type[Any])
_kinds: dict[EntryKind, type[Any]] = {}


def _shows(kind: EntryKind) -> Callable[[Type], Type]:
    """Register the type that shows entries of that kind."""

    def register(cls: Type) -> Type:
        cls.is_type_of = classmethod(lambda _, value, __: value.kind is kind)
        _kinds[kind] = cls
        return cls

    return register


@strawberry.interface(description="Something that happened in an application's course, or will.")
class TimelineEntry:
    id: ID
    at: datetime

    @classmethod
    def resolve_type(cls, value: Any, *_: object) -> str:
        return _kinds[value.kind].__name__


@strawberry.type(description="The application came to another stage.")
@_shows(EntryKind.STAGE_MOVE)
class StageMove(TimelineEntry):
    @strawberry.field(name="from")
    def from_(self, root: strawberry.Parent[Any]) -> Stage | None:
        return attribute_or_item(root, "from_stage")

    @strawberry.field
    def to(self, root: strawberry.Parent[Any]) -> Stage:
        return attribute_or_item(root, "to_stage")


@strawberry.type(description="A phase ended.")
@_shows(EntryKind.PHASE_RESULT)
class PhaseResult(TimelineEntry):
    @strawberry.field(description="Null once the run is deleted, 90 days after it ended.")
    async def run(self, root: strawberry.Parent[Any], info: Info) -> PhaseRun | None:
        result: Any = await info.context.loaders.runs_by_id.load(attribute_or_item(root, "run_id"))
        return result


@strawberry.type(description="The documents that went out when the application was sent; their versions stay.")
@_shows(EntryKind.DOCUMENTS_SENT)
class DocumentsSent(TimelineEntry):
    @strawberry.field
    async def versions(self, root: strawberry.Parent[Any], info: Info) -> list[DocumentVersion]:
        ids = tuple(attribute_or_item(root, "version_ids") or ())
        result: Any = await info.context.loaders.sent_versions.load(ids)
        return result


@strawberry.type
@_shows(EntryKind.NOTE)
class Note(TimelineEntry):
    text: str = strawberry.field(description="Markdown.")
    updated_at: datetime


@strawberry.type
@_shows(EntryKind.INTERVIEW)
class Interview(TimelineEntry):
    time_zone: str = strawberry.field(description="Where it takes place, such as Europe/London.")
    place: str | None

    @strawberry.field(description="Such as phone or on site, in the user's own words.")
    def kind(self, root: strawberry.Parent[Any]) -> str:
        return attribute_or_item(root, "name")

    @strawberry.field
    def note(self, root: strawberry.Parent[Any]) -> str | None:
        return attribute_or_item(root, "text")


@strawberry.type
@_shows(EntryKind.CONTACT)
class Contact(TimelineEntry):
    name: str
    role: str | None
    email: str | None
    phone: str | None


@strawberry.type
@_shows(EntryKind.REMINDER)
class Reminder(TimelineEntry):
    due_at: datetime
    text: str
    done: bool

    @strawberry.field
    async def application(self, root: strawberry.Parent[Any], info: Info) -> LazyApplication:
        result: Any = await info.context.loaders.applications.load(attribute_or_item(root, "application_id"))
        return result


ENTRY_TYPES = tuple(_kinds.values())


@strawberry.type
class TimelineEdge:
    node: TimelineEntry
    cursor: str


@strawberry.type
class TimelineConnection:
    page: strawberry.Private[timeline.Page]

    @strawberry.field
    def edges(self) -> list[TimelineEdge]:
        return [
            TimelineEdge(node=entry, cursor=timeline.cursor(entry))  # type: ignore[arg-type]
            for entry in self.page.entries
        ]

    @strawberry.field
    def nodes(self) -> list[TimelineEntry]:
        entries: list[Any] = self.page.entries
        return entries

    @strawberry.field
    def page_info(self) -> PageInfo:
        entries = self.page.entries
        return PageInfo(
            has_next_page=self.page.has_next,
            has_previous_page=self.page.has_previous,
            start_cursor=timeline.cursor(entries[0]) if entries else None,
            end_cursor=timeline.cursor(entries[-1]) if entries else None,
        )


@strawberry.type
class StageCount:
    stage: Stage
    count: int
    median_days: float | None = strawberry.field(description="That an application usually stays there.")


@strawberry.type
class GroupCount:
    name: str
    applied: int
    responses: int


@strawberry.type(description="Of the applications that were sent within the period; stages are of those created in it.")
class Statistics:
    stages: list[StageCount]
    applied: int
    responses: int
    interviews: int
    offers: int
    median_days_to_response: float | None
    by_found_via: list[GroupCount] = strawberry.field(description="At most 200, the largest first.")
    by_fit: list[GroupCount] = strawberry.field(description="By coverage in quarters.")


@strawberry.type(description="Runs of one phase by one model in one month.")
class UsageItem:
    month: str = strawberry.field(description="YYYY-MM, in UTC.")
    provider: str
    model: str
    phase: Phase
    runs: int
    input_tokens: int
    cached_input_tokens: int
    output_tokens: int
    cost_micros: int | None = strawberry.field(description="Null where no price is known.")


@strawberry.type(description="Money is in millionths of `currency`.")
class Usage:
    items: list[UsageItem] = strawberry.field(description="The newest month first.")
    cost_micros: int
    currency: str
    budget_micros: int | None


@strawberry.type(description="What was deleted and can be brought back with `restoreApplication` or `restoreResume`.")
class DeletedItem:
    id: ID
    kind: DeletedKind
    name: str = strawberry.field(description="The position of an application, the name of a resume.")
    company_name: str | None = strawberry.field(description="Null for a resume.")
    deleted_at: datetime
    expires_at: datetime = strawberry.field(description="When it is gone for good.")


@strawberry.type(description="A personal access token, without its secret.")
class AccessToken:
    id: ID
    name: str
    scopes: list[TokenScope]
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


@strawberry.type
class NewAccessToken:
    token: AccessToken
    secret: str = strawberry.field(description="Shown once: only its digest is stored.")


@strawberry.type(description="A browser that is signed in.")
class PageSession:
    id: ID
    created_at: datetime
    last_used_at: datetime
    agent: str | None
    current: bool
