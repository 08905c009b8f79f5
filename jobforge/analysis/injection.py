"""Text in an ad that speaks to a machine instead of to people.

Such text is found by what it does, not by single words: it addresses a model, tells it to forget its orders, poses as
a system message or a chat, orders what a document is to say, or hides. Every reading is made on the text as
a model would read it, without disguise (invisible characters, look-alike letters, entities, encodings), and
traced back to the characters of the ad.
"""

import base64
import binascii
import codecs
import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jobforge.analysis import lexicon_injection as words

_QUOTE_LENGTH = 300
_FLAGS = re.IGNORECASE | re.MULTILINE


@dataclass(frozen=True, slots=True)
class Injection:
    """`code` says how it works, `quote` is the text (decoded where it was in disguise).

    `injection.instruction` orders, `injection.addressed` speaks to a machine, `injection.hidden` is not seen by people,
    `injection.encoded`, `injection.role_tag` poses as a message of the system or a chat, `injection.forged_end` as the end of
    the ad, `injection.rating` orders a score, `injection.exfiltration` would send data away.
    """

    code: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Hit:
    code: str
    first: int
    last: int
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text without disguise; `origin[i]` is where character i stands in the ad."""

    text: str
    origin: list[int]
    disguised: bool = False


def find_injections(ad: str) -> tuple[Injection, ...]:
    """What in `ad` is meant for a machine, in the order of its places. Overlapping findings are one."""
    return tuple(Injection(hit.code, _quote(hit.quote or ad[hit.first : hit.last])) for hit in _hits(ad))


def without_injections(ad: str) -> str:
    """`ad` with such text, and comments that nobody sees, blanked. The number of lines stays the same."""
    pieces, position = [], 0
    spans = [(hit.first, hit.last) for hit in _hits(ad)]
    spans += [found.span() for found in _COMMENT.finditer(ad)]
    for first, last in sorted(spans):
        first = max(first, position)
        if last > first:
            pieces += [ad[position:first], "\n" * ad.count("\n", first, last)]
            position = last
    return "".join(pieces) + ad[position:]


def _quote(text: str) -> str:
    clean = " ".join("".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Cn") or c in " \n\t").split())
    return clean if len(clean) <= _QUOTE_LENGTH else clean[: _QUOTE_LENGTH - 1] + "…"


# --- without disguise ------------------------------------------------------------------------------------------------

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u034f\u180e\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters that look Latin (a selection of Unicode's confusables.txt).
_LOOKALIKES = dict(
    zip(
        "аАВсСеЕНіІјЈКМоОрРѕЅТхХуУһԁԛԝɡɩαΑΒεΕΗιΙΚΜνΝοΟρΡΤυΥΧΖɑօոսցհ",
        "aABcCeEHiIjJKMoOpPsSTxXyYhdqwgiaABeEHiIKMvNoOpPTuYXZaonugh",
        strict=True,
    )
)
_LEET = str.maketrans("013457@$", "oieastas")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"(?<![\w@$])(?=[a-zA-Z@$]{0,30}\d)(?=[\d@$]{0,30}[a-zA-Z])[a-zA-Z\d@$]{3,30}(?![\w@$])")
_SPACED = re.compile(r"(?:(?<!\S)\S[ ]{1,4}){6,200}\S(?!\S)")


def _plain(ad: str) -> _Reading:
    """Entities, invisible characters, compatibility forms and look-alike letters undone."""
    if ad.isascii() and "&" not in ad:
        return _Reading(ad, list(range(len(ad))))
    letters: list[str] = []
    origin: list[int] = []
    position = 0
    while position < len(ad):
        letter, width = ad[position], 1
        if letter == "&" and (found := _ENTITY.match(ad, position)):
            letter, width = html.unescape(found[0]), len(found[0])
        for single in letter:
            if single in _INVISIBLE or 0xE0000 <= ord(single) <= 0xE01EF or 0xFE00 <= ord(single) <= 0xFE0F:
                continue
            for plain in single if single.isascii() else unicodedata.normalize("NFKC", single):
                letters.append(plain)
                origin.append(position)
        position += width
    text = "".join(letters)
    out = list(text)
    for found in _WORD.finditer(text):
        word = found[0]
        if not word.isascii() and any(c in _LOOKALIKES for c in word) and any(c.isascii() for c in word):
            out[found.start() : found.end()] = [_LOOKALIKES.get(c, c) for c in word]
    return _Reading("".join(out), origin)


def _unleet(reading: _Reading) -> _Reading | None:
    text = _MIXED.sub(lambda found: found[0].translate(_LEET), reading.text)
    return _Reading(text, reading.origin, True) if text != reading.text else None


def _unspaced(reading: _Reading) -> _Reading | None:
    drop: set[int] = set()
    for found in _SPACED.finditer(reading.text):
        wide = "  " in found[0]
        for gap in re.finditer(r"[ ]+", found[0]):
            keep = wide and len(gap[0]) > 1
            drop.update(range(found.start() + gap.start() + keep, found.start() + gap.end()))
    if not drop:
        return None
    kept = [index for index in range(len(reading.text)) if index not in drop]
    return _Reading("".join(reading.text[i] for i in kept), [reading.origin[i] for i in kept], True)


# --- what is said ----------------------------------------------------------------------------------------------------

_M, _V, _C, _A, _D = words.MACHINE, words.VERB, words.COMMAND, words.APPLICANT, words.DOCUMENT
_TO = r"(?:to|for|at|für|an|pour|à|aux?|des?|para|per|voor|aan|dla|do|для|al?|alla|agli|ai|till?|til|către|için|pre|pro|à l['’]attention)"
_NOTE = (
    r"(?:note|notice|message|information|info|instructions?|directions?|attention|hint|memo|reminder|important|only|read|hinweise?|mitteilung|nachricht|achtung|wichtig"
    r"|anweisung|remarque|à l['’]attention|avis|consigne|nota|aviso|mensaje|atención|importante|attenzione|messaggio|avviso|mensagem|atenção|let op|bericht|opmerking"
    r"|uwaga|wiadomość|notatka|внимание|примечание|сообщение|obs|observera|bemærk|huomio|huomautus|pozor|poznámka|figyelem|atenție|dikkat|not|увага)"
)
_MODAL = (
    r"(?:must|should|shall|ha(?:s|ve) to|need(?:s)? to|(?:is|are) (?:to|required|asked|instructed|ordered|told|requested|obliged)|soll(?:en|te|ten)?|muss|müssen|doit|doivent|debe[nr]?|deberá[n]?|tiene[n]? que"
    r"|deve|devono|devem|tem que|moet(?:en)?|dienen|powinn\w{1,3}|musi|muszą|ska|måste|skal|должн[аоы]|должен)"
)
_ENDS_ADDRESS = r"(?=\s{0,2}(?:only|reading|processing|evaluating|writing|that|which|who|parsing|nur|seulement|solo|[:,;!–—.-]))"
_DOCS_OR_APPLICANT = rf"(?:{words.PAPERS}|{_A}|this one|application|bewerbung|candidature|candidatura|solicitud|sollicitatie)"

# An order to say something; "please note that the candidate ..." is said to people.
_SAY = (
    r"(?:(?:^|[:;,.!?>\"“”„(–—-][ \t]{0,3}|\b(?:please|kindly|bitte|and|und|et|y|e|en|then|always|must|should|ha[sv]e? to|is to|are to)\s{1,2})"
    r"(?:say|state|write|claim|mention|declare|assert|pretend|print|output|lie|invent|schreibe?n?|behaupte|erwähne|sage|gib an|écri[sv]\w*|indique[zr]?|affirme[zr]?|mentionne[zr]?|di|diga|escrib[ae]|afirma|indica|menciona"
    r"|scrivi|dichiara|afferma|escreva|diga|afirme|schrijf|vermeld|beweer|napisz|skriv|напиши))\b"
)
_CODE_WORD = r"(?-i:\b[A-Z]{3,}[-_][A-Z0-9]{3,}\b)"
# Patterns that are enough by themselves.
_ENOUGH: tuple[tuple[str, str], ...] = (
    *(("injection.instruction", pattern) for pattern in words.OVERRIDE),
    # Somebody is spoken to, and it is a machine.
    ("injection.addressed", rf"\b{_NOTE}[^.\n:]{{0,40}}?\b{_TO}\s{{1,2}}(?:\w{{2,12}}\s){{0,2}}{_M}[^.\n:]{{0,40}}?\s?[:;–—-]"),
    ("injection.addressed", rf"\b{_TO}\s{{1,2}}{_M}\s(?:only|reading this|processing this|that reads this|nur)\b"),
    (
        "injection.addressed",
        rf"\b(?:dear|hello|hi|hey|attention|listen|okay|ok|liebe[rs]?|hallo|achtung|chère?|bonjour|querid[oa]|estimad[oa]|hola|oye|car[oa]|ciao|beste|let op|drogi|szanown\w{{1,3}}|olá|prezad[oa]|kära|hej"
        rf"|уважаем\w{{2}}|привет|亲爱的)\s?,?\s{{0,2}}(?:the\s)?{_M}{_ENDS_ADDRESS}",
    ),
    (
        "injection.addressed",
        rf"\b(?:if|in case|when|should|as|unless|falls|wenn|sofern|als|si|se|caso|jeśli|если|якщо|om|hvis|jos|pokud|ha|dacă|eğer|jak)\s{{1,2}}(?:you|du|sie|tu|vous|usted|voi|você|je|jij|u|jesteś|ты|вы|ти|ви|dig|er|olet|jsi|ești)?"
        rf"['’]?\s?(?:are|be|re|bist|sind|es|êtes|eres|sei|siete|é|és|for|bent|är|olet|jsi|ești)?\s{{0,2}}{_M}\s?(?:,|[.;:]|reading|processing|that|which|or|oder|ou|o|of|lub|и|bist|sind|bent|är|er|qui|que|che|die|and are)",
    ),
    (
        "injection.addressed",
        rf"\b(?:attention|achtung|atención|attenzione|atenção|внимание|увага|uwaga|let op|huomio|pozor|figyelem|atenție|dikkat|obs|listen|hey|psst)\s?[,!:]?\s{{0,2}}{_M}{_ENDS_ADDRESS}",
    ),
    ("injection.addressed", rf"(?:^|[.!?][ \t]){_M},?\s(?:[^.\n]{{0,30}},\s)?(?:please|kindly|bitte|por favor|per favore)\s[^.\n]{{0,12}}{_V}"),
    ("injection.addressed", r"(?:AI|人工智能|机器人|语言模型|大模型|聊天机器人)(?:助手|模型|系统)?[^。\n]{0,4}(?:请注意|注意|请)"),
    (
        "injection.addressed",
        rf"\bas (?:an?|the) {words.MACHINE_NAME},?\syou\s(?:must|should|shall|have to|are to|need to|will)\b",
    ),
    (
        "injection.addressed",
        rf"\b(?:are you|bist du|sind sie|es-tu|êtes-vous|eres|sei|você é|ben je|bent u|ben jij|er du|är du|czy jesteś)\s{{1,2}}{_M}\s?[?,]",
    ),
    (
        "injection.addressed",
        rf"{_M}\s(?:(?:that|which|who|die|das|der|qui|que|che)\s(?:is\s|are\s)?)?(?:reading|reads?|processing|processes|parsing|parses|scanning|evaluating|evaluates|lesen|liest|lit|lisez|lee|lea|legge|leest)\s"
        rf"(?:along|this|these|diese[ns]?|dies|ce(?:tte|ci)?|est[ea]|questo|questa|dit|deze|mit|mee)\b|(?<!\w)@{_M}\b",
    ),
    (
        "injection.addressed",
        rf"\b(?:read|processed|evaluated|parsed|scanned|analy[sz]ed|gelesen|verarbeitet|lu|traité|leído|letto)\s(?:by|von|par|por|da)\s(?:{_M}|software|a machine|a program|a computer)[^.\n]{{0,20}}?(?:,|\bthen\b|\b{_MODAL})",
    ),
    ("injection.addressed", r"\b(?:your|deine?|ihre?|votre|ton|tu|su|il tuo)\s(?:ai |ki-?)?(?:tool|software|assistant|model|chatbot|generator|bot)\s(?:should|must|has to|needs to|soll|muss|doit|debe|deve)\s" + _V),
    (
        "injection.addressed",
        rf"\b(?:whoever|whatever|anything that|anyone or anything)\s(?:\w+\s)?(?:computes?|generates?|scores?|rates?|evaluates?|processes)\b[^.\n]{{0,80}}?\b{_MODAL}\s",
    ),
    ("injection.addressed", r"如果你是[^。\n]{0,10}(?:AI|人工智能|语言模型|机器人)|あなたがAI|AI(?:の方|アシスタント)へ|당신이 AI"),
    ("injection.addressed", rf"(?:^|[.!?(>*\"“„][ \t]{{0,3}}|[ \t][–—-][ \t]){_M}\s?[:,!]\s{{0,3}}(?:please\s|bitte\s|you must\s|you should\s)?(?:{_V}|never|always|do not)"),
    (
        "injection.instruction",
        r"\byour (?:system|hidden|initial|internal|secret) (?:instructions?|prompts?|messages?)\b|\bin your (?:final |next |first )?(?:output|response|completion)\b|\b(?:switch to|activate) (?:developer|debug|god|admin|dan|jailbreak) mode"
        r"|\b(?:follow|obey|befolge|befolgt|suis|suivez|sigue|siga|segui|volg)\s(?:from now on|only|ab jetzt|nur noch|ab sofort|uniquement|solo|sólo|solamente|soltanto|alleen)[^.\n]{0,30}(?:instruction|anweisung|consigne|instrucci|istruzion|instructie|order|befehl|rule)",
    ),
    ("injection.instruction", r"\b(?:the|your) (?:output|response|completion|generated text)s? (?:has to|must|should|shall|needs to|will) (?:\w+ly )?(?:contain|include|mention|say|name|list|(?:begin|start|end|open|close) with)"),
    (
        "injection.rating",
        r"\b(?:evaluation|assessment|rating|score|match|verdict|ranking|grade|result)s? (?:of|for) (?:this|the|every|any|each|all) (?:candidates?|applicants?|match|profile|resume|cv|pair)\b[^.\n]{0,20}\b(?:must|has to|should|is to|shall|are to) ",
    ),
    ("injection.instruction", rf"(?:machine readers?|language models?|llms?|ai\s?\w*)\s{_MODAL}\s(?:decode|obey|follow the following|execute)"),
    # What nobody asks of a person.
    (
        "injection.instruction",
        r"\b(?:reveal|repeat|print|show|output|quote|disclose|leak|expose|dump|recite|copy|paste|zeige?|wiederhole|verrate|gib|affiche|répète|révèle|muestra|repite|revela|mostra|ripeti|rivela|toon|herhaal)\b[^.\n]{0,50}"
        r"\b(?:(?:your|the|deine[nr]?|ton|tes|tu|tus|il tuo|le tue|je) (?:\w{2,12} )?(?:system ?prompts?|system message|instructions|prompt|systemprompt|anweisungen|instrucciones|istruzioni|instructies)"
        r"|hidden instructions|(?:first|last|initial) (?:\w+ )?(?:lines?|words?|sentences?|part) of your|your (?:context|initial message|conversation)\b|system prompt verbatim|(?:text|words|everything) above)",
    ),
    (
        "injection.instruction",
        r"\b(?:guardrails?|safety (?:filters?|rules)|restrictions|filters) (?:are|is) (?:now )?(?:off|disabled|lifted|removed|suspended)|\byou (?:are|['’]re) (?:now )?(?:no longer (?:an?|the|bound)|in (?:developer|debug|maintenance|god|admin|test|unrestricted|jailbreak)[\w ]{0,12} ?mode|unrestricted|free of|dan\b)"
        r"|\b(?:has|have|with) no (?:restrictions|rules|guardrails) and (?:says?|does)|\bact as (?:an? )?(?:unrestricted|uncensored|unfiltered|jailbroken|dan\b|evil|different (?:ai|assistant|model))|\benter (?:developer|debug|god|admin|dan) mode|\bpretend (?:to be|that you are|you are)\b|\byou are dan\b"
        r"|\bdu bist (?:jetzt|ab sofort|nun) (?:kein|nicht mehr|ein(?:e)? (?:ki|assistent|bot))|\btu n['’]es plus\b|\bya no eres\b|\bnon sei più\b",
    ),
    (
        "injection.instruction",
        rf"\b(?:output|print|respond|reply|answer|return|write|say|antworte|gib|réponds|responde|rispondi)\s(?:only\s|nur\s)(?:with\s|the\s|mit\s|noch\s)|\b(?:answer|respond|reply)\swith\s[^.\n]{{1,60}}\sonly\b"
        rf"|\b(?:stop|abort|end|halt|quit|cancel)\s(?:your|the|this)\s(?:current\s)?(?:task|processing|analysis|generation)\b"
        rf"|\byour\s(?:response|output|completion|answer|reply|generation)\s(?:must|should|has to|shall|will)\s(?:only\s)?(?:begin|start|end|open|close|contain|consist|be)\b"
        rf"|\b(?:new|updated|real|actual|secret|hidden)\s(?:system\s)?(?:instructions?|prompt|directive|task|objective)\s?:\s{{0,3}}{_V}"
        rf"|\bfrom now on,?\s(?:you\s)?(?:must\s|will\s)?{_V}",
    ),
    (
        "injection.instruction",
        r"\b(?:the|any|every|each)\s(?:generated|produced|resulting|rewritten|tailored|optimi[sz]ed|final|ai-written|created)\s(?:resume|résumé|cv|(?:cover )?letter|document|report|text|output|application)s?\b"
        r"|\bwhen (?:generating|producing|summari[sz]ing|optimi[sz]ing|tailoring|rewriting|composing) (?:the|this|a|an|any)\b"
        r"|\b(?:written|generated|created|produced) by (?:an? )?(?:language model|llm|ai|bot|chatgpt|machine)[^.\n]{0,30}\b(?:should|must|has to|have to|shall) (?:include|contain|mention|use|say|begin|start|end)",
    ),
    (
        "injection.instruction",
        rf"{_SAY}(?: sie| bitte| down| here)?[^.\n]{{0,40}}?\b(?:that|,? ?dass|que|che|dat|że|att|что)\s(?:der |die |le |la |el |il |o |de )?{_A}",
    ),
    (
        "injection.rating",
        rf"(?:{_C}|\b{_MODAL}\s(?:{_V}|be\s(?:described|rated|scored|ranked|called|treated)))[^.\n]{{0,30}}?\b(?:as |a |an |with )?(?:perfect (?:match|fit|score)|top (?:match|candidate|score)|100 ?%|100 (?:out )?of 100|10/10|(?:full|maximum|highest|top) (?:score|marks|rating))"
        rf"|\b(?:treat|mark|consider|regard|count|list)\s(?:all|every|each)\s(?:\w{{2,14}}\s)?requirements?\s(?:as|to be)\b|\blist no (?:missing|gaps|open)\b|\bno (?:missing requirements?|gaps) (?:may|must|should|are to)",
    ),
    ("injection.rating", rf"\b(?:rate|score|rank|grade|recommend|classify|describe)\s(?:this|the)\s(?:candidate|applicant|match|resume|cv|application|profile)\s(?:as|at|with|highest|first|above|100|10)"),
)
# A machine has to do something; with the applicant or the documents, as the rest of the sentence says.
_TASKED = rf"(?<!our )(?<!your )(?<!unser )(?<!\w)(?:{words.MACHINE_NAME}|(?:any|every|each)\s(?:model|system|software|tool|program|algorithm|reader|parser)|generators?|screeners?|parsers?)\b[^.\n]{{0,60}}?\b{_MODAL}\s(?!not\b)"
# "Fact for the resume generator: ...", and what a document has to say.
_REMARK = (
    rf"(?:^|[.!?(>*\"“„-][ \t]{{0,3}})(?:[^\s.:]{{1,14}}\s){{0,4}}{_TO}\s{{1,2}}(?:(?:any|all|every|whatever|l['’])\s?)?{_M}[^.\n:]{{0,30}}?\s?:"
    rf"|{_M}[- ](?:instructions?|notes?|messages?|directives?|orders?|commands?|hints?|override|anweisung(?:en)?|hinweis)\b[^.\n:]{{0,20}}:"
    rf"|\bthe (?:model|assistant|system|generator|ai|tool) {_MODAL} (?:assume|describe|claim|say|state|write|mention|present|treat|call|believe|pretend|list)\b"
)
_PRESCRIBED = rf"\b{words.PAPERS}\s{_MODAL}\s"
# "Please attach the CV" is said to people too: such orders count only where they name something that looks planted.
_WITH_PLANTED: tuple[tuple[str, str], ...] = (
    (
        "injection.instruction",
        rf"{_C}[^.\n]{{0,80}}?\b(?:to|in|into|under|on|at the top of|by|with|from)\s(?:the|every|its|each)\s(?:(?:applicant|candidate)['’]s\s|generated\s|first\s)?(?:resume|résumé|cv|skills(?: list| section)?|summary|headline|certificates|section|work history)\b[^.\n]{{0,60}}",
    ),
    ("injection.instruction", rf"{_C}\s[^.\n]{{0,20}}\b(?:resume|résumé|cv|summary|letter)\s(?:with|by|as|to)\s[\"“„'A-Z]"),
)
_PLANTED = re.compile(r"[\"“„«'‘][^\"”“»'’\n]{2,80}[\"”“»'’]|(?-i:\b[A-Z]{3,}[-_][A-Z0-9]{1,}\b)|https?://|\b(?:all jobs|every section)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Order:
    """A pattern, a cheap one without which it cannot match, and one that has to follow in the same sentence."""

    code: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    planted: bool = False
    beside: re.Pattern[str] | None = None


_RATED = re.compile(r"perfect|100|10/10|\btop\b|full|highest|maximum|requirement|missing|gaps|evaluat|assess|rating|score|match|verdict|rank|grade|result", re.IGNORECASE)
_SAID = (
    *(
        _Order(code, re.compile(said, _FLAGS), _RATED if code == "injection.rating" else None)
        for code, said in _ENOUGH
    ),
    _Order("injection.instruction", re.compile(_TASKED, _FLAGS), beside=re.compile(_DOCS_OR_APPLICANT, _FLAGS)),
    _Order("injection.instruction", re.compile(words.RULES_AND_WRITE, _FLAGS), beside=re.compile(rf"{words.PAPERS}|{_CODE_WORD}|{_A}", _FLAGS)),
    _Order("injection.addressed", re.compile(_REMARK, _FLAGS), beside=re.compile(rf"{_CODE_WORD}|{_A}|{_C}", _FLAGS)),
    _Order("injection.instruction", re.compile(rf"{words.MACHINE_NAME}[^.\n]{{0,80}}?(?:{_C}|\b{_MODAL}\s)", _FLAGS), re.compile(_CODE_WORD), beside=re.compile(_CODE_WORD)),
    _Order("injection.instruction", re.compile(_PRESCRIBED, _FLAGS), re.compile(_CODE_WORD), beside=re.compile(_CODE_WORD)),
    *(_Order(code, re.compile(said, _FLAGS), _PLANTED, planted=True) for code, said in _WITH_PLANTED),
)
_NEGATED = re.compile(r"(?:\bnever|\bnot|n['’]t|\bnie(?:mals)?|\bnicht|\bjamais|\bnunca|\bmai|\bnooit|\bno one will|\bnobody will|\bthat|\bwho|\bwhich|\bcannot)\s{1,2}(?:ever\s)?$", re.IGNORECASE)
_CITED = re.compile(r"(?:such as|like|e\.g\.|for example|wie|z\.\s?b\.|comme|como|known as|called|say|types?|attacks?)\s{0,2}[:,]?\s{0,2}[\"“„«'‘(]{1,2}$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?。！？](?=[\s\"”»')]|$)|\n|[。！？]")
_WEAK = re.compile(
    rf"(?:^\s{{0,3}}(?:also\s|then\s|please\s|and\s|auch\s)?{_V})|(?-i:\b[A-Z]{{3,}}-[A-Z0-9]{{2,}}\b)|\b{_A}\s(?:is|has|holds|knows|ist|hat)\b"
    r"|\b(?:human|user|assistant|ai|system|response)\s?:|\bthe (?:assistant|model|ai|chatbot)\b|\b(?:the|this) (?:letter|resume|cv|report)\b|\byou (?:must|will) (?:not\s)?(?:write|add|mention|say|include)\b",
    _FLAGS,
)


def _said(reading: _Reading, with_planted: bool = True) -> Iterator[tuple[str, int, int]]:
    """Spans of `reading.text` that speak to a machine, widened to their sentences."""
    text = reading.text
    for order in _SAID:
        if (order.planted and not with_planted) or (order.needs and not order.needs.search(text)):
            continue
        code, covered = order.code, 0
        for found in order.pattern.finditer(text):
            if found.start() < covered:
                continue
            if order.beside and not order.beside.search(text, max(0, found.end() - 1), _near_end(text, found.end())):
                continue
            first, last = _sentence(text, found.start(), found.end())
            lead = text[max(0, found.start() - 30) : found.start()]
            if _CITED.search(lead) or (code == "injection.instruction" and _NEGATED.search(lead)):
                continue
            if order.planted and not _PLANTED.search(text, first, last):
                continue
            covered = last
            yield code, first, _onward(text, last)


def _sentence(text: str, first: int, last: int) -> tuple[int, int]:
    start = max(0, first - 400)
    begin = start
    for found in _SENTENCE_END.finditer(text, start, max(first, start)):
        begin = found.end()
    ending = _SENTENCE_END.search(text, max(last - 1, first))
    return min(begin, first), max(last, ending.end() if ending else len(text))


def _near_end(text: str, position: int) -> int:
    ending = _SENTENCE_END.search(text, position, position + 160)
    return ending.start() if ending else position + 160


def _onward(text: str, last: int) -> int:
    """The end of what follows in the same paragraph and goes on in the same voice."""
    end = last
    position = last
    for _ in range(6):
        if text[position - 1 : position] == "\n" and (text[position : position + 1] in ("", "\n") or text[position : position + 200].split("\n")[0].strip() == ""):
            break
        ending = _SENTENCE_END.search(text, position)
        stop = ending.end() if ending else len(text)
        if stop <= position:
            break
        if _WEAK.search(text[position:stop].lstrip(" \"'")):
            end = stop
        position = stop
    return end


# --- what it poses as ------------------------------------------------------------------------------------------------

_ROLE = r"(?:system|assistant|developer|user|human|instructions?|inst|prompt|sys|tool|function|model|ai)"
_TAGS = re.compile(
    rf"<\|?\s?/?(?P<tag>(?:system|assistant|developer|human|instructions?|prompt|admin|override|hidden|secret|ai|llm|model|job_?(?:ad|description|posting)|resume|context|document|data|user(?:_\w+)?|system\w*|tool\w*|function\w*|invoke|parameter|im_start|im_end|start_header_id|"
    rf"end_header_id|eot_id|endoftext|begin_of_text|start_of_turn|end_of_turn|thinking?|antml\w*|\w*prompt\w*|\w*instructions?)(?:[\s:=][^<>\n]{{0,60}})?)\s?\|?>",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"\[/?INST\]|<</?SYS>>|\[(?:SYSTEM|ASSISTANT)(?: (?:MESSAGE|PROMPT|NOTE|OVERRIDE))?\]|\[/?(?:system|assistant)_\w+\]|\{%-?\s?(?:system|set|assistant|user|prompt)\b[^%\n]{0,60}%\}|<s>|</s>|<bos>|<(?:start|end)_of_turn>|【系统】|\[SYSTEM:",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"^[ \t]{{0,3}}(?:#{{1,6}}|\*\*|=+|-{{2,}})\s?(?:new\s)?(?:system(?: (?:message|prompt|note|override))?|assistant|instruction|response|human|input|ai|prompt)\s?(?:\*\*)?:(?:\*\*)?\s{{0,3}}", _FLAGS)
_TURN = re.compile(
    r"^(?:.{0,200}?[.!?]\s)?[ \t>*\"-]{0,4}(?:ai|assistant|chatgpt|claude|bot|chatbot|model|gpt|gemini|assistent|asistente|ki|ia)(?: \w{2,12})?\*{0,2}\s?:\*{0,2}\s{0,3}[\"“]?"
    r"(?:sure|of course|certainly|okay|ok\b|i have|i['’]ve|i will|i['’]ll|i am|i['’]m|understood|here (?:is|are)|done|got it|absolutely|as requested|gerne|natürlich|klar|verstanden|ich habe|bien sûr|d['’]accord|j['’]ai|claro|por supuesto|entendido|he )",
    _FLAGS,
)
_SYSTEM_LINE = re.compile(
    r"(?:^|[.!?]\s)[ \t>*#\[-]{0,4}(?:system|developer|admin(?:istrator)?|root)(?: (?:message|prompt|note|notice|override|instruction|update|command))?\]?\*{0,2}\s?:\*{0,2}\s{0,3}(?:you (?:are|must|will|should|write|now)|ignore|new |always|never|override|the (?:user|applicant|candidate)|do not|from now)"
    rf"|(?:^|[.!?]\s)[ \t>*#\[-]{{0,4}}(?:system|developer)[ -](?:message|prompt|note|override|instruction|command)(?: \w{{2,10}})?\s?:",
    _FLAGS,
)
_MESSAGE = re.compile(
    r"[{\[]?\s{0,3}[\"']?role[\"']?\s?:\s?[\"']?(?:system|assistant|developer|user|tool)[\"']?\s{0,3}[,\n]\s{0,8}-?\s?[\"']?(?:content|text|message|parts)[\"']?\s?:"
    r"|[{,]\s{0,3}[\"'](?:system|system_prompt|instructions?|prompt|system_instruction|tool_calls?|function_call)[\"']\s{0,2}:",
    _FLAGS,
)
_CALL = re.compile(
    r"[{]\s{0,3}[\"'](?:name|tool|function|action)[\"']\s{0,2}:\s{0,2}[\"']\w{1,60}[\"']\s{0,2},\s{0,3}[\"'](?:arguments|args|parameters|input|action_input)[\"']\s{0,2}:"
    r"|^[ \t]{0,3}action\s?:\s{0,2}\w{2,40}\s{0,2}\n[ \t]{0,3}action input\s?:|^[ \t`]{0,6}\w{2,30}[_.]\w{2,30}\(\s?(?:content|text|document|body|message|resume|letter|name|title|value|data)\s?=\s?[\"']|^`{3}(?:tool\w*|function\w*)\s*$|^[ \t]{0,3}(?:thought|observation)\s?:.{0,200}\n.{0,200}\n?[ \t]{0,3}action\s?:",
    _FLAGS,
)
_FORGED_END = re.compile(
    r"^[^\w\n]{0,12}[ \t]{0,2}(?:this is the\s)?(?:end|ende|fin|fine|einde|koniec|конец|begin|beginning|start|anfang|début|inicio)\s(?:of\s|der\s|des\s|de\s|del\s|de l['’]\s?|dell['’]\s?)?(?:the\s|la\s|new\s|user\s|untrusted\s)?(?:job\s)?"
    r"(?:ad|advert|advertisement|description|posting|data|document|input|prompt|context|text|user input|anzeige|stellenanzeige|stellenausschreibung|daten|eingabe|texts?|annonce|offre|données|oferta|anuncio|datos|annuncio|instructions?|anweisungen|system prompt|untrusted\s\w+|new instructions?)(?! of\b)\b[^\w\n]{0,12}$"
    r"|</(?:job_?(?:ad|description|posting)|data|document|untrusted\w{0,10}|user_input|ad|input|context)>|^[-=#*~]{3,}[ \t]?(?:end|eof|eot|stop)[ \t]?[-=#*~]{3,}[ \t]*$|^[\"'`]{3}\s*(?:end|system|new)\b",
    _FLAGS,
)
_BLOCK_END = re.compile(r"\n[ \t]*\n|\Z")


def _posed(reading: _Reading) -> Iterator[tuple[str, int, int]]:
    text = reading.text
    tags = list(_TAGS.finditer(text))
    covered = 0
    for index, found in enumerate(tags):
        if found.start() < covered:
            continue
        name = re.split(r"[\s:=]", found["tag"].lower(), maxsplit=1)[0]
        if name in ("data", "context", "document", "resume", "hidden", "ai", "model", "user") and not (
            index + 1 < len(tags) and tags[index + 1]["tag"].lower().startswith(name)
        ):
            continue
        # To the closing tag of the same name, else to the end of the paragraph.
        closing = next((later for later in tags[index + 1 : index + 9] if "/" in later[0][:3] and later["tag"].lower().startswith(name)), None)
        if "/" in found[0][:3] and not name.startswith(("system", "instr", "job", "prompt")):
            continue
        covered = closing.end() if closing else _block(text, found.end())
        yield "injection.role_tag", found.start(), covered
    for pattern in (_BRACKETS, _HEADED, _SYSTEM_LINE, _MESSAGE, _CALL):
        for found in pattern.finditer(text):
            yield "injection.role_tag", _line_start(text, found.start()) if pattern is _MESSAGE else found.start(), _block(text, found.end())
    for found in _TURN.finditer(text):
        first = found.start()
        if text[found.start() : found.end()].count(".") or re.search(r"[.!?]\s", found[0]):
            first += max((m.end() for m in re.finditer(r"[.!?]\s", found[0])), default=0)
        asked = len(text[:first].rstrip())
        before = text.rfind("\n", 0, asked) + 1
        if re.match(r"[ \t>*]{0,4}(?:user|human|nutzer|utilisateur|usuario)\*{0,2}\s?:", text[before:first], re.IGNORECASE):
            first = before
        yield "injection.role_tag", first, _block(text, found.end())
    for found in _FORGED_END.finditer(text):
        yield "injection.forged_end", found.start(), _block(text, found.end())


def _block(text: str, position: int) -> int:
    found = _BLOCK_END.search(text, position)
    return found.start() if found else len(text)


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


# --- what is hidden --------------------------------------------------------------------------------------------------

_COMMENT = re.compile(r"<!--.{0,4000}?-->|^[ \t]{0,3}\[(?://|comment|_|#|note)\]:\s?(?:#|<>)\s{0,2}[(\"'].{0,2000}?[)\"']\s*$|/\*.{0,2000}?\*/|<!--[^\n]*$", re.DOTALL | re.MULTILINE)
_HIDING = re.compile(
    r"<(?P<tag>\w{1,12})\b[^<>]{0,300}?(?:style\s?=\s?[\"'][^\"'<>]{0,200}?(?:display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0|opacity\s?:\s?0(?![.\d])|color\s?:\s?(?:#?fff(?:fff)?\b|white|transparent)|(?:left|top|text-indent)\s?:\s?-\d{3,}|font-size\s?:\s?1px)[^\"'<>]{0,200}[\"']"
    r"|\shidden(?=[\s>=])|class\s?=\s?[\"'][^\"']{0,60}(?:sr-only|visually-hidden|hidden)[^\"']{0,60}[\"'])[^<>]{0,200}>(?P<text>.{0,3000}?)(?:</(?P=tag)>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_HIDDEN_TELLS = re.compile(rf"(?:{_M}|{_A}|{_D}|{_C}|\bapplication\b|{'|'.join(f'(?:{p})' for p in words.OVERRIDE[:2])})", _FLAGS)
_COMMENT_TELLS = re.compile(
    rf"(?:(?:{_D}|{_A})(?=.{{0,200}}?\b(?:{_MODAL}|is|are|has|have|holds|knows|{_V})))|(?:\b(?:{_MODAL}|{_V})(?=.{{0,200}}?(?:{_D}|{_A})))|(?<!ki-)\b(?:ai|llms?|language models?|chatbots?|chatgpt|sprachmodelle?|assistant)\b.{{0,60}}?(?:[:,]|{_MODAL})",
    _FLAGS | re.DOTALL,
)
_TAG_RUN = re.compile("[\U000e0000-\U000e007f]{4,}")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{4,}")
_ZERO_RUN = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u180e]{8,}")
_ZERO_SPREAD = re.compile("(?:[ -\u024f]{1,3}[\u200b-\u200d\u2060-\u2064\ufeff\u180e]{1,4}){6,}[ -\u024f]{0,40}")
_BIDI = re.compile("[\u202d\u202e](?P<text>[^\u202c\n]{6,})")


def _hidden(ad: str) -> Iterator[_Hit]:
    for found in _COMMENT.finditer(ad):
        if _COMMENT_TELLS.search(found[0]) or any(True for _ in _said(_plain(found[0]))):
            yield _Hit("injection.hidden", *found.span())
    for found in _HIDING.finditer(ad):
        inner = re.sub(r"<[^<>]{0,200}>", " ", found["text"])
        if len(inner.split()) >= 3 and _HIDDEN_TELLS.search(inner):
            yield _Hit("injection.hidden", *found.span())
    flags = {position for flag in _FLAG.finditer(ad) for position in range(*flag.span())}
    for found in _TAG_RUN.finditer(ad):
        if found.start() not in flags:
            yield _Hit("injection.hidden", *found.span(), "".join(chr(ord(c) - 0xE0000) for c in found[0]))
    for found in _SELECTORS.finditer(ad):
        decoded = bytes((ord(c) - 0xFE00) if ord(c) < 0xE0000 else (ord(c) - 0xE0100 + 16) for c in found[0] if ord(c) < 0xE01F0)
        yield _Hit("injection.hidden", *found.span(), decoded.decode("utf-8", "replace"))
    for found in _ZERO_RUN.finditer(ad):
        yield _Hit("injection.hidden", *found.span(), f"{len(found[0])} invisible characters in a row")
    for found in _ZERO_SPREAD.finditer(ad):
        first, last = _sentence(ad, *found.span())
        yield _Hit("injection.hidden", first, last)
    for found in _BIDI.finditer(ad):
        yield _Hit("injection.hidden", *found.span(), found["text"])


# --- what is encoded -------------------------------------------------------------------------------------------------

_BASE64 = re.compile(r"(?<![\w/+%=.-])[A-Za-z0-9+/_-]{20,}={0,2}(?![\w/+])")
_HEX = re.compile(r"(?<![\w-])(?:0x)?(?:[0-9a-fA-F]{2}[ :]?){12,}(?![\w-])|(?:\\x[0-9a-fA-F]{2}){8,}|(?:%[0-9a-fA-F]{2}){8,}")
_BINARY = re.compile(r"(?<!\d)(?:[01]{8}\s?){6,}")
_ORDERS = re.compile(rf"{_C}|\b{words.FORGET}\s|\b{_D}|{_A}", _FLAGS)


def _encoded(reading: _Reading) -> Iterator[tuple[str, int, int, str]]:
    text = reading.text
    for pattern, decode in ((_BASE64, _from_base64), (_HEX, _from_hex), (_BINARY, _from_binary)):
        for found in pattern.finditer(text):
            decoded = decode(found[0])
            if decoded and len(_WORD.findall(decoded)) >= 3 and _ORDERS.search(decoded):
                yield "injection.encoded", *_sentence(text, *found.span()), decoded
    for line in re.finditer(r"[^\n]{16,}", text):
        known = _known_words(line[0])
        for decode in (_rot13, _reversed):
            decoded = decode(line[0])
            if _known_words(decoded) <= known:
                continue
            hit = next(_said(_Reading(decoded, [])), None)
            if hit:
                yield "injection.encoded", *line.span(), decoded
                break


def _known_words(text: str) -> int:
    return sum(word in words.COMMON for word in _WORD.findall(text.casefold()))


def _printable(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if text and all(c.isprintable() or c in "\n\t" for c in text) else None


def _from_base64(token: str) -> str | None:
    token = token.rstrip("=").translate(str.maketrans("-_", "+/"))
    if len(token) % 4 == 1:
        return None
    try:
        return _printable(base64.b64decode(token + "=" * (-len(token) % 4)))
    except (binascii.Error, ValueError):
        return None


def _from_hex(token: str) -> str | None:
    digits = re.sub(r"0x|\\x|[% :]", "", token)
    return _printable(bytes.fromhex(digits[: len(digits) // 2 * 2]))


def _from_binary(token: str) -> str | None:
    digits = "".join(token.split())
    return _printable(bytes(int(digits[i : i + 8], 2) for i in range(0, len(digits) // 8 * 8, 8)))


def _rot13(text: str) -> str:
    return codecs.encode(text, "rot13")


def _reversed(text: str) -> str:
    return text[::-1]


# --- what would send data away ---------------------------------------------------------------------------------------

_SENDING = re.compile(
    r"!?\[[^\]\n]{0,200}\]\(\s?https?://[^)\s]{0,300}?(?:\{\{?|\$\{|\[|<|%7B|%s\b|=(?:resume|data|cv|email|name|secret|prompt|history|conversation)\b)[^)\n]{0,300}\)"
    r"|<img\b[^<>]{0,100}\bsrc\s?=\s?[\"']https?://[^\"'<>]{0,200}(?:\{\{?|\$\{|\[)[^<>]{0,200}>"
    r"|https?://\S{0,200}(?:\{\{?|\$\{|\[|<)(?:resume|data|cv|e-?mail|name|secret|prompt|history|conversation|applicant|user|phone)[^\s\n]{0,80}",
    re.IGNORECASE,
)


def _hits(ad: str) -> list[_Hit]:
    """All findings, sorted and merged where they overlap."""
    plain = _plain(ad)
    found = list(_hidden(ad))
    sources: tuple[tuple[_Reading, Callable[[_Reading], Iterator[tuple[str, int, int]]]], ...] = ((plain, _posed), (plain, _said))
    for variant in (_unleet(plain), _unspaced(plain)):
        if variant:
            sources += ((variant, lambda reading: _said(reading, with_planted=False)),)
    for reading, reader in sources:
        found += [_traced(ad, reading, code, first, last) for code, first, last in reader(reading)]
    for code, first, last, decoded in _encoded(plain):
        hit = _traced(ad, plain, code, first, last)
        found.append(_Hit(code, hit.first, hit.last, decoded))
    for match in _SENDING.finditer(plain.text):
        found.append(_traced(ad, plain, "injection.exfiltration", *_sentence(plain.text, *match.span())))
    return _merged(found)


def _traced(ad: str, reading: _Reading, code: str, first: int, last: int) -> _Hit:
    """The span of the ad behind a span of a reading, without white space at its edges."""
    start = reading.origin[first] if first < len(reading.origin) else len(ad)
    end = reading.origin[last - 1] + 1 if last else start
    if last < len(reading.origin):
        end = max(end, reading.origin[last]) if ad[end : reading.origin[last]].strip() else end
    elif last == len(reading.origin):
        end = len(ad) if last == len(reading.text) else end
    while start < end and ad[start].isspace():
        start += 1
    while end > start and ad[end - 1].isspace():
        end -= 1
    return _Hit(code, start, end)


def _merged(hits: list[_Hit]) -> list[_Hit]:
    out: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.last <= hit.first:
            continue
        if out and hit.first < out[-1].last:
            before = out.pop()
            # A disguise says more about the text than what it says in disguise.
            code = hit.code if hit.code in ("injection.hidden", "injection.encoded") and hit.quote else before.code
            hit = _Hit(code, before.first, max(before.last, hit.last), before.quote or hit.quote)
        out.append(hit)
    return out
