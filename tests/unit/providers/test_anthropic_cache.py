"""What Anthropic is told to keep of a prompt."""

import pytest

from jobforge.providers import Message
from jobforge.providers.anthropic import Anthropic
from jobforge.settings import load

SHARED = Message("user", "Write the letter.", shared="The resume.")


def test_the_shared_beginning_ends_where_the_cache_does() -> None:
    content = Anthropic(load(anthropic_api_key="key", local_providers_only=False))._message(SHARED)["content"]
    assert [block["text"] for block in content] == ["The resume.", "Write the letter."]
    assert [block.get("cache_control") for block in content] == [{"type": "ephemeral"}, None]


@pytest.mark.parametrize("message", [SHARED, Message("assistant", "Dear Jo")])
def test_servers_that_only_speak_the_protocol_get_plain_text(message: Message) -> None:
    provider = Anthropic(load(anthropic_api_key="key", anthropic_base_url="http://127.0.0.1:9"))
    assert provider._message(message) == {"role": message.role, "content": message.full}
