"""The ledger of tokens, and the stop at the installation's budget."""

from uuid import uuid4

import pytest

from jobforge import settings as settings_module
from jobforge.enums import Phase, Writer
from jobforge.errors import ProcessingError
from jobforge.operations import account_data, accounts, usage
from jobforge.providers import Usage
from jobforge.settings import Settings
from jobforge.storage.models import UsageEntry, now

WRITERS = (Writer.ANTHROPIC, Writer.OPENAI, Writer.OFFLINE)
MONTH = f"{now():%Y-%m}"


async def person() -> accounts.Session:
    words = {"email": f"{uuid4()}@example.com", "password": "correct horse 1", "full_name": "Jo Ray"}
    return await accounts.register(words)


async def enter(user_id: object, tokens: Usage) -> None:
    await usage.record(user_id, uuid4(), Phase.RESEARCH, Writer.OPENAI, "gpt-6.1-sol", tokens)  # type: ignore[arg-type]


async def test_every_answer_is_entered_and_a_month_is_summed_up(inside: Settings) -> None:
    one, other = (await person()).user, (await person()).user
    await enter(one.id, Usage(1_000_000, 0, 0))
    await enter(other.id, Usage(0, 100_000))
    await enter(other.id, Usage())
    assert await usage.spent_micros(MONTH) == 3_000_000
    assert await usage.spent_micros(MONTH, one.id) == 2_000_000
    assert await usage.spent_micros("2001-01") == 0


async def test_models_are_not_asked_beyond_the_budget(inside: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_module, "_in_force", inside.model_copy(update={"monthly_budget": 2.0}))
    user = (await person()).user
    assert await usage.within_budget(WRITERS, user.id, None) == (WRITERS, [])
    await enter((await person()).user.id, Usage(1_000_000, 0, 0))
    writers, notes = await usage.within_budget(WRITERS, user.id, None)
    assert writers == (Writer.OFFLINE,)
    assert "JOBFORGE_MONTHLY_BUDGET" in notes[0]
    with pytest.raises(ProcessingError, match="used up"):
        await usage.within_budget(WRITERS[:1], user.id, None)


async def test_a_users_own_budget_stops_only_their_models(inside: Settings) -> None:
    one, other = (await person()).user, (await person()).user
    await enter(one.id, Usage(1_000_000, 0, 0))
    writers, notes = await usage.within_budget(WRITERS, one.id, 2_000_000)
    assert (writers, notes[0].startswith("Your budget")) == ((Writer.OFFLINE,), True)
    assert await usage.within_budget(WRITERS, one.id, 2_000_001) == (WRITERS, [])
    assert await usage.within_budget(WRITERS, other.id, 2_000_000) == (WRITERS, [])


async def test_the_ledger_outlives_its_user_without_a_name(inside: Settings) -> None:
    user = (await person()).user
    await enter(user.id, Usage(10, 1))
    await account_data.delete_account(user, "correct horse 1")
    assert [entry.user_id for entry in await UsageEntry.all()] == [None]
