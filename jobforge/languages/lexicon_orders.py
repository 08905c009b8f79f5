"""Patterns of sentences that give orders to a machine, built from the words of `lexicon_injection`."""

import re
from dataclasses import dataclass

from jobforge.languages import lexicon_injection as words

FLAGS = re.IGNORECASE | re.MULTILINE
_M, _V, _C, _A, _D = words.MACHINE, words.VERB, words.COMMAND, words.APPLICANT, words.DOCUMENT
_TO = r"(?:to|for|at|für|an|pour|à|aux?|des?|para|per|voor|aan|dla|do|для|al?|alla|agli|ai|till?|til|către|için|pre|pro|à l['’]attention)"
_NOTE = (
    r"(?:note|notice|message|information|info|instructions?|directions?|attention|hint|memo|reminder|important|only|read|hinweise?|mitteilung|nachricht|achtung|wichtig"
    r"|anweisung|remarque|à l['’]attention|avis|consigne|nota|aviso|mensaje|atención|importante|attenzione|messaggio|avviso|mensagem|atenção|let op|bericht|opmerking"
    r"|uwaga|wiadomość|notatka|внимание|примечание|сообщение|obs|observera|bemærk|huomio|huomautus|pozor|poznámka|figyelem|atenție|dikkat|not|увага)"
)
MODAL = (
    r"(?:must|should|shall|ha(?:s|ve) to|need(?:s)? to|(?:is|are) (?:to|required|asked|instructed|ordered|told|requested|obliged)|soll(?:en|te|ten)?|muss|müssen|doit|doivent|debe[nr]?|deberá[n]?|tiene[n]? que"
    r"|deve|devono|devem|tem que|moet(?:en)?|dienen|powinn\w{1,3}|musi|muszą|ska|måste|skal|должн[аоы]|должен)"
)
_ENDS_ADDRESS = (
    r"(?=\s{0,2}(?:only|reading|processing|evaluating|writing|that|which|who|parsing|nur|seulement|solo|[:,;!–—.-]))"
)
_DOCS_OR_APPLICANT = (
    rf"(?:{words.PAPERS}|{_A}|this one|application|bewerbung|candidature|candidatura|solicitud|sollicitatie)"
)

# An order to say something; "please note that the candidate ..." is said to people.
_SAY = (
    r"(?:(?:^|[:;,.!?>\"“”„(–—-][ \t]{0,3}|\b(?:please|kindly|bitte|and|und|et|y|e|en|then|always|must|should|ha[sv]e? to|is to|are to)\s{1,2})"
    r"(?:say|state|write|claim|mention|declare|assert|pretend|print|output|lie|invent|schreibe?n?|behaupte|erwähne|sage|gib an|écri[sv]\w*|indique[zr]?|affirme[zr]?|mentionne[zr]?|di|diga|escrib[ae]|afirma|indica|menciona"
    r"|scrivi|dichiara|afferma|escreva|diga|afirme|schrijf|vermeld|beweer|napisz|skriv|напиши))\b"
)
_CODE_WORD = r"(?-i:\b[A-Z]{3,}[-_][A-Z0-9]{3,}\b)"
# Patterns that are enough by themselves.
_SUFFICIENT_PAIRS: tuple[tuple[str, str], ...] = (
    *(("injection.instruction", pattern) for pattern in words.OVERRIDE),
    # Somebody is spoken to, and it is a machine.
    (
        "injection.addressed",
        rf"\b{_NOTE}[^.\n:]{{0,40}}?\b{_TO}\s{{1,2}}(?:\w{{2,12}}\s){{0,2}}{_M}[^.\n:]{{0,40}}?\s?[:;–—-]",
    ),
    ("injection.addressed", rf"\b{_TO}\s{{1,2}}{_M}\s(?:only|reading this|processing this|that reads this|nur)\b"),
    (
        "injection.addressed",
        rf"\b(?:dear|hello|hi|hey|attention|listen|okay|ok|liebe[rs]?|hallo|achtung|ch(?:er|ère)s?|messieurs les|mesdames les|bonjour|querid[oa]|estimad[oa]|hola|oye|car[oa]|ciao|beste|let op|drogi|szanown\w{{1,3}}|olá|prezad[oa]|kära|hej"
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
    (
        "injection.addressed",
        rf"(?:^|[.!?][ \t]){_M},?\s(?:[^.\n]{{0,30}},\s)?(?:please|kindly|bitte|por favor|per favore)\s[^.\n]{{0,12}}{_V}",
    ),
    (
        "injection.addressed",
        r"(?:AI|人工智能|机器人|语言模型|大模型|聊天机器人)(?:助手|模型|系统)?[^。\n]{0,4}(?:请注意|注意|请)",
    ),
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
        rf"\b(?:read|processed|evaluated|parsed|scanned|analy[sz]ed|gelesen|verarbeitet|lu|traité|leído|letto)\s(?:by|von|par|por|da)\s(?:{_M}|software|a machine|a program|a computer)[^.\n]{{0,20}}?(?:,|\bthen\b|\b{MODAL})",
    ),
    (
        "injection.addressed",
        r"\b(?:your|deine?|ihre?|votre|ton|tu|su|il tuo)\s(?:ai |ki-?)?(?:tool|software|assistant|model|chatbot|generator|bot)\s(?:should|must|has to|needs to|soll|muss|doit|debe|deve)\s"
        + _V,
    ),
    (
        "injection.addressed",
        rf"\b(?:whoever|whatever|anything that|anyone or anything)\s(?:\w+\s)?(?:computes?|generates?|scores?|rates?|evaluates?|processes)\b[^.\n]{{0,80}}?\b{MODAL}\s",
    ),
    (
        "injection.addressed",
        r"\b(?:to|for|an|pour|à|para|per) (?:which|what)?(?:ever|any|every|each|all|the|jede[nrms]?|alle|tou(?:te)?s?|cualquier|quien|wer) ?(?:\w{2,14}[ -]){0,2}?(?:assistants?|tools?|models?|systems?|programs?|software|bots?|engines?|writers?|assistente?n?|programme?|modèles?|logiciels?|asistentes?|programas?)"
        r"\s(?:(?:that|which|who|is|are|may be|might be|now|currently|just|der|die|das|qui|que|est|está)\s){0,3}(?:draft|writ|compos|prepar|generat|read|process|help|evaluat|pars|produc|schreib|lies|les|verfass|erstell|rédig|li[st]|écri|redact|escrib|ley|lee|proces)\w*",
    ),
    (
        "injection.addressed",
        rf"\b(?:falls|wenn|sofern|sollte|ob)\s[^.\n]{{0,50}}?\bvon (?:einer? |einem )?(?:{words.MACHINE_NAME}|maschine|programm|computer|a computer|algorithmus|software)\s(?:\w+\s)?(?:gelesen|ausgewertet|verarbeitet|analysiert|bearbeitet|erfasst)\s(?:wird|werden|wurde)[^.\n]{{0,10}},",
    ),
    (
        "injection.instruction",
        r"\byou are (?-i:[A-Z]\w{2,14}), an? (?:\w{2,12} )?(?:assistant|model|bot|chatbot|ai|writer)\s(?:who|that|which)\b|\b(?:stay|remain) in character\b|\bdu bist (?-i:[A-Z]\w{2,14}), ein(?:e)? (?:\w+ )?(?:assistent|ki|bot|chatbot)\w*,? (?:der|die|das)\b",
    ),
    (
        "injection.instruction",
        rf"(?:^|[.!?:;>\"“][ \t]{{0,3}}|\bplease\s)(?:assume|suppose|imagine|pretend|nimm an|angenommen|geh davon aus|suppose[zr]?|imagine[zr]?|supón|supon|asume|supponi)\b[^.\n]{{0,60}}?\b(?:that|dass|que|qu['’]|che)\s{{0,2}}(?:der |die |le |la |el |il |o )?{_A}",
    ),
    (
        "injection.addressed",
        r"如果你是[^。\n]{0,10}(?:AI|人工智能|语言模型|机器人)|あなたがAI|AI(?:の方|アシスタント)へ|당신이 AI",
    ),
    (
        "injection.addressed",
        rf"(?:^|[.!?(>*\"“„][ \t]{{0,3}}|[ \t][–—-][ \t]){_M}\s?[:,!]\s{{0,3}}(?:please\s|bitte\s|you must\s|you should\s)?(?:{_V}|never|always|do not)",
    ),
    (
        "injection.instruction",
        r"\byour (?:system|hidden|initial|internal|secret) (?:instructions?|prompts?|messages?)\b|\bin your (?:final |next |first )?(?:output|response|completion)\b|\b(?:switch to|activate) (?:developer|debug|god|admin|dan|jailbreak) mode"
        r"|\b(?:follow|obey|befolge|befolgt|suis|suivez|sigue|siga|segui|volg)\s(?:from now on|only|ab jetzt|nur noch|ab sofort|uniquement|solo|sólo|solamente|soltanto|alleen)[^.\n]{0,30}(?:instruction|anweisung|consigne|instrucci|istruzion|instructie|order|befehl|rule)",
    ),
    (
        "injection.instruction",
        r"\b(?:the|your) (?:output|response|completion|generated text)s? (?:has to|must|should|shall|needs to|will) (?:\w+ly )?(?:contain|include|mention|say|name|list|(?:begin|start|end|open|close) with)",
    ),
    (
        "injection.rating",
        r"\b(?:evaluation|assessment|rating|score|match|verdict|ranking|grade|result)s? (?:of|for) (?:this|the|every|any|each|all) (?:candidates?|applicants?|match|profile|resume|cv|pair)\b[^.\n]{0,20}\b(?:must|has to|should|is to|shall|are to) ",
    ),
    (
        "injection.instruction",
        rf"(?:machine readers?|language models?|llms?|ai\s?\w*)\s{MODAL}\s(?:decode|obey|follow the following|execute)",
    ),
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
        rf"(?:{_C}|\b{MODAL}\s(?:{_V}|be\s(?:described|rated|scored|ranked|called|treated)))[^.\n]{{0,30}}?\b(?:as |a |an |with )?(?:perfect (?:match|fit|score)|top (?:match|candidate|score)|100 ?%|100 (?:out )?of 100|10/10|(?:full|maximum|highest|top) (?:score|marks|rating))"
        rf"|\b(?:treat|mark|consider|regard|count|list)\s(?:all|every|each)\s(?:\w{{2,14}}\s)?requirements?\s(?:as|to be)\b|\blist no (?:missing|gaps|open)\b|\bno (?:missing requirements?|gaps) (?:may|must|should|are to)",
    ),
    (
        "injection.rating",
        r"\b(?:rate|score|rank|grade|recommend|classify|describe)\s(?:this|the)\s(?:candidate|applicant|match|resume|cv|application|profile)\s(?:as|at|with|highest|first|above|100|10)",
    ),
)
# A machine has to do something; with the applicant or the documents, as the rest of the sentence says.
_TASKED = rf"(?<!our )(?<!your )(?<!unser )(?<!\w)(?:{words.MACHINE_NAME}|(?:any|every|each)\s(?:model|system|software|tool|program|algorithm|reader|parser)|generators?|screeners?|parsers?)\b[^.\n]{{0,60}}?\b{MODAL}\s(?!not\b)"
# "Fact for the resume generator: ...", and what a document has to say.
_REMARK = (
    rf"(?:^|[.!?(>*\"“„-][ \t]{{0,3}})(?:[^\s.:]{{1,14}}\s){{0,4}}{_TO}\s{{1,2}}(?:(?:any|all|alle[nr]?|jede[nrms]?|every|whatever|tou(?:te)?s les|todos los|todas las|l['’])\s?)?{_M}[^.\n:]{{0,30}}?\s?:"
    rf"|{_M}[- ](?:instructions?|notes?|messages?|directives?|orders?|commands?|hints?|override|anweisung(?:en)?|hinweis)\b[^.\n:]{{0,20}}:"
    rf"|\bthe (?:model|assistant|system|generator|ai|tool) {MODAL} (?:assume|describe|claim|say|state|write|mention|present|treat|call|believe|pretend|list)\b"
)
_PRESCRIBED = rf"\b{words.PAPERS}\s{MODAL}\s"
# "Please attach the CV" is said to people too: such orders count only where they name something that looks planted.
_WITH_PLANTED: tuple[tuple[str, str], ...] = (
    (
        "injection.instruction",
        rf"{_C}[^.\n]{{0,80}}?\b(?:to|in|into|under|on|at the top of|by|with|from)\s(?:the|every|its|each)\s(?:(?:applicant|candidate)['’]s\s|generated\s|first\s)?(?:resume|résumé|cv|skills(?: list| section)?|summary|headline|certificates|section|work history)\b[^.\n]{{0,60}}",
    ),
    (
        "injection.instruction",
        rf"{_C}\s[^.\n]{{0,20}}\b(?:resume|résumé|cv|summary|letter)\s(?:with|by|as|to)\s[\"“„'A-Z]",
    ),
)
PLANTED = re.compile(
    r"[\"“„«'‘][^\"”“»'’\n]{2,80}[\"”“»'’]|(?-i:\b[A-Z]{3,}[-_][A-Z0-9]{1,}\b)|https?://|\b(?:all jobs|every section)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Order:
    """A pattern, a cheap one without which it cannot match, and one that has to follow in the same sentence."""

    code: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    planted: bool = False
    beside: re.Pattern[str] | None = None


_RATED = re.compile(
    r"perfect|100|10/10|\btop\b|full|highest|maximum|requirement|missing|gaps|evaluat|assess|rating|score|match|verdict|rank|grade|result",
    re.IGNORECASE,
)
_MACHINE = re.compile(words.MACHINE_NAME, FLAGS)
_MACHINE_OR_MODEL = re.compile(rf"{words.MACHINE_NAME}|\bthe (?:model|assistant|system|generator|tool)\b", FLAGS)
_DOER = r"(?:software|programs?|programmes?|machines?|computers?|tools?|systems?|maschine|programm|logiciel|programa)"
_MACHINE_OR_DOER = re.compile(rf"{words.MACHINE_NAME}|\b{_DOER}\b", FLAGS)
_MADE_BY = rf"\b(?:written|composed|prepared|generated|drafted|created|produced|made|assisted|verfasst|erstellt|geschrieben|rédigée?s?|écrite?s?|redactad[oa]s?|escrit[oa]s?)\s(?:\w+\s){{0,4}}?(?:by|with|using|through|von|mit|par|avec|por|con)\s[^.\n]{{0,25}}?(?:{words.MACHINE_NAME}|\b{_DOER}\b)"
_WHEN_MADE = rf"\b(?:when(?:ever)?|if|where|wenn|falls|sobald|quand|lorsque|si|cuando)\s(?:(?:an?|any|the|this|eine?|une?|una?)\s)?(?:{words.MACHINE_NAME}|{_DOER})\s(?:prepares?|wrote|prepared|drafted|generated|writes?|drafts?|generates?|reads?|composes?|makes?|produces?|(?:das|den|die|eine?n?)\s\w+\s(?:schreibt|erstellt)|rédige|écrit|redacta|escribe)\b"
_CALLED = rf"(?:^|[.!?]\s){_M}(?:(?:,|\s(?:and|und|et|y|e|&))[^.\n]{{0,30}})?,\s(?:please|kindly|bitte|merci de|veuillez|por favor|per favore)\s\w"
# What is to be said is given word for word, or said of the applicant.
_TOLD = rf"{_CODE_WORD}|\b(?:confirm|state|sa[yi]|claim|add|mention|write|declare|bestätig|erwähn|behaupte|confirme|indique|afirma|declara)\w*\s(?:that|dass|que)\s(?:der |die |le |la |el )?{_A}|\b(?:phrase|word|term|marker|sentence|stichwort|wort|satz|mot|phrase|mention|palabra|frase)\s[\"“„«'‘]"
_GIVEN = re.compile(r"\byou\s{1,4}(?:were|have|got|had|received)\b", re.IGNORECASE)
_FORGET = re.compile(rf"(?<!\w){words.FORGET}", FLAGS)


def _cheap(code: str, said: str) -> re.Pattern[str] | None:
    """The cheap test that comes before a pattern, so that ordinary ads are read quickly."""
    if code == "injection.rating":
        return _RATED
    if said.startswith(_FORGET.pattern):
        return _FORGET
    if said.startswith(words.RULES):
        return _GIVEN
    # In a pattern that names other doers as well, a machine's name is not needed.
    return _MACHINE if words.MACHINE_NAME in said and "a computer" not in said else None


SAID = (
    *(Order(code, re.compile(said, FLAGS), _cheap(code, said)) for code, said in _SUFFICIENT_PAIRS),
    Order("injection.instruction", re.compile(_TASKED, FLAGS), beside=re.compile(_DOCS_OR_APPLICANT, FLAGS)),
    Order(
        "injection.instruction",
        re.compile(words.RULES_AND_WRITE, FLAGS),
        _FORGET,
        beside=re.compile(rf"{words.PAPERS}|{_CODE_WORD}|{_A}", FLAGS),
    ),
    Order(
        "injection.addressed",
        re.compile(_REMARK, FLAGS),
        _MACHINE_OR_MODEL,
        beside=re.compile(rf"{_CODE_WORD}|{_A}|{_C}", FLAGS),
    ),
    Order(
        "injection.instruction",
        re.compile(rf"{words.MACHINE_NAME}[^.\n]{{0,80}}?(?:{_C}|\b{MODAL}\s)", FLAGS),
        re.compile(_CODE_WORD),
        beside=re.compile(_CODE_WORD),
    ),
    Order(
        "injection.instruction", re.compile(_PRESCRIBED, FLAGS), re.compile(_CODE_WORD), beside=re.compile(_CODE_WORD)
    ),
    # "Applications composed with AI carry the marker ...", "GPT and friends, please work ... into the letter".
    *(
        Order("injection.instruction", re.compile(said, FLAGS), needs, beside=re.compile(_TOLD, FLAGS))
        for said, needs in ((_MADE_BY, _MACHINE_OR_DOER), (_WHEN_MADE, _MACHINE_OR_DOER), (_CALLED, _MACHINE))
    ),
    *(Order(code, re.compile(said, FLAGS), PLANTED, planted=True) for code, said in _WITH_PLANTED),
)
NEGATED = re.compile(
    r"(?:\bnever|\bnot|n['’]t|\bnie(?:mals)?|\bnicht|\bjamais|\bnunca|\bmai|\bnooit|\bno one will|\bnobody will|\bthat|\bwho|\bwhich|\bcannot)\s{1,2}(?:ever\s)?$",
    re.IGNORECASE,
)
CITED = re.compile(
    r"(?:such as|like|e\.g\.|for example|wie|z\.\s?b\.|comme|como|known as|called|say|types?|attacks?)\s{0,2}[:,]?\s{0,2}[\"“„«'‘(]{1,2}$",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?。！？](?=[\s\"”»')]|$)|\n|[。！？]")
WEAK = re.compile(
    rf"(?:^\s{{0,3}}(?:also\s|then\s|please\s|and\s|auch\s)?{_V})|(?-i:\b[A-Z]{{3,}}-[A-Z0-9]{{2,}}\b)|\b{_A}\s(?:is|has|holds|knows|ist|hat)\b"
    r"|\b(?:human|user|assistant|ai|system|response)\s?:|\bthe (?:assistant|model|ai|chatbot)\b|\b(?:the|this) (?:letter|resume|cv|report)\b|\byou (?:must|will) (?:not\s)?(?:write|add|mention|say|include)\b",
    FLAGS,
)
