from datetime import date

import pytest

from jobforge.text.dates import Month, Period, find_months, find_periods

NOW = None


def only(text: str) -> Period:
    found = find_periods(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Mar 2021 - Present", (2021, 3), NOW),
        ("03/2019–02/2021", (2019, 3), (2021, 2)),
        ("2019-2021", (2019, None), (2021, None)),
        ("2019–21", (2019, None), (2021, None)),
        ("2010-12", (2010, None), (2012, None)),
        ("2019-03 – 2020-05", (2019, 3), (2020, 5)),
        ("04/2020 to now", (2020, 4), NOW),
        ("since January 2020", (2020, 1), NOW),
        ("June 2013 – August 2015 (summers)", (2013, 6), (2015, 8)),
        ("Jan – Jun 2019", (2019, 1), (2019, 6)),
        ("Oct '19 - Nov '21", (2019, 10), (2021, 11)),
        ("2019 –", (2019, None), NOW),
        ("between 2015 and 2019", (2015, None), (2019, None)),
        ("03/2020 – heute", (2020, 3), NOW),
        ("seit 04/2020", (2020, 4), NOW),
        ("1. März 2019 bis 31. Mai 2020", (2019, 3), (2020, 5)),
        ("01.03.2019 - 31.12.2020", (2019, 3), (2020, 12)),
        ("von 2015 bis 2018", (2015, None), (2018, None)),
        ("depuis mars 2021", (2021, 3), NOW),
        ("de mars 2019 à juin 2021", (2019, 3), (2021, 6)),
        ("du 1er mars 2019 au 3 juin 2021", (2019, 3), (2021, 6)),
        ("janvier 2020 - aujourd'hui", (2020, 1), NOW),
        ("marzo de 2019 - actualidad", (2019, 3), NOW),
        ("De mayo de 2016 a septiembre de 2020", (2016, 5), (2020, 9)),
        ("desde octubre 2020", (2020, 10), NOW),
    ],
)
def test_a_period_is_read_however_it_is_written(
    text: str, start: tuple[int, int | None], end: tuple[int, int | None] | None
) -> None:
    period = only(f"Cook, {text}")
    assert period.start == Month(*start)
    assert period.end == (Month(*end) if end else None)
    assert period.ongoing is (end is None)


def test_the_span_covers_the_whole_expression() -> None:
    text = "Koch (seit April 2020), Kassel"
    first, last = only(text).span
    assert text[first:last] == "seit April 2020"


@pytest.mark.parametrize(
    "text",
    ["520-555-0136", "£2000 - 3000", "in 2023", "OSHA 10, 2018", "ISO 9001", "24/7", "1.8 MB to 0.9 MB", "2021 – 2019"],
)
def test_numbers_and_single_dates_are_no_periods(text: str) -> None:
    assert find_periods(text) == ()


def test_single_dates_are_found_in_order() -> None:
    assert [found.month for found in find_months("CIMA, 2020; level, May 2023")] == [Month(2020), Month(2023, 5)]


@pytest.mark.parametrize(
    ("text", "months"),
    [("03/2019 - 02/2021", 24), ("Mar 2021 - Present", 70), ("2019-2021", 24), ("May 2020 – May 2020", 1)],
)
def test_both_ends_count_where_months_are_known(text: str, months: int) -> None:
    assert only(text).months(date(2026, 12, 15)) == months
