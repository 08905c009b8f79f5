"""The worker inside `jobforge up` does not end silently: it is started again, and `/readyz` says so."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from services import SECRET

from jobforge import background, messaging, settings, worker
from jobforge.app import make_site
from jobforge.messaging import queue
from jobforge.settings import load
from jobforge.storage import database


async def test_an_embedded_worker_that_fails_is_started_again_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = load(jwt_secret=SECRET, data_dir=tmp_path)
    monkeypatch.setattr(settings, "_in_force", chosen)
    monkeypatch.setattr(background, "_failures", {})
    async with database.opened(chosen):
        await database.migrate(chosen)
    site = make_site(chosen, with_worker=True)
    async with (
        site.router.lifespan_context(site),
        httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://test") as client,
    ):

        async def until(holds: Callable[[dict[str, Any]], bool]) -> None:
            async with asyncio.timeout(60):
                while not holds((await client.get("/readyz")).json()):
                    await asyncio.sleep(0.05)

        await until(lambda state: state["status"] == "ready")
        with monkeypatch.context() as broken:
            broken.setattr(worker, "POLL_SECONDS", "soon")  # an error that nobody thought of, at its next look
            await until(lambda state: "worker" in state["background"])
        await messaging.current().redis.delete(queue.HEALTH_KEY)
        await until(lambda state: state["worker"] == "ready")


async def test_a_job_that_is_stopped_with_its_worker_is_no_error() -> None:
    @worker.ends_quietly
    async def endless(context: dict[str, Any]) -> int:
        await asyncio.Event().wait()
        return 1

    task = asyncio.create_task(cast("Coroutine[Any, Any, int]", endless({})))
    await asyncio.sleep(0)
    task.cancel()
    assert await task == 0
