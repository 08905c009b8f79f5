"""What lies around the code: dependencies locked without addresses, containers that use what there is."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jobforge.settings import Settings

TOP = Path(__file__).parent.parent.parent
LOCKED = ["requirements.txt", "requirements-build.txt", "requirements-dev.txt"]
REQUIREMENTS = [*LOCKED, "requirements-mcp.txt", "requirements-tracing.txt"]
NPM_LOCKS = [
    "assets/package-lock.json",
    "tests/clients/package-lock.json",
    "tests/clients/openapi-typescript/package-lock.json",
]


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", (TOP / name).read_text(), re.MULTILINE))


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_one_version_with_hashes_and_no_address(name: str) -> None:
    lines = re.sub(r"^ *#.*\n", "", (TOP / name).read_text(), flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    assert lines
    for line in lines:
        assert re.fullmatch(r"[a-z0-9._-]+==\S+( ; .+?)?( +--hash=sha256:[0-9a-f]{64})+", line.strip()), line


def test_what_runs_and_what_is_tested_are_the_same_versions() -> None:
    tested = pins("requirements-dev.txt")
    for name in LOCKED[:2]:
        assert pins(name).items() <= tested.items(), name


@pytest.mark.parametrize("name", NPM_LOCKS)
def test_every_package_of_the_pages_and_their_tests_is_locked_without_an_address(name: str) -> None:
    packages = json.loads((TOP / name).read_text())["packages"]
    for path, package in packages.items():
        if path:
            assert package["integrity"].startswith("sha512-"), path
            assert "resolved" not in package, path


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "Makefile"])
def test_only_settings_that_exist_are_set(name: str) -> None:
    known = {f"JOBFORGE_{field.upper()}" for field in Settings.model_fields}
    assert set(re.findall(r"\bJOBFORGE_[A-Z_]+\b", (TOP / name).read_text())) <= known


def test_the_image_gets_all_that_the_build_needs() -> None:
    let_through = set(re.findall(r"^!(\S+)$", (TOP / ".dockerignore").read_text(), re.MULTILINE))
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (TOP / "Dockerfile").read_text(), re.MULTILINE)
    asked = {source for line in copied for source in line.split()}
    assert asked == let_through
    assert [source for source in asked if not (TOP / source).exists()] == []


def test_containers_run_commands_that_exist() -> None:
    commands = set(re.findall(r'command: \["(\w+)"\]', (TOP / "compose.yaml").read_text()))
    assert commands == {"migrate", "serve", "worker"}
    for command in commands:
        asked = [sys.executable, "-c", "from jobforge.cli import main; main()", command, "--help"]
        assert subprocess.run(asked, capture_output=True, check=False).returncode == 0, command
