"""Automatic persisted queries: a client sends the hash of a document, and its text only when the server asks for it.

The protocol is Apollo's, and urql's exchange speaks it, too:
https://www.apollographql.com/docs/apollo-server/performance/apq
"""

import hashlib
import hmac
import re
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from jobforge.errors import PersistedQueryNotFound, ValidationError
from jobforge.graphql.limits import MAX_CHARACTERS

CACHE_SIZE = 1000
MAX_CACHE_BYTES = 8 * 1024 * 1024
VERSION = 1
_SHA256 = re.compile("[0-9a-fA-F]{64}")


class PersistedQueries:
    """Texts by the SHA-256 of their UTF-8; what was used longest ago goes first."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._bytes = 0

    def text_of(self, request: Mapping[str, Any]) -> object:
        """Return the document of a request: the one sent, or else the one that its hash stands for.

        Raises PersistedQueryNotFound, and ValidationError for a hash that is none or of another text."""
        query = request.get("query")
        persisted = (request.get("extensions") or {}).get("persistedQuery")
        if persisted is None:
            return query
        digest = _digest(persisted)
        if query is None:
            return self._find(digest)
        if isinstance(query, str) and len(query) <= MAX_CHARACTERS:
            content = query.encode(errors="surrogatepass")
            if not hmac.compare_digest(hashlib.sha256(content).hexdigest(), digest):
                raise ValidationError("`extensions.persistedQuery.sha256Hash` is not the hash of `query`.")
            self._keep(digest, query, len(content))
        return query

    def _find(self, digest: str) -> str:
        if digest not in self._texts:
            raise PersistedQueryNotFound()
        self._texts.move_to_end(digest)
        return self._texts[digest]

    def _keep(self, digest: str, text: str, size: int) -> None:
        if digest not in self._texts:
            self._bytes += size
        self._texts[digest] = text
        self._texts.move_to_end(digest)
        while len(self._texts) > CACHE_SIZE or self._bytes > MAX_CACHE_BYTES:
            _, dropped = self._texts.popitem(last=False)
            self._bytes -= len(dropped.encode(errors="surrogatepass"))


def _digest(persisted: object) -> str:
    digest = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
    if not isinstance(persisted, dict) or persisted.get("version") != VERSION or not isinstance(digest, str):
        raise ValidationError("`extensions.persistedQuery` must have `version` 1 and a `sha256Hash`.")
    if not _SHA256.fullmatch(digest):
        raise ValidationError("`extensions.persistedQuery.sha256Hash` must be 64 hexadecimal digits.")
    return digest.lower()
