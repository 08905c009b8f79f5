"""A real HTTP server on this machine that speaks the providers' wire formats and does as it is told.

It answers Anthropic's Messages, OpenAI's Chat Completions and OpenAI's Responses, each as a stream of
server-sent events. `WireServer.play` says how: each request takes the next Answer, the last one goes on for
ever. Requests for a reading, whose answer is JSON, have a script of their own: `WireServer.play_reading`.
"""

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Literal, Self

from jobforge.settings import Settings, load

PIECE = 11
"""Characters per event: a word, a marker or a line is cut anywhere."""

KEY = "sk-wire-0123456789abcdef"

Wire = Literal["anthropic", "openai"]


@dataclass
class Asked:
    """A request as it came in. `left` is set when the client went away before the answer was complete."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    left: threading.Event = field(default_factory=threading.Event)

    @property
    def wire(self) -> Wire:
        return "anthropic" if self.path.endswith("/messages") else "openai"

    @property
    def system(self) -> str:
        if "messages" not in self.body:
            return str(self.body["instructions"])
        told = [turn["content"] for turn in self.body["messages"] if turn["role"] == "system"]
        return str(self.body.get("system") or "\n".join(told))

    @property
    def turns(self) -> list[tuple[str, Any]]:
        """Who said what, the system prompt left out."""
        turns = self.body.get("messages") or self.body["input"]
        return [
            (turn["role"], _joined(turn["content"]) if turn["role"] == "user" else turn["content"])
            for turn in turns
            if turn["role"] != "system"
        ]

    @property
    def wants_reading(self) -> bool:
        """Whether JSON is asked for, and no document."""
        return "JSON object and nothing else" in str(self.turns[-1][1])

    @property
    def tools(self) -> list[str]:
        return [tool["type"] for tool in self.body.get("tools", [])]


def _joined(content: Any) -> Any:
    """A turn in blocks of text as one text; one with other blocks as it is."""
    if isinstance(content, list) and all(block.get("type") == "text" for block in content):
        return "\n\n".join(block["text"] for block in content)
    return content


@dataclass(frozen=True)
class Answer:
    """What the server does with one request.

    `then` happens after the first `after` pieces: the server falls silent ("hang"), closes the connection in
    the middle of the body ("cut"), ends the body as if all had been said ("end"), or sends `error` as an
    event. With `status` other than 200, `error` is the answer."""

    text: str | Callable[[Asked], str] = ""
    stop: Literal["end", "length", "refusal", "filter", "pause"] = "end"
    status: int = 200
    error: str = ""
    said: str = "scripted"
    then: Literal["", "hang", "cut", "end", "error"] = ""
    after: int = 0
    sources: tuple[tuple[str, str], ...] = ()
    counted: bool = True
    location: str = ""
    retry_after: str = "0"  # of a failure

    def pieces(self, asked: Asked) -> list[str]:
        text = self.text if isinstance(self.text, str) else self.text(asked)
        return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]


RATE_LIMITED = Answer(status=429, error="rate_limit_error")
OVERLOADED = Answer(status=529, error="overloaded_error")
BROKEN = Answer(status=500, error="api_error")
WRONG_KEY = Answer(status=401, error="authentication_error", said=f"invalid x-api-key {KEY}")
BAD_REQUEST = Answer(status=400, error="invalid_request_error", said=f"prompt is too long (key {KEY})")
UNKNOWN_MODEL = Answer(status=404, error="not_found_error")
NO_CREDIT = Answer(status=402, error="billing_error")
FORBIDDEN = Answer(status=403, error="permission_error")
SILENT = Answer(then="hang")


def refused_url() -> str:
    """An address on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


class WireServer:
    """Runs in a thread of its own, so that clients in other threads and processes can reach it."""

    def __init__(self) -> None:
        self.requests: list[Asked] = []
        self.readings: list[Asked] = []
        self._script: list[Answer] = [Answer("Nothing was scripted.")]
        self._reading_script: list[Answer] = [Answer("{}")]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def play(self, *answers: Answer) -> None:
        self._script = list(answers)

    def play_reading(self, *answers: Answer) -> None:
        self._reading_script = list(answers)

    def settings(self, ai: str = "anthropic,openai,offline", **more: Any) -> Settings:
        """Settings with both providers on this server and real services forbidden."""
        return load(
            **{
                "ai": ai,
                "anthropic_model": "claude-wire",
                "openai_model": "gpt-wire",
                "anthropic_api_key": KEY,
                "anthropic_base_url": self.url,
                "openai_api_key": KEY,
                "openai_base_url": f"{self.url}/v1",
                "local_providers_only": True,
                **more,
            }
        )

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._serve, "127.0.0.1", 0), self._loop
        ).result()
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    def __exit__(self, *_: object) -> None:
        async def end() -> None:
            self._server.close()
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
            body = json.loads(await reader.readexactly(int(headers["content-length"])))
            asked = Asked(head[0].split()[1], headers, body)
            (self.readings if asked.wants_reading else self.requests).append(asked)
            script = self._reading_script if asked.wants_reading else self._script
            answer = script.pop(0) if len(script) > 1 else script[0]
            gone = asyncio.create_task(reader.read(1))
            try:
                await self._answer(asked, answer, writer, gone)
            except ConnectionError:
                asked.left.set()
            finally:
                gone.cancel()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(
        self, asked: Asked, answer: Answer, writer: asyncio.StreamWriter, gone: "asyncio.Task[bytes]"
    ) -> None:
        def head(status: int, kind: str, length: str) -> None:
            told = f"Location: {answer.location}\r\n" if answer.location else ""
            if status != 200 and answer.retry_after:
                told += f"Retry-After: {answer.retry_after}\r\n"
            writer.write(
                f"HTTP/1.1 {status} {'Overloaded' if status == 529 else HTTPStatus(status).phrase}\r\n"
                f"Content-Type: {kind}\r\n{length}\r\n{told}Connection: close\r\n\r\n".encode()
            )

        if answer.status != 200:
            failure = json.dumps(_failure(asked, answer)).encode()
            head(answer.status, "application/json", f"Content-Length: {len(failure)}")
            writer.write(failure)
            await writer.drain()
            return
        if answer.then in ("hang", "cut") and answer.after == 0:
            if answer.then == "hang":
                await gone
                asked.left.set()
            return
        head(200, "text/event-stream", "Transfer-Encoding: chunked")
        sent = 0
        for is_text, event in _events(asked, answer):
            if is_text and answer.then and sent == answer.after:
                if answer.then == "hang":
                    await writer.drain()
                    await gone
                    asked.left.set()
                if answer.then == "error":
                    _send(writer, _error_event(asked, answer))
                if answer.then in ("end", "error"):
                    writer.write(b"0\r\n\r\n")
                await writer.drain()
                return
            sent += is_text
            _send(writer, event)
            await writer.drain()
            # Each piece is a write of its own, and a client that left is noticed between two.
            await asyncio.sleep(0)
            if gone.done():
                asked.left.set()
                return
        writer.write(b"0\r\n\r\n")
        await writer.drain()


def _send(writer: asyncio.StreamWriter, event: str) -> None:
    data = event.encode()
    writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")


def _event(data: dict[str, Any], named: bool = True) -> str:
    name = f"event: {data['type']}\n" if named else ""
    return f"{name}data: {json.dumps(data, ensure_ascii=False)}\n\n"


def _failure(asked: Asked, answer: Answer) -> dict[str, Any]:
    error = {"type": answer.error, "message": answer.said}
    if asked.wire == "anthropic":
        return {"type": "error", "error": error}
    return {"error": {**error, "param": None, "code": answer.error}}


def _error_event(asked: Asked, answer: Answer) -> str:
    if asked.path.endswith("/responses"):
        return _event(
            {
                "type": "error",
                "code": answer.error,
                "message": answer.said,
                "param": None,
                "sequence_number": 9,
            }
        )
    return _event(_failure(asked, answer), named=asked.wire == "anthropic")


def _events(asked: Asked, answer: Answer) -> Iterator[tuple[bool, str]]:
    """The events of a whole answer; True marks those that carry text."""
    if asked.wire == "anthropic":
        return _messages(asked, answer)
    return _responses(asked, answer) if asked.path.endswith("/responses") else _chat(asked, answer)


def _counts(asked: Asked, pieces: list[str]) -> tuple[int, int]:
    """Tokens in and out: figures that a test can work out again."""
    return sum(len(text) for _, text in asked.turns if isinstance(text, str)), len(pieces)


def _messages(asked: Asked, answer: Answer) -> Iterator[tuple[bool, str]]:
    pieces = answer.pieces(asked)
    came, went = _counts(asked, pieces)
    start = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": asked.body["model"],
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {"input_tokens": came, "output_tokens": 1},
    }
    yield False, _event({"type": "message_start", "message": start})
    yield False, _event({"type": "ping"})
    block = {"type": "text", "text": ""}
    yield False, _event({"type": "content_block_start", "index": 0, "content_block": block})
    for piece in pieces:
        delta: dict[str, Any] = {"type": "text_delta", "text": piece}
        yield True, _event({"type": "content_block_delta", "index": 0, "delta": delta})
    for title, url in answer.sources:
        citation = {
            "type": "web_search_result_location",
            "title": title,
            "url": url,
            "cited_text": "scripted",
            "encrypted_index": "x",
        }
        delta = {"type": "citations_delta", "citation": citation}
        yield False, _event({"type": "content_block_delta", "index": 0, "delta": delta})
    yield False, _event({"type": "content_block_stop", "index": 0})
    stop = {
        "end": "end_turn",
        "length": "max_tokens",
        "refusal": "refusal",
        "filter": "refusal",
        "pause": "pause_turn",
    }[answer.stop]
    # The end is a place where things happen too: `after` may be the number of pieces.
    ending = {
        "type": "message_delta",
        "delta": {"stop_reason": stop, "stop_sequence": None},
        "usage": {"output_tokens": went},
    }
    yield True, _event(ending)
    yield False, _event({"type": "message_stop"})


def _chat(asked: Asked, answer: Answer) -> Iterator[tuple[bool, str]]:
    pieces = answer.pieces(asked)
    came, went = _counts(asked, pieces)

    def chunk(delta: dict[str, Any], stop: str | None = None) -> str:
        choice = {"index": 0, "delta": delta, "finish_reason": stop, "logprobs": None}
        return _event({**shape, "choices": [choice]}, named=False)

    shape = {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": asked.body["model"],
        "usage": None,
    }
    yield False, chunk({"role": "assistant", "content": ""})
    for piece in pieces:
        yield True, chunk({"content": piece})
    if answer.stop == "refusal":
        yield False, chunk({"refusal": "I cannot help with that."})
    yield True, chunk({}, {"length": "length", "filter": "content_filter"}.get(answer.stop, "stop"))
    if answer.counted and asked.body.get("stream_options", {}).get("include_usage"):
        usage = {"prompt_tokens": came, "completion_tokens": went, "total_tokens": came + went}
        yield False, _event({**shape, "choices": [], "usage": usage}, named=False)
    yield False, "data: [DONE]\n\n"


def _responses(asked: Asked, answer: Answer) -> Iterator[tuple[bool, str]]:
    pieces = answer.pieces(asked)
    came, went = _counts(asked, pieces)
    where = {"item_id": "msg_1", "output_index": 0, "content_index": 0, "sequence_number": 1}
    for piece in pieces:
        yield True, _event({"type": "response.output_text.delta", "delta": piece, "logprobs": [], **where})
    for number, (title, url) in enumerate(answer.sources):
        annotation = {"type": "url_citation", "title": title, "url": url, "start_index": 0, "end_index": 1}
        yield (
            False,
            _event(
                {
                    "type": "response.output_text.annotation.added",
                    "annotation": annotation,
                    "annotation_index": number,
                    **where,
                }
            ),
        )
    if answer.stop == "refusal":
        yield False, _event({"type": "response.refusal.delta", "delta": "I cannot help with that.", **where})
    reason = {"length": "max_output_tokens", "filter": "content_filter"}.get(answer.stop)
    status = "incomplete" if reason else "completed"
    response = {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": asked.body["model"],
        "status": status,
        "incomplete_details": {"reason": reason} if reason else None,
        "error": None,
        "output": [],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [],
        "usage": {
            "input_tokens": came,
            "output_tokens": went,
            "total_tokens": came + went,
            "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
            "output_tokens_details": {"reasoning_tokens": 0},
        },
    }
    yield True, _event({"type": f"response.{status}", "response": response, "sequence_number": 99})
