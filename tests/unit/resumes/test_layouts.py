"""Jobs in the layouts people use, dates in the forms people write."""

from collections.abc import Sequence

import pytest
from quality import date_forms
from quality.layout_texts import LAYOUTS, people, right_share

from jobforge.resumes.parser import read_resume

GROUP = people()


@pytest.mark.parametrize("layout", [*LAYOUTS, "table"])
def test_jobs_are_read_in_every_layout(layout: str) -> None:
    assert right_share(layout, GROUP) >= 0.9


def test_nearly_all_jobs_of_all_layouts_are_read() -> None:
    shares: Sequence[float] = [right_share(layout, GROUP) for layout in (*LAYOUTS, "table")]
    assert sum(shares) / len(shares) >= 0.97


@pytest.mark.parametrize(("form", "meaning"), date_forms.forms())
def test_a_date_is_read_in_every_form(form: str, meaning: str) -> None:
    assert date_forms.reading(form) == meaning


def test_titles_below_the_dates_need_no_word_of_a_title() -> None:
    """Where another job of the resume has its title there."""
    text = (
        "Werdegang\n\n"
        "seit 05/2021  Verein Lahnbrücke e. V., Marburg\nAmbulante Wohnbegleitung\n• Begleitung von zehn Klienten\n\n"
        "09/2017 – 04/2021  Stadt Wetzlar, Jugendhaus\nErzieherische Fachkraft\n• Werkstatt für 30 Kinder\n"
    )
    roles = read_resume(text).roles
    assert [role.title for role in roles] == ["Ambulante Wohnbegleitung", "Erzieherische Fachkraft"]
    assert roles[0].employer == "Verein Lahnbrücke e. V."
    assert [len(role.bullets) for role in roles] == [1, 1]


PASTED = """\
Ida Moser
Baker | Leeds | ida@example.com
Home > Candidates > Profile
View full CV   Download PDF   Contact
Head Baker, Crumb Ltd, Leeds
03/2020 - present
> Bakes 900 loaves a night
> Trains two apprentices
> Orders flour and keeps the books
Baker, Oven & Sons, York
09/2016 - 02/2020
> Ran the rye line
EDUCACION
Diploma in Baking, Leeds College, 2016
Skills
Sourdough, rye, stock control
Last updated 3 weeks ago - Report this profile
"""


def test_a_resume_copied_from_a_website_is_read_without_the_website() -> None:
    """Its trail and buttons are nobody's job, `>` is a bullet, headings need neither blank lines nor accents."""
    read = read_resume(PASTED)
    assert [(role.title, role.employer) for role in read.roles] == [
        ("Head Baker", "Crumb Ltd"),
        ("Baker", "Oven & Sons"),
    ]
    assert [len(role.bullets) for role in read.roles] == [3, 1]
    assert [entry.text for entry in read.education] == ["Diploma in Baking, Leeds College, 2016"]
    assert [skill.name for skill in read.skills] == ["Sourdough", "rye", "stock control"]


def test_a_quotation_has_no_bullets_and_a_single_button_word_is_no_website() -> None:
    quoted = "\n".join(f"> {line}" for line in ("Ida Moser", "", "Profile", "Baker since 2010.", "Leeds"))
    read = read_resume(quoted)
    assert read.name == "Ida Moser"
    assert [section.title for section in read.sections if section.title] == ["Profile"]
