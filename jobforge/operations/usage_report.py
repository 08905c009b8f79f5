"""What writing has cost: tokens and runs by month, provider, model and phase."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jobforge.enums import Phase
from jobforge.operations.moments import EARLIEST, LATEST, utc
from jobforge.providers.prices import currency
from jobforge.storage.database import connection
from jobforge.storage.models import Caller, User

MAX_ITEMS = 1000
_STATEMENT = """
    SELECT month, provider, model, phase, count(DISTINCT run_id) AS runs,
        coalesce(sum(input_tokens), 0) AS input_tokens,
        coalesce(sum(cached_input_tokens), 0) AS cached_input_tokens,
        coalesce(sum(output_tokens), 0) AS output_tokens,
        sum(cost_micros) AS cost_micros
    FROM usage_entry
    WHERE user_id = {user} AND created_at >= {since} AND created_at <= {until}
    GROUP BY month, provider, model, phase ORDER BY month DESC, provider, model, phase LIMIT {limit}
"""


@dataclass(frozen=True, slots=True)
class UsageItem:
    """Runs of one phase by one model in one month. A cost of None: no price is known."""

    month: str
    provider: str
    model: str
    phase: Phase
    runs: int
    input_tokens: int
    cached_input_tokens: int
    output_tokens: int
    cost_micros: int | None


@dataclass(frozen=True, slots=True)
class Usage:
    """What a user's runs took within a period, the newest month first."""

    items: Sequence[UsageItem]
    cost_micros: int
    currency: str
    budget_micros: int | None


async def of_user(user: Caller, since: datetime | None = None, until: datetime | None = None) -> Usage:
    """Return what the answers of models within the period took: two statements."""
    client = connection()
    on_postgres = client.capabilities.dialect == "postgres"
    mark = "$" if on_postgres else "?"
    statement = _STATEMENT.format(
        user=f"{mark}1",
        since=f"{mark}2",
        until=f"{mark}3",
        limit=MAX_ITEMS,
    )
    period = utc(since, "from") or EARLIEST, utc(until, "to") or LATEST
    values = [user.id, *period] if on_postgres else [str(user.id), *(moment.isoformat(" ") for moment in period)]
    rows = await client.execute_query_dict(statement, values)
    row = await User.filter(id=user.id).first()
    return Usage(
        items=[
            UsageItem(
                month=each["month"],
                provider=each["provider"],
                model=each["model"],
                phase=Phase(each["phase"]),
                runs=int(each["runs"]),
                input_tokens=int(each["input_tokens"]),
                cached_input_tokens=int(each["cached_input_tokens"]),
                output_tokens=int(each["output_tokens"]),
                cost_micros=None if each["cost_micros"] is None else int(each["cost_micros"]),
            )
            for each in rows
        ],
        cost_micros=sum(int(each["cost_micros"] or 0) for each in rows),
        currency=currency(),
        budget_micros=row.monthly_budget_micros if row else None,
    )
