"""Each snippet of docs/api.md does what it says."""

import re
import shlex
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import yaml  # type: ignore[import-untyped]
from graphql import build_schema, is_scalar_type, is_specified_scalar_type
from services import JobForge, Providers, Service, settings_for

from jobforge.errors import error_codes
from jobforge.graphql.limits import MAX_COST

TOP = Path(__file__).parent.parent.parent
GUIDE = (TOP / "docs" / "api.md").read_text(encoding="utf-8")


def snippets(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def session(embedded: Service) -> dict[str, Any]:
    """What the Python snippets leave behind, run one after the other as a reader would."""
    names: dict[str, Any] = {
        "URL": embedded.url,
        "EMAIL": f"{uuid4()}@example.com",
        "RESUME_TEXT": (TOP / "examples" / "resume.md").read_text(encoding="utf-8"),
        "AD_TEXT": (TOP / "examples" / "ad.txt").read_text(encoding="utf-8"),
    }
    for snippet in snippets("python"):
        exec(snippet, names)  # noqa: S102
    return names


def test_the_snippets_end_with_a_letter(session: dict[str, Any]) -> None:
    assert "Quayside Travel" in session["letter"]["content"]


def test_a_run_is_replayed_from_where_the_reader_left(session: dict[str, Any]) -> None:
    assert session["replayed"][-1]["__typename"] == "PhaseCompleted"
    assert session["rest"] == session["replayed"][1:]


def test_an_error_names_its_fields(session: dict[str, Any]) -> None:
    assert session["code"] == "VALIDATION_ERROR"
    assert {field["path"] for field in session["fields"]} == {"companyName", "jobDescription"}


def test_the_pages_hold_every_application_once(session: dict[str, Any]) -> None:
    ids = [row["id"] for row in session["rows"]]
    assert len(ids) == len(set(ids)) == 2
    assert set(ids) == {session["application"], session["created"][0]}


def test_the_cost_is_below_the_limit(session: dict[str, Any]) -> None:
    assert 0 < session["cost"] < MAX_COST


def test_a_hash_is_answered_like_its_text(session: dict[str, Any]) -> None:
    names = [node["companyName"] for node in session["companies"]["applications"]["nodes"]]
    assert sorted(names) == ["Acme", "Quayside Travel"]


def sent_by_curl(command: str, url: str, token: str) -> httpx.Response:
    """Send what a curl command sends; an option that is not known here fails."""
    words = iter(shlex.split(command.replace("\\\n", " ").replace("$URL", url).replace("$TOKEN", token))[1:])
    method, headers, content, address = "", {}, None, ""
    for word in words:
        match word:
            case "-s":
                pass
            case "-X":
                method = next(words)
            case "-H":
                name, _, value = next(words).partition(": ")
                headers[name] = value
            case "-d":
                content = next(words)
            case _:
                assert word.startswith("http"), f"{word} is no option that this test knows"
                address = word
    return httpx.request(method or ("POST" if content else "GET"), address, headers=headers, content=content)


def test_the_commands_for_a_shell_are_answered(session: dict[str, Any], embedded: Service) -> None:
    first, _ = snippets("sh")
    answer = sent_by_curl(first, embedded.url, session["token"]).json()
    assert "errors" not in answer
    assert answer["data"]["me"]["email"] == session["EMAIL"]


def test_a_development_server_is_let_in_by_the_setting(providers: Providers, logs: Path) -> None:
    printed = re.search(r"`(JOBFORGE_CORS_ORIGINS)=(\S+)`", GUIDE)
    assert printed
    settings = settings_for(providers, JOBFORGE_AI="offline", **{printed[1]: printed[2]})
    process = JobForge("up", settings, logs / "guide-cors")
    with process, Service("guide", [process], providers) as service:
        answer = sent_by_curl(snippets("sh")[1], service.url, "")
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == printed[2]
    allowed = answer.headers["access-control-allow-headers"].lower()
    assert "authorization" in allowed
    assert "content-type" in allowed


def test_the_settings_of_codegen_name_every_scalar() -> None:
    settings = yaml.safe_load(snippets("yaml")[0])
    schema = build_schema((TOP / settings["schema"]).read_text(encoding="utf-8"))
    scalars = {k for k, kind in schema.type_map.items() if is_scalar_type(kind) and not is_specified_scalar_type(kind)}
    (target,) = settings["generates"].values()
    assert set(target["config"]["scalars"]) == scalars


def test_every_code_of_an_error_is_explained() -> None:
    explained = set(re.findall(r"`([A-Z_]+)`", GUIDE.partition("## Errors")[2].partition("## Idempotency")[0]))
    assert explained == set(error_codes())


def test_every_snippet_is_of_a_language_that_is_run() -> None:
    assert set(re.findall(r"^```(\w+)$", GUIDE, re.MULTILINE)) == {"python", "js", "sh", "yaml"}
