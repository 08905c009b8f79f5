"""Texts to files and back, a sample of what `make quality` does with all of them; and JSON Resume both ways."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from quality.measure import HERE, TODAY
from quality.round_trip import round_trips, texts

from jobforge.enums import PaperSize
from jobforge.interchange.json_resume import read_json_resume
from jobforge.interchange.json_resume_out import to_json_resume

DATA = Path(__file__).parent.parent / "data"
SCHEMA = json.loads((DATA / "json-resume-1.3.1.json").read_text("utf-8"))
SAMPLES = {
    "the schema's own": DATA / "json-resume-sample.json",
    "ours": HERE / "imports" / "files" / "fullstack__json_resume.json",
}


def test_files_hold_every_line_and_are_read_back_as_they_were() -> None:
    trips = list(round_trips(texts(HERE, TODAY, sample=True), [PaperSize.A4]))
    assert len(trips) > 20
    assert {trip.name: trip.problems for trip in trips if trip.problems} == {}


@pytest.mark.parametrize("name", SAMPLES)
def test_json_resume_comes_in_goes_out_and_comes_in_the_same(name: str) -> None:
    value: dict[str, Any] = json.loads(SAMPLES[name].read_text("utf-8"))
    markdown = read_json_resume(value)
    written = json.loads(to_json_resume(markdown).data)
    jsonschema.validate(written, SCHEMA)
    assert read_json_resume(written) == markdown


def test_what_has_no_field_comes_back_as_a_section() -> None:
    text = "# Jo Bloggs\n\n## Experience\n\n### Cook, Inn, Leeds (2020 – 2021)\n\n- Fish\n\n## Odds\n\n- Own car\n"
    back = read_json_resume(json.loads(to_json_resume(text).data))
    assert "## Odds\n\n- Own car" in back
