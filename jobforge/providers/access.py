"""How a provider is reached, and what its failures mean to the person who set it up."""

import ipaddress
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx2
from structlog.contextvars import get_contextvars

from jobforge.enums import Writer
from jobforge.errors import (
    ConfigurationError,
    ExternalApiError,
    ProviderRefused,
    ProviderTruncated,
    ProviderUnavailable,
)
from jobforge.settings import DEADLINE_SECONDS, Settings

CONNECT_SECONDS = 10.0
"""Enough for a slow handshake; a server that is away should not eat the phase's time."""

NO_KEY = "not-needed"
"""Sent to a server of one's own that asks for no key: the SDKs insist on one."""

LOCAL_DEADLINE_SECONDS = 600.0
"""Of a phase by a model on this machine, unless JOBFORGE_PHASE_DEADLINE says otherwise.

Reading the prompt alone may take minutes there."""

MALFORMED = (TypeError, AttributeError, KeyError, IndexError, ValueError)
"""What an SDK raises over an answer that does not keep to its protocol."""

MAX_RETRY_AFTER_SECONDS = 60.0

MAX_QUOTE = 300
"""Characters of a provider's own words that go into a message."""


async def _name(request: httpx2.Request) -> None:
    """Gives the call the id of the request that began it all, by which a provider's support can be asked."""
    if request_id := get_contextvars().get("request_id"):
        request.headers["x-client-request-id"] = request_id


@dataclass(frozen=True, slots=True)
class Access:
    """Where a provider is, with which key and which model. The key is in no repr and no message."""

    writer: Writer
    title: str
    key: str = field(repr=False)
    base_url: str
    model: str
    read_seconds: float
    official: bool = True

    @classmethod
    def of(cls, settings: Settings, writer: Writer, title: str, official_url: str) -> "Access":
        """Raises ConfigurationError, which names the variable."""
        name = writer.value
        secret = getattr(settings, f"{name}_api_key")
        chosen_url: str | None = getattr(settings, f"{name}_base_url")
        key = secret.get_secret_value().strip() if secret else ""
        if not key and not chosen_url:
            raise ConfigurationError(
                f"JOBFORGE_AI names {name}, but {name.upper()}_API_KEY is not set. Set it, or take {name} out."
            )
        if not (key.isascii() and key.isprintable()):
            raise ConfigurationError(f"{name.upper()}_API_KEY holds characters that no key has. Copy it again.")
        base_url = (chosen_url or official_url).strip()
        if urlsplit(base_url).scheme not in ("http", "https") or not urlsplit(base_url).hostname:
            raise ConfigurationError(f"{name.upper()}_BASE_URL must begin with http:// or https:// and name a host.")
        local, deadline = is_local(base_url), settings.phase_deadline
        access = cls(
            writer,
            title if base_url == official_url else f"{title} ({urlsplit(base_url).netloc.rpartition('@')[2]})",
            key or NO_KEY,
            base_url,
            getattr(settings, f"{name}_model"),
            # Half, so that a silent provider leaves the next writer its time. One on this machine may need all of it.
            read_seconds=(deadline or LOCAL_DEADLINE_SECONDS) if local else (deadline or DEADLINE_SECONDS) / 2,
            official=base_url == official_url,
        )
        if settings.local_providers_only and not access.local:
            raise ConfigurationError(
                f"JOBFORGE_LOCAL_PROVIDERS_ONLY is on and {title} is not on this machine: set "
                f"{name.upper()}_BASE_URL to a loopback address, or take {name} out of JOBFORGE_AI."
            )
        return access

    @property
    def local(self) -> bool:
        """Whether the provider is on this machine."""
        return is_local(self.base_url)

    def http_client(self) -> httpx2.AsyncClient:
        """A client that takes the key and the resume to the address that was set, and nowhere else: it
        follows no redirects, and for a provider on this machine no proxy of the environment."""
        return httpx2.AsyncClient(
            timeout=httpx2.Timeout(self.read_seconds, connect=min(CONNECT_SECONDS, self.read_seconds)),
            follow_redirects=False,
            trust_env=not self.local,
            event_hooks={"request": [_name]},
        )

    def _variable(self, suffix: str) -> str:
        return f"{self.writer.value.upper()}_{suffix}"

    def failed(self, status: int, words: str = "", headers: Mapping[str, str] | None = None) -> ExternalApiError:
        """Return the meaning of an HTTP status, or of the status that stands for an error inside a stream."""
        quoted = " ".join(words.replace(self.key, "***").split())[:MAX_QUOTE]
        reason = f" ({quoted})" if quoted else ""
        if status in (408, 409, 425, 429) or status >= 500:
            trouble = {
                408: "took too long",
                429: "is limiting requests (rate or quota)",
                504: "took too long",
                529: "is overloaded",
            }.get(status, "has a fault of its own just now")
            return ProviderUnavailable(
                f"{self.title} {trouble}{reason}. Please try again in a moment.",
                transient=True,
                retry_after=_retry_after(headers or {}),
            )
        if status == 401:
            return ProviderRefused(f"{self.title} does not accept the key. Check {self._variable('API_KEY')}.")
        if status == 402:
            return ProviderRefused(f"{self.title} says that the account has no credit{reason}. Check its billing.")
        if status == 403:
            return ProviderRefused(
                f"{self.title} does not let this key use the model {self.model!r}{reason}. "
                f"Check {self._variable('API_KEY')} and JOBFORGE_{self._variable('MODEL')}."
            )
        if status == 404:
            return ProviderRefused(
                f"{self.title} does not know the model {self.model!r}, or the address is not its own{reason}. "
                f"Check JOBFORGE_{self._variable('MODEL')} and {self._variable('BASE_URL')}."
            )
        if status < 400:
            return ProviderRefused(f"{self.title} answered with a redirect. Check {self._variable('BASE_URL')}.")
        return ProviderRefused(
            f"{self.title} refused the request{': ' + quoted if quoted else ''}. "
            f"Check that the model {self.model!r} takes a request of this length and kind."
        )

    def lost(self, error: BaseException) -> ProviderUnavailable:
        """Return the meaning of what the network raised, or of the SDK's error around it."""
        chain = tuple(_causes(error))
        if any(isinstance(each, ssl.SSLCertVerificationError) for each in chain):
            return ProviderUnavailable(
                f"The certificate of {self.title} is not trusted. For a server of your own, put its certificate or "
                f"its authority's into a file and name that in SSL_CERT_FILE; else check {self._variable('BASE_URL')}."
            )
        if any(isinstance(each, httpx2.ConnectError | httpx2.ConnectTimeout) for each in chain):
            return ProviderUnavailable(
                f"{self.title} cannot be reached. Check the network and {self._variable('BASE_URL')}.", transient=True
            )
        if any(isinstance(each, httpx2.TimeoutException) for each in chain):
            return ProviderUnavailable(
                f"{self.title} said nothing for {self.read_seconds:g} seconds. "
                "A slow model may need a longer JOBFORGE_PHASE_DEADLINE."
            )
        return self.cut()

    def cut(self) -> ProviderUnavailable:
        return ProviderUnavailable(
            f"{self.title} broke off in the middle of its answer. Please try again.", transient=True
        )

    def unreadable(self, kind: str) -> ExternalApiError:
        """Return the meaning of an answer that is none: `kind` is "html", "json" or "size"."""
        if kind == "html":
            return ProviderRefused(
                f"{self.title} answered with a web page. Check the path of {self._variable('BASE_URL')}: "
                "it usually ends in /v1."
            )
        trouble = "more than any document needs" if kind == "size" else "something that is not its protocol"
        return ProviderUnavailable(f"{self.title} sent {trouble}. Check {self._variable('BASE_URL')}.")

    def malformed(self, error: Exception) -> ProviderUnavailable:
        """Return the meaning of an answer over which its SDK stumbled."""
        return ProviderUnavailable(
            f"{self.title} sent an answer that does not keep to its protocol "
            f"({type(error).__name__}: {error!s:.{MAX_QUOTE}})."
        )

    def unwilling(self) -> ProviderRefused:
        return ProviderRefused(
            f"{self.title} declined to write this text. Look for something in the resume, the ad or the "
            f"additional context that its policies forbid, or choose another writer with JOBFORGE_AI."
        )

    def filtered(self) -> ProviderRefused:
        return ProviderRefused(
            f"{self.title} stopped at its content filter. Look for something in the resume, the ad or the "
            f"additional context that sets it off, or choose another writer with JOBFORGE_AI."
        )

    def truncated(self) -> ProviderTruncated:
        return ProviderTruncated(
            f"{self.title} reached its length limit before the document was done. Shorten the resume or the "
            f"ad, or choose a model with more room in JOBFORGE_{self._variable('MODEL')}."
        )


def is_local(url: str) -> bool:
    """Return whether the address is one of this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the error and what it was raised from, the outermost first."""
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that the server asks to wait, if it says so in a way we understand."""
    try:
        return min(max(float(headers.get("retry-after", "")), 0.0), MAX_RETRY_AFTER_SECONDS)
    except ValueError:
        return None
