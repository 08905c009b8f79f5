"""The characters of a PDF's pages with their place and look, as pdfium gives them."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from jobforge.interchange.limits import (
    MAX_CHARACTERS,
    MAX_PAGE_CHARACTERS,
    MAX_PAGE_OBJECTS,
    MAX_PAGES,
    damaged,
    too_large,
)
from jobforge.interchange.results import Refusal, RefusalCode

_BULLET_GLYPHS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "▸", 0xF076: "❖", 0xF0FC: "✓", 0xF06E: "■", 0xF06C: "●"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "\xad"}  # pdfium gives a hyphen at a line's end as a control character
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|[-_]bd|BX\d|cmb|sfbx|[-,]B(?:I|$)", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|oblique|slanted|CMTI|CMSL|SFTI|[-,]BI?I$", re.IGNORECASE)
_MONO_NAME = re.compile(r"courier", re.IGNORECASE)
_BOLD_WEIGHT = 600
_MIN_SIZE = 2.0
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class Character:
    """One character. Lengths are points; `y` is the baseline, counted downwards from the page's top edge."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    bold: bool
    italic: bool
    colour: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A small drawn shape, as browsers use for bullets."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Page:
    """The characters and drawn bullets of a page; `skipped` counts letters outside it, upright or too small to read."""

    width: float
    height: float
    characters: list[Character] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    skipped: int = 0


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """Open a document without running or following anything in it.

    Raises: Refusal when it needs a password or cannot be opened."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            message = "The PDF is protected by a password. Remove the password and send it again."
            raise Refusal(RefusalCode.ENCRYPTED, message) from None
        raise damaged("PDF") from None


def read_pages(document: pdfium.PdfDocument) -> list[Page]:
    """Return the pages with text. Raises: Refusal where a cap is exceeded."""
    count = len(document)
    if count > MAX_PAGES:
        message = f"The PDF has {count:,} pages; at most {MAX_PAGES} are read."
        raise Refusal(RefusalCode.TOO_MANY_PAGES, message)
    if not count:
        raise damaged("PDF")
    pages, total = [], 0
    for index in range(count):
        try:
            page = _read_page(document, index)
        except pdfium.PdfiumError:
            raise damaged("PDF") from None
        total += len(page.characters)
        if total > MAX_CHARACTERS:
            raise too_large("PDF", f"{MAX_CHARACTERS:,} characters")
        pages.append(page)
    return _with_believable_bold(pages)


def _read_page(document: pdfium.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            remainder, bottom, right, top = page.get_bbox()
            count = raw.FPDFText_CountChars(text_page.raw)
            if count > 2 * MAX_PAGE_CHARACTERS:  # as many again may be pdfium's own spaces
                raise too_large("page", f"{MAX_PAGE_CHARACTERS:,} characters")
            letters = list(_Reader(text_page.raw).letters(count))
            turn = _main_turn(letters)
            width, height = (right - remainder, top - bottom) if turn % 2 == 0 else (top - bottom, right - remainder)
            result = Page(width, height)
            boundary = _Boundary(turn, remainder, bottom, right, top)
            for letter in letters:
                placed = boundary.place(letter)
                if placed is None:
                    result.skipped += not letter.text.isspace()
                else:
                    result.characters.append(placed)
            if len(result.characters) > MAX_PAGE_CHARACTERS:
                raise too_large("page", f"{MAX_PAGE_CHARACTERS:,} characters")
            result.characters = list(_without_repeats(result.characters))
            if turn == 0:
                result.dots = list(_dots(page, remainder, top))
            return result
        finally:
            text_page.close()
    finally:
        page.close()


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    x: float
    y: float
    width: float
    size: float
    turn: int | None  # in quarters of a circle, None for other angles
    font: str
    bold: bool
    italic: bool
    colour: int


class _Reader:
    """Read characters of one text page; what is the same for a text object is asked once."""

    def __init__(self, text_page: object) -> None:
        self._page = text_page
        self._looks: dict[int, tuple[str, bool, bool, int]] = {}
        self._name = ctypes.create_string_buffer(256)

    def letters(self, count: int) -> Iterator[_Letter]:
        x, y = ctypes.c_double(), ctypes.c_double()
        loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        for index in range(count):
            if raw.FPDFText_IsGenerated(self._page, index) == 1:
                continue
            code = raw.FPDFText_GetUnicode(self._page, index)
            text = _text_of(code)
            if not text or not raw.FPDFText_GetCharOrigin(self._page, index, x, y):
                continue
            if not raw.FPDFText_GetLooseCharBox(self._page, index, loose):
                continue
            raw.FPDFText_GetMatrix(self._page, index, matrix)
            size = raw.FPDFText_GetFontSize(self._page, index)
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            angle = math.atan2(matrix.b, matrix.a)
            quarters = angle / (math.pi / 2)
            turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.03 else None
            width = abs(loose.top - loose.bottom) if turn in (1, 3) else abs(loose.right - loose.left)
            font, bold, italic, colour = self._look(index)
            remainder = loose.left if turn == 0 else x.value  # a ligature's letters have one origin and a box each
            yield _Letter(text, remainder, y.value, width, abs(size) * scale, turn, font, bold, italic, colour)

    def _look(self, index: int) -> tuple[str, bool, bool, int]:
        text_object = raw.FPDFText_GetTextObject(self._page, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        if key not in self._looks:
            flags = ctypes.c_int()
            length = raw.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), flags)
            name = self._name.raw[: max(0, min(length, len(self._name)) - 1)].decode("utf-8", "replace")
            name = _SUBSET.sub("", name)
            weight = raw.FPDFText_GetFontWeight(self._page, index)
            italic = bool(_ITALIC_NAME.search(name) or flags.value & 64)
            r, g, b, a = (ctypes.c_uint() for _ in range(4))
            raw.FPDFText_GetFillColor(self._page, index, r, g, b, a)
            colour = (r.value << 16) | (g.value << 8) | b.value
            named = bool(_BOLD_NAME.search(name))
            self._looks[key] = (name, named or weight >= _BOLD_WEIGHT, italic, colour)
        return self._looks[key]


def _text_of(code: int) -> str:
    if code in _BULLET_GLYPHS:
        return _BULLET_GLYPHS[code]
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _HYPHENS:
        return _HYPHENS[code]
    if code in (0x09, 0xA0, 0x2007, 0x202F, 0x3000) or 0x2000 <= code <= 0x200A:
        return " "
    if code < 0x20 or 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or 0x7F <= code <= 0x9F:
        return ""
    if code in (0x200B, 0x200C, 0x200D, 0xFEFF, 0xFFFD, 0xFFFF) or code >= 0xF0000 or 0xFE00 <= code <= 0xFE0F:
        return ""
    if code == 0x2010 or code == 0x2011:
        return "-"
    return chr(code)


def _main_turn(letters: list[_Letter]) -> int:
    """Return the direction of most letters: landscape pages are often upright ones turned by a quarter."""
    turns = Counter(letter.turn for letter in letters if letter.turn is not None and not letter.text.isspace())
    return turns.most_common(1)[0][0] if turns else 0


@dataclass(frozen=True, slots=True)
class _Boundary:
    turn: int
    left: float
    bottom: float
    right: float
    top: float

    def place(self, letter: _Letter) -> Character | None:
        """Return the letter in the reader's coordinates, None when it is off the page, turned or too small."""
        if letter.turn != self.turn or letter.size < _MIN_SIZE:
            return None
        x, y = letter.x - self.left, self.top - letter.y
        width, height = self.right - self.left, self.top - self.bottom
        if self.turn == 1:
            x, y, width, height = height - y, x, height, width
        elif self.turn == 2:
            x, y = width - x, height - y
        elif self.turn == 3:
            x, y, width, height = y, width - x, height, width
        if not (-1 <= x <= width + 1 and -1 <= y <= height + letter.size):
            return None
        return Character(
            letter.text, x, x + letter.width, y, letter.size, letter.font, letter.bold, letter.italic, letter.colour
        )


def _without_repeats(characters: list[Character]) -> Iterator[Character]:
    """Drop letters drawn twice at one place to look bold; a ligature's letters, which share a box, stay."""
    visited: dict[tuple[str, int, int], int] = {}
    for index, character in enumerate(characters):
        if character.text == " ":
            yield character
            continue
        column, row = round(character.x0), round(character.y)
        previous = [
            visited[key]
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            if (key := (character.text, column + dx, row + dy)) in visited
            and abs(characters[visited[key]].x0 - character.x0) < 0.1 * character.size
        ]
        if any(index - earlier > 3 for earlier in previous):
            continue
        visited[(character.text, column, row)] = index
        yield character


def _dots(page: pdfium.PdfPage, remainder: float, top: float) -> Iterator[Dot]:
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    for index in islice(range(raw.FPDFPage_CountObjects(page.raw)), MAX_PAGE_OBJECTS):
        item = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(item) not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if not raw.FPDFPageObj_GetBounds(item, x0, y0, x1, y1):
            continue
        width, height = x1.value - x0.value, y1.value - y0.value
        if 1 <= width <= 7 and 1 <= height <= 7 and 0.6 < width / height < 1.7:
            yield Dot(x0.value - remainder, x1.value - remainder, top - (y0.value + y1.value) / 2)


def _with_believable_bold(pages: list[Page]) -> list[Page]:
    """Where most text is bold by weight, some font's table is wrong: believe the names of fonts only."""
    letters = [character for page in pages for character in page.characters if character.text != " "]
    if not letters or sum(letter.bold for letter in letters) <= 0.6 * len(letters):
        return pages
    for page in pages:
        page.characters = [
            Character(c.text, c.x0, c.x1, c.y, c.size, c.font, bool(_BOLD_NAME.search(c.font)), c.italic, c.colour)
            for c in page.characters
        ]
    return pages
