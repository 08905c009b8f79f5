"""What an offline writer hands back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfflineDocument:
    """A finished document in Markdown, and remarks about it for the run's notes, in English."""

    text: str
    notes: tuple[str, ...] = ()
