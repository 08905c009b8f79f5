"""Resumes as people paste them: what goes wrong in usual texts stays right, and what was read badly is told."""

import pytest

from jobforge.resumes.parser import Resume, read_resume

Told = tuple[str, str | None, str | None]


def jobs(text: str) -> list[Told]:
    return [(role.title, role.employer, role.place) for role in read_resume(text).roles]


def work(resume: Resume, index: int) -> list[str]:
    return [resume.lines[number - 1].text for number in resume.roles[index].bullets]


def test_a_line_of_work_is_no_place() -> None:
    text = """Dana Field
dana@example.com

EXPERIENCE:
Kestrel Housing
Mar 2021 - Present
Repairs Planner
Booked 40 visits a day for six joiners
Cut missed visits by a fifth

Ferrow Ltd
Jan 2018 - Feb 2021
Scheduler
Answered the repairs line
"""
    assert jobs(text) == [("Repairs Planner", "Kestrel Housing", None), ("Scheduler", "Ferrow Ltd", None)]
    assert work(read_resume(text), 0) == ["Booked 40 visits a day for six joiners", "Cut missed visits by a fifth"]


def test_text_of_a_side_column_comes_before_the_name() -> None:
    text = """Contact
tom@example.com

Top Skills
Scheduling

Languages
German (Native or Bilingual)

Tom Ashby
Operations Manager at Ferrow
Leeds, England, United Kingdom

Experience

Ferrow
3 years 2 months
Operations Manager
May 2022 - Present (3 years)
Leeds, England, United Kingdom
Ran two depots.

Planner
March 2020 - April 2022 (2 years 2 months)
York, England, United Kingdom
Planned 60 routes.

Page 1 of 1
"""
    resume = read_resume(text)
    assert resume.name == "Tom Ashby"
    assert [(role.title, role.employer) for role in resume.roles] == [
        ("Operations Manager", "Ferrow"),
        ("Planner", "Ferrow"),
    ]
    assert work(resume, 1) == ["Planned 60 routes."]
    assert [skill.name for skill in resume.skills] == ["Scheduling"]


def test_a_job_without_dates_is_not_the_work_of_the_one_before() -> None:
    text = """# Ada Lund

## Experience
Waiter · Harbour Grill, Oslo            06/2018 - 11/2020
• Served 20 tables

Early years: Kitchen assistant · Bistro Nord
• Washed salad
"""
    assert [(role.title, role.employer) for role in read_resume(text).roles] == [
        ("Waiter", "Harbour Grill"),
        ("Kitchen assistant", "Bistro Nord"),
    ]


def test_an_employer_above_the_level_of_its_section_heads_its_jobs() -> None:
    text = """# Nils Berg

### Experience

## Fjord Lines
#### Purser          Jan 2020 - Present
- Ran the shop
#### Steward        Jan 2018 - Dec 2019
- Cleaned cabins

## Hotel Nord
#### Porter  Mar 2015 - Dec 2017
- Carried bags
"""
    assert jobs(text) == [
        ("Purser", "Fjord Lines", None),
        ("Steward", "Fjord Lines", None),
        ("Porter", "Hotel Nord", None),
    ]


@pytest.mark.parametrize(
    ("first_line", "name"),
    [
        ("Sukarno", "Sukarno"),
        ("Jean-Luc d'Arc", "Jean-Luc d'Arc"),
        ("Jo Park 🚀", "Jo Park"),
        ("\ufeff# Nguyễn Minh Khai", "Nguyễn Minh Khai"),
        ("# ليلى حسن", "ليلى حسن"),
        ("Lebenslauf: Eva Maria von Thal", "Eva Maria von Thal"),
        ("RAVI KUMAR                    Chennai", "RAVI KUMAR"),
    ],
)
def test_the_name_is_read(first_line: str, name: str) -> None:
    text = f"{first_line}\nsomebody@example.com\n\n## Experience\n### Clerk, Oak Foods\n2019 - 2021\n- Filed invoices\n"
    assert read_resume(text).name == name


def test_a_label_with_commas_is_no_skill() -> None:
    text = "Ann Lee\nann@example.com\n\nSKILLS\nCoding: Java, Kotlin\nStores, Queues, and Tools: Redis, Kafka\n"
    assert [skill.name for skill in read_resume(text).skills] == ["Java", "Kotlin", "Redis", "Kafka"]


def test_rows_of_tables_are_read_by_the_heads_of_their_columns() -> None:
    text = """# Ida Vik

## Education
| Year | Degree | School |
|---|---|---|
| 2014 | BSc Food Science | NMBU |

## Skills
| Skill | Level |
|---|---|
| HACCP | Expert |
| SAP | Good |
"""
    resume = read_resume(text)
    assert [entry.text for entry in resume.education] == ["BSc Food Science, NMBU, 2014"]
    assert [skill.name for skill in resume.skills] == ["HACCP", "SAP"]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("### Clerk, Oak Foods\n2021 - 2019", "end before they begin"),
        ("### Clerk, Oak Foods\n20219 - 2021", "date"),
        ("### Clerk, Oak Foods\n2018 - 20222", "date"),
    ],
)
def test_dates_that_cannot_be_are_told_with_their_line(line: str, part: str) -> None:
    warnings = read_resume(f"# Ann Lee\n\n## Experience\n{line}\n- Filed invoices\n").warnings
    assert any(warning.line == 5 and part in warning.message for warning in warnings)


def test_reversed_dates_are_no_period() -> None:
    role = read_resume("# Ann Lee\n\n## Experience\n### Clerk, Oak Foods\n2021 - 2019\n- Filed invoices\n").roles[0]
    assert (role.title, role.employer, role.period) == ("Clerk", "Oak Foods", None)


def test_the_user_is_told_when_most_jobs_were_not_read() -> None:
    text = "# Ann Lee\n\n## Experience\n\n### 2019 - 2021\n- Filed invoices\n\n### 2017 - 2019\n- Answered calls\n"
    assert any("Fewer than half" in warning.message for warning in read_resume(text).warnings)


@pytest.mark.parametrize(
    "text",
    [
        "# 王小明\n\n## 工作经验\n\n### 会计，蓝天公司 — 2020 - 至今\n- 负责公司账目和税务申报工作\n",
        "# Jan de Boer\n\n## Werkervaring\n\n### Boekhouder, Van Dam — 2019 - heden\n- Ik heb de boeken van het bedrijf"
        " bij en ben met de klanten in gesprek\n- Wij hebben ook een nieuwe kas voor de winkel\n",
        "# Ayşe Kaya\n\n## İş Deneyimi\n\n### Muhasebeci — 2019 - halen\n- Şirket için fatura ve bordro ile ilgili"
        " işler ve bir çok rapor\n- Eğitim ve daha fazlası için destek\n",
    ],
)
def test_a_text_in_another_language_says_so_and_claims_no_jobs(text: str) -> None:
    resume = read_resume(text)
    assert not resume.is_read and not resume.roles
    assert [warning.line for warning in resume.warnings] == [1]


def test_a_text_that_is_read_well_has_no_warnings() -> None:
    text = "# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\nJan 2019 - May 2021\n- Filed invoices\n"
    assert read_resume(text).warnings == ()
