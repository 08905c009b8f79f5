"""Personal access tokens: what their scopes allow, what they never do, and that revoking one ends it at once."""

from datetime import timedelta
from typing import Any

import pytest
import sockets
from services import PASSWORD, Service, User

from jobforge.enums import CredentialKind, TokenScope
from jobforge.errors import AuthenticationError, InvalidState, NotFound, ValidationError
from jobforge.operations import access_tokens, accounts
from jobforge.settings import Settings
from jobforge.storage.models import Caller, Credential, now

CREATE = """mutation ($name: String!, $scopes: [TokenScope!]!, $expiresAt: DateTime) {
  createAccessToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
    secret token { id name scopes lastUsedAt expiresAt } } }"""
WATCH = "subscription ($id: ID!) { processingStatus(applicationId: $id) { status } }"
NOTE = 'mutation ($id: ID!) { addNote(applicationId: $id, text: "A note") { id } }'
START = "mutation ($id: ID!) { startResearch(applicationId: $id) { id } }"
READ = "query ($id: ID!) { application(id: $id) { id } }"
NEVER = {
    "exportAccount": "{ exportAccount }",
    "accessTokens": "{ accessTokens { id } }",
    "pageSessions": "{ pageSessions { id } }",
    "calendarUrl": "{ calendarUrl }",
    "resetCalendarUrl": "mutation { resetCalendarUrl }",
    "createAccessToken": 'mutation { createAccessToken(name: "x", scopes: [READ]) { secret } }',
    "revokeAccessToken": 'mutation { revokeAccessToken(id: "x") }',
    "revokePageSession": 'mutation { revokePageSession(id: "x") }',
    "setMonthlyBudget": "mutation { setMonthlyBudget(micros: 1) { id } }",
    "changePassword": 'mutation { changePassword(currentPassword: "x", newPassword: "y") { accessToken } }',
    "changeEmail": 'mutation { changeEmail(email: "x@example.com", password: "y") { id } }',
    "signOutEverywhere": "mutation { signOutEverywhere { accessToken } }",
    "deleteAccount": 'mutation { deleteAccount(password: "x") }',
}
"""What no personal token does, whatever its scopes."""


def with_token(user: User, *scopes: str) -> tuple[User, str]:
    """The same user by a personal token of these scopes, and the token's id."""
    made = user.data(CREATE, name="A script", scopes=list(scopes))["createAccessToken"]
    assert made["secret"].startswith("jf_")
    found = User(user.service, {"id": user.id, "email": user.email, "access_token": made["secret"]})
    return found, made["token"]["id"]


@pytest.mark.parametrize("scope", ["READ", "WRITE", "RUN"])
def test_a_token_does_what_its_scope_names_and_nothing_else(user: User, scope: str) -> None:
    key = user.application(user.service.providers.held())
    script, _ = with_token(user, scope)
    for needed, asked in (("READ", READ), ("WRITE", NOTE), ("RUN", START)):
        answer = script.graphql(asked, id=key)
        if needed == scope:
            assert "errors" not in answer, answer
        else:
            extensions = answer["errors"][0]["extensions"]
            assert (extensions["code"], extensions["status"]) == ("AUTHORIZATION_ERROR", 403)
    rest = {
        "READ": script.rest("GET", f"/applications/{key}"),
        "WRITE": script.rest("PUT", f"/applications/{key}", {"location": "Bristol"}),
        "RUN": script.rest("POST", f"/processing/applications/{key}/research"),
    }
    for needed, answered in rest.items():
        assert (answered.status_code == 403) == (needed != scope), (needed, answered.text)


@pytest.mark.parametrize("asked", NEVER.values(), ids=NEVER)
def test_no_token_does_what_only_the_user_may(user: User, asked: str) -> None:
    script, _ = with_token(user, "READ", "WRITE", "RUN")
    assert script.refusal(asked)["code"] == "AUTHORIZATION_ERROR"
    for method in ("GET", "POST"):
        assert script.rest(method, "/account/export").status_code == 403


def test_a_token_is_listed_without_its_secret_and_ends_at_once(user: User) -> None:
    script, key = with_token(user, "READ")
    assert script.data("{ me { id } }")["me"]["id"] == user.id
    (listed,) = user.data("{ accessTokens { id name scopes lastUsedAt } }")["accessTokens"]
    assert (listed["id"], listed["name"], listed["scopes"]) == (key, "A script", ["READ"])
    assert listed["lastUsedAt"] is not None
    user.data("mutation ($id: ID!) { revokeAccessToken(id: $id) }", id=key)
    assert script.refusal("{ me { id } }")["code"] == "AUTHENTICATION_ERROR"
    assert script.rest("GET", "/auth/me").status_code == 401


async def test_revoking_a_token_ends_its_streams(user: User) -> None:
    script, key = with_token(user, "READ")
    async with sockets.connected(user.service, script.token) as socket:
        await socket.subscribe("1", WATCH, {"id": user.application()})
        assert (await socket.receive())["type"] == "next"
        user.data("mutation ($id: ID!) { revokeAccessToken(id: $id) }", id=key)
        ended = await socket.receive()
    assert (ended["type"], ended["payload"][0]["extensions"]["code"]) == ("error", "AUTHENTICATION_ERROR")


def test_no_secret_is_good_as_another_kind_of_token(user: User) -> None:
    script, _ = with_token(user, "READ", "WRITE", "RUN")
    service, secret = user.service, script.token
    for wrong in (secret[:-1], secret + "A", secret.swapcase(), "jf_", "jf_" + user.token, secret.removeprefix("jf_")):
        broken = User(service, {"id": "", "email": "", "access_token": wrong})
        assert broken.rest("GET", "/auth/me").status_code == 401
    cookie = f"jobforge-{service.urls[0].rpartition(':')[2]}={secret}"
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
    answer = service.client.post(f"{service.urls[0]}/graphql", json={"query": "{ me { id } }"}, headers=headers)
    assert answer.json()["errors"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"


def test_a_browser_is_signed_out_from_the_list_of_sessions(user: User) -> None:
    service: Service = user.service
    given = {"email": user.email, "password": PASSWORD}
    answer = service.client.post(f"{service.urls[0]}/session", json=given, headers={"User-Agent": "A browser"})
    service.client.cookies.clear()
    cookie = answer.headers["set-cookie"].partition(";")[0]
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
    asked: dict[str, Any] = {"query": "{ pageSessions { id agent current } }"}
    url = f"{service.urls[0]}/graphql"
    (own,) = service.client.post(url, json=asked, headers=headers).json()["data"]["pageSessions"]
    assert (own["agent"], own["current"]) == ("A browser", True)
    assert user.data(asked["query"])["pageSessions"][0]["current"] is False
    user.data("mutation ($id: ID!) { revokePageSession(id: $id) }", id=own["id"])
    refused = service.client.post(url, json=asked, headers=headers).json()
    assert refused["errors"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"


@pytest.fixture
async def owner(inside: Settings) -> Caller:
    return (await accounts.register({"email": "jo@example.com", "password": PASSWORD, "full_name": "Jo"})).user


async def test_a_token_expires(owner: Caller) -> None:
    made = await access_tokens.create(owner, {"name": "x"}, [TokenScope.READ], now() + timedelta(hours=1))
    assert (await accounts.authenticate(made.secret)).id == owner.id
    await Credential.all().update(expires_at=now() - timedelta(seconds=1))
    with pytest.raises(AuthenticationError):
        await accounts.authenticate(made.secret)


async def test_what_is_wrong_with_a_new_token_is_said(owner: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, scopes, expires in (
        ("", [TokenScope.READ], None),
        ("x", [], None),
        ("x", [TokenScope.READ], now() - timedelta(minutes=1)),
    ):
        with pytest.raises(ValidationError):
            await access_tokens.create(owner, {"name": name}, scopes, expires)
    monkeypatch.setattr(access_tokens, "MAX_TOKENS", 1)
    made = await access_tokens.create(owner, {"name": "x"}, [TokenScope.READ, TokenScope.READ])
    assert made.token.scopes == [TokenScope.READ]
    with pytest.raises(InvalidState):
        await access_tokens.create(owner, {"name": "y"}, [TokenScope.READ])
    with pytest.raises(NotFound):
        await access_tokens.revoke(owner, CredentialKind.SESSION, str(made.token.id))


async def test_of_a_secret_only_its_digest_is_stored(owner: Caller) -> None:
    made = await access_tokens.create(owner, {"name": "x"}, [TokenScope.READ])
    (row,) = await Credential.all()
    assert made.secret not in str(row.__dict__)
    assert made.secret[3:] not in str(row.__dict__)


async def test_a_changed_password_ends_every_token(owner: Caller) -> None:
    made = await access_tokens.create(owner, {"name": "x"}, [TokenScope.READ])
    await accounts.change_password(owner, {"new_password": "Sesame-shuts-8"}, PASSWORD)
    with pytest.raises(AuthenticationError):
        await accounts.authenticate(made.secret)
