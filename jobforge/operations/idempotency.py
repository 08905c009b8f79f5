"""Doing a thing once however often it is asked for: idempotency keys.

The key's row and what is made are one transaction. Of two requests at once the second waits at the unique index, and
finds what the first one made.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

import orjson
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.transactions import in_transaction

from jobforge import inputs
from jobforge.errors import InvalidState, NotFound
from jobforge.inputs import read
from jobforge.operations.ownership import digest
from jobforge.storage.models import Caller, IdempotencyKey, now

TTL = timedelta(hours=24)

Made = TypeVar("Made", bound=Model)


async def once(
    user: Caller, key: str | None, asked: object, kind: type[Made], make: Callable[[], Awaitable[Made]]
) -> Made:
    """What `make` makes; for a key that was used within 24 hours, what it made then, as it is now.

    `asked` is everything that the answer depends on. Raises InvalidState when the key was used for something else,
    NotFound when what it made is gone."""
    if key is None:
        return await make()
    key = read(inputs.Key, {"idempotency_key": key}).idempotency_key
    fingerprint = digest(orjson.dumps([kind.__name__, asked], default=str, option=orjson.OPT_SORT_KEYS).decode())
    await IdempotencyKey.filter(user_id=user.id, key=key, created_at__lt=now() - TTL).delete()
    if (used := await _used(user, key)) is None:
        try:
            async with in_transaction():
                claim = await IdempotencyKey.create(
                    user_id=user.id, key=key, operation=kind.__name__, digest=fingerprint, result_id=user.id
                )
                created = await make()
                await IdempotencyKey.filter(id=claim.id).update(result_id=created.pk)
                return created
        except IntegrityError:
            if (used := await _used(user, key)) is None:
                raise
    if used.digest != fingerprint:
        raise InvalidState("This idempotency key was used for another request.")
    return await _again(kind, used.result_id)


async def _used(user: Caller, key: str) -> IdempotencyKey | None:
    return await IdempotencyKey.filter(user_id=user.id, key=key).first()


async def _again(kind: type[Made], result_id: UUID) -> Made:
    created = await kind.filter(pk=result_id).first()
    if created is None:
        raise NotFound("What this idempotency key made has been deleted.")
    return created
