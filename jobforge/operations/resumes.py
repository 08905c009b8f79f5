"""The user's resume library. In one that is not empty exactly one resume is primary: an index sees to it.

Whatever may change which one is primary first takes the user's row, so that such requests queue up.
"""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

from jobforge import inputs
from jobforge.errors import InvalidState, Overloaded, RateLimited, VersionConflict
from jobforge.inputs import read
from jobforge.operations import bin, changes, quotas, renewal, text_reading
from jobforge.operations.idempotency import once
from jobforge.operations.ownership import digest, identity
from jobforge.operations.ownership import resume as owned
from jobforge.operations.repeats import repeatable
from jobforge.resumes.reading_warning import ReadingWarning
from jobforge.storage.models import Caller, Resume, now


async def library(user: Caller, columns: Collection[str] = ()) -> list[Resume]:
    """Return all of them, the primary one first, then the most recently updated; with these columns or with all."""
    rows = Resume.filter(user_id=user.id).order_by("-is_primary", "-updated_at", "-id")
    return await (rows.only("id", *columns) if columns else rows)


async def get(user: Caller, resume_id: str) -> Resume:
    return await owned(user, resume_id)


async def reading_warnings(resume_ids: Sequence[UUID]) -> list[tuple[ReadingWarning, ...]]:
    """Return what of each resume was read badly: one statement for all. What cannot be read in time has none."""
    rows = {row.id: row for row in await Resume.filter(id__in=set(resume_ids))}
    calls = [text_reading.call(rows[key].content) for key in resume_ids]
    owners = {row.user_id for row in rows.values()}
    try:
        result = await text_reading.resume_warnings.read(calls, user=owners.pop() if len(owners) == 1 else None)
    except (RateLimited, Overloaded):
        result = [None] * len(calls)
    return [warnings or () for warnings in result]


@repeatable
async def create(user: Caller, given: object, key: str | None = None) -> Resume:
    """The first one becomes primary, whatever was sent. With an idempotency key, what it made when first used."""
    data = read(inputs.ResumeWrite, given)
    return await once(user, key, data.model_dump(), Resume, lambda: _insert(user, data))


async def _insert(user: Caller, data: inputs.ResumeWrite) -> Resume:
    async with _queued(user):
        await quotas.check_resumes(user.id, len(data.content.encode()))
        primary = bool(data.is_primary) or not await Resume.filter(user_id=user.id).exists()
        if primary:
            await _take_primary_from_others(user)
        moment = now()
        return await Resume.create(
            user_id=user.id,
            name=data.name,
            content=data.content,
            digest=digest(data.content),
            focus_area=data.focus_area,
            is_primary=primary,
            created_at=moment,
            updated_at=moment,
        )


@repeatable
async def replace(user: Caller, resume_id: str, given: object, expected_version: int | None = None) -> Resume:
    """Replace the whole resume. `is_primary` left out stays; giving it up without naming another is refused.

    Raises VersionConflict when `expected_version` is not its version any more."""
    await owned(user, resume_id)
    data = read(inputs.ResumeWrite, given)
    async with _queued(user):
        result = await owned(user, resume_id)
        if expected_version not in (None, result.version):
            raise VersionConflict(
                f"The resume has been changed meanwhile: its version is {result.version}, not {expected_version}.",
                result.version,
            )
        if data.is_primary is False and result.is_primary:
            raise InvalidState("Make another resume primary instead: one of them always is.")
        if data.is_primary and not result.is_primary:
            await _take_primary_from_others(user)
            result.is_primary = True
        result.update_from_dict({"name": data.name, "content": data.content, "focus_area": data.focus_area})
        result.digest, result.updated_at = digest(data.content), now()
        result.version += 1
        await result.save()
        return result


@repeatable
async def set_primary(user: Caller, resume_id: str) -> Resume:
    """Make a resume the primary one; nothing happens to one that is."""
    async with _queued(user):
        result = await owned(user, resume_id)
        if not result.is_primary:
            await _take_primary_from_others(user)
            result.is_primary, result.updated_at = True, now()
            result.version += 1
            await result.save(update_fields=["is_primary", "updated_at", "version"])
        return result


@repeatable
async def delete(user: Caller, resume_id: str) -> UUID:
    """The last one stays; when the primary one goes, the most recently updated of the rest takes its place."""
    async with _queued(user):
        result = await owned(user, resume_id)
        heir = await Resume.filter(user_id=user.id).exclude(id=result.id).order_by("-updated_at", "-id").first()
        if heir is None:
            raise InvalidState("Cannot delete the primary resume while it is the only one")
        await bin.put_resume(result)
        await result.delete()
        if result.is_primary:
            await Resume.filter(id=heir.id).update(is_primary=True)
        return result.id


@repeatable
async def restore(user: Caller, resume_id: str) -> Resume:
    """Bring a resume back from the bin; it is not the primary one. Raises NotFound when it is not there."""
    key = identity(resume_id, "Resume")
    async with _queued(user):
        await bin.take_resume(user.id, key)
        return await owned(user, key)


@asynccontextmanager
async def _queued(user: Caller) -> AsyncIterator[None]:
    async with changes.changing(user.id):
        yield
        await renewal.mark_user(user.id)
    renewal.request()


async def _take_primary_from_others(user: Caller) -> None:
    await Resume.filter(user_id=user.id, is_primary=True).update(is_primary=False)
