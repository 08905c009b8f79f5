"""Who writes: the configured writers in their order, and what happens when one cannot."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import structlog

from jobforge import tracing
from jobforge.documents import steps
from jobforge.documents.llm.changes import Change
from jobforge.documents.llm.comparison import compare
from jobforge.documents.llm.first_reading import first_reading
from jobforge.documents.llm.generate import Audience, Composed, compose
from jobforge.documents.llm.structured import Tally
from jobforge.documents.offline.document import OfflineDocument
from jobforge.documents.parsed_input import read
from jobforge.documents.phases import PHASES
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase, Writer
from jobforge.errors import ExternalApiError, JobForgeError, ProcessingError, ProviderUnavailable
from jobforge.providers import Provider, Usage
from jobforge.providers.access import LOCAL_DEADLINE_SECONDS
from jobforge.providers.prices import cost_micros
from jobforge.sandbox import pool
from jobforge.sandbox.text_worker import Outcome
from jobforge.settings import DEADLINE_SECONDS

log = structlog.get_logger(__name__)

ATTEMPTS = 3  # of one writer, while its failures are passing ones
PAUSE_SECONDS = 1.0  # before the second attempt, twice that before the third, where the server does not say
OFFLINE_CPU_SECONDS = 20.0
"""Of the processor for one document: usual ones take a tenth of a second."""
MAX_SHOWN = 3  # requirements that a note names
PIECE = 400  # characters of an offline text announced at a time


@dataclass(frozen=True, slots=True)
class Written:
    """A finished text, and who wrote it at which cost."""

    text: str
    provider: Writer
    model: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    cached_input_tokens: int | None = None
    notes: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    @property
    def cost_micros(self) -> int | None:
        """What the tokens cost, in millionths of the price table's currency; None where no price is known."""
        if self.model is None:
            return None
        usage = Usage(self.input_tokens, self.output_tokens, self.cached_input_tokens)
        return cost_micros(self.provider, self.model, usage)


async def write(
    phase: Phase,
    material: Material,
    writers: Sequence[Writer],
    providers: dict[Writer, Provider],
    audience: Audience,
    deadline: float | None,
    web_search: bool = False,
) -> Written:
    """Return the phase's document by the first writer that can; why the ones before could not is in its notes.

    `deadline` is in seconds and shared by all models; None is the usual one. Raises the last writer's error when none
    can write."""
    notes: list[str] = []
    failure: JobForgeError | None = None
    seconds = deadline or _usual_deadline([providers[writer] for writer in writers if writer in providers])
    end = asyncio.get_running_loop().time() + seconds
    models = sum(writer in providers for writer in writers)
    for writer in writers:
        if failure is not None:
            await audience.restart(str(failure))
        if writer is Writer.OFFLINE:
            return await _offline(phase, material, audience, notes, seconds)
        provider = providers[writer]
        models -= 1
        now = asyncio.get_running_loop().time()
        until = now + (end - now) / 2 if models else end  # a silent model leaves the next one its time
        tally = Tally(audience)
        try:
            material = await _read_first(provider, material, audience, tally, until, notes)
            composed = await _by_model(provider, phase, material, audience, until, web_search)
        except TimeoutError:
            failure = ProviderUnavailable(f"{provider.model} took longer than {seconds:g} s.")
        except ExternalApiError as error:
            failure = error
        except Exception:
            # A fault of ours in reading what a model wrote must not keep the next writer from writing.
            log.exception("model_writer_failed", writer=writer.value)
            failure = ProcessingError(f"What {provider.model} wrote could not be read.")
        else:
            if Writer.OFFLINE in writers:
                better = await _better_offline(phase, material, composed.text, end)
                if better is not None:
                    document, reason = better
                    notes.append(f"{writer}: the text of {provider.model} was not taken: {reason}.")
                    await audience.restart("The offline writer's document answers more of the ad.")
                    await _tell(document.text, audience.text)
                    return Written(document.text, Writer.OFFLINE, notes=[*notes, *document.notes])
            usage = tally.usage + composed.usage
            return Written(
                composed.text,
                writer,
                provider.model,
                usage.input_tokens,
                usage.output_tokens,
                usage.cached_input_tokens,
                [*notes, *composed.notes],
                composed.changes,
            )
        notes.append(f"{writer}: {failure}")
    raise failure or ProcessingError("No writer is configured. Set JOBFORGE_AI.")


async def _read_first(
    provider: Provider, material: Material, audience: Audience, tally: Tally, end: float, notes: list[str]
) -> Material:
    """Return the material with the provider's reading of the ad, asked for once an ad and resume."""
    if material.model_reading is not None and material.model_reading.model == provider.model:
        return material
    await audience.progress(0.05, steps.READING)
    reading = await first_reading(provider, material, tally, end)
    if reading is None:
        return material
    await audience.read(reading)
    material = replace(material, model_reading=reading)
    notes += await asyncio.to_thread(_disagreements, material, reading.model)
    return material


def _disagreements(material: Material, model: str) -> list[str]:
    """Return a note on the requirements that the model reads otherwise than the rules do."""
    rules = {item.text: item.status for item in read(replace(material, model_reading=None)).match.requirements}
    verified = read(material).match.requirements
    other = [item for item in verified if rules.get(item.text) is not item.status]
    if not other:
        return []
    shown = "; ".join(f"“{item.text}”: {item.status.value}" for item in other[:MAX_SHOWN])
    more = f"; and {len(other) - MAX_SHOWN} more" if len(other) > MAX_SHOWN else ""
    count = f"{len(other)} of {len(verified)} requirements"
    return [f"{model} reads {count} otherwise than the rules, with evidence: {shown}{more}."]


async def _better_offline(
    phase: Phase, material: Material, model_text: str, end: float
) -> tuple[OfflineDocument, str] | None:
    """Return the offline document and the reason where it is the better one, by our own measures."""
    seconds = max(1.0, end - asyncio.get_running_loop().time())
    outcome = await _write_in_pool(phase, material, seconds)
    if outcome.error is not None or outcome.too_slow or outcome.failure:
        return None  # what the model wrote stands: there is nothing to compare it with
    document = _document_of(outcome)
    compared = await asyncio.to_thread(compare, phase, material, model_text, document.text)
    return (document, compared.reason) if compared.reason else None


def _usual_deadline(providers: Sequence[Provider]) -> float:
    """Return the seconds that a phase may take where no setting says so: a model on this machine may be slow."""
    return LOCAL_DEADLINE_SECONDS if any(provider.local for provider in providers) else DEADLINE_SECONDS


async def _by_model(
    provider: Provider, phase: Phase, material: Material, audience: Audience, end: float, web_search: bool
) -> Composed:
    """Have the provider write; try again what failed in passing, while there is time. Raises what `compose` raises."""
    clock = asyncio.get_running_loop().time
    for attempt in range(1, ATTEMPTS + 1):
        await audience.progress(0.1, steps.asking(provider.model))
        try:
            with tracing.span("model", {"gen_ai.system": provider.name.value, "gen_ai.request.model": provider.model}):
                return await compose(provider, phase, material, audience, end, web_search=web_search)
        except ProviderUnavailable as error:
            wait = error.retry_after if error.retry_after is not None else PAUSE_SECONDS * attempt
            if not error.transient or attempt == ATTEMPTS or clock() + wait >= end:
                raise
            await audience.restart(str(error))
            await asyncio.sleep(wait)
    raise AssertionError("the last attempt returns or raises")


async def _offline(phase: Phase, material: Material, audience: Audience, notes: list[str], deadline: float) -> Written:
    await audience.progress(0.2, steps.READING)
    document = _document_of(await _write_in_pool(phase, material, deadline))
    await audience.progress(0.6, steps.WRITING)
    await _tell(document.text, audience.text)
    return Written(document.text, Writer.OFFLINE, notes=[*notes, *document.notes])


async def _write_in_pool(phase: Phase, material: Material, seconds: float) -> Outcome:
    """Have the offline writer write in a process of its own, which can be ended: it takes a tenth of a second."""
    (outcome,) = await pool.run(
        PHASES[phase].offline, [((material,), {})], user=None, cpu_seconds=OFFLINE_CPU_SECONDS, wait_seconds=seconds
    )
    return outcome


def _document_of(outcome: Outcome) -> OfflineDocument:
    """Return what was written. Raises the writer's error, and ProcessingError for one that took too long."""
    if outcome.error is not None:
        raise outcome.error
    if outcome.too_slow:
        raise ProcessingError("The resume and the ad take too long to read. Shorten them and start the phase again.")
    if outcome.failure:
        raise RuntimeError(outcome.failure)  # logged where the phase fails
    return cast(OfflineDocument, outcome.value)


async def _tell(text: str, tell: Callable[[str], Awaitable[None]]) -> None:
    for start in range(0, len(text), PIECE):
        await tell(text[start : start + PIECE])
