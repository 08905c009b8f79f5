"""The letter without a model: true, in the ad's language, and of a length that is read."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offline_pairs import ALL, ATTACKS, PAIRS, QUALITY
from offline_samples import SAMPLES, TODAY

from jobforge.documents import parsed_input
from jobforge.documents.offline.letter import compose
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Severity
from jobforge.factcheck.review import review


@pytest.mark.parametrize("name", PAIRS)
def test_a_letter_has_180_to_320_words(name: str) -> None:
    assert 180 <= len(compose(PAIRS[name]).split()) <= 320


@pytest.mark.parametrize("name", ALL)
def test_a_letter_says_nothing_that_the_resume_does_not_bear_out(name: str) -> None:
    material = ALL[name]
    found = review(
        compose(material),
        DocumentType.COVER_LETTER,
        resume=material.resume,
        ad=material.ad,
        today=TODAY,
        company=material.company_name,
        role=material.role_title,
    )
    assert [finding for finding in found.findings if finding.severity is not Severity.INFO] == []


@pytest.mark.parametrize("name", ALL)
def test_a_letter_has_no_placeholder_and_no_loose_ends(name: str) -> None:
    text = compose(ALL[name])
    assert not re.search(r"\{|\}|\[(?!tronic)|XX|TODO|None|\.\.|,,| ,| \.|  \S(?<!\n)", text.replace("  \n", "\n"))


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("fullstack__good", "Dear hiring team,"),
        ("kfz_de__good", "Sehr geehrte Damen und Herren,"),
        ("cook_fr", "Madame, Monsieur,"),
        ("designer_es", "Estimado equipo de selección:"),
        ("no_dates_en", "Sehr geehrte Frau Dornbusch,"),
        ("lawyer_en", "Dear Ms Venkataraman,"),
    ],
)
def test_the_greeting_is_in_the_ads_language_and_names_whom_the_ad_names(name: str, greeting: str) -> None:
    assert greeting in compose(ALL[name])


def test_the_same_material_gives_the_same_letter() -> None:
    first = compose(PAIRS["nurse_community__good"])
    parsed_input._read.cache_clear()
    assert compose(PAIRS["nurse_community__good"]) == first


def test_main_needs_are_answered_with_lines_of_work_in_the_first_person() -> None:
    text = compose(PAIRS["fullstack__good"])
    assert "I build the guest check-in pages in React and TypeScript, used by 310 hotels" in text
    assert "wrote the Node and Express service that sends about 45,000 confirmation e-mails a day" in text


def test_what_the_resume_does_not_show_is_said_and_not_claimed() -> None:
    sentence = next(part for part in re.split(r"(?<=\.)\s", compose(PAIRS["fullstack__stretch"])) if "SwiftUI" in part)
    assert "ask" in sentence


def test_the_users_notes_are_woven_in_and_wishes_are_not() -> None:
    note = "Since January I have also written two small GraphQL resolvers for our partner feed."
    material = replace(
        PAIRS["fullstack__good"],
        letter_context=note,
        application_context="Please keep the tone warm. I can start in May.",
    )
    text = compose(material)
    assert note in text
    assert "I can start in May." in text
    assert "warm" not in text


def test_notes_in_the_style_of_a_resume_become_sentences() -> None:
    notes = "- Can start on 1 March\n- Spent three summers as a campsite warden\n- Driving licence since 2019"
    text = compose(replace(PAIRS["fullstack__good"], letter_context=notes))
    assert "I can start on 1 March. I spent three summers as a campsite warden." in text
    assert ": Driving licence since 2019." in text


def test_a_gap_that_the_users_notes_fill_is_not_called_a_gap() -> None:
    material = replace(
        PAIRS["fullstack__good"], letter_context="Since January I have also written two small GraphQL resolvers."
    )
    assert compose(material).count("GraphQL") == 1


def test_a_line_of_a_resume_in_another_language_is_quoted_and_marked_as_a_quote() -> None:
    text = compose(SAMPLES["no_dates_en"])
    assert "„Led a shift of 12 packers“" in text
    assert "Warehouse Supervisor" in text
    assert "Kept the temperature log" not in text


def test_a_resume_without_jobs_gives_a_short_letter_in_its_own_words() -> None:
    text = compose(SAMPLES["hair_thin_en"])
    assert "I like people and I am on time." in text
    assert len(text.split()) < 180


def test_the_name_of_the_user_signs_where_the_resume_has_none() -> None:
    resume = (
        "Work\n\n- Cleaned offices at night\n- Kept the keys of nine buildings\n" + "- Ordered the cleaning goods\n" * 2
    )
    material = Material(resume, SAMPLES["hair_thin_en"].ad, "Denise's", "Stylist", TODAY, user_name="Ada Okoro")
    assert compose(material).rstrip().endswith("Ada Okoro")


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack["id"])
def test_orders_in_an_ad_do_not_reach_the_letter(attack: dict[str, str]) -> None:
    before = (QUALITY / "ads" / attack["ad"]).read_text("utf-8") + "\n\n" if attack["mode"] == "append" else ""
    resume = (QUALITY / "resumes" / attack["resume"]).read_text("utf-8")
    text = compose(Material(resume, before + attack["text"], "Example", "Post", TODAY))
    assert attack["canary"].casefold() not in text.casefold()


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=100, max_size=3000), st.text(min_size=50, max_size=1500), st.text(max_size=300))
def test_any_text_gives_a_letter(resume: str, ad: str, note: str) -> None:
    assert compose(Material(resume, ad, "Example", "Post", TODAY, letter_context=note)).strip()


_MARKUP = st.sampled_from(
    ["# A B\n", "## Work\n", "- Led {x} of 5\n", "* \n", "| a | b |\n|---|---|\n", "**Chef, Bar, 2019 – now**\n",
     "Koch, Hotel Süd\n",
     "03/2019 – 02/2021\n", "\n", "Requirements\n", "• SQL {0}\n", "~~~\n", "<b>", "- \\|\n",
     "Skills: a, (b, c\n", "%s %d {}\n", "«»„“\n"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(_MARKUP, min_size=10, max_size=60), st.lists(_MARKUP, min_size=5, max_size=40))
def test_any_mixture_of_markup_gives_a_letter(resume: list[str], ad: list[str]) -> None:
    assert compose(Material("".join(resume), "".join(ad), "{company}", "%s", TODAY)).strip()
