"""The tailored resume without a model: nothing is lost, nothing is added, what is asked for comes first."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offline_pairs import ALL, ATTACKS, PAIRS, QUALITY
from offline_samples import SAMPLES, TODAY

from jobforge.documents.offline.resume import compose
from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Severity
from jobforge.factcheck.review import review
from jobforge.matching.match import match
from jobforge.resumes.parser import LineKind, read_resume


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
def test_every_line_of_the_source_is_kept(name: str) -> None:
    source, text = read_resume(ALL[name].resume), " ".join(compose(ALL[name]).split())
    skills = {skill.line for skill in source.skills}
    lost = [
        line.text
        for line in source.lines
        if line.kind in (LineKind.BULLET, LineKind.PARAGRAPH)
        and line.number not in skills
        and line.text not in text
        and not line.text.startswith("Lebenslauf")
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
    assert isinstance(compose(Material(resume, ad, "Example", "Post", TODAY)), str)
