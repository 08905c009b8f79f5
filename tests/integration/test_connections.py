"""Lists for clients that keep a cache: `nodes` beside `edges`, and pages that miss nothing."""

import base64
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from services import User


def test_nodes_are_the_items_of_the_edges(user: User) -> None:
    user.resume()
    first, second = user.application("First"), user.application("Second")
    user.finish(first, "research")
    page = "id companyName documents { documentType content }"
    query = f"{{ applications {{ edges {{ node {{ {page} }} }} nodes {{ {page} }} }} }}"
    for _ in range(3):  # the second time it is compiled
        answer = user.data(query)["applications"]
        assert answer["nodes"] == [edge["node"] for edge in answer["edges"]]
        assert [row["id"] for row in answer["nodes"]] == [second, first]
        assert answer["nodes"][1]["documents"][0]["content"]


def test_nodes_and_edges_may_ask_for_different_fields(user: User) -> None:
    application = user.application("First")
    query = "{ applications { edges { node { companyName } } nodes { id coverage { share } documents { id } } } }"
    for _ in range(3):
        answer = user.data(query)["applications"]
        assert answer["edges"] == [{"node": {"companyName": "First"}}]
        assert (answer["nodes"][0]["id"], answer["nodes"][0]["documents"]) == (application, [])


def test_the_nodes_of_a_timeline_are_its_entries(user: User) -> None:
    application = user.application()
    for text in ("One", "Two"):
        user.data(
            "mutation ($id: ID!, $text: String!) { addNote(applicationId: $id, text: $text) { id } }",
            id=application,
            text=text,
        )
    query = """query ($id: ID!) { application(id: $id) { timeline(first: 2) {
        nodes { id ... on Note { text } } edges { node { id ... on Note { text } } } } } }"""
    for _ in range(3):
        timeline = user.data(query, id=application)["application"]["timeline"]
        assert timeline["nodes"] == [edge["node"] for edge in timeline["edges"]]
        assert [entry["text"] for entry in timeline["nodes"]] == ["Two", "One"]


def test_scalars_name_their_specification(user: User) -> None:
    query = "{ __schema { types { name kind specifiedByURL } } }"
    types = user.data(query)["__schema"]["types"]
    standard = {"String", "Int", "Float", "Boolean", "ID"}
    addresses = {t["name"]: t["specifiedByURL"] for t in types if t["kind"] == "SCALAR" and t["name"] not in standard}
    assert set(addresses) == {"DateTime", "Base64"}
    assert all(address.startswith("https://") for address in addresses.values())


NODE = "query ($id: ID!) { node(id: $id) { __typename id } }"


def test_a_node_is_found_by_its_id_alone(user: User) -> None:
    resume, application = user.resume(), user.application()
    user.finish(application, "research")
    query = "query ($id: ID!) { application(id: $id) { documents { id } runs { id } } }"
    rows = user.data(query, id=application)["application"]
    ids = {
        "Application": application,
        "Resume": resume,
        "Document": rows["documents"][0]["id"],
        "PhaseRun": rows["runs"][0]["id"],
    }
    for _ in range(3):
        for kind, key in ids.items():
            assert user.data(NODE, id=key) == {"node": {"__typename": kind, "id": key}}


def test_a_node_shows_the_fields_of_its_type(user: User) -> None:
    application = user.application("Harbour")
    query = """query ($id: ID!) { node(id: $id) { ... on Application { companyName researchCompleted
        documents { id } timeline { nodes { id } } } ... on Resume { name } } }"""
    node = {"companyName": "Harbour", "researchCompleted": False, "documents": [], "timeline": {"nodes": []}}
    for _ in range(3):
        assert user.data(query, id=application) == {"node": node}


def test_nodes_of_strangers_and_none_are_null_alike(user: User) -> None:
    stranger = user.service.user()
    resume, application = user.resume(), user.application()
    user.finish(application, "research")
    query = "query ($id: ID!) { application(id: $id) { documents { id } runs { id } timeline { nodes { id } } } }"
    rows = user.data(query, id=application)["application"]
    things = [resume, application, rows["documents"][0]["id"], rows["runs"][0]["id"]]
    for key in (*things, user.id, str(uuid4()), "no-uuid", ""):
        assert stranger.graphql(NODE, id=key)["data"] == {"node": None}
        assert "errors" not in stranger.graphql(NODE, id=key)
    assert user.rest("DELETE", f"/applications/{application}").status_code == 204
    for key in things[1:]:
        assert user.data(NODE, id=key) == {"node": None}


VERSIONS = """query ($id: ID!, $first: Int, $after: String) {
    document(applicationId: $id, documentType: RESEARCH_REPORT) { versions(first: 100) { version content }
        versionsConnection(first: $first, after: $after) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { version }
        edges { cursor node { version content } } } } }"""
RUNS = """query ($id: ID!, $first: Int, $after: String) { application(id: $id) { runs(first: 100) { id }
    runsConnection(first: $first, after: $after) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id }
        edges { cursor node { id } } } } }"""


def pages_of(user: User, query: str, field: str, application: str) -> Iterator[dict[str, Any]]:
    """All pages of a connection, two items each."""
    after = None
    while True:
        (parent,) = user.data(query, id=application, first=2, after=after).values()
        yield parent[field]
        after = parent[field]["pageInfo"]["endCursor"]
        if not parent[field]["pageInfo"]["hasNextPage"]:
            return


def test_versions_by_pages_miss_nothing_and_show_nothing_twice(user: User) -> None:
    application = user.application()
    user.finish(application, "research")
    for number in range(4):
        save_version(user, application, f"Text {number}, long enough.")
    seen: list[dict[str, Any]] = []
    for page in pages_of(user, VERSIONS, "versionsConnection", application):
        assert page["pageInfo"]["hasPreviousPage"] == bool(seen)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        assert [row["version"] for row in page["nodes"]] == [edge["node"]["version"] for edge in page["edges"]]
        seen += [edge["node"] for edge in page["edges"]]
        save_version(user, application, f"Meanwhile, after {len(seen)} versions.")  # shifts no page
    assert [row["version"] for row in seen] == [5, 4, 3, 2, 1]
    assert seen[0]["content"] == "Text 3, long enough."


def test_runs_by_pages_miss_nothing_and_show_nothing_twice(user: User) -> None:
    user.resume()
    application = user.application()
    user.finish(application, "research", "resume", "cover-letter")
    seen = [edge["node"] for page in pages_of(user, RUNS, "runsConnection", application) for edge in page["edges"]]
    assert seen == user.data(RUNS, id=application)["application"]["runs"]
    assert len(seen) == 3


@pytest.mark.parametrize("after", ["", "x", "bm8gLTE=", "bm8gMQ", "bm8gMTAwMDAwMDAwMDAwMDAwMDAwMDAw", "0" * 5000])
def test_a_cursor_of_no_version_is_refused(user: User, after: str) -> None:
    application = user.application()
    user.finish(application, "research")
    for query in (RUNS, VERSIONS):
        refusal = user.refusal(query, id=application, after=after)
        assert (refusal["code"], list(refusal["details"])) == ("VALIDATION_ERROR", ["after"])


def save_version(user: User, application: str, text: str) -> None:
    """Save a text as the newest version of the report."""
    answer = user.rest("PUT", f"/applications/{application}/documents/research_report", {"content": text})
    assert answer.status_code == 200, answer.text


def test_a_cursor_beyond_all_numbers_is_before_the_first_item(user: User) -> None:
    application = user.application()
    user.finish(application, "research")
    after = base64.urlsafe_b64encode(f"no {2**63 - 1}".encode()).decode()
    for query, field in ((RUNS, "runsConnection"), (VERSIONS, "versionsConnection")):
        (parent,) = user.data(query, id=application, after=after).values()
        assert len(parent[field]["nodes"]) == 1
