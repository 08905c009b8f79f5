"""The user's own notes (`additional_context`) as sentences of a letter.

People write three things there: what they want to say ("Since January I have ..."), facts in note form ("Führerschein
CE, 2026"), and wishes to the writer ("Please keep it short"). The first goes into the letter word for word, the second
after a colon, the third is not for the employer's eyes.
"""

import re
from dataclasses import dataclass

from jobforge.documents.offline.style import pattern
from jobforge.languages import languages, table

_SENTENCE = re.compile(r"(?<=[.!?])(?<!\d\.)\s+(?=[\"“„«]?[A-ZÀ-Þ¿¡\d])|\n+")
_MARKUP = re.compile(r"^\s*(?:[-*•·>#]+|\d{1,2}[.)])\s+|\*\*|__|`")
_MAX_NOTE_WORDS = 120  # what goes on longer without a full stop is no sentence for a letter
_MACHINE = re.compile(r"<[^<>]{0,200}>|https?://\S+")


@dataclass(frozen=True, slots=True)
class Note:
    """`spoken` notes are sentences in the first person and stand by themselves; others need a frame around them."""

    text: str
    spoken: bool


def read_notes(text: str, max_words: int) -> tuple[Note, ...]:
    """Return the notes in `text` that can go into a letter, in order, as many as fit into `max_words`."""
    notes: list[Note] = []
    count = 0
    for piece in _SENTENCE.split(text):
        note = " ".join(_MACHINE.sub(" ", _MARKUP.sub("", piece.strip())).split())
        if mention := pattern("notes", "mention").match(note):
            note = note[mention.end() :]
        elif pattern("notes", "wishes").match(note):
            continue
        if sum(letter.isalpha() for letter in note) < 3 or note.endswith("?") or len(note.split()) > _MAX_NOTE_WORDS:
            continue
        count += len(note.split())
        if count > max_words and notes:
            break
        notes.append(_note(note))
    return tuple(notes)


def _note(text: str) -> Note:
    bare = text.rstrip(" .;:")
    if pattern("notes", "person").search(text) and len(text.split()) > 3:
        return Note(bare[0].upper() + bare[1:] + ("" if bare.endswith("!") else "."), spoken=True)
    first, _, rest = bare.partition(" ")
    for code in languages():
        frames = table(code, "documents")["notes"]
        if rest and first.casefold() in frames["openers"]:
            sentence = frames["pronoun"].format(rest=bare[0].lower() + bare[1:])
            return Note(f"{sentence}.", spoken=True)
    return Note(bare, spoken=False)
