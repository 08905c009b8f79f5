"""A user's own data as a whole: taken along, or gone."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from tortoise.functions import Max
from tortoise.models import Model

from jobforge import messaging
from jobforge.enums import RunStatus
from jobforge.operations import credentials, idempotency, renewal
from jobforge.operations.accounts import announce_end, check_password
from jobforge.storage.models import (
    Application,
    Caller,
    DeletedApplication,
    Document,
    DocumentVersion,
    IdempotencyKey,
    PhaseRun,
    Resume,
    User,
    now,
)

RUNS_KEPT = timedelta(days=90)
DELETIONS_TTL = timedelta(hours=24)

_SECRET = {"password_hash", "tokens_valid_after"}
_INTERNAL = {"user_id", "search_text", "digest", "source_digests", "fence", "sequence", "queue_position", "lease_until"}


async def export(user: Caller) -> str:
    """All that is the user's, as one JSON document: profile, resumes, applications with documents, versions, runs."""
    documents = await Document.filter(application__user_id=user.id).order_by("created_at")
    versions = await DocumentVersion.filter(document__application__user_id=user.id).order_by("version")
    runs = await PhaseRun.filter(user_id=user.id).order_by("fence")
    applications = await Application.filter(user_id=user.id).order_by("created_at")

    def of_document(document: Document) -> dict[str, Any]:
        own = [_plain(version) for version in versions if version.document_id == document.id]
        return {**_plain(document), "versions": own}

    def of_application(application: Application) -> dict[str, Any]:
        return {
            **_plain(application),
            "documents": [of_document(d) for d in documents if d.application_id == application.id],
            "runs": [_plain(run) for run in runs if run.application_id == application.id],
        }

    content = {
        "exported_at": now(),
        "user": _plain(await User.get(id=user.id)),
        "resumes": [_plain(row) for row in await Resume.filter(user_id=user.id).order_by("created_at")],
        "applications": [of_application(application) for application in applications],
    }
    return orjson.dumps(content, str, orjson.OPT_UTC_Z | orjson.OPT_INDENT_2).decode()


async def delete_account(user: Caller, password: str) -> UUID:
    """Removes the user and all that is theirs. Raises AuthenticationError for a wrong password."""
    row = await check_password(user, password)
    applications = await Application.filter(user_id=user.id).only("id")
    await row.delete()
    await messaging.current().events.delete([application.id for application in applications])
    await announce_end(user.id)
    return row.id


async def purge() -> int:
    """Deletes what is kept for a while only; the newest run of an application stays as long as it does."""
    moment: datetime = now()
    gone = await IdempotencyKey.filter(created_at__lt=moment - idempotency.TTL).delete()
    gone += await _forget_deletions(moment - DELETIONS_TTL)
    gone += await credentials.purge()
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
        gone += await PhaseRun.filter(id__in=stale).delete()
    return gone


async def _forget_deletions(before: datetime) -> int:
    """Forget which applications were deleted; their users' rows say up to which change."""
    old = DeletedApplication.filter(deleted_at__lt=before)
    newest = await old.group_by("user_id").annotate(newest=Max("change_number")).values_list("user_id", "newest")
    for user_id, number in newest:
        await User.filter(id=user_id, forgotten_number__lt=number).update(forgotten_number=number)
    return await old.delete()


def _plain(row: Model) -> dict[str, Any]:
    return {
        name: getattr(row, name)
        for name in row._meta.fields_db_projection
        if name not in _SECRET and name not in _INTERNAL
    }
