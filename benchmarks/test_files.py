"""An export with and without the process around it: time, and the memory that the process takes."""

import asyncio
import resource
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from jobforge.enums import ExportFormat, TextKind
from jobforge.interchange.export import export_text
from jobforge.interchange.export_options import ExportOptions
from jobforge.operations import conversions

RESUME = (Path(__file__).parent.parent / "tests" / "quality" / "resumes" / "fullstack.md").read_text(encoding="utf-8")
FORMATS = [ExportFormat.PDF, ExportFormat.DOCX, ExportFormat.JSON_RESUME]


@pytest.mark.parametrize("file_format", FORMATS, ids=str)
def test_export(benchmark: BenchmarkFixture, file_format: ExportFormat) -> None:
    benchmark.group = "an export of a resume, in the process"
    benchmark(export_text, RESUME, ExportOptions(TextKind.RESUME, file_format))


@pytest.mark.parametrize("file_format", FORMATS, ids=str)
def test_export_in_a_child(benchmark: BenchmarkFixture, file_format: ExportFormat) -> None:
    benchmark.group = "an export of a resume, in a process of its own"
    options = ExportOptions(TextKind.RESUME, file_format)
    benchmark(lambda: asyncio.run(conversions.render(RESUME, options)))
    benchmark.extra_info["largest child in MB"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
