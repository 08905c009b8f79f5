"""Take out of a model's answer what is no part of the document: thinking, template marks, prefaces, closings.

`AnswerFilter` works on the stream, `without_chatter` on the lines of the finished answer.
"""

import contextlib
import re
from collections.abc import Sequence
from functools import cache

from jobforge.documents.llm.stream_parser import Line, bare
from jobforge.enums import Phase
from jobforge.languages import languages, table

_THINKING_TAGS = "think|thinking|thought|thoughts|reasoning|reflection|scratchpad|analysis"
_OPENING = re.compile(
    rf"<(?:{_THINKING_TAGS})>|<\|channel\|>(?:analysis|commentary)\b[^<]*<\|message\|>", re.IGNORECASE
)
_CLOSING = re.compile(rf"</(?:{_THINKING_TAGS})>|<\|channel\|>final\b[^<]*<\|message\|>", re.IGNORECASE)
_TEMPLATE_MARK = re.compile(
    r"<\|(?!channel\|>)[^|<>\n]{0,40}\|>|</?s>|\[/?INST\]|<</?SYS>>"
    r"|</?(?:start|end)_of_turn>|<\uff5c[^<>\n]{0,40}\uff5c>",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?:<\|channel\|>[^<\n]{0,40}(?:<[^<>\n]{0,12})?|<[^<>\n]{0,60}|\[/?I?N?S?T?)$")
"""The end of a piece that may be the beginning of a mark: it waits for the next piece."""

_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
MAX_PREFACE_LINES = 6
MAX_CLOSING_LINES = 12
MAX_REFUSAL_WORDS = 160


class AnswerFilter:
    """Pass on the pieces of an answer without thinking and template marks.

    `discarded` counts how often a closing tag without an opening one showed that all before it was thinking; whoever
    has shown that text begins again."""

    def __init__(self) -> None:
        self.discarded = 0
        self._rest = ""
        self._thinking = False

    def feed(self, piece: str) -> str:
        """Return what has become ready of the text so far."""
        self._rest += piece
        ready = self._take()
        if self._thinking:
            return ready
        held = _UNFINISHED.search(self._rest)
        cut = held.start() if held else len(self._rest)
        ready, self._rest = ready + self._rest[:cut], self._rest[cut:]
        return ready

    def end(self) -> str:
        """Return what is left when the answer has ended. Thinking that was never closed is no text."""
        ready = self._take()
        rest, self._rest = ("" if self._thinking else self._rest), ""
        return ready + rest

    def _take(self) -> str:
        """Return the text before the last whole mark, and keep what is behind it."""
        ready = ""
        while (mark := _first_mark(self._rest)) is not None:
            previous, self._rest = self._rest[: mark.start()], self._rest[mark.end() :]
            if not self._thinking:
                ready += previous
            if _OPENING.fullmatch(mark[0]):
                self._thinking = True
            elif _CLOSING.fullmatch(mark[0]):
                if not self._thinking:  # all before it was thinking, though nothing said so
                    self.discarded += 1
                    ready = ""
                self._thinking = False
        return ready


def _first_mark(text: str) -> re.Match[str] | None:
    matches = [match for match in (mark.search(text) for mark in (_OPENING, _CLOSING, _TEMPLATE_MARK)) if match]
    return min(matches, key=lambda match: (match.start(), -match.end()), default=None)


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    """Return what begins such a line in any language: models answer in English whatever they are asked in."""
    return re.compile(rf"[\s>*_#-]*(?:{'|'.join(chatter(kind))})", re.IGNORECASE)


def chatter(kind: str) -> list[str]:
    """Return the phrases of one kind in the `chatter` tables of all languages that have one."""
    phrases: list[str] = []
    for language in languages():
        with contextlib.suppress(FileNotFoundError):
            phrases += table(language, "chatter").get(kind, ())
    return phrases


def is_refusal(lines: Sequence[Line]) -> bool:
    """Return whether the answer declines to write: it begins so, is short, cites nothing and has no document's form."""
    texts = [line.text.strip() for line in lines if line.text.strip()]
    if not texts or any(line.evidence for line in lines) or any(text.startswith(("#", "|")) for text in texts):
        return False
    words = sum(len(text.split()) for text in texts)
    return words <= MAX_REFUSAL_WORDS and any(_patterns("refusal").match(text) for text in texts[:3])


def without_chatter(lines: Sequence[Line], phase: Phase, name: str) -> list[Line]:
    """Return the document's lines without a preface, and without what stands behind its end.

    A letter ends with its signature: the last line that is `name`. Lines that cite evidence are never taken out."""
    remaining = _without_preface(list(lines), phase)
    if phase is Phase.COVER_LETTER and name:
        signed = [index for index, line in enumerate(remaining) if _is_signature(line, name)]
        if signed and len(remaining) - signed[-1] <= MAX_CLOSING_LINES and not _cites(remaining[signed[-1] + 1 :]):
            remaining = remaining[: signed[-1] + 1]
    return _without_closing(remaining)


def _is_signature(line: Line, name: str) -> bool:
    text = re.sub(r"^\W*(?:\*\*)?|(?:\*\*)?\W*$", "", line.text)
    return bool(text) and bare(text) == bare(name)


def _cites(lines: Sequence[Line]) -> bool:
    return any(line.evidence for line in lines)


def _without_preface(lines: list[Line], phase: Phase) -> list[Line]:
    """Drop chatter before the first heading, or before a letter's salutation."""
    start = 0
    for index, line in enumerate(lines[:MAX_PREFACE_LINES]):
        text = line.text.strip()
        if not text or _RULE.match(text):
            continue
        heading = text.startswith("#") and phase is not Phase.COVER_LETTER
        if heading or line.evidence or not _patterns("preface").match(text):
            break
        start = index + 1
    while start < len(lines) and (not lines[start].text.strip() or _RULE.match(lines[start].text)):
        start += 1
    if start and start < len(lines):
        lines[start] = Line(lines[start].text, lines[start].evidence)
    return lines[start:]


def _without_closing(lines: list[Line]) -> list[Line]:
    """Drop chatter, rules and blank lines at the end, from the first sentence of it on."""
    end = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - MAX_CLOSING_LINES), -1):
        text = lines[index].text.strip()
        if lines[index].evidence or text.startswith(("#", "|")):
            break
        if (
            not text
            or _RULE.match(text)
            or _patterns("closing").match(text)
            or end < len(lines)
            and not lines[index].joined
            and _follows_chatter(lines, index)
        ):
            end = index
        else:
            break
    while end and (not lines[end - 1].text.strip() or _RULE.match(lines[end - 1].text)):
        end -= 1
    return lines[:end]


def _follows_chatter(lines: Sequence[Line], index: int) -> bool:
    """Return whether the sentence stands in one paragraph with chatter that begins before it."""
    while index > 0 and lines[index].joined:
        index -= 1
    return bool(_patterns("closing").match(lines[index].text.strip()))
