"""Quantities are the same however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobforge.languages import languages
from jobforge.text.language import Language
from jobforge.text.numbers import Bound, Kind, Quantity, find_quantities

EN, DE, FR, ES = (Language(code) for code in ("en", "de", "fr", "es"))


def only(text: str, language: Language = EN) -> Quantity:
    found = find_quantities(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("45,000 mails", EN, 45_000),
        ("45K mails", EN, 45_000),
        ("45.000 Mails", DE, 45_000),
        ("45 000 courriels", FR, 45_000),
        ("forty-five thousand mails", EN, 45_000),
        ("1.8 MB", EN, 1.8),
        ("8,9 puntos", ES, 8.9),
        ("twenty-five", EN, 25),
        ("fünfundzwanzig", DE, 25),
        ("zweihundertfünfzig", DE, 250),
        ("quatre-vingt-dix", FR, 90),
        ("vingt et un élèves", FR, 21),
        ("treinta y cinco mesas", ES, 35),
        ("two hundred and fifty homes", EN, 250),
        ("une quinzaine de clients", FR, 15),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text: str, language: Language, value: float) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("$2M", EN),
        ("2 million dollars", EN),
        ("USD 2,000,000", EN),
        ("2 Mio. Dollar", DE),
        ("2 millones de dólares", ES),
    ],
)
def test_money_is_the_same_in_figures_and_words(text: str, language: Language) -> None:
    found = only(text, language)
    assert (found.value, found.kind, found.unit) == (2_000_000, Kind.MONEY, "usd")


@pytest.mark.parametrize(
    ("text", "language"),
    [("60%", EN), ("sixty per cent", EN), ("60 Prozent", DE), ("60 pour cent", FR), ("60 por ciento", ES)],
)
def test_percentages_are_read_in_four_languages(text: str, language: Language) -> None:
    found = only(text, language)
    assert (found.value, found.kind) == (60, Kind.PERCENT)


@pytest.mark.parametrize(
    ("text", "language", "per"),
    [
        ("28 houses a year", EN, "year"),
        ("12 visits per day", EN, "day"),
        ("90 Verfahren pro Monat", DE, "month"),
        ("80 couverts par service", FR, "shift"),
        ("400 bultos al día", ES, "day"),
        ("14 lines in two shifts", EN, None),
    ],
)
def test_a_rate_knows_its_unit_of_time(text: str, language: Language, per: str | None) -> None:
    assert find_quantities(text, language)[0].per == per


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("well over fifteen years", Bound.OVER),
        ("almost three years", Bound.UNDER),
        ("about five years", Bound.ABOUT),
        ("3+ years", Bound.OVER),
    ],
)
def test_a_bound_is_read_from_the_words_before_the_number(text: str, bound: Bound) -> None:
    found = only(text)
    assert (found.bound, found.kind, found.unit) == (bound, Kind.DURATION, "year")


def test_a_decade_is_ten_years() -> None:
    assert [(q.value, q.unit) for q in find_quantities("a decade, two decades")] == [(10, "year"), (20, "year")]


def test_half_an_hour_is_no_multiple_and_halved_is() -> None:
    assert next(q.value for q in find_quantities("halved it by half past ten") if q.kind is Kind.MULTIPLE) == 0.5
    assert not [q for q in find_quantities("half an hour") if q.kind is Kind.MULTIPLE]


@pytest.mark.parametrize("text", ["Stufe 2S", "V300", "S3", "a.finch25@example.com", "https://example.org/2019/45"])
def test_parts_of_names_and_addresses_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()


@given(st.text(max_size=300), st.sampled_from([Language(code) for code in languages()]))
def test_any_text_is_read_and_offsets_lie_inside_it(text: str, language: Language) -> None:
    for quantity in find_quantities(text, language):
        assert 0 <= quantity.start < quantity.end <= len(text)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("about a third of the stock", EN, 100 / 3),
        ("four fifths are listed", EN, 80),
        ("half of the tables", EN, 50),
        ("drei Viertel der Gäste", DE, 75),
        ("deux tiers des clients", FR, 200 / 3),
        ("la mitad de los pedidos", ES, 50),
    ],
)
def test_a_share_in_words_is_a_percentage(text: str, language: Language, value: float) -> None:
    assert (only(text, language).kind, only(text, language).value) == (Kind.PERCENT, value)


@pytest.mark.parametrize("text", ["the third person", "a third person", "a quarter past six"])
def test_a_place_in_a_row_is_no_share(text: str) -> None:
    assert all(found.kind is not Kind.PERCENT for found in find_quantities(text))


def test_dozens_are_counted() -> None:
    assert only("two dozen guests").value == 24


def test_twice_counts_and_twice_as_fast_multiplies() -> None:
    assert only("deployed twice").kind is Kind.COUNT
    assert only("twice as fast").kind is Kind.MULTIPLE
    assert only("three and a half years").value == 3.5


def test_a_limit_of_time_is_no_rate() -> None:
    assert only("90% of files within a month").per is None


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("zwanzigmal schneller", DE, Kind.MULTIPLE),
        ("zweimal eingesetzt", DE, Kind.COUNT),
        ("twice deployed", EN, Kind.COUNT),
        ("twice as fast", EN, Kind.MULTIPLE),
        ("five times faster", EN, Kind.MULTIPLE),
        ("cinq fois plus vite", FR, Kind.MULTIPLE),
    ],
)
def test_words_that_count_are_told_from_words_that_multiply(text: str, language: Language, kind: Kind) -> None:
    assert only(text, language).kind is kind
