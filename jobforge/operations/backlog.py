"""How much work waits for the workers."""

from dataclasses import dataclass

from tortoise.functions import Count, Min

from jobforge.enums import RunStatus
from jobforge.storage.models import PhaseRun, now


@dataclass(frozen=True, slots=True)
class Backlog:
    """Runs of all users by where they stand; `oldest_seconds` is the age of the one that has waited longest."""

    queued: int
    processing: int
    oldest_seconds: float


async def waiting() -> Backlog:
    """Return the backlog: one statement over an index of unfinished runs."""
    unfinished = PhaseRun.filter(status__in=(RunStatus.QUEUED, RunStatus.PROCESSING))
    rows = (
        await unfinished.group_by("status")
        .annotate(count=Count("id"), first=Min("created_at"))
        .values("status", "count", "first")
    )
    by_status = {row["status"]: row for row in rows}
    queued = by_status.get(RunStatus.QUEUED)
    return Backlog(
        queued["count"] if queued else 0,
        by_status.get(RunStatus.PROCESSING, {"count": 0})["count"],
        max(0.0, (now() - queued["first"]).total_seconds()) if queued else 0.0,
    )
