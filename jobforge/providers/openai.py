"""OpenAI's API, and every server that speaks it, on the official SDK.

Chat Completions carries the text, because that is what compatible local servers speak. Only a web search asks
the Responses API: Chat Completions searches with a few special models alone.
"""

import json
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, cast

import httpx2
import openai

from jobforge.enums import Writer
from jobforge.errors import ExternalApiError
from jobforge.providers import Prompt, Source, Usage
from jobforge.providers.access import Access
from jobforge.settings import Settings

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam
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


class OpenAI:
    """A Provider (see the package)."""

    name = Writer.OPENAI

    def __init__(self, settings: Settings) -> None:
        self._access = Access.of(settings, self.name, "OpenAI", "https://api.openai.com/v1")
        self.model = self._access.model
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
        finally:
            await pieces.aclose()

    async def _chat(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        messages = [
            {"role": "system", "content": prompt.system},
            *({"role": each.role, "content": each.text} for each in prompt.messages),
        ]
        used, stop, refused = Usage(), None, False
        async with await self._client.chat.completions.create(
            model=self.model,
            messages=cast("list[ChatCompletionMessageParam]", messages),
            max_completion_tokens=prompt.max_tokens,
            stream=True,
            stream_options={"include_usage": True},
        ) as answer:
            async for chunk in answer:
                if chunk.usage:
                    used = Usage(chunk.usage.prompt_tokens, chunk.usage.completion_tokens)
                for choice in chunk.choices:
                    if choice.delta.content:
                        yield choice.delta.content
                    refused = refused or bool(choice.delta.refusal)
                    stop = choice.finish_reason or stop
        if refused:
            raise self._access.unwilling()
        if stop == "length":
            raise self._access.truncated()
        if stop == "content_filter":
            raise self._access.filtered()
        if stop != "stop":
            raise self._access.cut()
        yield used

    async def _searched(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        messages = [{"role": each.role, "content": each.text} for each in prompt.messages]
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
                    yield Usage(counted.input_tokens, counted.output_tokens) if counted else Usage()
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
            return self._access.failed(error.status_code, error.message)
        if isinstance(error, openai.APIError) and not isinstance(error, openai.APIConnectionError):
            code = error.code or error.type or ""
            status = int(code) if code.isdecimal() else STATUS_OF.get(code, STATUS_OF.get(error.type or "", 500))
            return self._access.failed(status, error.message)
        return self._access.lost(error)

    async def close(self) -> None:
        await self._client.close()
