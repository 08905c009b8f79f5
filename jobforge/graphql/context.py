"""What a request brings along: its token, its user, and the loaders that keep lists from costing a query a row."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from strawberry import Info as StrawberryInfo
from strawberry.dataloader import DataLoader

from jobforge import security
from jobforge.enums import TokenScope
from jobforge.operations import (
    accounts,
    documents,
    exports,
    phase_runs,
    requirement_match,
    resumes,
    stages,
    tags,
    timeline,
)
from jobforge.operations.accounts import TokenUser
from jobforge.security import Token

Info = StrawberryInfo["Context", None]


class Loaders:
    """Each asks for all rows of a kind that one step of the execution needs, at once.

    Nothing is kept: a WebSocket's operations share their context for as long as it is open."""

    # Each is made when it is first needed: most requests need none.
    documents = cached_property(lambda _: DataLoader(load_fn=documents.of_each_application, cache=False))
    latest_runs = cached_property(lambda _: DataLoader(load_fn=phase_runs.latest_runs, cache=False))
    runs = cached_property(lambda _: DataLoader(load_fn=phase_runs.runs_of_applications, cache=False))
    versions = cached_property(lambda _: DataLoader(load_fn=documents.versions_of_documents, cache=False))
    stale_reasons = cached_property(lambda _: DataLoader(load_fn=documents.stale_reasons, cache=False))
    tags = cached_property(lambda _: DataLoader(load_fn=tags.tags_of, cache=False))
    duplicates = cached_property(lambda _: DataLoader(load_fn=stages.duplicates_of, cache=False))
    runs_by_id = cached_property(lambda _: DataLoader(load_fn=timeline.runs_by_id, cache=False))
    applications = cached_property(lambda _: DataLoader(load_fn=timeline.applications_by_id, cache=False))
    sent_versions = cached_property(lambda _: DataLoader(load_fn=timeline.sent_versions, cache=False))
    resume_contents = cached_property(lambda _: DataLoader(load_fn=documents.resume_contents, cache=False))
    matches = cached_property(lambda _: DataLoader(load_fn=requirement_match.of_applications, cache=False))
    exported_documents = cached_property(lambda _: DataLoader(load_fn=exports.sources_of_documents, cache=False))
    exported_resumes = cached_property(lambda _: DataLoader(load_fn=exports.sources_of_resumes, cache=False))
    reading_warnings = cached_property(lambda _: DataLoader(load_fn=resumes.reading_warnings, cache=False))
    reviews = cached_property(lambda _: DataLoader(load_fn=requirement_match.reviews_of_documents, cache=False))


@dataclass(slots=True)
class Context:
    """One HTTP request, or one WebSocket with everything that is sent over it.

    The user is found when first needed: a WebSocket's token arrives after its context was made."""

    headers: Mapping[str, str]
    is_socket: bool = False
    session: str | None = None
    """The secret of the page's session, where its cookie counts."""
    base_path: str = ""
    """What all our paths begin with, for addresses that are handed out."""
    connection_params: dict[str, Any] | None = None
    on_user: Callable[[UUID, Token], None] | None = None
    """Called when the user of a WebSocket is known."""
    loaders: Loaders = field(default_factory=Loaders)
    _asking: "asyncio.Future[TokenUser] | None" = None

    @property
    def token(self) -> str | None:
        for name, value in (self.connection_params or {}).items():
            if name.lower() == "authorization":
                return security.bearer(value)
        return security.bearer(self.headers.get("authorization"))

    async def access(self, scope: TokenScope | None = TokenScope.READ) -> Token:
        """What token or cookie allow, for reads that hold it against their user themselves.

        Raises AuthenticationError, and AuthorizationError for a personal token without the scope."""
        return accounts.require(await accounts.access(self.token, self.session), scope)

    async def owner(self) -> TokenUser:
        """The user, for what a personal token never does. Raises what `user` raises."""
        return await self.user(None)

    async def user(self, scope: TokenScope | None = TokenScope.READ) -> TokenUser:
        """The user whose token or cookie came along.

        Raises AuthenticationError, and AuthorizationError for a personal token without the scope."""
        user = await self._authenticated()
        accounts.require(user.access, scope)
        return user

    async def _authenticated(self) -> TokenUser:
        if self.is_socket:
            return await accounts.authenticate(self.token, self.session)
        if self._asking is not None:
            return await asyncio.shield(self._asking)
        self._asking = asyncio.get_running_loop().create_future()
        try:
            self._asking.set_result(await accounts.authenticate(self.token, self.session))
        except BaseException as error:
            self._asking.set_exception(error)
            self._asking.exception()  # seen, even if nobody else asks
            raise
        return self._asking.result()
