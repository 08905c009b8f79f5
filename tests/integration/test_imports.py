"""Files in many layouts give back the resume that they were made from."""

import pytest
from quality.floors import IMPORT_FLOORS
from quality.import_score import HERE, ImportScore, measure_imports, score_folder

from jobforge.interchange.reading import read_resume_file


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return measure_imports()


@pytest.fixture(scope="module")
def scores() -> list[ImportScore]:
    return score_folder()


@pytest.mark.parametrize("name", [name for name in IMPORT_FLOORS if not name.startswith("of these")])
def test_no_import_figure_falls_below_its_floor(figures: dict[str, float], name: str) -> None:
    assert IMPORT_FLOORS[name].holds(figures[name]), f"{name}: {figures[name]:.3f}, must be {IMPORT_FLOORS[name]}"


def test_each_word_of_a_result_is_in_its_file(scores: list[ImportScore]) -> None:
    assert {score.name: score.added for score in scores if score.added} == {}


def test_no_word_of_a_file_is_lost(scores: list[ImportScore]) -> None:
    assert {score.name: score.lost for score in scores if score.lost} == {}


def test_deleted_text_and_private_files_stay_out() -> None:
    for name, private in (
        ("nurse_community__header_tracked.docx", "DELETEDWORD"),
        ("fullstack__linkedin.zip", "PRIVATE-MESSAGE"),
        ("fullstack__reactive_v5.json", "Hidden Ltd"),
    ):
        assert private not in read_resume_file((HERE / "files" / name).read_bytes(), name).content


def test_an_import_tells_what_was_found() -> None:
    name = "kfz_de__word_textbox.pdf"
    resume = read_resume_file((HERE / "files" / name).read_bytes(), name)
    assert resume.format == "pdf"
    assert (resume.found.name, resume.found.roles, resume.found.bullets) == ("Marek Olbertz", 3, 18)
    assert "BERUFLICHER WERDEGANG" in resume.found.sections
    assert any("columns" in warning for warning in resume.warnings)
