"""How long a request may take: whoever asks for more than fits into it is told so, and holds nothing any longer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from jobforge.errors import RequestTimeout
from jobforge.settings import current


@asynccontextmanager
async def request_deadline() -> AsyncIterator[None]:
    """End the block after `JOBFORGE_REQUEST_SECONDS`. Raises RequestTimeout."""
    try:
        async with asyncio.timeout(current().request_seconds) as deadline:
            yield
    except TimeoutError:
        if deadline.expired():
            raise RequestTimeout from None
        raise
