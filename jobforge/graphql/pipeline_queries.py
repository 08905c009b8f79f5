"""What can be asked of the search: counts, reminders, statistics, tokens, the calendar's address."""

from datetime import datetime
from typing import Annotated

import strawberry
from strawberry import UNSET

from jobforge.graphql.context import Info
from jobforge.graphql.file_types import Export
from jobforge.graphql.inputs import or_none
from jobforge.graphql.pipeline_types import (
    AccessToken,
    DeletedItem,
    PageSession,
    Reminder,
    StageCount,
    Statistics,
    Usage,
)
from jobforge.graphql.types import shown
from jobforge.operations import access_tokens, bin, calendar, exports, stages, statistics, timeline, usage_report


@strawberry.type
class PipelineQueries:
    @strawberry.field(description="How many applications stand at each stage, in the order of the stages.")
    async def application_counts(self, info: Info) -> list[StageCount]:
        counts = await stages.counts(await info.context.user())
        return [StageCount(stage=stage, count=count, median_days=None) for stage, count in counts.items()]

    @strawberry.field(
        description="Deleted applications and resumes of the last 30 days; at most 200, the newest first."
    )
    async def bin(self, info: Info) -> list[DeletedItem]:
        return shown(await bin.contents(await info.context.user()))

    @strawberry.field(description="All applications as CSV.")
    async def export_applications(self, info: Info) -> Export:
        return shown(exports.applications_ticket(await info.context.user()))

    @strawberry.field(
        description="Reminders that are due by `until` (now) and not done; at most 200, the earliest first."
    )
    async def due_reminders(self, info: Info, until: datetime | None = UNSET) -> list[Reminder]:
        return shown(await timeline.due(await info.context.user(), or_none(until)))

    @strawberry.field
    async def statistics(
        self,
        info: Info,
        since: Annotated[datetime | None, strawberry.argument(name="from")] = UNSET,
        until: Annotated[datetime | None, strawberry.argument(name="to")] = UNSET,
    ) -> Statistics:
        return shown(await statistics.of_user(await info.context.user(), or_none(since), or_none(until)))

    @strawberry.field(description="What writing took, by month, provider, model and phase.")
    async def usage(
        self,
        info: Info,
        since: Annotated[datetime | None, strawberry.argument(name="from")] = UNSET,
        until: Annotated[datetime | None, strawberry.argument(name="to")] = UNSET,
    ) -> Usage:
        return shown(await usage_report.of_user(await info.context.user(), or_none(since), or_none(until)))

    @strawberry.field(description="At most 200, the newest first.")
    async def access_tokens(self, info: Info) -> list[AccessToken]:
        return shown(await access_tokens.tokens(await info.context.owner()))

    @strawberry.field(description="The browsers that are signed in.")
    async def page_sessions(self, info: Info) -> list[PageSession]:
        user = await info.context.owner()
        return shown(await access_tokens.sessions(user, user.access.credential_id))

    @strawberry.field(description="The secret address of the calendar feed (iCalendar), a path with the base path.")
    async def calendar_url(self, info: Info) -> str:
        return info.context.base_path + await calendar.address(await info.context.owner())
