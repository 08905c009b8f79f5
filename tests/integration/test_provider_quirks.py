"""Servers that speak a protocol almost: each quirk ends in the document, or in an error that says what is wrong."""

import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from raw_server import RawServer, http

from jobforge.errors import ExternalApiError, ProviderRefused, ProviderTruncated, ProviderUnavailable
from jobforge.providers import Message, Prompt, Provider, Usage, open_providers
from jobforge.settings import load

TEXT = "# Research report\n\nAll is well."
PROMPT = Prompt("Write truly.", (Message("user", "the ad"),), 500)
DONE = "data: [DONE]\n\n"


def chunk(delta: object = None, finish: object = None, **more: object) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return event(
        {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice], **more}
    )


def event(value: object) -> str:
    return f"data: {json.dumps(value)}\n\n"


SAYS = chunk({"role": "assistant", "content": TEXT})
STOP = chunk({}, "stop")
MESSAGE = {"choices": [{"message": {"role": "assistant", "content": TEXT}, "finish_reason": "stop"}]}

GOOD: dict[str, str] = {
    "as the protocol says": SAYS + STOP + DONE,
    "choices null in the last chunk": SAYS + STOP + event({"choices": None, "usage": {"prompt_tokens": 5}}) + DONE,
    "choices missing": SAYS + STOP + event({"usage": {"prompt_tokens": 5, "completion_tokens": 7}}) + DONE,
    "choices an object": SAYS + event({"choices": {}}) + STOP + DONE,
    "a choice null": SAYS + event({"choices": [None]}) + STOP + DONE,
    "delta null": SAYS + chunk(None, "stop") + DONE,
    "delta missing": SAYS + event({"choices": [{"index": 0, "finish_reason": "stop"}]}) + DONE,
    "delta a string": SAYS + chunk("x", "stop") + DONE,
    "content null": SAYS + chunk({"content": None}) + STOP + DONE,
    "content a list of parts": chunk({"content": [{"type": "text", "text": TEXT}]}) + STOP + DONE,
    "content a list of strings": chunk({"content": [TEXT]}) + STOP + DONE,
    "content a number beside text": SAYS + chunk({"content": 7}) + STOP + DONE,
    "reasoning apart": chunk({"reasoning_content": "Hm."}) + chunk({"reasoning": "Hm."}) + SAYS + STOP + DONE,
    "usage empty": SAYS + STOP + event({"choices": [], "usage": {}}) + DONE,
    "usage null": SAYS + STOP + event({"choices": [], "usage": None}) + DONE,
    "usage without completion_tokens": SAYS + STOP + event({"choices": [], "usage": {"prompt_tokens": 5}}) + DONE,
    "usage in words": SAYS + STOP + event({"choices": [], "usage": {"prompt_tokens": "many"}}) + DONE,
    "usage negative": SAYS + STOP + event({"choices": [], "usage": {"prompt_tokens": -1}}) + DONE,
    "usage a list": SAYS + STOP + event({"choices": [], "usage": [1, 2]}) + DONE,
    "finish eos_token": SAYS + chunk({}, "eos_token") + DONE,
    "finish STOP": SAYS + chunk({}, "STOP") + DONE,
    "finish stop_sequence": SAYS + chunk({}, "stop_sequence") + DONE,
    "finish tool_calls": SAYS + chunk({}, "tool_calls") + DONE,
    "finish a number": SAYS + chunk({}, 0) + DONE,
    "finish empty, then done": SAYS + chunk({}, "") + DONE,
    "no finish, then done": SAYS + DONE,
    "finish beside the text": chunk({"content": TEXT}, "stop") + DONE,
    "finish without done": SAYS + STOP,
    "no newline at the end": (SAYS + STOP + DONE).rstrip("\n"),
    "one newline between events": (SAYS + STOP + DONE).replace("\n\n", "\n"),
    "carriage returns": (SAYS + STOP + DONE).replace("\n", "\r\n"),
    "no space behind data": (SAYS + STOP + DONE).replace("data: ", "data:"),
    "comments keep the line alive": ": keep-alive\n\n" * 50 + SAYS + ": ping\n\n" + STOP + DONE,
    "events with names and ids": "event: message\nid: 1\nretry: 10\n" + SAYS + STOP + DONE,
    "a broken chunk in between": SAYS + "data: {broken\n\n" + STOP + DONE,
    "an empty data line": SAYS + "data:\n\n" + STOP + DONE,
    "a chunk that is a list": SAYS + event([1]) + STOP + DONE,
    "a chunk that is null": SAYS + event(None) + STOP + DONE,
    "text completions": event({"choices": [{"text": TEXT, "finish_reason": "stop"}]}) + DONE,
    "a message in a stream": event(MESSAGE) + DONE,
    "an error that is null": SAYS + event({"error": None, "choices": []}) + STOP + DONE,
    "unstreamed": json.dumps(MESSAGE),
    "unstreamed over many lines": json.dumps(MESSAGE, indent=2),
    "unstreamed without a finish": json.dumps({"choices": [{"message": {"content": TEXT}}]}),
    "unstreamed with blanks before": "\n\n  " + json.dumps(MESSAGE),
    "a whole answer behind done": SAYS + STOP + DONE + "data: later\n\n",
}

JSON = "application/json"
REDIRECT = b"HTTP/1.1 302 X\r\nLocation: http://x.example/\r\nContent-Length: 0\r\n\r\n"

BAD: dict[str, tuple[bytes, type[ExternalApiError], str]] = {
    "a web page": (http("<!doctype html><p>Open WebUI", "text/html"), ProviderRefused, "web page.*BASE_URL.*v1"),
    "a web page in disguise": (http("\n<html></html>"), ProviderRefused, "web page"),
    "nothing": (http(""), ProviderUnavailable, "broke off"),
    "done at once": (http(DONE), ProviderUnavailable, "nothing"),
    "cut before the end": (http(SAYS), ProviderUnavailable, "broke off"),
    "length": (http(SAYS + chunk({}, "length") + DONE), ProviderTruncated, "length limit"),
    "content filter": (http(SAYS + chunk({}, "content_filter") + DONE), ProviderRefused, "content filter"),
    "refusal": (http(chunk({"refusal": "I will not."}) + STOP + DONE), ProviderRefused, "declined"),
    "no JSON": (http("{broken", JSON), ProviderUnavailable, "not its protocol"),
    "nested too deep": (http('{"a":' * 100_000, JSON), ProviderUnavailable, "not its protocol"),
    "an error in words": (http(event({"error": "loading"})), ProviderUnavailable, "loading"),
    "an error with a status": (http(event({"error": {"code": 400, "message": "context"}})), ProviderRefused, "context"),
    "an error unstreamed": (http('{"error": {"message": "no model", "code": 404}}'), ProviderRefused, "no model"),
    "a status with a page": (http("<html>Bad gateway</html>", "text/html", 502), ProviderUnavailable, "fault"),
    "a status with its reason": (http('{"error": "context"}', JSON, 400), ProviderRefused, "context"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", ProviderUnavailable, "127.0.0.1"),
    "a redirect": (REDIRECT, ProviderRefused, "redirect"),
    "an endless line": (http("data: " + "x" * 3_000_000), ProviderUnavailable, "more than any document"),
}


@asynccontextmanager
async def provider_at(url: str, ai: str = "openai") -> AsyncIterator[Provider]:
    (provider,) = open_providers(
        load(
            ai=ai, openai_base_url=f"{url}/v1", anthropic_base_url=url, anthropic_api_key="k", local_providers_only=True
        )
    )
    try:
        yield provider
    finally:
        await provider.close()


async def ask(url: str, ai: str = "openai") -> tuple[str, Usage]:
    text, usage = "", Usage()
    async with provider_at(url, ai) as provider, aclosing(provider.stream(PROMPT)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Usage):
                usage = piece
            elif isinstance(piece, str):
                text += piece
    if not text:
        raise ProviderUnavailable("nothing")
    return text, usage


@pytest.mark.parametrize("quirk", GOOD)
async def test_an_answer_almost_in_the_protocol_is_read(quirk: str) -> None:
    body = GOOD[quirk]
    for kind in ("text/event-stream", "application/json", "application/octet-stream"):
        with RawServer(lambda _: http(body, kind)) as server:  # noqa: B023
            text, usage = await ask(server.url)
        assert text == TEXT
        assert usage + usage  # what is unknown can be added up


@pytest.mark.parametrize("quirk", BAD)
async def test_what_is_no_answer_says_what_is_wrong(quirk: str) -> None:
    answer, error, says = BAD[quirk]
    with RawServer(lambda _: answer) as server, pytest.raises(error, match=says):
        await ask(server.url)


def strict(refused: set[str], answer: Any = None) -> Any:
    """A server that refuses parameters, in the words of a strict validator."""

    def reply(request: bytes) -> bytes:
        body = json.loads(request.partition(b"\r\n\r\n")[2])
        for name in sorted(refused & body.keys()):
            detail = [{"type": "extra_forbidden", "loc": ["body", name], "msg": "Extra inputs are not permitted"}]
            return http(json.dumps({"object": "error", "message": {"detail": detail}}), "application/json", 422)
        return answer or http(SAYS + STOP + DONE)

    return reply


@pytest.mark.parametrize(
    "refused",
    [{"max_completion_tokens"}, {"stream_options"}, {"max_completion_tokens", "stream_options", "temperature"}],
    ids=lambda names: "+".join(sorted(names)),
)
async def test_a_parameter_that_a_server_refuses_is_left_out_from_then_on(refused: set[str]) -> None:
    with RawServer(strict(refused)) as server:
        async with provider_at(server.url) as provider:
            for _ in range(2):
                assert "".join([piece async for piece in provider.stream(PROMPT) if isinstance(piece, str)]) == TEXT
    bodies = [json.loads(request.partition(b"\r\n\r\n")[2]) for request in server.requests]
    assert len(bodies) == len(refused) + 2
    assert not refused & bodies[-1].keys()
    assert 500 in (bodies[-1].get("max_tokens"), bodies[-1].get("max_completion_tokens"))


async def test_a_server_that_refuses_everything_is_quoted() -> None:
    with RawServer(strict({"messages"})) as server, pytest.raises(ProviderRefused, match="Extra inputs"):
        await ask(server.url)


async def test_a_schema_is_asked_for_and_left_out_where_it_is_refused() -> None:
    prompt = Prompt("s", (Message("user", "u"),), 50, schema={"type": "object"})
    with RawServer(strict({"response_format"})) as server:
        async with provider_at(server.url) as provider:
            assert [piece async for piece in provider.stream(prompt) if isinstance(piece, str)]
    assert b"json_schema" in server.requests[0]
    assert b"json_schema" not in server.requests[1]


@pytest.mark.parametrize("ai", ["openai", "anthropic"])
@given(st.binary(max_size=300), st.sampled_from([b"", SAYS.encode(), b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 500"]))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
async def test_any_bytes_end_in_an_answer_or_an_expected_error(ai: str, noise: bytes, before: bytes) -> None:
    for answer in (before + noise, http(before + noise), http(before + b"data: " + noise + b"\n\n")):
        with RawServer(lambda _: answer) as server:  # noqa: B023
            try:
                await ask(server.url, ai)
            except ExternalApiError as error:
                assert str(error)
