"""Headings inside one line: a text that lost its line breaks ("... Requirements: Python. Nice to have: Kafka.")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobforge.ads.headings import heading_zone
from jobforge.ads.lines import AdLine

_MIN_LENGTH = 160  # characters; shorter lines have their label in front
_LABEL = re.compile(r"(?:^|(?<=[.!?;)]\s)|(?<=[.!?)]\s\s)|(?<=[|•]\s))(?P<label>[^\W\d_a-z][^:.!?;|]{2,45}):\s+(?=\S)")
_MAX_LABEL = 6  # words


def split_at_headings(lines: Sequence[AdLine]) -> list[AdLine]:
    """Return the lines, long ones cut before and after the headings inside them."""
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: AdLine) -> Iterator[AdLine]:
    labels = [
        result
        for result in _LABEL.finditer(line.text)
        if len(result["label"].split()) <= _MAX_LABEL and heading_zone(result["label"]) is not None
    ]
    if len(line.text) < _MIN_LENGTH or len(labels) < 2:
        yield line
        return
    begin, blank = 0, line.blank_before
    for label in labels:
        if line.text[begin : label.start()].strip():
            yield _piece(line, begin, label.start(), blank=blank)
        yield _piece(line, label.start(), label.end(), blank=True)
        begin, blank = label.end(), False
    yield _piece(line, begin, len(line.text), blank=False)


def _piece(line: AdLine, start: int, end: int, *, blank: bool) -> AdLine:
    text = line.text[start:end].rstrip()
    return replace(line, start=line.start + start, end=line.start + start + len(text), text=text, blank_before=blank)
