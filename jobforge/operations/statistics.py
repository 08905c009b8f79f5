"""What a search comes to: stages, answers, and how long they took. Counted and sorted by the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from jobforge.enums import Stage
from jobforge.operations.moments import utc
from jobforge.storage.database import connection
from jobforge.storage.models import Caller

MAX_GROUPS = 200
ANSWERS = (Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER, Stage.ACCEPTED, Stage.REJECTED)
"""Stages that the employer's answer leads to."""
_ALWAYS = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)

# One row for each application that was sent in the period: when it was answered, and how far it came.
_SENT = """
    SELECT a.id, a.applied_at, a.found_via, a.coverage_share,
        (SELECT min(t.at) FROM timeline_entry t WHERE t.application_id = a.id AND t.kind = 'stage_move'
            AND t.to_stage IN ({answers})) AS answered_at,
        (SELECT count(*) FROM timeline_entry t WHERE t.application_id = a.id
            AND (t.kind = 'interview' OR t.to_stage = 'interview')) AS interviews,
        (SELECT count(*) FROM timeline_entry t WHERE t.application_id = a.id
            AND t.to_stage IN ('offer', 'accepted')) AS offers
    FROM application a
    WHERE a.user_id = {user} AND a.applied_at >= {since} AND a.applied_at <= {until}
"""
_TOTALS = """
    SELECT count(*) AS applied,
        count(answered_at) AS responses,
        coalesce(sum(CASE WHEN interviews > 0 THEN 1 ELSE 0 END), 0) AS interviews,
        coalesce(sum(CASE WHEN offers > 0 THEN 1 ELSE 0 END), 0) AS offers
    FROM ({sent}) AS sent
"""
_MEDIAN = """
    SELECT avg(days) AS days FROM (
        SELECT days, row_number() OVER (ORDER BY days) AS place, count(*) OVER () AS number
        FROM (SELECT {days} AS days FROM ({sent}) AS sent WHERE answered_at IS NOT NULL) AS answered
    ) AS ranked WHERE place IN ((number + 1) / 2, (number + 2) / 2)
"""
_GROUPS = """
    SELECT {group} AS name, count(*) AS applied, count(answered_at) AS responses
    FROM ({sent}) AS sent GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {limit}
"""
_FIT = (
    "CASE WHEN coverage_share IS NULL THEN 'unknown' WHEN coverage_share < 0.25 THEN '0-25' "
    "WHEN coverage_share < 0.5 THEN '25-50' WHEN coverage_share < 0.75 THEN '50-75' ELSE '75-100' END"
)
# How long each stay at a stage lasted: from one move to the next, the first from when the application was created.
_STAYS = """
    SELECT stage, count(*) AS number, avg(CASE WHEN place IN ((stays + 1) / 2, (stays + 2) / 2) THEN days END) AS days
    FROM (
        SELECT stage, days, row_number() OVER (PARTITION BY stage ORDER BY days) AS place,
            count(*) OVER (PARTITION BY stage) AS stays
        FROM (
            SELECT stage, {days} AS days FROM (
                SELECT t.from_stage AS stage, t.at AS answered_at,
                    coalesce(lag(t.at) OVER (PARTITION BY t.application_id ORDER BY t.at, t.id), a.created_at)
                        AS applied_at
                FROM timeline_entry t JOIN application a ON a.id = t.application_id
                WHERE t.user_id = {user} AND t.kind = 'stage_move' AND t.at >= {since} AND t.at <= {until}
            ) AS moves
        ) AS spans WHERE days >= 0
    ) AS ranked GROUP BY stage
"""
_COUNTS = """
    SELECT stage, count(*) AS number FROM application
    WHERE user_id = {user} AND created_at >= {since} AND created_at <= {until} GROUP BY stage
"""


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many applications stand at a stage, and how many days one usually stays there."""

    stage: Stage
    count: int
    median_days: float | None = None


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Of a group of applications, how many were sent and how many answered."""

    name: str
    applied: int
    responses: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of applications sent within a period; stages are of those created in it."""

    stages: list[StageCount]
    applied: int
    responses: int
    interviews: int
    offers: int
    median_days_to_response: float | None
    by_found_via: list[GroupCount]
    by_fit: list[GroupCount]


async def of_user(user: Caller, since: datetime | None = None, until: datetime | None = None) -> Statistics:
    """Return the user's statistics over a period: six statements, whatever the number of applications."""
    period = utc(since, "from") or _ALWAYS[0], utc(until, "to") or _ALWAYS[1]
    (totals,) = await _select(user, period, _TOTALS)
    medians = await _select(user, period, _MEDIAN)
    counts = {row["stage"]: int(row["number"]) for row in await _select(user, period, _COUNTS)}
    days = {row["stage"]: row["days"] for row in await _select(user, period, _STAYS)}
    median = medians[0]["days"] if medians else None
    return Statistics(
        stages=[StageCount(stage, counts.get(stage, 0), _rounded(days.get(stage))) for stage in Stage],
        applied=int(totals["applied"]),
        responses=int(totals["responses"]),
        interviews=int(totals["interviews"]),
        offers=int(totals["offers"]),
        median_days_to_response=_rounded(median),
        by_found_via=_groups(await _select(user, period, _GROUPS, "coalesce(found_via, '')")),
        by_fit=_groups(await _select(user, period, _GROUPS, _FIT)),
    )


def _groups(rows: Sequence[dict[str, Any]]) -> list[GroupCount]:
    return [GroupCount(row["name"], int(row["applied"]), int(row["responses"])) for row in rows]


def _rounded(days: Any) -> float | None:
    return None if days is None else round(float(days), 2)


async def _select(
    user: Caller, period: tuple[datetime, datetime], statement: str, group: str = ""
) -> list[dict[str, Any]]:
    client = connection()
    on_postgres = client.capabilities.dialect == "postgres"
    days = "extract(epoch FROM answered_at - applied_at) / 86400.0"
    if not on_postgres:
        days = "julianday(answered_at) - julianday(applied_at)"
    names = (
        {"user": "$1", "since": "$2", "until": "$3"} if on_postgres else {"user": "?1", "since": "?2", "until": "?3"}
    )
    answers = ", ".join(f"'{stage.value}'" for stage in ANSWERS)
    delivered = _SENT.format(answers=answers, **names)
    text = statement.format(sent=delivered, days=days, group=group, limit=MAX_GROUPS, **names)
    values = [user.id, *period] if on_postgres else [str(user.id), *(_stored(moment) for moment in period)]
    return [dict(row) for row in await client.execute_query_dict(text, values)]


def _stored(moment: datetime) -> str:
    """Return a moment as SQLite holds it."""
    return moment.astimezone(UTC).isoformat(" ")
