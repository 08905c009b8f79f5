"""Writes operations over any schema, with aliases, fragments, conditions, arguments and variables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLNamedType,
    GraphQLSchema,
    Undefined,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
    is_required_argument,
    is_required_input_field,
)

SCALARS: dict[str, tuple[Any, ...]] = {
    "Int": (0, 1, 2, 3, 4),
    "String": ("a", "é\n\"'{}", ""),
    "ID": ("x", "7", 7),
    "Boolean": (True, False),
    "Moment": ("2026-01-01T00:00:00",),
}
ODD: tuple[Any, ...] = ("odd", None, 2**33, 1.5, [], {"size": "SMALL"}, True)


@dataclass
class Operation:
    """An operation and the values of its variables."""

    text: str
    variables: dict[str, Any]


@dataclass
class Writer:
    """Writes one operation by the throws of `random`."""

    schema: GraphQLSchema
    random: Random
    budget: int = 40
    values: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: SCALARS)
    variables: dict[str, Any] = field(default_factory=dict)
    declared: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)
    named: dict[str, list[str]] = field(default_factory=dict)
    aliases: int = 0

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def operation(self) -> Operation:
        kind = "mutation" if self.schema.mutation_type and self.chance(10) else "query"
        root = self.schema.mutation_type if kind == "mutation" else self.schema.query_type
        selection = self.selection(root, 0)  # type: ignore[arg-type]
        declared = f"({', '.join(self.declared)})" if self.declared else ""
        return Operation("\n".join([f"{kind} Test{declared} {selection}", *self.fragments]), self.variables)

    def subscription(self) -> Operation:
        """The one field of a subscription, which must stand there without conditions."""
        root: Any = self.schema.subscription_type
        name, definition = self.random.choice(list(root.fields.items()))
        arguments = ", ".join(f"{key}: {self.input(argument)}" for key, argument in definition.args.items())
        selection = self.selection(get_named_type(definition.type), 1)
        declared = f"({', '.join(self.declared)})" if self.declared else ""
        field = f"{self.alias()}: {name}{f'({arguments})' if arguments else ''} {selection}"
        return Operation("\n".join([f"subscription Test{declared} {{ {field} }}", *self.fragments]), self.variables)

    def selection(self, type_: GraphQLNamedType, depth: int) -> str:
        chosen = [self.choice(type_, depth) for _ in range(self.random.randint(1, 4))]
        return "{ " + " ".join(chosen) + " }"

    def choice(self, type_: GraphQLNamedType, depth: int) -> str:
        self.budget -= 1
        throw = self.random.randrange(100)
        fields = list(getattr(type_, "fields", ()))
        if throw < 5 or not fields and throw < 40:
            return self.typename()
        if throw < 20 or not fields:
            return f"... {self.on(type_)} {self.condition()} {self.selection(self.narrowed(type_), depth + 1)}"
        if throw < 30 and depth < 5:
            return self.spread(type_, depth)
        return self.field(type_, self.random.choice(fields), depth)

    def typename(self) -> str:
        return "__typename" if self.chance(50) else f"{self.alias()}: __typename"

    def field(self, type_: Any, name: str, depth: int) -> str:
        definition = type_.fields[name]
        below = get_named_type(definition.type)
        if not is_leaf_type(below) and (self.budget < 0 or depth > 6):
            return self.typename()
        arguments = [
            f"{key}: {self.input(argument)}"
            for key, argument in definition.args.items()
            if is_required_argument(argument) or self.chance(40)
        ]
        given = f"({', '.join(arguments)})" if arguments else ""
        # what is not alone under its key must be the same wherever it stands
        alias = f"{self.alias()}: " if definition.args or self.chance(20) or not is_object_type(type_) else ""
        selection = "" if is_leaf_type(below) else self.selection(below, depth + 1)
        return f"{alias}{name}{given} {self.condition()} {selection}"

    def alias(self) -> str:
        self.aliases += 1
        return f"a{self.aliases}"

    def condition(self) -> str:
        if self.chance(85):
            return ""
        value = self.variable("Boolean!", self.random.choice((True, False))) if self.chance(60) else "true"
        return f"@{self.random.choice(('skip', 'include', 'include'))}(if: {value})"

    def spread(self, type_: GraphQLNamedType, depth: int) -> str:
        narrowed = self.narrowed(type_)
        known = self.named.setdefault(narrowed.name, [])
        if known and self.chance(40):
            return f"...{self.random.choice(known)} {self.condition()}"
        name = f"F{len(self.fragments)}"
        self.fragments.append("")  # its place, before those of fragments inside it
        self.fragments[int(name[1:])] = f"fragment {name} on {narrowed.name} {self.selection(narrowed, depth + 1)}"
        known.append(name)
        return f"...{name} {self.condition()}"

    def on(self, type_: GraphQLNamedType) -> str:
        self._narrowed = type_
        if self.chance(25):
            return ""
        if is_abstract_type(type_):
            self._narrowed = self.random.choice([type_, *self.schema.get_possible_types(type_)])
        elif is_object_type(type_) and type_.interfaces and self.chance(40):
            self._narrowed = self.random.choice(type_.interfaces)
        return f"on {self._narrowed.name}"

    def narrowed(self, type_: GraphQLNamedType) -> GraphQLNamedType:
        """The type that `on` has just written, or the one that a new fragment shall be on."""
        last = self.__dict__.pop("_narrowed", None)
        if last is not None:
            return last  # type: ignore[no-any-return]
        self.on(type_)
        return self.__dict__.pop("_narrowed")  # type: ignore[no-any-return]

    def input(self, argument: GraphQLArgument | GraphQLInputField) -> str:
        """A literal, or a variable with a value that fits or one that does not."""
        if self.chance(60):
            return self.literal(argument.type)
        type_, value = argument.type, self.json(argument.type)
        if is_non_null_type(type_) and self.chance(20):  # a default lets a nullable variable in
            default = self.written(value, get_named_type(type_))
            value = self.random.choice((value, None, Undefined))
            return self.variable(f"{type_.of_type} = {default}", value)
        if self.chance(4):
            value = self.random.choice(ODD)
        default = ""
        if not is_non_null_type(type_) and self.chance(30):
            default = f" = {self.literal(type_)}"
        if not is_non_null_type(type_) and self.chance(30):
            value = Undefined
        return self.variable(f"{type_}{default}", value)

    def variable(self, type_: str, value: Any) -> str:
        name = f"v{len(self.declared)}"
        self.declared.append(f"${name}: {type_}")
        if value is not Undefined:
            self.variables[name] = value
        return f"${name}"

    def literal(self, type_: GraphQLInputType) -> str:
        return self.written(self.json(type_), get_named_type(type_))

    def written(self, value: Any, named: GraphQLNamedType) -> str:
        if value is None or isinstance(value, bool):
            return json.dumps(value)
        if isinstance(value, list):
            return "[" + ", ".join(self.written(each, named) for each in value) + "]"
        if isinstance(value, dict):
            fields = named.fields  # type: ignore[attr-defined]
            pairs = [f"{key}: {self.written(each, get_named_type(fields[key].type))}" for key, each in value.items()]
            return "{" + ", ".join(pairs) + "}"
        if isinstance(named, GraphQLEnumType) or isinstance(value, int):
            return str(value)
        return json.dumps(value, ensure_ascii=False)

    def json(self, type_: GraphQLInputType) -> Any:
        if is_non_null_type(type_):
            type_ = type_.of_type
        elif self.chance(15):
            return None
        if is_list_type(type_):
            return [self.json(type_.of_type) for _ in range(self.random.randint(0, 2))]
        if isinstance(type_, GraphQLEnumType):
            return self.random.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            return {
                name: self.json(each.type)
                for name, each in type_.fields.items()
                if is_required_input_field(each) or self.chance(50)
            }
        return self.random.choice(self.values[get_named_type(type_).name])
