"""Every setting is in README's table and reaches the containers, with the default that the code has."""

import re
from pathlib import Path

import pytest

from jobforge.cli import app
from jobforge.settings import Settings

TOP = Path(__file__).parent.parent.parent
FIXED_IN_CONTAINERS = {"JOBFORGE_HOST", "JOBFORGE_PORT", "JOBFORGE_DATA_DIR"}
"""The image sets these; compose.yaml maps the port and the volume."""


def variable(name: str) -> str:
    alias = Settings.model_fields[name].validation_alias
    return alias if isinstance(alias, str) else f"JOBFORGE_{name.upper()}"


VARIABLES = [variable(name) for name in Settings.model_fields]


@pytest.mark.parametrize("name", VARIABLES)
def test_every_setting_is_explained_in_the_readme(name: str) -> None:
    rows = [line for line in (TOP / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert any(f"`{name}`" in line.split("|")[1] for line in rows)


@pytest.mark.parametrize("name", sorted(set(VARIABLES) - FIXED_IN_CONTAINERS))
def test_every_setting_reaches_the_containers(name: str) -> None:
    shared = (TOP / "compose.yaml").read_text(encoding="utf-8").partition("\nservices:")[0]
    assert re.search(rf"^    {name}:", shared, re.MULTILINE)


def test_the_readme_names_no_setting_that_does_not_exist() -> None:
    table = re.findall(r"^\| (`[A-Z].+?) \|", (TOP / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for cell in table for name in re.findall(r"`([A-Z_]+)`", cell)} <= set(VARIABLES)


def test_the_readme_lists_every_command() -> None:
    commands = {each.name or (each.callback.__name__ if each.callback else "") for each in app.registered_commands}
    groups = {f"{group.name}" for group in app.registered_groups}
    table = "\n".join(
        re.findall(r"^\| (`jobforge .+?) \|", (TOP / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert commands | groups == set(re.findall(r"`jobforge ([a-z-]+)", table))
