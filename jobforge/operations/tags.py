"""The user's own words for applications."""

from collections.abc import Sequence
from uuid import UUID

from jobforge.errors import ValidationError
from jobforge.storage.models import ApplicationTag

MAX_TAGS = 20
MAX_TAG_CHARACTERS = 50


def read_tags(tags: Sequence[str], field: str) -> list[str]:
    """Return tags without white space at their ends, each once. Raises ValidationError."""
    result = list(dict.fromkeys(" ".join(tag.split()) for tag in tags))
    if any(not tag or len(tag) > MAX_TAG_CHARACTERS or "\0" in tag or not tag.isprintable() for tag in result):
        raise ValidationError(details={field: [f"Must be 1 to {MAX_TAG_CHARACTERS} printable characters each"]})
    return result


async def add_tags(user_id: UUID, application_id: UUID, tags: Sequence[str]) -> None:
    """Add tags that are not there yet. Raises ValidationError beyond the greatest number."""
    present = {row.tag for row in await ApplicationTag.filter(application_id=application_id)}
    missing = [tag for tag in tags if tag not in present]
    if len(present) + len(missing) > MAX_TAGS:
        raise ValidationError(details={"tags": [f"Must be at most {MAX_TAGS} for one application"]})
    await ApplicationTag.bulk_create(
        [ApplicationTag(application_id=application_id, user_id=user_id, tag=tag) for tag in missing]
    )


async def tags_of(application_ids: Sequence[UUID]) -> list[list[str]]:
    """Return the tags of each application in alphabetical order: one statement for all."""
    result: dict[UUID, list[str]] = {key: [] for key in application_ids}
    rows = ApplicationTag.filter(application_id__in=list(result)).order_by("tag")
    for key, tag in await rows.values_list("application_id", "tag"):
        result[key].append(tag)
    return [result[key] for key in application_ids]
