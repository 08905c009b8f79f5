"""The words that a part of the evidence can answer for, in any form, spelling, compound or abbreviation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobforge.factcheck.lines import COMPOUND, generic_stems
from jobforge.languages.words import STOP_WORDS
from jobforge.text.language import Language
from jobforge.text.names import is_proper
from jobforge.text.terms import Token, canonical, fold, keys, name_key, stem, tokens

MIN_COMPOUND_SHARE = 0.6  # share of a compound that a known part must make up to stand for all of it
MAX_ACRONYM = 6
GLOSS_EXTRA = 2  # small words between those that give the letters


_GLOSS = re.compile(r"\((?P<short>[A-ZÄÖÜ][A-ZÄÖÜa-z]{1,6})(?=[)\s-])[^()]{0,12}\)")


def _spells(words: Sequence[Token], letters: str) -> bool:
    """Whether the words begin with these letters in order, the first word with the first of them."""
    rest = letters
    for token in words:
        if rest and token.folded[:1] == rest[0]:
            rest = rest[1:]
            # "Cardiovascular" may give both c and v.
            while rest and len(words) < len(letters) and rest[0] in token.folded[1:] and len(rest) > 1:
                rest = rest[1:]
        elif token.folded not in STOP_WORDS:
            return False
    return not rest


@dataclass(slots=True)
class Scope:
    """The words that a part of the evidence, written in `language`, can answer for."""

    language: str = Language.EN
    keys: set[str] = field(default_factory=set)
    folds: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)

    def add(self, text: str) -> None:
        self.keys |= keys(text, self.language)
        result = tokens(text)
        for token in result:
            self.folds.add(token.folded)
            root = stem(token.folded, self.language)
            self.stems.add(root)
            if len(token.folded) >= COMPOUND:
                for term in {token.folded, root}:
                    for length in range(COMPOUND, min(len(term), 30) + 1):
                        self.parts.add(term[:length])
                        self.parts.add(term[-length:])
        phrase = [token.folded for token in result if not token.folded[:1].isdigit()]
        for letters in ("".join(w[0] for w in phrase), "".join(w[0] for w in phrase if w not in STOP_WORDS)):
            for start in range(len(letters)):
                for end in range(start + 2, min(start + MAX_ACRONYM, len(letters)) + 1):
                    self.initials.add(letters[start:end])

    def has_name(self, token: Token) -> bool:
        """Tell whether the evidence has this name: as it is written, in the plural, or in another spelling."""
        return not self.keys.isdisjoint(
            (name_key(token), f"!{token.folded.removesuffix('s')}", f"={canonical(token.text)}")
        )

    def has(self, token: Token) -> bool:
        """Tell whether the evidence has the word, another form of it or another spelling of the same name."""
        if is_proper(token.text) and token.text.isalpha() and not token.text.isupper():
            return self.has_name(token)
        root = stem(token.folded, self.language)
        if token.folded in self.folds or root in self.stems or root in self.keys:
            return True
        return f"={canonical(token.text)}" in self.keys

    def suggests(self, token: Token) -> bool:
        """`has`, or a compound that shares a part, or a word for the same idea."""
        if self.has(token):
            return True
        if any(key in self.keys for key in keys(token.text, self.language) if key[0] == "@"):
            return True
        return self.compounds(token)

    def compounds(self, token: Token) -> bool:
        term, root = token.folded[:40], stem(token.folded, self.language)
        if len(root) >= COMPOUND and (root in self.parts or term in self.parts):
            return True
        for length in range(COMPOUND, len(term)):
            for part, rest in ((term[:length], term[length:]), (term[-length:], term[:-length])):
                if part in self.folds or part in self.stems:
                    bare = rest.strip("sn") if part == term[:length] else rest.rstrip("sn")
                    if length >= MIN_COMPOUND_SHARE * len(term) or len(bare) >= COMPOUND and self._part(bare):
                        return True
        return False

    def _part(self, token: str) -> bool:
        root = stem(token, self.language)
        return token in self.parts or root in self.stems or root in generic_stems(self.language)

    def glosses(self, text: str) -> list[tuple[int, int]]:
        """Places in `text` that spell out an abbreviation which the evidence has: `Life Support (ALS)`."""
        result = []
        for gloss in _GLOSS.finditer(text):
            letters = fold(gloss["short"])
            if letters in self.folds or any(phrase.startswith(f"{letters}-") for phrase in self.folds):
                ahead = tokens(text[: gloss.start()])[-len(letters) - GLOSS_EXTRA :]
                for first in range(len(ahead)):
                    if _spells(ahead[first:], letters):
                        result.append((ahead[first].start, gloss.end()))
                        break
        return result

    def abbreviates(self, token: Token) -> bool:
        """`ILS` where the evidence says immediate life support."""
        return len(token.folded) >= 3 and token.text.isupper() and token.folded in self.initials
