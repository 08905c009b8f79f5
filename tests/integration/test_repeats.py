"""An operation whose transaction PostgreSQL ends in favour of another one is tried again; the caller sees nothing."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import asyncpg
import pytest
from services import AD
from structlog.testing import capture_logs

from jobforge.errors import Overloaded
from jobforge.operations import accounts, applications, repeats
from jobforge.operations.error_mapping import expected
from jobforge.operations.repeats import repeatable
from jobforge.settings import Settings
from jobforge.storage.models import Application, Caller

pytestmark = pytest.mark.parametrize("database_settings", ["postgres"], indirect=True)

Scene = tuple[Caller, UUID, asyncpg.Connection]


@pytest.fixture
async def one_state(database_settings: Settings) -> None:
    """What an administrator may set for a whole database: each transaction sees one state of it."""
    administrator = await asyncpg.connect(database_settings.database)
    name = await administrator.fetchval("SELECT current_database()")
    await administrator.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = 'repeatable read'")
    await administrator.close()


@pytest.fixture
async def scene(inside: Settings) -> AsyncIterator[Scene]:
    """A user, an application, and a connection on which others hold and ask for rows."""
    user = (await accounts.register({"email": "a@example.com", "password": "Abcdefg1", "full_name": "A"})).user
    made = await applications.create(user, {"company_name": "A", "role_title": "B", "job_description": AD})
    other = await asyncpg.connect(inside.database)
    try:
        yield user, UUID(str(made["id"])), other
    finally:
        await other.close()


async def rename_into_a_deadlock(scene: Scene) -> None:
    """Have the operation wait for the application while the other transaction waits for the user."""
    user, application_id, other = scene
    async with asyncio.timeout(60):
        transaction = other.transaction()
        await transaction.start()
        await other.execute("SET LOCAL deadlock_timeout = '50s'")  # so that the operation is the one that is ended
        await other.execute("SELECT 1 FROM application WHERE id = $1 FOR UPDATE", application_id)
        renaming = asyncio.create_task(applications.change(user, str(application_id), {"role_title": "Fitter"}))
        while not await other.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
            await asyncio.sleep(0.02)
        await other.execute("UPDATE user_account SET full_name = 'C' WHERE id = $1", user.id)
        await transaction.commit()
        await renaming


async def test_a_change_that_met_a_deadlock_is_made_all_the_same(scene: Scene) -> None:
    with capture_logs() as logs:
        await rename_into_a_deadlock(scene)
    _, application_id, _ = scene
    assert (await Application.get(id=application_id)).role_title == "Fitter"
    assert [line["tried"] for line in logs if line["event"] == "operation_repeated"] == [1]


async def test_a_change_that_cannot_be_serialized_is_made_all_the_same(one_state: None, scene: Scene) -> None:
    user, application_id, other = scene
    async with asyncio.timeout(60):
        transaction = other.transaction()
        await transaction.start()
        await other.execute("SELECT 1 FROM user_account WHERE id = $1 FOR UPDATE", user.id)
        with capture_logs() as logs:
            renaming = asyncio.create_task(applications.change(user, str(application_id), {"role_title": "Fitter"}))
            while not await other.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
                await asyncio.sleep(0.02)
            await other.execute("UPDATE user_account SET full_name = 'C' WHERE id = $1", user.id)
            await transaction.commit()
            await renaming
    assert (await Application.get(id=application_id)).role_title == "Fitter"
    assert [line["tried"] for line in logs if line["event"] == "operation_repeated"] == [1]


@pytest.mark.parametrize("code", ["40P01", "40001"])
async def test_what_meets_others_each_time_is_told_to_come_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    _, _, other = scene
    monkeypatch.setattr(repeats, "MAX_PAUSE_SECONDS", 0.0)
    tried: list[int] = []

    @repeatable
    async def inner() -> None:
        tried.append(1)
        await other.execute(f"DO $$ BEGIN RAISE EXCEPTION 'met another' USING ERRCODE = '{code}'; END $$")

    @repeatable
    async def outer() -> None:
        await inner()

    with pytest.raises(asyncpg.PostgresError) as raised:
        await outer()
    assert len(tried) == repeats.MAX_TRIES  # of nested operations only the outermost is repeated
    assert isinstance(expected(raised.value), Overloaded)


async def test_other_errors_are_not_repeated(scene: Scene) -> None:
    _, _, other = scene
    tried: list[int] = []

    @repeatable
    async def operation() -> None:
        tried.append(1)
        await other.execute("SELECT 1 / 0")

    with pytest.raises(asyncpg.DivisionByZeroError):
        await operation()
    assert tried == [1]
