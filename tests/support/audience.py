"""Somebody who hears how the writing goes and says nothing: tests add what they want to look at."""

from jobforge.enums import Writer
from jobforge.matching.model_reading import ModelReading
from jobforge.providers import Usage


class Audience:
    """A `documents.llm.generate.Audience` that forgets all it hears."""

    async def text(self, piece: str) -> None: ...

    async def restart(self, reason: str) -> None: ...

    async def progress(self, progress: float, step: str) -> None: ...

    async def spent(self, writer: Writer, model: str, usage: Usage) -> None: ...

    async def read(self, reading: ModelReading) -> None: ...
