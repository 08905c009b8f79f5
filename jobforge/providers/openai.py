"""OpenAI's API, and every server that speaks it, on the official SDK.

Chat Completions carries the text, because that is what compatible local servers speak. Only a web search asks
the Responses API: Chat Completions searches with a few special models alone.
"""

import json
from collections.abc import AsyncGenerator, Mapping
from typing import TYPE_CHECKING, Any, cast

import httpx2
import openai

from jobforge.enums import Writer
from jobforge.errors import ExternalApiError
from jobforge.providers import Prompt, Source, Usage
from jobforge.providers.access import MALFORMED, Access
from jobforge.providers.chat_stream import ChatReader, UnreadableAnswer
from jobforge.settings import Settings

if TYPE_CHECKING:
    from openai.types.responses import Response, ResponseInputParam

STATUS_OF = {
    "invalid_request_error": 400,
    "invalid_prompt": 400,
    "context_length_exceeded": 400,
    "invalid_api_key": 401,
    "insufficient_quota": 429,
    "rate_limit_exceeded": 429,
    "tokens": 429,
    "model_not_found": 404,
}
"""The status of an error inside a stream, by its code or type; everything else is the server's fault."""


OPTIONAL_PARAMETERS = ("max_completion_tokens", "stream_options", "temperature", "reasoning_effort", "response_format")
"""Parameters without which the request still makes sense; `max_tokens` takes the place of the first."""

TEMPERATURE = 0.2
"""For servers of one's own: small models drift at their default of 0.7 to 1.0."""


class _Entered:
    """A response that was entered already: closes it at the end of the block."""

    def __init__(self, manager: Any, response: Any) -> None:
        self._manager, self._response = manager, response

    async def __aenter__(self) -> Any:
        return self._response

    async def __aexit__(self, *problem: Any) -> None:
        await self._manager.__aexit__(*problem)


class OpenAI:
    """A Provider (see the package)."""

    name = Writer.OPENAI

    def __init__(self, settings: Settings) -> None:
        self._access = Access.of(settings, self.name, "OpenAI", "https://api.openai.com/v1")
        self.model = self._access.model
        self._dropped: set[str] = set()
        self._client = openai.AsyncOpenAI(
            api_key=self._access.key,
            base_url=self._access.base_url,
            max_retries=0,
            http_client=self._access.http_client(),
        )

    async def stream(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        pieces = self._searched(prompt) if prompt.web_search else self._chat(prompt)
        try:
            async for piece in pieces:
                yield piece
        except (openai.OpenAIError, httpx2.HTTPError, json.JSONDecodeError) as error:
            raise self._meaning(error) from None
        except MALFORMED as error:
            raise self._access.malformed(error) from error
        finally:
            await pieces.aclose()

    async def _chat(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        reader = ChatReader()
        async with await self._asked(prompt) as response:
            try:
                async for data in response.iter_bytes():
                    for piece in reader.feed(data):
                        yield piece
                for piece in reader.end():
                    yield piece
            except UnreadableAnswer as error:
                raise self._access.unreadable(error.kind) from None
        if reader.error is not None:
            raise self._stream_error(reader.error)
        if reader.refused:
            raise self._access.unwilling()
        if reader.finish_reason == "length":
            raise self._access.truncated()
        if reader.finish_reason == "content_filter":
            raise self._access.filtered()
        if not reader.complete:
            raise self._access.cut()
        yield reader.usage

    async def _asked(self, prompt: Prompt) -> _Entered:
        """Send the request, without the parameters that this server has refused before. Raises openai.APIError.

        A server that refuses a parameter is asked again without it, and that is remembered."""
        while True:
            opened = self._client.chat.completions.with_streaming_response.create(**self._parameters(prompt))
            try:
                response = await opened.__aenter__()
            except openai.APIStatusError as error:
                refused = self._refused_parameter(error)
                if refused is None:
                    raise
                self._dropped |= {refused}
                continue
            return _Entered(opened, response)

    def _parameters(self, prompt: Prompt) -> dict[str, Any]:
        parameters: dict[str, Any] = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": prompt.system},
                *({"role": each.role, "content": each.full} for each in prompt.messages),
            ],
            "stream": True,
            "stream_options": {"include_usage": True},
            "max_completion_tokens": prompt.max_tokens,
        }
        if "max_completion_tokens" in self._dropped:
            parameters["max_tokens"] = prompt.max_tokens
        if self._access.official:
            parameters["reasoning_effort"] = "low"
        else:
            parameters["temperature"] = TEMPERATURE
        if prompt.schema is not None:
            answer = {"name": "answer", "schema": dict(prompt.schema), "strict": True}
            parameters["response_format"] = {"type": "json_schema", "json_schema": answer}
        return {name: value for name, value in parameters.items() if name not in self._dropped}

    def _refused_parameter(self, error: openai.APIStatusError) -> str | None:
        """Return the parameter that the server says it does not take, if it is one that can be left out."""
        if error.status_code not in (400, 422):
            return None
        text = f"{error.message} {error.body}"
        return next((name for name in OPTIONAL_PARAMETERS if name in text and name not in self._dropped), None)

    def _stream_error(self, error: Mapping[str, Any]) -> ExternalApiError:
        """Return the meaning of an error that came inside a stream which began with 200."""
        code = str(error.get("code") or error.get("type") or "")
        status = int(code) if code.isdecimal() else STATUS_OF.get(code, STATUS_OF.get(str(error.get("type")), 500))
        return self._access.failed(status, str(error.get("message") or ""))

    async def _searched(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        messages = [{"role": each.role, "content": each.full} for each in prompt.messages]
        refused, ended = False, False
        async with await self._client.responses.create(
            model=self.model,
            instructions=prompt.system,
            input=cast("ResponseInputParam", messages),
            max_output_tokens=prompt.max_tokens,
            tools=[{"type": "web_search"}],
            store=False,
            stream=True,
        ) as answer:
            async for event in answer:
                if event.type == "response.output_text.delta":
                    yield event.delta
                elif event.type == "response.output_text.annotation.added":
                    cited = event.annotation
                    if cited and cited.type == "url_citation":
                        yield Source(cited.title or cited.url, cited.url)
                elif event.type == "response.refusal.delta":
                    refused = True
                elif event.type == "error":
                    raise self._access.failed(STATUS_OF.get(event.code or "", 500), event.message)
                elif event.type in ("response.completed", "response.incomplete", "response.failed"):
                    ended = True
                    self._check(event.response)
                    if refused:
                        raise self._access.unwilling()
                    counted = event.response.usage
                    yield _counted(counted)
        if not ended:
            raise self._access.cut()

    def _check(self, response: "Response") -> None:
        reason = response.incomplete_details.reason if response.incomplete_details else None
        if reason == "content_filter":
            raise self._access.filtered()
        if response.status == "incomplete":
            raise self._access.truncated()
        if response.error:
            raise self._access.failed(STATUS_OF.get(response.error.code, 500), response.error.message)
        if response.status != "completed":
            raise self._access.cut()

    def _meaning(self, error: Exception) -> ExternalApiError:
        if isinstance(error, openai.APIStatusError):
            if error.code == "content_filter":
                return self._access.filtered()
            return self._access.failed(error.status_code, _words(error), error.response.headers)
        if isinstance(error, openai.APIError) and not isinstance(error, openai.APIConnectionError):
            return self._stream_error({"code": error.code, "type": error.type, "message": error.message})
        return self._access.lost(error)

    @property
    def local(self) -> bool:
        return self._access.local

    async def close(self) -> None:
        await self._client.close()


def _words(error: openai.APIStatusError) -> str:
    """Return the server's own words about what is wrong, in whatever form it says them."""
    body = error.body
    if isinstance(body, Mapping):
        message = body.get("message")
        return message if isinstance(message, str) else json.dumps(body)
    return body if isinstance(body, str) and body else error.message


def _counted(usage: Any) -> Usage:
    if not usage:
        return Usage()
    details = getattr(usage, "input_tokens_details", None)
    return Usage(usage.input_tokens, usage.output_tokens, getattr(details, "cached_tokens", None))
