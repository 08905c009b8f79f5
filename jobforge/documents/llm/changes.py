"""What the checks changed in a model's draft, line by line, for the person whose document it is."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from typing import Any

from jobforge.documents.llm.stream_parser import Line, bare, document

RESTORED = ("guardrail.restored", "The draft left this out; it came back from the resume.")
UNVERIFIED = ("guardrail.unverified", "This could not be verified in the lines of the resume.")

Reasons = Mapping[str, tuple[str, str]]
"""Code and message by the words (`bare`) of the line that a check objected to."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `line` is the line of the saved document, from 1: where the text stands or stood.

    `before` is empty for a line that was added, `after` is None for one that was left out."""

    line: int
    before: str
    after: str | None
    reason: str
    code: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def changes_between(before: Sequence[Line], after: Sequence[Line], reasons: Reasons) -> list[Change]:
    """Return what became of the draft's lines `before` in the saved lines `after`, in the order of the document."""
    old = [line.text.strip() for line in before if line.text.strip()]
    new = [line for line in after if line.text.strip()]
    numbers = _line_numbers(after)
    texts = [line.text.strip() for line in new]
    result: list[Change] = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, texts, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        removed, come = old[old_start:old_end], texts[new_start:new_end]
        for offset in range(max(len(removed), len(come))):
            was = removed[offset] if offset < len(removed) else ""
            now = come[offset] if offset < len(come) else None
            code, reason = reasons.get(bare(was), UNVERIFIED) if was else RESTORED
            at = min(new_start + offset, len(new) - 1)
            result.append(Change(numbers[at] if numbers else 1, was, now, reason, code))
    return result


def _line_numbers(lines: Sequence[Line]) -> list[int]:
    """Return the document's line number of each line that has text; joined sentences share one."""
    numbers: list[int] = []
    for index, line in enumerate(lines):
        if line.text.strip():
            numbers.append(document(lines[: index + 1]).count("\n"))
    return numbers
