"""Every operation through both doors: the same data, or the same code and status, for success and for every error."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from services import AD, PASSWORD, RESUME, Service, User, until

State = dict[str, str]
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
WORDS = {"priorityLevel", "status", "focusArea", "documentType", "currentPhase"}
OWN = {"id", "applicationId", "email", "accessToken", "name"}
NOBODYS = "00000000-0000-4000-8000-000000000000"

APPLICATION = """id name companyName roleTitle jobUrl jobDescription location priorityLevel status
    researchCompleted resumeOptimized coverLetterGenerated createdAt updatedAt"""
SUMMARY = """id name companyName roleTitle status priorityLevel researchCompleted resumeOptimized
    coverLetterGenerated createdAt updatedAt"""
DOCUMENT = "id applicationId documentType content createdAt updatedAt"
RESUME_FIELDS = "id name content focusArea isPrimary createdAt updatedAt"


def nothing(_: User) -> State:
    return {}


def application(user: User) -> State:
    return {"application": user.application()}


def running(user: User) -> State:
    made = {"application": user.application(user.service.providers.held())}
    user.start(made["application"], "research")
    # Held at its first words: from there on nothing changes, whichever door is asked.
    until(lambda: user.status(made["application"]), lambda status: status["progress"] > 0)
    return made


def done(*phases: str) -> Callable[[User], State]:
    def prepare(user: User) -> State:
        user.resume()
        made = {"application": user.application()}
        user.finish(made["application"], *phases)
        return made

    return prepare


def done_and_running(user: User) -> State:
    """Research is done, and the resume is being written."""
    user.resume()
    company = user.service.providers.held()
    made = {"application": user.application(company)}
    user.service.providers.release(company)
    user.finish(made["application"], "research")
    user.service.providers.hold(company)
    user.start(made["application"], "resume")
    return made


def resume(user: User) -> State:
    return {"resume": user.resume()}


def resumes(user: User) -> State:
    return {"resume": user.resume(), "other": user.resume(name="Other")}


def of_another(user: User) -> State:
    other = user.service.user()
    return {"application": other.application(), "resume": other.resume()}


@dataclass(frozen=True)
class Asked:
    """One thing asked through both doors. Texts may name what `given` made in braces."""

    name: str
    given: Callable[[User], State]
    rest: tuple[str, str]
    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    body: object = None
    anonymous: bool = False
    status: int = 200
    code: str = ""
    coerced: bool = False
    """GraphQL itself refuses: the map of fields is empty there."""
    shape: Callable[[Any], Any] = lambda data: data


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


def alike(value: Any, key: str = "") -> Any:
    """The value with what differs from request to request taken out, and the words of both doors made one."""
    if isinstance(value, dict):
        return {camel(name): alike(inner, camel(name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [alike(inner, key) for inner in value]
    if key.endswith(("At", "Completion")) and value is not None:
        assert MOMENT.fullmatch(value), (key, value)
        return "a moment"
    if key in WORDS and value is not None:
        return value.lower()
    return f"some {key}" if key in OWN and value is not None else value


def filled(template: Any, made: State) -> Any:
    if isinstance(template, str):
        return re.sub(r"\{(\w+)\}", lambda found: made[found[1]], template)
    if isinstance(template, Mapping):
        return {key: filled(value, made) for key, value in template.items()}
    return template


REGISTER = """mutation($email: String!, $password: String!, $fullName: String!) {
    register(input: {email: $email, password: $password, fullName: $fullName}) {
        user { id email fullName } accessToken tokenType } }"""
LOGIN = """mutation($email: String!, $password: String!) { login(input: {email: $email, password: $password}) {
    user { id email fullName } accessToken tokenType } }"""
CREATE = f"mutation($input: CreateApplicationInput!) {{ createApplication(input: $input) {{ {APPLICATION} }} }}"
LIST = f"""query($status: ApplicationStatus, $priority: PriorityLevel, $first: Int! = 50) {{
    applications(status: $status, priority: $priority, first: $first) {{
        totalCount edges {{ node {{ {SUMMARY} }} }} }} }}"""
GET = f"query($id: ID!) {{ application(id: $id) {{ {APPLICATION} }} }}"
CHANGE = f"""mutation($id: ID!, $input: UpdateApplicationInput!) {{
    updateApplication(id: $id, input: $input) {{ {APPLICATION} }} }}"""
DELETE = "mutation($id: ID!) { deleteApplication(id: $id) }"
DOCUMENTS = """query($id: ID!) { application(id: $id) { documents { id documentType content createdAt updatedAt } } }"""
GET_DOCUMENT = f"""query($id: ID!, $type: DocumentType!) {{
    document(applicationId: $id, documentType: $type) {{ {DOCUMENT} }} }}"""
EDIT = f"""mutation($id: ID!, $type: DocumentType!, $content: String!) {{
    updateDocument(applicationId: $id, documentType: $type, content: $content) {{ {DOCUMENT} }} }}"""
STARTED = "applicationId estimatedCompletion"
RESEARCH = f"mutation($id: ID!) {{ startResearch(applicationId: $id) {{ {STARTED} }} }}"
OPTIMIZE = f"mutation($id: ID!) {{ startResumeOptimization(applicationId: $id) {{ {STARTED} }} }}"
LETTER = f"""mutation($id: ID!, $context: String) {{
    startCoverLetter(applicationId: $id, additionalContext: $context) {{ {STARTED} }} }}"""
STATUS = """query($id: ID!) { processingStatus(applicationId: $id) {
    applicationId currentPhase status progress estimatedCompletion completedAt errorMessage } }"""
RESUMES = "{ resumes { id name focusArea isPrimary createdAt updatedAt } }"
GET_RESUME = f"query($id: ID!) {{ resume(id: $id) {{ {RESUME_FIELDS} }} }}"
CREATE_RESUME = f"mutation($input: ResumeInput!) {{ createResume(input: $input) {{ {RESUME_FIELDS} }} }}"
REPLACE_RESUME = f"""mutation($id: ID!, $input: ResumeInput!) {{
    updateResume(id: $id, input: $input) {{ {RESUME_FIELDS} }} }}"""
DELETE_RESUME = "mutation($id: ID!) { deleteResume(id: $id) }"


def session(data: Any) -> Any:
    return {**data["user"], "accessToken": data["accessToken"], "tokenType": data["tokenType"]} if data else data


def page(limit: int) -> Callable[[Any], Any]:
    return lambda data: {
        "applications": [edge["node"] for edge in data["edges"]],
        "total": data["totalCount"],
        "limit": limit,
        "offset": 0,
    }


def by_type(data: Any) -> Any:
    made = {row.pop("documentType"): row for row in data["documents"]}
    return {camel(kind.lower()): made.get(kind) for kind in ("RESEARCH_REPORT", "OPTIMIZED_RESUME", "COVER_LETTER")}


def started(message: str) -> Callable[[Any], Any]:
    return lambda data: {"message": message, **data}


def status(data: Any) -> Any:
    left_out = "completedAt" if data["status"] == "PROCESSING" else "estimatedCompletion"
    assert data.pop(left_out) is None
    return data


def gone(_: Any) -> None:
    return None


ACCOUNT = {"email": "{new}@example.com", "password": PASSWORD, "full_name": "Robin"}
NEW = {"company_name": "Harbour Fit-Out", "role_title": "Électricien (m/f)", "job_description": AD}
FULL = NEW | {
    "job_url": "https://jobs.example.com/7?a=b#c",
    "location": "  Bristol ",
    "priority_level": "high",
    "additional_context": "Found on the quay",
}
A, D, P, R = "/applications/{application}", "/documents/research_report", "/processing", "/resumes/{resume}"


def graphql_words(body: Any) -> Any:
    """A REST body as GraphQL input: names in camel case, enumerated words in capitals."""
    return {
        camel(name): value.upper() if name in ("priority_level", "focus_area") and value else value
        for name, value in body.items()
    }


def twins(name: str, rest: tuple[str, str], query: str, **words: Any) -> Asked:
    return Asked(name, words.pop("given", nothing), rest, query, **words)


def creating(name: str, body: Any, **words: Any) -> Asked:
    variables = {"input": graphql_words(body)}
    return twins(f"create: {name}", ("POST", "/applications"), CREATE, variables=variables, body=body, **words)


def changing(name: str, body: Any, **words: Any) -> Asked:
    variables = {"id": "{application}", "input": graphql_words(body)}
    words.setdefault("given", application)
    return twins(f"change: {name}", ("PUT", A), CHANGE, variables=variables, body=body, **words)


def writing(name: str, body: Any, **words: Any) -> Asked:
    variables = {"input": graphql_words(body)}
    return twins(f"add resume: {name}", ("POST", "/resumes"), CREATE_RESUME, variables=variables, body=body, **words)


def replacing(name: str, body: Any, **words: Any) -> Asked:
    variables = {"id": "{resume}", "input": graphql_words(body)}
    words.setdefault("given", resume)
    return twins(f"replace resume: {name}", ("PUT", R), REPLACE_RESUME, variables=variables, body=body, **words)


def editing(name: str, content: Any, **words: Any) -> Asked:
    variables = {"id": "{application}", "type": "RESEARCH_REPORT", "content": content}
    words.setdefault("given", done("research"))
    return twins(f"edit: {name}", ("PUT", A + D), EDIT, variables=variables, body={"content": content}, **words)


def starting(name: str, phase: str, query: str, **words: Any) -> Asked:
    path = f"{P}{A}/{phase}"
    variables = {"id": "{application}", **words.pop("more", {})}
    return twins(f"start {phase}: {name}", ("POST", path), query, variables=variables, **words)


def registering(name: str, body: Any, **words: Any) -> Asked:
    words = {"query": REGISTER, "variables": graphql_words(body), "body": body, "anonymous": True} | words
    return twins(f"register: {name}", ("POST", "/auth/register"), shape=session, **words)


def logging_in(name: str, body: Any, **words: Any) -> Asked:
    words = {"query": LOGIN, "variables": graphql_words(body), "body": body, "anonymous": True} | words
    return twins(f"login: {name}", ("POST", "/auth/login"), shape=session, **words)


INVALID = {"status": 400, "code": "VALIDATION_ERROR"}
COERCED = INVALID | {"coerced": True}
MISSING = {"status": 404, "code": "NOT_FOUND"}
STATE = {"status": 409, "code": "INVALID_STATE"}
UNKNOWN = {"status": 401, "code": "AUTHENTICATION_ERROR"}
EARLY = {"status": 412, "code": "INVALID_STATE"}

RESUME_BODY = {"name": " Electrician ", "content": RESUME, "focus_area": "other", "is_primary": True}
DEMOTED = RESUME_BODY | {"is_primary": False}

CASES = [
    registering("a new account", ACCOUNT, status=201),
    registering("an address in use", ACCOUNT | {"email": "{taken}"}, status=409, code="DUPLICATE_RESOURCE"),
    registering(
        "an address in use, written otherwise",
        ACCOUNT | {"email": " {taken_loudly} "},
        status=409,
        code="DUPLICATE_RESOURCE",
    ),
    registering("no address", ACCOUNT | {"email": "nobody"}, **INVALID),
    registering("a weak password", ACCOUNT | {"password": "short"}, **INVALID),
    registering("a password without digits", ACCOUNT | {"password": "onlyletters"}, **INVALID),
    registering("a password beyond bcrypt", ACCOUNT | {"password": "ü1" * 25}, **INVALID),
    registering("no name", ACCOUNT | {"full_name": "  "}, **INVALID),
    registering("a NUL", ACCOUNT | {"full_name": "a\0b"}, **INVALID),
    registering("a name too long", ACCOUNT | {"full_name": "n" * 256}, **INVALID),
    registering("nothing", {}, **COERCED),
    logging_in("right", {"email": "{taken}", "password": PASSWORD}),
    logging_in("right, written otherwise", {"email": " {taken_loudly} ", "password": PASSWORD}),
    logging_in("wrong", {"email": "{taken}", "password": "Sesame-shut-8"}, **UNKNOWN),
    logging_in("nobody", {"email": "{new}@example.com", "password": PASSWORD}, **UNKNOWN),
    logging_in("any strings", {"email": "\0", "password": "\0" + "x" * 100}, **UNKNOWN),
    logging_in("no password", {"email": "{taken}"}, **COERCED),
    logging_in("no string", {"email": "{taken}", "password": 7}, **COERCED),
    twins("me", ("GET", "/auth/me"), "{ me { id email fullName createdAt } }"),
    creating("all fields", FULL, status=201),
    creating("the required fields", NEW, status=201),
    creating("blank optional fields", NEW | {"job_url": " ", "location": "", "additional_context": "\n"}, status=201),
    creating("null optional fields", NEW | dict.fromkeys(("job_url", "location", "priority_level")), status=201),
    creating("names of white space", NEW | {"company_name": " \t", "role_title": "\n"}, **INVALID),
    creating("a short ad", NEW | {"job_description": "x" * 49}, **INVALID),
    creating("a long ad", NEW | {"job_description": "x" * 10_001}, **INVALID),
    creating("an ad of white space", NEW | {"job_description": " " * 60}, **INVALID),
    creating("no web address", NEW | {"job_url": "ftp://example.com"}, **INVALID),
    creating("a web address too long", NEW | {"job_url": "https://example.com/" + "x" * 2048}, **INVALID),
    creating("a long location", NEW | {"location": "x" * 256}, **INVALID),
    creating("a long context", NEW | {"additional_context": "x" * 5001}, **INVALID),
    creating("everything wrong", {"company_name": "", "role_title": "r" * 256, "job_description": ""}, **INVALID),
    creating("no priority there is", NEW | {"priority_level": "urgent"}, **COERCED),
    creating("nothing", {}, **COERCED),
    twins("list", ("GET", "/applications"), LIST, given=done("research"), shape=page(50)),
    twins("list: none", ("GET", "/applications"), LIST, shape=page(50)),
    twins(
        "list: filtered",
        ("GET", "/applications?status=draft&priority=medium&limit=1"),
        LIST,
        variables={"status": "DRAFT", "priority": "MEDIUM", "first": 1},
        given=application,
        shape=page(1),
    ),
    twins(
        "list: filtered away",
        ("GET", "/applications?status=cover_letter_complete&priority=low"),
        LIST,
        variables={"status": "COVER_LETTER_COMPLETE", "priority": "LOW"},
        given=application,
        shape=page(50),
    ),
    twins("list: no size", ("GET", "/applications?limit=zero"), LIST, variables={"first": "zero"}, **COERCED),
    twins(
        "list: no such status",
        ("GET", "/applications?status=lost"),
        LIST,
        variables={"status": "LOST"},
        **COERCED,
    ),
    twins("get", ("GET", A), GET, variables={"id": "{application}"}, given=application),
    twins("get: another's", ("GET", A), GET, variables={"id": "{application}"}, given=of_another, **MISSING),
    twins("get: nobody's", ("GET", f"/applications/{NOBODYS}"), GET, variables={"id": NOBODYS}, **MISSING),
    twins("get: no id", ("GET", "/applications/seven"), GET, variables={"id": "seven"}, **MISSING),
    changing("nothing", {}),
    changing("some", {"company_name": " Harbour Inc. ", "location": "Toronto", "priority_level": "low"}),
    changing("emptying", {"job_url": None, "location": None, "additional_context": None}),
    changing("the ad", {"job_description": AD * 2}),
    changing(
        "null where none may be",
        dict.fromkeys(("company_name", "role_title", "job_description", "priority_level")),
        **INVALID,
    ),
    changing("a short ad", {"job_description": "short"}, **INVALID),
    changing("another's", {"location": "Toronto"}, given=of_another, **MISSING),
    changing("another's, wrongly", {"job_description": "short"}, given=of_another, **MISSING),
    twins(
        "delete", ("DELETE", A), DELETE, variables={"id": "{application}"}, given=application, status=204, shape=gone
    ),
    twins("delete: another's", ("DELETE", A), DELETE, variables={"id": "{application}"}, given=of_another, **MISSING),
    twins("delete: no id", ("DELETE", "/applications/7"), DELETE, variables={"id": "7"}, **MISSING),
    twins(
        "documents",
        ("GET", A + "/documents"),
        DOCUMENTS,
        variables={"id": "{application}"},
        given=done("research"),
        shape=by_type,
    ),
    twins(
        "documents: none",
        ("GET", A + "/documents"),
        DOCUMENTS,
        variables={"id": "{application}"},
        given=application,
        shape=by_type,
    ),
    twins(
        "documents: another's",
        ("GET", A + "/documents"),
        DOCUMENTS,
        variables={"id": "{application}"},
        given=of_another,
        **MISSING,
    ),
    twins(
        "document",
        ("GET", A + D),
        GET_DOCUMENT,
        variables={"id": "{application}", "type": "RESEARCH_REPORT"},
        given=done("research"),
    ),
    twins(
        "document: not yet",
        ("GET", A + D),
        GET_DOCUMENT,
        variables={"id": "{application}", "type": "RESEARCH_REPORT"},
        given=application,
        **MISSING,
    ),
    twins(
        "document: another's",
        ("GET", A + D),
        GET_DOCUMENT,
        variables={"id": "{application}", "type": "RESEARCH_REPORT"},
        given=of_another,
        **MISSING,
    ),
    editing("a text", "# My own report\n\nWith my own words.\n"),
    editing("too short", "# Short", **INVALID),
    editing("too long", "x" * 100_001, **INVALID),
    editing("white space", " " * 20, **INVALID),
    editing("a surrogate", "\ud800" + "x" * 20, **INVALID),
    editing("not made yet", "x" * 20, given=application, **MISSING),
    editing("another's", "x" * 20, given=of_another, **MISSING),
    starting(
        "a first time", "research", RESEARCH, given=application, status=202, shape=started("Research phase started")
    ),
    starting("while it runs", "research", RESEARCH, given=running, status=400, code="INVALID_STATE"),
    starting("finished", "research", RESEARCH, given=done("research"), **STATE),
    starting("another's", "research", RESEARCH, given=of_another, **MISSING),
    starting(
        "after research",
        "resume",
        OPTIMIZE,
        given=done("research"),
        status=202,
        shape=started("Resume optimization started"),
    ),
    starting("too early", "resume", OPTIMIZE, given=application, **EARLY),
    starting("while research runs", "resume", OPTIMIZE, given=running, **EARLY),
    starting("while it runs", "resume", OPTIMIZE, given=done_and_running, **STATE),
    starting("finished", "resume", OPTIMIZE, given=done("research", "resume"), **STATE),
    starting("another's", "resume", OPTIMIZE, given=of_another, **MISSING),
    starting(
        "after the resume",
        "cover-letter",
        LETTER,
        given=done("research", "resume"),
        more={"context": "I like the sea."},
        body={"additional_context": "I like the sea."},
        status=202,
        shape=started("Cover letter generation started"),
    ),
    starting(
        "without a body",
        "cover-letter",
        LETTER,
        given=done("research", "resume"),
        status=202,
        shape=started("Cover letter generation started"),
    ),
    starting("too early", "cover-letter", LETTER, given=done("research"), **EARLY),
    starting("while the resume is written", "cover-letter", LETTER, given=done_and_running, **EARLY),
    starting("finished", "cover-letter", LETTER, given=done("research", "resume", "cover-letter"), **STATE),
    starting(
        "a long context comes before the order of phases",
        "cover-letter",
        LETTER,
        given=application,
        more={"context": "x" * 5001},
        body={"additional_context": "x" * 5001},
        **INVALID,
    ),
    starting(
        "another's comes before a long context",
        "cover-letter",
        LETTER,
        given=of_another,
        more={"context": "x" * 5001},
        body={"additional_context": "x" * 5001},
        **MISSING,
    ),
    twins(
        "status: idle",
        ("GET", f"{P}{A}/status"),
        STATUS,
        variables={"id": "{application}"},
        given=application,
        shape=status,
    ),
    twins(
        "status: processing",
        ("GET", f"{P}{A}/status"),
        STATUS,
        variables={"id": "{application}"},
        given=running,
        shape=status,
    ),
    twins(
        "status: completed",
        ("GET", f"{P}{A}/status"),
        STATUS,
        variables={"id": "{application}"},
        given=done("research"),
        shape=status,
    ),
    twins(
        "status: another's",
        ("GET", f"{P}{A}/status"),
        STATUS,
        variables={"id": "{application}"},
        given=of_another,
        **MISSING,
    ),
    twins("resumes", ("GET", "/resumes"), RESUMES, given=resumes, shape=lambda rows: {"resumes": rows}),
    twins("resumes: none", ("GET", "/resumes"), RESUMES, shape=lambda rows: {"resumes": rows}),
    twins("resume", ("GET", R), GET_RESUME, variables={"id": "{resume}"}, given=resume),
    twins("resume: another's", ("GET", R), GET_RESUME, variables={"id": "{resume}"}, given=of_another, **MISSING),
    twins("resume: no id", ("GET", "/resumes/7"), GET_RESUME, variables={"id": "7"}, **MISSING),
    writing("all fields", RESUME_BODY, status=201),
    writing("the first one is primary", DEMOTED, status=201),
    writing("short", {"name": "", "content": "x" * 99}, **INVALID),
    writing("long", {"name": "n" * 256, "content": "x" * 50_001}, **INVALID),
    writing("no focus there is", RESUME_BODY | {"focus_area": "gardening"}, **COERCED),
    writing("primary is no yes or no", RESUME_BODY | {"is_primary": "yes"}, **COERCED),
    replacing("all fields", RESUME_BODY),
    replacing("without focus", {"name": "Plain", "content": RESUME}),
    replacing("giving up primary", DEMOTED, **STATE),
    replacing("short", RESUME_BODY | {"content": "short"}, **INVALID),
    replacing("another's", RESUME_BODY, given=of_another, **MISSING),
    replacing("another's, wrongly", RESUME_BODY | {"content": "short"}, given=of_another, **MISSING),
    twins(
        "delete resume",
        ("DELETE", R),
        DELETE_RESUME,
        variables={"id": "{resume}"},
        given=resumes,
        status=204,
        shape=gone,
    ),
    twins("delete resume: the last", ("DELETE", R), DELETE_RESUME, variables={"id": "{resume}"}, given=resume, **STATE),
    twins(
        "delete resume: another's",
        ("DELETE", R),
        DELETE_RESUME,
        variables={"id": "{resume}"},
        given=of_another,
        **MISSING,
    ),
]


def empty_library(user: User) -> State:
    made = {"application": user.application()}
    user.finish(made["application"], "research")
    return made


CASES.append(starting("an empty library", "resume", OPTIMIZE, given=empty_library, status=422, code="INVALID_STATE"))


def prepared(service: Service, asked: Asked) -> tuple[User, State]:
    user = service.user()
    made = asked.given(user) | {
        "new": f"new-{user.id}",
        "taken": user.email,
        "taken_loudly": user.email.upper(),
    }
    return (service.anonymous() if asked.anonymous else user), made


@pytest.mark.parametrize("asked", CASES, ids=lambda asked: asked.name)
def test_both_doors_lead_to_the_same(service: Service, asked: Asked) -> None:
    user, made = prepared(service, asked)
    method, path = asked.rest
    through_rest = user.rest(method, filled(path, made), filled(asked.body, made))
    assert through_rest.status_code == asked.status, through_rest.text
    user, made = prepared(service, asked)
    through_graphql = user.graphql(asked.query, **filled(asked.variables, made))
    if asked.code:
        envelope = through_rest.json()["error"]
        error, *others = through_graphql["errors"]
        assert asked.coerced or not others
        said = error["extensions"]
        assert (envelope["code"], said["code"], said["status"]) == (asked.code, asked.code, asked.status)
        if asked.coerced:
            assert (envelope["details"] != {}, said["details"]) == (True, {})
        else:
            assert (envelope["message"], envelope["details"]) == (error["message"], said["details"])
        assert not any((through_graphql.get("data") or {}).values())
    else:
        assert "errors" not in through_graphql, through_graphql
        (answer,) = through_graphql["data"].values()
        body = through_rest.json() if through_rest.content else None
        assert alike(body) == alike(asked.shape(answer))


@pytest.mark.parametrize(
    "asked", [case for case in CASES if not case.code and not case.anonymous], ids=lambda a: a.name
)
def test_without_a_token_both_doors_refuse(service: Service, asked: Asked) -> None:
    anyone = service.anonymous()
    made = dict.fromkeys(("application", "resume", "other"), NOBODYS)
    method, path = asked.rest
    through_rest = anyone.rest(method, filled(path, made), {"wrong": "\0"})
    assert (through_rest.status_code, through_rest.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR")
    said = anyone.refusal(asked.query, **filled(asked.variables, made))
    assert (said["code"], said["status"]) == ("AUTHENTICATION_ERROR", 401)
