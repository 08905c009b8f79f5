"""What a listener hears when nobody says anything, and when its time is over."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from services import AD, SECRET, Service

from jobforge import background, messaging
from jobforge.enums import Phase, RunStatus
from jobforge.messaging import Messaging, event_log, listeners
from jobforge.messaging.event_log import Event, EventKind, Signal
from jobforge.messaging.listeners import BACKLOG, POLL_SECONDS, Listener, SlowReader
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
        listener.tick()
        await asyncio.sleep(0)
        if heard.done():
            assert heard.result() is Signal.REFRESH
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
        listener.tick()
    listener.put(Signal.CLOSING)
    for _ in range(POLL_SECONDS):  # there is something to hear
        listener.tick()
    assert await listener.next() is Signal.CLOSING
    listener.put(Signal.CLOSING)
    assert await listener.next() is Signal.CLOSING
    assert await silence(listener) == usual


async def test_seconds_pass_for_all_listeners_of_a_process(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listeners, "POLL_SECONDS", 2)
    async with messaging.opened(settings) as opened, opened.listeners.listen(uuid4(), uuid4()) as one:
        heard = [await one.next() for _ in range(3)]  # the first one is told as the connection is made
    assert set(heard) == {Signal.REFRESH}


@pytest.mark.parametrize("seconds", [0.2, 0.0, -5.0])
async def test_a_listener_hears_that_its_time_is_over(settings: Settings, seconds: float) -> None:
    async with messaging.opened(settings) as opened, opened.listeners.listen(uuid4(), None, None, seconds) as listener:
        while (heard := await listener.next()) is Signal.REFRESH:
            pass
    assert heard is Signal.UNAUTHORIZED


async def test_what_is_over_is_over_whatever_was_not_heard_yet() -> None:
    listener = Listener()
    for _ in range(BACKLOG + 1):
        listener.put(Signal.REFRESH)
    listener.end()
    assert await listener.next() is Signal.UNAUTHORIZED


async def test_who_lags_too_far_behind_is_cut_off() -> None:
    listener = Listener()
    for _ in range(BACKLOG + 1):
        listener.put(Signal.REFRESH)
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
        return Event(7, sequence, kind, user.id, application, run.id, Phase.RESEARCH, datetime.now(UTC))

    for sequence in range(5):
        await messaging.current().events.append(event(sequence))
    told = await events.follow_events(user, str(application), event(4 - missed).id, None)
    for sequence in range(5 - missed, 5):
        assert (await anext(told)).id == event(sequence).id
    waiting = asyncio.ensure_future(anext(told))
    for _ in range(3):
        await asyncio.sleep(0.1)
        await messaging.current().events.publish(user.id, application, Signal.REFRESH)
    await asyncio.sleep(0.2)
    assert not waiting.done()
    await messaging.current().events.append(event(5))
    assert (await waiting).id == event(5).id
    await told.aclose()


async def test_many_who_look_at_once_share_a_few_connections(deployed: Service) -> None:
    where = deployed.environment["JOBFORGE_REDIS_URL"] + "?client_name=crowd"
    async with messaging.opened(load(redis_url=where, jwt_secret=SECRET)) as opened:
        await asyncio.gather(*(opened.events.read(uuid4()) for _ in range(300)))
        named = [client for client in await opened.redis.client_list() if client["name"] == "crowd"]
    assert 1 < len(named) <= event_log.READERS + 1  # one more listens


async def test_nobody_is_remembered_who_has_left(settings: Settings) -> None:
    user = uuid4()
    async with messaging.opened(settings) as opened:
        async with opened.listeners.listen(user, uuid4(), "token", 100.0):
            assert opened.listeners.count(user) == 1
            assert opened.listeners.authorizations() == {"token"}
        assert opened.listeners.count(user) == 0
        await until_channels(opened, set())


async def channels(opened: Messaging) -> set[str]:
    """The channels of users to which anybody at this Redis subscribes."""
    return {name.decode() for name in await opened.redis.pubsub_channels("jobforge:user:*")}


async def until_channels(opened: Messaging, wanted: set[str]) -> None:
    async with asyncio.timeout(10):
        while await channels(opened) != wanted:
            await asyncio.sleep(0.05)


async def test_a_process_subscribes_only_to_users_that_it_has_listeners_for(redis_url: str) -> None:
    user, other = uuid4(), uuid4()
    async with messaging.opened(load(redis_url=redis_url, jwt_secret=SECRET)) as opened:
        await asyncio.sleep(0.3)
        assert await channels(opened) == set()
        async with opened.listeners.listen(user, uuid4()) as one, opened.listeners.listen(user, uuid4()) as two:
            assert await channels(opened) == {event_log.channel(user)}  # confirmed before the block begins
            await opened.events.publish(other, None, Signal.REFRESH)
            await opened.events.publish(user, None, Signal.CLOSING)
            assert [await one.next(), await two.next()] == [Signal.CLOSING, Signal.CLOSING]
        await until_channels(opened, set())


async def test_users_who_come_and_go_at_once_miss_nothing(redis_url: str) -> None:
    """Subscribing waits for its confirmation, also while the channel is being left."""
    user, application = uuid4(), uuid4()
    async with messaging.opened(load(redis_url=redis_url, jwt_secret=SECRET)) as opened:
        await asyncio.sleep(0.3)

        async def come_and_go(turn: int) -> None:
            await asyncio.sleep(0.9 + turn * 0.01)  # around the moment at which idle channels are left
            async with opened.listeners.listen(user, application) as listener:
                await opened.events.publish(user, application, Signal.CLOSING)
                async with asyncio.timeout(1):
                    assert await listener.next() is Signal.CLOSING

        for _ in range(2):
            await asyncio.gather(*map(come_and_go, range(20)))


async def test_listeners_read_again_when_the_connection_was_lost(redis_url: str) -> None:
    user = uuid4()
    async with messaging.opened(load(redis_url=redis_url, jwt_secret=SECRET)) as opened:
        await asyncio.sleep(0.3)
        async with opened.listeners.listen(user, uuid4()) as listener:
            await opened.redis.client_kill_filter(_type="pubsub")
            async with asyncio.timeout(POLL_SECONDS / 2 - 1):
                assert await listener.next() is Signal.REFRESH
            await opened.events.publish(user, None, Signal.CLOSING)
            async with asyncio.timeout(2):
                assert await listener.next() is Signal.CLOSING


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"short",
        bytes(range(16)) * 2,
        bytes(range(16)) * 2 + b"a word of a newer version",
        b"{}" * 40,
        b"\xff" * 64,
    ],
)
async def test_what_cannot_be_read_is_passed_over(redis_url: str, message: bytes) -> None:
    user, application = uuid4(), uuid4()
    async with messaging.opened(load(redis_url=redis_url, jwt_secret=SECRET)) as opened:
        await asyncio.sleep(0.3)
        async with opened.listeners.listen(user, application) as listener:
            framed = event_log.encode_message(user, application, message)
            for data in (message, framed):
                await opened.redis.publish(event_log.channel(user), data)
            await opened.redis.publish("jobforge:wake", message)
            await opened.events.publish(user, application, Signal.CLOSING)
            async with asyncio.timeout(2):
                assert await listener.next() is Signal.CLOSING
        assert not background.failing()


async def test_events_of_a_newer_version_are_passed_over(settings: Settings) -> None:
    moment = datetime.now(UTC)
    event = Event(1, 0, EventKind.STARTED, uuid4(), uuid4(), uuid4(), Phase.RESEARCH, moment)
    newer = event_log.encode(event).replace(b'"started"', b'"invented"')
    assert event_log.decode(newer) is None
    extended = event_log.encode(event).replace(b"{", b'{"invented": 1, ', 1)
    assert event_log.decode(extended) == event


async def test_a_message_on_a_channel_of_somebody_else_is_not_delivered(redis_url: str) -> None:
    user, other, application = uuid4(), uuid4(), uuid4()
    async with messaging.opened(load(redis_url=redis_url, jwt_secret=SECRET)) as opened:
        await asyncio.sleep(0.3)
        async with opened.listeners.listen(user, application) as listener:
            forged = event_log.encode_message(other, application, Signal.DELETED.value.encode())
            await opened.redis.publish(event_log.channel(user), forged)
            await opened.events.publish(user, application, Signal.CLOSING)
            assert await listener.next() is Signal.CLOSING


async def test_a_background_task_that_fails_is_started_again_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(background, "_failures", {})
    starts = 0

    async def work() -> None:
        nonlocal starts
        starts += 1
        if starts < 3:
            raise ZeroDivisionError
        await asyncio.Event().wait()

    async with background.running(sums=work):
        while starts < 3:
            await asyncio.sleep(0.01)
        assert background.failing() == ["sums"]
        monkeypatch.setattr(background, "REPORT_SECONDS", 0.0)
        assert background.failing() == []
