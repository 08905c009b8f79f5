"""Characters of a page put together to words and to fragments: runs of words on one baseline without a wide gap."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from jobforge.interchange.characters import Character, Dot, Page

_BASELINE = 0.35  # of the size: letters this near in height stand on one line
_GAP = 1.1  # of the size: a wider one separates fragments
_SPACE = 0.16  # of the size: a wider one separates words
_BULLETS = "•◦▪▫■□●○▸►▶➤➢➔→✓✔∙·‣⁃–—*❖⚫⯈◆◇❑❒➣*-"
_SURE_BULLETS = frozenset(_BULLETS) - frozenset("–—-*→·")


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader's eye tells apart."""

    size: float
    bold: bool
    italic: bool
    colour: int
    font: str


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    x0: float
    x1: float
    look: Look


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words on one baseline. `bullet` is the x of the bullet that stands before them, None without one."""

    words: tuple[Word, ...]
    y: float
    bullet: float | None = None
    marker: str = ""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def left(self) -> float:
        """The left edge, the bullet included."""
        return self.x0 if self.bullet is None else min(self.bullet, self.x0)

    @property
    def size(self) -> float:
        return max(word.look.size for word in self.words)

    @property
    def look(self) -> Look:
        """The look of most letters."""
        looks: Counter[Look] = Counter()
        for word in self.words:
            looks[word.look] += len(word.text)
        return looks.most_common(1)[0][0]

    @property
    def all_bold(self) -> bool:
        return all(word.look.bold for word in self.words if any(letter.isalnum() for letter in word.text))


def fragments_of(page: Page) -> list[Fragment]:
    """Return the fragments of `page` from top to bottom and left to right."""
    fragments = [
        fragment for line in _baselines(page.characters) for run in _runs(line) if (fragment := _fragment(run))
    ]
    fragments = list(_with_glyph_bullets(fragments))
    fragments = _with_drawn_bullets(fragments, page.dots)
    return sorted(fragments, key=lambda fragment: (fragment.y, fragment.x0))


def _baselines(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Yield the characters of each baseline. The larger letters say where it is; raised ones join it."""
    line: list[Character] = []
    baseline, size = 0.0, 0.0
    for character in sorted(characters, key=lambda c: (c.y, c.x0)):
        if line and character.y - baseline > _BASELINE * max(min(size, character.size), 0.6 * max(size, character.size)):
            yield line
            line, size = [], 0.0
        if character.text != " " and (not line or character.size > size):
            baseline, size = character.y, character.size
        elif not line:
            baseline, size = character.y, character.size
        line.append(character)
    if line:
        yield line


def _runs(line: list[Character]) -> Iterator[list[Character]]:
    letters = sorted((c for c in line), key=lambda c: c.x0)
    run: list[Character] = []
    last: Character | None = None
    for character in letters:
        if character.text == " ":
            if run:
                run.append(character)
            continue
        if last and character.x0 - last.x1 > _GAP * max(min(last.size, character.size), 0.7 * last.size):
            yield run
            run = []
        run.append(character)
        last = character
    if run:
        yield run


def _fragment(run: list[Character]) -> Fragment | None:
    words = list(_words(run))
    return Fragment(tuple(words), median(c.y for c in run if c.text != " ")) if words else None


def _words(run: list[Character]) -> Iterator[Word]:
    letters = [c for c in run if c.text != " "]
    if not letters:
        return
    tracking = _tracking(letters)
    # With wide tracking a space is what is wider still; the spaces of the text are believed only without it.
    limit = _SPACE * median(c.size for c in letters) + tracking
    spaced_out = _is_spaced_out(run)
    word: list[Character] = []
    blank = False
    for character in run:
        if character.text == " ":
            blank = True
            continue
        if word:
            gap = character.x0 - word[-1].x1
            threshold = 0.7 * word[-1].size if spaced_out else limit
            if gap > threshold or (blank and not spaced_out):
                yield _word(word)
                word = []
        word.append(character)
        blank = False
    if word:
        yield _word(word)


def _tracking(letters: list[Character]) -> float:
    """Return the distance between letters of text that is set wide, 0 for ordinary text."""
    gaps = [second.x0 - first.x1 for first, second in pairwise(letters)]
    if len(gaps) < 3:
        return 0.0
    usual = median(gaps)
    return usual if usual > 0.04 * letters[0].size else 0.0


def _is_spaced_out(run: list[Character]) -> bool:
    """Whether every letter is followed by a space, as in `E D U C A T I O N`."""
    words = "".join(c.text for c in run).split()
    return len(words) >= 4 and sum(len(word) == 1 for word in words) >= 0.9 * len(words)


def _word(letters: list[Character]) -> Word:
    first = max(letters, key=lambda c: c.size)
    text = "".join(c.text for c in letters)
    look = Look(round(first.size * 2) / 2, letters[0].bold, letters[0].italic, letters[0].colour, letters[0].font)
    return Word(text, letters[0].x0, letters[-1].x1, look)


def _with_glyph_bullets(fragments: list[Fragment]) -> Iterator[Fragment]:
    """Make a bullet of the first glyph of a fragment, or of a lone one left of it."""
    pending: Fragment | None = None
    for fragment in fragments:
        if pending is not None:
            same_line = abs(fragment.y - pending.y) < 0.5 * fragment.size and 0 < fragment.x0 - pending.x1 < 60
            if same_line:
                yield replace(fragment, bullet=pending.x0, marker=pending.words[0].text)
                pending = None
                continue
            if pending.words[0].text not in _SURE_BULLETS:
                yield pending
            pending = None
        marked = _marked(fragment)
        if marked is None:
            yield fragment
        elif marked.words:
            yield marked
        else:
            pending = fragment
    if pending is not None and pending.words[0].text not in _SURE_BULLETS:
        yield pending


def _marked(fragment: Fragment) -> Fragment | None:
    """Return the fragment with its bullet taken off, None when it has none; without words when it is only one."""
    first = fragment.words[0]
    courier = "courier" in first.look.font.casefold() or "wingding" in first.look.font.casefold()
    if first.text in _BULLETS or (first.text == "o" and courier):
        return Fragment(fragment.words[1:], fragment.y, first.x0, "•" if first.text == "o" else first.text)
    if first.text[0] in _SURE_BULLETS and len(first.text) > 1:
        rest = first.text[1:]
        width = (first.x1 - first.x0) / len(first.text)
        word = Word(rest, first.x0 + width, first.x1, first.look)
        return Fragment((word, *fragment.words[1:]), fragment.y, first.x0, first.text[0])
    return None


def _with_drawn_bullets(fragments: list[Fragment], dots: list[Dot]) -> list[Fragment]:
    if not dots:
        return fragments
    result = []
    for fragment in fragments:
        height = fragment.size
        near = [
            dot
            for dot in dots
            if fragment.bullet is None
            and 0 < fragment.x0 - dot.x1 < 2.2 * height
            and -0.1 * height < fragment.y - dot.y < 0.75 * height
        ]
        result.append(replace(fragment, bullet=near[0].x0, marker="•") if near else fragment)
    return result


NUMBERED = re.compile(r"^\(?\d{1,2}[.)]$")
