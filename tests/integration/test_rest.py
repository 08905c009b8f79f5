"""The REST door: exact keys, exact statuses, and the error envelope everywhere."""

import re
from datetime import datetime
from typing import Any

import httpx
import pytest
from services import AD, JSON, PASSWORD, RESUME, Service, User

APPLICATION = {
    *("id", "name", "company_name", "role_title", "job_url", "job_description", "location", "priority_level"),
    *("status", "research_completed", "resume_optimized", "cover_letter_generated", "created_at", "updated_at"),
}
SUMMARY = APPLICATION - {"job_url", "job_description", "location"}
SESSION = {"id", "email", "full_name", "access_token", "token_type"}
DOCUMENT = {"id", "application_id", "document_type", "content", "created_at", "updated_at"}
RESUME_KEYS = {"id", "name", "content", "focus_area", "is_primary", "created_at", "updated_at"}
STATUS = {"application_id", "current_phase", "status", "progress", "error_message"}
NOBODYS = "00000000-0000-4000-8000-000000000000"
NEW = {"company_name": "Google", "role_title": "Senior Developer", "job_description": AD}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def refused(answer: httpx.Response, status: int, code: str, **details: list[str]) -> dict[str, Any]:
    """The error of an answer in the specification's envelope."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert body.keys() == {"error", "timestamp", "path"}
    error: dict[str, Any] = body["error"]
    assert error.keys() == {"code", "message", "details"}
    assert (error["code"], error["details"]) == (code, details)
    assert error["message"]
    assert MOMENT.fullmatch(body["timestamp"])
    assert body["path"] == answer.request.url.path
    return error


def test_accounts_have_exactly_the_specified_keys(service: Service) -> None:
    user = service.anonymous()
    given = {"email": f" Jo.{id(user)}@Example.COM ", "password": PASSWORD, "full_name": " Jo Ray "}
    made = user.rest("POST", "/auth/register", given)
    assert made.status_code == 201
    body = made.json()
    assert body.keys() == SESSION
    assert (body["email"], body["full_name"]) == (given["email"].strip().lower(), "Jo Ray")
    assert body["token_type"] == "bearer"
    again = user.rest("POST", "/auth/login", given)
    assert (again.status_code, again.json().keys()) == (200, SESSION)
    user.token = body["access_token"]
    me = user.rest("GET", "/auth/me").json()
    assert me.keys() == {"id", "email", "full_name", "created_at"}
    assert me["id"] == body["id"]


def test_applications_have_exactly_the_specified_keys(user: User) -> None:
    made = user.rest("POST", "/applications", NEW | {"location": "Toronto, ON", "company_name": "Göogle & Co"})
    body = made.json()
    assert (made.status_code, body.keys()) == (201, APPLICATION)
    today = datetime.fromisoformat(body["created_at"]).strftime("%Y_%m_%d")
    assert body["name"] == f"google_co_senior_developer_{today}"
    assert (body["priority_level"], body["status"], body["job_url"]) == ("medium", "draft", None)
    assert MOMENT.fullmatch(body["created_at"])
    path = f"/applications/{body['id']}"
    assert user.rest("GET", path).json() == body
    changed = user.rest("PUT", path, {"company_name": "Google Inc.", "name": "mine", "id": NOBODYS, "status": "x"})
    assert changed.status_code == 200
    later = changed.json()
    assert later.pop("updated_at") > body.pop("updated_at")
    assert later == body | {"company_name": "Google Inc."}
    page = user.rest("GET", "/applications").json()
    assert page.keys() == {"applications", "total", "limit", "offset"}
    assert (page["total"], page["limit"], page["offset"]) == (1, 50, 0)
    assert page["applications"][0].keys() == SUMMARY
    gone = user.rest("DELETE", path)
    assert (gone.status_code, gone.content) == (204, b"")
    refused(user.rest("GET", path), 404, "NOT_FOUND")


def test_documents_and_statuses_have_exactly_the_specified_keys(user: User) -> None:
    user.resume()
    company = user.service.providers.held()
    application = user.application(company)
    idle = user.status(application)
    assert idle.keys() == STATUS | {"completed_at"}
    started = user.rest("POST", f"/processing/applications/{application}/research")
    assert (started.status_code, started.json().keys()) == (
        202,
        {"message", "application_id", "estimated_completion"},
    )
    busy = user.status(application)
    assert busy.keys() == STATUS | {"estimated_completion"}
    assert (busy["status"], busy["current_phase"], busy["error_message"]) == ("processing", "research", None)
    user.service.providers.release(company)
    assert user.settled(application).keys() == STATUS | {"completed_at"}
    documents = user.rest("GET", f"/applications/{application}/documents").json()
    assert documents.keys() == {"research_report", "optimized_resume", "cover_letter"}
    assert documents["research_report"].keys() == {"id", "content", "created_at", "updated_at"}
    assert documents["cover_letter"] is None
    path = f"/applications/{application}/documents/research_report"
    found = user.rest("GET", path).json()
    assert found.keys() == DOCUMENT
    edited = user.rest("PUT", path, {"content": "# My own\n\nreport\n"}).json()
    assert edited.keys() == DOCUMENT
    assert (edited["id"], edited["created_at"]) == (found["id"], found["created_at"])
    assert edited["updated_at"] > found["updated_at"]
    for unknown in ("resume", "RESEARCH_REPORT", "%20"):
        refused(user.rest("GET", f"/applications/{application}/documents/{unknown}"), 404, "NOT_FOUND")


def test_resumes_have_exactly_the_specified_keys(user: User) -> None:
    given = {"name": "Technical", "content": RESUME, "focus_area": "management", "is_primary": False}
    made = user.rest("POST", "/resumes", given)
    body = made.json()
    assert (made.status_code, body.keys()) == (201, RESUME_KEYS)
    assert body["is_primary"]
    path = f"/resumes/{body['id']}"
    assert user.rest("GET", path).json() == body
    (listed,) = user.rest("GET", "/resumes").json()["resumes"]
    assert listed.keys() == RESUME_KEYS - {"content"}
    replaced = user.rest("PUT", path, {"name": "Plain", "content": RESUME}).json()
    assert replaced.keys() == RESUME_KEYS
    assert (replaced["focus_area"], replaced["is_primary"]) == (None, True)
    refused(user.rest("DELETE", path), 409, "INVALID_STATE")


def test_exactly_one_resume_is_primary(user: User) -> None:
    def primary() -> list[str]:
        return [row["id"] for row in user.rest("GET", "/resumes").json()["resumes"] if row["is_primary"]]

    first, second, third = user.resume(), user.resume(), user.resume()
    assert primary() == [first]
    given = {"name": "Resume", "content": RESUME, "is_primary": True}
    assert user.rest("PUT", f"/resumes/{second}", given).json()["is_primary"]
    assert primary() == [second]
    user.rest("PUT", f"/resumes/{first}", {"name": "Touched", "content": RESUME})
    assert user.rest("DELETE", f"/resumes/{second}").status_code == 204
    assert primary() == [first]  # the most recently updated of the rest
    fourth = user.resume(is_primary=True)
    assert primary() == [fourth]
    assert user.rest("DELETE", f"/resumes/{third}").status_code == 204
    assert primary() == [fourth]


def test_the_words_of_the_specification(user: User) -> None:
    answer = user.rest("POST", "/applications", {"job_description": "short"})
    required = ["This field is required"]
    short = ["Must be at least 50 characters"]
    refused(answer, 400, "VALIDATION_ERROR", company_name=required, role_title=required, job_description=short)
    answer = user.rest(
        "POST",
        "/applications",
        {
            "company_name": None,
            "role_title": "r" * 256,
            "job_description": 7,
            "priority_level": "urgent",
            "job_url": "javascript:alert(1)",
            "location": "l" * 256,
        },
    )
    refused(
        answer,
        400,
        "VALIDATION_ERROR",
        company_name=required,
        role_title=["Must be at most 255 characters"],
        job_description=["Must be a string"],
        priority_level=["Must be one of: low, medium, high"],
        job_url=["Must be a valid HTTP or HTTPS URL"],
        location=["Must be at most 255 characters"],
    )


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "VALIDATION_ERROR"),
        (b"{", 400, "VALIDATION_ERROR"),
        (b"[]", 400, "VALIDATION_ERROR"),
        (b'"text"', 400, "VALIDATION_ERROR"),
        (b"null", 400, "VALIDATION_ERROR"),
        (b'{"company_name": NaN}', 400, "VALIDATION_ERROR"),
        (b'{"company_name": "\\ud800"}', 400, "VALIDATION_ERROR"),
        (b'{"company_name": "\xff"}', 400, "VALIDATION_ERROR"),
        (b'{"company_name": 1e999}', 400, "VALIDATION_ERROR"),
        (b"[" * 100_000, 400, "VALIDATION_ERROR"),
        (b'{"a":' * 100_000, 400, "VALIDATION_ERROR"),
        (b"9" * 5000, 400, "VALIDATION_ERROR"),
        (b" " * (2 * 1024 * 1024 + 1), 413, "PAYLOAD_TOO_LARGE"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_body_that_is_none_is_refused(user: User, body: bytes, status: int, code: str) -> None:
    for content in (body, iter((body[:1], body[1:]))):  # with its length announced, and in pieces
        url = f"{user.service.url}/api/v1/applications"
        answer = user.service.client.post(url, content=content, headers=user.headers | JSON)
        assert answer.status_code == status, answer.text
        assert answer.json()["error"]["code"] == code


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x"])
def test_a_body_that_is_no_json_is_refused(user: User, kind: str) -> None:
    answer = user.rest("POST", "/applications", NEW, headers={"Content-Type": kind})
    url = f"{user.service.url}/api/v1/applications"
    headers = user.headers | {"Content-Type": kind}
    answer = user.service.client.post(url, content="a=b", headers=headers)
    refused(answer, 415, "UNSUPPORTED_MEDIA_TYPE")


def test_the_token_comes_before_everything_else(service: Service) -> None:
    bodies = (b"", b"{", b" " * (2 * 1024 * 1024 + 1))
    for body in bodies:
        for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eA=="}):
            for path in ("/applications", f"/processing/applications/{NOBODYS}/cover-letter"):
                url = f"{service.url}/api/v1{path}"
                answer = service.client.post(url, content=body, headers=headers | {"Content-Type": "text/plain"})
                refused(answer, 401, "AUTHENTICATION_ERROR")
                assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "path", ["/", "/nothing", "/applications/a/b", "/auth", "/auth/login/", "/applications/", "//"]
)
def test_an_unknown_address_has_the_envelope(user: User, path: str) -> None:
    refused(user.rest("GET", path), 404, "NOT_FOUND")


@pytest.mark.parametrize("path", ["/nothing", "/api", "/api/v2/applications", "/docs/x", "/healthz/x"])
def test_an_unknown_address_elsewhere_has_it_too(service: Service, path: str) -> None:
    refused(service.client.get(f"{service.url}{path}"), 404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PATCH", "/applications", "GET, POST"),
        ("DELETE", "/applications", "GET, POST"),
        ("POST", f"/applications/{NOBODYS}", "DELETE, GET, PUT"),
        ("GET", "/auth/login", "POST"),
        ("PUT", "/resumes", "GET, POST"),
        ("GET", f"/processing/applications/{NOBODYS}/research", "POST"),
    ],
)
def test_a_method_that_is_not_possible_says_which_are(user: User, method: str, path: str, allowed: str) -> None:
    answer = user.rest(method, path)
    refused(answer, 405, "METHOD_NOT_ALLOWED")
    assert answer.headers["allow"] == allowed


def test_a_method_that_a_page_does_not_know_has_the_envelope(service: Service) -> None:
    for path in ("/healthz", "/docs", "/"):
        refused(service.client.delete(f"{service.url}{path}"), 405, "METHOD_NOT_ALLOWED")


@pytest.mark.parametrize(
    "query",
    [
        *(
            "limit=0",
            "limit=101",
            "limit=-1",
            "limit=x",
            "limit=",
            "limit=1.5",
            "limit=1e1",
            "limit=99999999999999999999",
        ),
        *("offset=-1", "offset=2147483648", "offset=x", "offset=", "limit=1%00"),
        *("status=lost", "status=", "status=DRAFT", "priority=urgent", "priority=", "status=%00"),
    ],
)
def test_a_wrong_parameter_is_named(user: User, query: str) -> None:
    answer = user.rest("GET", f"/applications?{query}")
    assert answer.status_code == 400
    assert list(answer.json()["error"]["details"]) == [query.partition("=")[0]]


def test_pages_by_offset(user: User) -> None:
    made = [user.application(f"Company {number}") for number in range(5)]
    newest = made[::-1]

    def page(query: str) -> tuple[list[str], int, int, int]:
        body = user.rest("GET", f"/applications?{query}").json()
        return [row["id"] for row in body["applications"]], body["total"], body["limit"], body["offset"]

    assert page("") == (newest, 5, 50, 0)
    assert page("limit=2") == (newest[:2], 5, 2, 0)
    assert page("limit=2&offset=4") == (newest[4:], 5, 2, 4)
    assert page("offset=2147483647&limit=100") == ([], 5, 100, 2147483647)
    user.rest("PUT", f"/applications/{made[2]}", {"priority_level": "high"})
    assert page("priority=high") == ([made[2]], 1, 50, 0)
    assert page("status=draft&priority=low") == ([], 0, 50, 0)


def test_null_and_absent_are_told_apart_when_changing(user: User) -> None:
    full = {"job_url": "https://example.com/?q=a#b", "location": "Bath", "additional_context": "Met them"}
    application = user.application(**full)
    path = f"/applications/{application}"
    before = user.rest("GET", path).json()
    assert before["job_url"] == full["job_url"]
    assert user.rest("PUT", path, {}).json() == before
    emptied = user.rest("PUT", path, {"job_url": None, "location": " "}).json()
    assert (emptied["job_url"], emptied["location"]) == (None, None)
    context = user.data("query($id: ID!) { application(id: $id) { additionalContext } }", id=application)
    assert context["application"]["additionalContext"] == "Met them"
    answer = user.rest("PUT", path, {"company_name": None, "priority_level": None})
    required = ["This field is required"]
    refused(answer, 400, "VALIDATION_ERROR", company_name=required, priority_level=required)


def test_contents_are_kept_exactly_as_sent(user: User) -> None:
    content = "\t\r\n  " + RESUME + "\u2028 \U0001f600 e\u0301 \x01\x7f\ufeff \r\n\n"
    made = user.rest("POST", "/resumes", {"name": "\u00a0Jo\u00a0", "content": content}).json()
    assert made["content"] == content
    assert user.rest("GET", f"/resumes/{made['id']}").json()["content"] == content
    assert made["name"] == "Jo"
    ad = "\n" + AD + "\x0b\U0001f9d1\u200d\U0001f4bb\n "
    application = user.application(job_description=ad)
    assert user.rest("GET", f"/applications/{application}").json()["job_description"] == ad


def test_lengths_count_characters(user: User) -> None:
    assert user.rest("POST", "/applications", NEW | {"company_name": "\U0001f600" * 255}).status_code == 201
    assert user.rest("POST", "/applications", NEW | {"company_name": "\U0001f600" * 256}).status_code == 400
    assert user.rest("POST", "/applications", NEW | {"job_description": "ü" * 10_000}).status_code == 201


@pytest.mark.parametrize(
    ("company", "role", "name"),
    [
        ("Straße & Söhne", "Développeur/euse", "strasse_sohne_developpeur_euse"),
        ("北京", "工程师", "bei_jing_gong_cheng_shi"),
        ("!!!", "???", "application"),
        ("c" * 255, "r" * 255, "c" * 244),
    ],
)
def test_names_are_words_of_ascii_and_the_date(user: User, company: str, role: str, name: str) -> None:
    given = NEW | {"company_name": company, "role_title": role}
    made = user.rest("POST", "/applications", given).json()
    today = datetime.fromisoformat(made["created_at"]).strftime("_%Y_%m_%d")
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", made["name"])
    assert len(made["name"]) <= 255
    assert made["name"].endswith(today)
    if company != "北京":  # how another script is spelt in Latin letters is the library's to say
        assert made["name"] == name + today


def test_every_answer_is_careful_with_browsers(user: User) -> None:
    for answer in (user.rest("GET", "/auth/me"), user.rest("GET", "/nothing"), user.rest("POST", "/auth/login")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-request-id"]
    given = {"X-Request-ID": "mine-7"}
    assert user.rest("GET", "/auth/me", headers=given).headers["x-request-id"] == "mine-7"
    harmful = {"X-Request-ID": "a b" * 100}
    assert user.rest("GET", "/auth/me", headers=harmful).headers["x-request-id"] != harmful["X-Request-ID"]
