"""How job ads announce what they say: headings and turns of phrase.

The patterns are matched against text without diacritics and in lower case (`ads.layout.flat`), which keeps offsets.
"""

import re
from enum import StrEnum

from jobforge.languages.tables import Pattern

TOPIC = "ad"


class Zone(StrEnum):
    """What a part of an ad is about."""

    MUST = "must"
    NICE = "nice"
    DUTIES = "duties"
    BENEFITS = "benefits"
    COMPANY = "company"
    PROCESS = "process"
    MIXED = "mixed"
    """Duties and requirements in one list: only what says that it is asked for is."""


# The first that matches decides: "preferred qualifications" is not "qualifications".
HEADINGS: tuple[tuple[Zone, Pattern], ...] = (
    (Zone.PROCESS, Pattern(TOPIC, "{headings.process}")),
    (Zone.NICE, Pattern(TOPIC, "{headings.nice}")),
    (Zone.MUST, Pattern(TOPIC, "{headings.must}")),
    (Zone.BENEFITS, Pattern(TOPIC, "{headings.benefits}")),
    (Zone.DUTIES, Pattern(TOPIC, "{headings.duties}")),
    (Zone.COMPANY, Pattern(TOPIC, "{headings.company}")),
    (Zone.MUST, Pattern(TOPIC, "{headings.must_by_topic}")),
)
NICE = Pattern(TOPIC, r"{nice}")
# The thing asked for stands before these.
MUST_AFTER = Pattern(TOPIC, r"{must_after}")
# The thing asked for stands after these.
MUST_BEFORE = Pattern(TOPIC, r"{must_before}")
# "You have", "you know": a requirement where nothing says that it is a duty or a gift.
YOU_ARE = Pattern(TOPIC, r"{you_are}")
NICE_BEFORE = Pattern(TOPIC, r"{nice_before}")
GIFT = Pattern(TOPIC, r"{gift}")
DUTY = Pattern(TOPIC, r"{duty}")
# What counts as a demand also in the description of the work or of the firm.
DEMAND = Pattern(TOPIC, r"{demand}")
FORMALITY = Pattern(TOPIC, r"{formality}")
# A chunk of a sentence that begins like this is a new thing asked for, not the second half of the one before.
NEW_ITEM = Pattern(TOPIC, r"{new_item}")
BOUNDARY = Pattern(TOPIC, r"\s*;\s*|\s+&\s+|\s*,\s+(?:{joint_after_comma})\s+|\s*,\s+|\s+(?:{joint})\s+|\s+[-–—]\s+")
LOOKS_ASKED = Pattern(TOPIC, r"{looks_asked}")
LIST_WORD = Pattern(TOPIC, r"\b(?:{list_word})\b")
# A full stop after these ends no sentence.
ABBREVIATION = Pattern(TOPIC, r"(?:{abbreviation})\.$")

# Who has the job: "Baker at Brindle", "Brindle is hiring a baker", "We are Brindle", "About Brindle".
AT = Pattern(TOPIC, r"\s(?:{identity.at})\s")
SEEKS = Pattern(TOPIC, r"\s(?:{identity.seeks})(?=\s|$)")
IS_A = Pattern(TOPIC, r"\s(?:{identity.is_a})\s")
WE_ARE = Pattern(TOPIC, r"^(?:{identity.we_are})\s")
COMPANY_LABEL = Pattern(TOPIC, r"^\W*(?:{identity.labels})\s?:\s*")
ABOUT_COMPANY = Pattern(TOPIC, r"^\W*(?:{identity.about})\s")
ARTICLES = Pattern(TOPIC, r"^(?:(?:{identity.articles})\s+)+")
WANTED = Pattern(TOPIC, r"\s*\b(?:{identity.wanted})\W*$", re.IGNORECASE)
PRONOUN = Pattern(TOPIC, r"^(?:{identity.pronouns})\b|\b(?:{identity.pronouns})$")
