"""A table kept by column is a list of dictionaries to whoever does not know better."""

from jobforge.storage.columnar import Groups, Table

ROWS = [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}, {"a": 3, "b": "z"}]
TABLE = Table.of(("a", "b"), [(1, "x"), (2, "y"), (3, "z")])


def test_a_table_is_the_list_of_its_rows() -> None:
    assert list(TABLE) == ROWS
    assert [TABLE[place] for place in range(len(TABLE))] == ROWS
    assert TABLE[-1] == ROWS[-1]
    assert list(TABLE[1:]) == ROWS[1:]
    assert list(reversed(TABLE)) == ROWS[::-1]


def test_an_empty_table_keeps_its_columns() -> None:
    empty = Table.of(("a", "b"), [])
    assert (len(empty), list(empty), bool(empty)) == (0, [], False)
    assert empty.columns.keys() == {"a", "b"}
    assert list(empty[:5]) == []


def test_groups_are_a_list_of_lists() -> None:
    groups = Groups(TABLE, [[2, 0], [], [1]])
    lists = [[ROWS[2], ROWS[0]], [], [ROWS[1]]]
    assert list(groups) == lists
    assert [groups[place] for place in range(len(groups))] == lists
    assert list(groups[1:]) == lists[1:]


def test_a_column_may_be_a_table_or_groups() -> None:
    nested = Table({"one": TABLE, "many": Groups(TABLE, [[0], [1, 2], []])})
    rows = [{"one": ROWS[0], "many": ROWS[:1]}, {"one": ROWS[1], "many": ROWS[1:]}, {"one": ROWS[2], "many": []}]
    assert list(nested) == rows
    assert nested[1] == rows[1]
