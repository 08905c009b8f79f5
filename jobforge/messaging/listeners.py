"""Live events for the subscribers of this process, over one connection that subscribes to its users' channels only."""

import asyncio
from collections.abc import AsyncIterator, Callable, Hashable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from uuid import UUID

import structlog
from arq.connections import ArqRedis
from redis.asyncio.client import PubSub

from jobforge.errors import RateLimited, ServiceUnavailable
from jobforge.messaging.event_log import Event, Message, Signal, channel, decode_message
from jobforge.messaging.queue import WAKE
from jobforge.messaging.redis import CONNECTION_ERRORS, TIMEOUT_SECONDS, address_of
from jobforge.outage import Outage

log = structlog.get_logger(__name__)

BACKLOG = 1000
"""Events by which a reader may lag behind before it is cut off."""
POLL_SECONDS = 10
"""After which a listener reads for itself, whatever was lost on the way."""
RECONNECT_SECONDS = 0.5


class SlowReader(RateLimited):
    """The listener fell so far behind that it is no longer served."""

    message = "This client reads too slowly. Subscribe again with the id of the last event it saw."


class Closing(ServiceUnavailable):
    """This process ends; another one will answer."""

    message = "The server restarts. Subscribe again with the id of the last event you saw."


class Listener:
    """One subscriber's inbox for one application."""

    __slots__ = ("_inbox", "_overrun", "_silence", "_start", "_unauthorized", "authorization")
    _starts = cycle(range(POLL_SECONDS // 2))

    def __init__(self, authorization: Hashable = None) -> None:
        self.authorization = authorization
        """What entitles the subscriber to listen; None where that cannot end."""
        self._inbox: asyncio.Queue[Event | Signal] = asyncio.Queue(BACKLOG)
        self._overrun = False
        self._unauthorized = False
        self._start = next(self._starts)  # so that not all who heard the same read in the same second
        self._silence = self._start  # seconds

    def put(self, item: Event | Signal) -> None:
        """Hand the item to the subscriber."""
        self._silence = self._start
        try:
            self._inbox.put_nowait(item)
        except asyncio.QueueFull:
            self._overrun = True

    def end(self) -> None:
        """Let the subscriber receive nothing but UNAUTHORIZED, whatever else waits for it."""
        self._unauthorized = True
        self.put(Signal.UNAUTHORIZED)

    def tick(self) -> None:
        """Count a second of silence: a timer for each item would cost more than to deliver it."""
        self._silence += 1
        if self._silence >= POLL_SECONDS and self._inbox.empty():
            self.put(Signal.REFRESH)

    async def next(self) -> Event | Signal:
        """Return the next item; after some seconds of silence, REFRESH. Raises SlowReader."""
        if not self._unauthorized and not self._overrun:
            item = await self._inbox.get()
        if self._unauthorized:
            return Signal.UNAUTHORIZED
        if self._overrun:
            raise SlowReader
        return item


@dataclass(slots=True)
class _Subscription:
    """The subscription to a user's channel, and who listens there."""

    by_application: dict[UUID | None, set[Listener]] = field(default_factory=dict)
    """Under None those who listen to all applications of the user."""
    requests: int = 0
    """SUBSCRIBE commands that Redis has not confirmed."""
    confirmed: asyncio.Event = field(default_factory=asyncio.Event)
    missed: bool = False
    """Whether messages may have been missed, so that the listeners must read when the channel is confirmed."""

    def listeners(self, application_id: UUID | None = None) -> Iterable[Listener]:
        if application_id is not None:
            return (*self.by_application.get(application_id, ()), *self.by_application.get(None, ()))
        return tuple(listener for group in self.by_application.values() for listener in group)


class Listeners:
    """The listeners of this process and the connection that serves them."""

    def __init__(self, redis: ArqRedis) -> None:
        self.redis = redis
        self.outage = Outage("events", address_of(redis))
        self.on_wake: list[Callable[[], None]] = []
        """Called whenever something was put into the queue."""
        self.on_recheck: list[Callable[[UUID], None]] = []
        """Called with a user's id when their authorizations may have ended."""
        self._users: dict[UUID, _Subscription] = {}
        self._guarded: dict[Hashable, list[Callable[[], None]]] = {}
        self._pubsub: PubSub | None = None

    @asynccontextmanager
    async def listen(
        self, user_id: UUID, application_id: UUID | None, authorization: Hashable = None, seconds: float | None = None
    ) -> AsyncIterator[Listener]:
        """Receive what happens to the user's application, or to any of them, until the block ends.

        The subscription is confirmed when the block begins, so that whoever reads the state in it misses nothing;
        while Redis is unavailable the listener reads for itself every `POLL_SECONDS`. After `seconds` the
        authorization has ended; None is never."""
        listener = Listener(authorization)
        subscription = self._users.get(user_id)
        is_new = subscription is None
        if subscription is None:
            subscription = self._users[user_id] = _Subscription()
        subscription.by_application.setdefault(application_id, set()).add(listener)
        end = None
        if seconds is not None:
            end = asyncio.get_running_loop().call_later(max(seconds, 0.0), listener.end)
        try:
            if is_new:
                await self._subscribe([user_id])
            await self._confirmation(subscription)
            yield listener
        finally:
            if end is not None:
                end.cancel()
            group = subscription.by_application[application_id]
            group.discard(listener)
            if not group:
                del subscription.by_application[application_id]

    @contextmanager
    def guard(self, authorization: Hashable, on_end: Callable[[], None]) -> Iterator[None]:
        """Call `on_end` if the authorization ends before the block does, as for whatever else is long-lived."""
        calls = self._guarded.setdefault(authorization, [])
        calls.append(on_end)
        try:
            yield
        finally:
            calls.remove(on_end)
            if not calls:
                self._guarded.pop(authorization, None)

    def authorizations(self) -> set[Hashable]:
        """Return what entitles those who listen now, and what guards."""
        return ({listener.authorization for listener in self._all()} - {None}) | self._guarded.keys()

    def end(self, authorizations: set[Hashable]) -> None:
        """End what one of these entitled."""
        for listener in self._all():
            if listener.authorization in authorizations:
                listener.end()
        for authorization in authorizations:
            for call in tuple(self._guarded.get(authorization, ())):
                call()

    def total(self) -> int:
        """Return how many listeners this process has."""
        return sum(len(listeners) for one in self._users.values() for listeners in one.by_application.values())

    def count(self, user_id: UUID) -> int:
        """Return how many listeners the user has in this process."""
        subscription = self._users.get(user_id)
        return sum(1 for _ in subscription.listeners()) if subscription else 0

    def close(self) -> None:
        """Tell every listener that this process ends."""
        for listener in self._all():
            listener.put(Signal.CLOSING)

    # --- background tasks

    async def receive(self) -> None:
        """Deliver every message to its listeners; reconnects for as long as Redis is unavailable."""
        while True:
            try:
                async with self.redis.pubsub() as pubsub:
                    await pubsub.subscribe(WAKE)
                    self._pubsub = pubsub
                    for subscription in self._users.values():
                        subscription.requests, subscription.missed = 0, True
                    await self._subscribe(list(self._users))
                    self.outage.end()
                    await self._deliver_all(pubsub)
            except CONNECTION_ERRORS as error:
                self.outage.begin(error)
                await asyncio.sleep(RECONNECT_SECONDS)
            finally:
                self._pubsub = None

    async def tick(self) -> None:
        """Once a second: have listeners read that received nothing for a while; leave channels without listeners."""
        while True:
            await asyncio.sleep(1)
            for listener in self._all():
                listener.tick()
            idle = [user for user, one in self._users.items() if not one.by_application and not one.requests]
            for user in idle:
                del self._users[user]
            if idle and self._pubsub is not None:
                try:
                    async with asyncio.timeout(TIMEOUT_SECONDS):
                        await self._pubsub.unsubscribe(*map(channel, idle))
                except CONNECTION_ERRORS as error:  # the reader meets the same error and connects again
                    log.info("unsubscribe_failed", error=type(error).__name__)

    # --- one connection

    async def _subscribe(self, users: list[UUID]) -> None:
        if not users or self._pubsub is None:
            return
        for user in users:
            self._users[user].requests += 1
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await self._pubsub.subscribe(*map(channel, users))
        except CONNECTION_ERRORS as error:  # the reader meets the same error and connects again
            log.info("subscribe_failed", error=type(error).__name__)

    async def _confirmation(self, subscription: _Subscription) -> None:
        if subscription.confirmed.is_set():
            return
        if self._pubsub is not None:
            try:
                async with asyncio.timeout(TIMEOUT_SECONDS):
                    await subscription.confirmed.wait()
                    return
            except TimeoutError:
                log.info("subscription_unconfirmed")
        subscription.missed = True

    async def _deliver_all(self, pubsub: PubSub) -> None:
        while True:
            received = await pubsub.get_message(timeout=None)
            if received is None:
                continue
            name = received["channel"].decode()
            if received["type"] == "subscribe":
                self._confirm(name)
            elif received["type"] == "message":
                self._deliver(name, received["data"])

    def _confirm(self, name: str) -> None:
        if name == WAKE:
            self._wake()
            return
        subscription = self._users.get(UUID(name.rpartition(":")[2]))
        if subscription is None:
            return
        # An earlier request's confirmation proves nothing: the channel may have been left in between.
        subscription.requests = max(0, subscription.requests - 1)
        if subscription.requests == 0:
            subscription.confirmed.set()
            if subscription.missed:
                subscription.missed = False
                for listener in subscription.listeners():
                    listener.put(Signal.REFRESH)

    def _deliver(self, name: str, data: bytes) -> None:
        if name == WAKE:
            self._wake()
            return
        message = decode_message(data)
        if message is None or channel(message.user_id) != name:
            return
        if message.content is Signal.RECHECK:
            for call in self.on_recheck:
                call(message.user_id)
            return
        self._hand_out(message)

    def _hand_out(self, message: Message) -> None:
        if subscription := self._users.get(message.user_id):
            for listener in subscription.listeners(message.application_id):
                listener.put(message.content)

    def _all(self) -> list[Listener]:
        return [listener for one in self._users.values() for listener in one.listeners()]

    def _wake(self) -> None:
        for call in self.on_wake:
            call()
