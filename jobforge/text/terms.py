"""Words, stems, aliases and concepts: what two texts have in common when they say the same thing differently.

A text becomes keys. A plain key is a stem; `=name` stands for all spellings of one name (k8s, Kubernetes),
`@concept` for an idea said in many words (lead, manage, leiten), and `osha_10` for a word with its number.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from jobforge.languages.concepts import concepts
from jobforge.languages.skills import CASE_SENSITIVE, alias_rows, kind_rows
from jobforge.languages.tables import cached
from jobforge.languages.words import (
    AMBIGUOUS_SMALL,
    EMPTY_TAILS,
    FRAME_WORDS,
    INFLECTION,
    IRREGULAR,
    REGIONS,
    STOP_WORDS,
    WEAK_WORDS,
)

NAMED_WEIGHT = 1.5
WEAK_WEIGHT = 0.3
MAX_ENDING = 6  # letters; a longer rest makes another word of it: Ausbild|er, but not Ausbild|ereignung
MIN_STEM = 4
SHOUTED_WORDS = 3  # more words than this all in capitals are emphasis, not abbreviations

_TOKEN = re.compile(
    r"\.NET\b"
    r"|[A-Za-z]\+\+|\b[CFJcfj]#"
    r"|\b[A-Za-z][&/][A-Za-z]\b"
    r"|\b[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+\b\.?"
    r"|[^\W\d_]+\+\d+"
    r"|\d+(?:[.,:/-]\d+)*[^\W\d_]{0,3}\b"
    r"|[^\W_]+(?:\.(?:js|io|net|NET)\b)?"
)
_AFTER_NAME = re.compile(
    r"\s*(?:$|[^\w\s]|(?:and|or|und|oder|et|ou|y|o|e|is|are|ist|est|es|on|in|for|skills?|experience|[A-Z])\b)"
)

_ROMAN = re.compile(r"(?:I{2,3}|IV|VI{0,3}|IX|X(?:I{1,3}|IV|V)?)")  # a lone I is a word
_COUNTED = frozenset("level stage class grade step band stufe klasse niveau nivel grado classe part".split())
_MIN_BODY = 3  # letters of an abbreviation that a body's name may stand for
_BODY = re.compile(
    r"(?:[A-Z][a-z]+ (?:of |for |and |in |the ){0,2}){2,5}"
    r"(?:Council|Institute|Association|Society|Board|Authority|Academy|Commission|Federation|Union|Trust|Register|College)\b"
)
_PART_OF_MORE = re.compile(r"[.&'’°]\S")
_SENTENCE_END = re.compile(r"[.!?:;•]\s*$")


@cached
def _empty() -> frozenset[str]:
    return STOP_WORDS.of() | FRAME_WORDS.of()


@cached
def _suffixes() -> tuple[str, ...]:
    return tuple(sorted(INFLECTION, key=lambda suffix: (-len(suffix), suffix)))


@cached
def _folded_case_sensitive() -> frozenset[str]:
    return frozenset(fold(name) for name in CASE_SENSITIVE if name not in ("Excel", "React", "SAP"))


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """One thing asked for: any of `keys` answers it, and so do all of `parts` together.

    `parts` are the words of a phrase ("planned routes" answers "route planning"). `named`: a proper name, which
    nothing else can stand in for.
    """

    text: str
    keys: frozenset[str]
    weight: float
    named: bool
    parts: tuple[frozenset[str], ...] = ()

    @property
    def numbered(self) -> bool:
        """A number that belongs to a name: Level 3 is not Level 2, SGB V is not SGB VIII."""
        return self.text[0].isdigit() or any("_" in key for key in self.keys)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without diacritics: Führerschein and fuhrerschein are one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=5_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order. C++, .NET, Node.js, P&L and LL.M. stay whole; hyphens part words."""
    found = []
    matches = list(_TOKEN.finditer(text))
    skip = False
    for number, match in enumerate(matches):
        if skip:
            skip = False
            continue
        word, end = match.group(), match.end()
        short = len(word) == 1 and word.isalpha() or word.isdigit()
        if short and text[end : end + 1] == "-" and number + 1 < len(matches):
            following = matches[number + 1]
            if following.start() == end + 1 and following.group()[0].isalpha():
                word, end, skip = word + following.group(), following.end(), True  # X-ray, e-mail, 5-axis
        if word.count(".") and word != ".NET" and word[0] != ".":
            folded = fold(word) if word.lower().endswith((".js", ".io", ".net")) else fold(word.replace(".", ""))
        else:
            folded = fold(word)
        found.append(Token(word, folded, match.start(), end))
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem(folded: str) -> str:
    """What is left of a folded word without the endings of the four languages; never shorter than four letters."""
    word = IRREGULAR.get(folded, folded)
    if not word.isalpha():
        return word
    for tail in EMPTY_TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= MIN_STEM:
            word = word[: -len(tail)].removesuffix("s")
    while True:
        shorter = _shortened(word)
        if shorter == word:
            break
        word = shorter
    return word[:-1] if len(word) > MIN_STEM and word[-1] == word[-2] else word


def _shortened(word: str) -> str:
    if len(word) == MIN_STEM and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    for suffix in _suffixes():
        if word.endswith(suffix) and len(word) - len(suffix) >= MIN_STEM:
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=5_000)
def words(text: str) -> tuple[Word, ...]:
    """The words of a requirement that must be answered, without the frame around them ("solid experience in")."""
    return tuple(_asked(text))


@lru_cache(maxsize=2_000)
def _initials(text: str) -> frozenset[str]:
    """The General Pharmaceutical Council may be asked for as GPhC."""
    return frozenset(
        "~" + "".join(word[0] for word in found.group().split() if word[0].isupper()).lower()
        for found in _BODY.finditer(text)
    )


@lru_cache(maxsize=5_000)
def keys(text: str) -> frozenset[str]:
    """Everything `text` can answer: stems, spellings, the general names of special things, concepts, numbered words."""
    found: set[str] = set()
    parts = tokens(text)
    for start, length, name in _names(parts, text):
        found |= _implied(name)
        if length == 1:
            found.add(stem(parts[start].folded))
    for position, token in enumerate(parts):
        if token.folded in STOP_WORDS and not _capitals(token.text):
            continue
        found.add(stem(token.folded))
        found.update(_concepts(token.folded))
        found.update(_numbered(parts, position))
        if token.folded[:1].isdigit():
            found.add(stem(token.folded.lstrip("0123456789")))
    found.discard("")
    found |= _initials(text)
    for _, form in _phrases(parts):
        found.update(_concepts("-".join(form)))
    return frozenset(found)


def shared_pairs(first: str, second: str) -> int:
    """How many neighbouring words of `first` stand side by side in `second` too."""
    one, two = ([token.folded for token in tokens(text)] for text in (first, second))
    return len(set(pairwise(one)) & set(pairwise(two)))


def _asked(text: str) -> Iterator[Word]:
    parts = tokens(text)
    shouting = text.isupper() and len(parts) > SHOUTED_WORDS
    names = {start: (length, name) for start, length, name in _names(parts, text)}
    phrases = dict(_phrases(parts))
    position = 0
    while position < len(parts):
        token = parts[position]
        length, concepts = 1, _concepts(token.folded)
        if position in names and names[position][0] >= len(phrases.get(position, ("",))):
            length, name = names[position]
            said = text[token.start : parts[position + length - 1].end]
            own = {stem(token.folded)} | concepts if length == 1 and token.text not in CASE_SENSITIVE else set()
            proper = _proper(said, shouting) or name in _instances()
            weight = NAMED_WEIGHT if proper else 1.0
            inner = tuple(
                frozenset({stem(part.folded)} | _concepts(part.folded))
                for part in parts[position : position + length]
                if part.folded not in _empty()
            )
            apart = inner if len(inner) > 1 and not proper else ()
            yield Word(said, frozenset(own | {f"={name}"}), max(weight, 0.75 * length), proper, apart)
        elif position in phrases:
            length = len(phrases[position])
            said = text[token.start : parts[position + length - 1].end]
            concepts = _concepts("-".join(phrases[position]))
            yield Word(said, concepts, NAMED_WEIGHT, False)
        else:
            word = _word(token, _numbered(parts, position), shouting)
            if word is not None:
                yield word
        position += length


def _numbered(parts: Sequence[Token], position: int) -> frozenset[str]:
    """OSHA 10, Level 3, SGB VIII: a number that belongs to the name before it."""
    token = parts[position]
    if not (token.folded[:1].isdigit() or _ROMAN.fullmatch(token.text)) or not position:
        return frozenset()
    before = parts[position - 1]
    names = before.text[0].isupper() or before.folded in _COUNTED
    return (
        frozenset({f"{stem(before.folded)}_{token.folded}"}) if names and token.start - before.end == 1 else frozenset()
    )


def _word(token: Token, numbered: frozenset[str], shouting: bool) -> Word | None:
    capitals = _capitals(token.text) and not shouting
    root = stem(token.folded)
    if numbered and not token.folded[:1].isdigit():
        return Word(token.text, numbered, 1.0, True)
    if token.folded.rstrip("abcdefghijklmnopqrstuvwxyz")[-1:].isdigit() and token.folded[:1].isdigit():
        if numbered:
            return Word(token.text, numbered, 1.0, True)
        return Word(token.text, frozenset({root}), NAMED_WEIGHT, True) if token.folded[-1].isalpha() else None
    if len(token.folded) < 2 or (token.folded in _empty() and not capitals):
        return None
    if token.folded in REGIONS:
        return Word(token.text, frozenset({root}), WEAK_WEIGHT, False)
    named = _proper(token.text, shouting)
    answers = frozenset({root} | _concepts(token.folded))
    if named and len(capitals_only := "".join(filter(str.isupper, token.text))) >= _MIN_BODY:
        answers |= {"~" + capitals_only.lower()}
    if named:
        return Word(token.text, answers, NAMED_WEIGHT, True)
    return Word(token.text, answers, WEAK_WEIGHT if token.folded in WEAK_WORDS else 1.0, False)


def _proper(text: str, shouting: bool) -> bool:
    """A digit or a capital inside a word mark a name; so do capitals throughout, unless all around is written so."""
    return any(letter.isdigit() for letter in text) or (
        not shouting and any(part[1:].lower() != part[1:] for part in text.split())
    )


@cached
def _instances() -> frozenset[str]:
    """Names of particular things, which nothing general can stand in for."""
    return frozenset(canonical(form) for row in kind_rows() for form in row[1:])


def _capitals(text: str) -> bool:
    return len(text) > 1 and text.isupper()


@cached
def _spellings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Spellings by their first word, longest first."""
    table: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for forms in alias_rows():
        for form in forms:
            parts = tuple(token.folded for token in tokens(form))
            table[parts[0]].setdefault(parts, forms[0])
    for row in kind_rows():
        for form in row:
            parts = tuple(token.folded for token in tokens(form))
            table[parts[0]].setdefault(parts, form)
    return {first: sorted(forms.items(), key=lambda item: -len(item[0])) for first, forms in table.items()}


def canonical(name: str) -> str:
    """The first spelling of a known name; the name itself where it is not known."""
    parts = tuple(token.folded for token in tokens(name))
    return next((known for form, known in _spellings().get(parts[0], ()) if form == parts), name) if parts else name


@cache
def _implied(name: str) -> frozenset[str]:
    """Keys that follow from having `name`: all its spellings' words and the general names it is an instance of."""
    found = {f"={name}"}
    for forms in alias_rows():
        if forms[0] == name:
            for form in forms:
                for token in tokens(form):
                    if len(token.folded) > 2 and token.folded not in _empty() | WEAK_WORDS:
                        found.add(stem(token.folded))
    for row in kind_rows():
        general, *instances = (canonical(form) for form in row)
        if name in instances and general != name:
            found |= _implied_general(general, frozenset({name}))
    return frozenset(found)


def _implied_general(name: str, seen: frozenset[str]) -> set[str]:
    found = {f"={name}"}
    for row in kind_rows():
        general, *instances = (canonical(form) for form in row)
        if name in instances and general not in seen | {name}:
            found |= _implied_general(general, seen | {name})
    return found


def _names(parts: Sequence[Token], text: str) -> Iterator[tuple[int, int, str]]:
    """Position, length in words and canonical spelling of each known name; the longest spelling wins."""
    table = _spellings()
    position = 0
    while position < len(parts):
        token = parts[position]
        length, name = 0, ""
        for form, known in table.get(token.folded, ()):
            if all(
                position + step < len(parts) and parts[position + step].folded == word for step, word in enumerate(form)
            ):
                length, name = len(form), known
                break
        if length == 1 and token.folded in AMBIGUOUS_SMALL and token.text.islower():
            length = 0
        if length <= 1 and token.text in CASE_SENSITIVE and _is_name(token, parts, position, text):
            length, name = 1, CASE_SENSITIVE[token.text]
        elif length == 1 and token.text not in CASE_SENSITIVE and token.folded in _folded_case_sensitive():
            length = 0
        if length:
            yield position, length, name
        position += max(length, 1)


def _is_name(token: Token, parts: Sequence[Token], position: int, text: str) -> bool:
    """At the start of a sentence a capital proves nothing: "Go the extra mile" is no programming language."""
    before, following = text[max(token.start - 1, 0) : token.start], text[token.end : token.end + 20]
    if len(token.text) == 1 and (_PART_OF_MORE.match(following) or before in ("°", "&", "-")):
        return False
    if token.text[1:].lower() != token.text[1:]:
        return True
    first = position == 0 or bool(_SENTENCE_END.search(text[parts[position - 1].end : token.start]))
    return not first or bool(_AFTER_NAME.match(following))


@cached
def _concept_tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, list[tuple[str, ...]]]]:
    exact: dict[str, set[str]] = defaultdict(set)
    opening: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for concept, word in concepts():
        bare = word.rstrip("*")
        (opening if word.endswith("*") else exact)[bare].add(f"@{concept}")
        if "-" in bare:
            parts = tuple(bare.split("-"))
            phrases[parts[0]].append(parts)
    ordered = {first: sorted(forms, key=len, reverse=True) for first, forms in phrases.items()}
    return (
        {word: frozenset(said) for word, said in exact.items()},
        {word: frozenset(said) for word, said in opening.items()},
        ordered,
    )


@lru_cache(maxsize=50_000)
def _concepts(folded: str) -> frozenset[str]:
    exact, opening, _ = _concept_tables()
    found = set(exact.get(folded, ()))
    for length in range(max(3, len(folded) - MAX_ENDING), len(folded) + 1):
        found |= opening.get(folded[:length], frozenset())
    return frozenset(found)


def _phrases(parts: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Position and words of each concept that is said in several words (`permis de conduire`)."""
    phrases = _concept_tables()[2]
    for position, token in enumerate(parts):
        for form in phrases.get(token.folded, ()):
            here = parts[position : position + len(form)]
            if len(here) == len(form) and all(
                part.folded == word or (word == form[-1] and part.folded.startswith(word) and len(word) > 4)
                for part, word in zip(here, form, strict=True)
            ):
                yield position, form
                break
