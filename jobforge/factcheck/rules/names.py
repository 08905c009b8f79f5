"""Are the names, tools and things of a statement those of the sources?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from jobforge.ads.demands import degree_rank
from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import is_generic
from jobforge.factcheck.statements import Stance, Statement
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import (
    AS_TITLE,
    AWARD,
    CLIENT_BEFORE,
    DEGREE,
    LICENCE,
    PLACE_BEFORE,
    REGULATION,
    TOOL_BEFORE,
)
from jobforge.languages.dates import CALENDAR, months
from jobforge.languages.numbers import CURRENCIES
from jobforge.languages.resume import language_names
from jobforge.languages.skills import VENDORS
from jobforge.languages.tables import cached
from jobforge.languages.words import NOUNS, STOP_WORDS, is_common_noun
from jobforge.resumes.parser import SectionKind
from jobforge.text.language import Language
from jobforge.text.names import is_tool, is_word_like, title_words, written_as_name
from jobforge.text.terms import Token, fold, stem, tokens

_INITIAL = re.compile(r"(?:^|[.!?:;•|¿¡–—]|\n|^\W+)[\s\"'“„«(*_]*$")
MEASURE = re.compile(
    r"\d+(?:[.,]\d+)*(?:k|K|M|m|mm|cm|km|kg|g|t|h|kW|kV|V|A|W|MB|GB|TB|ms|s|x|th|st|nd|rd|er|bn|mn|%)?"
)
MIN_SHORTENED = 3  # letters of a word that is cut short by a full stop: Admin.
_SAME_RULE = dict.fromkeys(("gdpr", "dsgvo", "rgpd"), ("gdpr", "dsgvo", "rgpd"))


PAPERS = frozenset(("cv", "resume", "curriculum", "vitae", "lebenslauf"))


@cached
def calendar() -> frozenset[str]:
    """Return the folded names of months, days and feasts."""
    return frozenset(fold(name) for name in (*months(), *CALENDAR))


@dataclass(frozen=True, slots=True)
class Frame:
    """What a statement may say: `allowed` names of the application; whether the ad's words may be repeated."""

    scope: Scope
    allowed: frozenset[str]
    ad_counts: bool
    same_language: bool
    own_role: int | None
    past_role: bool
    is_report: bool
    language: Language


def is_name(token: Token, text: str, language: Language) -> bool:
    """A proper name, an abbreviation, a model number: what no synonym stands for."""
    term = token.text
    if MEASURE.fullmatch(term) or len(term) < 2:
        return False
    letters = [letter for letter in term if letter.isalpha()]
    if (
        any(letter.isdigit() for letter in term)
        and letters
        or term[1:] != term[1:].lower()
        or term.endswith(("++", "#"))
    ):
        return True
    return term[0].isupper() and not _INITIAL.search(
        text[max(0, token.start - 6) : token.start] if token.start >= 6 else text[: token.start]
    )


def strong(token: Token) -> bool:
    """A name by its own looks, not by a capital letter alone."""
    term = token.text
    return term[1:] != term[1:].lower() or any(letter.isdigit() for letter in term)


def check_words(
    statement: Statement, evidence: Evidence, frame: Frame, figures: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """Yield findings for names and for words of the ad that the sources do not have."""
    figures = [*figures, *frame.scope.glosses(statement.text)]
    positions = [
        position
        for position, token in enumerate(statement.tokens)
        if not any(start <= token.start < end for start, end in figures)
        and not _needs_no_source(position, statement, frame)
        and _is_unsupported(position, statement, evidence, frame)
    ]
    for run in _runs(positions, statement.tokens):
        if not spelled_out(run, statement.tokens, frame.scope):
            yield _name_finding(run, statement, evidence, frame)


def _runs(positions: Sequence[int], tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens at neighbouring positions together."""
    for _, group in groupby(enumerate(positions), key=lambda pair: pair[1] - pair[0]):
        yield [tokens[position] for _, position in group]


def _needs_no_source(position: int, statement: Statement, frame: Frame) -> bool:
    """Tell whether a word is one that anybody may write: a stop word, a date, a language, a currency, a vendor."""
    token = statement.tokens[position]
    if token.folded in STOP_WORDS and not (token.text.isupper() and len(token.text) > 1):
        return True
    if token.folded in calendar() and not (is_word_like(token.folded) and _no_season(token, statement.text)):
        return True
    if any(token.folded in words for words in (frame.allowed, language_names(), CURRENCIES, PAPERS)):
        return True
    following = statement.tokens[position + 1] if position + 1 < len(statement.tokens) else None
    return token.folded in VENDORS and following is not None and frame.scope.has_name(following)


def _is_unsupported(position: int, statement: Statement, evidence: Evidence, frame: Frame) -> bool:
    token = statement.tokens[position]
    if not statement.text.isupper() and is_name(token, statement.text, evidence.language):
        if is_word_like(token.folded) and written_as_name(statement.tokens, position, statement.text):
            return not _vouched(token, statement, evidence, frame)
        return _is_unsupported_name(token, statement, evidence, frame)
    is_own_claim = statement.stance is Stance.CLAIM and not frame.ad_counts
    return is_own_claim and _taken_from_ad(token, statement, evidence, frame)


def _no_season(token: Token, text: str) -> bool:
    """Tell whether `Spring` is something to work with here: `with Spring and Docker`, not `in Spring 2021`."""
    return bool(TOOL_BEFORE.search(text[: token.start])) and not re.match(r"\s+\d", text[token.end :])


def _vouched(token: Token, statement: Statement, evidence: Evidence, frame: Frame) -> bool:
    """Tell whether a source writes this name as a name; an ordinary word that is spelled like it does not count."""
    scopes = [frame.scope]
    if statement.stance is not Stance.CLAIM or frame.ad_counts:
        scopes += [evidence.everything, evidence.ad_scope]
    return any(scope.has_name(token) for scope in scopes)


def _is_unsupported_name(token: Token, statement: Statement, evidence: Evidence, frame: Frame) -> bool:
    scope = frame.scope
    if statement.stance is not Stance.CLAIM and evidence.everything.has(token):
        return False
    if REGULATION.fullmatch(token.text) and not frame.ad_counts and token.text.isupper():
        same = _SAME_RULE.get(token.folded, (token.folded,))
        return not any(term in scope.folds for term in same) and not scope.abbreviates(token)
    if scope.has(token) or scope.abbreviates(token):
        return False
    if frame.ad_counts and (evidence.ad_scope.has(token) or evidence.everything.has(token)):
        return False
    if not strong(token):
        if _is_word(token, statement, evidence, frame):
            return False
        if (answer := _is_unsupported_word(token, statement, evidence, frame)) is not None:
            return answer
        if not frame.same_language and evidence.ad_scope.has(token):
            return False
    return not _introduced(token, statement, evidence)


def _introduced(token: Token, statement: Statement, evidence: Evidence) -> bool:
    """Tell whether an abbreviation stands in brackets behind the words that it abbreviates."""
    if statement.text[token.start - 1 : token.start] != "(" or statement.text[token.end : token.end + 1] != ")":
        return False
    initials = Scope(evidence.language)
    initials.add(statement.text[: token.start])
    return token.folded in initials.initials


def _is_word(token: Token, statement: Statement, evidence: Evidence, frame: Frame) -> bool:
    """Tell whether a name that looks like a word is a held degree or the beginning of a word of the sources."""
    if (rank := degree_rank(token.text)) and rank in evidence.degree_ranks:
        return True
    is_shortened = statement.text[token.end : token.end + 1] == "." and len(token.folded) >= MIN_SHORTENED
    return is_shortened and any(term.startswith(token.folded) for term in frame.scope.folds)


def _is_unsupported_word(token: Token, statement: Statement, evidence: Evidence, frame: Frame) -> bool | None:
    """Say of a name that looks like a word whether nothing supports it; None where its looks decide nothing."""
    scope = frame.scope
    if token.folded in title_words() and AS_TITLE.search(statement.text[: token.start]):
        return token.folded not in scope.folds
    if is_generic(token, statement.language) or frame.language is Language.DE and not frame.same_language:
        return False
    if scope.compounds(token) and (evidence.language is Language.DE or len(token.folded) > 8):
        return False
    if evidence.language is Language.DE and frame.same_language:
        # Every noun has a capital: what the ad asks for is caught as its word, the rest only if like a name.
        if scope.suggests(token) or frame.is_report:
            return False
        if is_common_noun(token.folded):
            is_own_claim = statement.stance is Stance.CLAIM and not frame.ad_counts
            return is_own_claim and token.folded not in NOUNS and _taken_from_ad(token, statement, evidence, frame)
    return False if frame.ad_counts and evidence.ad_scope.compounds(token) else None


def _taken_from_ad(token: Token, statement: Statement, evidence: Evidence, frame: Frame) -> bool:
    if not frame.same_language or len(token.folded) < 4 or token.folded[:1].isdigit():
        return False
    root = stem(token.folded, evidence.ad_language)
    if is_generic(token, statement.language) or root not in evidence.asked:
        return False
    return not frame.scope.suggests(token) and not evidence.scope().suggests(token)


def spelled_out(run: Sequence[Token], around: Sequence[Token], scope: Scope) -> bool:
    """`Amazon Web Services` where the source has AWS."""
    first, last = run[0].start, run[-1].end
    text = [t for t in around if first <= t.start and t.end <= last]
    letters = "".join(t.folded[:1] for t in text)
    return len(letters) >= 2 and letters in scope.folds


def _name_finding(run: Sequence[Token], statement: Statement, evidence: Evidence, frame: Frame) -> Finding:
    quote = statement.text[run[0].start : run[-1].end]
    everything = evidence.scope()
    rule = any(REGULATION.fullmatch(term) for term in quote.split())
    if frame.own_role is not None and not rule and all(everything.has(token) for token in run):
        elsewhere = not all(evidence.general.has(token) for token in run) or _in_jobs(run, evidence)
        if elsewhere:
            return Finding(
                "fact.commingled",
                Severity.BLOCK,
                statement.line,
                quote,
                f"Your resume has “{quote}” at another employer, not at this one.",
                values=(("words", str(quote)),),
            )
        severity = Severity.WARN if frame.past_role else Severity.INFO
        return Finding(
            "fact.commingled",
            severity,
            statement.line,
            quote,
            f"Your resume lists “{quote}” but does not say that you used it in this job.",
            values=(("words", str(quote)),),
        )
    code, what = kind_of(quote, statement, run[0].start)
    # In another language a place or a school may have another name.
    severity = Severity.BLOCK if frame.same_language or any(strong(token) for token in run) else Severity.WARN
    return Finding(
        code,
        severity,
        statement.line,
        quote,
        f"{what} “{quote}” stands nowhere in your resume. Remove it or add it to your own details.",
        values=(
            ("what", str(what)),
            ("words", str(quote)),
        ),
    )


def _in_jobs(run: Sequence[Token], evidence: Evidence) -> bool:
    words = {stem(token.folded, evidence.language) for token in run}
    return any(p.role is not None and words & p.stems for p in evidence.passages)


@lru_cache(maxsize=1_000)
def _speaks(of: re.Pattern[str], text: str) -> bool:
    return bool(of.search(text))


def kind_of(quote: str, statement: Statement, start: int) -> tuple[str, str]:
    """Return the code of an unsupported name and the word for it."""
    previous = statement.text[max(0, start - 30) : start]
    if any(REGULATION.fullmatch(token) for token in [quote, *quote.split()]):
        return "fact.regulation", "The rule"
    if _speaks(AWARD, statement.text) and (AWARD.search(quote) or statement.section is SectionKind.AWARDS):
        return "fact.award", "The award"
    if statement.section is SectionKind.EDUCATION or DEGREE.search(quote):
        return "fact.education", "The qualification"
    if statement.section is SectionKind.CERTIFICATES or _speaks(LICENCE, statement.text):
        return "fact.licence", "The licence or certificate"
    if CLIENT_BEFORE.search(previous) and not _strong_name(quote):
        return "fact.client", "The name"
    if PLACE_BEFORE.search(previous) and not any(is_tool(token) for token in [quote, *quote.split()]):
        return "fact.location", "The place"
    return "fact.skill", "The name"


def _strong_name(quote: str) -> bool:
    return any(strong(token) for token in tokens(quote))
