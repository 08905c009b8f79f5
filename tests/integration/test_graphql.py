"""The GraphQL door: statuses and media types, errors with their codes, pages and search."""

import json
from typing import Any

import pytest
from services import AD, JSON, RESUME, Service, User

ME = "{ me { id } }"
LIST = """query($first: Int! = 50, $after: String, $search: String) {
    applications(first: $first, after: $after, search: $search) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } } }"""


def post(user: User, content: bytes | str, **headers: str) -> Any:
    return user.service.client.post(
        f"{user.service.url}/graphql", content=content, headers=user.headers | JSON | headers
    )


@pytest.mark.parametrize(
    "query",
    [
        "{",
        "",
        "{ nothing }",
        "{ me }",
        "{ me { id { id } } }",
        "query($x: Nothing) { me { id } }",
        "query($id: ID!) { application(id: $id) { id } }",
        "{ applications(first: null) { totalCount } }",
        '{ applications(status: "DRAFT") { totalCount } }',
        "query A { me { id } } query B { me { id } }",
        "{ ...f } fragment f on Query { ...f }",
        'mutation { createApplication(input: {companyName: "x"}) { id } }',
    ],
)
def test_what_graphql_refuses_by_itself_is_a_validation_error(user: User, query: str) -> None:
    for error in user.graphql(query)["errors"]:
        assert error["extensions"] == {"code": "VALIDATION_ERROR", "status": 400, "details": {}}


@pytest.mark.parametrize(
    ("content", "headers", "status", "code"),
    [
        ("", {}, 400, "VALIDATION_ERROR"),
        ("{", {}, 400, "VALIDATION_ERROR"),
        ("[]", {}, 400, "VALIDATION_ERROR"),
        ("null", {}, 400, "VALIDATION_ERROR"),
        ("{}", {}, 400, "VALIDATION_ERROR"),
        ('{"query": 7}', {}, 400, "VALIDATION_ERROR"),
        ('{"query": "{ me { id } }", "variables": []}', {}, 400, "VALIDATION_ERROR"),
        ('{"query": "{ me { id } }", "variables": "{}"}', {}, 400, "VALIDATION_ERROR"),
        ('{"query": "{ me { id } }", "operationName": 7}', {}, 400, "VALIDATION_ERROR"),
        ('{"query": "{ me { id } }", "extensions": 7}', {}, 400, "VALIDATION_ERROR"),
        ('{"query": NaN}', {}, 400, "VALIDATION_ERROR"),
        ("[" * 100_000, {}, 400, "VALIDATION_ERROR"),
        ('[{"query": "{ me { id } }"}]', {}, 400, "VALIDATION_ERROR"),
        ('{"query": "{ me { id } }"}', {"Content-Type": "text/plain"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
        ("x" * (2 * 1024 * 1024 + 1), {}, 413, "PAYLOAD_TOO_LARGE"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_request_that_is_none_is_refused(
    user: User, content: str, headers: dict[str, str], status: int, code: str
) -> None:
    answer = post(user, content, **headers)
    assert answer.status_code == status
    (error,) = answer.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["status"]) == (code, status)


@pytest.mark.parametrize(
    "asked",
    [
        {"query": "{ \ud800 }"},
        {"query": '{ application(id: "\ud800") { id } }'},
        {"query": ME, "operationName": "\ud800"},
        {"query": "query($id: ID!) { application(id: $id) { id } }", "variables": {"id": "\ud800"}},
        {"query": "query($id: ID!) { application(id: $id) { id } }", "variables": {"id": "\0"}},
        {"query": "query($id: ID!) { application(id: $id) { id } }", "variables": {"\ud800": 1, "id": ["\ud800"]}},
        {"query": "query($s: String) { applications(search: $s) { totalCount } }", "variables": {"s": "\ud800"}},
        {"query": "query($s: String) { applications(after: $s) { totalCount } }", "variables": {"s": "\ud800\0"}},
        {"query": "query($n: Int!) { applications(first: $n) { totalCount } }", "variables": {"n": 1e300}},
        {"query": "query($n: Int!) { applications(first: $n) { totalCount } }", "variables": {"n": 10**4000}},
    ],
    ids=lambda asked: json.dumps(asked)[:70],
)
def test_characters_that_no_text_has_are_refused_and_nothing_breaks(user: User, asked: dict[str, Any]) -> None:
    answer = post(user, json.dumps(asked))
    assert answer.status_code in (200, 400)
    for error in answer.json()["errors"]:
        assert error["extensions"]["code"] in ("VALIDATION_ERROR", "NOT_FOUND")


def test_queries_go_by_get_and_mutations_do_not(user: User) -> None:
    client, url = user.service.client, f"{user.service.url}/graphql"
    answer = client.get(url, params={"query": ME}, headers=user.headers)
    assert answer.json()["data"] == {"me": {"id": user.id}}
    named = {"query": "query A { me { id } } query B { __typename }", "operationName": "B", "variables": "{}"}
    assert client.get(url, params=named, headers=user.headers).json()["data"] == {"__typename": "Query"}
    refused = client.get(url, params={"query": 'mutation { deleteResume(id: "x") }'}, headers=user.headers)
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, POST")
    assert client.get(url, params={"query": ME, "variables": "{"}, headers=user.headers).status_code == 400
    assert client.put(url, json={"query": ME}, headers=user.headers).status_code == 405


def test_the_newer_media_type_tells_what_was_not_even_begun(user: User) -> None:
    newer = "application/graphql-response+json"
    for query, status in (("{", 400), ("{ nothing }", 400), (ME, 200), ('{ application(id: "x") { id } }', 200)):
        answer = post(user, json.dumps({"query": query}), Accept=newer)
        assert (answer.status_code, answer.headers["content-type"]) == (status, newer)
        assert ("data" in answer.json()) == (status == 200)
        older = post(user, json.dumps({"query": query}), Accept="application/json")
        assert (older.status_code, older.headers["content-type"]) == (200, "application/json")


def test_a_nullable_field_that_fails_leaves_the_others(user: User) -> None:
    application = user.application()
    answer = user.graphql(f'{{ a: application(id: "{application}") {{ id }} b: application(id: "x") {{ id }} }}')
    assert answer["data"] == {"a": {"id": application}, "b": None}
    (error,) = answer["errors"]
    assert (error["path"], error["extensions"]["code"]) == (["b"], "NOT_FOUND")


def test_without_a_token_only_what_needs_none_is_answered(service: Service) -> None:
    anyone = service.anonymous()
    assert anyone.data("{ __typename }") == {"__typename": "Query"}
    assert anyone.graphql("{ __schema { queryType { name } } }")["data"]["__schema"]["queryType"]["name"] == "Query"
    answer = anyone.graphql(ME)
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"] == {"code": "AUTHENTICATION_ERROR", "status": 401, "details": {}}
    nullable = anyone.graphql('{ application(id: "x") { id } }')
    assert nullable["data"] == {"application": None}
    assert nullable["errors"][0]["extensions"]["code"] == "AUTHENTICATION_ERROR"


def test_pages_by_cursor_miss_nothing_and_show_nothing_twice(user: User) -> None:
    made = [user.application(f"Company {number}") for number in range(7)][::-1]
    seen: list[str] = []
    after = None
    while True:
        page = user.data(LIST, first=3, after=after)["applications"]
        assert page["totalCount"] == 7
        assert page["pageInfo"]["hasPreviousPage"] == bool(seen)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        seen += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == made
    empty = user.data(LIST, first=3, after=after)["applications"]
    assert empty["edges"] == []
    assert empty["pageInfo"] == {
        "hasNextPage": False,
        "hasPreviousPage": True,
        "startCursor": None,
        "endCursor": None,
    }


def test_what_is_new_or_gone_does_not_shift_a_page(user: User) -> None:
    made = [user.application(f"Company {number}") for number in range(6)][::-1]
    page = user.data(LIST, first=3)["applications"]
    user.application("Made meanwhile")
    user.rest("DELETE", f"/applications/{made[2]}")
    rest = user.data(LIST, first=3, after=page["pageInfo"]["endCursor"])["applications"]
    assert [edge["node"]["id"] for edge in rest["edges"]] == made[3:]


@pytest.mark.parametrize("after", ["", "x", "!!!", "AAAA", "bm90IGEgY3Vyc29y", "é" * 9, "0" * 5000])
def test_a_cursor_that_is_none_is_refused(user: User, after: str) -> None:
    said = user.refusal(LIST, after=after)
    assert (said["code"], list(said["details"])) == ("VALIDATION_ERROR", ["after"])


def test_fragments_spread_over_and_over_are_counted_before_they_are_walked(user: User) -> None:
    spreads = "{ ...f0 } " + " ".join(
        f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} ...f{n + 1} }}" for n in range(40)
    )
    spreads += " fragment f40 on Query { __typename }"
    assert user.refusal(spreads)["code"] == "VALIDATION_ERROR"


@pytest.mark.parametrize(("first", "word"), [(0, "at least 1"), (101, "at most 100"), (-(2**31), "at least 1")])
def test_a_page_has_a_size(user: User, first: int, word: str) -> None:
    assert user.refusal(LIST, first=first)["details"] == {"first": [f"Must be {word}"]}


def test_search_finds_words_whatever_their_case_and_accents(user: User) -> None:
    zurich = user.application("Zürich Re", role_title="Élève ingénieur", location="Genève")
    plain = user.application("100% Wood_Works", role_title="Carpenter", location=None)
    strasse = user.application("Straße GmbH", role_title="ΟΔΟΣ")
    for search, found in {
        "zurich": [zurich],
        "ZÜRICH": [zurich],
        "zu\u0308rich": [zurich],
        "uric eleve GENEVE": [zurich],
        "zurich carpenter": [],
        "strasse": [strasse],
        "STRAẞE": [strasse],
        "οδος": [strasse],
        "100%": [plain],
        "%": [plain],
        "d_w": [plain],
        "_": [plain],
        "0_": [],
        "\\": [],
        "'": [],
        "": [strasse, plain, zurich],
        "  ": [strasse, plain, zurich],
    }.items():
        page = user.data(LIST, search=search)["applications"]
        assert [edge["node"]["id"] for edge in page["edges"]] == found, search
        assert page["totalCount"] == len(found)
    assert user.refusal(LIST, search="x" * 201)["details"] == {"search": ["Must be at most 200 characters"]}
    user.rest("PUT", f"/applications/{plain}", {"company_name": "Ångström"})
    page = user.data(LIST, search="angstrom")["applications"]
    assert [edge["node"]["id"] for edge in page["edges"]] == [plain]


def test_a_document_not_made_yet_is_plainly_null_on_its_own_application(user: User) -> None:
    application = user.application()
    query = "query($id: ID!) { application(id: $id) { document(documentType: COVER_LETTER) { id } documents { id } } }"
    assert user.data(query, id=application) == {"application": {"document": None, "documents": []}}


def test_review_works_before_the_document_exists_and_saves_nothing(user: User) -> None:
    user.resume()
    application = user.application()
    query = """query($id: ID!, $content: String!) { review(
        applicationId: $id, documentType: OPTIMIZED_RESUME, content: $content) {
            verdict coverage findings { code severity line quote message range { start end } values { name value } }
            provenance { line source evidence evidenceLines } } }"""
    true = user.data(query, id=application, content=RESUME)["review"]
    assert true["verdict"] in ("PASS", "WARN")
    assert {line["source"] for line in true["provenance"]} <= {"VERBATIM", "REPHRASED", "CONTEXT"}
    lied = RESUME.replace("Wired 28 houses", "Wired 9,000 palaces for NASA")
    false = user.data(query, id=application, content=lied)["review"]
    assert false["verdict"] == "BLOCK"
    line = lied.splitlines().index("- Wired 9,000 palaces for NASA a year, from the first plan to the last test") + 1
    assert line in {finding["line"] for finding in false["findings"]}
    lines = lied.splitlines()
    for finding in false["findings"]:
        if finding["range"]:
            span = slice(finding["range"]["start"], finding["range"]["end"])
            assert lines[finding["line"] - 1][span] == finding["quote"]
        assert all(value["value"] in finding["message"] for value in finding["values"])
    assert any(finding["range"] and finding["values"] for finding in false["findings"])
    assert user.rest("GET", f"/applications/{application}/documents").json()["optimized_resume"] is None
    told = [line for line in true["provenance"] if line["source"] == "VERBATIM"]
    assert told and all(
        RESUME.splitlines()[n - 1].strip() in line["evidence"] for line in told for n in line["evidenceLines"]
    )


def test_all_checks_are_listed(user: User) -> None:
    checks = user.data("{ factChecks { code severity description } }")["factChecks"]
    assert len(checks) >= 29
    assert len({check["code"] for check in checks}) == len(checks)
    assert {"fact.metric", "fact.contact", "letter.placeholder", "report.claim"} <= {check["code"] for check in checks}
    assert all(check["description"].endswith(".") for check in checks)


def test_review_refuses_what_is_no_text(user: User) -> None:
    application = user.application()
    query = """query($id: ID!, $content: String!) { review(
        applicationId: $id, documentType: OPTIMIZED_RESUME, content: $content) { verdict } }"""
    assert user.refusal(query, id="x", content=RESUME)["code"] == "NOT_FOUND"
    assert user.refusal(query, id=application, content="x" * 100_001)["code"] == "VALIDATION_ERROR"
    assert user.refusal(query, id=application, content="\0")["code"] == "VALIDATION_ERROR"


def test_match_without_a_resume_claims_nothing(user: User) -> None:
    application = user.application()
    query = """query($id: ID!) { application(id: $id) { match {
        coverage lowConfidence requirements { text kind terms status evidence evidenceLine
            position { start end } } injections { code quote } } } }"""
    none = user.data(query, id=application)["application"]["match"]
    assert none["coverage"] is None
    assert none["requirements"]
    assert {each["status"] for each in none["requirements"]} == {"MISSING"}
    assert {each["evidence"] for each in none["requirements"]} == {None}
    assert all(each["text"] in AD for each in none["requirements"])
    places = [(each["text"], each["position"]) for each in none["requirements"]]
    assert all(AD[place["start"] : place["end"]] == text for text, place in places if place)
    assert any(place for _, place in places)
    user.resume()
    some = user.data(query, id=application)["application"]["match"]
    assert 0 < some["coverage"] <= 1
    proved = [each["evidence"] for each in some["requirements"] if each["status"] != "MISSING"]
    assert proved
    assert all(evidence in RESUME for evidence in proved)


def test_a_query_that_would_cost_too_much_is_refused_before_it_costs(user: User) -> None:
    deep = "{ applications { edges { node { " + "documents { review { findings { code } } } " * 400 + " } } } }"
    aliases = "{ " + " ".join(f"a{number}: me {{ id }}" for number in range(5000)) + " }"
    many = "{ " + " ".join(f"a{number}: me {{ id }}" for number in range(60)) + " }"
    costly = """{ applications(first: 100) { edges { node { runs(first: 100) { id }
        documents { versions(first: 100) { version } } } } } }"""
    nested = "{ " * 4000 + "}" * 4000
    directives = "{ me { id " + "@skip(if: false) " * 150 + "} }"
    for query in (deep, aliases, many, costly, nested, directives):
        answer = user.graphql(query)
        assert answer["errors"], query[:40]
        assert {error["extensions"]["status"] for error in answer["errors"]} == {400}


def test_the_standard_introspection_is_answered(service: Service) -> None:
    from graphql import build_client_schema, get_introspection_query, print_schema

    answer = service.anonymous().graphql(get_introspection_query(input_value_deprecation=True))
    assert "type PhaseCompleted implements PhaseEvent" in print_schema(build_client_schema(answer["data"]))


def test_nodes_are_the_nodes_of_the_edges(service: Service) -> None:
    user = service.user()
    ids = [user.application() for _ in range(3)]
    query = """{ applications(first: 2) { nodes { id companyName documents { id } } edges { node { id companyName
        documents { id } } } } application(id: "%s") { timeline { nodes { id at } edges { node { id at } } } } }"""
    data = user.data(query % ids[0])
    for connection in (data["applications"], data["application"]["timeline"]):
        assert connection["nodes"] == [edge["node"] for edge in connection["edges"]]
    assert [node["id"] for node in data["applications"]["nodes"]] == ids[:0:-1]
    assert user.data("{ applications(first: 1) { nodes { id } } }")["applications"]["nodes"] == [{"id": ids[2]}]
