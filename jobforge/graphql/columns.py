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


def application_columns(info: Info, *path: str) -> tuple[str, ...]:
    """The columns of the applications that `path` leads to."""
    return _application_columns(selected(info, *path))


def document_columns(info: Info, *path: str) -> tuple[str, ...]:
    """The columns of the documents of the applications that `path` leads to; none where no documents are asked for."""
    return _document_columns(selected(info, *path, "documents")) if "documents" in selected(info, *path) else ()
