"""The shape of an ad: lines, bullets, headings, and the zone (requirements, benefits, ...) each line stands in.

Everything keeps its offsets in the source, so that a quote is a slice of the ad as it was pasted, HTML and all.
"""

import re
from collections.abc import Iterator, Sequence

from jobforge.ads.headings import CLOSED, MAX_HEADING, Candidate, heading_zone
from jobforge.ads.inline_headings import split_at_headings
from jobforge.ads.lines import LABEL, AdLine, ad_lines
from jobforge.ads.markup import flat, plain_text, unescape
from jobforge.ads.run_together import split_at_bullets
from jobforge.ads.sentences import clauses, sentences
from jobforge.ads.zones import Passage, resolved
from jobforge.languages.ad import FORMALITY, GIFT, LOOKS_ASKED, Zone

__all__ = [
    "MAX_AD", "Passage", "clauses", "flat", "heading_zone", "passages", "plain_text", "sentences", "unescape",
]  # fmt: skip

MAX_AD = 100_000  # characters that are read; an ad is a page or two
_MAX_LABEL = 7  # words of a label that says what follows it

_HTML_HEADING = re.compile(r"<(?:h[1-6]|b|strong)\b[^<>]{0,200}>\s{0,20}$", re.IGNORECASE)
_HTML_HEADING_END = re.compile(r"\s{0,20}:?\s{0,20}</(?:h[1-6]|b|strong)>\s{0,20}:?\s{0,20}(?:<|\n|$)", re.IGNORECASE)


def passages(source: str) -> tuple[Passage, ...]:
    """Return the passages of an ad in order, each in its zone."""
    text = plain_text(source[:MAX_AD])
    lines = ad_lines(text, lambda words: heading_zone(words) is not None)
    lines = split_at_bullets(split_at_headings(lines))
    return tuple(resolved(list(_Walk(source, text, lines).passages())))


class _Walk:
    """Go through the lines and keep the zone that the last heading opened."""

    def __init__(self, source: str, text: str, lines: Sequence[AdLine]) -> None:
        self.source, self.text, self.lines = source, text, lines
        self.zone: Zone | None = None
        self.unknown_heading = False
        self.in_list = self.bulleted = False

    def passages(self) -> Iterator[Passage]:
        """Yield a passage for each line; two for a line with a label of its own would be one zone too many."""
        for index, line in enumerate(self.lines):
            candidate = Candidate(self.lines, index, self._is_marked_up(line))
            if candidate.is_heading() or (self.bulleted and line.blank_before and candidate.stands_alone()):
                yield self._open(candidate)
            else:
                yield self._labelled(line, index) or self._plain(line)

    def _is_marked_up(self, line: AdLine) -> bool:
        previous = self.source[max(line.start - 250, 0) : line.start]
        return bool(
            not line.bullet and _HTML_HEADING.search(previous) and _HTML_HEADING_END.match(self.source, line.end)
        )

    def _open(self, candidate: Candidate) -> Passage:
        """Begin the zone of a heading. The first line is the title unless it heads a list of requirements."""
        zone = candidate.zone
        if candidate.index == 0 and not (candidate.text.endswith(":") or candidate.begins_with_its_list()):
            zone = None
        self.zone, self.in_list, self.bulleted = zone, False, False
        self.unknown_heading = zone is None and candidate.index > 0
        return self._passage(candidate.line, heading=True, zone=zone)

    def _labelled(self, line: AdLine, index: int) -> Passage | None:
        """Return the passage of a line whose label says what it holds ("Benefits: ..."), None for other lines."""
        self._leave_list(line)
        label = LABEL.match(line.text) if index else None
        if label is None or len(label["label"].split()) > _MAX_LABEL:
            return None
        zone = heading_zone(label["label"])
        inside = line.bullet and self.zone in (Zone.MUST, Zone.NICE) and zone not in (Zone.NICE, Zone.MUST)
        if zone is None or inside:
            return None
        start = line.start if zone is Zone.MUST and line.bullet else line.start + label.end()
        return self._passage(line, zone=zone, start=start, labelled=True)

    def _leave_list(self, line: AdLine) -> None:
        if self.in_list and _is_prose(line) and (line.blank_before or _offers(line)):
            self.zone, self.unknown_heading = None, False  # prose after a list belongs to no list

    def _plain(self, line: AdLine) -> Passage:
        prose = _is_prose(line)
        self.in_list = self.in_list or line.bullet or not prose or self.zone in (Zone.MUST, Zone.NICE)
        self.bulleted = self.bulleted or line.bullet
        listed = self.unknown_heading and (line.bullet or not prose)
        return self._passage(line, zone=self.zone, bullet=line.bullet or listed, labelled=listed)

    def _passage(
        self,
        line: AdLine,
        *,
        zone: Zone | None,
        start: int | None = None,
        heading: bool = False,
        bullet: bool | None = None,
        labelled: bool = False,
    ) -> Passage:
        begin = line.start if start is None else start
        listed = line.bullet if bullet is None else bullet
        return Passage(line.line, begin, line.end, self.text[begin : line.end], listed, heading, zone, labelled)


def _is_prose(line: AdLine) -> bool:
    return not line.bullet and (len(line.text) > MAX_HEADING or bool(CLOSED.search(line.text)))


def _offers(line: AdLine) -> bool:
    """Return whether a paragraph says what is offered or how to apply, and nothing of what is asked."""
    said = flat(line.text)
    return bool(GIFT.search(said) or FORMALITY.search(said)) and not LOOKS_ASKED.search(said)
