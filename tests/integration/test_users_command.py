"""`jobforge users`: the owner of the machine manages accounts, without a terminal, too."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from services import PASSWORD, JobForge, Providers, Service, User, settings_for
from typer.testing import CliRunner

from jobforge import users_command
from jobforge.errors import AuthenticationError, ConfigurationError, DuplicateResource, InvalidState, NotFound
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


def test_the_command_needs_no_terminal(tmp_path: Path, providers: Providers, monkeypatch: pytest.MonkeyPatch) -> None:
    process = JobForge("up", settings_for(providers, JOBFORGE_AI="offline"))
    with process, Service("own", [process], providers) as service:
        user = service.user()
        monkeypatch.setenv("JOBFORGE_DATA_DIR", str(process.directory))
        monkeypatch.setenv("JOBFORGE_BCRYPT_COST", "4")
        with pytest.raises(ConfigurationError, match="Another JobForge process"):
            CliRunner().invoke(users_command.app, ["list"], catch_exceptions=False)
        process.stop()
        run = CliRunner()
        added = run.invoke(users_command.app, ["add", "al@example.com", "--name", "Al", "--password-stdin"], PASSWORD)
        assert added.exit_code == 0, added.output
        run.invoke(users_command.app, ["disable", user.email], catch_exceptions=False)
        listed = run.invoke(users_command.app, ["list"], catch_exceptions=False).stdout
        assert [line.split("\t")[3] for line in listed.splitlines() if "\t" in line] == ["disabled", "active"]
        assert run.invoke(users_command.app, ["remove", user.email], "n\n").exit_code == 1
        run.invoke(users_command.app, ["remove", user.email, "--yes"], catch_exceptions=False)
        process.start()
        signed_in = User(service, {"id": "", "email": "al@example.com", "access_token": ""})
        given = {"email": signed_in.email, "password": PASSWORD}
        assert signed_in.rest("POST", "/auth/login", given).status_code == 200
        assert signed_in.rest("POST", "/auth/login", given | {"email": user.email}).status_code == 401


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
