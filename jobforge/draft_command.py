"""The three documents in the terminal: the same operations as the API, on a database that is gone afterwards."""

import asyncio
import contextlib
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from jobforge import settings, worker
from jobforge.enums import DocumentType, Phase
from jobforge.errors import ProcessingError
from jobforge.messaging import broker
from jobforge.messaging.broker import EventKind
from jobforge.operations import accounts, applications, documents, events, phase_runs, resumes
from jobforge.storage import database
from jobforge.storage.models import Caller

TITLES = {
    Phase.RESEARCH: "Research report",
    Phase.RESUME: "Optimized resume",
    Phase.COVER_LETTER: "Cover letter",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What the documents are to be made from, and where they go."""

    resume: str
    ad: str
    company: str
    role: str
    name: str
    context: str | None
    directory: Path


async def draft(given: Draft, console: Console) -> list[Path]:
    """Writes the three documents; gives their paths.

    Raises the operations' errors, and ProcessingError when a phase fails."""
    with tempfile.TemporaryDirectory(prefix="jobforge-") as directory:
        chosen = settings.use(
            settings.load(data_dir=Path(directory), database_url="", redis_url="", jwt_secret="", bcrypt_cost=4)  # nosec
        )
        async with database.opened(chosen), broker.opened(chosen):
            await database.migrate(chosen)
            working = asyncio.create_task(worker.run(chosen))
            try:
                return await _write_all(given, console)
            finally:
                working.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await working


async def _write_all(given: Draft, console: Console) -> list[Path]:
    session = await accounts.register(
        {
            "email": "draft@localhost.invalid",
            "password": f"a1{secrets.token_hex(16)}",
            "full_name": given.name,
        }
    )
    user = session.user
    await resumes.create(user, {"name": "Resume", "content": given.resume})
    application = await applications.create(
        user,
        {
            "company_name": given.company,
            "role_title": given.role,
            "job_description": given.ad,
            "additional_context": given.context,
        },
    )
    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        TextColumn("{task.fields[step]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as bars:
        tasks = {phase: bars.add_task(TITLES[phase], total=1.0, step="", start=False) for phase in Phase}
        for phase, task in tasks.items():
            bars.start_task(task)
            await _follow(user, application["id"], phase, bars, task)
    return [await _save(user, application["id"], kind, given.directory) for kind in DocumentType]


async def _follow(user: Caller, application_id: str, phase: Phase, bars: Progress, task: TaskID) -> None:
    await phase_runs.start(user, application_id, phase)
    told = await events.follow_events(user, application_id, "0", None)  # all of the latest run, which is this one
    async with contextlib.aclosing(told):
        async for event in told:
            if event.kind is EventKind.PROGRESSED:
                bars.update(task, completed=event.progress, step=event.step)
            elif event.kind is EventKind.RESTARTED:
                bars.update(task, step=event.reason)
            elif event.kind is EventKind.FAILED:
                raise ProcessingError(f"{TITLES[phase]}: {event.error_message}")
            elif event.kind is EventKind.COMPLETED:
                bars.update(task, completed=1.0, step="done")
                return


async def _save(user: Caller, application_id: str, kind: DocumentType, directory: Path) -> Path:
    document = await documents.get(user, application_id, kind)
    path = directory / f"{kind}.md"
    await asyncio.to_thread(path.write_text, document.content.rstrip("\n") + "\n", encoding="utf-8")
    return path
