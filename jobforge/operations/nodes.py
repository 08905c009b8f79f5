"""Objects by their id alone, whatever they are."""

from uuid import UUID

from tortoise.queryset import QuerySet

from jobforge.errors import NotFound
from jobforge.operations.applications import flagged
from jobforge.operations.ownership import identity
from jobforge.storage.columnar import Row
from jobforge.storage.models import Application, Caller, Document, PhaseRun, Resume
from jobforge.storage.queries import row_of


async def find(user: Caller, node_id: str) -> Row | Document | Resume | PhaseRun | None:
    """Return the user's application, document, resume or run with this id; None for every other id.

    At most four statements, each by primary key with the owner in it."""
    try:
        key = identity(node_id, "Node")
    except NotFound:
        return None
    application = await Application.filter(id=key, user_id=user.id).first()
    if application is not None:
        return flagged(row_of(application))
    for query in _others(user, key):
        if (result := await query.first()) is not None:
            return result
    return None


def _others(user: Caller, key: UUID) -> tuple[QuerySet[Document] | QuerySet[Resume] | QuerySet[PhaseRun], ...]:
    return (
        Document.filter(id=key, application__user_id=user.id),
        Resume.filter(id=key, user_id=user.id),
        PhaseRun.filter(id=key, user_id=user.id),
    )
