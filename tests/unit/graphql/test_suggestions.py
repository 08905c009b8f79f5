"""A wrong name is answered with the right one, but only where the schema may be read anyhow."""

import pytest

from jobforge.graphql.schema import make_schema
from jobforge.settings import Settings

WRONG = {
    "{ servise { version } }": "service",
    "{ service { versoin } }": "version",
    "{ service { version { id } } } fragment F on Servise { version }": "Service",
    '{ applications(serach: "x") { totalCount } }': "search",
    "{ applications(status: DRAFTS) { totalCount } }": "DRAFT",
}
OTHERS = (
    "{ application(idd: 1) { id } }",
    "{ me { ...FF } } fragment F on User { id }",
    "query ($a: IDD) { me { id } }",
    'mutation { login(input: {emaill: "a", password: "b"}) { tokenType } }',
    "{ me { id @skipp(if: true) } }",
    "query ($idd: ID!) { application(id: $id) { id } }",
)
"""More wrong names; graphql-core has a suggestion for some of them."""
SECRET = "open Did you mean 'sesame'?"


async def messages(query: str, *, introspection: bool, **variables: object) -> list[str]:
    schema = make_schema(Settings.model_construct(introspection=introspection))
    result = await schema.execute(query, variables)
    return [error.message for error in result.errors or []]


@pytest.mark.parametrize(("query", "name"), WRONG.items())
async def test_a_wrong_name_is_answered_with_the_right_one(query: str, name: str) -> None:
    said = " ".join(await messages(query, introspection=True))
    assert "Did you mean" in said
    assert f"'{name}'" in said.partition("Did you mean")[2]


@pytest.mark.parametrize("query", (*WRONG, *OTHERS))
async def test_without_introspection_no_name_of_the_schema_is_suggested(query: str) -> None:
    said = await messages(query, introspection=False)
    assert said
    assert not [message for message in said if "did you mean" in message.lower()]


@pytest.mark.parametrize("introspection", [True, False])
@pytest.mark.parametrize(
    "query",
    [
        f'{{ applications(first: "{SECRET}") {{ totalCount }} }}',
        f'{{ applications(status: "{SECRET}") {{ totalCount }} }}',
        f'{{ service {{ version }} "{SECRET}" }}',
    ],
)
async def test_a_value_that_looks_like_a_suggestion_is_not_repeated(query: str, introspection: bool) -> None:
    said = await messages(query, introspection=introspection)
    assert said
    assert "sesame" not in " ".join(said)


@pytest.mark.parametrize("introspection", [True, False])
async def test_neither_is_the_value_of_a_variable(introspection: bool) -> None:
    query = "query ($s: ApplicationStatus, $n: Int!) { applications(status: $s, first: $n) { totalCount } }"
    said = await messages(query, introspection=introspection, s=SECRET, n=SECRET)
    assert said
    assert "sesame" not in " ".join(said)
