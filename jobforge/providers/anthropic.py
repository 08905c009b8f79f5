"""Anthropic's Messages API on its official SDK."""

import json
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any, cast

import anthropic
import httpx2

from jobforge.enums import Writer
from jobforge.errors import ExternalApiError
from jobforge.providers import Message, Prompt, Source, Usage
from jobforge.providers.access import MALFORMED, Access
from jobforge.settings import Settings

if TYPE_CHECKING:
    from anthropic.types import MessageParam, OutputConfigParam, ParsedMessage, ToolUnionParam

STATUS_OF = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}
"""The status that an error has when it comes before the stream (https://docs.anthropic.com/en/api/errors)."""

SEARCHES = 5
"""Web searches per answer: each costs the user money and time."""

TURNS = 4
"""Times a long search may pause and be asked to go on."""

WEB_SEARCH: "ToolUnionParam" = {"type": "web_search_20250305", "name": "web_search", "max_uses": SEARCHES}


class Anthropic:
    """A Provider (see the package)."""

    name = Writer.ANTHROPIC

    def __init__(self, settings: Settings) -> None:
        self._access = Access.of(settings, self.name, "Anthropic", "https://api.anthropic.com")
        self.model = self._access.model
        self._client = anthropic.AsyncAnthropic(
            api_key=self._access.key,
            base_url=self._access.base_url,
            max_retries=0,
            http_client=self._access.http_client(),
        )

    async def stream(self, prompt: Prompt) -> AsyncGenerator[str | Source | Usage, None]:
        text = cast("list[MessageParam]", [self._message(each) for each in prompt.messages])
        used = Usage()
        try:
            for _ in range(TURNS):
                async with self._client.messages.stream(
                    model=self.model,
                    max_tokens=prompt.max_tokens,
                    system=prompt.system,
                    messages=text,
                    tools=[WEB_SEARCH] if prompt.web_search else anthropic.omit,
                    cache_control={"type": "ephemeral"} if self._access.official else anthropic.omit,
                    output_config=self._output_config(prompt),
                ) as answer:
                    cited: dict[str, Source] = {}
                    full: ParsedMessage[None] | None = None
                    async for event in answer:
                        if event.type == "text":
                            yield event.text
                        elif event.type == "citation" and event.citation.type == "web_search_result_location":
                            url = event.citation.url
                            cited[url] = Source(event.citation.title or url, url)
                        elif event.type == "content_block_stop":
                            for source in cited.values():
                                yield source
                            cited.clear()
                        elif event.type == "message_stop":
                            full = event.message
                if not full:
                    raise self._access.cut()
                used += _counted(full.usage)
                if full.stop_reason != "pause_turn":
                    self._check(full.stop_reason)
                    yield used
                    return
                text.append(cast("MessageParam", {"role": "assistant", "content": full.content}))
            raise self._access.cut()
        except (anthropic.AnthropicError, httpx2.HTTPError, json.JSONDecodeError) as error:
            raise self._meaning(error) from None
        except MALFORMED as error:
            raise self._access.malformed(error) from error

    def _message(self, message: Message) -> dict[str, Any]:
        """Return a turn; the provider is told where the part ends that comes again with other prompts."""
        if not message.shared or not self._access.official:
            return {"role": message.role, "content": message.full}
        shared = {"type": "text", "text": message.shared, "cache_control": {"type": "ephemeral"}}
        return {"role": message.role, "content": [shared, {"type": "text", "text": message.text}]}

    def _output_config(self, prompt: Prompt) -> "OutputConfigParam | anthropic.Omit":
        if not self._access.official:
            return anthropic.omit
        if prompt.schema is None:
            return {"effort": "medium"}
        return {"effort": "low", "format": {"type": "json_schema", "schema": dict(prompt.schema)}}

    def _check(self, stop: str | None) -> None:
        if stop in ("max_tokens", "model_context_window_exceeded"):
            raise self._access.truncated()
        if stop == "refusal":
            raise self._access.unwilling()
        if stop not in ("end_turn", "stop_sequence"):
            raise self._access.cut()

    def _meaning(self, error: Exception) -> ExternalApiError:
        if isinstance(error, anthropic.APIStatusError):
            inside = error.status_code == 200
            status = STATUS_OF.get(error.type or "", 500) if inside else error.status_code
            return self._access.failed(status, error.api_message or "", error.response.headers)
        return self._access.lost(error)

    @property
    def local(self) -> bool:
        return self._access.local

    async def close(self) -> None:
        await self._client.close()


def _counted(usage: Any) -> Usage:
    """Return the tokens; Anthropic counts those of its cache apart from the others."""
    read, written = usage.cache_read_input_tokens, usage.cache_creation_input_tokens
    fresh = usage.input_tokens
    return Usage(None if fresh is None else fresh + (read or 0) + (written or 0), usage.output_tokens, read)
