"""Everything that is specific to a language, as data: one folder a language, one TOML file a topic.

A language is found by its folder; nothing else names the languages. A table is read when it is first asked for,
because tomllib takes about 0.1 s of CPU for 4,500 lines. `_shared` holds what no single language owns.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

SHARED = "_shared"
_folders: list[Traversable] = []


def _roots() -> list[Traversable]:
    return [resources.files(__name__), *_folders]


def add_folder(folder: Traversable) -> None:
    """Read languages from `folder` too; each of its folders is one. Call it before a text is read."""
    _folders.append(folder)
    forget()


def remove_folder(folder: Traversable) -> None:
    """Undo `add_folder`."""
    _folders.remove(folder)
    forget()


def forget() -> None:
    """Drop all tables that were read and everything made of them."""
    from jobforge.languages import tables

    languages.cache_clear()
    table.cache_clear()
    tables.forget()


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all languages that have a folder, sorted ("de", "en", ...)."""
    names = {entry.name for root in _roots() for entry in root.iterdir() if entry.is_dir()}
    return tuple(sorted(name for name in names if not name.startswith(("_", "."))))


@cache
def table(language: str, topic: str) -> Mapping[str, Any]:
    """Return the topic's data for a language, for example `table("en", "letter")`.

    Raises:
        FileNotFoundError: The language has no such file.
        tomllib.TOMLDecodeError: The file is no TOML; the message names line and column.
    """
    for root in _roots():
        file = root.joinpath(language, f"{topic}.toml")
        if file.is_file():
            return tomllib.loads(file.read_text(encoding="utf-8"))
    raise FileNotFoundError(f"The language {language!r} has no table {topic}.toml.")
