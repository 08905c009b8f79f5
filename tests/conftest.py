"""What every test may ask for. Real servers come from the environment, else from the test dependencies."""

import os
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import pytest
import redis
from servers import Databases, Postgres, Redis
from services import SECRET, JobForge, Providers, Service, User, settings_for

from jobforge import messaging, settings
from jobforge.settings import Settings, load
from jobforge.storage import database


def pytest_configure() -> None:
    """The settings of whoever runs the tests stay out of them, and no test reaches a real AI provider."""
    for name in list(os.environ):
        own = name.startswith("JOBFORGE_") and not name.startswith("JOBFORGE_TEST_")
        if own or name.startswith(("ANTHROPIC_", "OPENAI_")):
            del os.environ[name]
    os.environ["JOBFORGE_LOCAL_PROVIDERS_ONLY"] = "true"
    hypothesis.settings.register_profile("jobforge", deadline=None, print_blob=True)  # machines may be slow
    hypothesis.settings.load_profile("jobforge")


SERVICE_FIXTURES = {"databases", "session_redis_url", "embedded", "model_only", "deployed"}
"""Fixtures that start a server or a process."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs servers; what looks through all logs comes last."""
    for item in items:
        if "integration" in item.path.parts or SERVICE_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.services)
    items.sort(key=lambda item: item.name.startswith("test_no_log_of_any_process"))


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Makes databases on the session's PostgreSQL, or on the one that JOBFORGE_TEST_DATABASE_URL names."""
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


@pytest.fixture(scope="session")
def providers() -> Iterator[Providers]:
    """What the processes below take for Anthropic."""
    with Providers() as server:
        yield server


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the processes below leave their logs; they stay when the processes have gone."""
    return tmp_path_factory.mktemp("logs")


@pytest.fixture(scope="session")
def embedded(providers: Providers, logs: Path) -> Iterator[Service]:
    """One `jobforge up`: SQLite, and the queue in the process."""
    process = JobForge("up", settings_for(providers), logs / "embedded-up")
    with process, Service("embedded", [process], providers) as service:
        yield service


@pytest.fixture(scope="session")
def model_only(providers: Providers, logs: Path) -> Iterator[Service]:
    """One `jobforge up` without the offline writer: there a phase fails when its provider refuses."""
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="anthropic"), logs / "model-only-up")
    with process, Service("model-only", [process], providers) as service:
        yield service


@pytest.fixture(scope="session")
def deployed(providers: Providers, logs: Path, databases: Databases, session_redis_url: str) -> Iterator[Service]:
    """Two `jobforge serve` and two `jobforge worker` on PostgreSQL and Redis."""
    database = databases.create_migrated()
    own = urlsplit(session_redis_url)._replace(path="/1").geturl()
    with redis.Redis.from_url(own) as client:
        client.flushdb()
    settings = settings_for(providers, JOBFORGE_DATABASE_URL=database, JOBFORGE_REDIS_URL=own)
    names = ("serve-1", "serve-2", "worker-1", "worker-2")
    made = [JobForge(name.partition("-")[0], settings, logs / f"deployed-{name}") for name in names]
    with ThreadPoolExecutor(len(made)) as pool:
        try:
            list(pool.map(JobForge.start, made))
            with Service("deployed", made, providers) as service:
                yield service
        finally:
            list(pool.map(JobForge.close, made))
    databases.drop(database)


@pytest.fixture(params=["embedded", "deployed"])
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    """Each test that asks for it runs twice: on the embedded default, and on PostgreSQL and Redis."""
    found: Service = request.getfixturevalue(request.param)
    yield found
    found.providers.release_all()


@pytest.fixture
def user(service: Service) -> User:
    """A fresh account."""
    return service.user()


@pytest.fixture(params=["sqlite", "postgres"])
def database_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of a process of its own on a database without tables; the queue is inside the process."""
    given: dict[str, object] = {"data_dir": tmp_path, "jwt_secret": SECRET, "bcrypt_cost": 4, "ai": "offline"}
    if request.param == "postgres":
        given["database_url"] = request.getfixturevalue("empty_database_url")
    return load(**given)


@pytest.fixture
async def inside(database_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Settings]:
    """JobForge inside this process: database migrated and open, messaging open, settings in force."""
    monkeypatch.setattr(settings, "_in_force", database_settings)
    async with database.opened(database_settings), messaging.opened(database_settings):
        await database.migrate(database_settings)
        yield database_settings
