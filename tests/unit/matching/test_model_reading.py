"""A model's reading: what verifies is taken, the rest falls back to the rules, requirement by requirement."""

from collections.abc import Sequence
from datetime import date

import pytest

from jobforge.enums import MatchReader, RequirementKind, RequirementStatus
from jobforge.matching.match import Match, match
from jobforge.matching.model_reading import Claim, ModelReading, verbatim

TODAY = date(2026, 11, 22)
RESUME = """\
# Noor Haddad

## Profile
Calm under pressure, some Terraform at home.

## Experience

### Ward Nurse, Elmwood Hospital (2021 - 2024)
- Sat with frightened relatives on night shifts and explained what would happen next
- Ran the crash trolley during twelve arrests
- No experience with dialysis machines

## Skills
Word, Excel, handwashing audits

## Languages
German (B1)
"""
AD = """\
Staff Nurse, St Anne's

Requirements:
- Excellent bedside communication
- Resuscitation experience
- 8 years of experience in nursing
- Fluent German
- Dialysis machines
- Terraform in production
- Infection control
"""
LINES = {text: number for number, text in enumerate(RESUME.splitlines(), 1)}
RELATIVES = LINES["- Sat with frightened relatives on night shifts and explained what would happen next"]
TROLLEY = LINES["- Ran the crash trolley during twelve arrests"]
DIALYSIS = LINES["- No experience with dialysis machines"]
PROFILE = LINES["Calm under pressure, some Terraform at home."]
SKILLS = LINES["Word, Excel, handwashing audits"]

PROVED, LISTED, MISSING = RequirementStatus.PROVED, RequirementStatus.LISTED, RequirementStatus.MISSING
RIGHT = (
    ("Excellent bedside communication", PROVED, RELATIVES),
    ("Resuscitation experience", PROVED, TROLLEY),
    ("8 years of experience in nursing", MISSING, 0),
    ("Fluent German", MISSING, 0),
    ("Dialysis machines", MISSING, 0),
    ("Terraform in production", LISTED, PROFILE),
    ("Infection control", LISTED, SKILLS),
)


def read(*statements: tuple[str, RequirementStatus, int], rejected: int = 0, ad: str = AD) -> Match:
    claims = tuple(
        Claim(quote, RequirementKind.MUST, status, (line,) if line else ()) for quote, status, line in statements
    )
    return match(RESUME, ad, today=TODAY, reading=ModelReading("m", claims, rejected))


def statuses(result: Match) -> dict[str, RequirementStatus]:
    return {item.text: item.status for item in result.requirements}


RULES = statuses(match(RESUME, AD, today=TODAY))


def all_proved_by(line: int) -> Sequence[tuple[str, RequirementStatus, int]]:
    return [(quote, PROVED, line) for quote, _, _ in RIGHT]


def test_a_right_reading_is_taken_where_no_word_is_shared_and_its_lines_are_the_evidence() -> None:
    result = read(*RIGHT)
    assert RULES["Excellent bedside communication"] is MISSING
    assert statuses(result) == {quote: status for quote, status, _ in RIGHT}
    assert result.reader is MatchReader.MODEL
    bedside = result.requirements[0]
    assert bedside.evidence_line == RELATIVES
    assert bedside.evidence in RESUME.splitlines()[RELATIVES - 1]  # type: ignore[operator]
    assert result.coverage and result.coverage > match(RESUME, AD, today=TODAY).coverage  # type: ignore[operator]


def test_without_a_reading_the_rules_read() -> None:
    assert match(RESUME, AD, today=TODAY).reader is MatchReader.RULES


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("8 years of experience in nursing", RELATIVES),  # three years in all
        ("Fluent German", TROLLEY),  # B1
        ("Dialysis machines", DIALYSIS),  # the line denies it
        ("Dialysis machines", TROLLEY),  # the resume denies it elsewhere
        ("Terraform in production", TROLLEY),  # a tool that the line does not name
    ],
)
def test_hard_rules_overrule_a_model(quote: str, line: int) -> None:
    others = [each for each in RIGHT if each[0] != quote]
    assert statuses(read(*others, (quote, PROVED, line)))[quote] is RULES[quote]


def test_a_skill_that_is_only_named_is_no_proof_whatever_the_model_says() -> None:
    others = [each for each in RIGHT if each[0] != "Infection control"]
    result = read(*others, ("Infection control", PROVED, SKILLS))
    assert statuses(result)["Infection control"] is LISTED


@pytest.mark.parametrize("line", [RELATIVES, TROLLEY])
def test_a_reader_that_says_proved_to_everything_is_not_followed(line: int) -> None:
    assert statuses(read(*all_proved_by(line))) == RULES


def test_a_reader_that_invents_quotes_and_lines_is_not_followed_beyond_the_words() -> None:
    result = read(*RIGHT[:3], rejected=9)
    assert statuses(result)["Excellent bedside communication"] is MISSING


def test_what_the_words_themselves_show_is_not_taken_away_by_a_reader_that_finds_nothing() -> None:
    ad = AD.replace("- Infection control", "- Crash trolley")
    shown = [(quote, MISSING, 0) for quote, _, _ in RIGHT[:6]]
    assert statuses(match(RESUME, ad, today=TODAY))["Crash trolley"] is PROVED
    assert statuses(read(*shown, ("Crash trolley", MISSING, 0), ad=ad))["Crash trolley"] is PROVED


def test_a_requirement_that_the_rules_overlooked_is_added_with_its_place_in_the_ad() -> None:
    ad = AD.replace(
        "Staff Nurse, St Anne's\n", "Staff Nurse, St Anne's\n\nYou come with a steady hand for cannulation.\n"
    )
    quote = "a steady hand for cannulation"
    assert quote not in statuses(match(RESUME, ad, today=TODAY))
    added = next(item for item in read(*RIGHT, (quote, MISSING, 0), ad=ad).requirements if item.text == quote)
    assert added.status is MISSING
    assert added.position and ad[slice(*added.position)] == quote


def test_parts_of_a_requirement_make_up_the_whole() -> None:
    ad = AD.replace("- Infection control", "- Infection control and bedside manners")
    whole = "Infection control and bedside manners"
    parts = [("Infection control", LISTED, SKILLS), ("bedside manners", PROVED, RELATIVES)]
    assert statuses(read(*RIGHT[:6], *parts, ad=ad))[whole] is LISTED


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Fluent  German", "Fluent German"),
        ("fluent german", "Fluent German"),
        ("Staff Nurse,\nSt Anne's", "Staff Nurse, St Anne's"),
        ("Fluent French", ""),
        ("", ""),
        ("x" * 500, ""),
    ],
)
def test_a_quote_must_stand_in_the_ad(quote: str, found: str) -> None:
    assert verbatim(quote, AD) == found
