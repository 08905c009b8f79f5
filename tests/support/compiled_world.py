"""Trouble for resolvers: what goes wrong where depends on a seed and on the place alone."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from typing import Any
from zlib import crc32

from graphql import Undefined
from strawberry.dataloader import DataLoader


class Later:
    """An awaitable that takes some turns of the event loop, then gives its value or raises it."""

    def __init__(self, value: object, turns: int = 1) -> None:
        self.value = value
        self.turns = turns

    def __repr__(self) -> str:
        return "later"

    def __await__(self) -> Generator[Any, None, Any]:
        for _ in range(self.turns):
            yield from asyncio.sleep(0).__await__()
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Strange:
    """An object that no GraphQL type expects, although some make do with its text."""

    def __repr__(self) -> str:
        return "strange"


class Mishap(Exception):
    """What resolvers of this schema raise."""


class World:
    """The context of a request: trouble by seed, a loader, and a record of what was called in which order."""

    def __init__(self, seed: int, trouble: int) -> None:
        self.seed = seed
        self.trouble = trouble
        self.calls: list[str] = []
        self.pets: DataLoader[str, Any]

    def roll(self, key: str, sides: int) -> int:
        return crc32(f"{self.seed}/{key}".encode()) % sides

    def struck(self, key: str) -> bool:
        """Whether trouble (so many in a thousand) comes to this place."""
        return self.roll("trouble/" + key, 1000) < self.trouble

    def value(self, key: str, right: object) -> object:
        """The right value, or one that a resolver should not have returned."""
        if not self.struck(key):
            return right
        wrong: tuple[object, ...] = (
            None,
            None,
            Mishap(key),
            Undefined,
            Strange(),
            "wrong",
            -1.5,
            2**40,
            float("nan"),
            [],
            Later(right),
        )
        return (*wrong, Later(None), Later(Mishap(key)), (1, "2"), {"id": "d"}, True)[self.roll(key, 16)]

    def call(self, key: str) -> None:
        """Called by each resolver."""
        self.calls.append(key)
        if self.struck("call/" + key):
            raise Mishap(f"no {key}")
