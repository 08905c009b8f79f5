"""Which lines of an ad are headings, and what they announce."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jobforge.ads.lines import WRAPPED, AdLine
from jobforge.ads.markup import flat
from jobforge.languages.ad import HEADINGS, LOOKS_ASKED, Zone
from jobforge.text.terms import words

MAX_HEADING = 70  # characters
_MAX_LEAD = 11  # words of a line that leads to bullets
_MAX_FORMATTED = 10  # words of a heading set in bold, capitals or brackets
_MAX_LABEL = 4
_MAX_PLAIN = 8  # words of a heading that only its words tell
_MAX_BARE = 6  # words of a heading that nothing tells but its place
_SIGNS = "*_=~#[] 👇↓▼⬇️"
_DECORATION = re.compile(r"[\s#*_=~|\[\]:>\-–—•·.]+")
_AND = re.compile(r"\s+(?:and|und|et|y|e|&|\+)\s+|\s*[/,&+]\s*")
CLOSED = re.compile(r"[.;,!]\s*$")


def heading_zone(text: str) -> Zone | None:
    """Return what a heading announces; None where its words do not say."""
    said = flat(_DECORATION.sub(" ", text).strip()).strip()[:MAX_HEADING]
    zone = _first_zone(said)
    if zone is Zone.MUST and {Zone.MUST, Zone.DUTIES} <= {_first_zone(part) for part in _AND.split(said)}:
        return Zone.MIXED
    return zone


def is_bare_heading(text: str) -> bool:
    """Return whether a text is the words of a heading and no more: no entry of a list such as "Spanish preferred"."""
    remainder = flat(text)
    for _, pattern in HEADINGS:
        remainder = pattern.sub(" ", remainder)
    return remainder != flat(text) and not words(remainder)


def _first_zone(said: str) -> Zone | None:
    return next((zone for zone, pattern in HEADINGS if pattern.search(said)), None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a heading, with what can be seen of it and around it."""

    lines: Sequence[AdLine]
    index: int
    marked_up: bool

    @property
    def line(self) -> AdLine:
        return self.lines[self.index]

    @property
    def following(self) -> AdLine | None:
        return self.lines[self.index + 1] if self.index + 1 < len(self.lines) else None

    @property
    def text(self) -> str:
        return self.line.text.strip()

    @property
    def bare(self) -> str:
        return self.text.strip(_SIGNS)

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def zone(self) -> Zone | None:
        return heading_zone(self.bare)

    def is_heading(self) -> bool:
        """Return whether the line is a heading."""
        if not self.text or len(self.text) > MAX_HEADING:
            return False
        if self.line.bullet:
            return self._is_bullet_heading()
        if self._is_formatted() and (len(self.bare.split()) <= _MAX_FORMATTED or self.text.endswith(":")):
            return self._is_formatted_heading()
        if self.index == 0:
            return self.begins_with_its_list()
        if self.zone is None or self.words > _MAX_PLAIN or CLOSED.search(self.text):
            return self._is_heading_by_place()
        return self._opens_list() or ((self.line.blank_before or self._is_short_label()) and not self._asks())

    def _is_short_label(self) -> bool:
        """Return whether a line is the words of a heading and no more, where an ad has lost its blank lines."""
        previous = self.lines[self.index - 1].text.rstrip()
        goes_on = len(previous) >= WRAPPED and previous[-1:] not in ".!?:"
        if self.words > _MAX_LABEL or not self.text[:1].isupper() or self.following is None or goes_on:
            return False
        return is_bare_heading(self.bare)

    def _is_formatted(self) -> bool:
        text, bare = self.text, self.bare
        wrapped = text[:2] in ("**", "__", "==") and text[-2:] in ("**", "__", "==", "*:", "_:")
        bold = text.startswith("**") and text.endswith(("**", "**:"))
        boxed = text.startswith("[") and text.endswith(("]", "]:"))
        capitals = bare.isupper() and len(bare.split()) <= 6 and any(len(token) > 3 for token in bare.split())
        return any((text.startswith("#"), wrapped, bold, boxed, text.endswith(":"), self.marked_up, capitals))

    def _is_formatted_heading(self) -> bool:
        if self.index == 0 or self.text.endswith(":") or self.zone is not None:
            return True
        return not self._asks()

    def begins_with_its_list(self) -> bool:
        """Return whether the ad begins with the heading of its requirements: only that part was pasted."""
        begins = self._opens_list() or self._opens_plain_list()
        return self.zone in (Zone.MUST, Zone.NICE) and self.words <= 4 and begins

    def _is_heading_by_place(self) -> bool:
        """Return whether a line that says nothing of itself is set apart and leads to a list."""
        if not self.line.blank_before or self.index == 0 or CLOSED.search(self.text):
            return False
        if self._opens_list() and self.words <= _MAX_LEAD:
            return True
        return self._opens_plain_list() and self.words <= _MAX_BARE

    def _is_bullet_heading(self) -> bool:
        """Return whether a line with a sign of its own is the heading of bullets with another sign."""
        marker, following = self.line.marker, self.following
        apart = (self.index == 0 or self.lines[self.index - 1].marker != marker) and (
            following is None or following.marker != marker
        )
        if not apart or self.words > _MAX_PLAIN:
            return False
        wrapped = self.text.endswith(("*", "=", "_", ":"))
        opens, blank = self._opens_list(), self.line.blank_before
        return wrapped or (opens and blank) or ((opens or blank) and self.zone is not None)

    def _opens_list(self) -> bool:
        following = self.following
        return (
            following is not None
            and following.bullet
            and not (self.line.bullet and following.marker == self.line.marker)
        )

    def _opens_plain_list(self) -> bool:
        """Return whether two or more short lines without bullets or full stops follow directly."""
        following = self.lines[self.index + 1 : self.index + 3]
        return len(following) > 1 and all(
            not item.bullet and not item.blank_before and len(item.text) <= MAX_HEADING and not CLOSED.search(item.text)
            for item in following
        )

    def _asks(self) -> bool:
        """Return whether the line says what is asked, as an entry of a list does, and not what a list is."""
        if self._opens_list():
            return False
        return bool(LOOKS_ASKED.search(flat(self.bare))) and len(self.bare.split()) > 2

    def stands_alone(self) -> bool:
        """Return whether a short line stands between blank lines and text that is no bullet, after a list."""
        following = self.following
        short = not self.line.bullet and self.words <= _MAX_BARE and not CLOSED.search(self.text)
        return short and following is not None and not following.blank_before
