"""Imports point down, packages of one layer do not import each other, and transports never meet."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent.parent / "jobforge"

LAYERS: dict[str, int] = {
    **dict.fromkeys(
        (
            "app",
            "cli",
            "command_database",
            "contracts",
            "draft_command",
            "files_command",
            "transfer_command",
            "users_command",
            "worker",
            "http",
            "limit_table",
        ),
        5,
    ),
    **dict.fromkeys(("graphql", "rest", "mcp", "web", "owner_socket"), 4),
    "operations": 3,
    "documents": 2,
    **dict.fromkeys(("inputs", "security", "storage", "messaging", "providers", "sandbox"), 1),
    **dict.fromkeys(("interchange", "factcheck", "matching", "injection", "ads", "resumes", "text", "languages"), 1),
    **dict.fromkeys(("errors", "enums", "metrics", "settings", "tracing", "background", "outage"), 0),
}
"""Each package's layer, from the bottom up. A new package is entered here, which is when its layer is thought about."""

TEXT_PACKAGES = ("factcheck", "matching", "injection", "ads", "resumes", "text", "languages")
PURE = {"errors", "enums", *TEXT_PACKAGES}
OUTSIDE = {"asyncio", "socket", "httpx", "httpx2", "urllib.request", "pathlib", "os", "subprocess", "tortoise", "redis"}
SIDEWAYS = {
    ("settings", "enums"),
    ("settings", "errors"),
    ("tracing", "errors"),
    ("security", "inputs"),  # which passwords there can be, and how they are kept
    ("worker", "http"),  # logging
    *((upper, lower) for rank, upper in enumerate(TEXT_PACKAGES) for lower in TEXT_PACKAGES[rank + 1 :]),
    ("languages", "text"),  # the enumeration of languages
    ("ads", "matching"),  # which parts of a requirement must all be met
    *(("interchange", package) for package in ("ads", "resumes", "text", "languages")),
}
"""Packages of one layer that may import another of it. Text packages import those listed after them."""


def imports(file: Path) -> Iterator[str]:
    """Yield the modules that a file imports, lazily imported ones included."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:  # within its own package
                assert node.level < len(file.relative_to(PACKAGE).parts), f"{file} leaves its package by dots"
                continue
            module = node.module or ""
            yield module
            if module == "jobforge":
                yield from (f"jobforge.{alias.name}" for alias in node.names)


def package_of_module(module: str) -> str | None:
    """Return the package of a module of ours."""
    parts = module.split(".")
    return parts[1] if parts[0] == "jobforge" and len(parts) > 1 and not parts[1].startswith("__") else None


def package_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(file for file in PACKAGE.rglob("*.py") if file != PACKAGE / "__init__.py")


def test_every_package_has_a_layer() -> None:
    assert {package_of(file) for file in FILES} <= LAYERS.keys()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    here = package_of(file)
    for module in imports(file):
        there = package_of_module(module)
        if there is None or there == here:
            continue
        assert there in LAYERS, f"{module} is in no package"
        below = LAYERS[there] < LAYERS[here]
        composition = LAYERS[here] == LAYERS[there] == 5
        assert below or composition or (here, there) in SIDEWAYS, f"{here} imports {module}"


@pytest.mark.parametrize("file", [file for file in FILES if package_of(file) in TEXT_PACKAGES], ids=str)
def test_reading_texts_touches_nothing_else(file: Path) -> None:
    for module in imports(file):
        assert package_of_module(module) in PURE | {None}, f"a text package imports {module}"
        assert not any(module == name or module.startswith(f"{name}.") for name in OUTSIDE), module


def test_no_module_has_an_empty_name() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "service", "base", "common", "misc"}
    assert not [file for file in FILES if file.stem in empty]
