"""The phases from their start to their document: order, failure, cancellation, another go, versions, and staleness."""

from typing import Any

import pytest
import redis
from services import AD, RESUME, Service, User, until

RUNS = """query($id: ID!) { application(id: $id) { status researchCompleted runs {
    id phase status progress attempt provider model notes errorCode errorMessage
    createdAt startedAt completedAt estimatedCompletion } } }"""
DOCUMENT = """query($id: ID!, $type: DocumentType!) { document(applicationId: $id, documentType: $type) {
    id content version author stale createdAt updatedAt versions { version author content } } }"""
AGAIN = "mutation($id: ID!) { startResearch(applicationId: $id, again: true) { id status } }"
CANCEL = "mutation($id: ID!) { cancelProcessing(applicationId: $id) { status progress completedAt errorCode } }"
EDIT = """mutation($id: ID!, $type: DocumentType! = RESEARCH_REPORT, $content: String!, $expected: Int) {
    updateDocument(applicationId: $id, documentType: $type, content: $content, expectedVersion: $expected) {
        id version author content createdAt } }"""
RESTORE = """mutation($id: ID!, $version: Int!) {
    restoreDocument(applicationId: $id, documentType: RESEARCH_REPORT, version: $version) {
        version author content } }"""
LETTER = """mutation($id: ID!, $gaps: Boolean) {
    startCoverLetter(applicationId: $id, mentionGaps: $gaps, again: true) { id } }"""
OFFLINE = """mutation($id: ID!, $key: String) {
    startResearch(applicationId: $id, offline: true, idempotencyKey: $key) { id offline provider } }"""
OWN = "# My own report\n\nIn my own words.\n"


def document(user: User, application: str, kind: str = "RESEARCH_REPORT") -> dict[str, Any]:
    found: dict[str, Any] = user.data(DOCUMENT, id=application, type=kind)["document"]
    return found


def runs(user: User, application: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = user.data(RUNS, id=application)["application"]["runs"]
    return found


def again(user: User, application: str) -> None:
    user.data(AGAIN, id=application)
    assert user.settled(application)["status"] == "completed"


def test_the_three_phases_make_three_documents_one_after_the_other(user: User) -> None:
    user.resume()
    application = user.application()
    kinds = ("research_report", "optimized_resume", "cover_letter")
    flags = ("research_completed", "resume_optimized", "cover_letter_generated")
    states = ("research_complete", "resume_complete", "cover_letter_complete")
    phases = (("research", "research"), ("resume", "resume"), ("cover-letter", "cover_letter"))
    for done, (path, phase) in enumerate(phases, start=1):
        user.start(application, path)
        status = user.settled(application)
        assert (status["current_phase"], status["status"], status["progress"]) == (phase, "completed", 1.0)
        found = user.rest("GET", f"/applications/{application}").json()
        assert found["status"] == states[done - 1]
        assert [found[flag] for flag in flags] == [place < done for place in range(3)]
        documents = user.rest("GET", f"/applications/{application}/documents").json()
        assert [documents[kind] is not None for kind in kinds] == [place < done for place in range(3)]
    newest, *_ = runs(user, application)
    assert (newest["phase"], newest["status"], newest["provider"]) == ("COVER_LETTER", "COMPLETED", "offline")
    assert newest["startedAt"] <= newest["completedAt"]
    assert newest["notes"]  # that another writer was asked first


def test_completed_means_that_everything_is_there_to_be_read(user: User) -> None:
    """Document, flag and status change together: whoever sees one of them sees all."""
    query = """query($id: ID!) { application(id: $id) {
        researchCompleted status processing { status } document(documentType: RESEARCH_REPORT) { content } } }"""
    application = user.application()
    user.start(application, "research")
    ended = False
    while not ended:
        found = user.data(query, id=application)["application"]
        assert found["researchCompleted"] == (found["status"] == "RESEARCH_COMPLETE")
        ended = found["processing"]["status"] == "COMPLETED"
    after = user.data(query, id=application)["application"]
    assert after["researchCompleted"]
    assert after["document"]["content"]


def test_a_failed_phase_says_why_and_can_be_started_again(model_only: Service) -> None:
    user = model_only.user()
    company = user.service.providers.refused()
    application = user.application(company)
    user.start(application, "research")
    status = user.settled(application)
    assert (status["status"], status["current_phase"]) == ("failed", "research")
    assert status["completed_at"]
    assert "ANTHROPIC_API_KEY" in status["error_message"]
    (run,) = runs(user, application)
    assert (run["status"], run["errorCode"], run["errorMessage"]) == (
        "FAILED",
        "EXTERNAL_API_ERROR",
        status["error_message"],
    )
    found = user.rest("GET", f"/applications/{application}").json()
    assert (found["status"], found["research_completed"]) == ("draft", False)
    assert user.rest("GET", f"/applications/{application}/documents").json()["research_report"] is None
    user.service.providers.release(company)
    user.start(application, "research")
    assert [run["status"] for run in runs(user, application)][1:] == ["FAILED"]


def test_a_failed_phase_is_written_offline_when_asked_to(model_only: Service) -> None:
    """No model is asked, although none but a model is configured."""
    user = model_only.user()
    application = user.application(user.service.providers.refused())
    user.start(application, "research")
    assert user.settled(application)["status"] == "failed"
    started = user.data(OFFLINE, id=application, key="offline")["startResearch"]
    assert (started["offline"], started["provider"]) == (True, None)
    assert user.data(OFFLINE, id=application, key="offline")["startResearch"]["id"] == started["id"]
    assert user.settled(application)["status"] == "completed"
    newest, _ = runs(user, application)
    assert (newest["id"], newest["provider"], newest["notes"]) == (started["id"], "offline", [])
    assert document(user, application)["content"].startswith("# ")


def test_a_cancelled_phase_leaves_everything_as_it_was(user: User) -> None:
    user.resume()
    company = user.service.providers.held()
    application = user.application(company)
    before = user.status(application)
    user.start(application, "research")
    cancelled = user.data(CANCEL, id=application)["cancelProcessing"]
    assert (cancelled["status"], cancelled["errorCode"]) == ("CANCELLED", None)
    assert cancelled["completedAt"]
    assert user.status(application) == before
    assert user.refusal(CANCEL, id=application)["code"] == "INVALID_STATE"
    user.service.providers.release(company)
    user.finish(application, "research")
    finished = user.status(application)
    user.service.providers.hold(company)
    user.start(application, "resume")
    user.data(CANCEL, id=application)
    assert user.status(application) == finished
    assert [run["status"] for run in runs(user, application)] == ["CANCELLED", "COMPLETED", "CANCELLED"]
    user.service.providers.release(company)
    user.finish(application, "resume")


def test_a_cancelled_phase_frees_its_place_at_once(service: Service) -> None:
    """More cancelled phases than a worker has places do not keep others waiting."""
    user, other = service.user(), service.user()
    for _ in range(12):
        application = user.application(service.providers.held())
        user.start(application, "research")
        user.data(CANCEL, id=application)
    other.finish(other.application(), "research")


def test_a_finished_phase_runs_again_only_when_asked_to(user: User) -> None:
    user.resume()
    company = user.service.providers.held()
    application = user.application(company)
    user.service.providers.release(company)
    user.finish(application, "research", "resume")
    first = document(user, application)
    user.service.providers.hold(company)
    user.data(AGAIN, id=application)
    status = user.status(application)
    assert (status["status"], status["current_phase"]) == ("processing", "research")
    found = user.data(RUNS, id=application)["application"]
    assert (found["status"], found["researchCompleted"]) == ("RESUME_COMPLETE", True)
    user.service.providers.release(company)
    assert user.settled(application)["status"] == "completed"
    second = document(user, application)
    assert (second["id"], second["createdAt"]) == (first["id"], first["createdAt"])
    assert (second["version"], second["author"]) == (2, "AI")
    assert [version["version"] for version in second["versions"]] == [2, 1]
    assert second["versions"][1]["content"] == first["content"]
    assert user.data(RUNS, id=application)["application"]["status"] == "RESUME_COMPLETE"
    assert not second["stale"]
    assert document(user, application, "OPTIMIZED_RESUME")["stale"]


def test_a_letter_speaks_of_gaps_only_when_asked_to(user: User) -> None:
    user.resume()
    application = user.application(job_description=f"{AD}\nYou also need\n- Crane operation is required\n")
    user.finish(application, "research", "resume", "cover-letter")
    letters = [document(user, application, "COVER_LETTER")["content"]]
    for gaps in (True, None):
        user.data(LETTER, id=application, gaps=gaps)
        assert user.settled(application)["status"] == "completed"
        letters.append(document(user, application, "COVER_LETTER")["content"])
    assert ["does not show" in letter for letter in letters] == [False, True, False]


def test_what_the_user_wrote_is_never_lost(user: User) -> None:
    application = user.application()
    user.finish(application, "research")
    made = document(user, application)
    edited = user.data(EDIT, id=application, content=OWN)["updateDocument"]
    assert (edited["version"], edited["author"], edited["content"]) == (2, "USER", OWN)
    assert (edited["id"], edited["createdAt"]) == (made["id"], made["createdAt"])
    again(user, application)
    found = document(user, application)
    assert [(version["version"], version["author"]) for version in found["versions"]] == [
        (3, "AI"),
        (2, "USER"),
        (1, "AI"),
    ]
    assert [version["content"] for version in found["versions"][1:]] == [OWN, made["content"]]
    restored = user.data(RESTORE, id=application, version=2)["restoreDocument"]
    assert (restored["version"], restored["author"], restored["content"]) == (4, "USER", OWN)
    assert len(document(user, application)["versions"]) == 4
    for version in (0, -1, 5, 2**31 - 1):
        assert user.refusal(RESTORE, id=application, version=version)["status"] in (400, 404)


def test_an_expected_version_keeps_two_editors_apart(user: User) -> None:
    application = user.application()
    user.finish(application, "research")
    assert user.data(EDIT, id=application, content=OWN, expected=1)["updateDocument"]["version"] == 2
    refused = user.graphql(EDIT, id=application, content=OWN, expected=1)
    conflict = {"code": "VERSION_CONFLICT", "status": 409, "details": {}, "currentVersion": 2}
    assert refused["errors"][0]["extensions"] == conflict
    assert document(user, application)["version"] == 2
    assert user.data(EDIT, id=application, content=OWN, expected=2)["updateDocument"]["version"] == 3
    assert user.data(EDIT, id=application, content=OWN, expected=None)["updateDocument"]["version"] == 4


def stale(user: User, application: str) -> list[bool]:
    query = "query($id: ID!) { application(id: $id) { documents { documentType stale } } }"
    found = user.data(query, id=application)["application"]["documents"]
    assert [row["documentType"] for row in found] == ["RESEARCH_REPORT", "OPTIMIZED_RESUME", "COVER_LETTER"]
    return [row["stale"] for row in found]


def test_documents_grow_stale_when_what_they_were_source_digests_changes(user: User) -> None:
    resume = user.resume()
    application = user.application()
    user.finish(application, "research", "resume", "cover-letter")
    assert stale(user, application) == [False, False, False]
    user.rest("PUT", f"/applications/{application}", {"location": "Bath", "priority_level": "high"})
    user.rest("PUT", f"/resumes/{resume}", {"name": "Another name", "content": RESUME})
    assert stale(user, application) == [False, False, False]
    user.data(EDIT, id=application, type="OPTIMIZED_RESUME", content=OWN)
    assert stale(user, application) == [False, False, True]
    user.data(EDIT, id=application, content=OWN)
    assert stale(user, application) == [False, True, True]
    user.rest("PUT", f"/applications/{application}", {"job_description": "Plumber wanted. " * 10})
    assert stale(user, application) == [True, True, True]


def test_a_changed_resume_makes_stale_what_was_written_from_it(user: User) -> None:
    resume = user.resume()
    application = user.application()
    user.finish(application, "research", "resume")
    user.rest("PUT", f"/resumes/{resume}", {"name": "Resume", "content": RESUME + "\n- And one thing more\n"})
    assert document(user, application, "OPTIMIZED_RESUME")["stale"]


def test_a_phase_is_written_from_the_resume_that_was_named(user: User) -> None:
    user.resume()
    other = user.resume(content=RESUME.replace("Robin Ashgrove", "Robin Birchwood"))
    application = user.application()
    user.finish(application, "research")
    query = "mutation($id: ID!, $r: ID) { startResumeOptimization(applicationId: $id, resumeId: $r) { id } }"
    for nobodys in ("seven", user.service.user().resume()):
        assert user.refusal(query, id=application, r=nobodys)["code"] == "NOT_FOUND"
    user.data(query, id=application, r=other)
    assert user.settled(application)["status"] == "completed"
    assert "Robin Birchwood" in document(user, application, "OPTIMIZED_RESUME")["content"]


def test_an_application_can_be_edited_while_a_phase_runs(user: User) -> None:
    company = user.service.providers.held()
    application = user.application(company)
    user.start(application, "research")
    changed = user.rest("PUT", f"/applications/{application}", {"location": "Bath"})
    assert (changed.status_code, changed.json()["location"]) == (200, "Bath")
    user.service.providers.release(company)
    assert user.settled(application)["status"] == "completed"
    found = user.rest("GET", f"/applications/{application}").json()
    assert (found["location"], found["status"]) == ("Bath", "research_complete")


def test_deleting_an_application_ends_its_run_without_a_trace(deployed: Service) -> None:
    user = deployed.user()
    company = deployed.providers.held()
    application = user.application(company)
    user.start(application, "research")
    until(lambda: user.status(application)["progress"], lambda progress: progress > 0)
    assert user.rest("DELETE", f"/applications/{application}").status_code == 204
    for path in (f"/applications/{application}", f"/processing/applications/{application}/status"):
        assert user.rest("GET", path).status_code == 404
    deployed.providers.release(company)
    # Whoever comes after it in the line is served, and by then nothing is left of it.
    other = user.application()
    user.finish(other, "research")
    with redis.Redis.from_url(deployed.environment["JOBFORGE_REDIS_URL"]) as client:
        assert not client.exists(f"jobforge:events:{application}")
        assert client.exists(f"jobforge:events:{other}")
    assert "Traceback" not in deployed.logs()


@pytest.mark.parametrize("first", [0, -1, 101, 2**31 - 1])
def test_lists_inside_an_object_have_a_size(user: User, first: int) -> None:
    application = user.application()
    query = "query($id: ID!, $first: Int) { application(id: $id) { runs(first: $first) { id } } }"
    said = user.refusal(query, id=application, first=first)
    assert (said["code"], said["status"], list(said["details"])) == ("VALIDATION_ERROR", 400, ["first"])


def test_the_newest_runs_come_first_and_as_many_as_asked_for(user: User) -> None:
    application = user.application()
    user.finish(application, "research")
    again(user, application)
    query = "query($id: ID!) { application(id: $id) { one: runs(first: 1) { id } all: runs { id createdAt } } }"
    found = user.data(query, id=application)["application"]
    assert len(found["all"]) == 2
    assert found["one"] == [{"id": found["all"][0]["id"]}]
    assert found["all"][0]["createdAt"] > found["all"][1]["createdAt"]
