"""Patterns of text that poses as something else, is hidden or encoded, or would send data away."""

import re

from jobforge.languages import lexicon_injection as words
from jobforge.languages.lexicon_orders import FLAGS, MODAL

_M, _V, _C, _A, _D = words.MACHINE, words.VERB, words.COMMAND, words.APPLICANT, words.DOCUMENT
TAGS = re.compile(
    r"<\|?\s?/?(?P<tag>(?:system|assistant|developer|human|instructions?|prompt|admin|override|hidden|secret|ai|llm|model|job_?(?:ad|description|posting)|resume|context|document|data|user(?:_\w+)?|system\w*|tool\w*|function\w*|invoke|parameter|im_start|im_end|start_header_id|"
    r"end_header_id|eot_id|endoftext|begin_of_text|start_of_turn|end_of_turn|thinking?|antml\w*|\w*prompt\w*|\w*instructions?)(?:[\s:=][^<>\n]{0,60})?)\s?\|?>",
    re.IGNORECASE,
)
BRACKETS = re.compile(
    r"\[/?INST\]|<</?SYS>>|\[(?:SYSTEM|ASSISTANT)(?: (?:MESSAGE|PROMPT|NOTE|OVERRIDE))?\]|\[/?(?:system|assistant)_\w+\]|\{%-?\s?(?:system|set|assistant|user|prompt)\b[^%\n]{0,60}%\}|<s>|</s>|<bos>|<(?:start|end)_of_turn>|【系统】|\[SYSTEM:",
    re.IGNORECASE,
)
HEADED = re.compile(
    r"^[ \t]{0,3}(?:#{1,6}|\*\*|=+|-{2,})\s?(?:new\s)?(?:system(?: (?:message|prompt|note|override))?|assistant|instruction|response|human|input|ai|prompt)\s?(?:\*\*)?:(?:\*\*)?\s{0,3}",
    FLAGS,
)
TURN = re.compile(
    r"^(?:.{0,200}?[.!?]\s)?[ \t>*\"-]{0,4}(?:ai|assistant|chatgpt|claude|bot|chatbot|model|gpt|gemini|assistent|asistente|ki|ia)(?: \w{2,12})?\*{0,2}\s?:\*{0,2}\s{0,3}[\"“]?"
    r"(?:sure|of course|certainly|okay|ok\b|i have|i['’]ve|i will|i['’]ll|i am|i['’]m|understood|here (?:is|are)|done|got it|absolutely|as requested|gerne|natürlich|klar|verstanden|ich habe|bien sûr|d['’]accord|j['’]ai|claro|por supuesto|entendido|he )",
    FLAGS,
)
SYSTEM_LINE = re.compile(
    r"(?:^|[.!?]\s)[ \t>*#\[-]{0,4}(?:system|developer|admin(?:istrator)?|root)(?: (?:message|prompt|note|notice|override|instruction|update|command))?\]?\*{0,2}\s?:\*{0,2}\s{0,3}(?:you (?:are|must|will|should|write|now)|ignore|new |always|never|override|the (?:user|applicant|candidate)|do not|from now)"
    r"|(?:^|[.!?]\s)[ \t>*#\[-]{0,4}(?:system|developer)[ -](?:message|prompt|note|override|instruction|command)(?: \w{2,10})?\s?:",
    FLAGS,
)
MESSAGE = re.compile(
    r"[{\[]?\s{0,3}[\"']?role[\"']?\s?:\s?[\"']?(?:system|assistant|developer|user|tool)[\"']?\s{0,3}[,\n]\s{0,8}-?\s?[\"']?(?:content|text|message|parts)[\"']?\s?:"
    r"|[{,]\s{0,3}[\"'](?:system|system_prompt|instructions?|prompt|system_instruction|tool_calls?|function_call)[\"']\s{0,2}:",
    FLAGS,
)
CALL = re.compile(
    r"[{]\s{0,3}[\"'](?:name|tool|function|action)[\"']\s{0,2}:\s{0,2}[\"']\w{1,60}[\"']\s{0,2},\s{0,3}[\"'](?:arguments|args|parameters|input|action_input)[\"']\s{0,2}:"
    r"|^[ \t]{0,3}action\s?:\s{0,2}\w{2,40}\s{0,2}\n[ \t]{0,3}action input\s?:|^[ \t`]{0,6}\w{2,30}[_.]\w{2,30}\(\s?(?:content|text|document|body|message|resume|letter|name|title|value|data)\s?=\s?[\"']|^`{3}(?:tool\w*|function\w*)\s*$|^[ \t]{0,3}(?:thought|observation)\s?:.{0,200}\n.{0,200}\n?[ \t]{0,3}action\s?:",
    FLAGS,
)
SETTINGS = re.compile(
    r"^[ \t]{0,3}[\"']?(?:assistant|model|ai|llm|agent|prompt|system|bot|chatbot|gpt|writer)[_ -]?(?:config(?:uration)?|settings?|instructions?|options?|overrides?|directives?|rules|policy|behaviou?r)[\"']?\s?:\s{0,3}(?:\n[ \t]{1,8}[\"']?[\w-]{2,30}[\"']?\s?:|\{)"
    r"|^\[(?:assistant|model|ai|llm|agent|prompt|bot)[_. -]\w{2,20}\]\s{0,2}\n\w[\w.-]{1,30}\s?=",
    FLAGS,
)
FORGED_END = re.compile(
    r"^[^\w\n]{0,12}[ \t]{0,2}(?:this is the\s)?(?:end|ende|fin|fine|einde|koniec|конец|begin|beginning|start|anfang|début|inicio)\s(?:of\s|der\s|des\s|de\s|del\s|de l['’]\s?|dell['’]\s?)?(?:the\s|la\s|new\s|user\s|untrusted\s)?(?:job\s)?"
    r"(?:ad|advert|advertisement|description|posting|data|document|input|prompt|context|text|user input|anzeige|stellenanzeige|stellenausschreibung|daten|eingabe|texts?|annonce|offre|données|oferta|anuncio|datos|annuncio|instructions?|anweisungen|system prompt|untrusted\s\w+|new instructions?)(?! of\b)\b[^\w\n]{0,12}$"
    r"|</(?:job_?(?:ad|description|posting)|data|document|untrusted\w{0,10}|user_input|ad|input|context)>|^[-=#*~]{3,}[ \t]?(?:end|eof|eot|stop)[ \t]?[-=#*~]{3,}[ \t]*$|^[\"'`]{3}\s*(?:end|system|new)\b",
    FLAGS,
)
POSING = (BRACKETS, HEADED, SYSTEM_LINE, MESSAGE, CALL, SETTINGS)
BLOCK_END = re.compile(r"\n[ \t]*\n|\Z")
COMMENT = re.compile(
    r"<!--.{0,4000}?-->|^[ \t]{0,3}\[(?://|comment|_|#|note)\]:\s?(?:#|<>)\s{0,2}[(\"'].{0,2000}?[)\"']\s*$|/\*.{0,2000}?\*/|<!--[^\n]*$",
    re.DOTALL | re.MULTILINE,
)
HIDING = re.compile(
    r"<(?P<tag>\w{1,12})\b[^<>]{0,300}?(?:style\s?=\s?[\"'][^\"'<>]{0,200}?(?:display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0|opacity\s?:\s?0(?![.\d])|color\s?:\s?(?:#?fff(?:fff)?\b|white|transparent)|(?:left|top|text-indent)\s?:\s?-\d{3,}|font-size\s?:\s?1px)[^\"'<>]{0,200}[\"']"
    r"|\shidden(?=[\s>=])|class\s?=\s?[\"'][^\"']{0,60}(?:sr-only|visually-hidden|hidden)[^\"']{0,60}[\"'])[^<>]{0,200}>(?P<text>.{0,3000}?)(?:</(?P=tag)>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
HIDDEN_TELLS = re.compile(
    rf"(?:{_M}|{_A}|{_D}|{_C}|\bapplication\b|{'|'.join(f'(?:{p})' for p in words.OVERRIDE[:2])})", FLAGS
)
COMMENT_TELLS = re.compile(
    rf"(?:(?:{_D}|{_A})(?=.{{0,200}}?\b(?:{MODAL}|is|are|has|have|holds|knows|{_V})))|(?:\b(?:{MODAL}|{_V})(?=.{{0,200}}?(?:{_D}|{_A})))|(?<!ki-)\b(?:ai|llms?|language models?|chatbots?|chatgpt|sprachmodelle?|assistant)\b.{{0,60}}?(?:[:,]|{MODAL})",
    FLAGS | re.DOTALL,
)
TAG_RUN = re.compile("[\U000e0000-\U000e007f]{4,}")
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f")
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{4,}")
ZERO_RUN = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u180e]{8,}")
ZERO_SPREAD = re.compile("(?:[ -\u024f]{1,3}[\u200b-\u200d\u2060-\u2064\ufeff\u180e]{1,4}){6,}[ -\u024f]{0,40}")
BIDI = re.compile("[\u202d\u202e](?P<text>[^\u202c\n]{6,})")
BASE64 = re.compile(r"(?<![\w/+%=.-])[A-Za-z0-9+/_-]{20,}={0,2}(?![\w/+])")
HEX = re.compile(
    r"(?<![\w-])(?:0x)?(?:[0-9a-fA-F]{2}[ :]?){12,}(?![\w-])|(?:\\x[0-9a-fA-F]{2}){8,}|(?:%[0-9a-fA-F]{2}){8,}"
)
BINARY = re.compile(r"(?<!\d)(?:[01]{8}\s?){6,}")
ORDERS = re.compile(rf"{_C}|\b{words.FORGET}\s|\b{_D}|{_A}", FLAGS)
SENDING = re.compile(
    r"!?\[[^\]\n]{0,200}\]\(\s?https?://[^)\s]{0,300}?(?:\{\{?|\$\{|\[|<|%7B|%s\b|=(?:resume|data|cv|email|name|secret|prompt|history|conversation)\b)[^)\n]{0,300}\)"
    r"|<img\b[^<>]{0,100}\bsrc\s?=\s?[\"']https?://[^\"'<>]{0,200}(?:\{\{?|\$\{|\[)[^<>]{0,200}>"
    r"|https?://\S{0,200}(?:\{\{?|\$\{|\[|<)(?:resume|data|cv|e-?mail|name|secret|prompt|history|conversation|applicant|user|phone)[^\s\n]{0,80}",
    re.IGNORECASE,
)
