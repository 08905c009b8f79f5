"""Numbers the changes of a user's applications, so that a client that was away can ask what it missed.

The user's row is always the first that a transaction changes: such transactions queue up, and none waits for another
in a circle. The number is raised in the transaction of the change, so that nobody sees one without the other.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from tortoise.transactions import in_transaction

from jobforge import messaging
from jobforge.messaging.event_log import Signal
from jobforge.storage import queries
from jobforge.storage.columnar import Row
from jobforge.storage.database import connection
from jobforge.storage.models import Application, User

_RAISE = "UPDATE user_account SET change_number = change_number + 1"


@asynccontextmanager
async def changing(user_id: UUID) -> AsyncIterator[int]:
    """A transaction in which applications of the user change, under the number that it yields."""
    async with in_transaction():
        yield await next_number(user_id)


async def next_number(user_id: UUID) -> int:
    """Raise the user's number and return it; holds their row until the transaction ends. 0 for a user who is gone."""
    # Written out: as models and queries, these took a third of a creation's time.
    client, key = connection(), str(user_id)
    if client.capabilities.dialect == "postgres":
        rows = await client.execute_query_dict(f"{_RAISE} WHERE id = $1 RETURNING change_number", [key])
    else:
        await client.execute_query(f"{_RAISE} WHERE id = ?", [key])
        rows = await client.execute_query_dict("SELECT change_number FROM user_account WHERE id = ?", [key])
    return int(rows[0]["change_number"]) if rows else 0


async def number_of(user_id: UUID) -> int:
    """Return the user's number as it is now; 0 for a user who is gone."""
    row = await User.filter(id=user_id).only("change_number").first()
    return row.change_number if row else 0


async def insert(user_id: UUID, row: Row) -> None:
    """Add an application under the user's next number, in one statement where the database can.

    Raises IntegrityError for a user who is gone."""
    if connection().capabilities.dialect == "postgres":
        raised = f"{_RAISE} WHERE id = {{}} RETURNING change_number"
        await queries.insert_numbered(Application, row, raised, str(user_id), ("change_number", "creation_number"))
        return
    async with changing(user_id) as number:
        await queries.insert(Application, row | {"change_number": number, "creation_number": number})


async def record(application_id: UUID, number: int) -> None:
    """Note that the application changed under this number."""
    await Application.filter(id=application_id).update(change_number=number)


async def announce(user_id: UUID, application_id: UUID) -> None:
    """Tell those who listen that the application changed, once the transaction is over."""
    await messaging.current().events.publish(user_id, application_id, Signal.REFRESH)
