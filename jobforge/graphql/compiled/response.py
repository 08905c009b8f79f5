"""From a result to the bytes of its response."""

from __future__ import annotations

import json
from typing import Any

import orjson
from graphql import ExecutionResult as CoreResult
from strawberry.types import ExecutionResult

__all__ = ["data_json", "response_bytes"]

_last: tuple[object, orjson.Fragment] | None = None


def response_bytes(result: ExecutionResult | CoreResult) -> bytes:
    """The JSON of a response, with `errors` and `extensions` only where there are any.

    A result is made of plain values (dict, list, str, int, float, bool, None), so orjson needs no help; scalars
    may leave to it what else it knows, such as moments: in UTC they end in Z. What it refuses all the same (lone
    surrogates, integers of custom scalars beyond 64 bits) is written by the standard library.

    Raises:
        TypeError: a custom scalar gave a value that has no JSON.
    """
    response: dict[str, Any] = {"data": result.data}
    if result.errors:
        response["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        response["extensions"] = result.extensions
    try:
        return orjson.dumps(response, option=orjson.OPT_UTC_Z)
    except TypeError:
        return json.dumps(response, separators=(",", ":"), default=_known_to_orjson).encode()


def data_json(data: dict[str, Any] | None) -> object:
    """The data for a message that orjson will write: as JSON already where it was the last to be asked for.

    An event that many listen to is written once for all of them (see `SharedResults`)."""
    global _last
    if _last is not None and _last[0] is data:
        return _last[1]
    try:
        written = orjson.Fragment(orjson.dumps(data, option=orjson.OPT_UTC_Z))
    except TypeError:
        return data  # for whoever writes the message to deal with
    _last = data, written
    return written


def _known_to_orjson(value: object) -> object:
    return orjson.loads(orjson.dumps(value, option=orjson.OPT_UTC_Z))
