"""Reading texts is bounded, and whoever reads them keeps nobody else waiting."""

import asyncio
import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from services import AD, JSON, PASSWORD, RESUME, JobForge, Providers, Service, settings_for

from jobforge import security
from jobforge import settings as settings_module
from jobforge.app import create_app
from jobforge.enums import DocumentType, Verdict
from jobforge.errors import InvalidState, Overloaded, RateLimited
from jobforge.factcheck.review import review
from jobforge.operations import accounts, applications, requirement_match, resumes, text_reading
from jobforge.sandbox import pool
from jobforge.sandbox.text_worker import Outcome, call
from jobforge.settings import Settings
from jobforge.storage.models import Caller, Document

REVIEW = """query($i: ID!, $c: String!) {
    review(applicationId: $i, documentType: OPTIMIZED_RESUME, content: $c) { verdict } }"""
UNITS = [
    *("01/2019 - 02/2020\n", "a\n", "Nurse at Acme (2019 - 2020)\n", "()", "# a\n"),
    *("BSc, MIT, 2019\n", "a\tb\n", "a; b\n"),
]


def long(unit: str, size: int = 100_000) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@pytest.mark.parametrize("unit", UNITS)
def test_reading_a_text_takes_time_by_its_length(unit: str) -> None:
    """Counted against the same text at a quarter of its length, so that the machine does not matter."""

    def seconds(size: int) -> float:
        took = []
        for take in range(2):
            text = f"{take}\n{long(unit, size)}"  # another text each time: whole texts that were read are remembered
            began = time.process_time()
            review(text, DocumentType.OPTIMIZED_RESUME, resume=RESUME, ad=AD, today=date(2026, 1, 1))
            took.append(time.process_time() - began)
        return min(took)

    seconds(1000)
    assert seconds(80_000) < 4 * 2.5 * seconds(20_000) + 0.2


def test_a_text_beyond_its_time_is_given_up() -> None:
    import signal

    from jobforge.sandbox import text_worker

    before = signal.signal(signal.SIGPROF, text_worker._stop)
    try:
        began = time.process_time()
        arguments = (long("a\n"), DocumentType.OPTIMIZED_RESUME)
        options = {"resume": RESUME, "ad": AD, "today": date(2026, 1, 1)}
        assert call(review, arguments, options, 0.1) == Outcome(too_slow=True)
        assert time.process_time() - began < 1.0
    finally:
        signal.signal(signal.SIGPROF, before)


@pytest.fixture
async def document(inside: Settings) -> tuple[Caller, Document]:
    user = (await accounts.register({"email": "a@example.com", "password": "Abcdefg1", "full_name": "A"})).user
    await resumes.create(user, {"name": "R", "content": RESUME})
    made = await applications.create(user, {"company_name": "A", "role_title": "B", "job_description": AD})
    kind = DocumentType.OPTIMIZED_RESUME
    return user, await Document.create(application_id=made["id"], document_type=kind, content=RESUME, author="ai")


@pytest.mark.parametrize("reason", ["slow", "busy", "crowded"])
async def test_what_is_given_up_says_so(
    document: tuple[Caller, Document], monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    user, made = document
    text_reading.reviews._cache.clear()
    text_reading.matches._cache.clear()

    async def give_up(function: object, calls: list[object], **_: object) -> list[Outcome]:
        if reason == "slow":
            return [Outcome(too_slow=True)] * len(calls)
        raise RateLimited("busy", 2) if reason == "busy" else Overloaded("crowded", 2)

    monkeypatch.setattr(pool, "run", give_up)
    (checked,) = await requirement_match.reviews_of_documents([made.id])
    assert checked.verdict is Verdict.WARN
    assert [finding.code for finding in checked.findings] == ["review.incomplete"]
    (report,) = await requirement_match.of_applications([made.application_id])
    assert (report.low_confidence, report.coverage) == (True, None)
    expected = {"slow": InvalidState, "busy": RateLimited, "crowded": Overloaded}[reason]
    with pytest.raises(expected):
        await requirement_match.review_text(user, str(made.application_id), made.document_type, {"content": RESUME})
    monkeypatch.undo()
    (checked,) = await requirement_match.reviews_of_documents([made.id])
    assert "review.incomplete" not in {finding.code for finding in checked.findings}  # nothing of it was remembered


async def test_what_was_read_before_is_remembered(
    document: tuple[Caller, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, made = document
    first = await requirement_match.reviews_of_documents([made.id])

    async def refuse(*_: object, **__: object) -> list[Outcome]:
        raise AssertionError

    monkeypatch.setattr(pool, "run", refuse)
    assert await requirement_match.reviews_of_documents([made.id]) == first


async def test_a_request_ends_after_its_time(
    inside: Settings, document: tuple[Caller, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    user, made = document
    token = await security.issue_token(user.id)
    monkeypatch.setattr(settings_module, "_in_force", inside.model_copy(update={"request_seconds": 0.2}))
    ended: list[bool] = []

    async def never(*_: object, **__: object) -> list[Outcome]:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(True)
        return []

    monkeypatch.setattr(pool, "run", never)
    text_reading.reviews._cache.clear()
    transport = httpx.ASGITransport(create_app(inside.model_copy(update={"request_seconds": 0.2})))
    headers = {"Authorization": f"Bearer {token}", **JSON}
    async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=headers) as client:
        body = {"query": REVIEW, "variables": {"i": str(made.application_id), "c": RESUME}}
        answer = await client.post("/graphql", json=body)
    (error,) = answer.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["status"]) == ("SERVICE_UNAVAILABLE", 503)
    assert ended == [True]


@pytest.fixture(scope="module")
def hashing(providers: Providers, logs: Path) -> Iterator[Service]:
    """A service whose passwords cost what they cost in earnest."""
    process = JobForge("up", settings_for(providers, JOBFORGE_BCRYPT_COST="10"), logs / "hashing")
    with process, Service("hashing", [process], providers) as service:
        yield service


async def test_many_long_reviews_keep_nobody_else_waiting(hashing: Service) -> None:
    """Of the user's reviews two are read at a time; the others are told to wait, and logins go on."""
    user, other = hashing.user(), hashing.user()
    user.resume()
    application = user.application()
    patience = float(os.environ.get("JOBFORGE_TEST_PATIENCE", "3"))
    async with httpx.AsyncClient(verify=False, timeout=120) as http:

        async def ask(number: int) -> dict[str, object]:
            body = {"query": REVIEW, "variables": {"i": application, "c": f"{number}\n" + long("a\n", 99_000)}}
            answer = await http.post(f"{hashing.url}/graphql", json=body, headers=user.headers | JSON)
            said: dict[str, object] = answer.json()
            return said

        asking = [asyncio.create_task(ask(number)) for number in range(12)]
        await asyncio.sleep(0.5)
        began = time.monotonic()
        login = {"email": other.email, "password": PASSWORD}
        assert (await http.post(f"{hashing.url}/api/v1/auth/login", json=login)).status_code == 200
        waited = time.monotonic() - began
        answers = await asyncio.gather(*asking)
    codes = {answer["errors"][0]["extensions"]["code"] for answer in answers if "errors" in answer}  # type: ignore[index]
    assert codes <= {"RATE_LIMITED", "INVALID_STATE"}
    assert "RATE_LIMITED" in codes
    limited = [a["errors"][0]["extensions"] for a in answers if "errors" in a]  # type: ignore[index]
    assert all(each["retryAfter"] >= 1 for each in limited if each["code"] == "RATE_LIMITED")
    assert waited < patience
