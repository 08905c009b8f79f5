"""Who offers the job and what it is called, where the ad says so plainly."""

import re
from collections.abc import Iterator, Sequence

from jobforge.ads.markup import flat
from jobforge.ads.sentences import sentences
from jobforge.ads.zones import Passage
from jobforge.languages.ad import ABOUT_COMPANY, ARTICLES, AT, COMPANY_LABEL, IS_A, PRONOUN, SEEKS, WANTED, WE_ARE
from jobforge.resumes.scores import employer_score, names_a_firm, title_score

_MAX_NAME = 60  # characters of a name
_MAX_WORDS = 6  # words of one
_GENDER = re.compile(
    r"\s*[(\[]\s?(?:[mwfhdxig*]{1,3}(?:\s?[/|,*-]\s?[mwfhdxig*]{1,3}){0,3}|all genders|gn)\s?[)\]]"
    r"|\s+[mwfhd](?:/[mwfhdx]){1,2}\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+[–—|·•]\s+|\s+-{1,2}\s+|\s*\|\|?\s*|,\s")
_END = re.compile(r"[,(|:;!?]|\s[–—-]\s|\.\s|\.$")
_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w&.'’+-]*"
    r"(?:\s(?:[^\W\d_a-zß-ÿ][\w&.'’+-]*|&|und|and|et|y|de|du|des|la|le|der|die|zur|zum|am|of|the|for)){0,5}"
)
_FEW = 8  # passages of an ad among which its employer introduces itself


def company_name(passages: Sequence[Passage]) -> str | None:
    """Return the employer's name; None where nothing says which name is the employer's."""
    if not passages:
        return None
    named = (_labelled, _in_title, _introduced, _set_apart)
    return next((name for find in named for name in find(passages) if name), None)


def role_title(passages: Sequence[Passage], title: str) -> str | None:
    """Return what the job is called: the part of the first two lines that names a job."""
    second = passages[1].text.split("\n")[0] if len(passages) > 1 and not passages[1].bullet else ""
    for line in (title, second if len(second) <= 2 * _MAX_NAME else ""):
        parts = _title_parts(line)
        named = [part for part in parts if title_score(part) >= 2] or [part for part in parts if title_score(part)]
        if named:
            return named[0]
    parts = _title_parts(title)
    return parts[0] if parts and len(parts[0].split()) <= 2 * _MAX_WORDS else None


def _title_parts(line: str) -> list[str]:
    plain = flat(line)
    if WE_ARE.match(plain) or ABOUT_COMPANY.match(plain):
        return []
    if (seeks := SEEKS.search(plain)) and seeks.end() < len(line):
        line = line[seeks.end() :].strip()
        line = line[_length_of_articles(line) :]
    elif at := AT.search(plain):
        line = line[: at.start()]
    line = WANTED.sub("", _GENDER.sub("", line))
    return [part for part in (piece.strip(" .,;:!*#–-") for piece in _PARTS.split(line)) if part]


def _length_of_articles(text: str) -> int:
    result = ARTICLES.match(flat(text))
    return result.end() if result else 0


def _labelled(passages: Sequence[Passage]) -> Iterator[str | None]:
    for item in passages:
        if label := COMPANY_LABEL.match(flat(item.text)):
            yield _name(item.text[label.end() :])


def _in_title(passages: Sequence[Passage]) -> Iterator[str | None]:
    """Yield names from "Title at Company" and "Company is hiring a ...", in the first lines."""
    for item in passages[:3]:
        line = item.text.split("\n")[0][:200]
        if item is passages[0] and (at := AT.search(flat(line))) and title_score(line[: at.start()]) >= 1:
            name = _name(line[at.end() :])
            yield name if name and not title_score(name) else None
        if seeks := SEEKS.search(flat(line)):
            yield _name_before(line[: seeks.start()])


def _introduced(passages: Sequence[Passage]) -> Iterator[str | None]:
    """Yield names from "We are Brindle", "About Brindle" and "Brindle is a ..."."""
    for item in passages[:_FEW]:
        for start, end in sentences(item.text)[:2]:
            sentence = item.text[start:end].strip()
            plain = flat(sentence)
            if we := WE_ARE.match(plain):
                yield _name(sentence[we.end() :])
            if (seeks := SEEKS.search(plain)) and not item.heading:
                yield _name_before(sentence[: seeks.start()])
            if (is_a := IS_A.search(plain)) and is_a.start() <= _MAX_NAME:
                yield _name_before(sentence[: is_a.start()])
        if item.heading and (about := ABOUT_COMPANY.match(flat(item.text))):
            yield _name(item.text[about.end() :])


def _set_apart(passages: Sequence[Passage]) -> Iterator[str | None]:
    """Yield a part of the first lines that has a word of firms or a legal form."""
    for item in passages[1:3]:
        if len(item.text) <= 2 * _MAX_NAME:
            for part in _PARTS.split(item.text):
                if employer_score(part) >= 2 and (title_score(part) < 2 or names_a_firm(part)):
                    yield _name(part)


def _name(text: str) -> str | None:
    """Return the name at the beginning of a text: capitalized words up to a comma or another end."""
    text = text.strip(" *#_\"'“”„«»")
    text = (
        re.sub(r"^(?:the|die|der|das|la|le|el)\s+(?=[^\W\d_a-z])", "", text, flags=re.IGNORECASE)
        if text[:1].islower()
        else text
    )
    end = _END.search(text)
    head = text[: end.start()] if end else text
    result = _NAME.match(head.strip())
    name = result.group().strip(" .,") if result else ""
    if PRONOUN.search(flat(name)):
        return None
    return name if 2 < len(name) <= _MAX_NAME and not name.isdigit() else None


def _name_before(text: str) -> str | None:
    """Return a name that is the whole subject of a sentence."""
    text = text.strip(" *#_\"'“”„«»")
    text = text.split(",")[0].split("(")[0].strip()
    result = _NAME.fullmatch(text)
    pronoun = bool(PRONOUN.search(flat(text)))
    return text if result and not pronoun and len(text) <= _MAX_NAME and title_score(text) < 2 else None
