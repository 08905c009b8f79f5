"""Files in the terminal: a PDF and a saved page become three documents as PDF and DOCX, without a server."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from ad_samples import PAGE
from extracted_text import by_pdfium, by_python_docx, missing_lines

CORPUS = Path(__file__).parent.parent / "quality" / "imports" / "files"
RESUME = CORPUS / "fullstack__typst_single.pdf"


def jobforge(directory: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from jobforge.cli import main; main()", *words]
    return subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False, timeout=110)


def test_a_pdf_and_a_saved_page_become_three_pdfs_and_docx(tmp_path: Path) -> None:
    (tmp_path / "ad.html").write_text(PAGE, encoding="utf-8")
    done = jobforge(tmp_path, "draft", str(RESUME), "ad.html", "--pdf", "--docx", "--out", "made")
    assert done.returncode == 0, done.stderr
    for name in ("research_report", "optimized_resume", "cover_letter"):
        text = (tmp_path / "made" / f"{name}.md").read_text(encoding="utf-8")
        pdf, word = ((tmp_path / "made" / f"{name}.{suffix}").read_bytes() for suffix in ("pdf", "docx"))
        separator = "" if name == "research_report" else "|"
        assert missing_lines(text, by_pdfium(pdf), separator=separator) == []
        assert missing_lines(text, by_python_docx(word), separator=separator) == []
    report = (tmp_path / "made" / "research_report.md").read_text(encoding="utf-8")
    assert "Harbour Labs" in report


def test_a_file_becomes_markdown_and_markdown_becomes_files(tmp_path: Path) -> None:
    done = jobforge(tmp_path, "import", str(RESUME), "-o", "cv.md")
    assert done.returncode == 0, done.stderr
    assert "Anneke Birchwood-Rao; 3 jobs" in done.stderr
    text = (tmp_path / "cv.md").read_text(encoding="utf-8")
    made = jobforge(tmp_path, "export", "cv.md", "--format", "pdf,json", "--template", "classic", "--paper", "letter")
    assert made.returncode == 0, made.stderr
    assert missing_lines(text, by_pdfium((tmp_path / "cv.pdf").read_bytes()), separator="|") == []
    assert json.loads((tmp_path / "cv.json").read_bytes())["basics"]["name"] == "Anneke Birchwood-Rao"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("import", "note.exe"), "note.exe: The format of this file is not known."),
        (("export", "cv.md", "--format", "exe"), "--format: 'exe' is none of pdf, docx, md, txt, json"),
        (("export", "cv.md", "--format", "md"), "would be written over"),
        (("draft", "cv.md", "nothing.html"), "nothing.html cannot be read"),
        (("draft", "cv.md", "ad.txt"), "--company is needed"),
        (("draft", "cv.md", "https://boards.greenhouse.io/acme/jobs/1"), "This server fetches no addresses."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    (tmp_path / "note.exe").write_bytes(b"MZ\x90\x00" + bytes(200))
    (tmp_path / "cv.md").write_text("# Jo Bloggs\n\n## Experience\n\n" + "- Cooked for many guests a day\n" * 5)
    (tmp_path / "ad.txt").write_text("We look for a cook who has worked in a hotel kitchen.")
    done = jobforge(tmp_path, *words)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_company_and_position_are_read_out_of_an_ad_without_data_for_machines(tmp_path: Path) -> None:
    musts = "<li>Three years as a florist</li><li>Experience with wedding flowers</li><li>Driving licence</li>"
    page = f"<h1>Florist</h1><p>Wild Garden Ltd, Galway</p><h2>Requirements</h2><ul>{musts}</ul>"
    (tmp_path / "ad.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    done = jobforge(tmp_path, "draft", str(RESUME), "ad.html", "--out", "made")
    assert done.returncode == 0, done.stderr
    letter = (tmp_path / "made" / "cover_letter.md").read_text(encoding="utf-8")
    assert "Wild Garden Ltd" in letter
    assert "Florist" in letter
