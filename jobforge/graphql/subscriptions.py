"""What can be watched."""

from collections.abc import AsyncGenerator

import strawberry
from strawberry import ID, UNSET

from jobforge.graphql.context import Info
from jobforge.graphql.events import PhaseEvent
from jobforge.graphql.inputs import or_none
from jobforge.graphql.types import ApplicationChange, ProcessingStatus, shown
from jobforge.operations import change_stream, events


@strawberry.type
class Subscription:
    @strawberry.subscription(description="The state now, then every change of it, for as long as the client listens.")
    async def processing_status(self, info: Info, application_id: ID) -> AsyncGenerator[ProcessingStatus, None]:
        user = await info.context.user()
        return shown(await events.follow_status(user, application_id, await info.context.access()))

    @strawberry.subscription(
        description='All of the user\'s applications in one stream. `after` (the last id seen; "0" for all) replays '
        "each application that changed since, once, as it is now; then live. An id that is unknown or older than a day "
        "is answered by one RESET."
    )
    async def application_changed(
        self, info: Info, after: ID | None = UNSET
    ) -> AsyncGenerator[ApplicationChange, None]:
        user = await info.context.user()
        return shown(change_stream.follow(user, or_none(after), await info.context.access()))

    @strawberry.subscription(
        description="Everything that happens to the application's phases, in order. With `after` (the id of the last "
        'event seen; "0" for all of the latest run) it first replays what was missed, then goes on live: a client '
        "that lost its connection loses no event and sees none twice."
    )
    async def phase_events(
        self, info: Info, application_id: ID, after: ID | None = UNSET
    ) -> AsyncGenerator[PhaseEvent, None]:
        user = await info.context.user()
        return shown(await events.follow_events(user, application_id, or_none(after), await info.context.access()))
