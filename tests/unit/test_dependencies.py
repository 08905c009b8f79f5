"""What is imported is declared, and what is subclassed in private parts is bounded above."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PRIVATE = {"strawberry-graphql", "graphql-core", "fastapi", "uvicorn", "tortoise-orm", "aerich", "arq", "redis"}
"""Packages of which a private part is used, as a comment at the place says."""


def names(requirements: list[str]) -> dict[str, str]:
    """Return the bounds of each required package, by its normalized name."""
    matches = (re.match(r"([\w.-]+)(?:\[[^]]*\])?([^;]*)", requirement) for requirement in requirements)
    return {match[1].lower().replace("_", "-"): match[2] for match in matches if match}


DECLARED = names(PROJECT["dependencies"])
EXTRAS = names([each for extra in PROJECT["optional-dependencies"].values() for each in extra])


def imported() -> set[str]:
    """Return the top-level packages of others that our code imports, lazily imported ones included."""
    modules: set[str] = set()
    for file in (ROOT / "jobforge").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                modules |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module)
    return {module.partition(".")[0] for module in modules} - set(sys.stdlib_module_names) - {"jobforge"}


def test_every_package_that_is_imported_is_declared() -> None:
    of_module = packages_distributions()
    declared = DECLARED.keys() | EXTRAS.keys() | {"asyncpg"}  # asyncpg is an extra of tortoise-orm's
    undeclared = {
        module
        for module in imported()
        if not {name.lower().replace("_", "-") for name in of_module.get(module, [module])} & declared
    }
    assert not undeclared


def test_packages_of_which_private_parts_are_used_are_bounded_above() -> None:
    assert [name for name in sorted(PRIVATE) if "<" not in DECLARED[name]] == []
