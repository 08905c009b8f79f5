"""What a caller is told of an exception that ended an operation."""

import structlog

from jobforge.errors import InternalError, JobForgeError, ServiceUnavailable
from jobforge.storage import database

log = structlog.get_logger(__name__)


def expected(cause: BaseException, **where: object) -> JobForgeError:
    """The error to be shown for the cause. What nobody expected is logged, with `where` it happened, and masked."""
    if isinstance(cause, JobForgeError):
        return cause
    if database.is_away(cause):
        log.warning("database_away", error=type(cause).__name__)
        return ServiceUnavailable()
    log.error("request_failed", exc_info=cause, **where)
    return InternalError()
