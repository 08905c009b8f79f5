"""Holds requirements against one resume: the words, and the years, levels, licences and degrees they ask for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jobforge.ads.demands import (
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
from jobforge.languages.demands import ADVANCED, ELEMENTARY, OPEN_TO_LEARNERS
from jobforge.matching.evidence import Clause, Denial, Evidence, Standing
from jobforge.matching.requirement_logic import Group, groups_of
from jobforge.text.numbers import Kind, find_quantities
from jobforge.text.terms import Word, fold, keys, shared_pairs, stem, words

MIN_ANSWERED_SHARE = 0.6  # share of a term's words, by weight, that one clause must answer
# The name of a paper, of which every word counts: the Legal Practice Course is not any course of law.
_NAMED_PAPER = re.compile(
    r"(?:[A-Z][\w'’-]+ (?:of |for |in |and )?){2,4}"
    r"(?:Course|Certificate|Diploma|Licen[cs]e|Award|Card|Qualification|Act|Code)$"
)
_MAX_AROUND = 3  # parts of a requirement for each that is a name
_CONTEXT_CREDIT = 0.5  # a word that only the job's title answers
# Words for a paper: a job that deals with the matter is not the paper.
_CREDENTIALS = frozenset(
    {"@certificate", "@register", "card", *(stem(word) for word in ("diploma", "diplom", "license", "licence"))}
)


@dataclass(frozen=True, slots=True)
class Answer:
    """0 missing, 1 named, 2 proved; and by what."""

    standing: int = 0
    line: int | None = None
    quote: str | None = None
    score: float = 0.0


_NOTHING = Answer()


class Judge:
    """Holds requirements against one resume. `trade` is the title of the job, `today` the end of jobs that go on."""

    def __init__(self, evidence: Evidence, trade: str, today: date, language: str) -> None:
        self.evidence, self.trade, self.today, self.language = evidence, trade, today, language
        self.similar: dict[str, dict[str, float]] = {}

    def answer(self, text: str) -> Answer:
        """The best answer of the resume to a requirement."""
        years = years_asked(text)
        languages = languages_asked(without_years(text))
        if languages and (len(languages) == 1 or len(groups_of(without_years(text))) == 1):
            return self._languages([language.name for language in languages], languages[0].level)
        groups = groups_of(without_years(text))
        if not groups:
            return self._years_alone(years) if years else _NOTHING
        answers = [self._group(group, text, years) for group in groups]
        if decided := self._by_names(groups, answers):
            return decided
        result = [answer for answer in answers if answer.standing]
        if 2 * len(result) < len(answers) or not result:
            return _NOTHING
        proved = [answer for answer in result if answer.standing == Standing.PROOF]
        if len(result) == len(answers) and 2 * len(proved) >= len(answers):
            return max(proved, key=lambda answer: answer.score)
        return replace(max(result, key=lambda answer: (answer.standing, answer.score)), standing=1)

    def _by_names(self, groups: Sequence[Group], answers: Sequence[Answer]) -> Answer | None:
        """The answer where what is asked by its name is all there, whatever else is said around it.

        "Kubernetes in production, for real, with scars" asks for Kubernetes."""
        named = [answer for group, answer in zip(groups, answers, strict=True) if self._is_named(group)]
        proved = [answer for answer in named if answer.standing == Standing.PROOF]
        decides = len(named) < len(answers) <= _MAX_AROUND * len(named) and all(answer.standing for answer in named)
        return max(proved, key=lambda answer: answer.score) if decides and 2 * len(proved) >= len(named) else None

    def _is_named(self, group: Group) -> bool:
        return any(token.named and not token.numbered for term in group for token in words(term, self.language))

    def _group(self, group: Group, text: str, years: float | None) -> Answer:
        best = _NOTHING
        rank = lowest_degree(group[0])
        for term in group:
            field_only = rank and not years and not lowest_degree(term) and not licence_classes(term)
            answer = self._degree(rank, term) if field_only else self._term(term, text, years)
            if (answer.standing, answer.score) > (best.standing, best.score):
                best = answer
        return best

    def _term(self, term: str, text: str, years: float | None) -> Answer:
        if languages := languages_asked(term):
            level = languages[0].level or level_of(text)
            return self._languages([language.name for language in languages], level)
        asked_classes = licence_classes(term)
        if asked_classes is not None:
            return self._licence(asked_classes)
        if (rank := lowest_degree(term)) and not years_asked(term):
            return self._degree(rank, term)
        required = words(term, self.language)
        if not required:
            return _NOTHING
        if self._denied(required, text) or self._below(required, text):
            return _NOTHING
        if years:
            return self._over_years(required, term, years)
        return self._best(required, term, headcount_asked(text))

    def _below(self, needed: Sequence[Word], text: str) -> bool:
        """Tell whether an advanced command is asked of a tool that the resume gives a lower level."""
        if not ADVANCED.of(self.language).search(fold(text)):
            return False
        request = {key for token in needed if token.named or token.weight >= 1 for key in token.keys}
        language = self.evidence.resume.language
        return any(
            ELEMENTARY.of(language).search(fold(skill.name)) and request & keys(skill.name, language)
            for skill in self.evidence.resume.skills
        )

    def _best(self, needed: Sequence[Word], term: str, headcount: int | None = None) -> Answer:
        best, verbatim = _NOTHING, 0
        least = 1.0 if _NAMED_PAPER.match(term) else MIN_ANSWERED_SHARE
        for clause, score in self._scores(needed):
            if score < least:
                continue
            standing = int(clause.standing)
            if headcount and not self.counts(clause, headcount):
                continue
            same = shared_pairs(term, clause.text)
            if (standing, score, same) > (best.standing, best.score, verbatim):
                best, verbatim = Answer(standing, clause.line, clause.quote, score), same
        return best

    def counts(self, clause: Clause, headcount: int) -> bool:
        """Whether a clause counts at least so many people or things."""
        counted = [
            quantity.value
            for quantity in find_quantities(clause.text, self.evidence.resume.language)
            if quantity.kind is Kind.COUNT
        ]
        return any(value >= headcount for value in counted)

    def _scores(self, needed: Sequence[Word]) -> Iterator[tuple[Clause, float]]:
        credits: dict[int, list[float]] = {}
        for position, token in enumerate(needed):
            for key, credit in self._keys(token).items():
                for number in self.evidence.index.get(key, ()):
                    row = credits.setdefault(number, [0.0] * len(needed))
                    row[position] = max(row[position], credit)
            for number in self._with_all(token.parts):
                credits.setdefault(number, [0.0] * len(needed))[position] = 1.0
        total = sum(token.weight for token in needed)
        for number in sorted(credits):
            clause, row = self.evidence.clauses[number], credits[number]
            if any(is_paper(token) and not credit for token, credit in zip(needed, row, strict=True)):
                continue
            named = sum(token.weight for token in needed if token.named)
            answered = sum(token.weight for token, credit in zip(needed, row, strict=True) if token.named and credit)
            if named and 2 * answered < named:
                continue
            score = 0.0
            for token, credit in zip(needed, row, strict=True):
                if not credit and not token.named and clause.context & token.keys:
                    credit = _CONTEXT_CREDIT
                score += credit * token.weight
            yield clause, score / total

    def _with_all(self, parts: Sequence[frozenset[str]]) -> set[int]:
        """The clauses that answer every one of `parts`."""
        each = [{number for key in part for number in self.evidence.index.get(key, ())} for part in parts]
        return set.intersection(*each) if each else set()

    def _keys(self, token: Word) -> dict[str, float]:
        """The keys that answer a word, with what they are worth: compounds answer their parts."""
        result = dict.fromkeys(token.keys, 1.0)
        if not self.evidence.compounds:
            return result
        for key in token.keys:
            if key.isalpha() and len(key) >= 5:
                if key not in self.similar:
                    self.similar[key] = self._compounds(key)
                for other, credit in self.similar[key].items():
                    result[other] = max(result.get(other, 0.0), credit)
        return result

    def _compounds(self, key: str) -> dict[str, float]:
        result = {}
        for other in self.evidence.vocabulary:
            if other == key or len(other) < 5:
                continue
            if other.startswith(key) or other.endswith(key):
                result[other] = 1.0
            elif key.startswith(other):
                result[other] = 0.8
            elif key.endswith(other):
                modifier = key[: -len(other)].removesuffix("s")
                existing = (
                    any(existing.startswith(modifier) for existing in self.evidence.vocabulary)
                    if len(modifier) >= 4
                    else False
                )
                result[other] = 0.8 if existing else 0.4
        return result

    def denies(self, text: str) -> bool:
        """Whether the resume itself rules a requirement out."""
        needed = words(text, self.language)
        return bool(needed) and self._denied(needed, text)

    def _denied(self, needed: Sequence[Word], text: str) -> bool:
        """Whether the resume itself rules this out: "no experience with", "expired", "part-qualified"."""
        phrase = fold(text)
        open_to_learners = any(mark in phrase for mark in OPEN_TO_LEARNERS)
        return any(
            denial.words and not (denial.unfinished and open_to_learners) and self._rules_out(denial, needed)
            for denial in self.evidence.denials
        )

    def _rules_out(self, denial: Denial, needed: Sequence[Word]) -> bool:
        """Whether a denial speaks of most of what is needed, and no other line of the resume answers it better."""
        answered = [token for token in denial.words if any(token.keys & request.keys for request in needed)]
        share = sum(token.weight for token in needed if token.keys & denial.keys) / sum(
            token.weight for token in needed
        )
        if len(answered) == len(denial.words) and (not denial.unfinished or share >= MIN_ANSWERED_SHARE):
            return True
        weight = sum(token.weight for token in answered)
        to_the_point = weight >= MIN_ANSWERED_SHARE * sum(token.weight for token in denial.words)
        if denial.unfinished or not to_the_point or share < MIN_ANSWERED_SHARE:
            return False
        return share >= max((score for _, score in self._scores(needed)), default=0.0)

    def months(self, roles: set[int]) -> int:
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

    def _over_years(self, needed: Sequence[Word], term: str, years: float) -> Answer:
        """Proved by the jobs that show the thing, if together they last long enough."""
        plain = self._best(needed, term)
        by_role: dict[int, tuple[float, Clause]] = {}
        for clause, score in self._scores(needed):
            if clause.role is not None and score >= 0.5 and score > by_role.get(clause.role, (0.0, clause))[0]:
                by_role[clause.role] = (score, clause)
        strong = any(score >= MIN_ANSWERED_SHARE for score, _ in by_role.values())
        if strong and self.months(set(by_role)) >= 12 * years:
            score, clause = max(by_role.values(), key=lambda item: item[0])
            return Answer(2, clause.line, clause.quote, score)
        everything = {index for index, role in enumerate(self.evidence.resume.roles) if not role.career_break}
        if plain.standing == Standing.NAMED and self.months(everything) >= 12 * years:
            return plain
        return _NOTHING

    def _years_alone(self, years: float) -> Answer:
        """ "Three years' experience" and nothing else: in the trade of the ad's title."""
        trade = words(self.trade, self.language)
        roles = {
            clause.role: clause
            for clause in reversed(self.evidence.clauses)
            if clause.role is not None
            and clause.heading
            and (not trade or any(token.keys & clause.keys for token in trade))
        }
        if roles and self.months({role for role in roles if role is not None}) >= 12 * years:
            clause = roles[min(role for role in roles if role is not None)]
            return Answer(2, clause.line, clause.quote, 1.0)
        return _NOTHING

    def _languages(self, names: Sequence[str], level: int) -> Answer:
        for name in names:
            for skill in self.evidence.resume.languages:
                if skill.name == name:
                    held = max(level_of(skill.level or ""), self._exact_level(skill.line, skill.level or ""))
                    if not held or held >= level:
                        return self._quoted(skill.line, 1)
                    return _NOTHING
            for clause in self.evidence.clauses:
                result = tuple(held for part in re.split("[,;|•]", clause.text) for held in languages_asked(part))
                if clause.role is None and any(
                    language.name == name and (not language.level or language.level >= level) for language in result
                ):
                    return Answer(1, clause.line, clause.quote, 1.0)
                if _mentions(clause, name) and not level:
                    return Answer(int(clause.standing), clause.line, clause.quote, 1.0)
        return _NOTHING

    def _exact_level(self, number: int, said: str) -> int:
        """ "good (B2)": the letters say it more exactly than the word before them."""
        text = self.evidence.resume.lines[number - 1].text
        following = re.match(
            r"[^,;|]{0,12}?\b([ABC][12])\b", text[text.find(said) + len(said) :] if said in text else ""
        )
        return level_of(following.group(1)) if following and said else 0

    def _licence(self, asked: frozenset[str]) -> Answer:
        for line, held in self.evidence.licences:
            if covers(held, asked):
                proving = any(entry.line == line for entry in self.evidence.resume.certificates)
                return self._quoted(line, 2 if proving else 1)
        return _NOTHING

    def _degree(self, rank: int, term: str) -> Answer:
        subject = [
            token
            for token in words(term, self.language)
            if not all(is_degree_word(part) for part in fold(token.text).replace("-", " ").split())
        ]
        if self._denied(words(term, self.language), term):
            return _NOTHING
        for entry in (*self.evidence.resume.education, *self.evidence.resume.certificates):
            if degree_rank(entry.text) < rank:
                continue
            has = next((clause for clause in self.evidence.clauses if clause.line == entry.line), None)
            if has is None:
                continue
            notice = {key for clause in self.evidence.clauses if clause.line == entry.line for key in clause.keys}
            answered = sum(token.weight for token in subject if any(key in notice for key in self._keys(token)))
            if not subject or 2 * answered >= sum(token.weight for token in subject):
                return Answer(2, has.line, has.quote, 1.0)
        return _NOTHING

    def _quoted(self, number: int, standing: int) -> Answer:
        clause = next((clause for clause in self.evidence.clauses if clause.line == number), None)
        line = self.evidence.resume.lines[number - 1]
        return Answer(standing, number, clause.quote if clause else line.raw.strip(), 1.0)


def is_paper(word: Word) -> bool:
    """Whether a word of a requirement is for a paper or its number, for which nothing else can stand."""
    return bool(word.keys & _CREDENTIALS) or word.numbered


def _mentions(clause: Clause, name: str) -> bool:
    return name in clause.text
