from itertools import pairwise
from pathlib import Path

import pytest

from jobforge.resumes.parser import LineKind, Resume, Role, SectionKind, read_resume
from jobforge.text.language import Language

RESUMES = Path(__file__).parent / "samples"


def read(name: str) -> Resume:
    return read_resume((RESUMES / name).read_text(encoding="utf-8"))


def told(role: Role) -> tuple[str, str | None, str | None, str, int]:
    period = role.period
    if period is None:
        dates = ""
    else:
        start = f"{period.start.year}-{period.start.month or 0:02}"
        dates = f"{start} now" if period.end is None else f"{start} {period.end.year}-{period.end.month or 0:02}"
    return role.title, role.employer, role.place, dates, len(role.bullets)


ROLES = {
    "chef_fr.md": [
        ("Cheffe de partie poisson", "Restaurant L'Ancre Bleue", "Nantes", "2021-03 now", 3),
        ("Commis de cuisine", "Brasserie du Marché", "Rennes", "2016-09 2021-02", 2),
    ],
    "welder_plain.txt": [
        ("Structural Welder", "Gulf Shore Shipyard", "Mobile AL", "2018-03 now", 3),
        ("Welder Helper", "Bayou Fabrication LLC", "Theodore AL", "2015-06 2018-02", 2),
    ],
    "lawyer_de.md": [
        ("Rechtsanwältin Arbeitsrecht", "Kanzlei Brandis & Thoma", "Hamburg", "2020-04 now", 0),
        ("Syndikusrechtsanwältin", "Nordlicht Reederei AG", "Bremen", "2016-10 2020-03", 0),
        ("Wissenschaftliche Mitarbeiterin", "Universität Göttingen", None, "2014-01 2016-09", 0),
    ],
    "warehouse_lead.md": [
        ("Shift Lead", "Pennine Cold Store Ltd", "Leeds", "2019-02 now", 2),
        ("Forklift Driver", "Aire Valley Logistics", "Wakefield", "2015-07 2019-01", 2),
        ("Warehouse Operative (agency)", "Swift Staffing", "Bradford", "2014-00 2015-00", 1),
    ],
    "designer.md": [
        ("Senior Product Designer", "Farrow Health", "Remote", "2022-01 now", 2),
        ("Product Designer", "Farrow Health", "Oslo", "2019-06 2021-12", 1),
        ("Visual Designer", "Kite & Anchor Studio", "Bergen", "2016-00 2019-00", 1),
    ],
    "driver_es.md": [
        ("Conductor de camión", "Transportes Moncayo S.L.", "Zaragoza", "2019-03 now", 2),
        ("Repartidor", "Distribuciones Ebro", "Huesca", "2014-01 2019-02", 1),
    ],
    "teacher_dates_first.md": [
        ("Lehrerin für Mathematik und Physik", "Bundesgymnasium Lichtenfels", "Graz", "2018-09 now", 2),
        ("Vertragslehrerin", "Neue Mittelschule Weiz", "Weiz", "2014-09 2018-08", 1),
    ],
    "nurse_bullets.md": [
        ("Charge Nurse", "Front Range Medical Center", "Denver, CO", "2020-01 now", 2),
        ("Registered Nurse", "St. Brendan Hospital", "Boulder, CO", "2015-08 2019-12", 1),
    ],
    "cook_setext.md": [
        ("Koch", "Gasthaus Rebstock", "Heidelberg", "2020-00 now", 2),
        ("Jungkoch", "Hotel Seeblick", "Konstanz", "2017-00 2020-00", 1),
        ("Elternzeit", None, None, "2016-00 2017-00", 0),
    ],
    "developer_lines.md": [
        ("Senior Software Engineer", "Ledgerline Inc.", "Toronto, ON", "2021-03 now", 3),
        ("Software Engineer", "Maple Metrics", "Ottawa, ON", "2017-03 2021-02", 2),
        ("Software Engineering Intern", "Transport Authority", None, "2016-00 2016-00", 1),
    ],
    "accountant_fr_plain.txt": [
        ("Comptable fournisseurs", "Textiles du Nord SA", "Lille", "2020-01 now", 2),
        ("Assistant comptable", "Cabinet Ferrand", "Arras", "2017-00 2019-00", 1),
    ],
    "caretaker_es_plain.txt": [
        ("Auxiliar de geriatría", "Residencia Los Naranjos", "Valencia", "2020-10 now", 2),
        ("Camarera de pisos", "Hotel Playa Clara", "Gandía", "2016-05 2020-09", 1),
    ],
    "driver_prose.md": [
        ("Bus Driver", "Clwyd Coaches", None, "2018-00 now", 1),
        ("HGV Class 2 Driver", "Deeside Timber Ltd", None, "2009-00 2018-00", 1),
    ],
    "electrician_fenced.md": [
        ("Maintenance Electrician", "Redbrick Brewery", "Burton upon Trent", "2019-08 now", 2),
        ("Career break", None, None, "2019-02 2019-07", 1),
        ("Electrical Apprentice", "Trent Engineering Ltd", "Derby", "2015-09 2019-01", 1),
    ],
}
NAMES = {
    "chef_fr.md": "Solène Vaucresson",
    "welder_plain.txt": "DARNELL OKONKWO-PRICE",
    "lawyer_de.md": "Dr. Henrike Wallbrecht",
    "warehouse_lead.md": "Tomasz Brzezinski-Hale",
    "designer.md": "Imani Strandqvist",
    "driver_es.md": "Joaquín Berrueta Lasa",
    "teacher_dates_first.md": "Margit Hollerer-Brunn",
    "nurse_bullets.md": "Rosalind Achterberg",
    "cook_setext.md": "Yusuf Aksoylu",
    "developer_lines.md": "Priya Venkataraghavan",
    "accountant_fr_plain.txt": "Baptiste Lemoinier",
    "caretaker_es_plain.txt": "Amparo Quiles Ferrer",
    "driver_prose.md": "Gareth Pugh-Llewellyn",
    "electrician_fenced.md": "Matteo Zanchi-Okafor",
}
# File: years of education, number of certificates, languages with levels, one skill.
REST = {
    "chef_fr.md": (
        [2016, 2014], 2, [("French", "langue maternelle"), ("English", "B1"), ("Breton", "notions")], "filetage",
    ),
    "welder_plain.txt": ([2014], 4, [], "fit-up"),
    "lawyer_de.md": (
        [2013, 2011, 2009], 0,
        [("German", "Muttersprache"), ("English", "verhandlungssicher"), ("French", "Grundkenntnisse")], "RA-MICRO",
    ),
    "warehouse_lead.md": ([2013], 2, [("Polish", "native"), ("English", "fluent")], None),
    "designer.md": ([2016], 0, [("Norwegian", "native"), ("English", "C1"), ("Swahili", "basic")], "user research"),
    "driver_es.md": ([2013, 2011], 3, [("Spanish", "nativo"), ("French", "B1")], None),
    "teacher_dates_first.md": ([2014, 2008], 0, [("English", "C1"), ("Italian", "A2")], None),
    "nurse_bullets.md": ([2015], 3, [("English", None), ("Spanish", "conversational")], "IV therapy"),
    "cook_setext.md": (
        [2016], 0, [("Turkish", "Muttersprache"), ("German", "C1"), ("English", "Grundkenntnisse")], None,
    ),
    "developer_lines.md": ([2017], 1, [], "Terraform (basic)"),
    "accountant_fr_plain.txt": (
        [2017], 0, [("French", "langue maternelle"), ("English", "courant"), ("Dutch", "notions")], "Cegid",
    ),
    "caretaker_es_plain.txt": ([2020], 0, [("Catalan", None), ("Spanish", "nativos"), ("English", "A2")], None),
    "driver_prose.md": ([], 2, [("Welsh", None), ("English", None)], None),
    "electrician_fenced.md": ([2019], 1, [], "VFDs"),
}  # fmt: skip


@pytest.mark.parametrize("name", ROLES)
def test_every_job_is_found_with_title_employer_place_dates_and_work(name: str) -> None:
    assert [told(role) for role in read(name).roles] == ROLES[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_is_found(name: str) -> None:
    assert read(name).name == NAMES[name]


@pytest.mark.parametrize("name", REST)
def test_education_certificates_languages_and_skills_are_found(name: str) -> None:
    resume = read(name)
    years, certificates, languages, skill = REST[name]
    assert [entry.year for entry in resume.education] == years
    assert len(resume.certificates) == certificates
    assert [(language.name, language.level) for language in resume.languages] == languages
    assert skill is None or skill in [found.name for found in resume.skills]


@pytest.mark.parametrize("name", ROLES)
def test_every_line_keeps_its_number_and_its_source(name: str) -> None:
    source = (RESUMES / name).read_text(encoding="utf-8")
    resume = read_resume(source)
    assert [line.raw for line in resume.lines] == source.split("\n")
    assert [line.number for line in resume.lines] == list(range(1, len(resume.lines) + 1))


@pytest.mark.parametrize("name", ROLES)
def test_sections_and_jobs_do_not_overlap(name: str) -> None:
    resume = read(name)
    for before, after in pairwise(resume.sections):
        assert before.last_line < after.first_line
    for earlier, later in pairwise(resume.roles):
        assert earlier.last_line < later.first_line
    assert resume.sections[0].first_line == 1
    assert resume.sections[-1].last_line == len(resume.lines)


def test_a_wrapped_bullet_is_whole_in_its_first_line() -> None:
    resume = read("welder_plain.txt")
    wrapped = next(line for line in resume.lines if "97 of 100" in line.raw)
    assert wrapped.text == "Passed X-ray on 97 of 100 joints in the last audit"
    rest = resume.lines[wrapped.number]
    assert (rest.kind, rest.text) == (LineKind.CONTINUATION, "in the last audit")
    assert rest.number not in resume.roles[0].bullets


def test_an_employer_with_a_place_above_the_title_is_not_the_title() -> None:
    text = "## Werdegang\n**Siemens AG, München** (01/2018 – heute)\n*Projektleiter*\n- Leitung von 5 Projekten\n"
    assert [told(role) for role in read_resume(text).roles] == [
        ("Projektleiter", "Siemens AG", "München", "2018-01 now", 1)
    ]


def test_a_pause_among_the_jobs_is_marked() -> None:
    assert [role.career_break for role in read("electrician_fenced.md").roles] == [False, True, False]


def test_languages_of_resumes_are_told() -> None:
    assert read("chef_fr.md").language is Language.FR
    assert read("lawyer_de.md").language is Language.DE
    assert read("caretaker_es_plain.txt").language is Language.ES
    assert read("driver_prose.md").language is Language.EN


def test_a_skill_list_named_languages_holds_no_spoken_ones() -> None:
    resume = read("developer_lines.md")
    assert [skill.name for skill in resume.skills][:3] == ["Go", "Python", "SQL"]


def test_projects_are_not_jobs() -> None:
    resume = read("developer_lines.md")
    section = next(section for section in resume.sections if section.kind is SectionKind.PROJECTS)
    assert all(role.last_line < section.first_line for role in resume.roles)


def test_what_somebody_does_not_have_is_no_certificate() -> None:
    resume = read_resume("# A B\n\n## Licences\n- Class C, 2019\n- No contractor licence of my own\n")
    assert [entry.text for entry in resume.certificates] == ["Class C, 2019"]


def test_links_and_emphasis_are_stripped_from_text_but_not_from_raw() -> None:
    line = read_resume("- Used **Figma** at [Farrow](https://example.org) &amp; more\n").lines[0]
    assert line.text == "Used Figma at Farrow & more"
    assert "**" in line.raw


@pytest.mark.parametrize(
    "text", ["", "\n", "   ", "#", "# ", "- ", "|", "\x00", "\ud800", "**", "2019 - 2020", "\r\r\n", "---\n---"]
)
def test_any_text_is_taken(text: str) -> None:
    assert read_resume(text).lines


@pytest.mark.parametrize(
    "piece",
    ["*", "[", "](", "`", "<", "- ", "  - ", "# ", "|a|b|\n|---|---|\n", "> ", "(", "2019-", "2019 - 2020 ", "Mar ",
     "a\nb\n===\n",
     "**T**, E | 2019-2020\n", "Skills: a, b;", "x, ", "\t", "Jan – ", "end\n"],
)  # fmt: skip
def test_hostile_repetition_is_read_to_the_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert len(read_resume(text).lines) == len(text.split("\n"))


def test_title_and_employer_on_one_side_of_a_dash_and_the_place_on_the_other() -> None:
    read = read_resume(
        "# Jo Doe\n\n## Experience\n\n"
        "### Account Executive, Brightpond Software — Austin, TX | Feb 2022 – Present\n- Sold\n"
    )
    assert told(read.roles[0]) == ("Account Executive", "Brightpond Software", "Austin, TX", "2022-02 now", 1)
