"""Models' readings of ads against resumes, kept for as long as neither text changes."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from jobforge.enums import RequirementKind, RequirementStatus
from jobforge.matching.model_reading import Claim, ModelReading
from jobforge.operations import changes
from jobforge.operations.repeats import repeatable
from jobforge.storage.models import AdReading, Application, Resume, now


@repeatable
async def keep(application: Application, resume: Resume, reading: ModelReading) -> None:
    """Keep the reading of this ad and resume in place of an earlier one; the stored coverage is outdated then."""
    async with changes.changing(application.user_id) as number:
        if not await Application.filter(id=application.id).select_for_update().exists():
            return
        await AdReading.filter(application_id=application.id).delete()
        await AdReading.create(
            application_id=application.id,
            user_id=application.user_id,
            ad_digest=application.digest,
            resume_digest=resume.digest,
            content=asdict(reading),
        )
        await Application.filter(id=application.id).update(coverage_outdated_since=now(), change_number=number)


async def of_applications(pairs: Iterable[tuple[Application, Resume | None]]) -> dict[UUID, ModelReading]:
    """Return the readings that are still of these ads and resumes, by application."""
    wanted = {application.id: (application.digest, resume.digest) for application, resume in pairs if resume}
    if not wanted:
        return {}
    rows = await AdReading.filter(application_id__in=list(wanted))
    return {
        row.application_id: _from_json(row.content)
        for row in rows
        if wanted[row.application_id] == (row.ad_digest, row.resume_digest)
    }


def _from_json(content: Mapping[str, Any]) -> ModelReading:
    claims = (
        Claim(row["quote"], RequirementKind(row["kind"]), RequirementStatus(row["status"]), tuple(row["lines"]))
        for row in content["claims"]
    )
    return ModelReading(content["model"], tuple(claims), content["rejected"])
