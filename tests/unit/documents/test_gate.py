"""What the gate does with a draft, without any model."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jobforge.documents.llm.guardrail import Gate
from jobforge.documents.llm.stream_parser import Line, document, text_of
from jobforge.documents.parsed_input import read
from jobforge.documents.writing_input import Material
from jobforge.enums import Phase

QUALITY = Path(__file__).parent.parent.parent / "quality"
TRUTHFUL: list[dict[str, Any]] = [
    case
    for case in json.loads((QUALITY / "truthful.json").read_text(encoding="utf-8"))["cases"]
    if case["document"] == "optimized_resume"
]

RESUME = """# Jo Ray
jo.ray@example.org

## Experience

### Welder, Acme Ltd, Leeds (Mar 2019 - present)
- Weld about 40 pipes a week
- Train two apprentices

### Fitter, Bolt & Co, York (2015 - 2019)
- Fitted pumps

## Education
- NVQ Level 3 Welding, Leeds College, 2015
"""
AD = "Welder wanted in Leeds.\n\nYou need\n- TIG welding\n- experience with Xiris cameras\n"


def gate(phase: Phase = Phase.RESUME, resume: str = RESUME, ad: str = AD, **more: Any) -> Gate:
    material = Material(resume, ad, "Acme", "Welder", date(2026, 11, 22), user_name="Jo Ray", **more)
    return Gate(phase, material, read(material))


def lines_of(text: str) -> list[Line]:
    return [Line(line) for line in text.splitlines()]


@pytest.mark.parametrize("case", TRUTHFUL, ids=lambda case: case["id"])
def test_a_true_rewording_passes_untouched(case: dict[str, Any]) -> None:
    resume = (QUALITY / "resumes" / case["resume"]).read_text(encoding="utf-8")
    ad = (QUALITY / "ads" / case["ad"]).read_text(encoding="utf-8")
    if case["original"] is not None:
        text = resume.replace(case["original"], case["changed"], 1)
    else:
        text = resume.replace(case["after"], f"{case['after']}\n{case['changed']}", 1)
    lines = lines_of(text)
    kept, count = gate(resume=resume, ad=ad, letter_context=case.get("additional_context") or "").settle(lines)
    assert (text_of(kept), count.notes()) == (text_of(lines), [])


def test_a_lie_is_put_back_to_the_line_it_was_made_of_under_its_own_bullet() -> None:
    kept, count = gate().settle(lines_of(RESUME.replace("- Weld about 40", "* Weld about 400")))
    assert "* Weld about 40 pipes a week" in text_of(kept)
    assert count.notes() == ["1 line put back to the resume's own words."]


def test_a_lie_made_of_nothing_is_left_out() -> None:
    invented = "- Won the National Welding Award in 2022"
    kept, count = gate().settle(lines_of(RESUME.replace("- Train two", f"{invented}\n- Train two")))
    assert text_of(kept) == RESUME.rstrip("\n")
    assert count.left_out == 1


def test_a_fact_of_another_employer_is_left_out_there_and_stays_here() -> None:
    moved = RESUME.replace("- Fitted pumps", "- Fitted pumps\n- Weld about 40 pipes a week")
    assert text_of(gate().settle(lines_of(moved))[0]) == RESUME.rstrip("\n")


def test_an_invented_job_goes_with_all_its_lines() -> None:
    invented = "### Chief Engineer, Orbital Space Ltd, London (2010 - 2015)\n- Fitted pumps in orbit\n\n"
    kept, _ = gate().settle(lines_of(RESUME.replace("## Education", f"{invented}## Education")))
    assert "Orbital" not in text_of(kept)
    assert "orbit" not in text_of(kept)
    assert "- NVQ Level 3 Welding, Leeds College, 2015" in text_of(kept)


def test_a_raised_title_is_put_back_and_keeps_its_work() -> None:
    kept, _ = gate().settle(lines_of(RESUME.replace("Fitter, Bolt", "Head of Engineering, Bolt")))
    assert text_of(kept) == RESUME.rstrip("\n")


def test_what_the_ad_asks_for_and_the_resume_lacks_stays_a_gap() -> None:
    lying = lines_of(RESUME.replace("- Train two apprentices", "- Train two apprentices on Xiris cameras"))
    assert text_of(gate().settle(lying)[0]) == RESUME.rstrip("\n")
    noted = gate(letter_context="At Acme I train the apprentices on Xiris cameras.")
    assert "Xiris" in text_of(noted.settle(lying)[0])


def test_repairs_touch_the_lines_that_were_asked_about_and_no_others() -> None:
    lines = lines_of("# Jo\n- one\n- two\n- three")
    answer = "1| # Someone Else\n2| - one, mended [[L7]]\nSome chatter: 4\n3: -\n9| - ten"
    mended = gate().repaired(lines, answer, {1, 2})
    assert mended == [Line("# Jo"), Line("- one, mended", ("L7",)), Line("- three")]


def test_a_letter_to_an_invented_person_is_addressed_as_letters_are() -> None:
    letter = [Line("Dear Ms Quimby-Fortescue,"), Line(""), Line("I train two apprentices.")]
    kept, _ = gate(Phase.COVER_LETTER).settle(letter)
    assert document(kept) == "Dear hiring team,\n\nI train two apprentices.\n"


def test_a_sentence_that_goes_takes_no_paragraph_with_it() -> None:
    letter = [
        Line("Dear Acme team,"),
        Line("I hold the Nobel Prize in Physics since 2019."),
        Line("I train two apprentices.", joined=True),
        Line(""),
        Line("I weld about 40 pipes a week."),
        Line("I led a team of 60 welders.", joined=True),
        Line("Kind regards"),
    ]
    kept, _ = gate(Phase.COVER_LETTER).settle(letter)
    assert document(kept) == (
        "Dear Acme team,\nI train two apprentices.\n\nI weld about 40 pipes a week.\nKind regards\n"
    )


def test_a_section_of_a_report_that_loses_all_it_said_goes_too() -> None:
    report = lines_of(
        "# Report\n\n## Fit\n\n### Awards\nJo Ray won the Turing Award in 2019.\n\n### Work\nJo Ray trains apprentices."
    )
    kept, _ = gate(Phase.RESEARCH).settle(report)
    assert document(kept) == "# Report\n\n## Fit\n\n### Work\nJo Ray trains apprentices.\n"
