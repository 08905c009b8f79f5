"""A lie is found where it stands, and the truth passes however it is worded."""

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobforge.enums import DocumentType, Severity, Source, Verdict
from jobforge.factcheck.review import Review, review

QUALITY = Path(__file__).parent.parent.parent / "quality"
SETS = {"shared": QUALITY, **{f"extra{n}": QUALITY / f"extra_cases{n}" for n in ("", "2", "3", "4")}}
RESUMES = sorted(path for root in SETS.values() for path in (root / "resumes").glob("*.md"))
TODAY = date(2026, 11, 22)

spec = importlib.util.spec_from_file_location("quality_score", QUALITY / "score.py")
assert spec and spec.loader
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)

RESUME = """# Ada Quill
York | ada@example.com

## Experience

### Pastry Cook, Blue Heron Inn, York (March 2019 - present)
- Bake for 60 guests a day
- Helped the head chef with the dessert menu
- Order stock in MarketMan

### Kitchen Porter, Red Lion, Leeds (May 2016 - February 2019)
- Washed dishes and peeled vegetables

## Education
- NVQ Level 2 Professional Cookery, Ridings College, 2018

## Languages
English (native), Spanish (A2)
"""
AD = """Pastry chef, Copper Kettle, Harrogate

You need
- three years of pastry work
- chocolate tempering
- food safety certificate
"""


def check(document: str, kind: DocumentType = DocumentType.OPTIMIZED_RESUME, **others: Any) -> Review:
    return review(document, kind, **{"resume": RESUME, "ad": AD, "today": TODAY, **others})


def codes(document: str, kind: DocumentType = DocumentType.OPTIMIZED_RESUME, **others: Any) -> set[str]:
    return {finding.code for finding in check(document, kind, **others).findings}


def letter(text: str, **others: Any) -> set[str]:
    return codes(f"Dear hiring team,\n\n{text}\n\nKind regards\nAda Quill\n", DocumentType.COVER_LETTER, **others)


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
def test_an_unchanged_resume_has_no_findings(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    result = review(text, DocumentType.OPTIMIZED_RESUME, resume=text, ad=AD, today=TODAY)
    assert result.findings == ()
    assert result.verdict is Verdict.PASS
    assert {item.source for item in result.provenance} == {Source.VERBATIM}


@pytest.mark.services
@pytest.mark.parametrize("name", SETS)
def test_the_labelled_lies_are_caught_and_the_labelled_truths_pass(name: str) -> None:
    def run(
        resume: str, document: str, document_type: str, ad: str, additional_context: str | None = None
    ) -> list[dict[str, Any]]:
        contexts = [additional_context] if additional_context else []
        found = review(
            document, DocumentType(document_type), resume=resume, contexts=contexts, ad=ad, today=TODAY
        ).findings
        return [{"severity": f.severity.value, "text": f.quote, "line": f.line, "code": f.code} for f in found]

    result = score.score_guard(run, root=SETS[name], verbose=False)
    assert result["recall"] >= 0.97, result["missed"]
    assert result["block_recall"] >= 0.97
    assert len(result["alarmed"]) <= 2, result["alarmed"]
    assert result["baseline_findings"] == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("60 guests", "160 guests", "fact.metric"),
        ("60 guests a day", "60 guests an hour", "fact.metric"),
        ("Pastry Cook", "Head Chef", "fact.title"),
        ("Red Lion", "Savoy", "fact.employer"),
        ("May 2016", "May 2014", "fact.date"),
        ("Helped the head chef with", "Led", "fact.role_verb"),
        ("MarketMan", "MarketMan and Oracle", "fact.skill"),
        ("Spanish (A2)", "Spanish (C1)", "fact.language"),
        ("NVQ Level 2", "NVQ Level 3", "fact.education"),
        ("peeled vegetables", "ordered stock in MarketMan", "fact.commingled"),
        ("- Bake", "- Best Young Baker award 2022\n- Bake", "fact.award"),
        ("peeled vegetables", "peeled vegetables, planned with ChatGPT", "fact.anachronism"),
    ],
)
def test_each_kind_of_lie_has_its_code(old: str, new: str, code: str) -> None:
    assert code in codes(RESUME.replace(old, new))


def test_a_missing_job_is_found_without_a_line() -> None:
    start, end = RESUME.index("### Kitchen"), RESUME.index("## Education")
    found = [f for f in check(RESUME[:start] + RESUME[end:]).findings if f.code == "fact.dropped_role"]
    assert [(f.line, f.severity) for f in found] == [(None, Severity.BLOCK)]
    assert "Kitchen Porter" in found[0].message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I have baked at the Blue Heron Inn for more than twelve years.", "fact.tenure"),
        ("Your owner Tom Hale told me about the post.", "letter.referral"),
        ("My grandmother celebrated her birthdays at the Copper Kettle.", "letter.motivation"),
        ("I look forward to working with [Company Name].", "letter.placeholder"),
        ("I hold a food safety certificate and know chocolate tempering.", "fact.skill"),
    ],
)
def test_letters_have_lies_of_their_own(text: str, code: str) -> None:
    assert code in letter(text) | ({"fact.skill"} if code == "fact.skill" and "fact.licence" in letter(text) else set())


@pytest.mark.parametrize(
    "text",
    [
        "For more than seven years I have baked at the Blue Heron Inn, for sixty guests each day.",
        "I would like to learn chocolate tempering with you.",
        "You ask for a food safety certificate, which I do not hold yet.",
        "I look forward to hearing from you.",
    ],
)
def test_what_a_careful_person_writes_passes(text: str) -> None:
    assert letter(text) == set()


def test_the_users_own_context_is_evidence() -> None:
    claim = "In May I passed the food safety certificate."
    assert letter(claim)
    assert letter(claim, contexts=["I passed the food safety certificate in May."]) == set()


def test_a_report_may_not_say_the_resume_shows_what_it_does_not() -> None:
    frame = "# Research report\n\n## Requirements\n\n{}\n"
    kind = DocumentType.RESEARCH_REPORT
    assert "report.claim" in codes(frame.format("Chocolate tempering: shown at the Blue Heron Inn."), kind)
    assert codes(frame.format("Chocolate tempering: not in the resume."), kind) == set()
    assert check("# R\n", kind).coverage is None


def test_every_line_says_where_it_comes_from() -> None:
    document = RESUME.replace("- Bake for 60 guests a day", "- Daily baking for 60 guests").replace(
        "- Order stock", "- Ran a regatta across Patagonia\n- Order stock"
    )
    by_line = {item.line: item for item in check(document).provenance}
    lines = document.splitlines()
    reworded, invented = (next(n for n, text in enumerate(lines, 1) if word in text) for word in ("Daily", "regatta"))
    assert by_line[reworded].source is Source.REPHRASED
    assert by_line[reworded].evidence[0] in RESUME
    assert by_line[invented].source is Source.NONE


def test_findings_point_into_the_document() -> None:
    document = RESUME.replace("60 guests", "160 guests")
    for finding in check(document).findings:
        assert finding.line is None or finding.quote in document.splitlines()[finding.line - 1]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sampled_from(list(DocumentType)), st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_answered_and_always_the_same(document: str, kind: DocumentType, resume: str, ad: str) -> None:
    first = review(document, kind, resume=resume, ad=ad, today=TODAY)
    assert review(document, kind, resume=resume, ad=ad, today=TODAY) == first


def resume_with(old: str, new: str, source: str = RESUME) -> set[str]:
    assert old in source
    return codes(source.replace(old, new), resume=source)


def test_a_stand_in_is_not_the_one_who_led() -> None:
    source = RESUME.replace("- Washed dishes", "- Filled in for the kitchen manager at weekends\n- Washed dishes")
    assert "fact.role_verb" in resume_with("Filled in for the kitchen manager", "Managed the kitchen", source)


def test_a_wider_reach_than_the_source_is_found() -> None:
    source = RESUME.replace("- Washed dishes", "- Member of the county food-waste group\n- Washed dishes")
    assert "fact.scope" in resume_with("county food-waste", "state food-waste", source)


def test_a_low_level_of_a_language_must_not_fall_away() -> None:
    assert "fact.qualifier" in resume_with("Spanish (A2)", "Spanish")


def test_a_paper_that_is_only_begun_is_not_held() -> None:
    source = RESUME.replace("## Experience", "Working toward the AIC designation.\n\n## Experience")
    assert "fact.licence" in resume_with("Working toward the AIC", "Holder of the AIC", source)
    assert not resume_with("Working toward the AIC", "Currently working toward the AIC", source)


GERMAN = """# Rike Halm
Kiel | rike@example.com

## Berufserfahrung

### Erzieherin, Kindergarten Möwennest, Kiel (03/2019 - heute)
- Ausflüge für 14 Kinder begleitet
- Abfall von 8 % auf 5 % gesenkt

## Zertifikate
- Bootsführerschein, begonnen 2025
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ausflüge für 14 Kinder begleitet", "Ausflüge mit 14 Kindern der Kita begleitet"),
        ("Abfall von 8 % auf 5 % gesenkt", "Abfall um drei Prozentpunkte gesenkt"),
    ],
)
def test_a_german_noun_is_no_name_for_its_capital(old: str, new: str) -> None:
    document = GERMAN.replace(old, new)
    assert not codes(document, resume=GERMAN, ad="Erzieher gesucht\n\n- Freude an der Arbeit mit Kindern\n")


def test_a_common_noun_of_the_ad_needs_a_source() -> None:
    ad = "Pflegekraft gesucht\n\nIhr Profil\n- Erfahrung in der Klinik\n- Freude an der Arbeit\n"
    document = GERMAN.replace("Ausflüge für 14 Kinder begleitet", "Ausflüge der Klinik für 14 Kinder begleitet")
    assert "fact.skill" in codes(document, resume=GERMAN, ad=ad)


@pytest.mark.parametrize(
    "text", ["Den Bootsführerschein besitze ich ebenfalls.", "Ich bin Inhaberin des Bootsführerscheins."]
)
def test_a_paper_begun_in_german_is_not_held(text: str) -> None:
    document = f"Sehr geehrte Damen und Herren,\n\n{text}\n\nMit freundlichen Grüßen\nRike Halm\n"
    found = codes(document, DocumentType.COVER_LETTER, resume=GERMAN, ad="Skipper gesucht\n\n- Bootsführerschein\n")
    assert "fact.licence" in found


def test_an_abbreviation_may_be_spelled_out() -> None:
    source = RESUME.replace("## Languages", "- ACLS, 2020\n\n## Languages")
    assert not resume_with("- ACLS, 2020", "- Advanced Cardiovascular Life Support (ACLS), 2020", source)


def test_years_may_be_said_again_without_the_word() -> None:
    assert not letter("I have worked in kitchens for more than ten years, seven of them in pastry.")
    assert letter("I have worked in kitchens for more than ten years, fifteen of them in pastry.")


def report(text: str, ad: str = AD) -> set[str]:
    return codes(f"# Research report\n\n## Requirements\n\n{text}\n", DocumentType.RESEARCH_REPORT, ad=ad)


def test_what_a_report_quotes_is_no_claim() -> None:
    assert not report("The ad asks for “chocolate tempering” and “food safety certificate”; it shows: “York”.")
    assert report("Chocolate tempering: shown.")


def test_an_ad_is_read_as_shown_and_not_as_marked_up() -> None:
    assert not report("- Pay: £38k", AD + "\n<li>&pound;38k</li>\n")


def test_a_quotation_in_a_finding_stands_in_the_document() -> None:
    text = "# Report\n\nShown with “chocolate tempering”: Kubernetes at Blue Heron Inn.\n"
    for finding in check(text, DocumentType.RESEARCH_REPORT).findings:
        assert finding.quote in text


@pytest.mark.parametrize("text", ["1 " * 50_000, "Life Support (ALS) " * 5_000, "“" * 100_000])
def test_the_work_on_a_hostile_text_is_bounded(text: str) -> None:
    assert check(text) and check(RESUME, resume=text)
