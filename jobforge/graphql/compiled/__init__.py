"""Compiled execution for Strawberry."""

from .access import attribute_or_item
from .extension import CompiledExecution, CompiledExecutionSync, Documents, documents_of
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
