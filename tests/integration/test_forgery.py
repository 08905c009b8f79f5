"""No token but our own opens any door: REST, GraphQL, WebSocket or server-sent events."""

import base64
import hashlib
import hmac
import json
import secrets
import time
import uuid
from collections.abc import Iterator, Mapping
from urllib.parse import quote

import httpx
import jwt
import pytest
import sockets
from services import PASSWORD, SECRET, JobForge, Providers, Service, User, settings_for

from jobforge.security import TOKEN_SECONDS

ME = "{ me { id } }"
WATCH = "subscription ($id: ID!) { processingStatus(applicationId: $id) { status } }"
RSA = """-----BEGIN PUBLIC KEY-----
MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf
9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQ==
-----END PUBLIC KEY-----"""


TICKET = {"text": str(uuid.uuid4()), "format": "pdf", "template": "modern", "paper": "a4"}
"""What a ticket says beside whose it is."""


def _part(value: object) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed(header: object, claims: object, key: str = SECRET, digest: str = "sha256") -> str:
    """A token of whatever parts, with a good signature of that key."""
    text = f"{_part(header)}.{_part(claims)}"
    return f"{text}.{_part(hmac.new(key.encode(), text.encode(), digest).digest())}"


def forgeries(user: str, more: Mapping[str, object] | None = None) -> dict[str, str]:
    """Tokens that must be refused, by what is wrong with them; `more` are further claims of each."""
    now = int(time.time())
    good: dict[str, object] = {"sub": user, "iat": now, "exp": now + 3600, **(more or {})}
    header = {"alg": "HS256", "typ": "JWT"}
    real = signed(header, good)
    head, body, signature = real.split(".")

    def without(name: str) -> dict[str, object]:
        return {key: value for key, value in good.items() if key != name}

    return {
        "alg none, unsigned": f"{_part({'alg': 'none'})}.{body}.",
        "alg None, unsigned": f"{_part({'alg': 'None'})}.{body}.",
        "alg NONE with the old signature": f"{_part({'alg': 'NONE'})}.{body}.{signature}",
        "alg none, signed": signed({"alg": "none"}, good),
        "alg HS512": signed({"alg": "HS512"}, good, digest="sha512"),
        "alg HS384": signed({"alg": "HS384"}, good, digest="sha384"),
        "alg RS256 signed as HMAC": signed({"alg": "RS256"}, good),
        "alg HS256 keyed with a public key": signed(header, good, key=RSA),
        "alg ES256": signed({"alg": "ES256"}, good),
        "alg in lower case": signed({"alg": "hs256"}, good),
        "alg missing": signed({"typ": "JWT"}, good),
        "alg no string": signed({"alg": ["HS256"]}, good),
        "header no object": signed(["HS256"], good),
        "claims no object": signed(header, [user]),
        "claims no JSON": signed(header, b"{"),
        "another key": signed(header, good, key="another-secret-of-enough-bytes-for-a-token"),
        "an empty key": signed(header, good, key=""),
        "the digest of the key": signed(header, good, key=hashlib.sha256(SECRET.encode()).hexdigest()),
        "no signature": f"{head}.{body}.",
        "two parts": f"{head}.{body}",
        "four parts": f"{real}.{signature}",
        "a signature cut short": real[:-4],
        "a changed claim": f"{head}.{_part({**good, 'sub': str(uuid.uuid4())})}.{signature}",
        "expired": signed(header, {**good, "iat": now - 90000, "exp": now - 1}),
        "no exp": signed(header, without("exp")),
        "exp null": signed(header, {**good, "exp": None}),
        "exp no number": signed(header, {**good, "exp": "never"}),
        "exp beyond all numbers": signed(header, b'{"sub":"%s","iat":%d,"exp":1e999}' % (user.encode(), now)),
        "no iat": signed(header, without("iat")),
        "iat in the future": signed(header, {**good, "iat": now + 3600, "exp": now + 7200}),
        "not before tomorrow": signed(header, {**good, "nbf": now + 86400}),
        "for an audience": signed(header, {**good, "aud": "calendar"}),
        "for an empty audience": signed(header, {**good, "aud": ""}),
        "a ticket of an export": signed(header, {**good, "aud": "export", **TICKET}),
        "a ticket in a list": signed(header, {**good, "aud": ["export"], **TICKET}),
        "a password link": signed(header, {**good, "aud": "password-reset", "since": 0}),
        "no sub": signed(header, without("sub")),
        "sub null": signed(header, {**good, "sub": None}),
        "sub empty": signed(header, {**good, "sub": ""}),
        "sub a number": signed(header, {**good, "sub": 1}),
        "sub a list": signed(header, {**good, "sub": [user]}),
        "sub an unknown user": signed(header, {**good, "sub": str(uuid.uuid4())}),
        "sub with SQL": signed(header, {**good, "sub": "' OR 1=1 --"}),
        "crit": signed({**header, "crit": ["exp"]}, good),
        "crit of something unknown": signed({**header, "crit": ["b64"], "b64": False}, good),
        "kid a path, signed with nothing": signed({**header, "kid": "/dev/null"}, good, key=""),
        "kid with SQL": signed({**header, "kid": "x' UNION SELECT 'key' --"}, good, key="key"),
        "its own key in the header": signed({**header, "jwk": {"kty": "oct", "k": _part(b"mine")}}, good, key="mine"),
        "nothing": "",
        "dots": "..",
        "no base64": "a.b.c",
        "no ASCII": "ä.ö.ü",
        "very long": "a" * 6000,
        "the token twice": f"{real} {real}",
        "in quotes": f'"{real}"',
    }


CASES = sorted(forgeries(str(uuid.uuid4())))


@pytest.fixture(scope="module")
def victim(deployed: Service) -> tuple[User, str]:
    user = deployed.user()
    return user, user.application()


@pytest.fixture(scope="module")
def forged(victim: tuple[User, str]) -> dict[str, str]:
    return forgeries(victim[0].id)


def test_the_forger_could_make_a_good_one(deployed: Service, victim: tuple[User, str]) -> None:
    now = int(time.time())
    good = signed({"alg": "HS256"}, {"sub": victim[0].id, "iat": now, "exp": now + 60})
    assert User(deployed, {"id": "", "email": "", "access_token": good}).data(ME)["me"]["id"] == victim[0].id


@pytest.mark.parametrize("case", CASES)
def test_a_forged_token_opens_no_door_of_http(
    deployed: Service, victim: tuple[User, str], forged: dict[str, str], case: str
) -> None:
    headers = httpx.Headers({"Authorization": f"Bearer {forged[case]}".strip()}, encoding="utf-8")
    client, url = deployed.client, deployed.url
    for path in ("/auth/me", "/applications", f"/applications/{victim[1]}"):
        answer = client.get(f"{url}/api/v1{path}", headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR")
    answer = client.post(f"{url}/graphql", json={"query": ME}, headers=headers)
    assert answer.json()["errors"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"
    assert not answer.json().get("data")
    asked = {"query": WATCH, "variables": {"id": victim[1]}}
    answer = client.post(f"{url}/graphql", json=asked, headers=[*headers.raw, (b"Accept", b"text/event-stream")])
    assert "AUTHENTICATION_ERROR" in answer.text
    assert "IDLE" not in answer.text


IN_A_PATH = [case for case in CASES if case not in ("a ticket of an export", "dots", "nothing")]
"""What can stand in a path, and is not just what a ticket must be."""


@pytest.mark.parametrize("case", IN_A_PATH)
def test_no_forged_token_is_a_ticket(deployed: Service, forged: dict[str, str], case: str) -> None:
    answer = deployed.client.get(f"{deployed.url}/api/v1/exports/{quote(forged[case], safe='')}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR")


@pytest.mark.parametrize("case", IN_A_PATH)
def test_no_forged_ticket_is_one(deployed: Service, victim: tuple[User, str], case: str) -> None:
    """What is wrong with a bearer is as wrong with a ticket of its kind."""
    resume = victim[0].resume()
    ticket = forgeries(victim[0].id, {"aud": "export", **TICKET, "text": resume})[case]
    answer = deployed.client.get(f"{deployed.url}/api/v1/exports/{quote(ticket, safe='')}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR")


def test_the_forger_could_make_a_good_ticket(deployed: Service, victim: tuple[User, str]) -> None:
    now = int(time.time())
    claims = {"sub": victim[0].id, "iat": now, "exp": now + 60, "aud": "export", **TICKET, "text": victim[0].resume()}
    answer = deployed.client.get(f"{deployed.url}/api/v1/exports/{signed({'alg': 'HS256'}, claims)}")
    assert answer.content.startswith(b"%PDF-")


def follow_link(service: Service, token: str) -> tuple[int, str]:
    answer = service.client.post(f"{service.url}/session/password", json={"token": token, "newPassword": PASSWORD})
    service.client.cookies.clear()
    return answer.status_code, "" if answer.status_code == 204 else answer.json()["error"]["code"]


@pytest.mark.parametrize("case", [case for case in CASES if case != "a password link"])
def test_no_forged_token_sets_a_password(deployed: Service, forged: dict[str, str], case: str) -> None:
    assert follow_link(deployed, forged[case]) == (401, "AUTHENTICATION_ERROR")


@pytest.mark.parametrize("case", [case for case in CASES if case != "a password link"])
def test_no_forged_link_is_one(deployed: Service, victim: tuple[User, str], case: str) -> None:
    """What is wrong with a bearer is as wrong with a link of its kind."""
    token = forgeries(victim[0].id, {"aud": "password-reset", "since": 0})[case]
    assert follow_link(deployed, token) == (401, "AUTHENTICATION_ERROR")


def test_the_forger_could_make_a_good_link(deployed: Service) -> None:
    user = deployed.user()
    now = int(time.time())
    claims = {"sub": user.id, "iat": now, "exp": now + 60, "aud": "password-reset", "since": 0}
    assert follow_link(deployed, signed({"alg": "HS256"}, claims)) == (204, "")


def test_a_bearer_is_no_ticket(deployed: Service, victim: tuple[User, str]) -> None:
    assert deployed.client.get(f"{deployed.url}/api/v1/exports/{victim[0].token}").status_code == 401


@pytest.mark.parametrize("case", CASES)
async def test_a_forged_token_opens_no_socket(deployed: Service, forged: dict[str, str], case: str) -> None:
    async with sockets.opened(deployed.url) as socket:
        await socket.send("connection_init", payload={"Authorization": f"Bearer {forged[case]}"})
        if forged[case]:
            assert await socket.closed() == 4403
        else:  # no token is no bad token: the socket stays, and shows nothing
            assert (await socket.receive())["type"] == "connection_ack"
            await socket.subscribe("1", WATCH, {"id": str(uuid.uuid4())})
            refused = await socket.receive()
            assert refused["payload"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"


@pytest.mark.parametrize("scheme", ["Basic", "Token", "Bearer:", "JWT"])
def test_another_scheme_is_no_token(deployed: Service, victim: tuple[User, str], scheme: str) -> None:
    headers = {"Authorization": f"{scheme} {victim[0].token}"}
    assert deployed.client.get(f"{deployed.url}/api/v1/auth/me", headers=headers).status_code == 401


def test_a_token_lasts_a_day_and_carries_three_claims(deployed: Service) -> None:
    claims = jwt.decode(deployed.user().token, SECRET, algorithms=["HS256"])
    assert claims.keys() == {"sub", "iat", "exp"}
    assert claims["exp"] - claims["iat"] == TOKEN_SECONDS == 24 * 60 * 60


@pytest.fixture(scope="module")
def rotated(providers: Providers) -> Iterator[tuple[Service, str]]:
    """A service with two secrets: a new one that signs, and the one of all the others."""
    new = secrets.token_hex(32)
    settings = {**settings_for(providers, JOBFORGE_AI="offline"), "JOBFORGE_JWT_SECRET": f"{new},{SECRET}"}
    process = JobForge("up", settings)
    with process, Service("rotated", [process], providers) as service:
        yield service, new


def test_of_two_secrets_the_first_signs_and_both_verify(rotated: tuple[Service, str]) -> None:
    service, new = rotated
    user = service.user()
    assert jwt.decode(user.token, new, algorithms=["HS256"])["sub"] == user.id
    now = int(time.time())
    for key, status in ((new, 200), (SECRET, 200), ("a-third-secret-that-was-never-one-of-ours", 401)):
        token = signed({"alg": "HS256"}, {"sub": user.id, "iat": now, "exp": now + 60}, key=key)
        account = {"id": user.id, "email": user.email, "access_token": token}
        assert User(service, account).rest("GET", "/auth/me").status_code == status
