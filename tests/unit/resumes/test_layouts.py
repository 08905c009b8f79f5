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
