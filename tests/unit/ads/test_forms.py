"""Ads as boards and people write them: forms, one block, tables, questions, prose, two languages, none that is read."""

from pathlib import Path

import pytest

from jobforge.ads.headings import heading_zone
from jobforge.ads.parser import Ad, read_ad
from jobforge.enums import RequirementKind

HEADINGS = Path(__file__).parents[2] / "quality" / "layouts" / "ad_headings.txt"
HEADING_LINES = [line.split(" ", 2) for line in HEADINGS.read_text("utf-8").splitlines() if not line.startswith("#")]


def first_words(ad: Ad, kind: RequirementKind) -> list[str]:
    return [item.terms[0].split()[0] for item in ad.requirements if item.kind is kind]


@pytest.mark.parametrize(("language", "zone", "heading"), HEADING_LINES)
def test_a_heading_is_known_by_what_it_says(language: str, zone: str, heading: str) -> None:
    assert heading_zone(heading) == zone


FORMS = {
    "form lines": """Shop Assistant at Brindle

Job Type: Full-time
Pay: $19.00 - $22.00 per hour
Experience:
Retail: 2 years (Required)
Cashiering: 1 year (Preferred)
License/Certification:
Forklift license (Required)
Work Location: In person
Ability to commute/relocate:
Leeds: Reliably commute or planning to relocate before starting work (Required)
""",
    "one block": "About the job We run nine shops in the north and grow. Requirements: 2+ years of"
    " Retail experience. Forklift licence. Nice to have: Cashiering. We offer a pension and holidays. Apply now.",
    "escaped twice": "&lt;h2&gt;You&#39;ll need&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Retail&amp;nbsp;experience&lt;/li&gt;"
    "&lt;li&gt;Forklift licence&lt;/li&gt;&lt;/ul&gt;&lt;h2&gt;Nice to have&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;Cashiering"
    "&lt;/li&gt;&lt;/ul&gt;",
    "begins with its heading": "## Requirements\n\n- Retail experience\n- Forklift licence\n\n## Nice to have\n\n"
    "- Cashiering\n",
    "no bullets": "Requirements\nRetail experience\nForklift licence\n\nNice to have\nCashiering\nSpanish\n",
    "table": "Shop Assistant\n\nCriteria | Essential | Desirable\nExperience | Retail experience | Cashiering\n"
    "Licences | Forklift licence | Spanish\n",
    "letters and figures": "Shop Assistant\n\nEssential\nE1  Retail experience\nE2  Forklift licence\n\nDesirable\n"
    "D1  Cashiering\n",
    "questions": "Shop Assistant\n\nWhat would you do?\nSell lamps.\n\nWhat do you need to have?\n- Retail experience\n"
    "- Forklift licence\n\nWhat would be nice?\n- Cashiering\n\nWhat will we pay?\n- $20 an hour\n",
    "headings that say nothing": "Shop Assistant\n\nYou, probably\n- Retail experience\n- Forklift licence\n\n"
    "The cherry\n- Cashiering\n\nUs, for sure\n- A pension of 6 %\n- 30 days of holiday\n",
    "little plus": "Vendeur (H/F)\n\nIndispensable :\n– Retail\n– Forklift\n\nLes petits + :\n– Cashiering\n\n"
    "Avantages :\n– mutuelle\n",
    "formal Spanish": "Vendedor, Curicó\n\nEl postulante deberá contar con Retail. Es requisito excluyente el manejo"
    " de Forklift. Se valorará Cashiering. Se ofrece contrato indefinido.",
    "formal French": "La maison Duret recrute un vendeur.\n\nLa maîtrise de Retail est exigée. Le candidat devra"
    " justifier de Forklift. La connaissance de Cashiering constituerait un atout.",
    "formal English": "Vacancy: shop assistant.\n\nApplicants must have Retail experience. A Forklift licence is"
    " required. Knowledge of Cashiering would be an added advantage.",
    "two languages": "Verkäuferin / Shop Assistant\n\nIhr Profil\n- Retail und Erfahrung in der Beratung von Kunden\n"
    "- Forklift und Freude an der Arbeit im Lager\n\nVon Vorteil\n- Cashiering\n\nWir bieten\n- Urlaub\n\n"
    "Your profile\n- Experience in the advice of customers and in sales\n- A licence for the trucks in our stores\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_asked_is_read_in_any_form(form: str) -> None:
    ad = read_ad(FORMS[form])
    assert first_words(ad, RequirementKind.MUST)[:2] == ["Retail", "Forklift"]
    assert len(first_words(ad, RequirementKind.MUST)) == 2
    assert "Cashiering" in first_words(ad, RequirementKind.NICE)[:1]


def test_no_entity_is_quoted() -> None:
    assert not any("&" in item.text for item in read_ad(FORMS["escaped twice"]).requirements)


@pytest.mark.parametrize(
    "ad",
    [
        "# 支付平台工程師\n\n本公司位於台北，經營線上付款服務，現在徵求工程師。\n\n"
        "## 必要條件\n\n- 會使用 Python、Git\n- 三年以上工作經驗\n",
        "# Verkoper\n\nWij zijn een winkel met negen filialen en zoeken een collega.\n\n## Jouw profiel\n\n"
        "- Je hebt ervaring met de kassa\n- Je bent op zaterdag beschikbaar\n- Python\n",
    ],
)
def test_an_ad_in_another_language_claims_nothing(ad: str) -> None:
    read = read_ad(ad)
    assert read.low_confidence and not read.requirements


@pytest.mark.parametrize(
    ("ad", "company", "role", "place"),
    [
        ("Backend Engineer at Brindle\n\nWe build software for shops in Leeds.", "Brindle", "Backend Engineer", None),
        ("Nurse – Leeds\n\nHartley Care is a home for 40 people.", "Hartley Care", "Nurse", "Leeds"),
        ("Bäcker (m/w/d) gesucht\nMühle Nord GmbH\n\nWir backen.", "Mühle Nord GmbH", "Bäcker", None),
        ("La Maison Duret recrute un boulanger (H/F) à Quimper.", "La Maison Duret", "boulanger", "Quimper"),
        ("We are Brindle & Sons, a payments company in Leeds.\n\nYou need Python.", "Brindle & Sons", None, "Leeds"),
        ("Company: Fernway\nLocation: Cork\n\nCashier\n\nYou serve people.", "Fernway", "Cashier", "Cork"),
    ],
)
def test_company_role_and_place_are_told_or_left_open(
    ad: str, company: str | None, role: str | None, place: str | None
) -> None:
    read = read_ad(ad)
    assert (read.company_name, read.location) == (company, place)
    if role != "Cashier":
        assert (read.role_title or "").startswith(role or "") and bool(read.role_title) == bool(role)
