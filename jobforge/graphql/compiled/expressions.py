"""The source for plain values: expressions without paths, infos or awaitables.

Where a selection holds nothing but plain values, each object type becomes one expression over a single argument:

    def Document_1(x):
        if type(x) not in PLAIN: plain(x)
        return {
            "id": v if type(v := x.id) is str else ID_2(v),
            "documentType": DocumentType_3[x.document_type],
        }

Where rows are kept by column (see `columns`), one over columns takes the place of one for each row:

    def Document_4(t):
        c = t.columns
        x0 = c["id"]
        if not only_str_5(map(type, x0)): x0 = [y if type(y) is str else ID_2(y) for y in x0]
        x1 = c["document_type"]
        x1 = map(DocumentType_6, x1)
        return [{"id": v0, "documentType": v1} for v0, v1, in zip(x0, x1, strict=True)]

Anything unexpected in there raises, and whoever called it has the value completed by graphql-core instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLOutputType,
    GraphQLString,
    get_named_type,
    get_nullable_type,
    is_enum_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from .access import Itself
from .columns import GROUPS, TABLES, only
from .leaves import PLAIN, Unfit, enum_names, items, passed_class, plain, strict
from .plan import FieldPlan, Selection

__all__ = ["Expressions"]

_CLASSES: dict[GraphQLLeafType, type] = {GraphQLString: str, GraphQLID: str, GraphQLBoolean: bool}
"""The class whose instances are already what their type would make of them."""

_COMPLETE: dict[GraphQLLeafType, str] = {
    GraphQLInt: "type({first}) is int and -2147483648 <= {then} <= 2147483647",
    GraphQLFloat: "type({first}) is float and {then} - {then} == 0.0",
}
"""How to see that a value is already what its type would make of it, where its class does not say so."""


def _complete_class(leaf: GraphQLLeafType) -> type | None:
    return passed_class(leaf) or _CLASSES.get(leaf)


class Expressions:
    """A module being written: its functions, the objects that they name, and how plain values are completed."""

    def __init__(self) -> None:
        self.functions: list[str] = []
        self.names: dict[str, Any] = {"PLAIN": PLAIN, "TABLES": TABLES, "GROUPS": GROUPS, "Unfit": Unfit}
        self.names |= {"items": items, "plain": plain}
        self.known: dict[tuple[str, int], str] = {}
        self.count = 0

    def name(self, stem: str, value: object = None) -> str:
        """A new name, for `value` if there is one; no two names end in the same number."""
        self.count += 1
        name = f"{stem}_{self.count}"
        if value is not None:
            self.names[name] = value
        return name

    def once(self, stem: str, owner: object, value: Callable[[], object]) -> str:
        """The name of what belongs to `owner`, made when first needed."""
        key = stem, id(owner)
        if key not in self.known:
            self.known[key] = self.name(stem, value())
        return self.known[key]

    def function(self, head: str, note: object, lines: list[str]) -> None:
        self.functions.append("\n".join([f"def {head}:  # {note}", *(f"    {line}" for line in lines)]))

    # Plain values: expressions

    def value(self, type_: GraphQLOutputType, of: str, field: FieldPlan) -> str:
        """The expression that completes the expression `of`."""
        nullable = not is_non_null_type(type_)
        inner = type_ if nullable else type_.of_type  # type: ignore[union-attr]
        first, then = (of, of) if of.isidentifier() else (f"v := {of}", "v")
        if is_leaf_type(inner) and (test := self.test(inner)):
            test = test.format(first=first, then=then) + (f" or {then} is None" if nullable else "")
            return f"{then} if {test} else {self.leaf(inner)}({then})"
        if is_enum_type(inner):
            existing = self.once(inner.name, inner, lambda: enum_names(inner)) + "[{}]"
        elif is_leaf_type(inner):
            existing = self.leaf(inner) + "({})"
        elif is_list_type(inner):
            existing = self.plain_list(inner.of_type, field) + "({})"
        else:
            existing = self.plain_object(field.selections[inner.name]) + "({})"  # type: ignore[union-attr]
        if nullable:
            return f"None if {of if of == then else f'({first})'} is None else {existing.format(then)}"
        return existing.format(of)

    def test(self, leaf: GraphQLLeafType) -> str | None:
        if (cls := _complete_class(leaf)) is None:
            return _COMPLETE.get(leaf)
        return f"type({{first}}) is {self.once(cls.__name__, cls, lambda: cls)}"

    def leaf(self, leaf: GraphQLLeafType) -> str:
        return self.once(leaf.name, leaf, lambda: strict(leaf))

    def plain_list(self, item: GraphQLOutputType, field: FieldPlan) -> str:
        name = self.name(field.key)
        each = self.value(item, "y", field)
        lines = ["if type(v) is not list: v = items(v)", f"return [{each} for y in v]"]
        if (table := self.table(item, field)) is not None:
            lines.insert(0, f"if type(v) in TABLES: return {table}(v)")
        self.function(f"{name}(v)", f"[{item}]", lines)
        return name

    def plain_object(self, selection: Selection) -> str:
        key = "plain object", id(selection)
        if key not in self.known:
            self.known[key] = name = self.name(selection.type.name)
            lines = ["if type(x) not in PLAIN: plain(x)"]
            if selection.type.is_type_of is not None:
                mine = self.once("is_type_of", selection.type, lambda: selection.type.is_type_of)
                lines.append(f"if not {mine}(x, None): raise Unfit")
            if any(field.read is not None and field.read.or_item for field in selection.fields):
                lines += ["if type(x) is dict:", *(f"    {line}" for line in self.entries(selection, from_dict=True))]
            lines += self.entries(selection, from_dict=False)
            self.function(f"{name}(x)", selection.type, lines)
        return self.known[key]

    def entries(self, selection: Selection, from_dict: bool) -> list[str]:
        entries = [f"    {field.key!r}: {self.read(field, from_dict)}," for field in selection.fields]
        return ["return {", *entries, "}"]

    def read(self, field: FieldPlan, from_dict: bool | None = None) -> str:
        """The expression for a field that is read from `x`, if it is known whether that is a dictionary."""
        if isinstance(field.access, Itself):
            return self.value(field.type, "x", field)
        if field.read is None:
            return repr(field.parent.name)
        return self.value(field.type, field.read.of("x", from_dict), field)

    # Plain values of many rows at once

    def table(self, item: GraphQLOutputType, field: FieldPlan) -> str | None:
        """A function that completes a table of such items, if they are objects that dictionaries may stand for."""
        selection = None if is_list_type(get_nullable_type(item)) else field.selections.get(get_named_type(item).name)
        if selection is None or selection.type.is_type_of is not None:
            return None
        if not all(each.read is None or each.read.or_item for each in selection.fields):
            return None
        key = "table", id(selection)
        if key not in self.known:
            self.known[key] = name = self.name(selection.type.name)
            lines, columns, entries = ["c = t.columns"], [], []
            for number, each in enumerate(selection.fields):
                if each.read is None:
                    entries.append(f"{each.key!r}: {each.parent.name!r}")
                    continue
                lines += [f"x{number} = c[{each.read.name!r}]", *self.column(each, f"x{number}")]
                columns.append(number)
                entries.append(f"{each.key!r}: v{number}")
            values = "".join(f"v{number}, " for number in columns) or "_"
            rows = f"zip({', '.join(f'x{number}' for number in columns)}, strict=True)" if columns else "range(len(t))"
            lines.append(f"return [{{{', '.join(entries)}}} for {values} in {rows}]")
            self.function(f"{name}(t)", selection.type, lines)
        return self.known[key]

    def column(self, field: FieldPlan, of: str) -> list[str]:
        """Statements that complete the column in the variable `of`."""
        inner = get_nullable_type(field.type)
        one_by_one = f"{of} = [{self.value(field.type, 'y', field)} for y in {of}]"
        missing = {None: None} if inner is field.type else {}
        if is_leaf_type(inner) and (cls := _complete_class(inner)) is not None:
            classes = [cls, *map(type, missing)]
            test = only(*classes)
            existing = self.once("only_" + "_or_".join(each.__name__ for each in classes), test, lambda: test)
            return [f"if not {existing}(map(type, {of})): {one_by_one}"]
        if is_enum_type(inner):
            names = self.once(inner.name, field, lambda: (enum_names(inner) | missing).__getitem__)
            return [f"{of} = map({names}, {of})"]
        if is_list_type(inner) and (table := self.table(inner.of_type, field)) is not None:
            grouped = f"{of} = [[members[place] for place in group] for group in {of}.places]"
            return [
                f"if type({of}) in GROUPS:",
                f"    members = {table}({of}.members)",
                f"    {grouped}",
                f"else: {one_by_one}",
            ]
        if (table := self.table(field.type, field)) is not None:
            return [f"if type({of}) in TABLES: {of} = {table}({of})", f"else: {one_by_one}"]
        return [one_by_one]
