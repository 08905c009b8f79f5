"""What there was before: an application's runs and a document's versions, as lists and by pages."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import strawberry
from strawberry import ID

from jobforge.enums import Author, Phase, RunStatus, Verdict
from jobforge.graphql.node import Node
from jobforge.operations import pages
from jobforge.storage import models

Edge = TypeVar("Edge")


@strawberry.type
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type(description="One line that the checks changed between what the writer wrote and what was saved.")
class DocumentChange:
    line: int = strawberry.field(description="Of the saved document, from 1: where the text stands or stood.")
    before: str = strawberry.field(description="What the writer wrote; empty for a line that was added.")
    after: str | None = strawberry.field(description="What was saved; null for a line that was left out.")
    reason: str
    code: str


@strawberry.type
class PhaseRun(Node):
    application_id: ID
    phase: Phase
    status: RunStatus
    progress: float
    attempt: int
    offline: bool = strawberry.field(description="Whether it was started so that no model may be asked.")
    provider: str | None = strawberry.field(
        description="Who wrote the text: `anthropic`, `openai` or `offline`; null until it is known."
    )
    model: str | None
    input_tokens: int | None
    output_tokens: int | None
    cached_input_tokens: int | None = strawberry.field(
        description="Of the input tokens, those that the provider read from its cache of prompts."
    )
    cost_micros: int | None = strawberry.field(
        description="What the run cost, in millionths of `currency`; null where no price is known."
    )
    currency: str | None
    notes: list[str] = strawberry.field(description="What the writer has to say of its text, such as a failover.")
    error_code: str | None
    error_message: str | None
    estimated_completion: datetime | None
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None

    @strawberry.field(description="What the checks changed in the writer's draft, in the order of the document.")
    def changes(self, root: strawberry.Parent[Any]) -> list[DocumentChange]:
        return [DocumentChange(**change) for change in root.changes or ()]


@strawberry.type
class DocumentVersion:
    version: int
    author: Author
    content: str
    created_at: datetime
    writer: str | None = strawberry.field(description="Who wrote it, unless the user did; null for older versions.")
    verdict: Verdict | None = strawberry.field(description="As it was last computed while this was the newest version.")


def _edges(edge: Callable[..., Edge], page: pages.Page[Any], number: str) -> list[Edge]:
    """Return the edges of a page whose rows have their number in this column."""
    return [edge(node=row, cursor=pages.cursor(getattr(row, number))) for row in page.rows]


def _page_info(page: pages.Page[Any], number: str) -> PageInfo:
    cursors = [pages.cursor(getattr(row, number)) for row in (*page.rows[:1], *page.rows[-1:])]
    start, end = cursors or (None, None)
    return PageInfo(
        has_next_page=page.has_next, has_previous_page=page.has_previous, start_cursor=start, end_cursor=end
    )


@strawberry.type(description="A run in a list, with its place.")
class PhaseRunEdge:
    node: PhaseRun
    cursor: str


@strawberry.type(description="A page of runs.")
class PhaseRunConnection:
    page: strawberry.Private[pages.Page[models.PhaseRun]]

    @strawberry.field
    def edges(self) -> list[PhaseRunEdge]:
        return _edges(PhaseRunEdge, self.page, "fence")

    @strawberry.field
    def nodes(self) -> list[PhaseRun]:
        nodes: Any = list(self.page.rows)
        return nodes

    @strawberry.field
    def page_info(self) -> PageInfo:
        return _page_info(self.page, "fence")


@strawberry.type(description="A version in a list, with its place.")
class DocumentVersionEdge:
    node: DocumentVersion
    cursor: str


@strawberry.type(description="A page of versions.")
class DocumentVersionConnection:
    page: strawberry.Private[pages.Page[models.DocumentVersion]]

    @strawberry.field
    def edges(self) -> list[DocumentVersionEdge]:
        return _edges(DocumentVersionEdge, self.page, "version")

    @strawberry.field
    def nodes(self) -> list[DocumentVersion]:
        nodes: Any = list(self.page.rows)
        return nodes

    @strawberry.field
    def page_info(self) -> PageInfo:
        return _page_info(self.page, "version")
