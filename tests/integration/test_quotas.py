"""What a user may store, read at once and take along is bounded, and whoever meets a bound is told in a sentence."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
import psutil
import pytest
from services import AD, JSON, RESUME

from jobforge import settings as settings_module
from jobforge.app import create_app
from jobforge.enums import Author, DocumentType, Phase, RunStatus
from jobforge.errors import AnswerTooLarge, AuthenticationError, InvalidState, RateLimited
from jobforge.operations import account_export, accounts, applications, documents, phase_runs, quotas, resumes
from jobforge.security import read_token
from jobforge.settings import Settings
from jobforge.storage.models import Application, Caller, Document, DocumentVersion, PhaseRun, Resume

GIVEN = {"company_name": "Harbour", "role_title": "Electrician", "job_description": AD}
MIB = 2**20


@pytest.fixture
async def session(inside: Settings) -> accounts.Session:
    return await accounts.register({"email": "jo@example.com", "password": "Sesame-opens-7", "full_name": "Jo"})


@pytest.fixture
def user(session: accounts.Session) -> Caller:
    return session.user


@pytest.fixture
def narrow(inside: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts other settings in force."""

    def change(**values: object) -> None:
        monkeypatch.setattr(settings_module, "_in_force", inside.model_copy(update=values))
        quotas._bytes.clear()
        quotas._applications.clear()

    return change


async def outcomes(work: list[Awaitable[Any]]) -> tuple[int, list[InvalidState]]:
    """How many succeeded, and the refusals."""
    done = await asyncio.gather(*work, return_exceptions=True)
    refused = [each for each in done if isinstance(each, InvalidState)]
    assert len(refused) + sum(not isinstance(each, BaseException) for each in done) == len(done), done
    return len(done) - len(refused), refused


async def document_of(user: Caller, content: str = "# A report of some length") -> Document:
    made = await applications.create(user, GIVEN)
    document = await Document.create(
        application_id=made["id"], document_type=DocumentType.RESEARCH_REPORT, content=content, author=Author.AI
    )
    await DocumentVersion.create(document_id=document.id, version=1, content=content, author=Author.AI)
    return document


async def test_applications_are_bounded_also_when_many_are_made_at_once(
    user: Caller, narrow: Callable[..., None]
) -> None:
    narrow(user_applications=3)
    made, refused = await outcomes([applications.create(user, GIVEN) for _ in range(6)])
    assert (made, {error.status for error in refused}) == (3, {422})
    assert "3 applications" in refused[0].message
    (first, *_) = await Application.filter(user_id=user.id)
    await applications.delete(user, str(first.id))
    await applications.create(user, GIVEN)


async def test_resumes_are_bounded(user: Caller, narrow: Callable[..., None]) -> None:
    narrow(user_resumes=2)
    made, refused = await outcomes([resumes.create(user, {"name": "R", "content": RESUME}) for _ in range(5)])
    assert (made, len(refused)) == (2, 3)
    assert refused[0].status == 422


async def test_versions_are_bounded_and_none_is_dropped(user: Caller, narrow: Callable[..., None]) -> None:
    document = await document_of(user)
    narrow(document_versions=3)
    key = str(document.application_id)
    for text in ("the second text", "the third text"):
        await documents.edit(user, key, document.document_type, {"content": text})
    for refused in (
        documents.edit(user, key, document.document_type, {"content": "the fourth text"}),
        documents.restore(user, key, document.document_type, 1),
        phase_runs.start(user, key, Phase.RESEARCH, again=True),
    ):
        with pytest.raises(InvalidState) as error:
            await refused
        assert error.value.status == 422
        assert "3 versions" in error.value.message
    assert await DocumentVersion.filter(document_id=document.id).count() == 3


async def test_bytes_are_bounded_and_room_comes_back(user: Caller, narrow: Callable[..., None]) -> None:
    narrow(user_bytes=MIB)
    texts = ["x" * 50_000 + str(number) for number in range(30)]
    made = 0
    with pytest.raises(InvalidState) as error:
        for text in texts:
            await resumes.create(user, {"name": "R", "content": text[-50_000:]})
            made += 1
    assert error.value.status == 422
    assert 1 <= made <= 20
    assert await quotas.stored_bytes(user.id) <= MIB
    with pytest.raises(InvalidState):
        await resumes.create(user, {"name": "R", "content": "y" * 50_000})
    for resume in await Resume.filter(user_id=user.id, is_primary=False):
        await resumes.delete(user, str(resume.id))
    quotas._bytes.clear()
    await applications.create(user, GIVEN)


async def test_what_is_stored_is_counted_in_bytes(user: Caller) -> None:
    before = await quotas.stored_bytes(user.id)
    await resumes.create(user, {"name": "R", "content": "ä" * 200})
    document = await document_of(user, "ü" * 50)
    assert await quotas.stored_bytes(user.id) - before == 400 + len(AD.encode()) + 2 * 100
    await documents.edit(user, str(document.application_id), document.document_type, {"content": "a" * 20})
    assert await quotas.stored_bytes(user.id) - before == 400 + len(AD.encode()) + 100 + 2 * 20


async def fill(user: Caller, number: int, versions: int = 1) -> None:
    """Many applications with documents, versions and runs, quickly."""
    made = [
        Application(
            user_id=user.id, name="n", company_name="C", role_title="R", digest="", search_text="", job_description=AD
        )
        for _ in range(number)
    ]
    await Application.bulk_create(made, batch_size=500)
    written = [
        Document(
            application_id=each.id,
            document_type=DocumentType.RESEARCH_REPORT,
            content="# T" * 300,
            author=Author.AI,
            version=versions,
        )
        for each in made
    ]
    await Document.bulk_create(written, batch_size=500)
    await DocumentVersion.bulk_create(
        [
            DocumentVersion(document_id=each.id, version=place + 1, content=f"{place}" * 900, author=Author.AI)
            for each in written
            for place in range(versions)
        ],
        batch_size=500,
    )
    await PhaseRun.bulk_create(
        [
            PhaseRun(application_id=each.id, user_id=user.id, phase=Phase.RESEARCH, status=RunStatus.COMPLETED, fence=1)
            for each in made
        ],
        batch_size=500,
    )


async def test_an_export_is_whole_whatever_its_size(user: Caller) -> None:
    await resumes.create(user, {"name": "R", "content": RESUME})
    await fill(user, 3, versions=50)
    await fill(user, 60, versions=2)
    exported = json.loads(await account_export.text(user))
    assert exported["user"]["email"] == user.email
    assert len(exported["resumes"]) == 1
    assert len(exported["applications"]) == len({each["id"] for each in exported["applications"]}) == 63
    counts = sorted(len(each["documents"][0]["versions"]) for each in exported["applications"])
    assert counts == [2] * 60 + [50] * 3
    for application in exported["applications"]:
        assert len(application["runs"]) == 1
        numbers = [version["version"] for version in application["documents"][0]["versions"]]
        assert numbers == sorted(numbers)


async def test_an_export_reads_as_much_for_each_application_however_many_there_are(user: Caller) -> None:
    took = []
    for number in (200, 600):
        await fill(user, number)
        began = time.process_time()
        exported = json.loads(await account_export.text(user))
        took.append((time.process_time() - began) / len(exported["applications"]))
    assert took[1] < took[0] * 2


async def test_a_large_export_is_streamed_in_little_memory(session: accounts.Session, inside: Settings) -> None:
    await fill(session.user, 3000)
    process = psutil.Process()
    before = largest = process.memory_info().rss
    size = 0
    async for piece in account_export.stream(session.user, read_token(session.access_token)):
        size += len(piece)
        largest = max(largest, process.memory_info().rss)
    assert size > 8 * MIB
    assert largest - before < 30 * MIB


async def test_beyond_the_cap_on_answers_the_export_names_its_address(
    user: Caller, narrow: Callable[..., None]
) -> None:
    await fill(user, 1000)
    narrow(answer_bytes=MIB)
    with pytest.raises(AnswerTooLarge) as error:
        await account_export.text(user)
    assert "GET /api/v1/account/export" in error.value.message


async def test_one_export_of_a_user_at_a_time(user: Caller, session: accounts.Session) -> None:
    await fill(user, 50)
    results = await asyncio.gather(*(account_export.text(user) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(each, str) for each in results) == 1
    assert sum(isinstance(each, RateLimited) for each in results) == 4
    stream = account_export.stream(user, read_token(session.access_token))
    await anext(stream)
    with pytest.raises(RateLimited):
        await account_export.text(user)
    await stream.aclose()  # type: ignore[attr-defined]
    assert json.loads(await account_export.text(user))


async def test_an_export_ends_with_the_authorization(user: Caller, session: accounts.Session) -> None:
    from jobforge.operations import events

    await fill(user, 50)
    stream = account_export.stream(user, read_token(session.access_token))
    await anext(stream)
    await accounts.change_password(user, {"new_password": "Another-door-8"}, "Sesame-opens-7")
    await events.end_unauthorized()
    with pytest.raises(AuthenticationError):
        async for _ in stream:
            pass
    assert not account_export.is_running(user.id)


@pytest.fixture
async def client(inside: Settings, session: accounts.Session) -> Any:
    transport = httpx.ASGITransport(create_app(inside))
    headers = {"Authorization": f"Bearer {session.access_token}", **JSON}
    async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=headers) as opened:
        yield opened


async def test_the_export_is_downloaded_with_the_bearer_token(client: httpx.AsyncClient, user: Caller) -> None:
    await fill(user, 30)
    answer = await client.get("/api/v1/account/export")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert "attachment" in answer.headers["content-disposition"]
    assert len(answer.json()["applications"]) == 30
    refused = await client.get("/api/v1/account/export", headers={"Authorization": "Bearer no"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "AUTHENTICATION_ERROR")


async def test_only_so_many_rows_are_read_as_are_shown(client: httpx.AsyncClient, user: Caller) -> None:
    document = await document_of(user)
    await DocumentVersion.bulk_create(
        [
            DocumentVersion(document_id=document.id, version=place, content="x" * 20_000, author=Author.USER)
            for place in range(2, 400)
        ]
    )
    asked = """query($id: ID!) { document(applicationId: $id, documentType: RESEARCH_REPORT) {
        versions(first: 1) { version %s } } }"""
    process = psutil.Process()
    for field in ("", "content"):
        body = {"query": asked % field, "variables": {"id": str(document.application_id)}}
        await client.post("/graphql", json=body)
        before = process.memory_info().rss
        answer = (await client.post("/graphql", json=body)).json()
        assert answer["data"]["document"]["versions"][0]["version"] == 399
        assert process.memory_info().rss - before < 4 * MIB


@pytest.mark.parametrize(
    "query",
    [
        "{ " + " ".join(f"a{n}: resumes {{ content }}" for n in range(20)) + " }",
        "{ " + " ".join(f"a{n}: exportAccount" for n in range(10)) + " }",
        "mutation { "
        + " ".join(f'a{n}: login(input: {{email: "a@b.cc", password: "x"}}) {{ tokenType }}' for n in range(30))
        + " }",
        "query($i: ID!, $c: String!) { "
        + " ".join(
            f"a{n}: review(applicationId: $i, documentType: COVER_LETTER, content: $c) {{ verdict }}" for n in range(19)
        )
        + " }",
    ],
    ids=["resumes", "exports", "logins", "reviews"],
)
async def test_what_is_large_or_slow_weighs(client: httpx.AsyncClient, query: str) -> None:
    variables = {"i": str(UUID(int=1)), "c": "a" * 100_000}
    for _ in range(2):
        answer = (await client.post("/graphql", json={"query": query, "variables": variables})).json()
        assert "may cost" in answer["errors"][0]["message"]


async def test_a_long_text_costs_more_than_a_short_one_also_from_the_cache(client: httpx.AsyncClient) -> None:
    query = """query($i: ID!, $c: String!) {
        review(applicationId: $i, documentType: COVER_LETTER, content: $c) { verdict } }"""
    costs = []
    for size in (100, 50_000, 100, 50_000):
        variables = {"i": str(UUID(int=1)), "c": "a" * size}
        answer = (await client.post("/graphql", json={"query": query, "variables": variables})).json()
        costs.append(answer["extensions"]["cost"])
    assert costs[:2] == costs[2:]
    assert costs[1] > costs[0] + 500


async def test_an_answer_is_bounded(client: httpx.AsyncClient, user: Caller, narrow: Callable[..., None]) -> None:
    for number in range(30):
        await resumes.create(user, {"name": f"{number}", "content": "r" * 50_000})
    narrow(answer_bytes=MIB)
    answer = await client.post("/graphql", json={"query": "{ resumes { content } }"})
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "VALIDATION_ERROR"
    assert len(answer.content) < 2000
    assert "errors" not in (await client.post("/graphql", json={"query": "{ resumes { name } }"})).json()
