"""Nothing of a person's working life gets lost when a resume is rewritten."""

from pathlib import Path

import pytest

from jobforge.documents.llm.restore import restored
from jobforge.documents.llm.stream_parser import Line, text_of
from jobforge.resumes.parser import read_resume

RESUMES = sorted((Path(__file__).parent.parent.parent / "quality").rglob("resumes/*.md"))


def lines_of(text: str) -> list[Line]:
    return [Line(line) for line in text.splitlines()]


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
def test_a_whole_resume_lacks_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = lines_of(text)
    assert restored(lines, read_resume(text)) == (lines, 0)


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
def test_each_role_that_is_missing_comes_back_in_its_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    source = read_resume(text)
    for role in source.roles:
        lines = lines_of(text)
        del lines[role.first_line - 1 : role.last_line]
        back, count = restored(lines, source)
        assert count >= 1
        again = read_resume(text_of(back))
        assert [(each.employer, each.title) for each in again.roles] == [
            (each.employer, each.title) for each in source.roles
        ]


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
def test_each_degree_certificate_and_contact_line_comes_back(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    source = read_resume(text)
    entries = [entry.line for entry in (*source.education, *source.certificates)]
    for number in {*entries, *source.contact}:
        lines = lines_of(text)
        gone = lines.pop(number - 1)
        back, _ = restored(lines, source)
        assert " ".join(text_of(back).split()).count(gone.text.strip()) >= 1


def test_an_empty_draft_gets_the_facts_of_the_whole_resume() -> None:
    text = RESUMES[0].read_text(encoding="utf-8")
    source = read_resume(text)
    again = read_resume(text_of(restored([], source)[0]))
    assert again.name == source.name
    assert len(again.roles) == len(source.roles)
    assert len(again.education) == len(source.education)


def test_other_words_in_another_order_are_no_loss() -> None:
    source = read_resume(
        "# Jo Ray\njo@example.org | +44 20 7946 0000\n\n"
        "## Work\n### Welder, Acme Ltd, Leeds (Mar 2019 - present)\n"
        "- Weld pipes\n\n## Education\n- BSc Metallurgy, University of Leeds, 2018\n"
    )
    draft = lines_of(
        "# Jo Ray\n+44 20 7946 0000 · jo@example.org\n\n"
        "## Experience\n### Acme Ltd, Leeds: Welder, 03/2019 to date\n"
        "- Welded pipes\n\n## Degrees\n**2018** University of Leeds\nBSc Metallurgy\n"
    )
    assert restored(draft, source) == (draft, 0)
