"""Files out: the same bytes by REST and by ticket, tickets that open one thing for five minutes, names and headers."""

import io
import json
import time
import uuid
from typing import Any
from urllib.parse import unquote

import jwt
import pypdf
import pytest
from extracted_text import by_pdfium, by_python_docx, missing_lines
from services import PASSWORD, SECRET, Service, User

from jobforge.security import TICKET_SECONDS

FORMATS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}
DOCUMENT_EXPORT = """query ($id: ID!, $version: Int) {
  application(id: $id) { documents { documentType content
    export(version: $version) { url filename mediaType expiresAt warnings } } } }"""
RESUME_EXPORT = """query ($id: ID!, $format: ExportFormat!, $paper: PaperSize, $template: ExportTemplate) {
  resume(id: $id) { export(format: $format, paper: $paper, template: $template)
    { url filename mediaType expiresAt warnings } } }"""


def ticket_of(user: User, resume: str, **arguments: object) -> dict[str, Any]:
    export: dict[str, Any] = user.data(RESUME_EXPORT, **{"id": resume, "format": "PDF"} | arguments)["resume"]["export"]
    return export


@pytest.fixture(scope="module")
def finished(embedded: Service) -> tuple[User, str, str]:
    """A user with a resume and an application whose three documents are there."""
    user = embedded.user()
    resume = user.resume()
    application = user.application("Ökö/Fit & Söhne")
    user.finish(application, "research", "resume", "cover-letter")
    return user, resume, application


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_resume_comes_in_each_format(service: Service, file_format: str) -> None:
    user = service.user()
    resume = user.resume()
    answer = user.rest("GET", f"/resumes/{resume}/export?format={file_format}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, FORMATS[file_format])
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert f".{file_format}" in answer.headers["content-disposition"]
    again = user.rest("GET", f"/resumes/{resume}/export?format={file_format}")
    assert (again.content, again.headers["etag"]) == (answer.content, answer.headers["etag"])


def test_documents_come_as_pdf_and_docx_with_all_their_lines(finished: tuple[User, str, str]) -> None:
    user, _, application = finished
    texts = user.rest("GET", f"/applications/{application}/documents").json()
    for kind, document in texts.items():
        path = f"/applications/{application}/documents/{kind}/export"
        separator = "" if kind == "research_report" else "|"
        pdf, word = user.rest("GET", path), user.rest("GET", f"{path}?format=docx&template=classic&paper=letter")
        assert missing_lines(document["content"], by_pdfium(pdf.content), separator=separator) == []
        assert missing_lines(document["content"], by_python_docx(word.content), separator=separator) == []
        reader = pypdf.PdfReader(io.BytesIO(pdf.content))
        assert reader.metadata is not None
        assert reader.metadata.title == unquote(pdf.headers["content-disposition"].partition("UTF-8''")[2])[:-4]


def test_a_file_is_named_after_person_kind_and_company(finished: tuple[User, str, str]) -> None:
    user, _, application = finished
    name = user.rest("GET", "/auth/me").json()["full_name"]
    answer = user.rest("GET", f"/applications/{application}/documents/cover_letter/export")
    disposition = answer.headers["content-disposition"]
    assert unquote(disposition.partition("UTF-8''")[2]) == f"{name} - Cover letter - Ökö Fit & Söhne.pdf"
    assert f'filename="{name} - Cover letter - Oko Fit & Sohne.pdf"' in disposition


def test_what_the_client_has_is_not_sent_again(service: Service) -> None:
    user = service.user()
    path = f"/resumes/{user.resume()}/export"
    first = user.rest("GET", path)
    again = user.rest("GET", path, headers={"If-None-Match": f'"x", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = user.rest("GET", f"{path}?template=classic", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    assert other.headers["etag"] != first.headers["etag"]


def test_an_older_version_can_be_exported_and_an_unknown_one_is_not_there(finished: tuple[User, str, str]) -> None:
    user, _, application = finished
    path = f"/applications/{application}/documents/cover_letter"
    before = user.rest("GET", path).json()["content"]
    user.rest("PUT", path, {"content": "# A letter of my own\n\nIt has two lines."})
    newest = user.rest("GET", f"{path}/export?format=txt").text
    assert "It has two lines." in newest
    assert before.splitlines()[-1] in user.rest("GET", f"{path}/export?format=txt&version=1").text
    missing = user.rest("GET", f"{path}/export?version=99")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "NOT_FOUND")
    refusal = user.graphql(DOCUMENT_EXPORT, id=application, version=99)
    assert {error["extensions"]["code"] for error in refusal["errors"]} == {"NOT_FOUND"}
    assert [document["export"] for document in refusal["data"]["application"]["documents"]] == [None] * 3


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("format=exe", "format"),
        ("template=gaudy", "template"),
        ("paper=a3", "paper"),
        ("version=0", "version"),
        ("version=x", "version"),
        ("format=json", "format"),
    ],
)
def test_what_cannot_be_asked_for_is_told_by_field(finished: tuple[User, str, str], query: str, field: str) -> None:
    user, _, application = finished
    answer = user.rest("GET", f"/applications/{application}/documents/research_report/export?{query}")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], list(error["details"])) == (400, "VALIDATION_ERROR", [field])


def test_a_ticket_opens_the_same_file_without_a_header(service: Service) -> None:
    user = service.user()
    resume = user.resume()
    export = ticket_of(user, resume, format="DOCX", template="COMPACT", paper="LETTER")
    fetched = service.client.get(service.url + export["url"])
    direct = user.rest("GET", f"/resumes/{resume}/export?format=docx&template=compact&paper=letter")
    assert (fetched.status_code, fetched.content) == (200, direct.content)
    assert fetched.headers["content-disposition"] == direct.headers["content-disposition"]
    assert export["mediaType"] == fetched.headers["content-type"]
    assert export["warnings"] == []
    tag = fetched.headers["etag"]
    assert service.client.get(service.url + export["url"], headers={"If-None-Match": tag}).status_code == 304


def test_all_documents_of_an_application_have_tickets(finished: tuple[User, str, str]) -> None:
    user, _, application = finished
    for document in user.data(DOCUMENT_EXPORT, id=application)["application"]["documents"]:
        fetched = user.service.client.get(user.service.url + document["export"]["url"])
        assert fetched.content.startswith(b"%PDF-")
        assert document["export"]["filename"].endswith(".pdf")


def test_a_ticket_says_whose_it_is_and_lasts_five_minutes(service: Service) -> None:
    user = service.user()
    export = ticket_of(user, user.resume())
    claims = jwt.decode(export["url"].rpartition("/")[2], SECRET, algorithms=["HS256"], audience="export")
    assert (claims["sub"], claims["aud"]) == (user.id, "export")
    assert claims["exp"] - claims["iat"] == TICKET_SECONDS == 300


def test_a_ticket_ends_with_the_users_tokens(service: Service) -> None:
    user = service.user()
    export = ticket_of(user, user.resume())
    change = "mutation($a: String!, $b: String!) { changePassword(currentPassword: $a, newPassword: $b) { tokenType } }"
    user.data(change, a=PASSWORD, b="another-password-1")
    assert service.client.get(service.url + export["url"]).status_code == 401


def test_a_ticket_opens_what_it_names_and_nothing_of_others(service: Service) -> None:
    user, other = service.user(), service.user()
    foreign = other.resume()
    assert user.rest("GET", f"/resumes/{foreign}/export").status_code == 404
    now = int(time.time())
    claims = {"sub": user.id, "iat": now, "exp": now + 60, "aud": "export", "text": foreign}
    forged = jwt.encode(claims | {"format": "pdf", "template": "modern", "paper": "a4"}, SECRET, algorithm="HS256")
    assert service.client.get(f"{service.url}/api/v1/exports/{forged}").status_code == 404


@pytest.mark.parametrize("missing", ["text", "format", "template", "paper"])
def test_a_ticket_that_lacks_something_is_none(service: Service, missing: str) -> None:
    now = int(time.time())
    claims: dict[str, Any] = {"sub": service.user().id, "iat": now, "exp": now + 60, "aud": "export"}
    claims |= {"text": str(uuid.uuid4()), "format": "pdf", "template": "modern", "paper": "a4"}
    del claims[missing]
    ticket = jwt.encode(claims, SECRET, algorithm="HS256")
    assert service.client.get(f"{service.url}/api/v1/exports/{ticket}").status_code == 401


def test_a_ticket_is_shown_neither_in_errors_nor_in_the_log(service: Service) -> None:
    user = service.user()
    ticket = ticket_of(user, user.resume())["url"].rpartition("/")[2]
    refused = service.client.get(f"{service.url}/api/v1/exports/{ticket[:-4]}")
    assert (refused.status_code, refused.json()["path"]) == (401, "/api/v1/exports/***")
    service.client.get(f"{service.url}/api/v1/exports/{ticket}")
    assert ticket not in service.logs()
    assert ticket[:-4] not in service.logs()


def test_characters_without_a_picture_are_told_before_and_after(service: Service) -> None:
    user = service.user()
    content = "# Jo \U00012ffb\n\n## Experience\n\n" + "- Cooked for 80 guests a day, with a team of four\n" * 4
    export = ticket_of(user, user.resume(content=content))
    assert ["U+12FFB" in warning for warning in export["warnings"]] == [True]
    fetched = service.client.get(service.url + export["url"])
    assert fetched.status_code == 200
    assert json.loads(fetched.headers["jobforge-warnings"]) == export["warnings"]


def test_the_paper_follows_the_country(service: Service) -> None:
    user = service.user()
    sizes = []
    for place in ("Tucson, AZ", "Cardiff, Wales"):
        content = f"# Jo Bloggs\n{place}\n\n## Experience\n\n" + "- Cooked for 80 guests a day with my team\n" * 4
        data = user.rest("GET", f"/resumes/{user.resume(content=content)}/export").content
        sizes.append(round(float(pypdf.PdfReader(io.BytesIO(data)).pages[0].mediabox.width)))
    assert sizes == [612, 595]


def test_deleted_texts_have_no_files(service: Service) -> None:
    user = service.user()
    user.resume()
    resume = user.resume()
    export = ticket_of(user, resume)
    assert user.rest("DELETE", f"/resumes/{resume}").status_code == 204
    assert service.client.get(service.url + export["url"]).status_code == 404
    assert user.rest("GET", f"/resumes/{resume}/export").status_code == 404
