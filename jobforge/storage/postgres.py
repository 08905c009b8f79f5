"""Tortoise's client for PostgreSQL, made patient: a restart of the server is waited for rather than passed on.

A new connection is tried for again, a statement that only reads is sent again, and a transaction is begun again: none
of them has changed anything yet. What was being written when the connection broke is for the caller to know of.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    PoolConnectionWrapper,
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections

TIMEOUT_SECONDS = 5.0  # seconds from the first sign that the server is away until requests are told so
PAUSE = 0.1  # seconds between two tries to connect
TRIES = 3  # of a statement: more than one connection of the pool may be broken
STATEMENT_CONNECTIONS = (
    8  # connections for single statements, kept from the pool; the pool must be larger: transactions need it
)

CONNECTION_ERRORS = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # on a connection that broke while it was idle
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
)
"""What says that the server or the connection to it is away, not that we asked wrongly."""

REFUSALS = (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError)
"""What a server says that does not let us in: the user, the password or the database's name is wrong."""

CONFLICTS = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
"""What says that a transaction was ended in favour of another one, and may be tried again."""


class Connection(asyncpg.Connection):
    """Without the statement that asyncpg sends whenever a connection goes back to its pool: we leave nothing behind."""

    def get_reset_query(self) -> str:
        return ""


class Client(AsyncpgDBClient):
    """What `engine` names in Tortoise's configuration."""

    connection_class = Connection  # type: ignore[assignment]

    def __init__(self, *arguments: Any, **words: Any) -> None:
        super().__init__(*arguments, **words)
        self.server_settings |= {"timezone": "UTC", "datestyle": "ISO"}
        self._at_hand: list[Any] = []
        self._turns = asyncio.Semaphore(STATEMENT_CONNECTIONS)

    async def fetch(self, statement: str, values: Sequence[Any]) -> list[asyncpg.Record]:
        """What a statement that reads gives, as the driver's own rows."""
        result: list[asyncpg.Record] = await self._translate_exceptions(_fetch, statement, values)
        return result

    def acquire_connection(self) -> Any:
        return _AtHand(self, self._pool_init_lock)

    async def _expire_connections(self) -> None:
        await super()._expire_connections()
        while self._at_hand:
            self._at_hand.pop().terminate()

    async def _close(self) -> None:
        while self._at_hand and self._pool:
            await self._pool.release(self._at_hand.pop())
        await super()._close()

    async def create_pool(self, **words: Any) -> Any:
        return await super().create_pool(connect=_Connecting(), **words)

    def _in_transaction(self) -> TransactionContext:
        return _Transaction(TransactionWrapper(self), self._pool_init_lock)

    async def _translate_exceptions(self, func: Any, *arguments: Any, **words: Any) -> Any:
        for tried in range(1, TRIES + 1):
            try:
                return await super()._translate_exceptions(func, *arguments, **words)
            except CONNECTION_ERRORS:
                await self._expire_connections()
                if tried == TRIES or not str(arguments[0]).lstrip().upper().startswith("SELECT"):
                    raise
                await asyncio.sleep(PAUSE)
        raise AssertionError("unreachable")


async def _fetch(client: Client, statement: str, values: Sequence[Any]) -> list[asyncpg.Record]:
    async with client.acquire_connection() as connection:
        client.log.debug("%s: %s", statement, values)
        result: list[asyncpg.Record] = await connection.fetch(statement, *values)
        return result


class _AtHand(PoolConnectionWrapper[Any]):
    """Lends a connection for one statement, and keeps it at hand when it comes back sound: the pool makes a task, a
    timer and a proxy each time that one is taken and given back.

    When all are in use, the statement waits for its turn: more at a time took longer each, and some much longer."""

    __slots__ = ()
    client: Client

    async def __aenter__(self) -> Any:
        await self.client._turns.acquire()
        try:
            if not self.client._at_hand:
                return await super().__aenter__()
        except BaseException:
            self.client._turns.release()
            raise
        self.connection = self.client._at_hand.pop()
        return self.connection

    async def __aexit__(self, kind: Any, error: Any, traceback: Any) -> None:
        try:
            if kind is None and not self.client._pool.is_closing():  # type: ignore[union-attr]
                self.client._at_hand.append(self.connection)
            else:
                await super().__aexit__(kind, error, traceback)
        finally:
            self.client._turns.release()


class _Connecting:
    """Connects, and while the server is away goes on trying until the patience that all share is at an end."""

    def __init__(self) -> None:
        self._away_since: float | None = None

    async def __call__(self, *arguments: Any, **words: Any) -> Any:
        while True:
            try:
                created = await asyncpg.connect(*arguments, **words)
                # As text, which the standard library reads in C: four times as fast as the driver's own arithmetic.
                await _as_text(created, "timestamptz", datetime.fromisoformat)
                await _as_text(created, "uuid", str)  # as it will leave again; models make UUIDs of it
            except CONNECTION_ERRORS:
                noticed = time.monotonic()
                self._away_since = self._away_since or noticed
                if noticed - self._away_since > TIMEOUT_SECONDS:
                    raise
                await asyncio.sleep(PAUSE)
            else:
                self._away_since = None
                return created


async def _as_text(connection: Any, name: str, read: Callable[[str], Any]) -> None:
    await connection.set_type_codec(name, schema="pg_catalog", encoder=str, decoder=read, format="text")


class _Transaction(TransactionContextPooled):
    """Gives its connection back when it cannot even begin, and begins on another one."""

    async def __aenter__(self) -> TransactionalDBClient:
        for _ in range(TRIES - 1):
            try:
                return await self._begin()
            except CONNECTION_ERRORS:
                await self.client._parent._expire_connections()  # type: ignore[attr-defined]
                await asyncio.sleep(PAUSE)
        return await self._begin()

    async def _begin(self) -> TransactionalDBClient:
        await self.ensure_connection()
        pool = self.client._parent._pool
        self.client._connection = await pool.acquire()
        try:
            await self.client.begin()
        except BaseException:
            await pool.release(self.client._connection)
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client


client_class = Client
