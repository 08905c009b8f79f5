"""What the models' tokens cost: a ledger of every attempt, and the stop at the installation's budget."""

from collections.abc import Sequence
from uuid import UUID

from tortoise.functions import Sum

from jobforge import metrics
from jobforge.enums import Phase, Writer
from jobforge.errors import ProcessingError
from jobforge.providers import Usage
from jobforge.providers.prices import MICROS, cost_micros, currency
from jobforge.settings import current
from jobforge.storage.models import UsageEntry, now


async def record(user_id: UUID, run_id: UUID, phase: Phase, writer: Writer, model: str, usage: Usage) -> None:
    """Enter the tokens of one answer of a model, whatever became of the answer."""
    moment, cost = now(), cost_micros(writer, model, usage)
    counts = {
        "input": usage.input_tokens,
        "cached_input": usage.cached_input_tokens,
        "output": usage.output_tokens,
    }
    metrics.tokens_spent(writer.value, model, counts, cost)
    await UsageEntry.create(
        user_id=user_id,
        run_id=run_id,
        phase=phase,
        provider=writer,
        model=model,
        month=f"{moment:%Y-%m}",
        input_tokens=usage.input_tokens,
        cached_input_tokens=usage.cached_input_tokens,
        output_tokens=usage.output_tokens,
        cost_micros=cost,
        created_at=moment,
    )


async def spent_micros(month: str, user_id: UUID | None = None) -> int:
    """Return what a month's answers cost, of one user or of the whole installation. Unknown prices count as nothing."""
    entries = UsageEntry.filter(month=month)
    if user_id is not None:
        entries = entries.filter(user_id=user_id)
    totals = await entries.annotate(total=Sum("cost_micros")).values("total")
    return int(totals[0]["total"] or 0)


async def within_budget(
    writers: Sequence[Writer], user_id: UUID, user_budget_micros: int | None
) -> tuple[tuple[Writer, ...], list[str]]:
    """Return the writers that may still be asked this month, and a note where a budget rules models out.

    Raises ProcessingError when no writer is left."""
    month = f"{now():%Y-%m}"
    limit = current().monthly_budget
    if limit is not None and await spent_micros(month) >= limit * MICROS:
        whose, budget = "The installation's budget (JOBFORGE_MONTHLY_BUDGET)", limit
    elif user_budget_micros is not None and await spent_micros(month, user_id) >= user_budget_micros:
        whose, budget = "Your budget", user_budget_micros / MICROS
    else:
        return tuple(writers), []
    note = f"{whose} of {budget:g} {currency()} for this month is used up: no model was asked."
    offline = tuple(writer for writer in writers if writer is Writer.OFFLINE)
    if not offline:
        raise ProcessingError(note)
    return offline, [note]
