"""The evidence in the user's own words: the lines of the resume and the contexts, ready to be asked.

A passage is a sentence of a source with the job it belongs to. What is denied ("No contractor license") or only
wished for ("I would like to learn more about generators") is kept apart: it bears nothing out.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jobforge.ads.demands import degree_rank
from jobforge.ads.parser import Ad
from jobforge.enums import Source
from jobforge.factcheck.lines import QUOTED, generic_stems, negated, plain, sentences, weight
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import AWARD, LIMITS, NEGATION, SPOTLESS, WISH
from jobforge.languages.words import STOP_WORDS
from jobforge.resumes.parser import LineKind, Resume, SectionKind
from jobforge.resumes.spoken_languages import languages_in
from jobforge.text.language import Language, detect
from jobforge.text.numbers import Quantity, find_quantities
from jobforge.text.terms import content, stem, tokens

MAX_QUOTED_CHARACTERS = 20_000
BLANK = "\u2800"  # a sign that is no letter, no space and in nobody's text
MAX_LINE = 800  # a longer line is no context for its sentences
MAX_QUANTITIES = 30  # of one sentence; more is a table of figures, not prose
POSTINGS = 200  # a word in more passages than this tells none of them apart
CANDIDATES = 60


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


class Evidence:
    """Resume and contexts, asked by job. `ad` is kept beside them and bears nothing out."""

    def __init__(self, resume: Resume, contexts: Sequence[str], ad: str, language: Language) -> None:
        self.resume = resume
        self.language = language
        self.passages: list[Passage] = [*self._of_resume(), *self._of_texts(contexts, Source.CONTEXT)]
        ad = html.unescape(re.sub(r"<[^<>]*>", " ", html.unescape(ad)))
        self.ad: list[Passage] = list(self._of_texts([ad], Source.AD))
        self.ad_text = plain(ad)
        self.ad_language = detect(ad)
        self.asked: frozenset[str] = frozenset()
        self.requirements: tuple[frozenset[str], ...] = ()
        self._scopes: dict[int | None, Scope] = {}
        self._sources: dict[int | None, list[Passage]] = {}
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for token in passage.stems:
                self._index[token].append(number)
        self.verbatim: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            self.verbatim[plain(passage.text)].append(passage)
            if passage.whole is not passage.text:
                self.verbatim[plain(passage.whole)].append(passage)

    def unquoted(self, line: str) -> str:
        """`line` with what it quotes of the ad or of the sources blanked: a quotation is nobody's claim."""

        def blank(result: re.Match[str]) -> str:
            text = plain(next(filter(None, result.groups())))
            personal = text in self.ad_text or text in self.own_text
            return f"{result[0][0]}{BLANK * (len(result[0]) - 2)}{result[0][-1]}" if personal and text else result[0]

        return QUOTED.sub(blank, line) if len(line) < MAX_QUOTED_CHARACTERS else line

    @cached_property
    def own_text(self) -> str:
        texts = [line.text for line in self.resume.lines if line.text]
        texts += [p.whole for p in self.passages if p.source is Source.CONTEXT]
        return "\n".join(plain(text) for text in texts)

    def ask(self, ad: Ad) -> None:
        """Remember what the ad asks for: words that a writer is tempted to claim."""
        phrase = [item.text for item in ad.requirements] or [passage.text for passage in self.ad]
        self.requirements = tuple(content(text, ad.language) for text in phrase)
        self.asked = frozenset().union(
            *(content(term, ad.language) for item in ad.requirements for term in item.terms),
            *(content(text, ad.language) for text in ad.keywords or phrase),
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
        short = len(text) <= MAX_LINE
        for sentence in sentences(text):
            parts = [sentence]
            if negated(sentence, language) and source is not Source.AD:
                parts = [part.strip() for part in re.split(r",\s+(?!\d)", sentence) if part.strip()]
                if any(
                    negated(part, language) and not content(part, language) - generic_stems(language) for part in parts
                ):
                    parts = [sentence]  # "Learning Spark, not used at work yet"
            wished = False
            for part in parts:
                # A wish goes on to the end of its sentence.
                wished = source is not Source.AD and (wished or bool(WISH.of(language).search(part)))
                denied = negated(part, language) and not SPOTLESS.of(language).search(part) and source is not Source.AD
                yield Passage(
                    part,
                    text if short else part,
                    line,
                    source,
                    role,
                    section,
                    content(part, language),
                    find_quantities(part, language)[:MAX_QUANTITIES],
                    denied,
                    wished,
                )

    def scope(self, role: int | None = None) -> Scope:
        """What one job and the contexts say; None: everything said."""
        if role not in self._scopes:
            scope = Scope(self.language)
            for passage in self.passages:
                if passage.positive and (role is None or passage.role == role or passage.source is Source.CONTEXT):
                    scope.add(passage.text)
            self._scopes[role] = scope
        return self._scopes[role]

    @cached_property
    def general(self) -> Scope:
        """What is said outside the jobs: summary, skills, certificates and the like."""
        scope = Scope(self.language)
        for passage in self.passages:
            if passage.positive and passage.role is None:
                scope.add(passage.text)
        return scope

    @cached_property
    def everything(self) -> Scope:
        """All words of the sources, the denied and wished ones too."""
        scope = Scope(self.language)
        for passage in self.passages:
            scope.add(passage.text)
        return scope

    @cached_property
    def ad_scope(self) -> Scope:
        scope = Scope(self.ad_language)
        for passage in self.ad:
            scope.add(passage.text)
        return scope

    def sources(self, role: int | None) -> list[Passage]:
        """Return the passages that may support a statement under `role`; None: all."""
        if role not in self._sources:
            self._sources[role] = [
                p for p in self.passages if role is None or p.role == role or p.source is Source.CONTEXT
            ]
        return self._sources[role]

    @cached_property
    def headers(self) -> frozenset[int]:
        """Lines that only name a job."""
        roles = self.resume.roles
        return frozenset(n for r in roles for n in range(r.first_line, min(r.bullets, default=r.first_line + 1)))

    @cached_property
    def positive(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.positive]

    @cached_property
    def awards(self) -> list[Passage]:
        return [passage for passage in self.positive if AWARD.search(passage.text)]

    @cached_property
    def languages(self) -> dict[str, list[str]]:
        """Spoken languages with every level the sources give them."""
        existing: dict[str, list[str]] = defaultdict(list)
        for skill in self.resume.languages:
            existing[skill.name] += [skill.level] if skill.level else []
        for passage in self.positive:
            for skill in languages_in(passage.text, 0):
                existing[skill.name] += [skill.level] if skill.level else []
        return dict(existing)

    @cached_property
    def degree_ranks(self) -> frozenset[int]:
        """The ranks of the degrees that the sources name (3 for a bachelor's)."""
        return frozenset(degree_rank(passage.whole) for passage in self.positive) - {0}

    @cached_property
    def limited(self) -> dict[frozenset[str], str]:
        """Skills that the resume names with a limit (`Rust (hobby)`), by the folded words of their names."""
        limits = LIMITS.of(self.language)
        result = {}
        for skill in self.resume.skills:
            bare, _, note = skill.name.partition("(")
            if not limits.search(note) and not limits.search(bare):
                continue
            words = frozenset(t.folded for t in tokens(limits.sub(" ", bare)) if t.folded not in STOP_WORDS)
            if words:
                result[words] = skill.name
        return result

    @cached_property
    def denials(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.denied]

    @cached_property
    def denying(self) -> frozenset[str]:
        """Stems of the words that deny: `not`, `kein`, `jamais`."""
        result = [match[0] for passage in self.denials for match in NEGATION.finditer(passage.text)]
        return frozenset(stem(token.folded, self.language) for text in result for token in tokens(text))

    def postings(self, token: str) -> list[int]:
        """Numbers of the passages that have `word`; none where it is in too many to tell."""
        result = self._index.get(token, [])
        return result if len(result) <= POSTINGS else []

    def align(self, stems: frozenset[str], role: int | None = None, least: float = 0.0) -> list[tuple[float, Passage]]:
        """Passages that share words with `stems`, the nearest first, with a nearness between 0 and 1."""
        shared: dict[int, float] = defaultdict(float)
        for token in stems:
            postings = self._index.get(token, ())
            if len(postings) <= POSTINGS:
                for number in postings:
                    shared[number] += weight(token, self.language)
        total = sum(weight(token, self.language) for token in stems) or 1.0
        ranked = []
        for number, common in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]:
            passage = self.passages[number]
            if role is not None and passage.role != role and passage.source is not Source.CONTEXT:
                continue
            personal = sum(weight(token, self.language) for token in passage.stems) or 1.0
            adjacent = 2 * common / (total + personal)
            if adjacent >= least:
                ranked.append((adjacent, passage))
        return sorted(ranked, key=lambda item: -item[0])
