"""The database as the commands open it: what is wrong with it is a sentence for the person at the terminal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from jobforge.errors import ConfigurationError
from jobforge.settings import Settings


@asynccontextmanager
async def opened(chosen: Settings) -> AsyncIterator[None]:
    """Open the database. Raises ConfigurationError when it cannot be reached or is damaged."""
    from jobforge.storage import database  # takes a while to load, and `--help` needs none

    try:
        async with database.opened(chosen):
            yield
    except Exception as error:
        if database.is_damaged(error):
            file = chosen.database.removeprefix("sqlite://")
            raise ConfigurationError(
                f"{file} is damaged or not a database ({error}). It was left as it is. Put a backup in its place with "
                "`jobforge restore`, or move it away to begin with an empty one."
            ) from None
        if not database.is_away(error):
            raise
        where = "JOBFORGE_DATABASE_URL" if chosen.database_url else "JOBFORGE_DATA_DIR"
        raise ConfigurationError(f"The database cannot be reached ({error}). Check {where}.") from None
