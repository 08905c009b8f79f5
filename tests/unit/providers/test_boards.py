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
