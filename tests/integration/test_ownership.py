"""Another user's things cannot be told from things that do not exist: every field, mutation, subscription and route.

The matrix is made from the published schema and the table of routes. What is new and takes an id of a kind that is not
known here fails, and so does a new argument that nobody has said a value for.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import sockets
from graphql import GraphQLArgument, GraphQLField, build_schema, get_named_type, is_leaf_type, is_required_argument
from services import PASSWORD, RESUME, Service, User

from jobforge.contracts import DIRECTORY
from jobforge.rest.routes import ROUTERS

SCHEMA = build_schema((DIRECTORY / "schema.graphql").read_text())

NO_ID = {"after", "idempotencyKey"}
"""Arguments that are called ID, or might be taken for one, and name no thing."""

NULL_ALIKE = {"node"}
"""Fields that give null without an error for a stranger's thing and for none: see test_connections.py."""

WORDS: dict[str, Any] = {
    "documentType": "RESEARCH_REPORT",
    "content": "A text that is long enough to be a document.",
    "version": 1,
    "stage": "APPLIED",
    "text": "A text",
    "at": "2026-12-01T10:00:00Z",
    "dueAt": "2026-12-01T10:00:00Z",
    "timeZone": "UTC",
    "kind": "phone",
    "name": "A name",
    "UpdateApplicationInput": {"companyName": "Taken Over"},
    "ResumeInput": {"name": "Taken Over", "content": RESUME},
}
"""What is passed to arguments that are no ids, by their name or the name of their type."""

BODIES: dict[str, Any] = {
    "PUT /applications/{application_id}": {"company_name": "Taken Over"},
    "PUT /applications/{application_id}/documents/{document_type}": {"content": "A text that is long enough."},
    "PUT /resumes/{resume_id}": {"name": "Taken Over", "content": RESUME},
    "POST /processing/applications/{application_id}/cover-letter": {"additional_context": "Taken over"},
}


def kind_of(argument: str, field: str) -> str:
    """What an id is the id of. Fails for one that nobody has thought of."""
    name = argument.removesuffix("Ids").removesuffix("Id")
    if argument == "id":
        name = re.sub("^(update|delete|setPrimary|move|archive|restore|revoke)", "", field).lower()
    kinds = ("application", "resume", "document", *ENTRIES, "accesstoken", "pagesession")
    assert name in kinds, f"{field}({argument}:) is new: say in this file what it is the id of"
    return name if not field.startswith("restore") else f"deleted {name}"


ENTRIES = {
    "note": 'addNote(applicationId: $id, text: "A word")',
    "interview": 'addInterview(applicationId: $id, at: "2026-12-01T10:00:00Z", timeZone: "UTC", kind: "phone")',
    "contact": 'addContact(applicationId: $id, name: "Kim")',
    "reminder": 'addReminder(applicationId: $id, dueAt: "2026-11-01T10:00:00Z", text: "Ask")',
    "timelineentry": 'addNote(applicationId: $id, text: "Another word")',
}
"""How an entry of each kind is made."""


def ids_of(field: GraphQLField) -> list[str]:
    """The arguments that are ids of things."""
    return [
        name
        for name, argument in field.args.items()
        if (get_named_type(argument.type).name == "ID" or name.lower().endswith(("id", "ids"))) and name not in NO_ID
    ]


def _rows() -> Iterator[tuple[str, str, str]]:
    roots = {"query": SCHEMA.query_type, "mutation": SCHEMA.mutation_type, "subscription": SCHEMA.subscription_type}
    for operation, root in roots.items():
        assert root is not None
        for name, field in root.fields.items():
            if name in NULL_ALIKE:
                continue
            for argument in ids_of(field):
                yield operation, name, argument


MATRIX = list(_rows())


def _word(name: str, argument: GraphQLArgument) -> Any:
    return WORDS[name] if name in WORDS else WORDS[get_named_type(argument.type).name]


def operation_of(operation: str, name: str, given: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """A document that calls the field with these ids and all else that it must be given."""
    root = {"query": SCHEMA.query_type, "mutation": SCHEMA.mutation_type, "subscription": SCHEMA.subscription_type}
    field = root[operation].fields[name]  # type: ignore[union-attr]
    variables: dict[str, Any] = dict(given)
    for other, argument in field.args.items():
        if other not in given and is_required_argument(argument):
            variables[other] = _word(other, argument)
    declared = ", ".join(f"${other}: {field.args[other].type}" for other in variables)
    passed = ", ".join(f"{other}: ${other}" for other in variables)
    below = "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"
    return f"{operation} ({declared}) {{ {name}({passed}){below} }}", variables


@dataclass(frozen=True)
class Two:
    """A user with finished things, and another one with the like."""

    owner: User
    stranger: User
    owned: dict[str, str]
    own: dict[str, str]


def _things(user: User) -> dict[str, str]:
    user.resume()
    made = {"resume": user.resume(), "application": user.application()}
    user.finish(made["application"], "research")
    asked = "query ($id: ID!) { application(id: $id) { documents { id } } }"
    for kind, added in ENTRIES.items():
        asked_for = f"mutation ($id: ID!) {{ made: {added} {{ id }} }}"
        made[kind] = user.data(asked_for, id=made["application"])["made"]["id"]
    token = 'mutation { made: createAccessToken(name: "A script", scopes: [READ]) { token { id } } }'
    made["accesstoken"] = user.data(token)["made"]["token"]["id"]
    given = {"email": user.email, "password": PASSWORD}
    assert user.service.client.post(f"{user.service.url}/session", json=given).status_code == 204
    user.service.client.cookies.clear()
    made["pagesession"] = user.data("{ pageSessions { id } }")["pageSessions"][0]["id"]
    made["deleted application"], made["deleted resume"] = user.application(), user.resume()
    for kind, path in (("deleted application", "applications"), ("deleted resume", "resumes")):
        assert user.rest("DELETE", f"/{path}/{made[kind]}").status_code == 204
    made["document"] = user.data(asked, id=made["application"])["application"]["documents"][0]["id"]
    return made


@pytest.fixture(scope="module")
def on(request: pytest.FixtureRequest) -> Two:
    service: Service = request.getfixturevalue("deployed")
    owner, stranger = service.user(), service.user()
    return Two(owner, stranger, _things(owner), _things(stranger))


def _all_of(user: User) -> object:
    asked = """{ resumes { id name content isPrimary updatedAt } applications { totalCount edges { node {
      id companyName status updatedAt documents { version content updatedAt } runs { id status } } } } }"""
    return user.data(asked)


async def refusals(user: User, operation: str, asked: str, variables: dict[str, Any]) -> list[Any]:
    """The errors that a document meets, without their places."""
    if operation == "subscription":
        async with sockets.connected(user.service, user.token) as socket:
            await socket.subscribe("1", asked, variables)
            message = await socket.receive()
            errors = message["payload"] if message["type"] == "error" else message["payload"].get("errors")
    else:
        answer = user.graphql(asked, **variables)
        assert not any((answer.get("data") or {}).values()), answer
        errors = answer.get("errors")
    assert errors, (asked, variables)
    return [{key: error[key] for key in ("message", "extensions")} for error in errors]


@pytest.mark.parametrize(("operation", "field", "argument"), MATRIX, ids=lambda word: str(word))
async def test_graphql_tells_a_strangers_thing_and_none_alike(
    on: Two, operation: str, field: str, argument: str
) -> None:
    kind = kind_of(argument, field)
    said = []
    for wanted in (on.owned[kind], str(uuid.uuid4()), "no-uuid", on.owned[kind].upper(), "0" * 4000):
        root = {"query": SCHEMA.query_type, "mutation": SCHEMA.mutation_type, "subscription": SCHEMA.subscription_type}
        others = [name for name in ids_of(root[operation].fields[field]) if name != argument]  # type: ignore[union-attr]
        given = {name: on.own[kind_of(name, field)] for name in others} | {argument: wanted}
        asked, variables = operation_of(operation, field, given)
        said.append(await refusals(on.stranger, operation, asked, variables))
    assert all(errors == said[0] for errors in said), said
    assert [error["extensions"]["code"] for error in said[0]] == ["NOT_FOUND"]
    assert said[0][0]["extensions"]["status"] == 404


ROUTES = [
    (route.method, route.path)
    for router in ROUTERS
    for route in router.routes
    if "_id}" in route.path  # a ticket is no id: whoever has it may fetch what it names
]


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=lambda word: str(word))
def test_rest_tells_a_strangers_thing_and_none_alike(on: Two, method: str, path: str) -> None:
    said = []
    for stranger in (True, False, None):

        def put(found: re.Match[str], stranger: bool | None = stranger) -> str:
            name = found[1]
            if name == "document_type":
                return "research_report"
            kind = kind_of(name.replace("_id", "Id"), path)
            return on.owned[kind] if stranger else str(uuid.uuid4()) if stranger is False else "no-uuid"

        answer = on.stranger.rest(method, re.sub(r"{(\w+)}", put, path), BODIES.get(f"{method} {path}"))
        assert answer.status_code == 404, answer.text
        said.append(answer.json()["error"])
    assert said[0] == said[1] == said[2]
    assert said[0]["code"] == "NOT_FOUND"


def test_after_all_that_nothing_of_the_owner_has_changed(on: Two) -> None:
    before = _all_of(on.owner)
    assert SCHEMA.mutation_type is not None
    for operation, field, _ in MATRIX:
        if operation == "mutation":
            ids = ids_of(SCHEMA.mutation_type.fields[field])
            given = {name: on.owned[kind_of(name, field)] for name in ids}
            asked, variables = operation_of(operation, field, given)
            on.stranger.graphql(asked, **variables)
    assert _all_of(on.owner) == before


def test_lists_hold_only_ones_own(on: Two) -> None:
    own = on.stranger.data("{ applications(first: 100) { edges { node { id } } } resumes { id } }")
    assert [edge["node"]["id"] for edge in own["applications"]["edges"]] == [on.own["application"]]
    assert on.own["resume"] in [resume["id"] for resume in own["resumes"]]
    assert on.owned["resume"] not in str(own)
    deleted = {item["id"] for item in on.stranger.data("{ bin { id } }")["bin"]}
    assert {on.own["deleted application"], on.own["deleted resume"]} <= deleted
    assert not deleted & set(on.owned.values())
    exported = on.stranger.data("{ exportAccount }")["exportAccount"]
    assert not [wanted for wanted in (*on.owned.values(), on.owner.email, on.owner.id) if wanted in exported]


def test_a_cursor_of_another_user_shows_nothing_of_theirs(on: Two) -> None:
    page = on.owner.data("{ applications(first: 1) { pageInfo { endCursor } } }")["applications"]
    asked = "query ($after: String) { applications(first: 100, after: $after) { edges { node { id } } } }"
    seen = on.stranger.graphql(asked, after=page["pageInfo"]["endCursor"])
    assert on.owned["application"] not in str(seen)


def test_the_matrix_is_whole() -> None:
    assert len(MATRIX) >= 15
    assert len(ROUTES) >= 13
