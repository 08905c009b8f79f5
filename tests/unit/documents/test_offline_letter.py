"""The letter without a model: need, evidence and result in the applicant's own lines, and never a gap by itself."""

import re
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offline_pairs import ALL, ATTACKS, PAIRS, QUALITY
from offline_samples import SAMPLES, TODAY

from jobforge.documents import parsed_input
from jobforge.documents.offline.letter import write_letter
from jobforge.documents.offline.self_check import word_objections
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Severity
from jobforge.factcheck.review import review
from jobforge.languages import languages, table
from jobforge.text.language import Language, detect

CROSS = ("no_dates_en", "cook_fr_to_en", "warehouse_de_to_es")
COMPANIES = ("Area 17", "Century 21", "7-Eleven", "3M", "The 1975 Bar & Grill", "O'Neill, Sons & Co.", "Null")


@lru_cache(maxsize=64)
def compose(material: Material) -> str:
    return write_letter(material).text


def findings(material: Material) -> list[str]:
    result = review(
        compose(material),
        DocumentType.COVER_LETTER,
        resume=material.resume,
        contexts=material.contexts,
        ad=material.ad,
        today=material.today,
        company=material.company_name,
        role=material.role_title,
        user_name=material.user_name,
    )
    return [f"{item.code}: {item.quote}" for item in result.findings if item.severity is not Severity.INFO]


@pytest.mark.parametrize("name", PAIRS)
def test_a_letter_has_120_to_250_words(name: str) -> None:
    assert 120 <= len(compose(PAIRS[name]).split()) <= 250


@pytest.mark.parametrize("name", ALL)
def test_the_own_fact_check_has_no_finding(name: str) -> None:
    assert findings(ALL[name]) == []


@pytest.mark.parametrize("company", COMPANIES)
def test_the_own_fact_check_has_no_finding_with_any_company_name(company: str) -> None:
    for name in ("fullstack__good", "kfz_de__good", "cook_fr", "designer_es"):
        material = replace(ALL[name], company_name=company)
        assert findings(material) == []
        assert company in compose(material)


@pytest.mark.parametrize("name", ALL)
def test_every_word_stands_in_the_sources_or_the_frames(name: str) -> None:
    assert word_objections(compose(ALL[name]), ALL[name], "letter") == []


@pytest.mark.parametrize("name", ALL)
def test_a_letter_has_no_placeholder_and_no_loose_ends(name: str) -> None:
    text = compose(ALL[name])
    assert not re.search(
        r"\{|\}|\[(?!tronic)|XX|TODO|None|\.\.|,,| ,| \.|\(\)|  \S(?<!\n)|\|", text.replace("  \n", "\n")
    )


@pytest.mark.parametrize("name", ALL)
def test_the_persons_name_signs(name: str) -> None:
    material = ALL[name]
    first = next(line for line in material.resume.splitlines() if line.strip()).strip("# *")
    assert compose(material).rstrip().splitlines()[-1].casefold() == first.removeprefix("Lebenslauf ").casefold()


@pytest.mark.parametrize("name", ALL)
def test_no_gap_is_volunteered(name: str) -> None:
    denial = {
        Language.EN: r"\b(?:does not|do not|not|lacks?|missing|unfortunately)\b",
        Language.DE: r"\b(?:nicht|keine?\w*|fehl(?:en|t)|leider)\b",
        Language.FR: r"\b(?:ne|pas|manque|malheureusement)\b",
        Language.ES: r"\b(?:no|falta|carezco|lamentablemente)\b",
    }
    body = compose(ALL[name]).split("\n\n", 3)[-1]
    assert not re.search(denial[detect(body)], body, re.IGNORECASE)


def test_gaps_are_named_in_one_sentence_when_asked_for() -> None:
    material = replace(PAIRS["nurse_community__stretch"], mention_gaps=True)
    with_gaps, without = compose(material), compose(PAIRS["nurse_community__stretch"])
    extra = set(with_gaps.splitlines()) - set(without.splitlines())
    assert len(extra) == 1
    assert re.search(r"my CV does not show .*master's degree in advanced practice", extra.pop())


def test_a_gap_that_the_users_notes_fill_is_not_called_a_gap() -> None:
    note = "Since January I have held a master's degree in advanced practice."
    material = replace(PAIRS["nurse_community__stretch"], mention_gaps=True, letter_context=note)
    assert "does not show" not in next((p for p in compose(material).split("\n\n") if "master" in p), "")


def test_bullets_quote_lines_of_the_resume_word_for_word() -> None:
    for name, material in PAIRS.items():
        source = " ".join(material.resume.split())
        bullets = [line for line in compose(material).splitlines() if line.startswith("- ")]
        assert len(bullets) >= 3, name
        for bullet in bullets:
            line = re.sub(r"^- (?:\*\*[^*]+\*\* )?", "", bullet)
            line = re.sub(r" (?:\([^()]*\)|– [^–]*)$", "", line)
            assert line in source, bullet


def test_each_bullet_is_headed_by_what_the_ad_asks_for_where_the_line_proves_it() -> None:
    text = compose(PAIRS["fullstack__good"])
    assert (
        "- **React and TypeScript:** Build the guest check-in pages in React and TypeScript, used by 310 hotels ("
        in text
    )


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


def test_the_date_is_written_as_in_the_ads_country() -> None:
    assert "22 November 2026" in compose(PAIRS["fullstack__good"])
    assert "November 22, 2026" in compose(PAIRS["electrician_residential__good"])


def test_the_same_material_gives_the_same_letter() -> None:
    first = compose(PAIRS["nurse_community__good"])
    parsed_input._read.cache_clear()
    assert compose(PAIRS["nurse_community__good"]) == first


def test_the_users_notes_are_a_paragraph_and_wishes_are_not() -> None:
    note = "Since January I have also written two small GraphQL resolvers for our partner feed."
    material = replace(
        PAIRS["fullstack__good"],
        letter_context=note,
        application_context="Please keep the tone warm. I can start in May.",
    )
    text = compose(material)
    assert f"\n\n{note} I can start in May.\n\n" in text
    assert "warm" not in text


def test_notes_in_the_style_of_a_resume_become_sentences() -> None:
    notes = "- Can start on 1 March\n- Driving licence since 2019"
    text = compose(replace(PAIRS["fullstack__good"], letter_context=notes))
    assert "I can start on 1 March." in text
    assert ": Driving licence since 2019." in text


@pytest.mark.parametrize("name", CROSS)
def test_a_resume_in_another_language_is_not_quoted_and_the_run_says_so(name: str) -> None:
    material = SAMPLES[name]
    written = write_letter(material)
    work = [line[2:] for line in material.resume.splitlines() if line.startswith("- ") and len(line.split()) > 4]
    assert [line for line in work if line in written.text] == []
    assert any("A model would translate the rest" in note for note in written.notes)


def test_titles_employers_and_years_are_told_across_languages() -> None:
    text = compose(SAMPLES["cook_fr_to_en"])
    assert "- Cheffe de partie, Restaurant La Cale, since 2021" in text


_STUDENT = """# Mina Okafor
mina@example.com

## Education
**Leeds College** - BSc Computing, expected July 2027
- Coursework: databases, operating systems

## Projects
- Bus timetable app in Flutter with 400 users
- Weather station in Python on a Raspberry Pi

## Volunteering
Code Club, 2024 - present
- Teach Python to 15 pupils each Saturday
"""
_STUDENT_AD = "Junior Developer\n\nRequirements\n- Python\n- Flutter\n- Databases\n- Teamwork\n"


def test_students_have_a_letter_of_projects_studies_and_voluntary_work() -> None:
    text = compose(Material(_STUDENT, _STUDENT_AD, "Brindle", "Junior Developer", TODAY))
    assert "Bus timetable app in Flutter with 400 users" in text
    assert "Weather station in Python on a Raspberry Pi" in text
    assert len([line for line in text.splitlines() if line.startswith("- ")]) >= 3


_TWO_JOBS = """# Vik Rao
vik@example.com

## Experience
### Cleaner, Old Mill, Jan 2019 - Mar 2022
- Cleaned twelve floors a night

### Cook, Bright Bistro, Apr 2022 - Present
- Cook 90 covers a night

### Head Chef, Next Year Inn, from March 2027
- Will run the kitchen
"""
_COOK_AD = "Cook\n\nRequirements\n- Cooking for large groups\n- Food hygiene certificate\n- Weekend work\n"


def test_the_present_job_comes_first_and_a_job_not_begun_is_not_told() -> None:
    text = compose(Material(_TWO_JOBS, _COOK_AD, "Brindle", "Cook", TODAY))
    assert "Cook at Bright Bistro" in text
    assert text.index("Cook 90 covers") < text.index("Cleaned twelve floors")
    assert "Next Year Inn" not in text


_LAPSED = """# Vik Rao
vik@example.com

## Experience
### Driver, Old Mill, 2015 - present
- Drive a lorry on 40 routes

## Licences
- Driving licence category C
- Forklift licence, expired 2020
- First aid certificate, applied for
"""
_DRIVER_AD = (
    "Driver\n\nYou need\n- Driving licence category C\n- Forklift licence\n- First aid certificate\n- Route planning\n"
)


def test_only_papers_that_are_held_today_are_told() -> None:
    text = compose(Material(_LAPSED, _DRIVER_AD, "Brindle", "Driver", TODAY))
    assert "Driving licence category C" in text
    assert not re.search("expired|applied for|Forklift", text)


def test_a_title_in_capitals_is_told_in_ordinary_letters() -> None:
    resume = _TWO_JOBS.replace("Cook, Bright Bistro", "SOUS CHEF, BRIGHT BISTRO")
    text = compose(Material(resume, _COOK_AD, "Brindle", "HEAD CHEF", TODAY))
    assert "Sous Chef at Bright Bistro" in text
    assert "Application: Head Chef" in text


def test_a_resume_without_jobs_gives_a_short_letter_in_its_own_words() -> None:
    text = compose(SAMPLES["hair_thin_en"])
    assert "I like people and I am on time." in text
    assert text.rstrip().endswith("Jo Pell")


def test_the_name_of_the_user_signs_where_the_resume_has_none() -> None:
    resume = (
        "Work\n\n- Cleaned offices at night\n- Kept the keys of nine buildings\n" + "- Ordered the cleaning goods\n" * 2
    )
    material = Material(resume, SAMPLES["hair_thin_en"].ad, "Denise's", "Stylist", TODAY, user_name="Ada Okoro")
    assert compose(material).rstrip().endswith("Ada Okoro")


def test_words_of_another_script_stand_in_no_sentence_of_the_letter() -> None:
    head = "# Layla Haddad\nlayla@example.com\n\n## Experience\n"
    resume = head + "### مطورة ويب، شركة الأفق, 2017 - 2020\n- قدت فريقا من 4 مهندسين\n"
    text = compose(Material(resume, PAIRS["fullstack__good"].ad, "Pebblestay", "Developer", TODAY))
    assert not re.search(r"[\u0600-\u06ff]", text)


def test_all_languages_have_the_same_frames() -> None:
    def shape(value: object, path: str = "") -> set[str]:
        if not isinstance(value, dict):
            return {path}
        return {part for key, item in value.items() for part in shape(item, f"{path}.{key}")}

    for topic in ("letter", "report", "resume_out"):
        shapes = {code: {p for p in shape(dict(table(code, topic))) if ".texts" not in p} for code in languages()}
        assert len(set(map(frozenset, shapes.values()))) == 1, topic


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
