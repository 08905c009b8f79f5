"""What settings mean."""

import time
from datetime import date

import pytest

from jobforge.settings import today


def test_today_is_the_day_where_the_server_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between these two places lie 25 hours: it is never the same day in both."""
    days: list[date] = []
    for place in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        with monkeypatch.context() as there:
            there.setenv("TZ", place)
            time.tzset()
            days.append(today())
    time.tzset()
    assert days[0] > days[1]
