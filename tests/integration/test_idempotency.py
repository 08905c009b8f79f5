"""A request that names a key is carried out once, however often and through whichever door it is sent."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from services import AD, RESUME, Service, User

APPLICATION = {"company_name": "Harbour Fit-Out", "role_title": "Electrician", "job_description": AD}
CREATE = """mutation ($input: CreateApplicationInput!, $key: String) {
  made: createApplication(input: $input, idempotencyKey: $key) { id } }"""
RESUME_CREATE = """mutation ($input: ResumeInput!, $key: String) {
  made: createResume(input: $input, idempotencyKey: $key) { id } }"""
START = "mutation ($id: ID!, $key: String) { run: startResearch(applicationId: $id, idempotencyKey: $key) { id } }"
RUNS = "query ($id: ID!) { application(id: $id) { runs { id } } }"


def keyed(key: str) -> dict[str, dict[str, str]]:
    return {"headers": {"Idempotency-Key": key}}


@pytest.mark.parametrize(
    ("path", "body", "changed"),
    [
        ("/applications", APPLICATION, {**APPLICATION, "role_title": "Fitter"}),
        ("/resumes", {"name": "A", "content": RESUME}, {"name": "B", "content": RESUME}),
    ],
)
def test_the_same_key_and_body_make_one_thing(user: User, path: str, body: object, changed: object) -> None:
    first = user.rest("POST", path, body, **keyed("k-1"))
    again = user.rest("POST", path, body, **keyed("k-1"))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    other = user.rest("POST", path, changed, **keyed("k-1"))
    assert other.status_code == 409
    assert other.json()["error"]["code"] == "INVALID_STATE"
    fresh = user.rest("POST", path, body, **keyed("k-2"))
    assert fresh.json()["id"] != first.json()["id"]


def test_both_doors_know_the_same_keys(user: User) -> None:
    given = {"companyName": "Harbour Fit-Out", "roleTitle": "Electrician", "jobDescription": AD}
    made = user.data(CREATE, input=given, key="shared")["made"]["id"]
    assert user.rest("POST", "/applications", APPLICATION, **keyed("shared")).json()["id"] == made
    assert user.data(CREATE, input=given, key="shared")["made"]["id"] == made
    refused = user.refusal(RESUME_CREATE, input={"name": "A", "content": RESUME}, key="shared")
    assert (refused["code"], refused["status"]) == ("INVALID_STATE", 409)


def test_many_at_once_have_one_effect(user: User) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(
            threads.map(lambda _: user.rest("POST", "/applications", APPLICATION, **keyed("at-once")), range(8))
        )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert user.rest("GET", "/applications").json()["total"] == 1


def test_a_start_is_one_run(user: User) -> None:
    application = user.application()
    path = f"/processing/applications/{application}/research"
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: user.rest("POST", path, **keyed("start")), range(4)))
    assert {answer.status_code for answer in answers} == {202}, [answer.text for answer in answers]
    user.settled(application)
    run = user.data(START, id=application, key="start")["run"]["id"]
    assert [found["id"] for found in user.data(RUNS, id=application)["application"]["runs"]] == [run]
    assert user.rest("POST", path).status_code == 409  # without the key it is asked anew


def test_keys_are_each_users_own(service: Service, user: User) -> None:
    other = service.user()
    first = user.rest("POST", "/applications", APPLICATION, **keyed("mine"))
    second = other.rest("POST", "/applications", APPLICATION, **keyed("mine"))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["id"] != second.json()["id"]


def test_a_key_whose_thing_is_gone_says_so(user: User) -> None:
    made = user.rest("POST", "/applications", APPLICATION, **keyed("gone")).json()["id"]
    assert user.rest("DELETE", f"/applications/{made}").status_code == 204
    again = user.rest("POST", "/applications", APPLICATION, **keyed("gone"))
    assert (again.status_code, again.json()["error"]["code"]) == (404, "NOT_FOUND")


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_that_is_none_is_refused(user: User, key: str) -> None:
    refused = user.refusal(CREATE, input={"companyName": "A", "roleTitle": "B", "jobDescription": AD}, key=key)
    assert (refused["code"], refused["status"]) == ("VALIDATION_ERROR", 400)
    assert user.rest("GET", "/applications").json()["total"] == 0


def test_a_refused_request_leaves_its_key_free(user: User) -> None:
    bad = {**APPLICATION, "job_url": "no address"}
    assert user.rest("POST", "/applications", bad, **keyed("again")).status_code == 400
    assert user.rest("POST", "/applications", APPLICATION, **keyed("again")).status_code == 201
