"""The writer's check of its own document: what the fact check or the rules of good form object to is replaced.

A document is a sequence of parts. Each part has options, the best first; an objection to one takes the next, and after
the last one the part is left out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jobforge.documents.writing_input import Material
from jobforge.enums import DocumentType, Severity
from jobforge.factcheck.review import review
from jobforge.languages import languages, table
from jobforge.text.terms import tokens

MAX_ROUNDS = 8
_EQUAL_ENDS = re.compile(r"\b((?:[^\W\d_]+ )?(?:19|20)\d\d)\s*[–-]\s*\1\b")
_PLACEHOLDER = re.compile(r"\{\w*\}|\bTODO\b|\bXXX+\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A block or a line of a list, as Markdown. `inline` parts go on in the paragraph before them."""

    options: tuple[str, ...]
    bullet: bool = False
    inline: bool = False

    @classmethod
    def of(cls, *options: str, bullet: bool = False, inline: bool = False) -> "Part":
        """Return a part with these options, without repetitions."""
        return cls(tuple(dict.fromkeys(options)), bullet, inline)


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong: the line's number, from 1 (0: the whole document), and the words it is about."""

    line: int
    quote: str


class Draft:
    """Parts of a document in the state that the check has left them in."""

    def __init__(self) -> None:
        self.failed: Counter[str] = Counter()  # by the first option of a part

    def current(self, part: Part) -> str:
        """Return the option of a part that nothing has objected to; empty where none is left."""
        index = self.failed[part.options[0]]
        return part.options[index] if index < len(part.options) else ""

    def assembled(self, parts: Iterable[Part]) -> str:
        """Return the document as Markdown."""
        blocks: list[str] = []
        after_bullet = False
        for part in parts:
            text = self.current(part)
            if not text:
                continue
            if part.bullet and (after_bullet or text.startswith("| ")):
                blocks[-1] += f"\n{text}"
            elif part.inline and blocks:
                blocks[-1] += f" {text}"
            else:
                blocks.append(text)
            after_bullet = part.bullet
        return "\n\n".join(blocks) + "\n"

    def settle(self, build: Callable[[], Sequence[Part]], check: Callable[[str], Sequence[Objection]]) -> str:
        """Assemble, check and assemble again until nothing is objected to that a part could answer."""
        text = ""
        for _ in range(MAX_ROUNDS):
            parts = build()
            text = self.assembled(parts)
            bad = self._bad_parts(parts, text, check(text))
            if not bad:
                break
            self.failed.update(part.options[0] for part in bad)
        return text

    def _bad_parts(self, parts: Sequence[Part], text: str, objections: Sequence[Objection]) -> list[Part]:
        lines = text.split("\n")
        bad: dict[str, Part] = {}
        for objection in objections:
            if not 0 < objection.line <= len(lines):
                continue
            line = lines[objection.line - 1].strip()
            on_line = [part for part in parts if self._is_on(part, line)]
            quoted = [part for part in on_line if _plain(objection.quote) in _plain(self.current(part))]
            for part in quoted or on_line:
                bad[part.options[0]] = part
        return list(bad.values())

    def _is_on(self, part: Part, line: str) -> bool:
        current = self.current(part)
        if not current or not line:
            return False
        return any(
            personal.strip() == line or (personal.strip() and personal.strip() in line)
            for personal in current.split("\n")
        )


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def fact_objections(text: str, document_type: DocumentType, material: Material) -> list[Objection]:
    """Return what the fact check objects to."""
    findings = review(
        text,
        document_type,
        resume=material.resume,
        contexts=material.contexts,
        ad=material.ad,
        today=material.today,
        company=material.company_name,
        role=material.role_title,
        user_name=material.user_name,
    ).findings
    return [Objection(item.line or 0, item.quote) for item in findings if item.severity is not Severity.INFO]


def form_objections(text: str) -> list[Objection]:
    """Return lines with a placeholder or with a period that ends where it begins."""
    bad = re.compile(f"{_PLACEHOLDER.pattern}|{_EQUAL_ENDS.pattern}")
    return [
        Objection(number, match[0])
        for number, line in enumerate(text.split("\n"), 1)
        if (match := bad.search(line)) is not None
    ]


def word_objections(text: str, material: Material, topic: str) -> list[Objection]:
    """Return words that stand neither in the sources nor in the frames of any language: a writer's slip."""
    existing = {token.folded for source in _sources(material) for token in tokens(source)} | _frame_words(topic)
    return [
        Objection(number, token.text)
        for number, line in enumerate(text.split("\n"), 1)
        for token in tokens(line)
        if token.folded not in existing and not token.text.isdigit()
    ]


@cache
def _frame_words(topic: str) -> frozenset[str]:
    frames = (frame for code in languages() for name in (topic, "documents") for frame in _strings(table(code, name)))
    return frozenset(token.folded for frame in frames for token in tokens(frame))


def _sources(material: Material) -> tuple[str, ...]:
    names = (material.company_name, material.role_title, material.user_name)
    return (material.resume, material.ad, *names, *material.contexts)


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
