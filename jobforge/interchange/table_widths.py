"""How wide the columns of a table are, by what is in them."""

from collections.abc import Sequence
from math import sqrt

from jobforge.interchange.blocks import Runs, plain

MAX_WORD = 18
"""Longer words may break, so they do not widen a column further."""


def column_weights(rows: Sequence[Sequence[Runs]]) -> list[float]:
    """Return a weight for each column: no narrower than its longest word, else by the root of its length.

    The root lets a column of sentences be wider than one of words without starving that.
    """
    columns = range(max(map(len, rows), default=0))
    texts = [[plain(row[column]) if column < len(row) else "" for row in rows] for column in columns]
    weights = []
    for cells in texts:
        longest_word = max((len(token) for cell in cells for token in cell.split()), default=1)
        longest = max(map(len, cells), default=1)
        weights.append(round(max(min(longest_word, MAX_WORD) + 2.0, 3 * sqrt(longest)), 2))
    return weights
