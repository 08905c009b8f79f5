"""What is published: it contains the core that clients count on, it is up to date, and each example of it works."""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    Undefined,
    build_schema,
    is_required_argument,
    is_required_input_field,
    parse,
    print_ast,
    validate,
)
from services import AD, PASSWORD, RESUME, Service, User
from sockets import connected, first_of

from jobforge import contracts

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT / "schema"
CORE = build_schema((Path(__file__).parent.parent / "support" / "core.graphql").read_text())
PUBLISHED = build_schema((SCHEMA / "schema.graphql").read_text())

EXAMPLES = {file.stem: file.read_text() for file in sorted((SCHEMA / "operations").glob("*.graphql"))}


def named(schema: GraphQLSchema, kind: type[Any]) -> list[Any]:
    return [found for name, found in schema.type_map.items() if isinstance(found, kind) and not name.startswith("__")]


def test_the_contracts_are_up_to_date() -> None:
    assert contracts.outdated() == [], "run `make contracts`"


def test_the_schema_says_where_its_python_lives() -> None:
    first = (SCHEMA / "README.md").read_text().splitlines()[0]
    assert "jobforge/graphql" in first
    assert not list(SCHEMA.rglob("*.py"))


def test_every_type_of_the_core_is_there_and_of_its_kind() -> None:
    for mine in named(CORE, GraphQLNamedType):
        assert type(PUBLISHED.type_map.get(mine.name)) is type(mine), mine.name


@pytest.mark.parametrize("mine", named(CORE, GraphQLEnumType), ids=lambda found: found.name)
def test_every_word_of_an_enumeration_is_there(mine: GraphQLEnumType) -> None:
    theirs = PUBLISHED.type_map[mine.name]
    assert isinstance(theirs, GraphQLEnumType)
    assert list(theirs.values) == list(mine.values)


@pytest.mark.parametrize(
    "mine", [*named(CORE, GraphQLObjectType), *named(CORE, GraphQLInterfaceType)], ids=lambda found: found.name
)
def test_every_field_is_there_with_its_type_and_arguments(mine: GraphQLObjectType) -> None:
    theirs = PUBLISHED.type_map[mine.name]
    assert isinstance(theirs, GraphQLObjectType | GraphQLInterfaceType)
    assert {i.name for i in mine.interfaces} <= {i.name for i in theirs.interfaces}
    for name, field in mine.fields.items():
        found = theirs.fields[name]
        assert str(found.type) == str(field.type), name
        for argument, wanted in field.args.items():
            given = found.args[argument]
            assert str(given.type) == str(wanted.type), (name, argument)
            assert default(given) == default(wanted), (name, argument)
        for argument, given in found.args.items():
            assert argument in field.args or not is_required_argument(given), (name, argument)


@pytest.mark.parametrize("mine", named(CORE, GraphQLInputObjectType), ids=lambda found: found.name)
def test_every_field_of_an_input_is_there(mine: GraphQLInputObjectType) -> None:
    theirs = PUBLISHED.type_map[mine.name]
    assert isinstance(theirs, GraphQLInputObjectType)
    for name, field in mine.fields.items():
        assert str(theirs.fields[name].type) == str(field.type), name
        assert default(theirs.fields[name]) == default(field), name
    for name, given in theirs.fields.items():
        assert name in mine.fields or not is_required_input_field(given), name


def test_events_are_of_every_kind_that_the_core_names() -> None:
    mine, theirs = CORE.type_map["PhaseEvent"], PUBLISHED.type_map["PhaseEvent"]
    assert isinstance(mine, GraphQLInterfaceType)
    assert isinstance(theirs, GraphQLInterfaceType)
    kinds = {found.name for found in CORE.get_possible_types(mine)}
    assert kinds == {found.name for found in PUBLISHED.get_possible_types(theirs)}


def default(argument: Any) -> object:
    """The default as published; a nullable argument has none at all, not even null."""
    if argument.ast_node.default_value is None:
        return Undefined
    return print_ast(argument.ast_node.default_value)


def roots(name: str) -> Iterator[str]:
    """The root fields that an example asks for, as `query.me`."""
    (operation,) = parse(EXAMPLES[name]).definitions
    for field in operation.selection_set.selections:  # type: ignore[attr-defined]
        yield f"{operation.operation.value}.{field.name.value}"  # type: ignore[attr-defined]


def test_there_is_an_example_of_everything() -> None:
    shown = {root for name in EXAMPLES for root in roots(name)}
    offered = {
        f"{kind}.{name}"
        for kind, found in (
            ("query", PUBLISHED.query_type),
            ("mutation", PUBLISHED.mutation_type),
            ("subscription", PUBLISHED.subscription_type),
        )
        if found is not None
        for name in found.fields
    }
    assert shown == offered


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_fit_the_schema(name: str) -> None:
    assert validate(PUBLISHED, parse(EXAMPLES[name])) == []


def variables(name: str, user: User) -> dict[str, object]:
    """What an example is run with, after making what it needs."""
    company = user.service.providers.held() if name == "cancelProcessing" else "Harbour Fit-Out"
    application = user.application(company)
    report: dict[str, object] = {"applicationId": application, "documentType": "RESEARCH_REPORT"}
    content = "# My own report\n\nIn my own words.\n"
    if name in (
        "document",
        "review",
        "updateDocument",
        "restoreDocument",
        "documentVersion",
        "startResumeOptimization",
        "startCoverLetter",
        "phaseEvents",
    ):
        user.resume()
        user.finish(application, "research")
    if name == "prepareApplication":
        user.resume()
    if name == "startCoverLetter":
        user.finish(application, "resume", "cover-letter")
    if name == "cancelProcessing":
        user.start(application, "research")
    new = {"companyName": "Harbour Fit-Out", "roleTitle": "Electrician", "jobDescription": AD}
    resume = {"name": "Electrician", "content": RESUME, "focusArea": "OTHER"}
    of_application: dict[str, object] = {"applicationId": application}
    interview = {"at": "2026-12-01T10:00:00Z", "timeZone": "Europe/London", "kind": "on site"}
    given: dict[str, Callable[[], dict[str, object]]] = {
        "register": lambda: {"input": {"email": f"{user.id}@example.com", "password": PASSWORD, "fullName": "Jo"}},
        "login": lambda: {"input": {"email": user.email, "password": PASSWORD}},
        "changePassword": lambda: {"currentPassword": PASSWORD, "newPassword": "Sesame-shuts-8"},
        "changeEmail": lambda: {"email": f"new-{user.email}", "password": PASSWORD},
        "deleteAccount": lambda: {"password": PASSWORD},
        "application": lambda: {"id": application},
        "node": lambda: {"id": application},
        "match": lambda: {"id": application},
        "applications": lambda: {"search": "harbour", "status": "DRAFT"},
        "createApplication": lambda: {"input": new},
        "updateApplication": lambda: {"id": application, "input": {"location": "Bristol", "priorityLevel": "HIGH"}},
        "deleteApplication": lambda: {"id": application},
        "document": lambda: report,
        "review": lambda: report | {"content": content},
        "updateDocument": lambda: report | {"content": content, "expectedVersion": 1},
        "restoreDocument": lambda: report | {"version": 1},
        "moveApplication": lambda: {"id": application, "stage": "APPLIED", "at": "2026-11-20T09:00:00Z"},
        "archiveApplication": lambda: {"id": application},
        "restoreApplication": lambda: {"id": deleted(user, "applications", application)},
        "restoreResume": lambda: {"id": deleted(user, "resumes", (user.resume(), user.resume())[1])},
        "setTags": lambda: {"applicationIds": [application], "add": ["sea"], "remove": ["land"]},
        "addNote": lambda: of_application | {"text": "They called back."},
        "updateNote": lambda: {"id": entry(user, application, "note"), "text": "They called twice."},
        "addInterview": lambda: of_application | interview,
        "updateInterview": lambda: {"id": entry(user, application, "interview"), "place": "Dock 4"},
        "addContact": lambda: of_application | {"name": "Kim", "email": "kim@example.com"},
        "updateContact": lambda: {"id": entry(user, application, "contact"), "phone": "0117 1"},
        "addReminder": lambda: of_application | {"dueAt": "2026-11-27T09:00:00Z", "text": "Ask again"},
        "updateReminder": lambda: {"id": entry(user, application, "reminder"), "done": True},
        "deleteTimelineEntry": lambda: {"id": entry(user, application, "note")},
        "createAccessToken": lambda: {"name": "A script", "scopes": ["READ"]},
        "revokeAccessToken": lambda: {"id": token_of(user)},
        "revokePageSession": lambda: {"id": session_of(user)},
        "setMonthlyBudget": lambda: {"micros": 5_000_000},
        "importApplications": lambda: {"csv": "company_name,role_title\nHarbour,Electrician\n"},
        "documentVersion": lambda: {"documentId": document_of(user, application), "version": 1},
        "prepareApplication": lambda: of_application,
        "applicationChanged": lambda: {"after": "0"},
        "setPrimaryResume": lambda: {"id": (user.resume(), user.resume())[1]},
        "updateMe": lambda: {"fullName": "Robin Ashgrove-Hale", "language": "de"},
        "resume": lambda: {"id": user.resume()},
        "exportResume": lambda: {"id": user.resume(), "template": "CLASSIC"},
        "readResumeFile": lambda: {"file": base64.b64encode(RESUME.encode()).decode(), "filename": "resume.md"},
        "readAd": lambda: {"text": AD},
        "readAdFile": lambda: {"html": f"<main><pre>{AD}</pre></main>"},
        "createResume": lambda: {"input": resume},
        "updateResume": lambda: {"id": user.resume(), "input": resume},
        "deleteResume": lambda: {"id": (user.resume(), user.resume())[0]},
        "processingStatus": lambda: of_application,
        "processingStatusChanges": lambda: of_application,
        "phaseEvents": lambda: of_application | {"after": "0"},
        "startResearch": lambda: of_application | {"offline": True},
        "startResumeOptimization": lambda: of_application,
        "startCoverLetter": lambda: of_application | {"additionalContext": "I like the sea.", "again": True},
        "cancelProcessing": lambda: of_application,
    }
    return given[name]() if name in given else {}


def deleted(user: User, kind: str, key: str) -> str:
    """The id of a thing that is in the bin."""
    assert user.rest("DELETE", f"/{kind}/{key}").status_code == 204
    return key


ADDED = {
    "note": 'addNote(applicationId: $id, text: "A word")',
    "interview": 'addInterview(applicationId: $id, at: "2026-12-01T10:00:00Z", timeZone: "UTC", kind: "phone")',
    "contact": 'addContact(applicationId: $id, name: "Kim")',
    "reminder": 'addReminder(applicationId: $id, dueAt: "2026-11-01T10:00:00Z", text: "Ask")',
}


def entry(user: User, application: str, kind: str) -> str:
    """The id of a new entry in the application's timeline."""
    return str(user.data(f"mutation ($id: ID!) {{ made: {ADDED[kind]} {{ id }} }}", id=application)["made"]["id"])


def token_of(user: User) -> str:
    """The id of a new personal access token."""
    asked = 'mutation { made: createAccessToken(name: "A script", scopes: [READ]) { token { id } } }'
    return str(user.data(asked)["made"]["token"]["id"])


def session_of(user: User) -> str:
    """The id of a new page session."""
    given = {"email": user.email, "password": PASSWORD}
    assert user.service.client.post(f"{user.service.url}/session", json=given).status_code == 204
    user.service.client.cookies.clear()
    return str(user.data("{ pageSessions { id } }")["pageSessions"][0]["id"])


def document_of(user: User, application: str) -> str:
    """The id of the application's research report."""
    answer = user.rest("GET", f"/applications/{application}/documents/research_report")
    return str(answer.json()["id"])


@pytest.mark.parametrize("name", EXAMPLES)
async def test_the_examples_work(name: str, service: Service) -> None:
    user = service.user()
    given = variables(name, user)
    (root,) = roots(name)
    if root.startswith("subscription"):
        async with connected(service, user.token) as socket:
            (message,) = await first_of(socket, EXAMPLES[name], given, 1)
            assert message[root.partition(".")[2]]
    else:
        answer = user.data(EXAMPLES[name], **given)
        assert all(value is not None for value in answer.values())
