"""The steps that a phase reports while it writes: a sentence for people, and a code for words of a client's own."""

READING = "Reading the resume and the ad"
WRITING = "Writing"
_ASKING = "Asking "
_CODES = {READING: "READING", WRITING: "WRITING"}


def asking(model: str) -> str:
    """Return the step of waiting for a model's first words."""
    return f"{_ASKING}{model}"


def code_of(step: str) -> str:
    """Return the step's code: READING, ASKING or WRITING."""
    return "ASKING" if step.startswith(_ASKING) else _CODES.get(step, "WRITING")
