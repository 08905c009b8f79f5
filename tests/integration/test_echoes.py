"""An error names what was wrong and never repeats it: it may be a password."""

from typing import Any

import pytest
from services import Service
from sockets import connected

PIN = 8273645546
SECRET = "hunter2-correct-horse"
LITERALS = [
    f'mutation {{ login(input: {{email: ["{SECRET}"], password: 5}}) {{ accessToken }} }}',
    f'mutation {{ login(input: {{email: "a@example.com", password: {{a: "{SECRET}"}}}}) {{ accessToken }} }}',
    f'mutation {{ login(input: "{SECRET}") {{ accessToken }} }}',
    f'mutation {{ changePassword(currentPassword: ["{SECRET}"], newPassword: {{a: 1}}) {{ accessToken }} }}',
    f'mutation {{ deleteAccount(password: [["{SECRET}"]]) }}',
    f'{{ application(id: {{secret: "{SECRET}"}}) {{ id }} }}',
    f'{{ applications(first: "{SECRET}") {{ totalCount }} }}',
    f'mutation {{ login "{SECRET}" }}',
    f"mutation {{ login {PIN} }}",
    f"mutation {{ login {PIN}.5 }}",
]
VARIABLES: list[Any] = [
    {"email": [SECRET], "password": 5},
    {"email": "a@example.com", "password": {"text": SECRET}},
    {"email": "a@example.com", "password": [SECRET], "unknown": SECRET},
    SECRET,
    [SECRET, SECRET],
]
LOGIN = "mutation ($input: LoginInput!) { login(input: $input) { accessToken } }"


@pytest.mark.parametrize("query", LITERALS)
def test_a_value_in_a_query_is_not_repeated(service: Service, query: str) -> None:
    answer = service.user().graphql(query)
    assert answer["errors"]
    assert SECRET not in str(answer)
    assert str(PIN) not in str(answer)


@pytest.mark.parametrize("value", VARIABLES)
def test_a_value_in_a_variable_is_not_repeated(service: Service, value: object) -> None:
    answer = service.anonymous().graphql(LOGIN, input=value)
    assert answer["errors"]
    assert SECRET not in str(answer)


@pytest.mark.parametrize("value", VARIABLES)
async def test_a_value_over_a_websocket_is_not_repeated(service: Service, value: object) -> None:
    async with connected(service, service.user().token) as socket:
        await socket.subscribe("1", LOGIN, {"input": value})
        message = await socket.receive()
    assert message["type"] == "error" or message["payload"]["errors"]
    assert SECRET not in str(message)


@pytest.mark.parametrize(
    "body", [{"email": [SECRET], "password": 5}, {"email": "a@example.com", "password": [SECRET]}, [SECRET], SECRET]
)
def test_a_value_in_a_body_is_not_repeated(service: Service, body: object) -> None:
    for path in ("/auth/login", "/auth/register"):
        answer = service.anonymous().rest("POST", path, body)
        assert answer.status_code in (400, 422)
        assert SECRET not in answer.text
