"""A document by a model: it is asked, its answer streams on, and the gate keeps of it what is true."""

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Protocol
from urllib.parse import quote, urlsplit

from jobforge.documents.llm.answer_filter import AnswerFilter, is_refusal, without_chatter
from jobforge.documents.llm.changes import Change, changes_between
from jobforge.documents.llm.guardrail import Gate
from jobforge.documents.llm.prompts import SYSTEM, opening, repair
from jobforge.documents.llm.second_reading import second_reading
from jobforge.documents.llm.stream_parser import Draft, Line, document
from jobforge.documents.llm.structured import Tally
from jobforge.documents.parsed_input import read
from jobforge.documents.phases import PHASES
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase, Writer
from jobforge.errors import ExternalApiError, ProviderRefused, ProviderTruncated, ProviderUnavailable
from jobforge.matching.model_reading import ModelReading
from jobforge.providers import Message, Prompt, Provider, Source, Usage

MAX_TOKENS = 8_000
"""Tokens an answer may have: five times a long resume, since silent reasoning counts too."""

MAX_RETRY_TOKENS = 3 * MAX_TOKENS
"""What an answer that was cut off gets at its second try."""

REPAIRS = 2

REPAIR_SECONDS = 20.0
"""Seconds a repair may take, or as long as the draft took: it is far shorter, and the gate can do without."""

TIME_FOR_REPAIRS = 0.8
"""Share of the time left that a repair may take; the rest is for settling the draft."""

MIN_WORDS = 60
"""Words below which a text, or what the gate left of it, is no letter and no report but an apology."""


class Audience(Protocol):
    """Who hears how the writing goes."""

    async def text(self, piece: str) -> None: ...

    async def restart(self, reason: str) -> None: ...

    async def progress(self, progress: float, step: str) -> None: ...

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None: ...

    async def read(self, reading: ModelReading) -> None: ...


@dataclass(frozen=True, slots=True)
class Composed:
    """A finished text, what it cost, and what was done to it."""

    text: str
    usage: Usage
    notes: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Answer:
    raw: str
    lines: list[Line]
    usage: Usage
    cited: frozenset[str]


async def compose(
    provider: Provider,
    phase: Phase,
    material: Material,
    audience: Audience,
    end: float,
    web_search: bool = False,
) -> Composed:
    """The document of a phase by `provider`.

    The `audience` hears of the text as it comes, of new beginnings and of the tokens of each answer. The draft must be
    complete at `end`, a time of the loop's clock; then it is kept, and repairs are left out when time is short.

    Raises ProviderUnavailable, also when too little of what the model wrote is true, ProviderRefused and
    ProviderTruncated, and TimeoutError when there is no complete draft at `end`."""
    searches = web_search and PHASES[phase].searches
    # Reading and reviewing take tens of milliseconds of a core: not on the loop.
    reading = await asyncio.to_thread(read, material)
    phrase: list[Message] = [opening(phase, material, reading, searches)]
    prompt = Prompt(SYSTEM, tuple(phrase), MAX_TOKENS, searches)
    flowing = PHASES[phase].is_prose
    clock = asyncio.get_running_loop().time
    began = clock()
    async with asyncio.timeout_at(end):
        try:
            answer = await _ask(provider, prompt, flowing, audience, shown=True)
        except ProviderTruncated:
            await audience.restart("The answer reached its length limit; asking once more with more room.")
            longer = replace(prompt, max_tokens=MAX_RETRY_TOKENS)
            answer = await _ask(provider, longer, flowing, audience, shown=True)
    draft_seconds = clock() - began
    usage, visible = answer.usage, document(answer.lines)
    if not any(line.evidence for line in answer.lines):
        raise ProviderUnavailable(f"{provider.model} named no evidence for any line of what it wrote.")
    draft = lines = without_chatter(answer.lines, phase, reading.resume.name or material.user_name)
    gate = await asyncio.to_thread(Gate, phase, material, reading, answer.cited)
    notes: list[str] = []
    reread = Tally(audience)
    if doubtful := await asyncio.to_thread(gate.to_read_again, lines):
        seconds = min(max(REPAIR_SECONDS, draft_seconds), (end - clock()) * TIME_FOR_REPAIRS / 2)
        try:
            async with asyncio.timeout(seconds):
                gate.verdicts = await second_reading(provider, doubtful, gate.sources, material, reread)
        except (ExternalApiError, TimeoutError) as error:
            reason = str(error) or f"it took longer than {seconds:.0f} seconds."
            notes.append(f"The model did not read its draft again: {reason}")
    for _ in range(REPAIRS):
        problems = await asyncio.to_thread(gate.problems, lines)
        if not problems:
            break
        repair_seconds = min(max(REPAIR_SECONDS, draft_seconds), (end - clock()) * TIME_FOR_REPAIRS)
        if repair_seconds < min(draft_seconds, REPAIR_SECONDS) / 2:
            notes.append("The model was not asked for corrections: the time for this phase was nearly over.")
            break
        request = {index + 1: (lines[index].text, messages) for index, messages in problems.items()}
        phrase += [Message("assistant", answer.raw), repair(request, material)]
        try:
            async with asyncio.timeout(repair_seconds):
                answer = await _ask(provider, Prompt(SYSTEM, tuple(phrase), MAX_TOKENS), False, audience)
        except (ExternalApiError, TimeoutError) as error:
            reason = str(error) or f"they took longer than {repair_seconds:.0f} seconds."
            notes.append(f"The model's corrections did not come: {reason}")
            break
        usage += answer.usage
        lines = gate.repaired(lines, answer.raw, problems)
    lines, count = await asyncio.to_thread(gate.settle, lines)
    text = document(lines)
    short = count.hollow if phase is Phase.RESUME else len(text.split()) < MIN_WORDS
    if not text or short or not await asyncio.to_thread(gate.passes, lines):
        raise ProviderUnavailable(f"Too little of what {provider.model} wrote is supported by the resume.")
    if text != visible:
        await audience.restart("Lines that could not be verified were corrected.")
        await audience.text(text)
    return Composed(text, usage + reread.usage, [*notes, *count.notes()], changes_between(draft, lines, gate.reasons))


async def _ask(
    provider: Provider, prompt: Prompt, flowing: bool, audience: Audience, *, shown: bool = False
) -> _Answer:
    draft, raw, usage, cleaner = Draft(flowing), "", Usage(), AnswerFilter()
    cited: set[str] = set()

    async def add(text: str, last: bool = False) -> None:
        nonlocal raw, draft
        previous = cleaner.discarded
        ready = cleaner.feed(text) + (cleaner.end() if last else "")
        if cleaner.discarded > previous:
            if raw and shown:
                await audience.restart("The model had been thinking aloud.")
            draft, raw = Draft(flowing), ""
        raw += ready
        news = draft.feed(ready) + (draft.end() if last else "")
        if news and shown:
            await audience.text(news)

    async with aclosing(provider.stream(prompt)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Usage):
                usage = piece
                await audience.spent(provider.name, provider.model, usage)
            elif isinstance(piece, Source):
                link = _link(piece)
                # Some models write the link themselves and name the source afterwards.
                if link and piece.url not in raw:
                    await add(f" ({link})")
                cited |= {piece.url, _address(piece.url)} if link else set()
            else:
                await add(piece)
    await add("", last=True)
    if is_refusal(draft.lines):
        raise ProviderRefused(f"{provider.model} declined to write this text. Choose another writer with JOBFORGE_AI.")
    if not any(line.text.strip() for line in draft.lines):
        raise ProviderUnavailable(f"{provider.model} answered with nothing.")
    return _Answer(raw, draft.lines, usage, frozenset(cited))


def _address(url: str) -> str:
    return quote(url, safe=":/?#@!$&'*+,;=%~")


def _link(source: Source) -> str:
    """A source as a Markdown link; nothing when its address is not one of the web."""
    if urlsplit(source.url).scheme not in ("http", "https"):
        return ""
    name = " ".join(source.title.split()).replace("[", "(").replace("]", ")")
    return f"[{name}]({_address(source.url)})"
