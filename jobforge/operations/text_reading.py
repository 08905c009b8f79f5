"""Matches and reviews of texts, computed in worker processes within bounds, remembered by what they were made from.

A result that is None was given up: the text takes too long.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

import structlog

from jobforge.errors import InternalError
from jobforge.factcheck.review import Review, review
from jobforge.matching.match import Match, match
from jobforge.resumes.parser import warnings_of
from jobforge.resumes.reading_warning import ReadingWarning
from jobforge.sandbox import pool
from jobforge.sandbox.pool import Call

log = structlog.get_logger(__name__)

CPU_SECONDS = 2.0
"""Of the processor for one text."""
CACHE_SIZE = 256
"""Matches and reviews kept in memory; a dashboard asks for the same ones again and again."""

Result = TypeVar("Result")


class TextReader(Generic[Result]):
    """One pure function of texts: bounded, and remembered."""

    def __init__(self, function: Callable[..., Result]) -> None:
        self._function = function
        self._cache: OrderedDict[bytes, Result] = OrderedDict()

    def forget(self) -> None:
        """Drop what is remembered: it may hold texts of a user who is leaving."""
        self._cache.clear()

    async def read(self, calls: Sequence[Call], *, user: Hashable) -> list[Result | None]:
        """Return the result of each call; None for what takes too long.

        Raises RateLimited, Overloaded, and whatever expected error the function raises."""
        keys = [_key(call) for call in calls]
        missing = {key: call for key, call in zip(keys, calls, strict=True) if key not in self._cache}
        computed: dict[bytes, Result | None] = {}
        if missing:
            outcomes = await pool.run(self._function, list(missing.values()), user=user, cpu_seconds=CPU_SECONDS)
            for key, outcome in zip(missing, outcomes, strict=True):
                if outcome.error is not None:
                    raise outcome.error
                if outcome.failure:
                    log.error("text_reading_failed", function=self._function.__name__, failure=outcome.failure)
                    raise InternalError
                computed[key] = None if outcome.too_slow else outcome.value
        results = [computed[key] if key in computed else self._cached(key) for key in keys]
        for key, value in computed.items():
            if value is not None:
                self._cache[key] = value
        while len(self._cache) > CACHE_SIZE:
            self._cache.popitem(last=False)
        return results

    def _cached(self, key: bytes) -> Result | None:
        if key in self._cache:
            self._cache.move_to_end(key)
        return self._cache.get(key)


def _key(call: Call) -> bytes:
    arguments, options = call
    return hashlib.blake2b(repr((arguments, sorted(options.items()))).encode(errors="surrogatepass")).digest()


matches: TextReader[Match] = TextReader(match)
reviews: TextReader[Review] = TextReader(review)
resume_warnings: TextReader[tuple[ReadingWarning, ...]] = TextReader(warnings_of)


_warming: set["asyncio.Task[None]"] = set()


def warm_up() -> None:
    """Start a worker in the background, where there is none, before somebody waits for it."""
    opened = pool.current()
    if opened is None or not opened.is_cold or _warming:
        return
    task = asyncio.create_task(opened.warm(match, _SAMPLE))
    _warming.add(task)
    task.add_done_callback(_warming.discard)


_SAMPLE: Call = (
    (
        "# Robin\n\n## Experience\n\n### Electrician, Harbour (2019 - 2021)\n\n- Wired 12 boats\n",
        "Electrician. Requirements: 3 years of experience with wiring. We offer a good team and fair pay.",
    ),
    {},
)


def call(*arguments: Any, **options: Any) -> Call:
    """Return the arguments of one call."""
    return arguments, options


def forget_all() -> None:
    """Drop everything that this process remembers of texts."""
    for reader in (matches, reviews, resume_warnings):
        reader.forget()
