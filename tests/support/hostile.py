"""Requests that nobody sends by mistake, made at random from a seed, and what they come back with."""

import asyncio
import json
import random
import time
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import chain

MIB = 1024 * 1024
IDLE = 200  # connections beside the requests
MAX_DOCUMENT = 100_000  # characters
MAX_AD = 50_000

TEXTS: list[bytes] = [
    b"",
    b"\\u0000",
    b"a\\u0000b",
    b"\\ud800",
    b"\\udfff\\ud800",
    b"\xff\xfe",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    "‮⁦​﷽".encode(),
    b"e" + "́".encode() * 500,
    "😀".encode() * 200,
    b"' OR '1'='1' --",
    b"%00%0a%0d",
    b"{{7*7}}${7*7}<script>alert(1)</script>",
    b"..\\/..\\/..\\/etc\\/passwd",
    b"A" * 70_000,
]
NUMBERS: list[bytes] = [
    *(b"NaN", b"Infinity", b"-Infinity", b"1e400", b"-1e400", b"-0", b"1e-400", b"0x10", b"1_000", b"00", b"1."),
    *(b"9" * 30, b"9" * 5000, b"-1", b"2147483648", b"9223372036854775808", b"true", b"null", b"[]", b"{}"),
]
IDS: list[str] = [
    *("0", "-1", "null", "undefined", "NaN", "..", "%2e%2e", "%00", "a%00b", "%ff%fe", "%ed%a0%80", "%F0%9F%98%80"),
    *("00000000-0000-0000-0000-000000000000", "ffffffffffffffffffffffffffffffff", "{00000000}", "urn:uuid:1"),
    *("a" * 4000, "%27%20OR%201=1", "1;DROP%20TABLE%20application", "*", "?", "#", "%2F", "//", "research%0a"),
]
PATHS = [
    *("/auth/register", "/auth/login", "/auth/me", "/applications", "/applications/{}", "/resumes", "/resumes/{}"),
    *("/applications/{}/documents", "/applications/{}/documents/{}", "/processing/applications/{}/{}"),
    *("/processing/applications/{}/status", "/processing/applications/{}/research", "/{}", "/{}/{}"),
]
METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"]
FIELDS = [
    *("email", "password", "full_name", "name", "content", "focus_area", "is_primary", "company_name", "role_title"),
    *("job_description", "job_url", "location", "priority_level", "additional_context", "query", "variables", "id"),
]
HOSTS = [
    *(b"localhost", b"evil.example", b"", b"a" * 3000, b"127.0.0.1:99999", b"[::1]", b"localhost:80:80", b"%00"),
    *(b"evil.example/path", b"user@evil.example", b"\xff\xfe", b"localhost\tx", b"<script>"),
]
HEADERS: list[tuple[bytes, bytes]] = [
    *((b"X-Forwarded-Host", b"evil.example"), (b"X-Forwarded-Proto", b"https"), (b"X-Forwarded-For", b"::1, \xff")),
    *((b"X-Original-URL", b"/admin"), (b"X-HTTP-Method-Override", b"DELETE"), (b"Origin", b"null")),
    *((b"Origin", b"https://evil.example"), (b"X-Request-ID", b"\xff" * 50), (b"X-Request-ID", b"a" * 5000)),
    *((b"Idempotency-Key", b"\xff\x80"), (b"Idempotency-Key", b"k" * 5000), (b"Idempotency-Key", b"")),
    *((b"Accept", b"text/event-stream"), (b"Accept", b"\xff/*;q=NaN"), (b"Accept-Encoding", b"br, *;q=0")),
    *((b"Range", b"bytes=0-,0-,0-"), (b"Cookie", b"a=" + b"b" * 4000), (b"Expect", b"100-continue")),
    *((b"Upgrade", b"websocket"), (b"Connection", b"Upgrade"), (b"Content-Encoding", b"gzip")),
    *((b"Authorization", b"Bearer \xff\xfe"), (b"Authorization", b"Basic Og=="), (b"Authorization", b"Bearer")),
]
KINDS = [
    *(b"application/json", b"application/json; charset=utf-16", b"application/json;;;=", b"text/plain", b""),
    *(b"multipart/form-data; boundary=a", b"application/x-www-form-urlencoded", b"\xff/\xfe", b"a/b+json"),
]
QUERIES = [
    *("limit=0", "limit=-1", "limit=1e400", "limit=NaN", "limit=%00", "offset=-1", "offset=99999999999999999999"),
    *("limit=1&limit=2", "limit[]=1", "limit=%D9%A3", "offset=2147483648", "=&&=&", "%ff=%fe", "a" * 8000),
    *("query={me{id}}", "query=%00", "query={__schema{types{name}}}&variables=NaN", "variables=%ff", "query="),
]


@dataclass
class Seen:
    """What came back: how often each status, the slowest answer in seconds, and whatever must not be."""

    statuses: dict[int, int] = field(default_factory=dict)
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)
    executed: int = 0
    """GraphQL operations that were begun: neither cost nor validation refused them."""


class Hostile:
    """Makes requests; the same ones for the same seed."""

    def __init__(self, seed: int, token: str, application_id: str) -> None:
        self._random = random.Random(seed)
        self._token = token.encode()
        self._application_id = application_id

    def request(self) -> bytes:
        """The bytes of one request on a connection of its own."""
        pick = self._random.choice
        body = pick(self._bodies)(self)
        method = pick(METHODS) if self._random.random() < 0.3 else "POST" if body else "GET"
        path = "/graphql" if self._random.random() < 0.3 else f"/api/v1{pick(PATHS)}"
        while "{}" in path:
            path = path.replace("{}", pick(IDS) if self._random.random() < 0.8 else str(uuid.uuid4()), 1)
        if self._random.random() < 0.2:
            path += "?" + pick(QUERIES)
        lines = [f"{method} {path} HTTP/1.1".encode(), b"Host: " + (pick(HOSTS) if self._some() else b"localhost")]
        lines.append(b"Content-Type: " + (pick(KINDS) if self._some() else b"application/json"))
        if self._random.random() < 0.8:
            lines.append(b"Authorization: Bearer " + self._token)
        lines += [name + b": " + value for name, value in self._random.sample(HEADERS, pick([0, 0, 1, 3]))]
        lines += [b"Content-Length: %d" % len(body), b"Connection: close"]
        return b"\r\n".join([*lines, b"", body])

    def greedy(self) -> Iterator[bytes]:
        """Yield requests that ask for much: trailers, upgrades with a body, long reviews, large answers."""
        bearer = b"Authorization: Bearer " + self._token
        for trailer in (b"Authorization: Bearer x", b"Idempotency-Key: k", b"X: " + b"x" * 1000):
            for number in (1, 20, 2_000):
                head = b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n"
                body = b"Transfer-Encoding: chunked\r\n\r\n14\r\n" + b'{"query":"{me{id}}"}' + b"\r\n0\r\n"
                yield head + bearer + b"\r\n" + body + (trailer + b"\r\n") * number + b"\r\n"
        for length in (b"Content-Length: 5", b"Content-Length: 99999999999", b"Transfer-Encoding: chunked"):
            upgrade = b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            key = b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            yield b"GET /graphql HTTP/1.1\r\nHost: a\r\n" + upgrade + key + length + b"\r\n\r\nhello"
        # As much as cost and validation let through.
        for unit in ("01/2019 - 02/2020\n", "a\n", "()", "# a\n"):
            reviews = _aliased("review(applicationId: $a, documentType: OPTIMIZED_RESUME, content: $t) { verdict }", 4)
            review = unit * (MAX_DOCUMENT // len(unit))
            query = f"query ($a: ID!, $t: String!) {{ {reviews} }}"
            yield self._post({"query": query, "variables": {"a": self._application_id, "t": review}})
            query = f"query ($t: String!) {{ {_aliased('readAd(text: $t) { roleTitle }', 4)} }}"
            yield self._post({"query": query, "variables": {"t": unit * (MAX_AD // len(unit))}})
            yield self._post({"query": f"{{ {_aliased('resumes { content }', 8)} }}"})

    def _post(self, body: object) -> bytes:
        content = json.dumps(body).encode()
        head = b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n"
        return head + b"Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n" % (self._token, len(content)) + content

    def _some(self) -> bool:
        return self._random.random() < 0.15

    def _value(self) -> bytes:
        pick = self._random.choice
        return b'"' + pick(TEXTS) + b'"' if self._random.random() < 0.6 else pick(NUMBERS)

    def _object(self) -> bytes:
        chosen = self._random.sample(FIELDS, 5)
        return b"{" + b", ".join(f'"{name}": '.encode() + self._value() for name in chosen) + b"}"

    def _application(self) -> bytes:
        fields = {
            "company_name": b'"Works"',
            "role_title": b'"Electrician"',
            "job_description": b'"' + b"x" * 60 + b'"',
        }
        fields[self._random.choice(FIELDS)] = self._value()
        return b"{" + b", ".join(f'"{name}": '.encode() + value for name, value in fields.items()) + b"}"

    def _graphql(self) -> bytes:
        text = self._value()
        documents = [
            b'{"query": ' + text + b"}",
            b'{"query": "query ($a: ID!) { application(id: $a) { id } }", "variables": {"a": ' + text + b"}}",
            b'{"query": "query ($a: Int!) { applications(first: $a) { totalCount } }", "variables": {"a": '
            + text
            + b"}}",
            b'{"query": "query ($a: String) { applications(search: $a, after: $a) { totalCount } }", '
            b'"variables": {"a": ' + text + b"}}",
            b'{"query": "{ me { id } }", "operationName": ' + text + b', "extensions": ' + text + b"}",
            b'{"query": "mutation ($i: ResumeInput!) { createResume(input: $i) { id } }", "variables": {"i": '
            + self._object()
            + b"}}",
            json.dumps({"query": "{ " + "a" * self._random.choice([1, 10_000]) + " }"}).encode(),
            json.dumps({"query": "{" * self._random.choice([10, 50_000])}).encode(),
            json.dumps({"query": '{ application(id: "' + self._random.choice(IDS) + '") { id } }'}).encode(),
        ]
        return self._random.choice(documents)

    def _deep(self) -> bytes:
        depth = self._random.choice([100, 1_000, 100_000])
        return self._random.choice([b"[" * depth + b"]" * depth, b'{"a":' * depth + b"1" + b"}" * depth, b"[" * depth])

    def _noise(self) -> bytes:
        return self._random.randbytes(self._random.choice([1, 50, 5_000]))

    def _long(self) -> bytes:
        return b'{"content": "' + b"x" * self._random.choice([MIB, 2 * MIB + 1, 10 * MIB]) + b'"}'

    def _nothing(self) -> bytes:
        return b""

    _bodies: Sequence[Callable[["Hostile"], bytes]] = (
        [_object] * 6 + [_application] * 6 + [_graphql] * 8 + [_deep] * 2 + [_noise] * 2 + [_nothing] * 6
    )


BROKEN = [
    b"\x00" * 100,
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
    b"GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET http://evil.example/api/v1/auth/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
    b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 6\r\n\r\nhello",
    b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
    b"POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
    b"POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\nConnection: close\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\n: empty\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
]
"""Bytes that are hardly HTTP."""


def _aliased(field: str, number: int) -> str:
    return " ".join(f"a{each}: {field}" for each in range(number))


async def send(port: int, request: bytes, seen: Seen, limit: float) -> None:
    """Sends the bytes on a connection of their own and notes what comes back."""
    began = time.monotonic()
    answer = b""
    try:
        async with asyncio.timeout(limit):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(request)
                answer = (await reader.read()).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
            except OSError:
                pass  # closed in the middle of a body that is too long
            finally:
                writer.close()
    except TimeoutError:
        if request not in BROKEN:
            seen.wrong.append(f"no answer to {request[:300]!r}")
        return
    seen.slowest = max(seen.slowest, time.monotonic() - began)
    status = int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else 0
    seen.statuses[status] = seen.statuses.get(status, 0) + 1
    seen.executed += b'"data"' in answer
    if status >= 500:
        seen.wrong.append(f"{status} for {request[:400]!r}: {answer[-300:]!r}")
    elif status >= 400 and b"/api/v1" in request[:30] and b'"error"' not in answer and not request.startswith(b"HEAD"):
        seen.wrong.append(f"no envelope for {request[:300]!r}: {answer[-300:]!r}")


async def attack(
    port: int, token: str, application_id: str, number: int, seed: int, limit: float = 30.0
) -> tuple[Seen, Seen, Seen]:
    """Send that many requests, eight at a time, and those that are hardly HTTP, beside idle connections.

    Return what came back to them, to those that ask for much, and to `/healthz` meanwhile. The application is one of
    the token's user; `limit` is in seconds."""
    seen, greedy, health = Seen(), Seen(), Seen()
    hostile = Hostile(seed, token, application_id)
    long = (hostile._long() for _ in range(max(2, number // 500)))
    heads = (
        b"POST /api/v1/resumes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
        b"Connection: close\r\nContent-Length: %d\r\n\r\n%s" % (token.encode(), len(body), body)
        for body in long
    )
    work = chain(
        ((request, seen, 5.0) for request in [*BROKEN, *heads]),
        ((request, greedy, limit) for request in hostile.greedy()),
        ((hostile.request(), seen, limit) for _ in range(number)),
    )

    async def one_after_the_other() -> None:
        for request, noted, seconds in work:
            await send(port, request, noted, seconds)

    async def look() -> None:
        while True:
            await send(port, b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", health, limit)
            await asyncio.sleep(0.05)

    async with idle(port, IDLE):
        looking = asyncio.create_task(look())
        await asyncio.gather(*(one_after_the_other() for _ in range(8)))
        looking.cancel()
    return seen, greedy, health


@asynccontextmanager
async def idle(port: int, number: int) -> AsyncIterator[None]:
    """Keep connections open until the block ends: half of them say nothing, half are sockets of nobody."""
    handshake = (
        b"GET /graphql HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        b"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
    )
    writers = [(await asyncio.open_connection("127.0.0.1", port))[1] for _ in range(number)]
    for writer in writers[::2]:
        writer.write(handshake)
    try:
        yield
    finally:
        for writer in writers:
            writer.close()
