"""Values on the fast way: told apart by their class, coerced exactly as their GraphQL type does it.

Generated code takes a value on trust only when its class says all there is to know about it. Whatever
else turns up (an awaitable, an exception, a null where none may be, a number out of range) raises: what was
being completed is then completed again by graphql-core, which knows the right error and where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import isgenerator
from types import CoroutineType, WrapperDescriptorType
from typing import Any, TypeVar
from uuid import UUID

from graphql import GraphQLEnumType, GraphQLID, GraphQLLeafType, Undefined

__all__ = ["PLAIN", "Unfit", "enum_names", "items", "passed_class", "passes", "plain", "strict"]

F = TypeVar("F", bound=Callable[..., Any])


class Unfit(Exception):
    """A value that the fast way does not know; never leaves this package."""


PLAIN: set[type] = {str, int, float, bool, bytes, list, tuple, dict}
"""Classes whose instances are certainly neither awaitable nor exceptions nor null; `plain` adds to it."""

_MAX_CLASSES = 4096


def plain(value: object) -> None:
    """Remembers the class of `value` as one that needs no further look.

    Raises:
        Unfit: instances of this class may be null, awaitable or an exception.
    """
    cls = type(value)
    if (
        value is None
        or value is Undefined
        or isinstance(value, (Exception, CoroutineType))
        or isgenerator(value)
        or hasattr(value, "__await__")
        or hasattr(cls, "__getattr__")
        or not isinstance(cls.__getattribute__, WrapperDescriptorType)  # written in Python
    ):
        raise Unfit(cls)
    if len(PLAIN) < _MAX_CLASSES:
        PLAIN.add(cls)


def items(value: object) -> list[Any] | tuple[Any, ...]:
    """A list that can be read twice; iterators and the like are left to graphql-core.

    Raises:
        Unfit: it is neither list nor tuple.
    """
    if type(value) is list or type(value) is tuple:
        return value
    raise Unfit(type(value))


def passes(cls: type) -> Callable[[F], F]:
    """Marks a scalar's serializer as one that returns instances of `cls` (exactly) as they are.

    Such values are then put into the result without calling it, which pays for rows that come from the
    database with their dates as text:

        @passes(str)
        def serialize_moment(value: datetime | str) -> str:
            return value if isinstance(value, str) else value.isoformat()
    """

    def mark(serialize: F) -> F:
        serialize.__passes__ = cls  # type: ignore[attr-defined]
        return serialize

    return mark


def passed_class(leaf: GraphQLLeafType) -> type | None:
    """The class that `passes` promised for the leaf's serializer."""
    return getattr(leaf.coerce_output_value, "__passes__", None)


def strict(leaf: GraphQLLeafType) -> Callable[[Any], Any]:
    """The leaf's own coercion, for values that must not be null.

    The function raises what the coercion raises, and `Unfit` when it gives nothing or the value's class
    is not plain.
    """
    coerce = leaf.coerce_output_value
    if leaf is GraphQLID:
        return _completed_id

    def completed(value: Any) -> Any:
        if type(value) not in PLAIN:
            plain(value)
        value = coerce(value)
        if value is None or value is Undefined:
            raise Unfit(leaf)
        return value

    return completed


def _completed_id(value: Any) -> str:
    if isinstance(value, UUID):
        return str(value)  # what it comes to, without asking what else an id might be
    if type(value) not in PLAIN:
        plain(value)
    return GraphQLID.coerce_output_value(value)


def enum_names(enum: GraphQLEnumType) -> dict[Any, str]:
    """All that stands for a value of `enum` in Python (members, their raw values), with its GraphQL name."""
    existing: list[Any] = [value.value for value in enum.values.values()]
    existing.extend(getattr(enum, "wrapped_cls", ()))  # Strawberry's enums also take members
    names: dict[Any, str] = {}
    dubious: set[Any] = set()
    for value in existing:
        try:
            name = enum.coerce_output_value(value)
            if names.setdefault(value, name) != name:
                dubious.add(value)  # equal in Python, different in GraphQL
        except Exception:  # noqa: S112 -- not hashable or not a value: graphql-core will see to it  # nosec B112
            continue
    return {value: name for value, name in names.items() if value not in dubious}
