"""Bullets of a PDF: glyphs, signs in a font of their own, and small drawn shapes before a fragment."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobforge.interchange.characters import Dot, Page
from jobforge.interchange.fragments import BASELINE, Fragment, Word

_MIN_UNUSUAL = 3
_BULLETS = "•◦▪▫■□●○▸►▶➤➢➔→✓✔∙·‣⁃–—*❖⚫⯈◆◇❑❒➣*-"
_SURE_BULLETS = frozenset(_BULLETS) - frozenset("–—-*→·")


def with_bullets(contents: Sequence[list[Fragment]], pages: Sequence[Page]) -> list[list[Fragment]]:
    """Return each page's fragments with their bullets, from top to bottom and left to right."""
    glyphs = _unusual_bullets(contents)
    result = []
    for page, fragments in zip(pages, contents, strict=True):
        marked = _with_drawn_bullets(list(_with_glyph_bullets(fragments, glyphs)), page.dots)
        result.append(sorted(marked, key=lambda fragment: (fragment.y, fragment.x0)))
    return result


def _unusual_bullets(contents: Sequence[Sequence[Fragment]]) -> frozenset[tuple[str, str]]:
    """Return signs in a font of their own that stand before several fragments: bullets without a proper name."""
    counts: Counter[tuple[str, str]] = Counter()
    for fragments in contents:
        for index, fragment in enumerate(fragments):
            first = fragment.words[0]
            following = fragment.words[1] if len(fragment.words) > 1 else None
            if following is None and index + 1 < len(fragments):
                beside = fragments[index + 1]
                following = beside.words[0] if abs(beside.y - fragment.y) < BASELINE * fragment.size else None
            if following and len(first.text) == 1 and first.look.font != following.look.font:
                counts[(first.text, first.look.font)] += 1
    return frozenset(key for key, count in counts.items() if count >= _MIN_UNUSUAL)


def _with_glyph_bullets(fragments: list[Fragment], glyphs: frozenset[tuple[str, str]]) -> Iterator[Fragment]:
    """Make a bullet of the first glyph of a fragment, or of a lone one left of it."""
    pending: Fragment | None = None
    for fragment in fragments:
        if pending is not None:
            same_line = abs(fragment.y - pending.y) < 0.5 * fragment.size and 0 < fragment.x0 - pending.x1 < 60
            if same_line:
                yield replace(fragment, bullet=pending.x0, marker=pending.words[0].text)
                pending = None
                continue
            if not _is_lost_bullet(pending, glyphs):
                yield pending
            pending = None
        marked = _marked(fragment, glyphs)
        if marked is None:
            yield fragment
        elif marked.words:
            yield marked
        else:
            pending = fragment
    if pending is not None and not _is_lost_bullet(pending, glyphs):
        yield pending


def _is_lost_bullet(fragment: Fragment, glyphs: frozenset[tuple[str, str]]) -> bool:
    """Whether a lone sign is a bullet whose text is missing."""
    first = fragment.words[0]
    return first.text in _SURE_BULLETS or (first.text, first.look.font) in glyphs


def _marked(fragment: Fragment, glyphs: frozenset[tuple[str, str]]) -> Fragment | None:
    """Return the fragment with its bullet taken off, None when it has none; without words when it is only one."""
    first = fragment.words[0]
    unusual = (first.text, first.look.font) in glyphs
    if first.text in _BULLETS or unusual:
        return Fragment(fragment.words[1:], fragment.y, first.x0, "•" if unusual else first.text)
    if first.text[0] in _SURE_BULLETS and len(first.text) > 1:
        rest = first.text[1:]
        width = (first.x1 - first.x0) / len(first.text)
        token = Word(rest, first.x0 + width, first.x1, first.look)
        return Fragment((token, *fragment.words[1:]), fragment.y, first.x0, first.text[0])
    return None


def _with_drawn_bullets(fragments: list[Fragment], dots: list[Dot]) -> list[Fragment]:
    if not dots:
        return fragments
    result = []
    for fragment in fragments:
        height = fragment.size
        adjacent = [
            dot
            for dot in dots
            if fragment.bullet is None
            and 0 < fragment.x0 - dot.x1 < 2.2 * height
            and -0.1 * height < fragment.y - dot.y < 0.75 * height
        ]
        result.append(replace(fragment, bullet=adjacent[0].x0, marker="•") if adjacent else fragment)
    return result
