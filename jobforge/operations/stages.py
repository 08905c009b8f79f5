"""Where applications stand in the search: dated moves from stage to stage. `status` (the phases) is another thing."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from tortoise.functions import Count
from tortoise.queryset import QuerySet

from jobforge.enums import EntryKind, Stage
from jobforge.errors import ValidationError
from jobforge.operations import changes, ownership
from jobforge.operations.applications import CLOSED_STAGES, flagged
from jobforge.operations.moments import utc
from jobforge.operations.repeats import repeatable
from jobforge.operations.tags import add_tags, read_tags
from jobforge.storage.columnar import Row
from jobforge.storage.models import Application, ApplicationTag, Caller, Document, DocumentVersion, TimelineEntry, now
from jobforge.storage.queries import row_of

FOLLOW_UP_AFTER = timedelta(days=7)
FOLLOW_UP = "follow_up"
"""What a reminder is named that was made by applying."""
MAX_BULK = 200


@repeatable
async def move(user: Caller, application_id: str, stage: Stage, at: datetime | None = None) -> Row:
    """Move an application to any stage, dated by the user. Marking it as applied pins the documents that went out."""
    moment = utc(at, "at") or now()
    await ownership.application(user, application_id)
    async with changes.changing(user.id) as number:
        application = await ownership.application(user, application_id, lock=True)
        former = application.stage
        if former is not stage:
            await TimelineEntry.create(
                application_id=application.id,
                user_id=user.id,
                kind=EntryKind.STAGE_MOVE,
                at=moment,
                from_stage=former,
                to_stage=stage,
            )
            await _arrive(application, former, stage, moment)
        application.change_number, application.updated_at = number, now()
        await application.save(update_fields=["stage", "applied_at", "closed_at", "change_number", "updated_at"])
    await changes.announce(user.id, application.id)
    return flagged(row_of(application))


async def _arrive(application: Application, former: Stage, stage: Stage, moment: datetime) -> None:
    application.stage = stage
    application.closed_at = moment if stage in CLOSED_STAGES else None
    if stage is Stage.SAVED:
        application.applied_at = None
        await _follow_ups(application).delete()
    elif stage is Stage.APPLIED or (former is Stage.SAVED and stage is not Stage.WITHDRAWN):
        application.applied_at = application.applied_at or moment
    if stage is Stage.APPLIED:
        await _note_sent(application, moment)
        await _follow_ups(application).delete()
        await TimelineEntry.create(
            application_id=application.id,
            user_id=application.user_id,
            kind=EntryKind.REMINDER,
            name=FOLLOW_UP,
            text=f"Follow up with {application.company_name}",
            due_at=moment + FOLLOW_UP_AFTER,
        )


def _follow_ups(application: Application) -> QuerySet[TimelineEntry]:
    return TimelineEntry.filter(application_id=application.id, kind=EntryKind.REMINDER, name=FOLLOW_UP, done=False)


async def _note_sent(application: Application, moment: datetime) -> None:
    """Pin the newest versions of the documents and note that they went out."""
    ids: list[str] = []
    for document in await Document.filter(application_id=application.id).order_by("created_at"):
        versions = DocumentVersion.filter(document_id=document.id, version=document.version)
        await versions.update(pinned=True)
        ids += [str(key) for key in await versions.values_list("id", flat=True)]
    if ids:
        await TimelineEntry.create(
            application_id=application.id,
            user_id=application.user_id,
            kind=EntryKind.DOCUMENTS_SENT,
            at=moment,
            version_ids=ids,
        )


@repeatable
async def archive(user: Caller, application_id: str, archived: bool) -> Row:
    """Put an application away, or take it out again. It stays in every list that is not told otherwise."""
    await ownership.application(user, application_id)
    async with changes.changing(user.id) as number:
        application = await ownership.application(user, application_id, lock=True)
        application.archived, application.change_number = archived, number
        application.updated_at = now()
        await application.save(update_fields=["archived", "change_number", "updated_at"])
    await changes.announce(user.id, application.id)
    return flagged(row_of(application))


@repeatable
async def set_tags(
    user: Caller, application_ids: Sequence[str], add: Sequence[str] = (), remove: Sequence[str] = ()
) -> list[Row]:
    """Add and remove tags of many applications, of all or none. Raises NotFound where one is not the user's."""
    if len(application_ids) > MAX_BULK:
        raise ValidationError(details={"application_ids": [f"Must be at most {MAX_BULK}"]})
    added, removed = read_tags(add, "add"), read_tags(remove, "remove")
    keys = list(dict.fromkeys([(await ownership.application(user, key)).id for key in application_ids]))
    async with changes.changing(user.id):
        rows = []
        for key in keys:
            application = await ownership.application(user, key, lock=True)
            await ApplicationTag.filter(application_id=key, tag__in=removed).delete()
            await add_tags(user.id, key, added)
            # Each under a number of its own, so that none is passed over by a client that saw the other.
            application.updated_at = now()
            application.change_number = await changes.next_number(user.id)
            await application.save(update_fields=["change_number", "updated_at"])
            rows.append(flagged(row_of(application)))
    for key in keys:
        await changes.announce(user.id, key)
    return rows


async def duplicates_of(application_ids: Sequence[UUID]) -> list[list[Row]]:
    """Return the user's other applications to the same company for the same role, or with the same address.

    Two statements for all, at most ten each."""
    rows = {row.id: row for row in await Application.filter(id__in=list(set(application_ids)))}
    owners = {row.user_id for row in rows.values()}
    columns = ("id", "user_id", "search_text", "company_name", "role_title", "job_url")
    others = await Application.filter(user_id__in=owners).order_by("-created_at").values(*columns)
    alike: dict[tuple[object, ...], list[UUID]] = {}
    for other in others:
        for key in _likeness(other["user_id"], other["company_name"], other["role_title"], other["job_url"]):
            alike.setdefault(key, []).append(other["id"])
    target = {
        key: [
            other
            for likeness in _likeness(row.user_id, row.company_name, row.role_title, row.job_url)
            for other in alike.get(likeness, ())
            if other != key
        ][:10]
        for key, row in rows.items()
    }
    required = {other for result in target.values() for other in result}
    full = {row.id: flagged(row_of(row)) for row in await Application.filter(id__in=list(required))} if required else {}
    return [[full[other] for other in dict.fromkeys(target[key]) if other in full] for key in application_ids]


def _likeness(user_id: UUID, company: str, role: str, url: str | None) -> list[tuple[object, ...]]:
    named = (user_id, " ".join(company.casefold().split()), " ".join(role.casefold().split()))
    return [named, (user_id, url.rstrip("/"))] if url else [named]


async def counts(user: Caller) -> dict[Stage, int]:
    """Return how many applications stand at each stage: one statement."""
    rows = Application.filter(user_id=user.id).group_by("stage").annotate(number=Count("id"))
    result = {Stage(stage): int(number) for stage, number in await rows.values_list("stage", "number")}
    return {stage: result.get(stage, 0) for stage in Stage}
