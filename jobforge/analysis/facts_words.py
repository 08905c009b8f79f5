"""Are the names, tools and things of a statement those of the sources?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobforge.analysis.claims import Stance, Statement
from jobforge.analysis.dates import MONTHS
from jobforge.analysis.facts_evidence import Evidence, Passage, Scope, content, generic_stems, is_generic
from jobforge.analysis.findings import Finding
from jobforge.analysis.language import Language
from jobforge.analysis.lexicon_facts import AWARD, DEGREE, LICENCE, LIMITS, REGULATION
from jobforge.analysis.lexicon_german import NOUNS, is_common_noun
from jobforge.analysis.lexicon_numbers import CURRENCIES
from jobforge.analysis.lexicon_resume import LANGUAGES
from jobforge.analysis.lexicon_words import STOP_WORDS
from jobforge.analysis.resume import Entry, Resume, SectionKind, Skill
from jobforge.analysis.terms import Token, fold, stem, tokens
from jobforge.enums import Severity, Source

MISSING_SHARE = 0.66  # of the words of a line that no source has, from which on the line is new
FEWEST_MISSING = 3
MOVED = 4  # points: two for a word that stands for a thing, one for an everyday word
SAME_ENTRY = 0.5
KEPT = 0.75  # of a source line's words that stand unchanged beside an insertion

_INITIAL = re.compile(r"(?:^|[.!?:;•|¿¡–—]|\n|^\W+)[\s\"'“„«(*_]*$")
_MEASURE = re.compile(
    r"\d+(?:[.,]\d+)*(?:k|K|M|m|mm|cm|km|kg|g|t|h|kW|kV|V|A|W|MB|GB|TB|ms|s|x|th|st|nd|rd|er|bn|mn|%)?"
)
_CALENDAR = frozenset(fold(name) for name in MONTHS) | frozenset(
    fold(day)
    for day in "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche lunes martes "
    "miércoles jueves viernes sábado domingo spring summer autumn winter frühjahr frühling herbst christmas "
    "weihnachten ostern easter noël navidad".split()
)
_CLIENT = re.compile(
    r"(?:such as|including|among them|among others|like|for|with|clients?|customers?|darunter|wie|für|u\.\s?a\."
    r"|beispielsweise|etwa|tel(?:le)?s? que|dont|pour|comme"
    r"|como|entre ellos|entre ellas|incluid[oa]s?|para)\s*:?\s*(?:the\s|die\s|den\s|la\s|le\s|el\s)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:\bin|\bto|based in|\bnach|\bà|\ba|\ben)\s+(?:the\s|die\s)?$", re.IGNORECASE)
_GRADE = re.compile(
    r"first|second|third|upper|lower|summa|magna|honou?rs|distinction|merit|advanced|higher|erst\w*|zweit\w*"
    r"|beste\w*|premi\w+|deuxième|mention|primer\w*|segund\w*|superior",
    re.IGNORECASE,
)
_SAME_RULE = dict.fromkeys(("gdpr", "dsgvo", "rgpd"), ("gdpr", "dsgvo", "rgpd"))
_ITEM = re.compile(r",\s+|\s+(?:and|und|et|y|e|sowie|&)\s+|\s*;\s*|\s*/\s*")


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
    word = token.text
    if _MEASURE.fullmatch(word) or len(word) < 2:
        return False
    letters = [letter for letter in word if letter.isalpha()]
    if (
        any(letter.isdigit() for letter in word)
        and letters
        or word[1:] != word[1:].lower()
        or word.endswith(("++", "#"))
    ):
        return True
    return word[0].isupper() and not _INITIAL.search(
        text[max(0, token.start - 6) : token.start] if token.start >= 6 else text[: token.start]
    )


def _strong(token: Token) -> bool:
    """A name by its own looks, not by a capital letter alone."""
    word = token.text
    return word[1:] != word[1:].lower() or any(letter.isdigit() for letter in word)


def check_words(
    statement: Statement, evidence: Evidence, frame: Frame, figures: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """Findings for names and for words of the ad that the sources do not have."""
    language = evidence.language
    shouted = statement.text.isupper()
    runs: list[list[Token]] = []
    last = -2
    for place, token in enumerate(statement.tokens):
        if token.folded in STOP_WORDS and not (token.text.isupper() and len(token.text) > 1):
            continue
        if any(start <= token.start < end for start, end in figures):
            continue
        if (
            token.folded in frame.allowed
            or token.folded in _CALENDAR
            or token.folded in LANGUAGES
            or token.folded in CURRENCIES
        ):
            continue
        named = not shouted and is_name(token, statement.text, language)
        if (named and _unborne_name(token, statement, evidence, frame)) or (
            not named
            and statement.stance is Stance.CLAIM
            and not frame.ad_counts
            and _taken_from_ad(token, evidence, frame)
        ):
            if place == last + 1 and runs:
                runs[-1].append(token)
            else:
                runs.append([token])
            last = place
    for run in runs:
        if not _spelled_out(run, statement.tokens, frame.scope):
            yield _name_finding(run, statement, evidence, frame)


def _unborne_name(token: Token, statement: Statement, evidence: Evidence, frame: Frame) -> bool:
    scope = frame.scope
    if REGULATION.fullmatch(token.text) and not frame.ad_counts and token.text.isupper():
        return not any(
            word in scope.folds for word in _SAME_RULE.get(token.folded, (token.folded,))
        ) and not scope.abbreviates(token)
    if scope.has(token) or scope.abbreviates(token):
        return False
    if frame.ad_counts and (evidence.ad_scope.has(token) or evidence.everything.has(token)):
        return False
    if not _strong(token):
        if is_generic(token) or frame.language is Language.DE and not frame.same_language:
            return False
        if scope.compounds(token) and (evidence.language is Language.DE or len(token.folded) > 8):
            return False
        if evidence.language is Language.DE and frame.same_language:
            # Every noun has a capital: what the ad asks for is caught as its word, the rest only if like a name.
            if scope.suggests(token) or frame.is_report:
                return False
            if is_common_noun(token.folded):
                return (
                    token.folded not in NOUNS
                    and statement.stance is Stance.CLAIM
                    and not frame.ad_counts
                    and _taken_from_ad(token, evidence, frame)
                )
        if frame.ad_counts and evidence.ad_scope.compounds(token):
            return False
    if not frame.same_language and evidence.ad_scope.has(token) and not _strong(token):
        return False
    behind = statement.text[token.end : token.end + 1]
    ahead = statement.text[token.start - 1 : token.start]
    if ahead == "(" and behind == ")":
        initials = Scope()
        initials.add(statement.text[: token.start])
        return token.folded not in initials.initials
    return True


def _taken_from_ad(token: Token, evidence: Evidence, frame: Frame) -> bool:
    if not frame.same_language or len(token.folded) < 4 or token.folded[0].isdigit():
        return False
    root = stem(token.folded)
    if is_generic(token) or root not in evidence.asked:
        return False
    return not frame.scope.suggests(token) and not evidence.scope().suggests(token)


def _spelled_out(run: Sequence[Token], around: Sequence[Token], scope: Scope) -> bool:
    """`Amazon Web Services` where the source has AWS."""
    first, last = run[0].start, run[-1].end
    said = [t for t in around if first <= t.start and t.end <= last]
    letters = "".join(t.folded[0] for t in said)
    return len(letters) >= 2 and letters in scope.folds


def _name_finding(run: Sequence[Token], statement: Statement, evidence: Evidence, frame: Frame) -> Finding:
    quote = statement.text[run[0].start : run[-1].end]
    everything = evidence.scope()
    rule = any(REGULATION.fullmatch(word) for word in quote.split())
    if frame.own_role is not None and not rule and all(everything.has(token) for token in run):
        elsewhere = not all(evidence.general.has(token) for token in run) or _in_jobs(run, evidence)
        if elsewhere:
            return Finding(
                "fact.commingled",
                Severity.BLOCK,
                statement.line,
                quote,
                f"Your resume has “{quote}” at another employer, not at this one.",
            )
        severity = Severity.WARN if frame.past_role else Severity.INFO
        return Finding(
            "fact.commingled",
            severity,
            statement.line,
            quote,
            f"Your resume lists “{quote}” but does not say that you used it in this job.",
        )
    code, what = kind_of(quote, statement, run[0].start)
    # In another language a place or a school may have another name.
    severity = Severity.BLOCK if frame.same_language or any(_strong(token) for token in run) else Severity.WARN
    return Finding(
        code,
        severity,
        statement.line,
        quote,
        f"{what} “{quote}” stands nowhere in your resume. Remove it or add it to your own details.",
    )


def _in_jobs(run: Sequence[Token], evidence: Evidence) -> bool:
    words = {stem(token.folded) for token in run}
    return any(p.role is not None and words & p.stems for p in evidence.passages)


def kind_of(quote: str, statement: Statement, start: int) -> tuple[str, str]:
    """The code of an unborne name and the word for it."""
    before = statement.text[max(0, start - 30) : start]
    if any(REGULATION.fullmatch(word) for word in [quote, *quote.split()]):
        return "fact.regulation", "The rule"
    if AWARD.search(statement.text) and (AWARD.search(quote) or statement.section is SectionKind.AWARDS):
        return "fact.award", "The award"
    if statement.section is SectionKind.EDUCATION or DEGREE.search(quote):
        return "fact.education", "The qualification"
    if statement.section is SectionKind.CERTIFICATES or LICENCE.search(statement.text):
        return "fact.licence", "The licence or certificate"
    if _CLIENT.search(before) and not _strong_name(quote):
        return "fact.client", "The name"
    if _PLACE.search(before):
        return "fact.location", "The place"
    return "fact.skill", "The name"


def _strong_name(quote: str) -> bool:
    return any(_strong(token) for token in tokens(quote))


def missing_words(statement: Statement, scope: Scope) -> list[Token]:
    """Words with meaning that the scope neither has nor suggests."""
    return [
        token
        for token in statement.tokens
        if len(token.folded) > 2
        and token.folded not in STOP_WORDS
        and not token.folded[0].isdigit()
        and not is_generic(token)
        and not scope.suggests(token)
    ]


def check_moved(statement: Statement, evidence: Evidence, frame: Frame) -> Iterator[Finding]:
    """Words of one job's line in the text of another job."""
    if frame.own_role is None:
        return
    missing = missing_words(statement, frame.scope)
    if not missing:
        return
    words = {stem(token.folded): token for token in missing}
    for token in statement.tokens:
        if len(token.folded) > 3 and token.folded not in STOP_WORDS and not frame.scope.suggests(token):
            words.setdefault(stem(token.folded), token)
    counted: Counter[int] = Counter()
    by_role: Counter[int] = Counter()
    rare = {stem(token.folded) for token in missing}
    for word in words:
        roles = set()
        for number in evidence.postings(word):
            passage = evidence.passages[number]
            if passage.role not in (None, frame.own_role) and passage.positive:
                counted[number] += 2 if word in rare else 1
                roles.add(passage.role)
        if word in rare and not evidence.general.has(words[word]):
            by_role.update(role for role in roles if role is not None)
    number, shared = max(counted.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    _role, together = max(by_role.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if shared >= MOVED or together >= 2:
        passage = evidence.passages[number]
        moved = [token for word, token in words.items() if word in passage.stems]
        quote = statement.text[min(token.start for token in moved) : max(token.end for token in moved)]
        yield Finding(
            "fact.commingled",
            Severity.BLOCK,
            statement.line,
            quote,
            f"Your resume says this of another job: “{passage.whole}”.",
        )


def check_new(
    statement: Statement, evidence: Evidence, frame: Frame, near: Sequence[tuple[float, Passage]], code: str
) -> Iterator[Finding]:
    """A line of which hardly a word is in the sources, or a thing added to a line that is otherwise unchanged."""
    if not frame.same_language or statement.stance is not Stance.CLAIM:
        return
    missing = missing_words(statement, frame.scope)
    if code == "letter.unsupported":
        missing = [t for t in missing if not evidence.ad_scope.suggests(t) and t.folded not in frame.allowed]
    generic = generic_stems()
    all_words = [word for word in statement.stems if word not in generic]
    if len(missing) >= FEWEST_MISSING and len(missing) >= MISSING_SHARE * len(all_words):
        yield Finding(code, Severity.WARN, statement.line, statement.text, "No line of your resume says this.")
        return
    if not near:
        return
    passage = near[0][1]
    if len(passage.stems & statement.stems) < KEPT * len(passage.stems):
        return
    lost = [
        t
        for t in tokens(passage.text)
        if stem(t.folded) not in statement.stems and not is_generic(t) and t.folded not in STOP_WORDS
    ]
    if lost:
        return
    for start, end in _items(statement.text):
        words = content(statement.text[start:end])
        if (
            start
            and len(words) > 1
            and not words <= frame.scope.stems
            and any(words <= asked for asked in evidence.requirements)
        ):
            quote = statement.text[start:end].strip()
            yield Finding(
                "fact.skill",
                Severity.BLOCK,
                statement.line,
                quote,
                f"“{quote}” is what the ad asks for; your resume does not say it here.",
            )
            return
        inside = [t for t in statement.tokens if start <= t.start < end and t.folded not in STOP_WORDS]
        new = [t for t in inside if t in missing]
        if start and new and len(new) == len([t for t in inside if not is_generic(t)]):
            quote = statement.text[start:end].strip()
            yield Finding(
                "fact.skill",
                Severity.WARN,
                statement.line,
                quote,
                f"“{quote}” was added to a line of your resume that does not say it.",
            )


def _items(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _ITEM.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def check_skills(
    skills: Sequence[Skill], evidence: Evidence, allowed: frozenset[str], limits: dict[frozenset[str], str]
) -> Iterator[Finding]:
    """Every item of a skills list must be in the sources, with the limits the sources set to it."""
    scope = evidence.scope()
    for skill in skills:
        items = [t for t in tokens(skill.name) if t.folded not in STOP_WORDS and not _MEASURE.fullmatch(t.text)]
        bare = frozenset(stem(t.folded) for t in tokens(skill.name.split("(")[0]) if t.folded not in STOP_WORDS)
        said = skill.name
        note = limits.get(bare)
        if note and not LIMITS.search(said):
            yield Finding(
                "fact.qualifier",
                Severity.WARN,
                skill.line,
                said,
                f"Your resume says “{note}”; without that it claims more.",
            )
        unborne = [
            t
            for t in items
            if not scope.has(t)
            and not scope.abbreviates(t)
            and t.folded not in allowed
            and t.folded not in LANGUAGES
            and not ((is_generic(t) or scope.suggests(t)) and not _strong(t))
        ]
        if not unborne or _spelled_out(unborne, tokens(said), scope):
            continue
        known = [t for t in items if t not in unborne and not is_generic(t)]
        plain_word = all(
            not _strong(t) and not t.text[0].isupper() and stem(t.folded) not in evidence.ad_scope.stems
            for t in unborne
        )
        severity = Severity.WARN if known and plain_word else Severity.BLOCK
        yield Finding(
            "fact.skill",
            severity,
            skill.line,
            said,
            f"“{said}” is not in your resume. Remove it or add it to your own details.",
        )


def check_entries(document: Resume, evidence: Evidence, allowed: frozenset[str]) -> Iterator[Finding]:
    """Degrees and certificates are taken over as they are: each word from one entry of the source."""
    source = [*evidence.resume.education, *evidence.resume.certificates]
    context = Scope()
    for passage in evidence.passages:
        if passage.source is Source.CONTEXT and passage.positive:
            context.add(passage.text)
    for entries, code in ((document.education, "fact.education"), (document.certificates, "fact.licence")):
        for entry in entries:
            best = max(source, key=lambda other: _likeness(entry, other), default=None)
            if (
                best
                and _likeness(entry, best) > SAME_ENTRY
                and LIMITS.search(best.text)
                and not LIMITS.search(entry.text)
            ):
                yield Finding(
                    "fact.qualifier",
                    Severity.WARN,
                    entry.line,
                    entry.text,
                    f"Your resume says “{best.text}”; without that it claims more.",
                )
            scope = Scope()
            if best is not None:
                scope.add(best.text)
            found = tokens(entry.text)
            for token in found:
                if (
                    token.folded in STOP_WORDS
                    and not (token.text.isupper() and len(token.text) > 1)
                    and not _GRADE.fullmatch(token.text)
                ):
                    continue
                if scope.has(token) or context.has(token) or token.folded in allowed or token.folded in _CALENDAR:
                    continue
                if (
                    scope.abbreviates(token)
                    or is_generic(token)
                    and not token.text.isupper()
                    and not _GRADE.fullmatch(token.text)
                ):
                    continue
                if token.folded[0].isdigit() and any(
                    token.folded in p.text for p in evidence.passages if best and p.line == best.line
                ):
                    continue
                if any(
                    t.folded != token.folded and best and evidence.scope().has(t) for t in found
                ) and _same_elsewhere(entry, evidence):
                    continue
                yield Finding(
                    code,
                    Severity.BLOCK,
                    entry.line,
                    entry.text,
                    f"“{token.text}” is not what your resume says of this{_what(best)}.",
                )
                break


def _same_elsewhere(entry: Entry, evidence: Evidence) -> bool:
    """The line stands in another part of the resume."""
    words = {token.folded for token in tokens(entry.text)}
    return any(words <= {token.folded for token in tokens(p.whole)} for p in evidence.passages)


def _what(best: Entry | None) -> str:
    return f" (“{best.text}”)" if best else ""


def _likeness(entry: Entry, other: Entry) -> float:
    mine, theirs = content(entry.text), content(other.text)
    return len(mine & theirs) / (len(mine | theirs) or 1) + (0.2 if entry.year and entry.year == other.year else 0.0)
