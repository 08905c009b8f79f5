"""Lists as they arrive by copy and paste: without line breaks, without bullets, without blank lines."""

import pytest

from jobforge.ads.parser import read_ad
from jobforge.enums import RequirementKind

MUSTS = ("Three years as a roofer", "Safe work at height", "A driving licence of class B")
NICE = ("Experience with slate", "Basic French")
GERMAN = ("Abgeschlossene Ausbildung als Dachdecker", "Schwindelfreiheit", "Führerschein der Klasse B")


def texts(ad: str, kind: RequirementKind = RequirementKind.MUST) -> list[str]:
    return [item.text for item in read_ad(ad).requirements if item.kind is kind]


@pytest.mark.parametrize("mark", ["•", "·", "➢", "✓", "*", "-", "–", "|"])
def test_signs_inside_a_line_part_a_list(mark: str) -> None:
    inline = f" {mark} ".join(("", *MUSTS)).strip()
    nice = f" {mark} ".join(("", *NICE)).strip()
    ad = f"Roofer at Slate & Sons\n\nRequirements\n{inline}\n\nNice to have\n{nice} {mark} Own tools and a van\n"
    assert texts(ad) == list(MUSTS)
    assert texts(ad, RequirementKind.NICE)[:2] == list(NICE)


def test_a_whole_ad_in_one_line_keeps_its_headings() -> None:
    musts, nice = " • ".join(MUSTS), " • ".join(NICE)
    ad = f"Roofer. We are a family business of nine. Requirements • {musts} Nice to have • {nice} Benefits • A van"
    assert texts(ad) == list(MUSTS)
    assert texts(ad, RequirementKind.NICE) == list(NICE)


@pytest.mark.parametrize(
    ("ad", "expected"),
    [
        ("\n".join(("Roofer", "Slate & Sons, Leeds", "You bring", *MUSTS, "A plus", *NICE)), MUSTS),
        (
            "\n".join(("Dachdecker (m/w/d)", "Schiefer GmbH, Jena", "Ihr Profil", *GERMAN, "Wir bieten", "Dienstrad")),
            GERMAN,
        ),
    ],
)
def test_headings_need_no_blank_lines(ad: str, expected: tuple[str, ...]) -> None:
    assert texts(ad) == list(expected)


@pytest.mark.parametrize("entry", ["Spanish preferred", "Webflow is a plus", "Large-loss experience", "IFS-Kenntnisse"])
def test_an_entry_that_says_its_weight_is_no_heading(entry: str) -> None:
    ad = "\n".join(("Clerk", "Harbour Ltd", "", "Requirements", "Good typing", entry, "A calm manner"))
    read = [item.text for item in read_ad(ad).requirements]
    assert len(read) == 3
    assert read[0] == "Good typing"


@pytest.mark.parametrize(
    "line",
    [
        "Java / Kotlin / Scala / Groovy",
        "We are open Monday - Friday, 9 - 5, and closed on holidays - a quiet team - in York",
    ],
)
def test_alternatives_and_dashes_of_prose_stay_together(line: str) -> None:
    ad = f"Developer\n\nRequirements\n\n- {line}\n- Git\n"
    assert len(read_ad(ad).requirements) == 2


def test_what_is_offered_is_not_asked_where_blank_lines_are_lost() -> None:
    ad = "\n".join(
        (
            "Roofer",
            "Slate & Sons",
            "Requirements",
            *MUSTS,
            "We offer a company pension, a bicycle, a van and thirty days.",
        )
    )
    assert texts(ad) == list(MUSTS)
    assert texts(ad, RequirementKind.NICE) == []
