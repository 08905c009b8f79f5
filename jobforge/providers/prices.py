"""What tokens cost, by the table in `prices.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from jobforge.enums import Writer
from jobforge.providers import Usage

MICROS = 1_000_000  # of a unit of the currency


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("prices.toml").read_text(encoding="utf-8"))


def currency() -> str:
    """Return the currency of all prices, as ISO 4217 has it."""
    return str(_table()["currency"])


def cost_micros(writer: Writer, model: str, usage: Usage) -> int | None:
    """Return the cost in millionths of the currency; None where no price or no count of tokens is known.

    A price of 2.00 for a million tokens is 2 millionths a token."""
    names = [name for name in _table().get(writer.value, {}) if model.startswith(name)]
    if not names or usage.input_tokens is None or usage.output_tokens is None:
        return None
    price = _table()[writer.value][max(names, key=len)]
    cached = min(usage.cached_input_tokens or 0, usage.input_tokens)
    fresh = usage.input_tokens - cached
    total: float = fresh * price["input"] + cached * price["cached"] + usage.output_tokens * price["output"]
    return round(total)
