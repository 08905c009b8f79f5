"""The AI providers behind one vocabulary: a prompt goes in, pieces of text come out, their count at the end.

Each provider is one file, imported only when it is opened: the SDKs are slow to load and most processes need
none.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from jobforge.enums import Writer
from jobforge.settings import Settings


@dataclass(frozen=True, slots=True)
class Message:
    """One turn. `shared` stands before `text`: a beginning that other prompts have too, which providers keep."""

    role: Literal["user", "assistant"]
    text: str
    shared: str = ""

    @property
    def full(self) -> str:
        return f"{self.shared}\n\n{self.text}" if self.shared else self.text


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a provider is asked. `max_tokens` bounds the answer, a model's silent reasoning included.

    With `web_search` the model may search the web; each page it cites comes as a Source behind the cited
    text. With `schema`, a JSON schema, the answer is JSON of that form wherever the provider can promise it; a provider
    that cannot answers freely, so that whoever asks must check."""

    system: str
    messages: tuple[Message, ...]
    max_tokens: int
    web_search: bool = False
    schema: Mapping[str, Any] | None = None


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None and other is None else (one or 0) + (other or 0)


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counts them; None where it does not say.

    `input_tokens` includes `cached_input_tokens`, those that the provider read from its cache of prompts."""

    input_tokens: int | None = None
    output_tokens: int | None = None
    cached_input_tokens: int | None = None

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            _sum(self.input_tokens, other.input_tokens),
            _sum(self.output_tokens, other.output_tokens),
            _sum(self.cached_input_tokens, other.cached_input_tokens),
        )


@dataclass(frozen=True, slots=True)
class Source:
    """A page of the web that the text before it was taken from."""

    title: str
    url: str


class Provider(Protocol):
    """One AI provider with one model."""

    @property
    def name(self) -> Writer: ...

    @property
    def model(self) -> str: ...

    @property
    def local(self) -> bool:
        """Whether the provider is on this machine."""
        ...

    def stream(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        """The pieces of the answer as they come, then its Usage once. Close it (`contextlib.aclosing`) when
        you stop early: that ends the request.

        Raises ProviderUnavailable when another writer may do better, ProviderRefused when asking again would
        not help, ProviderTruncated when the answer reached `max_tokens`; also after some text has come."""
        ...

    async def close(self) -> None: ...


def _anthropic(settings: Settings) -> Provider:
    from jobforge.providers.anthropic import Anthropic

    return Anthropic(settings)


def _openai(settings: Settings) -> Provider:
    from jobforge.providers.openai import OpenAI

    return OpenAI(settings)


REGISTRY: dict[Writer, Callable[[Settings], Provider]] = {Writer.ANTHROPIC: _anthropic, Writer.OPENAI: _openai}
"""How each provider is opened. An SDK is imported when its provider is first opened: that takes up to a second."""


def open_providers(settings: Settings) -> tuple[Provider, ...]:
    """Return the providers among `settings.writers`, in their order.

    Raises:
        ConfigurationError: A key is missing or unusable, an address is none, or only providers on this machine are
            allowed and one is not.
    """
    return tuple(REGISTRY[writer](settings) for writer in settings.writers if writer in REGISTRY)


@asynccontextmanager
async def opened_providers(settings: Settings) -> AsyncIterator[dict[Writer, Provider]]:
    """Keep the providers that the settings name open until the block ends. Raises what `open_providers` raises."""
    providers = {provider.name: provider for provider in open_providers(settings)}
    try:
        yield providers
    finally:
        for provider in providers.values():
            await provider.close()
