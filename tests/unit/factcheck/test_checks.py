"""Every check's own examples, and what the registry promises of all of them."""

import ast
from datetime import date
from pathlib import Path

import pytest

import jobforge.factcheck.rules
from jobforge.enums import DocumentType, Severity
from jobforge.factcheck.registry import RESUME, Check, Example, all_checks, markdown
from jobforge.factcheck.review import review

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[3]
SOURCE = """# Mira Aldous

{contact}

## Experience

{head}
03/2019 - 06/2023
- Kept the calendar of two directors
{experience}

### Clerk, Hollins & Vane, York
01/2015 - 02/2019
- Filed invoices in Sage for the Harrogate warehouse
{old}

## Education

BA History, University of Hull, 2014
{education}

## Certificates

First aid at work, 2022
{certificates}

## Skills

- Filing
{skills}

## Languages

- English (native)
{languages}
"""
JOB = """### Clerk, Hollins & Vane, York
01/2015 - 02/2019
- Filed invoices in Sage for the Harrogate warehouse
"""
FILLED = {
    "contact": "mira.aldous@example.com | +44 20 7946 0018",
    "head": "### Office Manager, Brightwater Ltd, Leeds",
    **dict.fromkeys(("experience", "old", "education", "certificates", "skills", "languages"), ""),
}
BULLETS = {"experience", "old", "skills", "languages"}
FRAMES = {
    DocumentType.COVER_LETTER: "Dear Ms Rowe,\n\n{}\n\nYours sincerely,\nMira Aldous\n",
    DocumentType.RESEARCH_REPORT: "# Research report\n\n## Requirements and evidence\n\n{}\n",
}
AD = "Office Manager\n\nRequirements:\n- experience with Looker\n- welding\n"


def line(section: str, text: str) -> str:
    return f"- {text}" if text and section in BULLETS else text


def texts(example: Example) -> tuple[str, str]:
    """Return the resume and the document of an example."""
    section = example.section
    fields = FILLED | ({section: line(section, example.source)} if example.source and section in FILLED else {})
    resume = SOURCE.format(**fields)
    if example.kind is not RESUME:
        return resume, FRAMES[example.kind].format(example.text)
    if section == "job":
        return resume, resume.replace(JOB, "")
    if section not in FILLED:
        return resume, resume
    both = "\n".join(filter(None, (fields[section] if example.adds else "", line(section, example.text))))
    return resume, SOURCE.format(**fields | {section: both})


def codes(example: Example) -> set[str]:
    resume, document = texts(example)
    found = review(document, example.kind, resume=resume, ad=AD, today=TODAY, company="Rowe & Sons").findings
    return {finding.code for finding in found}


def cases(name: str) -> list[tuple[Check, Example]]:
    return [(check, example) for check in all_checks() for example in getattr(check, name)]


@pytest.mark.parametrize(("check", "example"), cases("wrong"), ids=lambda part: getattr(part, "code", ""))
def test_what_a_check_is_for_is_flagged(check: Check, example: Example) -> None:
    assert check.code in codes(example)


@pytest.mark.parametrize(("check", "example"), cases("right"), ids=lambda part: getattr(part, "code", ""))
def test_what_is_right_is_not_flagged(check: Check, example: Example) -> None:
    assert check.code not in codes(example)


def test_the_sample_resume_is_true_to_itself() -> None:
    resume = SOURCE.format(**FILLED)
    assert review(resume, RESUME, resume=resume, ad=AD, today=TODAY).findings == ()


def test_every_code_that_the_rules_use_has_a_check() -> None:
    used = set()
    for file in [*Path(jobforge.factcheck.rules.__file__).parent.glob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(".") == 1:
                group, _, name = node.value.partition(".")
                if group in ("fact", "letter", "report") and name.isidentifier():
                    used.add(node.value)
    assert used <= {check.code for check in all_checks()}


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_check_says_why_and_shows_both_sides(check: Check) -> None:
    assert check.why.endswith(".") and check.wrong and check.right and check.applies_to
    assert check.severity in (Severity.BLOCK, Severity.WARN)


def test_the_guide_lists_every_check() -> None:
    """Regenerate with `python -m jobforge.factcheck.registry > docs/checks.md`."""
    assert (ROOT / "docs" / "checks.md").read_text("utf-8") == markdown()
