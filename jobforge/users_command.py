"""`jobforge users`: accounts, for the owner of the machine."""

import asyncio
import sys
from typing import Annotated, Any

import typer

from jobforge import command_database, settings

app = typer.Typer(help="Accounts, for the owner of this machine.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(help="The account's e-mail address.")]
FromInput = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


def _perform(act: str, **values: object) -> Any:
    """Return what an act of the owner gives: asked of the running service, or else done with the database open.

    Raises ConfigurationError when the database cannot be reached, JobForgeError."""
    from jobforge import owner_socket
    from jobforge.http import logging
    from jobforge.messaging import opened

    chosen = settings.use(settings.load())
    logging.configure(chosen)
    line = owner_socket.request_of(act, values)

    async def inside() -> bytes:
        async with command_database.opened(chosen), opened(chosen):
            return await owner_socket.perform(line)

    answer = None if chosen.on_postgres else owner_socket.ask(chosen, line)
    return owner_socket.result_of(answer or asyncio.run(inside()))


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
    for each in _perform("list"):
        state = "disabled" if each["disabled_at"] else "active"
        created = each["created_at"][: len("2026-01-31")]
        _say("\t".join((each["email"], each["full_name"], created, state, str(each["applications"]))))


@app.command()
def add(
    email: Email, name: Annotated[str, typer.Option(help="The person's name.")], password_stdin: FromInput = False
) -> None:
    """Creates an account, whether or not registration is open."""
    _perform("add", given={"email": email, "full_name": name, "password": _password(password_stdin)})
    _say(f"{email} can log in.")


@app.command()
def disable(email: Email) -> None:
    """Ends all tokens, sessions and streams of a user; keeps what is theirs."""
    _perform("disable", email=email)
    _say(f"{email} is disabled.")


@app.command()
def enable(email: Email) -> None:
    """Lets a disabled user log in again."""
    _perform("enable", email=email)
    _say(f"{email} can log in again.")


@app.command()
def remove(email: Email, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Erases a user and all that is theirs, for good."""
    if not yes:
        typer.confirm(f"Erase {email} and all that is theirs?", abort=True)
    _perform("remove", email=email)
    _say(f"{email} is erased.")


@app.command("reset-password")
def reset_password(
    email: Email,
    password_stdin: FromInput = False,
    link: Annotated[bool, typer.Option("--link", help="Print an address where the user sets it, once.")] = False,
    server: Annotated[
        str, typer.Option(help="With --link: where the user reaches the service.")
    ] = settings.DEFAULT_ADDRESS,
) -> None:
    """Sets a new password and ends all tokens, or prints a link by which the user does."""
    if link:
        made = _perform("reset-link", email=email)
        _say(server.rstrip("/") + made["path"])
        typer.echo(f"Good once, until {made['expires_at'][:16].replace('T', ' ')} UTC.", err=True)
        return
    _perform("reset-password", email=email, given={"new_password": _password(password_stdin)})
    _say("The password is changed; all older tokens are void.")
