"""What a request costs the database: a list never costs a statement a row."""

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from uuid import UUID

import httpx
import pytest
from services import AD, JSON, RESUME

from jobforge.app import create_app
from jobforge.enums import Author, DocumentType, Phase, RunStatus
from jobforge.operations import accounts, applications, resumes
from jobforge.settings import Settings
from jobforge.storage.models import Application, Document, DocumentVersion, PhaseRun, User

PAGE = """query($first: Int!) { applications(first: $first) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node {
        id name companyName status researchCompleted jobDescription
        documents { id documentType content version author }
        runs { id phase status progress attempt provider }
        processing { currentPhase status progress errorMessage } } } } }"""
DEEP = """query($first: Int!) { applications(first: $first) { edges { node {
    letter: document(documentType: COVER_LETTER) { id }
    documents { stale versions(first: 3) { version content } } runs(first: 3) { id } } } } }"""


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL that is sent while the block runs."""
    sent: list[str] = []

    class Note(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            sent.append(record.getMessage())

    logger, note = logging.getLogger("tortoise.db_client"), Note()
    before = logger.level
    logger.addHandler(note)
    logger.setLevel(logging.DEBUG)
    try:
        yield sent
    finally:
        logger.setLevel(before)
        logger.removeHandler(note)


async def fill(user: UUID, number: int) -> None:
    """Applications that each have all their documents, in versions, and runs."""
    owner = await User.get(id=user)
    for place in range(number):
        given = {"company_name": f"C{place}", "role_title": "Electrician", "job_description": AD}
        made = await Application.get(id=(await applications.create(owner, given))["id"])
        for kind in DocumentType:
            document = await Document.create(
                application_id=made.id, document_type=kind, content="# Text", author=Author.AI, version=2
            )
            for version in (1, 2):
                await DocumentVersion.create(
                    document_id=document.id, version=version, content="# Text", author=Author.AI
                )
        for fence in range(1, 4):
            await PhaseRun.create(
                application_id=made.id,
                user_id=user,
                phase=Phase.RESEARCH,
                status=RunStatus.COMPLETED,
                fence=fence,
            )


@pytest.fixture
async def client(inside: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """Requests to the application inside this process, by a user with 50 applications."""
    given = {"email": "jo@example.com", "password": "Sesame-opens-7", "full_name": "Jo"}
    session = await accounts.register(given)
    await resumes.create(session.user, {"name": "Resume", "content": RESUME})
    await fill(session.user.id, 50)
    transport = httpx.ASGITransport(create_app(inside))
    headers = {"Authorization": f"Bearer {session.access_token}", **JSON}
    async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=headers) as opened:
        yield opened


async def cost(client: httpx.AsyncClient, query: str, first: int) -> int:
    asked = {"query": query, "variables": {"first": first}}
    warmed = await client.post("/graphql", json=asked)  # what is remembered of a query is not counted
    assert "errors" not in warmed.json()
    with statements() as sent:
        answer = (await client.post("/graphql", json=asked)).json()
    edges = answer["data"]["applications"]["edges"]
    assert len(edges) == first
    assert all(len(edge["node"]["documents"]) == 3 for edge in edges)
    assert all(len(edge["node"]["runs"]) == 3 for edge in edges)
    assert sent, "the statements are no longer counted"
    return len(sent)


async def test_a_page_of_fifty_with_all_that_hangs_on_it_is_five_statements(client: httpx.AsyncClient) -> None:
    assert await cost(client, PAGE, 50) <= 5


async def test_a_page_costs_as_many_statements_however_long_it_is(client: httpx.AsyncClient) -> None:
    for query in (PAGE, DEEP):
        assert await cost(client, query, 2) == await cost(client, query, 50)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("{ applications { edges { node { id status documents { id updatedAt } } } } }", 2),
        ("{ applications { edges { cursor node { id } } pageInfo { endCursor } } }", 1),
        ("query($id: ID!) { application(id: $id) { id jobDescription documents { content } } }", 1),
        ("query($id: ID!) { application(id: $id) { researchCompleted } }", 1),
        ("{ applications(status: RESUME_COMPLETE) { edges { node { documents { id } } } } }", 2),  # and the user
    ],
    ids=["dashboard", "page", "detail", "one", "nothing"],
)
async def test_reads_look_at_the_user_in_a_statement_that_they_need_anyway(
    client: httpx.AsyncClient, query: str, number: int
) -> None:
    (last, *_) = (await client.get("/api/v1/applications")).json()["applications"]
    asked = {"query": query, "variables": {"id": last["id"]}}
    for _ in range(3):  # as it comes first, compiled, and by the shortest way
        with statements() as sent:
            answer = await client.post("/graphql", json=asked)
        assert "errors" not in answer.json()
        assert len(sent) == number


async def test_rest_reads_a_page_in_two_statements_and_one_application_in_one(client: httpx.AsyncClient) -> None:
    with statements() as sent:
        page = (await client.get("/api/v1/applications?limit=50")).json()["applications"]
    assert len(page) == 50
    assert len(sent) == 2
    with statements() as sent:
        answer = await client.get(f"/api/v1/applications/{page[0]['id']}")
    assert answer.json()["id"] == page[0]["id"]
    assert len(sent) == 1
