"""Texts are read in processes that can be ended, a few batches a user at a time."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psutil
import pytest

from jobforge.errors import Overloaded, ProcessingError, RateLimited
from jobforge.matching.match import match
from jobforge.sandbox import pool, text_worker
from jobforge.sandbox.pool import TextPool
from jobforge.sandbox.text_worker import Outcome

SECONDS = 30.0


def spin(seconds: float) -> str:
    """Use the processor for so many seconds."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return "done"


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def refuse() -> None:
    raise ProcessingError("Not this one.")


def fail(text: str) -> None:
    raise ValueError(text)


@asynccontextmanager
async def opened(size: int = 1) -> AsyncIterator[TextPool]:
    made = TextPool(size)
    try:
        yield made
    finally:
        await made.close()


@pytest.fixture
def _our_functions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers run this module's functions, under the name by which they find it."""
    monkeypatch.setattr(pool, "MODULE", "tests.support.any_worker")
    for function in (spin, sleep, refuse, fail):
        monkeypatch.setattr(function, "__module__", "tests.unit.sandbox.test_pool")


async def run(made: TextPool, function: object, *arguments: object, user: str = "me", cpu: float = 5.0) -> Outcome:
    (outcome,) = await made.run(function, [(arguments, {})], user=user, cpu_seconds=cpu)  # type: ignore[arg-type]
    return outcome


@pytest.mark.usefixtures("_our_functions")
async def test_results_come_back_in_order() -> None:
    async with opened() as made:
        outcomes = await made.run(spin, [((0.0,), {})] * 3, user="me", cpu_seconds=1.0)
    assert outcomes == [Outcome("done")] * 3


@pytest.mark.usefixtures("_our_functions")
async def test_a_text_that_takes_too_long_is_given_up_and_the_worker_goes_on() -> None:
    async with opened() as made:
        await run(made, spin, 0.0)
        (pid,) = [worker.process.pid for worker in made._all]
        outcomes = await made.run(spin, [((60.0,), {}), ((0.0,), {})], user="me", cpu_seconds=0.3)
        assert outcomes == [Outcome(too_slow=True), Outcome("done")]
        assert [worker.process.pid for worker in made._all] == [pid]


@pytest.mark.usefixtures("_our_functions")
async def test_a_worker_that_does_not_answer_is_killed_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MIN_WALL_SECONDS", 1.5)
    async with opened() as made:
        await run(made, spin, 0.0)
        (before,) = [worker.process.pid for worker in made._all]
        outcomes = await made.run(sleep, [((0.0,), {}), ((60.0,), {}), ((0.0,), {})], user="me", cpu_seconds=0.1)
        assert outcomes == [Outcome("slept"), Outcome(too_slow=True), Outcome(too_slow=True)]
        assert not psutil.pid_exists(before)
        assert await run(made, spin, 0.0) == Outcome("done")


@pytest.mark.usefixtures("_our_functions")
async def test_errors_say_where_and_never_what_the_text_was() -> None:
    async with opened() as made:
        expected = await run(made, refuse)
        assert isinstance(expected.error, ProcessingError)
        assert expected.error.message == "Not this one."
        failed = await run(made, fail, "a secret text")
        assert failed.failure.startswith("ValueError; ")
        assert "test_pool.py" in failed.failure
        assert "secret" not in failed.failure


@pytest.mark.usefixtures("_our_functions")
async def test_a_user_has_two_batches_at_a_time_and_others_do_not_wait_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "USER_WAIT_SECONDS", 0.1)
    async with opened(3) as made:
        busy = [asyncio.create_task(run(made, sleep, 3.0)) for _ in range(pool.MAX_BATCHES)]
        await asyncio.sleep(0)
        with pytest.raises(RateLimited) as refused:
            await run(made, sleep, 0.0)
        assert refused.value.retry_after >= 1
        assert await run(made, spin, 0.0, user="somebody else") == Outcome("done")
        assert await asyncio.gather(*busy) == [Outcome("slept")] * 2
        assert await run(made, spin, 0.0) == Outcome("done")
        assert not made._batches


@pytest.mark.usefixtures("_our_functions")
async def test_a_batch_waits_for_a_worker_for_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(1) as made:
        busy = asyncio.create_task(run(made, sleep, 2.0))
        await asyncio.sleep(0.1)
        with pytest.raises(Overloaded):
            await made.run(spin, [((0.0,), {})], user="other", cpu_seconds=1.0, wait_seconds=0.1)
        assert await busy == Outcome("slept")


@pytest.mark.usefixtures("_our_functions")
async def test_a_request_that_is_given_up_frees_its_worker_at_once() -> None:
    async with opened(1) as made:
        await run(made, spin, 0.0)
        busy = asyncio.create_task(run(made, sleep, 60.0))
        await asyncio.sleep(0.2)
        busy.cancel()
        with pytest.raises(asyncio.CancelledError):
            await busy
        began = time.monotonic()
        assert await run(made, spin, 0.0) == Outcome("done")
        assert time.monotonic() - began < SECONDS


@pytest.mark.usefixtures("_our_functions")
async def test_workers_are_replaced_after_a_number_of_texts_and_end_when_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MAX_CALLS", 2)
    monkeypatch.setattr(pool, "IDLE_SECONDS", 0.2)
    async with opened() as made:
        await run(made, spin, 0.0)
        (first,) = made._all
        await run(made, spin, 0.0)
        assert first.process.returncode is not None
        await run(made, spin, 0.0)
        (second,) = made._all
        async with asyncio.timeout(SECONDS):
            await second.process.wait()
        assert made.is_cold


async def test_no_worker_is_started_before_there_is_work() -> None:
    async with opened() as made:
        assert made.is_cold


def test_only_functions_of_ours_are_called() -> None:
    with pytest.raises(ImportError):
        text_worker._function("os:system")


async def test_without_a_pool_texts_are_read_in_a_thread() -> None:
    assert await pool.run(spin, [((0.0,), {})], user=None, cpu_seconds=1.0) == [Outcome("done")]


async def test_a_match_is_the_same_in_a_worker_and_here() -> None:
    resume = "# Robin\n\n## Experience\n\n### Electrician, Harbour (2019 - 2021)\n\n- Wired 12 boats\n"
    ad = "Electrician wanted. Requirements: experience with wiring boats. We offer a good team and fair pay."
    async with opened() as made:
        (outcome,) = await made.run(match, [((resume, ad), {})], user="me", cpu_seconds=20.0)
    assert outcome == Outcome(match(resume, ad))
