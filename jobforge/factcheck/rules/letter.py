"""What only letters and reports can get wrong: placeholders, referrals, made-up motives, claims about the employer."""

import re
from collections.abc import Iterator

from jobforge.enums import Severity
from jobforge.factcheck.evidence import Evidence
from jobforge.factcheck.findings import Finding
from jobforge.factcheck.lines import is_generic
from jobforge.factcheck.statements import Stance, Statement
from jobforge.factcheck.vocabulary import Scope
from jobforge.languages.claims import ACTING, BIOGRAPHY, PLACEHOLDER, PLACEHOLDER_WORD, REFERRAL, SECOND_PERSON
from jobforge.text.language import Language
from jobforge.text.terms import fold, tokens

OWN_SHARE = 0.5  # of a sentence's words that the sources must have for it to be the user's own story
AD_SHARE = 0.6

# A report's words for "the candidate has this".
_PROVED_IN = {
    Language.EN: r"shown|proven|proved|covered|met|yes|evidenced?|demonstrated|confirmed|has|holds|available"
    r"|fulfilled|satisfied|present|strong|match(?:es|ed)?|backed|current|valid|held|in place"
    r"|certified|active|experienced",
    Language.DE: r"vorhanden|belegt|nachgewiesen|erfüllt|ja|bestätigt|gegeben|gezeigt|abgedeckt|liegt vor"
    r"|gültig|aktuell|beherrscht|sicher|hat|besitzt|verfügt",
    Language.FR: r"acquise?|prouvée?|démontrée?|attestée?|oui|remplie?|confirmée?|couverte?|présente?|possède"
    r"|justifiée?|établie?|maîtrisée?|valide|à jour|détient|dispose",
    Language.ES: r"demostrad[oa]|acreditad[oa]|probad[oa]|sí|cumple|cumplid[oa]|consta|confirmad[oa]|cubiert[oa]"
    r"|posee|tiene|vigente|domina|dispone",
}
PROVED = re.compile(rf"(?<!\w)(?:{'|'.join(_PROVED_IN.values())})(?!\w)|[✓✔✅]", re.IGNORECASE)
_PROVED = {language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for language, words in _PROVED_IN.items()}
_OPEN = re.compile(
    r"(?<!\w)(?:gap|missing|not|no|lacks?|unproven|unclear|open|ask|prepare|learn|none|fehlt|fehlend|lücke"
    r"|nicht|kein\w*|offen|lernen|lacune|manqu\w+|absente?"
    r"|aucune?|pas|non|falta|carece|sin|laguna|ninguna?|listed|only named|nur genannt)(?!\w)|[✗✘❌]|\?",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://|www\.|\]\(")
_COMPANY = re.compile(
    r"(?<!\w)(?:the company|the employer|the firm|the team|the organi[sz]ation|the school|the hospital|they"
    r"|their|its|das unternehmen|der arbeitgeber|die firma|der betrieb"
    r"|l['’]entreprise|l['’]employeur|la société|le groupe|la empresa|la compañía|el grupo|it (?:is|was|has"
    r"|employs))(?!\w)",
    re.IGNORECASE,
)


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
    """A line of a report: what it says the user has, and what it says of the employer."""
    if full.rstrip().endswith("?") or _URL.search(full):
        return
    if says_proved(full):
        subject = re.split(r"[:|]\s", full, maxsplit=1)[0] if re.search(r"[:|]\s", full) else full
        scope = evidence.scope()
        words = [
            t
            for t in tokens(subject)
            if (not is_generic(t, statement.language) or t.text.isupper())
            and len(t.folded) > 1
            and not t.folded[:1].isdigit()
            and not PROVED.fullmatch(t.text)
            and t.folded not in own_names
        ]
        unborne = [t for t in words if not scope.suggests(t)] if same_language else []
        strict = [t for t in words if t.text.isupper() and not scope.has(t) and not scope.abbreviates(t)]
        if strict or unborne and 2 * len(unborne) >= len(words):
            yield Finding(
                "report.claim", Severity.BLOCK, statement.line, statement.text, "Your resume does not show this."
            )
            return
        missing = [
            t
            for t in tokens(subject)
            if same_language
            and is_generic(t, statement.language)
            and len(t.folded) > 3
            and evidence.ad_scope.has(t)
            and not scope.suggests(t)
        ]
        # Said in everyday words only, most of which the ad has and the sources do not: "large-loss experience".
        plainly = not words and len(missing) >= 2 and 2 * len(missing) > len(tokens(subject))
        if unborne and missing or plainly:
            yield Finding(
                "report.claim", Severity.BLOCK, statement.line, statement.text, "Your resume does not show this."
            )
            return
    folded = {token.folded for token in tokens(full) if token.text[0].isupper()}
    if folded & company or _COMPANY.search(full):
        unsaid = [
            t
            for t in statement.tokens
            if not is_generic(t, statement.language)
            and len(t.folded) > 2
            and not t.folded[:1].isdigit()
            and not evidence.ad_scope.suggests(t)
            and not evidence.everything.suggests(t)
            and t.folded not in own_names | company
        ]
        if len(unsaid) >= 2 and same_language and not _OPEN.search(full):
            quote = statement.text
            yield Finding(
                "report.claim",
                Severity.WARN,
                statement.line,
                quote,
                "The ad does not say this of the employer, and no source is given.",
            )


def proved_in(line: str, language: Language) -> bool:
    """Whether `line` says in `language` that the user has something: a short line may tell its language only so."""
    return bool(_PROVED[language].search(line)) and not _PROVED[Language.EN].search(line)


def says_proved(line: str) -> bool:
    """A line of a report that says the user has something, and not that it is open."""
    return bool(PROVED.search(line)) and not _OPEN.search(line)


def company_words(ad: str, company: str, role: str) -> frozenset[str]:
    """Names by which the ad's first lines and the application know the employer and the post."""
    lines = [line for line in ad.splitlines() if line.strip()][:3]
    result = {token.folded for token in tokens(" ".join((company, role)))}
    for line in lines:
        for token in tokens(re.sub(r"<[^>]+>", " ", line)[:200]):
            if token.text[0].isupper() and not SECOND_PERSON.fullmatch(token.text) and len(token.text) > 1:
                result.add(token.folded)
    return frozenset(result - {fold(term) for term in ("The", "We", "Die", "Wir", "Le", "La", "El", "Nous")})
