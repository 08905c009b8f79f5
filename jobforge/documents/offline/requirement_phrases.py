"""Requirements of an ad as short phrases in the ad's own words."""

import html
import re
from collections.abc import Sequence

from jobforge.documents.offline.legacy import telling_en
from jobforge.documents.offline.legacy.telling import Form, first_word, is_name, uncapitalized
from jobforge.text.language import Language
from jobforge.text.terms import words

_BULLET = re.compile(r"^[\s\-*•◦▪●▸►▶✓✔✅⭐☆~+>·–—]+|^\(?\d{1,2}[.)]\s+")
_LABEL = re.compile(
    r"\s*(?:[—–:(\[-]\s*)?\b(?:essential|desirable|required|preferred|mandatory|a must|is needed|is required|"
    r"is a plus|zwingend|"
    r"erforderlich|wünschenswert|von vorteil|indispensable|obligatoire|souhaité|apprécié|imprescindible|"
    r"obligatorio|deseable|"
    r"valorable|se valora(?:rá)?)\b\s*[)\]]?[\s.]*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_TAIL = re.compile(
    r"\s*(?:[,;:]\s|\s[–—-]\s|\s(?:including|such as|like|ideally|or (?:similar|equivalent)|and similar|so that|"
    r"which|because|"
    r"sowie ähnliche|idealerweise|wie zum beispiel|z\. ?b\.|oder (?:ähnlich|vergleichbar)\w*|comme|"
    r"tel(?:le)?s? que|notamment|"
    r"ou (?:similaire|équivalent)|como|tales como|o (?:similar|equivalente))\b).*$",
    re.IGNORECASE,
)
_LEAD: dict[Language, re.Pattern[str]] = {
    Language.EN: re.compile(
        r"(?:(?:you(?:'ve|’ve| have|'re| are)?|we (?:need|expect|require)|must (?:have|hold|be)|"
        r"hold)\s+)?(?:(?:used|worked with|know(?: your way around)?|"
        r"have|hold|be|led|shipped|tuned|able to|ability to|comfortable(?: with)?|confident(?: with| in)?|"
        r"familiar(?:ity)? with|fluent in|"
        r"proficien(?:t|cy) in|(?:a )?"
        r"(?:(?:good|solid|strong|sound|proven|excellent|working|some|first|practical|deep|hands-on|previous|"
        r"prior|demonstrable)\s+)*"
        r"(?:experience|knowledge|background|understanding|command|grasp|skills?|track record)\s+(?:of|with|in|"
        r"using|as|on)(?:\s+(?:a|an|the))?|"
        r"good|solid|strong|sound|proven|excellent)\s+)",
        re.IGNORECASE,
    ),
    Language.DE: re.compile(
        r"(?:(?:sie|du) (?:haben|hast|bringen|bringst|verfügen über|verfügst über|besitzen)\s+)?(?:(?:mehrjährige|"
        r"erste|gute|sehr gute|fundierte|solide|"
        r"praktische|sichere[rn]?|nachweisbare|einschlägige)\s+)*(?:(?:berufs)?erfahrung(?:en)?|kenntnisse|"
        r"umgang)\s+(?:in|im|mit|als|bei|mit dem|in der)\s+"
        r"(?:(?:der|dem|den|einem|einer)\s+)?",
        re.IGNORECASE,
    ),
    Language.FR: re.compile(
        r"(?:vous (?:avez|êtes|maîtrisez|connaissez|possédez)\s+)?(?:une?\s+)?(?:(?:bonne|solide|première|"
        r"excellente|parfaite)\s+)?"
        r"(?:(?:expérience|connaissance|maîtrise|pratique)s?\s+(?:de la|de l['’]|des|du|de|d['’]|en|dans|comme)\s*)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:tienes?|cuentas? con|dominas?|conoces?)\s+)?(?:una?\s+)?(?:(?:buena?|s[óo]lida|amplia|primera)\s+)?"
        r"(?:(?:experiencia|conocimientos?|dominio|manejo)\s+(?:de la|del|de los|de las|de|en el|en la|en|con|"
        r"como)\s+)",
        re.IGNORECASE,
    ),
}
_PERSON = re.compile(
    r"\b(?:you|your|you've|we|our|us|sie|ihr|du|dein|wir|unser\w*|vous|votre|vos|nous|notre|tu|tus|nosotros)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:you|you've|you’ve|you'll|you’ll|we)\b", re.IGNORECASE)
_MAX_WORDS = 10
# English leads that speak to the reader or praise: what is asked stands behind them.
# What a whole sentence says about the thing it asks for, and bits of such sentences before it.
_PREDICATE: dict[Language, re.Pattern[str]] = {
    Language.EN: re.compile(r"\s(?:is|are|would|will|was|strongly|preferred|helpful|welcome)\b.*$", re.IGNORECASE),
    Language.DE: re.compile(
        r",?\s(?:ist|sind|wäre|wären|wird|werden|voraus|setzen wir|sollten?|aber kein)\b.*$", re.IGNORECASE
    ),
    Language.FR: re.compile(r"\s(?:est|sont|sera|serait|seraient|constitue)\b.*$", re.IGNORECASE),
    Language.ES: re.compile(r"\s(?:es|son|será|sería|serían|se valora(?:rá)?)\b.*$", re.IGNORECASE),
}
_OPENING: dict[Language, re.Pattern[str]] = {
    Language.EN: re.compile(r"^(?:as is|need(?:s|ed)?|also|and|or|plus)\s+", re.IGNORECASE),
    Language.DE: re.compile(r"^(?:und|oder|sowie|auch|idealerweise)\s+", re.IGNORECASE),
    Language.FR: re.compile(r"^(?:et\s|ou\s|d['’]|de\s|du\s|des\s)\s*", re.IGNORECASE),
    Language.ES: re.compile(r"^(?:y|o|con|de|tuvieras?|tengas?|tener)\s+", re.IGNORECASE),
}
_JOINED = re.compile(r"(?:,|\s(?:and|or|but|und|oder|et|ou|y|o))\s", re.IGNORECASE)
# Words that say what a person is, not what a person is asked for: "registered with the council".
_PREDICATIVE = re.compile(
    r"(?:registered|qualified|used|able|willing|confident|comfortable|fluent|familiar|certified|licensed|experienced|"
    r"passionate|happy|keen)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(r"\s(?:and|or|und|oder|sowie|et|ou|y|o|e|u|a|an|the|of|with|de|mit)$", re.IGNORECASE)
_SPOKEN = re.compile(
    r"(?:you|we|must|know|have|hold|be|used|worked|good|solid|strong|sound|proven|excellent|comfortable|"
    r"familiar\w*|fluent|proficien\w+)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r",\s*(?:including|ideally|preferably|such as|e\.g\.|idealerweise|de préférence|preferiblemente)\b", re.IGNORECASE
)


def plain(text: str) -> str:
    """A requirement without its bullet, label and closing punctuation: still a quote of the ad."""
    text = html.unescape(re.sub(r"<[^<>]{1,100}>", " ", text))
    text = _BULLET.sub("", " ".join(text.split()))
    text = _LABEL.sub("", text)
    return text.strip(" .;:,–—-")


def short(text: str, terms: Sequence[str], language: Language, *, bare: bool = False) -> str:
    """A requirement in a few words of the ad: its core, or else its first term, or else its beginning.

    `bare` leaves out "experience with" too, for sentences that say so themselves."""
    whole = plain(text)
    core = _ASIDE.sub("", whole)
    if core not in whole:  # a remark in the middle: only what stands before it is a quote by itself
        core = _ASIDE.split(whole, maxsplit=1)[0]
    core = _PREDICATE[language].sub("", _OPENING[language].sub("", core, count=1))
    # The cases of the other languages would be wrong without the words that govern them.
    lead = _LEAD[language].match(core)
    if lead and len(core) - lead.end() > 2 and (bare or _SPOKEN.match(core) or len(core.split()) > _MAX_WORDS):
        core = core[lead.end() :]
    if len(core.split()) > _MAX_WORDS or _REMARK.search(core):
        core = _TAIL.sub("", core)
    if len(core.split()) > _MAX_WORDS:
        first = " ".join(core.split()[:_MAX_WORDS])
        joints = [joint.start() for joint in _JOINED.finditer(first)]
        core = first[: joints[-1]] if joints and len(first[: joints[-1]].split()) > 2 else core
    core = _HANGING.sub("", core.strip(" .;:,–—-"))
    if core and len(core.split()) <= _MAX_WORDS and not (language is Language.EN and _is_clause(core)):
        return core
    for term in terms:
        start = whole.casefold().find(term.casefold())
        named = whole[start : start + len(term)]
        if start >= 0 and not (language is Language.EN and _is_clause(named)):
            return named
    said = (core or whole).split()
    return " ".join(said[:_MAX_WORDS]) + (" …" if len(said) > _MAX_WORDS else "")


def _is_clause(core: str) -> bool:
    if _CLAUSE.search(core) or _PREDICATIVE.match(core):
        return True
    return telling_en.tell(core, True, "").form is Form.CLAUSE


def speaks_to_someone(need: str) -> bool:
    """Whether a point says "you" or "our", or is a clause: only a quotation can repeat that."""
    return _PERSON.search(need) is not None or _is_clause(need)


def in_sentence(need: str, texts: str) -> str:
    """An English point of an ad in the middle of a sentence: with a small first letter unless it may be a name.

    A single word may be one ("Seesaw"); of several words the first is one only where it is known or where `texts` have
    it with a capital in the middle of a line."""
    word = first_word(need)
    small = word.lower()
    if is_name(word) or not word[1:].replace("-", "").islower():
        return need
    following = need[len(word) :].lstrip()
    if following[:1].isupper():
        return need
    if re.search(rf"(?<!\w){re.escape(small)}(?!\w)", texts) or _ENDING.search(small):
        return uncapitalized(need)
    if not following or not word.isascii():
        return need
    return uncapitalized(need, names=texts)


def distinct(names: Sequence[str]) -> list[str]:
    """`names` without those that say nothing that a name before them does not say."""
    kept: list[str] = []
    seen: set[str] = set()
    for name in names:
        own = {key for word in words(name) for key in word.keys}
        if name not in kept and not (own and len(own & seen) >= 0.6 * len(own)):
            kept.append(name)
            seen |= own
    return kept


_ENDING = re.compile(r"(?:ing|tion|sion|ment|ship|ance|ence|ity|ness|ive|ied|ted|ual|ery|ism|ure|ogy|ics)s?$")
