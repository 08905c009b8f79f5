"""Which of an ad's requirements a resume proves, names or lacks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jobforge.analysis.ad import Ad, AdRequirement, read_ad
from jobforge.analysis.ad_layout import plain_text
from jobforge.analysis.asked import Group, groups_of
from jobforge.analysis.demands import (
    covers,
    degree_rank,
    headcount_asked,
    is_degree_word,
    languages_asked,
    level_of,
    licence_classes,
    lowest_degree,
    without_years,
    years_asked,
)
from jobforge.analysis.evidence import Clause, Evidence, Standing, gather
from jobforge.analysis.injection import Injection, find_injections, without_injections
from jobforge.analysis.language import Language
from jobforge.analysis.numbers import Kind, find_quantities
from jobforge.analysis.resume import Resume, read_resume
from jobforge.analysis.terms import Word, fold, stem, words
from jobforge.enums import RequirementKind, RequirementStatus

MUST_WEIGHT, NICE_WEIGHT = 2, 1  # a must counts twice in the coverage
FEWEST = 3  # with fewer requirements no coverage is claimed
ENOUGH = 0.6  # share of a term's words, by weight, that one clause must answer
_CONTEXT_CREDIT = 0.5  # a word that only the job's title answers
# Words for a paper: a job that deals with the matter is not the paper.
_CREDENTIALS = frozenset({"@certificate", "@register", "diplom", "license", "licens", "card"})
_STATUS = {0: RequirementStatus.MISSING, 1: RequirementStatus.LISTED, 2: RequirementStatus.PROVED}


@dataclass(frozen=True, slots=True)
class MatchedRequirement:
    """A requirement and where the resume stands on it. `evidence` is a verbatim quote from `evidence_line` (from 1)."""

    text: str
    kind: RequirementKind
    terms: tuple[str, ...]
    status: RequirementStatus
    evidence: str | None = None
    evidence_line: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """`coverage` is the weighed share of requirements proved or listed, 0.0 to 1.0; None where too little is known."""

    requirements: tuple[MatchedRequirement, ...]
    coverage: float | None
    low_confidence: bool
    injections: tuple[Injection, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """0 missing, 1 named, 2 proved; and by what."""

    standing: int = 0
    line: int | None = None
    quote: str | None = None
    score: float = 0.0


_NOTHING = _Answer()


def match(resume: str | Resume | None, ad: str | Ad, *, today: date | None = None) -> Match:
    """Hold `resume` against what `ad` asks.

    `today` is where jobs that go on are counted to; the day of the call unless given. Without a resume every
    requirement is missing and no coverage is claimed.
    """
    injections = find_injections(ad) if isinstance(ad, str) else ()
    read = read_ad(without_injections(ad)) if isinstance(ad, str) else ad
    low = read.low_confidence
    if resume is None:
        missing = tuple(
            MatchedRequirement(item.text, item.kind, item.terms, RequirementStatus.MISSING)
            for item in read.requirements
        )
        return Match(missing, None, low, injections)
    evidence = gather(read_resume(resume) if isinstance(resume, str) else resume)
    if read.language is Language.DE and not evidence.compounds:
        evidence = replace(evidence, compounds=True)
    judge = _Judge(evidence, read, today or date.today())
    matched = tuple(judge.matched(item) for item in read.requirements)
    low = low or not evidence.clauses
    return Match(matched, None if low else coverage(matched), low, injections)


def coverage(requirements: Sequence[MatchedRequirement]) -> float | None:
    """The share of `requirements` that are proved or listed, a must weighing twice; None for none."""
    weights = [
        (MUST_WEIGHT if item.kind is RequirementKind.MUST else NICE_WEIGHT, item.status)
        for item in requirements
    ]
    total = sum(weight for weight, _ in weights)
    return (
        sum(weight for weight, status in weights if status is not RequirementStatus.MISSING) / total
        if total
        else None
    )


class _Judge:
    """Holds requirements against one resume."""

    def __init__(self, evidence: Evidence, ad: Ad, today: date) -> None:
        self.evidence, self.ad, self.today = evidence, ad, today
        self.similar: dict[str, dict[str, float]] = {}

    def matched(self, item: AdRequirement) -> MatchedRequirement:
        answer = self._answer(plain_text(item.text))
        status = _STATUS[answer.standing]
        found = status is not RequirementStatus.MISSING
        return MatchedRequirement(
            item.text,
            item.kind,
            item.terms,
            status,
            answer.quote if found else None,
            answer.line if found else None,
        )

    def _answer(self, text: str) -> _Answer:
        years = years_asked(text)
        if languages := languages_asked(without_years(text)):
            return self._languages([language.name for language in languages], languages[0].level)
        groups = groups_of(text)
        if not groups:
            return self._years_alone(years) if years else _NOTHING
        answers = [self._group(group, text, years) for group in groups]
        found = [answer for answer in answers if answer.standing]
        if 2 * len(found) < len(answers) or not found:
            return _NOTHING
        proved = [answer for answer in found if answer.standing == Standing.PROOF]
        if len(found) == len(answers) and 2 * len(proved) >= len(answers):
            return max(proved, key=lambda answer: answer.score)
        return replace(max(found, key=lambda answer: (answer.standing, answer.score)), standing=1)

    def _group(self, group: Group, text: str, years: float | None) -> _Answer:
        best = _NOTHING
        rank = lowest_degree(group[0])
        for term in group:
            field_only = rank and not years and not lowest_degree(term) and not licence_classes(term)
            answer = self._degree(rank, term) if field_only else self._term(term, text, years)
            if (answer.standing, answer.score) > (best.standing, best.score):
                best = answer
        return best

    def _term(self, term: str, text: str, years: float | None) -> _Answer:
        if languages := languages_asked(term):
            level = languages[0].level or level_of(text)
            return self._languages([language.name for language in languages], level)
        asked_classes = licence_classes(term)
        if asked_classes is not None:
            return self._licence(asked_classes)
        if (rank := lowest_degree(term)) and not years_asked(term):
            return self._degree(rank, term)
        needed = words(term)
        if not needed:
            return _NOTHING
        if self._denied(needed, text):
            return _NOTHING
        if years:
            return self._over_years(needed, years)
        return self._best(needed, headcount_asked(text))

    def _best(self, needed: Sequence[Word], headcount: int | None = None) -> _Answer:
        best = _NOTHING
        for clause, score in self._scores(needed):
            if score < ENOUGH:
                continue
            standing = int(clause.standing)
            if headcount and not self._counts(clause, headcount):
                continue
            if (standing, score) > (best.standing, best.score):
                best = _Answer(standing, clause.line, clause.quote, score)
        return best

    def _counts(self, clause: Clause, headcount: int) -> bool:
        counted = [
            quantity.value
            for quantity in find_quantities(clause.text, self.evidence.resume.language)
            if quantity.kind is Kind.COUNT
        ]
        return any(value >= headcount for value in counted)

    def _scores(self, needed: Sequence[Word]) -> Iterator[tuple[Clause, float]]:
        credits: dict[int, list[float]] = {}
        for position, word in enumerate(needed):
            for key, credit in self._keys(word).items():
                for number in self.evidence.index.get(key, ()):
                    row = credits.setdefault(number, [0.0] * len(needed))
                    row[position] = max(row[position], credit)
        total = sum(word.weight for word in needed)
        for number in sorted(credits):
            clause, row = self.evidence.clauses[number], credits[number]
            if any(
                (word.keys & _CREDENTIALS or word.text[0].isdigit()) and not credit
                for word, credit in zip(needed, row, strict=True)
            ):
                continue
            named = sum(word.weight for word in needed if word.named)
            answered = sum(
                word.weight for word, credit in zip(needed, row, strict=True) if word.named and credit
            )
            if named and 2 * answered < named:
                continue
            score = 0.0
            for word, credit in zip(needed, row, strict=True):
                if not credit and not word.named and clause.context & word.keys:
                    credit = _CONTEXT_CREDIT
                score += credit * word.weight
            yield clause, score / total

    def _keys(self, word: Word) -> dict[str, float]:
        """The keys that answer a word, with what they are worth: compounds answer their parts."""
        found = dict.fromkeys(word.keys, 1.0)
        if not self.evidence.compounds:
            return found
        for key in word.keys:
            if key.isalpha() and len(key) >= 5:
                if key not in self.similar:
                    self.similar[key] = self._compounds(key)
                for other, credit in self.similar[key].items():
                    found[other] = max(found.get(other, 0.0), credit)
        return found

    def _compounds(self, key: str) -> dict[str, float]:
        found = {}
        for other in self.evidence.vocabulary:
            if other == key or len(other) < 5:
                continue
            if other.startswith(key) or other.endswith(key):
                found[other] = 1.0
            elif key.startswith(other):
                found[other] = 0.8
            elif key.endswith(other):
                modifier = key[: -len(other)].removesuffix("s")
                known = (
                    any(known.startswith(modifier) for known in self.evidence.vocabulary)
                    if len(modifier) >= 4
                    else False
                )
                found[other] = 0.8 if known else 0.4
        return found

    def _denied(self, needed: Sequence[Word], text: str) -> bool:
        """Whether the resume itself rules this out: "no experience with", "expired", "part-qualified"."""
        said = fold(text)
        open_to_learners = any(
            mark in said
            for mark in (
                "part-qualified",
                "part qualified",
                "working towards",
                "studying",
                "in ausbildung",
                "en cours",
            )
        )
        for denial in self.evidence.denials:
            if not denial.words or (denial.unfinished and open_to_learners):
                continue
            inside = all(any(word.keys & asked.keys for asked in needed) for word in denial.words)
            share = sum(word.weight for word in needed if word.keys & denial.keys) / sum(
                word.weight for word in needed
            )
            told = sum(
                word.weight for word in denial.words if any(word.keys & asked.keys for asked in needed)
            )
            to_the_point = told >= ENOUGH * sum(word.weight for word in denial.words)
            if inside and (not denial.unfinished or share >= ENOUGH):
                return True
            if not denial.unfinished and to_the_point and share >= ENOUGH:
                best = max((score for _, score in self._scores(needed)), default=0.0)
                if share >= best:
                    return True
        return False

    def _months(self, roles: set[int]) -> int:
        """Months in these jobs, months in two jobs at once counted once."""
        spans = []
        for index in sorted(roles):
            period = self.evidence.periods[index]
            if period is not None:
                spans.append((period.start.index, period.start.index + period.months(self.today)))
        total, reached = 0, -1
        for start, end in sorted(spans):
            total += max(0, end - max(start, reached))
            reached = max(reached, end)
        return total

    def _over_years(self, needed: Sequence[Word], years: float) -> _Answer:
        """Proved by the jobs that show the thing, if together they last long enough."""
        plain = self._best(needed)
        by_role: dict[int, tuple[float, Clause]] = {}
        for clause, score in self._scores(needed):
            if (
                clause.role is not None
                and score >= 0.5
                and score > by_role.get(clause.role, (0.0, clause))[0]
            ):
                by_role[clause.role] = (score, clause)
        strong = any(score >= ENOUGH for score, _ in by_role.values())
        if strong and self._months(set(by_role)) >= 12 * years:
            score, clause = max(by_role.values(), key=lambda item: item[0])
            return _Answer(2, clause.line, clause.quote, score)
        everything = {index for index, role in enumerate(self.evidence.resume.roles) if not role.career_break}
        if plain.standing == Standing.NAMED and not by_role and self._months(everything) >= 12 * years:
            return plain
        return _NOTHING

    def _years_alone(self, years: float) -> _Answer:
        """ "Three years' experience" and nothing else: in the trade of the ad's title."""
        trade = words(self.ad.title)
        roles = {
            clause.role: clause
            for clause in reversed(self.evidence.clauses)
            if clause.role is not None
            and clause.heading
            and (not trade or any(word.keys & clause.keys for word in trade))
        }
        if roles and self._months({role for role in roles if role is not None}) >= 12 * years:
            clause = roles[min(role for role in roles if role is not None)]
            return _Answer(2, clause.line, clause.quote, 1.0)
        return _NOTHING

    def _languages(self, names: Sequence[str], level: int) -> _Answer:
        for name in names:
            for skill in self.evidence.resume.languages:
                if skill.name == name:
                    held = max(level_of(skill.level or ""), self._exact_level(skill.line, skill.level or ""))
                    if not held or held >= level:
                        return self._quoted(skill.line, 1)
                    return _NOTHING
            for clause in self.evidence.clauses:
                found = languages_asked(clause.text)
                if clause.role is None and any(
                    language.name == name and (not language.level or language.level >= level)
                    for language in found
                ):
                    return _Answer(1, clause.line, clause.quote, 1.0)
                if _mentions(clause, name) and not level:
                    return _Answer(int(clause.standing), clause.line, clause.quote, 1.0)
        return _NOTHING

    def _exact_level(self, number: int, said: str) -> int:
        """ "good (B2)": the letters say it more exactly than the word before them."""
        text = self.evidence.resume.lines[number - 1].text
        behind = re.match(
            r"[^,;|]{0,12}?\b([ABC][12])\b", text[text.find(said) + len(said) :] if said in text else ""
        )
        return level_of(behind.group(1)) if behind and said else 0

    def _licence(self, asked: frozenset[str]) -> _Answer:
        for line, held in self.evidence.licences:
            if covers(held, asked):
                proving = any(entry.line == line for entry in self.evidence.resume.certificates)
                return self._quoted(line, 2 if proving else 1)
        return _NOTHING

    def _degree(self, rank: int, term: str) -> _Answer:
        subject = [
            word
            for word in words(term)
            if not all(is_degree_word(part) for part in fold(word.text).replace("-", " ").split())
        ]
        if self._denied(words(term), term):
            return _NOTHING
        for entry in (*self.evidence.resume.education, *self.evidence.resume.certificates):
            if degree_rank(entry.text) < rank:
                continue
            has = next((clause for clause in self.evidence.clauses if clause.line == entry.line), None)
            if has is None:
                continue
            answered = sum(
                word.weight for word in subject if any(key in has.keys for key in self._keys(word))
            )
            if not subject or 2 * answered >= sum(word.weight for word in subject):
                return _Answer(2, has.line, has.quote, 1.0)
        return _NOTHING

    def _quoted(self, number: int, standing: int) -> _Answer:
        clause = next((clause for clause in self.evidence.clauses if clause.line == number), None)
        line = self.evidence.resume.lines[number - 1]
        return _Answer(standing, number, clause.quote if clause else line.raw.strip(), 1.0)


def _mentions(clause: Clause, name: str) -> bool:
    return stem(fold(name)) in clause.keys and name in clause.text
