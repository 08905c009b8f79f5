"""Files that are made of texts: every word in order, nothing added, nothing that acts."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pypdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from extracted_text import added_text, by_pdfium, by_pypdf, by_python_docx, missing_lines
from offline_pairs import PAIRS, QUALITY

from jobforge.documents.offline.letter import write_letter
from jobforge.documents.offline.report import write_report
from jobforge.documents.offline.resume import write_resume
from jobforge.enums import ExportFormat, ExportTemplate, PaperSize, TextKind
from jobforge.interchange.docx_out import to_docx
from jobforge.interchange.export import export_text
from jobforge.interchange.export_options import ExportOptions
from jobforge.interchange.pdf_out import to_pdf
from jobforge.interchange.text_out import to_markdown, to_text

RESUMES = {path.stem: path.read_text("utf-8") for path in sorted((QUALITY / "resumes").glob("*.md"))}
TEXTS: dict[str, tuple[TextKind, str]] = {
    **{name: (TextKind.RESUME, text) for name, text in RESUMES.items()},
    "offline resume": (TextKind.RESUME, write_resume(PAIRS["kfz_de__good"]).text),
    "offline letter": (TextKind.LETTER, write_letter(PAIRS["accountant_uk__good"]).text),
    "offline report": (TextKind.REPORT, write_report(PAIRS["nurse_community__good"]).text),
}
HOSTILE = """# #read("/etc/passwd")

$x$ @label <label> \\\\input{x} <img src=file:///etc/passwd> ]]}}// #include "page.typ" [a](javascript:alert(1))

## #eval("1+1") *bold*

- #sys.inputs.data [b](file:///etc/passwd)
- https://example.com/a"b <a href="javascript:x">x</a>
"""


def options(kind: TextKind = TextKind.RESUME, **changes: Any) -> ExportOptions:
    return ExportOptions(kind, **{"title": "A resume", "author": "Zoë Ä.", "language": "de"} | changes)


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


@pytest.mark.parametrize("template", ExportTemplate)
@pytest.mark.parametrize("name", TEXTS)
def test_the_lines_of_the_source_are_in_the_pdf_in_order_and_nothing_else(name: str, template: ExportTemplate) -> None:
    kind, text = TEXTS[name]
    separator = "" if kind is TextKind.REPORT else "|"
    paper = PaperSize.LETTER if template is ExportTemplate.CLASSIC else PaperSize.A4
    data = to_pdf(text, options(kind, template=template, paper=paper)).data
    for extracted in (by_pdfium(data), by_pypdf(data)):
        assert missing_lines(text, extracted, separator=separator) == []
        assert added_text(text, extracted, separator=separator) == ""


@pytest.mark.parametrize("name", TEXTS)
def test_the_lines_of_the_source_are_in_the_docx_in_order_and_nothing_else(name: str) -> None:
    kind, text = TEXTS[name]
    separator = "" if kind is TextKind.REPORT else "|"
    extracted = by_python_docx(to_docx(text, options(kind)).data)
    assert missing_lines(text, extracted, separator=separator) == []
    assert added_text(text, extracted, separator=separator) == ""


@pytest.mark.parametrize("kind", TextKind)
def test_no_line_of_a_hostile_text_becomes_markup(kind: TextKind) -> None:
    pdf, word = to_pdf(HOSTILE, options(kind)).data, to_docx(HOSTILE, options(kind)).data
    for extracted in (by_pdfium(pdf), by_pypdf(pdf), by_python_docx(word)):
        assert missing_lines(HOSTILE, extracted) == []
        assert "root:" not in extracted
    links = [
        str(annotation.get_object()["/A"]["/URI"])
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
        for annotation in page.get("/Annots", [])
    ]
    assert links == ["https://example.com/a"]
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        targets = re.findall(rb'Target="([^"]*)" TargetMode="External"', archive.read("word/_rels/document.xml.rels"))
    assert targets == [b"https://example.com/a"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_pdf_is_tagged_and_says_its_title_author_and_language(name: str) -> None:
    kind, text = TEXTS[name]
    rendered = to_pdf(text, options(kind))
    assert rendered.warnings == ()
    reader = pypdf.PdfReader(io.BytesIO(rendered.data))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a value of the library's own
    assert root["/Lang"] == "de"
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("A resume", "Zoë Ä.")
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    if kind is TextKind.RESUME:
        assert "/L" in _structure_types(root["/StructTreeRoot"])
        assert len(reader.outline) > 0


def _structure_types(node: Any) -> set[str]:
    node = node.get_object()
    if not isinstance(node, dict):
        return set()
    children = node.get("/K", [])
    children = children if isinstance(children, list) else [children]
    return {str(node.get("/S"))}.union(*map(_structure_types, children))


def test_a_docx_has_styles_of_headings_and_lists_and_its_language() -> None:
    document = docx.Document(io.BytesIO(to_docx(RESUMES["fullstack"], options(language="en")).data))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet", "Normal"} <= styles
    normal: Any = document.styles["Normal"]
    assert normal.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en"
    assert document.core_properties.title == "A resume"


def test_a_docx_has_only_characters_that_xml_can_hold() -> None:
    data = to_docx("# Na\x00me\n\nText \x0b\ufffe\ud800 end\x1f.", options()).data
    assert by_python_docx(data).split() == ["Name", "Text", "end."]


def test_ordered_lists_of_a_docx_begin_where_the_source_says() -> None:
    data = to_docx("1. a\n2. b\n\nText\n\n1. c\n2. d\n", options()).data
    document = docx.Document(io.BytesIO(data))
    numbered: list[Any] = [p for p in document.paragraphs if p.style and p.style.name == "List Number"]
    lists = [paragraph._p.pPr.numPr.numId.val for paragraph in numbered]
    assert lists[0] == lists[1] != lists[2] == lists[3]


@pytest.mark.parametrize("file_format", [ExportFormat.PDF, ExportFormat.DOCX, ExportFormat.MARKDOWN, ExportFormat.TEXT])
def test_the_same_text_gives_the_same_bytes(file_format: ExportFormat) -> None:
    chosen = options(format=file_format)
    assert export_text(RESUMES["kfz_de"], chosen) == export_text(RESUMES["kfz_de"], chosen)


def test_characters_without_a_glyph_are_named_and_not_silent() -> None:
    # The machine's fonts may have what ours lack; nobody has a sign for a code point that means nothing.
    rendered = to_pdf("# Zoë 山\n\nText \U00012ffb and \U00012ffb.", options())
    assert rendered.data.startswith(b"%PDF-")
    (warning,) = rendered.warnings
    assert "U+12FFB" in warning
    assert warning.count("U+12FFB") == 1


@pytest.mark.parametrize(
    "name", ["Ἀλέξανδρος Παπαδόπουλος", "Łukasz Żółć-Świątek", "Nguyễn Thị Hồng Ánh", "Иван Ёжиков"]
)
@pytest.mark.parametrize("template", ExportTemplate)
def test_names_of_europe_and_vietnam_have_their_letters(name: str, template: ExportTemplate) -> None:
    rendered = to_pdf(f"# {name}\n\n## Profil\n\n✓ → {name}", options(template=template))
    assert rendered.warnings == ()
    assert missing_lines(f"# {name}\n\n{name}", by_pdfium(rendered.data)) == []


@pytest.mark.parametrize("template", ExportTemplate)
@pytest.mark.parametrize("kind", TextKind)
def test_no_line_runs_past_the_margin(kind: TextKind, template: ExportTemplate) -> None:
    word = "W" * 120
    text = f"# Jo {word}\n\n{word}\n\n## {word}\n\n- {word}\n- https://example.com/{word}\n\n"
    text += f"| a | b | c |\n|---|---|---|\n| {word} | {word} | x |\n"
    data = to_pdf(text, options(kind, template=template, paper=PaperSize.LETTER)).data
    separator = "" if kind is TextKind.REPORT else "|"
    assert missing_lines(text, by_pdfium(data), separator=separator) == []
    assert added_text(text, by_pdfium(data), separator=separator) == ""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        width, _ = page.get_size()
        textpage = page.get_textpage()
        boxes = [textpage.get_charbox(index) for index in range(textpage.count_chars())]
        assert max(right for _, _, right, _ in boxes) <= width - 35
    document.close()


@pytest.mark.parametrize("template", ExportTemplate)
def test_no_heading_is_left_alone_at_the_end_of_a_page(template: ExportTemplate) -> None:
    for filler in range(0, 60, 3):
        text = "# Jo Bloggs\n\nTown\n\n## First\n\n" + "- filling line\n" * filler
        text += "".join(f"\n### Heading {n}, Employer\n\n2019 - 2020\n\n- did {n}\n- did more\n" for n in range(12))
        reader = pypdf.PdfReader(io.BytesIO(to_pdf(text, options(template=template)).data))
        for page in reader.pages[:-1]:
            lines = [line for line in page.extract_text().splitlines() if line and not re.match(r"\d+ / \d+", line)]
            assert re.match(r"•|did|filling", lines[-1]), lines[-3:]


def test_short_items_do_not_break_over_pages() -> None:
    item = "- " + "three lines of words that stay together on their page " * 6
    text = "# Jo Bloggs\n\n## Work\n\n" + "\n".join(f"{item}end{number}" for number in range(60))
    shown = pages(to_pdf(text, options()).data)
    assert len(shown) > 2
    for page in shown:
        assert page.count("three lines") % 6 == 0


def test_page_numbers_are_only_there_from_two_pages_on() -> None:
    one, *rest = pages(to_pdf("# Jo Bloggs\n\nText", options()).data)
    assert not rest
    assert "1 / 1" not in one
    two = pages(to_pdf("# Jo Bloggs\n\n" + "- line\n" * 100, options()).data)
    assert [page.strip().splitlines()[-1] for page in two[:2]] == [f"1 / {len(two)}", f"2 / {len(two)}"]


def test_the_papers_have_their_sizes() -> None:
    for paper, size in ((PaperSize.A4, (595, 842)), (PaperSize.LETTER, (612, 792))):
        document = pypdfium2.PdfDocument(to_pdf("# Jo", options(paper=paper)).data)
        assert tuple(map(round, document[0].get_size())) == size
        document.close()
        word: Any = docx.Document(io.BytesIO(to_docx("# Jo", options(paper=paper)).data)).sections[0]
        assert (round(word.page_width.pt), round(word.page_height.pt)) == size


@pytest.mark.parametrize("kind", [TextKind.RESUME, TextKind.LETTER])
def test_a_table_in_a_resume_becomes_lines(kind: TextKind) -> None:
    text = "# Jo Bloggs\n\n| Skill | Years |\n|---|---|\n| Welding | 9 |\n"
    document = docx.Document(io.BytesIO(to_docx(text, options(kind)).data))
    assert not document.tables
    assert "Welding | 9" in by_pdfium(to_pdf(text, options(kind)).data)


def test_a_name_that_is_no_heading_is_set_as_one() -> None:
    text = RESUMES["electrician_residential"]
    document = docx.Document(io.BytesIO(to_docx(text, options()).data))
    first = document.paragraphs[0]
    assert (first.text, first.style.name if first.style else "") == ("RAFAEL QUINTERO-LYNCH", "Heading 1")


def test_markdown_stays_as_it_is() -> None:
    assert to_markdown("# A\r\n\r\n* b\r\n\n").data == b"# A\n\n* b\n"


def test_plain_text_has_no_marks() -> None:
    text = to_text(
        "# Jo **B**\n\n## Work\n\n### Cook, *Inn*\n2019\n\n- a\n  1. b\n\n| x | y |\n|--|--|\n| 1 | 2 |"
    ).data.decode()
    assert text == "Jo B\n\nWork\n\nCook, Inn\n2019\n• a\n  1. b\n\nx | y\n1 | 2\n"


def test_an_empty_text_makes_a_file_in_each_format(tmp_path: Path) -> None:
    for file_format in (ExportFormat.PDF, ExportFormat.DOCX, ExportFormat.MARKDOWN, ExportFormat.TEXT):
        assert export_text("\n", options(format=file_format)).data
