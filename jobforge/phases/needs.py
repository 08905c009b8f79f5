"""Requirements of an ad as short phrases in the ad's own words."""

import re
from collections.abc import Sequence

from jobforge.analysis.language import Language
from jobforge.analysis.terms import words
from jobforge.phases import telling_en
from jobforge.phases.telling import Form, first_word, is_name, uncapitalized, word_set

_BULLET = re.compile(r"^[\s\-*•◦▪●▸►▶✓✔✅⭐☆~+>·–—]+|^\(?\d{1,2}[.)]\s+")
_LABEL = re.compile(
    r"\s*(?:[—–:(\[-]\s*)?\b(?:essential|desirable|required|preferred|mandatory|a must|is needed|is required|is a plus|zwingend|"
    r"erforderlich|wünschenswert|von vorteil|indispensable|obligatoire|souhaité|apprécié|imprescindible|obligatorio|deseable|"
    r"valorable|se valora(?:rá)?)\b\s*[)\]]?[\s.]*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_TAIL = re.compile(
    r"\s*(?:[,;:]\s|\s[–—-]\s|\s(?:including|such as|like|ideally|or (?:similar|equivalent)|and similar|so that|which|because|"
    r"sowie ähnliche|idealerweise|wie zum beispiel|z\. ?b\.|oder (?:ähnlich|vergleichbar)\w*|comme|tel(?:le)?s? que|notamment|"
    r"ou (?:similaire|équivalent)|como|tales como|o (?:similar|equivalente))\b).*$",
    re.IGNORECASE,
)
_LEAD: dict[Language, re.Pattern[str]] = {
    Language.EN: re.compile(
        r"(?:(?:you(?:'ve|’ve| have|'re| are)?|we (?:need|expect|require)|must (?:have|hold|be)|hold)\s+)?(?:(?:used|worked with|know(?: your way around)?|"
        r"have|hold|be|led|shipped|tuned|able to|ability to|comfortable with|familiar(?:ity)? with|fluent in|proficien(?:t|cy) in|(?:a )?"
        r"(?:(?:good|solid|strong|sound|proven|excellent|working|some|first|practical|deep|hands-on|previous|prior|demonstrable)\s+)*"
        r"(?:experience|knowledge|background|understanding|command|grasp|skills?|track record)\s+(?:of|with|in|using|as|on)(?:\s+(?:a|an|the))?|"
        r"good|solid|strong|sound|proven|excellent)\s+)",
        re.IGNORECASE,
    ),
    Language.DE: re.compile(
        r"(?:(?:sie|du) (?:haben|hast|bringen|bringst|verfügen über|verfügst über|besitzen)\s+)?(?:(?:mehrjährige|erste|gute|sehr gute|fundierte|solide|"
        r"praktische|sichere[rn]?|nachweisbare|einschlägige)\s+)*(?:(?:berufs)?erfahrung(?:en)?|kenntnisse|umgang)\s+(?:in|im|mit|als|bei|mit dem|in der)\s+"
        r"(?:(?:der|dem|den|einem|einer)\s+)?",
        re.IGNORECASE,
    ),
    Language.FR: re.compile(
        r"(?:vous (?:avez|êtes|maîtrisez|connaissez|possédez)\s+)?(?:une?\s+)?(?:(?:bonne|solide|première|excellente|parfaite)\s+)?"
        r"(?:(?:expérience|connaissance|maîtrise|pratique)s?\s+(?:de la|de l['’]|des|du|de|d['’]|en|dans|comme)\s*)",
        re.IGNORECASE,
    ),
    Language.ES: re.compile(
        r"(?:(?:tienes?|cuentas? con|dominas?|conoces?)\s+)?(?:una?\s+)?(?:(?:buena?|s[óo]lida|amplia|primera)\s+)?"
        r"(?:(?:experiencia|conocimientos?|dominio|manejo)\s+(?:de la|del|de los|de las|de|en el|en la|en|con|como)\s+)",
        re.IGNORECASE,
    ),
}
_PERSON = re.compile(
    r"\b(?:you|your|you've|we|our|us|sie|ihr|du|dein|wir|unser\w*|vous|votre|vos|nous|notre|tu|tus|nosotros)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:you|you've|you’ve|you'll|you’ll|we)\b", re.IGNORECASE)
_MOST_WORDS = 8


def plain(text: str) -> str:
    """A requirement without its bullet, label and closing punctuation: still a quote of the ad."""
    text = re.sub(r"<[^<>]{1,100}>|&\w{2,8};", " ", text)
    text = _BULLET.sub("", " ".join(text.split()))
    text = _LABEL.sub("", text)
    return text.strip(" .;:,–—-")


def short(text: str, terms: Sequence[str], language: Language) -> str:
    """A requirement in a few words of the ad: its core, or else its first term, or else its beginning."""
    whole = plain(text)
    core = _ASIDE.sub("", whole)
    lead = _LEAD[language].match(core)
    # Where the words are quoted as they are, the lead belongs to them; its cases would be wrong without it.
    if lead and len(core) - lead.end() > 2 and (language is Language.EN or len(core.split()) > _MOST_WORDS):
        core = core[lead.end() :]
    if len(core.split()) > _MOST_WORDS or (language is Language.EN and "," in core):
        core = _TAIL.sub("", core)
    core = core.strip(" .;:,–—-")
    clause = language is Language.EN and (
        _CLAUSE.search(core) or telling_en.tell(core, True, "").form is Form.CLAUSE
    )
    if core and len(core.split()) <= _MOST_WORDS and not clause:
        return core
    named = [term for term in terms if term.casefold() in whole.casefold()]
    if named:
        start = whole.casefold().index(named[0].casefold())
        return whole[start : start + len(named[0])]
    words = (core or whole).split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")


def speaks_to_someone(need: str) -> bool:
    """Whether a point says "you" or "our", which only a quotation can repeat."""
    return _PERSON.search(need) is not None


def in_sentence(need: str, texts: str) -> str:
    """An English point of an ad in the middle of a sentence: with a small first letter where that is surely no name.

    Unlike lines of work, the points of an ad are often names of things ("Seesaw", "Lámh sign system"), so a capital
    stays unless the word is also written small in `texts` or has the ending of an ordinary noun."""
    word = first_word(need)
    if is_name(word) or not word[1:].islower():
        return need
    small = word.lower()
    if small in _ORDINARY or _ENDING.search(small) or re.search(rf"(?<!\w){re.escape(small)}(?!\w)", texts):
        return uncapitalized(need)
    return need


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
_ORDINARY = word_set(
    """
    a an the ability associate background bachelor basic budget card care cash certificate clean clear class
    client computer customer data degree diploma first five food four full general good hands health home
    hotel kitchen knowledge licence license long master medium minimum mid monthly nurse office own panel
    patient payroll people practice project proven rotating safe safety sales school senior short six skills
    some sound staff statutory strong team three time two use variable vehicle web willing wound yearly
    years leisure own warehouse stock forklift line menu contract court layout print brand user high low
    night weekend shift early weekly daily annual legal medical dental digital technical electrical
    mechanical industrial commercial residential chemical
    """
)
