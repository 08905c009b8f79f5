"""Files in by REST and GraphQL: shown and not saved, limits by route, sentences for what is refused."""

import base64
import io
import json
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdf
import pytest
from ad_samples import PAGE
from services import AD, RESUME, Service, User

CORPUS = Path(__file__).parent.parent / "quality" / "imports" / "files"
PDF = (CORPUS / "fullstack__typst_single.pdf").read_bytes()
RESUME_FILE = """mutation ($file: Base64!, $filename: String) {
  readResumeFile(file: $file, filename: $filename) {
    format content found { name roles bullets sections } warnings
    reading_warnings: readingWarnings { line code message values { name value } } } }"""
BADLY_READ = b"# Ann Lee\n\n## Experience\n\n### Clerk, Oak Foods\n2021 - 2019\n" + b"- Filed invoices\n" * 9
AD_FIELDS = """{ jobUrl jobDescription warnings
  reading { companyName roleTitle location language lowConfidence requirements { text kind status } } }"""
AD_FILE = "mutation ($html: String, $url: String, $file: Base64) { readAdFile(html: $html, url: $url, file: $file) %s }"


def post(user: User, path: str, data: bytes, media_type: str, **words: Any) -> Any:
    url = f"{user.service.url}/api/v1{path}"
    headers = {**user.headers, "Content-Type": media_type, **words.pop("headers", {})}
    return user.service.client.post(url, content=data, headers=headers, **words)


def page_without_text() -> bytes:
    out = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(out)
    return out.getvalue()


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def test_what_was_read_badly_names_its_line(service: Service) -> None:
    body = post(service.user(), "/resumes/import?filename=cv.md", BADLY_READ, "text/markdown").json()
    (reversed_dates,) = [each for each in body["reading_warnings"] if each["code"] == "resume.reversed_period"]
    assert (reversed_dates["line"], reversed_dates["values"]) == (6, [])
    (undated,) = [each for each in body["reading_warnings"] if each["code"] == "resume.no_periods"]
    assert undated["values"] == [{"name": "count", "value": "1"}, {"name": "jobs", "value": "Clerk"}]
    assert undated["message"] in body["warnings"]


def test_a_pdf_is_shown_as_markdown_and_not_saved(service: Service) -> None:
    user = service.user()
    answer = post(user, "/resumes/import?filename=cv.pdf", PDF, "application/pdf")
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body.keys() == {"format", "content", "found", "warnings", "reading_warnings"}
    assert body["format"] == "pdf"
    assert body["content"].startswith("# Anneke Birchwood-Rao")
    assert body["found"].keys() == {"name", "roles", "bullets", "sections"}
    assert (body["found"]["name"], body["found"]["roles"]) == ("Anneke Birchwood-Rao", 3)
    assert user.rest("GET", "/resumes").json() == {"resumes": []}
    created = user.rest("POST", "/resumes", {"name": "From a file", "content": body["content"]})
    assert created.status_code == 201


def test_a_form_with_one_file_is_taken(service: Service) -> None:
    user = service.user()
    url = f"{service.url}/api/v1/resumes/import"
    files = {"file": ("cv.docx", (CORPUS / "accountant_uk__styled.docx").read_bytes())}
    answer = service.client.post(url, headers=user.headers, files=files, data={"filename": "other.docx"})
    assert (answer.status_code, answer.json()["format"]) == (200, "docx")
    none = service.client.post(url, headers=user.headers, files={"other": b"x"})
    assert refusal(none) == (400, "VALIDATION_ERROR")
    assert list(none.json()["error"]["details"]) == ["file"]
    two = service.client.post(url, headers=user.headers, files=[("file", b"x"), ("file", b"y")])
    assert refusal(two) == (400, "VALIDATION_ERROR")


@pytest.mark.parametrize("media_type", ["application/octet-stream", "text/plain", "application/x-www-form-urlencoded"])
def test_the_content_and_not_the_type_tells_the_format(service: Service, media_type: str) -> None:
    answer = post(service.user(), "/resumes/import", RESUME.encode(), media_type)
    assert (answer.status_code, answer.json()["format"]) == (200, "markdown")


def test_authentication_comes_before_the_file(service: Service) -> None:
    anonymous = service.anonymous()
    for path in ("/resumes/import", "/ads/import"):
        assert refusal(post(anonymous, path, bytes(11 * 1024**2), "application/pdf")) == (401, "AUTHENTICATION_ERROR")


def test_an_empty_body_is_no_file(service: Service) -> None:
    user = service.user()
    for path in ("/resumes/import", "/ads/import"):
        assert refusal(post(user, path, b"", "application/pdf")) == (400, "VALIDATION_ERROR")


def test_only_import_routes_take_more_than_two_mebibytes(service: Service) -> None:
    user = service.user()
    padded = PDF + b"\n%" + b" " * (3 * 1024**2)
    assert post(user, "/resumes/import", padded, "application/pdf").status_code == 200
    other = post(user, "/resumes", json.dumps({"name": "x" * (3 * 1024**2)}).encode(), "application/json")
    assert refusal(other) == (413, "PAYLOAD_TOO_LARGE")
    assert "2 MiB" in other.json()["error"]["message"]


@pytest.mark.parametrize("announced", [True, False])
def test_a_file_over_ten_mebibytes_is_refused_while_it_comes(service: Service, announced: bool) -> None:
    user = service.user()
    pieces = (bytes(64 * 1024) for _ in range(180))
    body: Any = bytes(180 * 64 * 1024) if announced else pieces
    answer = post(user, "/resumes/import", body, "application/pdf")
    assert refusal(answer) == (413, "TOO_LARGE")
    assert "10 MiB" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("data", "filename", "code"),
    [
        (b"MZ\x90\x00" + bytes(100), "cv.pdf", "UNSUPPORTED_FORMAT"),
        (b"{\\rtf1 Jo}", "cv.rtf", "UNSUPPORTED_FORMAT"),
        (PDF[: len(PDF) // 2], "cv.pdf", "DAMAGED"),
        (b"%PDF-1.7\n" + b"[" * 200_000, "cv.pdf", "DAMAGED"),
        (page_without_text(), "cv.pdf", "NO_TEXT"),
        (b"Jo", "cv.txt", "NO_TEXT"),
        (b"{" + b"[" * 100_000, "cv.json", "DAMAGED"),
    ],
    ids=["exe", "rtf", "cut", "brackets", "scan", "short", "json"],
)
def test_what_is_refused_has_a_code_and_a_sentence(service: Service, data: bytes, filename: str, code: str) -> None:
    user = service.user()
    answer = post(user, f"/resumes/import?filename={filename}", data, "application/octet-stream")
    assert refusal(answer) == (422, code), answer.text
    assert answer.json()["error"]["message"].endswith(".")
    sent = base64.b64encode(data).decode()
    extensions = user.refusal(RESUME_FILE, file=sent, filename=filename)
    assert (extensions["code"], extensions["status"]) == (code, 422)


def test_the_server_answers_while_a_bomb_is_read(service: Service) -> None:
    user = service.user()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        paragraphs = "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 400_000
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            f"{paragraphs * 3}</w:body></w:document>",
        )
    with ThreadPoolExecutor() as pool:
        begun = time.monotonic()
        bomb = pool.submit(post, user, "/resumes/import", out.getvalue(), "application/zip")
        waits = []
        while not bomb.done():
            asked = time.monotonic()
            assert service.client.get(f"{service.url}/healthz").status_code == 200
            waits.append(time.monotonic() - asked)
            time.sleep(0.05)
        answer = bomb.result()
    assert answer.status_code in (413, 422), answer.text
    assert time.monotonic() - begun < 20
    assert max(waits) < 2


def test_graphql_reads_the_same_as_rest(service: Service) -> None:
    user = service.user()
    for data, name in ((PDF, "cv.pdf"), (BADLY_READ, "cv.md")):
        by_rest = post(user, f"/resumes/import?filename={name}", data, "application/octet-stream").json()
        by_graphql = user.data(RESUME_FILE, file=base64.b64encode(data).decode(), filename=name)["readResumeFile"]
        assert by_graphql == by_rest


def test_graphql_names_the_rest_route_for_larger_files(service: Service) -> None:
    user = service.user()
    for size in (1_400_001, 2_000_000):
        answer = user.graphql(RESUME_FILE, file=base64.b64encode(bytes(size)).decode(), filename=None)
        (error,) = answer["errors"]
        assert error["extensions"]["status"] == 413
        assert "/api/v1/resumes/import" in error["message"]


@pytest.mark.parametrize("value", ["not base64!", "YQ", 1, None])
def test_what_is_no_base64_is_a_bad_request(service: Service, value: object) -> None:
    answer = service.user().graphql(RESUME_FILE, file=value, filename=None)
    assert answer["errors"][0]["extensions"]["code"] == "VALIDATION_ERROR"


def test_a_saved_page_gives_company_title_and_place(service: Service) -> None:
    user = service.user()
    answer = post(user, "/ads/import", PAGE.encode(), "text/html")
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body.keys() == {"company_name", "role_title", "location", "job_url", "job_description", "warnings"}
    assert (body["company_name"], body["role_title"]) == ("Harbour Labs", "Backend Developer")
    assert "Bristol" in body["location"]
    assert "Three years of Python" in body["job_description"]
    ad = user.data(AD_FILE % AD_FIELDS, html=PAGE)["readAdFile"]
    assert ad["jobDescription"] == body["job_description"]
    assert ad["reading"]["companyName"] == "Harbour Labs"
    assert "PostgreSQL" in " ".join(each["text"] for each in ad["reading"]["requirements"])
    assert {each["status"] for each in ad["reading"]["requirements"]} == {"MISSING"}
    taken = {name: value for name, value in body.items() if name != "warnings"}
    assert user.rest("POST", "/applications", taken).status_code == 201


def test_an_ad_as_text_is_read_without_being_saved(service: Service) -> None:
    user = service.user()
    reading = user.data(
        "query($text: String!) { readAd(text: $text) { companyName roleTitle language requirements { text } } }",
        text=AD,
    )["readAd"]
    assert reading["language"] == "en"
    assert reading["requirements"]
    by_rest = post(user, "/ads/import", AD.encode(), "text/plain").json()
    assert by_rest["job_description"].split() == AD.split()
    assert by_rest["role_title"] == reading["roleTitle"]
    assert user.rest("GET", "/applications").json()["total"] == 0


@pytest.mark.parametrize(
    "variables", [{}, {"html": "<p>x</p>", "file": "eA=="}, {"html": "<p>x</p>", "url": "https://a.b"}]
)
def test_exactly_one_source_of_an_ad_is_sent(service: Service, variables: dict[str, str]) -> None:
    error = service.user().refusal(AD_FILE % AD_FIELDS, **variables)
    assert error["code"] == "VALIDATION_ERROR"
    assert error["details"].keys() == {"url", "html", "file"}


def test_an_address_is_fetched_only_where_the_operator_allows_it(service: Service) -> None:
    """The servers of the tests refuse whatever is not on this machine."""
    user = service.user()
    answer = user.rest("POST", "/ads/import", {"url": "https://boards.greenhouse.io/acme/jobs/1"})
    assert (answer.status_code, list(answer.json()["error"]["details"])) == (422, ["url"])
    wrong: object
    for wrong in ({}, {"url": None}, {"url": "ftp://x.example/"}, {"url": 1}, []):
        assert refusal(user.rest("POST", "/ads/import", wrong)) == (400, "VALIDATION_ERROR"), wrong
