"""Words, stems, aliases and concepts: what two texts have in common when they say the same thing differently.

A text becomes keys. A plain key is a stem; `=name` stands for all spellings of one name (k8s, Kubernetes),
`@concept` for an idea said in many words (lead, manage, leiten), and `osha_10` for a word with its number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from jobforge.languages.concepts import concepts
from jobforge.languages.skills import CASE_SENSITIVE, alias_rows, kind_rows
from jobforge.languages.tables import cached
from jobforge.languages.words import FRAME_WORDS, REGIONS, STOP_WORDS, WEAK_WORDS
from jobforge.text.language import detect
from jobforge.text.names import canonical, instances, is_proper, is_word_like, known_names, written_as_name
from jobforge.text.stems import stem
from jobforge.text.tokens import Token, fold, tokens

__all__ = ["Token", "Word", "canonical", "content", "fold", "keys", "shared_pairs", "stem", "tokens", "words"]

NAMED_WEIGHT = 1.5
WEAK_WEIGHT = 0.3
MAX_ENDING = 6  # letters; a longer rest makes another word of it: Ausbild|er, but not Ausbild|ereignung
SHOUTED_WORDS = 3  # more words than this all in capitals are emphasis, not abbreviations
_ROMAN = re.compile(r"(?:I{2,3}|IV|VI{0,3}|IX|X(?:I{1,3}|IV|V)?)")  # a lone I is a word
_COUNTED = frozenset("level stage class grade step band stufe klasse niveau nivel grado classe part".split())
_MIN_BODY = 3  # letters of an abbreviation that a body's name may stand for
_BODY = re.compile(
    r"(?:[A-Z][a-z]+ (?:of |for |and |in |the ){0,2}){2,5}"
    r"(?:Council|Institute|Association|Society|Board|Authority|Academy|Commission|Federation"
    r"|Union|Trust|Register|College)\b"
)


@cached
def _empty() -> frozenset[str]:
    return STOP_WORDS.of() | FRAME_WORDS.of()


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


def words(text: str, language: str | None = None) -> tuple[Word, ...]:
    """Return the words of a requirement that must be answered, without the frame ("solid experience in").

    `language` is the one that `text` is in; it is detected where it is not given.
    """
    return _words(text, language or detect(text))


@lru_cache(maxsize=5_000)
def _words(text: str, language: str) -> tuple[Word, ...]:
    return tuple(_asked(text, language))


@lru_cache(maxsize=2_000)
def _initials(text: str) -> frozenset[str]:
    """The General Pharmaceutical Council may be asked for as GPhC."""
    return frozenset(
        "~" + "".join(token[0] for token in result.group().split() if token[0].isupper()).lower()
        for result in _BODY.finditer(text)
    )


def keys(text: str, language: str | None = None) -> frozenset[str]:
    """Return everything `text` can answer: stems, names, general names of special things, concepts, numbered words.

    `language` is the one that `text` is in; it is detected where it is not given.
    """
    return _keys(text, language or detect(text))


@lru_cache(maxsize=5_000)
def _keys(text: str, language: str) -> frozenset[str]:
    result: set[str] = set()
    parts = tokens(text)
    for _, _, name in known_names(parts, text):
        result |= _implied(name, language)
    stop_words = STOP_WORDS.of(language)
    for position, token in enumerate(parts):
        if token.folded in stop_words and not _capitals(token.text):
            continue
        result.update(token_keys(parts, position, text, language))
        result.update(_concepts(token.folded))
        result.update(_numbered(parts, position))
        if token.folded[:1].isdigit():
            result.add(stem(token.folded.lstrip("0123456789"), language))
    result.discard("")
    result |= _initials(text)
    for _, form in _phrases(parts):
        result.update(_concepts("-".join(form)))
    return frozenset(result)


def token_keys(parts: Sequence[Token], position: int, text: str, language: str) -> tuple[str, ...]:
    """Return the word as a name (`!looker`), as an ordinary word (its stem), or as both where it may be either."""
    token = parts[position]
    if is_word_like(token.folded):
        root = stem(token.folded, language)
        return (name_key(token), root) if written_as_name(parts, position, text) else (root,)
    root, one = stem(token.folded, language), token.folded.removesuffix("s")
    return (name_key(token), root) if is_word_like(one) and token.text.islower() else (name_key(token), f"!{one}", root)


def name_key(token: Token) -> str:
    """Return the key of a word that is compared as it is written."""
    return f"!{token.folded}"


@lru_cache(maxsize=20_000)
def content(text: str, language: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry meaning, numbers left out."""
    stop_words = STOP_WORDS.of(language)
    return frozenset(
        stem(token.folded, language)
        for token in tokens(text)
        if len(token.folded) > 1 and token.folded not in stop_words and not token.folded[0].isdigit()
    )


def shared_pairs(first: str, second: str) -> int:
    """How many neighbouring words of `first` stand side by side in `second` too."""
    one, two = ([token.folded for token in tokens(text)] for text in (first, second))
    return len(set(pairwise(one)) & set(pairwise(two)))


def _asked(text: str, language: str) -> Iterator[Word]:
    parts = tokens(text)
    shouting = text.isupper() and len(parts) > SHOUTED_WORDS
    names = {start: (length, name) for start, length, name in known_names(parts, text)}
    phrases = dict(_phrases(parts))
    position = 0
    while position < len(parts):
        token = parts[position]
        length, concepts = 1, _concepts(token.folded)
        if position in names and names[position][0] >= len(phrases.get(position, ("",))):
            length, name = names[position]
            phrase = text[token.start : parts[position + length - 1].end]
            proper = is_proper(phrase, shouting) or name in instances() or written_as_name(parts, position, text)
            personal: set[str] = set()
            if length == 1 and token.text not in CASE_SENSITIVE:
                personal = {name_key(token)} if proper else {stem(token.folded, language)} | concepts
            weight = NAMED_WEIGHT if proper else 1.0
            inner = tuple(
                frozenset({stem(part.folded, language)} | _concepts(part.folded))
                for part in parts[position : position + length]
                if part.folded not in _empty()
            )
            apart = inner if len(inner) > 1 and not proper else ()
            yield Word(phrase, frozenset(personal | {f"={name}"}), max(weight, 0.75 * length), proper, apart)
        elif position in phrases:
            length = len(phrases[position])
            phrase = text[token.start : parts[position + length - 1].end]
            concepts = _concepts("-".join(phrases[position]))
            yield Word(phrase, concepts, NAMED_WEIGHT, False)
        else:
            term = _word(parts, position, text, language, shouting)
            if term is not None:
                yield term
        position += length


def _numbered(parts: Sequence[Token], position: int) -> frozenset[str]:
    """OSHA 10, Level 3, SGB VIII: a number that belongs to the name before it."""
    token = parts[position]
    if not (token.folded[:1].isdigit() or _ROMAN.fullmatch(token.text)) or not position:
        return frozenset()
    previous = parts[position - 1]
    names = previous.text[0].isupper() or previous.folded in _COUNTED
    return (
        frozenset({f"{previous.folded.removesuffix('s')}_{token.folded}"})
        if names and token.start - previous.end == 1
        else frozenset()
    )


def _word(parts: Sequence[Token], position: int, text: str, language: str, shouting: bool) -> Word | None:
    token, numbered = parts[position], _numbered(parts, position)
    capitals = _capitals(token.text) and not shouting
    root = stem(token.folded, language)
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
    if is_proper(token.text, shouting) or is_word_like(token.folded) and written_as_name(parts, position, text):
        answers = frozenset({name_key(token)})
        if not is_word_like(token.folded):
            answers |= _concepts(token.folded)
        if len(capitals_only := "".join(filter(str.isupper, token.text))) >= _MIN_BODY:
            answers |= {"~" + capitals_only.lower()}
        return Word(token.text, answers, NAMED_WEIGHT, True)
    answers = frozenset({root} | _concepts(token.folded))
    return Word(token.text, answers, WEAK_WEIGHT if token.folded in WEAK_WORDS else 1.0, False)


def _capitals(text: str) -> bool:
    return len(text) > 1 and text.isupper()


@lru_cache(maxsize=5_000)
def _implied(name: str, language: str) -> frozenset[str]:
    """Keys that follow from having `name`: all its spellings' words and the general names it is an instance of."""
    result = {f"={name}"}
    for forms in alias_rows():
        if forms[0] == name:
            for form in forms:
                for token in tokens(form):
                    if len(token.folded) > 2 and token.folded not in _empty() | WEAK_WORDS:
                        result.add(stem(token.folded, language))
    for row in kind_rows():
        general, *special = (canonical(form) for form in row)
        if name in special and general != name:
            result |= _implied_general(general, frozenset({name}))
    return frozenset(result)


def _implied_general(name: str, visited: frozenset[str]) -> set[str]:
    result = {f"={name}"}
    for row in kind_rows():
        general, *special = (canonical(form) for form in row)
        if name in special and general not in visited | {name}:
            result |= _implied_general(general, visited | {name})
    return result


@cached
def _concept_tables() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, list[tuple[str, ...]]]]:
    exact: dict[str, set[str]] = defaultdict(set)
    opening: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for concept, token in concepts():
        bare = token.rstrip("*")
        (opening if token.endswith("*") else exact)[bare].add(f"@{concept}")
        if "-" in bare:
            parts = tuple(bare.split("-"))
            phrases[parts[0]].append(parts)
    ordered = {first: sorted(forms, key=len, reverse=True) for first, forms in phrases.items()}
    return (
        {token: frozenset(text) for token, text in exact.items()},
        {token: frozenset(text) for token, text in opening.items()},
        ordered,
    )


@lru_cache(maxsize=50_000)
def _concepts(folded: str) -> frozenset[str]:
    exact, opening, _ = _concept_tables()
    result = set(exact.get(folded, ()))
    for length in range(max(3, len(folded) - MAX_ENDING), len(folded) + 1):
        result |= opening.get(folded[:length], frozenset())
    return frozenset(result)


def _phrases(parts: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Position and words of each concept that is said in several words (`permis de conduire`)."""
    phrases = _concept_tables()[2]
    for position, token in enumerate(parts):
        for form in phrases.get(token.folded, ()):
            current = parts[position : position + len(form)]
            if len(current) == len(form) and all(
                part.folded == term or (term == form[-1] and part.folded.startswith(term) and len(term) > 4)
                for part, term in zip(current, form, strict=True)
            ):
                yield position, form
                break
