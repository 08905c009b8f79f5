"""All that crosses Redis: the queue that wakes the workers, and the events that subscribers see.

Nothing here is the truth. A message that is lost costs time, never data: the database's rows say what is so.
Without a Redis address the same code runs over a Redis inside the process.
"""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum, StrEnum
from itertools import cycle
from typing import Any
from uuid import UUID

import orjson
import structlog
from arq.connections import ArqRedis
from fakeredis import FakeAsyncRedis, FakeServer
from redis.asyncio import ConnectionPool
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError, ResponseError

from jobforge.enums import Phase
from jobforge.errors import RateLimited, ServiceUnavailable
from jobforge.settings import Settings

log = structlog.get_logger(__name__)

QUEUE = "jobforge:queue"
JOB = "perform"
HEALTH_KEY = QUEUE + ":health-check"
NEWS = "jobforge:news"
WAKE = "jobforge:wake"
EVENT_TTL_SECONDS = 24 * 60 * 60
EVENTS_KEPT = 10_000
TIMEOUT_SECONDS = 2.0  # seconds that a request waits for Redis before it goes on without
READERS = 8  # of events at a time: each takes a connection, and those of hundreds who look at once would stay
BACKLOG = 1000  # events a reader may lag behind before it is cut off
POLL_SECONDS = 10  # seconds after which a listener looks for itself, whatever was lost on the way

CONNECTION_ERRORS = (RedisError, OSError, TimeoutError)


class EventKind(StrEnum):
    STARTED = "started"
    PROGRESSED = "progressed"
    TEXT = "text"
    RESTARTED = "restarted"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Signal(Enum):
    """What a listener may hear besides events."""

    LOOK = "look"  # something changed, or messages may have been missed: read again
    GONE = "gone"  # the application was deleted
    CLOSING = "closing"  # this process ends: come back, to another one
    OVER = "over"  # the time for which one may listen


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a run. Its place among the application's events is (fence, sequence)."""

    fence: int
    sequence: int
    kind: EventKind
    application_id: UUID
    run_id: UUID
    phase: Phase
    at: datetime
    progress: float = 0.0
    step: str = ""
    text: str = ""
    attempt: int = 0
    reason: str = ""
    error_code: str = ""
    error_message: str = ""

    @property
    def id(self) -> str:
        return event_id(self.fence, self.sequence)


def event_id(fence: int, sequence: int) -> str:
    """An id of one width that sorts as text in the order of an application's events."""
    return f"{fence:010d}-{sequence:010d}"


def _encode(event: Event) -> bytes:
    return orjson.dumps({name: value for name, value in asdict(event).items() if value != ""}, str)


def _decode(data: bytes) -> Event:
    given = orjson.loads(data)
    given.update(
        kind=EventKind(given["kind"]),
        application_id=UUID(given["application_id"]),
        run_id=UUID(given["run_id"]),
        phase=Phase(given["phase"]),
        at=datetime.fromisoformat(given["at"]),
    )
    return Event(**given)


class SlowReader(RateLimited):
    """The listener fell so far behind that it is no longer served."""

    message = "This client reads too slowly. Subscribe again with the id of the last event it saw."


class Closing(ServiceUnavailable):
    """This process ends; another one will answer."""

    message = "The server restarts. Subscribe again with the id of the last event you saw."


class Listener:
    """What one subscriber hears of one application."""

    __slots__ = ("_heard", "_over", "_overrun", "_silent", "_start")
    _starts = cycle(range(POLL_SECONDS // 2))

    def __init__(self) -> None:
        self._heard: asyncio.Queue[Event | Signal] = asyncio.Queue(BACKLOG)
        self._overrun = False
        self._over = False
        self._start = next(self._starts)  # so that not all who heard the same look in the same second
        self._silent = self._start  # seconds

    def tell(self, heard: Event | Signal) -> None:
        self._silent = self._start
        try:
            self._heard.put_nowait(heard)
        except asyncio.QueueFull:
            self._overrun = True

    def end(self) -> None:
        """Has the listener hear nothing but OVER, whatever it has not heard yet."""
        self._over = True
        self.tell(Signal.OVER)

    def wait_a_second(self) -> None:
        """Called once a second: a timer for each thing that is heard would cost more than to tell it."""
        self._silent += 1
        if self._silent >= POLL_SECONDS and self._heard.empty():
            self.tell(Signal.LOOK)

    async def next(self) -> Event | Signal:
        """The next thing heard; after some seconds of silence, LOOK. Raises SlowReader."""
        if self._over:
            return Signal.OVER
        if self._overrun:
            raise SlowReader
        return await self._heard.get()


class Broker:
    """One process's connection to the queue and the events."""

    def __init__(self, redis: ArqRedis) -> None:
        self.redis = redis
        self._listeners: defaultdict[UUID, set[Listener]] = defaultdict(set)
        self._on_wake: list[Callable[[], None]] = []
        self._reading = asyncio.Semaphore(READERS)

    # --- the queue

    async def enqueue(self, run_id: UUID, fence: int, request_id: str = "") -> bool:
        """Wakes a worker for the run; False when the queue is away and the sweeper will have to.

        With the id of the request that started it, `request_of` tells it to whoever takes the run."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                if request_id:
                    await self.redis.set(_request_key(run_id), request_id, ex=EVENT_TTL_SECONDS)
                # Each fence its own job: arq refuses a job id it still remembers.
                await self.redis.enqueue_job(JOB, str(run_id), _job_id=f"{run_id}:{fence}", _queue_name=QUEUE)
                await self.redis.publish(WAKE, b"")
        except CONNECTION_ERRORS as error:
            log.warning("queue_away", run_id=str(run_id), error=type(error).__name__)
            return False
        return True

    async def request_of(self, run_id: UUID) -> str:
        """The id of the request that started the run, as far as is known."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                found = await self.redis.get(_request_key(run_id))
        except CONNECTION_ERRORS:
            return ""
        return found.decode() if found else ""

    async def queued(self) -> int:
        """How many messages wait in the queue; 0 while it is away."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                return int(await self.redis.zcard(QUEUE))
        except CONNECTION_ERRORS:
            return 0

    def on_wake(self, call: Callable[[], None]) -> None:
        """Has `call` called whenever something was put into the queue."""
        self._on_wake.append(call)

    def no_wake(self, call: Callable[[], None]) -> None:
        """Ends what `on_wake` began."""
        self._on_wake.remove(call)

    # --- the events

    async def announce(self, event: Event, *, anew: bool = True) -> bool:
        """Keeps the event for those who come later and tells those who listen.

        False when subscribers may have missed something: Redis is away, or, unless a row of events begins `anew`
        with this one, has lost those before it."""
        key, body = _key(event.application_id), _encode(event)
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS), self.redis.pipeline(transaction=True) as pipe:
                pipe.xadd(
                    key,
                    {"e": body},
                    id=f"{event.fence}-{event.sequence}",
                    nomkstream=not anew,
                    maxlen=EVENTS_KEPT,
                    approximate=True,
                )
                pipe.expire(key, EVENT_TTL_SECONDS)
                pipe.publish(NEWS, event.application_id.bytes + body)
                kept, *_ = await pipe.execute(raise_on_error=False)
        except CONNECTION_ERRORS:
            return False
        # An error is about the id: a later fence has spoken already, and nobody waits for this event.
        return isinstance(kept, ResponseError) or kept is not None

    async def tell(self, application_id: UUID, signal: Signal) -> None:
        """Tells those who listen to look again, or that the application is gone."""
        with contextlib.suppress(*CONNECTION_ERRORS):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                if signal is Signal.GONE:
                    await self.redis.delete(_key(application_id))
                await self.redis.publish(NEWS, application_id.bytes + signal.value.encode())

    async def kept(self, application_id: UUID) -> list[Event]:
        """The events still known, in order; none while Redis is away."""
        async with self._reading:
            try:
                async with asyncio.timeout(TIMEOUT_SECONDS):
                    entries = await self.redis.xrange(_key(application_id))
            except CONNECTION_ERRORS:
                return []
        return [_decode(fields[b"e"]) for _, fields in entries]

    @asynccontextmanager
    async def listening(self, application_id: UUID, seconds: float | None) -> AsyncIterator[Listener]:
        """Hears of the application until the block ends; nothing goes over the network for it.

        When so many seconds are over, OVER is heard; None is for ever."""
        listener = Listener()
        self._listeners[application_id].add(listener)
        loop = asyncio.get_running_loop()
        end = None if seconds is None else loop.call_later(max(seconds, 0.0), listener.end)
        try:
            yield listener
        finally:
            if end is not None:
                end.cancel()
            listeners = self._listeners[application_id]
            listeners.discard(listener)
            if not listeners:
                del self._listeners[application_id]

    async def is_there(self) -> bool:
        """Whether Redis answers."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await self.redis.ping()
        except CONNECTION_ERRORS:
            return False
        return True

    async def has(self, key: str) -> bool:
        """Whether such a key is kept; False while Redis is away."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                return bool(await self.redis.exists(key))
        except CONNECTION_ERRORS:
            return False

    # --- counting, for as long as is said

    async def count(self, key: str, seconds: int) -> tuple[int, int]:
        """One more of what the key counts, forgotten `seconds` after the first: how many, and the seconds left.

        While Redis is away nothing is counted: (0, 0)."""
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS), self.redis.pipeline(transaction=True) as pipe:
                pipe.set(key, 0, ex=seconds, nx=True)
                pipe.incr(key)
                pipe.ttl(key)
                _, count, left = await pipe.execute()
        except CONNECTION_ERRORS:
            return 0, 0
        return count, max(left, 1)

    async def uncount(self, key: str) -> None:
        """Takes one `count` back."""
        with contextlib.suppress(*CONNECTION_ERRORS):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                if await self.redis.exists(key):
                    await self.redis.decr(key)

    async def forget(self, key: str) -> None:
        """Counts from nought again."""
        with contextlib.suppress(*CONNECTION_ERRORS):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await self.redis.delete(key)

    # --- one connection hears for all listeners of the process

    async def hear(self) -> None:
        """Hands every message to its listeners; comes back by itself when Redis does."""
        while True:
            try:
                async with self.redis.pubsub() as channel:
                    await channel.subscribe(NEWS, WAKE)
                    self._look_all()
                    await self._hand_out(channel)
            except CONNECTION_ERRORS as error:
                log.warning("events_away", error=type(error).__name__)
                await asyncio.sleep(0.5)

    async def _hand_out(self, channel: PubSub) -> None:
        while True:
            message = await channel.get_message(ignore_subscribe_messages=True, timeout=None)
            if message is None:
                continue
            if message["channel"] == WAKE.encode():
                self._wake()
                continue
            data: bytes = message["data"]
            listeners = self._listeners.get(UUID(bytes=data[:16]))
            if listeners:
                body = data[16:]
                heard = Signal(body.decode()) if body in _SIGNALS else _decode(body)
                for listener in listeners:
                    listener.tell(heard)

    async def break_silences(self) -> None:
        """Has listeners look for themselves that have heard nothing for a while."""
        while True:
            await asyncio.sleep(1)
            for listeners in self._listeners.values():
                for listener in listeners:
                    listener.wait_a_second()

    def _look_all(self) -> None:
        self._wake()
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.tell(Signal.LOOK)

    def close_listeners(self) -> None:
        """Tells every listener that this process ends."""
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.tell(Signal.CLOSING)

    def _wake(self) -> None:
        for call in self._on_wake:
            call()


serialize, deserialize = orjson.dumps, orjson.loads  # arq's own choice would be pickle

_SIGNALS = frozenset(signal.value.encode() for signal in Signal)
_open: Broker | None = None


def _request_key(run_id: UUID) -> str:
    return f"jobforge:request:{run_id}"


def _key(application_id: UUID) -> str:
    return f"jobforge:events:{application_id}"


class _InProcessRedis(ArqRedis):
    async def info(self, section: str | None = None, *_: Any, **__: Any) -> dict[str, Any]:
        # arq's worker asks for it as it starts, and fakeredis has none.
        return {"redis_version": "in process", "used_memory_human": "0", "connected_clients": 1, "db_keys": 0}


def connect(settings: Settings) -> ArqRedis:
    """Redis at its address, or one inside this process."""
    words: dict[str, Any] = {
        "job_serializer": serialize,
        "job_deserializer": deserialize,
        "default_queue_name": QUEUE,
    }
    if settings.redis_url:
        pool = ConnectionPool.from_url(
            settings.redis_url,
            socket_connect_timeout=TIMEOUT_SECONDS,
            socket_keepalive=True,
            health_check_interval=15,
        )
        return ArqRedis(pool, **words)
    return _InProcessRedis(FakeAsyncRedis(server=FakeServer()).connection_pool, **words)


def current() -> Broker:
    """The broker that is open in this process."""
    if _open is None:
        raise RuntimeError("no broker is open in this process")
    return _open


def close_listeners() -> None:
    """Tells every listener of this process, if there is a broker, that the end has come."""
    if _open is not None:
        _open.close_listeners()


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Broker]:
    """The broker, for every task of this process, until the block ends."""
    global _open
    broker = _open = Broker(connect(settings))
    tasks = [asyncio.create_task(broker.hear()), asyncio.create_task(broker.break_silences())]
    try:
        yield broker
    finally:
        _open = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await broker.redis.aclose(close_connection_pool=True)
