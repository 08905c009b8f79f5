"""The user's job applications."""

import base64
import binascii
import re
import unicodedata
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import cast
from uuid import UUID, uuid4

from anyascii import anyascii
from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from jobforge import inputs, messaging
from jobforge.documents.phases import flags
from jobforge.enums import ApplicationOrder, ApplicationStatus, EntryKind, PriorityLevel, Stage
from jobforge.errors import NotFound, ValidationError
from jobforge.inputs import read
from jobforge.messaging.event_log import Signal
from jobforge.operations import bin, changes, documents, list_order, quotas, renewal
from jobforge.operations.idempotency import once
from jobforge.operations.moments import utc
from jobforge.operations.ownership import application as owned
from jobforge.operations.ownership import digest, identity
from jobforge.operations.repeats import repeatable
from jobforge.operations.tags import add_tags, read_tags
from jobforge.security import Token
from jobforge.storage.columnar import Row, Table
from jobforge.storage.models import Application, Caller, DeletedApplication, TimelineEntry, now
from jobforge.storage.queries import Select, insert, row_of, table_of

NAME_LENGTH = 255


DETAIL = (
    "id",
    "name",
    "company_name",
    "role_title",
    "job_url",
    "job_description",
    "location",
    "priority_level",
    "status",
    "created_at",
    "updated_at",
)
CLOSED_STAGES = frozenset((Stage.ACCEPTED, Stage.REJECTED, Stage.WITHDRAWN, Stage.GHOSTED))
EVIDENCE = {"job_description", "company_name", "role_title", "additional_context"}
"""What verdicts depend on."""
COVERAGE = ("coverage_share", "coverage_proved", "coverage_listed", "coverage_missing", "coverage_key")
SUMMARY = tuple(column for column in DETAIL if column not in ("job_url", "job_description", "location"))
FLAGS = {status: flags(status) for status in ApplicationStatus}


@dataclass(frozen=True, slots=True)
class Listed:
    """A page by offset, with the number of all that match."""

    applications: Table
    total: int
    limit: int
    offset: int

    def __len__(self) -> int:
        return len(self.applications)


@dataclass(frozen=True, slots=True)
class Page:
    """A page by cursor. The total is counted when it is asked for, and not before."""

    applications: Table
    has_next: bool
    has_previous: bool
    total: Callable[[], Awaitable[int]]
    order: ApplicationOrder = ApplicationOrder.CREATED_DESC

    def __len__(self) -> int:
        return len(self.applications)


def _matching(
    user_id: UUID,
    status: object = None,
    priority: object = None,
    stage: object = None,
    archived: object = None,
    tag: object = None,
) -> QuerySet[Application]:
    query = Application.filter(user_id=user_id)
    values = {"status": status, "priority_level": priority, "stage": stage, "archived": archived, "tags__tag": tag}
    for name, value in values.items():
        if value is not None:
            query = query.filter(**{name: value})
    return query


def _of_bearer(
    user_id: UUID, status: object, priority: object, stage: object, archived: object, tag: object, issued: int
) -> QuerySet[Application]:
    """Those that match, of a user whose tokens are good that were issued then (see `accounts.reading`)."""
    matching = _matching(user_id, status, priority, stage, archived, tag)
    return matching.filter(user__tokens_valid_after__lte=issued)


def _by_offset(
    user_id: UUID, status: object, priority: object, issued: int, limit: int, offset: int | None
) -> QuerySet[Application]:
    query = _of_bearer(user_id, status, priority, None, None, None, issued).order_by("-created_at", "-id")
    return query.limit(limit) if offset is None else query.limit(limit).offset(offset)


def _by_cursor(
    user_id: UUID,
    status: object,
    priority: object,
    stage: object,
    archived: object,
    tag: object,
    issued: int,
    latest: datetime | None,
    before: datetime | None,
    last: UUID | None,
    limit: int,
) -> QuerySet[Application]:
    query = _of_bearer(user_id, status, priority, stage, archived, tag, issued)
    if latest is not None:
        # The first condition alone bounds the index scan, so that a deep page costs what the first one does.
        query = query.filter(created_at__lte=latest).filter(Q(created_at__lt=before) | Q(id__lt=last))
    return query.order_by("-created_at", "-id").limit(limit)


def _searched(query: QuerySet[Application], search: str) -> QuerySet[Application]:
    for searched in fold(search).split():
        query = query.filter(search_text__contains=searched)
    return query


_COUNT, _OFFSET, _CURSOR = Select(_matching), Select(_by_offset), Select(_by_cursor)
_ONE = Select(
    lambda application_id, user_id, issued: Application.filter(
        id=application_id, user_id=user_id, user__tokens_valid_after__lte=issued
    )
)


@repeatable
async def create(user: Caller, given: object, key: str | None = None, *, pipeline: object = None) -> Row:
    """With an idempotency key, what it made when it was first used. `pipeline`: what is beside the specification."""
    data = read(inputs.ApplicationCreate, given)
    extra = read(inputs.PipelineFields, pipeline)
    tags = read_tags(extra.tags or (), "tags")
    if key is None:
        return flagged(await _insert(user, data, extra, tags))

    async def make() -> Application:
        return await Application.get(id=(await _insert(user, data, extra, tags))["id"])

    requested = data.model_dump() | (extra.model_dump(exclude_none=True) if pipeline else {})
    return flagged(row_of(await once(user, key, requested, Application, make)))


async def _insert(
    user: Caller, data: inputs.ApplicationCreate, extra: inputs.PipelineFields, tags: Sequence[str]
) -> Row:
    row = _new_row(user, data, extra)
    size = _size(data.job_description, data.additional_context)
    if not tags and quotas.has_plenty(user.id, size):
        await changes.insert(user.id, row)
    else:
        async with changes.changing(user.id) as number:
            await quotas.check_application(user.id, size)
            await insert(Application, row | {"change_number": number, "creation_number": number})
            if tags:
                await add_tags(user.id, UUID(row["id"]), tags)
    await changes.announce(user.id, UUID(row["id"]))
    renewal.request()
    return row


async def insert_imported(
    user: Caller,
    data: inputs.ApplicationCreate,
    extra: inputs.PipelineFields,
    tags: Sequence[str],
    stage: Stage,
    applied_at: datetime | None,
    archived: bool,
) -> None:
    """Insert an application that has a course already, in the transaction that the caller holds."""
    row = _new_row(user, data, extra)
    row["change_number"] = row["creation_number"] = await changes.next_number(user.id)
    moment = utc(applied_at, "applied_at") or (None if stage is Stage.SAVED else row["created_at"])
    row |= {"stage": stage, "archived": archived, "applied_at": moment}
    row["closed_at"] = row["created_at"] if stage in CLOSED_STAGES else None
    await quotas.check_application(user.id, _size(data.job_description, data.additional_context))
    await insert(Application, row)
    if stage is not Stage.SAVED:
        await TimelineEntry.create(
            application_id=row["id"],
            user_id=user.id,
            kind=EntryKind.STAGE_MOVE,
            at=moment,
            from_stage=Stage.SAVED,
            to_stage=stage,
        )
    await add_tags(user.id, UUID(row["id"]), tags)


def _new_row(user: Caller, data: inputs.ApplicationCreate, extra: inputs.PipelineFields) -> Row:
    moment = now()
    row: Row = {
        "id": str(uuid4()),
        "user_id": user.id,
        "name": make_name(data.company_name, data.role_title, moment),
        "company_name": data.company_name,
        "role_title": data.role_title,
        "job_url": data.job_url,
        "job_description": data.job_description,
        "digest": digest(data.job_description),
        "location": data.location,
        "priority_level": data.priority_level or PriorityLevel.MEDIUM,
        "additional_context": data.additional_context,
        "status": ApplicationStatus.DRAFT,
        "search_text": searchable(data.company_name, data.role_title, data.location),
        "stage": Stage.SAVED,
        "applied_at": None,
        "closed_at": None,
        "deadline": utc(extra.deadline, "deadline"),
        "salary": extra.salary,
        "found_via": extra.found_via,
        "archived": False,
        "change_number": 0,
        "creation_number": 0,
        **dict.fromkeys(COVERAGE),
        "coverage_outdated_since": moment,
        "created_at": moment,
        "updated_at": moment,
    }
    return row


def _size(*texts: str | None) -> int:
    """Return the bytes of the texts."""
    return sum(len(text.encode()) for text in texts if text)


async def get(
    bearer: Token, application_id: str, columns: tuple[str, ...] = DETAIL, document_columns: tuple[str, ...] = ()
) -> Row:
    """One application, with the flags that its status says; with its `documents` where columns of theirs are named.

    One statement for all, called by `accounts.reading`. Raises NotFound."""
    joined = tuple(map("documents__{}".format, document_columns))
    rows = await _ONE.rows((*columns, *joined), identity(application_id, "Application"), bearer.user_id, bearer.issued)
    if not rows:
        raise NotFound("Application not found")
    row = {name: rows.columns[name][0] for name in columns}
    if joined:
        created = Table({name: rows.columns[other] for name, other in zip(document_columns, joined, strict=True)})
        present = created.columns["document_type"][0] is not None
        row["documents"] = [created[position] for position in documents.in_order(created)] if present else []
    return flagged(row)


async def list_by_offset(bearer: Token, given: object) -> Listed:
    """Newest first; an offset past the end gives an empty page with the true total. Called by `accounts.reading`."""
    data = read(inputs.ApplicationList, given)
    matching = (bearer.user_id, data.status, data.priority)
    rows = await _OFFSET.rows(SUMMARY, *matching, bearer.issued, data.limit, data.offset or None)
    total = await _COUNT.count(*matching)
    return Listed(_with_flags(rows), total, data.limit, data.offset)


async def list_by_cursor(
    bearer: Token, given: object, columns: tuple[str, ...] = DETAIL, document_columns: tuple[str, ...] = ()
) -> Page:
    """Newest first, from behind the cursor `after`; with their `documents` where columns of theirs are named.

    A page costs the same however deep it lies, and one statement more with all documents. Called by
    `accounts.reading`."""
    data = read(inputs.ApplicationSearch, given)
    matching = (bearer.user_id, data.status, data.priority, data.stage, data.archived, data.tag)
    if data.order_by not in (None, ApplicationOrder.CREATED_DESC):
        return await _list_ordered(bearer, data, matching, columns, document_columns)
    moment, last = _read_cursor(data.after) if data.after is not None else (None, None)
    bounds = (*matching, bearer.issued, moment, moment, last, data.first + 1)
    if data.search and data.search.strip():
        rows = await table_of(_searched(_by_cursor(*bounds), data.search), columns)
        total: Callable[[], Awaitable[int]]
        total = partial(_count_found, *matching, data.search)
    else:
        rows = await _CURSOR.rows(columns, *bounds)
        total = partial(_COUNT.count, *matching)
    page = await _with_documents(rows[: data.first], document_columns)
    return Page(page, len(rows) > data.first, moment is not None, total)


async def _list_ordered(
    bearer: Token,
    data: inputs.ApplicationSearch,
    matching: tuple[UUID, object, object, object, object, object],
    columns: tuple[str, ...],
    document_columns: tuple[str, ...],
) -> Page:
    """A page in another order than that of creation."""
    order = cast("ApplicationOrder", data.order_by)
    query = list_order.sorted_by(_of_bearer(*matching, bearer.issued), order, data.after)
    total = partial(_COUNT.count, *matching)
    if data.search and data.search.strip():
        query = _searched(query, data.search)
        total = partial(_count_found, *matching, data.search)
    required = tuple(dict.fromkeys((*columns, *list_order.COLUMNS[order])))
    rows = await table_of(query.limit(data.first + 1), required)
    page = await _with_documents(rows[: data.first], document_columns)
    return Page(page, len(rows) > data.first, data.after is not None, total, order)


async def _with_documents(rows: Table, columns: tuple[str, ...]) -> Table:
    page = _with_flags(rows)
    if columns:
        keys = page.columns["id"]
        page.columns["documents"] = await documents.of_applications(keys, columns) if keys else ()
    return page


async def _count_found(
    user_id: UUID, status: object, priority: object, stage: object, archived: object, tag: object, search: str
) -> int:
    return await _searched(_matching(user_id, status, priority, stage, archived, tag), search).count()


def flagged(row: Row) -> Row:
    """The row with the three flags, which are the status said in another way."""
    return row | FLAGS[row["status"]] if "status" in row else row


def _with_flags(rows: Table) -> Table:
    if "status" in rows.columns:
        flags = [FLAGS[status] for status in rows.columns["status"]]
        rows.columns |= {name: [each[name] for each in flags] for name in FLAGS[ApplicationStatus.DRAFT]}
    return rows


@repeatable
async def change(user: Caller, application_id: str, given: object, *, pipeline: object = None) -> Row:
    """Changes what was sent, and nothing else. `pipeline`: what is beside the specification."""
    result = await owned(user, application_id)
    data = read(inputs.ApplicationChange, given)
    extra = read(inputs.PipelineFields, pipeline)
    changed = {name: getattr(data, name) for name in data.model_fields_set}
    changed |= {name: getattr(extra, name) for name in extra.model_fields_set - {"tags"}}
    if "deadline" in changed:
        changed["deadline"] = utc(extra.deadline, "deadline")
    if not changed:
        return flagged(row_of(result))
    async with changes.changing(user.id) as number:
        # Held, because what is searched for is made of fields that others may be changing.
        result = await owned(user, application_id, lock=True)
        result.update_from_dict(changed)
        changed["updated_at"] = result.updated_at = now()
        if "job_description" in changed:
            changed["digest"] = result.digest = digest(result.job_description)
        if changed.keys() & {"company_name", "role_title", "location"}:
            result.search_text = searchable(result.company_name, result.role_title, result.location)
            changed["search_text"] = result.search_text
        changed["change_number"] = result.change_number = number
        await result.save(update_fields=list(changed))
        if changed.keys() & EVIDENCE:
            await renewal.mark_application(result.id, coverage="job_description" in changed)
    await changes.announce(user.id, result.id)
    renewal.request()
    return flagged(row_of(result))


@repeatable
async def restore(user: Caller, application_id: str) -> Row:
    """Bring an application back from the bin with all that hung on it. Raises NotFound when it is not there."""
    key = identity(application_id, "Application")
    async with changes.changing(user.id) as number:
        await bin.take_application(user.id, key)
        await DeletedApplication.filter(id=key).delete()
        await Application.filter(id=key).update(
            change_number=number, creation_number=number, coverage_outdated_since=now()
        )
    await changes.announce(user.id, key)
    renewal.request()
    return flagged(row_of(await owned(user, key)))


@repeatable
async def delete(user: Caller, application_id: str) -> UUID:
    """Moves it to the bin with its documents, versions and ended runs; a running phase ends without a trace."""
    removed = identity(application_id, "Application")
    async with changes.changing(user.id) as number:
        result = await owned(user, removed, lock=True)
        await bin.put_application(result)
        await result.delete()
        await DeletedApplication.create(id=removed, user_id=user.id, change_number=number)
    await messaging.current().events.publish(user.id, removed, Signal.DELETED)
    return removed


def make_name(company: str, role: str, moment: datetime) -> str:
    """`google_senior_developer_2025_07_01`: ASCII words, at most 255 characters, the date kept whole."""
    date = moment.strftime("%Y_%m_%d")
    words = "_".join(re.findall("[a-z0-9]+", anyascii(f"{company} {role}").lower())) or "application"
    return f"{words[: NAME_LENGTH - len(date) - 1].rstrip('_')}_{date}"


def fold(text: str) -> str:
    """Case and accents taken away, so that "Zürich" is found as "zurich" on every database."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def searchable(company: str, role: str, location: str | None) -> str:
    return fold("\n".join(filter(None, (company, role, location))))


def cursor(row: Row, order: ApplicationOrder = ApplicationOrder.CREATED_DESC) -> str:
    """Where the application stands in the list: opaque to clients."""
    if order is not ApplicationOrder.CREATED_DESC:
        return list_order.cursor(row, order)
    return base64.urlsafe_b64encode(f"{row['created_at'].isoformat()} {row['id']}".encode()).decode()


def _read_cursor(given: str) -> tuple[datetime, UUID]:
    try:
        moment, last = base64.urlsafe_b64decode(given.encode()).decode().rsplit(" ", 1)
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(last)
    except (binascii.Error, ValueError, OverflowError):
        raise ValidationError(details={"after": ["Must be the endCursor of an earlier page"]}) from None
