"""Addresses that users give: only public ones are spoken to, bounded in time and size."""

import asyncio
import gzip
import ipaddress
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import pytest

from jobforge.providers.addresses import (
    MAX_PAGE_BYTES,
    Address,
    AddressUnavailable,
    Fetcher,
    is_public,
    resolve,
)

Answer = Callable[[str, asyncio.StreamWriter], Awaitable[None]]
LOOPBACK = ipaddress.ip_address("127.0.0.1")


def head(status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return ("\r\n".join([*lines, "connection: close"]) + "\r\n\r\n").encode()


@asynccontextmanager
async def server(answer: Answer) -> AsyncIterator[tuple[int, list[str]]]:
    """Serve on a free port of this machine; yield the port and the heads of requests."""
    requests: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = (await reader.readuntil(b"\r\n\r\n")).decode()
            requests.append(request)
            await answer(request.split()[1], writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    listener = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield listener.sockets[0].getsockname()[1], requests
    finally:
        listener.close()


async def to_loopback(_host: str, _port: int) -> Sequence[Address]:
    return [LOOPBACK]


def local_fetcher(seconds: float = 5.0) -> Fetcher:
    """Return a fetcher that takes this machine for the Internet."""
    return Fetcher(resolver=to_loopback, allowed=lambda _address: True, ports=None, total_seconds=seconds)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.1",
            "224.0.0.1",
        ),
        *(
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fec0::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "::ffff:8.8.8.8",
            "64:ff9b::a00:1",
        ),
        *("2002:a00:1::", "192.0.2.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "2001:db8::1", "::127.0.0.1"),
    ],
)
def test_inward_addresses_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host",
    ["127.1", "0x7f000001", "2130706433", "①②⑦.0.0.1", "localhost", "[::1]", "[::ffff:10.0.0.1]", "0", "127.0.0.1."],
)
async def test_spellings_of_this_machine_open_no_connection(host: str) -> None:
    async def answer(_path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(head(content_type="text/plain") + b"secret")

    async with server(answer) as (port, requests):
        with pytest.raises(AddressUnavailable):
            await Fetcher(ports=None).fetch(f"http://{host}:{port}/")
        assert requests == []


async def test_one_private_address_of_several_refuses_the_name() -> None:
    async def both(_host: str, _port: int) -> Sequence[Address]:
        return [ipaddress.ip_address("93.184.216.34"), ipaddress.ip_address("10.0.0.1")]

    with pytest.raises(AddressUnavailable):
        await Fetcher(resolver=both).fetch("http://example.com/")


async def test_the_address_that_was_judged_is_the_one_spoken_to() -> None:
    """A name that answers otherwise the second time is lookups only once."""
    lookups: list[str] = []

    async def changing(host: str, port: int) -> Sequence[Address]:
        lookups.append(host)
        return [LOOPBACK] if len(lookups) == 1 else [ipaddress.ip_address("10.0.0.1")]

    async def answer(_path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(head(content_type="text/html; charset=utf-8") + b"<p>ad</p>")

    async with server(answer) as (port, requests):
        fetcher = Fetcher(resolver=changing, allowed=lambda a: a == LOOPBACK, ports=None)
        page = await fetcher.fetch(f"http://rebinding.example:{port}/job?id=1")
    assert page.data == b"<p>ad</p>"
    assert page.filename == "page.html"
    assert lookups == ["rebinding.example"]
    request = requests[0].lower()
    assert f"host: rebinding.example:{port}" in request
    assert "get /job?id=1" in request
    assert "cookie" not in request
    assert "authorization" not in request


async def test_a_redirect_inwards_is_refused() -> None:
    async def by_name(host: str, port: int) -> Sequence[Address]:
        return [LOOPBACK] if host == "outside.example" else await resolve(host, port)

    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        if path == "/":
            writer.write(head("302 Found", location=f"http://localhost:{port}/inside", content_length="0"))
        else:
            writer.write(head(content_type="text/plain") + b"secret")

    seen: list[Address] = []

    def only_the_first(address: Address) -> bool:
        seen.append(address)
        return len(seen) == 1

    async with server(answer) as (port, requests):
        with pytest.raises(AddressUnavailable):
            await Fetcher(resolver=by_name, allowed=only_the_first, ports=None).fetch(f"http://outside.example:{port}/")
        assert len(requests) == 1


async def test_redirects_are_followed_up_to_a_number_of_them() -> None:
    async def answer(path: str, writer: asyncio.StreamWriter) -> None:
        left = int(path.strip("/"))
        if left:
            writer.write(head("301 Moved", location=f"/{left - 1}", content_length="0"))
        else:
            writer.write(head(content_type="text/plain") + b"arrived")

    async with server(answer) as (port, _):
        page = await local_fetcher().fetch(f"http://ads.example:{port}/3")
        assert (page.data, page.url) == (b"arrived", f"http://ads.example:{port}/0")
        with pytest.raises(AddressUnavailable):
            await local_fetcher().fetch(f"http://ads.example:{port}/4")


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip bomb"])
async def test_a_body_without_end_is_cut_off(packed: bool) -> None:
    piece = gzip.compress(b"x" * 50_000_000) if packed else b"x" * 65_536

    async def answer(_path: str, writer: asyncio.StreamWriter) -> None:
        encoding = {"content_encoding": "gzip"} if packed else {}
        writer.write(head(content_type="text/html", content_length=str(10 * 1024**3), **encoding))
        while True:
            writer.write(piece)
            await writer.drain()

    async with server(answer) as (port, _):
        start = time.monotonic()
        with pytest.raises(AddressUnavailable):
            await local_fetcher().fetch(f"http://ads.example:{port}/")
        assert time.monotonic() - start < 5


async def test_a_packed_page_within_the_limit_is_read() -> None:
    text = b"<p>words</p>" * 1000

    async def answer(_path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(head(content_type="text/html", content_encoding="gzip") + gzip.compress(text))

    async with server(answer) as (port, _):
        assert (await local_fetcher().fetch(f"http://ads.example:{port}/")).data == text
    assert len(text) < MAX_PAGE_BYTES


async def test_a_page_that_drips_ends_in_time() -> None:
    async def answer(_path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(head(content_type="text/html"))
        while True:
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(0.05)

    async with server(answer) as (port, _):
        start = time.monotonic()
        with pytest.raises(AddressUnavailable):
            await local_fetcher(seconds=0.5).fetch(f"http://ads.example:{port}/")
        assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    ("status", "media_type"),
    [("200 OK", "image/png"), ("404 Not Found", "text/html"), ("401 Unauthorized", "text/html")],
)
async def test_other_answers_are_told_in_the_same_words(status: str, media_type: str) -> None:
    async def answer(_path: str, writer: asyncio.StreamWriter) -> None:
        writer.write(head(status, content_type=media_type) + b"x")

    async with server(answer) as (port, _):
        with pytest.raises(AddressUnavailable) as refused:
            await local_fetcher().fetch(f"http://ads.example:{port}/")
    with pytest.raises(AddressUnavailable) as private:
        await Fetcher().fetch("http://10.0.0.1/")
    assert refused.value.message == private.value.message


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://example.com/", "file:///etc/passwd", "http://user:secret@example.com/", "http://example.com:8080/"),
        *("javascript:alert(1)", "http://", "example.com", "http://example.com/a b", "http://" + "a" * 3000 + ".com/"),
    ],
)
async def test_other_kinds_of_addresses_are_refused_before_anything_is_resolved(url: str) -> None:
    async def never(_host: str, _port: int) -> Sequence[Address]:
        raise AssertionError("resolved")

    with pytest.raises(AddressUnavailable):
        await Fetcher(resolver=never).fetch(url)


async def test_a_fetcher_for_some_hosts_speaks_to_no_other() -> None:
    with pytest.raises(AddressUnavailable):
        await Fetcher(hosts=frozenset({"boards.example"})).fetch("https://example.com/")
