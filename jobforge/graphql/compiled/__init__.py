"""Compiled execution for Strawberry: the second time, an operation is a Python function.

    schema = strawberry.Schema(Query, Mutation, extensions=[..., CompiledExecution])

graphql-core walks through document and schema again for every request and every value: it collects the
fields of each selection, looks up each type, builds a path and an info for each field and asks of each
value whether it may be awaited. None of that changes from one request to the next. This package does it
once: when a document comes again, its parsed and validated form is reused and its operation is written out
as Python source, compiled and kept. A page of 50 rows with 13 fields and two children each, 1,050 values,
then takes 0.12 ms instead of 5.7 (all of `Schema.execute`, on the machine where graphql-core took 5.7).

What stays the same
    Everything that a client or a resolver can see: data, the order of keys, errors with message, path,
    locations and original error, their order; the order in which resolvers are called, what runs at the
    same time, how data loaders batch, mutations one after the other; infos, permissions, field extensions.
    Property tests with thousands of generated operations over a schema that fails at every corner hold it
    to that.

What is left to graphql-core
    Introspection, how subscriptions begin, directives other than `@skip` and `@include`, documents of more than 2,000
    fields, schemas with extensions that have a `resolve` or with an execution context of their own,
    documents that did not pass any validation rules, and whatever comes for the first time. Within a
    compiled operation, every value that is not what its type promises: it is completed again by
    graphql-core, which finds the right error. So a property that a type reads as plain field may be read
    twice.

Resolvers
    Fields without a resolver are read directly. A resolver whose arguments need no conversion is called
    directly, and gets an info only if it asks for one. All others are called through Strawberry's own
    wrappers.

    Return light rows where you can: objects with attributes (`__slots__` are best) or, under
    `StrawberryConfig(default_resolver=attribute_or_item)`, dictionaries. Where a selection beneath a
    resolver holds plain fields only, all of it becomes nested expressions; a resolver, an interface or a
    union somewhere beneath makes just its own place dearer. Lists should be lists or tuples. Classes with a
    `__getattr__` cannot be taken on trust: their instances are completed by graphql-core.

    Lists may be kept by column (see `columns`): a selection of plain fields is then completed by one expression over
    whole columns, and no rows need be made of them.

    `selected(info, *path)` tells which fields were asked for, so that a query need fetch no more.
    `ready(attribute)` names the attribute on which an object may bring along what a resolver would look up.
    `passes(str)` marks a scalar's serializer that leaves strings alone: they then go through untouched.

Responses
    `response_bytes(result)` writes them with orjson; nothing in them needs a default serializer.

Subscriptions
    Their streams are graphql-core's. With `CompiledEvents` as execution context class, events are executed by what the
    operation was compiled to; `SharedResults` executes an event once for all who listen to it in the same form.

Servers
    `known_operation(schema, query, name)` executes what came before without Strawberry's extensions around it.

Settings
    `CompiledExecution(enabled=..., after=..., memory=...)`; pass a lambda that makes it.
    `documents_of(schema)` knows what is remembered, and `documents_of(schema).sources(query)` gives the
    Python of a document. `CompiledExecutionSync` is for `Schema.execute_sync`.

How it is built
`extension` is the hook: Strawberry leaves graphql-core out when an extension has set the result.
`documents` keeps what came (`events` for subscriptions), `plan` has graphql-core collect the fields, `access`
decides how each is read, `emit` and `expressions` write the source, `perform` calls it (`known` without Strawberry
around it), `leaves`, `columns` and `runtime` are what the source calls."""

from .access import attribute_or_item, ready
from .columns import groups_by_column, table_by_column
from .documents import Documents, documents_of
from .events import CompiledEvents
from .extension import CompiledExecution, CompiledExecutionSync
from .fast_path import KnownOperation, known_operation
from .leaves import passes
from .response import data_json, response_bytes
from .selection import selected
from .sharing import SharedResults

__all__ = [
    "CompiledEvents",
    "CompiledExecution",
    "CompiledExecutionSync",
    "Documents",
    "KnownOperation",
    "SharedResults",
    "attribute_or_item",
    "data_json",
    "documents_of",
    "groups_by_column",
    "known_operation",
    "passes",
    "ready",
    "response_bytes",
    "selected",
    "table_by_column",
]
