"""Numbers the changes of a user's applications, so that a client that was away can ask what it missed.

The user's row is always the first that a transaction changes: such transactions queue up, and none waits for another
in a circle. The number is raised in the transaction of the change, so that nobody sees one without the other.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from tortoise.expressions import F
from tortoise.transactions import in_transaction

from jobforge import messaging
from jobforge.messaging.event_log import Signal
from jobforge.storage.models import Application, User


@asynccontextmanager
async def changing(user_id: UUID) -> AsyncIterator[int]:
    """A transaction in which applications of the user change, under the number that it yields."""
    async with in_transaction():
        yield await next_number(user_id)


async def next_number(user_id: UUID) -> int:
    """Raise the user's number and return it; holds their row until the transaction ends. 0 for a user who is gone."""
    await User.filter(id=user_id).update(change_number=F("change_number") + 1)
    for number in await User.filter(id=user_id).values_list("change_number", flat=True):
        return int(str(number))
    return 0


async def record(application_id: UUID, number: int) -> None:
    """Note that the application changed under this number."""
    await Application.filter(id=application_id).update(change_number=number)


async def announce(user_id: UUID, application_id: UUID) -> None:
    """Tell those who listen that the application changed, once the transaction is over."""
    await messaging.current().events.publish(user_id, application_id, Signal.REFRESH)
