"""What section of a resume a heading begins."""

import re
from collections.abc import Mapping
from functools import lru_cache

from jobforge.languages.resume import SectionKind, heading_kinds, heading_stems
from jobforge.languages.tables import cached
from jobforge.text.markdown import Line, LineKind
from jobforge.text.tokens import fold

_MAX_HEADING = 80  # characters
_AND = re.compile(r"\s*(?:&|\+|/|,|\||\b(?:and|und|et|y|e|sowie)\b)\s*")
_NOT_WORDS = re.compile(r"[^\w\s&/,|+]|_")
_OWN = re.compile(r"^\d{1,2}\s+(?=\w)|^(?:my|meine?|mes|mon|mis|mi)\s+")
LABELLED = re.compile(r"^(?P<label>[^\W\d_][^:|]{1,40})(?::\s*|\s\|\s)(?P<rest>.*)$")


@lru_cache(maxsize=5_000)
def heading_kind(text: str, loose: bool = False) -> SectionKind | None:
    """Return what section a heading begins; None where its words do not say. `loose` also takes longer headings."""
    if len(text) > _MAX_HEADING:
        return None
    plain = _plain(text)
    if not plain:
        return None
    kinds = heading_kinds()
    if kind := kinds.get(" ".join(_AND.sub(" and ", plain).split())) or kinds.get(plain):
        return kind
    if kind := _without_accents().get(fold(plain)):
        return kind
    parts = [kinds.get(part) for part in _AND.split(plain) if part]
    if parts and all(parts):
        return parts[0]
    return _stem_kind(plain) if loose and len(plain.split()) <= 6 else None


@cached
def _without_accents() -> Mapping[str, SectionKind]:
    """Return every whole heading as many write it in capitals: FORMACION."""
    return {fold(phrase): kind for phrase, kind in heading_kinds().items()}


def _plain(text: str) -> str:
    text = re.sub(r"^\s*[IVX]{1,4}[.)]\s+", "", text)
    plain = " ".join(_NOT_WORDS.sub(" ", text.casefold().replace("'", "").replace("’", " ")).split())
    plain = _OWN.sub("", plain).strip(" &/,|+")
    words = plain.split(" ")
    if len(words) > 1 and all(len(token) == 1 for token in words):
        return "".join(words)  # "E D U C A T I O N"
    return plain


def _stem_kind(plain: str) -> SectionKind | None:
    words = plain.split()
    return next(
        (
            kind
            for stem, kind in heading_stems()
            if any(token.startswith(stem) or (len(stem) > 6 and stem in token) for token in words)
        ),
        None,
    )


def label_kind(line: Line) -> SectionKind | None:
    """Return the section that a label in front of a line names: "Languages: ...", "EDV    MS Office"."""
    if line.kind in (LineKind.BLANK, LineKind.CONTINUATION) or not (result := LABELLED.match(line.text)):
        return None
    return heading_kind(result["label"]) if result["rest"] else None
