"""Passwords that change, logins that fail, accounts that leave: at both doors, on both databases."""

import json
import secrets
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from services import PASSWORD, SECRET, JobForge, Providers, Service, User, settings_for

from jobforge import security
from jobforge.errors import AuthenticationError
from jobforge.operations import accounts
from jobforge.settings import Settings
from jobforge.storage import models

LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { accessToken } }"
CHANGE = """mutation ($old: String!, $new: String!) {
  changePassword(currentPassword: $old, newPassword: $new) { accessToken user { id } } }"""
DELETE = "mutation ($password: String!) { deleteAccount(password: $password) }"
MOVE = "mutation ($email: String!, $password: String!) { changeEmail(email: $email, password: $password) { id email } }"
ME = "{ me { id } }"
NEW = "Another-door-8"


def login(service: Service, email: str, password: str) -> int:
    answer = service.anonymous().rest("POST", "/auth/login", {"email": email, "password": password})
    return answer.status_code


def test_a_changed_password_ends_all_older_tokens(service: Service, user: User) -> None:
    answer = service.anonymous().rest("POST", "/auth/login", {"email": user.email, "password": PASSWORD})
    second = answer.json()["access_token"]
    changed = user.data(CHANGE, old=PASSWORD, new=NEW)["changePassword"]
    assert changed["user"]["id"] == user.id
    for old in (user.token, second):
        account = {"id": user.id, "email": user.email, "access_token": old}
        assert User(service, account).rest("GET", "/auth/me").status_code == 401
    fresh = User(service, {"id": user.id, "email": user.email, "access_token": changed["accessToken"]})
    for _ in service.urls:
        assert fresh.rest("GET", "/auth/me").status_code == 200
    assert login(service, user.email, PASSWORD) == 401
    assert login(service, user.email, NEW) == 200


@pytest.mark.parametrize("end", ["a new password", "a deleted account"])
def test_an_ended_token_reads_nothing_and_is_told_so_first(service: Service, user: User, end: str) -> None:
    """Reads look at the user in their own statement: what they find, miss or refuse must not come before that."""
    empty, full = service.user(), user
    application = full.application()
    others = service.user().application()
    for account in (empty, full):
        if end == "a new password":
            account.data(CHANGE, old=PASSWORD, new=NEW)
        else:
            account.data(DELETE, password=PASSWORD)
        for path in ("", "?limit=1", "?offset=100", "?limit=junk", f"/{application}", f"/{others}", "/junk"):
            refused = account.rest("GET", f"/applications{path}")
            assert (refused.status_code, refused.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR"), path
        for asked in (
            "{ applications { totalCount } }",
            "{ applications { edges { node { id documents { content } } } } }",
            '{ applications(search: "Harbour") { edges { cursor } } }',
            '{ applications(after: "junk") { edges { cursor } } }',
            "{ applications(first: -1) { edges { cursor } } }",
            f'{{ application(id: "{application}") {{ id documents {{ content }} }} }}',
            f'{{ application(id: "{others}") {{ id }} }}',
            '{ application(id: "junk") { id } }',
        ):
            for _ in range(3):  # as it comes first, compiled, and by the shortest way
                assert account.refusal(asked)["code"] == "AUTHENTICATION_ERROR", asked


def test_a_password_changes_only_for_who_knows_it(user: User) -> None:
    refused = user.refusal(CHANGE, old="not-the-one-1", new=NEW)
    assert (refused["code"], refused["status"]) == ("AUTHENTICATION_ERROR", 401)
    refused = user.refusal(CHANGE, old=PASSWORD, new="short")
    assert (refused["code"], refused["status"]) == ("VALIDATION_ERROR", 400)
    assert user.data(ME)["me"]["id"] == user.id


def test_an_address_changes_only_for_who_knows_the_password(service: Service) -> None:
    user = service.user()
    fresh = f"new-{user.email}"
    refused = user.refusal(MOVE, email=fresh, password="not-the-one-1")
    assert (refused["code"], refused["status"]) == ("AUTHENTICATION_ERROR", 401)
    assert user.data(MOVE, email=fresh.upper(), password=PASSWORD)["changeEmail"] == {"id": user.id, "email": fresh}
    assert user.rest("GET", "/auth/me").json()["email"] == fresh  # the token is bound to no address
    assert (login(service, user.email, PASSWORD), login(service, fresh, PASSWORD)) == (401, 200)
    assert user.data(MOVE, email=fresh, password=PASSWORD)["changeEmail"]["email"] == fresh  # one's own is no conflict


def test_an_address_is_refused_as_at_registration(service: Service, user: User) -> None:
    anyone, taken = service.anonymous(), service.user().email
    for email in (taken, taken.upper(), "no address", "", f"{'x' * 65}@example.com"):
        given = {"email": email, "password": PASSWORD, "full_name": "Jo"}
        expected = anyone.rest("POST", "/auth/register", given)
        refused = user.refusal(MOVE, email=email, password=PASSWORD)
        assert (refused["status"], refused["code"]) == (expected.status_code, expected.json()["error"]["code"]), email
    assert user.data("{ me { email } }")["me"]["email"] == user.email


def test_wrong_passwords_for_a_change_of_address_are_failed_logins(service: Service) -> None:
    user = service.user()
    for _ in range(10):
        assert user.refusal(MOVE, email=f"new-{user.email}", password="not-the-one-1")["status"] == 401
    assert user.refusal(MOVE, email=f"new-{user.email}", password=PASSWORD)["status"] == 429
    assert login(service, user.email, PASSWORD) == 429


def test_after_ten_failures_an_address_must_wait_at_every_door(service: Service) -> None:
    user = service.user()
    wrong = {"email": user.email, "password": "not-the-one-1"}
    anyone = service.anonymous()
    for number in range(10):
        if number % 2:
            assert anyone.refusal(LOGIN, input=wrong)["status"] == 401
        else:
            assert anyone.rest("POST", "/auth/login", wrong).status_code == 401
    right = {"email": user.email.upper(), "password": PASSWORD}
    for body in (wrong, right):
        refused = anyone.rest("POST", "/auth/login", body)
        assert refused.status_code == 429
        assert refused.json()["error"]["code"] == "RATE_LIMITED"
        assert 1 <= int(refused.headers["retry-after"]) <= 900
        said = anyone.refusal(LOGIN, input=body)
        assert (said["code"], said["status"]) == ("RATE_LIMITED", 429)
        assert 1 <= said["retryAfter"] <= 900
    # Neither does it help to have a token, nor to ask about somebody else.
    assert user.refusal(DELETE, password=PASSWORD)["status"] == 429
    assert service.anonymous().rest("POST", "/auth/login", {**wrong, "email": "x" + user.email}).status_code == 401


def test_aliases_are_tries_like_any_other(service: Service) -> None:
    user = service.user()
    tries = (f'a{n}: login(input: {{email: "{user.email}", password: "no-{n}"}}) {{ tokenType }}' for n in range(15))
    asked = f"mutation {{ {' '.join(tries)} }}"
    seen = [error["extensions"]["status"] for _ in range(15) for error in service.anonymous().graphql(asked)["errors"]]
    assert seen[:10] == [401] * 10
    assert set(seen[10:]) == {429}


def test_graphql_says_in_the_header_how_long_to_wait(service: Service) -> None:
    user = service.user()
    wrong = {"email": user.email, "password": "not-the-one-1"}
    for _ in range(10):
        service.anonymous().graphql(LOGIN, input=wrong)
    asked = {"query": LOGIN, "variables": {"input": wrong}}
    assert 1 <= int(service.client.post(f"{service.url}/graphql", json=asked).headers["retry-after"]) <= 900


def test_a_success_resets_the_count(service: Service, user: User) -> None:
    for _ in range(3):
        for _ in range(9):
            assert login(service, user.email, "not-the-one-1") == 401
        assert login(service, user.email, PASSWORD) == 200


def test_many_right_logins_at_once_are_no_failures(service: Service, user: User) -> None:
    with ThreadPoolExecutor(20) as threads:
        assert set(threads.map(lambda _: login(service, user.email, PASSWORD), range(20))) == {200}


def test_many_wrong_logins_at_once_are_not_free(service: Service, user: User) -> None:
    with ThreadPoolExecutor(20) as threads:
        seen = sorted(threads.map(lambda n: login(service, user.email, f"not-the-one-{n}"), range(30)))
    assert seen == [401] * 10 + [429] * 20


def test_an_unknown_address_and_a_wrong_password_are_told_alike(service: Service, user: User) -> None:
    anyone = service.anonymous()
    said = [
        anyone.rest("POST", "/auth/login", {"email": email, "password": "not-the-one-1"})
        for email in (user.email, f"{secrets.token_hex(6)}@example.com")
    ]
    assert [answer.status_code for answer in said] == [401, 401]
    errors = [answer.json()["error"] for answer in said]
    assert errors[0] == errors[1]
    assert said[0].headers.keys() == said[1].headers.keys()


@pytest.fixture(scope="module")
def strict(providers: Providers, logs: Path) -> Iterator[Service]:
    """A service of its own: real cost of a hash, no new accounts, no limit on logins."""
    own = settings_for(providers, JOBFORGE_AI="offline")
    process = JobForge("up", {**own, "JOBFORGE_BCRYPT_COST": "12", "JOBFORGE_LOGIN_FAILURES": "0"}, logs / "strict")
    with process, Service("strict", [process], providers) as service:
        yield service


def test_an_unknown_address_takes_as_long_as_a_wrong_password(strict: Service) -> None:
    user = strict.user()

    def seconds(email: str) -> float:
        began = time.perf_counter()
        assert login(strict, email, "not-the-one-1") == 401
        return time.perf_counter() - began

    seconds(user.email), seconds("nobody@example.com")
    pairs = [(seconds(user.email), seconds(f"{secrets.token_hex(6)}@example.com")) for _ in range(9)]
    known, unknown = (statistics.median(times) for times in zip(*pairs, strict=True))
    assert 0.5 < known / unknown < 2.0


def test_registration_may_be_closed(providers: Providers, logs: Path) -> None:
    closed = {**settings_for(providers, JOBFORGE_AI="offline"), "JOBFORGE_REGISTRATION": "closed"}
    process = JobForge("up", closed, logs / "closed")
    with process, Service("closed", [process], providers) as service:
        anyone = service.anonymous()
        given = {"email": "new@example.com", "password": PASSWORD, "full_name": "New"}
        refused = anyone.rest("POST", "/auth/register", given)
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "AUTHORIZATION_ERROR")
        said = anyone.refusal(
            "mutation ($input: RegisterInput!) { register(input: $input) { tokenType } }",
            input={"email": "new@example.com", "password": PASSWORD, "fullName": "New"},
        )
        assert (said["code"], said["status"]) == ("AUTHORIZATION_ERROR", 403)


def test_the_owner_of_the_machine_can_reset_a_password(deployed: Service) -> None:
    user = deployed.user()
    environment = deployed.processes[0].environment()
    script = "import typer; typer.prompt = lambda *a, **k: 'Given-by-owner-1'; from jobforge.cli import main; main()"
    asked = [sys.executable, "-c", script, "reset-password", user.email.upper()]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert user.rest("GET", "/auth/me").status_code == 401
    assert login(deployed, user.email, "Given-by-owner-1") == 200
    unknown = [*asked[:-1], "nobody@example.com"]
    failed = subprocess.run(unknown, env=environment, capture_output=True, text=True, check=False)
    assert failed.returncode == 1
    assert "no account" in failed.stderr


def test_an_account_can_be_taken_along(user: User) -> None:
    resume = user.resume()
    application = user.application("Export Works")
    user.finish(application, "research")
    text = user.data("{ exportAccount }")["exportAccount"]
    export = json.loads(text)
    assert export["user"]["email"] == user.email
    assert [row["id"] for row in export["resumes"]] == [resume]
    (found,) = export["applications"]
    assert found["company_name"] == "Export Works"
    assert [document["document_type"] for document in found["documents"]] == ["research_report"]
    assert [version["version"] for version in found["documents"][0]["versions"]] == [1]
    assert [run["status"] for run in found["runs"]] == ["completed"]
    for secret in ("password_hash", "tokens_valid_after", "$2b$", user.token):
        assert secret not in text


def test_an_account_that_leaves_leaves_nothing(service: Service) -> None:
    user = service.user()
    user.resume()
    done, running = user.application(), user.application(service.providers.held())
    user.finish(done, "research")
    user.start(running, "research")
    assert user.refusal(DELETE, password="not-the-one-1")["status"] == 401
    assert user.data(DELETE, password=PASSWORD)["deleteAccount"] == user.id
    service.providers.release_all()
    assert user.rest("GET", "/auth/me").status_code == 401
    assert login(service, user.email, PASSWORD) == 401
    again = service.anonymous().rest(
        "POST", "/auth/register", {"email": user.email, "password": PASSWORD, "full_name": "Robin"}
    )
    assert again.status_code == 201
    newcomer = User(service, again.json())
    assert newcomer.rest("GET", "/applications").json()["total"] == 0
    assert newcomer.rest("GET", "/resumes").json() in ([], {"resumes": []})
    for application in (done, running):
        assert newcomer.rest("GET", f"/applications/{application}").status_code == 404


@pytest.mark.parametrize("secret", ["short", SECRET + ",short", "é" * 15])
def test_a_short_secret_refuses_to_start(secret: str, tmp_path: Path) -> None:
    environment = {"PATH": "", "JOBFORGE_DATA_DIR": str(tmp_path), "JOBFORGE_JWT_SECRET": secret}
    asked = [sys.executable, "-c", "from jobforge.cli import main; main()", "up", "--port", "0"]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "JOBFORGE_JWT_SECRET" in done.stderr
    assert "32 bytes" in done.stderr
    assert secret not in done.stderr


async def test_a_password_changed_while_the_clock_was_ahead_delays_no_login_for_long(inside: Settings) -> None:
    made = await accounts.register({"email": "a@example.com", "password": PASSWORD, "full_name": "A"})
    await models.User.filter(id=made.user.id).update(tokens_valid_after=int(time.time()) + 25 * 60 * 60)
    began = time.monotonic()
    session = await accounts.login({"email": "a@example.com", "password": PASSWORD})
    assert time.monotonic() - began < 5 * security.MAX_WAIT_SECONDS
    assert (await accounts.authenticate(session.access_token)).id == made.user.id
    with pytest.raises(AuthenticationError):
        await accounts.authenticate(made.access_token)  # issued before the change
