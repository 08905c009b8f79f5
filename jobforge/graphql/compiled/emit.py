"""From a plan to the source of a Python module, and from that to a function.

Two kinds of functions are written. Where a selection holds nothing but plain values, each object type becomes
one expression over a single argument, without paths, infos or awaitables:

    def Document_1(x):
        if type(x) not in PLAIN: plain(x)
        return {
            "id": v if type(v := x.id) is str else ID_2(v),
            "documentType": DocumentType_3[x.document_type],
        }

Where rows are kept by column (see `columns`), an expression over columns takes the place of one for each row:

    def Document_3(t):
        c = t.columns
        x1 = c["id"]
        if not only_str_4(map(type, x1)): x1 = [v if type(v := y) is str else ID_2(v) for y in x1]
        return [{"id": v1, "documentType": v2} for v1, v2, in zip(x1, map(DocumentType_5, c["document_type"]))]

Anything unexpected in there raises, and whoever called it has the value completed by graphql-core instead.
Where resolvers take part, functions over `(run, x, path)` do what graphql-core's executor would do at this
place, with `runtime` at their side. Of what clients send, only response keys reach the source, and they are
GraphQL names; all other values are objects that the source names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLOutputType,
    GraphQLString,
    OperationType,
    Undefined,
    default_type_resolver,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_enum_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.pyutils import Path

from . import runtime
from .access import Attribute, Call, Itself
from .columns import GROUPS, TABLES, only
from .leaves import PLAIN, Unfit, enum_names, items, passed_class, plain, strict
from .plan import FieldPlan, Plan, Selection
from .runtime import Run

__all__ = ["Compiled", "emit"]

_CLASSES: dict[GraphQLLeafType, type] = {GraphQLString: str, GraphQLID: str, GraphQLBoolean: bool}
"""The class whose instances are already what their type would make of them."""

_COMPLETE: dict[GraphQLLeafType, str] = {
    GraphQLString: "type({first}) is str",
    GraphQLID: "type({first}) is str",
    GraphQLInt: "type({first}) is int and -2147483648 <= {then} <= 2147483647",
    GraphQLFloat: "type({first}) is float and {then} - {then} == 0.0",
    GraphQLBoolean: "type({first}) is bool",
}
"""How to see that a value is already what its type would make of it."""


@dataclass(slots=True, eq=False, frozen=True)
class Compiled:
    """A compiled operation."""

    plan: Plan
    source: str
    """The Python module that it was compiled to; for reading, nothing depends on it."""
    execute: Callable[[Run], Any]
    """Gives the data of the response or an awaitable of it; raises the GraphQLError that leaves no data."""


def emit(plan: Plan) -> Compiled:
    """Writes the module for `plan` and compiles it."""
    module = _Module()
    entry = module.root(plan)
    source = "\n\n".join(module.functions) + "\n"
    name = plan.operation.node.name
    code = compile(source, f"<compiled {name.value if name else 'operation'}>", "exec", dont_inherit=True)
    exec(code, module.names)  # noqa: S102 -- names of the schema and response keys, nothing else gets in  # nosec B102
    return Compiled(plan, source, module.names[entry])


class _Module:
    """A module being written: its functions, and the objects that they name."""

    def __init__(self) -> None:
        self.functions: list[str] = []
        self.names: dict[str, Any] = {"PLAIN": PLAIN, "Path": Path, "Undefined": Undefined, "Unfit": Unfit}
        self.names |= {"items": items, "plain": plain, "TABLES": TABLES, "GROUPS": GROUPS}
        self.names |= {name: getattr(runtime, name) for name in runtime.__all__}
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
            known = self.once(inner.name, inner, lambda: enum_names(inner)) + "[{}]"
        elif is_leaf_type(inner):
            known = self.leaf(inner) + "({})"
        elif is_list_type(inner):
            known = self.plain_list(inner.of_type, field) + "({})"
        else:
            known = self.plain_object(field.selections[inner.name]) + "({})"  # type: ignore[union-attr]
        if nullable:
            return f"None if {of if of == then else f'({first})'} is None else {known.format(then)}"
        return known.format(of)

    def test(self, leaf: GraphQLLeafType) -> str | None:
        if (cls := passed_class(leaf)) is None:
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

    # Plain values of many rows at once: expressions over columns

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
        if is_leaf_type(inner) and (cls := passed_class(inner) or _CLASSES.get(inner)) is not None:
            classes = [cls, *map(type, missing)]
            test = only(*classes)
            known = self.once("only_" + "_or_".join(each.__name__ for each in classes), test, lambda: test)
            return [f"if not {known}(map(type, {of})): {one_by_one}"]
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

    # Where resolvers take part: functions over (run, x, path)

    def root(self, plan: Plan) -> str:
        selection = plan.root
        if plan.operation.node.operation is OperationType.MUTATION:
            steps = [(field.key, self.field(field)) for field in selection.fields]
            written = "".join(f"({key!r}, {step}), " for key, step in steps)
            name = self.name("execute")
            self.function(
                f"{name}(run)",
                selection.type,
                [f"return serially(run, ({written}), {selection.type.name!r})"],
            )
            return name
        entry = self.object(selection)
        name = self.name("execute")
        self.function(
            f"{name}(run)", plan.operation.node.operation.value, [f"return {entry}(run, run.root_value, None)"]
        )
        return name

    def object(self, selection: Selection) -> str:
        key = "object", id(selection)
        if key in self.known:
            return self.known[key]
        self.known[key] = name = self.name(selection.type.name)
        lines = ["data, pending = {}, []", "try:"]
        for fast, group in groupby(selection.fields, key=lambda field: field.fast):
            fields = list(group)
            if fast:
                same = self.name("fields", tuple(fields))
                lines.append("    try:")
                lines += [f"        data[{field.key!r}] = {self.read(field)}" for field in fields]
                lines += ["    except Exception:", f"        run.again({same}, x, path, data, pending)"]
                continue
            for field in fields:
                here = f"Path(path, {field.key!r}, {selection.type.name!r})"
                lines.append(f"    data[{field.key!r}] = v = {self.field(field)}(run, x, {here})")
                lines.append(f"    if is_awaitable(v): pending.append({field.key!r})")
        lines += ["    pass"] * (not selection.fields)
        lines += ["except Exception:", "    run.abandon([data[key] for key in pending])", "    raise"]
        lines.append("return gathered(data, pending) if pending else data")
        self.function(f"{name}(run, x, path)", selection.type, lines)
        return name

    def field(self, field: FieldPlan) -> str:
        """A function that resolves and completes a field; its errors are seen to."""
        me, type_ = self.name(f"field_{field.key}", field), self.once("type", field.type, lambda: field.type)
        complete = self.completion(field, me, field.type)
        name = self.name(field.key)
        self.function(
            f"{name}(run, x, path)",
            f"{field.name}: {field.type}",
            [
                "try:",
                f"    v = {self.call(field, me)}",
                f"    if is_awaitable(v): return awaited(run, {me}, {type_}, {complete}, v, path)",
                f"    v = {complete}(run, v, path)",
                f"    return settled(run, {me}, {type_}, v, path) if is_awaitable(v) else v",
                "except Exception as error:",
                f"    return run.failed({me}, {type_}, error, path)",
            ],
        )
        return name

    def call(self, field: FieldPlan, me: str) -> str:
        access = field.access
        if isinstance(access, Itself):
            return "x"
        if not isinstance(access, Call):
            return access.of("x") if isinstance(access, Attribute) else repr(field.parent.name)
        resolve = self.name("resolve", access.resolve)
        given = []
        if (own := access.own) is None:
            given += ["x", f"run.raw_info({me}, path)"]
        else:
            given += ["x"] * own.first
            given += [f"{source}=x" for source in own.sources]
            given += [f"{own.info}=run.info({me}, path)"] if own.info else []
        if not access.arguments.constant:
            given.append(f"**{self.name('arguments', access.arguments)}(run.variable_values)")
        elif access.arguments.constants:
            given.append(f"**{self.name('arguments', access.arguments.constants)}")
        return f"{resolve}({', '.join(given)})"

    def completion(self, field: FieldPlan, me: str, type_: GraphQLOutputType) -> str:
        """A function that completes a value of `type_`, or gives an awaitable of it; errors come out raw."""
        name, own = self.name("complete"), self.once("type", type_, lambda: type_)
        exactly = f"return run.complete({me}, {own}, v, path)"
        if field.plain:
            lines = ["try:", f"    return {self.value(type_, 'v', field)}", "except Exception: pass", exactly]
            self.function(f"{name}(run, v, path)", type_, lines)
            return name
        inner = type_.of_type if is_non_null_type(type_) else type_
        lines = []
        if isinstance(field.access, Call) and type_ is field.type and field.hopeful:
            lines = ["try:", f"    return {self.value(type_, 'v', field)}", "except Exception: pass"]
        lines += ["if v is None or v is Undefined or isinstance(v, Exception):", f"    {exactly}"]
        if is_list_type(inner):
            each = self.completion(field, me, inner.of_type)
            item = self.once("type", inner.of_type, lambda: inner.of_type)
            lines += ["if type(v) in TABLES: v = list(v)"]
            lines += ["if type(v) is not list and type(v) is not tuple:", f"    {exactly}"]
            lines.append(f"return completed_list(run, {me}, {item}, {each}, v, path)")
        elif is_abstract_type(inner):
            resolve = self.once("resolve_type", inner, lambda: inner.resolve_type or default_type_resolver)
            abstract = self.once(inner.name, inner, lambda: inner)
            lines.append(f"name = {resolve}(v, run.raw_info({me}, path), {abstract})")
            for selection in field.selections.values():
                lines.append(f"if name == {selection.type.name!r}:")
                lines += [f"    {line}" for line in self.completed_object(selection, me, exactly)]
            lines.append(exactly)
        else:
            lines += self.completed_object(field.selections[inner.name], me, exactly)  # type: ignore[union-attr]
        self.function(f"{name}(run, v, path)", type_, lines)
        return name

    def completed_object(self, selection: Selection, me: str, exactly: str) -> list[str]:
        if selection.plain:
            fast = self.plain_object(selection)
            return ["try:", f"    return {fast}(v)", "except Exception: pass", exactly]
        lines = []
        if selection.type.is_type_of is not None:
            mine = self.once("is_type_of", selection.type, lambda: selection.type.is_type_of)
            lines = [f"if {mine}(v, run.raw_info({me}, path)) is not True: {exactly}"]
        return [*lines, f"return {self.object(selection)}(run, v, path)"]
