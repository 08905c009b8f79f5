"""The AI providers behind one vocabulary: a prompt goes in, pieces of text come out, their count at the end.

Each provider is one file, imported only when it is opened: the SDKs are slow to load and most processes need
none.
"""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Literal, Protocol

from jobforge.enums import Writer
from jobforge.settings import Settings


@dataclass(frozen=True, slots=True)
class Message:
    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a provider is asked. `max_tokens` bounds the answer, a model's silent reasoning included.

    With `web_search` the model may search the web; each page it cites comes as a Source behind the cited
    text."""

    system: str
    messages: tuple[Message, ...]
    max_tokens: int
    web_search: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counts them; 0 from a server that does not count."""

    input_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens)


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

    def stream(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        """The pieces of the answer as they come, then its Usage once. Close it (`contextlib.aclosing`) when
        you stop early: that ends the request.

        Raises ProviderUnavailable when another writer may do better, ProviderRefused when asking again would
        not help, ProviderTruncated when the answer reached `max_tokens`; also after some text has come."""
        ...

    async def close(self) -> None: ...


def open_providers(settings: Settings) -> tuple[Provider, ...]:
    """The providers among `settings.writers`, in their order.

    Raises ConfigurationError when a key is missing or unusable, an address is none, or only providers on this
    machine are allowed and one is not."""
    providers: list[Provider] = []
    for writer in settings.writers:
        if writer is Writer.ANTHROPIC:
            from jobforge.providers.anthropic import Anthropic

            providers.append(Anthropic(settings))
        elif writer is Writer.OPENAI:
            from jobforge.providers.openai import OpenAI

            providers.append(OpenAI(settings))
    return tuple(providers)
