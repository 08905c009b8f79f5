"""What a listener hears when nobody says anything, and when its time is over."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from services import AD, SECRET, Service

from jobforge.enums import Phase, RunStatus
from jobforge.messaging import broker
from jobforge.messaging.broker import POLL_SECONDS, Broker, Event, EventKind, Listener, Signal, SlowReader
from jobforge.operations import applications, events
from jobforge.settings import Settings, load
from jobforge.storage.models import PhaseRun, User


@pytest.fixture
def settings() -> Settings:
    return load(jwt_secret=SECRET)


async def silence(listener: Listener, most: int = POLL_SECONDS) -> int:
    """After how many seconds in which nobody says anything the listener looks for itself."""
    heard = asyncio.create_task(listener.next())
    for second in range(1, most + 1):
        listener.wait_a_second()
        await asyncio.sleep(0)
        if heard.done():
            assert heard.result() is Signal.LOOK
            return second
    heard.cancel()
    return most + 1


async def test_after_some_seconds_of_silence_a_listener_looks_for_itself_and_not_all_in_the_same() -> None:
    listeners = [Listener() for _ in range(20)]
    for _ in range(2):
        seconds = [await silence(listener) for listener in listeners]
        assert max(seconds) <= POLL_SECONDS
        assert min(seconds) >= POLL_SECONDS // 2
        assert len(set(seconds)) == POLL_SECONDS // 2


async def test_what_is_heard_breaks_the_silence() -> None:
    listener = Listener()
    usual = await silence(listener)
    for _ in range(usual - 1):
        listener.wait_a_second()
    listener.tell(Signal.CLOSING)
    for _ in range(POLL_SECONDS):  # there is something to hear
        listener.wait_a_second()
    assert await listener.next() is Signal.CLOSING
    listener.tell(Signal.CLOSING)
    assert await listener.next() is Signal.CLOSING
    assert await silence(listener) == usual


async def test_seconds_pass_for_all_listeners_of_a_process(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broker, "POLL_SECONDS", 2)
    async with broker.opened(settings) as opened, opened.listening(uuid4(), None) as one:
        heard = [await one.next() for _ in range(3)]  # the first one is told as the connection is made
    assert set(heard) == {Signal.LOOK}


@pytest.mark.parametrize("seconds", [0.2, 0.0, -5.0])
async def test_a_listener_hears_that_its_time_is_over(settings: Settings, seconds: float) -> None:
    async with broker.opened(settings) as opened, opened.listening(uuid4(), seconds) as listener:
        while (heard := await listener.next()) is Signal.LOOK:
            pass
    assert heard is Signal.OVER


async def test_what_is_over_is_over_whatever_was_not_heard_yet() -> None:
    listener = Listener()
    for _ in range(broker.BACKLOG + 1):
        listener.tell(Signal.LOOK)
    listener.end()
    assert await listener.next() is Signal.OVER


async def test_who_lags_too_far_behind_is_cut_off() -> None:
    listener = Listener()
    for _ in range(broker.BACKLOG + 1):
        listener.tell(Signal.LOOK)
    with pytest.raises(SlowReader):
        await listener.next()


@pytest.mark.parametrize("missed", [0, 2])
async def test_who_looks_again_sees_nothing_twice(inside: Settings, missed: int) -> None:
    """Neither one who came back and had missed something nor one who had missed nothing."""
    user = await User.create(email="me@example.com", full_name="Me", password_hash="-")
    given = {"company_name": "Harbour", "role_title": "Electrician", "job_description": AD}
    application = UUID((await applications.create(user, given))["id"])
    run = await PhaseRun.create(
        application_id=application, user_id=user.id, phase=Phase.RESEARCH, status=RunStatus.PROCESSING, fence=7
    )

    def event(sequence: int) -> Event:
        kind = EventKind.PROGRESSED if sequence else EventKind.STARTED
        return Event(7, sequence, kind, application, run.id, Phase.RESEARCH, datetime.now(UTC))

    for sequence in range(5):
        await broker.current().announce(event(sequence))
    told = await events.follow_events(user, str(application), event(4 - missed).id, None)
    for sequence in range(5 - missed, 5):
        assert (await anext(told)).id == event(sequence).id
    waiting = asyncio.ensure_future(anext(told))
    for _ in range(3):
        await asyncio.sleep(0.1)
        await broker.current().tell(application, Signal.LOOK)
    await asyncio.sleep(0.2)
    assert not waiting.done()
    await broker.current().announce(event(5))
    assert (await waiting).id == event(5).id
    await told.aclose()


async def test_many_who_look_at_once_share_a_few_connections(deployed: Service) -> None:
    where = deployed.environment["JOBFORGE_REDIS_URL"] + "?client_name=crowd"
    async with broker.opened(load(redis_url=where, jwt_secret=SECRET)) as opened:
        await asyncio.gather(*(opened.kept(uuid4()) for _ in range(300)))
        named = [client for client in await opened.redis.client_list() if client["name"] == "crowd"]
    assert 1 < len(named) <= broker.READERS + 1  # one more listens


async def test_nobody_is_remembered_who_has_left(settings: Settings) -> None:
    made = Broker(broker.connect(settings))
    async with made.listening(uuid4(), 100.0):
        assert len(made._listeners) == 1
    assert len(made._listeners) == 0
    await made.redis.aclose(close_connection_pool=True)
