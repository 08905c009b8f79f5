"""What can be watched."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import strawberry
from strawberry import ID, UNSET

from jobforge.errors import AuthenticationError
from jobforge.graphql.context import Info
from jobforge.graphql.events import PhaseEvent
from jobforge.graphql.given import or_none
from jobforge.graphql.types import ProcessingStatus
from jobforge.operations import events


@strawberry.type
class Subscription:
    @strawberry.subscription(description="The state now, then every change of it, for as long as the client listens.")
    async def processing_status(self, info: Info, application_id: ID) -> AsyncGenerator[ProcessingStatus, None]:
        user = await info.context.user()
        return _while_token_holds(info, await events.follow_status(user, application_id))

    @strawberry.subscription(
        description="Everything that happens to the application's phases, in order. With `after` (the id of the last "
        'event seen; "0" for all of the latest run) it first replays what was missed, then goes on live: a client '
        "that lost its connection loses no event and sees none twice."
    )
    async def phase_events(
        self, info: Info, application_id: ID, after: ID | None = UNSET
    ) -> AsyncGenerator[PhaseEvent, None]:
        user = await info.context.user()
        return _while_token_holds(info, await events.follow_events(user, application_id, or_none(after)))


async def _while_token_holds(info: Info, told: AsyncGenerator[Any, None]) -> AsyncGenerator[Any, None]:
    """What is told, until the token that the subscription began with expires: then AuthenticationError."""
    end = asyncio.get_running_loop().time() + info.context.seconds_left(time.time())
    async with aclosing(told):
        while True:
            try:
                async with asyncio.timeout_at(end):
                    value = await anext(told)
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise AuthenticationError("The token has expired. Log in again.") from None
            yield value
