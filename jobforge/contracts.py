"""The published contracts: what clients may count on, generated from the code that serves them."""

from pathlib import Path

import orjson

from jobforge import limit_table
from jobforge.app import make_site
from jobforge.graphql.schema import make_schema
from jobforge.settings import Settings

DIRECTORY = Path(__file__).parent.parent / "schema"
DOCUMENTATION = DIRECTORY.parent / "docs"


def texts() -> dict[str, str]:
    """The contracts by file name, as they are now."""
    openapi = make_site(Settings.model_construct()).openapi()
    return {
        "schema.graphql": make_schema().as_str() + "\n",
        "openapi.json": orjson.dumps(openapi, option=orjson.OPT_INDENT_2).decode() + "\n",
        "limits.md": limit_table.markdown(),
    }


def outdated() -> list[str]:
    """The names of the contracts that differ from what is published."""
    return [name for name, text in texts().items() if _published(_path(name)) != text]


def write() -> list[str]:
    """Publishes those that changed; gives their names."""
    changed = outdated()
    for name, text in texts().items():
        if name in changed:
            _path(name).write_text(text, encoding="utf-8")
    return changed


def _path(name: str) -> Path:
    return (DOCUMENTATION if name.endswith(".md") else DIRECTORY) / name


def _published(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None
