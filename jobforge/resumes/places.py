"""Whether a piece of a head looks like a place: "Leeds, UK", "Austin, TX", "Remote"."""

import re

from jobforge.languages.resume import ANYWHERE, COUNTRIES, REGIONS
from jobforge.resumes.scores import employer_score, title_score

_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d{1,2}[A-Z]?(?:\s\d[A-Z]{2})?|\d{5}|[A-Z]{1,2}-\d{4,5})\b|\(\d{2}\)")
_REGION = re.compile(r"^[A-Z]{2,3}\.?$")
_CITY = re.compile(
    r"^[^\W\d_a-zà-ÿ][\w'’.-]*(?:[ /-](?:[^\W\d_a-zà-ÿ(][\w'’.)-]*|[a-zà-ÿ]{1,3}|upon|under|sous|der|del?)){0,3}$"
)
_MAX_PLACE = 50  # characters


def is_place(text: str) -> bool:
    """Return whether `text` says by itself that it is a place."""
    text = _POSTCODE.sub("", text).strip(" ,()")
    if len(text) > _MAX_PLACE or re.search(r"[\d&:;|]", text):
        return False
    if ANYWHERE.fullmatch(text) or text.casefold() in COUNTRIES:
        return True
    parts = [part.strip().split(" (")[0] for part in text.split(",")]
    if len(parts) == 3 and _is_region(parts[1]):
        parts.pop(1)  # "Bengaluru, Karnataka, India"
    if len(parts) == 2 and (_is_region(parts[1]) or (ANYWHERE.fullmatch(parts[1]) and " " not in parts[0])):
        return could_be_place(parts[0])
    words = text.split()
    return "," not in text and len(words) in (2, 3) and words[-1] in REGIONS and could_be_place(" ".join(words[:-1]))


def _is_region(text: str) -> bool:
    return bool(_REGION.match(text)) or text.casefold() in COUNTRIES


def could_be_place(text: str) -> bool:
    """Return whether `text` may be a place where the layout has one: a few capitalized words, no job, no figure."""
    if ANYWHERE.search(text) and len(text.split()) <= 4:
        return True
    text = _POSTCODE.sub("", text).strip(" ,()")
    if not text or len(text) > _MAX_PLACE or re.search(r"[\d&:;|@]", text):
        return False
    return (
        all(_CITY.match(part.strip()) for part in re.split(r"[,/]\s*|\s[–-]\s", text))
        and title_score(text) < 3
        and employer_score(text) < 2
    )


def trailing_place(parts: list[str]) -> int:
    """Return how many of the last comma parts are a place: "Leeds, UK" are two, "Remote" is one."""
    if len(parts) >= 3 and is_place(", ".join(parts[-2:])) and not employer_score(parts[-2]):
        return 2
    return 1 if len(parts) >= 2 and is_place(parts[-1]) else 0
