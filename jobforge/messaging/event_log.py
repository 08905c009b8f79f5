"""What happened to the runs of an application, kept for 24 hours and published to those who listen.

The log is a help, not the truth: what is lost with Redis is filled in from the database's rows.
"""

import asyncio
import contextlib
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum, StrEnum
from uuid import UUID

import orjson
import structlog
from arq.connections import ArqRedis
from redis.exceptions import ResponseError

from jobforge.enums import Phase
from jobforge.messaging.redis import CONNECTION_ERRORS, TIMEOUT_SECONDS

log = structlog.get_logger(__name__)

EVENT_TTL_SECONDS = 24 * 60 * 60
MAX_EVENTS = 10_000
"""Of one application, approximately."""
READERS = 8
"""Reads at a time: each takes a connection, and those of hundreds who read at once would stay."""
_ALL = UUID(int=0)
"""Stands in a message for all applications of its user."""


class EventKind(StrEnum):
    STARTED = "started"
    PROGRESSED = "progressed"
    TEXT = "text"
    RESTARTED = "restarted"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Signal(Enum):
    """What a listener may receive besides events."""

    REFRESH = "look"
    """Something changed, or messages may have been missed: read again."""
    DELETED = "gone"
    """The application was deleted."""
    RECHECK = "recheck"
    """The user's authorizations may have ended: check them."""
    CLOSING = "closing"
    """This process ends; another one will serve the listener."""
    UNAUTHORIZED = "unauthorized"
    """The authorization to listen has ended."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a run. Its place among the application's events is (fence, sequence)."""

    fence: int
    sequence: int
    kind: EventKind
    user_id: UUID
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


@dataclass(frozen=True, slots=True)
class Message:
    """What is published on a user's channel: an event or a signal, about one application or all of them."""

    user_id: UUID
    application_id: UUID | None
    content: Event | Signal


def event_id(fence: int, sequence: int) -> str:
    """Return an id of one width that sorts as text in the order of an application's events."""
    return f"{fence:010d}-{sequence:010d}"


def channel(user_id: UUID) -> str:
    """Return the name of the channel on which the user's events are published."""
    return f"jobforge:user:{user_id}"


def encode(event: Event) -> bytes:
    """Return the event as JSON; what is empty is left out."""
    return orjson.dumps({name: value for name, value in asdict(event).items() if value != ""}, str)


def decode(data: bytes) -> Event | None:
    """Return the event; None for one that this version cannot read, such as a kind that a newer one sends."""
    try:
        fields = orjson.loads(data)
        fields.update({name: UUID(fields[name]) for name in ("user_id", "application_id", "run_id")})
        fields.update(
            kind=EventKind(fields["kind"]), phase=Phase(fields["phase"]), at=datetime.fromisoformat(fields["at"])
        )
        return Event(**{name: fields[name] for name in Event.__dataclass_fields__ if name in fields})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        log.warning("event_unreadable", error=type(error).__name__)
        return None


def encode_message(user_id: UUID, application_id: UUID | None, body: bytes) -> bytes:
    """Return the frame of a message: whose it is, what it is about, and an event or the word of a signal."""
    return user_id.bytes + (application_id or _ALL).bytes + body


def decode_message(data: bytes) -> Message | None:
    """Return the message; None for one that this version cannot read."""
    try:
        user_id, application_id, body = UUID(bytes=data[:16]), UUID(bytes=data[16:32]), data[32:]
    except ValueError:
        log.warning("message_unreadable", size=len(data))
        return None
    content = _SIGNALS.get(body) or decode(body)
    if content is None:
        return None
    return Message(user_id, None if application_id == _ALL else application_id, content)


class EventLog:
    """The events of all applications."""

    def __init__(self, redis: ArqRedis) -> None:
        self.redis = redis
        self._reading = asyncio.Semaphore(READERS)

    async def append(self, event: Event, *, first: bool = True) -> bool:
        """Keep the event for those who come later and publish it to those who listen.

        False when subscribers may have missed something: Redis is unavailable, or, unless this is the `first` event
        of a series, has lost those before it."""
        key, body = _key(event.application_id), encode(event)
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS), self.redis.pipeline(transaction=True) as pipe:
                pipe.xadd(
                    key,
                    {"e": body},
                    id=f"{event.fence}-{event.sequence}",
                    nomkstream=not first,
                    maxlen=MAX_EVENTS,
                    approximate=True,
                )
                pipe.expire(key, EVENT_TTL_SECONDS)
                pipe.publish(channel(event.user_id), encode_message(event.user_id, event.application_id, body))
                added, *_ = await pipe.execute(raise_on_error=False)
        except CONNECTION_ERRORS:
            return False
        if isinstance(added, ResponseError):
            # About the id: a later fence has spoken already, and nobody waits for this event. Or Redis is full.
            return not str(added).startswith("OOM")
        return added is not None

    async def publish(self, user_id: UUID, application_id: UUID | None, signal: Signal) -> None:
        """Tell those who listen to one application of the user, or to any of them."""
        with contextlib.suppress(*CONNECTION_ERRORS):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                if signal is Signal.DELETED and application_id is not None:
                    await self.redis.delete(_key(application_id))
                message = encode_message(user_id, application_id, signal.value.encode())
                await self.redis.publish(channel(user_id), message)

    async def read(self, application_id: UUID) -> list[Event]:
        """Return the application's events in order; none while Redis is unavailable."""
        async with self._reading:
            try:
                async with asyncio.timeout(TIMEOUT_SECONDS):
                    entries = await self.redis.xrange(_key(application_id))
            except CONNECTION_ERRORS:
                return []
        return [event for _, fields in entries if (event := decode(fields.get(b"e", b""))) is not None]

    async def delete(self, application_ids: list[UUID]) -> None:
        """Forget the events of these applications."""
        with contextlib.suppress(*CONNECTION_ERRORS):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                for start in range(0, len(application_ids), 500):
                    await self.redis.delete(*map(_key, application_ids[start : start + 500]))


_SIGNALS = {signal.value.encode(): signal for signal in Signal}


def _key(application_id: UUID) -> str:
    return f"jobforge:events:{application_id}"
