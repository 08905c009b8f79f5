"""Markdown to blocks: every word stays, nothing that could do harm becomes more than words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobforge.interchange.blocks import LINK_SCHEMES, BlockKind, Run, read_blocks

HARMLESS = [
    '#read("/etc/passwd")',
    '#include "x.typ"',
    "$x$",
    "@label",
    "<label>",
    r"\input{/etc/passwd}",
    "<img src=file:///etc/passwd>",
    "]]}}//",
    "[click](javascript:alert(1))",
    "[click](file:///etc/passwd)",
    "<script>alert(1)</script>",
]
"""Lines that mean something to Typst, TeX, browsers or XML, and must come out as these letters."""


@pytest.mark.parametrize("line", HARMLESS)
def test_what_means_something_elsewhere_is_only_words(line: str) -> None:
    (block,) = read_blocks(f"Text {line}")
    assert block.text.replace("\\", "") == f"Text {line}".replace("\\", "")
    assert not [run for run in block.runs if run.link]


def test_headings_begin_at_one_and_skip_no_level() -> None:
    blocks = read_blocks("### A\n\n##### B\n\n###### C\n\n#### D\n\n### E")
    assert [block.level for block in blocks] == [1, 2, 3, 2, 1]


def test_a_later_shallow_heading_does_not_make_the_first_one_deep() -> None:
    assert [block.level for block in read_blocks("### A\n\n# B\n\n### C")] == [1, 1, 2]


def test_line_breaks_in_a_paragraph_stay() -> None:
    (block,) = read_blocks("Anneke Birchwood\nBristol  \nUK")
    assert block.text == "Anneke Birchwood\nBristol\nUK"


def test_numbers_of_items_are_those_that_were_typed() -> None:
    blocks = read_blocks("3. c\n7. g\n   - x\n8. h")
    assert [(block.number, block.level, block.text) for block in blocks] == [
        (3, 0, "c"),
        (7, 0, "g"),
        (None, 1, "x"),
        (8, 0, "h"),
    ]


def test_typed_bullets_are_items() -> None:
    blocks = read_blocks("Tasks\n• one\n•\u00a0two **b**")
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "Tasks"),
        (BlockKind.ITEM, "one"),
        (BlockKind.ITEM, "two b"),
    ]


def test_a_paragraph_over_dashes_is_no_heading_when_it_is_a_sentence() -> None:
    blocks = read_blocks("Kind regards.\n---\n\nSkills\n---\n")
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH, BlockKind.HEADING]


def test_a_pasted_fence_or_quotation_is_read_as_markdown() -> None:
    blocks = read_blocks("```\n# Name\n```\n> quoted")
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.HEADING, "Name"),
        (BlockKind.PARAGRAPH, "quoted"),
    ]


def test_tables_keep_their_rows_and_cells() -> None:
    (block,) = read_blocks("| a | b |\n|---|---|\n| c | **d** |")
    assert block.text == "a | b\nc | d"
    assert block.rows[1][1] == (Run("d", bold=True),)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("jo@example.com", "mailto:jo@example.com"),
        ("https://example.com/a_b", "https://example.com/a_b"),
        ("linkedin.com/in/jo-b", "https://linkedin.com/in/jo-b"),
        ("www.linkedin.com/in/jo", "https://www.linkedin.com/in/jo"),
        ("github.com/jo", "https://github.com/jo"),
        ("[site](https://example.com)", "https://example.com"),
        ("[call](tel:+4412)", "tel:+4412"),
    ],
)
def test_addresses_become_links(text: str, link: str) -> None:
    (block,) = read_blocks(f"See {text}.")
    assert [run.link for run in block.runs if run.link] == [link]
    assert block.text.endswith(".")


@pytest.mark.parametrize(
    "text", ["notgithub.com/jo", "ftp://example.com/x", "a@b", "C/C++ and I/O", "data:text/html,x"]
)
def test_what_is_no_address_is_no_link(text: str) -> None:
    (block,) = read_blocks(f"See {text}.")
    assert not [run for run in block.runs if run.link]


@given(st.text(max_size=300))
def test_any_text_is_read_and_only_safe_links_are_written(text: str) -> None:
    for block in read_blocks(text):
        runs = [*block.runs, *(run for row in block.rows for cell in row for run in cell)]
        assert all(run.link is None or run.link.lower().startswith(LINK_SCHEMES) for run in runs)
        assert not any(character in "\x00\x0b\x0c\r" for run in runs for character in run.text)
