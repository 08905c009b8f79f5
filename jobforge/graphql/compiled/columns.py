"""Lists whose rows are kept by column: a column is looked at as a whole.

A type check is one pass over a column in C, an enum is one `map`, and what belongs to the rows of another table is
completed for all of them together. Above all, nobody need make dictionaries of what a database's driver gives: for
fifty rows of twelve values with a hundred children that took longer than to complete them (90 µs and 70; now 60).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol, TypeVar

__all__ = ["GROUPS", "TABLES", "Groups", "Table", "groups_by_column", "only", "table_by_column"]


class Table(Protocol):
    """A list of dictionaries to whoever does not know better."""

    @property
    def columns(self) -> Mapping[str, Sequence[Any]]:
        """All of them as long as the table, by the names that fields are read by; at least one.

        A column may itself be a table (objects) or groups (lists of objects)."""

    def __iter__(self) -> Iterator[dict[str, Any]]: ...
    def __len__(self) -> int: ...


class Groups(Protocol):
    """A column of lists of dictionaries."""

    @property
    def members(self) -> Table:
        """The rows of all lists."""

    @property
    def places(self) -> Sequence[Sequence[int]]:
        """Of each list's rows among the members."""

    def __iter__(self) -> Iterator[list[dict[str, Any]]]: ...


AnyTable = TypeVar("AnyTable", bound=type[Table])
AnyGroups = TypeVar("AnyGroups", bound=type[Groups])

TABLES: set[type] = set()
GROUPS: set[type] = set()


def table_by_column(cls: AnyTable) -> AnyTable:
    """Registers a class whose instances (not those of its subclasses) resolvers return for lists of objects.

    Under `StrawberryConfig(default_resolver=attribute_or_item)`, a selection of plain fields is then completed column
    by column; for any other, and where something is not as its type promises, the table is read as a list."""
    TABLES.add(cls)
    return cls


def groups_by_column(cls: AnyGroups) -> AnyGroups:
    """Registers a class for columns of lists."""
    GROUPS.add(cls)
    return cls


@cache
def only(*classes: type) -> Callable[[Iterable[type]], bool]:
    """Tells whether there are no others."""
    return frozenset(classes).issuperset
