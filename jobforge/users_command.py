"""`jobforge users`: accounts, for the owner of the machine."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import typer

from jobforge import command_database, settings

app = typer.Typer(help="Accounts, for the owner of this machine.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(help="The account's e-mail address.")]
FromInput = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]
Done = TypeVar("Done")


def _run(work: Callable[[], Awaitable[Done]]) -> Done:
    """Do the work with the database open. Raises ConfigurationError when it cannot be reached."""
    from jobforge.http import logging
    from jobforge.messaging import opened

    chosen = settings.use(settings.load())
    logging.configure(chosen)

    async def inside() -> Done:
        async with command_database.opened(chosen), opened(chosen):
            return await work()

    return asyncio.run(inside())


def _password(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    answer: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return answer


def _say(text: str) -> None:
    typer.echo(text)


@app.command("list")
def list_all() -> None:
    """Accounts with their number of applications, one a line, tabs between."""
    from jobforge.operations import users

    for each in _run(users.accounts_of_server):
        state = "disabled" if each.disabled_at else "active"
        created = f"{each.created_at:%Y-%m-%d}"
        _say("\t".join((each.email, each.full_name, created, state, str(each.applications))))


@app.command()
def add(
    email: Email, name: Annotated[str, typer.Option(help="The person's name.")], password_stdin: FromInput = False
) -> None:
    """Creates an account, whether or not registration is open."""
    from jobforge.operations import users

    values: dict[str, Any] = {"email": email, "full_name": name, "password": _password(password_stdin)}
    _run(lambda: users.add(values))
    _say(f"{email} can log in.")


@app.command()
def disable(email: Email) -> None:
    """Ends all tokens, sessions and streams of a user; keeps what is theirs."""
    from jobforge.operations import users

    _run(lambda: users.disable(email))
    _say(f"{email} is disabled.")


@app.command()
def enable(email: Email) -> None:
    """Lets a disabled user log in again."""
    from jobforge.operations import users

    _run(lambda: users.enable(email))
    _say(f"{email} can log in again.")


@app.command()
def remove(email: Email, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Erases a user and all that is theirs, for good."""
    from jobforge.operations import users

    if not yes:
        typer.confirm(f"Erase {email} and all that is theirs?", abort=True)
    _run(lambda: users.remove(email))
    _say(f"{email} is erased.")


@app.command("reset-password")
def reset_password(email: Email, password_stdin: FromInput = False) -> None:
    """Sets a new password and ends all tokens."""
    from jobforge.operations import accounts

    values = {"new_password": _password(password_stdin)}
    _run(lambda: accounts.reset_password(email, values))
    _say("The password is changed; all older tokens are void.")
