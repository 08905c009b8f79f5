"""What this server can do: for every client, signed in or not."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from jobforge import __version__
from jobforge.enums import ExportFormat, Writer
from jobforge.interchange.sniff import Format
from jobforge.languages import languages
from jobforge.providers.access import is_local
from jobforge.settings import Settings, current

COMPANIES = {Writer.ANTHROPIC: "Anthropic", Writer.OPENAI: "OpenAI"}
IMPORT_FORMATS = tuple(Format)


@dataclass(frozen=True, slots=True)
class WriterInfo:
    """Who can write.

    Attributes:
        name, model: The writer, and which of its models is asked; None for the offline writer.
        receiver: The host that texts are sent to, None when they stay on this server.
        host: The model's server where it is not its company's own.
    """

    name: str
    model: str | None
    receiver: str | None
    host: str | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """What the server is and offers."""

    version: str
    registration_open: bool
    writers: list[WriterInfo]
    import_formats: list[str]
    export_formats: list[ExportFormat]
    languages: list[str]


def describe() -> Service:
    """Return what this server offers."""
    settings = current()
    return Service(
        version=__version__,
        registration_open=settings.registration == "open",
        writers=writers(settings),
        import_formats=[each.value for each in IMPORT_FORMATS],
        export_formats=list(ExportFormat),
        languages=list(languages()),
    )


def writers(settings: Settings) -> list[WriterInfo]:
    """Return who writes the documents, in the order in which they are tried."""
    return [_writer(settings, writer) for writer in settings.writers]


def _writer(settings: Settings, writer: Writer) -> WriterInfo:
    remote = {
        Writer.ANTHROPIC: (settings.anthropic_model, settings.anthropic_base_url),
        Writer.OPENAI: (settings.openai_model, settings.openai_base_url),
    }
    if writer not in remote:
        return WriterInfo(writer.value, None, None)
    model, address = remote[writer]
    host = urlsplit(address).netloc.rpartition("@")[2] if address else ""
    receiver = None if address and is_local(address) else host or COMPANIES[writer]
    return WriterInfo(writer.value, model, receiver, host or None)
