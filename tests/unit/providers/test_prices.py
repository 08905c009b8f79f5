"""What tokens cost."""

import tomllib
from datetime import date
from importlib import resources

import pytest

from jobforge.enums import Writer
from jobforge.providers import Usage
from jobforge.providers.prices import _table, cost_micros, currency
from jobforge.settings import Settings


def test_the_default_models_have_a_price() -> None:
    usage = Usage(1_000, 100, 0)
    for writer in (Writer.ANTHROPIC, Writer.OPENAI):
        model = Settings.model_fields[f"{writer.value}_model"].default
        assert cost_micros(writer, model, usage)


def test_cached_input_is_charged_at_its_own_price() -> None:
    assert cost_micros(Writer.OPENAI, "gpt-6.1-sol", Usage(1_000_000, 0, 0)) == 2_000_000
    assert cost_micros(Writer.OPENAI, "gpt-6.1-sol", Usage(1_000_000, 0, 1_000_000)) == 100_000
    assert cost_micros(Writer.OPENAI, "gpt-6.1-sol-2026-09-29", Usage(0, 1_000_000)) == 10_000_000


@pytest.mark.parametrize(
    ("model", "usage"), [("llama3", Usage(1, 1)), ("gpt-6.1-sol", Usage()), ("gpt-6.1-sol", Usage(1, None))]
)
def test_what_is_not_known_has_no_cost(model: str, usage: Usage) -> None:
    assert cost_micros(Writer.OPENAI, model, usage) is None


def test_the_table_says_when_it_was_read_and_in_which_currency() -> None:
    assert isinstance(_table()["date"], date)
    assert currency() == "USD"


def test_usages_add_up_whatever_is_known_of_them() -> None:
    assert Usage(1, 2, 3) + Usage(10, None, 4) == Usage(11, 2, 7)
    assert Usage() + Usage() == Usage()


def test_no_default_model_is_one_that_is_switched_off() -> None:
    switched_off = tomllib.loads(resources.files("jobforge.providers").joinpath("prices.toml").read_text())
    defaults = {Settings.model_fields[name].default for name in ("anthropic_model", "openai_model")}
    assert not defaults & switched_off["switched_off"].keys()
