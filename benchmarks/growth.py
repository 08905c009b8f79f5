"""What a table of a million rows costs a user with ten thousand: `python benchmarks/growth.py`.

Fills the empty database that JOBFORGE_DATABASE_URL names (PostgreSQL), first with the user's own 10,000 applications,
then with 990,000 of 99 others, and prints what each read takes before and after. Needs some 3 GB of disk.
"""

import asyncio
import os
import statistics
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

from rich.console import Console
from rich.table import Table

from jobforge.operations import applications
from jobforge.security import Token
from jobforge.settings import load
from jobforge.storage import database
from jobforge.storage.models import Application, User

OWN = 10_000
OTHERS = 99
TIMES = 40
FILL = """INSERT INTO application (id, user_id, name, company_name, role_title, job_description, digest, location,
    priority_level, status, search_text, created_at, updated_at)
  SELECT gen_random_uuid(), $1, 'application_' || n, 'Company ' || n % 997, 'Role ' || n % 89,
    repeat('An ad. ', 60), '0', 'Zurich', (ARRAY['low', 'medium', 'high'])[1 + n % 3],
    (ARRAY['draft', 'research_complete', 'resume_complete', 'cover_letter_complete'])[1 + n % 4],
    'company ' || n % 997 || E'\\nrole ' || n % 89 || E'\\nzurich', moment, moment
  FROM (SELECT n, timestamptz '2026-01-01' + n * interval '1 minute' AS moment
        FROM generate_series(1, $2::int) AS n) AS numbered"""

Read = Callable[[], Awaitable[object]]


async def _fill(user: UUID, number: int) -> None:
    await database.connection().execute_query(FILL, [user, number])


async def _reads(bearer: Token) -> dict[str, Read]:
    """The reads that a user makes, by name."""
    deep = await Application.filter(user_id=bearer.user_id).order_by("-created_at").offset(6000).first()
    assert deep is not None  # noqa: S101 -- there are 10,000
    after = applications.cursor({"created_at": deep.created_at, "id": deep.id})

    def by_cursor(**asked: object) -> Read:
        return lambda: applications.list_by_cursor(bearer, asked)

    async def total() -> int:
        return await (await applications.list_by_cursor(bearer, {"first": 1})).total()

    return {
        "first page": by_cursor(),
        "page 6,000 deep": by_cursor(after=after),
        "filter": by_cursor(status="draft"),
        "two filters": by_cursor(status="draft", priority="high"),
        "search": by_cursor(search="company 123"),
        "search in vain": by_cursor(search="nowhere"),
        "page by offset": lambda: applications.list_by_offset(bearer, {"limit": "50", "offset": "5000"}),
        "total": total,
    }


async def _times(reads: dict[str, Read]) -> dict[str, float]:
    """Milliseconds, the median of many."""
    taken: dict[str, list[float]] = {name: [] for name in reads}
    for _ in range(TIMES):
        for name, read in reads.items():
            began = time.perf_counter()
            await read()
            taken[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(each) for name, each in taken.items()}


async def main() -> None:
    settings = load(database_url=os.environ["JOBFORGE_DATABASE_URL"], jwt_secret="-" * 32)
    async with database.opened(settings):
        await database.migrate(settings)
        user = await User.create(email="own@example.com", full_name="Own", password_hash="-")  # noqa: S106
        await _fill(user.id, OWN)
        await database.connection().execute_script("VACUUM ANALYZE")
        reads = await _reads(Token(user.id, int(time.time()), 0))
        await _times(reads)
        before = await _times(reads)
        for number in range(OTHERS):
            other = await User.create(email=f"{number}@example.com", full_name="Other", password_hash="-")  # noqa: S106
            await _fill(other.id, OWN)
        await database.connection().execute_script("VACUUM ANALYZE")
        await _times(reads)
        after = await _times(reads)
    table = Table("read", f"{OWN:,} rows, ms", f"{OWN * (OTHERS + 1):,} rows, ms", "ratio")
    for name in reads:
        table.add_row(name, f"{before[name]:.2f}", f"{after[name]:.2f}", f"{after[name] / before[name]:.2f}")
    Console().print(table)


if __name__ == "__main__":
    asyncio.run(main())
