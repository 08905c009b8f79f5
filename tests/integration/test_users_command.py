"""`jobforge users`: the owner of the machine manages accounts, without a terminal, too."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from services import PASSWORD, JobForge, Providers, Service, User, settings_for

from jobforge import owner_socket
from jobforge.errors import AuthenticationError, DuplicateResource, InvalidState, JobForgeError, NotFound
from jobforge.operations import accounts, users
from jobforge.settings import Settings, load
from jobforge.storage import backup

GIVEN = {"email": "jo@example.com", "password": PASSWORD, "full_name": "Jo"}


async def test_a_disabled_user_is_out_at_once_until_enabled(inside: Settings) -> None:
    await users.add(GIVEN)
    with pytest.raises(DuplicateResource):
        await users.add(GIVEN)
    session = await accounts.login(GIVEN)
    await users.disable("JO@example.com ")
    for refused in (accounts.authenticate(session.access_token), accounts.login(GIVEN)):
        with pytest.raises(AuthenticationError):
            await refused
    with pytest.raises(InvalidState):
        await accounts.reset_password("jo@example.com", {"new_password": "Sesame-shuts-8"})
    (listed,) = await users.accounts_of_server()
    assert listed.disabled_at is not None
    await users.enable("jo@example.com")
    with pytest.raises(InvalidState):
        await users.enable("jo@example.com")
    assert (await accounts.authenticate((await accounts.login(GIVEN)).access_token)).email == "jo@example.com"
    await users.remove("jo@example.com")
    for gone in (users.disable("jo@example.com"), users.remove("nobody@example.com")):
        with pytest.raises(NotFound):
            await gone


@pytest.mark.parametrize("running", [True, False])
def test_the_command_needs_no_terminal(running: bool, providers: Providers) -> None:
    """Beside the running service it asks the service; else it opens the database."""
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="offline"))

    def lines(*words: str, given: str | None = None) -> list[str]:
        done = process.run("users", *words, given=given)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    with process, Service("own", [process], providers) as service:
        user = service.user()
        if not running:
            process.stop()
        lines("add", "al@example.com", "--name", "Al", "--password-stdin", given=PASSWORD)
        lines("disable", user.email)
        if running:
            assert user.rest("GET", "/auth/me").status_code == 401
        assert [line.split("\t")[3] for line in lines("list") if "\t" in line] == ["disabled", "active"]
        assert process.run("users", "remove", user.email, given="n\n").returncode == 1
        lines("remove", user.email, "--yes")
        unknown = process.run("users", "enable", user.email)
        assert (unknown.returncode, unknown.stderr.count("\n")) == (1, 1)
        assert "There is no account with this address." in unknown.stderr
        if not running:
            process.start()
        signed_in = User(service, {"id": "", "email": "al@example.com", "access_token": ""})
        given = {"email": signed_in.email, "password": PASSWORD}
        assert signed_in.rest("POST", "/auth/login", given).status_code == 200
        assert signed_in.rest("POST", "/auth/login", given | {"email": user.email}).status_code == 401


def test_only_the_owner_reaches_the_socket_and_a_killed_process_leaves_none(providers: Providers) -> None:
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="offline"))
    with process:
        chosen = load(data_dir=process.directory, jwt_secret="s" * 32)
        path = owner_socket.path_of(chosen)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        for line in (b"\n", b"{}\n", b"[]\n", b'{"act": "list"}\n', b"x" * 200_000 + b"\n"):
            with pytest.raises(JobForgeError):
                owner_socket.result_of(owner_socket.ask(chosen, line) or b"")
        unknown = owner_socket.ask(chosen, owner_socket.request_of("promote", {}))
        with pytest.raises(JobForgeError, match="another version"):
            owner_socket.result_of(unknown or b"")
        assert owner_socket.result_of(owner_socket.ask(chosen, owner_socket.request_of("list", {})) or b"") == []
        process.kill()
        assert path.exists()
        assert owner_socket.ask(chosen, owner_socket.request_of("list", {})) is None
        process.start()
        assert owner_socket.ask(chosen, owner_socket.request_of("list", {}))


def test_a_restored_backup_does_not_bring_back_who_was_erased(tmp_path: Path, providers: Providers, logs: Path) -> None:
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="offline"))
    with process, Service("own", [process], providers) as service:
        kept, gone = service.user(), service.user()
        gone.resume()
        chosen = load(data_dir=process.directory, jwt_secret="s" * 32)
        backup.backup(chosen, tmp_path / "backup.sqlite3")
        gone.data("mutation ($p: String!) { deleteAccount(password: $p) }", p=PASSWORD)
        process.stop()
        backup.restore(chosen, tmp_path / "backup.sqlite3")
        with closing(sqlite3.connect(process.directory / "jobforge.sqlite3")) as opened:
            assert opened.execute("SELECT id FROM user_account").fetchall() == [(kept.id,)]
            assert opened.execute("SELECT count(*) FROM resume").fetchone() == (0,)
