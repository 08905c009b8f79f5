"""The connection to Redis, or to one inside this process where no address is set."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
from arq.connections import ArqRedis
from fakeredis import FakeAsyncRedis, FakeServer
from redis.asyncio import ConnectionPool
from redis.exceptions import RedisError

from jobforge.settings import Settings

TIMEOUT_SECONDS = 2.0
"""How long a request waits for Redis before it goes on without."""
CONNECTION_ERRORS = (RedisError, OSError, TimeoutError)
serialize, deserialize = orjson.dumps, orjson.loads  # arq's own choice would be pickle


class _InProcessRedis(ArqRedis):
    async def info(self, section: str | None = None, *_: Any, **__: Any) -> dict[str, Any]:
        # arq's worker asks for it as it starts, and fakeredis has none.
        return {"redis_version": "in process", "used_memory_human": "0", "connected_clients": 1, "db_keys": 0}


def connect(settings: Settings) -> ArqRedis:
    """Return a client of the Redis that the settings name."""
    options: dict[str, Any] = {"job_serializer": serialize, "job_deserializer": deserialize}
    if settings.redis_url:
        pool = ConnectionPool.from_url(
            settings.redis_url,
            socket_connect_timeout=TIMEOUT_SECONDS,
            socket_keepalive=True,
            health_check_interval=15,
        )
        return ArqRedis(pool, **options)
    return _InProcessRedis(FakeAsyncRedis(server=FakeServer()).connection_pool, **options)


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[ArqRedis]:
    """A client until the block ends."""
    client = connect(settings)
    try:
        yield client
    finally:
        await client.aclose(close_connection_pool=True)


def address_of(client: ArqRedis) -> str:
    """Return host and port of the server, without credentials; empty for the one inside this process."""
    words = client.connection_pool.connection_kwargs
    return f"{words['host']}:{words.get('port', 6379)}" if "host" in words else str(words.get("path", ""))


async def is_available(client: ArqRedis) -> bool:
    """Return whether Redis answers."""
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            await client.ping()
    except CONNECTION_ERRORS:
        return False
    return True


async def is_writable(client: ArqRedis) -> bool:
    """Return whether Redis takes writes: a full one (`noeviction`) answers, and refuses them."""
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            await client.set("jobforge:probe", 1, ex=60)
    except CONNECTION_ERRORS:
        return False
    return True


async def has_key(client: ArqRedis, key: str) -> bool:
    """Return whether such a key exists; False while Redis is unavailable."""
    try:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            return bool(await client.exists(key))
    except CONNECTION_ERRORS:
        return False
