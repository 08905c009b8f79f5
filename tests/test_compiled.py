"""Compiled operations answer as graphql-core does, to the byte."""

from __future__ import annotations

import asyncio
import json
import os
from random import Random
from typing import Any

import pytest
from compiled_queries import Operation, Writer
from compiled_schema import World, schema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobforge.graphql.compiled import documents_of

PLAIN = schema()
COMPILED = schema(after=0)
EXAMPLES = int(os.environ.get("COMPILED_EXAMPLES", "1500"))


async def answer(of: Any, operation: Operation, seed: int, trouble: int) -> tuple[str, list[Any], list[str]]:
    """The data as JSON, all there is to know about the errors, and what was called in which order."""
    world = World(seed, trouble)
    root = {"version": world.value("version", "1")}
    result = await of.execute(operation.text, dict(operation.variables), context_value=world, root_value=root)
    while len(asyncio.all_tasks()) > 1:  # what was begun beside an error
        await asyncio.sleep(0)
    errors = [
        (error.formatted, type(error.original_error), repr(error.original_error), len(error.nodes or ()))
        for error in result.errors or ()
    ]
    return json.dumps(result.data), errors, world.calls


async def compare(operation: Operation, seed: int, trouble: int) -> None:
    expected = await answer(PLAIN, operation, seed, trouble)
    assert await answer(COMPILED, operation, seed, trouble) == expected


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.integers(0, 2**16), st.sampled_from([0, 0, 10, 30, 100, 300]))
def test_answers_are_graphql_cores(random: Random, seed: int, trouble: int) -> None:
    operation = Writer(PLAIN._schema, random).operation()
    asyncio.run(compare(operation, seed, trouble))
