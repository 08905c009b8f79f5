"""Redis that is full or gone: what counts goes on counting, `/readyz` says so, and the log says it once."""

import json
import time
from pathlib import Path

import httpx
import redis
from servers import Redis
from services import JobForge, Providers, Service, settings_for, until

LIMIT = 10  # failed logins of an account


def fill(server: Redis) -> None:
    """Leave Redis without room: it answers, and refuses what would take more."""
    with redis.Redis.from_url(server.url()) as client:
        client.config_set("maxmemory-policy", "noeviction")
        client.config_set("maxmemory", 1)


def events(log: Path) -> list[str]:
    return [json.loads(line)["event"] for line in log.read_text().splitlines() if line.startswith("{")]


def test_a_full_redis_still_counts_failed_logins_and_is_reported(
    providers: Providers, database_url: str, logs: Path
) -> None:
    with Redis() as server:
        chosen = settings_for(providers, JOBFORGE_DATABASE_URL=database_url, JOBFORGE_REDIS_URL=server.url())
        with (
            JobForge("serve", chosen, logs / "serve-redis-full") as process,
            Service("full", [process], providers) as service,
        ):
            user = service.user()
            fill(server)
            state = httpx.get(f"{process.url}/readyz", verify=False).json()
            assert state["status"] == "degraded"
            assert "full" in state["queue"]
            wrong = {"email": user.email, "password": "not the password"}
            answers = [user.rest("POST", "/auth/login", wrong).status_code for _ in range(LIMIT + 1)]
            assert answers == [401] * LIMIT + [429]


def test_a_redis_that_is_gone_is_one_line_and_its_return_another(
    providers: Providers, database_url: str, logs: Path
) -> None:
    with Redis() as server:
        chosen = settings_for(providers, JOBFORGE_DATABASE_URL=database_url, JOBFORGE_REDIS_URL=server.url())
        with JobForge("worker", chosen, logs / "worker-redis-gone") as process:
            server.kill()
            until(lambda: {"queue_unavailable", "events_unavailable"} <= set(events(process.log)), bool)
            time.sleep(4)  # each loop looks several times
            server.start()
            until(lambda: {"queue_available", "events_available"} <= set(events(process.log)), bool)
            text = process.log.read_text()
            for event in ("queue_unavailable", "events_unavailable", "queue_available", "events_available"):
                assert events(process.log).count(event) == 1
            assert f'"address": "127.0.0.1:{server.port}"' in text.replace('":"', '": "')
            assert server.password not in text
