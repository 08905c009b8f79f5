"""From a result to the bytes of its response."""

from __future__ import annotations

import json
from typing import Any

import orjson
from graphql import ExecutionResult as CoreResult
from strawberry.types import ExecutionResult

__all__ = ["response_bytes"]


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


def _known_to_orjson(value: object) -> object:
    return orjson.loads(orjson.dumps(value, option=orjson.OPT_UTC_Z))
