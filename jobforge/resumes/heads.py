"""Where the heads of jobs are in an experience section.

People lay jobs out in any order: title first or employer first, on one line or on three, dates before or after, as
headings, bold lines, bullets or bare text. Dates on or beside a short line anchor a head. How many lines above and
below the dates belong to it is one layout for all jobs of a resume, so it is decided from all heads together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jobforge.resumes.cells import cells_of, commas, date_span, header_period, split_parts, without_span
from jobforge.resumes.head_lines import is_bullet_head, is_candidate, is_label, is_strong, named_parts
from jobforge.resumes.places import could_be_place, is_place
from jobforge.resumes.scores import employer_score, has_employer_word, has_title_word, title_score
from jobforge.text.dates import Period
from jobforge.text.markdown import Line, LineKind

_MAX_ABOVE = 3  # lines of a head above its dates
_MAX_BELOW = 2  # below them
_MAX_BELOW_LENGTH = 90  # characters


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of a head in the order of the text, its dates, and the heading of an employer with several jobs."""

    lines: tuple[Line, ...]
    period: Period | None
    group: Line | None = None

    @property
    def first(self) -> int:
        return self.lines[0].number


def find_heads(items: Sequence[Line], level: int) -> list[Head]:
    """Return the heads among the lines of a section whose heading has `level` (0 where it has none)."""
    return _Finder(list(items), level).heads()


class _Finder:
    def __init__(self, items: list[Line], level: int) -> None:
        self.items, self.level = items, level
        self.index_of = {item.number: index for index, item in enumerate(items)}
        self.anchors = self._anchors()
        self.anchor_set = frozenset(self.anchors)
        self.taken: set[int] = set()
        self.titles_below = False  # whether some job has its title under its dates

    def _anchors(self) -> list[int]:
        dated = [i for i, item in enumerate(self.items) if is_candidate(item) and date_span(item)]
        plain = [i for i in dated if self.items[i].kind is not LineKind.BULLET]
        return plain or [i for i in dated if is_bullet_head(self.items[i])]

    def heads(self) -> list[Head]:
        heads = self._with_dates_below() if self._dates_follow_bullets() else self._around_dates()
        heads += self._undated(heads)
        heads.sort(key=lambda head: head.first)
        return self._with_groups(heads)

    def _dates_follow_bullets(self) -> bool:
        """Return whether the dates of a job stand under what was done in it."""
        if not self.anchors or self.anchors[0] < 2 or not is_candidate(self.items[0]):
            return False
        following = [
            i
            for i in self.anchors
            if self.items[i - 1].kind is LineKind.BULLET
            and self.items[i].kind is LineKind.PARAGRAPH
            and (i + 1 == len(self.items) or self.items[i + 1].kind is not LineKind.BULLET)
        ]
        return self.anchors[0] in following and 2 * len(following) > len(self.anchors)

    def _with_dates_below(self) -> list[Head]:
        heads, begin = [], 0
        for anchor in self.anchors:
            lead: list[Line] = []
            for item in self.items[begin:anchor]:
                if item.kind is LineKind.BULLET or not is_candidate(item) or len(lead) == _MAX_ABOVE:
                    break
                lead.append(item)
            if lead:
                heads.append(Head((*lead, self.items[anchor]), header_period(self.items[anchor])))
                self.taken.update(line.number for line in heads[-1].lines)
            begin = anchor + 1
        return heads

    def _around_dates(self) -> list[Head]:
        above = [self._above(anchor) for anchor in self.anchors]
        limit = len(above[0]) if above else 0
        for number, lines in enumerate(above):
            if number and len(lines) > limit and not self._is_bounded(self.anchors[number], lines):
                above[number] = lines[-limit:] if limit else []
        heads = [[*lines, self.items[anchor]] for lines, anchor in zip(above, self.anchors, strict=True)]
        self.taken.update(line.number for lines in heads for line in lines)
        self._add_named_below(heads)
        self._add_places_below(heads)
        return [
            Head(tuple(lines), header_period(self.items[anchor]))
            for lines, anchor in zip(heads, self.anchors, strict=True)
        ]

    def _is_bounded(self, anchor: int, lines: list[Line]) -> bool:
        """Return whether something ends the lines above the dates: a blank line, a bullet, a sentence, a heading."""
        index = anchor - len(lines) - 1
        dated = self.items[anchor]
        if index < 0 or any(is_strong(line) for line in lines):
            return True
        if len(split_parts(without_span(dated.text, date_span(dated)))) >= 2:
            return False
        previous = self.items[index]
        gap = lines[0].number - previous.number > 1
        return gap or previous.kind is not LineKind.PARAGRAPH or not is_candidate(previous) or is_label(previous)

    def _above(self, anchor: int) -> list[Line]:
        dated = self.items[anchor]
        text = without_span(dated.text, date_span(dated))
        if dated.kind in (LineKind.TABLE, LineKind.BULLET) or (
            text and (dated.kind is LineKind.HEADING or dated.bold_only)
        ):
            return []
        complete = self._is_complete(text)
        result: list[Line] = []
        for index in range(anchor - 1, max(-1, anchor - 1 - _MAX_ABOVE), -1):
            item = self.items[index]
            gap = (result[0] if result else dated).number - item.number > 1
            if self._ends_above(index, gap, bool(text), complete, bool(result)):
                break
            result.insert(0, item)
            before_is_bold = bool(index) and self.items[index - 1].bold
            if item.kind is LineKind.HEADING or (item.bold and not (before_is_bold and len(result) < 2)):
                break
        return result

    def _is_complete(self, text: str) -> bool:
        """Return whether a line holds title and employer, so that nothing plain above it belongs to the head."""
        if not has_title_word(text) or is_place(text):
            return False
        return len(cells_of(text)) >= 2 or any(employer_score(part) for part in commas(text)[1:])

    def _ends_above(self, index: int, gap: bool, own_text: bool, complete: bool, begun: bool) -> bool:
        item = self.items[index]
        strong = is_strong(item)
        if item.kind in (LineKind.BULLET, LineKind.TABLE) or index in self.anchor_set or item.number in self.taken:
            return True
        if not is_candidate(item) or is_label(item) or (complete and not strong):
            return True
        return gap and not strong and (own_text or begun)

    def _below(self, head: list[Line]) -> Line | None:
        """Return the line under a head, where it may belong to it."""
        last = self.index_of[head[-1].number]
        if last + 1 >= len(self.items) or head[-1].kind in (LineKind.TABLE, LineKind.BULLET):
            return None
        item = self.items[last + 1]
        if last + 1 in self.anchor_set or item.kind not in (LineKind.PARAGRAPH, LineKind.HEADING) or is_label(item):
            return None
        if not is_candidate(item) or len(item.text) > _MAX_BELOW_LENGTH:
            return None
        if item.number - head[-1].number > 1:
            marked = item.raw.lstrip()[:1] in "*_" or has_employer_word(item.text) or has_title_word(item.text)
            marked = marked or (self.titles_below and self._is_over_list(item))
            if head[-1].kind is not LineKind.HEADING or len(item.text) > 60 or not marked:
                return None
        return item

    def _add_named_below(self, heads: list[list[Line]]) -> None:
        """Take the line under the dates into the heads that lack a title or an employer, if most look like it."""
        for _ in range(_MAX_BELOW):
            lacking = self._lacking(heads)
            named = {lines[0].number for lines in lacking}
            offered = [
                (lines, below) for lines in lacking if (below := self._below(lines)) and not is_place(below.text)
            ]
            alike = sum(self._names_something(below) for _, below in offered)
            if not offered or 2 * alike < len(offered):
                return
            offered += [(lines, below) for lines in heads if (below := self._employer_below(lines, named, len(heads)))]
            for lines, below in offered:
                if self._names_something(below) or alike > 1:
                    lines.append(below)
                    self.taken.add(below.number)

    def _employer_below(self, lines: list[Line], lacking: set[int], count: int) -> Line | None:
        """Return the employer under a title with a comma of its own, where the other heads have it there."""
        if lines[0].number in lacking or 2 * len(lacking) < count or len(cells_of(lines[-1].text)) > 2:
            return None
        below = self._below(lines)
        return (
            below if below and employer_score(below.text) and not any(map(employer_score, named_parts(lines))) else None
        )

    def _lacking(self, heads: list[list[Line]]) -> list[list[Line]]:
        """Return the heads that lack a title or an employer.

        Where one has its title below the dates, a line below another that has no title either is taken for its own,
        though it holds no word that titles are known by ("Sozialpädagogische Familienhilfe")."""
        lacking = [lines for lines in heads if self._lacks(lines)]
        below = [self._below(lines) for lines in lacking]
        self.titles_below = any(line and has_title_word(line.text) for line in below)
        if not self.titles_below:
            return lacking
        others = [lines for lines in heads if lines not in lacking and not _has_title(lines)]
        return lacking + [lines for lines in others if (line := self._below(lines)) and self._names_something(line)]

    def _lacks(self, lines: list[Line]) -> bool:
        if len(named_parts(lines)) < 2:
            return True
        below = None if _has_title(lines) else self._below(lines)
        return below is not None and has_title_word(below.text)

    def _names_something(self, line: Line) -> bool:
        """Return whether a line reads as a title or an employer and not as work."""
        if is_strong(line) or title_score(line.text) >= 3 or employer_score(line.text) >= 2:
            return True
        if line.text[:1].islower() or any(letter.isdigit() for letter in line.text):
            return False
        over_list = self._is_over_list(line)
        short = len(line.text.split()) <= (6 if over_list else 3)
        return short and (over_list or bool(title_score(line.text) or employer_score(line.text)))

    def _is_over_list(self, line: Line) -> bool:
        index = self.index_of[line.number]
        return index + 1 < len(self.items) and self.items[index + 1].kind is LineKind.BULLET

    def _add_places_below(self, heads: list[list[Line]]) -> None:
        """Take the line with the place into the heads, where most heads have one."""
        offered = [(lines, below) for lines in heads if (below := self._below(lines))]
        sure = sum(is_place(below.text) for _, below in offered)
        possible = sum(could_be_place(below.text) for _, below in offered)
        for lines, below in offered:
            common = 2 * possible > len(heads) if sure else possible == len(heads) > 1
            if is_place(below.text) or (common and could_be_place(below.text)):
                lines.append(below)
                self.taken.add(below.number)

    def _undated(self, heads: list[Head]) -> list[Head]:
        """Return jobs without dates: sub-headings, and short lines over bullets that name a job or an employer."""
        result = []
        trailing = self._dates_follow_bullets()
        for index, (item, following) in enumerate(pairwise(self.items)):
            if not self._may_head(item, following) or (item.kind is LineKind.TABLE and (item.level or heads)):
                continue
            if item.kind is LineKind.HEADING and item.level > self.level:
                result.append(Head((item,), None))
            elif not heads and (item.bold or (following.kind is LineKind.BULLET and len(item.text) <= 100)):
                above = self._above(index) if not item.bold else []
                result.append(Head((*above, item), None))
                self.taken.update(line.number for line in above)
            elif heads and not trailing and self._begins_undated(index):
                result.append(Head((item,), None))
        return result

    def _may_head(self, item: Line, following: Line) -> bool:
        """Tell whether a line may be the head of a job, whose text the next line begins."""
        if item.number in self.taken or item.kind is LineKind.BULLET or is_label(item) or not is_candidate(item):
            return False
        deeper = following.kind is LineKind.HEADING and following.level > item.level
        return following.number not in self.taken and not deeper

    def _begins_undated(self, index: int) -> bool:
        """Return whether a line among dated jobs begins one that has no dates."""
        item, following = self.items[index], self.items[index + 1]
        if following.kind is not LineKind.BULLET or not index or len(item.text) > 100:
            return False
        previous = self.items[index - 1]
        apart = item.number - previous.number > 1 or previous.kind is LineKind.BULLET
        names = title_score(item.text) >= 3 or employer_score(item.text) >= 2
        return apart and names and previous.number not in self.taken and not item.text[:1].islower()

    def _with_groups(self, heads: list[Head]) -> list[Head]:
        """Give jobs that stand under a heading of an employer that heading."""
        by_first = {head.first: head for head in heads}
        inside = {line.number for head in heads for line in head.lines}
        above: list[Line] = []  # the headings that are open at this point, outermost first
        groups: dict[int, Line | None] = {}
        for item in self.items:
            heading = item.kind is LineKind.HEADING
            while heading and above and above[-1].level >= item.level:
                above.pop()
            if item.number in by_first:
                last = above[-1] if above else None
                groups[item.number] = last if last and last.number not in inside else None
            if heading:
                above.append(item)
        return [replace(head, group=groups.get(head.first)) for head in heads]


def _has_title(lines: list[Line]) -> bool:
    return any(has_title_word(line.text) for line in lines)
