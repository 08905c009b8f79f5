"""What an ad asks for, in few words that are still its own."""

import pytest

from jobforge.documents.offline.casing import bare_in_sentence, capitalized, lowered, person_name, settled
from jobforge.documents.offline.requirement_phrases import distinct, plain, proved_alternative, requirement_label
from jobforge.documents.offline.requirement_type import Topic, topic_of
from jobforge.text.language import Language
from jobforge.text.terms import keys


@pytest.mark.parametrize(
    ("language", "requirement", "terms", "expected"),
    [
        (Language.EN, "• automated testing (we use Playwright)", ("Playwright",), "automated testing"),
        (Language.EN, "Experience of nursing patients at home", (), "nursing patients at home"),
        (Language.EN, "good Excel, including pivot tables", (), "Excel"),
        (Language.EN, "you have a Scrum certificate", (), "Scrum certificate"),
        (Language.EN, "Bachelor of Education (Primary) or equivalent — essential", (), "Bachelor of Education"),
        (Language.EN, "Solid understanding of HACCP and allergens", (), "HACCP and allergens"),
        (Language.EN, "Kafka is a plus", (), "Kafka"),
        (Language.EN, "Node.js", (), "Node.js"),
        (Language.DE, "Erfahrung in der Führung von Mitarbeitern", (), "Erfahrung in der Führung von Mitarbeitern"),
        (Language.DE, "Ein Führerschein der Klasse B ist notwendig", (), "Führerschein der Klasse B"),
        (Language.FR, "La maîtrise de l'anglais est souhaitée", (), "maîtrise de l'anglais"),
        (Language.FR, "L'anglais professionnel", (), "anglais professionnel"),
        (Language.ES, "tienes experiencia demostrable en C y C++", (), "experiencia demostrable en C y C++"),
    ],
)
def test_a_requirement_becomes_a_noun_phrase_of_the_ad(
    language: Language, requirement: str, terms: tuple[str, ...], expected: str
) -> None:
    assert requirement_label(requirement, terms, language) == expected
    assert expected in plain(requirement)


@pytest.mark.parametrize(
    ("language", "requirement"),
    [
        (Language.EN, "have looked after people with diabetes"),
        (Language.EN, "Able to work on your own"),
        (Language.DE, "Du hast mindestens zwei Jahre in einer Praxis gearbeitet"),
        (Language.FR, "vous parlez espagnol"),
        (Language.FR, "Diplômé(e) d'un bac+5"),
        (Language.ES, "hablas euskera"),
    ],
)
def test_a_clause_is_no_noun_phrase(language: Language, requirement: str) -> None:
    assert requirement_label(requirement, (), language) is None


def test_of_alternatives_the_one_that_the_line_shows_is_named() -> None:
    assert proved_alternative("React Native or React", keys("Built pages in React")) == "React"
    assert proved_alternative("Power BI or Tableau", keys("Excel")) == "Power BI or Tableau"


def test_plain_keeps_the_words_and_drops_the_marks() -> None:
    assert plain("<li>Garda vetting &mdash; essential</li>") == "Garda vetting"
    assert plain("3) Polnisch – von Vorteil.") == "Polnisch"


def test_a_point_that_says_the_same_again_is_left_out() -> None:
    assert distinct(["monthly accounts", "accounts", "payroll"]) == ["monthly accounts", "payroll"]


@pytest.mark.parametrize(
    ("shouted", "expected"),
    [
        ("SENIOR ACCOUNTANT", "Senior Accountant"),
        ("GLOBEX CORPORATION", "Globex Corporation"),
        ("IBM", "IBM"),
        ("HEAD OF IT", "Head of IT"),
        ("CNC OPERATOR", "CNC Operator"),
        ("BUS DRIVER", "Bus Driver"),
        ("Store Manager", "Store Manager"),
    ],
)
def test_a_title_in_capitals_is_written_in_ordinary_letters(shouted: str, expected: str) -> None:
    assert settled(shouted) == expected


def test_a_person_signs_in_ordinary_letters() -> None:
    assert person_name("DESMOND O'NEILL-ACHEAMPONG") == "Desmond O'Neill-Acheampong"
    assert person_name("Jean-Luc d'Arc") == "Jean-Luc d'Arc"


def test_words_of_an_ad_are_small_in_a_sentence_only_where_that_is_safe() -> None:
    assert bare_in_sentence("Bookings", "take bookings") == "bookings"
    assert bare_in_sentence("iOS apps", "") == "iOS apps"
    assert bare_in_sentence("SAP", "") == "SAP"
    assert bare_in_sentence("Panel upgrades", "") is None


def test_a_name_with_its_own_capitals_keeps_them() -> None:
    assert capitalized("dbt and Snowflake") == "dbt and Snowflake"
    assert capitalized("iOS apps") == "iOS apps"
    assert capitalized("wound care") == "Wound care"
    assert lowered("Cheffe de partie") == "cheffe de partie"
    assert lowered("Product Designer") == "Product Designer"


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
