"""Texts to files and back: every line is in the file, and what is read from it is the resume it was made from."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

from extracted_text import added_text, by_pdfium, by_pypdf, by_python_docx, missing_lines

from jobforge.documents.offline.letter import write_letter
from jobforge.documents.offline.report import write_report
from jobforge.documents.offline.resume import write_resume
from jobforge.enums import ExportTemplate, PaperSize, TextKind
from jobforge.interchange.docx_out import to_docx
from jobforge.interchange.export_options import ExportOptions
from jobforge.interchange.pdf_out import to_pdf
from jobforge.interchange.reading import read_resume_file
from jobforge.resumes.parser import read_resume
from quality.document_measures import SETS, all_pairs, material_of


@dataclass(frozen=True, slots=True)
class Trip:
    """One text in one look: what went wrong with its files, empty where nothing did."""

    name: str
    problems: tuple[str, ...]


def texts(root: Path, today: date, *, sample: bool = False) -> Iterator[tuple[str, TextKind, str]]:
    """Yield name, kind and text: the resumes of the sets, and the offline documents of each pair (one, in a sample)."""
    for folder in SETS[:1] if sample else SETS:
        for path in sorted((root / folder / "resumes").iterdir()):
            if path.suffix == ".md":
                yield path.stem, TextKind.RESUME, path.read_text("utf-8")
    for number, (name, resume, ad) in enumerate(all_pairs(root)):
        if sample and number:
            return
        material = material_of(resume, ad, "Examplewood", today)
        yield f"{name} report", TextKind.REPORT, write_report(material).text
        yield f"{name} resume", TextKind.RESUME, write_resume(material).text
        yield f"{name} letter", TextKind.LETTER, write_letter(material).text


def round_trips(
    chosen: Iterable[tuple[str, TextKind, str]], papers: Iterable[PaperSize] = tuple(PaperSize)
) -> Iterator[Trip]:
    """Yield a trip for each text, template and paper; reports have one template."""
    for name, kind, text in chosen:
        templates = [ExportTemplate.MODERN] if kind is TextKind.REPORT else list(ExportTemplate)
        for template, paper in product(templates, papers):
            options = ExportOptions(kind, template=template, paper=paper)
            yield Trip(f"{name}, {template}, {paper}", tuple(_problems(text, options)))


def measure_round_trips(root: Path, today: date) -> dict[str, float]:
    """Return the figures over all texts."""
    trips = list(round_trips(texts(root, today)))
    return {
        "exported texts, templates and papers": float(len(trips)),
        "of these with a line lost or added, or read back otherwise": float(sum(bool(trip.problems) for trip in trips)),
    }


def _problems(text: str, options: ExportOptions) -> Iterator[str]:
    pdf, docx = to_pdf(text, options).data, to_docx(text, options).data
    separator = "" if options.kind is TextKind.REPORT else "|"
    for reader, extracted in (("pdfium", by_pdfium(pdf)), ("pypdf", by_pypdf(pdf)), ("docx", by_python_docx(docx))):
        if missing := missing_lines(text, extracted, separator=separator):
            yield f"{reader} lacks {missing[0]!r}"
        if added := added_text(text, extracted, separator=separator):
            yield f"{reader} has {added[:80]!r} besides"
    if options.kind is TextKind.RESUME:
        for name, data in (("x.pdf", pdf), ("x.docx", docx)):
            if _jobs(read_resume_file(data, name).content) != _jobs(text):
                yield f"{name} is read back with other jobs"


def _jobs(text: str) -> list[Any]:
    """Return of each job the words of its head, its period and its bullets.

    Which of the words are the title is left open: an import writes heads in one layout, and of these the reader
    tells title and employer apart where it did not in the source's own.
    """
    resume = read_resume(text)
    return [
        (
            sorted(f"{role.title} {role.employer or ''} {role.place or ''}".replace(",", " ").split()),
            role.period,
            [resume.lines[number - 1].text for number in role.bullets],
        )
        for role in resume.roles
    ]
