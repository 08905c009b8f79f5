"""What the published contracts say comes true for generated requests: no fault, nothing that is not declared."""

import os
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from graphql import StringValueNode
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS, load_all_checks
from services import Service, User

load_all_checks()
FILES = st.binary(max_size=200)
for kind in ("pdf", "zip", "xml", "octet-stream", "vnd.openxmlformats-officedocument.wordprocessingml.document"):
    schemathesis.openapi.media_type(f"application/{kind}", FILES)
for kind in ("html", "markdown", "plain"):
    schemathesis.openapi.media_type(f"text/{kind}", FILES)
schemathesis.graphql.scalar("Base64", FILES.map(lambda data: StringValueNode(value=b64encode(data).decode())))
CHECKED = CHECKS.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
        "response_headers_conformance",
    ]
)
SCHEMA = Path(__file__).parent.parent.parent / "schema"
openapi = schemathesis.openapi.from_path(SCHEMA / "openapi.json")
queries = schemathesis.graphql.from_path(SCHEMA / "schema.graphql")
BOUNDED = settings(
    max_examples=int(os.environ.get("JOBFORGE_TEST_EXAMPLES", "20")),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def person(embedded: Service) -> User:
    return embedded.user()


def ticket(person: User) -> str:
    person.resume()
    url: str = person.data("{ resumes { export(format: MARKDOWN) { url } } }")["resumes"][0]["export"]["url"]
    return url.rpartition("/")[2]


@openapi.parametrize()
@BOUNDED
def test_rest_answers_only_what_it_declares(case: Any, person: User) -> None:
    words = {"base_url": person.service.url, "headers": person.headers}
    case.call_and_validate(**words, checks=CHECKED)
    made: dict[str, Callable[[], str]] = {
        "application_id": lambda: person.application(),
        "resume_id": lambda: person.resume(),
        "document_type": lambda: "research_report",
        "ticket": lambda: ticket(person),
    }
    if case.path_parameters:  # and once more for something that is there
        case.path_parameters |= {name: made[name]() for name in case.path_parameters}
        case.call_and_validate(**words, checks=CHECKED)


@openapi.parametrize()
@settings(BOUNDED, max_examples=3)
def test_rest_declares_what_it_answers_without_a_token(case: Any, person: User) -> None:
    answer = case.call_and_validate(base_url=person.service.url, checks=CHECKED)
    public = case.path.rpartition("/")[2] in ("register", "login")
    assert public or answer.status_code in (401, 405)  # other methods are tried as well


@queries.parametrize()
@BOUNDED
def test_graphql_meets_no_fault(case: Any, person: User) -> None:
    answer = case.call(base_url=f"{person.service.url}/graphql", headers=person.headers)
    assert answer.status_code < 500
    for error in answer.json().get("errors", ()):
        assert error["extensions"]["code"] != "INTERNAL_ERROR", (case.body, error)
        assert error["extensions"].keys() >= {"code", "status", "details"}
