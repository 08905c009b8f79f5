"""GraphQL requests that ask for too much, by what they are; each is to be refused before it costs anything."""

import json


def _fragments_doubling(levels: int) -> str:
    """Each fragment spreads the next one twice: two to the power of the levels, were they walked each time."""
    steps = (f"fragment F{n} on Application {{ ...F{n + 1} ...F{n + 1} }}" for n in range(levels))
    return f"{{ application(id: 1) {{ ...F0 }} }} {' '.join(steps)} fragment F{levels} on Application {{ id }}"


def _fragments_side_by_side(number: int) -> str:
    made = (f"fragment F{n} on User {{ id }}" for n in range(number))
    return f"{{ me {{ {' '.join(f'...F{n}' for n in range(number))} }} }} {' '.join(made)}"


def _in_a_circle() -> str:
    return "{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }"


def _deep(levels: int) -> str:
    return "{ application(id: 1) " + "{ match " * levels + "{ coverage }" + " }" * levels + " }"


def _doubled_and_deep() -> str:
    """Within the limit of tokens, and doubling at each of fourteen levels."""
    level = "{ applications(first: 100) { edges { node { id } } } }"
    return " ".join(f"query Q{n} {level}" for n in range(10)) + " query Q10 " + level


QUERIES = {
    "a fragment bomb of 30 levels": _fragments_doubling(30),
    "400 fragments side by side": _fragments_side_by_side(400),
    "60 fragments side by side": _fragments_side_by_side(60),
    "fragments in a circle": _in_a_circle(),
    "10,000 aliases": "{ " + " ".join(f"a{n}: me {{ id }}" for n in range(10_000)) + " }",
    "31 aliases": "{ " + " ".join(f"a{n}: me {{ id }}" for n in range(31)) + " }",
    "10,000 directives": "{ me { id " + "@include(if: true) " * 10_000 + "} }",
    "51 directives": "{ me { " + "id @include(if: true) " * 51 + "} }",
    "depth 5,000": _deep(5_000),
    "depth 13": "{ application(id: 1) " + "{ ... on Application { documents { applicationId } match " * 13 + "}",
    "1 MB of braces": "{" * 1_000_000,
    "1 MB of brackets": '{ me(a: "' + "[" * 1_000_000,
    "1 MB of comments": "{ me { id } }" + "# nothing\n" * 100_000,
    "1,000 operations": " ".join(f"query Q{n} {{ me {{ id }} }}" for n in range(1_000)),
    "11 operations": _doubled_and_deep(),
    "one field 5,000 times": "{ me { " + "id " * 5_000 + "} }",
    "one field 60 times": "{ me { " + "id " * 60 + "} }",
    "objects by the million": "{ applications(first: 100) { edges { node { runs(first: 100) { id }"
    " documents { versions(first: 100) { version } } } } } }",
    "reviews by the hundred": "{ applications(first: 100) { edges { node { documents { review { verdict } } } } } }",
    "a list within a list of arguments": "{ applications(search: " + "[" * 400 + "]" * 400 + ") { totalCount } }",
    "an object within an object": "{ application(id: " + "{a: " * 300 + "1" + "}" * 300 + ") { id } }",
    "a type within a type": "query ($a: " + "[" * 480 + "Int" + "]" * 480 + ") { me { id } }",
    "variables by the thousand": f"query ({' '.join(f'$v{n}: Int' for n in range(2_000))}) {{ me {{ id }} }}",
}

BODIES = {name: json.dumps({"query": query}) for name, query in QUERIES.items()} | {
    "a batch of 1,000": json.dumps([{"query": "{ me { id } }"}] * 1_000),
    "a batch of one": json.dumps([{"query": "{ me { id } }"}]),
    "variables that are deep": '{"query": "query ($a: ID!) { application(id: $a) { id } }", "variables": {"a": '
    + '{"a":' * 900
    + "1"
    + "}" * 900
    + "}}",
    "no JSON": '{"query": ' + "[" * 100_000,
}

DASHBOARD = """query { applications(first: 100) { totalCount pageInfo { endCursor hasNextPage } edges { node {
  id companyName roleTitle status priorityLevel updatedAt
  documents { id documentType version stale updatedAt }
  runs(first: 5) { id phase status progress startedAt completedAt errorMessage }
  processing { status currentPhase progress estimatedCompletion errorMessage } } } } }"""
