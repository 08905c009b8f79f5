"""How the value of a field is come by: known beforehand, read from the object, or asked of a resolver."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from inspect import isasyncgenfunction
from keyword import iskeyword
from typing import Any
from uuid import UUID

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLField,
    GraphQLInputType,
    ListValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_nullable_type,
    is_input_object_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution.values import VariableValues, coerce_argument, get_argument_values
from strawberry import UNSET, Schema
from strawberry.relay import GlobalID
from strawberry.types.base import StrawberryMaybe, StrawberryOptional, has_object_definition
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

from .selection import STRAWBERRY

__all__ = ["Access", "Arguments", "Attribute", "Call", "Itself", "Typename", "access", "attribute_or_item", "ready"]

Convert = Callable[[Any], Any]

_CONSTANT = (str, int, float, bool, type(None), Enum, UUID, date, time, Decimal)
_NO_VARIABLES = VariableValues({}, {})
_READY = "compiled-ready"


def attribute_or_item(source: Any, name: str) -> Any:
    """A `default_resolver` for `StrawberryConfig` under which resolvers may return dictionaries too.

    Raises:
        KeyError: a dictionary has no such item.
        AttributeError: an object has no such attribute.
    """
    return source[name] if type(source) is dict else getattr(source, name)


def ready(attribute: str) -> dict[str, str]:
    """Metadata for a field whose resolver would only return `attribute` of the object, where it has one.

    Rows that were read together with what belongs to them need no resolver then; under `attribute_or_item`, a
    dictionary has it as an item:

        @strawberry.field(metadata=ready("known_documents"))
        async def documents(self, info: Info) -> list[Document]:
            if hasattr(self, "known_documents"):
                return self.known_documents
            return await info.context.documents.load(self.id)

    An object without the attribute has its resolver called as always, and so have fields with arguments,
    permissions or extensions.
    """
    return {_READY: attribute}


@dataclass(slots=True, eq=False)
class Typename:
    """`__typename`, which the plan knows."""


@dataclass(slots=True, eq=False)
class Itself:
    """A subscription's field: what it shows is the event."""


@dataclass(slots=True, eq=False)
class Attribute:
    """A field without a resolver: an attribute or, with `attribute_or_item`, an item of a dictionary."""

    name: str
    or_item: bool

    def of(self, source: str, from_dict: bool | None = None) -> str:
        """The expression that reads it from the variable `source`, where it is known whether that is a dictionary."""
        item = f"{source}[{self.name!r}]"
        written = self.name.isidentifier() and not iskeyword(self.name)
        attribute = f"{source}.{self.name}" if written else f"getattr({source}, {self.name!r})"
        if not self.or_item or from_dict is False:
            return attribute
        return item if from_dict else f"({item} if type({source}) is dict else {attribute})"


@dataclass(slots=True, eq=False)
class Call:
    """A field with a resolver.

    `resolve` is the resolver's own function where Strawberry would do no more than hand things to it, and
    `own` tells which things. With permissions, extensions or arguments that Strawberry converts, it is
    Strawberry's resolver as a whole.
    """

    resolve: Callable[..., Any]
    arguments: Arguments
    own: Parameters | None = None
    ready: Attribute | None = None
    """Where objects that have the answer already have it; see `ready`."""


@dataclass(slots=True, eq=False)
class Parameters:
    """What a resolver's own function wants besides its arguments."""

    field: StrawberryField
    first: bool
    """The object, as first argument."""
    sources: tuple[str, ...]
    """The parameters that get the object by name."""
    info: str | None
    """The parameter that gets Strawberry's info."""


Access = Typename | Itself | Attribute | Call


class Arguments:
    """A field's arguments, coerced beforehand as far as they are constant.

    Only values that nobody can change are kept from one request to the next; where there are others, all of
    the field's arguments are coerced by graphql-core for each call.
    """

    def __init__(
        self, definition: GraphQLField, node: FieldNode, names: Mapping[str, str], inputs: Mapping[str, Convert]
    ) -> None:
        """`names` are those that the resolver knows the arguments by, where they differ; `inputs` make the objects
        that it expects of arguments that are not leaves."""
        self.definition = definition
        self.node = node
        self.names = names
        self.inputs = inputs
        self.constants: dict[str, Any] = {}
        self.variables: list[tuple[str, str, bool]] = []
        try:
            self.prepared = self._prepare()
        except (GraphQLError, TypeError):
            self.prepared = False  # and raised again for each call, where it belongs

    @property
    def constant(self) -> bool:
        """Whether `constants` is all there is."""
        return self.prepared and not self.variables

    def _prepare(self) -> bool:
        written = {argument.name.value: argument for argument in self.node.arguments or ()}
        coerced: dict[str, Any] = {}
        for name, argument in self.definition.args.items():
            key = self.names.get(name, name)
            values = written.get(name)
            if values is not None and isinstance(values.value, VariableNode):
                self.variables.append((key, values.value.name.value, is_non_null_type(argument.type)))
            elif values is not None and _has_variable(values.value):
                return False
            else:
                coerce_argument(coerced, self.node, name, argument, values, _NO_VARIABLES, None)
                if name in coerced:
                    self.constants[key] = coerced[name]
        return all(isinstance(value, _CONSTANT) for value in self.constants.values())

    def __call__(self, variables: VariableValues) -> dict[str, Any]:
        """The keyword arguments for the resolver.

        Raises:
            GraphQLError: a value does not fit its argument.
        """
        values = self._coerced(variables)
        for key, convert in self.inputs.items():
            if key in values:
                values[key] = convert(values[key])
        return values

    def _coerced(self, variables: VariableValues) -> dict[str, Any]:
        if self.prepared:
            values = self.constants.copy()
            for key, variable, required in self.variables:
                value = variables.coerced.get(variable, Undefined)
                if value is Undefined or (value is None and required):
                    break  # a default, or an error
                values[key] = value
            else:
                return values
        values = get_argument_values(self.definition, self.node, variables)
        return {self.names.get(name, name): value for name, value in values.items()}


def _has_variable(value: ValueNode) -> bool:
    if isinstance(value, ListValueNode):
        return any(map(_has_variable, value.values))
    if isinstance(value, ObjectValueNode):
        return any(_has_variable(field.value) for field in value.fields)
    return isinstance(value, VariableNode)


def access(schema: Schema, definition: GraphQLField, node: FieldNode) -> Itself | Attribute | Call:
    """How the field at `node` gets its value; whatever is not certain is left to the schema's resolver."""
    field = definition.extensions.get(STRAWBERRY)
    if isinstance(field, StrawberryField) and field.is_subscription:
        return Itself()
    if (
        isinstance(field, StrawberryField)
        and type(field).get_result is StrawberryField.get_result
        and not field.extensions
        and not schema.exception_handlers
    ):
        reader = schema.config.default_resolver
        if field.base_resolver is not None:
            if (call := _own(schema, field, field.base_resolver, definition, node)) is not None:
                return call
        elif reader in (getattr, attribute_or_item) and not definition.args:
            return Attribute(field.python_name, reader is attribute_or_item)
    if definition.resolve is None:
        raise TypeError(f"{node.name.value} has no resolver; is this schema one of Strawberry's?")
    return Call(definition.resolve, Arguments(definition, node, {}, {}))


def _is_leaf(type_: object, core: GraphQLInputType) -> bool:
    """Whether Strawberry hands values of this type on as graphql-core has coerced them."""
    named = type_.of_type if isinstance(type_, StrawberryOptional) else type_
    return not isinstance(type_, StrawberryMaybe) and named is not GlobalID and is_leaf_type(get_nullable_type(core))


def _flat_input(schema: Schema, type_: object, core: GraphQLInputType) -> Convert | None:
    """What Strawberry does with the values of an input type all of whose fields are leaves."""
    cls = type_.of_type if isinstance(type_, StrawberryOptional) else type_
    nullable = get_nullable_type(core)
    if isinstance(type_, StrawberryMaybe) or not has_object_definition(cls) or not is_input_object_type(nullable):
        return None
    definition = cls.__strawberry_definition__
    if definition.from_input is not None:
        return None
    names: dict[str, str] = {}
    absent: dict[str, Any] = {}
    for field in definition.fields:
        name = schema.config.name_converter.from_field(field)
        if not _is_leaf(field.resolve_type(type_definition=definition), nullable.fields[name].type):
            return None
        names[name] = field.python_name
        if field.default_value is MISSING and field.default_factory is MISSING:
            absent[field.python_name] = None

    def convert(value: Any) -> Any:
        if value is None or value is UNSET:
            return value
        return cls(**absent | {personal: value[name] for name, personal in names.items() if name in value})

    return convert


def _own(
    schema: Schema,
    field: StrawberryField,
    resolver: StrawberryResolver[Any],
    definition: GraphQLField,
    node: FieldNode,
) -> Call | None:
    """The call of the resolver's own function, if Strawberry hands it nothing that must be converted."""
    function = resolver.wrapped_func
    if (
        type(resolver).__call__ is not StrawberryResolver.__call__
        or isinstance(function, (staticmethod, classmethod))
        or not callable(function)
        or isasyncgenfunction(function)
    ):
        return None
    names: dict[str, str] = {}
    inputs: dict[str, Convert] = {}
    for argument in field.arguments:
        name = schema.config.name_converter.from_argument(argument)
        if not _is_leaf(argument.type, definition.args[name].type):
            if (convert := _flat_input(schema, argument.type, definition.args[name].type)) is None:
                return None
            inputs[argument.python_name] = convert
        names[name] = argument.python_name
    by_name = (resolver.parent_parameter, resolver.root_parameter)
    sources = tuple(dict.fromkeys(parameter.name for parameter in by_name if parameter is not None))
    info = resolver.info_parameter
    personal = Parameters(field, resolver.self_parameter is not None, sources, info.name if info else None)
    existing = None if definition.args else field.metadata.get(_READY)
    or_item = schema.config.default_resolver is attribute_or_item
    return Call(
        function,
        Arguments(definition, node, names, inputs),
        personal,
        Attribute(existing, or_item) if existing else None,
    )
