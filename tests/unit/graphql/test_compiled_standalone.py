"""The compiled execution is a library of its own."""

import ast
from pathlib import Path

import jobforge.graphql.compiled

PACKAGE = Path(jobforge.graphql.compiled.__file__).parent


def test_it_imports_nothing_of_jobforge() -> None:
    for file in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.level == 1 or not (node.module or "").startswith("jobforge"), file
            elif isinstance(node, ast.Import):
                assert not any(alias.name.startswith("jobforge") for alias in node.names), file
