"""What every test may ask for. Real servers come from the environment, else from the test dependencies' packages."""

import os
from collections.abc import Iterator

import pytest
import redis
from servers import Databases, Postgres, Redis


def pytest_configure() -> None:
    """The settings of whoever runs the tests stay out of them, and no test reaches a real AI provider."""
    for name in list(os.environ):
        own = name.startswith("JOBFORGE_") and not name.startswith("JOBFORGE_TEST_")
        if own or name.startswith(("ANTHROPIC_", "OPENAI_")):
            del os.environ[name]
    os.environ["JOBFORGE_LOCAL_PROVIDERS_ONLY"] = "true"


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Makes databases on the session's one PostgreSQL, or on the one that JOBFORGE_TEST_DATABASE_URL names."""
    if url := os.environ.get("JOBFORGE_TEST_DATABASE_URL"):
        made = Databases(url)
        yield made
        made.close()
    else:
        with Postgres() as server:
            yield Databases(server.url())


@pytest.fixture
def empty_database_url(databases: Databases) -> Iterator[str]:
    """A new PostgreSQL database without tables."""
    url = databases.create()
    yield url
    databases.drop(url)


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """A new, migrated PostgreSQL database."""
    url = databases.create_migrated()
    yield url
    databases.drop(url)


@pytest.fixture(scope="module")
def module_database_url(databases: Databases) -> Iterator[str]:
    """A new, migrated PostgreSQL database that a module's tests share."""
    url = databases.create_migrated()
    yield url
    databases.drop(url)


@pytest.fixture(scope="session")
def session_redis_url() -> Iterator[str]:
    """The session's one Redis, or the one that JOBFORGE_TEST_REDIS_URL names (its database is emptied)."""
    if url := os.environ.get("JOBFORGE_TEST_REDIS_URL"):
        yield url
    else:
        with Redis() as server:
            yield server.url()


@pytest.fixture
def redis_url(session_redis_url: str) -> str:
    """An empty Redis."""
    with redis.Redis.from_url(session_redis_url) as client:
        client.flushdb()
    return session_redis_url
