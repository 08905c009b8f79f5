"""Ask a model for JSON. The answer is untrusted text that may hold some."""

import json
from collections.abc import Mapping
from contextlib import aclosing
from typing import Any, Protocol

from jobforge.documents.llm.answer_filter import AnswerFilter
from jobforge.enums import Writer
from jobforge.providers import Prompt, Provider, Usage

MAX_ANSWER_CHARACTERS = 60_000
"""A longer answer repeats itself."""
STRING: dict[str, Any] = {"type": "string"}
"""The JSON schema of a string."""


def object_of(**properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON schema of an object with just these properties, all of them there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON schema of a list of such items."""
    return {"type": "array", "items": item}


def one_of(*values: str) -> dict[str, Any]:
    """Return the JSON schema of one of these strings."""
    return STRING | {"enum": [str(value) for value in values]}


class Ledger(Protocol):
    """Who counts the tokens."""

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None: ...


class Tally:
    """Adds up the tokens of several answers, and passes them on."""

    def __init__(self, ledger: Ledger) -> None:
        self.usage = Usage()
        self._ledger = ledger

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None:
        self.usage += usage
        await self._ledger.spent(writer, model, usage)


async def ask_json(provider: Provider, prompt: Prompt, ledger: Ledger) -> Any:
    """Return the JSON value in the provider's answer to `prompt`; None where it holds none.

    Raises what `Provider.stream` raises."""
    text, cleaner = "", AnswerFilter()
    async with aclosing(provider.stream(prompt)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Usage):
                await ledger.spent(provider.name, provider.model, piece)
            elif isinstance(piece, str):
                discarded = cleaner.discarded
                ready = cleaner.feed(piece)
                text = ready if cleaner.discarded > discarded else text + ready
                if len(text) > MAX_ANSWER_CHARACTERS:
                    return None
    return json_in(text + cleaner.end())


def json_in(text: str) -> Any:
    """Return the object in an answer that may have a preface, a code fence or a closing; None for none."""
    start, decoder = text.find("{"), json.JSONDecoder()
    while start >= 0:
        try:
            return decoder.raw_decode(text, start)[0]
        except (json.JSONDecodeError, RecursionError):
            start = text.find("{", start + 1)
    return None


def items(value: Any, name: str, limit: int) -> list[dict[str, Any]]:
    """Return the objects in the list `name` of an answer, at most `limit`; whatever else stands there is left out."""
    found = value.get(name) if isinstance(value, dict) else None
    rows = found[:limit] if isinstance(found, list) else []
    return [row for row in rows if isinstance(row, dict)]


def string(value: Any) -> str:
    """Return a string of an answer; empty for anything else."""
    return value if isinstance(value, str) else ""


def strings(value: Any) -> list[str]:
    """Return the strings in a list of an answer; one string alone counts as a list."""
    rows = value if isinstance(value, list) else [value]
    return [row for row in rows if isinstance(row, str)]
