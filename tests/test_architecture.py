"""Imports point down, rooms of one floor do not know each other, and the doors never meet."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "jobforge"

FLOORS: dict[str, int] = {
    **dict.fromkeys(("app", "contracts", "cli", "drafting", "server", "health", "pages", "edge", "logs", "copies"), 5),
    "protocol": 5,
    **dict.fromkeys(("graphql", "rest", "worker"), 4),
    "operations": 3,
    "phases": 2,
    **dict.fromkeys(("models", "inputs", "security", "database", "postgres", "broker", "rows"), 1),
    **dict.fromkeys(("analysis", "providers"), 1),
    **dict.fromkeys(("errors", "enums", "settings", "tables"), 0),
}
"""Each room's floor, from the ground up. A new room is entered here, which is when its floor is thought about."""

PURE = {"errors", "enums", "tables", "analysis"}
OUTSIDE = {"asyncio", "socket", "httpx", "httpx2", "urllib.request", "pathlib", "os", "subprocess", "tortoise", "redis"}
NEIGHBOURS = {
    ("settings", "enums"),
    ("settings", "errors"),
    ("security", "inputs"),  # which passwords there can be, and how they are kept
    ("database", "postgres"),  # what Tortoise is told to speak to PostgreSQL with
    ("rows", "postgres"),  # the driver's own answers
    ("rows", "database"),  # the same connection, asked without models
}
"""On one floor, and yet one may know the other."""


def imports(file: Path) -> Iterator[str]:
    """The modules that a file names, those it imports only when it needs them among them."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:  # within its own room
                assert node.level < len(file.relative_to(PACKAGE).parts), f"{file} reaches out of its room by dots"
                continue
            module = node.module or ""
            yield module
            if module == "jobforge":
                yield from (f"jobforge.{alias.name}" for alias in node.names)


def room(module: str) -> str | None:
    """The room of a module of ours."""
    parts = module.split(".")
    return parts[1] if parts[0] == "jobforge" and len(parts) > 1 and not parts[1].startswith("__") else None


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py")


def test_every_room_has_a_floor() -> None:
    assert {room_of(file) for file in FILES} <= FLOORS.keys()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    here = room_of(file)
    for module in imports(file):
        there = room(module)
        if there is None or there == here:
            continue
        assert there in FLOORS, f"{module} is in no room"
        below = FLOORS[there] < FLOORS[here]
        on_the_roof = FLOORS[here] == FLOORS[there] == 5
        assert below or on_the_roof or (here, there) in NEIGHBOURS, f"{here} imports {module}"


@pytest.mark.parametrize("file", [file for file in FILES if room_of(file) == "analysis"], ids=lambda file: file.stem)
def test_reading_texts_touches_nothing_else(file: Path) -> None:
    for module in imports(file):
        assert room(module) in PURE | {None}, f"analysis imports {module}"
        assert not any(module == name or module.startswith(f"{name}.") for name in OUTSIDE), module


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "service", "base", "common", "misc"}
    assert not [file for file in FILES if file.stem in empty]
