"""A resume as JSON Resume: valid by its schema, with every job, and with every other word somewhere."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from offline_pairs import PAIRS, QUALITY

from jobforge.documents.offline.resume import write_resume
from jobforge.interchange.json_resume_out import to_json_resume
from jobforge.resumes.parser import read_resume

DATA = Path(__file__).parent.parent.parent / "data"
SAMPLES = Path(__file__).parent.parent / "resumes" / "samples"
SCHEMA = json.loads((DATA / "json-resume-1.3.1.json").read_text("utf-8"))
"""`schema.json` of @jsonresume/schema 1.3.1 (MIT)."""
RESUMES = {
    **{path.stem: path.read_text("utf-8") for path in sorted((QUALITY / "resumes").glob("*.md"))},
    **{path.stem: path.read_text("utf-8") for path in sorted(SAMPLES.iterdir())},
    "offline": write_resume(PAIRS["fullstack__good"]).text,
}
# Dates are written as figures, and "at" stands between two fields.
SMALL_WORDS = re.compile(
    r"jan\w*|feb\w*|mar\w*|apr\w*|ma[iy]|june?|jul\w*|aug\w*|sep\w*|o[ck]t\w*|nov\w*|dec\w*|dez\w*|january|janvier"
    r"|fév\w*|juin|juillet|août|déc\w*|enero|febrero|marzo|abril|mayo|septiembre|octubre|märz|heute|present|now|to|date"
    r"|current|at|chez|bei|aujourd|hui|actualidad|since|seit|depuis|desde|from|de|à|a|bis|\d+",
    re.IGNORECASE,
)


def as_json(text: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(to_json_resume(text).data)
    return value


def words(value: object) -> list[str]:
    """All words in the strings of a value."""
    if isinstance(value, dict):
        return [word for item in value.values() for word in words(item)]
    if isinstance(value, list):
        return [word for item in value for word in words(item)]
    return re.findall(r"\w+", value) if isinstance(value, str) else []


@pytest.mark.parametrize("name", RESUMES)
def test_it_is_valid_by_the_schema(name: str) -> None:
    jsonschema.validate(as_json(RESUMES[name]), SCHEMA)


@pytest.mark.parametrize("name", RESUMES)
def test_every_word_of_every_line_is_somewhere_in_it(name: str) -> None:
    text = RESUMES[name]
    resume = read_resume(text)
    headings = {section.heading_line for section in resume.sections}
    written = words(as_json(text))
    for line in resume.lines:
        if line.number in headings:
            continue
        lost = [word for word in re.findall(r"\w+", line.text) if word not in written]
        assert not [word for word in lost if not SMALL_WORDS.fullmatch(word)], line.text


@pytest.mark.parametrize("name", [path.stem for path in sorted((QUALITY / "resumes").glob("*.md"))])
def test_each_job_has_its_title_employer_period_and_bullets(name: str) -> None:
    text = RESUMES[name]
    resume = read_resume(text)
    work = as_json(text)["work"]
    assert [(job["position"], job.get("name")) for job in work] == [(r.title, r.employer) for r in resume.roles]
    for job, role in zip(work, resume.roles, strict=True):
        assert role.period is not None
        assert job["startDate"].startswith(str(role.period.start.year))
        assert ("endDate" not in job) is role.period.ongoing
        bullets = [resume.lines[number - 1].text for number in role.bullets]
        written = [*job.get("summary", "").splitlines(), *job.get("highlights", [])]
        assert written[-len(bullets) :] == bullets  # above them stands what of the head is no title, place or date


def test_contact_lines_are_told_apart() -> None:
    text = (
        "# Jo Bloggs\n\nCook\n\nLeeds, UK | jo@example.com | +44 113 496 0000 | https://jo.example.com | "
        "github.com/jo | Driving licence B\n\n## Skills\n\n- Knife skills: filleting, boning\n- Sauces\n"
    )
    value = as_json(text)
    assert value["basics"] == {
        "name": "Jo Bloggs",
        "label": "Cook",
        "email": "jo@example.com",
        "phone": "+44 113 496 0000",
        "url": "https://jo.example.com",
        "location": {"city": "Leeds, UK"},
        "profiles": [{"network": "github.com", "url": "https://github.com/jo"}],
    }
    assert value["skills"] == [{"name": "Knife skills", "keywords": ["filleting", "boning"]}, {"name": "Sauces"}]
    assert value["meta"]["jobforge"]["sections"] == [{"title": "Contact", "text": "Driving licence B"}]


def test_dates_are_as_exact_as_the_text() -> None:
    text = "# Jo Bloggs\n\n## Experience\n\n### Cook, The Crown Inn, Leeds (March 2020 – 2021-04-15)\n\n- Cooked\n"
    (job,) = as_json(text)["work"]
    assert (job["startDate"], job["endDate"]) == ("2020-03", "2021-04-15")
