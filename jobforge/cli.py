"""The `jobforge` command."""

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from jobforge import command_database, settings, users_command
from jobforge.enums import ExportFormat, ExportTemplate, PaperSize, TextKind
from jobforge.errors import ConfigurationError, JobForgeError
from jobforge.settings import Settings

if TYPE_CHECKING:
    from jobforge.interchange.results import ImportedAd

app = typer.Typer(
    help="From a resume and a job ad: a research report, an optimized resume and a cover letter.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

app.add_typer(users_command.app, name="users")

Host = Annotated[str | None, typer.Option(help="Address to listen on (JOBFORGE_HOST).", show_default=False)]
Port = Annotated[int | None, typer.Option(help="Port to listen on (JOBFORGE_PORT).", show_default=False)]


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"jobforge {version('jobforge')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """What the console script calls: an expected error is a sentence and a status, never a traceback."""
    try:
        app()
    except (ConfigurationError, JobForgeError) as error:
        Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print(f"jobforge: {_sentence(error)}")
        sys.exit(2 if isinstance(error, ConfigurationError) else 1)


def _sentence(error: Exception) -> str:
    details = getattr(error, "details", {})
    return "; ".join([str(error), *(f"{name}: {' '.join(text)}" for name, text in details.items())])


def _settings(**given: Any) -> Settings:
    from jobforge.http import logging

    chosen = settings.use(settings.load(**{name: value for name, value in given.items() if value is not None}))
    logging.configure(chosen)
    return chosen


def _run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Runs the work until it is done or a signal cancels it."""
    from jobforge.worker import stop_on_signals

    async def until_stopped() -> None:
        task = asyncio.ensure_future(work())
        stop_on_signals(task)
        try:
            await task
        except asyncio.CancelledError:
            if not task.cancelled():
                raise

    asyncio.run(until_stopped())


def _need_servers(chosen: Settings, command: str) -> None:
    if chosen.embedded:
        raise ConfigurationError(
            f"`jobforge {command}` needs PostgreSQL and Redis: set JOBFORGE_DATABASE_URL=postgres://... and "
            "JOBFORGE_REDIS_URL=redis://..., or run `jobforge up`, which needs neither."
        )


@app.command()
def up(host: Host = None, port: Port = None) -> None:
    """Everything in one process: migrates the database, serves the API, performs the phases."""
    from jobforge.app import create_app
    from jobforge.http import server

    chosen = _settings(host=host, port=port)
    listening = server.bind(chosen)
    application = create_app(chosen, with_worker=True)
    asyncio.run(_prepare(chosen))
    server.welcome(chosen, listening.getsockname()[1])
    server.serve(application, chosen, listening)


@app.command()
def serve(host: Host = None, port: Port = None) -> None:
    """The API only. Needs PostgreSQL, Redis, and `jobforge worker` beside it."""
    from jobforge.app import create_app
    from jobforge.http import server

    chosen = _settings(host=host, port=port)
    _need_servers(chosen, "serve")
    listening = server.bind(chosen)
    server.serve(create_app(chosen), chosen, listening)


@app.command()
def worker() -> None:
    """A worker only: performs the phases that the API starts. Any number may run beside each other."""
    from jobforge import messaging
    from jobforge.http import metrics_page
    from jobforge.sandbox import pool
    from jobforge.storage import database
    from jobforge.worker import run

    chosen = _settings()
    _need_servers(chosen, "worker")

    async def work() -> None:
        metrics_page.observe(chosen, "jobforge-worker")
        async with (
            database.opened(chosen),
            messaging.opened(chosen),
            pool.opened(chosen),
            metrics_page.own_port(chosen),
        ):
            await run(chosen)

    _run(work)


@app.command()
def migrate(
    no_copy: Annotated[
        bool, typer.Option("--no-copy", help="Do not copy the database first: you have a backup.")
    ] = False,
) -> None:
    """Brings the database up to date; keeps what is in it."""
    done = asyncio.run(_migrate(_settings(), copy=not no_copy))
    Console().print("\n".join(f"applied {name}" for name in done) or "The database is up to date.")


async def _prepare(chosen: Settings) -> None:
    """What can be wrong shows now, not in the background later."""
    from jobforge.providers import opened_providers

    async with opened_providers(chosen):
        await _migrate(chosen)


async def _migrate(chosen: Settings, copy: bool = True) -> list[str]:
    """Bring the database up to date, with a copy of it first where there is data; return what was applied."""
    from jobforge.storage import backup as copies
    from jobforge.storage import database

    async with command_database.opened(chosen):
        missing = await database.pending(chosen)
        if copy and missing and len(missing) < len(database.migrations(chosen)):
            file = await asyncio.to_thread(copies.before_migration, chosen, missing[0])
            said = f"copied the database to {file}" if file else "pg_dump is not installed: the database was not copied"
            Console(stderr=True, soft_wrap=True).print(said, highlight=False)
        return await database.migrate(chosen)


@app.command()
def transfer(
    target: Annotated[
        str,
        typer.Argument(help="postgres://user:password@host/name.", envvar="JOBFORGE_DATABASE_URL", show_envvar=True),
    ],
    source: Annotated[
        Path | None, typer.Option("--from", help="The SQLite file; else the data directory's.", dir_okay=False)
    ] = None,
) -> None:
    """Copies all data from SQLite into PostgreSQL, and compares. Stop the service first; interrupted, run it again."""
    from jobforge import transfer_command

    chosen = transfer_command.source_settings(source)
    _quiet_settings()
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    counts = asyncio.run(transfer_command.move(chosen, transfer_command.target_settings(target), console))
    Console().print(f"transferred {sum(counts.values())} rows of {len(counts)} tables; all are equal", highlight=False)
    secret = chosen.data_dir / "jwt_secret"
    if source is None and secret.is_file():
        console.print(f"Logins and calendar addresses stay good if JOBFORGE_JWT_SECRET is what {secret} holds.")


app.command("reset-password")(users_command.reset_password)


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="Where to, a new file.", dir_okay=False)]) -> None:
    """Copies the embedded data into one file, consistently, while the service may be running."""
    from jobforge.storage import backup as copies

    copies.backup(_settings(), file)
    Console().print(f"wrote {file}", highlight=False)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="What `jobforge backup` wrote.", exists=True, dir_okay=False)],
) -> None:
    """Puts a backup in the place of the embedded data, which is kept beside it. Stop the service first."""
    from jobforge.storage import backup as copies

    remaining = copies.restore(_settings(), file)
    Console().print(f"restored; what was there before is in {remaining}" if remaining else "restored", highlight=False)


@app.command()
def contracts(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail when they are out of date.")] = False,
) -> None:
    """Writes the published contracts into schema/: GraphQL, OpenAPI."""
    from jobforge import contracts as published

    if not published.DIRECTORY.is_dir():
        raise ConfigurationError(
            f"There is no {published.DIRECTORY}: contracts are written into a source tree. A running service publishes "
            "its own at /openapi.json and, by introspection, at /graphql."
        )
    changed = published.outdated() if check else published.write()
    if check and changed:
        raise ConfigurationError(f"Out of date: {', '.join(changed)}. Run `jobforge contracts`.")
    Console().print("\n".join(f"wrote {name}" for name in changed) or "The contracts are up to date.")


@app.command("export")
def export_file(
    file: Annotated[Path, typer.Argument(help="A resume, letter or report in Markdown.", exists=True, dir_okay=False)],
    formats: Annotated[str, typer.Option("--format", help="pdf, docx, txt, json; several with commas.")] = "pdf",
    template: Annotated[ExportTemplate, typer.Option(help="The look.")] = ExportTemplate.MODERN,
    paper: Annotated[PaperSize | None, typer.Option(help="Left out: by the text's language and place.")] = None,
    kind: Annotated[TextKind | None, typer.Option(help="Left out: by the file's name, else a resume.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the files go; else beside the text.", file_okay=False)] = None,
) -> None:
    """Write a text as PDF, DOCX and the like, under its own name."""
    from jobforge import files_command

    _quiet_settings()
    target = _directory(out) / file.name if out else file
    expected = files_command.formats_of(formats)
    if any(target.with_suffix(f".{each.value}") == file for each in expected):
        raise ConfigurationError(f"--format: {file} itself would be written over. Name another directory with --out.")
    work = files_command.export_text(
        _text(file), kind or files_command.kind_of(file), target, expected, template, paper
    )
    files, warnings = asyncio.run(work)
    _report(files, warnings)


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="A resume: PDF, DOCX, JSON, ZIP ...", exists=True, dir_okay=False)],
    out: Annotated[Path | None, typer.Option("--out", "-o", help="The Markdown file; else printed.")] = None,
) -> None:
    """Read a resume from a file and write it as Markdown, with what should be looked at."""
    from jobforge import files_command

    _quiet_settings()
    resume = asyncio.run(files_command.import_resume(file))
    if out is None:
        sys.stdout.write(resume.content)
    else:
        _write(out, resume.content)
    result = resume.found
    sections = ", ".join(result.sections) or "none"
    notice = f"{result.name or 'no name'}; {result.roles} jobs, {result.bullets} bullets; sections: {sections}"
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    console.print(f"Found in {file} ({resume.format}): {notice}")
    _report([out] if out else [], resume.warnings)


@app.command()
def mcp(
    server: Annotated[str, typer.Option(help="The running service.")] = settings.DEFAULT_ADDRESS,
) -> None:
    """Connect an assistant (MCP over stdin and stdout) to a running service. The token is in JOBFORGE_TOKEN."""
    import os

    try:
        from jobforge.mcp.server import relay
    except ImportError:
        raise ConfigurationError("The extra `mcp` is not installed: pip install 'jobforge[mcp]'.") from None
    asyncio.run(relay(f"{server.rstrip('/')}/mcp", os.environ.get("JOBFORGE_TOKEN", "")))


@app.command()
def draft(
    resume: Annotated[Path, typer.Argument(help="The resume: Markdown, PDF, DOCX ...", exists=True, dir_okay=False)],
    ad: Annotated[str, typer.Argument(help="The job ad: a file (text, HTML, PDF, DOCX) or an address.")],
    company: Annotated[str | None, typer.Option(help="The company's name, where the ad does not say it.")] = None,
    role: Annotated[str | None, typer.Option(help="The role's title, where the ad does not say it.")] = None,
    out: Annotated[Path, typer.Option(help="Where the three documents go.", file_okay=False)] = Path(),
    name: Annotated[str, typer.Option(help="Your name, where the resume does not say it.")] = "Applicant",
    context: Annotated[str | None, typer.Option(help="What you want considered besides the resume.")] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Write each document as PDF, too.")] = False,
    docx: Annotated[bool, typer.Option("--docx", help="Write each document as DOCX, too.")] = False,
    template: Annotated[ExportTemplate, typer.Option(help="The look of these files.")] = ExportTemplate.MODERN,
    paper: Annotated[PaperSize | None, typer.Option(help="Left out: by the text's language and place.")] = None,
) -> None:
    """Write the three documents in the terminal, without a server."""
    Console().print(f"Reading {resume} and {ad} ...", highlight=False)  # before the imports that take a while
    from jobforge import draft_command, files_command, inputs
    from jobforge.documents.writing_input import Material
    from jobforge.matching.ad_reading import read_ad_text

    chosen = _quiet_settings()
    resume_text = _resume_text(resume)
    imported = _ad(ad)
    said = read_ad_text(imported.job_description)
    company = company or imported.company_name or said.company
    role = role or imported.role_title or said.title
    for option, value in (("--company", company), ("--role", role)):
        if not value:
            raise ConfigurationError(f"{option} is needed: the ad does not state it.")
    inputs.read(inputs.ResumeWrite, {"name": "Resume", "content": resume_text})
    application = inputs.read(
        inputs.ApplicationCreate,
        {
            "company_name": company,
            "role_title": role,
            "job_description": imported.job_description,
            "additional_context": context,
        },
    )
    _directory(out)
    material = Material(
        resume=resume_text,
        ad=imported.job_description,
        company_name=application.company_name,
        role_title=application.role_title,
        today=settings.today(),
        user_name=name,
        application_context=application.additional_context or "",
    )
    console = Console(stderr=True)
    result = asyncio.run(draft_command.draft(material, out, chosen, console))
    console.print(draft_command.panel(material, result))
    formats = [*([ExportFormat.PDF] if pdf else []), *([ExportFormat.DOCX] if docx else [])]
    for kind, path in result.files.items() if formats else ():
        work = files_command.export_text(_text(path), files_command.KINDS[kind], path, formats, template, paper)
        _report(*asyncio.run(work))
    if result.error is not None:
        raise result.error


def _quiet_settings() -> Settings:
    """Return settings without a server's, in force; only warnings are logged."""
    from logging import WARNING

    from jobforge.http import logging

    chosen = settings.use(settings.load(jwt_secret="", database_url="", redis_url=""))  # nosec B106
    logging.configure(chosen, level=WARNING)
    return chosen


def _resume_text(file: Path) -> str:
    from jobforge import files_command

    if file.suffix.lower() in files_command.TEXT_SUFFIXES:
        return _text(file)
    resume = asyncio.run(files_command.import_resume(file))
    _report([], resume.warnings)
    return resume.content


def _ad(source: str) -> "ImportedAd":
    from jobforge import files_command
    from jobforge.interchange.results import ImportedAd

    is_address = source.startswith(("https://", "http://"))
    if not is_address and Path(source).suffix.lower() in files_command.TEXT_SUFFIXES:
        return ImportedAd(_text(Path(source)))
    ad = asyncio.run(files_command.import_ad(source))
    _report([], ad.warnings)
    return ad


def _directory(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"--out: {path} cannot be made ({error.strerror}). Name another directory.") from None
    return path


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"--out: {file} cannot be written ({error.strerror}).") from None


def _report(files: Sequence[Path], warnings: Sequence[str]) -> None:
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)
    for warning in warnings:
        console.print(f"Look at this: {warning}")
    for file in files:
        console.print(f"wrote {file}")


def _text(file: Path) -> str:
    """Return the file's text without a byte order mark. Raises ConfigurationError when it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            f"{file} must be Markdown or plain text in UTF-8: {error.reason} at byte {error.start}."
        ) from None
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be read ({error.strerror}).") from None
