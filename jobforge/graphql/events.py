"""What subscribers see of a run: one type for each kind of event."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import strawberry
from strawberry import ID

from jobforge.documents import steps
from jobforge.documents.phases import PHASES
from jobforge.enums import Phase
from jobforge.errors import NotFound
from jobforge.graphql.compiled import selected
from jobforge.graphql.context import Info
from jobforge.graphql.types import Document, shown
from jobforge.messaging.event_log import Event, EventKind

Type = TypeVar("Type", bound=type[Any])
_kinds: dict[EventKind, type[Any]] = {}


def _shows(kind: EventKind) -> Callable[[Type], Type]:
    """Registers the type that shows events of that kind."""

    def register(cls: Type) -> Type:
        cls.is_type_of = classmethod(lambda _, value, __: value.kind is kind)
        _kinds[kind] = cls
        return cls

    return register


@strawberry.interface
class PhaseEvent:
    id: ID
    run_id: ID
    phase: Phase
    at: datetime

    @classmethod
    def resolve_type(cls, value: Event, *_: object) -> str:
        """Asking one type after the other would take longer than the rest of an event."""
        return _kinds[value.kind].__name__


@strawberry.type
@_shows(EventKind.STARTED)
class PhaseStarted(PhaseEvent):
    pass


@strawberry.type
@_shows(EventKind.PROGRESSED)
class PhaseProgressed(PhaseEvent):
    progress: float
    step: str

    @strawberry.field(description="The step by its code, for words in the client's language: READING, ASKING, WRITING.")
    def step_code(self, root: strawberry.Parent[Event]) -> str:
        return steps.code_of(root.step)


@strawberry.type(description="The next piece of the document's text, as it is being written.")
@_shows(EventKind.TEXT)
class PhaseText(PhaseEvent):
    text: str


@strawberry.type(
    description="What was streamed so far no longer stands (another try, another provider, a lost stream): "
    "begin again with an empty text."
)
@_shows(EventKind.RESTARTED)
class PhaseRestarted(PhaseEvent):
    attempt: int
    reason: str


@strawberry.type
@_shows(EventKind.COMPLETED)
class PhaseCompleted(PhaseEvent):
    @strawberry.field
    async def document(self, root: strawberry.Parent[Event], info: Info) -> Document:
        target = PHASES[root.phase].document
        for created in await info.context.loaders.documents.load((root.application_id, "content" in selected(info))):
            if created["document_type"] == target:
                return shown(created)
        raise NotFound("Document not found")


@strawberry.type
@_shows(EventKind.FAILED)
class PhaseFailed(PhaseEvent):
    error_code: str
    error_message: str


@strawberry.type
@_shows(EventKind.CANCELLED)
class PhaseCancelled(PhaseEvent):
    pass


EVENT_TYPES = tuple(_kinds.values())
