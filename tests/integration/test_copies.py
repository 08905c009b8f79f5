"""Backups are whole although the service runs, and what is kept for a while only is gone after it."""

import json
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from services import RESUME, JobForge, Providers, Service, settings_for

from jobforge.enums import Phase, RunStatus
from jobforge.operations import account_data
from jobforge.settings import load
from jobforge.storage import database
from jobforge.storage.models import Application, IdempotencyKey, PhaseRun, User, now


def test_a_backup_is_whole_while_the_service_writes_and_brings_all_back(
    providers: Providers, logs: Path, tmp_path: Path
) -> None:
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="offline"), logs / "backed-up")
    file = tmp_path / "backup.sqlite3"
    with process, Service("own", [process], providers) as service:
        user = service.user()
        resume = user.resume()
        application = user.application()
        user.finish(application, "research")
        stop = threading.Event()

        def write() -> None:
            while not stop.is_set():
                user.rest("POST", "/resumes", {"name": "More", "content": RESUME})

        writing = threading.Thread(target=write)
        writing.start()
        try:
            done = process.run("backup", file)
        finally:
            stop.set()
            writing.join()
        assert done.returncode == 0, done.stderr
        with closing(sqlite3.connect(file)) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert process.run("backup", file).returncode == 2  # a file that is there is kept
        refused = process.run("restore", file)
        assert refused.returncode == 2
        assert "Another JobForge process" in refused.stderr
        document = user.rest("GET", f"/applications/{application}/documents/research_report").json()
        assert user.rest("DELETE", f"/applications/{application}").status_code == 204
        process.stop()
        broken = tmp_path / "broken"
        broken.write_bytes(file.read_bytes()[:5000])
        assert process.run("restore", broken).returncode == 2
        back = process.run("restore", file)
        assert back.returncode == 0, back.stderr
        assert list(process.directory.glob("jobforge.sqlite3.before-*"))
        process.start()
        again = user.rest("GET", f"/applications/{application}/documents/research_report").json()
        assert again == document
        assert resume in json.dumps(user.rest("GET", "/resumes").json())


def test_postgresql_is_left_to_its_own_tools(deployed: Service, tmp_path: Path) -> None:
    for command, tool in (("backup", "pg_dump"), ("restore", "pg_restore")):
        file = tmp_path / command
        if command == "restore":
            file.touch()
        refused = deployed.processes[0].run(command, file)
        assert refused.returncode == 2
        assert tool in refused.stderr


async def test_what_is_kept_for_a_while_only_is_purged_and_nothing_else(tmp_path: Path) -> None:
    chosen = load(data_dir=tmp_path, database_url="", jwt_secret="s" * 32)
    async with database.opened(chosen):
        await database.migrate(chosen)
        owner, application = await _filled()
        await _run(owner, application, 1, timedelta(days=91))
        await _run(owner, application, 2, timedelta(days=89))
        newest = await _run(owner, application, 3, timedelta(days=200))
        for name, age in (("old", timedelta(hours=25)), ("young", timedelta(hours=23))):
            await IdempotencyKey.create(
                user_id=owner, key=name, operation="A", digest="d", result_id=owner, created_at=now() - age
            )
        assert await account_data.purge() == 2
        assert await account_data.purge() == 0
        assert [run.fence for run in await PhaseRun.all().order_by("fence")] == [2, 3]
        assert await PhaseRun.filter(id=newest).exists()
        assert [row.key for row in await IdempotencyKey.all()] == ["young"]


async def test_the_purge_goes_past_more_old_runs_that_stay_than_it_reads_at_once(tmp_path: Path) -> None:
    chosen = load(data_dir=tmp_path, database_url="", jwt_secret="s" * 32)
    async with database.opened(chosen):
        await database.migrate(chosen)
        owner, application = await _filled()
        values = await Application.get(id=application).values()
        others = [Application(**{**values, "id": uuid4()}) for _ in range(account_data.PAGE + 1)]
        await Application.bulk_create(others)
        await PhaseRun.bulk_create(
            [
                PhaseRun(
                    application_id=other.id,
                    user_id=owner,
                    phase=Phase.RESEARCH,
                    status=RunStatus.COMPLETED,
                    fence=1,
                    completed_at=now() - timedelta(days=300, seconds=number),
                )
                for number, other in enumerate(others)
            ]
        )
        for fence in (1, 2):
            await _run(owner, application, fence, timedelta(days=100))
        assert await account_data.purge() == 1
        assert await PhaseRun.all().count() == account_data.PAGE + 2


async def _filled() -> tuple[UUID, UUID]:
    user = await User.create(email="a@example.com", full_name="A", password_hash="x")
    application = await Application.create(
        user_id=user.id,
        name="a",
        company_name="A",
        role_title="B",
        job_description="C",
        digest="d",
        search_text="a b",
    )
    return user.id, application.id


async def _run(user: UUID, application: UUID, fence: int, age: timedelta) -> UUID:
    made = await PhaseRun.create(
        application_id=application,
        user_id=user,
        phase=Phase.RESEARCH,
        status=RunStatus.COMPLETED,
        fence=fence,
        completed_at=now() - age,
    )
    return made.id
