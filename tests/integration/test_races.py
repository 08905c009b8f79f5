"""Twenty at once on PostgreSQL, over two API processes: what may happen once happens once, and nobody gets a 500."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
from services import PASSWORD, RESUME, Service

AT_ONCE = 20


def all_at_once(ask: Callable[[int], httpx.Response]) -> list[httpx.Response]:
    """What twenty askers get who begin together."""
    line = Barrier(AT_ONCE)

    def wait_and_ask(number: int) -> httpx.Response:
        line.wait()
        return ask(number)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(wait_and_ask, range(AT_ONCE)))


def statuses(answers: list[httpx.Response]) -> Counter[int]:
    return Counter(answer.status_code for answer in answers)


def test_one_address_is_registered_once(deployed: Service) -> None:
    anyone = deployed.anonymous()
    address = f"{id(anyone)}@Race.Example.com"
    spelt = [address, address.upper(), f" {address} ", address.lower()]

    def register(number: int) -> httpx.Response:
        given = {"email": spelt[number % 4], "password": PASSWORD, "full_name": "Jo"}
        return anyone.rest("POST", "/auth/register", given)

    answers = all_at_once(register)
    assert statuses(answers) == {201: 1, 409: 19}
    codes = {answer.json()["error"]["code"] for answer in answers if answer.status_code == 409}
    assert codes == {"DUPLICATE_RESOURCE"}


def test_one_phase_is_started_once(deployed: Service) -> None:
    user = deployed.user()
    user.resume()
    company = deployed.providers.held()
    application = user.application(company)
    path = f"/processing/applications/{application}"
    assert statuses(all_at_once(lambda _: user.rest("POST", f"{path}/research"))) == {202: 1, 400: 19}
    deployed.providers.release(company)
    assert user.settled(application)["status"] == "completed"
    deployed.providers.hold(company)
    assert statuses(all_at_once(lambda _: user.rest("POST", f"{path}/resume"))) == {202: 1, 409: 19}
    deployed.providers.release(company)
    assert user.settled(application)["status"] == "completed"
    runs = user.data("query($id: ID!) { application(id: $id) { runs { status } } }", id=application)
    assert [run["status"] for run in runs["application"]["runs"]] == ["COMPLETED", "COMPLETED"]


def test_any_number_may_make_a_resume_primary(deployed: Service) -> None:
    user = deployed.user()
    resumes = [user.resume() for _ in range(AT_ONCE)]
    given = {"name": "Resume", "content": RESUME, "is_primary": True}
    answers = all_at_once(lambda number: user.rest("PUT", f"/resumes/{resumes[number]}", given))
    assert statuses(answers) == {200: 20}
    library = user.rest("GET", "/resumes").json()["resumes"]
    assert sum(row["is_primary"] for row in library) == 1


def test_of_many_first_resumes_one_is_primary(deployed: Service) -> None:
    user = deployed.user()
    given = {"name": "Resume", "content": RESUME}
    assert statuses(all_at_once(lambda _: user.rest("POST", "/resumes", given))) == {201: 20}
    library = user.rest("GET", "/resumes").json()["resumes"]
    assert (len(library), sum(row["is_primary"] for row in library)) == (20, 1)


def test_the_last_resume_stays_however_many_delete(deployed: Service) -> None:
    user = deployed.user()
    resumes = [user.resume() for _ in range(5)]
    answers = all_at_once(lambda number: user.rest("DELETE", f"/resumes/{resumes[number % 5]}"))
    assert statuses(answers)[204] == 4
    assert statuses(answers).keys() <= {204, 404, 409}
    (left,) = user.rest("GET", "/resumes").json()["resumes"]
    assert left["is_primary"]


def test_of_many_editors_who_expect_a_version_one_saves(deployed: Service) -> None:
    user = deployed.user()
    application = user.application()
    user.finish(application, "research")
    query = """mutation($id: ID!, $content: String!, $expected: Int) { updateDocument(applicationId: $id,
        documentType: RESEARCH_REPORT, content: $content, expectedVersion: $expected) { version } }"""

    def edit(expected: int | None) -> Callable[[int], httpx.Response]:
        def ask(number: int) -> httpx.Response:
            given = {"id": application, "content": f"# Report of {number:010}", "expected": expected}
            asked = {"query": query, "variables": given}
            return deployed.client.post(f"{deployed.url}/graphql", json=asked, headers=user.headers)

        return ask

    told = [answer.json() for answer in all_at_once(edit(1))]
    assert sum("errors" not in answer for answer in told) == 1
    refused = {answer["errors"][0]["extensions"]["status"] for answer in told if "errors" in answer}
    assert refused == {409}
    told = [answer.json() for answer in all_at_once(edit(None))]
    assert sorted(answer["data"]["updateDocument"]["version"] for answer in told) == list(range(3, 23))


def test_changing_and_deleting_at_once_is_one_or_the_other(deployed: Service) -> None:
    user = deployed.user()
    application = user.application()
    path = f"/applications/{application}"

    def either(number: int) -> httpx.Response:
        if number == 10:
            return user.rest("DELETE", path)
        if number % 2:
            return user.rest("PUT", path, {"location": f"Bath {number}", "company_name": f"C {number}"})
        return user.rest("POST", f"/processing{path}/research")

    told = statuses(all_at_once(either))
    assert told[204] == 1
    assert told.keys() <= {200, 202, 204, 400, 404, 409}


def test_cancelling_at_once_cancels_once(deployed: Service) -> None:
    user = deployed.user()
    application = user.application(deployed.providers.held())
    user.start(application, "research")
    query = {
        "query": "mutation($id: ID!) { cancelProcessing(applicationId: $id) { status } }",
        "variables": {"id": application},
    }
    told = [
        answer.json()
        for answer in all_at_once(
            lambda _: deployed.client.post(f"{deployed.url}/graphql", json=query, headers=user.headers)
        )
    ]
    assert sum("errors" not in answer for answer in told) == 1
    deployed.providers.release_all()


def test_nothing_of_this_was_a_fault(deployed: Service) -> None:
    assert '"level": "error"' not in deployed.logs()
