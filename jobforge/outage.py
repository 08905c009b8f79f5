"""Services that cannot be reached: one line of log when one is lost, one when it answers again."""

import time

import structlog

log = structlog.get_logger(__name__)


class Outage:
    """Whether a service is lost, as far as one of its users in this process knows.

    Who asks once a second or once a request would otherwise write as many lines.
    """

    def __init__(self, service: str, address: str = "") -> None:
        self.service, self.address = service, address
        self._began: float | None = None

    def begin(self, error: BaseException) -> None:
        """Log `<service>_unavailable`, unless that was logged since the service last answered."""
        if self._began is None:
            self._began = time.monotonic()
            log.warning(f"{self.service}_unavailable", address=self.address, error=type(error).__name__)

    def end(self) -> None:
        """Log `<service>_available` with the seconds that it was lost, if it was."""
        if self._began is not None:
            seconds, self._began = round(time.monotonic() - self._began, 1), None
            log.info(f"{self.service}_available", address=self.address, seconds=seconds)
