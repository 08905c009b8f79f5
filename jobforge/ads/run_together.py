"""Lists that lost their line breaks: one line with bullets inside ("Profile • Python • SQL Nice to have • Kafka").

Signs that stand in prose, too (dashes, slashes, bars), part a list only where they are many and part whole phrases."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobforge.ads.headings import is_bare_heading
from jobforge.ads.lines import AdLine

_MARK = re.compile(r"(?:^|(?<=\s))[•●▪▫◦‣➤➢►▶✓✔✅■□❖∙·*–|/-](?:\s+)(?=\S)")
_SURE = frozenset("•●▪▫◦‣➤➢►▶✓✔✅■□❖∙")
_MAX_TITLE = 160  # characters
_MIN_MARKS, _MIN_DASHES = 2, 3
_MIN_WORDS = {"/": 3.5, "|": 2.5}
"""Of the parts between signs that also stand between alternatives and cells, on average."""
_MAX_HEADING, _MAX_ITEM = 5, 15  # words


def split_at_bullets(lines: Sequence[AdLine]) -> list[AdLine]:
    """Return the lines, those with bullets inside cut into their items and the headings between them."""
    result: list[AdLine] = []
    for index, line in enumerate(lines):
        is_title = index == 0 and len(line.text) <= _MAX_TITLE
        in_list = line.bullet and any(
            other.bullet for other in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
        )
        result += _pieces(line, only_sure=is_title or in_list)
    return result


def _pieces(line: AdLine, *, only_sure: bool) -> Iterator[AdLine]:
    marks = _marks(line, only_sure=only_sure)
    if not marks:
        yield line
        return
    begin = 0
    is_item = line.bullet or (marks[0].start() > 0 and _may_be_item(line.text[: marks[0].start()]))
    for mark in [*marks, None]:
        end = mark.start() if mark else len(line.text)
        yield from _item(line, begin, end, is_item=is_item, more=mark is not None)
        begin, is_item = (mark.end() if mark else end), True


def _may_be_item(text: str) -> bool:
    return len(text.split()) <= _MAX_ITEM and not re.search(r"[.!?:]\s*$", text) and not is_bare_heading(text.strip())


def _marks(line: AdLine, *, only_sure: bool) -> list[re.Match[str]]:
    """Return the bullets inside a line, those of one kind; `only_sure` where dashes are a title's or an entry's own."""
    found = list(_MARK.finditer(line.text))
    for sign in dict.fromkeys(mark.group().strip() for mark in found):
        marks = [mark for mark in found if mark.group().strip() == sign]
        count = len(marks) + (line.marker == sign)
        if sign in _SURE:
            enough = count >= _MIN_MARKS
        else:
            words = len(line.text.split()) - len(marks)
            enough = not only_sure and count >= _MIN_DASHES and words >= _MIN_WORDS.get(sign, 2.0) * (len(marks) + 1)
        if enough:
            return marks
    return []


def _item(line: AdLine, start: int, end: int, *, is_item: bool, more: bool) -> Iterator[AdLine]:
    """Yield an item, and behind it the heading of the next list where one stands at its end."""
    text = line.text[start:end]
    words = list(re.finditer(r"\S+", text))
    for count in range(min(_MAX_HEADING, len(words) - 1 if is_item else len(words)), 0, -1) if more else ():
        first = words[-count]
        if (
            len(first.group()) > 1
            and first.group()[:1].isupper()
            and is_bare_heading(text[first.start() :].rstrip(" :"))
        ):
            if text[: first.start()].strip():
                yield _line(line, start, start + first.start(), bullet=is_item)
            yield _line(line, start + first.start(), end, bullet=False)
            return
    if text.strip():
        yield _line(line, start, end, bullet=is_item)


def _line(line: AdLine, start: int, end: int, *, bullet: bool) -> AdLine:
    text = line.text[start:end].rstrip()
    blank = line.blank_before or not bullet
    return replace(
        line,
        start=line.start + start,
        end=line.start + start + len(text),
        text=text,
        bullet=bullet,
        marker="•" if bullet else "",
        blank_before=blank and not bullet,
    )
