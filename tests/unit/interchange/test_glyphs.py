"""What the table of glyphs says is what Typst says."""

import json
import unicodedata

import typst

from jobforge.interchange.glyphs import characters_without_glyph, glyph_warnings, without_pictures
from jobforge.interchange.pdf_out import FONTS

FONT_PATHS = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
SAMPLE = [
    chr(code)
    for code in (*range(0x20, 0x600), *range(0x900, 0x980), *range(0x1E00, 0x2C00, 3), *range(0x4E00, 0x9FFF, 97))
    if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
]
SOURCE = b"""#set document(title: "x")
#set text(font: ("Noto Sans",))
#for letter in json(bytes(sys.inputs.letters)) { par(text(letter)) }"""


def has_glyphs(characters: list[str]) -> bool:
    inputs = {"letters": json.dumps(characters)}
    compiler = typst.Compiler(SOURCE, font_paths=FONT_PATHS, ignore_system_fonts=True, sys_inputs=inputs)
    try:
        return bool(compiler.compile(format="pdf", pdf_standards=["ua-1"]))
    except typst.TypstError as error:
        assert "could not be displayed" in error.message
        return False


def test_the_table_says_what_typst_says() -> None:
    missing = characters_without_glyph("".join(SAMPLE))
    assert has_glyphs([character for character in SAMPLE if character not in missing])
    assert [character for character in missing[::10] if has_glyphs([character])] == []
    assert characters_without_glyph("a山") == ["山"]


def test_invisible_characters_need_no_glyph() -> None:
    assert characters_without_glyph("a\u200b\u2028\n\t\u00adé") == []


def test_pictures_that_no_font_has_are_left_out_and_named() -> None:
    text = "Ida 👩‍🍳 Moser\n\n📞 0113 555 01 · ✉️ ida@example.com · 山\n"
    shown, pictures = without_pictures(text)
    assert "0113 555 01 ·" in shown
    assert not {"👩", "🍳", "📞"} & set(shown)
    assert "\u200d" not in shown
    assert "📞" in pictures
    first, second = glyph_warnings(text)
    assert "📞" in first
    assert "山" in second
    assert glyph_warnings("Ida Moser") == []


def test_signs_that_a_font_has_and_joiners_of_letters_stay() -> None:
    for text in ("5 °C · © 2020 · №", "क्\u200dष", "x  \ny"):
        assert without_pictures(text) == (text, [])
