"""The user's own words for applications."""

from collections.abc import Sequence
from uuid import UUID

from jobforge.errors import ValidationError
from jobforge.storage.models import ApplicationTag

MAX_TAGS = 20
MAX_TAG_CHARACTERS = 50


def read_tags(tags: Sequence[str], field: str) -> list[str]:
    """Return tags without white space at their ends, each once. Raises ValidationError."""
    found = list(dict.fromkeys(" ".join(tag.split()) for tag in tags))
    if any(not tag or len(tag) > MAX_TAG_CHARACTERS or "\0" in tag or not tag.isprintable() for tag in found):
        raise ValidationError(details={field: [f"Must be 1 to {MAX_TAG_CHARACTERS} printable characters each"]})
    return found


async def add_tags(user_id: UUID, application_id: UUID, tags: Sequence[str]) -> None:
    """Add tags that are not there yet. Raises ValidationError beyond the greatest number."""
    there = {row.tag for row in await ApplicationTag.filter(application_id=application_id)}
    missing = [tag for tag in tags if tag not in there]
    if len(there) + len(missing) > MAX_TAGS:
        raise ValidationError(details={"tags": [f"Must be at most {MAX_TAGS} for one application"]})
    await ApplicationTag.bulk_create(
        [ApplicationTag(application_id=application_id, user_id=user_id, tag=tag) for tag in missing]
    )


async def tags_of(application_ids: Sequence[UUID]) -> list[list[str]]:
    """Return the tags of each application in alphabetical order: one statement for all."""
    found: dict[UUID, list[str]] = {key: [] for key in application_ids}
    rows = ApplicationTag.filter(application_id__in=list(found)).order_by("tag")
    for key, tag in await rows.values_list("application_id", "tag"):
        found[key].append(tag)
    return [found[key] for key in application_ids]
