"""The words around what is asked: tags, articles, connectors, "solid experience in" and "is a plus".

Matched against flat text (`ads.layout.flat`).
"""

from jobforge.languages.tables import Pattern, Words

TOPIC = "frames"

YEARS = Pattern(TOPIC, r"{years}")
YEARS_FIRST = Pattern(TOPIC, r"{years_first}")
OWN_YEARS = Pattern(TOPIC, r"\b(?:{own_years})\b")
TRAILING_TAG = Pattern(TOPIC, r"{trailing_tag}")
LEADING_TAG = Pattern(TOPIC, r"{leading_tag}")
FILLER = Pattern(TOPIC, r"{filler}")
EXAMPLE = Pattern(TOPIC, r"{example}")
COMPLETE = Pattern(TOPIC, r"{complete}")
LIKEWISE = Pattern(TOPIC, r"{likewise}")
NEEDED_PERSON = Pattern(TOPIC, r"{needed_person}")
# The employer speaks of itself.
EMPLOYER_SPEAKS = Pattern(TOPIC, r"^(?:{employer_speaks})\b")
RELATIVE = Pattern(TOPIC, r"{relative}")
ARTICLE = Pattern(TOPIC, r"(?:{article})\s")
SEEKING = Pattern(TOPIC, r"(?:{seeking})")
SOUGHT = Pattern(TOPIC, r"\b(?:{sought})\s+")
TERM_BOUNDARY = Pattern(TOPIC, r"\s*[,;/|]\s*|\s+&\s+|\s+(?:{term_joint})\s+|\s*[()\[\]]\s*|\s+[-–—]\s+")
FRAME = Words(TOPIC, "frame")
FRAME_TAIL = Words(TOPIC, "frame_tail")
NUMBERS = Words(TOPIC, "numbers")

# How the parts of a requirement hang together.
OR_ENDING = Pattern(TOPIC, r"\b(?:{or})\s*$")
OR_WORD = Pattern(TOPIC, r"(?<!\w)(?:{or})(?!\w)|/")
CONNECTOR = Pattern(
    TOPIC,
    r"(?P<example>\s*[(\[:]\s*|,?\s+(?:{instance})\s+)"
    r"|(?P<close>\s*[)\]]\s*,?\s*(?:(?:{and})\s+|(?:{or})\s+)?)"
    r"|(?P<either>\s*,?\s+(?:{or})\s+|\s*/\s*)|(?P<both>\s*,?\s+(?:{and})\s+|\s+[-–—]\s+)|(?P<comma>\s*[,;|]\s+)",
)
