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
PAGE = 500  # runs looked at in one statement
_RUN_COLUMNS = ("id", "application_id", "fence", "completed_at")
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
    return removed + await _purge_runs(moment - RUNS_KEPT)


async def _purge_runs(before: datetime) -> int:
    """Delete runs that ended before a moment, a page at a time, but for each application's newest."""
    ended = PhaseRun.filter(completed_at__lt=before).exclude(status__in=(RunStatus.QUEUED, RunStatus.PROCESSING))
    removed = 0
    # Newest runs stay, so a page may hold nothing else: the next one begins behind its last moment.
    while old := await ended.order_by("completed_at").limit(PAGE).values_list(*_RUN_COLUMNS):
        newest = dict(
            await PhaseRun.filter(application_id__in={application for _, application, _, _ in old})
            .group_by("application_id")
            .annotate(newest=Max("fence"))
            .values_list("application_id", "newest")
        )
        stale = [run for run, application, fence, _ in old if fence < newest[application]]
        removed += await PhaseRun.filter(id__in=stale).delete() if stale else 0
        ended = ended.filter(completed_at__gt=old[-1][3])  # what shares that very moment is left to the next night
    return removed


async def _forget_deletions(before: datetime) -> int:
    """Forget which applications were deleted; their users' rows say up to which change."""
    old = DeletedApplication.filter(deleted_at__lt=before)
    newest = await old.group_by("user_id").annotate(newest=Max("change_number")).values_list("user_id", "newest")
    for user_id, number in newest:
        await User.filter(id=user_id, forgotten_number__lt=number).update(forgotten_number=number)
    return await old.delete()
