"""Words that change what a sentence claims: negations, ranks, reach, limits, hedges.

Tables of words are folded (see `text.terms.fold`); patterns match text as written, in any case.
"""

import re

from jobforge.languages.tables import Pattern, Words

TOPIC = "claims"


def _whole_words(key: str) -> Pattern:
    return Pattern(TOPIC, r"(?<![\w-])(?:{" + key + r"})(?![\w-]\w|\w)", re.IGNORECASE)


DENIED = Pattern(TOPIC, r"{denied}")
WORKS_AT = Pattern(TOPIC, r"(?i:\b(?:{works_at})\s+(?:[^\W\d_]{1,4}['’]?\s*){0,2})")
GONE_FROM = Pattern(TOPIC, r"(?i:\b(?:{gone_from})\b)")
UNFINISHED = Pattern(TOPIC, r"{unfinished}")
WISHED = Pattern(TOPIC, r"{wished}")
NEGATION = _whole_words("negation")
# `n'ai`, `n'est`: the elided French particle.
NEGATION_ELIDED = Pattern(TOPIC, r"{negation_elided}", re.IGNORECASE)
# Said by one who wishes, offers or plans, and so claims nothing.
HEDGE = _whole_words("hedge")
# The strongest of these: a wish or an offer, whatever else the sentence says.
WISH = _whole_words("wish")
POSSESSION = _whole_words("possession")
FIRST_PERSON = _whole_words("first_person")
SECOND_PERSON = Pattern(TOPIC, r"(?<!\w)(?:{second_person})(?!\w)")
REFERRAL = _whole_words("referral")
# Facts of a life: a letter may only tell them if the person did.
BIOGRAPHY = _whole_words("biography")
PLACEHOLDER = Pattern(TOPIC, r"{placeholder}")
# Brackets that belong to a product name (`ESI[tronic]`) or to Markdown are no placeholder.
PLACEHOLDER_WORD = Pattern(TOPIC, r"{placeholder_word}", re.IGNORECASE)
HELPED = _whole_words("helped")
# Words by which somebody claims to have been at the head of a thing.
HEADED = _whole_words("headed")
# To keep a thing going is to manage it; only taking the head of what others ran is more.
RAN = _whole_words("ran")
# German "leite ... an" is to instruct, not to lead.
INSTRUCTS = Pattern(TOPIC, r"{instructs}", re.IGNORECASE)
# How far something reached, from the whole organisation to the world.
REACH = _whole_words("reach")
UNIVERSAL = _whole_words("universal")
# A source that says as much as `all`.
TOTAL = _whole_words("total")
TIME_ALL = Words(TOPIC, "time_all")
# The narrowest of limits: what is so bounded is hardly done at all.
BARELY = _whole_words("barely")
# A mark, as a degree or an examination gives it.
MARK = Pattern(TOPIC, r"(?<!\w)(?:{mark})(?!\w)", re.IGNORECASE)
# What a limit says of a skill, a degree or a figure; losing it makes the claim bigger.
LIMITS = _whole_words("limits")
# A paper that is not held now, and words of one who holds it.
EXPIRED = _whole_words("expired")
HOLDING = _whole_words("holding")
EXPERT = _whole_words("expert")
ATTESTED = _whole_words("attested")
AWARD = _whole_words("award")
# Which place somebody took.
PLACING = _whole_words("placing")
# Nobody else had a part in it.
SOLE = _whole_words("sole")
# A boast by negation: "no accidents" is a figure of zero.
SPOTLESS = _whole_words("spotless")
# Being available is a claim of its own.
AVAILABLE = _whole_words("available")
PERMIT = _whole_words("permit")
REGULATION = _whole_words("regulation")
DEGREE = _whole_words("degree")
LICENCE = _whole_words("licence")
# Words of rank in a job title; lowering ones make a title smaller, so losing them makes it bigger.
RANK_WORDS = Words(TOPIC, "rank_words")
LOWERING_WORDS = Words(TOPIC, "lowering_words")
LOWERING_NOTES = _whole_words("lowering_notes")
# Words of everyday work and of letters: used without claiming anything new. Folded.
EVERYDAY = Words(TOPIC, "everyday")
# Who says "I" does something or has something; "that is what draws me" does not.
ACTING = _whole_words("acting")
# Spanish leaves the pronoun out: `Manejo la agenda`, `Dirijo un equipo`.
FIRST_PERSON_ES = Pattern(TOPIC, "{first_person_verb}", re.IGNORECASE)

# Leading people, a team or an office; speech that takes a good command of a language; a degree taken; a change made.
# Nouns for a paper that somebody holds; matched against folded text.
PAPER = Pattern(TOPIC, r"(?:{paper})")
LEADS_PEOPLE = _whole_words("leads_people")
DEMANDING_SPEECH = _whole_words("demanding_speech")
TAKEN = _whole_words("taken")
CHANGE = _whole_words("change")

# Who something was for, from a room to the world; the place in the row is how far it reaches.
LADDER: tuple[Pattern, ...] = tuple(
    _whole_words(f"ladder.{rung}")
    for rung in ("room", "department", "site", "town", "district", "region", "nation", "world")
)
MOBILITY: dict[str, Pattern] = {kind: _whole_words(f"mobility.{kind}") for kind in ("travel", "relocation", "hours")}
# Levels of a language from A1 = 1 to C2 = 6; a mother tongue is 7.
LEVELS: tuple[tuple[Pattern, float], ...] = tuple(
    (Pattern(TOPIC, f"{{levels.{name}}}", re.IGNORECASE), level)
    for name, level in (("native", 7.0), ("c2", 6.0), ("c1", 5.0), ("b2", 4.0), ("b1", 3.0), ("a2", 2.0), ("a1", 1.0))
)
# A report's words for "the candidate has this" and for what is open, and its words for the employer.
PROVED = Pattern(TOPIC, r"(?<!\w)(?:{proved})(?!\w)", re.IGNORECASE)
OPEN_POINT = Pattern(TOPIC, r"(?<!\w)(?:{open_point})(?!\w)", re.IGNORECASE)
EMPLOYER = Pattern(TOPIC, r"(?<!\w)(?:{employer})(?!\w)", re.IGNORECASE)
# What stands before a client, a tool, a place, a title of one's own.
CLIENT_BEFORE = Pattern(TOPIC, r"(?:{client_before})\s*:?\s*(?:(?:{article})\s)?$", re.IGNORECASE)
TOOL_BEFORE = Pattern(TOPIC, r"(?:\b(?:{tool_before})|[,(/&])\s*$", re.IGNORECASE)
PLACE_BEFORE = Pattern(TOPIC, r"(?:{place_before})\s+(?:(?:{place_article})\s+)?$", re.IGNORECASE)
AS_TITLE = Pattern(TOPIC, r"\b(?:{as_title})\s(?:(?:{as_title_article})\s)?$")
# The grade of a degree.
GRADE = Pattern(TOPIC, r"{grade}", re.IGNORECASE)
