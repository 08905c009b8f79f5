"""From a plan to the source of a Python module, and from that to a function.

Plain values are completed by `expressions`. Where resolvers take part, functions over `(run, x, path)` do what
graphql-core's executor would do at this place, with `runtime` at their side. Of what clients send, only response keys
reach the source, and they are GraphQL names; all other values are objects that the source names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graphql import (
    GraphQLOutputType,
    OperationType,
    Undefined,
    default_type_resolver,
    is_abstract_type,
    is_list_type,
    is_non_null_type,
)
from graphql.pyutils import Path

from . import runtime
from .access import Attribute, Call, Itself
from .expressions import Expressions
from .plan import FieldPlan, Plan, Selection
from .runtime import Run

__all__ = ["Compiled", "emit"]


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


class _Module(Expressions):
    """The module of one operation."""

    def __init__(self) -> None:
        super().__init__()
        self.names |= {"Path": Path, "Undefined": Undefined}
        self.names |= {name: getattr(runtime, name) for name in runtime.__all__}

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
                current = f"Path(path, {field.key!r}, {selection.type.name!r})"
                lines.append(f"    data[{field.key!r}] = v = {self.field(field)}(run, x, {current})")
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
        values = []
        if (personal := access.own) is None:
            values += ["x", f"run.raw_info({me}, path)"]
        else:
            values += ["x"] * personal.first
            values += [f"{source}=x" for source in personal.sources]
            values += [f"{personal.info}=run.info({me}, path)"] if personal.info else []
        if not access.arguments.constant:
            values.append(f"**{self.name('arguments', access.arguments)}(run.variable_values)")
        elif access.arguments.constants:
            values.append(f"**{self.name('arguments', access.arguments.constants)}")
        return f"{resolve}({', '.join(values)})"

    def completion(self, field: FieldPlan, me: str, type_: GraphQLOutputType) -> str:
        """A function that completes a value of `type_`, or gives an awaitable of it; errors come out raw."""
        name, personal = self.name("complete"), self.once("type", type_, lambda: type_)
        exactly = f"return run.complete({me}, {personal}, v, path)"
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
