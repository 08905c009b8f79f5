"""What a caller is told of an exception that ended an operation."""

from datetime import UTC, datetime
from typing import Any

import orjson
import structlog
from tortoise.exceptions import IntegrityError

from jobforge.errors import AuthenticationError, InternalError, JobForgeError, NotFound, Overloaded, ServiceUnavailable
from jobforge.storage import database

log = structlog.get_logger(__name__)


def expected(cause: BaseException, **where: object) -> JobForgeError:
    """The error to be shown for the cause. What nobody expected is logged, with `where` it happened, and masked."""
    if isinstance(cause, JobForgeError):
        return cause
    if database.is_away(cause):
        log.warning("database_away", error=type(cause).__name__)
        return ServiceUnavailable()
    if database.is_conflict(cause):
        log.warning("transaction_conflict", error=type(cause).__name__, **where)
        return Overloaded()
    if isinstance(cause, IntegrityError) and "foreign key" in str(cause).lower():
        # What the row belongs to was deleted between the check and the write: the user, or the thing itself.
        return AuthenticationError() if "user_id" in str(cause) else NotFound()
    log.error("request_failed", exc_info=cause, **where)
    return InternalError()


def json_bytes(content: object) -> bytes:
    """Return JSON; moments are UTC with a trailing Z."""
    return orjson.dumps(content, option=orjson.OPT_UTC_Z)


def envelope(error: JobForgeError, path: str, *, with_fields: bool = False) -> dict[str, Any]:
    """Return the specification's error response, for our own page with the list of fields."""
    body: dict[str, Any] = {"code": error.code, "message": error.message, "details": error.details}
    if with_fields:
        body["fields"] = fields_of(error)
    return {"error": body, "timestamp": datetime.now(UTC), "path": path}


def fields_of(error: JobForgeError) -> list[dict[str, str]]:
    """Return what is wrong with which field, under the names that GraphQL gives them, each with a code."""
    return [
        {"path": camel(problem.field), "code": problem.code, "message": problem.message} for problem in error.problems
    ]


def camel(name: str) -> str:
    """Return a field's name as GraphQL spells it."""
    first, *others = name.split("_")
    return first + "".join(token.title() for token in others)
