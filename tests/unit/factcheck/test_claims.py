"""A sentence is told apart by what it is: a claim, a wish, an admission, a word about the ad."""

import pytest

from jobforge.enums import DocumentType
from jobforge.factcheck.statements import Stance, stance, statements
from jobforge.resumes.parser import read_resume
from jobforge.text.language import detect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have run four kitchens.", Stance.CLAIM),
        ("Ich leite zwei Auszubildende an.", Stance.CLAIM),
        ("I would like to learn Swift with you.", Stance.WISH),
        ("In das Gesellschaftsrecht würde ich mich gern einarbeiten.", Stance.WISH),
        ("J'aimerais apprendre la cuisson sous vide.", Stance.WISH),
        ("Me gustaría aprender SAP en la empresa con el equipo.", Stance.WISH),
        ("I have not tarped a load yet.", Stance.DENIAL),
        ("Ce logiciel, je ne le connais pas.", Stance.DENIAL),
        ("Your ad names home batteries as a plus", Stance.AD),
        ("Sie suchen einen Meister", Stance.AD),
        ("No accidents since 2018", Stance.CLAIM),
    ],
)
def test_a_clause_of_a_letter_is_what_its_words_make_it(text: str, expected: Stance) -> None:
    assert stance(text, is_resume=False, language=detect(text)) is expected


def test_a_letter_is_read_clause_by_clause_and_a_resume_by_sentence() -> None:
    letter = read_resume("Dear team,\n\nYou ask for Blender, which I have not used; I know Figma.\n")
    assert [s.stance for s in statements(letter, DocumentType.COVER_LETTER)][-3:] == [
        Stance.AD,
        Stance.DENIAL,
        Stance.CLAIM,
    ]


def test_lines_of_a_job_know_their_job() -> None:
    text = "# A B\n\n## Experience\n\n### Cook, Blue Inn, York (2019 - 2021)\n- Cooked fish\n"
    text += "\n### Waiter, Red Inn, York (2016 - 2018)\n- Served guests\n"
    found = [
        (s.text, s.role) for s in statements(read_resume(text), DocumentType.OPTIMIZED_RESUME) if s.role is not None
    ]
    assert found == [("Cooked fish", 0), ("Served guests", 1)]
