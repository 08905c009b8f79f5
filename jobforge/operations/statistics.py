"""What a search comes to: stages, answers, and how long they took. Counted and sorted by the database."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from jobforge.enums import Stage
from jobforge.operations import changes
from jobforge.operations.moments import utc
from jobforge.storage.database import connection
from jobforge.storage.models import Caller

MAX_GROUPS = 200
ANSWERS = (Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER, Stage.ACCEPTED, Stage.REJECTED)
"""Stages that the employer's answer leads to."""
_ALWAYS = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)

MAX_REMEMBERED = 500
"""Users whose last statistics this process remembers."""

# `facts`: what applications, moves and interviews say. `sent`: one row for each application sent in the period.
# `stays`: one row for each stay at a stage, from one move to the next, the first from the creation on.
# All parts are one statement, so that the moves are read twice and not once for each figure. `facts` is grouped where a
# join would do, because PostgreSQL took 30 s for the join of a new account's 10,000 applications: its figures about the
# tables come later, and without them it chose a nested loop.
_STATEMENT = """
    WITH facts AS (
        SELECT id, applied_at, found_via, coverage_share, CAST(NULL AS {moment}) AS answered_at,
            0 AS interviews, 0 AS offers
        FROM application WHERE user_id = {user} AND applied_at >= {since} AND applied_at <= {until}
        UNION ALL
        SELECT application_id, NULL, NULL, NULL, CASE WHEN kind = 'stage_move' AND to_stage IN ({answers}) THEN at END,
            CASE WHEN kind = 'interview' OR to_stage = 'interview' THEN 1 ELSE 0 END,
            CASE WHEN to_stage IN ('offer', 'accepted') THEN 1 ELSE 0 END
        FROM timeline_entry WHERE user_id = {user} AND kind IN ('stage_move', 'interview')
    ), sent AS MATERIALIZED (
        SELECT max(found_via) AS found_via, max(coverage_share) AS coverage_share, min(answered_at) AS answered_at,
            max(interviews) AS interviews, max(offers) AS offers, {days_to_answer} AS days
        FROM facts GROUP BY id HAVING max(applied_at) IS NOT NULL
    ), stays AS (
        SELECT t.from_stage AS stage, {days_of_stay} AS days
        FROM timeline_entry t JOIN application a ON a.id = t.application_id
        WHERE t.user_id = {user} AND t.kind = 'stage_move' AND t.at >= {since} AND t.at <= {until}
        WINDOW course AS (PARTITION BY t.application_id ORDER BY t.at, t.id)
    )
    SELECT 'totals' AS part, NULL AS name, count(*) AS number, count(answered_at) AS responses,
        coalesce(sum(interviews), 0) AS interviews, coalesce(sum(offers), 0) AS offers,
        CAST(NULL AS double precision) AS days
    FROM sent
    UNION ALL SELECT 'found_via', coalesce(found_via, ''), count(*), count(answered_at), 0, 0, NULL
    FROM sent GROUP BY coalesce(found_via, '')
    UNION ALL SELECT 'fit', {fit}, count(*), count(answered_at), 0, 0, NULL FROM sent GROUP BY {fit}
    UNION ALL SELECT 'answer', NULL, 0, 0, 0, 0, avg(days) FROM (
        SELECT days, row_number() OVER (ORDER BY days) AS place, count(*) OVER () AS number
        FROM sent WHERE answered_at IS NOT NULL
    ) AS ranked WHERE place IN ((number + 1) / 2, (number + 2) / 2)
    UNION ALL SELECT 'stay', stage, 0, 0, 0, 0, avg(days) FROM (
        SELECT stage, days, row_number() OVER (PARTITION BY stage ORDER BY days) AS place,
            count(*) OVER (PARTITION BY stage) AS number
        FROM stays WHERE days >= 0
    ) AS ranked WHERE place IN ((number + 1) / 2, (number + 2) / 2) GROUP BY stage
    UNION ALL SELECT 'stage', stage, count(*), 0, 0, 0, NULL
    FROM application WHERE user_id = {user} AND created_at >= {since} AND created_at <= {until} GROUP BY stage
"""
_FIT = (
    "CASE WHEN coverage_share IS NULL THEN 'unknown' WHEN coverage_share < 0.25 THEN '0-25' "
    "WHEN coverage_share < 0.5 THEN '25-50' WHEN coverage_share < 0.75 THEN '50-75' ELSE '75-100' END"
)
_SINCE_BEFORE = "coalesce(lag(t.at) OVER course, a.created_at)"


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


@dataclass(frozen=True, slots=True)
class _Remembered:
    """What a user's statistics over a period were when their change number was `number`."""

    number: int
    period: tuple[datetime, datetime]
    statistics: Statistics


_remembered: dict[UUID, _Remembered] = {}


async def of_user(user: Caller, since: datetime | None = None, until: datetime | None = None) -> Statistics:
    """Return the user's statistics over a period: two statements, one while nothing of the user's has changed."""
    period = utc(since, "from") or _ALWAYS[0], utc(until, "to") or _ALWAYS[1]
    number = await changes.number_of(user.id)  # first, so that a change meanwhile shows at the next call
    last = _remembered.pop(user.id, None)
    if last is None or (last.number, last.period) != (number, period):
        last = _Remembered(number, period, _statistics(await _select(user, period)))
    _remembered[user.id] = last
    if len(_remembered) > MAX_REMEMBERED:
        del _remembered[next(iter(_remembered))]
    return last.statistics


def forget(user_id: UUID) -> None:
    """Forget what this process remembers of a user who is gone."""
    _remembered.pop(user_id, None)


def _statistics(rows: Sequence[Mapping[str, Any]]) -> Statistics:
    parts: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        parts[row["part"]].append(row)
    (totals,), (answer,) = parts["totals"], parts["answer"]
    counts = {row["name"]: int(row["number"]) for row in parts["stage"]}
    days = {row["name"]: row["days"] for row in parts["stay"]}
    return Statistics(
        stages=[StageCount(stage, counts.get(stage, 0), _rounded(days.get(stage))) for stage in Stage],
        applied=int(totals["number"]),
        responses=int(totals["responses"]),
        interviews=int(totals["interviews"]),
        offers=int(totals["offers"]),
        median_days_to_response=_rounded(answer["days"]),
        by_found_via=_groups(parts["found_via"]),
        by_fit=_groups(parts["fit"]),
    )


def _groups(rows: Sequence[Mapping[str, Any]]) -> list[GroupCount]:
    groups = [GroupCount(row["name"], int(row["number"]), int(row["responses"])) for row in rows]
    return sorted(groups, key=lambda group: (-group.applied, group.name))[:MAX_GROUPS]


def _rounded(days: Any) -> float | None:
    return None if days is None else round(float(days), 2)


async def _select(user: Caller, period: tuple[datetime, datetime]) -> list[dict[str, Any]]:
    client = connection()
    on_postgres = client.capabilities.dialect == "postgres"
    names = dict(
        zip(("user", "since", "until"), ("$1", "$2", "$3") if on_postgres else ("?1", "?2", "?3"), strict=True)
    )
    between = "extract(epoch FROM {1} - {0}) / 86400.0" if on_postgres else "julianday({1}) - julianday({0})"
    text = _STATEMENT.format(
        answers=", ".join(f"'{stage.value}'" for stage in ANSWERS),
        days_to_answer=between.format("max(applied_at)", "min(answered_at)"),
        days_of_stay=between.format(_SINCE_BEFORE, "t.at"),
        fit=_FIT,
        moment="timestamptz" if on_postgres else "text",
        **names,
    )
    values = [user.id, *period] if on_postgres else [str(user.id), *(_stored(moment) for moment in period)]
    return [dict(row) for row in await client.execute_query_dict(text, values)]


def _stored(moment: datetime) -> str:
    """Return a moment as SQLite holds it."""
    return moment.astimezone(UTC).isoformat(" ")
