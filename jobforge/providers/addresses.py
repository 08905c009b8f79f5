"""A page fetched from an address that a user gave: public hosts only, bounded in time and size.

The name is resolved once and the connection goes to that very address, with the name in Host and SNI: what is judged
is what is spoken to. Every redirect is judged like the first address. Whatever goes wrong is told in one sentence, so
that nobody can use it to find out what answers where.
"""

import asyncio
import ipaddress
import socket
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx2

from jobforge.errors import InvalidState

MAX_PAGE_BYTES = 2 * 1024 * 1024
"""Of a page, decompressed."""
MAX_REDIRECTS = 3
CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 10.0
MAX_ADDRESS = 2_048  # characters
MEDIA_TYPES = {"text/html": "html", "text/plain": "txt", "application/json": "json", "application/pdf": "pdf"}
_USER_AGENT = "JobForge (fetches a job ad for a user who asked for it)"
_ZLIB_WINDOW = 32 + zlib.MAX_WBITS  # gzip or zlib, by its head
# Python calls these global; they lead to other addresses, or to none on the Internet.
_INWARD = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "fec0::/10", "::/96")))

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Awaitable[Sequence[Address]]]


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address answered. `filename` ends as the media type says; `url` is the last one of the redirects."""

    url: str
    data: bytes
    filename: str


class AddressUnavailable(InvalidState):
    """An address that is not fetched: refused, private, not there, too slow or too large are told alike."""

    def __init__(self) -> None:
        message = "This address cannot be read. Open it in a browser and paste its text."
        super().__init__(message, 422, {"url": [message]})


def is_public(address: Address) -> bool:
    """Whether an address is one of the public Internet that leads nowhere else."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return False
        if any(address in network for network in _INWARD) or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


async def resolve(host: str, port: int) -> Sequence[Address]:
    """Return all addresses of a name as the system knows them."""
    entries = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in entries]


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetch pages from addresses that `allowed` admits. `hosts`, where given, are the only ones spoken to."""

    resolver: Resolver = resolve
    allowed: Callable[[Address], bool] = is_public
    ports: frozenset[int] | None = frozenset({80, 443})
    hosts: frozenset[str] | None = None
    total_seconds: float = TOTAL_SECONDS

    async def fetch(self, url: str) -> FetchedPage:
        """Return the page at an address. Raises AddressUnavailable."""
        try:
            async with asyncio.timeout(self.total_seconds):
                return await self._follow(url)
        except (TimeoutError, OSError, httpx2.HTTPError, httpx2.InvalidURL, UnicodeError, ValueError):
            raise AddressUnavailable from None

    async def _follow(self, url: str) -> FetchedPage:
        transport = _PinnedTransport(self)
        timeout = httpx2.Timeout(self.total_seconds, connect=CONNECT_SECONDS)
        async with httpx2.AsyncClient(transport=transport, timeout=timeout, trust_env=False) as client:
            for _ in range(MAX_REDIRECTS + 1):
                _check(url, self.ports)
                headers = {"accept": ", ".join(MEDIA_TYPES), "accept-encoding": "gzip", "user-agent": _USER_AGENT}
                client.cookies.clear()
                async with client.stream("GET", url, headers=headers, follow_redirects=False) as response:
                    if response.has_redirect_location:
                        url = _redirected(url, response.headers["location"])
                        continue
                    if response.status_code != 200:
                        raise AddressUnavailable
                    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
                    if media_type not in MEDIA_TYPES:
                        raise AddressUnavailable
                    return FetchedPage(url, await _body(response), f"page.{MEDIA_TYPES[media_type]}")
        raise AddressUnavailable

    async def address_of(self, host: str, port: int) -> Address:
        """Return the address to speak to. Raises AddressUnavailable unless all of the name's addresses are allowed."""
        if self.hosts is not None and host not in self.hosts:
            raise AddressUnavailable
        addresses = await self.resolver(host, port)
        if not addresses or not all(map(self.allowed, addresses)):
            raise AddressUnavailable
        return addresses[0]


class _PinnedTransport(httpx2.AsyncHTTPTransport):
    """Resolve and judge the host of each request, and connect to the address that was judged."""

    def __init__(self, fetcher: Fetcher) -> None:
        # No connection is used twice: two names on one address would share a certificate's check.
        super().__init__(trust_env=False, limits=httpx2.Limits(max_keepalive_connections=0))
        self._fetcher = fetcher

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        host = request.url.raw_host.decode("ascii")
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        address = await self._fetcher.address_of(host.strip("[]").rstrip("."), port)
        request.headers["host"] = request.url.netloc.decode("ascii")
        request.url = request.url.copy_with(host=str(address))
        if request.url.scheme == "https":
            request.extensions = {**request.extensions, "sni_hostname": host.rstrip(".")}
        return await super().handle_async_request(request)


def _check(url: str, ports: frozenset[int] | None) -> None:
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    odd = any(letter.isspace() or ord(letter) < 32 for letter in url)
    if parts.scheme not in ("http", "https") or not parts.hostname or odd or len(url) > MAX_ADDRESS:
        raise AddressUnavailable
    if parts.username is not None or parts.password is not None or (ports is not None and port not in ports):
        raise AddressUnavailable


def _redirected(url: str, location: str) -> str:
    target = urljoin(url, location)
    if urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https":
        raise AddressUnavailable
    return target


async def _body(response: httpx2.Response) -> bytes:
    """Return the decompressed body, counted while it comes."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise AddressUnavailable
    unpacker = zlib.decompressobj(_ZLIB_WINDOW) if encoding not in ("identity", "") else None
    body = bytearray()
    async for piece in response.aiter_raw():
        try:
            body += unpacker.decompress(piece, MAX_PAGE_BYTES + 1 - len(body)) if unpacker else piece
        except zlib.error:
            raise AddressUnavailable from None
        if len(body) > MAX_PAGE_BYTES or (unpacker and unpacker.unconsumed_tail):
            raise AddressUnavailable
    return bytes(body)
