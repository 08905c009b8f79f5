"""What is installed from a wheel, away from the source tree, has all that it needs."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TIMEOUT_SECONDS = 300


def build(target: str, source: Path, directory: Path) -> Path:
    """Build an sdist or a wheel of a source tree; return the file."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(directory)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=TIMEOUT_SECONDS)
    (file,) = directory.glob("*.whl" if target == "wheel" else "*.tar.gz")
    return file


@pytest.fixture(scope="module", params=["tree", "sdist"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a wheel, built from the tree or from the sdist, as `pip install` would lay them."""
    directory = tmp_path_factory.mktemp("wheel")
    source = ROOT
    if request.param == "sdist":
        with tarfile.open(build("sdist", ROOT, directory)) as files:
            files.extractall(directory / "source", filter="data")
        (source,) = (directory / "source").iterdir()
    with zipfile.ZipFile(build("wheel", source, directory)) as packed:
        packed.extractall(directory / "site")  # noqa: S202 -- our own, and a ZIP
    return directory / "site"


def jobforge(installed: Path, data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "JOBFORGE_DATA_DIR": str(data)}
    code = f"import jobforge.cli as cli; assert cli.__file__.startswith({str(installed)!r}); cli.main()"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env=environment,
        cwd=data,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )


def test_every_file_that_is_no_code_is_in_it(installed: Path) -> None:
    shipped = {file.relative_to(installed / "jobforge") for file in (installed / "jobforge").rglob("*")}
    ignored = {"__pycache__", ".mypy_cache", ".ruff_cache"}
    files = (file for file in (ROOT / "jobforge").rglob("*") if file.is_file())
    expected = {file.relative_to(ROOT / "jobforge") for file in files if not ignored & set(file.parts)}
    assert not expected - shipped


def test_the_database_is_migrated(installed: Path, tmp_path: Path) -> None:
    assert "applied 0_" in jobforge(installed, tmp_path, "migrate").stdout


def test_documents_are_written_and_exported(installed: Path, tmp_path: Path) -> None:
    examples = ROOT / "examples"
    resume, ad = next(examples.glob("resume*.md")), next(examples.glob("*ad*"))
    words = ("draft", str(resume), str(ad), "--company", "Works", "--role", "Electrician", "--out", ".", "--pdf")
    done = jobforge(installed, tmp_path, *words)
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.rglob("*.pdf"))) == 3


def test_contracts_need_a_source_tree_and_say_so(installed: Path, tmp_path: Path) -> None:
    done = jobforge(installed, tmp_path, "contracts")
    assert done.returncode == 2
    assert done.stderr.startswith("jobforge: ")
    assert "/openapi.json" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_version_is_the_same_wherever_it_stands(installed: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f'__version__ = "{version}"' in (ROOT / "jobforge" / "__init__.py").read_text()
    assert json.loads((ROOT / "schema" / "openapi.json").read_text())["info"]["version"] == version
    released = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert released[0] == version
    assert (installed / f"jobforge-{version}.dist-info").is_dir()
