"""Fetch the page of a job ad for a user, as far as the operator allows it."""

from jobforge import messaging, settings
from jobforge.enums import AdFetching
from jobforge.errors import InvalidState, RateLimited
from jobforge.providers.addresses import AddressUnavailable, FetchedPage, Fetcher
from jobforge.providers.boards import board_ad, fetch_board_ad

FETCHES_AN_HOUR = 20
_HOUR = 3600


async def fetch_ad_page(user_id: str | None, url: str) -> FetchedPage:
    """Return the page at `url`, or a board's own data on it. Without a user, in a terminal, nothing is counted.

    Raises:
        InvalidState: the operator does not allow it (422).
        AddressUnavailable: whatever else prevents it, told in one sentence.
        RateLimited: after `FETCHES_AN_HOUR` in an hour.
    """
    mode = settings.current().ad_fetching
    if mode is AdFetching.OFF:
        raise _not_allowed("This server fetches no addresses. Open the page and paste its text.")
    ad = board_ad(url.strip())
    if ad is None and mode is AdFetching.BOARDS:
        raise _not_allowed("This server reads the addresses of some job boards only. Open the page and paste its text.")
    if user_id is not None:
        count, seconds = await messaging.current().rate_limit.hit(f"jobforge:fetches:{user_id}", _HOUR)
        if count > FETCHES_AN_HOUR:
            raise RateLimited(f"At most {FETCHES_AN_HOUR} addresses are fetched in an hour. Please wait.", seconds)
    if ad is not None:
        try:
            return await fetch_board_ad(url.strip(), ad)
        except AddressUnavailable:
            if mode is not AdFetching.ANY:
                raise
    return await Fetcher().fetch(url.strip())


def _not_allowed(message: str) -> InvalidState:
    return InvalidState(message, 422, {"url": [message]})
