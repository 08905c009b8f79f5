"""Text that speaks to a machine: orders, and disguises of orders. An ad may be attacked in any language."""

import re
from dataclasses import dataclass

from jobforge.languages import SHARED
from jobforge.languages.tables import Pattern, Words, cached, raw

TOPIC = "injection"

FLAGS = re.IGNORECASE | re.MULTILINE

# The words of a sentence in any language: more of them after undoing a disguise than before give it away.
COMMON = Words(TOPIC, "common")

# What stands around an order.
NEGATED = Pattern(TOPIC, "{around.negated}", re.IGNORECASE)
CITED = Pattern(TOPIC, "{around.cited}", re.IGNORECASE)
SENTENCE_END = Pattern(TOPIC, "{around.sentence_end}")
WEAK = Pattern(TOPIC, "{around.weak}", FLAGS)

# Text that poses as something else, is hidden or encoded, or would send data away.
TAGS = Pattern(TOPIC, "{disguises.tags}", re.IGNORECASE)
BRACKETS = Pattern(TOPIC, "{disguises.brackets}", re.IGNORECASE)
HEADED = Pattern(TOPIC, "{disguises.headed}", FLAGS)
TURN = Pattern(TOPIC, "{disguises.turn}", FLAGS)
SYSTEM_LINE = Pattern(TOPIC, "{disguises.system_line}", FLAGS)
MESSAGE = Pattern(TOPIC, "{disguises.message}", FLAGS)
CALL = Pattern(TOPIC, "{disguises.call}", FLAGS)
SETTINGS = Pattern(TOPIC, "{disguises.settings}", FLAGS)
FORGED_END = Pattern(TOPIC, "{disguises.forged_end}", FLAGS)
BLOCK_END = Pattern(TOPIC, "{disguises.block_end}")
COMMENT = Pattern(TOPIC, "{disguises.comment}", re.DOTALL | re.MULTILINE)
HIDING = Pattern(TOPIC, "{disguises.hiding}", re.IGNORECASE | re.DOTALL)
HIDDEN_TELLS = Pattern(TOPIC, "{disguises.hidden_tells}", FLAGS)
COMMENT_TELLS = Pattern(TOPIC, "{disguises.comment_tells}", FLAGS | re.DOTALL)
TAG_RUN = Pattern(TOPIC, "{disguises.tag_run}")
FLAG = Pattern(TOPIC, "{disguises.flag}")
SELECTORS = Pattern(TOPIC, "{disguises.selectors}")
ZERO_RUN = Pattern(TOPIC, "{disguises.zero_run}")
ZERO_SPREAD = Pattern(TOPIC, "{disguises.zero_spread}")
BIDI = Pattern(TOPIC, "{disguises.bidi}")
BASE64 = Pattern(TOPIC, "{disguises.base64}")
HEX = Pattern(TOPIC, "{disguises.hex}")
BINARY = Pattern(TOPIC, "{disguises.binary}")
ORDERS = Pattern(TOPIC, "{disguises.orders}", FLAGS)
SENDING = Pattern(TOPIC, "{disguises.sending}", re.IGNORECASE)
POSING = (BRACKETS, HEADED, SYSTEM_LINE, MESSAGE, CALL, SETTINGS)


@dataclass(frozen=True, slots=True)
class Order:
    """A pattern of an order, and the conditions under which it counts.

    `needs` is a cheap pattern without which it cannot match, `beside` has to follow, `within` has to stand in the
    same sentence and `unless` must not. A `planted` order counts only where it names something that looks planted.
    """

    code: str
    pattern: Pattern
    needs: Pattern | None = None
    planted: bool = False
    beside: Pattern | None = None
    within: Pattern | None = None
    unless: Pattern | None = None


_NEEDS_FLAGS = {
    "rated": re.IGNORECASE,
    "given": re.IGNORECASE,
    "planted": re.IGNORECASE,
    "code_word": re.NOFLAG,
    "planted_word": re.IGNORECASE,
}
PLANTED = Pattern(TOPIC, "{needs.planted}", re.IGNORECASE)


@cached
def orders() -> tuple[Order, ...]:
    """Return all orders of the shared table, in its order."""
    needs = {
        name: Pattern(TOPIC, f"{{needs.{name}}}", _NEEDS_FLAGS.get(name, FLAGS)) for name in raw(SHARED, TOPIC, "needs")
    }
    return tuple(
        Order(
            code=entry["code"],
            pattern=Pattern(TOPIC, f"{{orders.{name}.pattern}}", FLAGS),
            needs=needs.get(entry.get("needs")),
            planted=entry.get("planted", False),
            beside=Pattern(TOPIC, f"{{orders.{name}.beside}}", FLAGS) if "beside" in entry else None,
            within=Pattern(TOPIC, f"{{orders.{name}.within}}", FLAGS) if "within" in entry else None,
            unless=Pattern(TOPIC, f"{{orders.{name}.unless}}", FLAGS) if "unless" in entry else None,
        )
        for name, entry in raw(SHARED, TOPIC, "orders").items()
    )
