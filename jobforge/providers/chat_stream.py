"""Read a Chat Completions answer from any server that speaks the protocol, well or badly.

Chunks are untrusted: any field may be missing, null or of another type, the answer may come unstreamed though a stream
was asked for, and the reason for the end may be unknown. Text that came is an answer unless the server says otherwise.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jobforge.providers import Usage

MAX_LINE_BYTES = 2 * 1024 * 1024
MAX_ANSWER_BYTES = 16 * 1024 * 1024


class UnreadableAnswer(Exception):
    """The bytes are no answer: `kind` is "html", "json" or "size"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass
class ChatReader:
    """Takes the bytes of an answer and gives pieces of text; the other fields are valid once `end` was called."""

    usage: Usage = field(default_factory=Usage)
    finish_reason: str | None = None
    refused: bool = False
    error: Mapping[str, Any] | None = None
    done: bool = False
    has_text: bool = False
    _rest: bytes = b""
    _size: int = 0
    _whole: bool = False

    @property
    def complete(self) -> bool:
        """Whether the server said in some way that the answer has ended."""
        return self.done or self.finish_reason is not None

    def feed(self, data: bytes) -> Iterator[str]:
        """Give the pieces of text that `data` completes. Raises UnreadableAnswer."""
        self._size += len(data)
        self._rest += data
        if self._size > MAX_ANSWER_BYTES or (len(self._rest) > MAX_LINE_BYTES and not self._whole):
            raise UnreadableAnswer("size")
        if self._size == len(self._rest):  # nothing was taken yet: the first character tells what this is
            start = self._rest.lstrip()[:1]
            if start == b"<":
                raise UnreadableAnswer("html")
            self._whole = start == b"{"
        while not self._whole and b"\n" in self._rest:
            line, _, self._rest = self._rest.partition(b"\n")
            yield from self._line(line)

    def end(self) -> Iterator[str]:
        """Give what is left at the end of the body. Raises UnreadableAnswer."""
        if self._whole:
            try:
                value = json.loads(self._rest)
            except (ValueError, RecursionError):
                raise UnreadableAnswer("json") from None
            yield from self._value(value)
            self.done = self.done or self.has_text
        elif self._rest:
            yield from self._line(self._rest)

    def _line(self, line: bytes) -> Iterator[str]:
        if not line.startswith(b"data:"):
            return
        payload = line[5:].strip()
        if payload == b"[DONE]":
            self.done = True
            return
        try:
            value = json.loads(payload)
        except (ValueError, RecursionError):
            return  # a broken chunk is passed over like one without choices
        yield from self._value(value)

    def _value(self, value: object) -> Iterator[str]:
        chunk = _mapping(value)
        if isinstance(error := chunk.get("error"), Mapping | str) and error:
            self.error = error if isinstance(error, Mapping) else {"message": error}
        if usage := _usage(chunk.get("usage")):
            self.usage = usage
        choices = chunk.get("choices")
        for choice in map(_mapping, choices if isinstance(choices, list) else ()):
            part = _mapping(choice.get("delta")) or _mapping(choice.get("message"))
            text = _text(part.get("content")) or _text(choice.get("text"))
            self.refused = self.refused or bool(_text(part.get("refusal")))
            reason = choice.get("finish_reason")
            self.finish_reason = reason if isinstance(reason, str) and reason else self.finish_reason
            if text:
                self.has_text = True
                yield text


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(content: object) -> str:
    """Return the text of a content field: a string, or a list of parts as some servers send it."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = (part.get("text") if isinstance(part, Mapping) else part for part in content)
        return "".join(part for part in parts if isinstance(part, str))
    return ""


def _usage(value: object) -> Usage | None:
    counts = _mapping(value)
    if not counts:
        return None
    cached = _mapping(counts.get("prompt_tokens_details")).get("cached_tokens")
    return Usage(_count(counts.get("prompt_tokens")), _count(counts.get("completion_tokens")), _count(cached))


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
