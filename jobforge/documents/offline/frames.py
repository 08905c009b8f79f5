"""Sentences written by hand, one table a language and document; slots hold nouns only."""

import re
from typing import Any, cast
from zlib import crc32

from jobforge.documents.offline.casing import capitalized
from jobforge.languages import table
from jobforge.text.language import Language


class Frames:
    """The frames of one document in one language. `seed` decides between versions: one application, one text."""

    def __init__(self, language: Language, topic: str, seed: str) -> None:
        self.language = language
        self.data: dict[str, Any] = dict(table(language.value, topic))
        self.seed = seed

    def text(self, key: str) -> str:
        """Return a frame without slots, by its dotted key."""
        return cast(str, self._get(key))

    def items(self, key: str) -> list[str]:
        """Return a list of frames without slots."""
        return list(cast(list[str], self._get(key)))

    def mapping(self, key: str) -> dict[str, str]:
        """Return a table of names."""
        return cast(dict[str, str], self._get(key))

    def say(self, key: str, /, **slots: str) -> str:
        """Return a frame with its slots filled, spaces and closing punctuation put right."""
        return self.say_next(key, 0, **slots)

    def say_next(self, key: str, turn: int, /, **slots: str) -> str:
        """Return the version after `turn` others, where one document needs the same frame again."""
        frame = self._get(key)
        if not isinstance(frame, str):
            frame = frame[(crc32(f"{self.seed}|{key}".encode()) + turn) % len(frame)]
        return _clean(frame.format(**slots))

    def versions(self, key: str, /, **slots: str) -> list[str]:
        """Return all versions of a frame, the one that `say` takes first."""
        return [self.say_next(key, turn, **slots) for turn in range(len(self._get(key)))]

    def _get(self, key: str) -> Any:
        value: Any = self.data
        for part in key.split("."):
            value = value[part]
        return value


def _clean(text: str) -> str:
    text = re.sub(r"\s{2,}", " ", text)
    text = re.sub(r"\s+([,.])(?!\w)", r"\1", text).replace(",,", ",")
    return re.sub(r"([.!?…])\.(?=\s|$)", r"\1", text).strip()


def sentence(text: str) -> str:
    """Return a fragment of the sources as a sentence of its own."""
    text = text.rstrip(" .;,:")
    return f"{capitalized(text)}." if text else ""
