"""Whether the service says truly how it is."""

from pathlib import Path

import httpx
import pytest
from services import JobForge, Providers, Service, settings_for

from jobforge import messaging, settings
from jobforge.app import create_app
from jobforge.settings import Settings
from jobforge.storage import database


async def ask(chosen: Settings, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(create_app(chosen))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get(path)


def test_a_running_service_is_ready(service: Service) -> None:
    assert service.client.get(f"{service.url}/healthz").json() == {"status": "alive"}
    answer = service.client.get(f"{service.url}/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ready")


async def test_without_its_tables_it_is_alive_and_not_ready(
    database_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "_in_force", database_settings)
    async with database.opened(database_settings), messaging.opened(database_settings):
        assert (await ask(database_settings, "/healthz")).status_code == 200
        answer = await ask(database_settings, "/readyz")
        assert answer.status_code == 503
        error = answer.json()["error"]
        assert error["code"] == "SERVICE_UNAVAILABLE"
        assert "jobforge migrate" in error["message"]
        await database.migrate(database_settings)
        assert (await ask(database_settings, "/readyz")).status_code == 200


async def test_without_a_worker_it_is_degraded(inside: Settings) -> None:
    answer = await ask(inside, "/readyz")
    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert "worker" in answer.json()["worker"].lower()


def test_without_redis_it_is_degraded(providers: Providers, database_url: str, logs: Path) -> None:
    unreachable = settings_for(
        providers, JOBFORGE_DATABASE_URL=database_url, JOBFORGE_REDIS_URL="redis://127.0.0.1:1/0"
    )
    with JobForge("serve", unreachable, logs / "serve-without-redis") as process:
        answer = httpx.get(f"{process.url}/readyz", verify=False)
        assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
        assert "Redis" in answer.json()["queue"]
