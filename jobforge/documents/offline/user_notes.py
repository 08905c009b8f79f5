"""The user's own notes (`additional_context`) as sentences of a letter.

People write three things there: what they want to say ("Since January I have ..."), facts in note form ("Führerschein
CE, 2026"), and wishes to the writer ("Please keep it short"). The first goes into the letter word for word, the second
after a colon, the third is not for the employer's eyes.
"""

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"“„«]?[A-ZÀ-Þ¿¡\d])|\n+")
_MARKUP = re.compile(r"^\s*(?:[-*•·>#]+|\d{1,2}[.)])\s+|\*\*|__|`")
_FIRST_PERSON = re.compile(
    r"\b(?:I|I'm|I've|I’m|I’ve|my|me|mine|myself|[Ii]ch|[Mm]ir|[Mm]ich|[Mm]eine?[mnrs]?|[Jj]e|[Jj]['’]\w+|[Mm]on|"
    r"[Mm]es|[Mm]oi|[Yy]o|[Mm]is?|"
    r"[Mm]e|[Hh]e|[Tt]engo|[Ss]oy|[Ee]stoy|[Tt]rabajo|[Tt]rabajé|[Hh]ablo|[Pp]uedo|[Vv]ivo|[Qq]uiero|we|our)\b"
)
_WISH = re.compile(
    r"^(?:please|pls|kindly|make|keep|write|use|don['’]?t|do not|avoid|emphasi[sz]e|highlight|focus|stress|"
    r"mention|include|add|"
    r"tone|style|sound|be|let|try|start|end|address|put|leave|skip|show|tell|bitte|betone|betonen|hebe|schreibe?|"
    r"halte|verwende|"
    r"nutze|vermeide|erwähne|konzentriere|ton|stil|nenne|merci de|veuillez|insiste[rz]?|mets|mettez|évite[rz]?|"
    r"utilise[rz]?|garde[rz]?|"
    r"écri[st]|écrivez|mentionne[rz]?|por favor|destaca|destacar|enfatiza|escribe|usa|evita|menciona|mantén|haz|"
    r"céntrate)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"^(?:please\s+)?(?:(?:do\s+)?(?:mention|add|include|say|note|state|write)\s+(?:in the letter\s+)?(?:that\s+|"
    r":\s*)"
    r"|bitte\s+(?:erwähnen|schreiben|ergänzen)(?:\s+sie)?\s*:\s*"
    r"|(?:merci de\s+)?(?:mentionne[rz]?|précise[rz]?|ajoute[rz]?|indique[rz]?)\s+que\s+"
    r"|(?:por favor,?\s+)?(?:menciona|añade|indica|di)\s+que\s+)",
    re.IGNORECASE,
)
_MAX_NOTE = 120  # words; what goes on longer without a full stop is no sentence for a letter
_MACHINE = re.compile(r"<[^<>]{0,200}>|https?://\S+")


@dataclass(frozen=True, slots=True)
class Note:
    """`spoken` notes are sentences in the first person and stand by themselves; others need a frame around them."""

    text: str
    spoken: bool


def read_notes(text: str, most_words: int) -> tuple[Note, ...]:
    """The notes in `text` that can go into a letter, in order, as many as fit into `most_words`."""
    notes: list[Note] = []
    words = 0
    for piece in _SENTENCE.split(text):
        said = " ".join(_MACHINE.sub(" ", _MARKUP.sub("", piece.strip())).split())
        if mention := _MENTION.match(said):
            said = said[mention.end() :]
        elif _WISH.match(said):
            continue
        if sum(letter.isalpha() for letter in said) < 3 or said.endswith("?") or len(said.split()) > _MAX_NOTE:
            continue
        words += len(said.split())
        if words > most_words and notes:
            break
        bare = said.rstrip(" .;:")
        if _FIRST_PERSON.search(said) and len(said.split()) > 3:
            notes.append(Note(bare[0].upper() + bare[1:] + ("" if bare.endswith("!") else "."), True))
        else:
            notes.append(Note(bare, False))
    return tuple(notes)
