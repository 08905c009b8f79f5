"""What only letters and reports can get wrong: placeholders, referrals, made-up motives, claims about the employer."""

import re
from collections.abc import Iterator

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import is_generic
from jobforge.factcheck.statements import Stance, Statement
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import (
    ACTING,
    BIOGRAPHY,
    EMPLOYER,
    OPEN_POINT,
    PLACEHOLDER,
    PLACEHOLDER_WORD,
    PROVED,
    REFERRAL,
    SECOND_PERSON,
)
from jobforge.text.language import Language
from jobforge.text.terms import Token, fold, tokens

OWN_SHARE = 0.5  # of a sentence's words that the sources must have for it to be the user's own story
AD_SHARE = 0.6

_TICK = re.compile(r"[✓✔✅]")
_CROSS = re.compile(r"[✗✘❌]|\?")
_URL = re.compile(r"https?://|www\.|\]\(")
_SUBJECT_END = re.compile(r"[:|]\s")


def check_placeholders(number: int, text: str) -> Iterator[Finding]:
    for result in PLACEHOLDER.finditer(text):
        phrase = result[0]
        # `ESI[tronic]` is a name, `[x]` a box ticked, `[1]` a note.
        previous = text[result.start() - 1 : result.start()]
        if phrase[0] == "[" and (previous.isalnum() or not (PLACEHOLDER_WORD.search(phrase[1:-1]) or len(phrase) > 5)):
            continue
        if phrase[0] == "[" and re.fullmatch(r"\[(?:x| |\d+|[A-Za-z])\]", phrase):
            continue
        yield Finding(
            "letter.placeholder",
            Severity.BLOCK,
            number,
            phrase,
            f"“{phrase}” is a placeholder: put in what belongs there.",
            values=(("words", str(phrase)),),
        )


def check_referral(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    text = REFERRAL.of(statement.language).search(statement.text)
    if not text:
        return
    for passage in evidence.passages:
        if passage.line is None and (
            REFERRAL.of(evidence.language).search(passage.text) or len(statement.stems & passage.stems) >= 2
        ):
            return
    yield Finding(
        "letter.referral",
        Severity.BLOCK,
        statement.line,
        statement.text,
        "You told us of nobody who referred or invited you. Remove it or add it to your details.",
    )


def check_motivation(
    statement: Statement, evidence: Evidence, company: frozenset[str], same_language: bool
) -> Iterator[Finding]:
    """A personal story that the sources do not tell."""
    text = BIOGRAPHY.of(statement.language).search(statement.text)
    if not text or not statement.first_person or statement.stance is Stance.AD:
        return
    personal = _share(statement, evidence.everything)
    folded = {token.folded for token in statement.tokens}
    near_company = bool(folded & company or SECOND_PERSON.of(statement.language).search(statement.text))
    notice = all(
        evidence.everything.has(token) for token in tokens(text[0]) if not is_generic(token, statement.language)
    )
    if personal >= OWN_SHARE and (notice or not near_company) or not (same_language or near_company):
        return
    if notice and personal >= 0.34 and not near_company:
        return
    yield Finding(
        "letter.motivation",
        Severity.WARN,
        statement.line,
        statement.text,
        "Your resume and details do not tell this story. Keep it only if it is true.",
    )


def _share(statement: Statement, scope: Scope) -> float:
    mine = [
        t
        for t in statement.tokens
        if not is_generic(t, statement.language) and len(t.folded) > 2 and not t.folded[:1].isdigit()
    ]
    return sum(scope.suggests(t) for t in mine) / len(mine) if mine else 1.0


def speaks_of_ad(statement: Statement, evidence: Evidence, company: frozenset[str]) -> bool:
    """A sentence in which nobody acts as "I", and whose words are the ad's more than the user's."""
    named = bool({token.folded for token in statement.tokens} & company)
    if (
        statement.stance is not Stance.CLAIM
        or statement.first_person
        and (not named or ACTING.of(statement.language).search(statement.text))
    ):
        return False
    ad, personal = _share(statement, evidence.ad_scope), _share(statement, evidence.scope())
    return ad >= AD_SHARE and ad > personal and (named or not any(p.stems & statement.stems for p in evidence.denials))


def check_report(
    statement: Statement,
    full: str,
    evidence: Evidence,
    company: frozenset[str],
    own_names: frozenset[str],
    same_language: bool,
) -> Iterator[Finding]:
    """Check a line of a report: what it says the user has, and what it says of the employer."""
    if full.rstrip().endswith("?") or _URL.search(full):
        return
    subject = _SUBJECT_END.split(full, maxsplit=1)[0]
    if says_proved(full) and not _is_shown(subject, statement, evidence, own_names, same_language):
        yield Finding("report.claim", Severity.BLOCK, statement.line, statement.text, "Your resume does not show this.")
    elif same_language and _says_news_of_employer(statement, full, evidence, company, own_names):
        yield Finding(
            "report.claim",
            Severity.WARN,
            statement.line,
            statement.text,
            "The ad does not say this of the employer, and no source is given.",
        )


def _is_shown(
    subject: str, statement: Statement, evidence: Evidence, own_names: frozenset[str], same_language: bool
) -> bool:
    """Tell whether the sources have what a line calls proved; a line of another language is held to its capitals."""
    scope, language = evidence.scope(), statement.language
    every = list(tokens(subject))
    words = [t for t in every if _is_telling(t, language) and t.folded not in own_names]
    if any(t.text.isupper() and not scope.has(t) and not scope.abbreviates(t) for t in words):
        return False
    if not same_language:
        return True
    unsupported = [t for t in words if not scope.suggests(t)]
    if unsupported and 2 * len(unsupported) >= len(words):
        return False
    everyday = [t for t in every if is_generic(t, language) and len(t.folded) > 3]
    missing = [t for t in everyday if evidence.ad_scope.has(t) and not scope.suggests(t)]
    if unsupported and missing:
        return False
    # Said in everyday words only, most of which the ad has and the sources do not: "large-loss experience".
    return bool(words) or len(missing) < 2 or 2 * len(missing) <= len(every)


def _is_telling(token: Token, language: Language) -> bool:
    if len(token.folded) < 2 or token.folded[:1].isdigit() or PROVED.fullmatch(token.text):
        return False
    return token.text.isupper() or not is_generic(token, language)


def _says_news_of_employer(
    statement: Statement, full: str, evidence: Evidence, company: frozenset[str], own_names: frozenset[str]
) -> bool:
    """Tell whether a line says of the employer what neither the ad nor the user's sources do."""
    names = {token.folded for token in tokens(full) if token.text[0].isupper()}
    if not (names & company or EMPLOYER.search(full)) or _is_open(full):
        return False
    news = [
        t
        for t in statement.tokens
        if not is_generic(t, statement.language)
        and len(t.folded) > 2
        and not t.folded[:1].isdigit()
        and not evidence.ad_scope.suggests(t)
        and not evidence.everything.suggests(t)
        and t.folded not in own_names | company
    ]
    return len(news) >= 2


def _is_open(line: str) -> bool:
    return bool(OPEN_POINT.search(line) or _CROSS.search(line))


def proved_in(line: str, language: Language) -> bool:
    """Whether `line` says in `language` that the user has something: a short line may tell its language only so."""
    return bool(PROVED.of(language).search(line)) and not PROVED.of(Language.EN).search(line)


def says_proved(line: str) -> bool:
    """A line of a report that says the user has something, and not that it is open."""
    return bool(PROVED.search(line) or _TICK.search(line)) and not _is_open(line)


def company_words(ad: str, company: str, role: str) -> frozenset[str]:
    """Names by which the ad's first lines and the application know the employer and the post."""
    lines = [line for line in ad.splitlines() if line.strip()][:3]
    result = {token.folded for token in tokens(" ".join((company, role)))}
    for line in lines:
        for token in tokens(re.sub(r"<[^>]+>", " ", line)[:200]):
            if token.text[0].isupper() and not SECOND_PERSON.fullmatch(token.text) and len(token.text) > 1:
                result.add(token.folded)
    return frozenset(result - {fold(term) for term in ("The", "We", "Die", "Wir", "Le", "La", "El", "Nous")})
