"""Who writes: the configured writers in their order, and what happens when one cannot."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from jobforge.documents.llm.generate import compose
from jobforge.documents.offline import letter, report, resume
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase, Writer
from jobforge.errors import ProcessingError, ProviderUnavailable
from jobforge.providers import Provider

PIECE = 400  # characters of an offline text announced at a time

OFFLINE: dict[Phase, Callable[[Material], str]] = {
    Phase.RESEARCH: report.compose,
    Phase.RESUME: resume.compose,
    Phase.COVER_LETTER: letter.compose,
}


class Audience(Protocol):
    """Who hears how the writing goes."""

    async def text(self, piece: str) -> None: ...

    async def restart(self, reason: str) -> None: ...

    async def progress(self, progress: float, step: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Written:
    """A finished text, and who wrote it at which cost."""

    text: str
    provider: Writer
    model: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    notes: list[str] = field(default_factory=list)


async def write(
    phase: Phase,
    material: Material,
    writers: Sequence[Writer],
    providers: dict[Writer, Provider],
    audience: Audience,
    deadline: float,
    web_search: bool = False,
) -> Written:
    """The phase's document by the first writer that can. `deadline` is in seconds and is shared by all models.

    Raises ProviderRefused when a model would have to be set up differently, and the last writer's error when none
    can write."""
    notes: list[str] = []
    failure: Exception | None = None
    end = asyncio.get_running_loop().time() + deadline
    for writer in writers:
        if failure is not None:
            await audience.restart(str(failure))
        if writer is Writer.OFFLINE:
            return await _offline(phase, material, audience, notes)
        provider = providers[writer]
        await audience.progress(0.1, f"Asking {provider.model}")
        try:
            async with asyncio.timeout_at(end):
                composed = await compose(
                    provider, phase, material, audience.text, audience.restart, web_search=web_search
                )
        except (ProviderUnavailable, TimeoutError) as error:
            failure = error if str(error) else ProviderUnavailable(f"{provider.model} took longer than {deadline:g} s.")
            notes.append(f"{writer}: {failure}")
            continue
        return Written(
            composed.text,
            writer,
            provider.model,
            composed.usage.input_tokens,
            composed.usage.output_tokens,
            [*notes, *composed.notes],
        )
    raise failure or ProcessingError("No writer is configured. Set JOBFORGE_AI.")


async def _offline(phase: Phase, material: Material, audience: Audience, notes: list[str]) -> Written:
    await audience.progress(0.2, "Reading the resume and the ad")
    # Reading and writing take a tenth of a second of a core: not on the loop.
    text = await asyncio.to_thread(OFFLINE[phase], material)
    await audience.progress(0.6, "Writing")
    await _tell(text, audience.text)
    return Written(text, Writer.OFFLINE, notes=notes)


async def _tell(text: str, tell: Callable[[str], Awaitable[None]]) -> None:
    for start in range(0, len(text), PIECE):
        await tell(text[start : start + PIECE])
