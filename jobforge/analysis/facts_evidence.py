"""What the user's own words bear out: the lines of the resume and the contexts, ready to be asked.

A passage is a sentence of a source with the job it belongs to. What is denied ("No contractor license") or only
wished for ("I would like to learn more about generators") is kept apart: it bears nothing out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from jobforge.analysis.ad import Ad
from jobforge.analysis.entries import languages_in
from jobforge.analysis.language import Language, detect
from jobforge.analysis.lexicon_facts import AWARD, EVERYDAY, NEGATION, NEGATION_ELIDED, SPOTLESS, WISH
from jobforge.analysis.lexicon_words import FRAME_WORDS, STOP_WORDS, WEAK_WORDS
from jobforge.analysis.numbers import Quantity, find_quantities
from jobforge.analysis.resume import LineKind, Resume, SectionKind
from jobforge.analysis.terms import Token, canonical, fold, keys, stem, tokens
from jobforge.enums import Source

COMPOUND = 4  # letters that a part of a compound must have
MOST = 0.6  # share of a compound that a known part must make up to stand for all of it
LONGEST_ACRONYM = 6
LONGEST_SENTENCE = 600
LONGEST_LINE = 800  # a longer line is no context for its sentences
EVERYDAY_WEIGHT = 0.25
POSTINGS = 200  # a word in more passages than this tells none of them apart
CANDIDATES = 60

_SENTENCE = re.compile(r"(?<=[.!?])[\"”»)]?\s+(?=[\"“„«(]?[A-ZÀ-Þ0-9¿¡])|;\s+|\s\|\s")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Sr|Jr|Prof|Nr|No|Tel|ca|approx|bzw|inkl|z\.B|e\.g|i\.e|Mgmt|Dev|Inc|Ltd|Co|\w)\.)$"
)


@cache
def generic_stems() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in EVERYDAY | STOP_WORDS | FRAME_WORDS | WEAK_WORDS)


@lru_cache(maxsize=20_000)
def token_keys(text: str) -> frozenset[str]:
    return keys(text)


@lru_cache(maxsize=20_000)
def content(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry meaning, numbers left out."""
    return frozenset(
        stem(token.folded)
        for token in tokens(text)
        if len(token.folded) > 1 and token.folded not in STOP_WORDS and not token.folded[0].isdigit()
    )


def is_generic(token: Token) -> bool:
    """A word of everyday work, which claims nothing by itself. For ambiguous short stems the word itself counts."""
    root = stem(token.folded)
    return token.folded in _everyday() or len(root) >= COMPOUND and root in generic_stems()


@cache
def _everyday() -> frozenset[str]:
    return frozenset(fold(word) for word in EVERYDAY | STOP_WORDS | FRAME_WORDS | WEAK_WORDS)


def weight(word: str) -> float:
    return EVERYDAY_WEIGHT if word in generic_stems() else 1.0


def negated(text: str) -> bool:
    return bool(NEGATION.search(text) or NEGATION_ELIDED.search(text))


def sentences(text: str) -> list[str]:
    """The sentences of one line; full stops of abbreviations end none."""
    found: list[str] = []
    start = 0
    for cut in _SENTENCE.finditer(text):
        if _ABBREVIATED.search(text[max(start, cut.start() - 12) : cut.start()]):
            continue
        found.append(text[start : cut.start()].strip())
        start = cut.end()
    found.append(text[start:].strip())
    return [piece for sentence in found if sentence for piece in _pieces(sentence)]


def _pieces(sentence: str) -> Iterator[str]:
    """`sentence`, or parts of it where it is longer than anybody's: every rule then takes a bounded time."""
    while len(sentence) > LONGEST_SENTENCE:
        cut = sentence.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE)
        cut = cut if cut > 0 else LONGEST_SENTENCE
        yield sentence[:cut].strip()
        sentence = sentence[cut:].strip()
    if sentence:
        yield sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source. `line` is None for a context, `role` the place of the job in the resume."""

    text: str
    whole: str
    line: int | None
    source: Source
    role: int | None
    section: SectionKind | None
    stems: frozenset[str]
    quantities: tuple[Quantity, ...]
    denied: bool
    wished: bool

    @property
    def positive(self) -> bool:
        return not (self.denied or self.wished)


@dataclass(slots=True)
class Scope:
    """The words that a part of the evidence can answer for."""

    keys: set[str] = field(default_factory=set)
    folds: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)

    def add(self, text: str) -> None:
        self.keys |= keys(text)
        found = tokens(text)
        for token in found:
            self.folds.add(token.folded)
            root = stem(token.folded)
            self.stems.add(root)
            if len(token.folded) >= COMPOUND:
                for length in range(COMPOUND, min(len(token.folded), 30) + 1):
                    self.parts.add(token.folded[:length])
                    self.parts.add(token.folded[-length:])
        said = [token.folded for token in found if not token.folded[0].isdigit()]
        for letters in ("".join(w[0] for w in said), "".join(w[0] for w in said if w not in STOP_WORDS)):
            for start in range(len(letters)):
                for end in range(start + 2, min(start + LONGEST_ACRONYM, len(letters)) + 1):
                    self.initials.add(letters[start:end])

    def has(self, token: Token) -> bool:
        """The word itself, another form of it or another spelling of the same name."""
        root = stem(token.folded)
        if token.folded in self.folds or root in self.stems or root in self.keys:
            return True
        return f"={canonical(token.text)}" in self.keys

    def suggests(self, token: Token) -> bool:
        """`has`, or a compound that shares a part, or a word for the same idea."""
        if self.has(token):
            return True
        if any(key in self.keys for key in token_keys(token.text) if key[0] == "@"):
            return True
        return self.compounds(token)

    def compounds(self, token: Token) -> bool:
        word, root = token.folded[:40], stem(token.folded)
        if len(root) >= COMPOUND and (root in self.parts or word in self.parts):
            return True
        for length in range(COMPOUND, len(word)):
            for part, rest in ((word[:length], word[length:]), (word[-length:], word[:-length])):
                if part in self.folds or part in self.stems:
                    bare = rest.strip("sn") if part == word[:length] else rest.rstrip("sn")
                    if length >= MOST * len(word) or len(bare) >= COMPOUND and self._part(bare):
                        return True
        return False

    def _part(self, word: str) -> bool:
        root = stem(word)
        return word in self.parts or root in self.stems or root in generic_stems()

    def abbreviates(self, token: Token) -> bool:
        """`ILS` where the evidence says immediate life support."""
        return len(token.folded) >= 3 and token.text.isupper() and token.folded in self.initials


class Evidence:
    """Resume and contexts, asked by job. `ad` is kept beside them and bears nothing out."""

    def __init__(self, resume: Resume, contexts: Sequence[str], ad: str, language: Language) -> None:
        self.resume = resume
        self.language = language
        self.passages: list[Passage] = [*self._of_resume(), *self._of_texts(contexts, Source.CONTEXT)]
        self.ad: list[Passage] = list(self._of_texts([ad], Source.AD))
        self.ad_text = plain(ad)
        self.asked: frozenset[str] = frozenset()
        self.requirements: tuple[frozenset[str], ...] = ()
        self._scopes: dict[int | None, Scope] = {}
        self._sources: dict[int | None, list[Passage]] = {}
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for word in passage.stems:
                self._index[word].append(number)
        self.verbatim: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            self.verbatim[plain(passage.text)].append(passage)
            if passage.whole is not passage.text:
                self.verbatim[plain(passage.whole)].append(passage)

    def ask(self, ad: Ad) -> None:
        """Remember what the ad asks for: words that a writer is tempted to claim."""
        said = [item.text for item in ad.requirements] or [passage.text for passage in self.ad]
        self.requirements = tuple(content(text) for text in said)
        self.asked = frozenset().union(
            *(content(term) for item in ad.requirements for term in item.terms),
            *(content(text) for text in ad.keywords or said),
        )

    def _of_resume(self) -> Iterator[Passage]:
        role_of = {n: i for i, role in enumerate(self.resume.roles) for n in range(role.first_line, role.last_line + 1)}
        section_of = {
            n: section.kind
            for section in self.resume.sections
            for n in range(section.first_line, section.last_line + 1)
        }
        for line in self.resume.lines:
            if not line.text or line.kind in (LineKind.BLANK, LineKind.CONTINUATION):
                continue
            yield from self._passages(
                line.text,
                line.number,
                Source.VERBATIM,
                role_of.get(line.number),
                section_of.get(line.number),
                self.language,
            )

    def _of_texts(self, texts: Sequence[str], source: Source) -> Iterator[Passage]:
        for text in texts:
            language = detect(text)
            for line in text.splitlines():
                if line.strip():
                    yield from self._passages(line.strip(), None, source, None, None, language)

    def _passages(
        self,
        text: str,
        line: int | None,
        source: Source,
        role: int | None,
        section: SectionKind | None,
        language: Language,
    ) -> Iterator[Passage]:
        short = len(text) <= LONGEST_LINE
        for sentence in sentences(text):
            parts = [sentence]
            if negated(sentence) and source is not Source.AD:
                parts = [part.strip() for part in re.split(r",\s+(?!\d)", sentence) if part.strip()]
                if any(negated(part) and not content(part) - generic_stems() for part in parts):
                    parts = [sentence]  # "Learning Spark, not used at work yet"
            wished = False
            for part in parts:
                # A wish goes on to the end of its sentence.
                wished = source is not Source.AD and (wished or bool(WISH.search(part)))
                denied = negated(part) and not SPOTLESS.search(part) and source is not Source.AD
                yield Passage(
                    part,
                    text if short else part,
                    line,
                    source,
                    role,
                    section,
                    content(part),
                    find_quantities(part, language),
                    denied,
                    wished,
                )

    def scope(self, role: int | None = None) -> Scope:
        """What one job and the contexts say; None: everything said."""
        if role not in self._scopes:
            scope = Scope()
            for passage in self.passages:
                if passage.positive and (role is None or passage.role == role or passage.source is Source.CONTEXT):
                    scope.add(passage.text)
            self._scopes[role] = scope
        return self._scopes[role]

    @cached_property
    def general(self) -> Scope:
        """What is said outside the jobs: summary, skills, certificates and the like."""
        scope = Scope()
        for passage in self.passages:
            if passage.positive and passage.role is None:
                scope.add(passage.text)
        return scope

    @cached_property
    def everything(self) -> Scope:
        """All words of the sources, the denied and wished ones too."""
        scope = Scope()
        for passage in self.passages:
            scope.add(passage.text)
        return scope

    @cached_property
    def ad_scope(self) -> Scope:
        scope = Scope()
        for passage in self.ad:
            scope.add(passage.text)
        return scope

    def sources(self, role: int | None) -> list[Passage]:
        """The passages that may bear out a statement under `role`; None: all."""
        if role not in self._sources:
            self._sources[role] = [
                p for p in self.passages if role is None or p.role == role or p.source is Source.CONTEXT
            ]
        return self._sources[role]

    @cached_property
    def positive(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.positive]

    @cached_property
    def awards(self) -> list[Passage]:
        return [passage for passage in self.positive if AWARD.search(passage.text)]

    @cached_property
    def languages(self) -> dict[str, list[str]]:
        """Spoken languages with every level the sources give them."""
        known: dict[str, list[str]] = defaultdict(list)
        for skill in self.resume.languages:
            known[skill.name] += [skill.level] if skill.level else []
        for passage in self.positive:
            for skill in languages_in(passage.text, 0):
                known[skill.name] += [skill.level] if skill.level else []
        return dict(known)

    @cached_property
    def denials(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.denied]

    @cached_property
    def denying(self) -> frozenset[str]:
        """Stems of the words that deny: `not`, `kein`, `jamais`."""
        found = [match[0] for passage in self.denials for match in NEGATION.finditer(passage.text)]
        return frozenset(stem(token.folded) for text in found for token in tokens(text))

    def postings(self, word: str) -> list[int]:
        """Numbers of the passages that have `word`; none where it is in too many to tell."""
        found = self._index.get(word, [])
        return found if len(found) <= POSTINGS else []

    def align(self, stems: frozenset[str], role: int | None = None, least: float = 0.0) -> list[tuple[float, Passage]]:
        """Passages that share words with `stems`, the nearest first, with a nearness between 0 and 1."""
        shared: dict[int, float] = defaultdict(float)
        for word in stems:
            postings = self._index.get(word, ())
            if len(postings) <= POSTINGS:
                for number in postings:
                    shared[number] += weight(word)
        total = sum(weight(word) for word in stems) or 1.0
        ranked = []
        for number, common in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]:
            passage = self.passages[number]
            if role is not None and passage.role != role and passage.source is not Source.CONTEXT:
                continue
            own = sum(weight(word) for word in passage.stems) or 1.0
            near = 2 * common / (total + own)
            if near >= least:
                ranked.append((near, passage))
        return sorted(ranked, key=lambda item: -item[0])


_TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)


def plain(text: str) -> str:
    """`text` without what only looks different: typographic marks, markup, case, final stop."""
    return " ".join(re.sub(r"[*_`#|•▪]", " ", text.translate(_TYPOGRAPHY)).casefold().split()).rstrip(".;, ")
