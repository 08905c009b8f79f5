"""`jobforge draft`: write the three documents in the terminal, without a database, user, queue or worker."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from rich.console import Console
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from jobforge.documents import parsed_input
from jobforge.documents.phases import PHASES
from jobforge.documents.pipeline import write
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Phase, RequirementKind, RequirementStatus, Writer
from jobforge.errors import JobForgeError
from jobforge.factcheck.review import Review, review
from jobforge.matching.model_reading import ModelReading
from jobforge.providers import Provider, Usage, opened_providers
from jobforge.settings import Settings

USUAL_CHARACTERS = 4_000  # of a document, for the bar of a text that is being written
MAX_WARNINGS = 5  # told in the panel; the documents have the rest


@dataclass(slots=True)
class Result:
    """What a run wrote: files, notes and reviews by document, and the error that ended it early."""

    files: dict[DocumentType, Path] = field(default_factory=dict)
    reviews: dict[DocumentType, Review] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    error: JobForgeError | None = None


async def draft(material: Material, directory: Path, settings: Settings, console: Console) -> Result:
    """Write the documents of all phases into `directory`, with a progress bar each on `console`.

    A phase that fails ends the run; the documents finished before it are written and `Result.error` says why."""
    result = Result()
    title, step = TextColumn("{task.description:<16}"), TextColumn("{task.fields[step]}")
    async with opened_providers(settings) as providers:
        with Progress(title, BarColumn(), step, TimeElapsedColumn(), console=console) as bars:
            for phase in PHASES:
                task = bars.add_task(PHASES[phase].title, total=1.0, step="")
                try:
                    bar = _Bar(bars, task)
                    material = await _write_phase(phase, material, directory, settings, providers, bar, result)
                except JobForgeError as error:
                    bars.update(task, step="failed")
                    result.error = error
                    break
    return result


async def _write_phase(
    phase: Phase,
    material: Material,
    directory: Path,
    settings: Settings,
    providers: dict[Writer, Provider],
    bar: "_Bar",
    result: Result,
) -> Material:
    """Write one phase's document; return the material that the next phase works from."""
    text = await write(
        phase, material, settings.writers, providers, bar, settings.phase_deadline, web_search=settings.web_search
    )
    kind = PHASES[phase].document
    path = directory / f"{kind}.md"
    path.write_text(text.text.rstrip("\n") + "\n", encoding="utf-8")
    result.files[kind] = path
    result.notes += [note for note in text.notes if note not in result.notes]
    result.reviews[kind] = review(
        text.text,
        kind,
        resume=material.resume,
        contexts=material.contexts,
        ad=material.ad,
        today=material.today,
        company=material.company_name,
        role=material.role_title,
        user_name=material.user_name,
    )
    bar.finish()
    material = replace(material, model_reading=bar.reading or material.model_reading)
    if kind is DocumentType.RESEARCH_REPORT:
        return replace(material, research_report=text.text)
    if kind is DocumentType.OPTIMIZED_RESUME:
        return replace(material, optimized_resume=text.text)
    return material


class _Bar:
    """Show a phase's progress; the pipeline's audience."""

    def __init__(self, bars: Progress, task: TaskID) -> None:
        self._bars, self._task, self._length = bars, task, 0
        self.reading: ModelReading | None = None

    async def text(self, piece: str) -> None:
        self._length += len(piece)
        self._bars.update(self._task, completed=min(0.95, 0.2 + 0.75 * self._length / USUAL_CHARACTERS))

    async def restart(self, reason: str) -> None:
        self._length = 0
        self._bars.update(self._task, step=reason)

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None:
        """Count nothing: there is no ledger without a database."""

    async def read(self, reading: ModelReading) -> None:
        self.reading = reading

    async def progress(self, progress: float, step: str) -> None:
        self._bars.update(self._task, completed=progress, step=step)

    def finish(self) -> None:
        self._bars.update(self._task, completed=1.0, step="done")


def panel(material: Material, result: Result) -> Panel:
    """Return a summary of the run: verdict, coverage, missing musts, warnings and files."""
    match = parsed_input.read(material).match
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="bold")
    rows.add_column(overflow="fold")
    for kind, path in result.files.items():
        check = result.reviews[kind]
        count = len(check.findings)
        findings = f", {count} finding{'' if count == 1 else 's'}" if count else ""
        rows.add_row(str(path), Text(f"{check.verdict.value.upper()}{findings}"))
    if match.coverage is not None:
        covered = sum(item.status is not RequirementStatus.MISSING for item in match.requirements)
        rows.add_row("Coverage", f"{match.coverage:.0%} ({covered} of {len(match.requirements)} requirements)")
    missing = [
        item.text
        for item in match.requirements
        if item.kind is RequirementKind.MUST and item.status is RequirementStatus.MISSING
    ]
    if missing:
        rows.add_row("Missing musts", Text("\n".join(missing)))
    warnings = [*result.notes, *(f.message for check in result.reviews.values() for f in check.findings)]
    if warnings:
        rows.add_row("Warnings", Text("\n".join(warnings[:MAX_WARNINGS])))
    if result.error is not None:
        rows.add_row("Failed", Text(str(result.error)))
    return Panel(rows, title="JobForge", expand=False)
