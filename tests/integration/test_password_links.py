"""A forgotten password: a link from the owner of the machine, which works once and opens nothing else."""

import asyncio
import time
from collections.abc import Iterator

import pytest
from services import PASSWORD, JobForge, Providers, Service, settings_for

from jobforge import security
from jobforge.errors import AuthenticationError, InvalidState, NotFound, ValidationError
from jobforge.operations import accounts, users
from jobforge.operations.accounts import RESET_PATH
from jobforge.settings import Settings
from jobforge.storage.models import User as UserRow

GIVEN = {"email": "jo@example.com", "password": PASSWORD, "full_name": "Jo"}
NEW = "Another-door-8"


async def token_of_link(email: str = "jo@example.com") -> str:
    link = await accounts.reset_link(email)
    assert link.path.startswith(f"{RESET_PATH}#")
    return link.path.partition("#")[2]


async def test_a_link_sets_the_password_once_and_ends_every_token(inside: Settings) -> None:
    await users.add(GIVEN)
    before = await accounts.login(GIVEN)
    token = await token_of_link(" JO@example.com")
    session = await accounts.reset_by_link({"token": token, "new_password": NEW})
    assert (await accounts.authenticate(session.access_token)).email == "jo@example.com"
    assert (await accounts.login(GIVEN | {"password": NEW})).access_token
    for refused in (
        accounts.authenticate(before.access_token),
        accounts.login(GIVEN),
        accounts.reset_by_link({"token": token, "new_password": "Third-door-9"}),
    ):
        with pytest.raises(AuthenticationError):
            await refused


async def test_a_password_that_is_refused_leaves_the_link_good(inside: Settings) -> None:
    await users.add(GIVEN)
    token = await token_of_link()
    with pytest.raises(ValidationError):
        await accounts.reset_by_link({"token": token, "new_password": "short"})
    assert await accounts.reset_by_link({"token": token, "new_password": NEW})


async def test_of_twenty_uses_at_once_one_counts(inside: Settings) -> None:
    await users.add(GIVEN)
    token = await token_of_link()
    uses = [accounts.reset_by_link({"token": token, "new_password": f"{NEW}{number}"}) for number in range(20)]
    results = await asyncio.gather(*uses, return_exceptions=True)
    assert [type(each) for each in results].count(accounts.Session) == 1
    assert {type(each) for each in results} == {accounts.Session, AuthenticationError}


@pytest.mark.parametrize("ending", ["password", "sign out", "disable", "remove"])
async def test_what_ends_tokens_ends_links(inside: Settings, ending: str) -> None:
    await users.add(GIVEN)
    row = await UserRow.get(email="jo@example.com")
    await UserRow.filter(id=row.id).update(tokens_valid_after=int(time.time()) - 60)
    token = await token_of_link()
    user = await UserRow.get(id=row.id)
    if ending == "password":
        await accounts.reset_password(user.email, {"new_password": NEW})
    elif ending == "sign out":
        await accounts.sign_out_everywhere(user)
    elif ending == "disable":
        await users.disable(user.email)
    else:
        await users.remove(user.email)
    with pytest.raises(AuthenticationError):
        await accounts.reset_by_link({"token": token, "new_password": "Third-door-9"})


async def test_each_kind_of_token_is_good_in_one_place(inside: Settings) -> None:
    await users.add(GIVEN)
    session = await accounts.login(GIVEN)
    row = await UserRow.get(email="jo@example.com")
    link, (ticket, _) = await token_of_link(), security.issue_ticket(row.id, {"list": "applications"})
    for read, refused in (
        (security.read_token, (link, ticket)),
        (security.read_ticket, (link, session.access_token)),
        (security.read_reset, (ticket, session.access_token)),
    ):
        for token in refused:
            with pytest.raises(AuthenticationError):
                read(token)


async def test_an_old_link_is_refused(inside: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    await users.add(GIVEN)
    monkeypatch.setattr(security, "RESET_SECONDS", -1)
    token = await token_of_link()
    with pytest.raises(AuthenticationError, match="no longer good"):
        await accounts.reset_by_link({"token": token, "new_password": NEW})


async def test_there_is_no_link_for_who_cannot_use_it(inside: Settings) -> None:
    await users.add(GIVEN)
    await users.disable("jo@example.com")
    with pytest.raises(InvalidState, match="Enable"):
        await accounts.reset_link("jo@example.com")
    with pytest.raises(NotFound):
        await accounts.reset_link("nobody@example.com")


@pytest.fixture(scope="module")
def own(providers: Providers) -> Iterator[tuple[JobForge, Service]]:
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="offline"))
    with process, Service("own", [process], providers) as service:
        yield process, service


def test_the_command_prints_a_link_beside_the_running_service(own: tuple[JobForge, Service]) -> None:
    process, service = own
    user = service.user()
    done = process.run("users", "reset-password", user.email, "--link", "--server", "https://jobs.example/forge/")
    assert "Good once" in done.stderr
    (printed,) = done.stdout.splitlines()
    address, _, token = printed.partition("#")
    assert address == "https://jobs.example/forge/reset-password"
    url = f"{service.url}/session/password"
    answer = service.client.post(url, json={"token": token, "newPassword": NEW})
    assert answer.status_code == 204
    assert "set-cookie" in answer.headers
    service.client.cookies.clear()
    again = service.client.post(url, json={"token": token, "newPassword": NEW})
    assert (again.status_code, again.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR")
    assert user.rest("GET", "/auth/me").status_code == 401
    given = {"email": user.email, "password": NEW}
    assert user.rest("POST", "/auth/login", given).status_code == 200


def test_another_sites_page_cannot_use_a_link(own: tuple[JobForge, Service]) -> None:
    headers = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    answer = own[1].client.post(
        f"{own[1].url}/session/password", json={"token": "", "newPassword": NEW}, headers=headers
    )
    assert answer.status_code == 403
