"""Requirements of an ad as short phrases in the ad's own words."""

import html
import re
from collections.abc import Sequence

from jobforge.documents.offline.casing import bare_in_sentence, capitalized
from jobforge.documents.offline.style import Style, pattern
from jobforge.text.language import Language
from jobforge.text.terms import words

MAX_LABEL_WORDS = {Language.EN: 7}  # other languages need more small words for the same thing
DEFAULT_MAX_LABEL_WORDS = 9
_BULLET = re.compile(r"^[\s\-*•◦▪●▸►▶✓✔✅⭐☆~+>·–—]+|^\(?\d{1,2}[.)]\s+")
_LABEL = re.compile(
    r"\s*(?:[—–:(\[-]\s*)?\b(?:essential|desirable|required|preferred|mandatory|a must|is needed|is required|"
    r"is a plus|zwingend|erforderlich|wünschenswert|von vorteil|indispensable|obligatoire|souhaité|apprécié|"
    r"imprescindible|obligatorio|deseable|valorable|se valora(?:rá)?)\b\s*[)\]]?[\s.]*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ALTERNATIVE = re.compile(r"\s+(?:or|oder|ou|o|/)\s+")
_GENDERED = re.compile(r"(?<=\w)\((?:e|n|a|in|innen|ne|rice)\)", re.IGNORECASE)
# A cut elision or a word of grammar at the start leaves no phrase.
_ARTICLE = re.compile(r"^l['’](?=\w)", re.IGNORECASE)
_LEFTOVER = re.compile(r"^(?:d['’]|l['’]|qu['’]|[^\w.])", re.IGNORECASE)
_VERB_TAIL = re.compile(r"\b(?:is|are|was|were|can|should|must|will|ist|sind|est|sont|es|son)\b", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a requirement without its bullet, label and closing punctuation: still a quote of the ad."""
    text = html.unescape(re.sub(r"<[^<>]{1,100}>", " ", html.unescape(text)))
    text = _BULLET.sub("", " ".join(text.replace("**", "").split()))
    text = _LABEL.sub("", text)
    return text.strip(" .;:,–—-")


def requirement_label(text: str, terms: Sequence[str], language: Language) -> str | None:
    """Return a requirement as a noun phrase of a few words of the ad; None where it is no such thing.

    Each candidate is a quote of the ad: the whole without its lead and tail, else the longest of its terms.
    """
    full = plain(text)
    core = _ASIDE.split(full, maxsplit=1)[0] if _ASIDE.search(full) else full
    candidates = [_trimmed(core, language)]
    usable = [_trimmed(plain(term), language) for term in terms] if language is Language.EN else []
    candidates += sorted(usable, key=lambda term: -len(term.split()))
    return next((item for item in candidates if _is_noun_phrase(item, language)), None)


def _trimmed(core: str, language: Language) -> str:
    previous = None
    lead = re.compile(rf"(?:{pattern('phrases', 'leads', language).pattern})\s+", re.IGNORECASE)
    core = pattern("phrases", "tails", language).sub("", core)
    while previous != core and core:
        previous = core
        core = _ARTICLE.sub("", core)
        if (match := lead.match(core)) and len(core) - match.end() > 1:
            core = core[match.end() :]
    return pattern("lines", "hanging", language).sub("", core.strip(" .;:,–—-")).strip(" .;:,–—-")


def _is_noun_phrase(phrase: str, language: Language) -> bool:
    if (
        not phrase
        or len(phrase.split()) > MAX_LABEL_WORDS.get(language, DEFAULT_MAX_LABEL_WORDS)
        or not re.search(r"[^\W\d_]{2}|\b[A-Z]\b", phrase)
    ):
        return False
    if _LEFTOVER.match(phrase) or _GENDERED.search(phrase) or re.search(r"[!?:;…]|\.(?!\w)|(?<!\w)\.(?!NET)", phrase):
        return False
    if phrase.count("(") != phrase.count(")") or re.search(r"[一-鿿؀-ۿ]", phrase):
        return False
    if pattern("phrases", "person", language).search(phrase) or _VERB_TAIL.search(phrase):
        return False
    return pattern("phrases", "not_nouns", language).match(phrase) is None


def proved_alternative(phrase: str, proved: frozenset[str]) -> str:
    """Return of "React Native or React" the part that `proved` keys show; the whole where it is none or all."""
    parts = [part for part in _ALTERNATIVE.split(phrase) if part]
    if len(parts) < 2:
        return phrase
    visible = [part for part in parts if words(part) and all(token.keys & proved for token in words(part))]
    return visible[0] if len(visible) == 1 else phrase


def as_label(phrase: str) -> str:
    """Return a phrase as the bold beginning of a list item."""
    return capitalized(phrase)


def mention(phrase: str, style: Style, texts: str) -> str:
    """Return a phrase for the middle of an English sentence, in quotation marks where its capital could be wrong."""
    if style.language is not Language.EN:
        return phrase
    return bare_in_sentence(phrase, texts) or style.quote(phrase)


def distinct(names: Sequence[str]) -> list[str]:
    """Return `names` without those that say nothing that a name before them does not say."""
    remaining: list[str] = []
    visited: set[str] = set()
    for name in names:
        personal = {key for token in words(name) for key in token.keys}
        if name not in remaining and not (personal and len(personal & visited) >= 0.6 * len(personal)):
            remaining.append(name)
            visited |= personal
    return remaining
