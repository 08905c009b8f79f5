"""Ideas of working life that are said in many words.

Each concept has its words by language, folded; a trailing `*` stands for any ending, a hyphen for a space. A word may
belong to several concepts. Only ideas common to all trades stand here: what a trade calls its own things comes from
the texts themselves.
"""

from collections.abc import Iterator

from jobforge.languages import table
from jobforge.languages.tables import covered, strings

TOPIC = "concepts"


def concepts(*codes: str) -> Iterator[tuple[str, str]]:
    """Yield each concept with one of its words, for these languages (all where none is named)."""
    for code in covered(codes):
        try:
            entries = table(code, TOPIC)
        except FileNotFoundError:
            continue
        for concept, words in entries.items():
            for token in strings(words):
                yield concept, token
