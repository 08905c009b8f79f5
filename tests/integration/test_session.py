"""The page's session: a cookie that no script reads, that counts on our own page's requests only, and that ends."""

import secrets
from datetime import timedelta
from typing import Any

import httpx
import pytest
import sockets
from services import PASSWORD, Service, User
from starlette.types import Scope

from jobforge.errors import AuthenticationError
from jobforge.operations import accounts, credentials, sessions
from jobforge.settings import Settings
from jobforge.storage.models import Credential, now
from jobforge.storage.models import User as UserRow
from jobforge.web import cookies

ME = {"query": "{ me { id } }"}
OWN = {"Sec-Fetch-Site": "same-origin"}
WATCH = "subscription ($id: ID!) { processingStatus(applicationId: $id) { status } }"


class Page:
    """A browser on our own page: it keeps the cookie, and says where its requests come from."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.url = service.urls[0]  # cookies over plain HTTP belong to a port
        self.origin = self.url
        self.cookie = ""

    def ask(self, method: str, path: str, json: object = None, **headers: str) -> httpx.Response:
        sent = {"Cookie": self.cookie, **{name.replace("_", "-"): value for name, value in headers.items() if value}}
        answer = self.service.client.request(method, self.url + path, json=json, headers=sent)
        if "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
        self.service.client.cookies.clear()
        return answer

    def sign_in(self, user: User) -> "Page":
        answer = self.ask("POST", "/session", {"email": user.email, "password": PASSWORD}, **OWN)
        assert answer.status_code == 204, answer.text
        return self

    def me(self, **headers: str) -> Any:
        return (self.ask("POST", "/graphql", ME, **headers).json().get("data") or {}).get("me")


@pytest.fixture
def page(service: Service, user: User) -> Page:
    return Page(service).sign_in(user)


def test_signing_up_and_in_and_out(service: Service) -> None:
    page = Page(service)
    assert page.ask("GET", "/session").status_code == 204
    given = {"email": f"{secrets.token_hex(6)}@example.com", "password": PASSWORD, "fullName": "Robin Ashgrove"}
    answer = page.ask("POST", "/session/new", given, **OWN)
    assert (answer.status_code, answer.content) == (204, b"")
    attributes = {part.strip().lower() for part in answer.headers["set-cookie"].split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/", f"max-age={14 * 24 * 3600}"} <= attributes
    assert page.cookie.startswith(f"jobforge-{httpx.URL(page.url).port}=")
    who = page.ask("GET", "/session").json()
    assert (who["email"], who["fullName"]) == (given["email"], "Robin Ashgrove")
    assert page.me(**OWN) == {"id": who["id"]}
    kept = page.cookie
    gone = page.ask("DELETE", "/session", **OWN)
    assert gone.status_code == 204
    assert gone.headers["clear-site-data"] == '"cache", "storage"'
    page.cookie = kept
    assert page.ask("GET", "/session").status_code == 204
    assert page.me(**OWN) is None


def test_what_is_wrong_with_a_field_has_a_code(service: Service) -> None:
    answer = Page(service).ask("POST", "/session/new", {"email": "x", "password": "short", "fullName": ""}, **OWN)
    assert answer.status_code == 400
    assert {(each["path"], each["code"]) for each in answer.json()["error"]["fields"]} == {
        ("email", "INVALID"),
        ("password", "TOO_SHORT"),
        ("fullName", "REQUIRED"),
    }
    assert answer.json()["error"]["details"].keys() == {"email", "password", "full_name"}
    wrong = Page(service).ask("POST", "/session", {"email": "x@example.com", "password": "no"}, **OWN)
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR")
    assert "set-cookie" not in wrong.headers


def test_a_cookie_counts_only_on_requests_of_our_own_page(page: Page) -> None:
    assert page.me(Sec_Fetch_Site="same-origin")
    assert page.me(Origin=page.origin)
    for site in ("cross-site", "same-site", "none"):
        assert page.me(Sec_Fetch_Site=site) is None
        assert page.me(Sec_Fetch_Site=site, Origin=page.origin) is None
    for origin in (
        "https://evil.example",
        "null",
        page.origin.replace("http:", "https:"),
        "http://127.0.0.1:1",
        "*",
        "",
    ):
        assert page.me(Origin=origin) is None
    assert page.me() is None


def test_a_cookie_never_counts_on_a_get(page: Page) -> None:
    for path in ("/graphql?query={me{id}}", "/api/v1/auth/me", "/api/v1/applications"):
        answer = page.ask("GET", path, **OWN, Origin=page.origin)
        assert "AUTHENTICATION_ERROR" in answer.text
    assert page.ask("GET", "/session", Sec_Fetch_Site="cross-site").status_code == 204
    assert page.ask("GET", "/session", **OWN).status_code == 200


def test_a_request_with_a_bearer_ignores_the_cookie(page: Page, service: Service, user: User) -> None:
    other = service.user()
    assert page.me(**OWN, Authorization=f"Bearer {other.token}") == {"id": other.id}
    for header in ("Bearer junk", "Basic eA==", "Bearer"):
        assert page.me(**OWN, Authorization=header) is None


def test_nobody_is_signed_in_from_another_site(service: Service, user: User) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        answer = Page(service).ask("POST", "/session", {"email": user.email, "password": PASSWORD}, **headers)
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
    form = service.client.post(f"{service.url}/session", data={"email": user.email, "password": PASSWORD})
    assert form.status_code == 415


@pytest.mark.parametrize(("method", "path"), [("PATCH", "/session"), ("GET", "/session/new"), ("PUT", "/session/new")])
def test_another_method_is_refused(service: Service, method: str, path: str) -> None:
    answer = Page(service).ask(method, path)
    assert (answer.status_code, "allow" in answer.headers) == (405, True)
    assert Page(service).ask("GET", "/session/x").status_code == 404


def test_no_kind_of_token_is_good_as_another(page: Page, user: User) -> None:
    """A secret of a session is no bearer, and a bearer is no cookie, wherever it is put."""
    secret, name = page.cookie.partition("=")[2], page.cookie.partition("=")[0]
    as_bearer = page.ask("POST", "/graphql", ME, Authorization=f"Bearer {secret}")
    assert as_bearer.json()["errors"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"
    rest = user.service.client.get(f"{page.url}/api/v1/auth/me", headers={"Authorization": f"Bearer {secret}"})
    assert rest.status_code == 401
    for value in (
        user.token,
        f"Bearer {user.token}",
        "",
        secret[:-1],
        secret + "A",
        secret.swapcase(),
        "x" * 5000,
    ):
        page.cookie = f"{name}={value}"
        assert page.me(**OWN) is None, value
    for other in ("__Host-jobforge", "__Secure-jobforge", "jobforge", "jobforge-80", name.upper()):
        page.cookie = f"{other}={secret}"
        assert page.me(**OWN) is None, other


async def test_a_socket_takes_the_cookie_with_our_own_origin_only(page: Page, user: User) -> None:
    application = user.application()
    for origin, there in ((page.origin, True), (None, False), ("https://evil.example", False), ("*", False)):
        headers = {"Cookie": page.cookie} | ({"Origin": origin} if origin else {})
        try:
            async with sockets.connected(page.url, None, additional_headers=headers) as socket:
                await socket.subscribe("1", WATCH, {"id": application})
                assert ((await socket.receive())["type"] == "next") == there, origin
        except Exception:
            assert not there, origin
            if origin is None:
                raise


async def test_a_socket_with_a_session_that_ended_is_closed(page: Page) -> None:
    kept = page.cookie
    page.ask("DELETE", "/session", **OWN)
    headers = {"Cookie": kept, "Origin": page.origin}
    async with sockets.opened(page.url, additional_headers=headers) as socket:
        await socket.send("connection_init")
        assert await socket.closed() == 4403


def test_a_changed_password_ends_every_session(page: Page, user: User) -> None:
    second = Page(page.service).sign_in(user)
    changed = "mutation ($p: String!) { changePassword(currentPassword: $p, newPassword: $p) { accessToken } }"
    asked = {"query": changed, "variables": {"p": PASSWORD}}
    assert page.ask("POST", "/graphql", asked, **OWN).json()["data"]
    assert page.me(**OWN) is None
    assert second.me(**OWN) is None
    assert page.sign_in(user).me(**OWN) == {"id": user.id}


@pytest.fixture
async def signed_in(inside: Settings) -> sessions.SignedIn:
    given = {"email": "jo@example.com", "password": PASSWORD, "full_name": "Jo"}
    return await sessions.sign_up(given, "A browser" * 100)


async def test_a_session_ends_when_it_is_idle_and_after_its_lifetime(signed_in: sessions.SignedIn) -> None:
    row = Credential.all()
    assert (await sessions.user_of(signed_in.secret)).email == "jo@example.com"
    for age, idle in ((timedelta(0), credentials.SESSION_IDLE), (credentials.SESSION_LIFETIME, timedelta(0))):
        await row.update(created_at=now() - age, last_used_at=now() - idle + timedelta(minutes=1))
        if not age:
            assert await sessions.user_of(signed_in.secret)
        await row.update(last_used_at=now() - idle - timedelta(minutes=1))
        with pytest.raises(AuthenticationError):
            await sessions.user_of(signed_in.secret)


async def test_a_secret_is_exchanged_once_a_day_and_the_former_one_lasts_a_minute(
    signed_in: sessions.SignedIn,
) -> None:
    assert await sessions.exchange(signed_in.secret) is None
    await Credential.all().update(exchanged_at=now() - timedelta(days=1, minutes=1))
    fresh = await sessions.exchange(signed_in.secret)
    assert fresh
    assert fresh != signed_in.secret
    for secret in (fresh, signed_in.secret):
        assert await sessions.user_of(secret)
    assert await sessions.exchange(signed_in.secret) is None  # another tab, at the same time
    await Credential.all().update(exchanged_at=now() - timedelta(seconds=61))
    assert await sessions.user_of(fresh)
    with pytest.raises(AuthenticationError):
        await sessions.user_of(signed_in.secret)


async def test_of_a_secret_only_its_digest_is_stored_and_uses_are_recorded_by_the_hour(
    signed_in: sessions.SignedIn,
) -> None:
    (row,) = await Credential.all()
    assert signed_in.secret not in str(row.__dict__)
    assert row.last_used_at
    await sessions.user_of(signed_in.secret)
    assert (await Credential.get(id=row.id)).last_used_at == row.last_used_at
    await Credential.all().update(last_used_at=now() - timedelta(hours=2))
    await sessions.user_of(signed_in.secret)
    assert await Credential.filter(last_used_at__gte=row.last_used_at).count() == 1


async def test_a_user_has_a_limited_number_of_sessions_and_the_oldest_end(signed_in: sessions.SignedIn) -> None:
    given = {"email": "jo@example.com", "password": PASSWORD}
    for _ in range(sessions.MAX_SESSIONS):
        newest = await sessions.sign_in(given, "")
    assert await Credential.all().count() == sessions.MAX_SESSIONS
    assert await sessions.user_of(newest.secret)
    with pytest.raises(AuthenticationError):
        await sessions.user_of(signed_in.secret)


async def test_sessions_go_with_their_user(signed_in: sessions.SignedIn) -> None:
    await UserRow.all().delete()
    assert await Credential.all().count() == 0
    with pytest.raises(AuthenticationError):
        await accounts.authenticate(None, signed_in.secret)


def scope_of(scheme: str, base: str = "", host: str = "jobs.example") -> Scope:
    return {"type": "http", "scheme": scheme, "headers": [(b"host", host.encode())], "base_path": base}


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (scope_of("https"), "__Host-jobforge"),
        (scope_of("https", "/jobs"), "__Secure-jobforge"),
        (scope_of("http"), "jobforge-80"),
        (scope_of("http", "", "localhost:8123"), "jobforge-8123"),
        (scope_of("http", "/jobs", "[::1]:8123"), "jobforge-8123"),
        (scope_of("http", "", "localhost:no-port"), "jobforge-80"),
    ],
)
def test_the_cookies_name_holds_what_browsers_do_not_keep_apart(scope: Scope, name: str) -> None:
    assert cookies.cookie_name(scope) == name
    written = cookies._cookie(scope, "secret", 60)
    assert ("Secure" in written) == (scope["scheme"] == "https")
    assert f"Path={scope['base_path']}/" in written


async def test_signing_out_ends_a_running_subscription(page: Page, user: User) -> None:
    headers = {"Cookie": page.cookie, "Origin": page.origin}
    async with sockets.connected(page.url, None, additional_headers=headers) as socket:
        await socket.subscribe("1", WATCH, {"id": user.application()})
        assert (await socket.receive())["type"] == "next"
        page.ask("DELETE", "/session", **OWN)
        ended = await socket.receive()
    assert (ended["type"], ended["payload"][0]["extensions"]["code"]) == ("error", "AUTHENTICATION_ERROR")


def test_the_pages_form_downloads_the_whole_account(page: Page, user: User) -> None:
    user.resume()
    answer = page.ask("POST", "/api/v1/account/export", **OWN)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="jobforge-export.json"'
    assert answer.json()["user"]["email"] == user.email
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert page.ask("POST", "/api/v1/account/export", **headers).status_code == 401
    assert page.ask("GET", "/api/v1/account/export", **OWN).status_code == 401
