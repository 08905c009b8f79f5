"""A PDF's fragments made into rows: running heads go, columns are put in order, wrapped lines are joined."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from jobforge.interchange.bullets import with_bullets
from jobforge.interchange.characters import Page
from jobforge.interchange.columns import reading_order
from jobforge.interchange.fragments import Fragment, fragments_of
from jobforge.interchange.rows import Row
from jobforge.interchange.wrapping import hyphens_of, rows_of_flow

_EDGE = 0.10  # of the page's height: where running heads and feet are
_PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:(?:page|seite|página|pag\.?|p\.|s\.)\s*)?\d{1,2}\s*(?:(?:/|of|von|de|sur)\s*\d{1,2})?\W{0,3}$",
    re.IGNORECASE,
)
_NAMED_PAGE = re.compile(r"\b(?:page|seite|página)\s\d{1,2}\s?(?:/|of|von|de|sur)\s?\d{1,2}\b", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:curriculum vitae|lebenslauf|résumé|resume|cv)\b|\W", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of a document, whether it has columns, and the words that were put together at line ends."""

    rows: list[Row]
    columns: bool
    rejoined: tuple[str, ...]


def read_layout(pages: Sequence[Page]) -> Layout:
    """Return the rows of `pages` in the order in which they are read."""
    contents = with_bullets(fragments_of(pages), pages)
    contents = _without_running_heads(contents, pages)
    flows, columns = reading_order(contents, [page.width for page in pages])
    hyphens = hyphens_of(flows)
    rows = [row for number, flow in enumerate(flows) for row in rows_of_flow(flow, hyphens, number)]
    for row in rows:
        row.cells = [cell.removesuffix("\xad") for cell in row.cells]
    return Layout(rows, columns, tuple(hyphens.rejoined))


def _without_running_heads(contents: list[list[Fragment]], pages: Sequence[Page]) -> list[list[Fragment]]:
    places: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for number, (fragments, page) in enumerate(zip(contents, pages, strict=True)):
        for fragment in fragments:
            if _at_edge(fragment, page):
                places[_masked(fragment)].add(number)
    limit = max(2, round(0.6 * len(pages) + 0.49))
    result = []
    visible: set[tuple[str, int]] = set()
    for fragments, page in zip(contents, pages, strict=True):
        largest = max((fragment.size for fragment in fragments), default=0.0)
        names = {_bare(fragment.text) for fragment in fragments if fragment.size == largest}
        stay = []
        for fragment in fragments:
            if _at_edge(fragment, page):
                key = _masked(fragment)
                if _is_page_number(fragment, fragments):
                    continue
                if len(places[key]) >= limit and fragment.size < 1.4 * _usual(fragments):
                    if "@" not in fragment.text or key in visible:
                        continue
                    visible.add(key)
                if fragment.size < largest and _bare(fragment.text) in names:
                    continue  # the name again, small, above or below the text
            stay.append(fragment)
        result.append(stay)
    return result


def _at_edge(fragment: Fragment, page: Page) -> bool:
    return fragment.y < _EDGE * page.height or fragment.y > (1 - _EDGE) * page.height


def _masked(fragment: Fragment) -> tuple[str, int]:
    return re.sub(r"\d+", "#", fragment.text), round(fragment.y / 4)


def _is_page_number(fragment: Fragment, fragments: Sequence[Fragment]) -> bool:
    if _NAMED_PAGE.search(fragment.text) and len(fragment.text) < 60:
        return True
    outermost = fragment.y in (fragments[0].y, fragments[-1].y)
    return outermost and bool(_PAGE_NUMBER.match(fragment.text))


def _usual(fragments: Sequence[Fragment]) -> float:
    sizes = sorted(fragment.size for fragment in fragments)
    return sizes[len(sizes) // 2]


def _bare(text: str) -> str:
    return _TITLE.sub("", text).casefold()
