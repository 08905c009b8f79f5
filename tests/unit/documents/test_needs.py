"""What an ad asks for, in few words that are still its own."""

import pytest

from jobforge.documents.offline.requirement_phrases import distinct, in_sentence, plain, short
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.text.language import Language


@pytest.mark.parametrize(
    ("requirement", "terms", "expected"),
    [
        ("• automated testing (we use Playwright)", ("Playwright",), "automated testing"),
        ("Experience of nursing patients at home", (), "Experience of nursing patients at home"),
        ("good Excel, including pivot tables", (), "Excel"),
        ("Wound care, including compression bandaging", ("Wound care",), "Wound care"),
        ("you have a Scrum certificate", ("Scrum certificate",), "a Scrum certificate"),
        ("You have shipped iOS apps in Swift and SwiftUI", ("iOS", "Swift"), "iOS apps in Swift and SwiftUI"),
        ("Bachelor of Education (Primary) or equivalent — essential", (), "Bachelor of Education"),
    ],
)
def test_a_requirement_is_shortened_to_its_core(requirement: str, terms: tuple[str, ...], expected: str) -> None:
    assert short(requirement, terms, Language.EN) == expected


def test_a_short_form_is_a_quote_where_it_stands_in_quotation_marks() -> None:
    requirement = "Erfahrung in der Führung von Mitarbeitern"
    assert short(requirement, (), Language.DE) == requirement


def test_plain_keeps_the_words_and_drops_the_marks() -> None:
    assert plain("<li>Garda vetting &mdash; essential</li>") == "Garda vetting"
    assert plain("3) Polnisch – von Vorteil.") == "Polnisch"


def test_names_keep_their_capital_in_a_sentence_and_ordinary_words_do_not() -> None:
    assert in_sentence("Panel upgrades", "") == "panel upgrades"
    assert in_sentence("Lámh sign system", "") == "Lámh sign system"
    assert in_sentence("Seesaw", "we use Seesaw") == "Seesaw"
    assert in_sentence("Bookings", "take bookings") == "bookings"


def test_a_point_that_says_the_same_again_is_left_out() -> None:
    assert distinct(["monthly accounts", "accounts", "payroll"]) == ["monthly accounts", "payroll"]


@pytest.mark.parametrize(
    ("requirement", "topic"),
    [
        ("Führerschein Klasse CE", Topic.PAPER),
        ("CAP Cuisine exigé", Topic.PAPER),
        ("Carné de conducir B", Topic.PAPER),
        ("Working knowledge of Irish", Topic.LANGUAGE),
        ("Anglais courant", Topic.LANGUAGE),
        ("at least three years in urgent care", Topic.YEARS),
        ("Mehrjährige Erfahrung mit Lkw", Topic.YEARS),
        ("Travail le week-end", Topic.CONDITION),
        ("Disponibilidad para turnos", Topic.CONDITION),
        ("Panel and service upgrades", Topic.SKILL),
        ("Manejo de carretillas", Topic.SKILL),
    ],
)
def test_papers_languages_years_and_conditions_are_told_from_skills(requirement: str, topic: Topic) -> None:
    assert topic_of(requirement) is topic
