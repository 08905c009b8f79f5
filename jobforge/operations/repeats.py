"""Repeats an operation whose transaction the database ended in favour of another one."""

import asyncio
import functools
import random
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar

import structlog

from jobforge.storage import database

log = structlog.get_logger(__name__)

MAX_TRIES = 4
MAX_PAUSE_SECONDS = 0.1
"""Before another try; drawn at random, so that two which met do not meet again."""

Given = ParamSpec("Given")
Result = TypeVar("Result")
Operation = Callable[Given, Coroutine[Any, Any, Result]]

_repeating: ContextVar[bool] = ContextVar("_repeating", default=False)


def repeatable(operation: Operation[Given, Result]) -> Operation[Given, Result]:
    """Have an operation try again after a deadlock or a serialization failure: nothing of it was written.

    All that the operation writes must be in one transaction. Of nested operations only the outermost is repeated,
    because the transaction is its own. After `MAX_TRIES` the database's error is raised: 503 with Retry-After."""

    @functools.wraps(operation)
    async def perform(*arguments: Given.args, **words: Given.kwargs) -> Result:
        if _repeating.get():
            return await operation(*arguments, **words)
        token = _repeating.set(True)
        try:
            for tried in range(1, MAX_TRIES):
                try:
                    return await operation(*arguments, **words)
                except Exception as error:
                    if not database.is_conflict(error):
                        raise
                    log.warning("operation_repeated", operation=operation.__qualname__, tried=tried)
                await asyncio.sleep(random.uniform(0, MAX_PAUSE_SECONDS))  # noqa: S311  # nosec B311
            return await operation(*arguments, **words)
        finally:
            _repeating.reset(token)

    return perform
