"""Lists for clients that keep a cache: `nodes` beside `edges`, and pages that miss nothing."""

from uuid import uuid4

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
