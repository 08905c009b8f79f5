"""The command: it refuses what cannot work in one sentence that says what to do, and does what it says."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from processes import TIMEOUT_SECONDS
from services import AD, RESUME, SECRET, JobForge, Service
from wire_servers import KEY, WRONG_KEY, Answer, WireServer

QUALITY = Path(__file__).parent.parent / "quality"
SERVERS = {
    "JOBFORGE_DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "JOBFORGE_REDIS_URL": "redis://127.0.0.1:1/0",
    "JOBFORGE_JWT_SECRET": SECRET,
}


def jobforge(*words: str, data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command's end: status, output, and what it said to the person who called it."""
    command = [sys.executable, "-c", "from jobforge.cli import main; main()", *words]
    environment = {**os.environ, "JOBFORGE_DATA_DIR": str(data), **settings}
    return subprocess.run(
        command, env=environment, cwd=data, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
    )


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """One sentence of ours with these words in it, no traceback, no success."""
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("jobforge: "), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize("command", ["up", "serve", "worker", "migrate", "contracts", "draft"])
def test_each_command_says_what_it_does(command: str, tmp_path: Path) -> None:
    done = jobforge(command, "--help", data=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 3
    if command in ("up", "serve"):
        assert "--host" in done.stdout
        assert "--port" in done.stdout


@pytest.mark.parametrize("command", ["serve", "worker"])
@pytest.mark.parametrize("missing", ["JOBFORGE_DATABASE_URL", "JOBFORGE_REDIS_URL"])
def test_serve_and_worker_need_both_servers_and_name_up(command: str, missing: str, tmp_path: Path) -> None:
    given = {name: value for name, value in SERVERS.items() if name != missing}
    refused(jobforge(command, data=tmp_path, **given), "JOBFORGE_DATABASE_URL", "JOBFORGE_REDIS_URL", "jobforge up")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"JOBFORGE_PORT": "many"}, ["JOBFORGE_PORT"]),
        ({"JOBFORGE_PORT": "70000"}, ["JOBFORGE_PORT", "65535"]),
        ({"JOBFORGE_DATABASE_URL": "mysql://x"}, ["JOBFORGE_DATABASE_URL", "postgres://"]),
        ({"JOBFORGE_REDIS_URL": "http://x"}, ["JOBFORGE_REDIS_URL", "redis://"]),
        ({"JOBFORGE_JWT_SECRET": "short"}, ["JOBFORGE_JWT_SECRET", "32"]),
        ({"JOBFORGE_REDIS_URL": "redis://127.0.0.1:1"}, ["JOBFORGE_JWT_SECRET"]),
        ({"JOBFORGE_DATABASE_URL": "postgres://x@127.0.0.1:1/x"}, ["JOBFORGE_JWT_SECRET"]),
        ({"JOBFORGE_AI": "offline,oracle"}, ["JOBFORGE_AI", "oracle"]),
        ({"JOBFORGE_AI": "offline,offline"}, ["JOBFORGE_AI", "twice"]),
        ({"JOBFORGE_AI": "openai"}, ["JOBFORGE_AI", "OPENAI_API_KEY"]),
        ({"JOBFORGE_BCRYPT_COST": "3"}, ["JOBFORGE_BCRYPT_COST"]),
        ({"JOBFORGE_REGISTRATION": "maybe"}, ["JOBFORGE_REGISTRATION", "open"]),
        ({"JOBFORGE_PORT": "x", "JOBFORGE_AI": "y"}, ["JOBFORGE_PORT", "JOBFORGE_AI"]),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, Mapping) else "",
)
def test_a_bad_setting_is_refused_by_its_name(settings: dict[str, str], words: list[str], tmp_path: Path) -> None:
    done = jobforge("up", "--host", "127.0.0.1", data=tmp_path, **({"JOBFORGE_PORT": "0"} | settings))
    refused(done, *words)
    assert "short" not in done.stderr.replace("shorter", "")


def test_a_data_directory_that_can_be_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    done = jobforge("up", "--port", "0", data=tmp_path, JOBFORGE_DATA_DIR=str(file / "below"))
    refused(done, "JOBFORGE_DATA_DIR", str(file))


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused(jobforge("up", "--port", port, data=tmp_path), port, "taken", "JOBFORGE_PORT")
        refused(jobforge("up", data=tmp_path, JOBFORGE_PORT=port), port, "taken", "JOBFORGE_PORT")


def test_an_address_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    refused(jobforge("up", "--host", "192.0.2.1", "--port", "0", data=tmp_path), "192.0.2.1", "JOBFORGE_HOST")


def test_a_database_that_cannot_be_reached_is_a_sentence(tmp_path: Path) -> None:
    refused(jobforge("migrate", data=tmp_path, **SERVERS), "JOBFORGE_DATABASE_URL")


@pytest.mark.parametrize("password", ["wrong", "p@ss#w%rd/?:&"])
def test_a_wrong_database_password_is_a_sentence_without_the_password(
    database_url: str, tmp_path: Path, password: str
) -> None:
    address = urlsplit(database_url)
    url = address._replace(netloc=f"postgres:{quote(password, safe='')}@{address.hostname}:{address.port}").geturl()
    done = jobforge("migrate", data=tmp_path, **SERVERS | {"JOBFORGE_DATABASE_URL": url})
    refused(done, "JOBFORGE_DATABASE_URL", "password")
    assert password not in done.stderr.replace("wrong", "") or password == "wrong"


@pytest.mark.parametrize(
    "address", ["postgres://jo:p#ss@127.0.0.1:1/x", "postgres://jo:p@ss@h:1/x", "mysql://h/x", "?"]
)
def test_a_database_address_that_cannot_be_read_is_a_sentence(tmp_path: Path, address: str) -> None:
    refused(jobforge("migrate", data=tmp_path, **SERVERS | {"JOBFORGE_DATABASE_URL": address}), "JOBFORGE_DATABASE_URL")


@pytest.mark.parametrize("command", ["up", "migrate"])
@pytest.mark.parametrize("damage", ["noise", "cut", "text"])
def test_a_damaged_database_file_is_a_sentence_and_stays_as_it_is(tmp_path: Path, command: str, damage: str) -> None:
    file = tmp_path / "jobforge.sqlite3"
    assert jobforge("migrate", data=tmp_path).returncode == 0
    whole = file.read_bytes()
    damaged = {"noise": os.urandom(20_000), "cut": whole[: len(whole) // 2], "text": b"no database at all"}[damage]
    file.write_bytes(damaged)
    refused(jobforge(command, data=tmp_path, JOBFORGE_PORT="0"), str(file))
    assert file.read_bytes() == damaged


@pytest.mark.parametrize("secret", ["", "short\n"])
def test_an_empty_secret_is_a_sentence(tmp_path: Path, secret: str) -> None:
    (tmp_path / "jwt_secret").write_text(secret)
    refused(jobforge("up", data=tmp_path, JOBFORGE_PORT="0"), "jwt_secret")


def test_up_tells_where_everything_is_and_keeps_its_secret_to_itself(tmp_path: Path) -> None:
    with JobForge("up", {"JOBFORGE_DATA_DIR": str(tmp_path)}) as process:
        secret = tmp_path / "jwt_secret"
        assert stat.S_IMODE(secret.stat().st_mode) == 0o600
        assert len(secret.read_text().encode()) >= 32
        home = httpx.get(process.url, verify=False)
        assert home.status_code == 200
        said = process.log.read_text()
        for word in ("/graphql", "/docs", "/readyz", str(tmp_path), "ffline", "ANTHROPIC_API_KEY", "OPENAI_API_KEY"):
            assert word in said, word
        assert secret.read_text() not in said
        refused(jobforge("up", "--port", "0", data=tmp_path), str(tmp_path), "JOBFORGE_DATA_DIR")
        kept = secret.read_text()
        process.restart()
        assert secret.read_text() == kept


@pytest.mark.parametrize("host", ["::", "0.0.0.0"])  # noqa: S104
def test_up_prints_an_address_that_can_be_opened(tmp_path: Path, host: str) -> None:
    with JobForge("up", {"JOBFORGE_DATA_DIR": str(tmp_path), "JOBFORGE_HOST": host}) as process:
        (line,) = [line for line in process.log.read_text().splitlines() if "Start here" in line]
        assert httpx.get(line.split()[-1]).status_code == 200


def test_with_a_key_it_says_who_gets_what_is_written(tmp_path: Path) -> None:
    settings = {"ANTHROPIC_API_KEY": "sk-ant-7", "ANTHROPIC_BASE_URL": "http://127.0.0.1:1"}
    with JobForge("up", {"JOBFORGE_DATA_DIR": str(tmp_path), **settings}) as process:
        for said in (process.log.read_text(), httpx.get(f"{process.url}/about", verify=False).text):
            assert "nthropic" in said
            assert "sent to" in said
            assert "sk-ant-7" not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_in_order_when_told_to(number: signal.Signals, tmp_path: Path) -> None:
    with JobForge("up", {"JOBFORGE_DATA_DIR": str(tmp_path), "JOBFORGE_LOG": "json"}) as process:
        assert process.process is not None
        process.process.send_signal(number)
        process.process.wait(TIMEOUT_SECONDS)
        assert "Traceback" not in process.log.read_text()
        assert process.process.returncode in (0, -number)


def test_draft_writes_the_three_documents(tmp_path: Path, embedded: Service) -> None:
    """No server is needed, and the one that runs on this machine is not disturbed."""
    (tmp_path / "resume.md").write_text(RESUME)
    (tmp_path / "ad.txt").write_text(AD)
    asked = [
        "draft",
        "resume.md",
        "ad.txt",
        "--company",
        "Harbour Fit-Out",
        "--role",
        "Electrician",
        "--out",
        "out/here",
    ]
    done = jobforge(*asked, data=tmp_path, JOBFORGE_AI="offline", JOBFORGE_DATABASE_URL="postgres://nowhere:1/x")
    assert done.returncode == 0, done.stderr
    made = {file.name: file.read_text() for file in (tmp_path / "out" / "here").iterdir()}
    assert made.keys() == {"research_report.md", "optimized_resume.md", "cover_letter.md"}
    assert "Harbour Fit-Out" in made["research_report.md"]
    assert "Robin Ashgrove" in made["optimized_resume.md"]
    assert "Harbour Fit-Out" in made["cover_letter.md"]
    assert all(text.endswith("\n") and not text.endswith("\n\n") for text in made.values())
    assert not list(tmp_path.glob("*.sqlite3*"))


def test_draft_says_what_is_wrong_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "short.md").write_text("too short")
    (tmp_path / "ad.txt").write_text(AD)
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    words = ("--company", "C", "--role", "R")
    short = jobforge("draft", "short.md", "ad.txt", *words, data=tmp_path)
    assert short.returncode == 1
    assert "content: Must be at least 100 characters" in short.stderr
    refused(jobforge("draft", "binary", "ad.txt", *words, data=tmp_path), "UTF-8")
    missing = jobforge("draft", "nowhere.md", "ad.txt", *words, data=tmp_path)
    assert missing.returncode == 2
    assert "nowhere.md" in missing.stderr
    assert not list(tmp_path.glob("*report*"))


def test_draft_prints_bars_and_a_summary_but_no_log(tmp_path: Path) -> None:
    (tmp_path / "resume.md").write_text("\ufeff" + RESUME, encoding="utf-8")
    (tmp_path / "ad.txt").write_text(AD)
    done = jobforge("draft", "resume.md", "ad.txt", "--company", "C", "--role", "R", data=tmp_path)
    assert done.returncode == 0, done.stderr
    assert '"event"' not in done.stderr
    assert "Coverage" in done.stderr
    assert "cover_letter.md" in done.stderr
    assert "\ufeff" not in (tmp_path / "optimized_resume.md").read_text(encoding="utf-8")


def test_draft_keeps_the_documents_finished_before_a_phase_failed(tmp_path: Path) -> None:
    report = (QUALITY / "model_answers" / "nurse_community__good__report.md").read_text(encoding="utf-8")
    pair = (QUALITY / "resumes" / "nurse_community.md", QUALITY / "ads" / "nurse_community__good.txt")
    with WireServer() as server:
        server.play(Answer(report), WRONG_KEY)
        done = jobforge(
            *("draft", *map(str, pair), "--company", "C", "--role", "Nurse"),
            data=tmp_path,
            JOBFORGE_AI="openai",
            OPENAI_API_KEY=KEY,
            OPENAI_BASE_URL=f"{server.url}/v1",
        )
    assert done.returncode == 1, done.stderr
    assert {file.name for file in tmp_path.glob("*.md")} == {"research_report.md"}
    assert "Failed" in done.stderr


def test_draft_names_an_output_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "resume.md").write_text(RESUME)
    (tmp_path / "ad.txt").write_text(AD)
    words = ("--company", "C", "--role", "R", "--out", "resume.md/below")
    refused(jobforge("draft", "resume.md", "ad.txt", *words, data=tmp_path), "--out", "resume.md/below")


@pytest.mark.parametrize("words", [("--version",), ("-h",), ("draft", "-h")])
def test_short_questions_are_answered(words: tuple[str, ...], tmp_path: Path) -> None:
    done = jobforge(*words, data=tmp_path)
    assert done.returncode == 0
    assert done.stdout.strip()


def test_contracts_can_be_checked(tmp_path: Path) -> None:
    done = jobforge("contracts", "--check", data=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "The contracts are up to date.")


def test_migrating_twice_is_harmless(empty_database_url: str, tmp_path: Path) -> None:
    settings = {"JOBFORGE_DATABASE_URL": empty_database_url, "JOBFORGE_JWT_SECRET": SECRET}
    first = jobforge("migrate", data=tmp_path, **settings)
    assert first.returncode == 0, first.stderr
    assert "0_" in first.stdout
    assert jobforge("migrate", data=tmp_path, **settings).stdout.strip() == "The database is up to date."
