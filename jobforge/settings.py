"""Settings from the environment, each with its meaning. A bad value is refused by name before anything starts."""

import re
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from jobforge.enums import AdFetching, Writer
from jobforge.errors import ConfigurationError

SECRET_BYTES = 32
DEADLINE_SECONDS = 120.0
"""Of a phase by a model elsewhere, unless JOBFORGE_PHASE_DEADLINE says otherwise."""

Words = Annotated[tuple[str, ...], NoDecode]
DEFAULT_ADDRESS = "http://localhost:8000"
"""Of the service as it serves unless told otherwise."""


class Settings(BaseSettings):
    """What the environment says. Lists are written with commas between."""

    model_config = SettingsConfigDict(env_prefix="JOBFORGE_", extra="ignore", populate_by_name=True, frozen=True)

    database_url: str = Field("", description="SQLite in the data directory, or postgres://user:pass@host/name")
    redis_url: str = Field("", description="empty: the queue lives in the process; or redis://host:6379/0")
    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("jobforge", appauthor=False)),
        description="where the embedded database and secret lie",
    )
    host: str = Field("127.0.0.1", description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on")
    jwt_secret: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        (), description="at least 32 bytes; several with commas between: the first signs, all verify"
    )
    cors_origins: Words = Field((), description="origins whose pages may call the API; none by default")
    trusted_proxies: Words = Field((), description="addresses whose X-Forwarded-* headers are believed")
    base_path: str = Field("", description="path below which everything is served, such as /jobforge")
    page: bool = Field(True, description="whether the page for job seekers is served at /")
    registration: Literal["open", "closed"] = Field("open", description="whether new accounts may be made")
    login_failures: int = Field(10, ge=0, description="failed logins per address in 15 minutes; 0: no limit")
    bcrypt_cost: int = Field(12, ge=4, le=16, description="work factor of password hashes: 2 to this power")
    connections: int = Field(4000, ge=16, description="open connections of one process; fewer where descriptors end")
    anonymous_sockets: int = Field(200, ge=1, description="WebSockets without a user in one process")
    user_sockets: int = Field(1000, ge=1, description="WebSockets a user may have open in one process")
    request_seconds: float = Field(60, gt=0, le=3600, description="seconds one request may take; streams go on")
    answer_bytes: int = Field(16 * 2**20, ge=2**20, description="bytes of one GraphQL answer")
    user_applications: int = Field(10_000, ge=1, description="applications a user may have")
    user_resumes: int = Field(200, ge=1, description="resumes a user may have")
    document_versions: int = Field(500, ge=1, description="versions a document may have")
    user_bytes: int = Field(2**30, ge=2**20, description="bytes of texts a user may store")
    text_workers: int = Field(2, ge=1, le=64, description="processes that read texts, started when they are needed")
    user_subscriptions: int = Field(1000, ge=1, description="subscriptions a user may have open in one process")
    introspection: bool = Field(True, description="whether GraphQL answers introspection and suggests names")
    compiled: bool = Field(True, description="whether GraphQL operations run compiled")
    log: Literal["auto", "json", "console"] = Field("auto", description="json, console, or by terminal")
    ai: Annotated[tuple[Writer, ...], NoDecode] = Field((), description="order of writers: anthropic,openai,offline")
    anthropic_model: str = Field("claude-sonnet-5-5", min_length=1, description="model asked for at Anthropic")
    openai_model: str = Field("gpt-6.1-sol", min_length=1, description="model asked for at OpenAI")
    anthropic_api_key: SecretStr | None = Field(None, validation_alias="ANTHROPIC_API_KEY")
    anthropic_base_url: str | None = Field(None, validation_alias="ANTHROPIC_BASE_URL")
    openai_api_key: SecretStr | None = Field(None, validation_alias="OPENAI_API_KEY")
    openai_base_url: str | None = Field(None, validation_alias="OPENAI_BASE_URL")
    phase_deadline: float | None = Field(
        None, gt=0, le=3600, description="seconds one phase may take; 120, or 600 with a model on this machine"
    )
    metrics_token: SecretStr | None = Field(None, description="with it as bearer, /metrics answers; none: it does not")
    metrics_port: int | None = Field(None, ge=1, le=65535, description="port of a process for /metrics without a token")
    metrics_host: str = Field("127.0.0.1", description="address of that port")
    mcp: bool = Field(False, description="whether assistants may connect at /mcp (needs the extra `mcp`)")
    monthly_budget: float | None = Field(
        None, ge=0, description="what models may cost a month, in the price table's currency (USD); none: no limit"
    )
    web_search: bool = Field(False, description="whether providers may search the web for the research report")
    local_providers_only: bool = Field(False, description="refuse providers that are not on this machine (tests)")
    fetch_ads: AdFetching = Field(AdFetching.BOARDS, description="addresses of ads to fetch: off, boards or any")
    import_bytes: int = Field(10 * 1024**2, ge=1024, le=100 * 1024**2, description="size of a file that is imported")
    font_dir: Path | None = Field(
        None, description="directory with further fonts for PDF files (Chinese, Japanese ...)"
    )
    lease: float = Field(15, ge=1, le=600, description="seconds after which a silent worker's run is taken over")
    worker_slots: int = Field(10, ge=1, le=1000, description="phases one worker runs at a time")

    @field_validator("jwt_secret", "cors_origins", "trusted_proxies", "ai", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(token.strip() for token in value.split(",") if token.strip()) if isinstance(value, str) else value

    @field_validator("anthropic_api_key", "anthropic_base_url", "openai_api_key", "openai_base_url", mode="before")
    @classmethod
    def _blank_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("jwt_secret")
    @classmethod
    def _long_enough(cls, secrets: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        if any(len(secret.get_secret_value().encode()) < SECRET_BYTES for secret in secrets):
            raise ValueError(f"each secret must have at least {SECRET_BYTES} bytes; `openssl rand -hex 32` makes one")
        return secrets

    @field_validator("base_path")
    @classmethod
    def _base_path(cls, path: str) -> str:
        path = path.rstrip("/")
        if not re.fullmatch(r"(/[A-Za-z0-9._~-]+)*", path):
            raise ValueError("must be a path such as /jobforge, of letters, digits and .-_~")
        return path

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        if url and urlsplit(url).scheme not in ("sqlite", "postgres", "postgresql"):
            raise ValueError("must begin with postgres:// or sqlite://")
        if url.startswith("postgres") and not _is_readable(url):
            raise ValueError(
                "cannot be read; write special characters of the password as %XX (`#` as %23, `@` as %40, `/` as %2F)"
            )
        return url.replace("postgresql://", "postgres://", 1)

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, url: str) -> str:
        if url and urlsplit(url).scheme not in ("redis", "rediss", "unix"):
            raise ValueError("must begin with redis://, rediss:// or unix://")
        return url

    @field_validator("ai")
    @classmethod
    def _once_each(cls, writers: tuple[Writer, ...]) -> tuple[Writer, ...]:
        if len(set(writers)) != len(writers):
            raise ValueError("names a writer twice")
        return writers

    @model_validator(mode="after")
    def _secret_where_shared(self) -> "Settings":
        if not self.jwt_secret and (self.on_postgres or self.redis_url):
            raise ValueError(
                "JOBFORGE_JWT_SECRET is required with PostgreSQL or Redis, so that all processes share it; "
                "`openssl rand -hex 32` makes one"
            )
        return self

    @property
    def on_postgres(self) -> bool:
        return self.database_url.startswith("postgres")

    @property
    def embedded(self) -> bool:
        """Whether everything lives in one process, so that only `up` may run."""
        return not (self.on_postgres and self.redis_url)

    @property
    def ad_fetching(self) -> AdFetching:
        """Which addresses of ads may be fetched; none where nothing may leave this machine."""
        return AdFetching.OFF if self.local_providers_only else self.fetch_ads

    @property
    def database(self) -> str:
        """The database's address, the embedded one's included."""
        return self.database_url or f"sqlite://{self.data_dir / 'jobforge.sqlite3'}"

    @cached_property
    def writers(self) -> tuple[Writer, ...]:
        """Who writes the documents, in the order in which they are asked."""
        if self.ai:
            return self.ai
        keyed = {
            Writer.ANTHROPIC: self.anthropic_api_key,
            Writer.OPENAI: self.openai_api_key or self.openai_base_url,
        }
        return (*(writer for writer, key in keyed.items() if key), Writer.OFFLINE)


def _is_readable(url: str) -> bool:
    """Whether an address has a host, and no `@` behind it: there it would be the rest of a password."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        return False
    behind = f"{parts.path}{parts.query}{parts.fragment}"
    return port != 0 and parts.netloc.count("@") <= 1 and "@" not in behind and not parts.fragment


def today() -> date:
    """Return today's date in the server's time zone (the `TZ` variable, or the system's)."""
    return datetime.now().astimezone().date()


_in_force: Settings | None = None


def use(settings: Settings) -> Settings:
    """Puts these settings in force for the whole process."""
    global _in_force
    _in_force = settings
    return settings


def current() -> Settings:
    """The settings in force: those last put in force, else those of the environment."""
    return _in_force or use(load())


def load(**given: object) -> Settings:
    """The settings of the environment, with `given` ones in place of it.

    Raises ConfigurationError with one sentence for each bad variable."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        text = []
        for problem in error.errors():
            where = str(problem["loc"][0]) if problem["loc"] else ""
            personal = where.startswith(("ANTHROPIC_", "OPENAI_"))
            name = f"{where if personal else 'JOBFORGE_' + where.upper()}: " if where else ""
            given_word = f", not {problem['input']!r}" if problem["type"] in ("enum", "literal_error") else ""
            text.append(name + problem["msg"].removeprefix("Value error, ") + given_word)
        raise ConfigurationError("; ".join(text)) from None
