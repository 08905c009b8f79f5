"""The schema's reference: a description for every element, from the code beside it or else from `reference.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cache
from importlib import resources
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    is_introspection_type,
    is_specified_scalar_type,
)

from jobforge import inputs
from jobforge.operations import bin, csv_applications, idempotency, stages, tags

_BOUNDS = re.compile(r"\{(?P<model>[A-Z]\w+)\.(?P<field>\w+)\}")
_CONSTANT = re.compile(r"\{(?P<module>[a-z]\w+)\.(?P<name>[A-Z_]+)\}")
_MODULES = {
    "bin": bin,
    "csv_applications": csv_applications,
    "idempotency": idempotency,
    "stages": stages,
    "tags": tags,
}


def describe(schema: GraphQLSchema) -> None:
    """Give every element of the schema that has no description its text, in place."""
    for element, keys in elements(schema):
        if not element.description:
            table = _table()
            text = next((table[key] for key in keys if key in table), None)
            element.description = _filled(text) if text else None


def elements(schema: GraphQLSchema) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Yield each element of our own with the keys under which its text may stand, the most exact first."""
    for directive in schema.directives:
        yield directive, (f"directives.{directive.name}",)
        for argument, value in directive.args.items():
            yield value, (f"directives.{directive.name}.{argument}",)
    for name, kind in schema.type_map.items():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue  # the language's own
        yield kind, (f"types.{name}",)
        if isinstance(kind, GraphQLEnumType):
            yield from ((value, (f"values.{name}.{key}",)) for key, value in kind.values.items())
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            for key, field in kind.fields.items():
                yield field, (f"fields.{name}.{key}", f"fields.{key}")
                for argument, value in getattr(field, "args", {}).items():
                    yield value, (f"arguments.{name}.{key}.{argument}", f"arguments.{argument}")


def keys() -> frozenset[str]:
    """Return the keys of all texts, for a test that each is used."""
    return frozenset(_table())


@cache
def _table() -> Mapping[str, str]:
    source = resources.files(__package__).joinpath("reference.toml").read_text(encoding="utf-8")
    return {f"{part}.{key}": text for part, texts in tomllib.loads(source).items() for key, text in texts.items()}


def _filled(text: str) -> str:
    text = _CONSTANT.sub(lambda slot: _constant(getattr(_MODULES[slot["module"]], slot["name"])), text)
    return _BOUNDS.sub(lambda slot: _bounds(slot["model"], slot["field"]), text).strip()


def _constant(value: int | timedelta) -> str:
    """Return a limit in words: "1,000", "30 days", "24 hours"."""
    if not isinstance(value, timedelta):
        return f"{value:,}"
    hours = value // timedelta(hours=1)
    return f"{value.days} days" if value.days > 1 else f"{hours} hours"


def _bounds(model: str, field: str) -> str:
    """Return the bounds of an input in words: "1 to 255 characters.", or "1 to 100" for a number."""
    schema = getattr(inputs, model).model_json_schema()["properties"][field]
    if "maximum" in schema:
        return f"{schema['minimum']} to {schema['maximum']}"
    shapes = schema.get("anyOf", [schema])
    least = next((shape["minLength"] for shape in shapes if "minLength" in shape), 0)
    most = next((shape["maxLength"] for shape in shapes if "maxLength" in shape), None)
    if most is None:
        return ""
    return f"{least} to {most} characters." if least else f"At most {most} characters."
