"""Logs: one line a request, and never a secret or a document. Held against all that the processes of the tests said."""

import json
import logging
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from services import AD, PASSWORD, RESUME, SECRET, JobForge, Providers, Service, settings_for, until
from sockets import connected
from wire_servers import KEY

from jobforge.http import logging as our_logs
from jobforge.settings import load


def lines(log: str) -> list[dict[str, object]]:
    """The lines of a log in JSON; what the command tells people before is left out."""
    return [json.loads(line) for line in log.splitlines() if line.startswith("{")]


def test_a_request_is_one_line_that_says_what_was_asked_and_how_it_went(service: Service) -> None:
    user = service.user()
    answer = user.rest("GET", "/auth/me?token=shown", headers={"X-Request-ID": f"mine-{user.id}"})
    assert answer.status_code == 200

    def written() -> list[dict[str, Any]]:
        return [line for line in lines(service.logs()) if line.get("request_id") == f"mine-{user.id}"]

    (line,) = until(written, bool)  # the line is written once the answer has left
    assert (line["method"], line["path"], line["status"], line["event"]) == ("GET", "/api/v1/auth/me", 200, "request")


def test_a_request_is_logged_with_the_address_that_a_trusted_proxy_names(providers: Providers, logs: Path) -> None:
    chosen = settings_for(providers, JOBFORGE_TRUSTED_PROXIES="127.0.0.1")
    with (
        JobForge("up", chosen, logs / "up-behind-proxy") as process,
        Service("proxied", [process], providers) as proxied,
    ):
        proxied.client.get(f"{process.url}/healthz", headers={"X-Request-ID": "far", "X-Forwarded-For": "203.0.113.9"})
        proxied.client.get(f"{process.url}/healthz", headers={"X-Request-ID": "near"})

        def clients() -> dict[object, object]:
            return {line.get("request_id"): line.get("client") for line in lines(proxied.logs())}

        seen = until(clients, lambda clients: {"far", "near"} <= set(clients))
        assert (seen["far"], seen["near"]) == ("203.0.113.9", "127.0.0.1")


def test_a_stranger_does_not_choose_the_address_in_the_log(service: Service) -> None:
    user = service.user()
    user.rest("GET", "/auth/me", headers={"X-Request-ID": f"forged-{user.id}", "X-Forwarded-For": "203.0.113.9"})

    def written() -> list[dict[str, Any]]:
        return [line for line in lines(service.logs()) if line.get("request_id") == f"forged-{user.id}"]

    (line,) = until(written, bool)
    assert line["client"] == "127.0.0.1"


async def test_a_phase_started_over_a_websocket_is_logged_with_the_sockets_id(service: Service) -> None:
    user = service.user()
    user.resume()
    application = user.application()
    given = f"socket-{user.id}"
    async with connected(service, user.token, additional_headers={"X-Request-ID": given}) as socket:
        starting = "mutation($id: ID!) { startResearch(applicationId: $id) { id } }"
        await socket.subscribe("1", starting, {"id": application})
        assert not (await socket.receive())["payload"].get("errors")
    user.settled(application)
    assert "run_started" in {line["event"] for line in lines(service.logs()) if line.get("request_id") == given}


def test_what_people_expect_is_no_fault_in_the_log(service: Service) -> None:
    user = service.user()
    before = [len(process.log.read_text()) for process in service.processes]
    user.rest("GET", "/applications/x")
    user.rest("POST", "/applications", {})
    user.graphql("{ nothing }")
    user.graphql('{ application(id: "x") { id } }')
    service.anonymous().graphql("{ me { id } }")
    new = [process.log.read_text()[start:] for process, start in zip(service.processes, before, strict=True)]
    # What runs in the background meanwhile belongs to no request.
    assert {line["level"] for text in new for line in lines(text) if "request_id" in line} <= {"info"}


@pytest.mark.parametrize(
    "said",
    [
        f"Bearer eyJhbGciOiJIUzI1NiJ9.{'a' * 20}.{'b' * 20}",
        "postgres://jo:hunter22@db/x",
        "redis://:hunter22@cache:6379/0",
        "sk-ant-" + "abcdefghijkl",
    ],
)
def test_what_looks_like_a_secret_is_hidden(
    said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    monkeypatch.setattr(our_logs, "_for_machines", None)
    our_logs.configure(load(log="json", jwt_secret=SECRET))
    logging.getLogger("somebody").warning("failed at %s", said)
    try:
        raise ValueError(said)
    except ValueError:
        logging.getLogger("somebody").exception("failed")
    shown = capsys.readouterr().err
    assert "failed" in shown
    for secret in ("hunter22", "a" * 20, "abcdefghijkl"):
        assert secret not in shown


def test_no_log_of_any_process_holds_a_secret_or_a_document(
    service: Service, logs: Path, session_redis_url: str
) -> None:
    """Runs last: see conftest."""
    user = service.user()
    marker = f"zebra crossing {user.id}"
    user.resume(content=RESUME + marker)
    application = user.application(job_description=AD + marker)
    user.finish(application, "research", "resume")
    user.graphql("query($s: String) { applications(search: $s) { totalCount } }", s=marker)
    user.service.anonymous().rest("POST", "/auth/login", {"email": user.email, "password": PASSWORD + marker})
    database = service.environment.get("JOBFORGE_DATABASE_URL", "")
    secrets = [marker, PASSWORD, SECRET, KEY, user.token, user.token.rpartition(".")[2]]
    secrets += filter(None, [urlsplit(session_redis_url).password, urlsplit(database).password])
    secrets += [RESUME.splitlines()[10], AD.splitlines()[2]]
    for file in filter(Path.is_file, logs.rglob("*")):
        said = file.read_text(errors="replace")
        for secret in secrets:
            assert secret not in said, (file.name, secret)
