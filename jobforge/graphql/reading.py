"""Reads by selection: from what a query asks for to the columns that answer it."""

from functools import lru_cache

from jobforge.graphql.compiled import selected
from jobforge.graphql.context import Info
from jobforge.models import Application, Document
from jobforge.operations import documents
from jobforge.operations.applications import FLAGS
from jobforge.rows import Row

_FLAGS = frozenset(name for flags in FLAGS.values() for name in flags)
_APPLICATION = frozenset(Application._meta.fields_db_projection)
_DOCUMENT = frozenset(Document._meta.fields_db_projection)


@lru_cache(1024)
def _application_columns(names: tuple[str, ...]) -> tuple[str, ...]:
    wanted = {*(_APPLICATION & set(names)), "id", "created_at"}  # what a cursor is made of
    return tuple(sorted(wanted | ({"status"} if _FLAGS & set(names) else set())))


@lru_cache(1024)
def _document_columns(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*(_DOCUMENT & set(names)), "id", "application_id", "document_type"}))


def application_columns(info: Info, *path: str) -> tuple[str, ...]:
    """The columns of the applications that `path` leads to."""
    return _application_columns(selected(info, *path))


async def attach_documents(info: Info, rows: list[Row], *path: str) -> None:
    """Puts the documents into the rows that `path` leads to, where they are asked for: one statement for all."""
    if rows and "documents" in selected(info, *path):
        columns = _document_columns(selected(info, *path, "documents"))
        found = await documents.of_applications([row["id"] for row in rows], columns)
        for row, made in zip(rows, found, strict=True):
            row["documents"] = made
