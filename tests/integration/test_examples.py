"""README's first session, as printed: it works, works again, and ends with a sentence where something is missing."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

from services import Service

TOP = Path(__file__).parent.parent.parent


def first_session(*extra: str, drop: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command that README's "A first session" prints; `drop` is a file name to put a missing one for."""
    section = (TOP / "README.md").read_text(encoding="utf-8").partition("## A first session")[2]
    printed = re.search(r"```sh\n(python3 examples/first_session\.py.*?)```", section, re.DOTALL)
    assert printed, "README prints the first session"
    words = shlex.split(printed[1].replace("\\\n", " "))
    words = [word.replace(drop, f"missing-{drop}") if drop else word for word in words]
    return subprocess.run(
        [sys.executable, *words[1:], *extra], cwd=TOP, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_first_session_can_be_run_again(embedded: Service) -> None:
    for _ in range(2):
        done = first_session("--server", embedded.url)
        assert done.returncode == 0, done.stderr
        assert "Quayside Travel" in done.stdout


def test_the_first_session_names_a_file_that_is_missing(embedded: Service) -> None:
    for file in ("resume.md", "ad.txt"):
        done = first_session("--server", embedded.url, drop=file)
        assert done.returncode == 1
        assert f"missing-{file}" in done.stderr
        assert "Traceback" not in done.stderr


def test_the_first_session_says_when_no_server_answers() -> None:
    done = first_session("--server", "http://127.0.0.1:1")
    assert done.returncode == 1
    assert "make run" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_first_session_tells_what_the_server_refused(embedded: Service, tmp_path: Path) -> None:
    (tmp_path / "short.md").write_text("short")
    words = [
        "examples/first_session.py",
        str(tmp_path / "short.md"),
        "examples/ad.txt",
        "--company",
        "C",
        "--role",
        "R",
    ]
    done = subprocess.run(
        [sys.executable, *words, "--server", embedded.url, "--email", "short@example.com"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "at least 100 characters" in done.stderr
