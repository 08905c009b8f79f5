"""Orders of the list of applications beside the newest first, each with cursors of its own."""

import base64
import binascii
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from tortoise.expressions import Case, Q, When
from tortoise.queryset import QuerySet

from jobforge.enums import ApplicationOrder
from jobforge.errors import ValidationError
from jobforge.storage.columnar import Row

COLUMNS: dict[ApplicationOrder, tuple[str, ...]] = {
    ApplicationOrder.UPDATED_DESC: ("updated_at", "id"),
    ApplicationOrder.DEADLINE_ASC: ("deadline", "id"),
    ApplicationOrder.COMPANY_ASC: ("search_text", "id"),  # the folded company comes first in it
}


def cursor(row: Row, order: ApplicationOrder) -> str:
    """Return where a row stands in this order."""
    value, key = (row[name] for name in COLUMNS[order])
    return base64.urlsafe_b64encode(orjson.dumps([order.value, value, str(key)])).decode()


def sorted_by(query: QuerySet[Any], order: ApplicationOrder, after: str | None) -> QuerySet[Any]:
    """Return the query in this order, from behind the cursor."""
    value, key = _read(after, order) if after is not None else (None, None)
    if order is ApplicationOrder.UPDATED_DESC:
        if key is not None:
            query = query.filter(updated_at__lte=value).filter(Q(updated_at__lt=value) | Q(id__lt=key))
        return query.order_by("-updated_at", "-id")
    if order is ApplicationOrder.COMPANY_ASC:
        if key is not None:
            query = query.filter(search_text__gte=value).filter(Q(search_text__gt=value) | Q(id__gt=key))
        return query.order_by("search_text", "id")
    if key is not None and value is None:
        query = query.filter(deadline__isnull=True, id__gt=key)
    elif key is not None:
        later = Q(deadline__gt=value) | Q(deadline=value, id__gt=key)
        query = query.filter(later | Q(deadline__isnull=True))
    # Those without a deadline come last, which databases do not agree on by themselves.
    return query.annotate(undated=Case(When(deadline__isnull=True, then="1"), default="0")).order_by(
        "undated", "deadline", "id"
    )


def _read(after: str, order: ApplicationOrder) -> tuple[Any, UUID]:
    try:
        name, value, key = orjson.loads(base64.urlsafe_b64decode(after.encode()))
        if name != order.value or not isinstance(value, str | None):
            raise ValueError
        if order is not ApplicationOrder.COMPANY_ASC and value is not None:
            value = datetime.fromisoformat(value).astimezone(UTC)
        return value, UUID(key)
    except (binascii.Error, ValueError, TypeError, AttributeError, OverflowError):
        raise ValidationError(details={"after": ["Must be the endCursor of an earlier page in this order"]}) from None
