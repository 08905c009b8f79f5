"""DOCX as people make them: what is deleted stays out, tables and boxes are read as what they are used for."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from jobforge.interchange.reading import read_resume_file
from jobforge.interchange.results import Refusal, RefusalCode
from jobforge.resumes.parser import read_resume

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
JOBS = (
    (
        "Head Baker",
        "Crumb Bakery, Leeds",
        "March 2020 – present",
        ("Baked 900 loaves a night", "Trained four apprentices"),
    ),
    ("Baker", "Oven & Sons Ltd, York", "2016 – 2020", ("Ran the rye line", "Cleaned ovens every evening")),
)


def read(document: Document) -> str:
    out = io.BytesIO()
    document.save(out)
    return read_resume_file(out.getvalue(), "resume.docx").content


def begun() -> Document:
    document = docx.Document()
    run = document.add_paragraph().add_run("Ida Moser")
    run.bold, run.font.size = True, Pt(20)
    document.add_paragraph("Leeds | ida@example.com")
    return document


def check(content: str) -> None:
    resume = read_resume(content)
    assert resume.name == "Ida Moser", content
    assert [(role.title, role.employer) for role in resume.roles] == [
        ("Head Baker", "Crumb Bakery"),
        ("Baker", "Oven & Sons Ltd"),
    ], content
    assert [[resume.lines[n - 1].text for n in role.bullets] for role in resume.roles] == [list(job[3]) for job in JOBS]
    assert all(role.period for role in resume.roles)


def raw(paragraph: Paragraph, xml: str) -> None:
    """Put a piece of Word's XML at the end of a paragraph."""
    paragraph._p.append(etree.fromstring(f'<x xmlns:w="{WORD}">{xml}</x>')[0])


def headings(document: Document) -> None:
    document.add_heading("Experience", 1)
    for title, employer, dates, items in JOBS:
        document.add_heading(f"{title}, {employer}", 2)
        document.add_paragraph(dates)
        for item in items:
            document.add_paragraph(item, style="List Bullet")


def typed(document: Document) -> None:
    document.add_paragraph().add_run("EXPERIENCE").bold = True
    for title, employer, dates, items in JOBS:
        document.add_paragraph().add_run(f"{title}\t{dates}").bold = True
        document.add_paragraph().add_run(employer).italic = True
        for item in items:
            document.add_paragraph(f"•\t{item}")


def lines_in_one_paragraph(document: Document) -> None:
    document.add_paragraph().add_run("Experience").bold = True
    for title, employer, dates, items in JOBS:
        paragraph = document.add_paragraph(f"{title}, {employer}, {dates}")
        for item in items:
            paragraph.add_run().add_break()
            paragraph.add_run(f"- {item}")


def rows_of_a_table(document: Document) -> None:
    document.add_heading("Experience", 1)
    table = document.add_table(len(JOBS), 2)
    for row, (title, employer, dates, items) in zip(table.rows, JOBS, strict=True):
        left, right = row.cells
        left.text = dates
        right.paragraphs[0].add_run(title).bold = True
        right.add_paragraph(employer)
        for item in items:
            right.add_paragraph(item, style="List Bullet")


def labels_of_a_table(document: Document) -> None:
    rows = document.add_table(2, 2).rows
    left, right = rows[0].cells
    left.text = "Experience"
    first = True
    for title, employer, dates, items in JOBS:
        paragraph = right.paragraphs[0] if first else right.add_paragraph()
        paragraph.add_run(f"{title}, {employer}, {dates}").bold = True
        first = False
        for item in items:
            right.add_paragraph(item, style="List Bullet")
    second = rows[1].cells
    second[0].text, second[1].text = "Skills", "Sourdough, rye"


LAYOUTS: dict[str, Callable[[Document], None]] = {
    layout.__name__: layout for layout in (headings, typed, lines_in_one_paragraph, rows_of_a_table, labels_of_a_table)
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_jobs_are_read_from_every_layout(layout: Callable[[Document], None]) -> None:
    document = begun()
    layout(document)
    document.add_paragraph().add_run("Education").bold = True
    document.add_paragraph("Diploma in Baking, Leeds College, 2013")
    check(read(document))


def test_columns_of_a_table_are_read_one_after_the_other() -> None:
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells
    left.text = "Contact"
    for text in ("Leeds", "ida@example.com", "Skills", "Sourdough", "Rye"):
        left.add_paragraph(text)
    run = right.paragraphs[0].add_run("Ida Moser")
    run.font.size = Pt(22)
    right.add_paragraph("Experience")
    for title, employer, dates, items in JOBS:
        right.add_paragraph().add_run(f"{title}, {employer}, {dates}").bold = True
        for item in items:
            right.add_paragraph(item, style="List Bullet")
    content = read(document)
    check(content)
    assert content.startswith("# Ida Moser\nLeeds | ida@example.com\n")
    assert "## Skills\n\nSourdough\nRye" in content


def test_deleted_moved_and_hidden_text_stays_out_and_inserted_text_in() -> None:
    document = begun()
    headings(document)
    paragraph = document.add_paragraph("Shown. ")
    raw(paragraph, "<w:del><w:r><w:delText>Deleted.</w:delText></w:r></w:del>")
    raw(paragraph, "<w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>")
    raw(paragraph, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>")
    raw(paragraph, "<w:r><w:instrText>HYPERLINK file.exe</w:instrText></w:r>")
    raw(paragraph, "<w:ins><w:r><w:t>Inserted.</w:t></w:r></w:ins>")
    content = read(document)
    assert "Shown. Inserted." in content
    assert not any(word in content for word in ("Deleted", "Moved", "Hidden", "file.exe"))


def test_a_text_box_is_read_once_and_the_one_with_the_name_first() -> None:
    box = (
        "<w:r><mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:rPr>"
        "<w:sz w:val='48'/></w:rPr><w:t>Ida Moser</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent>"
        "<w:p><w:r><w:t>Ida Moser</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = docx.Document()
    raw(document.add_paragraph("Leeds, ida@example.com"), box)
    headings(document)
    content = read(document)
    check(content)
    assert content.count("Ida Moser") == 1


def test_the_head_of_the_page_comes_first_and_its_foot_not_at_all() -> None:
    document = docx.Document()
    section = document.sections[0]
    run = section.header.paragraphs[0].add_run("Ida Moser")
    run.font.size = Pt(20)
    section.footer.paragraphs[0].text = "Page 1 of 2, confidential"
    headings(document)
    content = read(document)
    check(content)
    assert "confidential" not in content


def test_levels_of_lists_are_kept() -> None:
    document = begun()
    document.add_heading("Skills", 1)
    document.add_paragraph("Bread", style="List Bullet")
    document.add_paragraph("Rye", style="List Bullet 2")
    document.add_paragraph(
        "Long enough to be a resume that somebody may want to keep for a while, with a hundred letters."
    )
    content = read(document)
    assert "- Bread\n" in content
    assert "- Rye" in content


def test_controls_around_paragraphs_and_cells_are_looked_into() -> None:
    document = begun()
    rows_of_a_table(document)
    for element in [document.paragraphs[2]._p, document.tables[0].rows[0]._tr]:
        control = etree.fromstring(f'<w:sdt xmlns:w="{WORD}"><w:sdtPr/><w:sdtContent/></w:sdt>')
        element.addprevious(control)
        control[1].append(element)
    check(read(document))


def test_an_empty_document_has_no_text() -> None:
    with pytest.raises(Refusal) as refused:
        read(docx.Document())
    assert refused.value.code is RefusalCode.NO_TEXT


def test_a_damaged_document_is_told_so() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document><w:body>")
    with pytest.raises(Refusal) as refused:
        read_resume_file(out.getvalue(), "resume.docx")
    assert refused.value.code is RefusalCode.DAMAGED
