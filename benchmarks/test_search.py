"""A search of ten thousand applications: what its statistics cost beside a plain count.

`make bench` prints one table for each database. The ratio of two rows of one table is what counts; 20 is the aim.
"""

import asyncio
import contextlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from servers import Postgres

from jobforge import settings
from jobforge.enums import EntryKind, Stage
from jobforge.operations import stages, statistics
from jobforge.settings import load
from jobforge.storage import database
from jobforge.storage.models import Application, TimelineEntry, User

APPLICATIONS = 10_000
COURSES = (
    (Stage.APPLIED,),
    (Stage.APPLIED, Stage.SCREENING),
    (Stage.APPLIED, Stage.REJECTED),
    (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW),
    (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER, Stage.ACCEPTED),
)
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


async def fill() -> User:
    """Make a user with applications that came more or less far; each move is a day to a month after the one before."""
    chance = random.Random(1)  # noqa: S311
    user = await User.create(email="search@example.com", full_name="Search", password_hash="-")  # noqa: S106
    applications, entries = [], []
    for number in range(APPLICATIONS):
        course = COURSES[number % len(COURSES)]
        moment = BEGINNING + timedelta(minutes=number)
        row = Application(
            user_id=user.id,
            name=f"application_{number}",
            company_name=f"Company {number % 997}",
            role_title="Fitter",
            job_description="An ad.",
            digest="0",
            search_text="company",
            found_via=f"Board {number % 7}",
            coverage_share=chance.random(),
            stage=course[-1],
            applied_at=moment,
            created_at=moment,
        )
        applications.append(row)
        former = Stage.SAVED
        for stage in course:
            moment += timedelta(days=chance.randint(1, 30))
            move = {"from_stage": former, "to_stage": stage}
            entries.append(
                TimelineEntry(application_id=row.id, user_id=user.id, kind=EntryKind.STAGE_MOVE, at=moment, **move)
            )
            former = stage
    await Application.bulk_create(applications, batch_size=500)
    await TimelineEntry.bulk_create(entries, batch_size=500)
    return user


Search = tuple[str, asyncio.Runner, User]


@pytest.fixture(scope="module", params=["SQLite", "PostgreSQL"])
def search(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    with contextlib.ExitStack() as stack:
        given = {"data_dir": tmp_path_factory.mktemp("data"), "jwt_secret": "-" * 32}
        if request.param == "PostgreSQL":
            given["database_url"] = stack.enter_context(Postgres()).url()
        in_force = settings.use(load(**given))
        runner = stack.enter_context(asyncio.Runner())
        opened = database.opened(in_force)
        runner.run(opened.__aenter__())
        runner.run(database.migrate(in_force))
        yield request.param, runner, runner.run(fill())
        runner.run(opened.__aexit__(None, None, None))


WHATS = ("a plain count", "the counts of the board", "the statistics, after a change", "the statistics, again")


@pytest.mark.parametrize("what", WHATS)
def test_search(benchmark: BenchmarkFixture, search: Search, what: str) -> None:
    where, runner, user = search
    benchmark.group = f"{APPLICATIONS} applications, {where}"

    async def perform() -> None:
        if what == "a plain count":
            await Application.filter(user_id=user.id).count()
        elif what == "the counts of the board":
            await stages.counts(user)
        else:
            if what.endswith("after a change"):
                statistics.forget(user.id)
            await statistics.of_user(user)

    benchmark(lambda: runner.run(perform()))
