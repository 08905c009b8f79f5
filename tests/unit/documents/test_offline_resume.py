"""The tailored resume without a model: nothing is lost, nothing is added, what is asked for comes first."""

import re
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offline_pairs import ALL, ATTACKS, PAIRS, QUALITY
from offline_samples import SAMPLES, TODAY

from jobforge.documents.offline.lines import Strength, strength
from jobforge.documents.offline.resume import write_resume
from jobforge.documents.offline.resume_layout import pages, without_columns
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Severity
from jobforge.factcheck.review import review
from jobforge.matching.match import match
from jobforge.resumes.parser import LineKind, read_resume


@lru_cache(maxsize=64)
def compose(material: Material) -> str:
    return write_resume(material).text


def made(resume: str, ad: str = "Cook\n\nRequirements\n- Stock control\n- Menu planning\n- HACCP\n") -> str:
    return compose(Material(resume, ad, "Example", "Cook", TODAY))


@pytest.mark.parametrize("name", ALL)
def test_every_job_degree_and_certificate_is_kept(name: str) -> None:
    before, after = read_resume(ALL[name].resume), read_resume(compose(ALL[name]))
    assert [(role.title, role.employer, role.period) for role in after.roles] == [
        (role.title, role.employer, role.period) for role in before.roles
    ]
    assert [entry.text for entry in after.education] == [entry.text for entry in before.education]
    assert [entry.text for entry in after.certificates] == [entry.text for entry in before.certificates]
    assert after.name == before.name


@pytest.mark.parametrize("name", ALL)
def test_every_sentence_of_the_source_is_kept(name: str) -> None:
    source, text = read_resume(ALL[name].resume), " ".join(compose(ALL[name]).split())
    skills = {skill.line for skill in source.skills}
    lost = [
        sentence
        for line in source.lines
        if line.kind in (LineKind.BULLET, LineKind.PARAGRAPH) and line.number not in skills
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])", without_columns(line.text))
        if sentence not in text and not sentence.startswith("Lebenslauf")
    ]
    assert lost == []
    assert [skill.name for skill in source.skills if skill.name not in text] == []


@pytest.mark.parametrize("name", ALL)
def test_the_ad_is_covered_no_less_than_by_the_source(name: str) -> None:
    material = ALL[name]
    before, after = (match(text, material.ad, today=TODAY).coverage for text in (material.resume, compose(material)))
    assert (after or 0.0) >= (before or 0.0)


@pytest.mark.parametrize("name", ALL)
def test_a_tailored_resume_says_nothing_that_the_source_does_not_bear_out(name: str) -> None:
    material = ALL[name]
    found = review(
        compose(material), DocumentType.OPTIMIZED_RESUME, resume=material.resume, ad=material.ad, today=TODAY,
        company=material.company_name, role=material.role_title,
    )  # fmt: skip
    assert [finding for finding in found.findings if finding.severity is not Severity.INFO] == []


@pytest.mark.parametrize("name", ALL)
def test_the_layout_is_one_column_of_markdown(name: str) -> None:
    text = compose(ALL[name])
    assert not re.search(r"^\s*\||<\w+>|\t|^\s*[•*+] ", text, re.MULTILINE)
    assert not re.search(r"\n{3,}", text)


def test_bullets_that_prove_a_point_of_the_ad_move_up_within_their_job() -> None:
    lines = compose(PAIRS["teacher_primary__good"]).splitlines()
    assert lines.index("- Run the after-school chess club with 16 children") < lines.index(
        "- Teach all subjects to 27 pupils"
    )


def test_skills_that_the_ad_asks_for_come_first_and_keep_what_limits_them() -> None:
    tools = next(line for line in compose(PAIRS["fullstack__good"]).splitlines() if line.startswith("- Tools:"))
    assert "Docker (local development only)" in tools
    assert tools.index("Playwright") < tools.index("Git,")


_CLUSTER = """# Nadia Ferrand
nadia.ferrand@example.com

## Work
### Platform Engineer, Quarry Cloud, 2020 - present
- Run twelve k8s clusters for the payments teams
- Write Terraform modules

## Skills
k8s, Terraform
"""


def test_a_name_is_spelled_as_in_the_ad_beside_the_users_spelling() -> None:
    ad = "Platform engineer\n\nRequirements\n- Kubernetes in production\n- Terraform\n- Helm\n"
    text = compose(Material(_CLUSTER, ad, "Example", "Platform Engineer", TODAY))
    assert "twelve Kubernetes (k8s) clusters" in text
    assert "Helm" not in text


def test_without_need_the_users_spelling_stays() -> None:
    ad = "Platform engineer\n\nRequirements\n- Terraform\n- Helm\n- Ansible\n"
    assert "Kubernetes" not in compose(Material(_CLUSTER, ad, "Example", "Platform Engineer", TODAY))


def test_the_summary_works_out_years_from_dates() -> None:
    assert "since May 2021 (more than 5 years)" in compose(PAIRS["fullstack__good"])
    assert "seit April 2019 (mehr als 7 Jahre)" in compose(SAMPLES["warehouse_de"])
    assert "depuis mars 2021 (plus de 5 ans)" in compose(SAMPLES["cook_fr"])
    assert "desde enero de 2020 (más de 6 años)" in compose(SAMPLES["designer_es"])


def test_links_keep_their_addresses() -> None:
    head = "# Ada Okoro\n\n[portfolio](https://example.com/ada) · ada@example.com\n\n"
    resume = head + "## Work\n\n### Welder, Dock Nine, 2019 - 2021\n\n- Welded hulls\n"
    assert "https://example.com/ada" in compose(
        Material(resume, SAMPLES["hair_thin_en"].ad, "Dock Ten", "Welder", TODAY)
    )


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack["id"])
def test_orders_in_an_ad_do_not_reach_the_resume(attack: dict[str, str]) -> None:
    before = (QUALITY / "ads" / attack["ad"]).read_text("utf-8") + "\n\n" if attack["mode"] == "append" else ""
    resume = (QUALITY / "resumes" / attack["resume"]).read_text("utf-8")
    text = compose(Material(resume, before + attack["text"], "Example", "Post", TODAY))
    assert attack["canary"].casefold() not in text.casefold()


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=100, max_size=3000), st.text(min_size=50, max_size=1500))
def test_any_text_gives_a_resume(resume: str, ad: str) -> None:
    assert isinstance(write_resume(Material(resume, ad, "Example", "Post", TODAY)).text, str)


_COOK = """# Ana Ruiz
ana@example.com

## Profile
Cook with a love of fish. Not available at weekends. I hold no driving licence.

## Work
### Commis, Old Inn, 2015 - 2018
- Peeled vegetables

### Sous Chef, Bay View, 2018 - present
- Write the rota
- Plan the menu with the head chef
- Count the stock every night
- Cut waste from 12% to 7% in one year
- HACCP only in the cold kitchen

### Barista, Corner Cafe, 2020 - present
- Serve 300 coffees a day

## Skills
Excel (basics), HACCP, stock control, knife skills
"""


def test_the_best_result_stands_among_the_first_two_lines_of_its_job() -> None:
    text = made(_COOK)
    body = text.split("### Sous Chef")[1].split("###")[0].strip().splitlines()
    bullets = [line for line in body if line.startswith("- ")]
    assert "- Cut waste from 12% to 7% in one year" in bullets[:2]


@pytest.mark.parametrize("name", PAIRS)
def test_a_best_result_never_moves_down_and_a_limit_never_up(name: str) -> None:
    material = PAIRS[name]
    source, after = read_resume(material.resume), read_resume(compose(material))
    for before, now in zip(source.roles, after.roles, strict=True):
        old = [source.lines[number - 1].text for number in before.bullets]
        new = [after.lines[number - 1].text for number in now.bullets]
        results = [line for line in old if strength(line, source.language) is Strength.RESULT]
        if results:
            best = max(results, key=lambda line: len(re.findall(r"\d+", line)))
            assert new.index(best) <= max(old.index(best), 1)
        for line in old:
            if strength(line, source.language) is Strength.LIMIT:
                assert new.index(line) >= old.index(line)


def test_jobs_held_today_come_first() -> None:
    text = made(_COOK)
    assert text.index("### Sous Chef") < text.index("### Barista") < text.index("### Commis")


def test_the_summary_denies_and_limits_nothing_and_nothing_is_lost() -> None:
    text = made(_COOK)
    summary = text.split("## Profile")[1].split("\n## ")[0]
    assert "Cook with a love of fish." in summary
    assert "Cut waste from 12% to 7% in one year" in summary
    assert not re.search(r"\b(?:not|no|only)\b", summary, re.IGNORECASE)
    assert "- Not available at weekends." in text.split("## Further details")[1]
    assert "- I hold no driving licence." in text.split("## Further details")[1]


def test_core_competencies_are_proved_and_in_the_ads_words() -> None:
    text = compose(PAIRS["accountant_uk__good"])
    lines = text.split("## Core competencies\n\n")[1].split("\n\n")[0].splitlines()
    assert "- VAT partial exemption (Afon Housing Trust)" in lines
    assert len(lines) >= 3


def test_a_skill_with_a_limit_never_leads_its_list() -> None:
    line = next(line for line in made(_COOK).splitlines() if "knife skills" in line)
    assert not line.startswith("Excel (basics)")
    assert line.index("HACCP") < line.index("knife skills") < line.index("Excel (basics)")


def test_tables_and_columns_become_clean_lines() -> None:
    contact = "# Ana Ruiz\n\n| Phone | 0600 000 000 |\n|---|---|\n| Mail | ana@example.com |\n\n"
    work = "## Work\n\n### Cook, Bay View, 2018 - 2021\n- Cook 90 covers\n\n"
    skills = "## Skills\n\n| Area | Level |\n|---|---|\n| HACCP | Expert |\n| Excel | Good |\n\n"
    resume = contact + work + skills + "## Other\n\nDriving\tCategory B\n"
    text = made(resume)
    assert "|" not in text and "\t" not in text
    assert "- HACCP: Expert" in text
    assert "Driving · Category B" in text


def test_a_resume_over_two_pages_says_so_in_the_runs_notes() -> None:
    long = _COOK + "".join(
        f"\n### Cook, Inn {number}, {1990 + number} - {1991 + number}\n" + "- Cooked for guests every day\n" * 9
        for number in range(12)
    )
    assert any("pages" in note for note in write_resume(Material(long, "Cook\n\n- HACCP\n", "E", "Cook", TODAY)).notes)
    assert write_resume(PAIRS["fullstack__good"]).notes == ()


def test_pages_grow_with_the_text() -> None:
    assert pages("word\n") == 0.5
    assert pages("- one line\n" * 75) == 1.5


_DEPUTY = """# Jana Roth
jana@example.com

## Berufserfahrung

### Erzieherin, Kita Sonnenhof, 2016 – heute
Gruppe von 22 Kindern
Vertretung der Teamleitung seit 2023
Elternabende vorbereitet
"""


def test_no_job_is_lost_where_lines_could_be_read_as_one() -> None:
    ad = "Erzieherin (m/w/d)\n\nIhr Profil\n- Elternarbeit\n- Vertretung der Leitung\n- Erfahrung mit Gruppen\n"
    material = Material(_DEPUTY, ad, "Kita Regenbogen", "Erzieherin", TODAY)
    found = review(compose(material), DocumentType.OPTIMIZED_RESUME, resume=_DEPUTY, ad=ad, today=TODAY)
    assert [finding.code for finding in found.findings if finding.severity is not Severity.INFO] == []


def test_tailoring_hides_nothing_of_what_the_source_shows() -> None:
    """The job in the resume's head is read as one only there: the text goes back towards the source until it counts."""
    resume = (
        "# Siobhan Maccalister\n**Class Teacher (fourth class), Scoil Naomh Fionnán, Galway**, August 2019 – present\n"
    )
    ad = "Teacher\n\n✔️ five years of whole-time teaching\n✔️ experience in a special class\n✔️ a school diploma\n"
    text = compose(Material(resume, ad, "Example", "Teacher", TODAY))
    before, after = (match(each, ad, today=TODAY).coverage for each in (resume, text))
    assert before
    assert after is not None
    assert after >= before
