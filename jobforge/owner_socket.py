"""`jobforge users` beside a running service: a socket in the data directory, for the owner of the machine only.

Only one process opens the embedded database, so the command asks that process. A request is one line of JSON (`act`,
`values`), the answer one line with `result` or `error`. Whoever may open the socket may read the database as well: file
modes are all the authorization there is."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import structlog

from jobforge.errors import JobForgeError, ServiceUnavailable, ValidationError
from jobforge.operations import accounts, users
from jobforge.operations.error_mapping import expected, json_bytes
from jobforge.settings import Settings

log = structlog.get_logger(__name__)

ACTS: Mapping[str, Callable[..., Awaitable[Any]]] = {
    "list": users.accounts_of_server,
    "add": users.add,
    "disable": users.disable,
    "enable": users.enable,
    "remove": users.remove,
    "reset-password": users.reset_password,
    "reset-link": accounts.reset_link,
}
MAX_LINE_BYTES = 64 * 1024
READ_SECONDS = 5.0
ANSWER_SECONDS = 60.0
OWNER_ONLY = 0o600


def path_of(settings: Settings) -> Path:
    """Return where the socket of the embedded service is."""
    return settings.data_dir / "owner.sock"


async def perform(line: bytes) -> bytes:
    """Carry out a request in this process; return the answer's line."""
    try:
        request = json.loads(line)
        act = ACTS.get(request["act"])
        if act is None:
            raise ValidationError(f"The running service does not know `{request['act']}`: it is of another version.")
        content: dict[str, Any] = {"result": await act(**request["values"])}
    except Exception as cause:
        error = expected(cause)
        content = {"error": {"code": error.code, "message": error.message, "details": error.details}}
    return json_bytes(content) + b"\n"


def request_of(act: str, values: Mapping[str, object]) -> bytes:
    """Return the line that asks for an act."""
    return json_bytes({"act": act, "values": values}) + b"\n"


def result_of(answer: bytes) -> Any:
    """Return what an answer gives. Raises JobForgeError with the message and details that it tells."""
    content = json.loads(answer)
    if error := content.get("error"):
        raise JobForgeError(error["message"], error["details"])
    return content["result"]


def ask(settings: Settings, line: bytes) -> bytes | None:
    """Return the running service's answer to a request; None where no service listens.

    Raises ServiceUnavailable when it gives no answer."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(ANSWER_SECONDS)
        try:
            connection.connect(str(path_of(settings)))
        except OSError:  # not there, left by a killed process, or a path too long for a socket
            return None
        try:
            connection.sendall(line)
            answer = connection.makefile("rb").readline()
        except OSError:
            answer = b""
    if not answer:
        raise ServiceUnavailable("The running service gave no answer. Look at its log, and try again.")
    return answer


@asynccontextmanager
async def listening(settings: Settings) -> AsyncIterator[None]:
    """Answer requests until the block ends. The caller holds the embedded database alone."""
    path = path_of(settings)
    path.unlink(missing_ok=True)  # of a process that was killed: nobody else has the database now
    try:
        server = await asyncio.start_unix_server(_answer, path, limit=MAX_LINE_BYTES)
    except OSError as error:  # such as a path of over 100 bytes
        log.warning("owner_socket_unavailable", path=str(path), error=str(error))
        yield
        return
    path.chmod(OWNER_ONLY)
    try:
        yield
    finally:
        server.close()
        path.unlink(missing_ok=True)


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.closing(writer), contextlib.suppress(OSError, ValueError, TimeoutError):
        async with asyncio.timeout(READ_SECONDS):
            line = await reader.readline()
        if line:
            writer.write(await perform(line))
            await writer.drain()
