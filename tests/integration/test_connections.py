"""Lists for clients that keep a cache: `nodes` beside `edges`, and pages that miss nothing."""

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
