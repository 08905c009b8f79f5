"""Reads by selection: from what a query asks for to the columns that answer it."""

from functools import lru_cache

from jobforge.graphql.compiled import selected
from jobforge.graphql.context import Info
from jobforge.operations.applications import COVERAGE, FLAGS
from jobforge.storage.models import Application, Document, Resume

_FLAGS = frozenset(name for flags in FLAGS.values() for name in flags)
_APPLICATION = frozenset(Application._meta.fields_db_projection)
_RESUME = frozenset(Resume._meta.fields_db_projection) - {"id"}
_DOCUMENT = frozenset(Document._meta.fields_db_projection)


@lru_cache(1024)
def _application_columns(names: tuple[str, ...]) -> tuple[str, ...]:
    target = {*(_APPLICATION & set(names)), "id", "created_at"}  # what a cursor is made of
    target |= {"status"} if _FLAGS & set(names) else set()
    target |= {*COVERAGE, "coverage_outdated_since"} if "coverage" in names else set()
    return tuple(sorted(target))


@lru_cache(1024)
def _document_columns(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*(_DOCUMENT & set(names)), "id", "application_id", "document_type"}))


@lru_cache(1024)
def _resume_columns(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(_RESUME & set(names)))


def resume_columns(info: Info) -> tuple[str, ...]:
    """The columns of the resumes that are asked for; none where only `__typename` is."""
    return _resume_columns(selected(info))


ROWS = (("edges", "node"), ("nodes",))
"""Where a connection has its rows."""


def application_columns(info: Info, *paths: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns of the applications that any of `paths` leads to, and those of their documents.

    Without a path, the field itself gives an application. No columns of documents where none are asked for."""
    names = [name for path in paths or ((),) for name in selected(info, *path)]
    inner = [name for path in paths or ((),) for name in selected(info, *path, "documents")]
    return _application_columns(tuple(names)), _document_columns(tuple(inner)) if "documents" in names else ()


def page_columns(info: Info) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns of a connection's applications, and those of their documents."""
    return application_columns(info, *ROWS)
