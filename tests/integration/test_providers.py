"""The providers over their real SDKs, against a server on this machine that speaks their wire formats."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager

import pytest
from wire_servers import (
    BAD_REQUEST,
    BROKEN,
    FORBIDDEN,
    KEY,
    NO_CREDIT,
    OVERLOADED,
    RATE_LIMITED,
    SILENT,
    UNKNOWN_MODEL,
    WRONG_KEY,
    Answer,
    WireServer,
    refused_url,
)

from jobforge.enums import Writer
from jobforge.errors import (
    ConfigurationError,
    ExternalApiError,
    ProviderRefused,
    ProviderTruncated,
    ProviderUnavailable,
)
from jobforge.providers import Message, Prompt, Provider, Source, Usage, open_providers
from jobforge.settings import load

pytestmark = pytest.mark.asyncio

TEXT = "Dear Ms Ngọc,\n\nI wire houses — about 28 a year.\n"
PROMPT = Prompt("Write truly.", (Message("user", "the ad"), Message("assistant", "so"), Message("user", "go on")), 500)
SEARCHING = Prompt("Write truly.", (Message("user", "the ad"),), 500, web_search=True)

each_writer = pytest.mark.parametrize("writer", ["anthropic", "openai"])
each_way = pytest.mark.parametrize(
    ("writer", "prompt"), [("anthropic", PROMPT), ("openai", PROMPT), ("openai", SEARCHING)]
)


@pytest.fixture
def server() -> Iterator[WireServer]:
    with WireServer() as server:
        yield server


@asynccontextmanager
async def opened(server: WireServer, writer: str, **settings: object) -> AsyncIterator[Provider]:
    (provider,) = open_providers(server.settings(writer, **settings))
    try:
        yield provider
    finally:
        await provider.close()


async def answer(server: WireServer, writer: str, prompt: Prompt, **settings: object) -> tuple[str, list[Usage]]:
    text, used = "", []
    async with opened(server, writer, **settings) as provider, aclosing(provider.stream(prompt)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Usage):
                used.append(piece)
            elif isinstance(piece, str):
                text += piece
    return text, used


@each_way
async def test_a_good_answer_streams_in_pieces_and_ends_with_its_count(
    server: WireServer, writer: str, prompt: Prompt
) -> None:
    server.play(Answer(TEXT))
    pieces = []
    async with opened(server, writer) as provider:
        assert provider.name is Writer(writer)
        pieces = [piece async for piece in provider.stream(prompt)]
    *texts, last = pieces
    assert len(texts) > 3
    assert "".join(str(text) for text in texts) == TEXT
    assert isinstance(last, Usage)
    counted = (last.input_tokens, last.output_tokens)
    assert counted == (sum(len(message.text) for message in prompt.messages), len(texts))


@each_way
async def test_the_request_carries_the_prompt_the_model_and_the_limit(
    server: WireServer, writer: str, prompt: Prompt
) -> None:
    server.play(Answer(TEXT))
    await answer(server, writer, prompt, anthropic_model="m-1", openai_model="m-1")
    (asked,) = server.requests
    assert asked.system == "Write truly."
    assert asked.turns == [(message.role, message.text) for message in prompt.messages]
    assert asked.body["model"] == "m-1"
    assert 500 in (asked.body.get(name) for name in ("max_tokens", "max_completion_tokens", "max_output_tokens"))
    assert asked.body["stream"] is True
    assert KEY in (
        asked.headers.get("x-api-key"),
        asked.headers.get("authorization", "").removeprefix("Bearer "),
    )


@each_way
@pytest.mark.parametrize(
    "failure",
    [
        RATE_LIMITED,
        OVERLOADED,
        BROKEN,
        Answer(status=503, error="api_error"),
        Answer(TEXT, then="cut"),
        Answer(TEXT, then="cut", after=2),
        Answer(TEXT, then="end", after=2),
        Answer(TEXT, then="error", error="overloaded_error"),
        Answer(TEXT, then="error", after=2, error="server_error"),
        Answer(TEXT, then="error", after=2, error="rate_limit_exceeded"),
    ],
    ids=lambda failure: f"{failure.status}-{failure.then or 'at once'}-{failure.after}-{failure.error}",
)
async def test_what_another_writer_may_do_better_is_unavailable(
    server: WireServer, writer: str, prompt: Prompt, failure: Answer
) -> None:
    server.play(failure)
    with pytest.raises(ProviderUnavailable):
        await answer(server, writer, prompt)
    assert len(server.requests) == 1, "failing over is ours, the SDK must not try again"


@each_way
@pytest.mark.parametrize(
    ("failure", "says"),
    [
        (WRONG_KEY, "_API_KEY"),
        (FORBIDDEN, "_API_KEY"),
        (NO_CREDIT, "billing"),
        (UNKNOWN_MODEL, "_MODEL"),
        (BAD_REQUEST, "prompt is too long"),
        (Answer(status=422, error="invalid_request_error"), "refused"),
        (Answer(status=307, location="http://127.0.0.1:9/v1/x", error="moved"), "_BASE_URL"),
        (Answer(TEXT, stop="refusal"), "declined"),
        (Answer(TEXT, stop="refusal", after=9), "declined"),
        (Answer(TEXT, then="error", after=1, error="invalid_request_error", said="too long"), "too long"),
    ],
)
async def test_what_asking_again_would_not_help_is_refused_and_says_what_to_do(
    server: WireServer, writer: str, prompt: Prompt, failure: Answer, says: str
) -> None:
    server.play(failure)
    with pytest.raises(ProviderRefused, match=says):
        await answer(server, writer, prompt)


@each_way
async def test_a_stop_at_the_content_filter_is_refused(server: WireServer, writer: str, prompt: Prompt) -> None:
    server.play(Answer(TEXT, stop="filter"))
    with pytest.raises(ProviderRefused, match="resume, the ad or the additional context"):
        await answer(server, writer, prompt)


@each_way
async def test_an_answer_that_reached_its_limit_is_truncated(server: WireServer, writer: str, prompt: Prompt) -> None:
    server.play(Answer(TEXT, stop="length"))
    with pytest.raises(ProviderTruncated, match="length limit"):
        await answer(server, writer, prompt)


@each_way
@pytest.mark.parametrize("failure", [WRONG_KEY, BAD_REQUEST, Answer(then="error", error="x", said=KEY, text=TEXT)])
async def test_the_key_shows_in_no_message_and_no_repr(
    server: WireServer, writer: str, prompt: Prompt, failure: Answer
) -> None:
    server.play(failure)
    async with opened(server, writer) as provider:
        with pytest.raises(ExternalApiError) as raised:
            await anext(provider.stream(prompt))
        assert KEY not in raised.value.message
        assert KEY not in repr(vars(provider))


@each_writer
async def test_a_server_that_is_not_there_is_unavailable_and_named(server: WireServer, writer: str) -> None:
    url = refused_url()
    with pytest.raises(ProviderUnavailable, match=f"cannot be reached.*{writer.upper()}_BASE_URL"):
        await answer(server, writer, PROMPT, anthropic_base_url=url, openai_base_url=url)


@each_way
@pytest.mark.parametrize("silence", [SILENT, Answer(TEXT, then="hang", after=2)], ids=["at once", "midway"])
async def test_silence_ends_at_the_reading_limit_before_the_phase_does(
    server: WireServer, writer: str, prompt: Prompt, silence: Answer
) -> None:
    server.play(silence)
    with pytest.raises(ProviderUnavailable, match="said nothing"):
        await answer(server, writer, prompt, phase_deadline=0.6)
    assert await asyncio.to_thread(server.requests[0].left.wait, 20)


@each_way
async def test_cancelling_the_reader_ends_the_request(server: WireServer, writer: str, prompt: Prompt) -> None:
    server.play(Answer(TEXT, then="hang", after=2))
    reading = asyncio.Event()

    async def read(provider: Provider) -> None:
        async with aclosing(provider.stream(prompt)) as pieces:
            async for _ in pieces:
                reading.set()

    async with opened(server, writer) as provider:
        task = asyncio.create_task(read(provider))
        await reading.wait()
        assert not server.requests[0].left.is_set()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(server.requests[0].left.wait, 20)


@each_way
async def test_a_reader_that_stops_early_ends_the_request(server: WireServer, writer: str, prompt: Prompt) -> None:
    server.play(Answer(TEXT, then="hang", after=2))
    async with opened(server, writer) as provider:
        async with aclosing(provider.stream(prompt)) as pieces:
            await anext(pieces)
        assert await asyncio.to_thread(server.requests[0].left.wait, 20)


async def test_one_client_serves_many_streams_at_once(server: WireServer) -> None:
    server.play(Answer(lambda asked: f"for {asked.turns[0][1]}"))
    async with opened(server, "anthropic") as provider:

        async def ask(number: int, provider: Provider = provider) -> str:
            prompt = Prompt("s", (Message("user", str(number)),), 9)
            return "".join([piece async for piece in provider.stream(prompt) if isinstance(piece, str)])

        assert await asyncio.gather(*(ask(n) for n in range(20))) == [f"for {n}" for n in range(20)]


@each_writer
async def test_a_web_search_is_asked_for_and_its_sources_follow_the_text(server: WireServer, writer: str) -> None:
    server.play(Answer("They fit heat pumps.", sources=(("Wire news", "https://example.org/a"),)))
    async with opened(server, writer) as provider:
        pieces = [piece async for piece in provider.stream(SEARCHING)]
    *text, source, _ = pieces
    assert "".join(str(piece) for piece in text) == "They fit heat pumps."
    assert source == Source("Wire news", "https://example.org/a")
    assert server.requests[0].tools == ["web_search_20250305" if writer == "anthropic" else "web_search"]
    await answer(server, writer, PROMPT)
    assert server.requests[1].tools == []


async def test_a_search_that_pauses_is_asked_to_go_on(server: WireServer) -> None:
    server.play(Answer("They fit ", stop="pause"), Answer("heat pumps."))
    text, used = await answer(server, "anthropic", SEARCHING)
    assert text == "They fit heat pumps."
    assert used == [Usage(12, 2)]
    assert server.requests[1].turns[-1] == ("assistant", [{"type": "text", "text": "They fit "}])


async def test_a_search_that_pauses_for_ever_is_given_up(server: WireServer) -> None:
    server.play(Answer("still looking ", stop="pause"))
    with pytest.raises(ProviderUnavailable):
        await answer(server, "anthropic", SEARCHING)
    assert len(server.requests) == 4


async def test_a_server_of_ones_own_needs_no_key_and_no_count(server: WireServer) -> None:
    server.play(Answer(TEXT, counted=False))
    assert await answer(server, "openai", PROMPT, openai_api_key=None) == (TEXT, [Usage()])


async def test_the_environment_of_the_sdks_is_not_read(server: WireServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ANTHROPIC", "OPENAI"):
        monkeypatch.setenv(f"{name}_BASE_URL", refused_url())
        monkeypatch.setenv(f"{name}_API_KEY", "sk-from-the-environment")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "sk-from-the-environment")
    for proxy in ("HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(proxy, refused_url())
    server.play(Answer(TEXT))
    for writer in ("anthropic", "openai"):
        assert (await answer(server, writer, PROMPT))[0] == TEXT
    assert not any("environment" in value for asked in server.requests for value in asked.headers.values())


async def test_providers_open_in_the_order_of_the_writers_without_the_offline_one(server: WireServer) -> None:
    assert [each.name for each in open_providers(server.settings("openai,offline,anthropic"))] == [
        Writer.OPENAI,
        Writer.ANTHROPIC,
    ]
    assert open_providers(server.settings("offline")) == ()


@each_writer
@pytest.mark.parametrize("url", [None, "https://127.0.0.1.example.org/v1", "http://10.0.0.7:8080/v1"])
async def test_only_local_providers_open_when_the_switch_says_so(writer: str, url: str | None) -> None:
    settings = load(
        ai=writer,
        local_providers_only=True,
        **{f"{writer}_api_key": KEY, f"{writer}_base_url": url},
    )
    with pytest.raises(ConfigurationError, match=f"JOBFORGE_LOCAL_PROVIDERS_ONLY.*{writer.upper()}_BASE_URL"):
        open_providers(settings)


@each_writer
@pytest.mark.parametrize("url", ["http://localhost:9/v1", "http://127.8.8.8/v1", "http://[::1]:9/v1"])
async def test_loopback_addresses_are_local(writer: str, url: str) -> None:
    settings = load(ai=writer, local_providers_only=True, **{f"{writer}_base_url": url, f"{writer}_api_key": None})
    (provider,) = open_providers(settings)
    await provider.close()


@each_writer
@pytest.mark.parametrize(
    ("key", "url", "says"),
    [
        (None, None, "_API_KEY is not set"),
        ("sk-\u201cquoted\u201d", None, "characters that no key has"),
        ("sk-a\nb", None, "characters that no key has"),
        (KEY, "localhost:11434", "_BASE_URL must begin with"),
        (KEY, "ftp://localhost", "_BASE_URL must begin with"),
    ],
)
async def test_a_bad_setting_is_named_when_the_providers_open(
    writer: str, key: str | None, url: str | None, says: str
) -> None:
    settings = load(ai=writer, **{f"{writer}_api_key": key, f"{writer}_base_url": url})
    with pytest.raises(ConfigurationError, match=says) as raised:
        open_providers(settings)
    assert writer in str(raised.value).lower()


async def test_importing_the_providers_loads_no_sdk() -> None:
    code = "import sys, jobforge.providers; print({'anthropic', 'openai', 'httpx2'} & set(sys.modules))"
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE)
    said, _ = await child.communicate()
    assert said.strip() == b"set()"
