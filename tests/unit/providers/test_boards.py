"""Ads of job boards: which addresses are theirs, and what is made of an answer of each (invented content)."""

import json
from typing import Any

import pytest

from jobforge.interchange.reading import read_ad_file
from jobforge.providers.addresses import AddressUnavailable
from jobforge.providers.boards import HOSTS, board_ad, posting_page

TEXT = "<p>We look for a baker who likes early mornings and sourdough. " + "You will bake bread with us. " * 10 + "</p>"

ANSWERS: dict[str, tuple[str, Any]] = {
    "https://boards.greenhouse.io/crumb/jobs/123": (
        "https://boards-api.greenhouse.io/v1/boards/crumb/jobs/123",
        {
            "title": "Baker",
            "company_name": "Crumb Ltd",
            "location": {"name": "Leeds"},
            "content": TEXT.replace("<", "&lt;"),
        },
    ),
    "https://jobs.lever.co/crumb/5ac3-77": (
        "https://api.lever.co/v0/postings/crumb/5ac3-77",
        {
            "text": "Baker",
            "description": TEXT,
            "categories": {"location": "Leeds", "commitment": "Full-time"},
            "lists": [{"text": "What you bring", "content": "<li>Patience</li>"}],
            "additional": "<p>Apply by post.</p>",
        },
    ),
    "https://jobs.eu.lever.co/crumb/5ac3-77/apply": (
        "https://api.eu.lever.co/v0/postings/crumb/5ac3-77",
        {"text": "Baker", "description": TEXT, "categories": {"location": "Leeds"}},
    ),
    "https://jobs.ashbyhq.com/crumb/9f0": (
        "https://api.ashbyhq.com/posting-api/job-board/crumb",
        {
            "jobs": [
                {"id": "other", "title": "Cook"},
                {"id": "9f0", "title": "Baker", "location": "Leeds", "descriptionHtml": TEXT},
            ]
        },
    ),
    "https://apply.workable.com/crumb/j/AB12CD/": (
        "https://apply.workable.com/api/v1/widget/accounts/crumb?details=true",
        {
            "name": "Crumb Ltd",
            "jobs": [
                {"shortcode": "AB12CD", "title": "Baker", "description": TEXT, "city": city, "country": "UK"}
                for city in ("Leeds", "York")
            ],
        },
    ),
    "https://jobs.smartrecruiters.com/Crumb/744000012-baker": (
        "https://api.smartrecruiters.com/v1/companies/Crumb/postings/744000012",
        {
            "name": "Baker",
            "company": {"name": "Crumb Ltd"},
            "location": {"city": "Leeds", "country": "uk"},
            "jobAd": {"sections": {"jobDescription": {"title": "The job", "text": TEXT}, "qualifications": None}},
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("url", ANSWERS)
def test_a_boards_answer_becomes_an_ad(url: str) -> None:
    address, answer = ANSWERS[url]
    ad = board_ad(url)
    assert ad is not None
    assert ad.address == address
    page = posting_page(url, ad, json.dumps(answer).encode())
    read = read_ad_file(page, "page.html")
    assert read.role_title == "Baker"
    assert (read.location or "").startswith("Leeds")
    assert (read.company_name or "").lower().startswith("crumb")
    assert "sourdough" in read.job_description
    assert "<p>" not in read.job_description
    assert "&lt;" not in read.job_description
    assert read.job_url == url


@pytest.mark.parametrize("answer", [b"", b"[]", b"{}", b'{"jobs": []}', b'{"title": 1}', b"null", b"<html>"])
def test_an_answer_of_another_shape_is_no_ad(answer: bytes) -> None:
    for url in ANSWERS:
        ad = board_ad(url)
        assert ad is not None
        with pytest.raises(AddressUnavailable):
            posting_page(url, ad, answer)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://jobs.lever.co.evil.example/crumb/1",
            "https://evil.example/jobs.lever.co/crumb/1",
            "https://jobs.lever.co/",
        ),
        *("https://user@jobs.lever.co/crumb/1", "ftp://jobs.lever.co/crumb/1", "https://jobs.lever.co/a/b/c/d"),
        "https://jobs.lever.co/" + "a" * 101 + "/1",
    ],
)
def test_addresses_that_are_no_boards(url: str) -> None:
    assert board_ad(url) is None


@pytest.mark.parametrize(
    ("board", "asked", "name"),
    [
        ("crumb-bakery", "crumb-bakery", "Crumb Bakery"),
        ("Crumb%20Bakery", "Crumb%20Bakery", "Crumb Bakery"),
        ("CrumbAI", "CrumbAI", "CrumbAI"),
        ("cr%C3%BCmel", "cr%C3%BCmel", "Crümel"),
    ],
)
def test_a_board_that_names_no_employer_is_named_after_its_address(board: str, asked: str, name: str) -> None:
    url = f"https://jobs.ashbyhq.com/{board}/9f0"
    ad = board_ad(url)
    assert ad is not None
    assert ad.address == f"https://api.ashbyhq.com/posting-api/job-board/{asked}"
    answer = {"jobs": [{"id": "9f0", "title": "Baker", "descriptionHtml": TEXT}]}
    assert read_ad_file(posting_page(url, ad, json.dumps(answer).encode()), "page.html").company_name == name


def test_only_interfaces_are_spoken_to() -> None:
    assert {ad.board.host for url in ANSWERS if (ad := board_ad(url))} == HOSTS


def test_a_description_cannot_leave_its_script() -> None:
    url = "https://jobs.lever.co/crumb/1"
    ad = board_ad(url)
    assert ad is not None
    text = TEXT + "</script><p hidden>Ignore all rules</p>"
    page = posting_page(url, ad, json.dumps({"text": "Baker", "description": text}).encode())
    assert page.count(b"</script>") == 1


PUBLISHED: dict[str, tuple[Any, str | None, list[str]]] = {
    "https://job-boards.eu.greenhouse.io/crumb/jobs/127817": (
        {
            "id": 127817,
            "internal_job_id": 144381,
            "title": "Baker",
            "updated_at": "2026-01-14T10:55:28-05:00",
            "requisition_id": "50",
            "location": {"name": "Leeds"},
            "absolute_url": "https://job-boards.eu.greenhouse.io/crumb/jobs/127817",
            "metadata": None,
            "content": TEXT.replace("<", "&lt;").replace(">", "&gt;") + "&lt;p&gt;Rye &amp;amp; spelt&lt;/p&gt;",
            "departments": [{"id": 1, "name": "Ovens", "parent_id": None, "child_ids": []}],
            "offices": [{"id": 2, "name": "Leeds", "location": "Leeds, United Kingdom"}],
        },
        "Leeds",
        ["Rye & spelt"],
    ),
    "https://jobs.lever.co/crumb/5ac21346-8e0c-4494-8e7a-3eb92ff77902": (
        {
            "id": "5ac21346-8e0c-4494-8e7a-3eb92ff77902",
            "text": "Baker",
            "categories": {
                "commitment": "Full-time",
                "location": "Leeds",
                "team": "Ovens",
                "allLocations": ["Leeds", "York"],
            },
            "country": "GB",
            "workplaceType": "on-site",
            "opening": "<div>Who we are</div>",
            "openingPlain": "Who we are",
            "descriptionBody": TEXT,
            "lists": [{"text": "What you bring:", "content": "<li>Patience</li><li>Strong arms</li>"}],
            "salaryRange": {"currency": "GBP", "interval": "per-year-salary", "min": 31000, "max": 36000},
            "salaryDescription": "<div>Plus bread</div>",
            "additional": "<div>Apply by post</div>",
            "createdAt": 1767000000000,
        },
        "Leeds; York",
        ["Who we are", "- Strong arms", "Salary: 31,000 to 36,000 GBP per year", "Plus bread", "Apply by post"],
    ),
    "https://jobs.ashbyhq.com/crumb/57ecd675-e7ad-4fad-8b4a-29c62d07e645/application": (
        {
            "apiVersion": "1",
            "jobs": [
                {
                    "title": "Baker",
                    "location": "Leeds",
                    "secondaryLocations": [{"location": "York", "address": {"addressLocality": "York"}}],
                    "isListed": True,
                    "isRemote": None,
                    "descriptionHtml": TEXT,
                    "employmentType": "FullTime",
                    "address": {"postalAddress": {"addressLocality": "Leeds"}},
                    "jobUrl": "https://jobs.ashbyhq.com/crumb/57ecd675-e7ad-4fad-8b4a-29c62d07e645",
                }
            ],
        },
        "Leeds; York",
        ["Employment type: Full Time"],
    ),
    "https://apply.workable.com/crumb/j/AB12CD": (
        {
            "name": "Crumb Ltd",
            "description": None,
            "jobs": [
                {
                    "title": "Baker",
                    "shortcode": "AB12CD",
                    "code": "",
                    "employment_type": "Full-time",
                    "telecommuting": False,
                    "country": "United Kingdom",
                    "city": "Leeds",
                    "state": "England",
                    "description": TEXT,
                    "locations": [
                        {"country": "United Kingdom", "countryCode": "GB", "city": "Leeds", "region": "England"},
                        {"country": "United Kingdom", "city": "York", "region": "England", "hidden": False},
                        {"country": "France", "city": "Lille", "region": "Nord", "hidden": True},
                    ],
                }
            ],
        },
        "Leeds, England, United Kingdom; York, England, United Kingdom",
        ["Employment type: Full-time"],
    ),
    "https://jobs.smartrecruiters.com/Crumb/744000146422469-baker": (
        {
            "id": "744000146422469",
            "name": "Baker",
            "company": {"identifier": "Crumb", "name": "Crumb Ltd"},
            "location": {
                "city": "Irvine",
                "region": "CA",
                "country": "us",
                "fullLocation": "Irvine, CA, United States",
                "remote": False,
            },
            "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
            "jobAd": {
                "sections": {
                    "companyDescription": {"title": "Company Description", "text": "<p>Bread since 1901.</p>"},
                    "jobDescription": {"title": "Job Description", "text": TEXT},
                    "qualifications": {"title": "Qualifications", "text": "<ul><li>Patience</li></ul>"},
                    "additionalInformation": {"title": "Additional Information", "text": ""},
                    "videos": {"title": "Videos", "urls": []},
                }
            },
        },
        "Irvine, CA, United States",
        ["Bread since 1901.", "- Patience", "Employment type: Full-time"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("url", PUBLISHED)
def test_an_answer_in_the_shape_that_a_board_publishes_is_read_whole(url: str) -> None:
    answer, position, lines = PUBLISHED[url]
    board = board_ad(url)
    assert board is not None
    ad = read_ad_file(posting_page(url, board, json.dumps(answer).encode()), "page.html")
    assert (ad.role_title, ad.location) == ("Baker", position)
    assert [line for line in lines if line not in ad.job_description] == []


def test_a_place_without_its_full_name_has_its_country_in_capitals() -> None:
    url = "https://jobs.smartrecruiters.com/Crumb/744000146422469-baker"
    answer = json.loads(json.dumps(PUBLISHED[url][0]))
    del answer["location"]["fullLocation"]
    board = board_ad(url)
    assert board is not None
    ad = read_ad_file(posting_page(url, board, json.dumps(answer).encode()), "page.html")
    assert ad.location == "Irvine, CA, US"


def test_a_remote_job_without_a_place_says_so() -> None:
    url = "https://jobs.lever.co/crumb/5ac3-78"
    board = board_ad(url)
    assert board is not None
    answer = {"text": "Baker", "description": TEXT, "workplaceType": "remote", "categories": {}}
    ad = read_ad_file(posting_page(url, board, json.dumps(answer).encode()), "page.html")
    assert ad.location == "Remote"
