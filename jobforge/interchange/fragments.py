"""Characters of a page put together to words and to fragments: runs of words on one baseline without a wide gap."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from jobforge.interchange.characters import Character, Page

BASELINE = 0.35  # of the size: letters this near in height stand on one line
_GAP = 1.1  # of the size: a wider one separates fragments
_WIDE = 0.55  # of the size: a gap that may be one between columns
_VERY_WIDE = 0.85
_SAME_EDGE = 1.5  # points
_MIN_SHARED = 3
_SPACE = 0.16  # of the size: a wider one separates words
_MIN_STRETCHED = 3
_EVEN = 1.05  # the widest of equal gaps, in the narrowest
_ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "^": "\u0302", "ˆ": "\u0302", "˜": "\u0303", "~": "\u0303",
    "ˇ": "\u030c", "¸": "\u0327", "˚": "\u030a", "¯": "\u0304", "˘": "\u0306", "˝": "\u030b", "˙": "\u0307",
    "˛": "\u0328",
}  # fmt: skip


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
        return " ".join(token.text for token in self.words)

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
        return max(token.look.size for token in self.words)

    @property
    def look(self) -> Look:
        """The look of most letters."""
        looks: Counter[Look] = Counter()
        for token in self.words:
            looks[token.look] += len(token.text)
        return looks.most_common(1)[0][0]

    @property
    def all_bold(self) -> bool:
        return all(token.look.bold for token in self.words if any(letter.isalnum() for letter in token.text))


def fragments_of(pages: Sequence[Page]) -> list[list[Fragment]]:
    """Return the fragments of each page, bullets among them."""
    contents = [
        [fragment for line in _baselines(page.characters) for run in _runs(line) if (fragment := _fragment(run))]
        for page in pages
    ]
    return [_split_at_edges(fragments) for fragments in contents]


def wide_gaps(fragment: Fragment) -> Iterator[int]:
    """Yield the indexes of words behind a gap that is wider than the spaces of the line."""
    gaps = [second.x0 - first.x1 for first, second in pairwise(fragment.words)]
    usual = sorted(gaps)[len(gaps) // 4] if len(gaps) > 2 else 0.3 * fragment.size
    for index, gap in enumerate(gaps, 1):
        if gap >= max(_WIDE * fragment.words[index].look.size, 1.7 * usual):
            yield index


def _split_at_edges(fragments: list[Fragment]) -> list[Fragment]:
    """Split fragments where a word behind a wide gap stands at a left edge of others: columns may be close."""
    lefts = sorted(fragment.x0 for fragment in fragments)
    result = []
    for fragment in fragments:
        start = 0
        for index in wide_gaps(fragment):
            x = fragment.words[index].x0
            shared = bisect_right(lefts, x + _SAME_EDGE) - bisect_left(lefts, x - _SAME_EDGE)
            very_wide = x - fragment.words[index - 1].x1 > _VERY_WIDE * fragment.size
            if shared >= _MIN_SHARED - very_wide:
                result.append(replace(fragment, words=fragment.words[start:index]))
                start = index
        result.append(replace(fragment, words=fragment.words[start:]))
    return result


def _baselines(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Yield the characters of each baseline. The larger letters say where it is; raised ones join it."""
    line: list[Character] = []
    baseline, size = 0.0, 0.0
    for character in sorted(characters, key=lambda c: (c.y, c.x0)):
        if line and character.y - baseline > BASELINE * max(min(size, character.size), 0.6 * max(size, character.size)):
            yield line
            line, size = [], 0.0
        if character.text != " " and (not line or character.size > size) or not line:
            baseline, size = character.y, character.size
        line.append(character)
    if line:
        yield line


def _runs(line: list[Character]) -> Iterator[list[Character]]:
    letters = list(_composed(sorted(line, key=lambda c: c.x0)))
    is_justified = _is_justified(letters)
    run: list[Character] = []
    last: Character | None = None
    for character in letters:
        if character.text == " ":
            if run:
                run.append(character)
            continue
        wide = _GAP * max(min(last.size, character.size), 0.7 * last.size) if last else 0.0
        if last and character.x0 - last.x1 > wide and not is_justified:
            yield run
            run = []
        run.append(character)
        last = character
    if run:
        yield run


def _is_justified(letters: list[Character]) -> bool:
    """Whether a line was stretched to the width of its column: equal gaps between words, some of which begin small.

    Cells that are spread evenly over a line begin with capitals or digits. The gap behind a bullet is its own."""
    shown = [character for character in letters if character.text != " "]
    gaps = [
        (second.x0 - first.x1, second.text.islower())
        for first, second in pairwise(shown)
        if second.x0 - first.x1 > _SPACE * first.size
    ]
    if shown and not shown[0].text.isalnum():
        gaps = gaps[1:]
    widths = [width for width, _ in gaps]
    begin_small = sum(is_small for _, is_small in gaps)
    return len(gaps) >= _MIN_STRETCHED and begin_small >= 2 and max(widths) <= _EVEN * min(widths)


def _composed(letters: list[Character]) -> Iterator[Character]:
    """Yield letters with the accents that are drawn over them as separate signs."""
    accents = [c for c in letters if c.text in _ACCENTS]
    for letter in letters:
        if letter.text in _ACCENTS and any(_is_over(letter, other) for other in letters):
            continue
        over = next((accent for accent in accents if letter.text.isalpha() and _is_over(accent, letter)), None)
        if over:
            plain = {"ı": "i", "ȷ": "j"}.get(letter.text, letter.text)
            yield replace(letter, text=unicodedata.normalize("NFC", plain + _ACCENTS[over.text]))
        else:
            yield letter


def _is_over(accent: Character, letter: Character) -> bool:
    """Whether an accent's middle is that of a letter with which it makes one sign."""
    if not letter.text.isalpha() or abs(accent.x0 + accent.x1 - letter.x0 - letter.x1) > 0.5 * accent.size:
        return False
    plain = {"ı": "i", "ȷ": "j"}.get(letter.text, letter.text)
    overlap = min(accent.x1, letter.x1) - max(accent.x0, letter.x0)
    return overlap > 0.1 * accent.size and len(unicodedata.normalize("NFC", plain + _ACCENTS[accent.text])) == 1


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
    token: list[Character] = []
    blank = False
    for character in run:
        if character.text == " ":
            blank = True
            continue
        if token:
            gap = character.x0 - token[-1].x1
            threshold = 0.7 * token[-1].size if spaced_out else limit
            if gap > threshold or (blank and not spaced_out):
                yield _word(token)
                token = []
        token.append(character)
        blank = False
    if token:
        yield _word(token)


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
    return len(words) >= 4 and sum(len(token) == 1 for token in words) >= 0.9 * len(words)


def _word(letters: list[Character]) -> Word:
    first = max(letters, key=lambda c: c.size)
    text = "".join(c.text for c in letters)
    look = Look(round(first.size * 2) / 2, letters[0].bold, letters[0].italic, letters[0].colour, letters[0].font)
    return Word(text, letters[0].x0, letters[-1].x1, look)


NUMBERED = re.compile(r"^\(?\d{1,2}[.)]$")
