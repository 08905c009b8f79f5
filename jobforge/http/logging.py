"""Logs: JSON for machines, lines for people, and never a secret or a document in either."""

import logging
import re
import sys
from collections.abc import MutableMapping
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import Any

import orjson
import structlog

from jobforge.settings import Settings

HIDDEN = "***"
SECRET_PATHS = re.compile(r".*/(?:calendar|exports)/(?=.)")
"""Paths whose last part opens what is there."""
_SECRET_NAMES = re.compile(
    r"pass(word)?|secret|token|authorization|cookie|api_?key|content|text|body|resume$|ad$|job_description|context",
    re.IGNORECASE,
)
_SECRET_VALUES = re.compile(
    r"eyJ[\w-]+\.[\w-]+\.[\w-]*|\b(?:sk|key)-[\w-]{8,}|\bjf_[\w-]{20,}|(?<=://)[^/\s:@]*:[^/\s@]+(?=@)"
)

Words = MutableMapping[str, Any]
log = structlog.get_logger(__name__)
_for_machines: "logging.StreamHandler[Any] | None" = None


def hide(_: object, __: str, words: Words) -> Words:
    """Keeps what must not be read out of a line of log: by its name, and by what it looks like."""
    for name, value in words.items():
        if name != "event" and _SECRET_NAMES.fullmatch(name.rpartition(".")[2]):
            words[name] = HIDDEN
        elif isinstance(value, str):
            words[name] = _SECRET_VALUES.sub(HIDDEN, value)
    return words


def configure(settings: Settings, level: int = logging.INFO) -> None:
    """Send our own lines and those of the libraries through one formatter; drop those below `level`."""
    readable = settings.log == "console" or (settings.log == "auto" and sys.stderr.isatty())
    steps: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if readable
        else [structlog.processors.JSONRenderer()]
    )
    traceback = [] if readable else [structlog.processors.format_exc_info]
    structlog.configure(
        processors=[*steps, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=steps,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *traceback,
                hide,
                *last,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    global _for_machines
    _for_machines = None if readable else handler
    root.setLevel(level)
    for noisy in ("arq", "httpx", "httpx2", "uvicorn.error", "uvicorn", "asyncio", "tortoise", "aiosqlite"):
        logging.getLogger(noisy).setLevel(max(level, logging.WARNING))


def shown_path(path: str) -> str:
    """Return a path without the secret that it may be: of a calendar, or of a file's ticket."""
    result = SECRET_PATHS.match(path)
    return f"{result[0]}{HIDDEN}" if result else path


def log_request(method: str, path: str, status: int, seconds: float, request_id: str, client: str) -> None:
    """Write the line of a request that was answered; `client` is an address, as trusted proxies name it.

    For machines it is written here, as structlog would: its way there took a tenth of a millisecond, a good part of
    a short request."""
    words: Words = {
        "method": method,
        "path": shown_path(path),
        "status": status,
        "ms": round(seconds * 1000, 1),
        "client": client,
    }
    if _for_machines is None:
        log.info("request", **words)
        return
    # Of these words, a client chooses two.
    words["path"], shown_id = (_SECRET_VALUES.sub(HIDDEN, chosen) for chosen in (words["path"], request_id))
    words.update(event="request", request_id=shown_id, level="info", timestamp=datetime.now(UTC))
    line = orjson.dumps(words, option=orjson.OPT_UTC_Z | orjson.OPT_APPEND_NEWLINE).decode()
    with _for_machines.lock or nullcontext():
        _for_machines.stream.write(line)
        _for_machines.stream.flush()
