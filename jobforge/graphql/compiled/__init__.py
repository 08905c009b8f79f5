"""Compiled execution for Strawberry."""

from .access import attribute_or_item
from .documents import Documents, documents_of
from .extension import CompiledExecution, CompiledExecutionSync
from .leaves import passes
from .response import response_bytes
from .selection import selected

__all__ = [
    "CompiledExecution",
    "CompiledExecutionSync",
    "Documents",
    "attribute_or_item",
    "documents_of",
    "passes",
    "response_bytes",
    "selected",
]
