"""Everything that is specific to a language, as data: one folder a language, one TOML file a topic.

A language is found by its folder; nothing else names the languages. A table is read when it is first asked for,
because tomllib takes about 0.1 s of CPU for 4,500 lines.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a folder here, sorted ("de", "en", ...)."""
    folders = (entry for entry in resources.files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(entry.name for entry in folders if not entry.name.startswith("_")))


@cache
def table(language: str, topic: str) -> Mapping[str, Any]:
    """Return the topic's data for a language, for example `table("en", "letter")`.

    Raises:
        FileNotFoundError: The language has no such file.
        tomllib.TOMLDecodeError: The file is no TOML; the message names line and column.
    """
    return tomllib.loads(resources.files(__name__).joinpath(language, f"{topic}.toml").read_text(encoding="utf-8"))
