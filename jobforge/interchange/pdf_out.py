"""Parts of a page to a tagged PDF, by Typst. The text is handed over as data and never becomes Typst source."""

import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jobforge.enums import ExportFormat, PaperSize, TextKind
from jobforge.interchange.blocks import Run, Runs, plain, read_blocks
from jobforge.interchange.export_options import MEDIA_TYPES, ExportOptions
from jobforge.interchange.glyphs import missing_characters_warning, pictures_warning, without_pictures
from jobforge.interchange.parts import Part, Style, page_parts
from jobforge.interchange.results import RenderedFile
from jobforge.interchange.table_widths import column_weights

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent.parent / "assets" / "fonts"
LONG_WORD = 40
"""Characters without a space after which a line may break anywhere, so that nothing runs past the margin."""
LONG_WORD_IN_TABLE = 18

_PAPERS = {PaperSize.A4: "a4", PaperSize.LETTER: "us-letter"}
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


def to_pdf(markdown: str, options: ExportOptions) -> RenderedFile:
    """Return the PDF of a text: PDF/UA-1 where every letter has a glyph, else tagged PDF with a warning.

    The same text and options give the same bytes.
    """
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # a thread for each core would exceed the memory of a child
    import typst

    shown, pictures = without_pictures(markdown)
    parts = page_parts(read_blocks(shown), options.kind)
    payload = json.dumps(_payload(parts, options), ensure_ascii=False)
    directories = [str(FONTS), *([options.font_directory] if options.font_directory else [])]

    def render(*standards: Any, system_fonts: bool) -> bytes:
        compiler = typst.Compiler(
            str(TEMPLATES / "page.typ"),
            root=str(TEMPLATES),
            font_paths=directories,
            ignore_system_fonts=not system_fonts,
            sys_inputs={"data": payload},
        )
        data = compiler.compile(format="pdf", pdf_standards=list(standards))
        if not isinstance(data, bytes):
            raise TypeError("a PDF is one piece of bytes")
        return data

    left_out = (pictures_warning(pictures),) if pictures else ()
    warnings: tuple[str, ...] = ()
    for system_fonts in (False, True):
        try:
            return RenderedFile(render("ua-1", system_fonts=system_fonts), MEDIA_TYPES[ExportFormat.PDF], left_out)
        except typst.TypstError as error:
            missing = _characters_without_glyph(error.diagnostic)
            if not missing:
                warnings = ("The file does not meet PDF/UA-1, the standard of accessible PDF.",)
                break
            warnings = (missing_characters_warning(missing),)
    return RenderedFile(render(system_fonts=True), MEDIA_TYPES[ExportFormat.PDF], left_out + warnings)


def _characters_without_glyph(diagnostic: str) -> list[str]:
    return [
        _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)) if escape[1] else escape[2], match[1])
        for match in _NO_GLYPH.finditer(diagnostic)
    ]


def _payload(parts: Sequence[Part], options: ExportOptions) -> dict[str, Any]:
    template = options.template.value if options.kind is not TextKind.REPORT else "modern"
    return {
        "kind": options.kind.value,
        "template": template,
        "paper": _PAPERS[options.paper],
        "title": options.title or next((part.block.text for part in parts if part.level), "Document"),
        "author": [options.author] if options.author else [],
        "language": options.language,
        "parts": list(_plain_parts(parts)),
    }


def _plain_parts(parts: Sequence[Part]) -> Iterator[dict[str, Any]]:
    position = 0
    while position < len(parts):
        part = parts[position]
        if part.style is Style.ITEM:
            end = position
            while end < len(parts) and parts[end].style is Style.ITEM:
                end += 1
            yield from _lists(parts[position:end])
            position = end
            continue
        position += 1
        if part.style is Style.TABLE:
            rows = [[_plain_runs(cell, LONG_WORD_IN_TABLE) for cell in row] for row in part.block.rows]
            yield {"style": "table", "rows": rows, "widths": column_weights(part.block.rows)}
        elif plain(part.block.runs).strip():
            runs = _plain_runs(part.block.runs)
            yield {"style": part.style.value, "level": part.level, "runs": runs, "whole": part.keep_whole}


def _lists(items: Sequence[Part]) -> Iterator[dict[str, Any]]:
    """Nest items by their depth; a change between bullets and numbers begins another list."""
    position = 0
    depth = items[0].block.level if items else 0
    while position < len(items):
        ordered = items[position].block.number is not None
        members: list[dict[str, Any]] = []
        while position < len(items):
            block = items[position].block
            if block.level > depth and members:
                end = position
                while end < len(items) and items[end].block.level > depth:
                    end += 1
                members[-1]["children"] += _lists(items[position:end])
                position = end
                continue
            if (block.number is not None) is not ordered:
                break
            runs, full = _plain_runs(block.runs), items[position].keep_whole
            members.append({"number": block.number, "runs": runs, "whole": full, "children": []})
            position += 1
        yield {"style": "list", "ordered": ordered, "items": members}


def _plain_runs(runs: Runs, long_word: int = LONG_WORD) -> list[list[Any]]:
    return [[None if run.text == "\n" else _pieces(run, long_word), run.bold, run.italic, run.link] for run in runs]


def _pieces(run: Run, long_word: int) -> list[str]:
    """Split a run inside words that may be wider than a line."""
    text = re.sub(r"[\t ]+", " ", run.text)
    if max(map(len, text.split()), default=0) <= long_word:
        return [text]
    return [
        piece
        for token in re.split(r"(\s+)", text)
        for piece in (list(token) if len(token) > long_word else [token])
        if piece
    ]
