"""Rows kept by column: what a statement gives for a list, to be handed on with as little handling as possible.

Whatever is done with a list of rows is done to whole columns, which the interpreter does in C, and rows that are only
handed on are never made. To everybody who does not know of columns, a table is a list of dictionaries.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

__all__ = ["Groups", "Row", "Table"]

Row = dict[str, Any]


class Table(Sequence[Row]):
    """Rows that all have the same columns, each as long as the table. Columns may be added."""

    __slots__ = ("columns",)

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """There is at least one column."""
        self.columns = dict(columns)

    @classmethod
    def of(cls, names: Sequence[str], records: Sequence[Sequence[Any]]) -> "Table":
        """Of rows with values in the order of `names`."""
        return cls(dict(zip(names, zip(*records, strict=True) if records else [()] * len(names), strict=True)))

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def __iter__(self) -> Iterator[Row]:
        names = tuple(self.columns)
        return iter([dict(zip(names, row, strict=True)) for row in zip(*self.columns.values(), strict=True)])

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "Table": ...
    def __getitem__(self, place: int | slice) -> "Row | Table":
        result = {name: column[place] for name, column in self.columns.items()}
        return Table(result) if isinstance(place, slice) else result


class Groups(Sequence[list[Row]]):
    """A column of lists: the rows that belong to each row of another table, all of them in one table."""

    __slots__ = ("members", "places")

    def __init__(self, members: Table, places: Sequence[Sequence[int]]) -> None:
        """`places` are those of each list's rows among the `members`."""
        self.members = members
        self.places = places

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[list[Row]]:
        members = list(self.members)
        return iter([[members[position] for position in group] for group in self.places])

    @overload
    def __getitem__(self, place: int) -> list[Row]: ...
    @overload
    def __getitem__(self, place: slice) -> "Groups": ...
    def __getitem__(self, place: int | slice) -> "list[Row] | Groups":
        if isinstance(place, slice):
            return Groups(self.members, self.places[place])
        return [self.members[each] for each in self.places[place]]
