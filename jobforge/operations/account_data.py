"""A user's own data as a whole: taken along, or gone."""

from datetime import datetime, timedelta
from uuid import UUID

from tortoise.functions import Max

from jobforge.enums import RunStatus
from jobforge.operations import bin, credentials, idempotency, renewal, users
from jobforge.operations.accounts import check_password
from jobforge.operations.repeats import repeatable
from jobforge.storage.models import (
    Caller,
    DeletedApplication,
    IdempotencyKey,
    PhaseRun,
    User,
    now,
)

RUNS_KEPT = timedelta(days=90)
DELETIONS_TTL = timedelta(hours=24)


@repeatable
async def delete_account(user: Caller, password: str) -> UUID:
    """Removes the user and all that is theirs. Raises AuthenticationError for a wrong password."""
    row = await check_password(user, password)
    return await users.erase(row)


async def purge() -> int:
    """Deletes what is kept for a while only; the newest run of an application stays as long as it does."""
    moment: datetime = now()
    removed = await IdempotencyKey.filter(created_at__lt=moment - idempotency.TTL).delete()
    removed += await _forget_deletions(moment - DELETIONS_TTL)
    removed += await credentials.purge() + await bin.purge()
    await renewal.mark_expired()
    ended = PhaseRun.filter(completed_at__lt=moment - RUNS_KEPT).exclude(
        status__in=(RunStatus.QUEUED, RunStatus.PROCESSING)
    )
    while old := await ended.order_by("completed_at").limit(500).values_list("id", "application_id", "fence"):
        newest = dict(
            await PhaseRun.filter(application_id__in={application for _, application, _ in old})
            .group_by("application_id")
            .annotate(newest=Max("fence"))
            .values_list("application_id", "newest")
        )
        stale = [run for run, application, fence in old if fence < newest[application]]
        if not stale:
            break
        removed += await PhaseRun.filter(id__in=stale).delete()
    return removed


async def _forget_deletions(before: datetime) -> int:
    """Forget which applications were deleted; their users' rows say up to which change."""
    old = DeletedApplication.filter(deleted_at__lt=before)
    newest = await old.group_by("user_id").annotate(newest=Max("change_number")).values_list("user_id", "newest")
    for user_id, number in newest:
        await User.filter(id=user_id, forgotten_number__lt=number).update(forgotten_number=number)
    return await old.delete()
