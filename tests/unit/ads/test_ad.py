"""What a job ad asks is told apart from all else it says, in any layout and in four languages."""

import html
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobforge.ads.demands import lowest_degree
from jobforge.ads.markup import plain_text, unescape
from jobforge.ads.parser import Ad, Remote, Seniority, read_ad
from jobforge.enums import RequirementKind

QUALITY = Path(__file__).parent.parent.parent / "quality"
ADS = sorted([*QUALITY.glob("ads/*.txt"), *QUALITY.glob("extra/ads/*.txt")])


def musts(ad: Ad) -> list[str]:
    return [item.text for item in ad.requirements if item.kind is RequirementKind.MUST]


def nices(ad: Ad) -> list[str]:
    return [item.text for item in ad.requirements if item.kind is RequirementKind.NICE]


@pytest.mark.parametrize("path", ADS, ids=lambda path: path.stem)
def test_every_quote_stands_in_the_ad_letter_by_letter(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    text = html.unescape(source).replace("\xa0", " ")
    ad = read_ad(source)
    assert ad.requirements and not ad.low_confidence
    for item in ad.requirements:
        assert item.text in text
        assert item.terms
        assert item.text.split("\n")[0] in text.splitlines()[item.line - 1]


@pytest.mark.parametrize(
    "ad",
    [
        "Baker\n\nRequirements:\n- sourdough\n- ovens\n\nBonus:\n- vegan cakes\n\nWe offer:\n- bread",
        "# Baker\n\n## You need\n* sourdough\n* ovens\n\n## Nice to have\n* vegan cakes\n\n## Perks\n* bread",
        "<h1>Baker</h1><h2>Your profile</h2><ul><li>sourdough</li><li>ovens</li></ul>"
        "<h2>A plus</h2><ul><li>vegan cakes</li></ul><h2>Benefits</h2><ul><li>bread</li></ul>",
        "BAKER\n\nMUST HAVE\n1) sourdough\n2) ovens\n\nWOULD BE NICE\n1) vegan cakes\n\nWHAT YOU GET\n1) bread",
        "Baker\n\n✅ What you bring\n➤ sourdough\n➤ ovens\n\n⭐ Extra points\n➤ vegan cakes\n\n💰 Benefits\n➤ bread",
        "Baker\n\n[Needed]\n~ sourdough\n~ ovens\n\n[Also useful]\n~ vegan cakes\n\n[In return]\n~ bread",
        "Baker\n\nQualifications: sourdough; ovens.\n\nPreferred: vegan cakes.\n\nBenefits: bread.",
        "Bäckerin (m/w/d)\n\nIhr Profil\n• sourdough\n• ovens\n\nVon Vorteil\n• vegan cakes\n\nWir bieten\n• bread",
        "Boulanger\n\nProfil recherché :\n- sourdough\n- ovens\n\nLes plus :\n- vegan cakes\n\nNous offrons :\n- bread",
        "Panadera\n\nQué pedimos\n– sourdough\n– ovens\n\nSe valorará\n– vegan cakes\n\nOfrecemos\n– bread",
        "Baker\n\n- sourdough required\n- ovens\n- vegan cakes preferred\n\nWe offer bread and a pension.",
    ],
)
def test_any_layout_of_lists_is_read_alike(ad: str) -> None:
    read = read_ad(ad)
    assert [text.split()[0] for text in musts(read)] == ["sourdough", "ovens"]
    assert [text.split()[0] for text in nices(read)] == ["vegan"]


def test_prose_is_taken_apart_by_its_phrasing() -> None:
    ad = read_ad(
        "Bus Driver, Derby. We run forty green buses and a tea room. You must hold a "
        "category D licence, and you need at "
        "least two years on town routes. Knowledge of ticketing machines is required. "
        "Polish would be an advantage, and "
        "a first aid certificate is a plus. In return you get free travel and a pension. We welcome everybody."
    )
    assert musts(ad) == [
        "a category D licence",
        "at least two years on town routes",
        "Knowledge of ticketing machines is required",
    ]
    assert nices(ad) == ["Polish would be an advantage", "a first aid certificate is a plus"]


@pytest.mark.parametrize(
    ("ad", "must", "nice"),
    [
        (
            "Koch\n\nDu hast eine Ausbildung als Koch und kennst dich mit HACCP aus. Französisch wäre schön.",
            ["eine Ausbildung als Koch"],
            ["Französisch wäre schön"],
        ),
        (
            "Pâtissier\n\nVous maîtrisez le tourage. Un CAP est exigé. La connaissance du chocolat serait un atout.",
            ["le tourage", "Un CAP est exigé"],
            ["La connaissance du chocolat serait un atout"],
        ),
        (
            "Fontanero\n\nImprescindible carné de conducir B. Se valorará experiencia en calefacción.",
            ["carné de conducir B"],
            ["experiencia en calefacción"],
        ),
    ],
)
def test_the_phrasing_of_each_language_is_understood(ad: str, must: list[str], nice: list[str]) -> None:
    read = read_ad(ad)
    for expected in must:
        assert any(expected in text for text in musts(read)), musts(read)
    for expected in nice:
        assert any(expected in text for text in nices(read)), nices(read)


def test_one_line_may_hold_a_must_and_a_nice() -> None:
    ad = read_ad(
        "Clerk\n\nRequirements\n- Diploma required; degree preferred\n- Experience with a CRM (Salesforce a plus)\n"
        "- Fluent English, German a plus\n- ERP knowledge, ideally SAP"
    )
    assert musts(ad) == ["Diploma required", "Experience with a CRM", "Fluent English", "ERP knowledge, ideally SAP"]
    assert nices(ad) == ["degree preferred", "Salesforce a plus", "German a plus"]


def test_duties_benefits_and_company_prose_are_kept_apart() -> None:
    ad = read_ad(
        "Gardener\n\nAbout us\nWe plant hedges.\n\nYour tasks\n- mow lawns\n\nYou "
        "need\n- pruning\n- a driving licence\n- Latin names\n\n"
        "We offer\n- £24,000 to £26,000\n- boots\n\nWe are an equal opportunity "
        "employer. Please send your CV to Mr. Tom Elder."
    )
    assert ad.duties == ("mow lawns",)
    assert ad.benefits == ("£24,000 to £26,000", "boots")
    assert ad.company_lines == ("We plant hedges.",)
    assert musts(ad) == ["pruning", "a driving licence", "Latin names"]
    assert ad.pay == "£24,000 to £26,000"
    assert ad.contact_name == "Mr. Tom Elder"
    assert ad.licences == ("a driving licence",)


def test_facts_of_the_job_are_read() -> None:
    ad = read_ad(
        "Senior Nurse – Leeds\n\nHybrid: two days from home.\n\nRequirements\n- 5 years "
        "in intensive care\n- NMC registration\n"
        "- Polish B2\n\nYou must have the right to work in the UK."
    )
    assert (ad.seniority, ad.years, ad.place, ad.remote) == (Seniority.SENIOR, 5, "Leeds", Remote.HYBRID)
    assert [(language.name, language.level) for language in ad.languages] == [("Polish", 4)]
    assert ad.work_permit == "You must have the right to work in the UK."


@pytest.mark.parametrize(
    ("ad", "code"),
    [
        ("Junior Developer\n\nRequirements\n- 8 years of Java\n- SQL\n- Git\n\n£30,000", "ad.seniority_contradiction"),
        ("Waiter\n\nThe first week is an unpaid trial.\n\nRequirements\n- smile", "ad.unpaid"),
        ("Developer\n\nWe want a rockstar.\n\nRequirements\n- Go", "ad.hype"),
        ("Clerk\n\nRequirements\n- typing", "ad.no_pay"),
        (
            "Clerk\n\nFully remote.\n\nYou work on site in Hull every day.\n\nRequirements\n- typing",
            "ad.remote_contradiction",
        ),
        ("Verkäufer\n\nBezahlung auf Provisionsbasis.\n\nAnforderungen\n- Geduld", "ad.commission_only"),
    ],
)
def test_warning_signs_are_named(ad: str, code: str) -> None:
    found = {warning.code: warning for warning in read_ad(ad).warnings}
    assert code in found
    assert found[code].quote in ad


def test_a_plain_ad_with_pay_has_no_warning() -> None:
    assert read_ad("Clerk\n\nRequirements\n- typing\n\nWe offer\n- £24,000 a year").warnings == ()


def test_an_ad_that_asks_nothing_says_so() -> None:
    for text in ("", "   \n\n", "Hello.", "We sell shoes. Our shop is green."):
        ad = read_ad(text)
        assert ad.requirements == () and ad.low_confidence


def test_keywords_are_the_ads_own_words_each_once() -> None:
    ad = read_ad("Clerk\n\nNice to have\n- Excel\n\nRequirements\n- Typing and Excel\n- typing")
    assert ad.keywords == ("Typing", "Excel")


@pytest.mark.parametrize("line", ["- ;", "- Docker; ;", "- ; ,", "Requirements\n- ;\n- , ;"])
def test_entries_without_words_ask_for_nothing(line: str) -> None:
    assert all(item.text.strip(" ;,") for item in read_ad(f"Cook\n\nYou need\n{line}").requirements)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_is_refused(text: str) -> None:
    assert isinstance(read_ad(text), Ad)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "you need must have experience in und oder de la Kenntnisse mit von Vorteil "
            "plus required 3 years €5 . , ; : - ( ) \n "
            "<li> </li> &amp; ** # Requirements: Benefits".split(" ")
        ),
        max_size=120,
    )
)
def test_no_heap_of_phrases_is_refused_and_quotes_stay_verbatim(pieces: list[str]) -> None:
    text = " ".join(pieces)
    resolved = "".join(plain_text(unescape(text)[0]).split())
    for item in read_ad(text).requirements:
        assert item.text in text or "".join(item.text.split()) in resolved


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "unit", ["a, ", "is a plus, ", "(", "<", "&amp;", "<!--", "\n- x", "1 ", "$1 ", "you ", "in Aaa ", "3 years "]
)
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    read_ad(unit * (100_000 // len(unit)))


def test_a_list_without_bullets_under_a_heading_is_a_list() -> None:
    ad = read_ad(
        "Veterinary Nurse\n\nThe practice\nFour vets and a ferret.\n\nThe person\nRCVS registered\n"
        "Anaesthesia monitoring\nDental radiography - desirable\n\nThe package\n£27,500\nFive weeks' leave"
    )
    assert musts(ad) == ["RCVS registered", "Anaesthesia monitoring"]
    assert nices(ad) == ["Dental radiography"]


def test_a_heading_after_a_list_ends_it() -> None:
    ad = read_ad(
        "Writer\n\nEssential\n• plain English\n• research\n• HTML\n\nBehaviours\nWe look at these: working together."
    )
    assert musts(ad) == ["plain English", "research", "HTML"]


def test_an_outline_with_numbers_is_a_list_and_its_chapters_are_headings() -> None:
    ad = read_ad("Tiler\n\n1. Your work\n1.1 lay tiles\n1.2 sweep\n\n2. What we ask for\n2.1 wet saws\n2.2 a van\n")
    assert musts(ad) == ["wet saws", "a van"]
    assert ad.duties == ("lay tiles", "sweep")


def test_lines_that_no_margin_broke_stay_apart() -> None:
    listed = (
        "Law degree or a comparable vocational qualification\nTwo years in conveyancing\n"
        "Able to manage a caseload of forty files alone\nWelsh\nKnowledge of the Land Registry and its many forms\nTact"
    )
    assert musts(read_ad(f"Paralegal\n\nTHE PERSON\n\n{listed}\n")) == listed.split("\n")


def test_columns_are_read_downwards() -> None:
    ad = read_ad(
        "Chargé RH\nVos missions            | Votre profil\nSuivi des paies         | Workday exigé\n"
        "Accueil des nouveaux    | Anglais courant\n"
    )
    assert musts(ad) == ["Workday exigé", "Anglais courant"]
    assert ad.duties == ("Suivi des paies", "Accueil des nouveaux")


def test_of_duties_and_requirements_in_one_list_only_what_says_so_is_asked() -> None:
    ad = read_ad(
        "Analyst\n\nDuties and requirements\n- Water the plants\n- SQL is a must\n"
        "- Sit on the tea committee\n- dbt is a plus"
    )
    assert (musts(ad), nices(ad)) == (["SQL is a must"], ["dbt is a plus"])


def test_languages_at_different_levels_are_asked_one_by_one() -> None:
    assert musts(read_ad("Jefe\n\nRequisitos\n- Inglés alto, y francés conversacional\n- caja\n")) == [
        "Inglés alto",
        "francés conversacional",
        "caja",
    ]


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Salary 48,000 to 56,000 GBP", "48,000 to 56,000 GBP"),
        ("4.1 £58,000 to £63,000", "£58,000 to £63,000"),
        ("£45,000 to £54,000, 27 days of leave", "£45,000 to £54,000"),
    ],
)
def test_pay_is_quoted_whole_and_alone(line: str, pay: str) -> None:
    assert read_ad(f"Cook, Leeds\n\nNeeded\n- knives\n- fire\n\nWhat we offer\n{line}\n").pay == pay


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Experience with BS 7671", 0),
        ("BS EN 1090 welding", 0),
        ("BS in Computer Science", 3),
        ("a BS or MS degree", 3),
    ],
)
def test_a_british_standard_is_no_degree(text: str, rank: int) -> None:
    assert lowest_degree(text) == rank
